"""A command with the most memory it took.

What Linux says of a child counts the memory of the process that started it, so that a test that
has grown large would blame its child: a small process stands between them.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

_BETWEEN = """
import resource, subprocess, sys
code = subprocess.call(sys.argv[2:])
with open(sys.argv[1], "w") as file:
    file.write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
sys.exit(code)
"""


def run(
    command: list[str], *, timeout: float, cwd: Path | None = None
) -> tuple[subprocess.CompletedProcess[bytes], int]:
    """The command as it ended, with all that it wrote, and its peak in megabytes."""
    with TemporaryDirectory() as folder:
        peak = Path(folder, "peak")
        line = [sys.executable, "-S", "-c", _BETWEEN, str(peak), *command]
        done = subprocess.run(line, capture_output=True, cwd=cwd, check=False, timeout=timeout)
        return done, int(peak.read_text()) // 1024
