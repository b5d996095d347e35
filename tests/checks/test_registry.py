"""What every check promises: a code, sentences, a fault it finds and a clean twin it leaves."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.checks.consistency import Seen
from glossary.checks.pair import Pair, paired
from glossary.checks.reasons import REASONS
from glossary.checks.registry import CHECKS, CODES, chosen, findings
from glossary.errors import UsageError
from glossary.matching.recognition import Recogniser
from glossary.matching.term_letters import Entry
from glossary.model import KO_CN, KO_KR, SOURCE, ZH_CN, Term
from glossary.texts.sentences import LANGUAGES, table
from tests.packs.starter_pack import CONCEPTS

CASES = Path(__file__).resolve().parents[1] / "workflow" / "check_cases.jsonl"
Case = dict[str, Any]


@cache
def cases(part: str = "") -> tuple[Case, ...]:
    rows = (json.loads(line) for line in CASES.read_text("utf-8").splitlines())
    return tuple(row for row in rows if part in ("", row["part"]))


@cache
def starter() -> tuple[Entry, ...]:
    return tuple(Entry(each.uid, term) for each in CONCEPTS for term in each.terms)


@cache
def starter_finder() -> Recogniser:
    return Recogniser(starter())


def finder(case: Case) -> Recogniser:
    """The starter pack, with what the case adds to it."""
    if not case.get("terms"):
        return starter_finder()
    own = []
    for number, concept in enumerate(case["terms"]):
        for key, said in concept.items():
            status = key if key in ("forbidden", "deprecated") else "preferred"
            forms = said if status != "preferred" else {key: said}
            own += [
                Entry(f"case{number}", Term(variety, text, status))
                for variety, texts in forms.items()
                for text in texts
            ]
    return Recogniser((*starter(), *own))


def pair_of(case: Case, target: str) -> Pair:
    seen = Seen()
    for line, (source, other) in enumerate(case.get("before", ()), 1):
        seen.lines(source, other, line)
    earlier = seen.lines(case["text"], target, 99)
    return paired((case["source"], case["text"]), (case["target"], target), finder(case), earlier)


def found(case: Case, target: str) -> set[str]:
    """The checks that find something; 《》 are quotation marks to some, brackets to others."""
    told = list(findings(pair_of(case, target)))
    marks = any(each.text in ("《", "》", "〈", "〉") for each in told)
    return {each.check for each in told} | ({"quotes", "brackets"} if marks else set())


@pytest.mark.parametrize("code", CODES)
def test_a_check_finds_a_fault_and_leaves_its_clean_twin(code: str) -> None:
    """The development part of the labelled pairs, which the checks were tuned on."""
    ours = [case for case in cases("dev") if case["check"] == code]
    assert ours
    caught = [case for case in ours if code in found(case, case["faulty"])]
    assert len(caught) >= 0.9 * len(ours)
    assert [case["id"] for case in ours if found(case, case["clean"])] == []


def test_of_pairs_written_later_nearly_all_faults_are_found_and_no_twin_is_flagged() -> None:
    later = cases("later")
    caught = sum(case["check"] in found(case, case["faulty"]) for case in later)
    assert caught >= 0.95 * len(later)
    assert not any(found(case, case["clean"]) for case in later)


def test_of_the_pairs_set_aside_nearly_all_faults_are_found_and_few_twins_flagged() -> None:
    aside = cases("aside")
    caught = sum(case["check"] in found(case, case["faulty"]) for case in aside)
    flagged = sum(bool(found(case, case["clean"])) for case in aside)
    assert caught >= 0.95 * len(aside)
    assert flagged <= 0.03 * len(aside)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_check_and_every_reason_has_a_sentence(language: str) -> None:
    said = table(language)
    assert [code for code in CODES if f"check-name-{code}" not in said] == []
    assert [reason for reason in REASONS if f"check-{reason}" not in said] == []


def test_a_finding_has_its_place_and_the_fields_of_its_sentence() -> None:
    said = table("en")
    for case in cases("dev"):
        for each in findings(pair_of(case, case["faulty"])):
            assert each.reason in REASONS
            text = case["text"] if each.side == SOURCE else case["faulty"]
            assert text[each.start : each.end] == each.text
            wanted = {name for _, name, _, _ in Formatter().parse(said[f"check-{each.reason}"])}
            assert wanted - {None} <= {name for name, _ in each.fields}


def test_fixes_lead_to_no_further_finding_of_the_check() -> None:
    for case in cases("dev"):
        fixed = [each for each in findings(pair_of(case, case["faulty"])) if each.fix is not None]
        for each in fixed:
            text = case["faulty"][: each.start] + str(each.fix) + case["faulty"][each.end :]
            places = {(one.check, one.start) for one in findings(pair_of(case, text))}
            assert (each.check, each.start) not in places, case["id"]


def test_checks_are_chosen_by_their_codes() -> None:
    assert [each.code for each in chosen(["number", "unit"], ["unit"])] == ["number"]
    assert chosen() == CHECKS
    with pytest.raises(UsageError):
        chosen(["no-such"])


PIECES = sorted(
    {
        piece
        for case in cases("dev")
        for text in (case["text"], case["faulty"])
        for piece in re.findall(r"\w{1,4}|\W", text)
    }
)
MUTATED = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.text(max_size=60), MUTATED),
    st.one_of(st.text(max_size=60), MUTATED),
    st.sampled_from([(ZH_CN, KO_CN), (ZH_CN, KO_KR), (KO_CN, ZH_CN), (KO_CN, KO_KR), ("en", "fr")]),
)
def test_no_text_makes_a_check_fail(source: str, target: str, varieties: tuple[str, str]) -> None:
    pair = paired((varieties[0], source), (varieties[1], target), starter_finder())
    for each in findings(pair):
        text = source if each.side == SOURCE else target
        assert 0 <= each.start <= each.end <= len(text)


def test_an_abbreviation_in_latin_letters_is_a_term_of_neither_variety() -> None:
    concept = {"zh-CN": ["GDP"], "ko-CN": ["국내생산총액"], "ko-KR": ["GDP"]}
    case = {"terms": [concept], "source": ZH_CN, "target": KO_CN, "text": "GDP增长了5%。"}
    assert "variety" not in found(case, "GDP는 5% 장성하였다.")
