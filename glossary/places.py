"""Where files lie: the data that come with the program, and the user's own folders.

Paths are strings; nothing here touches the disk but `data_folder`, and no folder is made.
"""

from __future__ import annotations

import os

_APP = "malmoi"


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
    from platformdirs import user_data_dir

    return os.path.join(user_data_dir(_APP, appauthor=False), "glossary.db")


def state_folder() -> str:
    """The user's folder for search history, drafts, window state and logs."""
    from platformdirs import user_state_dir

    return user_state_dir(_APP, appauthor=False)


def cache_folder() -> str:
    """The user's folder for what can be derived again, such as search indexes."""
    from platformdirs import user_cache_dir

    return user_cache_dir(_APP, appauthor=False)


def config_folder() -> str:
    """The user's folder for settings and profiles."""
    from platformdirs import user_config_dir

    return user_config_dir(_APP, appauthor=False)
