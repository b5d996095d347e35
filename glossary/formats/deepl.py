"""Glossaries for DeepL: CSV, source and target, no headings.

Its limits: 10 MiB a file, 1,024 bytes of UTF-8 a phrase, each source once. A phrase that a
spreadsheet would take for a formula cannot be guarded without being changed; it stays out.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import BinaryIO

from glossary.errors import InputRefused
from glossary.formats import cells
from glossary.formats.pairs import Pairing, Pairings
from glossary.formats.rows import Heading, Written
from glossary.model import DRAFT, Concept

FILE_LIMIT = 10 * 1024 * 1024
PHRASE_LIMIT = 1_024
"""Bytes."""


def write(stream: BinaryIO, concepts: Iterable[Concept], heading: Heading) -> Written:
    """Write each source once, with the first target to use: same-source counts the others,
    phrase-too-long, formula and draft what else stays out.

    Raises InputRefused: deepl-too-large.
    """
    pairings = Pairings(concepts, heading)
    known: dict[str, str] = {}
    size = 0
    for pairing in pairings:
        target = pairing.targets[0].text
        for source in pairing.sources:
            reason = _reason(pairing, source.text, known)
            if reason:
                pairings.left_out[reason] += 1
            elif source.text not in known:
                known[source.text] = target
                size += stream.write(_line(source.text, target))
                if size > FILE_LIMIT:
                    raise InputRefused("deepl-too-large", most=FILE_LIMIT // 1024 // 1024)
    return Written(pairings.count, pairings.left_out)


def _reason(pairing: Pairing, source: str, known: dict[str, str]) -> str:
    """Why a pair stays out, or the empty string."""
    target = pairing.targets[0]
    if target.status == DRAFT:
        return "draft"
    if known.get(source, target.text) != target.text:
        return "same-source"
    if any(len(each.encode()) > PHRASE_LIMIT for each in (source, target.text)):
        return "phrase-too-long"
    if any(cells.guard(each) != each for each in (source, target.text)):
        return "formula"
    return ""


def _line(source: str, target: str) -> bytes:
    line = io.StringIO()
    csv.writer(line).writerow((source, target))
    return line.getvalue().encode()
