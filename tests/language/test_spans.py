"""Stretches of a text answer as a comparison with every one of them would."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from glossary.language.spans import Spans

PLACE = st.integers(0, 30)


@st.composite
def apart(draw: st.DrawFn) -> list[tuple[int, int]]:
    """Stretches that do not overlap, empty ones and neighbours among them."""
    bounds = sorted(draw(st.lists(PLACE, max_size=12)))
    pairs = list(zip(bounds[::2], bounds[1::2], strict=False))
    return [each for at, each in enumerate(pairs) if each not in pairs[:at]]


@given(apart(), PLACE, PLACE)
def test_what_meets_and_what_holds(spans: list[tuple[int, int]], one: int, other: int) -> None:
    start, end = sorted((one, other))
    found = Spans()
    for each in spans:
        found.add(*each)
    assert found.meet(start, end) == Spans(spans).meet(start, end)
    assert found.meet(start, end) == any(s < end and start < e for s, e in spans)
    assert found.hold(start, end) == any(s <= start and end <= e for s, e in spans)
