"""TBX: what is taken from an entry, and that no document makes the parser do more than parse."""

from __future__ import annotations

import pytest

from glossary.formats.registry import named
from glossary.formats.rows import ReadOptions, RefusedRow, Row
from glossary.model import Citation, Concept
from tests.formats.contract import outcome, read
from tests.formats.golden import path_of

TBX = named("tbx")
V3 = """<?xml version="1.0"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
<conceptEntry id="1"><descrip type="subjectField">경제</descrip>
<descrip type="transferComment">메모</descrip>
<langSec xml:lang="zh"><termSec><term>量产</term>
<termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></termSec></langSec>
<langSec xml:lang="ko-KR"><descripGrp><descrip type="definition">많이 만듦</descrip>
<admin type="source">사전</admin></descripGrp>
<termSec><term>양<!-- 말 --><hi>산</hi></term>
<termNote type="partOfSpeech">noun</termNote></termSec></langSec>
</conceptEntry></body></text></tbx>"""


def concept(text: str | bytes) -> Concept:
    data = text if isinstance(text, bytes) else text.encode()
    (row,) = read(TBX, data)
    assert isinstance(row, Row), row
    return row.concept


def test_an_entry_of_version_2_is_read_with_all_that_we_have_a_place_for() -> None:
    rows = read(TBX, path_of(TBX).read_bytes())
    first = rows[0]
    assert isinstance(first, Row)
    assert (first.line, first.concept.domain, first.concept.note) == (6, "tech", "첫 줄\n둘째 줄")
    assert first.concept.definition == "양산에 앞서 공정을 확인하는 시험"
    said = [(each.variety, each.text, each.status, each.pos) for each in first.concept.terms]
    assert said == [
        ("ko-CN", "중시", "preferred", "noun"),
        ("ko-CN", "중간시험", "admitted", "noun"),
        ("zh-CN", "中试", "", "noun"),
        ("ko-KR", "파일럿 시험", "preferred", ""),
        ("ko-KR", "중간 시험", "deprecated", ""),
    ]
    assert first.concept.terms[0].citations == (Citation("시험신문"),)
    assert first.concept.terms[4].note == "학교 시험으로 읽힌다"


def test_an_entry_of_version_3_is_read_and_what_is_unknown_goes_into_the_note() -> None:
    found = concept(V3)
    assert (found.domain, found.definition) == ("경제", "많이 만듦")
    assert found.note == "transferComment: 메모\nsource: 사전"
    said = [(each.variety, each.text, each.status, each.pos) for each in found.terms]
    assert said == [("zh-CN", "量产", "deprecated", ""), ("ko-KR", "양산", "", "noun")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "euc-kr", "gb18030"])
def test_the_encoding_is_the_one_the_document_names(encoding: str) -> None:
    label = {"utf-8-sig": "utf-8"}.get(encoding, encoding)
    text = V3.replace('version="1.0"', f'version="1.0" encoding="{label}"').replace("量产", "力")
    assert concept(text.encode(encoding)).texts("ko-KR") == ("양산",)


def test_bare_korean_is_asked_about() -> None:
    data = V3.replace("ko-KR", "ko").encode()
    (row,) = read(TBX, data)
    assert isinstance(row, RefusedRow)
    assert row.code == "variety-ambiguous"
    (row,) = read(TBX, data, ReadOptions(varieties={"ko": "ko-KR"}))
    assert isinstance(row, Row)


def test_an_entity_of_the_document_itself_is_resolved() -> None:
    text = V3.replace("<tbx", '<!DOCTYPE tbx [<!ENTITY co "회사">]>\n<tbx', 1)
    assert concept(text.replace("많이", "&co;")).definition == "회사 만듦"


GROWING = "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' if n else '<!ENTITY a0 "aaaaaaaaaa">'
    for n in range(10)
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<tbx", f"<!DOCTYPE tbx [{GROWING}]><tbx"),
        ("<tbx", '<!DOCTYPE tbx [<!ENTITY a9 SYSTEM "file:///etc/hostname">]><tbx'),
        ("<tbx", '<!DOCTYPE tbx [<!ENTITY % x SYSTEM "http://127.0.0.1/x"> %x;]><tbx'),
        ("<term>", "<a>" * 300 + "<term>"),
        ("</termSec>", ""),
    ],
)
def test_a_hostile_or_broken_document_is_refused(old: str, new: str) -> None:
    text = V3.replace(old, new, 1).replace("많이", "&a9;" if "DOCTYPE" in new else "많이")
    assert outcome(TBX, text.encode()) == "xml-broken"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<html><body/></html>", "tbx-expected"),
        (b"ko-CN,zh-CN\n", "xml-broken"),
        (b"<tbx>" + b"a" * 20_000_000, "xml-broken"),
        (b"", "file-empty"),
    ],
)
def test_a_file_that_is_no_tbx_is_refused(data: bytes, code: str) -> None:
    assert outcome(TBX, data) == code
