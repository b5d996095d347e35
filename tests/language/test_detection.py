"""Which Korean a text is written in is known by what only one of them writes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from glossary.language.detection import EVIDENCE, Detection, detect
from glossary.language.orthography import respell
from glossary.language.tables import read_table
from glossary.model import APPLY, KO_CN, KO_KR

_EITHER = re.compile(r"\{([^|}]*)\|([^}]*)\}")


def sentences(variety: str) -> list[str]:
    """Our sentences in one variety; those that are the same in both cannot be told."""
    lines = (Path(__file__).parent / "sentence_pairs.txt").read_text("utf-8").splitlines()[1:]
    side = r"\1" if variety == KO_CN else r"\2"
    return [_EITHER.sub(side, line) for line in lines]


@pytest.mark.parametrize(
    ("text", "variety"),
    [
        ("로동자들의 권익을 보호하기 위한 조치가 취해졌다", KO_CN),
        ("대회는 북경에서 거행되였다", KO_CN),
        ("습근평 주석이 룡정을 찾았다", KO_CN),
        ("총경리는 산업사슬을 말했다", KO_CN),
        ("노동자들의 권익을 보호하기 위한 조치가 취해졌다", KO_KR),
        ("대회는 서울에서 열리게 되었다", KO_KR),
        ("시진핑 주석이 랴오닝성을 찾았다", KO_KR),
        ("매출은 3억 위안이다", KO_KR),
        ("비가 온다", ""),
        ("", ""),
        ("2026", ""),
    ],
)
def test_the_variety_is_known_by_what_only_it_writes(text: str, variety: str) -> None:
    assert detect(text).variety == variety


def test_every_piece_of_evidence_can_be_shown() -> None:
    for text in sentences(KO_CN) + sentences(KO_KR):
        for each in detect(text).evidence:
            assert each.text
            assert each.text in text
            assert text[each.start : each.end] in each.text
            assert each.kind in EVIDENCE
            assert 1 <= each.weight <= 3


def test_what_is_repeated_counts_once() -> None:
    once, twice = detect("로동자가 왔다"), detect("로동자가 로동자를 만났다")
    assert once.weight(KO_CN) == twice.weight(KO_CN) > 0
    assert len(twice.evidence) > len(once.evidence)


@pytest.mark.parametrize("variety", [KO_CN, KO_KR])
def test_a_single_sentence_is_hardly_ever_taken_for_the_other_variety(variety: str) -> None:
    found = [detect(text).variety for text in sentences(variety)]
    assert len(found) >= 195
    right = found.count(variety)
    assert len(found) - right - found.count("") <= len(found) * 0.02
    assert right >= len(found) * 0.75


@pytest.mark.parametrize("variety", [KO_CN, KO_KR])
def test_six_sentences_together_are_told(variety: str) -> None:
    lines = sentences(variety)
    texts = [" ".join(lines[at : at + 6]) for at in range(0, len(lines) - 5, 3)]
    found = [detect(text).variety for text in texts]
    assert found.count(variety) >= len(found) * 0.98


def test_every_marker_stands_once_and_says_what_the_spelling_does_not() -> None:
    paragraphs = read_table("variety_markers.txt").split("\n\n")
    rows = [(part.partition("\n")[0], part.partition("\n")[2].split(" ")) for part in paragraphs]
    words = [word for _, listed in rows for word in listed]
    assert len(words) == len(set(words))
    for head, listed in rows:
        variety, weight = head.split(" ")
        assert variety in (KO_CN, KO_KR)
        assert weight in "123"
        spelt = [word for word in listed if _is_respelt(word) and variety == KO_CN]
        assert spelt == []


def _is_respelt(word: str) -> bool:
    """Whether the word as it stands would be respelt for sure."""
    text = word.strip("~").replace("_", " ")
    return any(each.band == APPLY and each.kind != "spacing" for each in respell(text))


def test_nothing_speaks_where_nothing_was_found() -> None:
    assert detect("비가 온다") == Detection("", ())
