"""What CSV and TSV promise beyond the contract: bytes, quotation marks, rows that are refused."""

from __future__ import annotations

import io
import time

import pytest

from glossary.errors import InputRefused, UsageError
from glossary.formats import delimited
from glossary.formats.registry import named
from glossary.formats.rows import Item, ReadOptions, RefusedRow, Row
from glossary.model import Citation, Concept, Term
from tests.formats.contract import read, written

CSV, TSV = named("csv"), named("tsv")
HEAD = "ko-CN,zh-CN\r\n"


def rows(text: str, options: ReadOptions | None = None) -> list[Item]:
    return read(CSV, text.encode(), options)


def concepts(text: str) -> list[Concept]:
    return [row.concept for row in rows(text) if isinstance(row, Row)]


def refusals(text: str) -> list[tuple[int, str]]:
    return [(row.line, row.code) for row in rows(text) if isinstance(row, RefusedRow)]


CONCEPT = Concept(
    "0123456789abc",
    (
        Term("ko-CN", "중시", pos="noun"),
        Term("zh-CN", "中试"),
        Term("ko-CN", "중간시험", "admitted", note="풀어 쓴 꼴"),
    ),
    note="=비고, 둘",
)


def test_csv_is_written_with_the_mark_excel_knows_utf_8_by() -> None:
    assert written(CSV, [CONCEPT]).decode("utf-8") == (
        "\ufeffuid,domain,ko-CN,ko-CN status,ko-CN pos,ko-CN note,zh-CN,zh-CN status,"
        "definition,note\r\n"
        "0123456789abc,,중시|중간시험,preferred|admitted,noun|,|풀어 쓴 꼴,中试,preferred,"
        ',"\'=비고, 둘"\r\n'
    )


def test_tsv_is_written_without_a_mark() -> None:
    assert written(TSV, [CONCEPT]).startswith(b"uid\tdomain\tko-CN\t")


def test_an_empty_glossary_is_a_form_to_fill_in() -> None:
    head = written(TSV, []).decode().split("\r\n")[0].split("\t")
    assert [name for name in head if " " not in name] == [
        *("uid", "domain", "ko-CN", "zh-CN", "ko-KR", "definition", "note")
    ]


@pytest.mark.parametrize(
    "data",
    [
        "ko-CN,zh-CN\n중시,中试\n".encode(),
        "\ufeffko-CN,zh-CN\r\n중시,中试".encode(),
        "ko-CN,zh-CN\r중시,中试\r".encode(),
        "ko-CN;zh-CN\n중시;中试\n".encode(),
        "sep=;\r\nko-CN;zh-CN\r\n중시;中试\r\n".encode(),
        "sep=,\nko-CN,zh-CN\n중시,中试\n".encode("utf-8-sig"),
        "ko-CN\tzh-CN\n중시\t中试\n".encode(),
        "\n\nko-CN,zh-CN\n\n , \n중시,中试\n,\n".encode(),
        '"ko-CN","zh-CN"\n"중시","中试"\n'.encode(),
        "ko-CN,zh-CN,,\n중시,中试,,\n".encode(),
        "ko-CN,zh-CN\n중시,中试\n".encode("utf-16"),
        b"\xfe\xff" + "ko-CN,zh-CN\n중시,中试\n".encode("utf-16-be"),
        b"\xff\xfe\0\0" + "ko-CN,zh-CN\n중시,中试\n".encode("utf-32-le"),
    ],
)
def test_a_table_is_read_as_programs_write_it(data: bytes) -> None:
    (row,) = read(CSV, data)
    assert isinstance(row, Row)
    assert [term.text for term in row.concept.terms] == ["중시", "中试"]


@pytest.mark.parametrize(
    ("label", "codec"), [("cp949", "cp949"), ("euc-kr", "cp949"), ("GBK", "gb18030")]
)
def test_a_named_encoding_is_used(label: str, codec: str) -> None:
    data = "ko-CN,note\n똠방,뷁\n".encode(codec)
    (row,) = read(CSV, data, ReadOptions(encoding=label))
    assert isinstance(row, Row)
    assert (row.concept.terms[0].text, row.concept.note) == ("똠방", "뷁")


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"ko-CN\n\xff\n", 2),
        (b"ko-CN\n" + "중시\n".encode() * 5_000 + b"\xff\n" + "중시\n".encode() * 9, 5_002),
        (b"ko-CN\n\xed\xa0\x80\n", 2),
    ],
)
def test_bytes_that_are_not_utf_8_are_refused_with_their_line(data: bytes, line: int) -> None:
    with pytest.raises(InputRefused) as caught:
        read(CSV, data)
    assert (caught.value.code, caught.value.fields["line"]) == ("encoding-wrong", line)


@pytest.mark.parametrize("encoding", ["klingon", "hex", "rot13"])
def test_an_encoding_that_does_not_exist_is_a_usage_error(encoding: str) -> None:
    with pytest.raises(UsageError, match="encoding-unknown"):
        read(CSV, b"ko-CN\na\n", ReadOptions(encoding=encoding))


def test_a_stray_quotation_mark_never_swallows_rows() -> None:
    """5,011 rows once became 11 without a word."""
    many = "".join(f"용어{n},词{n}\n" for n in range(5_000))
    text = f'{HEAD}중시,中试\n"량산,量产\n{many}'
    found = rows(text)
    assert [(row.line, row.code) for row in found if isinstance(row, RefusedRow)] == [
        (3, "row-endless")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('중시,中试\n"량산,量产\n', [(3, "quote-open")]),
        ('중시,中试\n"량산"다,量产\n끝,末\n', [(3, "quote-stray")]),
        ('"량산,量产\n끝",末\n\n"a\nb"\n', [(5, "quote-suspect")]),
        ("중시,中试,셋\n량산,量产\n", [(2, "cells-beyond-columns")]),
        ("중시\0,中试\n", [(2, "term-control")]),
        ("중시,中\u202e试\n", [(2, "term-control")]),
        ("중\x1b[31m시,中试\n", [(2, "term-control")]),
        (f"{'가' * 2_001},中试\n", [(2, "term-too-long")]),
        (f'"{"가나" * 600_000}",中试\n', [(2, "cell-too-large")]),
    ],
)
def test_a_broken_row_is_refused_with_its_line(text: str, expected: list[tuple[int, str]]) -> None:
    assert refusals(HEAD + text) == expected


def test_rows_around_a_broken_one_are_read() -> None:
    assert [each.terms[0].text for each in concepts(f'{HEAD}하나,一\n"둘"둘,二\n셋,三\n')] == [
        *("하나", "셋")
    ]


def test_a_broken_heading_refuses_the_file() -> None:
    with pytest.raises(InputRefused, match="header-broken"):
        rows('"ko-CN"x,zh\n')


def test_a_line_too_long_for_memory_is_refused() -> None:
    data = HEAD.encode() + b"a" * 5_000_000
    with pytest.raises(InputRefused) as caught:
        read(CSV, data)
    assert (caught.value.code, caught.value.fields["line"]) == ("line-too-long", 2)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("uid,ko-CN\n ,\nx y,중시\n", "uid-malformed"),
        ("ko-CN,ko-CN status\n중시,best\n", "value-unknown"),
        ("ko-CN,ko-CN status\n중시,preferred|admitted\n", "details-beyond-terms"),
        ("ko-CN,note\n,비고\n", "concept-without-terms"),
        ("ko-CN,note\n중시,\x07\n", "text-control"),
    ],
)
def test_a_value_that_is_none_is_refused(text: str, code: str) -> None:
    assert [each for _, each in refusals(text)] == [code]


def test_a_refused_row_can_be_known_by_its_cells() -> None:
    (row,) = [row for row in rows(f"{HEAD}중시,中\x00试\n") if isinstance(row, RefusedRow)]
    assert row.texts[0] == "중시"
    assert row.fields["char"] == "U+0000"


def test_what_a_file_has_no_column_for_is_not_spoken_of() -> None:
    (row,) = rows("ko-CN,note\n중시,\n")
    assert isinstance(row, Row)
    assert row.given == {"ko-CN", "note"}


def test_missing_cells_at_the_end_are_empty() -> None:
    (row,) = rows("ko-CN,zh-CN,note\n중시\n")
    assert isinstance(row, Row)
    assert row.concept.texts("zh-CN") == ()
    assert row.given == {"ko-CN", "zh-CN", "note"}


def test_a_long_definition_of_many_lines_is_one_row() -> None:
    definition = "\n".join("줄" for _ in range(delimited.ROW_LINES - 1))
    concept = Concept("0123456789abc", (Term("ko-CN", "중시"),), definition=definition)
    (row,) = read(CSV, written(CSV, [concept]))
    assert isinstance(row, Row)
    assert row.concept.definition == definition


def test_reading_takes_time_in_proportion_to_the_rows() -> None:
    def seconds(count: int) -> float:
        data = (HEAD + "중시|중간시험,中试\r\n" * count).encode()
        began = time.process_time()
        assert sum(1 for _ in CSV.read(io.BytesIO(data))) == count
        return time.process_time() - began

    seconds(1_000)
    assert seconds(20_000) < 40 * max(seconds(2_000), 0.01)


def test_a_detail_without_a_variety_is_the_whole_row_s() -> None:
    (row,) = rows("ko-CN,ko-CN note,zh-CN,품사,상태,출처\n중시|중간시험,a|b,中试,名词,추천,신문\n")
    assert isinstance(row, Row)
    said = [(each.text, each.pos, each.status, each.note) for each in row.concept.terms]
    assert said == [
        ("중시", "noun", "preferred", "a"),
        ("중간시험", "noun", "admitted", "b"),
        ("中试", "noun", "preferred", ""),
    ]
    assert {each.citations for each in row.concept.terms} == {(Citation("신문"),)}
    assert row.given == {
        *("ko-CN", "ko-CN pos", "ko-CN status", "ko-CN citations", "ko-CN note"),
        *("zh-CN", "zh-CN pos", "zh-CN status", "zh-CN citations"),
    }
    (row,) = rows("ko-CN,status,ko-CN status\n가|나,금지,admitted|draft\n")
    assert isinstance(row, Row)
    assert [each.status for each in row.concept.terms] == ["admitted", "draft"]


@pytest.mark.parametrize(
    ("written", "status"),
    [("금지", "forbidden"), ("禁用", "forbidden"), ("Preferred", "preferred"), ("초안", "draft")],
)
def test_statuses_and_parts_of_speech_are_known_in_three_languages(
    written: str, status: str
) -> None:
    for pos in ("명사", "名词", "Noun", "noun"):
        (row,) = rows(f"ko-CN,status,pos\n가,{written},{pos}\n")
        assert isinstance(row, Row)
        (term,) = row.concept.terms
        assert (term.status, term.pos) == (status, "noun")


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("??", True),
        ("???(??)", True),
        ("?산", True),
        ("中?验", True),
        ("량\ufffd", True),
        ("무엇인가?", False),
        ("OK?", False),
        ("Q&A", False),
    ],
)
def test_a_term_whose_letters_were_lost_is_refused(text: str, lost: bool) -> None:
    assert [code for _, code in refusals(f"ko-CN\n{text}\n")] == ["text-lost"] * lost


def test_a_refused_row_names_the_column_at_fault() -> None:
    found = rows("조선어,中文,비고,领域\n가,\x01,,\n나,,\x02,\n다,,,\x03\n")
    columns = [row.column for row in found if isinstance(row, RefusedRow)]
    assert columns == ["中文", "비고", "领域"]


def test_a_column_that_is_left_out_may_hold_anything() -> None:
    found = read(CSV, "ko-CN,x\n가,\x01\n".encode(), ReadOptions(columns={"x": "-"}))
    assert [isinstance(row, Row) for row in found] == [True]


def test_lines_above_the_headings_are_passed_over() -> None:
    for text in ("용어집 2024,\nko-CN,zh-CN\n중시,中试\n", '"두\n줄",\n\nko-CN,zh-CN\n중시,中试\n'):
        skip = text[: text.index("ko-CN")].count("\n")
        (row,) = rows(text, ReadOptions(skip=skip))
        assert isinstance(row, Row)
        assert row.concept.texts("zh-CN") == ("中试",)
