"""What is written where: data to standard output, talk to standard error, both in UTF-8."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from glossary.texts.harmless import harmless
from glossary.texts.sentences import LANGUAGES, harmless_sentence, sentence

if TYPE_CHECKING:
    from glossary.errors import MalmoiError, Notice

_STYLES = {
    "strong": "1",
    "dim": "2",
    "good": "32",
    "warn": "33",
    "bad": "31",
    "new": "36",
    "doubt": "35",
    "missing": "4;31",
}


class Console:
    """The two streams of one run, and its language."""

    def __init__(self, *, json: bool = False) -> None:
        self.json = json
        self.language = language()
        streams_as_utf8()

    def say(self, code: str, **fields: object) -> str:
        """The sentence for a code, its fields made harmless."""
        return harmless_sentence(code, self.language, **fields)

    def talk(self, code: str, **fields: object) -> None:
        """A sentence to standard error."""
        print(self.say(code, **fields), file=sys.stderr)

    def notice(self, notice: Notice) -> None:
        """A notice to standard error."""
        self.talk(notice.code, **notice.fields)

    def error(self, error: MalmoiError) -> None:
        """An error's sentence to standard error; with --json its code and fields too."""
        if self.json:
            said = sentence(error.code, **error.fields)
            fields = {name: str(value) for name, value in error.fields.items()}
            document = {"error": {"code": error.code, "fields": fields, "sentence": said}}
            print(_dumps(document, indent=None), file=sys.stderr)
        else:
            said = self.say(error.code, **error.fields)
            file = harmless(str(error.fields.get("file", "")))
            print(said if file in said else f"{file}: {said}", file=sys.stderr)

    def line(self, text: str = "", style: str = "") -> None:
        """A line of data to standard output, already harmless."""
        sys.stdout.write(self.styled(text, style) + "\n")

    def write(self, text: str) -> None:
        """A text to standard output as it is, for files and programs."""
        sys.stdout.write(text)

    def styled(self, text: str, style: str) -> str:
        """The text with colour where the output is a terminal that wants it."""
        if not style or not text or not self.colour:
            return text
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m"

    @property
    def colour(self) -> bool:
        """Whether standard output is a terminal and NO_COLOR (no-color.org) is unset."""
        wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        return wanted and self.terminal

    @property
    def terminal(self) -> bool:
        """Whether standard output is a terminal, which must only get what is harmless."""
        return sys.stdout.isatty()

    @property
    def room(self) -> int:
        """The columns of the terminal; 0, no limit, where the output is none."""
        try:
            return os.get_terminal_size(sys.stdout.fileno()).columns
        except (OSError, ValueError):
            return 0

    def table(self, rows: Sequence[Sequence[str]], *, headed: bool = True) -> None:
        """Rows of texts from outside as aligned columns, the first row the head."""
        from glossary.cli.table import lines

        shown = [[harmless(cell) for cell in row] for row in rows]
        head = len(list(lines(shown[:1], self.room))) if headed else 0
        for number, line in enumerate(lines(shown, self.room)):
            self.line(line, "strong" if number < head else "")

    def document(self, value: object) -> None:
        """One JSON document, exact and readable."""
        sys.stdout.write(_dumps(value, indent=2) + "\n")

    def listing(self, values: Iterable[object]) -> None:
        """One JSON document of any number of values, each in a line of its own."""
        before = "["
        for each in values:
            sys.stdout.write(f"{before}\n  {_dumps(each, indent=None)}")
            before = ","
        sys.stdout.write("[]\n" if before == "[" else "\n]\n")

    def json_line(self, value: object) -> None:
        """One JSON document in one line."""
        sys.stdout.write(_dumps(value, indent=None) + "\n")


def _dumps(value: object, indent: int | None) -> str:
    import json

    return json.dumps(value, ensure_ascii=False, indent=indent)


def language() -> str:
    """$GLOSSARY_LANG, else the configuration's `language`, else English."""
    wanted = os.environ.get("GLOSSARY_LANG") or _configured().get("language", "")
    short = str(wanted).replace("_", "-").split("-")[0].lower()
    return short if short in LANGUAGES else "en"


def _configured() -> dict[str, Any]:
    from glossary.places import config_folder

    path = os.path.join(config_folder(), "config.toml")
    if not os.path.exists(path):
        return {}
    import tomllib

    try:
        with open(path, "rb") as file:
            return tomllib.load(file)
    except (OSError, tomllib.TOMLDecodeError):
        return {}


def streams_as_utf8() -> None:
    """Make both streams UTF-8, whatever the locale and the environment say."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
