"""What every form of documents promises: passages or a refusal, whatever the file holds."""

from __future__ import annotations

import io
import random
import tracemalloc
from contextlib import suppress
from pathlib import Path
from types import ModuleType

import pytest

from glossary.errors import InputRefused, UsageError
from glossary.formats import office_package, plain_text
from glossary.formats.documents import FORMS, DocumentForm, named, of_file
from glossary.formats.passages import KINDS, Passage
from glossary.formats.rows import ReadOptions
from glossary.texts.sentences import LANGUAGES, sentence
from tests.formats import sample_documents
from tests.formats.broken_workbooks import changed
from tests.formats.mutations import damaged

MUTATIONS = 300

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WRONG_FILES = {
    "an archive": b"PK\x03\x04" + bytes(range(256)),
    "a compound file": COMPOUND + bytes(500),
    "a database": b"SQLite format 3\0" + bytes(84),
    "noise": bytes(range(128, 256)) * 4,
    "zeros": bytes(5000),
}
forms = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)


def read(form: DocumentForm, data: bytes, options: ReadOptions | None = None) -> list[Passage]:
    return list(form.read(io.BytesIO(data), options))


def refusal(form: DocumentForm, data: bytes) -> str:
    with pytest.raises(InputRefused) as caught:
        read(form, data)
    said = sentence(caught.value.code, "en", **{"file": "x", **caught.value.fields})
    assert said
    return caught.value.code


@forms
def test_a_small_file_is_read_with_places(form: DocumentForm) -> None:
    found = read(form, sample_documents.sample(form.name))
    assert "제품 중시를 시작하였다" in " ".join(each.text for each in found)
    for each in found:
        assert each.kind in KINDS
        assert each.text.strip()
        assert each.place.number > 0
        for language in LANGUAGES:
            assert sentence(each.place.code, language, **each.place.fields)


@forms
def test_every_text_of_pairs_and_no_other_has_a_variety(form: DocumentForm) -> None:
    found = read(form, sample_documents.sample(form.name))
    assert {bool(each.variety) for each in found} == {form.pairs}


@forms
def test_an_empty_file_is_refused(form: DocumentForm) -> None:
    assert refusal(form, b"") == "file-empty"


@forms
@pytest.mark.parametrize("name", WRONG_FILES)
def test_a_wrong_file_gives_nothing(form: DocumentForm, name: str) -> None:
    """A reader of pairs may pass over each of its lines."""
    if form.pairs:
        with suppress(InputRefused):
            assert read(form, WRONG_FILES[name]) == []
    else:
        assert refusal(form, WRONG_FILES[name])


@forms
def test_a_damaged_file_ends_in_passages_or_a_refusal(form: DocumentForm) -> None:
    """Of an archive every second one has its XML damaged before it is packed. Workbooks, read in a
    process of their own each, fewer: `test_mutations` has more of them."""
    data = sample_documents.sample(form.name)
    workbook = form.name in ("xlsx", "cells")
    parts = [name for name in sample_documents.contents(data) if name.endswith(".xml")]
    outcomes = set()
    for number in range(20 if workbook else MUTATIONS):
        chance = random.Random(f"{form.name} {number}")
        if parts and number % 2:
            part = chance.choice(parts)
            wrong = changed(data, {part: lambda member, chance=chance: damaged(chance, member)})
        else:
            wrong = damaged(chance, data)
        try:
            outcomes.add(bool(read(form, wrong)))
        except InputRefused as error:
            outcomes.add(error.code)
    assert len(outcomes) > 1


@pytest.mark.parametrize("name", ["text", "md", "html"])
def test_a_nul_character_and_an_endless_line_are_named(name: str) -> None:
    form = named(name)
    assert refusal(form, "중시\n시\0험\n".encode()) == "document-nul"
    assert refusal(form, b"a" * (5 * 1024 * 1024)) == "line-too-long"


@pytest.mark.parametrize(
    ("name", "module", "limit"),
    [
        ("html", plain_text, "LONGEST"),
        ("md", plain_text, "LONGEST"),
        ("docx", office_package, "FILE_LIMIT"),
    ],
)
def test_a_document_beyond_its_limit_is_refused(
    monkeypatch: pytest.MonkeyPatch, name: str, module: ModuleType, limit: str
) -> None:
    monkeypatch.setattr(module, limit, 100)
    assert refusal(named(name), sample_documents.sample(name)) == "document-too-large"


@pytest.mark.parametrize("name", ["text", "md", "html"])
def test_another_encoding_is_guessed_for_people_and_read_when_it_is_named(name: str) -> None:
    form = named(name)
    data = ("<p>어제 연길에서 신제품 중시를 하였다.\n\n" * 5).encode("cp949")
    assert refusal(form, data) == "encoding-likely"
    found = read(form, data, ReadOptions(encoding="euc-kr"))
    assert found[0].text.endswith("어제 연길에서 신제품 중시를 하였다.")


