"""What workbooks promise beyond the contract: values as they are typed, sheets, merged cells, and
that a broken or hostile one is refused before it costs anything."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
import xlsxwriter

from glossary.errors import InputRefused
from glossary.formats import workbook_writer
from glossary.formats.registry import named
from glossary.formats.rows import Item, ReadOptions, RefusedRow, Remark, Row
from glossary.model import Concept, Term
from tests.formats.broken_workbooks import BROKEN, SHEET, golden, rows_of_ods, sheet
from tests.formats.contract import one, outcome, read, written

XLSX, XLS, ODS = named("xlsx"), named("xls"), named("ods")
HEADINGS = ("조선어", "中文", "비고")


def made(fill: Callable[[Any, Any], None], *names: str) -> bytes:
    """A workbook whose sheets a function fills, each below the headings."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    for name in names or ("용어",):
        page = book.add_worksheet(name)
        page.write_row(0, 0, HEADINGS)
        fill(book, page)
    book.close()
    return stream.getvalue()


def found(data: bytes, **options: Any) -> list[Item]:
    return read(XLSX, data, ReadOptions(**options))


def texts(items: list[Item]) -> list[list[str]]:
    rows = [row.concept for row in items if isinstance(row, Row)]
    return [[*(term.text for term in row.terms), row.note] for row in rows]


def remarks(items: list[Item]) -> list[tuple[str, int, dict[str, object]]]:
    return [(each.code, each.line, dict(each.fields)) for each in items if isinstance(each, Remark)]


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_or_hostile_workbook_is_refused(name: str) -> None:
    form, build, code = BROKEN[name]
    assert outcome(named(form), build()) == code


def test_a_text_of_digits_stays_and_a_number_is_remarked_upon() -> None:
    def fill(book: Any, page: Any) -> None:
        page.write_string(1, 0, "001")
        page.write_number(1, 1, 1)
        page.write_number(2, 1, 2.5)
        page.write_boolean(3, 1, True)
        page.write_datetime(
            4, 2, dt.date(2024, 3, 1), book.add_format({"num_format": "yyyy-mm-dd"})
        )
        page.write_string(4, 0, "날자")

    items = found(made(fill))
    assert texts(items) == [["001", "1", ""], ["2.5", ""], ["TRUE", ""], ["날자", "2024-03-01"]]
    assert remarks(items) == [
        ("cells-typed", 2, {"column": "中文", "count": 3}),
        ("cells-typed", 5, {"column": "비고", "count": 1}),
    ]


def test_a_formula_is_read_as_what_it_gave_and_refused_where_it_gave_nothing() -> None:
    def fill(_: Any, page: Any) -> None:
        page.write_formula(1, 0, '="량"&"산"', None, "량산")
        page.write_formula(2, 0, "=1/0", None, "#DIV/0!")
        page.write_string(3, 0, "끝")

    items = found(made(fill))
    assert texts(items) == [["량산", ""], ["끝", ""]]
    assert [(row.line, row.code, row.column, row.sheet) for row in items if not_taken(row)] == [
        (3, "cell-without-value", "조선어", "용어")
    ]
    assert remarks(items)[0] == ("cells-computed", 0, {"count": 2})


def not_taken(item: Item) -> bool:
    return isinstance(item, RefusedRow)


def test_a_formula_that_was_never_computed_is_refused() -> None:
    items = found(sheet("<row r='2'><c r='A2'><f>B2</f></c></row>"))
    assert [row.code for row in items if isinstance(row, RefusedRow)] == ["cell-without-value"]


