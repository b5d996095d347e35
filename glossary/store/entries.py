"""The terms of a file as they are looked for in texts: of each concept those of the highest-ranked
set that has it, with their context rules.

Where words stand with a sense is a fact of the language, and not the choice of whoever made a set:
an entry without rules takes those that a lower set has for the same term of the same meaning."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from glossary.language.composed import nfc
from glossary.language.fold import key_of
from glossary.language.hangul import is_syllable
from glossary.matching.term_letters import Entry
from glossary.model import ContextRule, Term, language_of
from glossary.store.batch import Row
from glossary.store.concept_rows import PAGE
from glossary.store.database import Database
from glossary.store.keys import FOLD
from glossary.store.sets import Sets

_FIRST, _OF_ONE_ONSET = 0xAC00, 588
"""The first syllable of Unicode, and how many begin with one sound."""


def entries(
    database: Database, sets: Sets, names: Collection[str] = (), *, text: str | None = None
) -> list[Entry]:
    """Every term that a look-up can show; only those of the sets with these names, if any.

    With a text only the concepts that may have a term of two characters or more in it, which are
    found without reading all. Raises NotFound for a set that there is not.
    """
    with database.snapshot():
        wanted = {sets.find(name)[0] for name in names}
        every = {set_id: each.rank for set_id, each in sets.by_id().items()}
        ranks = {set_id: rank for set_id, rank in every.items() if not wanted or set_id in wanted}
        chosen = None if text is None else _may_stand_in(database, text)
        highest = _highest(database, ranks, chosen)
        rules = _rules(database)
        rows = list(
            _of(
                database,
                "SELECT t.id, c.set_id, c.uid, t.variety, t.text, t.status, t.pos, t.note, t.uid"
                " FROM term t JOIN concept c ON c.id = t.concept WHERE c.merged_into = ''",
                chosen,
                " ORDER BY t.concept, t.position",
            )
        )
    if rules and len(every) > 1:
        rules = rules | _lent(rows, every, rules)
    return [
        Entry(concept, Term(variety, text, status, pos, note, (), rules.get(row, ()), uid), rank)
        for row, set_id, concept, variety, text, status, pos, note, uid in rows
        for rank in (ranks.get(set_id, 0),)
        if rank and highest[concept] == rank
    ]


def _lent(
    rows: Sequence[Row], ranks: dict[int, int], rules: dict[int, tuple[ContextRule, ...]]
) -> dict[int, tuple[ContextRule, ...]]:
    """The rules that terms without any take from the same terms of lower sets: of another concept
    that shares a term of another variety, and whose Chinese is no other."""
    lenders: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        if row[0] in rules:
            lenders.setdefault((row[3], row[4]), []).append(row)
    pairs = [
        (row, lender)
        for row in rows
        if row[0] not in rules
        for lender in lenders.get((row[3], row[4]), ())
        if lender[2] != row[2] and ranks[lender[1]] > ranks[row[1]]
    ]
    meant: dict[tuple[int, str], set[tuple[str, str]]] = {}
    concerned = {(each[1], each[2]) for pair in pairs for each in pair}
    for _, set_id, uid, variety, text, *_ in rows if concerned else ():
        if (set_id, uid) in concerned:
            meant.setdefault((set_id, uid), set()).add((variety, text))
    found: dict[int, tuple[ContextRule, ...]] = {}
    for row, lender in pairs:
        if _mean_the_same(meant[row[1], row[2]], meant[lender[1], lender[2]], row[3]):
            found.setdefault(row[0], rules[lender[0]])
    return found


def _mean_the_same(one: set[tuple[str, str]], other: set[tuple[str, str]], variety: str) -> bool:
    """Whether concepts that share a term of this variety share another's, and Chinese where both
    have it."""
    shared = {tag for tag, _ in one & other} - {variety}
    chinese = [{text for tag, text in each if language_of(tag) == "zh"} for each in (one, other)]
    return bool(shared) and (not all(chinese) or bool(chinese[0] & chinese[1]))


def _highest(
    database: Database, ranks: dict[int, int], chosen: Sequence[str] | None
) -> dict[str, int]:
    """The rank of the set that shows each concept; one that was merged away hides it, too."""
    found: dict[str, int] = {}
    for uid, set_id in _of(database, "SELECT uid, set_id FROM concept c WHERE TRUE", chosen):
        rank = ranks.get(set_id)
        if rank is not None:
            found[uid] = min(rank, found.get(uid, rank))
    return found


def _may_stand_in(database: Database, text: str) -> list[str]:
    """The concepts with a search key that begins as something in the text does: with the same
    character, and one that begins with the same sound, since an ending may change the rest of a
    syllable (다그치다: 다그쳤다)."""
    key = key_of(nfc(text))
    found: dict[str, None] = {}
    for first, second in sorted(set(pairwise(key))):
        low, high = _alike(second)
        rows = database.rows(
            "SELECT uid FROM term_key WHERE kind = ? AND key >= ? AND key < ?",
            (FOLD, first + low, first + high),
        )
        found.update((uid, None) for (uid,) in rows)
    return list(found)


def _alike(char: str) -> tuple[str, str]:
    """The first character with the same first sound, and the one after the last."""
    code, size = ord(char), 1
    if is_syllable(char):
        code, size = code - (code - _FIRST) % _OF_ONE_ONSET, _OF_ONE_ONSET
    return chr(code), chr(code + size)


def _of(
    database: Database, select: str, chosen: Sequence[str] | None, order: str = ""
) -> Iterator[Row]:
    """The rows of a query for the concepts with these uids, for all where there is no choice."""
    if chosen is None:
        yield from database.rows(select + order)
        return
    for start in range(0, len(chosen), PAGE):
        page = tuple(chosen[start : start + PAGE])
        marks = ",".join("?" * len(page))
        yield from database.rows(f"{select} AND c.uid IN ({marks}){order}", page)


def _rules(database: Database) -> dict[int, tuple[ContextRule, ...]]:
    found: dict[int, tuple[ContextRule, ...]] = {}
    for term, kind, text in database.rows("SELECT term, kind, text FROM context_rule ORDER BY id"):
        found[term] = (*found.get(term, ()), ContextRule(kind, text))
    return found
