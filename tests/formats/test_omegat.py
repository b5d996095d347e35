"""OmegaT's glossaries: the dialects it reads, and the bytes it writes itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary.errors import InputRefused, UsageError
from glossary.formats.registry import named
from glossary.formats.rows import Heading, ReadOptions, RefusedRow, Row
from glossary.model import Concept, Term
from tests.formats.contract import one, read, written

OMEGAT = named("omegat")
MAGIC = "# Glossary in tab-separated format -*- coding: utf-8 -*-\n"
OPTIONS = ReadOptions(columns={"1": "en", "2": "ko-KR"})


def texts(data: bytes, options: ReadOptions = OPTIONS) -> list[tuple[str, ...]]:
    rows = [row.concept for row in read(OMEGAT, data, options) if isinstance(row, Row)]
    return [(*(term.text for term in row.terms), row.note) for row in rows]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("a\t가\n".encode(), [("a", "가", "")]),
        ("a\t가\t말\r\nb\t나".encode(), [("a", "가", "말"), ("b", "나", "")]),
        (f"{MAGIC}a\t가\n".encode(), [("a", "가", "")]),
        (f"\ufeff{MAGIC}# 말\n\na\t가\n".encode(), [("a", "가", "")]),
        ("a\t가\r\n".encode("utf-16"), [("a", "가", "")]),
        ("# x -*- coding: euc-kr -*-\na\t가\n".encode("euc-kr"), [("a", "가", "")]),
        ('a,가\n"b; ""c""",나,말\n'.encode(), [("a", "가", ""), ('b; "c"', "나", "말")]),
        ("a|b;c\t'=가\n".encode(), [("a|b;c", "'=가", "")]),
        (b"", []),
        (MAGIC.encode(), []),
    ],
)
def test_every_dialect_is_read_and_a_cell_is_one_term(
    data: bytes, expected: list[tuple[str, ...]]
) -> None:
    assert texts(data) == expected


def test_the_varieties_of_a_foreign_file_have_to_be_named() -> None:
    with pytest.raises(InputRefused, match="columns-unnamed"):
        read(OMEGAT, b"a\tb\n")


@pytest.mark.parametrize(
    ("line", "code"), [("a\tb\tc\td", "cells-beyond-columns"), ('"a"b,c', "quote-stray")]
)
def test_a_broken_line_is_refused_and_the_others_are_read(line: str, code: str) -> None:
    rows = read(OMEGAT, f"x\ty\n{line}\nz\tw\n".encode(), OPTIONS)
    assert [row.code for row in rows if isinstance(row, RefusedRow)] == [code]
    assert [row.line for row in rows] == [1, 2, 3]


def test_what_is_written_is_one_line_a_pair_in_omegat_s_own_form() -> None:
    concept = Concept(
        "0123456789abc",
        (
            Term("zh-CN", "中试"),
            Term("zh-CN", "中间\t试验", "deprecated"),
            Term("ko-KR", "파일럿 시험", "admitted", note="둘째\n줄"),
            Term("ko-KR", "양산 전 시험"),
            Term("ko-KR", "중시", "forbidden"),
        ),
        domain="tech",
    )
    heading = Heading(varieties=("zh-CN", "ko-KR"))
    assert written(OMEGAT, [concept], heading).decode("utf-8").split("\n") == [
        MAGIC.strip(),
        "# zh-CN → ko-KR",
        "中试\t양산 전 시험\t[tech]; ✗ 중시",
        "中试\t파일럿 시험\t[tech]; 둘째 줄; admitted; ✗ 중시",
        "中间 试验\t양산 전 시험\t[tech]; ✗ 중시",
        "中间 试验\t파일럿 시험\t[tech]; 둘째 줄; admitted; ✗ 중시",
        "",
    ]


def test_our_own_file_names_its_varieties() -> None:
    concept = Concept("0123456789abc", (Term("zh-CN", "量产"), Term("ko-KR", "양산")))
    (row,) = read(OMEGAT, written(OMEGAT, [concept]))
    assert isinstance(row, Row)
    assert [(term.variety, term.text) for term in row.concept.terms] == [
        ("zh-CN", "量产"),
        ("ko-KR", "양산"),
    ]


def test_a_term_that_would_be_a_comment_is_left_out_and_counted(tmp_path: Path) -> None:
    concept = Concept("0123456789abc", (Term("zh-CN", "#号"), Term("ko-KR", "샤프")))
    with (tmp_path / "a.txt").open("wb") as stream:
        found = OMEGAT.write(stream, [concept], Heading(varieties=("zh-CN", "ko-KR")))
    assert dict(found.left_out) == {"comment": 1}
    assert texts((tmp_path / "a.txt").read_bytes()) == []


@pytest.mark.parametrize("form", ["omegat", "anki", "deepl"])
def test_a_form_of_pairs_asks_for_two_varieties(form: str) -> None:
    for varieties in ((), ("zh-CN",), ("zh-CN", "ko-CN", "ko-KR")):
        with pytest.raises(UsageError, match="format-needs-pair"):
            written(named(form), [one("중시")], Heading(varieties=varieties))
