"""The values everything is made of: concepts and their terms, sets, batches.

They are frozen, compare by content, and know nothing of storage, files or screens. Every field
that is not given is the empty string or the empty tuple, never None.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

KO_CN = "ko-CN"
ZH_CN = "zh-CN"
KO_KR = "ko-KR"
DEFAULT_VARIETIES = (KO_CN, ZH_CN, KO_KR)

PREFERRED = "preferred"
ADMITTED = "admitted"
DRAFT = "draft"
STATUSES = (PREFERRED, ADMITTED, "deprecated", "forbidden", DRAFT)

PARTS_OF_SPEECH = (
    "noun",
    "proper-noun",
    "verb",
    "adjective",
    "adverb",
    "determiner",
    "phrase",
    "affix",
    "abbreviation",
)

APPLY, SUGGEST, FLAG = "apply", "suggest", "flag"
BANDS = (APPLY, SUGGEST, FLAG)

ESTABLISHED = (PREFERRED, ADMITTED)
"""Statuses of terms that may be used without a second look."""

USABLE = (*ESTABLISHED, DRAFT)
"""The statuses of terms that may be written; the others are listed as warnings alone."""

SIGN_KINDS = ("sure_before", "sure_after", "sure_with")
RULE_KINDS = ("not_before", "not_after", "only_before", "only_after", *SIGN_KINDS)

UID_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32: no i, l, o, u


def new_uid() -> str:
    """A random identity of 13 characters (65 bits), given once and kept for ever."""
    import secrets

    return "".join(UID_ALPHABET[byte % 32] for byte in secrets.token_bytes(13))


@cache  # asked for many times by every check
def language_of(variety: str) -> str:
    """The language of a variety, as its tag begins.

    >>> language_of("ko-CN")
    'ko'
    """
    return variety.partition("-")[0]


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a form was seen; `date` is ISO 8601, as much of it as is known."""

    outlet: str
    title: str = ""
    date: str = ""
    link: str = ""

    @property
    def line(self) -> str:
        """The citation in one line: outlet, title, date, link."""
        title = f"《{self.title}》" if self.title else ""
        return ", ".join(part for part in (self.outlet, title, self.date, self.link) if part)


@dataclass(frozen=True, slots=True)
class ContextRule:
    """A literal string that must (only_*) or must not (not_*) stand beside the term in a text, or
    without which the term is in doubt (sure_*; `sure_with` anywhere in its sentence)."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Term:
    """One way to write a concept in one variety, in its dictionary form."""

    variety: str
    text: str
    status: str = PREFERRED
    pos: str = ""
    note: str = ""
    citations: tuple[Citation, ...] = ()
    rules: tuple[ContextRule, ...] = ()
    uid: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """One example sentence in one or more varieties, as (variety, sentence) pairs."""

    texts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Concept:
    """One meaning. The terms' order is kept; `merged_into` names the concept that replaced it."""

    uid: str
    terms: tuple[Term, ...] = ()
    domain: str = ""
    definition: str = ""
    note: str = ""
    examples: tuple[Example, ...] = ()
    merged_into: str = ""

    def texts(self, variety: str) -> tuple[str, ...]:
        """The term texts of one variety, in order."""
        return tuple(term.text for term in self.terms if term.variety == variety)

    @property
    def varieties(self) -> tuple[str, ...]:
        """The varieties it has terms in, ours first."""
        used = dict.fromkeys(term.variety for term in self.terms)
        ours = [variety for variety in DEFAULT_VARIETIES if variety in used]
        return (*ours, *(variety for variety in used if variety not in DEFAULT_VARIETIES))


