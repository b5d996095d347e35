"""What a file that is not UTF-8 most likely is, as far as that can be told."""

from __future__ import annotations

import io

import pytest

from glossary.errors import InputRefused
from glossary.formats.encodings import ENCODINGS, likely_encoding
from glossary.formats.lines import text_lines
from glossary.formats.registry import named
from glossary.formats.rows import ReadOptions, Row
from tests.formats.contract import read

KOREAN = "조선어,한국어\n량산,양산\n로동력,노동력\n"
CHINESE = "中文,领域\n量产,制造\n劳动力,经济\n上市公司,金融\n"
TRADITIONAL = "中文,領域\n量產,製造\n勞動力,經濟\n上市公司,金融\n"


@pytest.mark.parametrize(
    ("text", "encoding", "likely"),
    [
        (KOREAN, "cp949", "CP949"),
        (KOREAN, "gb18030", "GB18030"),
        (CHINESE, "gb18030", "GB18030"),
        (KOREAN + CHINESE, "gb18030", "GB18030"),
        ("조선어,한어\n량산,量産\n", "cp949", "CP949"),
        (TRADITIONAL, "big5", "Big5"),
        (KOREAN + CHINESE, "utf-16-le", "UTF-16-LE"),
        (KOREAN, "utf-16-be", "UTF-16-BE"),
        (KOREAN, "iso2022_kr", "ISO-2022-KR"),
        ("café\n", "latin-1", ""),
    ],
)
def test_the_encoding_of_a_korean_or_chinese_file_is_told(
    text: str, encoding: str, likely: str
) -> None:
    assert likely_encoding(text.encode(encoding)) == likely
    assert likely in ("", *ENCODINGS)


@pytest.mark.parametrize("row", ["量产,制造", "乡镇企业,经济", "上市公司,金融", "劳动力,经济"])
def test_one_row_of_chinese_is_enough(row: str) -> None:
    assert likely_encoding(row.encode("gb18030")) == "GB18030"


def test_damaged_utf_8_is_taken_for_nothing_else() -> None:
    assert likely_encoding(KOREAN.encode() + b"\xb7\xae") == ""


@pytest.mark.parametrize(
    ("encoding", "line"), [("CP949", 2), ("GB18030", 2), ("UTF-16-LE", 1), ("ISO-2022-KR", 1)]
)
def test_the_refusal_shows_a_sample_and_the_file_is_read_with_the_name_it_tells(
    encoding: str, line: int
) -> None:
    data = ("ko-CN\n" + "량산\n" * 5_000).encode(encoding)
    with pytest.raises(InputRefused) as caught:
        read(named("csv"), data)
    fields = dict(caught.value.fields)
    assert "량산 / 량산" in str(fields.pop("sample"))
    assert (caught.value.code, fields) == (
        "encoding-likely",
        {"line": line, "encoding": encoding},
    )
    rows = read(named("csv"), data, ReadOptions(encoding=encoding))
    assert {row.concept.texts("ko-CN") for row in rows if isinstance(row, Row)} == {("량산",)}


def test_a_named_encoding_is_not_guessed_about() -> None:
    with pytest.raises(InputRefused, match="encoding-wrong"):
        read(named("csv"), "ko-CN\n량산\n".encode("cp949"), ReadOptions(encoding="ascii"))


@pytest.mark.parametrize("encoding", ["utf-16", "idna", "punycode", "undefined"])
def test_an_encoding_that_does_not_fit_is_said(encoding: str) -> None:
    """Also of codecs that fail in ways of their own."""
    with pytest.raises(InputRefused) as caught:
        list(text_lines(io.BytesIO("ko-CN\n량산\n".encode()), encoding))
    assert caught.value.code == "encoding-wrong"


@pytest.mark.parametrize("encoding", ["zlib", "rot13", "no-such", "undefined"])
def test_a_comment_that_names_no_encoding_of_texts_is_a_comment(encoding: str) -> None:
    data = f"# -*- coding: {encoding} -*-\n량산".encode()
    assert "".join(text_lines(io.BytesIO(data))) == data.decode()
