"""Profiles: what a client or a desk wants, in a TOML file that is named once and used everywhere.

    target = "ko-KR"              # the variety texts are converted to and checked in
    sets = ["client", "mine"]     # the only sets whose terms count
    memories = ["news"]           # the only memories that are asked
    threshold = 75                # the least score of a match
    single = false                # whether terms of one character are found in texts

    [checks]
    skip = ["spaces"]

A profile is `profiles/NAME.toml` in the configuration folder, or a path that ends in .toml.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from glossary.errors import InputRefused, NotFound
from glossary.language.varieties import normal_variety
from glossary.places import config_folder

_ENDING = ".toml"
_TYPES: Mapping[str, type] = {
    "target": str,
    "sets": list,
    "memories": list,
    "threshold": int,
    "single": bool,
    "checks": dict,
}
EXAMPLES: Mapping[str, str] = {
    "target": 'target = "ko-KR"',
    "sets": 'sets = ["client", "mine"]',
    "memories": 'memories = ["news"]',
    "threshold": "threshold = 75",
    "single": "single = false",
    "checks": 'checks.skip = ["spaces"]',
    "checks.skip": 'checks.skip = ["spaces"]',
}
"""Every field of a profile, with what it may say."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What is wanted; an empty field leaves the choice to the command."""

    target: str = ""
    sets: tuple[str, ...] = ()
    memories: tuple[str, ...] = ()
    threshold: int = 0
    single: bool = False
    skip: tuple[str, ...] = ()


def load(name: str) -> Profile:
    """The profile of a name or path; none wanted is an empty one.

    Raises NotFound, naming the profiles there are; InputRefused for a file that cannot be read, or
    says what no profile says.
    """
    if not name:
        return Profile()
    path = name if name.endswith(_ENDING) else os.path.join(folder(), name + _ENDING)
    try:
        with open(path, "rb") as file:
            said = tomllib.load(file)
    except FileNotFoundError as error:
        raise NotFound("profile-unknown", name=name, known=", ".join(names()) or "–") from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputRefused("profile-unreadable", file=path, detail=str(error)) from error
    return _profile(said, path)


def folder() -> str:
    """Where profiles lie."""
    return os.path.join(config_folder(), "profiles")


def names() -> tuple[str, ...]:
    """The profiles there are."""
    try:
        found = os.listdir(folder())
    except OSError:
        return ()
    return tuple(sorted(each.removesuffix(_ENDING) for each in found if each.endswith(_ENDING)))


def _profile(said: Mapping[str, Any], path: str) -> Profile:
    checks = said.get("checks", {})
    for key, value in said.items():
        _check_known(key, path)
        if type(value) is not _TYPES[key]:
            raise _of_another_kind(key, path)
    for key in checks:
        _check_known(f"checks.{key}", path)
    return Profile(
        normal_variety(said["target"]) if "target" in said else "",
        _list(said.get("sets", []), "sets", path),
        _list(said.get("memories", []), "memories", path),
        said.get("threshold", 0),
        said.get("single", False),
        _list(checks.get("skip", []), "checks.skip", path),
    )


def _list(values: object, name: str, path: str) -> tuple[str, ...]:
    if not isinstance(values, list) or not all(isinstance(each, str) for each in values):
        raise _of_another_kind(name, path)
    return tuple(values)


def _check_known(field: str, path: str) -> None:
    if field not in EXAMPLES:
        known = ", ".join(each for each in EXAMPLES if each != "checks")
        raise InputRefused("profile-field-unknown", file=path, field=field, known=known)


def _of_another_kind(field: str, path: str) -> InputRefused:
    return InputRefused("profile-field-kind", file=path, field=field, example=EXAMPLES[field])
