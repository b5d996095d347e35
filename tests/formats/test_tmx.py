"""TMX: what is written is valid and reads back the same; of others, all is read or refused."""

from __future__ import annotations

import gzip
import io
import random
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from glossary.errors import InputRefused, MalmoiError
from glossary.formats import tmx, tmx_writer
from glossary.formats.rows import ReadOptions, RefusedRow, UnitItem, UnitRow
from glossary.model import Text, Unit
from tests.formats.mutations import damaged

KOREAN = ReadOptions(varieties={"ko": "ko-CN"})
HEADER = (
    '<header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x"'
    ' adminlang="en" srclang="zh" datatype="plaintext"/>'
)


def document(*units: str, header: str = HEADER, before: str = "") -> bytes:
    return f'{before}<tmx version="1.4">{header}<body>{"".join(units)}</body></tmx>'.encode()


def unit(*sides: tuple[str, str], said: str = "") -> str:
    variants = "".join(f'<tuv xml:lang="{tag}"><seg>{seg}</seg></tuv>' for tag, seg in sides)
    return f"<tu{said}>{variants}</tu>"


PAIR = unit(("zh", "中试"), ("ko", "중시"))


def read(data: bytes, options: ReadOptions = KOREAN) -> list[UnitItem]:
    return list(tmx.read(io.BytesIO(data), options))


def written(units: list[Unit], source: str = "") -> bytes:
    stream = io.BytesIO()
    assert tmx_writer.write(stream, units, source) == len(units)
    return stream.getvalue()


def units(data: bytes, options: ReadOptions = KOREAN) -> list[Unit]:
    return [row.unit for row in read(data, options) if isinstance(row, UnitRow)]


# What is written

_LETTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
_WORDS = st.text(_LETTERS, min_size=1, max_size=20).map(lambda text: normalize("NFC", text))
_SAID = _WORDS.filter(lambda text: text.strip() != "")


@st.composite
def texts(draw: st.DrawFn) -> Text:
    words = draw(_SAID)
    markup = ""
    if draw(st.booleans()):
        escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        markup = f'{escaped}<ph x="1">&lt;br&gt;</ph>'
    details = draw(
        st.lists(st.sampled_from([("creationid", "kim"), ("datatype", "html")]), unique=True)
    )
    notes = draw(st.lists(st.tuples(st.sampled_from(["note", "prop:outlet"]), _SAID), max_size=2))
    variety = draw(st.sampled_from(["ko-CN", "zh-CN", "ko-KR", "zh-TW"]))
    return Text(variety, words, markup, details=tuple(sorted(details) + notes))


@st.composite
def whole_units(draw: st.DrawFn) -> Unit:
    said = draw(st.lists(texts(), min_size=2, max_size=4))
    if draw(st.booleans()):
        said[0] = said[0]._replace(before=draw(_SAID), after=draw(_SAID))
    uid = draw(st.sampled_from(["", "7k2m9qh4x0abc"]))
    details = draw(st.lists(st.tuples(st.just("note"), _SAID), max_size=2))
    changed = draw(st.sampled_from([(), (("changedate", "20260101T000000Z"),)]))
    return Unit(tuple(said), uid, (*changed, *details))


@settings(max_examples=150)
@given(st.lists(whole_units(), min_size=1, max_size=5))
def test_what_is_written_reads_back_the_same(given_units: list[Unit]) -> None:
    data = written(given_units)
    assert units(data) == given_units
    assert written(units(data)) == data


def test_what_is_written_is_valid(corpora: Path) -> None:
    with (corpora / "conformance/schemas/tmx/tmx14.dtd").open("rb") as stream:
        dtd = etree.DTD(stream)
    said = (("creationdate", "20260101T000000Z"), ("note", "기사"), ("prop:outlet", "인민넷"))
    found = [
        Unit(
            (
                Text("zh-CN", "中试", before="量产", after="开始", details=said),
                Text("ko-CN", "중시 ", '중시 <ph x="1">&lt;br&gt;</ph>'),
                Text("ko-KR", "파일럿 시험", details=(("segtype", "phrase"), ("odd", "1"))),
            ),
            "7k2m9qh4x0abc",
            (*said, ("segtype", "sentence"), ("tuid", "12"), ("x-unknown", "1")),
        )
    ]
    tree = etree.fromstring(written(found, "zh-CN"))
    assert dtd.validate(tree), dtd.error_log
    assert tree.find("header").get("srclang") == "zh-CN"


