"""The concept beside the list: its varieties in columns, and all that is known of it."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from glossary.model import DEFAULT_VARIETIES, PREFERRED, USABLE, Concept, Hit, Term
from tui.voice import pos_name, say, status_name, variety_name
from tui.widgets.shown import MARK, shown

_COLUMNS = (*DEFAULT_VARIETIES, "")
"""The last column is for all other varieties."""


class Card(VerticalScroll):
    """A concept, with what matched in it."""

    def compose(self) -> ComposeResult:
        """Head, columns, rest."""
        yield Static(id="card-head")
        with Horizontal(id="card-columns"):
            for place in range(len(_COLUMNS)):
                yield Static(id=f"card-{place}", classes="card-column")
        yield Static(id="card-rest")

    def clear(self, said: str = "") -> None:
        """Show no concept, and perhaps a sentence in its place."""
        self._show(Content(said), [Content("")] * len(_COLUMNS), Content(""))

    def show(self, concept: Concept, set_name: str = "", hit: Hit | None = None) -> None:
        """Show a concept of a set; the hit says how it was found."""
        used = [each for each in concept.varieties if each not in DEFAULT_VARIETIES]
        columns = [_variety(concept, variety, hit) for variety in DEFAULT_VARIETIES]
        others = Content("\n").join([_variety(concept, variety, hit) for variety in used])
        self._show(_head(concept, set_name, hit), [*columns, others], _rest(concept))
        self.scroll_home(animate=False)

    def _show(self, head: Content, columns: list[Content], rest: Content) -> None:
        self.query_one("#card-head", Static).update(head)
        for place, column in enumerate(columns):
            static = self.query_one(f"#card-{place}", Static)
            static.update(column)
            static.display = bool(column.plain)
        self.query_one("#card-rest", Static).update(rest)


def _head(concept: Concept, set_name: str, hit: Hit | None) -> Content:
    lines = []
    if set_name:
        lines.append(say("tui-of-set", set=set_name))
    if concept.domain:
        lines.append(say("labelled", label=say("field-domain"), text=concept.domain))
    if hit is not None and hit.matched.by:
        variety = variety_name(hit.matched.variety)
        how = say(f"by-{hit.matched.by}")
        if hit.matched.stem:
            how = f"{how} ({say('by-stem', stem=hit.matched.stem)})"
        if hit.concept is None:
            how = f"{how} ({say('by-derived')})"
        lines.append(say("tui-found-by", text=hit.matched.text[:100], variety=variety, how=how))
    return Content("\n".join(lines)).stylize("dim")


def _variety(concept: Concept, variety: str, hit: Hit | None) -> Content:
    terms = [term for term in concept.terms if term.variety == variety]
    if not terms:
        return Content("")
    lines = [Content.styled(variety_name(variety), "bold underline")]
    for term in terms:
        lines += _term(term, hit)
    return Content("\n").join(lines)


def _term(term: Term, hit: Hit | None) -> Iterator[Content]:
    style = "bold" if term.status == PREFERRED else "" if term.status in USABLE else "strike"
    text = shown(term.text, style)
    if hit is not None and (term.variety, term.text) == (hit.matched.variety, hit.matched.text):
        text = text.stylize(MARK)
    yield text
    facts = [status_name(term.status), *([pos_name(term.pos)] if term.pos else [])]
    yield Content(f"  {', '.join(facts)}").stylize("dim")
    by_kind: dict[str, list[str]] = {}
    for rule in term.rules:
        by_kind.setdefault(rule.kind, []).append(rule.text)
    rules = [say(f"rule-{kind}", text=", ".join(texts)) for kind, texts in by_kind.items()]
    for line in (term.note, *rules, *(each.line for each in term.citations)):
        if line:
            yield Content("  ").append(shown(line, "dim"))


def _rest(concept: Concept) -> Content:
    lines = []
    for label, text in (
        (say("field-definition"), concept.definition),
        (say("field-note"), concept.note),
    ):
        if text:
            lines.append(Content(say("labelled", label=label, text="")).append(_paragraphs(text)))
    for example in concept.examples:
        for variety, text in example.texts:
            head = say("labelled", label=variety_name(variety), text="")
            lines.append(Content.styled(head, "dim").append(_paragraphs(text)))
    return Content("\n").join(lines)


def _paragraphs(text: str) -> Content:
    """A text whose line breaks stay."""
    return Content("\n").join([shown(line) for line in text.split("\n")])
