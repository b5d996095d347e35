"""Where files lie: the data that come with the program, and the user's own folders.

Paths are strings; nothing here touches the disk but `data_folder`, and no folder is made.
"""

from __future__ import annotations

import os
import sys

_APP = "malmoi"
_XDG = {
    "data": ("XDG_DATA_HOME", "~/.local/share"),
    "state": ("XDG_STATE_HOME", "~/.local/state"),
    "cache": ("XDG_CACHE_HOME", "~/.cache"),
    "config": ("XDG_CONFIG_HOME", "~/.config"),
}


def data_folder() -> str:
    """The folder of packs and tables: inside the installed package, else the checkout's."""
    package = os.path.dirname(os.path.abspath(__file__))
    installed = os.path.join(package, "data")
    return installed if os.path.isdir(installed) else os.path.join(os.path.dirname(package), "data")


def default_database() -> str:
    """The glossary that is opened when none is named: $GLOSSARY_DB, else the user's own."""
    named = os.environ.get("GLOSSARY_DB")
    if named:
        return named
    return os.path.join(_user_folder("data"), "glossary.db")


def state_folder() -> str:
    """The user's folder for search history, drafts, window state and logs."""
    return _user_folder("state")


def cache_folder() -> str:
    """The user's folder for what can be derived again, such as search indexes."""
    return _user_folder("cache")


def config_folder() -> str:
    """The user's folder for settings and profiles."""
    return _user_folder("config")


def _user_folder(kind: str) -> str:
    """The folder of a kind, as platformdirs says, whose import would double a look-up's start.

    On Linux its rule (the XDG base directories) is followed here; a test compares the two.
    """
    if sys.platform == "linux" and "ANDROID_DATA" not in os.environ:
        variable, usual = _XDG[kind]
        root = os.environ.get(variable, "").strip() or os.path.expanduser(usual)
        return os.path.join(root, _APP)
    import platformdirs

    folder: str = getattr(platformdirs, f"user_{kind}_dir")(_APP, appauthor=False)
    return folder
