"""The page of a scanned text: marks, cards and table, whatever the text and the terms hold."""

from __future__ import annotations

import io
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.formats.scan_page import KINDS, About, kind_of, write
from glossary.model import STATUSES, Concept, Occurrence, Term
from tests.cli.test_hostile import HOSTILE

VOID = {"meta", "br"}


class Page(HTMLParser):
    """What a browser makes of a page: elements that are closed in their order, and texts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.marks: list[dict[str, str | None]] = []
        self.ids: list[str] = []
        self.marked: list[str] = []
        self.text = ""
        self.names: set[str] = set()
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.names |= {tag, *found}
        if "id" in found:
            self.ids.append(str(found["id"]))
        if tag == "mark":
            self.marks.append(found)
            self.marked.append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "main" in self.open:
            self.text += data
        if "mark" in self.open:
            self.marked[-1] += data


def occurrence(text: str, start: int, end: int, uid: str = "a", **fields: object) -> Occurrence:
    term = Term("ko-CN", text[start:end], str(fields.pop("status", "preferred")))
    others = fields.pop("others", ())
    assert not fields
    return Occurrence(
        *(start, end, text[start:end], "ko-CN", uid, term, "exact", "word"),
        others,  # type: ignore[arg-type]  # as the caller says
    )


def page_of(
    lines: list[tuple[str, list[Occurrence]]], concept: Concept | None = None, language: str = "en"
) -> str:
    stream = io.BytesIO()
    whole = concept or Concept("a", (Term("ko-CN", "량산"), Term("zh-CN", "量产")))
    write(
        stream,
        [(*line, False) for line in lines],
        About("a & b.txt", "ko-CN", language),
        lambda uid: whole,
    )
    return stream.getvalue().decode()


def test_each_term_is_marked_and_leads_to_its_card() -> None:
    text = "첫 량산과 량산\n"
    page = Page(page_of([(text, [occurrence(text, 2, 4), occurrence(text, 6, 8)])]))
    assert page.marked == ["량산", "량산"]
    assert {mark["data-card"] for mark in page.marks} == {"c0"}
    assert page.ids == ["c0"]
    assert page.text.strip("\n") == text.strip("\n")


def test_terms_inside_of_one_another_are_both_marked() -> None:
    text = "중시플랫폼력량을"
    found = [occurrence(text, 0, 7), occurrence(text, 0, 5), occurrence(text, 5, 7)]
    page = Page(page_of([(text, found)]))
    assert len(page.marks) == 3
    assert page.text.strip("\n") == text


@pytest.mark.parametrize("status", STATUSES)
def test_the_legend_counts_each_kind(status: str) -> None:
    text = "량산"
    kind = kind_of(occurrence(text, 0, 2, status=status))
    page = page_of([(text, [occurrence(text, 0, 2, status=status)])])
    assert kind in KINDS
    assert f'<mark class="{kind}"' in page
    assert page.count('<li><span class="') == 1


def test_one_that_may_be_several_concepts_says_so() -> None:
    text = "량산"
    page = page_of([(text, [occurrence(text, 0, 2, others=("b",))])])
    assert '<mark class="ambiguous"' in page
    assert "or: 량산 · 量产" in page


def test_one_that_may_be_none_is_marked_alike() -> None:
    sure = occurrence("량산", 0, 2)
    assert (kind_of(sure), kind_of(replace(sure, why="unsure"))) == ("preferred", "ambiguous")


def test_one_that_the_other_side_does_not_say_is_marked_as_such() -> None:
    each = replace(occurrence("량산", 0, 2), why="unsaid")
    page = page_of([("량산", [each])])
    assert '<mark class="unsaid"' in page
    assert "not said on the other side</span> 1" in page


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_terms_and_texts_neither_act_nor_hide(name: str) -> None:
    bad = HOSTILE[name] + "<script>alert(1)</script>\"'><img src=x onerror=y>&#0;"
    term = Term("ko-CN", bad, "forbidden", note=bad)
    concept = Concept("a", (term, Term('"><b>', bad)), bad, bad, bad)
    found = Occurrence(0, len(bad), bad, "ko-CN", "a", term, "exact", "word", ("b",))
    stream = io.BytesIO()
    write(stream, [(bad, [found], True)], About(bad, '"><i>', "en"), lambda uid: concept)
    raw = stream.getvalue().decode()
    page = Page(raw)
    assert page.names & {"img", "b", "i", "onerror", "src", "href", "link"} == set()
    assert raw.count("<script>") == 1
    assert not set(raw) & set("\x1b\x07\x9b\u202e\u2066\u200f\u200b\u3164\u2028")


def test_the_page_asks_nobody() -> None:
    page = page_of([("량산", [occurrence("량산", 0, 2)])])
    assert "default-src 'none'" in page
    assert "http:" not in page
    assert "https:" not in page
    assert "url(" not in page
    assert "@import" not in page


@pytest.mark.parametrize(("language", "said"), [("ko", "본문에 나온 용어"), ("zh", "文中的术语")])
def test_the_page_speaks_the_language_of_the_reader(language: str, said: str) -> None:
    page = page_of([("량산", [occurrence("량산", 0, 2)])], language=language)
    assert f'<html lang="{language}">' in page
    assert said in page


@st.composite
def marked_lines(draw: st.DrawFn) -> tuple[str, list[Occurrence]]:
    """A line with terms side by side and inside of one another."""
    text = draw(st.text(alphabet="가나<&\"' 中a\t", min_size=1, max_size=30))
    edges = draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True))
    spans = set()
    for start, end in zip(sorted(edges), sorted(edges)[1:], strict=False):
        spans.add((start, end))
        if end - start > 2 and draw(st.booleans()):
            spans.add((start + 1, end))
    ordered = sorted(spans, key=lambda span: (span[0], -span[1]))
    return text, [occurrence(text, start, end) for start, end in ordered]


@given(st.lists(marked_lines(), max_size=4))
def test_the_text_stays_what_it_is_around_its_marks(
    lines: list[tuple[str, list[Occurrence]]],
) -> None:
    page = Page(page_of(lines))
    assert page.text.strip("\n").split("\n") == ([text for text, _ in lines] or [""])
    assert len(page.marks) == sum(len(found) for _, found in lines)