# What is read


def test_a_version_1_1_file_names_languages_otherwise() -> None:
    data = document(PAIR).replace(b"xml:lang", b"lang").replace(b'"1.4"', b'"1.1"')
    assert [text[:2] for text in units(data)[0].texts] == [("zh-CN", "中试"), ("ko-CN", "중시")]


def test_a_document_type_is_accepted_and_not_fetched() -> None:
    for system in ("tmx14.dtd", "http://example.invalid/tmx14.dtd", "file:///etc/passwd"):
        before = f'<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "{system}">'
        assert len(units(document(PAIR, before=before))) == 1


@pytest.mark.parametrize(
    ("encoding", "label"),
    [
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16"),
        ("utf-16-be", "utf-16"),
        ("cp949", "euc-kr"),
        ("gb18030", "gbk"),
        ("big5", "big5"),
    ],
)
def test_encodings_are_read(encoding: str, label: str) -> None:
    zh, ko = ("中試", "x") if encoding == "big5" else ("中試", "중시")
    before = f'<?xml version="1.0" encoding="{label}"?>'
    data = document(unit(("zh-TW", zh), ("ko", ko)), before=before).decode().encode(encoding)
    assert [text.text for text in units(data)[0].texts] == [zh, ko]


def test_bytes_that_contradict_the_encoding_are_refused() -> None:
    data = document(PAIR).replace("중시".encode(), "중시".encode("cp949"))
    with pytest.raises(InputRefused) as caught:
        read(data)
    assert caught.value.code == "encoding-wrong"


def test_bare_korean_has_to_be_said() -> None:
    with pytest.raises(InputRefused) as caught:
        read(document(PAIR), ReadOptions())
    assert (caught.value.code, caught.value.fields["variety"]) == ("variety-ambiguous", "ko")


@pytest.mark.parametrize(
    ("odd", "code"),
    [
        (unit(("zh", "中试")), "tm-unit-needs-two"),
        (unit(("zh", "中试"), ("ko", " ")), "tm-unit-needs-two"),
        (unit(("zh", "中试"), ("!!", "x")), "variety-malformed"),
        (unit(("zh", "中&#x80;试"), ("ko", "중시")), "text-control"),
    ],
)
def test_a_unit_that_cannot_be_taken_in_is_named(odd: str, code: str) -> None:
    found = read(document(PAIR, "\n", odd, PAIR))
    assert [type(each) for each in found] == [UnitRow, RefusedRow, UnitRow]
    refused = found[1]
    assert isinstance(refused, RefusedRow)
    assert (refused.code, refused.line) == (code, 2)


def test_codes_are_kept_beside_the_text() -> None:
    seg = 'A<bpt i="1">&lt;b></bpt>중시<ept i="1"/><ph>x<sub>y</sub></ph><hi>z</hi>'
    (found,) = units(document(unit(("zh", "中试"), ("ko", seg))))
    assert found.texts[1].text == "A중시z"
    (again,) = units(written([found]))
    assert again == found


def test_neighbours_are_read() -> None:
    said = '<prop type="x-context-pre">앞</prop><prop type="x-context-post">뒤</prop>'
    data = document(PAIR.replace("<tu>", f"<tu>{said}"))
    assert [(text.before, text.after) for text in units(data)[0].texts] == [("앞", "뒤"), ("", "")]


def test_plain_and_parsed_units_are_the_same() -> None:
    """The pattern for plain units and the parser agree; a comment keeps the pattern away."""
    chance = random.Random(4)
    said = ["<note>기사 &amp; x</note>", '<prop type="outlet">신문</prop>', "", "\n "]
    plain, parsed = [], []
    for number in range(200):
        seg = "".join(
            chance.choices(["중시 ", "&lt;", "&#xAC00;", "'\"", "\n", "\u1100\u1161"], k=4)
        )
        each = unit(("zh", f"中试{number}"), ("ko", f"x{seg}"), said=f' tuid="{number}"')
        each = each.replace("<tuv", f"{chance.choice(said)}<tuv", 1)
        plain.append(each)
        parsed.append(each.replace("<tuv", "<!-- x --><tuv", 1))
    assert units(document(*plain)) == units(document(*parsed))


