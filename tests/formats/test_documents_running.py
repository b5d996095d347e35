"""Text, Markdown and HTML: what of a file is text, and that its places lead back there."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from glossary.errors import InputRefused
from glossary.formats.documents import named
from glossary.formats.html_tokens import tokens, unescaped
from glossary.formats.lines import text_lines
from glossary.formats.passages import OBJECT, Passage
from glossary.formats.rows import ReadOptions

ROOT = Path(__file__).resolve().parents[2]
RUNNING = ("text", "md", "html")
_NOTE = re.compile(r"\[\^[^\]]*\]")  # a reference to a footnote is no text
_BLANK = re.compile(r"[ \t\r\n\f>]+|<[^>]*>")


def read(form: str, text: str) -> list[Passage]:
    if not text:
        return []
    return list(named(form).read(io.BytesIO(text.encode("utf-8"))))


def said(form: str, text: str) -> list[str]:
    """The running text alone."""
    optional = ("alt", "title", "placeholder")
    return [each.text for each in read(form, text) if each.kind not in optional]


def stands_for(form: str, original: str, char: str) -> bool:
    """Whether a stretch of a file may be read as this."""
    if original == char or original.replace("\r\n", "\n") == char or char == OBJECT:
        return True
    if original.startswith("&"):
        return char in unescaped(original)
    if char in " \n":  # white space, the end of a line, and what stands between two lines
        bare = _NOTE.sub("", original).strip()
        marks = "\\-+*0123456789.)[]xX"
        return not _BLANK.sub("", bare).strip(marks) or bare[0] in "<\\"
    return False


def check_places(form: str, text: str) -> None:
    for each in read(form, text):
        assert each.text.replace(OBJECT, "").strip()
        end = 0
        for place, char in enumerate(each.text):
            first, last = each.span(place, place + 1)
            assert each.origin(place) == first
            assert first < last <= len(text)
            assert stands_for(form, text[first:last], char), (each, place, text[first:last])
            assert first >= end or text[first:last].startswith("&")
            end = last
        if not each.pieces:
            assert text[each.start : each.start + len(each.text)] == each.text
        assert each.span(0, len(each.text)) == (each.start, each.origin(len(each.text)))
        lines = re.findall(r"\r\n|\r|\n", text[: each.start])
        assert each.place.number == len(lines) + 1


_PIECES = st.sampled_from(
    (
        *("중시", "中试", "를 ", " ", "  ", "\n", "\r\n", "\n\n", "\r", "\t", ".", "。", "“", "”"),
        *(
            "**",
            "*",
            "_",
            "~~",
            "`",
            "``",
            "# ",
            "- ",
            "1. ",
            "> ",
            "|",
            "\n|---|---|\n",
            "\\",
            "[",
        ),
        *("](a)", "![", "]", "[^1]", "[^1]: ", "[x] ", "```\n", "~~~\n", "---\n", "===\n", "    "),
        *("<b>", "</b>", "<p>", "</p>", "<br>", "<td>", "<!--", "-->", "<script>", "</script>"),
        *("<pre>", "</pre>", "<textarea>", "<title>", "</title>", '<a title="가&amp;나">', "<rt>"),
        *(
            "&amp;",
            "&lt;",
            "&nbsp;",
            "&#x4e2d;",
            "&#0;",
            "&no;",
            "&",
            "<",
            ">",
            "<img alt=가>",
            '"',
        ),
        *("<https://a.b>", "한글", "\U0001f600", "\ufeff", "e\u0301", "+++\n", "a"),
    )
)


@pytest.mark.parametrize("form", RUNNING)
@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, max_size=25).map("".join))
@example("**`중`**시\\\n를")
@example("> 가\n> - 나\n다")
def test_every_character_leads_back_to_itself(form: str, text: str) -> None:
    if not text.startswith("\ufeff"):  # there it is a byte order mark
        check_places(form, text)


@settings(max_examples=100, deadline=None)
@given(st.lists(_PIECES, max_size=25).map("".join))
def test_a_page_is_cut_without_a_gap(page: str) -> None:
    end = 0
    for token in tokens(page):
        assert token.start == end < token.end
        end = token.end
    assert end == len(page)


@given(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0\ufeff")))
def test_a_text_is_its_lines(text: str) -> None:
    """Also in decomposed form, which stays as it is."""
    assume(not {"\0", "\x1b"} & set(text[:20]))  # which seem to be of another encoding
    expected = [line for line in re.split(r"\r\n|\r|\n", text) if line.strip()]
    assert [each.text for each in read("text", text)] == expected


def test_offsets_count_from_the_end_of_a_byte_order_mark() -> None:
    for form in RUNNING:
        for encoding in ("utf-8-sig", "utf-16"):
            data = "가\n\n중시".encode(encoding)
            found = list(named(form).read(io.BytesIO(data)))[-1]
            assert "가\n\n중시"[found.start :][: len(found.text)] == found.text or form == "html"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**중시**를 __한__ *번* 더", ["중시를 한 번 더"]),
        ("**“중시”**를 하였다", ["“중시”를 하였다"]),
        ("snake_case 2 * 3 * 4, 3~5개", ["snake_case 2 * 3 * 4, 3~5개"]),
        ("***가** 나*", ["가 나"]),
        ("`code`를 쓴다", [f"{OBJECT}를 쓴다"]),
        ("`` a`b `` 와 `열림", [f"{OBJECT} 와 `열림"]),
        ("[중시](http://a.b/(c) '제목')를 [보라][ 참고\t글]\n\n[참고 글]: x", ["중시를 보라"]),
        ("[가][], [나], [다][]\n\n> [가]: x\n\n[나]: <y> '제목'", ["가, 나, [다][]"]),
        ("근거[1][2]와 [글], 류욱*, 온옥*; V*/N*", ["근거[1][2]와 [글], 류욱*, 온옥*; V*/N*"]),
        ("앞 ![그림](a.png) 뒤", [f"앞 {OBJECT} 뒤"]),
        ("<https://a.b> 참고 &amp; \\*별\\*", [f"{OBJECT} 참고 & *별*"]),
        ("첫 줄\n둘째 줄  \n셋째\\\n넷째", ["첫 줄 둘째 줄\n셋째\n넷째"]),
        ("中文\n断行", ["中文断行"]),
        ("---\ntitle: 가\n---\n나", ["나"]),
        ("+++\na = 1\n+++\n나", ["나"]),
        ("---\n가\n\n나", ["가", "나"]),
        ("가\n```py\n중시\n```\n나\n~~~\n중시", ["가", "나"]),
        ("가\n\n    중시\n\n나", ["가", "나"]),
        ("- 가\n\n  나\n\n      중시\n- 다\n  1. 라", ["가", "나", "다", "라"]),
        ("- [ ] 가\n- [x] 나\n* 다\n+ 라", ["가", "나", "다", "라"]),
        ("> 가\n> 나\n\n> > 다", ["가 나", "다"]),
        ("<!-- 중시\n중시 -->\n가 <!-- 중시 -->나", ["가 나"]),
        ("<!--\n\n중시\n\n--> 가\n나", ["가 나"]),
        ("<PRE>\n\n중시</pre>\n가", ["가"]),
        ("2026. 11. 28. 회의\n\n3. 1. 운동", ["2026. 11. 28. 회의", "3. 1. 운동"]),
        ("# 가 #\n나\n===\n다\n---\n***\n## C#", ["가", "나", "다", "C#"]),
        (
            "| 가 | 나 |\n|---|:-:|\n| 다 | `라`\\|마 |\n바",
            ["가", "나", "다", f"{OBJECT}|마", "바"],
        ),
        ("가[^1]\n\n[^1]: 각주\n\n[가]: http://a.b '중시'", ["가", "각주"]),
        ("<div>가<br>나</div>\n\n<script>\n중시\n</script>\n다", ["가\n나", "다"]),
        ("가\r\n\r\n나\r다", ["가", "나 다"]),
    ],
)
def test_markdown_is_read_as_it_shows(text: str, expected: list[str]) -> None:
    assert said("md", text) == expected


def shown(text: str) -> list[str]:
    """The text of each block as markdown-it reads it; code and images as one sign."""
    signs = {"softbreak": " ", "hardbreak": "\n", "code_inline": OBJECT, "image": OBJECT}
    found = []
    for block in MarkdownIt("commonmark").enable("table").parse(text):
        pieces = [
            each.content
            if each.type == "text"
            else signs.get(each.type, "\n" * ("<br" in each.content))
            for each in block.children or ()
        ]
        found.append(" ".join("".join(pieces).split()))
    return [each for each in found if each.replace(OBJECT, "").strip()]


@pytest.mark.parametrize(
    "path",
    sorted(ROOT.glob("[!.]*/**/*.md")) + sorted(ROOT.glob("*.md")),
    ids=lambda path: path.name,
)
def test_the_project_s_own_markdown_reads_as_another_reader_reads_it(path: Path) -> None:
    text = path.read_text("utf-8")
    assert [" ".join(each.split()) for each in said("md", text)] == shown(text)


def test_the_kinds_of_markdown() -> None:
    found = read("md", "# 가\n\n나 ![다 *라*](x)\n\n| 마 |\n|---|\n| 바 |")
    assert [(each.kind, each.text) for each in found] == [
        *(("heading", "가"), ("alt", "다 라"), ("text", f"나 {OBJECT}"), ("cell", "마")),
        ("cell", "바"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>중<b>시</b>를<p>하다", ["중시를", "하다"]),
        ("가<br>나<br/>다", ["가\n나\n다"]),
        ("<p> 가\n  나 <i> 다</i> </p>", ["가 나 다"]),
        ("中\n文 <b>\n中</b>", ["中文中"]),
        ("가<script>중시 < 시험</script><style>중시</style><!-- 중시 -->나", ["가나"]),
        ("<ul><li>가<li>나</ul>다<hr>라", ["가", "나", "다", "라"]),
        ("<table><tr><td>가<td>나<tr><th>다</table>", ["가", "나", "다"]),
        (
            "&lt;가&gt; &#44032;&#xAC00; &nbsp; &copy 5 < 6 &unknown;",
            ["<가> 가가 \xa0 © 5 < 6 &unknown;"],
        ),
        ("<ruby>漢<rp>(</rp><rt>한</rt><rp>)</rp>字<rt>자</ruby>를", ["漢字를"]),
        ("<pre>\n가\n  나\n</pre>다", ["가\n  나", "다"]),
        ("<textarea>가 <b> &amp;</textarea>", ["가 <b> &"]),
        ("<template><p>중시</template>가", ["가"]),
        ("<title>가</title><body>나", ["가", "나"]),
        ("<a href='x>y'>가</a><?xml z?><!doctype html><![CDATA[x]]>나", ["가나"]),
        ("가<!-- 끝이 없다", ["가"]),
        ("가<a href='끝이 없다>나", ["가"]),
        ("<SCRIPT>중시</SCRIPT ><P>가</P>", ["가"]),
    ],
)
def test_a_page_is_read_as_it_shows(text: str, expected: list[str]) -> None:
    assert said("html", text) == expected


def test_the_kinds_of_html() -> None:
    page = (
        "<h1>가</h1><table><td title='나'>다</table>라<img ALT=마 title=' '>"
        '<input placeholder="바 &quot;" alt="" title><link title="중시">'
    )
    assert [(each.kind, each.text) for each in read("html", page)] == [
        *(
            ("heading", "가"),
            ("title", "나"),
            ("cell", "다"),
            ("alt", "마"),
            ("placeholder", '바 "'),
        ),
        ("text", "라"),
    ]


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="euc-kr">', "cp949"),
        ("<META http-equiv=Content-Type content='text/html; charset=ks_c_5601-1987'>", "cp949"),
        ("<!-- <meta charset=utf-8> --><meta charset=gb2312>", "gb18030"),
        ('<?xml version="1.0" encoding="Big5"?>', "big5"),
        ("<meta charset=utf-16>", "utf-8"),
        ("<meta charset=no-such>", "utf-8"),
        ("<meta charset=utf-7>", "utf-8"),
        ("<meta charset=idna>", "utf-8"),
        ("<meta charset=euc-kr>", "utf-16"),
    ],
)
def test_a_page_says_its_encoding(head: str, encoding: str) -> None:
    page = f"{head}<html><p>" + ("新产品 중시" if encoding == "gb18030" else "中文")
    found = list(named("html").read(io.BytesIO(page.encode(encoding))))
    assert [each.text for each in found] == [page.rpartition(">")[2]]


def test_the_encoding_that_is_named_goes_before_what_a_page_says() -> None:
    data = "<meta charset=utf-8><p>중시".encode("cp949")
    found = list(named("html").read(io.BytesIO(data), ReadOptions(encoding="cp949")))
    assert [each.text for each in found] == ["중시"]


def test_real_pages_lead_back(corpora: Path) -> None:
    pages = sorted((corpora / "conformance" / "encodings").rglob("*.htm*"))
    assert pages
    for path in pages:
        data = path.read_bytes()
        encoding = ""
        try:
            found = list(named("html").read(io.BytesIO(data)))
        except InputRefused as error:
            encoding = str(error.fields["encoding"])
            found = list(named("html").read(io.BytesIO(data), ReadOptions(encoding=encoding)))
        assert found
        for each in found:
            assert not any(char in each.text for char in "<\0\ufffd") or "&lt;" in str(data)
        if encoding:
            page = "".join(text_lines(io.BytesIO(data), encoding))
            plain = [each for each in found if not each.pieces]
            assert all(page[each.start :].startswith(each.text) for each in plain)
