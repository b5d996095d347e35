"""A concept as a person reads it in the terminal."""

from __future__ import annotations

from glossary.cli.console import Console
from glossary.cli.harmless import harmless
from glossary.model import DEFAULT_VARIETIES, Citation, Concept, Term
from glossary.store.termbase import Entry

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
            first, *rest = text.split("\n")
            console.line(f"{console.say(code)}: {harmless(first)}")
            for line in rest:
                console.line(f"  {harmless(line)}")
    for variety in varieties_of(concept):
        console.line()
        console.line(variety_name(console, variety), "strong")
        for term in concept.terms:
            if term.variety == variety:
                _show_term(console, term)
    for example in concept.examples:
        console.line()
        for variety, text in example.texts:
            console.line(f"{variety_name(console, variety)}: {harmless(text)}")


def _show_term(console: Console, term: Term) -> None:
    facts = [console.say(f"status-{term.status}")]
    if term.pos:
        facts.append(console.say(f"pos-{term.pos}") if _is_known(term) else harmless(term.pos))
    style = _MARKS.get(term.status, "")
    console.line(f"  {console.styled(harmless(term.text), style)}  ({', '.join(facts)})")
    for line in term.note.split("\n") if term.note else ():
        console.line(f"      {harmless(line)}", "dim")
    for rule in term.rules:
        console.line(f"      {console.say(f'rule-{rule.kind}', text=rule.text)}", "dim")
    for citation in term.citations:
        console.line(f"      {harmless(cited(citation))}", "dim")


def _is_known(term: Term) -> bool:
    from glossary.model import PARTS_OF_SPEECH

    return term.pos in PARTS_OF_SPEECH


def cited(citation: Citation) -> str:
    """A citation in one line: outlet, title, date, link."""
    title = f"《{citation.title}》" if citation.title else ""
    parts = (citation.outlet, title, citation.date, citation.link)
    return ", ".join(part for part in parts if part)


def varieties_of(concept: Concept) -> list[str]:
    """The varieties a concept has terms in, ours first."""
    used = dict.fromkeys(term.variety for term in concept.terms)
    ours = [variety for variety in DEFAULT_VARIETIES if variety in used]
    return ours + [variety for variety in used if variety not in ours]


def variety_name(console: Console, variety: str) -> str:
    """The variety as people call it."""
    if variety in DEFAULT_VARIETIES:
        return console.say(f"variety-{variety}")
    return harmless(variety)