# Hostile files


def refusal(data: bytes) -> str:
    with pytest.raises(InputRefused) as caught:
        read(data)
    return caught.value.code


def test_broken_and_foreign_files_are_refused() -> None:
    assert refusal(b"") == "file-empty"
    assert refusal(b"<html/>") == "tmx-expected"
    assert refusal(b"no xml") == "xml-broken"
    assert refusal(document(PAIR)[:-10]) == "xml-broken"


def test_a_file_that_was_cut_or_compressed_is_said_to_be_so() -> None:
    whole = document(PAIR)
    inside = whole.index("중".encode()) + 2
    assert refusal(whole[:inside]) == "file-cut"
    assert refusal(whole[: inside + 1]) == "xml-broken"
    assert refusal(gzip.compress(whole)) == "file-compressed"
    assert refusal(b"PK\x03\x04" + whole) == "file-not-text"


def test_entities_are_refused() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    for declared in (
        f'<!ENTITY l0 "x">{laughs}',
        '<!ENTITY x SYSTEM "file:///etc/passwd">',
        '<!ENTITY % p SYSTEM "http://example.invalid/x">%p;',
    ):
        before = f'<?xml version="1.0"?><!DOCTYPE tmx [{declared}]>'
        assert refusal(document(PAIR, before=before)) == "xml-entity"


@pytest.mark.parametrize("said", ["tuid='&x;'", "tuid='1'"])
def test_undeclared_entities_are_refused_wherever_the_document_type_is(said: str) -> None:
    before = '<?xml version="1.0"?>\n<!-- > -->\n<!DOCTYPE tmx\n SYSTEM "tmx14.dtd">'
    text = "시험" if "&" in said else "&x;"
    units = unit(("zh", "中试"), ("ko", text), said=f" {said}")
    with pytest.raises(InputRefused) as caught:
        read(document("\n", units, before=before))
    assert caught.value.code == "xml-broken"
    assert (
        caught.value.fields["line"]
        == document("\n", units, before=before)[
            : document("\n", units, before=before).index(b"&x;")
        ].count(b"\n")
        + 1
    )
    assert len(read(document(PAIR, before=before))) == len(read(document(PAIR)))


def test_deep_and_endless_elements_are_refused_quickly() -> None:
    began = time.monotonic()
    assert refusal(document("<a>" * 100_000)) == "xml-too-deep"
    assert refusal(document("<tu><tuv xml:lang='ko'><seg>", "x" * 40_000_000)) == "xml-too-long"
    assert refusal(document("<tu x='" + "y" * 40_000_000)) == "xml-too-long"
    assert time.monotonic() - began < 30


def test_cut_and_damaged_files_end_in_a_refusal() -> None:
    said = unit(("zh", "中<ph x='1'>a</ph>试"), ("ko", "중시"), said=' tuid="1"')
    whole = document(PAIR, "\n", said, "<!-- x -->", PAIR, before='<?xml version="1.0"?>')
    chance = random.Random(7)
    cut = [whole[:size] for size in range(0, len(whole), 7)]
    outcomes = set()
    for data in (*cut, *(damaged(chance, whole) for _ in range(600))):
        try:
            read(data)
            outcomes.add("read")
        except MalmoiError as error:
            outcomes.add(error.code)
    assert {"read", "xml-broken"} <= outcomes


def test_memory_stays_flat() -> None:
    def many(count: int) -> Iterator[bytes]:
        yield document()[: -len("</body></tmx>")]
        for number in range(count):
            yield unit(("zh", f"中试{number}"), ("ko", f"중시 {number}")).encode()
        yield b"</body></tmx>"

    class Pieces(io.RawIOBase):
        def __init__(self, count: int) -> None:
            self.pieces, self.rest = many(count), b""

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
            while len(self.rest) < len(buffer) and (piece := next(self.pieces, b"")):
                self.rest += piece
            size = min(len(self.rest), len(buffer))
            buffer[:size], self.rest = self.rest[:size], self.rest[size:]
            return size

    peaks = []
    for count in (5_000, 40_000):
        tracemalloc.start()
        stream = io.BufferedReader(Pieces(count), 65_536)
        assert sum(1 for _ in tmx.read(stream, KOREAN)) == count
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] * 1.5
