"""Which concept a row means: the promise of DESIGN's data model, row by row."""

from __future__ import annotations

import unicodedata

import pytest

from glossary.documents import dumps, to_document
from glossary.model import Concept, Term
from glossary.workflow.plan import CHANGED, NEW, REFUSED, SAME
from glossary.workspace import Workspace
from tests.workflow.exchanging import concepts, export, fill, outcomes, plan, take_in, texts

HEAD = '{"format":"malmoi-glossary","version":1,"set":{}}\n'


def concept(uid: str, **terms: str) -> Concept:
    """A concept whose terms are named like ko_CN; several are separated by a bar."""
    made = tuple(
        Term(
            name.replace("_", "-"),
            text,
            "admitted" if place else "preferred",
            uid=f"{uid}{name}{place}",
        )
        for name, said in terms.items()
        for place, text in enumerate(said.split("|"))
    )
    return Concept(uid, made)


TRIAL = concept("trial", ko_CN="중시|중간시험", zh_CN="中试", ko_KR="파일럿 시험")
REGARD = concept("regard", ko_CN="중시", zh_CN="重视", ko_KR="중시")


def jsonl(*wanted: Concept) -> str:
    return HEAD + "".join(f"{dumps(to_document(each))}\n" for each in wanted)


def test_a_row_with_the_uid_replaces_what_it_speaks_of_and_nothing_else(
    workspace: Workspace,
) -> None:
    fill(workspace, TRIAL, REGARD)
    take_in(workspace, "uid,ko-CN,note\ntrial,중시|새말,비고\n")
    found = workspace.terms.find("trial").concept
    assert texts(found) == {
        "ko-CN": ["중시", "새말 admitted"],
        "zh-CN": ["中试"],
        "ko-KR": ["파일럿 시험"],
    }
    assert found.note == "비고"
    assert found.terms[0] == TRIAL.terms[0]
    assert workspace.terms.find("regard").concept == REGARD


def test_an_empty_cell_under_a_given_column_empties_the_field(workspace: Workspace) -> None:
    fill(workspace, TRIAL)
    take_in(workspace, "uid,ko-KR\ntrial,\n")
    assert texts(workspace.terms.find("trial").concept).keys() == {"ko-CN", "zh-CN"}


def test_terms_keep_identity_citations_and_place_when_reordered(workspace: Workspace) -> None:
    fill(workspace, TRIAL)
    take_in(workspace, "uid,ko-CN\ntrial,중간시험|중시\n")
    found = workspace.terms.find("trial").concept
    assert [term.uid for term in found.terms] == [
        *("trialko_CN1", "trialko_CN0", "trialzh_CN0", "trialko_KR0")
    ]


@pytest.mark.parametrize(
    ("row", "outcome"),
    [
        ("중시,中试,", SAME),
        ("중간시험,中试,", SAME),
        ("중 시,ＺＨ中试,", NEW),
        (",中试,파일럿시험", CHANGED),
        ("중시,,파일럿 시험", SAME),
        ("중시,,", NEW),
        (",中试,", NEW),
        ("중시,中试点,파일럿 시험", NEW),
        ("중시,中试点|中试,파일럿 시험", CHANGED),
        ("중시,中試,파일럿 시험", CHANGED),
    ],
)
def test_equal_terms_in_two_varieties_are_the_concept_unless_chinese_contradicts(
    workspace: Workspace, row: str, outcome: str
) -> None:
    fill(workspace, TRIAL)
    assert outcomes(plan(workspace, f"ko-CN,zh-CN,ko-KR\n{row}\n")) == [outcome]


def test_a_recognised_row_adds_what_is_missing(workspace: Workspace) -> None:
    fill(workspace, TRIAL)
    report = take_in(
        workspace, "ko-CN,zh-CN,zh-CN status,en,domain\n중시,中试|中间试验,|draft,pilot test,tech\n"
    )
    assert (report.new, report.changed) == (0, 1)
    found = workspace.terms.find("trial").concept
    assert texts(found) == {
        "ko-CN": ["중시", "중간시험 admitted"],
        "zh-CN": ["中试", "中间试验 draft"],
        "ko-KR": ["파일럿 시험"],
        "en": ["pilot test"],
    }
    assert found.domain == "tech"


