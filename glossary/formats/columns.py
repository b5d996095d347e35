"""What the columns of a table hold, by the headings people give them.

Every column has a meaning or the table is refused: one that is passed over without a word would
be lost without a word. The caller can name a column's meaning, or "-" to leave it out; a heading
that begins with "#" says so itself.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from glossary.errors import InputRefused
from glossary.formats.rows import DETAILS, FIELDS, ReadOptions
from glossary.language.varieties import normal_variety
from glossary.model import KO_CN, KO_KR, ZH_CN

UID = "uid"
LEFT_OUT = "-"
REMARK = "#"
"""A heading that begins so is of a column for people, as review lists have them: it is passed over
unless a meaning is chosen for it."""

_HEADINGS = {
    UID: (UID,),
    "domain": ("domain", "subject", "분야", "영역", "领域", "领域分类", "专业"),
    "definition": ("definition", "정의", "뜻풀이", "뜻", "定义", "释义"),
    "note": ("note", "notes", "비고", "메모", "참고", "备注"),
    "status": ("status", "상태", "状态"),
    "pos": ("pos", "part of speech", "품사", "词性"),
    "citations": ("citations", "citation", "출처", "인용", "出处", "来源", "引用"),
    KO_CN: (
        *("조선어", "조선말", "중국 조선어", "중국조선어", "중국 조선말", "중국조선말"),
        *("中国朝鲜语", "中国朝鲜文", "朝鲜语", "朝鲜文", "朝文", "朝语"),
    ),
    ZH_CN: ("중국어", "중문", "한어", "中文", "汉语", "汉文", "chinese"),
    KO_KR: (
        *("한국어", "한국말", "남한", "남한말", "남측", "한국어(남)", "한국어(남한)"),
        *("韩国语", "韩语", "韩文", "south korean"),
    ),
    "ko": ("korean",),
}
_MEANINGS = {heading: name for name, headings in _HEADINGS.items() for heading in headings}

_UNKNOWN = ("column-nameless", "column-unknown")
_SIGNS = str.maketrans("_（）", "-()")

# English headings of two letters that are tags of languages as well (Norwegian, Indonesian …).
_NO_TAGS = frozenset(("no", "id", "as", "or", "is", "to", "my", "tr"))


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its place from 0, and its field, or its variety and perhaps a detail of it.

    A detail without a variety is said of every term of the row.
    """

    place: int
    heading: str
    field: str = ""
    variety: str = ""
    detail: str = ""

    @property
    def name(self) -> str:
        """The field, the variety, "ko-CN status", or "status" for the whole row."""
        return self.field or f"{self.variety} {self.detail}".strip()


def read_header(cells: Sequence[str], options: ReadOptions) -> tuple[Column, ...]:
    """The columns that are not left out, in their order; among `loose` ones neither are those
    that nobody knows.

    Raises InputRefused: column-nameless, column-unknown, column-twice, column-alone,
    columns-without-terms, variety-ambiguous.
    """
    columns = []
    for place, (heading, name) in enumerate(_named(trimmed(cells), options.columns)):
        if name == LEFT_OUT or name.startswith(REMARK):
            continue
        try:
            columns.append(_column(place, heading, name, options.varieties))
        except InputRefused as error:
            if not options.loose or error.code not in _UNKNOWN:
                raise
    _check(columns)
    return tuple(columns)


def trimmed(cells: Sequence[str]) -> list[str]:
    """The headings as they are compared, without blank ones at the end."""
    headings = [unicodedata.normalize("NFC", cell).strip() for cell in cells]
    while headings and not headings[-1]:
        headings.pop()
    return headings


def numbered(width: int) -> list[str]:
    """The headings of a table that has none: the places from 1."""
    return [str(place + 1) for place in range(width)]


def _named(headings: Sequence[str], chosen: Mapping[str, str]) -> list[tuple[str, str]]:
    """Each heading with the name that is chosen for it, by its text or its place, or its own."""
    waiting = {_plain(heading): name for heading, name in chosen.items()}
    texts = set(map(_plain, headings))
    found = []
    for heading, place in zip(headings, numbered(len(headings)), strict=True):
        key = _plain(heading)
        key = key if key in waiting or place in texts else place
        found.append((heading, waiting.get(key, heading)))
    for heading in waiting.keys() - texts - set(numbered(len(headings))):
        raise InputRefused("column-missing", column=heading, found=", ".join(headings))
    return found


def _column(place: int, heading: str, name: str, varieties: Mapping[str, str]) -> Column:
    if not name:
        raise InputRefused("column-nameless", place=place + 1)
    meaning = _MEANINGS.get(_plain(name), "")
    if meaning in (UID, *FIELDS):
        return Column(place, heading, field=meaning)
    if meaning in DETAILS:
        return Column(place, heading, detail=meaning)
    whose, _, what = name.rpartition(" ")
    detail = _MEANINGS.get(_plain(what), "")
    if not whose.strip() or detail not in DETAILS:
        whose, detail = name, ""
    variety = _variety(whose, varieties, chosen=name != heading)
    if not variety:
        known = ", ".join((UID, *FIELDS, KO_CN, ZH_CN, KO_KR))
        raise InputRefused("column-unknown", column=heading, known=known)
    return Column(place, heading, variety=variety, detail=detail)


def _variety(name: str, varieties: Mapping[str, str], *, chosen: bool) -> str:
    """The variety a heading names, or the empty string."""
    tag = _MEANINGS.get(_plain(name), name)
    if tag in (UID, *FIELDS, *DETAILS):
        return ""
    bare = _plain(tag)
    looks_like_none = bare in _NO_TAGS or (len(bare) > 2 and "-" not in bare)
    if looks_like_none and not chosen and bare not in ("kor", "cmn", "zho", "chi"):
        return ""
    try:
        return normal_variety(tag, varieties)
    except InputRefused as error:
        if error.code == "variety-malformed":
            return ""
        raise


def _check(columns: Sequence[Column]) -> None:
    seen: dict[str, Column] = {}
    for column in columns:
        if column.name in seen:
            first = seen[column.name].heading
            raise InputRefused("column-twice", column=column.heading, first=first)
        seen[column.name] = column
    for column in columns:
        if column.detail and column.variety and column.variety not in seen:
            raise InputRefused("column-alone", column=column.heading, variety=column.variety)
    if not any(column.variety for column in columns):
        raise InputRefused("columns-without-terms")


def _plain(heading: str) -> str:
    words = unicodedata.normalize("NFC", heading).translate(_SIGNS).casefold().split()
    return " ".join(words).replace(" (", "(")
