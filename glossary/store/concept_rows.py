"""A concept as rows: the concept, its terms, their citations, rules and keys, its examples.

A concept is written and removed whole; its row keeps its id, the rows below it get new ones.
Invariant: `concept.hash` is the hash of the set, the batches and the document the rows give.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from sys import intern

from glossary.documents import dumps, to_document
from glossary.model import PREFERRED, Citation, Concept, ContextRule, Example, Term
from glossary.store.batch import Batch, Row
from glossary.store.database import Database
from glossary.store.digest import row_hash
from glossary.store.keys import Key, term_keys

PAGE = 500

_CONCEPT = (
    "INSERT INTO concept (id, set_id, uid, domain, definition, note, merged_into, created,"
    " batch, hash) VALUES (?,?,?,?,?,?,?,?,?,?)"
)
_TERM = (
    "INSERT INTO term (id, concept, uid, variety, text, status, pos, note, position, batch)"
    " VALUES (?,?,?,?,?,?,?,?,?,?)"
)
_CITATION = "INSERT INTO citation (term, outlet, title, date, link) VALUES (?,?,?,?,?)"
_RULE = "INSERT INTO context_rule (term, kind, text) VALUES (?,?,?)"
_EXAMPLE = "INSERT INTO example (concept, position, variety, text) VALUES (?,?,?,?)"
_KEY = (
    "INSERT INTO term_key (term, kind, key, size, spelt, set_id, other, uid)"
    " VALUES (?,?,?,?,?,?,?,?)"
)

Keys = Callable[[Term], Sequence[Key]]


def concept_hash(set_id: int, created: int, batch: int, document: str) -> str:
    """What `concept.hash` must be."""
    return row_hash(set_id, created, batch, document)


def next_id(database: Database, table: str) -> int:
    """The next free id of a table whose ids are never used twice."""
    return int(database.value("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)) or 0) + 1


def insert(
    batch: Batch,
    database: Database,
    set_id: int,
    concepts: Iterable[Concept],
    *,
    born: Mapping[str, int] | None = None,
    keys: Keys = term_keys,
) -> None:
    """Write concepts whose uids are new in the set; `born` names, for those that are brought
    back, the older batch that made them."""
    first_id = next_id(database, "concept")
    ids = {}
    rows: list[Row] = []
    for concept_id, concept in enumerate(concepts, first_id):
        ids[concept_id] = concept
        created = (born or {}).get(concept.uid, batch.number)
        rows.append((concept_id, *_own_columns(concept, set_id, created, batch.number)))
    batch.execute_many(_CONCEPT, rows)
    _insert_below(batch, database, set_id, ids, keys)


def update(
    batch: Batch,
    database: Database,
    set_id: int,
    replaced: Mapping[int, tuple[int, Concept]],
    *,
    keys: Keys = term_keys,
) -> None:
    """Replace everything of concepts but their row ids, by which `replaced` gives the batch that
    made each, and the concept it is to be."""
    for ids in _pages(list(replaced)):
        marks = ",".join("?" * len(ids))
        batch.execute(f"DELETE FROM term WHERE concept IN ({marks})", tuple(ids))
        batch.execute(f"DELETE FROM example WHERE concept IN ({marks})", tuple(ids))
    batch.execute_many(
        "UPDATE concept SET (set_id, uid, domain, definition, note, merged_into, created, batch,"
        " hash) = (?,?,?,?,?,?,?,?,?) WHERE id = ?",
        [
            (*_own_columns(concept, set_id, born, batch.number), concept_id)
            for concept_id, (born, concept) in replaced.items()
        ],
    )
    concepts = {concept_id: concept for concept_id, (_, concept) in replaced.items()}
    _insert_below(batch, database, set_id, concepts, keys)


def delete(batch: Batch, ids: Sequence[int]) -> None:
    """Remove concepts with all rows below them."""
    for page in _pages(ids):
        marks = ",".join("?" * len(page))
        batch.execute(f"DELETE FROM concept WHERE id IN ({marks})", tuple(page))


def _own_columns(concept: Concept, set_id: int, created: int, batch: int) -> Row:
    document = dumps(to_document(concept))
    return (
        set_id,
        concept.uid,
        concept.domain,
        concept.definition,
        concept.note,
        concept.merged_into,
        created,
        batch,
        concept_hash(set_id, created, batch, document),
    )


def key_columns(key: Key, set_id: int, status: str, uid: str) -> Row:
    """The columns of `term_key` but the term: the key, and what a page of a prefix is ranked by."""
    return (*key, set_id, int(status != PREFERRED), uid)


def write_keys(batch: Batch, rows: list[Row]) -> None:
    """Write rows of (term, key columns)."""
    batch.execute_many(_KEY, rows)


def _insert_below(
    batch: Batch, database: Database, set_id: int, concepts: dict[int, Concept], keys: Keys
) -> None:
    term_id = next_id(database, "term")
    terms: list[Row] = []
    below: dict[str, list[Row]] = {_CITATION: [], _RULE: [], _EXAMPLE: [], _KEY: []}
    for concept_id, concept in concepts.items():
        for position, term in enumerate(concept.terms):
            terms.append(_term_columns(term_id, concept_id, term, position, batch.number))
            below[_CITATION] += [
                (term_id, each.outlet, each.title, each.date, each.link) for each in term.citations
            ]
            below[_RULE] += [(term_id, rule.kind, rule.text) for rule in term.rules]
            below[_KEY] += [
                (term_id, *key_columns(key, set_id, term.status, concept.uid)) for key in keys(term)
            ]
            term_id += 1
        below[_EXAMPLE] += [
            (concept_id, position, variety, text)
            for position, example in enumerate(concept.examples)
            for variety, text in example.texts
        ]
    batch.execute_many(_TERM, terms)
    for statement, rows in below.items():
        batch.execute_many(statement, rows)


def _term_columns(term_id: int, concept_id: int, term: Term, position: int, batch: int) -> Row:
    return (
        term_id,
        concept_id,
        term.uid,
        term.variety,
        term.text,
        term.status,
        term.pos,
        term.note,
        position,
        batch,
    )


# What few words many concepts have in common is one string for all of them: a million concepts
# would have three million more.
def load(database: Database, ids: Sequence[int]) -> dict[int, Concept]:
    """The concepts of these row ids, in the order of the ids; a missing id is left out."""
    found: dict[int, Concept] = {}
    for page in _pages(ids):
        found.update(_load_page(database, page))
    return found


def _load_page(database: Database, ids: Sequence[int]) -> dict[int, Concept]:
    terms = _terms_of(database, ids)
    examples = _examples_of(database, ids)
    rows = _select(
        database,
        "SELECT id, uid, domain, definition, note, merged_into FROM concept WHERE id",
        ids,
        "id",
    )
    concepts = {
        concept_id: Concept(
            uid=uid,
            terms=tuple(terms.get(concept_id, ())),
            domain=intern(domain),
            definition=definition,
            note=note,
            examples=tuple(examples.get(concept_id, ())),
            merged_into=merged_into,
        )
        for concept_id, uid, domain, definition, note, merged_into in rows
    }
    return {concept_id: concepts[concept_id] for concept_id in ids if concept_id in concepts}


def _terms_of(database: Database, ids: Sequence[int]) -> dict[int, list[Term]]:
    rows = _select(
        database,
        "SELECT id, concept, uid, variety, text, status, pos, note FROM term WHERE concept",
        ids,
        "concept, position",
    )
    term_ids = [row[0] for row in rows]
    citations = _below_terms(
        database, "SELECT term, outlet, title, date, link FROM citation WHERE term", term_ids
    )
    rules = _below_terms(database, "SELECT term, kind, text FROM context_rule WHERE term", term_ids)
    terms: dict[int, list[Term]] = {}
    for term_id, concept_id, uid, variety, text, status, pos, note in rows:
        terms.setdefault(concept_id, []).append(
            Term(
                variety=intern(variety),
                text=text,
                status=intern(status),
                pos=intern(pos),
                note=note,
                citations=tuple(Citation(*row) for row in citations.get(term_id, ())),
                rules=tuple(ContextRule(*row) for row in rules.get(term_id, ())),
                uid=uid,
            )
        )
    return terms


def _below_terms(database: Database, sql: str, term_ids: Sequence[int]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for page in _pages(term_ids):
        for term, *columns in _select(database, sql, page, "term, id"):
            found.setdefault(term, []).append(tuple(columns))
    return found


def _examples_of(database: Database, ids: Sequence[int]) -> dict[int, list[Example]]:
    rows = _select(
        database,
        "SELECT concept, position, variety, text FROM example WHERE concept",
        ids,
        "concept, position, id",
    )
    examples: dict[int, list[Example]] = {}
    for (concept_id, _), group in groupby(rows, key=lambda row: row[:2]):
        texts = tuple((variety, text) for _, _, variety, text in group)
        examples.setdefault(concept_id, []).append(Example(texts))
    return examples


def _select(database: Database, sql: str, ids: Sequence[int], order: str) -> list[Row]:
    marks = ",".join("?" * len(ids))
    return database.rows(f"{sql} IN ({marks}) ORDER BY {order}", tuple(ids))


def _pages(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[start : start + PAGE] for start in range(0, len(ids), PAGE))
