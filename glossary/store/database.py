"""One opened glossary file: what it is, who may write, and the one door for writing.

Invariants: a file is looked at before it is touched, and one that is not ours stays as it is;
every write is one BEGIN IMMEDIATE transaction with a row in `batch`, or it leaves no trace.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from glossary.errors import DatabaseError
from glossary.store.batch import Batch, Row
from glossary.store.digest import row_hash
from glossary.store.header import SCHEMA_VERSION, Header, claim, is_draft, release
from glossary.store.sqlite import WAL_SAFE, sqlite3

if TYPE_CHECKING:
    from glossary.store.holder import Holder

BUSY_SECONDS = 30.0
_NOTICE_SECONDS = 1.0
_STEPS = 100_000  # of SQLite, a millisecond or two
_CACHE_KIB = 32_768
"""Of the file, for a process that asks many times: of a million terms the slow look-ups (the 95th
percentile) take 25 ms with it, with the usual 2 MiB 35 ms."""


class Database:
    """A connection to one glossary file; `many` says that it will be asked many times.

    `writable` is false, and `why_read_only` a code, where the file, its folder or this SQLite
    allows only reading.
    """

    def __init__(
        self,
        path: str,
        *,
        actor: str = "cli",
        on_wait: Callable[[Holder], None] | None = None,
        busy_seconds: float = BUSY_SECONDS,
        many: bool = False,
    ) -> None:
        self.path = os.path.realpath(path)
        self.actor = actor
        self.on_wait = on_wait
        self._busy_seconds = busy_seconds
        self._opened: list[Batch] = []
        self._in_snapshot = False
        self._moment: tuple[int, str] | None = None
        self._interrupted = False
        header = claim(self.path)
        try:
            self.why_read_only = _why_read_only(self.path, header)
            self._connection = _connect(self.path, header, self.why_read_only)
            self._busy_timeout(busy_seconds)
            if many:
                self._connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
                # An interruption just before a query begins would be lost without it.
                self._connection.set_progress_handler(self._stops, _STEPS)
            self._check_version()
        except BaseException:
            release(self.path)
            raise

    @property
    def writable(self) -> bool:
        """Whether `write` can be called."""
        return not self.why_read_only

    def rows(self, sql: str, parameters: tuple[object, ...] = ()) -> list[Row]:
        """All rows of a query, read to the end so that no cursor stays open."""
        self.check_interrupted()
        with sentences(self.path):
            try:
                return self._connection.execute(sql, parameters).fetchall()
            except UnicodeDecodeError as error:  # SQLite quotes a damaged schema in its message
                detail = f"malformed database schema: {error}"
                raise DatabaseError("database-damaged", path=self.path, detail=detail) from error

    def value(self, sql: str, parameters: tuple[object, ...] = ()) -> Any:
        """The first column of the first row, or None."""
        found = self.rows(sql, parameters)
        return found[0][0] if found else None

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Everything read inside is of one moment; inside another, or a write, of theirs."""
        if self._connection.in_transaction:
            yield
            return
        with sentences(self.path):
            self._connection.execute("BEGIN")
            self._in_snapshot = True
            try:
                yield
            finally:
                self._in_snapshot, self._moment = False, None
                with suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")

    @contextmanager
    def write(
        self, command: str, *, undoes: int | None = None, installs: str = ""
    ) -> Iterator[Batch]:
        """The one door for writing: rows and history together, all or nothing.

        A body that changes nothing leaves no batch. Raises DatabaseError when the file cannot be
        written or stays held by another writer.
        """
        with self.transaction(command):
            yield self.open_batch(command, undoes=undoes, installs=installs)

    @contextmanager
    def transaction(self, command: str) -> Iterator[None]:
        """The door without a batch, for a body that opens its own (an undo of several has one for
        each); where no batch changed anything, nothing is kept."""
        from glossary.store.holder import holding

        if self.why_read_only:
            raise DatabaseError(self.why_read_only, path=self.path)
        if self.schema() < SCHEMA_VERSION:
            from glossary.store.upgrade import upgrade

            upgrade(self)
        with sentences(self.path):
            self._begin()
            self._opened = []
            try:
                with holding(self.path, command):
                    yield
                    changed = any(batch.changed for batch in self._opened)
                    self._connection.execute("COMMIT" if changed else "ROLLBACK")
            except BaseException:
                with suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
                raise

    def open_batch(self, command: str, *, undoes: int | None = None, installs: str = "") -> Batch:
        """A batch inside the transaction under way."""
        import secrets
        import time

        import sqlite_utils

        at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        row = (secrets.token_hex(8), at, self.actor, command, installs, undoes)
        db = sqlite_utils.Database(self._connection)
        db.execute(
            "INSERT INTO batch (token, at, actor, command, installs, undoes, hash)"
            " VALUES (?,?,?,?,?,?,?)",
            (*row, row_hash(*row)),
        )
        self._opened.append(Batch(self.value("SELECT max(id) FROM batch"), db))
        return self._opened[-1]

    def stamp(self) -> tuple[int, str]:
        """Number and token of the newest batch: what a derived file was built from. Within a
        snapshot it is read once."""
        if self._moment is not None:
            return self._moment
        found = self.rows("SELECT id, token FROM batch ORDER BY id DESC LIMIT 1")
        moment = (found[0][0], found[0][1]) if found else (0, "")
        if self._in_snapshot:
            self._moment = moment
        return moment

    def schema(self) -> int:
        """The version of the tables; an older one is brought up to date by `upgrade`."""
        return int(self.value("PRAGMA user_version"))

    def migrate(self) -> None:
        """Apply the migrations that are missing, all or none."""
        import sqlite_utils

        from glossary.store.migrations import glossary

        with sentences(self.path):
            self._begin()
            try:
                glossary.apply(sqlite_utils.Database(self._connection))
                self._connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
                self._connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
                raise

    def meta(self, key: str) -> str:
        """One value about the file itself, or the empty string."""
        return str(self.value("SELECT value FROM meta WHERE key = ?", (key,)) or "")

    def data_version(self) -> int:
        """A number that changes when another connection has committed."""
        return int(self.value("PRAGMA data_version"))

    def backup_to(self, path: str) -> None:
        """Copy the whole database into a new file with SQLite's backup interface."""
        with sentences(path):
            target = sqlite3.connect(path)
            try:
                self._connection.backup(target)
                target.execute("PRAGMA journal_mode = DELETE")
            finally:
                target.close()

    def interrupt(self) -> None:
        """Stop what another thread does with this connection: the query that runs, and those that
        would come after it, until `resume`."""
        self._interrupted = True
        self._connection.interrupt()

    @property
    def interrupted(self) -> bool:
        """Whether an interruption lasts."""
        return self._interrupted

    def _stops(self) -> int:
        return int(self._interrupted)

    def check_interrupted(self) -> None:
        """Raise DatabaseError while an interruption lasts."""
        if self._interrupted:
            raise DatabaseError("interrupted", path=self.path)

    def resume(self) -> None:
        """Take queries again after an interruption."""
        self._interrupted = False

    def close(self) -> None:
        """Close the connection; the database must not be used after."""
        self._connection.close()
        release(self.path)

    def _begin(self) -> None:
        """Take the write lock, saying who holds it when that takes longer than a second."""
        from glossary.store.holder import current_holder

        self._busy_timeout(min(_NOTICE_SECONDS, self._busy_seconds))
        try:
            self._connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if not _is_busy(error):
                raise
            holder = current_holder(self.path)
            if self.on_wait is not None and holder is not None:
                self.on_wait(holder)
            self._busy_timeout(self._busy_seconds)
            self._connection.execute("BEGIN IMMEDIATE")
        finally:
            self._busy_timeout(self._busy_seconds)

    def _busy_timeout(self, seconds: float) -> None:
        self._connection.execute(f"PRAGMA busy_timeout = {int(seconds * 1000)}")

    def _check_version(self) -> None:
        """The header can be behind the log, so the database is asked once more."""
        version = self.schema()
        if version > SCHEMA_VERSION:
            self._connection.close()
            raise DatabaseError("database-newer", path=self.path, found=version)