@dataclass(frozen=True, slots=True)
class GlossarySet:
    """A named glossary. Rank 1 is consulted first and shadows every later rank."""

    name: str
    rank: int
    read_only: bool = False
    pack: str = ""
    version: str = ""
    licence: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Respelling:
    """A proposed change of spelling: `before`, which stands at start:end (code points of the text
    that was given), becomes `after`; in a flag both are the same.

    `rule` names the rule that proposed it, `reason` is the code of a sentence that says why the
    band is what it is: apply, suggest or flag. `otherwise` is what is sure to be better than
    `before` where a suggestion is not taken; "" where nothing is.
    """

    start: int
    end: int
    before: str
    after: str
    kind: str
    rule: str
    band: str
    reason: str
    otherwise: str = ""

    def untaken(self) -> Respelling | None:
        """The change that is sure where this suggestion is not taken, if there is one."""
        if not self.otherwise:
            return None
        return replace(self, after=self.otherwise, band=APPLY, otherwise="")


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided once and for all about a finding or a conversion."""

    uid: str
    kind: str
    subject: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class BatchRecord:
    """What one command did: `at` is UTC, `undoes` and `undone_by` are batch numbers or 0."""

    number: int
    at: str
    actor: str
    command: str
    installs: str
    undoes: int
    undone_by: int
    rows: int


@dataclass(frozen=True, slots=True)
class Change:
    """One altered row as it was before and after; None where it did not exist."""

    batch: int
    at: str
    command: str
    set: str
    before: Concept | None
    after: Concept | None


MATCHED_BY = (
    "exact",
    "prefix",
    "inside",
    "variant",
    "chosung",
    "keyboard",
    "pinyin",
    "initials",
    "reading",
    "fuzzy",
)
"""How a hit matched, best first."""


@dataclass(frozen=True, slots=True)
class Match:
    """The term that answered a query, and how; `stem` is the part of the query that did, where
    a particle or an ending was left off."""

    variety: str
    text: str
    by: str
    stem: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A concept found by a query; `concept` is None for a reading that no entry holds."""

    set: str
    score: int
    matched: Match
    terms: tuple[Term, ...]
    concept: str | None = None
    domain: str = ""

    def usable(self, variety: str) -> tuple[str, ...]:
        """The texts of a variety that may be written, in order."""
        terms = (term for term in self.terms if term.variety == variety)
        return tuple(term.text for term in terms if term.status in USABLE)

    @property
    def warning(self) -> str:
        """The status of the term that matched, where it is not one to write."""
        matched = (self.matched.variety, self.matched.text)
        for term in self.terms:
            if (term.variety, term.text) == matched and term.status not in USABLE:
                return term.status
        return ""


@dataclass(frozen=True, slots=True)
class Results:
    """A page of hits in order of rank, and how many there are in all."""

    hits: tuple[Hit, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Memory:
    """A named collection of units. Among equal matches those of the memory with the lowest
    priority number come first; `penalty` is subtracted from the scores of all of them."""

    name: str
    priority: int = 1
    penalty: int = 0
    read_only: bool = False


Details = tuple[tuple[str, str], ...]
"""What a unit or a text says about itself, as (kind, value) pairs in their order: a TMX attribute
by its name ("creationdate"), "note", or a property as "prop:" and its type ("prop:outlet")."""


class Text(NamedTuple):
    """One side of a unit, in NFC.

    `markup` is the text with its inline codes, as the content of a TMX 1.4b <seg>, where it has
    any. `before` and `after` are the segments that stood beside it, where they are known.
    """

    variety: str
    text: str
    markup: str = ""
    before: str = ""
    after: str = ""
    details: Details = ()


class Unit(NamedTuple):
    """One translated segment: a text in each of several varieties, or several in one.

    Named tuples, since millions of them pass through an import.
    """

    texts: tuple[Text, ...]
    uid: str = ""
    details: Details = ()

    def of(self, variety: str) -> tuple[Text, ...]:
        """The texts of one variety, in their order."""
        return tuple(each for each in self.texts if each.variety == variety)


PlainText = tuple[str, str, str, str, str, Details]
PlainUnit = tuple[Sequence[PlainText], str, Details]
"""Texts and units by the place of their fields; Text and Unit are such tuples with names. What
passes through an export by the million is given no names."""

PENALTIES = ("memory", "variety", "target-variety", "several-translations")
"""Why a match scores less: its memory's own penalty; the source, or the target, is in another
variety of its language than was asked for; the same source was translated otherwise too."""


@dataclass(frozen=True, slots=True)
class TextMatch:
    """A unit found for a text.

    `score` is 0 to 101, `surface` less the `penalties` (code and points); 101 says that the
    neighbours are equal too. `surface` is that of the texts as written (of a source in another
    variety, as folded), `folded` that of the texts with their spelling folded away.
    `spelling_only` says that orthography turns one source into the other. `proposal` is the target
    with the numbers of the query, and in the variety that was asked for; empty where it is the
    target.
    """

    score: int
    surface: int
    folded: int
    source: Text
    target: Text
    memory: str
    unit: str
    penalties: tuple[tuple[str, int], ...] = ()
    spelling_only: bool = False
    proposal: str = ""
    details: Details = ()


FOUND_BY = ("exact", "variant", "inflected", "inside")
"""How a term stands in a text: as its entry writes it, in another spelling or spacing, as a form of
a verb, or inside a longer word."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A known term in running text, at start:end (code points of the text that was given).

    `text` is what stands there without its particle or ending, `by` one of FOUND_BY, `why` the
    code of the reason for which it counts. `others` are further concepts written so, between which
    and `concept` nothing at hand decides.
    """

    start: int
    end: int
    text: str
    variety: str
    concept: str
    term: Term
    by: str
    why: str
    others: tuple[str, ...] = ()


SOURCE, TARGET = "source", "target"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check has to say of a translated segment: of `text`, which stands at start:end of one
    side (code points; an empty stretch where something is missing).

    `check` names the check; `reason` is the code of the sentence, and `fields` what it says. `fix`
    is what start:end should be, None where that is not sure.
    """

    check: str
    reason: str
    side: str
    start: int
    end: int
    text: str
    fields: tuple[tuple[str, str], ...] = ()
    fix: str | None = None
