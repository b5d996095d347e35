"""Random concepts that hold everything a concept can, and the hostile texts among it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from glossary.formats import flaws
from glossary.model import (
    PARTS_OF_SPEECH,
    RULE_KINDS,
    STATUSES,
    Citation,
    Concept,
    ContextRule,
    Example,
    Term,
)

HOSTILE = (
    "=1+1",
    "'=1+1",
    "''@x",
    " -하다",
    "＋86",
    "a|b",
    "a;b；c",
    "a\\",
    "\\|\\",
    "끝 ",
    "\u3000앞",
    'a"b',
    '"',
    ",,,",
    "'",
    "a\u200bb",
    "\u0301",
    "=\u0338",
    "\u037e",
    "한글",  # NFD
    "\U0001f600\U00020000\U000e0061",
    "\ufeff",
    "중시",
    "中试",
)
VARIETIES = ("ko-CN", "zh-CN", "ko-KR", "zh-TW", "en", "ja-JP")

_LINES = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029"), max_size=12
)
term_texts = (st.sampled_from(HOSTILE) | _LINES).filter(
    lambda text: bool(text.strip()) and not flaws.BIDI.search(text) and not flaws.LOST.search(text)
)
texts = (
    st.just("")
    | st.sampled_from((*HOSTILE, "두 줄\n둘째", "\r\n", "\t", "a\rb", " "))
    # U+FFFE and U+FFFF are refused at every door (`flaws.check_text`).
    | st.text(
        st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"),
        max_size=20,
    )
)
uids = st.text("0123456789abcdefghjkmnpqrstvwxyz", min_size=13, max_size=13)
rules = st.builds(ContextRule, st.sampled_from(RULE_KINDS), texts)
citations = st.builds(Citation, texts, texts, texts, texts)
terms = st.builds(
    Term,
    variety=st.sampled_from(VARIETIES),
    text=term_texts,
    status=st.sampled_from(STATUSES),
    pos=st.just("") | st.sampled_from(PARTS_OF_SPEECH) | texts,
    note=texts,
    citations=st.lists(citations, max_size=2).map(tuple),
    rules=st.lists(rules, max_size=2).map(tuple),
)
examples = st.dictionaries(st.sampled_from(VARIETIES), texts, min_size=1).map(
    lambda said: Example(tuple(said.items()))
)
concepts = st.builds(
    Concept,
    uid=uids,
    terms=st.lists(terms, min_size=1, max_size=5).map(tuple),
    domain=texts,
    definition=texts,
    note=texts,
    examples=st.lists(examples, max_size=2).map(tuple),
)


def with_term_uids(concept: Concept) -> Concept:
    """The concept with a uid for each term, made from its own."""
    terms = (
        replace(term, uid=f"{concept.uid}-{place}") for place, term in enumerate(concept.terms)
    )
    return replace(concept, terms=tuple(terms))


several = st.lists(concepts.map(with_term_uids), max_size=6, unique_by=lambda each: each.uid)
