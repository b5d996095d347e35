"""The front door: a plain look-up and the workbench go straight in, everything else through Typer,
whose import alone takes longer than a look-up. Both end in `run`, which turns failures into
sentences.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence

from glossary.cli.options import GLOBAL, MATCH, SEARCH, MatchOptions, Option, SearchOptions
from glossary.errors import MalmoiError, UsageError

DEFECT = 70
_INTERRUPTED = 130
_DIGITS = 18  # a longer number is no count; Typer says so


def main() -> None:
    """The command `glossary`."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by the shell
            setattr(sys, name, open(os.devnull, "w"))  # noqa: SIM115  # as long as the program
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command; the exit code comes back and nothing is raised."""
    try:
        plain = plain_search(arguments) or plain_match(arguments) or plain_workbench(arguments)
        code = plain() if plain else _through_typer(arguments)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        _drop_output()
        return 0
    except KeyboardInterrupt:
        return _INTERRUPTED
    except MalmoiError as error:
        return _refused(error, arguments)
    except OSError as error:
        if error.filename is not None:
            return _defect(error, arguments)
        return _unwritten(error, arguments)
    except Exception as error:  # noqa: BLE001  # the last resort of the program
        return _defect(error, arguments)


def plain_search(arguments: Sequence[str]) -> Callable[[], int] | None:
    """The look-up these arguments ask for, or None where Typer has to read them."""
    rest = list(arguments)
    common = _options(rest, GLOBAL, until="search")
    if common is None or not rest or rest.pop(0) != "search":
        return None
    given = _options(rest, SEARCH)
    if given is None or not rest or common["debug"]:
        return None

    def look_up() -> int:
        from glossary.cli import look_up

        options = SearchOptions(query=tuple(rest), **given)  # type: ignore[arg-type]  # by the table
        return look_up.run(options, db=str(common["db"]), set_name=str(common["set"]))

    return look_up


def plain_match(arguments: Sequence[str]) -> Callable[[], int] | None:
    """The look-up in the memories these arguments ask for, or None where Typer has to read
    them."""
    rest = list(arguments)
    common = _options(rest, GLOBAL, until="tm")
    if common is None or rest[:2] != ["tm", "match"]:
        return None
    del rest[:2]
    given = _options(rest, MATCH)
    if given is None or not rest or common["debug"]:
        return None

    def look_up() -> int:
        from glossary.cli import match_up

        options = MatchOptions(text=tuple(rest), **given)  # type: ignore[arg-type]  # by the table
        return match_up.run(options, db=str(common["db"]))

    return look_up


def plain_workbench(arguments: Sequence[str]) -> Callable[[], int] | None:
    """The workbench these arguments ask for, or None where Typer has to read them."""
    rest = list(arguments)
    common = _options(rest, GLOBAL, until="tui")
    if common is None or rest != ["tui"] or common["debug"]:
        return None

    def open_it() -> int:
        from glossary.cli import start_up

        return start_up.run(db=str(common["db"]))

    return open_it


def _options(
    rest: list[str], table: tuple[Option, ...], until: str | None = None
) -> dict[str, object] | None:
    """Take the options out of `rest` and give their values; None for anything unusual."""
    by_flag = {flag: each for each in table for flag in each.flags}
    values = {each.name: each.default for each in table}
    words: list[str] = []
    while rest and rest[0] != until:
        word = rest.pop(0)
        if not word.startswith("-") or word == "-":
            words.append(word)
            continue
        flag, _, value = word.partition("=")
        option = by_flag.get(flag)
        if option is None or ("=" in word and not flag.startswith("--")):
            return None
        if option.kind is bool:
            if "=" in word:
                return None
            values[option.name] = True
            continue
        if "=" not in word:
            if not rest or rest[0].startswith("-"):
                return None
            value = rest.pop(0)
        if option.kind is int and not _is_plain_number(value):
            return None
        values[option.name] = int(value) if option.kind is int else value
    if until and words:
        return None
    rest[:0] = words
    return values


def _is_plain_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < _DIGITS


def _through_typer(arguments: Sequence[str]) -> int:
    from glossary.cli.app import call

    return call(arguments)


def _refused(error: MalmoiError, arguments: Sequence[str]) -> int:
    from glossary.cli.console import Console

    Console(json="--json" in arguments or "--jsonl" in arguments).error(error)
    return error.exit_code


def _unwritten(error: OSError, arguments: Sequence[str]) -> int:
    """Standard output does not take what is written, as on a full disk."""
    _drop_output()
    detail = error.strerror or str(error)
    return _refused(UsageError("output-unwritable", detail=detail), arguments)


def _defect(error: Exception, arguments: Sequence[str]) -> int:
    """One sentence and the path of a log; --debug prints the traceback itself."""
    import traceback

    from glossary.cli.console import Console

    said = "".join(traceback.format_exception(error))
    if "--debug" in arguments:
        sys.stderr.write(said)
    Console().talk("defect", error=type(error).__name__, log=_log(said, arguments))
    return DEFECT


def _log(said: str, arguments: Sequence[str]) -> str:
    """Write the traceback into the log of the user's state folder; its path comes back."""
    import time

    from glossary import places

    path = os.path.join(places.state_folder(), "defects.log")
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        with open(os.open(path, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600), "a") as file:
            file.write(f"{time.strftime('%Y-%m-%dT%H:%M:%S%z')} {arguments!r}\n{said}\n")
    except OSError:
        return "-"
    return path


def _drop_output() -> None:
    """The reader has gone: what is still to be written goes nowhere, quietly."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
