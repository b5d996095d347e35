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
_USUAL_SCRIPT = {"ko": "Kore", "zh": "Hans"}


def normal_variety(tag: str, meant: Mapping[str, str] | None = None) -> str:
    """The canonical tag; `meant` says what the writer of a file means by one, such as ko.

    Raises InputRefused: variety-ambiguous for Korean without a region, variety-malformed.

    >>> normal_variety("zh_hans"), normal_variety("ZH-tw"), normal_variety("ko", {"ko": "ko-CN"})
    ('zh-CN', 'zh-TW', 'ko-CN')
    """
    for said, wanted in (meant or {}).items():
        if _plain(said) == _plain(tag):
            return normal_variety(wanted)
    found = _TAG.fullmatch(_plain(tag))
    if found is None:
        raise InputRefused("variety-malformed", variety=tag)
    language = _SHORTEST.get(found["language"], found["language"])
    script, region = (found["script"] or "").title(), (found["region"] or "").upper()
    if language == "zh" and script in {"", "Hans"} and region in {"", "CN"}:
        script, region = "", "CN"
    if script == _USUAL_SCRIPT.get(language) == "Kore":
        script = ""
    if language == "ko" and not region and not found["rest"]:
        raise InputRefused("variety-ambiguous", variety=tag)
    return "-".join(filter(None, (language, script, region))) + found["rest"]


def _plain(tag: str) -> str:
    return tag.strip().replace("_", "-").lower()