@pytest.mark.parametrize(
    ("name", "form"),
    [
        *(("a.txt", "text"), ("a", "text"), ("A.MD", "md"), ("a.htm", "html"), ("a.docx", "docx")),
        *(("a.doc", "docx"), ("a.hwp", "hwpx"), ("a.xls", "xlsx"), ("a.tmx", "tmx")),
    ],
)
def test_the_suffix_tells_the_form(name: str, form: str) -> None:
    assert of_file(name).name == form


def test_an_unknown_form_is_a_usage_error() -> None:
    for find in (named, of_file):
        with pytest.raises(UsageError):
            find("x.pdf")


@pytest.mark.parametrize("form", [named("docx"), named("hwpx")], ids=lambda form: form.name)
class TestPacked:
    """Of documents that are archives of XML."""

    def test_what_is_no_such_document_is_named(self, form: DocumentForm) -> None:
        assert refusal(form, "글월".encode()) == "document-not-kind"
        assert refusal(form, sample_documents.packed({"a.xml": "<a/>"})) == "document-not-kind"
        assert refusal(form, sample_documents.sample("xlsx")) == "document-not-kind"

    def test_an_older_or_encrypted_document_is_named(self, form: DocumentForm) -> None:
        compound = sample_documents.compound
        assert refusal(form, compound("WordDocument", b"x")) == "document-word-97"
        assert refusal(form, compound("EncryptedPackage", b"x")) == "document-encrypted"
        plain, locked = (b"HWP Document File".ljust(36, b"\0") + flag for flag in (b"\1", b"\3"))
        assert refusal(form, compound("FileHeader", plain)) == "document-hwp-5"
        assert refusal(form, compound("FileHeader", locked)) == "document-encrypted"

    def test_an_encrypted_member_is_named(self, form: DocumentForm) -> None:
        data = sample_documents.sample(form.name)
        assert refusal(form, sample_documents.flagged(data)) == "document-encrypted"

    def test_an_archive_that_lies_about_its_sizes_is_refused(self, form: DocumentForm) -> None:
        data = sample_documents.sample(form.name)
        assert refusal(form, sample_documents.resized(data, 0.5)) == "document-broken"

    def test_a_bomb_is_refused_before_it_is_unpacked(self, form: DocumentForm) -> None:
        data = sample_documents.resized(sample_documents.sample(form.name), 2_000_000)
        assert refusal(form, data) == "document-too-large"

    def test_no_entity_is_made_and_no_document_type_taken(self, form: DocumentForm) -> None:
        for declared in ('<!ENTITY a "중시">', '<!ENTITY a SYSTEM "file:///etc/hostname">'):
            head = f"<!DOCTYPE a [{declared}]>"
            assert refusal(form, sample_documents.with_head(form.name, head)) == "document-broken"

    def test_xml_nested_too_deep_is_refused(self, form: DocumentForm) -> None:
        deep = sample_documents.with_text(form.name, "<x>" * 5000 + "</x>" * 5000)
        assert refusal(form, deep) == "document-broken"


@pytest.mark.parametrize(
    "piece",
    [
        *("<", "<!", "<a", "<a '", '<a b="', "<!--", "&#", "&a", "](", "![", "[a](", "*", "**a "),
        *("`", "` `` ", "_a", "<a@", "- ", "> ", "- + ", "|", "| ", "\\", "[^", "<br", "</p", "\t"),
        *("[a][b]", "![a](b)", "<pre>", "<textarea>", "<!-- -->", "~~", "&amp;", "<x:"),
    ],
)
def test_a_hostile_repetition_is_read_as_fast_as_any_text(piece: str) -> None:
    """What takes a time that grows with the square of the length would take minutes here."""
    data = piece * (100_000 // len(piece))
    for form in ("md", "html"):
        for each in read(named(form), data.encode()):
            start, end = each.span(0, len(each.text))
            assert 0 <= start < end <= len(data)


def test_a_long_text_is_read_in_little_memory(tmp_path: Path) -> None:
    line = "연길시에서 새 제품의 중시를 시작하였다. 新产品中试已经开始。\n\n"
    path = tmp_path / "a"
    path.write_text(line * (2_000_000 // len(line.encode())), "utf-8")
    for form, most in (("text", 1_000_000), ("md", 6_000_000)):  # of Markdown its bytes are
        with path.open("rb") as stream:
            tracemalloc.start()
            count = sum(1 for _ in named(form).read(stream))
            peak = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
        assert count == 2_000_000 // len(line.encode())
        assert peak < most
