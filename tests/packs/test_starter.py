"""What the starter glossary promises: a clean file, one meaning per concept, stated doubts."""

from __future__ import annotations

import csv
import json
import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterator

from glossary.documents import dumps, to_document
from glossary.model import (
    DRAFT,
    KO_CN,
    KO_KR,
    PARTS_OF_SPEECH,
    RULE_KINDS,
    STATUSES,
    ZH_CN,
    Term,
)
from tests.packs.starter_pack import (
    CONCEPTS,
    DATA,
    HEADER,
    LINES,
    PACK,
    TERMS,
    VARIETIES,
    preferred,
)

KOREAN = (KO_CN, KO_KR)
NAMES_WITHOUT_HANZI = ("률욱금", "방서봉", "온옥염", "리빈")


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)


def stem(term: Term) -> str:
    """What stays of a term when it is inflected, in jamo for Korean."""
    text = term.text
    if term.variety == ZH_CN:
        return text
    if term.pos in ("verb", "adjective", "phrase") and text.endswith("다"):
        for ending in ("시키다", "하다", "되다"):
            if text.endswith(ending) and len(text) > len(ending) + 1:
                return unicodedata.normalize("NFD", text.removesuffix(ending))
        jamo = unicodedata.normalize("NFD", text[:-1])
        return jamo[:-1] if jamo[-1] in "ᅵᅮᅳᅩᅡᅥ" else jamo
    return unicodedata.normalize("NFD", text)


# --- the file -------------------------------------------------------------------------------


def test_the_header_and_the_pack_file_agree() -> None:
    pack = tomllib.loads((PACK / "pack.toml").read_text(encoding="utf-8"))
    assert (HEADER["format"], HEADER["version"]) == ("malmoi-glossary", 1)
    assert HEADER["set"]["pack"] == HEADER["set"]["name"] == pack["name"] == PACK.name
    for field in ("version", "licence", "source"):
        assert HEADER["set"][field] == pack[field] != ""
    assert set(pack["title"]) == {"ko", "zh", "en"}
    licence = (PACK / "LICENSE").read_text(encoding="utf-8")
    assert pack["licence"] in licence
    assert "the Malmoi authors" in licence


def test_every_line_is_in_the_one_canonical_form() -> None:
    for line, concept in zip(LINES[1:], CONCEPTS, strict=True):
        assert line == dumps(to_document(concept))


def test_values_are_known_ones() -> None:
    for concept in CONCEPTS:
        assert re.fullmatch(r"[a-z]+", concept.domain), concept.uid
        assert not concept.merged_into
    for _, term in TERMS:
        assert term.variety in VARIETIES
        assert term.status in STATUSES
        assert term.pos in PARTS_OF_SPEECH, term.text
        for rule in term.rules:
            assert rule.kind in RULE_KINDS
            assert rule.text


def test_uids_are_random_looking_and_unique() -> None:
    uids = [each.uid for each in CONCEPTS] + [term.uid for _, term in TERMS]
    assert all(re.fullmatch(r"[0-9a-hjkmnp-tv-z]{13}", uid) for uid in uids)
    assert [uid for uid, count in Counter(uids).items() if count > 1] == []


def test_every_text_is_clean() -> None:
    for line in LINES:
        for text in strings(json.loads(line)):
            assert text == unicodedata.normalize("NFC", text) == text.strip() != ""
            assert not any(unicodedata.category(letter).startswith("C") for letter in text), text
            assert "  " not in text
            assert not re.search("[\u2219\u22c5\u30fb\uff65]", text), text  # the dot is U+00B7
            assert not re.search("‘‘|’’|““|””", text), text


# --- concepts and terms ---------------------------------------------------------------------


def test_there_are_enough_concepts_and_examples() -> None:
    assert 250 <= len(CONCEPTS) <= 400
    assert sum(bool(concept.examples) for concept in CONCEPTS) >= 80


def test_every_concept_speaks_all_three_varieties_with_at_most_one_preferred() -> None:
    for concept in CONCEPTS:
        for variety in VARIETIES:
            assert concept.texts(variety), (concept.uid, variety)
            assert len(preferred(concept, variety)) <= 1, concept.texts(variety)


