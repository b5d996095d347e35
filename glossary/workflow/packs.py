"""The packs that come with the program: what there is, putting one in, bringing it up to date.

A pack is a read-only set, consulted last. Changes to its concepts are copies in a set of one's
own, so a pack can be replaced or removed without touching them.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from glossary.errors import InputRefused, NotFound
from glossary.formats import registry
from glossary.formats.rows import Row
from glossary.model import Concept, GlossarySet
from glossary.places import data_folder
from glossary.store import create, lookups
from glossary.store.database import Database
from glossary.store.sets import Sets
from glossary.store.termbase import Termbase, with_uids
from glossary.workflow.set_removal import take_out
from glossary.workspace import Workspace

STARTER = "starter"


@dataclass(frozen=True, slots=True)
class Pack:
    """What a pack says about itself; `titles` has its name in each language of the program."""

    name: str
    version: str
    licence: str
    source: str
    titles: Mapping[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The English title."""
        return self.titles.get("en", self.name)


def available() -> tuple[Pack, ...]:
    """The packs that come with the program, by name."""
    try:
        names = sorted(os.listdir(_place()))
    except FileNotFoundError:
        return ()
    return tuple(_pack(name) for name in names if os.path.isfile(_place(name, "pack.toml")))


def install(workspace: Workspace, name: str, command: str) -> int:
    """Put a pack in as the last set, or bring the installed one up to date, in one batch.

    Answers how many concepts the pack has. Raises NotFound; UsageError when a set of one's own
    has the name.
    """
    return _install(workspace.database, name, command)


def update(workspace: Workspace, name: str, command: str) -> int:
    """Bring an installed pack up to date. Raises NotFound when it is not installed."""
    if _installed(workspace.sets, name) is None:
        raise NotFound("pack-not-installed", name=name)
    return _install(workspace.database, name, command)


def remove(workspace: Workspace, name: str, command: str) -> int:
    """Take a pack out, in one batch that can be undone; answers how many concepts it had.

    Own copies of its concepts stay. Raises NotFound when it is not installed.
    """
    with workspace.database.write(command) as batch:
        installed = _installed(workspace.sets, name)
        if installed is None:
            raise NotFound("pack-not-installed", name=name)
        return take_out(workspace, batch, installed[0])


def create_workspace(path: str) -> bool:
    """Make a new glossary file with an empty set of one's own and the starter pack.

    False when somebody else made it meanwhile. Raises DatabaseError.
    """
    return create.create(path, fill=_fill)


def _fill(database: Database) -> None:
    _install(database, STARTER, "create")


def _install(database: Database, name: str, command: str) -> int:
    pack, concepts = _named(name), _concepts(name)
    sets = Sets(database)
    terms = Termbase(database, sets)
    with database.write(command, installs=name) as batch:
        installed = _installed(sets, name)
        if installed is None:
            target = sets.insert(batch, _set_of(pack, GlossarySet(name, rank=0)))
        else:
            target, was = installed
            sets.update(batch, target, _set_of(pack, was))
            kept = {concept.uid for concept in concepts}
            stored = lookups.of_set(database, target)
            terms.delete(batch, [each for each in stored if each.concept.uid not in kept])
        terms.write(batch, target, concepts)
    return len(concepts)


def _installed(sets: Sets, name: str) -> tuple[int, GlossarySet] | None:
    """The set a pack was put into, with its row id."""
    return next(((row, each) for row, each in sets.by_id().items() if each.pack == name), None)


def _set_of(pack: Pack, was: GlossarySet) -> GlossarySet:
    return replace(
        was,
        read_only=True,
        pack=pack.name,
        version=pack.version,
        licence=pack.licence,
        source=pack.source,
    )


def _named(name: str) -> Pack:
    for pack in available():
        if pack.name == name:
            return pack
    raise NotFound("pack-unknown", name=name, known=", ".join(each.name for each in available()))


def _pack(name: str) -> Pack:
    """A pack by its folder's name, which is its own. Raises InputRefused for a broken file."""
    try:
        with open(_place(name, "pack.toml"), "rb") as file:
            said = tomllib.load(file)
        fields = {each: str(said[each]) for each in ("version", "licence", "source")}
        return Pack(name, **fields, titles=dict(said.get("title", {})))
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise InputRefused("pack-damaged", name=name, line=0, detail=str(error)) from error


def _concepts(name: str) -> list[Concept]:
    """A pack's concepts. Raises InputRefused at the first that is refused."""
    found = []
    with open(_place(name, "terms.jsonl"), "rb") as stream:
        for row in registry.named("jsonl").read(stream):
            if not isinstance(row, Row):
                raise InputRefused("pack-damaged", name=name, line=row.line, detail=row.code)
            found.append(with_uids(row.concept))
    return found


def _place(*names: str) -> str:
    return os.path.join(data_folder(), "packs", *names)