def _why_read_only(path: str, header: Header) -> str:
    if header.write_ahead and not WAL_SAFE:
        return "sqlite-too-old-to-write"
    if not os.access(path, os.W_OK):
        return "database-read-only"
    if not os.access(os.path.dirname(path), os.W_OK):
        return "folder-read-only"
    return "database-linked" if _is_linked(path) else ""


def _is_linked(path: str) -> bool:
    """Whether the file has a second name, apart from the draft it was made under.

    Whoever makes a file (`create`) names it while the draft's name is still there; one who dies
    in between leaves it behind.
    """
    if os.stat(path).st_nlink > 1:
        folder = os.path.dirname(path)
        for draft in (os.path.join(folder, each) for each in os.listdir(folder)):
            with suppress(OSError):
                if is_draft(draft, path) and os.path.samefile(draft, path):
                    os.remove(draft)
    return os.stat(path).st_nlink > 1


def _connect(path: str, header: Header, why_read_only: str) -> sqlite3.Connection:
    mode = "mode=ro" if why_read_only else "mode=rw"
    if header.write_ahead and _is_still(path, why_read_only):
        mode += "&immutable=1"
    with sentences(path):
        connection = sqlite3.connect(
            f"file:{_in_uri(path)}?{mode}", uri=True, isolation_level=None, check_same_thread=True
        )
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA synchronous = {'FULL' if header.write_ahead else 'EXTRA'}")
        if not header.write_ahead:
            # A large write would begin to change the file while readers are at it.
            connection.execute("PRAGMA cache_spill = OFF")
        return connection


