"""The opened glossary of one workbench: a workspace that reads and one that writes, each on a
thread of its own, so that the screen never waits.

Widgets never see a workspace: a screen hands over a function of one and awaits its result.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from glossary.errors import DatabaseError
from glossary.workspace import Workspace

if TYPE_CHECKING:
    from glossary.store.holder import Holder
    from glossary.workflow.plan import Progress

Result = TypeVar("Result")

READ_SECONDS = 5.0
"""How long reading waits for a writer who holds the file."""


class Lane:
    """One workspace on its own thread; what it is asked for is done in order."""

    def __init__(self, opening: Callable[[], Workspace]) -> None:
        self._opening = opening
        self._workspace: Workspace | None = None
        self._executor = ThreadPoolExecutor(1)
        self._lock = Lock()
        self._current: object = None

    async def do(self, job: Callable[[Workspace], Result]) -> Result:
        """What the job returns or raises. Whoever stops waiting for it interrupts it."""
        token = object()
        future = self._executor.submit(self._work, job, token)
        try:
            return await asyncio.wrap_future(future)
        except asyncio.CancelledError:
            self._interrupt(token)
            raise

    def stop(self) -> None:
        """Interrupt the job under way, which ends in DatabaseError "interrupted" unless it is
        done already."""
        self._interrupt(self._current)

    def close(self) -> None:
        """Interrupt, close the workspace and end the thread."""
        self.stop()
        self._executor.submit(self._close)
        self._executor.shutdown()

    def _work(self, job: Callable[[Workspace], Result], token: object) -> Result:
        if self._workspace is None:
            self._workspace = self._opening()
        with self._lock:
            self._workspace.database.resume()
            self._current = token
        try:
            return job(self._workspace)
        finally:
            with self._lock:
                self._current = None

    def _interrupt(self, token: object) -> None:
        with self._lock:
            if token is not None and self._current is token and self._workspace is not None:
                self._workspace.database.interrupt()

    def _close(self) -> None:
        if self._workspace is not None:
            self._workspace.close()


class Session:
    """Reading and writing one glossary file from a screen.

    `on_wait` is called, on the thread that writes, when another process holds the file.
    """

    def __init__(
        self, path: str, *, actor: str = "tui", on_wait: Callable[[Holder], None] | None = None
    ) -> None:
        self.path = os.path.realpath(path)
        self._reader = Lane(
            lambda: Workspace(self.path, actor=actor, many=True, busy_seconds=READ_SECONDS)
        )
        self._writer = Lane(lambda: Workspace(self.path, actor=actor, many=True, on_wait=on_wait))
        self._seen: tuple[int, int] | None = None
        self._file = _identity(self.path)

    async def read(self, job: Callable[[Workspace], Result]) -> Result:
        """What a job finds; it is interrupted when the one who waits for it is cancelled."""
        return await self._reader.do(job)

    async def write(self, job: Callable[[Workspace], Result]) -> Result:
        """What a job that writes, or takes long, gives back. Raises MalmoiError, with nothing
        changed."""
        return await self._writer.do(job)

    def stop_writing(self) -> None:
        """Interrupt the job that writes; it leaves nothing behind."""
        self._writer.stop()

    async def why_read_only(self) -> str:
        """The code of why nothing can be written, or the empty string."""
        return await self.read(lambda workspace: workspace.database.why_read_only)

    async def changed(self) -> bool:
        """Whether anybody, this session too, has written since this was last asked.

        Raises DatabaseError when the file has vanished, or is another by now.
        """
        if _identity(self.path) != self._file:
            raise DatabaseError("tui-vanished", path=self.path)
        found = await self.read(
            lambda workspace: (workspace.database.data_version(), workspace.database.stamp()[0])
        )
        before, self._seen = self._seen, found
        return before is not None and before != found

    def close(self) -> None:
        """Interrupt what is under way and close the file."""
        for lane in (self._reader, self._writer):
            lane.close()


def stoppable(workspace: Workspace, report: Progress) -> Progress:
    """A progress report that ends the work it reports on once the session was told to stop."""

    def checked(stage: str, done: int, whole: int) -> None:
        if workspace.database.interrupted:
            raise DatabaseError("interrupted", path=workspace.database.path)
        report(stage, done, whole)

    return checked


def _identity(path: str) -> tuple[int, int] | None:
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino
