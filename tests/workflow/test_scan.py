"""Scanning: the known terms of a text, line by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary.errors import InputRefused, NotFound
from glossary.model import Concept, Term
from glossary.workflow.scan import Asked, ScannedPassage, equivalents, scan_file, variety_of
from glossary.workspace import Workspace
from tests.workflow.exchanging import fill

PILOT = Concept(
    "pilot",
    (
        Term("ko-CN", "중시", uid="pilot-0"),
        Term("zh-CN", "中试", uid="pilot-1"),
        Term("ko-KR", "파일럿 시험", uid="pilot-2"),
        Term("ko-KR", "중시", "forbidden", uid="pilot-3"),
    ),
)
PRIZE = Concept(
    "prize", (Term("ko-CN", "중시", uid="prize-0"), Term("zh-CN", "重视", uid="prize-1"))
)
MASS = Concept(
    "mass",
    (
        Term("ko-CN", "량산", uid="mass-0"),
        Term("zh-CN", "量产", uid="mass-1"),
        Term("ko-KR", "양산", uid="mass-2"),
    ),
)
ONE = Concept("one", (Term("zh-CN", "亩", uid="one-0"), Term("ko-CN", "무", uid="one-1")))


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    fill(workspace, PILOT, PRIZE, MASS, ONE)
    return workspace


def written(folder: Path, text: str, name: str = "text.txt") -> str:
    path = folder / name
    path.write_text(text, "utf-8", newline="")
    return str(path)


def lines(workspace: Workspace, path: str, asked: Asked) -> list[ScannedPassage]:
    return list(scan_file(workspace, path, asked).passages)


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_offsets_are_code_points_of_the_whole_text(
    filled: Workspace, tmp_path: Path, ending: str
) -> None:
    text = ending.join(["😀 량산을", "", "제품의 량산과 량산."])
    path = written(tmp_path, text)
    found = [each for line in lines(filled, path, Asked("ko-CN")) for each in line.in_file()]
    assert [text[each.start : each.end] for each in found] == ["량산"] * 3
    assert [each.text for each in found] == ["량산"] * 3


def test_decomposed_text_is_found_with_its_own_offsets(filled: Workspace, tmp_path: Path) -> None:
    import unicodedata

    text = unicodedata.normalize("NFD", "첫 줄\n제품의 량산을 시작")
    path = written(tmp_path, text)
    (each,) = [each for line in lines(filled, path, Asked("ko-CN")) for each in line.in_file()]
    assert unicodedata.normalize("NFC", text[each.start : each.end]) == "량산"


@pytest.mark.parametrize(
    ("text", "variety"),
    [
        ("加快中试基地建设，推动 A/B 试验。", "zh-CN"),
        ("로동자들이 량산에 투입되였다", "ko-CN"),
        ("노동자들이 양산에 투입되었다", "ko-KR"),
        ("사람이 많다", ""),
        ("just words", ""),
        ("", ""),
    ],
)
def test_a_text_tells_its_variety_or_nothing(text: str, variety: str) -> None:
    assert variety_of(text) == (variety, bool(variety))


def test_several_lines_tell_the_variety_together(filled: Workspace, tmp_path: Path) -> None:
    path = written(tmp_path, "사람이 많다\n" * 20 + "노동자들이 투입되었다\n")
    scan = scan_file(filled, path, Asked())
    assert (scan.variety, scan.sure) == ("ko-KR", True)


def test_a_text_that_does_not_tell_is_korean_of_china(filled: Workspace, tmp_path: Path) -> None:
    scan = scan_file(filled, written(tmp_path, "사람이 많다\n"), Asked())
    assert (scan.variety, scan.sure) == ("ko-CN", False)


def test_the_other_side_decides_line_by_line(filled: Workspace, tmp_path: Path) -> None:
    path = written(tmp_path, "중시를 마쳤다\n중시를 마쳤다\n\n")
    other = written(tmp_path, "完成了中试\n受到重视\n\n", "other.txt")
    found = [line.found for line in lines(filled, path, Asked("ko-CN", other))]
    assert [[each.concept for each in line] for line in found] == [["pilot"], ["prize"]]
    assert all(each.why == "beside" and not each.others for line in found for each in line)


@pytest.mark.parametrize(
    ("other", "code"),
    [("完成了中试\n", "scan-other-short"), ("一\n二\n三\n", "scan-other-long")],
)
def test_the_other_side_must_have_the_same_lines(
    filled: Workspace, tmp_path: Path, other: str, code: str
) -> None:
    path = written(tmp_path, "중시를 마쳤다\n량산\n")
    with pytest.raises(InputRefused) as refused:
        lines(filled, path, Asked("ko-CN", written(tmp_path, other, "other.txt")))
    assert refused.value.code == code
    assert str(refused.value.fields["file"]).endswith("other.txt")


def test_lines_are_paired_by_their_numbers(filled: Workspace, tmp_path: Path) -> None:
    path = written(tmp_path, "중시를 마쳤다\n\n중시를 마쳤다\n중시\n")
    other = written(tmp_path, "完成了中试\n白纸\n\n受到重视\n", "other.txt")
    found = lines(filled, path, Asked("ko-CN", other))
    assert [[each.concept for each in line.found] for line in found][2] == ["prize"]
    assert [each.why for each in found[1].found] == ["word"]
    assert [line.gap for line in found] == [False, True, False]


def test_cells_and_paragraphs_are_paired_in_their_order(filled: Workspace, tmp_path: Path) -> None:
    path = written(tmp_path, "<p>중시를 마쳤다</p><p>중시를 마쳤다</p>", "ko.html")
    other = written(tmp_path, "<p>完成了中试</p>\n\n<p>受到重视</p>", "zh.html")
    found = lines(filled, path, Asked("ko-CN", other))
    assert [[each.concept for each in line.found] for line in found] == [["pilot"], ["prize"]]


def test_offsets_of_a_page_lead_into_its_source(filled: Workspace, tmp_path: Path) -> None:
    text = "<p>첫 &amp; 둘</p><p>제품의 <b>량</b>산을 시작</p>"
    path = written(tmp_path, text, "page.html")
    (each,) = [each for line in lines(filled, path, Asked("ko-CN")) for each in line.in_file()]
    assert text[each.start : each.end] == "량</b>산"


def test_of_pairs_the_texts_of_the_variety_are_looked_through(
    filled: Workspace, tmp_path: Path
) -> None:
    path = written(tmp_path, "ko-CN\tzh-CN\n량산을 시작\t开始量产\n", "pairs.tsv")
    for variety, text in (("ko-CN", "량산"), ("zh-CN", "量产")):
        (found,) = lines(filled, path, Asked(variety))
        assert [each.text for each in found.found] == [text]


def test_blank_lines_at_the_end_need_no_other_side(filled: Workspace, tmp_path: Path) -> None:
    path = written(tmp_path, "중시를 마쳤다\n\n\n")
    other = written(tmp_path, "完成了中试", "other.txt")
    assert len(lines(filled, path, Asked("ko-CN", other))) == 1


def test_terms_of_one_character_are_found_on_request_only(
    filled: Workspace, tmp_path: Path
) -> None:
    path = written(tmp_path, "10亩\n")
    assert [line.found for line in lines(filled, path, Asked("zh-CN"))] == [()]
    (line,) = lines(filled, path, Asked("zh-CN", single=True))
    assert [each.text for each in line.found] == ["亩"]


def test_only_the_sets_asked_for_count(filled: Workspace, tmp_path: Path) -> None:
    filled.sets.create("client", "sets")
    path = written(tmp_path, "량산\n")
    assert [
        line.found for line in scan_file(filled, path, Asked("ko-CN"), sets=["client"]).passages
    ]
    assert not next(scan_file(filled, path, Asked("ko-CN"), sets=["client"]).passages).found
    with pytest.raises(NotFound):
        scan_file(filled, path, Asked("ko-CN"), sets=["none"])


def test_equivalents_are_those_to_write(filled: Workspace) -> None:
    recogniser = filled.recogniser()
    (each,) = recogniser.find("량산을", "ko-CN")
    assert [term.text for term in equivalents(recogniser, each)] == ["量产", "양산"]
    assert [term.text for term in equivalents(recogniser, each, "ko-KR")] == ["양산"]
    assert equivalents(recogniser, each, "fr") == ()


def test_a_forbidden_term_comes_with_what_should_stand_there(filled: Workspace) -> None:
    recogniser = filled.recogniser()
    (each,) = recogniser.find("중시를 마쳤다", "ko-KR")
    assert each.term.status == "forbidden"
    assert [(term.variety, term.text) for term in equivalents(recogniser, each, "zh-CN")] == [
        ("zh-CN", "中试"),
        ("ko-KR", "파일럿 시험"),
    ]
    assert "중시" not in {term.text for term in equivalents(recogniser, each, "ko-KR")}


def test_a_file_that_cannot_be_read_is_named(filled: Workspace, tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path):
        with pytest.raises(InputRefused) as refused:
            scan_file(filled, str(path), Asked())
        assert refused.value.fields["file"] == str(path)
