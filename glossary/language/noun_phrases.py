"""Nouns and noun compounds in Korean text, as what could be terms.

A word is cut into the words of the lexicon (`segmentation`), and what hangs on it is left off:
particles that agree with what is before them (`stems`), the copula, and the verbs that make a verb
of a noun. A compound stays whole and knows its parts, in which an affix belongs to the word beside
it (흑토지보호조례 has 흑토지, 보호 and 조례). Verbs, adverbs, numbers and the stop words of
`data/language` are no nouns; what no lexicon knows is taken for one unless it ends like a verb.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from glossary.language.hangul import coda, with_coda
from glossary.language.lexicon import lexicon
from glossary.language.segmentation import Piece, segment
from glossary.language.stems import stems, without_particles
from glossary.language.stop_words import is_stop_word

LONGEST = 24
"""Syllables; a longer run is no word but text without spaces, or nonsense."""

_TOKEN = re.compile(r"(?P<latin>[0-9]*[A-Za-z][A-Za-z0-9+&.-]*)?(?P<hangul>[가-힣]+)?")
_WORD = re.compile(r"[0-9A-Za-z가-힣][0-9A-Za-z가-힣+&.-]*")
_ACRONYM = re.compile(r"(?=.*[A-Z].*[A-Z])[A-Z0-9][A-Za-z0-9+&-]+")
_VERBAL = re.compile(
    "(?:하|한|할|함|합|해|했|되|된|될|됨|됩|돼|됐|시키|시킨|시킬|시켜|시켰|스럽|스러|롭|로운|로이|히)"
)
_ENDING = re.compile(
    "(?:[다고며면던는서도지게기나니자야여음]|는바|는데|는지|여서|면서|지만|도록|거나|려고|려는|였[가-힣]*|[으은을었았][가-힣]*"
    "|습니다|니다|니까|수록|고있[가-힣]*|여왔[가-힣]*|여있[가-힣]*|기[가-힣]{1,3}|지[가-힣]{1,4}|게[가-힣]{1,3}|는[가-힣]{1,2}"
    "|다[가-힣]{1,2}|던[가-힣]{1,2}|자[가-힣]?|여[가-힣]{1,2}|면[가-힣]{1,2}|[은는]?것[가-힣]*|데[가-힣]*|수[가-힣]*)?"
)
_LIKE_A_VERB = re.compile(
    "(?:[다고며면던든]|[있없하되가오보주키리치지나]는|다고|다는|는데|는바|면서|으나|지만|려고|도록|거나|기에|여서|아서|어서"
    "|로운|십시오|까요|니까|[았었였겠쳤졌렸겼]으?[가-힣]{0,2}|[하되지리키우추]여|[해돼져려켜춰워와]|[하되있없]게|것[가-힣]{0,3}|적인|적)$"
)
_LIKE_AN_INFINITIVE = re.compile(
    "(?:[아어여와워]|[가서펴켜려져쳐겨혀내해](?=[주준줬줄]))(?:[지졌진질져있왔온주준보본놓섰서선]|가고|갔)"
)
_NUMERALS = (
    "[일이삼사오륙육칠팔구수몇]?[십백천만억조][십백천만억조여][일이삼사오륙육칠팔구십백천만억조여]*"
)
_COUNTED = (
    "개|명|종|곳|차|번|원|년|월|일|톤|키로|킬로|메터|미터|무|세|대|갈래|부|회|평|건|가지|호|층"
    "|헥타르"
)
_NUMBER = re.compile(
    f"{_NUMERALS}(?:(?:{_COUNTED})[가-힣]*|[가-힣]{{0,2}})"
    f"|[일이삼사오륙육칠팔구수][십백천만억조](?:{_COUNTED})?[가-힣]?"
    "|(?:한|두|세|네|서너|다섯|여섯|일곱|여덟|아홉|열|스물|서른|마흔|쉰|예순|일흔|여든|아흔|여러|몇|매|각)"
    "(?:개|명|종|곳|차|번|해|달|날|주|대|갈래|가지|사람|시간|차례|집|편|건|층|마리|그루|자리|헥타르)"
    "[가-힣]?"
)
_AFFIX_WITH_PARTICLE = re.compile(
    "[성률율력측]은|[성률율력]을|화[는를로와]|[자기사]를|[자기사]는|[중후]의"
)
_LONE = re.compile("[가-힣](?:까지|부터|에서|에게|처럼|보다|마저|조차|마다|만큼|으로)")
_PLURAL = re.compile("(?<!아)들(?:[이은을의도과]|에게)$")
_BOUND = re.compile("(?:수록|가봐|수|것|때|데|지|길)(?:[가이은는도를의]|까지)?$")  # after 할
_UNLIKELY = "의은는을를에"  # ends of nouns that no lexicon has
_SIGNS = "+&.-"
_SUBJECT = "이가"
_LONE_PARTICLES = "은는을를의에도만과와로"
_AFTER_CODA, _AFTER_VOWEL = "이은을과", "가는를와"
_OPEN = "어아여지고며면게서야"  # ends of verbs of one syllable
_CODAS_OF_VERBS = frozenset("ㄴㄹㅆ")
_LIMITS = frozenset(("이상", "이하", "미만", "초과", "안팎", "내외", "정도", "가량", "남짓"))
"""What bounds a number that stands before it."""
_STATED = re.compile("(?<=.)다(?:[고며면는던]|지만)?$")
_CODAS_OF_STATED = frozenset("ㄴㅆ")
_PERSON = re.compile("인(?:[은을이의과]|들|에게|으로)")  # 전승인들 is not 전승 and the copula
_SHORT = 3
_SO = "서"
_FUTURE, _MADE_NOUN = "ㄹ", "ㅁ"


class Noun(NamedTuple):
    """A noun or noun compound at start:end (code points of the text that was given).

    `parts` are the words it is made of, joined they are its text. `bare` says that nothing hangs on
    it, so that the noun in the next word may go on with it; `verbal` that it is the noun of a verb
    (관철 in 관철하였다); `known` that it is a single word of the lexicon.
    """

    start: int
    end: int
    parts: tuple[str, ...]
    bare: bool = False
    verbal: bool = False
    known: bool = False


def noun_phrases(text: str) -> Iterator[tuple[Noun, ...]]:
    """The nouns of an NFC text in order, those together that may be one term of several words:
    only spaces stand between them, and nothing hangs on any but the last.

    >>> [[noun.parts for noun in each] for each in noun_phrases("핵심 광물은 쎈터에서")]
    [[('핵심',), ('광물',)], [('쎈터',)]]
    """
    together: list[Noun] = []
    end = 0
    number = False
    for word in _WORD.finditer(text):
        found = word.group().rstrip(_SIGNS)
        noun = _noun_of(found)
        if number and noun is not None and len(noun.parts) == 1 and noun.parts[0] in _LIMITS:
            noun = None
        number = found[0].isdigit()
        joined = together and together[-1].bare and text[end : word.start()] == " "
        if together and not (joined and noun):
            yield tuple(together)
            together = []
        if noun is not None:
            start = word.start()
            together.append(Noun(start, start + noun.end, *noun[2:]))
        end = word.start() + len(found)
    if together:
        yield tuple(together)


@lru_cache(maxsize=200_000)
def _noun_of(word: str) -> Noun | None:
    """The noun that a word begins with, as if it stood alone: after Latin letters or without. A
    word that begins with a number has none (21개, 2027년말)."""
    found = _TOKEN.fullmatch(word)
    if found is None:
        return None
    latin, run = found["latin"] or "", found["hangul"] or ""
    if not run:
        is_term = _ACRONYM.fullmatch(latin) is not None
        return Noun(0, len(latin), (latin,), bare=True) if is_term else None
    noun = _of_run(run) if len(run) <= LONGEST else None
    return _with_latin(latin, run, noun) if latin else noun


def _with_latin(latin: str, run: str, noun: Noun | None) -> Noun | None:
    """A compound that begins with Latin letters (3D프린터), or an abbreviation with particles."""
    if noun is not None:
        parts = (latin, *noun.parts)
        return Noun(0, len(latin) + noun.end, parts, noun.bare, noun.verbal)
    hangs = len(without_particles("가" + run)) > 1 or len(without_particles("강" + run)) > 1
    if hangs and _ACRONYM.fullmatch(latin):
        return Noun(0, len(latin), (latin,))
    return None


def _of_run(run: str) -> Noun | None:
    """The noun that a run of Hangul is or begins with."""
    if len(run) < 2 or is_stop_word(run) or _NUMBER.fullmatch(run) or _is_one_syllable(run):
        return None
    pieces = _pieces(run)
    if _is_verb(run, pieces):
        return None
    cut = _cut_at_plural(run, pieces) or _cut(run, pieces)
    if cut is None:
        return None
    size, verbal = cut
    noun = run[:size]
    if size < 2 or is_stop_word(noun) or _NUMBER.fullmatch(noun) or _LONE.fullmatch(noun):
        return None  # 현에서는 is a syllable with two particles
    parts = _parts(noun, pieces)
    if parts[-1].endswith("적") and len(parts[-1]) > 2:
        return None
    known = len(parts) == 1 and noun in lexicon().words
    return Noun(0, size, parts, size == len(run), verbal, known)


def _is_one_syllable(run: str) -> bool:
    """Whether a run that no lexicon has is one syllable with what hangs on it: 값이, 끝까지."""
    if run in lexicon().words:
        return False
    if len(run) != len("값이"):
        return _LONE.fullmatch(run) is not None
    first, last = run[0], run[1]
    if last in (_AFTER_CODA if coda(first) else _AFTER_VOWEL):
        return True
    known = lexicon().stems
    verbs = {first, *(form.removesuffix("다") for form in stems(run))}
    return last in _OPEN and not known.isdisjoint(verbs)


def _pieces(run: str) -> tuple[Piece, ...]:
    """The run in pieces, with no tail but a real one: 합작사는 in 농민전문합작사는 is no form of a
    verb, though it begins like one (전문합니다)."""
    pieces = segment(run, lexicon())
    last = pieces[-1]
    if not last.tail:
        return pieces if all(piece.known for piece in pieces) else _with_particle(run, pieces)
    rest = run[last.start :]
    if not last.start or _is_tail(rest):
        return pieces
    moved = (
        replace(piece, start=piece.start + last.start, end=piece.end + last.start)
        for piece in _pieces(rest)
    )
    return (*pieces[:-1], *moved)


def _with_particle(run: str, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces of a run in which syllables belong to no word, with its last particle as the tail
    where a word stands before it: 저공경제의 is not 저, 공경 and 제의."""
    for form in without_particles(run)[1:2]:
        found = segment(form, lexicon()) if len(form) > 1 else ()
        if found and found[-1].word and found[-1].known and not found[-1].tail:
            return (*found, Piece(len(form), len(run), tail=True))
    return pieces


