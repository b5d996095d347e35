"""docs/formats.md says what is so: its table is found by trying, its tests are there."""

from __future__ import annotations

import re
from pathlib import Path

from glossary.formats import (
    archives,
    delimited,
    flaws,
    lines,
    office_package,
    plain_text,
    sheet_facts,
    table_rows,
    workbook,
    workbook_writer,
)
from glossary.formats.documents import FORMS
from glossary.workflow import sources
from tests.docs.generate_formats import PAGE, page

TESTS = Path(__file__).resolve().parents[1]


def test_the_table_is_what_the_forms_keep() -> None:
    """Else: make docs."""
    assert PAGE.read_text("utf-8") == page()


def test_every_statement_names_a_test_that_there_is() -> None:
    text = PAGE.read_text("utf-8")
    files = [*TESTS.rglob("test_*.py"), TESTS / "formats" / "contract.py"]
    known = {
        name for path in files for name in re.findall(r"def (test_\w+)", path.read_text("utf-8"))
    }
    assert set(re.findall(r"`(test_\w+)`", text)) - known == set()
    for statement in re.findall(r"^- (?:.|\n  )*", text, re.MULTILINE):
        assert "`test_" in statement, statement


def test_the_documents_are_those_that_are_read() -> None:
    section = PAGE.read_text("utf-8").partition("## Documents")[2].partition("## ")[0]
    rows = re.findall(r"^\| ([a-z][^|]*?) \| ([^|]*?) \| ([^|]*?) \|$", section, re.MULTILINE)
    named = {name: row for names, *row in rows for name in names.split(", ") if name != "form"}
    assert set(named) == {form.name for form in FORMS}
    for form in FORMS:
        assert form.running == (named[form.name][1] == "the decoded file")
        assert not form.suffixes or form.suffixes[0] in named[form.name][0]


def test_the_limits_are_those_of_the_code() -> None:
    found = dict(
        re.findall(r"^\| ([a-z][^|]*?) \| ([^|]*?) \| `", PAGE.read_text("utf-8"), re.MULTILINE)
    )
    mib = 1024 * 1024
    assert found == {
        "rows of one import": f"{sources.ROWS_LIMIT:,}",
        "characters of a line": f"{lines.LINE_LIMIT:,}",
        "lines of a row": f"{delimited.ROW_LINES:,}",
        "characters of a cell": f"{table_rows.CELL_LIMIT:,}",
        "characters of a term": f"{flaws.TERM_LIMIT:,}",
        "bytes of a workbook, of its XML unpacked": (
            f"{workbook.FILE_LIMIT // mib} MiB, {archives.MEMBER_LIMIT // mib} MiB"
        ),
        "cells of a sheet that hold something": f"{sheet_facts.CELLS_LIMIT:,}",
        "bytes of a page of HTML or Markdown, of a DOCX or HWPX document": (
            f"{plain_text.LONGEST // mib} MiB, {office_package.FILE_LIMIT // mib} MiB"
        ),
        "places of all sheets up to their last cells": f"{sheet_facts.PLACES_LIMIT:,}",
    }
    assert f"{workbook_writer.CELL_LIMIT:,} characters" in PAGE.read_text("utf-8")
    assert f"{workbook_writer.ROW_LIMIT - 1:,} concepts" in PAGE.read_text("utf-8")