def test_a_recognised_row_takes_nothing_away(workspace: Workspace) -> None:
    fill(workspace, TRIAL)
    take_in(workspace, "ko-CN,zh-CN,ko-KR,note\n중시,中试,,\n")
    assert workspace.terms.find("trial").concept == TRIAL


def test_homographs_stay_two_concepts(workspace: Workspace) -> None:
    take_in(workspace, "ko-CN,zh-CN,ko-KR\n중시,中试,중시\n중시,重视,중시\n")
    assert len(concepts(workspace)) == 2
    assert outcomes(plan(workspace, "ko-CN,zh-CN,ko-KR\n중시,中试,중시\n중시,重视,중시\n")) == [
        SAME,
        SAME,
    ]


def test_a_row_that_fits_two_concepts_equally_is_a_third_and_stays_that(
    workspace: Workspace,
) -> None:
    take_in(workspace, "ko-CN,zh-CN,ko-KR\n중시,中试,중시\n중시,重视,중시\n")
    table = "ko-CN,ko-KR\n중시,중시\n"
    assert outcomes(plan(workspace, table)) == [NEW]
    take_in(workspace, table)
    assert outcomes(plan(workspace, table)) == [SAME]


def test_two_rows_of_a_file_that_mean_one_concept_are_merged(workspace: Workspace) -> None:
    found = plan(workspace, "ko-CN,zh-CN,ko-KR\n중시,中试,\n중시,中试,파일럿 시험\n중시,中试,\n")
    assert outcomes(found) == [NEW, CHANGED, SAME]
    take_in(workspace, "ko-CN,zh-CN,ko-KR\n중시,中试,\n중시,中试,파일럿 시험\n")
    (one,) = concepts(workspace)
    assert texts(one) == {"ko-CN": ["중시"], "zh-CN": ["中试"], "ko-KR": ["파일럿 시험"]}


def test_a_second_row_with_the_same_uid_adds_to_the_first(workspace: Workspace) -> None:
    take_in(workspace, "uid,ko-CN,note\nabc,중시,첫째\nabc,중간시험,둘째\n")
    (one,) = concepts(workspace)
    assert (texts(one), one.note) == ({"ko-CN": ["중시", "중간시험 admitted"]}, "첫째")


def test_a_uid_that_is_new_is_kept(workspace: Workspace) -> None:
    take_in(workspace, "uid,ko-CN\nabc,중시\n")
    assert workspace.terms.find("abc").concept.texts("ko-CN") == ("중시",)


def test_the_uid_of_a_merged_concept_leads_to_the_one_that_stayed(workspace: Workspace) -> None:
    fill(workspace, TRIAL, concept("twin", ko_CN="중시", zh_CN="中试", en="pilot"))
    workspace.terms.merge("trial", "twin", "merge")
    merged = workspace.terms.find("trial").concept
    assert outcomes(plan(workspace, "uid,ko-CN,en,zh-CN\ntwin,중시,pilot,\n")) == [SAME]
    take_in(workspace, "uid,ja\ntwin,中間試験\n")
    found = workspace.terms.find("trial").concept
    assert (found.terms[:-1], found.texts("ja")) == (merged.terms, ("中間試験",))


@pytest.mark.parametrize(
    ("on_duplicate", "expected", "count"),
    [("merge", [CHANGED, CHANGED], 1), ("skip", [SAME, SAME], 1), ("add", [CHANGED, NEW], 2)],
)
def test_what_becomes_of_duplicates_is_the_caller_s_choice(
    workspace: Workspace, on_duplicate: str, expected: list[str], count: int
) -> None:
    fill(workspace, TRIAL)
    table = "uid,ko-CN,zh-CN,note\ntrial,중시,中试,비고\n,중시,中试|中间试验,\n"
    assert outcomes(plan(workspace, table, on_duplicate=on_duplicate)) == expected
    take_in(workspace, table, on_duplicate=on_duplicate)
    assert len(concepts(workspace)) == count


def test_a_concept_of_a_pack_is_copied_into_the_set_that_is_written_to(
    workspace: Workspace,
) -> None:
    workspace.sets.create("pack", "sets")
    fill(workspace, TRIAL, set_name="pack")
    workspace.sets.change("pack", "sets", read_only=True)
    take_in(workspace, "uid,ko-CN,note\ntrial,중시|중간시험,비고\n")
    assert workspace.terms.find("trial").set == "mine"
    pack = workspace.sets.find("pack")[0]
    stored = workspace.terms.stored("trial", pack)
    assert stored is not None
    assert stored.concept == TRIAL


