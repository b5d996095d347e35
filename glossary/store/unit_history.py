"""Undoing what a batch did to units.

The versions of a unit are its history: what a batch made it `created`, what it took away it
`ended`. To undo is to end what it made and to make again what it ended; nothing is ever deleted.
"""

from __future__ import annotations

from glossary.store.batch import Batch
from glossary.store.database import Database
from glossary.store.units import CHECKED, END, TEXT_OF_UNIT, TEXTS

# A version a batch made that is not what lives under its uid now, and one that it ended for good
# under whose uid something lives again.
_OTHERWISE = """
SELECT 1 FROM unit u WHERE u.created = ?1 AND u.ended IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM unit v WHERE v.uid = u.uid AND v.memory = u.memory AND v.ended IS NULL
    AND v.digest = u.digest AND v.details = u.details)
UNION ALL
SELECT 1 FROM unit u WHERE u.ended = ?1
    AND NOT EXISTS (
        SELECT 1 FROM unit w WHERE w.uid = u.uid AND w.memory = u.memory AND w.created = ?1)
    AND EXISTS (
        SELECT 1 FROM unit v WHERE v.uid = u.uid AND v.memory = u.memory AND v.ended IS NULL)
LIMIT 1
"""
# A unit that lived in memory ?1 after batch ?2 and is gone or changed, and one that lives now and
# did not then.
HOLDS_OTHERS = """
SELECT 1 FROM unit u WHERE u.memory = ?1 AND u.created <= ?2 AND u.ended > ?2 AND NOT EXISTS (
    SELECT 1 FROM unit v WHERE v.uid = u.uid AND v.memory = u.memory AND v.ended IS NULL
    AND v.digest = u.digest AND v.details = u.details)
UNION ALL
SELECT 1 FROM unit v WHERE v.memory = ?1 AND v.created > ?2 AND v.ended IS NULL AND NOT EXISTS (
    SELECT 1 FROM unit u WHERE u.uid = v.uid AND u.memory = v.memory
    AND u.created <= ?2 AND u.ended > ?2)
LIMIT 1
"""
_WRITERS = """
SELECT DISTINCT v.created, coalesce(v.ended, v.created) FROM unit u
JOIN unit v ON v.uid = u.uid AND v.memory = u.memory WHERE u.created = ?1 OR u.ended = ?1
"""
# What lives under the uids of the versions a batch made.
_LIVING = """
SELECT v.id FROM unit u JOIN unit v ON v.uid = u.uid AND v.memory = u.memory AND v.ended IS NULL
WHERE u.created = ?2 AND u.ended IS NOT NULL
"""
_COUNT = (
    "(SELECT count(*) FROM unit WHERE created = {0}) + (SELECT count(*) FROM unit u"
    " WHERE u.ended = {0} AND NOT EXISTS (SELECT 1 FROM unit w"
    " WHERE w.uid = u.uid AND w.memory = u.memory AND w.created = {0}))"
)


def count_of(batch: str) -> str:
    """SQL that counts the units a batch made, replaced or took away."""
    return _COUNT.format(batch)


class UnitHistory:
    """What batches did to the units of one opened file."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def is_altered(self, number: int) -> bool:
        """Whether units are not as the batch left them."""
        return bool(self._database.rows(_OTHERWISE, (number,)))

    def writers(self, number: int) -> set[int]:
        """The batches that made or ended a version of the units this batch touched."""
        return {each for row in self._database.rows(_WRITERS, (number,)) for each in row}

    def undo(self, batch: Batch, number: int) -> None:
        """Make the units what they were before a batch."""
        now = batch.number
        batch.execute(f"{END} AND id IN ({_LIVING})", (now, number))
        batch.execute(f"{END} AND created = ?2", (now, number))
        last = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'unit'"
        shift = int(self._database.value(last))
        first = self._database.value("SELECT min(id) FROM unit WHERE ended = ?", (number,))
        if first is None:
            return
        # Each copy's row is the old one's, moved on behind all that there are.
        shift += 1 - int(first)
        batch.execute(
            "INSERT INTO unit (id, memory, uid, details, digest, checksum, created)"
            " SELECT id + ?2, memory, uid, details, digest,"
            f" checksum - {CHECKED} + 1000003 * memory + 1000033 * ?3, ?3 FROM unit"
            " WHERE ended = ?1 ORDER BY id",
            (number, shift, now),
        )
        batch.execute(
            "INSERT INTO text (id, variety, text, markup, before, after, details)"
            f" SELECT t.id + {TEXTS} * ?2, t.variety, t.text, t.markup, t.before, t.after,"
            " t.details"
            f" FROM unit u CROSS JOIN text t ON {TEXT_OF_UNIT} WHERE u.ended = ?1 ORDER BY t.id",
            (number, shift),
        )
