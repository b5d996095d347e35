"""What the list of forms promises: one entry a form, found by name or suffix, loaded when used."""

from __future__ import annotations

import subprocess
import sys

import pytest

from glossary.errors import UsageError
from glossary.formats.registry import FORMATS, named, of_file


def test_no_two_forms_share_a_name_or_a_suffix() -> None:
    names = [form.name for form in FORMATS]
    suffixes = [suffix for form in FORMATS for suffix in form.suffixes]
    assert len(set(names)) == len(names)
    assert len(set(suffixes)) == len(suffixes)
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in suffixes)


@pytest.mark.parametrize(
    ("path", "name"), [("a.csv", "csv"), ("b/용어.TSV", "tsv"), ("c.tar.jsonl", "jsonl")]
)
def test_a_form_is_found_by_the_suffix(path: str, name: str) -> None:
    assert of_file(path) is named(name) is named(name.upper())


@pytest.mark.parametrize("path", ["a.doc", "csv", "", ".csv.bak"])
def test_an_unknown_form_is_refused_with_the_known_ones(path: str) -> None:
    with pytest.raises(UsageError) as caught:
        of_file(path)
    assert caught.value.code == "format-unknown"
    assert "csv" in str(caught.value.fields["known"])
    with pytest.raises(UsageError, match="format-unknown"):
        named("docx")


def test_listing_the_forms_loads_no_reader() -> None:
    code = (
        "import sys; from glossary.formats.registry import FORMATS; assert FORMATS;"
        "names = [m for m in sys.modules if m in ('csv', 'json') or m.startswith('glossary.f')];"
        "print([name for name in names if name != 'glossary.formats'])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "['glossary.formats.rows', 'glossary.formats.registry']"