def _is_tail(rest: str) -> bool:
    verb = _VERBAL.match(rest)
    return verb is None or _ENDING.fullmatch(rest, verb.end()) is not None


def _cut_at_plural(run: str, pieces: tuple[Piece, ...]) -> tuple[int, bool] | None:
    """As `_cut` where a run that is not all known ends in 들 and a particle."""
    plural = _PLURAL.search(run)
    plain = all(piece.known for piece in pieces) and not pieces[-1].verb
    if plain or plural is None or plural.start() < len("아이") or run[:-1] in lexicon().words:
        return None
    return plural.start(), False


def _cut(run: str, pieces: tuple[Piece, ...]) -> tuple[int, bool] | None:
    """How many syllables of a run are its noun, and whether a verb is made of it; None where the
    run is no noun."""
    last = pieces[-1]
    rest = run[last.start :]
    known = all(piece.known for piece in pieces)
    if _begins_as_verb(run, pieces) or (not known and not last.tail and _is_like_verb(run, pieces)):
        return None
    forms = [form for form in without_particles(run)[1:] if len(form) > 1]
    if last.tail:
        return _cut_at_tail(run, last.start, forms)
    if last.known and len(pieces) > 1 and _AFFIX_WITH_PARTICLE.fullmatch(rest):
        return len(run) - 1, False
    lone = not any(piece.word for piece in pieces[:-1]) and run not in lexicon().words
    if len(pieces) > 1 and lone and run[-1] in _UNLIKELY and forms:
        return len(forms[0]), False
    if last.known and (last.word or len(pieces) > 1) and not _is_stem(run, last):
        return len(run), False
    if len(run) == 2 and run[-1] in _LONE_PARTICLES:
        return None
    return len(forms[0]) if forms else len(run), False


