"""Persons in a text are found and have a class; nobody's name is changed at a guess."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from glossary.language.foreign_names import KNOWN, foreign_name
from glossary.language.lexicon import lexicon
from glossary.language.name_tables import (
    CLASSES,
    FOREIGN,
    HISTORICAL,
    MODERN,
    by_hanzi,
    listed,
    persons,
)
from glossary.language.names import Name, names_in
from glossary.language.orthography import applied, respell
from glossary.model import APPLY, FLAG, SUGGEST

_RUN = re.compile("[가-힣]+")
_UNKNOWN, _NO_NAME = "-", "none"


def cases() -> list[list[str]]:
    lines = (Path(__file__).parent / "name_cases.tsv").read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines[2:]]


def found(text: str) -> dict[str, Name]:
    return {text[each.start : each.end]: each for each in names_in(text, _RUN.finditer(text))}


def spelt(text: str, *bands: str) -> str:
    return applied(text, [each for each in respell(text) if each.band in bands])


def test_there_are_sixty_names_of_five_classes() -> None:
    counts = Counter(kind for _, _, kind, _ in cases())
    assert sum(counts[kind] for kind in CLASSES) >= 55
    assert sum(counts.values()) - counts[_NO_NAME] >= 60
    assert min(counts[kind] for kind in CLASSES) >= 6


@pytest.mark.parametrize(("text", "name", "kind", "korean"), cases())
def test_a_name_has_its_class_and_its_south_korean_form(
    text: str, name: str, kind: str, korean: str
) -> None:
    if kind == _NO_NAME:
        assert name not in found(text)
    else:
        person = found(text)[name].person
        assert (person.kind if person else _UNKNOWN) == kind
    assert korean in spelt(text, APPLY, SUGGEST)


@pytest.mark.parametrize(
    ("text", "name", "kind", "korean"), [row for row in cases() if row[2] in CLASSES]
)
def test_only_what_is_spelling_is_applied_to_a_name(
    text: str, name: str, kind: str, korean: str
) -> None:
    applies = kind in (HISTORICAL, FOREIGN) and korean != name
    assert (korean if applies else name) in spelt(text, APPLY)


def test_the_class_agrees_with_the_years() -> None:
    for person in persons().values():
        end = re.search(r"[0-9]+$", person.years)
        if end and person.kind in (MODERN, HISTORICAL) and not person.years.startswith("前"):
            assert (int(end[0]) > 1911) == (person.kind == MODERN), person


def test_the_tables_that_name_somebody_twice_agree() -> None:
    for person in persons().values():
        foreign = foreign_name(person.hanzi) if person.hanzi else None
        if foreign is not None and foreign.reason == KNOWN:
            assert foreign.korean == person.korean
        pair = lexicon().by_chinese.get(person.chinese)
        if pair is not None and person.kind == FOREIGN:
            assert pair.korean == person.korean


def test_a_name_of_today_that_needs_a_cue_is_not_respelt_without_one() -> None:
    assert spelt("림표가 왔다. 로신이 왔다.", APPLY) == "림표가 왔다. 로신이 왔다."


@pytest.mark.parametrize(("text", "name"), [row[:2] for row in cases() if row[2] == _UNKNOWN])
def test_a_name_nobody_knows_is_never_changed_at_apply(text: str, name: str) -> None:
    assert name in spelt(text, APPLY)
    assert {each.band for each in respell(text) if each.kind == "person"} <= {SUGGEST, FLAG}


@pytest.mark.parametrize(
    "text",
    [
        "대학 교수가 왔다.",
        "전임 교수와 고급 기사가 왔다.",
        "기자 회견이 있었다.",
        "한국 기자와 미국 대통령이 만났다.",
        "이 사람은 말했다. 정부는 밝혔다.",
        "유명한 배우와 위대한 과학자",
        "왕의 명령이다. 만들기 기사",
        "별모양과 물결모양",
    ],
)
def test_words_beside_titles_are_no_names(text: str) -> None:
    assert found(text) == {}


def test_every_byline_leads_to_a_name_with_a_colon_only() -> None:
    for word in sorted(listed().bylines):
        assert {*found(f"{word}: 림춘호"), *found(f"{word} ：림춘호")} == {"림춘호"}, word
        assert found(f"{word} 림춘호") == {}, word


def test_a_south_korean_text_gets_no_remarks_on_names() -> None:
    assert respell("김영희 교수와 이철수(45세)가 만났다.") == ()


def test_the_particle_follows_the_transcribed_name() -> None:
    assert spelt("습근평이 말했다", SUGGEST) == "시진핑이 말했다"
    assert spelt("모택동과 주은래가", SUGGEST) == "마오쩌둥과 저우언라이가"
    assert spelt("조락제는 등소평과 왕기산을", SUGGEST) == "자오러지는 덩샤오핑과 왕치산을"
    assert spelt("뿌찐이 왔다", APPLY) == "푸틴이 왔다"
    assert spelt("맑스가 썼다. 옐찐과", APPLY) == "마르크스가 썼다. 옐친과"


def test_a_row_of_names_is_followed_to_either_end() -> None:
    text = "리상호, 류정남과 림춘호, 주은래 총리, 련옥화와 리향란이 모였다."
    assert list(found(text)) == ["리상호", "류정남", "림춘호", "주은래", "련옥화", "리향란"]


def test_a_name_once_known_is_known_again() -> None:
    text = "류정남 교수가 왔다. 류정남은 력사를 가르친다."
    assert [each.before for each in respell(text) if each.kind == "person"] == ["류정남"] * 2


def test_a_person_is_known_by_hanzi() -> None:
    person = by_hanzi("习近平")
    assert person is not None
    assert (person.chinese, person.korean, person.kind) == ("습근평", "시진핑", MODERN)
    assert by_hanzi("刘河生") is None
