"""Where files lie."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs
import pytest

from glossary import places


def test_data_folder_holds_the_tables() -> None:
    assert os.path.isfile(os.path.join(places.data_folder(), "language", "simplified.txt"))


def test_data_inside_the_package_come_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "__file__", str(tmp_path / "glossary" / "places.py"))
    assert places.data_folder() == str(tmp_path / "data")
    (tmp_path / "glossary" / "data").mkdir(parents=True)
    assert places.data_folder() == str(tmp_path / "glossary" / "data")


def test_the_environment_names_the_database(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GLOSSARY_DB", "some.db")
    assert places.default_database() == "some.db"


def test_an_empty_setting_names_no_database(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GLOSSARY_DB", "")
    expected = os.path.join(platformdirs.user_data_dir("malmoi", appauthor=False), "glossary.db")
    assert places.default_database() == expected


def test_folders_are_four_and_none_is_made() -> None:
    found = {
        os.path.dirname(places.default_database()),
        places.state_folder(),
        places.cache_folder(),
        places.config_folder(),
    }
    assert found == {
        platformdirs.user_data_dir("malmoi", appauthor=False),
        platformdirs.user_state_dir("malmoi", appauthor=False),
        platformdirs.user_cache_dir("malmoi", appauthor=False),
        platformdirs.user_config_dir("malmoi", appauthor=False),
    }
    assert not any(map(os.path.exists, found))
