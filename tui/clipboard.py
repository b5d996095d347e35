"""Putting a text on the clipboard: the system's own tool where there is one, since some terminals
ignore the escape sequence (OSC 52) that is the way everywhere else.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping

_SECONDS = 2.0


def tools(platform: str, environment: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    """The commands that may take a text on standard input, best first; none over a connection
    from elsewhere, whose clipboard is not this machine's."""
    if "SSH_CONNECTION" in environment:
        return ()
    if platform == "darwin":
        return (("pbcopy",),)
    if platform == "win32":
        return (("clip.exe",),)
    found: list[tuple[str, ...]] = []
    if "WAYLAND_DISPLAY" in environment:
        found.append(("wl-copy",))
    if "DISPLAY" in environment:
        found += [("xclip", "-selection", "clipboard"), ("xsel", "--clipboard", "--input")]
    if "WSL_DISTRO_NAME" in environment:
        found.append(("clip.exe",))
    return tuple(found)


def copied_by_system(text: str) -> bool:
    """Whether a tool of the system has taken the text; it may take a moment."""
    for command in tools(sys.platform, os.environ):
        if shutil.which(command[0]) is None:
            continue
        encoding = "utf-16" if command[0] == "clip.exe" else "utf-8"
        try:
            done = subprocess.run(
                command,
                input=text.encode(encoding, "replace"),
                stdout=subprocess.DEVNULL,  # xclip stays, and would keep a pipe open
                stderr=subprocess.DEVNULL,
                timeout=_SECONDS,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            continue
        if done.returncode == 0:
            return True
    return False
