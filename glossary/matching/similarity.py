"""Scores between 0 and 100 from edit distances, in whole numbers."""

from __future__ import annotations


def score(distance: int, longer: int) -> int:
    """100 * (n - d) // n for a distance d and the longer length n; two empty texts score 0."""
    return 100 * (longer - distance) // longer if longer else 0


def allowed_distance(length: int) -> int:
    """How many letters may differ for terms to be near: one up to five letters, else two."""
    return 1 if length <= 5 else 2
