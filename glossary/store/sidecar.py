"""Indexes kept in the cache folder: whose they are, and whether they are still of use.

An index names the batch it was built at, by number and token. It is used only if the file still
holds that batch: batches are never changed, so what the file held then is known, and what later
batches wrote is read beside it.
"""

from __future__ import annotations

import os

from glossary import places
from glossary.store.database import Database


def stamp(database: Database) -> str:
    """The moment of the file, as an index keeps it."""
    number, token = database.stamp()
    return f"{number} {token}"


def number_of(stamped: str) -> int:
    """The number of the batch that a stamp names."""
    return int(stamped.partition(" ")[0])


def is_of(database: Database, stamped: str) -> bool:
    """Whether the file holds the batch of a stamp."""
    number, _, token = stamped.partition(" ")
    return str(database.value("SELECT token FROM batch WHERE id = ?", (int(number),))) == token


def path(database: Database, form: str, ending: str) -> str:
    """The index's path: one for a database and form; a copy under another path has its own."""
    import hashlib

    identity = f"{form} {database.meta('uid')} {database.path}"
    name = hashlib.blake2b(identity.encode(errors="surrogateescape"), digest_size=12)
    return os.path.join(places.cache_folder(), f"{name.hexdigest()}.{ending}")


def make_folder() -> None:
    """Make the cache folder. Raises OSError."""
    os.makedirs(places.cache_folder(), exist_ok=True)
