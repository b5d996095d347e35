"""DOCX, HWPX and workbooks: what of a document is text, and where it stands."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.errors import InputRefused
from glossary.formats.documents import named
from glossary.formats.passages import OBJECT, Passage
from glossary.formats.rows import ReadOptions
from glossary.texts.sentences import sentence
from tests.formats import sample_documents as samples
from tests.formats.broken_workbooks import changed
from tests.formats.sample_documents import docx, hwpx, line, paragraph

BOX = "<w:txbxContent>{}</w:txbxContent>"


def read(form: str, data: bytes, options: ReadOptions | None = None) -> list[Passage]:
    return list(named(form).read(io.BytesIO(data), options))


def texts(form: str, data: bytes) -> list[str]:
    return [each.text for each in read(form, data)]


def run(inside: str) -> str:
    return f"<w:r>{inside}</w:r>"


def word(text: str) -> str:
    return run(f"<w:t>{text}</w:t>")


def either(choice: str, fallback: str) -> str:
    """The same in a newer and an older form."""
    both = f"<mc:Choice>{choice}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback>"
    return f"<mc:AlternateContent>{both}</mc:AlternateContent>"


CONTROL = f"<w:sdtPr><w:t>x</w:t></w:sdtPr><w:sdtContent>{word('가')}</w:sdtContent>"
RUBY = f"<w:rubyPr/><w:rt>{word('한')}</w:rt><w:rubyBase>{word('漢')}</w:rubyBase>"
SYMBOL = "<w:sym w:font='Wingdings' w:char='F0E0'/>"


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (word("중") + word("시") + word("를"), "중시를"),
        (run("<w:t> 가 </w:t><w:t xml:space='preserve'> 나</w:t>"), "가 나"),
        (run("<w:t>가</w:t><w:tab/><w:t>나</w:t><w:br/><w:t>다</w:t><w:cr/>"), "가\t나\n다\n"),
        ("<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>" + word("가"), "가"),
        (f"<w:del>{run('<w:delText>중시</w:delText>')}</w:del><w:ins>{word('가')}</w:ins>", "가"),
        (f"<w:moveFrom>{word('중시')}</w:moveFrom><w:moveTo>{word('가')}</w:moveTo>", "가"),
        (f"<w:ins><w:del>{word('중시')}</w:del></w:ins>{word('가')}", "가"),
        (f"<w:hyperlink>{word('가')}</w:hyperlink><w:smartTag>{word('나')}</w:smartTag>", "가나"),
        (f"<w:sdt>{CONTROL}</w:sdt>", "가"),
        (f"<w:fldSimple w:instr='DATE'>{word('가')}</w:fldSimple>", "가"),
        (run(f"<w:ruby>{RUBY}</w:ruby>"), "漢"),
        (run("<w:rPr><w:vanish/></w:rPr><w:t>중시</w:t>") + word("가"), "가"),
        (run("<w:rPr><w:vanish w:val='0'/></w:rPr><w:t>중시</w:t>"), "중시"),
        (run(f"<w:t>가</w:t>{SYMBOL}<w:noBreakHyphen/>"), f"가{OBJECT}\u2011"),
        (run("<w:commentReference w:id='1'/><w:footnoteReference w:id='1'/><w:t>가</w:t>"), "가"),
        (run(either("", "<w:t>가</w:t>")), "가"),
        (run(either("<w:t>가</w:t>", "<w:t>나</w:t>")), "가"),
        ("<!-- 중시 --><?x 중시?>" + word("가<!-- 중시 -->나"), "가나"),
    ],
)
def test_a_paragraph_of_word_is_read_as_it_shows(inside: str, expected: str) -> None:
    assert texts("docx", docx(f"<w:p>{inside}</w:p>")) == [expected]


def field(*pieces: str) -> str:
    """The runs of a field: what is no text stands for the kinds of its marks."""
    kinds = ("begin", "separate", "end")
    return "".join(
        run(f"<w:fldChar w:fldCharType='{each}'/>") if each in kinds else each for each in pieces
    )


def test_the_code_of_a_field_is_no_text_but_what_it_gives() -> None:
    code = run("<w:instrText>HYPERLINK x</w:instrText>")
    inner = field("begin", code, "separate", word("속"), "end")
    outer = field("begin", code, inner, "separate", word("가"), "end") + word("나")
    lasting = f"<w:p>{field('begin', code, 'separate', word('다'))}</w:p>"
    broken = f"<w:p>{field('end', 'begin', code)}</w:p>"
    body = f"<w:p>{outer}</w:p>{lasting}{paragraph('라')}<w:p>{field('end')}</w:p>{broken}"
    assert texts("docx", docx(body + paragraph("마"))) == ["가나", "다", "라", "마"]


_NAMES = (
    *("p", "r", "t", "tbl", "tr", "tc", "trPr", "pPr", "rPr", "del", "ins", "moveFrom", "ruby"),
    *("rt", "rubyBase", "fldChar", "instrText", "txbxContent", "AlternateContent", "Choice"),
    *("Fallback", "sym", "tab", "br", "vanish", "run", "ctrl", "subList", "footNote", "dutmal"),
    *("mainText", "fieldBegin", "deleteBegin", "deleteEnd", "hiddenComment", "item", "itemref"),
)


@st.composite
def trees(draw: st.DrawFn) -> str:
    """Elements of both forms in any order and nesting."""
    found, open_ones = [], []
    for name in draw(st.lists(st.sampled_from((*_NAMES, "", "", "중시")), max_size=40)):
        if name in _NAMES:
            kind = draw(st.sampled_from(("", "begin", "separate", "end")))
            found.append(f'<x:{name} x:fldCharType="{kind}">')
            open_ones.append(name)
        elif not name and open_ones:
            found.append(f"</x:{open_ones.pop()}>")
        else:
            found.append(name)
    return "".join(found) + "".join(f"</x:{name}>" for name in reversed(open_ones))


@settings(max_examples=150, deadline=None)
@given(trees())
def test_any_elements_in_any_order_are_read(tree: str) -> None:
    text = re.sub("<[^>]*>", "", tree)
    for form, data in (
        ("docx", docx(f'<x:p xmlns:x="{samples.W}">{tree}</x:p>')),
        ("hwpx", hwpx(f'<x:p xmlns:x="{samples.HP}">{tree}</x:p>')),
    ):
        found = "".join(texts(form, data))
        assert found.count("중시") <= text.count("중시")


def test_a_paragraph_whose_end_is_deleted_runs_on() -> None:
    mark = "<w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>"
    body = paragraph("첫째") + f"<w:p>{mark}{word('신제품의 ')}</w:p>" + paragraph("중시를")
    found = read("docx", docx(body + f"<w:p>{mark}{word('끝')}</w:p>"))
    assert [(each.text, each.place.number) for each in found] == [
        *(("첫째", 1), ("신제품의중시를", 2), ("끝", 4)),
    ]


def test_a_text_box_is_read_once() -> None:
    box = BOX.format(paragraph("상자") + paragraph("둘째"))
    both = either(f"<wps:a>{box}</wps:a>", box)
    assert texts("docx", docx(f"<w:p>{run(both)}{word('가')}</w:p>")) == ["상자", "둘째", "가"]
    old = f"<mc:AlternateContent><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert texts("docx", docx(f"<w:p>{run(old)}{word('가')}</w:p>")) == ["상자", "둘째", "가"]
    assert texts("docx", docx(f"<w:p>{run(f'<v:x>{box}</v:x>')}</w:p>")) == ["상자", "둘째"]


def test_tables_headers_and_notes_of_word_have_their_places() -> None:
    deleted = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph('중시')}</w:tc></w:tr>"
    cells = "".join(f"<w:tc>{paragraph(each)}</w:tc>" for each in ("", "둘째 칸"))
    table = (
        f"<w:tbl><w:tr><w:tc>{paragraph('칸')}</w:tc></w:tr>{deleted}<w:tr>{cells}</w:tr></w:tbl>"
    )
    line = '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    second = f"<w:footnote>{paragraph('둘째')}{paragraph('단락')}</w:footnote>"
    notes = {
        "footnotes": f"{line}<w:footnote>{paragraph('각주')}</w:footnote>{second}",
        "endnotes": f"<w:endnote>{paragraph('미주')}</w:endnote>",
        "header": paragraph("머리글"),
        "footer": paragraph("바닥글"),
        "comments": f"<w:comment>{paragraph('중시')}</w:comment>",
    }
    data = docx(paragraph("첫째") + "<w:p/>" + table + paragraph("끝"), **notes)
    found = [
        (each.text, each.kind, sentence(each.place.code, "en", **each.place.fields))
        for each in read("docx", data)
    ]
    assert found == [
        ("첫째", "text", "paragraph 1"),
        ("칸", "cell", "table 1, row 1, cell 1"),
        ("둘째 칸", "cell", "table 1, row 2, cell 2"),
        ("끝", "text", "paragraph 7"),
        ("머리글", "header", "header, paragraph 1"),
        ("바닥글", "footer", "footer, paragraph 1"),
        ("각주", "note", "footnote 1"),
        ("둘째", "note", "footnote 2"),
        ("단락", "note", "footnote 2"),
        ("미주", "note", "endnote 1"),
    ]


def test_word_s_strict_namespace_is_read() -> None:
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    swap = {samples.DOCUMENT: lambda old: old.replace(samples.W.encode(), strict)}
    assert texts("docx", changed(docx(paragraph("가")), swap)) == ["가"]


def test_the_main_part_of_word_may_have_another_name() -> None:
    parts = samples.contents(docx(paragraph("가")))
    parts["word/document2.xml"] = parts.pop(samples.DOCUMENT)
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"word/d", b"/word/d", 1)
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"document.xml", b"document2.xml")
    assert texts("docx", samples.packed(parts)) == ["가"]


FIELD = "<hp:fieldBegin><hp:stringParam>중시</hp:stringParam></hp:fieldBegin>"
RUBY_OF_HANGUL = "<hp:mainText>漢字</hp:mainText><hp:subText>한자</hp:subText>"


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<hp:t>중</hp:t></hp:run><hp:run><hp:t>시를</hp:t>", "중시를"),
        ("<hp:t>가<hp:tab/>나<hp:lineBreak/>다<hp:nbSpace/>라</hp:t>", "가\t나\n다\xa0라"),
        ("<hp:t>가<hp:markpenBegin/>나<hp:markpenEnd/></hp:t>", "가나"),
        ("<hp:t>가<hp:deleteBegin/>중</hp:t><hp:t>시<hp:deleteEnd/>나</hp:t>", "가나"),
        ("<hp:t>가<hp:insertBegin/>나<hp:insertEnd/></hp:t>", "가나"),
        (f"<hp:dutmal>{RUBY_OF_HANGUL}</hp:dutmal>", "漢字"),
        (f"<hp:ctrl>{FIELD}</hp:ctrl><hp:t>가</hp:t>", "가"),
        ("<hp:equation><hp:script>중시</hp:script></hp:equation><hp:t>가</hp:t>", f"{OBJECT}가"),
    ],
)
def test_a_paragraph_of_hangul_is_read_as_it_shows(inside: str, expected: str) -> None:
    assert texts("hwpx", hwpx(f"<hp:p><hp:run>{inside}</hp:run></hp:p>")) == [expected]


def inside(names: str, text: str) -> str:
    """A paragraph inside of these elements, inside of a paragraph."""
    found = line(text)
    for name in reversed(names.split()):
        found = f"<hp:{name}>{found}</hp:{name}>"
    return f"<hp:p><hp:run>{found}</hp:run></hp:p>"


def test_tables_notes_and_comments_of_hangul() -> None:
    body = (
        inside("tbl tr tc subList", "칸")
        + inside("ctrl footNote subList", "각주")
        + inside("ctrl endNote subList", "미주")
        + inside("ctrl header subList", "머리글")
        + inside("rect drawText subList", "상자")
        + inside("ctrl hiddenComment subList", "중시")
        + inside("ctrl fieldBegin subList", "중시")
        + line("끝")
    )
    assert [(each.text, each.kind) for each in read("hwpx", hwpx(body))] == [
        *(("칸", "cell"), ("각주", "note"), ("미주", "note"), ("머리글", "header")),
        *(("상자", "text"), ("끝", "text")),
    ]
    said = [
        sentence(each.place.code, "en", **each.place.fields) for each in read("hwpx", hwpx(body))
    ]
    assert said[:4] == [
        "section 1, table 1, row 1, cell 1",
        *(f"section 1, {each} 1" for each in ("footnote", "endnote", "header")),
    ]


def test_the_sections_of_hangul_come_in_the_order_of_the_package() -> None:
    many = [line(str(number)) for number in range(12)]
    assert texts("hwpx", hwpx(*many)) == list(map(str, range(12)))
    order = (
        '<p xmlns="http://www.idpf.org/2007/opf/"><item id="a" href="Contents/section0.xml"/>'
        '<item id="b" href="Contents/section1.xml"/><itemref idref="b"/><itemref idref="a"/>'
        '<itemref idref="no"/></p>'
    )
    found = read("hwpx", hwpx(line("가"), line("나") + line("다"), order=order))
    assert [each.text for each in found] == ["나", "다", "가"]
    said = sentence(found[1].place.code, "en", **found[1].place.fields)
    assert said == "section 1, paragraph 2"


def test_an_encrypted_document_of_hangul_is_named() -> None:
    manifest = '<m xmlns="urn:m"><encryption-data/></m>'
    data = samples.packed({"META-INF/manifest.xml": manifest, "Contents/section0.xml": "<x/>"})
    with pytest.raises(InputRefused, match="document-encrypted"):
        read("hwpx", data)


def test_the_cells_of_a_workbook_have_their_places() -> None:
    data = samples.workbook([("가", 1, "나\n다"), ("", "", ""), ("", " 라 ", 2)])
    found = read("cells", data)
    assert [(each.text, each.place.part, each.place.cell) for each in found] == [
        *(("가", "Sheet1", "A1"), ("나\n다", "Sheet1", "C1"), (" 라 ", "Sheet1", "B3")),
    ]
    assert sentence(found[0].place.code, "en", **found[0].place.fields) == "sheet Sheet1, cell A1"


def test_all_sheets_that_are_shown_are_read_and_one_that_is_named_alone() -> None:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        for name in ("하나", "빈것", "숨김", "둘"):
            sheet = book.add_worksheet(name)
            if name != "빈것":
                sheet.write_string("B2", name)
            if name == "숨김":
                sheet.hide()
        sheet.merge_range("C3:D6", "합친 칸")
    found = read("xlsx", stream.getvalue())
    assert [(each.place.part, each.place.cell, each.text) for each in found] == [
        *(("하나", "B2", "하나"), ("둘", "B2", "둘"), ("둘", "C3", "합친 칸")),
    ]
    only = read("xlsx", stream.getvalue(), ReadOptions(sheet="숨김"))
    assert [each.text for each in only] == ["숨김"]


def test_a_workbook_whose_headings_name_varieties_holds_pairs() -> None:
    data = samples.workbook([("ko-CN", "zh-CN", "note"), ("중시를 하다", "进行中试", "가")])
    found = [(each.variety, each.text) for each in read("xlsx", data)]
    assert found == [("ko-CN", "중시를 하다"), ("zh-CN", "进行中试")]
    assert len(read("cells", data)) == 6


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["docx", "html"])
def test_a_document_that_libreoffice_wrote_is_read(tmp_path: Path, suffix: str) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    page = tmp_path / "a.html"
    page.write_text(
        "<meta charset=utf-8><h1>제목</h1><p>중<b>시</b>를<br>하다<table><tr><td>칸", "utf-8"
    )
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    filters = {"docx": "docx:MS Word 2007 XML", "html": "html"}
    command = [soffice, profile, "--headless", "--writer", "--convert-to", filters[suffix]]
    subprocess.run(
        [*command, "--outdir", str(tmp_path / "out"), str(page)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    found = texts(suffix, (tmp_path / "out" / f"a.{suffix}").read_bytes())
    assert [each.strip() for each in found if each.strip() != "a"] == ["제목", "중시를\n하다", "칸"]