def _cut_at_tail(run: str, start: int, forms: list[str]) -> tuple[int, bool] | None:
    """The same of a run whose tail may begin at `start`; `forms` are what remains of it without
    particles that agree."""
    rest = run[start:]
    if run[:start] in forms and not rest.startswith("하고"):
        return start, False
    if _VERBAL.match(rest):
        return start, True
    if _PERSON.match(rest):
        return start + 1, False
    words = [len(form) for form in (run, *forms) if run[start : len(form)] in lexicon().words]
    if words and (words[0] < len(run) or rest[-1] not in _SUBJECT + _LONE_PARTICLES):
        return words[0], False
    fitting = [len(form) for form in forms if len(form) >= start]
    return (min(fitting), False) if fitting else None


def _is_verb(run: str, pieces: tuple[Piece, ...]) -> bool:
    """Whether a run that no lexicon has is a form of a verb that one has, and does not read better
    as a noun: 하면서 is no 하면 and 서."""
    tables = lexicon()
    bare = without_particles(run)
    if any(form in tables.words for form in bare if len(form) > 1):
        return False
    last = pieces[-1]
    word = last.word and last.known and last.end - last.start > 1  # 저고도 ends in 고도
    doubtful = run.endswith(_SO) or not (word or all(piece.known for piece in pieces))
    doubtful = doubtful or _is_present(run)
    if len(run) == len("준다") and _is_present(run) and _is_open_stem(run[0]):
        return True
    noun = any(coda(form[-1]) == _MADE_NOUN for form in bare)  # 알림
    if (
        doubtful
        and not noun
        and any(form[:-1] in tables.stems for form in stems(run) if form.endswith("다"))
    ):
        return True
    return any(_is_future(run[: found.start()], tables.stems) for found in _BOUND.finditer(run))


