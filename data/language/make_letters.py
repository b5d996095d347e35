"""Makes variety_letters.txt: what sequences of two to four letters are worth for the variety of a
Korean text, in log-odds for ko-KR.

Logistic regression with a penalty on our pairs of sentences (tests/language), each sequence
once in a sentence. Half of what all other evidence says of a sentence stands beside it, for the
rules were made with these sentences and know them too well. What is rare, and what is worth
hardly anything, is left out.

    python data/language/make_letters.py
"""

from __future__ import annotations

import pathlib
from collections import Counter, defaultdict

import numpy as np
from numpy.typing import NDArray

from glossary.language.detection import evidence_odds
from glossary.language.variety_letters import SPACE, sequences

HERE = pathlib.Path(__file__).parent
PAIRS = HERE.parents[1] / "tests" / "language" / "variety_pairs.tsv"
TARGET = HERE / "variety_letters.txt"
KNOWN, PENALTY, ROUNDS, STEP = 0.5, 6.0, 250, 0.3
FEWEST, LEAST = 4, 0.03
HEAD = """\
Sequences of letters by what they are worth for the variety of a text: log-odds for ko-KR,
_ for a space.
Made by make_letters.py from our own sentences, under the project's licence.

"""

Floats = NDArray[np.float64]


def sentences() -> tuple[list[str], Floats]:
    """The sentences, and 1 where one is ko-KR."""
    rows = PAIRS.read_text(encoding="utf-8").splitlines()[2:]
    texts = [text for row in rows for text in row.split("\t")]
    return texts, np.tile([0.0, 1.0], len(rows))


def fitted(texts: list[str], southern: Floats) -> dict[str, float]:
    """What each sequence is worth."""
    found = [set(sequences(text)) for text in texts]
    counts = Counter(each for one in found for each in one)
    places = {each: n for n, each in enumerate(e for e, count in counts.items() if count >= FEWEST)}
    cells = [
        (row, places[each]) for row, one in enumerate(found) for each in sorted(one & places.keys())
    ]
    rows, columns = np.array(cells).T
    beside = KNOWN * np.array([evidence_odds(text) for text in texts])
    worth, steps = np.zeros(len(places)), np.full(len(places), 1e-8)
    for _ in range(ROUNDS):
        odds = np.bincount(rows, worth[columns], minlength=len(texts)) + beside
        wrong = southern - 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
        slope = np.bincount(columns, wrong[rows], minlength=len(places)) - PENALTY * worth
        steps += slope * slope
        worth += STEP * slope / np.sqrt(steps)
    return {each: float(worth[n]) for each, n in places.items()}


def main() -> None:
    """Writes the table."""
    lines = defaultdict(list)
    for each, value in fitted(*sentences()).items():
        if abs(value) >= LEAST:
            lines[round(value, 2)].append(each.replace(" ", SPACE))
    body = ["\t".join([f"{value:.2f}", *sorted(lines[value])]) for value in sorted(lines)]
    TARGET.write_text(HEAD + "\n".join(body) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
