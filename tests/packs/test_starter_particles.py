"""Particles of the starter glossary agree with the word before them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from glossary.model import KO_CN, KO_KR
from tests.packs.particles import wrong
from tests.packs.starter_pack import CONCEPTS, TERMS

KOREAN = (KO_CN, KO_KR)
WORDS = {
    word
    for _, term in TERMS
    if term.variety in KOREAN and "noun" in term.pos
    for word in term.text.split()[-1:]
    if len(word) > 1
}


def prose() -> Iterator[tuple[str, str]]:
    """All Korean sentences of the pack, each with the uid to find it by."""
    for concept in CONCEPTS:
        yield concept.uid, concept.definition
        yield concept.uid, concept.note
        for term in concept.terms:
            yield term.uid, term.note
        for example in concept.examples:
            for variety, sentence in example.texts:
                if variety in KOREAN:
                    yield concept.uid, sentence


def test_particles_agree() -> None:
    found = [(uid, word) for uid, text in prose() for word in wrong(text, WORDS)]
    assert found == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("베이징, 톈진, 허베이을 아울러", "허베이을"),
        ("광둥, 홍콩, 마카오을 아우른", "마카오을"),
        ("홍콩를 보다", "홍콩를"),
        ("홍콩와 마카오", "홍콩와"),
        ("마카오과 홍콩", "마카오과"),
        ("홍콩는 넓다", "홍콩는"),
        ("마카오이 가깝다", "마카오이"),
        ("‘중시’을 풀어 쓴 꼴", "‘중시’을"),
        ("‘기여율’는 %로 나타낸다", "‘기여율’는"),
        ("사형(死刑)와 글자가 같다", "사형(死刑)와"),
        ("‘단위’(기준)과 글자가 같다", "‘단위’(기준)과"),
        ("工作를 두루 이른다", "工作를"),
        ("国家级实验室와 급이 다르다", "国家级实验室와"),
        ("“十五五”规划로 적는다", "“十五五”规划로"),
        ("연길으로 갔다", "연길으로"),
    ],
)
def test_a_particle_that_does_not_agree_is_found(text: str, word: str) -> None:
    assert wrong(text, WORDS) == [word]


@pytest.mark.parametrize(
    "text",
    [
        "베이징, 톈진, 허베이를 아울러",
        "연길로 갔다",
        "사형(死刑)과 글자가 같다",
        "‘단위’(기준)와 글자가 같다",
        "工作을 두루 이른다",
        "몸을 맡긴다(依托)는 뜻이다",
        "이 마을을 보라, 북경의 가을을 보라",
        "이 마을 사람들",
        "다리를 지을 계획",
        "연구 성과 사업화",
        "값이 30%를 넘는다",
        "GDP는 늘고 R&D를 넓힌다",
        "있는 것과 없는 것",
    ],
)
def test_what_agrees_or_cannot_be_told_is_left_alone(text: str) -> None:
    assert wrong(text, WORDS) == []
