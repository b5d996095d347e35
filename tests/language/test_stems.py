"""Dictionary forms of inflected words: what is offered, what is not, and how much."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.language.hangul import coda
from glossary.language.stems import MOST, stems

PAIRS = [("은", "는"), ("이", "가"), ("을", "를"), ("과", "와"), ("이나", "나"), ("이며", "며")]


@pytest.mark.parametrize(
    ("query", "stem"),
    [
        ("중시플랫폼을", "중시플랫폼"),
        ("중시를", "중시"),
        ("량산에", "량산"),
        ("중시 플랫폼을", "중시 플랫폼"),
        ("세계에로의", "세계"),
        ("평가원들에게도", "평가원"),
        ("과학기술대학으로부터", "과학기술대학"),
        ("실험실로", "실험실"),
        ("실험실에서부터는", "실험실"),
        ("돌에서", "돌"),
        ("돐을", "돐"),
        ("中试를", "中试"),
        ("URL로", "URL"),
        ("‘15.5’는", "‘15.5’"),
        ("플랫폼이다", "플랫폼"),
        ("플랫폼이였다", "플랫폼"),
        ("중시였다", "중시"),
        ("중시입니다", "중시"),
        ("기지인", "기지"),
    ],
)
def test_particles_and_the_copula_come_off(query: str, stem: str) -> None:
    assert stem in stems(query)


@pytest.mark.parametrize(
    ("query", "verb"),
    [
        ("다그쳤는바", "다그치다"),
        ("뛰여넘고", "뛰여넘다"),
        ("높여", "높이다"),
        ("앞당겨", "앞당기다"),
        ("모여서", "모이다"),
        ("나눠", "나누다"),
        ("이루여진", "이루여지다"),
        ("띄여쓰는", "띄여쓰다"),
        ("내세운", "내세우다"),
    ],
)
def test_verbs_get_their_dictionary_form(query: str, verb: str) -> None:
    assert verb in stems(query)


HADA = """
하다 하여 해 하여야 하고 하는 하는바 한 할 함 합니다 한다 하며 하면 하면서 하도록 하기 하였다
했다 하였으며 했으나 하였던 하지만 하거나 하자 하려고 하기를 함으로써 하고있는 하겠다
"""
DOEDA = """
되다 되여 되어 돼 되는 된 될 되고 되며 되였다 되었다 됐다 되였으며 되였는바 됩니다 된다
"""
SIKIDA = "시키다 시켜 시켰다 시키는 시킨 시키고 시킬 시킴 시켰으며"


@pytest.mark.parametrize(
    ("noun", "light", "endings"),
    [("관철락착", "하다", HADA), ("준공", "되다", DOEDA), ("발전", "시키다", SIKIDA)],
)
def test_noun_and_verb_are_found_in_each_form(noun: str, light: str, endings: str) -> None:
    for ending in endings.split():
        form = noun + ending
        assert {*stems(form), form} >= {noun, noun + light}, form


@pytest.mark.parametrize("query", ["중시을", "플랫폼를", "중시은", "량산는", "중시으로", "량산로"])
def test_a_particle_of_the_wrong_shape_is_none(query: str) -> None:
    noun = query.removesuffix("으로") if query.endswith("으로") else query[:-1]
    assert noun not in stems(query)


@given(st.text(st.sampled_from("중시량산플랫폼기지연구실"), min_size=2, max_size=6))
def test_of_two_shapes_only_the_one_that_agrees_comes_off(noun: str) -> None:
    for after_coda, after_vowel in PAIRS:
        agreeing, other = (after_coda, after_vowel) if coda(noun[-1]) else (after_vowel, after_coda)
        assert noun in stems(noun + agreeing)
        assert noun not in stems(noun + other)


@pytest.mark.parametrize(
    "query",
    ["제도", "정의", "가을", "마을", "보고", "중시", "플랫폼", "高中", "C++", "고", " ", ""],
)
def test_words_that_only_look_inflected_are_left_alone(query: str) -> None:
    assert stems(query) == ()


@given(
    st.text(st.sampled_from("중시하되였습니다는으로써이의에서 ,AB中\u1100가를들고있"), max_size=14)
)
def test_candidates_are_few_new_and_never_empty(query: str) -> None:
    found = stems(query)
    assert len(found) <= MOST
    assert query not in found
    assert all(stem.strip() for stem in found)
    assert sorted(found, key=len, reverse=True) == list(found)
    assert len(set(found)) == len(found)


def test_inflected_words_of_the_sample_have_few_candidates(corpora: Path) -> None:
    path = corpora / "data" / "seed_gold.tsv"
    if not path.exists():
        pytest.skip("no data/seed_gold.tsv among the corpora")
    with path.open(encoding="utf-8", newline="") as lines:
        counts = [len(stems(row["token"])) for row in csv.DictReader(lines, delimiter="\t")]
    assert max(counts) <= 8
    assert sum(counts) / len(counts) < 2
