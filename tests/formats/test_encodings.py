"""What a file that is not UTF-8 most likely is, as far as that can be told."""

from __future__ import annotations

import pytest

from glossary.errors import InputRefused
from glossary.formats.encodings import likely_encoding
from glossary.formats.registry import named
from glossary.formats.rows import ReadOptions
from tests.formats.contract import read

KOREAN = "조선어,한국어\n량산,양산\n로동력,노동력\n"
CHINESE = "中文,领域\n量产,制造\n劳动力,经济\n上市公司,金融\n"


def as_read(text: str, encoding: str) -> str:
    return text.encode(encoding).decode("utf-8", "surrogateescape")


@pytest.mark.parametrize(
    ("text", "encoding", "likely"),
    [
        (KOREAN, "cp949", "CP949"),
        (KOREAN, "gb18030", "GB18030"),
        (CHINESE, "gb18030", "GB18030"),
        (KOREAN + CHINESE, "gb18030", "GB18030"),
        ("조선어,한어\n량산,量産\n", "cp949", "CP949"),
        ("café\n", "latin-1", ""),
    ],
)
def test_the_encoding_of_a_korean_or_chinese_file_is_told(
    text: str, encoding: str, likely: str
) -> None:
    assert likely_encoding(as_read(text, encoding)) == likely


def test_damaged_utf_8_is_taken_for_nothing_else() -> None:
    assert likely_encoding(as_read(KOREAN, "utf-8") + "\udcb7\udcae") == ""


@pytest.mark.parametrize("encoding", ["CP949", "GB18030"])
def test_the_refusal_names_the_encoding_and_the_file_is_read_with_it(encoding: str) -> None:
    data = ("ko-CN\n" + "량산\n" * 5_000).encode(encoding)
    with pytest.raises(InputRefused) as caught:
        read(named("csv"), data)
    assert (caught.value.code, caught.value.fields) == (
        "encoding-likely",
        {"line": 2, "encoding": encoding},
    )


def test_a_named_encoding_is_not_guessed_about() -> None:
    with pytest.raises(InputRefused, match="encoding-wrong"):
        read(named("csv"), "ko-CN\n량산\n".encode("cp949"), ReadOptions(encoding="ascii"))
