"""The encoding that a page of HTML says it is in."""

from __future__ import annotations

import re

from glossary.formats.xml_input import codec_of, holds_ascii

_SCANNED = 4096  # bytes; browsers look at 1024
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_META = re.compile(rb"<meta\s[^>]*?charset\s*=\s*[\"']?\s*([A-Za-z0-9][\w.:+-]*)", re.IGNORECASE)
_XML = re.compile(rb"\s*<\?xml\s[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9][\w.:+-]*)")
_NO_CHARACTER_SETS = frozenset(("idna", "punycode"))


def declared_charset(data: bytes) -> str:
    """The name of the codec, or the empty string where the page names none that there is.

    A page that can be read so far is not UTF-16, whatever it says (WHATWG HTML, 13.2.3.2).
    """
    head = _COMMENT.sub(b"", data[:_SCANNED])
    found = _XML.match(head) or _META.search(head)
    codec = codec_of(found[1].decode("ascii")) if found else ""
    if codec in _NO_CHARACTER_SETS or not codec or not holds_ascii(codec):
        return ""
    return codec