def _is_present(run: str) -> bool:
    """Whether this ends as verbs in the present or past do: 준다, 갔다고."""
    found = _STATED.search(run)
    return found is not None and coda(run[found.start() - 1 : found.start()]) in _CODAS_OF_STATED


def _is_open_stem(syllable: str) -> bool:
    """Whether this is a verb's open stem with a final consonant of an ending: 준."""
    return with_coda(syllable, "") in lexicon().stems


def _is_future(head: str, known: Container[str]) -> bool:
    """Whether this is a verb as it stands before a noun: 할, 많을."""
    if coda(head[-1:]) != _FUTURE:
        return False
    return with_coda(head, "") in known or (head[-1] == "을" and head[:-1] in known)


def _is_like_verb(run: str, pieces: tuple[Piece, ...]) -> bool:
    """Whether a run with syllables that belong to no word ends as verbs do."""
    if _LIKE_A_VERB.search(run) or _LIKE_AN_INFINITIVE.search(run):
        return True
    unknown = len(run) <= _SHORT and not any(piece.word for piece in pieces)
    return (
        unknown
        and coda(run[-1]) in _CODAS_OF_VERBS
        and any(stem.endswith("다") for stem in stems(run))
    )


def _begins_as_verb(run: str, pieces: tuple[Piece, ...]) -> bool:
    """Whether a stem that is no noun stands in the run: what follows is its ending."""
    return any(_is_stem(run, piece) for piece in pieces[:-1])


def _is_stem(run: str, piece: Piece) -> bool:
    return piece.verb and run[piece.start : piece.end] not in lexicon().words


def _parts(noun: str, pieces: tuple[Piece, ...]) -> tuple[str, ...]:
    """The noun in the words it is made of; affixes and syllables that belong to no word are joined
    to the word before them, or at the beginning to the one after."""
    starts = [0]
    for before, piece in pairwise(pieces):
        inside = piece.start < len(noun) and not piece.tail
        several = before.start > 0 or before.word
        if inside and piece.word and several:
            starts.append(piece.start)
    starts = [start for start in dict.fromkeys(starts) if start == 0 or len(noun) - start > 1]
    ends = [*starts[1:], len(noun)]
    return tuple(noun[start:end] for start, end in zip(starts, ends, strict=True))