def ods_row(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def ods_cell(text: str, said: str = "") -> str:
    opened = f'<table:table-cell office:value-type="string"{said}>'
    return f"{opened}<text:p>{text}</text:p></table:table-cell>"


COVERED = "<table:covered-table-cell/>"
MERGED = "".join(
    (
        ods_row(ods_cell("조선어"), ods_cell("비고")),
        ods_row(ods_cell("말1"), ods_cell("한데", ' table:number-rows-spanned="3"')),
        ods_row(ods_cell("말2"), COVERED),
        ods_row(ods_cell("말3"), COVERED),
        ods_row(ods_cell("말4")),
    )
)


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_a_merged_cell_is_read_in_every_row_that_it_covers(form: str) -> None:
    def fill(_: Any, page: Any) -> None:
        page.merge_range(1, 2, 3, 2, "한데")
        for row in range(1, 5):
            page.write_string(row, 0, f"말{row}")

    items = read(ODS, rows_of_ods(MERGED)) if form == "ods" else found(made(fill))
    assert texts(items) == [["말1", "한데"], ["말2", "한데"], ["말3", "한데"], ["말4", ""]]
    assert ("cells-merged", 0, {"count": 2}) in remarks(items)


def test_of_several_sheets_one_is_named() -> None:
    data = made(lambda _, page: page.write_string(1, 0, page.name), "하나", "둘")
    with pytest.raises(InputRefused) as caught:
        found(data)
    assert (caught.value.code, caught.value.fields) == ("sheets-several", {"known": "하나, 둘"})
    items = found(data, sheet="둘")
    assert texts(items) == [["둘", ""]]
    assert remarks(items) == [("sheets-unread", 0, {"names": "하나"})]
    with pytest.raises(InputRefused, match="sheet-missing"):
        found(data, sheet="셋")


def test_a_hidden_sheet_is_read_only_when_it_is_named() -> None:
    def fill(_: Any, page: Any) -> None:
        page.write_string(1, 0, page.name)
        if page.name == "숨은":
            page.hide()

    data = made(fill, "보임", "숨은")
    items = found(data)
    assert texts(items) == [["보임", ""]]
    assert remarks(items) == [("sheets-unread", 0, {"names": "숨은"})]
    assert texts(found(data, sheet="숨은")) == [["숨은", ""]]


def test_a_table_that_does_not_begin_in_the_first_cell_is_read() -> None:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    page = book.add_worksheet()
    page.write_row(3, 2, HEADINGS)
    page.write_row(5, 2, ["량산", "量产"])
    book.close()
    items = found(stream.getvalue())
    assert texts(items) == [["량산", "量产", ""]]
    assert [row.line for row in items if isinstance(row, Row)] == [6]


def test_a_cell_with_a_format_alone_takes_no_memory() -> None:
    data = sheet("<row r='2'><c r='A2'><v>1</v></c><c r='XFD2' s='0'/></row>")
    assert texts(found(data)) == [["1", ""]]


def test_without_headings_the_columns_are_named_by_their_place() -> None:
    data = made(lambda _, page: page.write_row(1, 0, ["량산", "量产", "둘"]))
    columns = {"1": "ko-CN", "2": "zh-CN", "3": "-"}
    assert texts(found(data, header=False, columns=columns)) == [
        ["조선어", "中文", ""],
        ["량산", "量产", ""],
    ]


def test_what_is_written_has_neither_formulas_nor_links_nor_numbers() -> None:
    hostile = ("=1+1", "@SUM(A1)", "http://example.org", "001", "1", "-하다", "+82")
    with zipfile.ZipFile(io.BytesIO(written(XLSX, [one(*hostile)]))) as archive:
        page = archive.read(SHEET).decode()
        assert not any(name.endswith("sheet1.xml.rels") for name in archive.namelist())
    assert "<f>" not in page
    assert "hyperlink" not in page
    assert page.count("<v>") == 0  # every cell is a text in place


def test_a_text_longer_than_a_cell_is_refused_and_never_cut() -> None:
    longest = Concept("0123456789abc", (Term("ko-CN", "중시"),), note="가" * 32_767)
    (row,) = read(XLSX, written(XLSX, [longest]))
    assert isinstance(row, Row)
    assert row.concept.note == longest.note
    for note in ("가" * 32_768, "\U00020000" * 16_384):
        with pytest.raises(InputRefused) as caught:
            written(XLSX, [Concept("0123456789abc", longest.terms, note=note)])
        assert (caught.value.code, caught.value.fields["column"]) == ("cell-too-long", "note")


def test_more_concepts_than_a_sheet_has_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_writer, "ROW_LIMIT", 3)
    assert written(XLSX, [one("하나"), one("둘")])
    with pytest.raises(InputRefused, match="sheet-full"):
        written(XLSX, [one("하나"), one("둘"), one("셋")])


def test_a_value_that_csv_guarded_is_read_without_the_apostrophe() -> None:
    """A CSV of ours that was opened in a spreadsheet and saved as a workbook."""
    data = made(lambda _, page: page.write_string(1, 0, "'-하다"))
    assert texts(found(data)) == [["-하다", ""]]


def test_a_workbook_is_known_by_what_it_holds_and_not_by_its_name() -> None:
    for form in (XLSX, XLS, ODS):
        for name in ("xlsx", "xls", "ods"):
            assert sum(isinstance(item, Row) for item in read(form, golden(name))) == 3


def test_rows_above_the_headings_are_passed_over() -> None:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    page = book.add_worksheet()
    page.merge_range(0, 0, 0, 2, "용어집 2024")
    page.write_row(2, 0, HEADINGS)
    page.write_row(3, 0, ["량산", "量产"])
    book.close()
    with pytest.raises(InputRefused, match="column-unknown"):
        found(stream.getvalue())
    assert texts(found(stream.getvalue(), skip=1)) == [["량산", "量产", ""]]
