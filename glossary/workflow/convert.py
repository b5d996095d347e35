"""Texts from one Korean into the other, line by line, so that any length will do."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from glossary.errors import InputRefused, UsageError
from glossary.formats.lines import TextEncoding
from glossary.formats.plain_text import checked_lines
from glossary.language.composed import nfc
from glossary.language.invisible import Shown, visible
from glossary.language.kiwi import kiwi_score, sharpened
from glossary.language.offsets import Offsets
from glossary.language.orthography import applied, respell
from glossary.matching.recognition import Recogniser
from glossary.model import APPLY, BANDS, KO_KR, Respelling
from glossary.workflow.conversion_choices import Choices
from glossary.workflow.documents_in import named
from glossary.workflow.sources import STANDARD, opened
from glossary.workflow.term_conversion import KIND, other_korean, with_terms

_NOT_PLAIN = {".html", ".htm", ".xhtml", ".docx", ".hwpx", ".xlsx", ".tmx", ".doc", ".hwp", ".xls"}
"""Files whose addresses and tags must not be respelt with their text."""


@dataclass(frozen=True, slots=True)
class ConvertedLine:
    """A line as it was, its number from 1, where it starts in the text, and its respellings,
    whose offsets are those of the line."""

    number: int
    start: int
    text: str
    respellings: tuple[Respelling, ...]

    def converted(self, band: str = APPLY) -> str:
        """The line with the respellings up to this band."""
        bands = BANDS[: BANDS.index(band) + 1]
        made = (each if each.band in bands else each.untaken() for each in self.respellings)
        return applied(self.text, [each for each in made if each is not None])

    def in_text(self) -> tuple[Respelling, ...]:
        """The respellings with offsets of the whole text."""
        return tuple(
            replace(each, start=self.start + each.start, end=self.start + each.end)
            for each in self.respellings
        )


@dataclass(frozen=True, slots=True)
class Conversion:
    """How texts are converted: to which variety, with which terms, the spelling or not.

    `score` is Kiwi's, which has a say in what is only likely for ko-KR.
    """

    to: str = KO_KR
    recogniser: Recogniser | None = None
    spelling: bool = True
    score: Callable[[str], float] | None = None
    choices: Choices = field(default_factory=Choices)

    def respellings(self, line: str) -> tuple[Respelling, ...]:
        """The respellings of one line, whose Hangul may be decomposed, and which may have more
        than is seen: that goes where a word with it is changed."""
        shown = visible(line)
        composed = nfc(shown)
        found = self._of_composed(composed)
        if composed != shown:
            found = _led_back(found, shown, Offsets(shown))
        return found if shown == line else _led_back(found, line, Shown(line))

    def _of_composed(self, line: str) -> tuple[Respelling, ...]:
        found = respell(line, self.to)
        if self.score is not None:
            found = sharpened(line, found, self.score)
        if self.recogniser is not None:
            occurrences = self.recogniser.find(line, other_korean(self.to))
            both = with_terms(line, found, occurrences, self.recogniser.terms, self.to)
            found = both if self.spelling else _terms_alone(both)
        return self.choices.of(found)


def _led_back(
    found: Iterable[Respelling], line: str, offsets: Offsets | Shown
) -> tuple[Respelling, ...]:
    spans = ((offsets.span(each.start, each.end), each) for each in found)
    return tuple(
        replace(each, start=start, end=end, before=line[start:end]) for (start, end), each in spans
    )


def _terms_alone(both: Iterable[Respelling]) -> tuple[Respelling, ...]:
    return tuple(replace(each, otherwise="") for each in both if each.kind == KIND)


def convert_file(
    path: str, conversion: Conversion, encoding: str = "", told: TextEncoding | None = None
) -> Iterator[ConvertedLine]:
    """The lines of a file, "-" for standard input, with their respellings for a variety; `told` is
    filled in with how they are written.

    Raises InputRefused with the file's name, as an import does, also for a document that is more
    than its text and for a line with a NUL character.
    """
    if path != STANDARD and os.path.splitext(path)[1].lower() in _NOT_PLAIN:
        raise InputRefused("convert-not-plain", file=path)
    start = 0
    with named(path), opened(path, "") as stream:
        for number, line in enumerate(checked_lines(stream, encoding, told), 1):
            yield ConvertedLine(number, start, line, conversion.respellings(line))
            start += len(line)


def analyser() -> Callable[[str], float]:
    """Kiwi's score of a text. Raises UsageError where Kiwi is not installed."""
    try:
        return kiwi_score()
    except ImportError as error:
        raise UsageError("analyser-missing") from error
