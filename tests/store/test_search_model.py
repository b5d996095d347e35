"""Search finds what a comparison with every term finds, in the same order and said the same way.

The model below follows the description of search by looking at each term of each concept: it has
no keys, no index and no pages, and shares only the functions of `glossary.language`.
"""

from __future__ import annotations

import tempfile
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from Levenshtein import distance

from glossary.language import hangul, keyboard, pinyin
from glossary.language.fold import folded_onsets, plain_key, search_key
from glossary.language.hanja import is_hanzi, reading_keys, readings
from glossary.language.stems import stems
from glossary.model import MATCHED_BY, PREFERRED, STATUSES, Concept, Hit, Results, Term
from glossary.store.query import other_readings, parse
from glossary.store.search import Filter
from glossary.workspace import Workspace
from tests.store.build import new_file

SETS = ("client", "mine", "pack")  # in order of rank
Base = dict[str, list[Concept]]
Found = tuple[object, ...]  # uid or None, set, by, stem, score, variety and text of the term


@dataclass(frozen=True)
class Way:
    """One way a term matches; `stage`, `points` and `size` order the hits of one `by`."""

    by: str
    points: int
    size: int
    stage: int = 0
    stem: str = ""

    @property
    def score(self) -> int:
        return self.points if self.by in ("prefix", "inside", "fuzzy") else 100


class Asked:
    """A query in all its forms."""

    def __init__(self, text: str) -> None:
        self.text = unicodedata.normalize("NFC", text)
        self.key, self.plain = search_key(text), plain_key(text)
        self.jamo = hangul.jamo(self.key)


