"""A concept as a person reads it in the terminal."""

from __future__ import annotations

from glossary.cli.console import Console
from glossary.cli.table import wrapped
from glossary.model import DEFAULT_VARIETIES, Term
from glossary.store.termbase import Entry
from glossary.texts.harmless import harmless, width

_NARROWEST = 10
_MARKS = {"preferred": "good", "forbidden": "bad", "deprecated": "warn", "draft": "warn"}


def show_card(console: Console, entry: Entry) -> None:
    """Print everything a concept holds."""
    concept = entry.concept
    console.line(harmless(f"{concept.uid}  ({entry.set})"), "dim")
    for code, text in (
        ("field-domain", concept.domain),
        ("field-definition", concept.definition),
        ("field-note", concept.note),
    ):
        if text:
            _paragraphs(console, labelled(console, console.say(code), text), "", "  ")
    for variety in concept.varieties:
        console.line()
        console.line(variety_shown(console, variety), "strong")
        for term in concept.terms:
            if term.variety == variety:
                _show_term(console, term)
    for example in concept.examples:
        console.line()
        for variety, text in example.texts:
            _paragraphs(console, labelled(console, variety_shown(console, variety), text), "", "  ")


def labelled(console: Console, label: str, text: str) -> str:
    """A text behind its label; its line breaks and what is hostile in it stay as they are."""
    return console.say("labelled", label=label, text="") + text


def _show_term(console: Console, term: Term) -> None:
    facts = [console.say(f"status-{term.status}")]
    if term.pos:
        facts.append(console.say(f"pos-{term.pos}") if _is_known(term) else harmless(term.pos))
    style = _MARKS.get(term.status, "")
    text, about = harmless(term.text), f"({', '.join(facts)})"
    if not console.room or width(f"  {text}  {about}") <= console.room:
        console.line(f"  {console.styled(text, style)}  {about}")
    else:
        _paragraphs(console, text, "  ", style=style)
        _paragraphs(console, about, "      ")
    rules = [console.say(f"rule-{rule.kind}", text=rule.text) for rule in term.rules]
    for line in (term.note, *rules, *(each.line for each in term.citations)):
        if line:
            _paragraphs(console, line, "      ", style="dim")


def _paragraphs(
    console: Console, text: str, indent: str, hanging: str | None = None, style: str = ""
) -> None:
    """Print lines of text from outside, wrapped to the terminal; all but the first begin with
    `hanging`, where that is given."""
    later = indent if hanging is None else hanging
    columns = max(console.room - max(len(indent), len(later)), _NARROWEST)
    for line in text.split("\n"):
        shown = harmless(line)
        for piece in wrapped(shown, columns) if console.room else [shown]:
            console.line(indent + piece, style)
            indent = later


def _is_known(term: Term) -> bool:
    from glossary.model import PARTS_OF_SPEECH

    return term.pos in PARTS_OF_SPEECH


def variety_shown(console: Console, variety: str) -> str:
    """The variety as people call it."""
    if variety in DEFAULT_VARIETIES:
        return console.say(f"variety-{variety}")
    return harmless(variety)
