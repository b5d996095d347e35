"""What the headings of a table promise: each means one thing, or the table is refused."""

from __future__ import annotations

import pytest

from glossary.errors import InputRefused
from glossary.formats.columns import read_header
from glossary.formats.rows import ReadOptions


def names(*headings: str, **options: dict[str, str]) -> list[str]:
    return [column.name for column in read_header(headings, ReadOptions(**options))]


def refusal(*headings: str, **options: dict[str, str]) -> tuple[str, dict[str, object]]:
    with pytest.raises(InputRefused) as caught:
        names(*headings, **options)
    return caught.value.code, caught.value.fields


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("uid", "uid"),
        ("Domain", "domain"),
        ("분야", "domain"),
        ("领域", "domain"),
        ("정의", "definition"),
        ("定义", "definition"),
        ("비고", "note"),
        ("메모", "note"),
        ("备注", "note"),
        ("ko-CN", "ko-CN"),
        ("ko_cn", "ko-CN"),
        ("조선어", "ko-CN"),
        ("중국 조선어", "ko-CN"),
        ("중국조선어", "ko-CN"),
        ("zh", "zh-CN"),
        ("zh-CN", "zh-CN"),
        ("中文", "zh-CN"),
        ("중국어", "zh-CN"),
        ("Chinese", "zh-CN"),
        ("ko-KR", "ko-KR"),
        ("한국어", "ko-KR"),
        ("남한", "ko-KR"),
        ("South Korean", "ko-KR"),
        ("SOUTH  KOREAN ", "ko-KR"),
        ("조선말", "ko-CN"),
        ("中国朝鲜语", "ko-CN"),
        ("한국말", "ko-KR"),
        ("남한말", "ko-KR"),
        ("남측", "ko-KR"),
        ("한국어(남)", "ko-KR"),
        ("한국어 (남한)", "ko-KR"),
        ("한국어（남）", "ko-KR"),
        ("zh-TW", "zh-TW"),
        ("en", "en"),
        ("JA-jp", "ja-JP"),
    ],
)
def test_a_heading_names_its_column(heading: str, name: str) -> None:
    assert names(heading, "ru") == [name, "ru"]


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("ko-CN status", "ko-CN status"),
        ("ko-CN pos", "ko-CN pos"),
        ("조선어 비고", "ko-CN note"),
        ("중국 조선어 상태", "ko-CN status"),
        ("South Korean note", None),
    ],
)
def test_a_detail_stands_beside_its_variety(heading: str, name: str | None) -> None:
    if name:
        assert names("ko-CN", heading) == ["ko-CN", name]
    else:
        assert refusal("ko-CN", heading)[0] == "column-alone"


@pytest.mark.parametrize("heading", ["ko", "Korean", "KO", "kor"])
def test_bare_korean_is_refused_until_the_caller_says_which(heading: str) -> None:
    assert refusal(heading)[0] == "variety-ambiguous"
    assert names(heading, varieties={"ko": "ko-CN"}) == ["ko-CN"]
    assert names(heading, columns={heading: "ko-KR"}) == ["ko-KR"]


@pytest.mark.parametrize("heading", ["no", "ID", "번호", "북측", "term", "target", "a/b"])
def test_an_unknown_heading_is_refused_by_name(heading: str) -> None:
    code, fields = refusal("ko-CN", heading)
    assert (code, fields["column"]) == ("column-unknown", heading)


def test_a_column_can_be_named_or_left_out() -> None:
    chosen = {"용어": "ko-CN", "译文": "zh", "번호": "-"}
    assert names("번호", "용어", "译文", columns=chosen) == ["ko-CN", "zh-CN"]


def test_a_column_that_is_named_must_be_there() -> None:
    assert refusal("ko-CN", columns={"용어": "zh-CN"})[0] == "column-missing"


@pytest.mark.parametrize(
    ("headings", "code"),
    [
        (("zh", "ko-CN", "zh-CN"), "column-twice"),
        (("note", "ko-CN", "비고"), "column-twice"),
        (("zh-CN", "ko-CN status"), "column-alone"),
        (("domain", "note"), "columns-without-terms"),
        (("ko-CN", "", "zh"), "column-nameless"),
    ],
)
def test_a_table_that_could_be_read_two_ways_is_refused(
    headings: tuple[str, ...], code: str
) -> None:
    assert refusal(*headings)[0] == code


def test_empty_headings_at_the_end_are_no_columns() -> None:
    assert names("ko-CN", "zh", "", " ") == ["ko-CN", "zh-CN"]


def test_a_column_is_chosen_by_its_heading_or_its_place() -> None:
    chosen = {"용어": "ko-CN", "2": "zh-CN", "3": "-"}
    assert names("용어", "", "x", columns=chosen) == ["ko-CN", "zh-CN"]
    assert names("2", "용어", columns={"2": "ko-KR", "용어": "zh-CN"}) == ["ko-KR", "zh-CN"]
    assert refusal("ko-CN", columns={"2": "zh-CN"})[0] == "column-missing"