def test_an_unchanged_concept_of_a_pack_is_not_copied(workspace: Workspace) -> None:
    workspace.sets.create("pack", "sets")
    fill(workspace, TRIAL, set_name="pack")
    workspace.sets.change("pack", "sets", read_only=True)
    assert take_in(workspace, export(workspace)).batch == 0
    assert workspace.sets.counts()["mine"] == (0, 0)


def test_a_change_that_would_stay_hidden_is_refused(workspace: Workspace) -> None:
    workspace.sets.create("client", "sets", rank=1)
    fill(workspace, TRIAL, set_name="client")
    (row,) = plan(workspace, "uid,note,ko-CN\ntrial,비고,중시\n", set_name="mine").rows
    assert (row.outcome, row.code) == (REFUSED, "edit-shadowed")
    assert dict(row.fields) == {"set": "mine", "by": "client"}


def test_a_lossless_row_replaces_the_whole_concept(workspace: Workspace) -> None:
    fill(workspace, TRIAL)
    new = Concept("trial", (Term("zh-CN", "中试", uid="x"),), note="비고")
    take_in(workspace, jsonl(new), "jsonl")
    assert concepts(workspace) == [new]


def test_a_lossless_row_without_term_uids_changes_nothing(workspace: Workspace) -> None:
    fill(workspace, TRIAL)
    bare = jsonl(TRIAL).replace('"uid":"trialko_CN0",', "")
    assert outcomes(plan(workspace, bare, "jsonl")) == [SAME]


def test_nothing_of_a_lossless_concept_with_its_own_uid_is_lost_to_a_like_one(
    workspace: Workspace,
) -> None:
    fill(workspace, Concept("trial", TRIAL.terms, definition="ours"))
    theirs = Concept("theirs", TRIAL.terms[:3], definition="theirs")
    take_in(workspace, jsonl(theirs), "jsonl")
    assert workspace.terms.find("theirs").concept == theirs
    assert workspace.terms.find("trial").concept.definition == "ours"


def test_a_lossless_concept_that_says_nothing_new_is_recognised(workspace: Workspace) -> None:
    fill(workspace, TRIAL)
    theirs = concept("theirs", ko_CN="중시", zh_CN="中试")
    assert outcomes(plan(workspace, jsonl(theirs), "jsonl")) == [SAME]


def test_concepts_with_uids_of_one_file_are_never_taken_for_one_another(
    workspace: Workspace,
) -> None:
    twins = [concept("one", ko_CN="중시", en="test"), concept("two", ko_CN="중시", en="test")]
    take_in(workspace, jsonl(*twins), "jsonl")
    assert concepts(workspace) == twins
    workspace.terms.remove("two", "rm")
    take_in(workspace, jsonl(*twins), "jsonl")
    assert concepts(workspace) == twins


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('{"uid":"trial"}', "concept-without-terms"),
        ('{"uid":"new"}', "concept-without-terms"),
        ('{"uid":"trial","merged_into":"nowhere"}', "merged-into-unknown"),
    ],
)
def test_a_concept_that_could_not_be_found_again_is_refused(
    workspace: Workspace, line: str, code: str
) -> None:
    fill(workspace, TRIAL)
    (row,) = plan(workspace, HEAD + line, "jsonl").rows
    assert (row.outcome, row.code) == (REFUSED, code)


def test_a_merge_travels_in_a_lossless_file(workspace: Workspace) -> None:
    fill(workspace, TRIAL, REGARD)
    take_in(workspace, HEAD + '{"uid":"regard","merged_into":"trial"}\n', "jsonl")
    assert workspace.terms.find("regard").concept.uid == "trial"
    again = plan(workspace, HEAD + '{"uid":"regard","merged_into":"trial"}\n', "jsonl")
    assert outcomes(again) == [SAME]


def test_decomposed_and_composed_texts_are_one_term(workspace: Workspace) -> None:
    fill(workspace, TRIAL)
    table = unicodedata.normalize("NFD", "uid,ko-CN,zh-CN\ntrial,중시|중간시험,中试\n,중시,中试\n")
    assert outcomes(plan(workspace, table)) == [SAME, SAME]