def test_no_form_stands_twice_in_a_concept_and_no_pair_in_two() -> None:
    pairs: Counter[tuple[str, str]] = Counter()
    for concept in CONCEPTS:
        forms = [(term.variety, term.text) for term in concept.terms]
        assert len(forms) == len(set(forms)), forms
        korean, chinese = preferred(concept, KO_CN), preferred(concept, ZH_CN)
        pairs.update((one, other) for one in korean for other in chinese)
    assert [pair for pair, count in pairs.items() if count > 1] == []


def test_no_alternatives_inside_a_term() -> None:
    for _, term in TERMS:
        assert not re.search(r"[/()（）\[\]?？]", term.text), term.text


def test_chinese_terms_are_chinese_and_korean_terms_are_not() -> None:
    for _, term in TERMS:
        hanzi = re.search(r"[\u4e00-\u9fff]", term.text)
        hangul = re.search(r"[가-힣]", term.text)
        if term.variety == ZH_CN:
            assert not hangul, term.text
        else:
            assert not hanzi, term.text


def test_terms_are_dictionary_forms() -> None:
    inflected = re.compile(r"(했|였|었|았|쳤|렸)다$|(하여|되여|고있다|는바|했다|합니다)$")
    for _, term in TERMS:
        if term.variety not in KOREAN:
            continue
        assert not inflected.search(term.text), term.text
        if term.pos in ("verb", "adjective"):
            assert term.text.endswith("다"), term.text
            assert term.pos == "adjective" or " " not in term.text, term.text  # that is a phrase
        elif term.pos == "noun":
            assert not re.search(r"(하다|되다)$", term.text), term.text


def test_doubts_and_warnings_say_why_in_korean() -> None:
    for _, term in TERMS:
        if term.status in (DRAFT, "deprecated", "forbidden"):
            assert re.search(r"[가-힣]{2}", term.note), term.text
    for concept in CONCEPTS:
        for text in (concept.definition, concept.note):
            # A span of years, or a mere equation, needs no words.
            assert not text or re.search(r"[가-힣]", text), text


def test_names_without_known_hanzi_are_left_out() -> None:
    texts = {term.text for _, term in TERMS}
    assert texts.isdisjoint(NAMES_WITHOUT_HANZI)


# --- citations and examples -----------------------------------------------------------------


def test_citations_are_complete_enough_to_find() -> None:
    for _, term in TERMS:
        for citation in term.citations:
            assert citation.outlet
            assert re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", citation.date), term.text
            assert not citation.link or re.match(r"https?://[^\s]+$", citation.link)
            if term.variety == KO_CN:
                assert citation.title, term.text
                assert len(citation.date) == len("2026-01-04"), term.text


def test_examples_show_their_term_in_all_three_varieties() -> None:
    for concept in CONCEPTS:
        for example in concept.examples:
            assert [variety for variety, _ in example.texts] == list(VARIETIES)
            for variety, sentence in example.texts:
                shown = sentence if variety == ZH_CN else unicodedata.normalize("NFD", sentence)
                stems = [
                    stem(term)
                    for term in concept.terms
                    if term.variety == variety and term.status != "forbidden"
                ]
                assert any(each in shown for each in stems), sentence
                assert sentence[-1] in ".。!?？！", sentence


def test_examples_keep_to_the_orthography_of_their_variety() -> None:
    seoul = re.compile(r"되었|됐|센터|버스|달러|아파트|고있다|할수|될수|[가-힣]위안")
    joseoneo = re.compile(
        r"[되이아]였|하였|쎈터|뻐스|딸라|아빠트|할수|될수|뒤받침|고있다"
        r"|(^| )[련력료류령량립록론리로]"
    )
    loan = re.compile(r"(^| )(리창|량산|로봇|료칸|리더|류허성|로켓)")
    for concept in CONCEPTS:
        for example in concept.examples:
            texts = dict(example.texts)
            assert not seoul.search(texts[KO_CN]), texts[KO_CN]
            plain = loan.sub(" ", texts[KO_KR])
            assert not joseoneo.search(plain), texts[KO_KR]


# --- the sample -----------------------------------------------------------------------------


def test_the_sample_is_a_plain_table_with_nothing_from_the_pack() -> None:
    with (DATA / "samples" / "client-terms.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert list(rows[0]) == [KO_CN, ZH_CN, KO_KR, "domain", "note"]
    assert 10 <= len(rows) <= 25
    known = {(term.variety, term.text) for _, term in TERMS}
    for row in rows:
        assert None not in row
        assert all(value == value.strip() for value in row.values())
        for variety in VARIETIES:
            assert row[variety]
            assert (variety, row[variety]) not in known, row[variety]
