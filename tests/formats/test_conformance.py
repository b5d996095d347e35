"""Files that other projects test with: what their manifest says holds of each."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from glossary.errors import InputRefused
from glossary.formats.lines import text_lines
from glossary.formats.registry import named
from glossary.formats.rows import Item, ReadOptions, RefusedRow, Row

GLOSSARIES = {
    "empty.txt": 0,
    "sampleTBXfile.tbx": 1,
    "test-magiccomment-bom.tab": 0,
    "test-magiccomment.tab": 0,
    "test.csv": 7,
    "test.tab": 4,
    "testUTF16LE.txt": 2,
}
"""The files of glossary/omegat with the entries in each."""

ENCODINGS = {"EUC-KR": "CP949", "GB2312": "GB18030", "UTF-16": "", "unicode-bom": ""}
"""The folders of encodings with what must be guessed; "" for a mark or another sure sign."""


def files(corpora: Path, folder: str) -> list[Path]:
    found = sorted(path for path in (corpora / "conformance" / folder).rglob("*") if path.is_file())
    if not found:
        pytest.skip(f"no files in {folder}")
    return found


def items(path: Path) -> list[Item]:
    form = named("tbx" if path.suffix == ".tbx" else "omegat")
    options = ReadOptions(columns={"1": "en", "2": "ko-KR"}, varieties={"ko": "ko-KR"})
    with path.open("rb") as stream:
        return list(form.read(stream, options))


def test_every_glossary_of_omegat_is_read_whole(corpora: Path) -> None:
    found = {path.name: items(path) for path in files(corpora, "glossary/omegat")}
    assert {name: len(rows) for name, rows in found.items()} == GLOSSARIES
    assert [row for rows in found.values() for row in rows if isinstance(row, RefusedRow)] == []
    texts = {
        (name, *(term.text for term in row.concept.terms))
        for name, rows in found.items()
        for row in rows
        if isinstance(row, Row)
    }
    assert ("test.csv", '""k', "k") in texts
    assert ("test.csv", "kde; question", "comma") in texts
    assert ("test.tab", "손가락", "Korean Term") in texts
    assert ("testUTF16LE.txt", "LE", "Little Endian") in texts


def decoded(data: bytes) -> tuple[str, str]:
    """The encoding that is guessed where none is sure, and the text."""
    try:
        return "", "".join(text_lines(io.BytesIO(data)))
    except InputRefused as error:
        guessed = str(error.fields["encoding"])
    return guessed, "".join(text_lines(io.BytesIO(data), guessed))


def test_every_encoding_is_told_and_decodes_without_loss(corpora: Path) -> None:
    for path in files(corpora, "encodings"):
        data = path.read_bytes()
        expected = ENCODINGS[path.parent.name]
        guessed, text = decoded(data)
        assert guessed == expected or not expected, path
        assert "\ufffd" not in text, path
        assert not text.startswith("\ufeff"), path
        assert "\0" not in text, path
