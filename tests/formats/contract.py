"""What every registered form promises, whatever it looks like inside.

Three contracts: of forms that are read, of forms that are written, and of those that are both
and hold whole concepts.
"""

from __future__ import annotations

import io
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given, settings

from glossary.errors import InputRefused
from glossary.formats.registry import Format
from glossary.formats.rows import Heading, Item, ReadOptions, RefusedRow, Row, Written
from glossary.model import ADMITTED, Concept, Term
from tests.formats import golden
from tests.formats.strategies import HOSTILE, several

MANY = 10_000

WRONG_FILES = {
    "a workbook": b"PK\x03\x04" + bytes(range(256)),
    "an older workbook": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500),
    "a database": b"SQLite format 3\0" + bytes(84),
    "noise": bytes(range(128, 256)) * 4,
    "prose": "어제 연길에서 회의가 열렸다.\n".encode(),
}


def written(form: Format, concepts: Sequence[Concept], heading: Heading | None = None) -> bytes:
    stream = io.BytesIO()
    heading = heading or Heading(varieties=("zh-CN", "ko-KR") if form.pair else ())
    assert form.write(stream, concepts, heading).concepts == len(concepts)
    return stream.getvalue()


def read(form: Format, data: bytes, options: ReadOptions | None = None) -> list[Item]:
    return list(form.read(io.BytesIO(data), options))


def outcome(form: Format, data: bytes) -> list[Item] | str:
    """The rows, or the code that refuses the whole file."""
    try:
        return read(form, data)
    except InputRefused as error:
        return error.code


def read_back(form: Format, concepts: Sequence[Concept]) -> list[Concept]:
    rows = read(form, written(form, concepts))
    assert [row for row in rows if isinstance(row, RefusedRow)] == []
    return [row.concept for row in rows if isinstance(row, Row)]


def table_part(concept: Concept) -> object:
    """What every form has a place for: texts and the fields beside them, variety by variety."""
    terms: dict[str, list[object]] = {}
    for term in concept.terms:
        said = (term.text, term.status, term.pos, term.note)
        cited = [(each.outlet, each.title, each.date, each.link) for each in term.citations]
        texts = [normalize("NFC", each) for part in (said, *cited) for each in part]
        terms.setdefault(term.variety, []).append(texts)
    own = (concept.domain, concept.definition, concept.note)
    return concept.uid, terms, *(normalize("NFC", each) for each in own)


def pairs_of(concepts: Iterable[Concept]) -> Counter[tuple[str, str]]:
    """Every usable Chinese term with every South Korean one of its concept: what each form has
    a place for."""
    return Counter(
        {
            (zh, term.text): 1
            for concept in concepts
            for zh in concept.texts("zh-CN")
            for term in concept.terms
            if term.variety == "ko-KR" and term.status != "deprecated"
        }
    )


def whole_concepts(form: Format) -> bool:
    """Whether a form is both read and written, and holds more than pairs."""
    return bool(form.reader and form.writer and not form.pair)


def one(*texts: str, variety: str = "ko-CN") -> Concept:
    terms = (Term(variety, text, ADMITTED, uid=f"t{n}") for n, text in enumerate(texts))
    return Concept("0123456789abc", tuple(terms))


