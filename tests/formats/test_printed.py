"""What the printable forms promise: every letter as it is, whatever it would mean to the form."""

from __future__ import annotations

import csv
import io
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from glossary.errors import InputRefused
from glossary.formats import deepl
from glossary.formats.registry import Format, named
from glossary.formats.rows import Heading
from glossary.model import Concept, Term
from tests.formats.contract import one, written
from tests.formats.strategies import HOSTILE, term_texts

ATTACKS = (
    *("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&lt;", "[a](javascript:b)"),
    *("a|b", "**a**", "_a_", "`a`", "# a", "~~a~~", "\\", "![x](http://h/i.png)", "http://h.org"),
    *("</td></table>", '"><b', "${a}", "a@b.org", "1. a", "- a", ":smile:", "==a=="),
)


class Cells(HTMLParser):
    """The text of each cell of the first row of a table's body, and every tag there is."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.cells: list[str] = []
        self.tags: set[str] = set()
        self.loaded: list[str] = []
        self._inside = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.loaded += [value or "" for name, value in attrs if name in ("src", "href", "action")]
        if tag == "td":
            self.cells.append("")
            self._inside = True
        elif tag == "br" and self._inside:
            self.cells[-1] += "\n"

    def handle_endtag(self, tag: str) -> None:
        if tag == "td":
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.cells[-1] += data


def page_of(form: Format, concepts: list[Concept]) -> Cells:
    text = written(form, concepts).decode("utf-8")
    if form.name == "md":
        text = MarkdownIt("gfm-like", {"linkify": False}).render(text)
    return Cells(text)


ALLOWED = {
    *("html", "head", "meta", "title", "style", "body", "h1", "h2", "input", "section", "table"),
    *("thead", "tbody", "tr", "th", "td", "button", "br", "span", "small", "script", "p"),
}


@pytest.mark.parametrize("form", ["html", "md"])
@pytest.mark.parametrize("text", [*ATTACKS, *(each for each in HOSTILE if each.strip())])
def test_a_hostile_term_is_shown_and_does_nothing(form: str, text: str) -> None:
    page = page_of(named(form), [one(text)])
    assert page.cells[0].strip() == text.strip()
    assert page.tags <= ALLOWED
    assert page.loaded == []


@pytest.mark.parametrize("form", ["html", "md"])
@given(text=term_texts)
def test_any_term_is_shown_letter_by_letter(form: str, text: str) -> None:
    shown = "".join(page_of(named(form), [one(text)]).cells[0].split())
    assert shown == "".join(text.split())


def test_the_page_asks_no_other_host_and_says_so() -> None:
    page = written(named("html"), [one("중시")]).decode("utf-8")
    assert "default-src 'none'" in page
    assert "http://" not in page
    assert "https://" not in page


def test_the_page_speaks_the_language_it_is_asked_for() -> None:
    for language, word in (("en", "Notes"), ("ko", "비고"), ("zh", "备注")):
        page = written(named("html"), [one("중시")], Heading(language=language)).decode("utf-8")
        assert f'<html lang="{language}">' in page
        assert word in page


@pytest.mark.parametrize("form", ["html", "md"])
def test_rows_are_grouped_by_domain_and_sorted(form: str) -> None:
    concepts = [
        Concept(f"c{n}", (Term("ko-CN", text),), domain=domain)
        for n, (text, domain) in enumerate(
            [("하", "둘"), ("나", ""), ("가", "둘"), ("다", "하나"), ("나", "둘")]
        )
    ]
    text = written(named(form), concepts).decode("utf-8")
    places = [text.index(f"{mark}{word}") for mark, word in _order(form)]
    assert all(first < second for first, second in pairwise(places))


def _order(form: str) -> list[tuple[str, str]]:
    head, cell = ("<h2>", '<td lang="ko-CN">') if form == "html" else ("## ", "| ")
    return [
        (head, "둘"),
        (cell, "가"),
        (cell, "하"),
        (head, "하나"),
        (cell, "다"),
        (head, "Without"),
    ]


def rows_of(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8"), newline="")))


def pair(source: str, target: str, status: str = "preferred") -> Concept:
    return Concept("c", (Term("zh-CN", source), Term("ko-KR", target, status)))


def test_deepl_takes_each_source_once_and_no_long_phrase_formula_or_draft() -> None:
    concepts = [
        pair("量产", "양산"),
        pair("量产", "대량 생산"),
        pair("量产", "양산"),
        pair("장" * 342, "가"),
        pair("=1+1", "나"),
        pair("初稿", "초고", "draft"),
    ]
    stream = io.BytesIO()
    found = named("deepl").write(stream, concepts, Heading(varieties=("zh-CN", "ko-KR")))
    assert rows_of(stream.getvalue()) == [["量产", "양산"]]
    assert dict(found.left_out) == {
        "same-source": 1,
        "phrase-too-long": 1,
        "formula": 1,
        "draft": 1,
    }


def test_deepl_s_phrase_may_have_1024_bytes_and_its_file_10_mib(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert rows_of(written(named("deepl"), [pair("a" * 1_024, "가")]))
    monkeypatch.setattr(deepl, "FILE_LIMIT", 20)
    with pytest.raises(InputRefused, match="deepl-too-large"):
        written(named("deepl"), [pair("量产", "양산"), pair("中试", "파일럿 시험")])


def test_an_anki_card_is_known_by_its_concept_and_pair() -> None:
    data = written(named("anki"), [pair("a\tb", 'c"d')])
    lines = [line for line in data.decode().split("\n") if line and not line.startswith("#")]
    (card,) = csv.reader(lines, delimiter="\t")
    assert card == ["c zh-CN ko-KR", "a\tb", 'c"d', "", ""]
