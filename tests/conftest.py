"""What every test relies on: nothing of the developer's own is read or written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# How busy the machine is says nothing about the code.
settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")

_XDG = ("DATA", "STATE", "CACHE", "CONFIG")


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home for each test alone (not yet made), and no settings from outside."""
    home = tmp_path / "home"
    monkeypatch.setenv("HOME", str(home))
    for name in _XDG:
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    for name in ("GLOSSARY_DB", "GLOSSARY_LANG", "GLOSSARY_ACTOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder of the large corpora that do not ship with the project; without it, a skip."""
    named = os.environ.get("MALMOI_CORPORA")
    if not named:
        pytest.skip("$MALMOI_CORPORA is not set: the corpora are not at hand")
    folder = Path(named)
    if not (folder / "bench").is_dir():
        pytest.skip(f"$MALMOI_CORPORA ({named}) has no folder bench")
    return folder
