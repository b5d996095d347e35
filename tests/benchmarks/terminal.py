"""A program in a pseudo-terminal of its own: keys go in, what is painted comes out."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence

_SEQUENCE = re.compile(rb"\x1b(?:\[[0-9;?<>=]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[()].|.)")
_PATIENCE = 30.0  # seconds


class Terminal:
    """The program and its terminal of 120 x 40 cells; `began` is when it was started."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self.began = time.perf_counter()
        self._pid, self._file = pty.fork()
        if not self._pid:
            fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
            os.execve(command[0], list(command), dict(environment))

    def until(self, painted: Callable[[str], bool]) -> float:
        """Seconds until what was painted since this call holds what is waited for."""
        began, seen = time.perf_counter(), b""
        while time.perf_counter() - began < _PATIENCE:
            if select.select([self._file], [], [], 0.05)[0]:
                seen += os.read(self._file, 1 << 16)
                if painted(_SEQUENCE.sub(b"", seen).decode("utf-8", "ignore")):
                    return time.perf_counter() - began
        raise TimeoutError(_SEQUENCE.sub(b"", seen).decode("utf-8", "ignore")[-2000:])

    def send(self, keys: str) -> None:
        """Press keys."""
        os.write(self._file, keys.encode())

    def quiet(self, seconds: float) -> None:
        """Let so much time go by, and forget what is painted in it."""
        end = time.perf_counter() + seconds
        while (rest := end - time.perf_counter()) > 0:
            if select.select([self._file], [], [], rest)[0]:
                os.read(self._file, 1 << 16)

    def end(self, keys: str) -> tuple[float, int]:
        """Leave the program by these keys: the seconds of processor time it took, and the most
        memory it had, in kilobytes."""
        self.send(keys)
        try:
            while os.read(self._file, 1 << 16):
                pass
        except OSError:  # the other end is closed
            pass
        _, _, used = os.wait4(self._pid, 0)
        os.close(self._file)
        return used.ru_utime + used.ru_stime, used.ru_maxrss
