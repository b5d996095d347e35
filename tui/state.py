"""What the workbench remembers between two runs, in the user's state folder and readable by the
user alone: settings, the history of searches, and drafts of what was typed and not yet saved.

A file that cannot be read counts as empty, one that cannot be written is left: neither stops the
work.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import Any

from glossary.places import state_folder

_SEARCHES = 200
_SETTINGS, _SEARCHED, _DRAFTS = "workbench.json", "searches.json", "drafts.json"


class State:
    """The remembered things of one glossary file, `path`; the settings are those of all files."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._settings: dict[str, Any] = _read(_SETTINGS)
        searched = _read(_SEARCHED).get("searches", [])
        self._searches = [each for each in searched if isinstance(each, str)]

    def setting(self, name: str, usual: str = "") -> str:
        """A setting's value, or the usual one."""
        return str(self._settings.get(name, usual))

    def set(self, name: str, value: str) -> None:
        """Keep a setting."""
        self._settings[name] = value
        _write(_SETTINGS, self._settings)

    @property
    def searches(self) -> tuple[str, ...]:
        """What was searched for, the latest first."""
        return tuple(self._searches)

    def searched(self, text: str) -> None:
        """Put a search into the history, in front of the others."""
        text = text.strip()
        if text and self._searches[:1] != [text]:
            self._searches = [text, *(each for each in self._searches if each != text)][:_SEARCHES]
            _write(_SEARCHED, {"searches": self._searches})

    def draft(self, kind: str) -> dict[str, Any]:
        """The draft of this kind that was left, or nothing."""
        found = _read(_DRAFTS).get(self._path, {})
        draft = found.get(kind) if isinstance(found, dict) else None
        return draft if isinstance(draft, dict) else {}

    def keep_draft(self, kind: str, draft: dict[str, Any]) -> None:
        """Keep what is typed; an empty draft removes it."""
        drafts = _read(_DRAFTS)
        own = drafts.setdefault(self._path, {})
        if own.get(kind, {}) == draft:
            return
        own[kind] = draft
        drafts[self._path] = {name: each for name, each in own.items() if each}
        _write(_DRAFTS, {path: each for path, each in drafts.items() if each})


def _read(name: str) -> dict[str, Any]:
    try:
        with open(os.path.join(state_folder(), name), encoding="utf-8") as file:
            found = json.load(file)
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _write(name: str, value: dict[str, Any]) -> None:
    """Write the file whole, or leave the one that is there."""
    path = os.path.join(state_folder(), name)
    beside = f"{path}.{os.getpid()}.new"
    with suppress(OSError, UnicodeEncodeError):
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        flags = os.O_CREAT | os.O_TRUNC | os.O_WRONLY
        with open(os.open(beside, flags, 0o600), "w", encoding="utf-8") as file:
            json.dump(value, file, ensure_ascii=False, indent=1)
        os.replace(beside, path)
