"""A segment index finds what comparing with every text would, no more and no less."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from glossary.matching import segment_index
from glossary.matching.segment_build import build
from glossary.matching.segment_index import SegmentIndex, load, save
from glossary.matching.similarity import score

LETTERS = "가나다라 마바사.,12abcd中试量产"
texts = st.text(alphabet=LETTERS, min_size=1, max_size=60)
repetitive = st.text(alphabet="가나", min_size=1, max_size=80)


def near(rows: list[tuple[int, str]], text: str, threshold: int) -> list[tuple[int, int]]:
    """What comparing with each gives."""
    found = []
    for each, other in rows:
        edits = Levenshtein.distance(text, other)
        if score(edits, max(len(text), len(other))) >= threshold:
            found.append((each, edits))
    return found


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.one_of(texts, repetitive), min_size=1, max_size=40),
    st.one_of(texts, repetitive),
    st.integers(1, 100),
)
def test_it_finds_what_comparing_with_each_finds(
    stored: list[str], query: str, threshold: int
) -> None:
    rows = [(10 * number, text) for number, text in enumerate(stored)]
    assert sorted(build(rows).near(query, threshold)) == near(rows, query, threshold)


def changed(chance: random.Random, text: str, share: float) -> str:
    letters = list(text)
    for _ in range(max(1, int(len(letters) * share))):
        place = chance.randrange(len(letters) + 1)
        action = chance.randrange(3)
        if action == 0 and place < len(letters):
            letters[place] = chance.choice(LETTERS)
        elif action == 1:
            letters.insert(place, chance.choice(LETTERS))
        elif place < len(letters) > 1:
            del letters[place]
    return "".join(letters)


def test_texts_that_share_more_than_255_tokens_are_counted_right() -> None:
    chance = random.Random(7)
    text = "".join(chance.choices([chr(code) for code in range(0xAC00, 0xD7A4)], k=500))
    stored = [text, *(changed(chance, text, 0.03) for _ in range(30))]
    rows = list(enumerate(stored))
    index = build(rows)
    for query in (text, changed(chance, text, 0.02)):
        assert sorted(index.near(query, 80)) == near(rows, query, 80)


@pytest.mark.parametrize("threshold", [50, 60, 70, 85, 95, 100])
def test_near_texts_are_found_among_many_of_one_kind(threshold: int) -> None:
    """Longer posting lists, texts of all lengths, both ways of counting."""
    chance = random.Random(threshold)
    words = ["".join(chance.choices(LETTERS, k=chance.randint(1, 4))) for _ in range(150)]
    stored = [" ".join(chance.choices(words, k=chance.randint(1, 25))) for _ in range(4_000)]
    rows = list(enumerate(stored))
    index = build(rows)
    found = 0
    for share in (0.0, 0.02, 0.1, 0.2, 0.3):
        for text in chance.sample(stored, 8):
            query = changed(chance, text, share) if share else text
            hits = index.near(query, threshold)
            assert sorted(hits) == near(rows, query, threshold)
            found += len(hits)
    assert found >= 8  # the unchanged ones at least


def test_a_file_gives_the_same_index(tmp_path: Path) -> None:
    rows = [(number, f"{number}번째 중시 {'량산' * (number % 40)}") for number in range(500)]
    index = build(rows, stamp="7 token")
    save(index, str(tmp_path / "x"))
    again = load(str(tmp_path / "x"))
    assert again is not None
    assert again.stamp == "7 token"
    assert sorted(again.texts()) == rows
    for _, text in rows[::50]:
        assert again.near(text, 60) == index.near(text, 60)


def test_a_damaged_file_is_no_index(tmp_path: Path) -> None:
    path = tmp_path / "x"
    save(build([(1, "중시"), (2, "량산")]), str(path))
    whole = path.read_bytes()
    for data in (
        b"",
        whole[:600],
        whole[:-8],
        whole + b"x",
        whole.replace(b"segments", b"segment2"),
    ):
        path.write_bytes(data)
        assert load(str(path)) is None
    assert load(str(tmp_path / "missing")) is None


def test_an_empty_index_finds_nothing() -> None:
    assert build([]).near("중시", 1) == []
    assert list(build([]).inside("중")) == []


@given(st.lists(texts, min_size=1, max_size=30), st.text(alphabet=LETTERS, min_size=1, max_size=3))
def test_what_holds_the_letters_is_found_in_order_of_length(stored: list[str], wanted: str) -> None:
    rows = list(enumerate(stored))
    index = build(rows)
    found = [each for _, each in index.inside(wanted)]
    assert sorted(found) == [number for number, text in rows if wanted in text]
    assert [len(stored[each]) for each in found] == sorted(len(stored[each]) for each in found)


def test_a_search_inside_goes_on_from_a_number() -> None:
    index = build([(number, "중" + "시" * number) for number in range(1, 9)])
    whole = list(index.inside("시"))
    number = whole[3][0]
    assert list(index.inside("시", number)) == whole[3:]
    assert list(index.inside("시", len(index))) == []


def test_lists_are_narrowed_only_where_tokens_tell() -> None:
    """The guard of LOWEST: below it every text of fitting length is compared."""
    assert segment_index.LOWEST == 60
    index: SegmentIndex = build([(1, "가나다라마바사아자차"), (2, "가마바다라나사타파하")])
    assert [each for each, _ in index.near("가나다라마바사아자차", 30)] == [1, 2]
