"""The analysis as one HTML page that needs nothing else: a chart, and a table for each file."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from typing import BinaryIO

from glossary.formats.plain_table import Rows
from glossary.places import data_folder

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_WIDTH, _BAR, _GAP = 640, 22, 8  # of the chart
_LABEL = 190


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, and a table whose first row is its head."""

    heading: str
    rows: Rows


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on the page: `head` has names with what they are, `bars` named amounts."""

    title: str
    language: str
    head: Sequence[tuple[str, str]]
    bars: Sequence[tuple[str, int]]
    sections: Sequence[Section]


def write(stream: BinaryIO, page: Page) -> None:
    """Write the page."""
    title, language = page.title, page.language
    head = "<br>".join(f"{escape(name)}: {escape(value)}" for name, value in page.head)
    parts = [
        f'<!DOCTYPE html>\n<html lang="{escape(language)}"><head><meta charset="utf-8">\n',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n',
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
        f"<title>{escape(title)}</title>\n<style>{_style()}</style></head>\n",
        f"<body><h1>{escape(title)}</h1>\n<p>{head}</p>\n{_chart(page.bars)}\n",
        *(_section(each) for each in page.sections),
        "</body></html>\n",
    ]
    stream.write("".join(parts).encode())


def _chart(bars: Sequence[tuple[str, int]]) -> str:
    """Horizontal bars, each with its name before and its amount and share behind it."""
    most = max((amount for _, amount in bars), default=0)
    whole = sum(amount for _, amount in bars) or 1
    height = len(bars) * (_BAR + _GAP)
    shapes = []
    for number, (name, amount) in enumerate(bars):
        top = number * (_BAR + _GAP)
        width = round((_WIDTH - _LABEL - 150) * amount / most) if most else 0
        middle = top + _BAR * 0.72
        shapes.append(
            f'<text x="{_LABEL - 10}" y="{middle:.0f}" text-anchor="end">{escape(name)}</text>'
            f'<rect x="{_LABEL}" y="{top}" width="{width}" height="{_BAR}"/>'
            f'<text x="{_LABEL + width + 8}" y="{middle:.0f}">{amount:,}'
            f" ({100 * amount / whole:.1f} %)</text>"
        )
    return f'<svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="">{"".join(shapes)}</svg>'


def _section(section: Section) -> str:
    head, *rows = section.rows
    cells = "".join(f"<th>{escape(str(each))}</th>" for each in head)
    lines = "".join(
        "<tr>" + "".join(f"<td>{_shown(each)}</td>" for each in row) + "</tr>\n" for row in rows
    )
    return (
        f"<h2>{escape(section.heading)}</h2>\n<table><thead><tr>{cells}</tr></thead>"
        f"<tbody>{lines}</tbody></table>\n"
    )


def _shown(cell: object) -> str:
    return escape(f"{cell:,}" if isinstance(cell, int | Decimal) else str(cell))


def _style() -> str:
    with open(os.path.join(data_folder(), "page", "analysis.css"), encoding="utf-8") as file:
        return file.read()
