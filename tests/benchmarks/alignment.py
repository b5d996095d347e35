"""Documents made of known pairs, aligned: how many accepted units are right, and how many of all
are found.

Consecutive pairs of one origin are merged, taken out of one side, or exchanged with the next. A
unit is right when it is exactly one of the pairs, merged as they were.
"""

from __future__ import annotations

import lzma
import random
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from glossary.matching.alignment import ACCEPTED, Link, align

_DOCUMENTS, _PAIRS = 30, 120


class Document(NamedTuple):
    """Two texts, the links that are right, and those of exchanged pairs: right too, but of two
    only one can be found, so they are not counted as wanted."""

    chinese: list[str]
    korean: list[str]
    right: set[tuple[int, int, int, int]]
    crossed: set[tuple[int, int, int, int]]


def run(path: Path) -> None:
    """Of 60 documents 30 served to set the likelihoods; the other 30 tell how good it is."""
    documents = made(path)
    print(f"alignment of documents of {_PAIRS} pairs, confidence {ACCEPTED}")
    for name, part in (
        ("set aside", documents[_DOCUMENTS:]),
        ("that served", documents[:_DOCUMENTS]),
    ):
        precision, recall = measured(part, ACCEPTED)
        print(f"  {len(part)} {name}: precision {precision:.3f}, recall {recall:.3f}")


def measured(documents: list[Document], threshold: float) -> tuple[float, float]:
    """Precision of the accepted units, and their share of all that are right."""
    right = accepted = found = wanted = 0
    for each in documents:
        links = {link[:4] for link in accepted_links(each, threshold)}
        accepted += len(links)
        right += len(links & (each.right | each.crossed))
        found += len(links & each.right)
        wanted += len(each.right)
    return right / max(accepted, 1), found / max(wanted, 1)


def accepted_links(document: Document, threshold: float) -> list[Link]:
    """The links that would become units."""
    links = align(document.chinese, document.korean, False, True)
    return [link for link in links if link.pairs and link.confidence >= threshold]


def made(path: Path) -> list[Document]:
    """The documents, the same at every call: those that served, and then the others."""
    chance = random.Random(21)
    pools = []
    with lzma.open(path, "rt", encoding="utf-8") as file:
        rows = (line.rstrip("\n").split("\t") for line in file)
        for _, group in groupby(rows, key=lambda row: row[3]):
            pairs = [(row[1], row[0]) for row in group if _is_usable(row[1], row[0])]
            pools += [pairs[at : at + _PAIRS] for at in range(0, len(pairs) - _PAIRS, _PAIRS)]
    served = chance.sample(pools, _DOCUMENTS)
    documents = [_document(chance, pairs) for pairs in served]
    rest = [pairs for pairs in pools if pairs not in served]
    return documents + [_document(chance, pairs) for pairs in chance.sample(rest, _DOCUMENTS)]


def _is_usable(chinese: str, korean: str) -> bool:
    """Whether a pair is a sentence or the like, translated on both sides."""
    return (
        len(chinese) >= 8
        and len(korean) >= 12
        and any("\u4e00" <= letter <= "\u9fff" for letter in chinese)
        and any("가" <= letter <= "힣" for letter in korean)
    )


def _document(chance: random.Random, pairs: list[tuple[str, str]]) -> Document:
    found = Document([], [], set(), set())
    rest = list(pairs)
    while rest:
        pair = rest.pop(0)
        action = chance.random()
        if action < 0.07 and rest:
            _merge(found, pair, rest.pop(0), chinese=chance.random() < 0.5)
        elif action < 0.11:
            found.chinese.append(pair[0])
        elif action < 0.15:
            found.korean.append(pair[1])
        elif action < 0.18 and rest:
            _exchange(found, pair, rest.pop(0))
        else:
            place = (len(found.chinese), len(found.korean))
            found.chinese.append(pair[0])
            found.korean.append(pair[1])
            found.right.add((place[0], place[0] + 1, place[1], place[1] + 1))
    return found


def _merge(found: Document, pair: tuple[str, str], more: tuple[str, str], *, chinese: bool) -> None:
    """Two sentences of one side, `chinese` or the other, are one on the other side."""
    place = (len(found.chinese), len(found.korean))
    if chinese:
        found.chinese.extend((pair[0], more[0]))
        found.korean.append(f"{pair[1]} {more[1]}")
    else:
        found.chinese.append(pair[0] + more[0])
        found.korean.extend((pair[1], more[1]))
    found.right.add((place[0], len(found.chinese), place[1], len(found.korean)))


def _exchange(found: Document, pair: tuple[str, str], more: tuple[str, str]) -> None:
    """Two sentences stand the other way round on one side."""
    first, second = len(found.chinese), len(found.korean)
    found.chinese.extend((pair[0], more[0]))
    found.korean.extend((more[1], pair[1]))
    found.crossed.add((first, first + 1, second + 1, second + 2))
    found.crossed.add((first + 1, first + 2, second, second + 1))