class ReaderContract:
    """Of each form that is read."""

    def test_the_golden_file_is_read(self, form: Format) -> None:
        rows = read(form, golden.path_of(form).read_bytes())
        concepts = [row.concept for row in rows if isinstance(row, Row)]
        assert [row for row in rows if isinstance(row, RefusedRow)] == []
        assert pairs_of(concepts) == pairs_of(golden.CONCEPTS)

    def test_an_empty_file_holds_nothing(self, form: Format) -> None:
        assert outcome(form, b"") in ([], "file-empty")

    @pytest.mark.parametrize("name", WRONG_FILES)
    def test_a_wrong_file_gives_no_concept(self, form: Format, name: str) -> None:
        found = outcome(form, WRONG_FILES[name])
        assert isinstance(found, str) or not any(isinstance(row, Row) for row in found)

    def test_every_row_knows_its_line(self, form: Format) -> None:
        rows = read(form, golden.path_of(form).read_bytes())
        lines = [row.line for row in rows if isinstance(row, Row)]
        assert lines == sorted(lines)
        assert lines[0] > 1

    def test_the_stream_stays_open_after_reading(self, form: Format) -> None:
        stream = io.BytesIO(golden.path_of(form).read_bytes())
        list(form.read(stream))
        assert not stream.closed

    def test_a_cut_file_is_a_refusal_or_fewer_concepts(self, form: Format) -> None:
        data = golden.path_of(form).read_bytes()
        for end in range(0, len(data), max(len(data) // 40, 1)):
            found = outcome(form, data[:end])
            if not isinstance(found, str):
                rows = [row for row in found if isinstance(row, Row)]
                assert len(rows) <= len(golden.CONCEPTS) + 1  # a pair form has a line a pair


class WriterContract:
    """Of each form that is written."""

    def test_the_golden_file_is_written(self, form: Format) -> None:
        data = written(form, golden.CONCEPTS, golden.heading_for(form))
        expected = golden.path_of(form).read_bytes()
        assert golden.comparable(data) == golden.comparable(expected)

    def test_a_glossary_without_concepts_is_written(self, form: Format) -> None:
        assert form.write(io.BytesIO(), [], golden.heading_for(form)) == Written(0)

    def test_concepts_without_a_pair_are_counted_and_never_lost_without_a_word(
        self, form: Format
    ) -> None:
        heading = Heading(varieties=("zh-CN", "ko-KR") if form.pair else ())
        found = form.write(io.BytesIO(), [one("중시")], heading)
        assert found.concepts == 1
        assert dict(found.left_out) == ({"without-pair": 1} if form.pair else {})

    def test_the_stream_stays_open_after_writing(self, form: Format) -> None:
        stream = io.BytesIO()
        form.write(stream, [one("중시")], golden.heading_for(form))
        assert not stream.closed

    def test_what_ends_the_writing_leaves_no_file_behind(
        self, form: Format, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

        class Ending:
            """Concepts that come to an end the second time, or after the first few."""

            def __iter__(self) -> Iterator[Concept]:
                yield from golden.CONCEPTS
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            form.write(io.BytesIO(), Ending(), golden.heading_for(form))
        assert list(tmp_path.iterdir()) == []


class FormatContract:
    """Of each form that is read and written and holds whole concepts."""

    @given(concepts=several)
    @settings(deadline=None)
    def test_what_is_written_is_read_again(self, form: Format, concepts: list[Concept]) -> None:
        found = read_back(form, concepts)
        assert list(map(table_part, found)) == list(map(table_part, concepts))
        if form.lossless:
            assert found == concepts

    @pytest.mark.parametrize("text", [text for text in HOSTILE if text.strip()])
    def test_a_hostile_term_stays_one_term(self, form: Format, text: str) -> None:
        found = read_back(form, [one(text, "중시", text)])
        assert found[0].texts("ko-CN") == tuple(
            text if form.lossless else normalize("NFC", text) for text in (text, "중시", text)
        )

    def test_characters_of_every_plane_come_back(self, form: Format) -> None:
        texts = [chr(plane * 0x10000 + 0x4E10) for plane in range(17)]
        assert read_back(form, [one(*texts)])[0].texts("ko-CN") == tuple(texts)

    def test_decomposed_hangul_comes_back_as_the_same_word(self, form: Format) -> None:
        found = read_back(form, [one(normalize("NFD", "량산"))])
        assert normalize("NFC", found[0].terms[0].text) == "량산"

    def test_a_file_without_concepts_is_read_as_such(self, form: Format) -> None:
        assert read(form, written(form, [])) == []

    def test_the_line_is_that_of_the_row(self, form: Format) -> None:
        data = written(form, [one(text) for text in ("하나", "둘", "셋")])
        if form.whole:
            assert [row.line for row in read(form, data) if isinstance(row, Row)] == [2, 3, 4]
            return
        lines = data.decode("utf-8-sig").splitlines()
        for row in read(form, data):
            assert isinstance(row, Row)
            assert row.concept.terms[0].text in lines[row.line - 1]

    def test_many_rows_are_read_one_by_one(self, form: Format) -> None:
        data = written(form, [one(f"용어{number}") for number in range(MANY)])
        stream = io.BytesIO(data)
        rows = form.read(stream)
        next(rows)
        assert form.whole or stream.tell() < len(data) / 2
        assert 1 + sum(isinstance(row, Row) for row in rows) == MANY

    def test_bare_korean_is_asked_about_and_never_guessed(self, form: Format) -> None:
        data = written(form, [one("중시", variety="ko")])
        found = outcome(form, data)
        codes = [found] if isinstance(found, str) else [getattr(row, "code", "") for row in found]
        assert codes == ["variety-ambiguous"]
        for meant in ("ko-CN", "ko-KR"):
            rows = read(form, data, ReadOptions(varieties={"ko": meant}))
            assert [row.concept.texts(meant) for row in rows if isinstance(row, Row)] == [("중시",)]

    def test_only_the_wanted_varieties_are_spoken_of(self, form: Format) -> None:
        data = written(form, [one("中试", variety="zh-CN")], Heading(varieties=("zh-CN",)))
        (row,) = read(form, data)
        assert isinstance(row, Row)
        assert row.given is not None
        assert "zh-CN" in row.given
        assert "ko-CN" not in row.given
