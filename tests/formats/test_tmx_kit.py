"""LISA's TMX Compliance Kit (tests/lisa, in the public domain): what each of its tests asks of a
program that imports or exports TMX."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from glossary.formats import tmx, tmx_writer
from glossary.formats.rows import ReadOptions, UnitRow
from glossary.formats.tmx_units import is_note
from glossary.model import Unit
from glossary.workflow.memory_import import import_units
from glossary.workspace import Workspace
from tests.store.build import new_file

KIT = Path(__file__).parents[1] / "lisa"
ABOUT = " o-encoding=iso-8859-1 xml:lang=en-us"
"""What the kit says of each note and property."""
NOTE, PROP = f"note{ABOUT}", f"prop:myPropeType{ABOUT}"
LOOK_UPS = {
    "ImportTest1A": "fr-ca",  # white space inside segments
    "ImportTest1B": "fr-ca",  # XML syntax
    "ImportTest1C": "fr-ca",  # several languages
    "ImportTest1D": "en-gb",  # UTF-8 with a byte order mark
    "ImportTest1E": "en-gb",  # UTF-8 without one
    "ImportTest1F": "en-gb",  # UTF-16, little endian
    "ImportTest1G": "en-gb",  # UTF-16, big endian
    "ImportTest1H": "en-gb",  # ASCII
    "ImportTest1I": "ja-jp",  # East Asian white space
}
"""X.txt looked up line by line in X.tmx must give X_<language>.txt."""


def units(name: str) -> list[Unit]:
    with (KIT / f"{name}.tmx").open("rb") as stream:
        rows = list(tmx.read(stream, ReadOptions()))
    assert all(isinstance(row, UnitRow) for row in rows)
    return [row.unit for row in rows if isinstance(row, UnitRow)]


def lines(name: str) -> list[str]:
    data = (KIT / f"{name}.txt").read_bytes()
    text = data.decode("utf-16" if data.startswith(b"\xff\xfe") else "utf-8-sig")
    return [line for line in text.splitlines() if line]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(str(new_file(tmp_path / "x.db")))


@pytest.mark.parametrize("name", LOOK_UPS)
def test_a_look_up_gives_the_kit_s_translation(name: str, workspace: Workspace) -> None:
    import_units(workspace, [str(KIT / f"{name}.tmx")], "kit", "tm import")
    language, _, country = LOOK_UPS[name].partition("-")
    wanted = lines(f"{name}_{LOOK_UPS[name]}")
    given = lines(name)
    assert given
    for text, expected in zip(given, wanted, strict=True):
        found = workspace.memory.match(text, "en-US", f"{language}-{country.upper()}", 100)
        assert [(each.score, each.target.text) for each in found] == [(100, expected)]


@pytest.mark.parametrize("name", ["ImportTest1J", "ImportTest1J_many"])
def test_only_the_pair_that_is_asked_for_answers(name: str, workspace: Workspace) -> None:
    """1J, language selection."""
    import_units(workspace, [str(KIT / f"{name}.tmx")], "kit", "tm import")
    for text in ("First entry in US English", "Second entry in US English"):
        found = workspace.memory.match(text, "en-US", "en-GB", 100)
        assert [each.target.text for each in found] == [text.replace("US", "UK")]
    third = "[not to import] Third entry in US English"
    assert workspace.memory.match(third, "en-US", "en-GB", 100) == ()


def test_units_of_other_languages_answer_nothing(workspace: Workspace) -> None:
    """1K, no import: units without a text in the source language."""
    import_units(workspace, [str(KIT / "ImportTest1K.tmx")], "kit", "tm import")
    for text in ("First Entry - UK English", "Second Entry - UK English"):
        assert workspace.memory.match(text, "en-US", "en-GB", 50) == ()


@pytest.mark.parametrize("name", ["ImportTest1L", "ImportTest2C"])
def test_every_element_and_attribute_comes_back(name: str) -> None:
    """1L and 2C: attributes, notes and properties of units and variants."""
    (unit,) = units(name)
    about = dict(unit.details)
    assert (about["tuid"], about["segtype"], about["creationid"]) == ("tu001", "block", "ys")
    notes = [(kind, value) for kind, value in unit.details if is_note(kind)]
    assert notes == [(NOTE, "Text of tu note 1"), (NOTE, "Text of tu note 2")]
    assert (PROP, "Data") in unit.details
    english = unit.of("en-US")[0]
    assert unit.of("fr")[0].text
    assert ("lastusagedate", "20020523T091200Z") in english.details
    assert (NOTE, "Text of tuv en note 1") in english.details
    assert read_again([unit]) == [unit]
    said = b'<note o-encoding="iso-8859-1" xml:lang="en-us">Text of tu note 2</note>'
    assert said in written([unit])


def test_codes_stand_beside_the_plain_text() -> None:
    """2A, content markup: bpt, ept, it, ph and hi."""
    found = units("ImportTest2A")
    english = [unit.of("en-US")[0] for unit in found]
    assert [text.text for text in english] == [
        "The big black cat sleeps.",
        'Test for special characters = <=lt, >=gt, &=amp, "=quot.',
        "Nested formatting = Bold+Italic+Underlined, Bold+Italic, Bold.",
        "First sentence.",
        "Second sentence.",
        "Picture: ",
        "Some text with a part highlighted.",
    ]
    first = english[0].markup
    assert '<bpt i="1" type="bold" x="1">&lt;b&gt;</bpt>black<ept i="1">&lt;/b&gt;</ept>' in first


@pytest.mark.parametrize("path", sorted(KIT.glob("*.tmx")), ids=lambda path: path.stem)
def test_what_is_written_reads_the_same(path: Path) -> None:
    found = units(path.stem)
    assert found
    assert read_again(found) == found


def written(found: list[Unit]) -> bytes:
    stream = io.BytesIO()
    tmx_writer.write(stream, found)
    return stream.getvalue()


def read_again(found: list[Unit]) -> list[Unit]:
    stream = io.BytesIO(written(found))
    return [row.unit for row in tmx.read(stream, ReadOptions()) if isinstance(row, UnitRow)]
