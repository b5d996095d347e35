"""The findings of a check as one HTML page that needs nothing else; everything is escaped, and the
page may load nothing.

The rows are written as they come; how many there are of each check stands behind them.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import BinaryIO

from glossary.places import data_folder
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


def write(
    stream: BinaryIO, title: str, language: str, varieties: tuple[str, str], rows: Iterable[Row]
) -> None:
    """Write the page; `varieties` are those of source and target."""
    heads = "".join(
        f"<th>{escape(sentence(f'check-column-{each}', language))}</th>" for each in COLUMNS
    )
    stream.write(
        f'<!DOCTYPE html>\n<html lang="{escape(language)}"><head><meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_style()}</style></head>\n"
        f"<body><h1>{escape(title)}</h1>\n"
        f"<table><thead><tr>{heads}</tr></thead><tbody>\n".encode()
    )
    counts: Counter[str] = Counter()
    for row in rows:
        counts[row.check] += 1
        stream.write(_row(row, language, varieties).encode("utf-8", "backslashreplace"))
    stream.write(f"</tbody></table>\n{_summary(counts, language)}</body></html>\n".encode())


def _row(row: Row, language: str, varieties: tuple[str, str]) -> str:
    sides = (row.source, row.in_source, varieties[0]), (row.target, not row.in_source, varieties[1])
    texts = "".join(
        f'<td lang="{escape(variety)}">{_marked(text, row.marked) if here else escape(text)}</td>'
        for text, here, variety in sides
    )
    return (
        f"<tr><td>{row.line}</td><td>{escape(sentence(f'check-name-{row.check}', language))}</td>"
        f'{texts}<td>{escape(row.why)}</td><td>{_fix(row)}</td><td class="id">{row.uid}</td></tr>\n'
    )


def _marked(text: str, place: tuple[int, int]) -> str:
    start, end = place
    return f"{escape(text[:start])}<mark>{escape(text[start:end])}</mark>{escape(text[end:])}"


def _fix(row: Row) -> str:
    if row.fix is None:
        return ""
    before = (row.source if row.in_source else row.target)[slice(*row.marked)]
    return f"<del>{escape(before)}</del> <ins>{escape(row.fix or '∅')}</ins>"


def _summary(counts: Counter[str], language: str) -> str:
    if not counts:
        return f"<p>{escape(sentence('check-nothing', language))}</p>\n"
    rows = "".join(
        f"<tr><td>{count}</td><td>{escape(sentence(f'check-name-{check}', language))}</td></tr>\n"
        for check, count in counts.most_common()
    )
    heading = escape(sentence("check-summary", language))
    return f"<h2>{heading}</h2>\n<table><tbody>{rows}</tbody></table>\n"


def _style() -> str:
    with open(os.path.join(data_folder(), "page", "findings.css"), encoding="utf-8") as file:
        return file.read()
