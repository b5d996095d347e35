"""The schema, as migrations that import nothing of ours.

Each new migration raises `SCHEMA_VERSION` (`header.py`), which is kept in `user_version`.
"""

from __future__ import annotations

from sqlite_utils import Migrations
from sqlite_utils.db import Database

glossary = Migrations("glossary")

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE batch (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    token TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    command TEXT NOT NULL,
    installs TEXT NOT NULL DEFAULT '',
    undoes INTEGER REFERENCES batch(id),
    hash TEXT NOT NULL
) STRICT;
CREATE TABLE change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    batch INTEGER NOT NULL REFERENCES batch(id),
    entity TEXT NOT NULL,
    scope INTEGER NOT NULL,
    uid TEXT NOT NULL,
    born INTEGER NOT NULL,
    before TEXT,
    after TEXT,
    hash TEXT NOT NULL
) STRICT;
CREATE TABLE glossary_set (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    rank INTEGER NOT NULL,
    read_only INTEGER NOT NULL,
    pack TEXT NOT NULL,
    version TEXT NOT NULL,
    licence TEXT NOT NULL,
    source TEXT NOT NULL,
    created INTEGER NOT NULL REFERENCES batch(id),
    batch INTEGER NOT NULL REFERENCES batch(id),
    hash TEXT NOT NULL
) STRICT;
CREATE TABLE concept (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    set_id INTEGER NOT NULL REFERENCES glossary_set(id),
    uid TEXT NOT NULL,
    domain TEXT NOT NULL,
    definition TEXT NOT NULL,
    note TEXT NOT NULL,
    merged_into TEXT NOT NULL,
    created INTEGER NOT NULL REFERENCES batch(id),
    batch INTEGER NOT NULL REFERENCES batch(id),
    hash TEXT NOT NULL,
    UNIQUE (set_id, uid)
) STRICT;
CREATE TABLE term (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    concept INTEGER NOT NULL REFERENCES concept(id) ON DELETE CASCADE,
    uid TEXT NOT NULL,
    variety TEXT NOT NULL,
    text TEXT NOT NULL,
    status TEXT NOT NULL,
    pos TEXT NOT NULL,
    note TEXT NOT NULL,
    position INTEGER NOT NULL,
    batch INTEGER NOT NULL REFERENCES batch(id)
) STRICT;
CREATE TABLE citation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    term INTEGER NOT NULL REFERENCES term(id) ON DELETE CASCADE,
    outlet TEXT NOT NULL,
    title TEXT NOT NULL,
    date TEXT NOT NULL,
    link TEXT NOT NULL
) STRICT;
CREATE TABLE context_rule (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    term INTEGER NOT NULL REFERENCES term(id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE TABLE example (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    concept INTEGER NOT NULL REFERENCES concept(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    variety TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE TABLE decision (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    value TEXT NOT NULL,
    note TEXT NOT NULL,
    created INTEGER NOT NULL REFERENCES batch(id),
    batch INTEGER NOT NULL REFERENCES batch(id),
    hash TEXT NOT NULL
) STRICT;
CREATE TABLE term_key (
    id INTEGER PRIMARY KEY,
    term INTEGER NOT NULL REFERENCES term(id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    size INTEGER NOT NULL,
    spelt TEXT NOT NULL,
    set_id INTEGER NOT NULL,
    other INTEGER NOT NULL,
    uid TEXT NOT NULL
) STRICT;
"""

# The term_key indexes on the first characters hold, for each set and for preferred and other
# terms, the order in which a prefix search ranks: the first page is read, not sorted.
_INDEXES = """
CREATE INDEX batch_undoes ON batch(undoes) WHERE undoes IS NOT NULL;
CREATE INDEX change_batch ON change(batch);
CREATE INDEX change_row ON change(entity, scope, uid);
CREATE INDEX change_born ON change(born);
CREATE INDEX concept_uid ON concept(uid);
CREATE INDEX concept_created ON concept(created);
CREATE INDEX concept_merged ON concept(merged_into) WHERE merged_into <> '';
CREATE INDEX term_concept ON term(concept);
CREATE INDEX term_batch ON term(batch);
CREATE INDEX citation_term ON citation(term);
CREATE INDEX context_rule_term ON context_rule(term);
CREATE INDEX example_concept ON example(concept);
CREATE INDEX decision_subject ON decision(kind, subject);
CREATE INDEX term_key_term ON term_key(term);
CREATE INDEX term_key_key ON term_key(kind, key);
CREATE INDEX term_key_first ON
    term_key(kind, substr(key, 1, 1), set_id, other, size, uid, term, spelt)
    WHERE kind <> 'reading';
CREATE INDEX term_key_second ON
    term_key(kind, substr(key, 1, 2), set_id, other, size, uid, term, spelt)
    WHERE kind <> 'reading';
CREATE INDEX term_key_third ON
    term_key(kind, substr(key, 1, 3), set_id, other, size, uid, term, spelt)
    WHERE kind IN ('fold', 'chosung');
CREATE INDEX term_key_fourth ON
    term_key(kind, substr(key, 1, 4), set_id, other, size, uid, term, spelt) WHERE kind = 'chosung';
"""


@glossary()
def m001_tables(db: Database) -> None:
    """Everything of the first version."""
    for statement in (_TABLES + _INDEXES).split(";"):
        if statement.strip():
            db.execute(statement)


# A unit is never changed: a new version of it is made, and the old one ends. So both batches are
# told by the row itself, and a million of them need no row each in `change`. The id of a text is
# 1000 times its unit's and its place in it: an index of texts by unit would cost a third of the
# time of an import.
_MEMORY = """
CREATE TABLE memory (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    priority INTEGER NOT NULL,
    penalty INTEGER NOT NULL,
    read_only INTEGER NOT NULL,
    removed INTEGER NOT NULL,
    created INTEGER NOT NULL REFERENCES batch(id),
    batch INTEGER NOT NULL REFERENCES batch(id),
    hash TEXT NOT NULL
) STRICT;
CREATE TABLE unit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    memory INTEGER NOT NULL REFERENCES memory(id),
    uid TEXT NOT NULL,
    details TEXT NOT NULL,
    digest BLOB NOT NULL,
    checksum INTEGER NOT NULL,
    created INTEGER NOT NULL REFERENCES batch(id),
    ended INTEGER REFERENCES batch(id)
) STRICT;
CREATE TABLE text (
    id INTEGER PRIMARY KEY,
    variety TEXT NOT NULL,
    text TEXT NOT NULL,
    markup TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    details TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX memory_name ON memory(name) WHERE removed = 0;
CREATE INDEX unit_uid ON unit(memory, uid);
CREATE INDEX unit_created ON unit(created);
CREATE INDEX unit_ended ON unit(ended) WHERE ended IS NOT NULL;
"""


@glossary()
def m002_memory(db: Database) -> None:
    """Translation memories."""
    for statement in _MEMORY.split(";"):
        if statement.strip():
            db.execute(statement)
