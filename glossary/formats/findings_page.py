"""The findings of a check as one HTML page that needs nothing else; everything is escaped, and the
page may load nothing.

The rows wait in a file until all have come, as how many there are stands before them; how many of
each check, behind them.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import BinaryIO

from glossary.formats import printed
from glossary.formats.page_parts import page_part, page_text
from glossary.texts.sentences import sentence

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
COLUMNS = ("line", "name", "source", "target", "why", "fix", "id")
"""What a row of the table tells."""


@dataclass(frozen=True, slots=True)
class Row:
    """One finding: `marked` is the stretch of the source, or else of the target, that it is
    about; `fix` None where there is none."""

    uid: str
    line: int
    check: str
    source: str
    target: str
    in_source: bool
    marked: tuple[int, int]
    why: str
    fix: str | None


@dataclass(frozen=True, slots=True)
class About:
    """What the page says of itself: its title and the language of its words, the varieties of
    source and target, and the paths of what was checked, one where both sides are in it."""

    title: str
    language: str
    varieties: tuple[str, str]
    files: tuple[str, ...]


def write(stream: BinaryIO, about: About, rows: Iterable[Row]) -> None:
    """Write the page."""
    counts: Counter[str] = Counter()
    with tempfile.TemporaryFile(prefix="malmoi-") as body:
        for row in rows:
            counts[row.check] += 1
            found = _row(row, about.language, about.varieties)
            body.write(found.encode("utf-8", "backslashreplace"))
        body.seek(0)
        stream.write(_head(about, counts.total()).encode("utf-8", "backslashreplace"))
        shutil.copyfileobj(body, stream)
    summary = _summary(counts, about.language)
    stream.write(f"</tbody></table>\n{summary}</body></html>\n".encode())


def _head(about: About, count: int) -> str:
    title, language = page_text(about.title), about.language
    heads = "".join(
        f"<th>{escape(sentence(f'check-column-{each}', language))}</th>" for each in COLUMNS
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}"><head><meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{page_part('findings.css')}</style></head>\n"
        f"<body><h1>{title}</h1>\n<p>{_checked(about)}</p>\n"
        f"<p>{escape(sentence('check-total', language, count=count))}</p>\n"
        f"<table><thead><tr>{heads}</tr></thead><tbody>\n"
    )


def _checked(about: About) -> str:
    """The files and the varieties in them."""
    names = [page_text(os.path.basename(each)) for each in about.files]
    said = [page_text(printed.variety_label(each, about.language)) for each in about.varieties]
    if len(names) == len(said):
        both = zip(names, said, strict=True)
        return " → ".join(f"{name} ({variety})" for name, variety in both)
    return f"{' '.join(names)} ({' → '.join(said)})"


def _row(row: Row, language: str, varieties: tuple[str, str]) -> str:
    sides = (row.source, row.in_source, varieties[0]), (row.target, not row.in_source, varieties[1])
    texts = "".join(
        f'<td lang="{escape(variety)}">{_marked(text, row.marked if here else (0, 0))}</td>'
        for text, here, variety in sides
    )
    return (
        f"<tr><td>{row.line}</td><td>{escape(sentence(f'check-name-{row.check}', language))}</td>"
        f"{texts}<td>{page_text(row.why)}</td><td>{_fix(row)}</td>"
        f'<td class="id">{row.uid}</td></tr>\n'
    )


def _marked(text: str, place: tuple[int, int]) -> str:
    start, end = place
    if start == end:
        return page_text(text)
    return (
        f"{page_text(text[:start])}<mark>{page_text(text[start:end])}</mark>{page_text(text[end:])}"
    )


def _fix(row: Row) -> str:
    if row.fix is None:
        return ""
    before = (row.source if row.in_source else row.target)[slice(*row.marked)]
    new = f"<ins>{page_text(row.fix or '∅')}</ins>"
    return f"<del>{page_text(before)}</del> {new}" if before else new


def _summary(counts: Counter[str], language: str) -> str:
    if not counts:
        return f"<p>{escape(sentence('check-nothing', language))}</p>\n"
    rows = "".join(
        f"<tr><td>{count}</td><td>{escape(sentence(f'check-name-{check}', language))}</td></tr>\n"
        for check, count in counts.most_common()
    )
    heading = escape(sentence("check-summary", language))
    return f"<h2>{heading}</h2>\n<table><tbody>{rows}</tbody></table>\n"
