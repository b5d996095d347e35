"""Places in the NFC text or fold lead back to the text as it was given."""

from __future__ import annotations

import random
import sys
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from glossary.language.fold import fold
from glossary.language.offsets import Offsets, _joins

PIECES = st.sampled_from(
    [
        "량",
        unicodedata.normalize("NFD", "량"),
        "시",
        unicodedata.normalize("NFD", "시"),
        "ᄀ",
        "ᅡ",
        "ᆨ",
        "e",
        "A",
        "Ａ",
        "\u0301",
        "\u0323",
        "\u0344",
        "\u0f73",
        "\u0f71",
        "か",
        "\u3099",
        "ﾊ",
        "ﾞ",
        "\u09c7",
        "\u09be",
        "豈",
        "中",
        " ",
        "😀",
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=12).map("".join), st.text(max_size=12))


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


@given(TEXTS, st.data())
def test_the_span_of_the_original_holds_what_was_found(text: str, data: st.DataObject) -> None:
    composed = nfc(text)
    start = data.draw(st.integers(0, len(composed)))
    end = data.draw(st.integers(start, len(composed)))
    first, last = Offsets(text).span(start, end)
    assert 0 <= first <= last <= len(text)
    assert composed[start:end] in nfc(text[first:last])
    assert fold(composed[start:end]) in fold(text[first:last])


@given(TEXTS)
def test_spans_of_single_characters_cover_the_text_in_order(text: str) -> None:
    offsets = Offsets(text)
    spans = [offsets.span(place, place + 1) for place in range(len(nfc(text)))]
    assert spans == sorted(spans)
    covered = [place for first, last in dict.fromkeys(spans) for place in range(first, last)]
    assert covered == list(range(len(text)))


@given(TEXTS)
def test_clusters_normalise_alone_as_they_do_together(text: str) -> None:
    offsets = Offsets(text)
    clusters = dict.fromkeys(offsets.span(place, place + 1) for place in range(len(nfc(text))))
    assert "".join(nfc(text[first:last]) for first, last in clusters) == nfc(text)


def test_decomposed_hangul_is_found_to_the_letter() -> None:
    text = unicodedata.normalize("NFD", "중시 량산 녀")
    start = fold(text).index("양산")
    first, last = Offsets(text).span(start, start + 2)
    assert text[first:last] == unicodedata.normalize("NFD", "량산")


def test_empty_spans_and_the_end_of_the_text() -> None:
    text = unicodedata.normalize("NFD", "량산")
    assert Offsets(text).span(0, 0) == (0, 0)
    assert Offsets(text).span(1, 1) == (3, 3)
    assert Offsets(text).span(2, 2) == (len(text), len(text))
    assert Offsets("").span(0, 0) == (0, 0)


def test_text_in_nfc_keeps_its_places() -> None:
    assert Offsets("중시 플랫폼").span(1, 4) == (1, 4)


def test_every_second_half_of_a_composition_joins_its_neighbour() -> None:
    seconds: set[str] = set()
    for char in map(chr, range(sys.maxunicode + 1)):
        parts = unicodedata.decomposition(char).split()
        if len(parts) == 2 and not parts[0].startswith("<"):
            pair = "".join(chr(int(part, 16)) for part in parts)
            seconds.update(pair[1] if nfc(pair) == char else "")
    assert len(seconds) > 60
    assert all(map(_joins, seconds))


def test_a_long_decomposed_text_is_quick() -> None:
    chance = random.Random(2)
    syllables = "".join(chr(chance.randrange(0xAC00, 0xD7A4)) for _ in range(20_000))
    text = unicodedata.normalize("NFD", syllables)
    assert Offsets(text).span(19_999, 20_000)[1] == len(text)
