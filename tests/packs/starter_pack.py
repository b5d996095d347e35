"""The starter glossary as the tests see it: its lines, its concepts, and ways to find one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from glossary.documents import from_document
from glossary.model import KO_CN, KO_KR, PREFERRED, ZH_CN, Concept, Term

DATA = Path(__file__).resolve().parents[2] / "data"
PACK = DATA / "packs" / "starter"
LINES = (PACK / "terms.jsonl").read_text(encoding="utf-8").splitlines()
HEADER: dict[str, Any] = json.loads(LINES[0])
CONCEPTS: list[Concept] = [from_document(json.loads(line)) for line in LINES[1:]]
TERMS: list[tuple[Concept, Term]] = [(each, term) for each in CONCEPTS for term in each.terms]
VARIETIES = (KO_CN, ZH_CN, KO_KR)


def concepts_with(ko_cn: str, zh_cn: str) -> list[Concept]:
    return [each for each in CONCEPTS if ko_cn in each.texts(KO_CN) and zh_cn in each.texts(ZH_CN)]


def the_concept(ko_cn: str, zh_cn: str) -> Concept:
    found = concepts_with(ko_cn, zh_cn)
    assert len(found) == 1, f"{ko_cn} / {zh_cn}: {len(found)} concepts"
    return found[0]


def the_term(concept: Concept, variety: str, text: str) -> Term:
    found = [term for term in concept.terms if (term.variety, term.text) == (variety, text)]
    assert len(found) == 1, f"{text}: {len(found)} terms"
    return found[0]


def preferred(concept: Concept, variety: str) -> list[str]:
    return [
        term.text for term in concept.terms if term.variety == variety and term.status == PREFERRED
    ]
