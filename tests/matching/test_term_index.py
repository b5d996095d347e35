"""The index of packed letters finds what comparing every term would, however it came to be."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from glossary.language.hangul import jamo
from glossary.matching import term_index
from glossary.matching.similarity import allowed_distance, distance_within, score
from glossary.matching.term_index import TermIndex

Rows = list[tuple[int, str]]

# Few letters, so that texts are alike; of one, two, three and four bytes in UTF-8; and any others.
NEAR = st.text("aㄱㅏé\U00020000\x00\u2028", max_size=9)
ANY = st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=8)
TEXTS = st.lists(st.one_of(NEAR, ANY), max_size=25)
QUERIES = st.one_of(NEAR, ANY)


def numbered(texts: list[str]) -> Rows:
    """Rows with ids in no order."""
    return [(number * 7 % 101 + 1, text) for number, text in enumerate(texts)]


def holding(rows: Rows, letters: str) -> list[int]:
    return sorted(number for number, text in rows if letters and letters in text)


def near(rows: Rows, letters: str) -> list[tuple[int, int]]:
    limit = allowed_distance(len(letters))
    distances = ((number, Levenshtein.distance(letters, text)) for number, text in rows)
    return sorted((number, distance) for number, distance in distances if distance <= limit)


def saved(folder: Path, index: TermIndex, *, signatures: bool) -> TermIndex:
    path = str(folder / "x.terms")
    term_index.save(index, path)
    loaded = term_index.load(path, signatures=signatures)
    assert loaded is not None
    return loaded


MADE: dict[str, Callable[[Path, TermIndex], TermIndex]] = {
    "built": lambda folder, index: index,
    "with signatures": lambda folder, index: term_index.with_signatures(index),
    "loaded": lambda folder, index: saved(folder, index, signatures=False),
    "loaded with signatures": lambda folder, index: saved(folder, index, signatures=True),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("index")


@pytest.mark.parametrize("made", MADE)
@given(texts=TEXTS, queries=st.lists(QUERIES, max_size=4))
@example(texts=[], queries=["", "a", "abc"])
@example(texts=[""], queries=["", "a"])
@example(texts=["", "a", "ab", "\x00"], queries=["", "a", "b", "ab", "abc", "\x00"])
def test_it_finds_what_comparing_all_would(
    folder: Path, made: str, texts: list[str], queries: list[str]
) -> None:
    rows = numbered(texts)
    index = MADE[made](folder, term_index.build(rows, stamp="1 abc"))
    assert (len(index), index.stamp) == (len(rows), "1 abc")
    for letters in [*queries, *(text[1:] for text in texts[:3])]:
        assert sorted(index.inside(letters)) == holding(rows, letters)
        assert index.fuzzy(letters) == near(rows, letters)


@pytest.mark.parametrize("made", MADE)
def test_many_terms_and_their_typos(folder: Path, made: str) -> None:
    """Thousands of words of few syllables, asked with none to three errors."""
    chance = random.Random(3)
    syllables = [chr(0xAC00 + 588 * onset + 28 * vowel) for onset in range(6) for vowel in range(4)]
    words = ["".join(chance.choices(syllables, k=chance.randint(1, 5))) for _ in range(3_000)]
    rows = [(number, jamo(word)) for number, word in enumerate(words, 1)]
    index = MADE[made](folder, term_index.build(rows))
    for _ in range(150):
        letters = list(chance.choice(rows)[1])
        for _ in range(chance.randint(0, 3)):
            place = chance.randrange(len(letters))
            letters[place : place + chance.randint(0, 1)] = chance.choice(["", "ㅏ", "ㄱ", "ㅎ"])
            letters = letters or ["ㄱ"]
        query = "".join(letters)
        assert index.fuzzy(query) == near(rows, query)
        assert sorted(index.inside(query)) == holding(rows, query)


def test_a_line_feed_is_in_no_term() -> None:
    index = term_index.build([(1, "ab"), (2, "cd")])
    assert list(index.inside("b\nc")) == []
    assert list(index.inside("\n")) == []


def whole_file(folder: Path) -> tuple[Path, bytes]:
    path = folder / "whole.terms"
    term_index.save(term_index.build(numbered(["ab", "abc", "ㄱㅏ", "x"]), "3 abc"), str(path))
    return path, path.read_bytes()


@pytest.mark.parametrize("signatures", [False, True])
def test_a_file_cut_anywhere_is_not_used(tmp_path: Path, signatures: bool) -> None:
    path, data = whole_file(tmp_path)
    for length in range(len(data)):
        path.write_bytes(data[:length])
        assert term_index.load(str(path), signatures=signatures) is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n" * 600,
        b"\0" * 4096,
        b"[]".ljust(600),
        b'{"format":"malmoi-terms-0"}'.ljust(600),
        b'{"format":"malmoi-terms-1","order":"little","sizes":[8,8],"stamp":"1 a"}'.ljust(528),
        b'{"format":"malmoi-terms-1","order":"little","sizes":[3,3,3,3,3,3],"stamp":"1 a"}'.ljust(
            530
        ),
        b'{"format":"malmoi-terms-1","order":"little","sizes":[0,0,0,0,0,0],"stamp":"1 a"}'.ljust(
            512
        ),
        b'{"format":"malmoi-terms-1","order":"little","sizes":"abc","stamp":"1 a"}'.ljust(600),
        bytes(random.Random(1).randbytes(5_000)),
    ],
)
@pytest.mark.parametrize("signatures", [False, True])
def test_a_file_of_something_else_is_not_used(
    tmp_path: Path, data: bytes, signatures: bool
) -> None:
    path = tmp_path / "x.terms"
    path.write_bytes(data)
    assert term_index.load(str(path), signatures=signatures) is None


def test_no_file_or_a_folder_is_no_index(tmp_path: Path) -> None:
    assert term_index.load(str(tmp_path / "none"), signatures=False) is None
    assert term_index.load(str(tmp_path), signatures=False) is None


def test_a_file_that_cannot_be_finished_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, data = whole_file(tmp_path)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        term_index.save(term_index.build([(1, "z")]), str(path))
    assert path.read_bytes() == data
    assert os.listdir(tmp_path) == [path.name]


@given(first=NEAR, second=NEAR, limit=st.integers(0, 4))
def test_a_distance_within_a_limit_is_the_distance(first: str, second: str, limit: int) -> None:
    distance = Levenshtein.distance(first, second)
    assert distance_within(first, second, limit) == (distance if distance <= limit else None)


def test_scores_are_whole_numbers_and_only_equal_texts_have_all() -> None:
    assert score(0, 0) == 0
    for longer in range(1, 300):
        scores = [score(distance, longer) for distance in range(longer + 1)]
        assert (scores[0], scores[-1]) == (100, 0)
        assert all(each < 100 for each in scores[1:])
        assert scores == sorted(scores, reverse=True)
