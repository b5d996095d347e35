"""Tags of varieties: one canonical form for the many ways people write them (BCP 47, RFC 5646).

Invariant: normal_variety(normal_variety(tag)) == normal_variety(tag), and bare Korean is never
guessed to be that of China or that of South Korea.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from glossary.errors import InputRefused

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})"
    r"(?:-(?P<script>[a-z]{4}))?"
    r"(?:-(?P<region>[a-z]{2}|[0-9]{3}))?"
    r"(?P<rest>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-x(?:-[a-z0-9]{1,8})+)?)"
)
_SHORTEST = {"kor": "ko", "cmn": "zh", "zho": "zh", "chi": "zh"}
_MAINLAND = ("zh", "zh-CN", "zh-Hans", "zh-Hans-CN")


def normal_variety(tag: str, meant: Mapping[str, str] | None = None) -> str:
    """The canonical tag; `meant` says what the writer of a file means by one, such as ko.

    Raises InputRefused: variety-ambiguous for Korean without a region, variety-malformed.

    >>> normal_variety("zh_hans"), normal_variety("ZH-tw"), normal_variety("ko", {"ko": "ko-CN"})
    ('zh-CN', 'zh-TW', 'ko-CN')
    """
    spelt = _spelt(tag)
    for said, wanted in (meant or {}).items():
        if _spelt(said) == spelt:
            return normal_variety(wanted)
    if not _TAG.fullmatch(spelt.lower()):
        raise InputRefused("variety-malformed", variety=tag)
    if spelt == "ko":
        raise InputRefused("variety-ambiguous", variety=tag)
    return "zh-CN" if spelt in _MAINLAND else spelt


def _spelt(tag: str) -> str:
    """The tag in canonical case and with its shortest language code, or the lower case."""
    plain = tag.strip().replace("_", "-").lower()
    found = _TAG.fullmatch(plain)
    if found is None:
        return plain
    language = _SHORTEST.get(found["language"], found["language"])
    script, region = (found["script"] or "").title(), (found["region"] or "").upper()
    if (language, script) == ("ko", "Kore"):  # how Korean is written anyway
        script = ""
    return "-".join(filter(None, (language, script, region))) + found["rest"]
