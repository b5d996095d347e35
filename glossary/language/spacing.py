"""Words that China wrote together before 2016 and South Korea writes apart.

Bound nouns after a verb (할수 있다: 한글 맞춤법 §42; 조선말규범집 2016 §20) and the auxiliary 있다
after 고 (잡고있다: 한글 맞춤법 §47 allows it attached after 아 and 어; 조선말규범집 2016 §26).
"""

from __future__ import annotations

import re

from glossary.language.hangul import ONSETS, VOWELS, compose
from glossary.language.lexicon import lexicon

_ENDING_IN_R = "".join(compose(onset, vowel, "ㄹ") for onset in ONSETS for vowel in VOWELS)
_ENDING_IN_N = "".join(compose(onset, vowel, "ㄴ") for onset in ONSETS for vowel in VOWELS)
_AFTER_THING = "(?:이|은|을|도|과|으로|만|뿐|임|입|인)?(?:[^가-힣]|다|라|니|며|고|$)"
_ABLE = "수(?:가|는|도|밖에)? ?(?:있|없)"
_GAP = re.compile(
    f"(?<=[{_ENDING_IN_R}])(?={_ABLE})"
    f"|(?:(?<=[가-힣][던{_ENDING_IN_N}])|(?<=[한된{_ENDING_IN_R}]))(?=것{_AFTER_THING})"
    "|(?<=[가-힣]고)(?=있[다는던었을음습지으고어])"
)


def gaps(text: str) -> list[tuple[int, str]]:
    """Where a space is missing by the South Korean rule, and which rule says so.

    >>> gaps("따를수 있다. 찾고있는것은")
    [(2, 'bound-noun'), (10, 'auxiliary'), (12, 'bound-noun')]
    """
    starts = (match.start() for match in _GAP.finditer(text))
    return [
        (at, "auxiliary" if text[at] == "있" else "bound-noun")
        for at in starts
        if not _is_word(text, at)
    ]


def _is_word(text: str, at: int) -> bool:
    """Whether what would be parted is one word (실수 없는, 탈것)."""
    starts = range(max(0, at - 3), at)
    return text[at] in "수것" and any(text[start : at + 1] in lexicon().words for start in starts)
