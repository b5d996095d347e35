"""Addresses of mail and of pages in a text, which every translation keeps as they are."""

from __future__ import annotations

import re

_ADDRESS = re.compile(
    r"[Hh]ttps?://[!-~]+|www\.[!-~]+"
    r"|(?<![A-Za-z0-9.+_-])[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
    r"|(?<![A-Za-z0-9.@/_-])(?:[A-Za-z0-9-]{1,63}\.){1,3}(?:com|cn|net|org|kr|gov|edu)"
    r"(?:\.[a-z]{2})?(?![A-Za-z0-9.])(?:/[!-~]*)?"
)
_AROUND = ".,;:!?)]}>'\"*_`|"


def addresses(text: str) -> tuple[tuple[int, int], ...]:
    """Where mail addresses and addresses of pages stand in a text, without marks that end the
    sentence.

    >>> text = "문의는 news@example.com으로, https://example.com/a)."
    >>> [text[start:end] for start, end in addresses(text)]
    ['news@example.com', 'https://example.com/a']
    """
    found = []
    for match in _ADDRESS.finditer(text):
        written = match[0].rstrip(_AROUND)
        found.append((match.start(), match.start() + len(written)))
    return tuple(found)


def plain_address(written: str) -> str:
    """An address without what may be left out of it: its scheme, a last slash.

    >>> plain_address("https://Example.com/"), plain_address("example.com")
    ('example.com', 'example.com')
    """
    host, slash, path = re.sub("(?i)^https?://(?:www\\.)?|^www\\.", "", written).partition("/")
    return f"{host.lower()}{slash}{path}".rstrip("/")