def ways(asked: Asked, term: Term, concept: Concept, known: frozenset[str]) -> Iterator[Way]:
    """Every way in which the term answers; `known` says what some term of the file answers by."""
    yield from by_spelling(asked, term)
    if "spelling" not in known:
        yield from second_thoughts(asked, term)
    yield from by_onsets(asked, term)
    yield from by_keyboard(asked, term, known)
    if term.variety.startswith("zh"):
        yield from by_pinyin(asked, term)
    yield from by_reading(asked, term, concept)
    size = len(hangul.jamo(search_key(term.text)))
    typos = distance(asked.jamo, hangul.jamo(search_key(term.text)))
    if len(asked.jamo) > 2 and typos <= (1 if len(asked.jamo) <= 5 else 2):
        longer = max(size, len(asked.jamo))
        yield Way("fuzzy", 100 * (longer - typos) // longer, size)


def by_onsets(asked: Asked, term: Term) -> Iterator[Way]:
    """Letters alone, or among syllables, are the onsets of the syllables in their places."""
    lone = [hangul.is_jamo(char) for char in asked.plain]
    for spelling, typed in {
        plain_key(term.text): asked.plain,
        search_key(term.text): asked.key,
    }.items():
        onsets = hangul.chosung(spelling)
        if not term.variety.startswith("ko") or not any(lone):
            continue
        if all(lone) and onsets.startswith(hangul.chosung(asked.plain)):
            yield Way("chosung", 100, len(onsets))
        letters = "".join(hangul.CLUSTERS.get(char, char) for char in typed)
        pairs = list(zip(letters, spelling, onsets, strict=False))
        agree = all(char in (syllable, onset) for char, syllable, onset in pairs)
        if not all(lone) and agree and len(pairs) == len(letters):
            yield Way("chosung", 100, len(onsets))


def second_thoughts(asked: Asked, term: Term) -> Iterator[Way]:
    """What a query means that no term of the file is, begins with or holds."""
    size = len(hangul.jamo(search_key(term.text)))
    for place, text in enumerate(other_readings(parse(asked.text)), 200):
        if how := same(Asked(text), term):
            yield Way(how, 100, size, place, text)
    longer = (form for form in forms(asked) if len(search_key(form)) > 1)
    for place, stem in enumerate(longer, 30):
        for way in goes_on(Asked(stem), term):
            yield replace(way, stage=10 * place + way.stage % 100, stem=stem)
        for way in holds(Asked(stem), term):
            yield replace(way, stage=10 * place + 5, stem=stem)
    yield from unclosed(asked, term)


def unclosed(asked: Asked, term: Term) -> Iterator[Way]:
    """The term goes on with a final consonant for the open syllable the query ends in."""
    letters = hangul.jamo(search_key(term.text))
    is_open = hangul.is_syllable(asked.key[-1]) and not hangul.coda(asked.key[-1])
    place = len(asked.key) - 1
    closed = len(hangul.jamo(search_key(term.text)[: place + 1])) == len(asked.jamo) + 1
    if is_open and closed and letters.startswith(asked.jamo):
        surface = hangul.jamo(plain_key(term.text)).startswith(hangul.jamo(asked.plain))
        points = 100 * len(asked.jamo) // len(letters)
        yield Way("prefix" if surface else "variant", points, len(letters), 900)


def same(asked: Asked, term: Term) -> str:
    """exact, variant or nothing."""
    if search_key(term.text) != asked.key:
        return ""
    return "exact" if plain_key(term.text) == asked.plain else "variant"


def begins(asked: Asked, term: Term) -> Iterator[Way]:
    """The term goes on where the query ends, or where its last syllable may be about to."""
    yield from goes_on(asked, term)
    key, plain = search_key(term.text), plain_key(term.text)
    size = len(hangul.jamo(key))
    points = 100 * len(asked.jamo) // size
    unfinished = hangul.half_typed(asked.plain)
    if unfinished is None or size <= len(asked.jamo):
        return
    stem, onset = unfinished
    following = key[len(search_key(stem)) : len(search_key(stem)) + 1]
    if key.startswith(search_key(stem)) and hangul.is_syllable(following):
        surface = plain.startswith(plain_key(stem))
        written = hangul.chosung(plain)[len(stem) : len(stem) + 1]
        folded = hangul.chosung(following)
        if folded in folded_onsets(onset) and onset in (written, folded):
            yield Way("prefix" if surface else "variant", points, size, 1 if surface else 101)


def goes_on(asked: Asked, term: Term) -> Iterator[Way]:
    """The term goes on where the query ends."""
    key, plain = search_key(term.text), plain_key(term.text)
    size = len(hangul.jamo(key))
    if key.startswith(asked.key) and key != asked.key:
        surface = plain.startswith(asked.plain)
        points = 100 * len(asked.jamo) // size
        yield Way("prefix" if surface else "variant", points, size, 0 if surface else 100)


def by_spelling(asked: Asked, term: Term) -> Iterator[Way]:
    if how := same(asked, term):
        yield Way(how, 100, len(hangul.jamo(search_key(term.text))))
    yield from stemmed(asked, term)
    yield from begins(asked, term)
    yield from holds(asked, term)


def stemmed(asked: Asked, term: Term) -> Iterator[Way]:
    for place, stem in enumerate(forms(asked), 1):
        if how := same(Asked(stem), term):
            yield Way(how, 100, len(hangul.jamo(search_key(term.text))), place, stem)


def holds(asked: Asked, term: Term) -> Iterator[Way]:
    key, plain = search_key(term.text), plain_key(term.text)
    size = len(hangul.jamo(key))
    if asked.key in key[1:]:
        points = 100 * len(asked.jamo) // size
        surface = asked.plain in plain
        yield Way("inside" if surface else "variant", points, size, 0 if surface else 102)


def forms(asked: Asked) -> list[str]:
    """Dictionary forms of the query, spaced as typed or not at all, without marks at its end."""
    text = asked.text
    while text and not text[-1].isalnum():
        text = text[:-1]
    found: dict[str, str] = {}
    for stem in (*stems(text), *stems("".join(text.split()))):
        if plain_key(stem) != asked.plain:
            found.setdefault(plain_key(stem), stem)
    return sorted(found.values(), key=lambda stem: -len(plain_key(stem)))


def meant_by_keys(asked: Asked) -> Asked | None:
    """What the same keys give on the Korean layout."""
    if asked.plain.isascii() and asked.plain.isalpha():
        meant = Asked(keyboard.to_hangul("".join(asked.text.split())))
        return meant if any(map(hangul.is_syllable, meant.text)) else None
    return None


def by_keys(meant: Asked, term: Term) -> Iterator[Way]:
    size = len(hangul.jamo(search_key(term.text)))
    if same(meant, term):
        yield Way("keyboard", 100, size)
    for way in stemmed(meant, term):
        yield Way("keyboard", 100, size, way.stage + 2 * (way.by == "variant"))
    for way in begins(meant, term):
        yield replace(way, by="keyboard", stage=50 + way.stage % 100, stem="")


def by_keyboard(asked: Asked, term: Term, known: frozenset[str]) -> Iterator[Way]:
    if meant := meant_by_keys(asked):
        yield from by_keys(meant, term)
        if "keys" not in known:
            yield from (replace(way, by="keyboard") for way in unclosed(meant, term))
    elif any(map(hangul.is_jamo, asked.plain)) and term.variety.startswith("zh"):
        for way in by_pinyin(Asked(keyboard.to_keys(asked.plain)), term):
            yield replace(way, by="keyboard", stage=int(way.by == "initials"))


def by_pinyin(asked: Asked, term: Term) -> Iterator[Way]:
    spelt = pinyin.parse_query(asked.text)
    if spelt is not None:
        for key in pinyin.pinyin_keys(term.text):
            if key.startswith(spelt[1] or spelt[0]):
                yield Way("pinyin", 100, len(key))
    if asked.plain.isascii() and asked.plain.isalnum():
        for key in pinyin.initials_keys(term.text):
            if key.startswith(asked.plain):
                yield Way("initials", 100, len(key))


def by_reading(asked: Asked, term: Term, concept: Concept) -> Iterator[Way]:
    if term.variety.startswith("zh") and asked.key in map(search_key, reading_keys(term.text)):
        yield Way("reading", 100, len(asked.key))
    if any(each.variety.startswith("zh") for each in concept.terms):
        return
    if any(map(is_hanzi, asked.plain)):
        read = [each for tag in ("ko-CN", "ko-KR") for each in readings(asked.plain, tag)]
        for place, text in enumerate(read, 1):
            if same(Asked(text), term):
                yield Way("reading", 100, len(hangul.jamo(search_key(term.text))), place)


def model(base: Base, text: str, wanted: Filter) -> list[Found]:
    """The whole list that a search must give."""
    asked = Asked(text)
    visible: dict[str, tuple[int, Concept]] = {}
    for rank, name in enumerate(SETS):
        for concept in base.get(name, ()) if wanted.set in ("", name) else ():
            visible.setdefault(concept.uid, (rank, concept))
    best, known = [], False
    every = [term for concepts in base.values() for each in concepts for term in each.terms]
    meant = meant_by_keys(asked)
    answered = {
        "spelling": any(any(by_spelling(asked, term)) for term in every),
        "keys": any(meant and any(by_keys(meant, term)) for term in every),
    }
    answers = frozenset(name for name, does in answered.items() if does)
    for rank, concept in visible.values() if asked.key else ():
        hits = []
        for place, term in enumerate(concept.terms):
            if not fits(concept, term, wanted):
                continue
            known = known or (bool(same(asked, term)) and wanted.minimum <= 100)
            other = term.status != PREFERRED
            for way in ways(asked, term, concept, answers):
                if way.score >= wanted.minimum:
                    order = MATCHED_BY.index(way.by), way.stage, -way.points, rank, other, way.size
                    said = (way.by, way.stem, way.score, term.variety, term.text)
                    hits.append(((*order, concept.uid, place), (concept.uid, SETS[rank], *said)))
        best += [min(hits)] if hits else []
    if (
        asked.key
        and not known
        and not any((wanted.variety, wanted.domain, wanted.status, wanted.set))
    ):
        best += derived(asked) if wanted.minimum <= 100 else []
    return [said for _, said in sorted(best, key=lambda hit: hit[0])]


def fits(concept: Concept, term: Term, wanted: Filter) -> bool:
    return (
        wanted.variety in ("", term.variety)
        and wanted.status in ("", term.status)
        and wanted.domain in ("", concept.domain)
    )


def derived(asked: Asked) -> list[tuple[tuple[object, ...], Found]]:
    """What a query of hanzi alone would be read as: the last of the readings."""
    if not all(map(is_hanzi, asked.plain)):
        return []
    read = [(tag, each) for tag in ("ko-CN", "ko-KR") for each in readings(asked.plain, tag)[:3]]
    return [
        ((MATCHED_BY.index("reading"), 1000, place), (None, "", "reading", "", 100, tag, text))
        for place, (tag, text) in enumerate(read)
    ]


def said(hit: Hit) -> Found:
    match = hit.matched
    how = (match.by, match.stem, hit.score)
    return (hit.concept, hit.set, *how, match.variety, match.text)


def listed(results: Results) -> list[Found]:
    return [said(hit) for hit in results.hits]


def write(workspace: Workspace, base: Base) -> None:
    for rank, name in enumerate(SETS, 1):
        if name != "mine":
            workspace.sets.create(name, "sets", rank=rank)
        with workspace.database.write("add") as batch:
            workspace.terms.write(batch, workspace.sets.find(name)[0], base.get(name, ()))
    workspace.sets.change("pack", "sets", read_only=True)


KOREAN = "중시량양산쎈센되여어닭달갈로 플"
CHINESE = "中中试试試量产重视慶A3"
POOL = {"ko-CN": KOREAN, "ko-KR": KOREAN + "aＡ-", "zh-CN": CHINESE, "zh-TW": CHINESE}
FORMS: tuple[Callable[[str], str], ...] = (
    str,
    str,
    hangul.chosung,
    keyboard.to_keys,
    lambda text: "".join(pinyin.pinyin_keys(text)[:1]),
    lambda text: "".join(pinyin.pinyin_keys(text)[-1:]),
    lambda text: "".join(pinyin.initials_keys(text)[:1]),
    lambda text: "".join(reading_keys(text)[:1]),
    lambda text: "".join(readings(text)[:1]),
    lambda text: keyboard.to_hangul("".join(pinyin.initials_keys(text)[:1])),
    hangul.jamo,
)
ENDINGS = ("에", "(중)", "(中)", "프", "를", "을", "에서는", "하여", "ㅅ", "ㄹ", "!", "ㄳ")
MIDDLES = (" ", "\u3000", "중", "ㅓ", "x", "시", "ㅅ")


def random_base(dice: Random) -> Base:
    """Sets of a few concepts that share their uids, their letters and much of their terms."""
    texts = ["중시", "량산", "양산", "중시 플", "닭", "달갈", "되여", "쎈터"]
    base: Base = {}
    for name in SETS:
        base[name] = []
        for uid in dice.sample("abcdefgh", dice.randint(2, 8)):
            made: dict[tuple[str, str], Term] = {}
            for place in range(dice.randint(0, 4)):
                tag = dice.choice(list(POOL))
                text = "".join(dice.choices(POOL[tag], k=dice.randint(1, 4))).strip() or "중"
                text = dice.choice(texts) if tag < "z" and dice.random() < 0.4 else text
                status = dice.choice(STATUSES)
                made.setdefault((tag, text), Term(tag, text, status, uid=f"{uid}{place}"))
            domain = dice.choice(["", "tech"])
            base[name].append(Concept(uid, tuple(made.values()), domain))
    return base


def random_query(dice: Random, base: Base) -> str:
    """Something typed for a term of the file, in one of its forms, perhaps cut or mistyped."""
    texts = [term.text for found in base.values() for each in found for term in each.terms]
    text = dice.choice(FORMS)(dice.choice(texts or ["중시"]))
    if dice.random() < 0.2:
        text = text[dice.randint(0, 1) : dice.randint(1, 8)]
    if dice.random() < 0.2:
        text += dice.choice(ENDINGS)
    if dice.random() < 0.3:
        place = dice.randint(0, len(text))
        text = text[:place] + dice.choice(MIDDLES) + text[place + dice.randint(0, 1) :]
    return text


def random_filter(dice: Random) -> Filter:
    if dice.random() < 0.7:
        return Filter()
    return Filter(
        variety=dice.choice(["", "", *POOL]),
        domain=dice.choice(["", "", "tech"]),
        status=dice.choice(["", "", PREFERRED, "forbidden"]),
        set=dice.choice(["", "", *SETS]),
        minimum=dice.choice([0, 0, 50, 80, 101]),
    )


def no_differences(workspace: Workspace, base: Base, query: str, wanted: Filter) -> None:
    whole = workspace.search.find(query, 0, wanted)
    assert listed(whole) == model(base, query, wanted), query
    assert whole.total == len(whole.hits)
    for limit in (1, 2, 3):
        page = workspace.search.find(query, limit, wanted)
        assert (page.hits, page.total) == (whole.hits[:limit], whole.total)
        quick = workspace.search.find(query, limit, wanted, count=False)
        assert (quick.hits, quick.total) == (page.hits, len(page.hits))
    decomposed = unicodedata.normalize("NFD", query)
    assert workspace.search.find(decomposed, 0, wanted) == whole


@pytest.mark.parametrize("many", [False, True], ids=["a look-up", "a session"])
@settings(
    max_examples=12,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(seed=st.integers(0, 2**64))
def test_search_equals_a_comparison_with_every_term(many: bool, seed: int) -> None:
    dice = Random(seed)
    base = random_base(dice)
    with tempfile.TemporaryDirectory() as folder:
        with Workspace(str(new_file(Path(folder) / "g.db")), many=many) as workspace:
            write(workspace, base)
            for _ in range(30):
                no_differences(workspace, base, random_query(dice, base), random_filter(dice))
