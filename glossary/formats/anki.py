"""Cards for Anki: its text import with tabs (File > Import), told by the lines at the head.

Each concept is a note: an identity by which a later import updates it, the source terms, the
target terms, what there is to know, and its domain as a tag.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import BinaryIO

from glossary.formats.pairs import Pairings, comment
from glossary.formats.rows import Heading, Written
from glossary.model import Concept

_BETWEEN = " / "


def write(stream: BinaryIO, concepts: Iterable[Concept], heading: Heading) -> Written:
    """Write one note for each concept that has terms in both varieties."""
    source, target = heading.varieties
    pairings = Pairings(concepts, heading)
    head = (
        *("#separator:tab", "#html:false", "#guid column:1", "#tags column:5"),
        f"#columns:guid\t{source}\t{target}\tnote\ttags",
    )
    text = io.TextIOWrapper(stream, "utf-8", newline="")
    try:
        text.write("".join(f"{line}\n" for line in head))
        writer = csv.writer(text, delimiter="\t", lineterminator="\n")
        for pairing in pairings:
            concept = pairing.concept
            writer.writerow(
                (
                    f"{concept.uid} {source} {target}",
                    _BETWEEN.join(term.text for term in pairing.sources),
                    _BETWEEN.join(term.text for term in pairing.targets),
                    comment(pairing),
                    "_".join(concept.domain.split()),
                )
            )
        text.flush()
    finally:
        text.detach()
    return Written(pairings.count, pairings.left_out)
