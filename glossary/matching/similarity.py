"""Scores between 0 and 100 from edit distances, in whole numbers."""

from __future__ import annotations


def score(distance: int, longer: int) -> int:
    """100 * (n - d) // n for a distance d and the longer length n; two empty texts score 0."""
    return 100 * (longer - distance) // longer if longer else 0


def allowed_distance(length: int) -> int:
    """How many letters may differ for terms to be near: one up to five letters, else two."""
    return 1 if length <= 5 else 2


def most_edits(length: int, threshold: int) -> int:
    """The largest distance at which the longer text's length still scores the threshold.

    >>> most_edits(10, 70), score(3, 10), score(4, 10)
    (3, 70, 60)
    """
    return length * (100 - threshold) // 100


def distance_within(first: str, second: str, limit: int) -> int | None:
    """The Levenshtein distance of two texts, or None where it is more than `limit`.

    For a look-up's few comparisons, where the import of rapidfuzz would take longer.

    >>> distance_within("량산", "양산", 1), distance_within("량산", "중시", 1)
    (1, None)
    """
    bag, other = set(first), set(second)
    if len(bag - other) > limit or len(other - bag) > limit:
        return None
    above = list(range(len(second) + 1))
    for row, letter in enumerate(first, 1):
        best = row
        line = [row]
        for column, each in enumerate(second, 1):
            best = min(above[column - 1] + (letter != each), above[column] + 1, best + 1)
            line.append(best)
        above = line
    return above[-1] if above[-1] <= limit else None
