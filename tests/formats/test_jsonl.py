"""What JSON Lines promises beyond the contract: nothing is lost, and nothing is taken unseen."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from glossary.documents import dumps, to_document
from glossary.errors import InputRefused
from glossary.formats.registry import named
from glossary.formats.rows import Heading, RefusedRow, Row
from glossary.model import Concept, GlossarySet, Term
from tests.formats.contract import read, read_back, written
from tests.formats.strategies import concepts

JSONL = named("jsonl")
STARTER = Path(__file__).resolve().parents[2] / "data" / "packs" / "starter" / "terms.jsonl"
HEAD = '{"format":"malmoi-glossary","version":1,"set":{}}\n'
CONCEPT = Concept("0123456789abc", (Term("ko-CN", "중시"),))


def refusals(*lines: str) -> list[tuple[int, str]]:
    data = (HEAD + "\n".join(lines)).encode()
    return [(row.line, row.code) for row in read(JSONL, data) if isinstance(row, RefusedRow)]


@given(concept=concepts)
@settings(deadline=None)
def test_every_field_of_a_concept_comes_back(concept: Concept) -> None:
    merged = replace(concept, merged_into="zzzzzzzzzzzzz")
    assert read_back(JSONL, [concept, merged]) == [concept, merged]


def test_the_starter_pack_is_read_and_written_byte_for_byte() -> None:
    lines = STARTER.read_bytes().splitlines(keepends=True)
    rows = read(JSONL, b"".join(lines))
    found = [row.concept for row in rows if isinstance(row, Row)]
    assert len(found) == len(lines) - 1
    assert written(JSONL, found).splitlines(keepends=True)[1:] == lines[1:]


def test_the_first_line_tells_form_version_and_set() -> None:
    heading = Heading(GlossarySet("client", 1, version="2", licence="CC0"), ("ko-CN",))
    assert json.loads(written(JSONL, [], heading)) == {
        "format": "malmoi-glossary",
        "version": 1,
        "set": {"name": "client", "pack": "", "version": "2", "licence": "CC0", "source": ""},
        "varieties": ["ko-CN"],
    }


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('{"format":"malmoi-glossary","version":2}', "jsonl-newer"),
        ('{"format":"malmoi-glossary","version":"1"}', "jsonl-header-missing"),
        ('{"format":"malmoi-glossary","version":true}', "jsonl-header-missing"),
        ('{"format":"malmoi-glossary","version":0}', "jsonl-header-missing"),
        ('{"format":"other","version":1}', "jsonl-header-missing"),
        (dumps(to_document(CONCEPT)), "jsonl-header-missing"),
        ("[]", "jsonl-header-missing"),
        ("중시,中试", "jsonl-header-missing"),
        ('{"format":"malmoi-glossary","version":1,"varieties":"ko-CN"}', "field-not-list"),
    ],
)
def test_a_file_of_another_form_or_version_is_refused(line: str, code: str) -> None:
    with pytest.raises(InputRefused) as caught:
        read(JSONL, f"{line}\n{dumps(to_document(CONCEPT))}\n".encode())
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("{", "json-malformed"),
        ("[]", "json-malformed"),
        ('"중시"', "json-malformed"),
        ("[" * 100_000, "json-malformed"),
        (f'{{"uid":{"1" * 5_000}}}', "json-malformed"),
        ('{"uid":"a","uid":"b"}', "field-twice"),
        ('{"uid":"a","colour":"b"}', "field-unknown"),
        ('{"uid":1}', "field-not-text"),
        ('{"terms":{}}', "field-not-list"),
        ('{"terms":[{"variety":"ko-CN","text":"가","status":"best"}]}', "value-unknown"),
        ('{"terms":[{"variety":"ko","text":"가"}]}', "variety-ambiguous"),
        ('{"terms":[{"variety":"?","text":"가"}]}', "variety-malformed"),
        ('{"terms":[{"text":"가"}]}', "variety-malformed"),
        ('{"terms":[{"variety":"ko-CN","text":" "}]}', "term-empty"),
        ('{"terms":[{"variety":"ko-CN","text":"\\u0000"}]}', "term-control"),
        ('{"terms":[{"variety":"ko-CN","text":"가\\u2066"}]}', "term-control"),
        ('{"terms":[{"variety":"ko-CN","text":"가\\ud800"}]}', "term-control"),
        ('{"note":"\\udfff"}', "text-control"),
        ('{"examples":[{"ko-CN":"\\u0000"}]}', "text-control"),
        ('{"examples":[{"zh":"一","zh-CN":"二"}]}', "field-twice"),
        ('{"uid":"가"}', "uid-malformed"),
        ('{"merged_into":"a b"}', "uid-malformed"),
    ],
)
def test_a_line_that_is_no_concept_is_refused_with_its_number(line: str, code: str) -> None:
    good = dumps(to_document(CONCEPT))
    assert refusals(good, "", line, good) == [(4, code)]


def test_varieties_are_brought_into_their_form() -> None:
    line = '{"terms":[{"variety":"ZH_hans","text":"中试"}],"examples":[{"cmn":"一"}]}\n'
    (row,) = read(JSONL, (HEAD + line).encode())
    assert row == Row(2, row.concept) if isinstance(row, Row) else False
    assert isinstance(row, Row)
    assert row.concept.terms[0].variety == "zh-CN"
    assert row.concept.examples[0].texts == (("zh-CN", "一"),)


def test_a_restricted_file_holds_no_other_variety() -> None:
    head = HEAD.replace("{}}", '{},"varieties":["zh-CN"]}')
    (row,) = read(JSONL, (head + dumps(to_document(CONCEPT))).encode())
    assert isinstance(row, RefusedRow)
    assert row.code == "variety-outside-header"


def test_a_refused_line_can_be_known_by_its_texts() -> None:
    line = '{"uid":"u1","terms":[{"variety":"ko","text":"중시"},{"text":3}]}'
    (row,) = read(JSONL, (HEAD + line).encode())
    assert isinstance(row, RefusedRow)
    assert (row.uid, row.texts) == ("u1", ("중시",))