def _is_still(path: str, why_read_only: str) -> bool:
    """Whether a file in write-ahead mode is to be read as one that nobody changes.

    In this mode even a reader makes two files beside the database. Where it may not, and nobody
    has the file open, the file by itself is whole. Where only this SQLite is too old, a newer one
    may write at any time, so there the two files are made.
    """
    may_make_files = os.access(os.path.dirname(path), os.W_OK)
    too_old = why_read_only == "sqlite-too-old-to-write"
    alone = not os.path.exists(path + "-wal")
    return bool(why_read_only) and alone and not (too_old and may_make_files)


def _in_uri(path: str) -> str:
    """The path with the three characters escaped that mean something in a file URI of SQLite."""
    return path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def _is_busy(error: sqlite3.Error) -> bool:
    return str(error).startswith(("database is locked", "database table is locked"))


_SENTENCES = (
    ("database is locked", "database-busy"),
    ("database table is locked", "database-busy"),
    ("database or disk is full", "disk-full"),
    ("attempt to write a readonly database", "database-read-only"),
    ("unable to open database file", "database-unreadable"),
    ("file is not a database", "database-foreign"),
    ("disk I/O error", "disk-error"),
    ("interrupted", "interrupted"),
)


# SQLite has no code of its own for these: a text that is no UTF-8, a schema that was overwritten.
_DAMAGED = (
    "Could not decode to UTF-8",
    "malformed database schema",
    "no such table",
    "no such column",
    "foreign key mismatch",
)


@contextmanager
def sentences(path: str) -> Iterator[None]:
    """Turn SQLite's errors into ours."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        said = str(error)
        for beginning, code in _SENTENCES:
            if said.startswith(beginning):
                raise DatabaseError(code, path=path) from error
        damaged = said.startswith(_DAMAGED)
        if isinstance(error, sqlite3.OperationalError | sqlite3.ProgrammingError) and not damaged:
            raise
        if isinstance(error, sqlite3.IntegrityError):
            raise
        raise DatabaseError("database-damaged", path=path, detail=said) from error
