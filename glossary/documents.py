"""A concept as a plain document (dict of strings and lists) and back, without loss.

The one form in which a concept stands outside the tables: in the history, in a content hash, in
a JSONL file. Empty fields are left out; the order of keys is fixed, so equal concepts give equal
bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from sys import intern
from typing import Any

from glossary.errors import InputRefused
from glossary.model import (
    RULE_KINDS,
    STATUSES,
    Citation,
    Concept,
    ContextRule,
    Example,
    GlossarySet,
    Memory,
    Term,
)

Document = dict[str, Any]

_CITATION_FIELDS = ("outlet", "title", "date", "link")
_TERM_FIELDS = ("uid", "variety", "text", "status", "pos", "note", "citations", "rules")
_CONCEPT_FIELDS = (
    "uid",
    "domain",
    "definition",
    "note",
    "merged_into",
    "terms",
    "examples",
)


def to_document(concept: Concept) -> Document:
    """The concept as a document; `from_document` gives the same concept back."""
    return _filled(
        {
            "uid": concept.uid,
            "domain": concept.domain,
            "definition": concept.definition,
            "note": concept.note,
            "merged_into": concept.merged_into,
            "terms": [_term_document(term) for term in concept.terms],
            "examples": [dict(example.texts) for example in concept.examples],
        }
    )


def _term_document(term: Term) -> Document:
    return _filled(
        {
            "uid": term.uid,
            "variety": term.variety,
            "text": term.text,
            "status": term.status,
            "pos": term.pos,
            "note": term.note,
            "citations": [
                _filled({name: getattr(citation, name) for name in _CITATION_FIELDS})
                for citation in term.citations
            ],
            "rules": [{"kind": rule.kind, "text": rule.text} for rule in term.rules],
        }
    )


def _filled(document: Document) -> Document:
    return {name: value for name, value in document.items() if value not in ("", [])}


def from_document(document: Mapping[str, Any]) -> Concept:
    """The concept a document describes.

    Raises InputRefused, naming the field, for an unknown field, a value of the wrong type, or a
    status or rule kind that does not exist.
    """
    _only(document, _CONCEPT_FIELDS)
    return Concept(
        uid=_text(document, "uid"),
        domain=intern(_text(document, "domain")),
        definition=_text(document, "definition"),
        note=_text(document, "note"),
        merged_into=_text(document, "merged_into"),
        terms=tuple(_term(item) for item in _items(document, "terms")),
        examples=tuple(_example(item) for item in _items(document, "examples")),
    )


def _term(item: Mapping[str, Any]) -> Term:
    _only(item, _TERM_FIELDS)
    return Term(
        uid=_text(item, "uid"),
        variety=intern(_text(item, "variety")),
        text=_text(item, "text"),
        status=_one_of(_text(item, "status") or STATUSES[0], STATUSES, "status"),
        pos=intern(_text(item, "pos")),
        note=_text(item, "note"),
        citations=tuple(_citation(each) for each in _items(item, "citations")),
        rules=tuple(_rule(each) for each in _items(item, "rules")),
    )


def _citation(item: Mapping[str, Any]) -> Citation:
    _only(item, _CITATION_FIELDS)
    return Citation(*(_text(item, name) for name in _CITATION_FIELDS))


def _rule(item: Mapping[str, Any]) -> ContextRule:
    _only(item, ("kind", "text"))
    return ContextRule(_one_of(_text(item, "kind"), RULE_KINDS, "rules"), _text(item, "text"))


def _example(item: Mapping[str, Any]) -> Example:
    return Example(tuple((variety, _text(item, variety)) for variety in item))


def _only(document: Mapping[str, Any], known: Iterable[str]) -> None:
    for name in document:
        if name not in known:
            raise InputRefused("field-unknown", field=name)


def _text(document: Mapping[str, Any], name: str) -> str:
    value = document.get(name, "")
    if not isinstance(value, str):
        raise InputRefused("field-not-text", field=name)
    return value


def _items(document: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    value = document.get(name, [])
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise InputRefused("field-not-list", field=name)
    return value


def _one_of(value: str, known: tuple[str, ...], name: str) -> str:
    if value not in known:
        raise InputRefused("value-unknown", field=name, value=value, known=", ".join(known))
    return known[known.index(value)]


def dumps(document: Mapping[str, Any]) -> str:
    """One line of JSON, in the letters people read."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def set_document(glossary_set: GlossarySet) -> Document:
    """A set's own fields as a document; `set_from_document` gives the same set back."""
    return {name: getattr(glossary_set, name) for name in GlossarySet.__slots__}


def set_from_document(document: Mapping[str, Any]) -> GlossarySet:
    """The set a document of the history describes."""
    return GlossarySet(**document)


def memory_document(memory: Memory) -> Document:
    """A memory's own fields as a document; `memory_from_document` gives the same back."""
    return {name: getattr(memory, name) for name in Memory.__slots__}


def memory_from_document(document: Mapping[str, Any]) -> Memory:
    """The memory a document of the history describes."""
    return Memory(**document)
