"""Dictionary forms that a Korean word in running text may have, by tables and without a lexicon.

People copy a word out of a sentence with all that hangs on it. `stems` takes off particles (up to
three in a row, 평가원들에게도), the copula, and the endings of verbs, and offers what remains. The
candidates are only looked up, so a wrong one costs little and a missing one a term; still they
are few, because a particle of two shapes must agree with the sound before it.

A remainder of one syllable is offered only where two syllables or more were taken off (돌에서),
or 을 or 를: too many words of two syllables end like a particle (제도, 정의), while hardly a noun
ends in an object particle that agrees (가을 and 마을 do not). The tables know regular verbs and
the contractions of their infinitives, with the spellings of both Korean varieties (되여, 되어, 돼).
"""

from __future__ import annotations

from glossary.language.hangul import UNCONTRACTED, coda, compose, is_syllable, letters

MOST = 12
"""More candidates than this are never offered; the longest come first."""

_ANY, _OPEN, _CLOSED, _SOFT, _HARD = "any", "open", "closed", "open or ㄹ", "closed, not ㄹ"
_NATIVE = "closed, as no Sino-Korean noun is"  # else 을 and 은 would make verbs of most nouns

_PARTICLES = (
    (_ANY, "의 에 에서 에게 에게서 에로 에다 에다가 께 께서 한테 한테서 더러 도 만 까지 부터"),
    (_ANY, "마저 조차 마다 처럼 보다 만큼 만치 뿐 밖에 대로 같이 마냥 하고 치고 커녕 씩 들"),
    (_CLOSED, "은 을 이 과 이나 이나마 이든 이든지 이라도 이랑 이며 이야"),
    (_OPEN, "는 를 가 와 나 나마 든 든지 라도 랑 며 야"),
    (_HARD, "으로 으로서 으로써"),
    (_SOFT, "로 로서 로써"),
)
_COPULAS = (
    (_ANY, "이다 이고 이지만 이면 이면서 이므로 인 인데 인바 인지 인가 일 임 입니다 입니까"),
    (_ANY, "이였다 이였고 이였던 이였으며 이였는데 이였는바 이였지만"),
    (_ANY, "이었다 이었고 이었던 이었으며 이었는데 이었는바 이었지만"),
    (_CLOSED, "이라 이라고 이라는 이라면 이란"),
    (_OPEN, "라 라고 라는 라면 란 다 였다 였고 였던 였으며 였는데 였는바 였지만"),
)
_ENDINGS = (
    (_ANY, "다 고 는 는데 는바 는지 는가 는다 지 지만 지도 게 게끔 거나 기 던 던데 도록"),
    (_ANY, "자 자면 자고 자는 네 느냐 더니 더라 고서 고도 고저 려는 다고 다는 다며 다면"),
    (_OPEN, "나 니 니까 며 면 면서 므로 려 려고 려면 러 라 라고 라는 라며"),
    (_NATIVE, "은 을 음"),
    (_CLOSED, "은데 은바 으나 으니 으니까 으며 으면 으면서 으므로"),
    (_CLOSED, "으려 으려고 으려면 으러 습니다 습니까"),
)


def _table(rows: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Each word of the rows, and what must stand before it."""
    return {word: demand for demand, words in rows for word in words.split()}


_ON_NOUNS, _ON_VERBS = _table(_PARTICLES + _COPULAS), _table(_ENDINGS)
_SINO_KOREAN_CODAS = frozenset(("", *"ㄱㄴㄹㅁㅂㅇ"))
_LONGEST = max(map(len, (*_ON_NOUNS, *_ON_VERBS)))
_OBJECT = ("을", "를")

_FUSED = {
    "ㄴ": ("", "다", "데", "바", "지", "가", "다는", "다고", "다면"),
    "ㄹ": ("", "가", "지", "데", "수록", "뿐"),
    "ㅂ": ("니다", "니까", "시다"),
    "ㅁ": ("",),
}
"""Endings that begin as the coda of the stem's last syllable: 한다 is 하 + ㄴ다."""

_PAST = (
    "다 고 는데 는바 는지 으며 으면 으나 으니 으므로 지만 던 을 음 기 거나 다는 다고 다면 습니다"
)
_AFTER_PAST = frozenset(_PAST.split())
_AFTER_INFINITIVE = frozenset(("", "서", "서는", "서도", "도", "야", "야만", "라", "요"))
_BEFORE_YEO = frozenset("ㅣㅐㅔㅚㅟㅢ")
_AUXILIARIES = ("고있", "고 있", "겠")
_LIGHT_VERBS = ("하", "되", "시키", "받", "당하")
"""Verbs that make a verb of a noun, so that the noun alone is a candidate as well."""

_LAST_OF_STEMS = frozenset("하되키치지리기이히우추구누꾸주내나가오보서세")
"""Last syllables of verb stems: only after these is a bare coda, as in 추진한, an ending."""

_LAST_OF_VERBAL_NOUNS = frozenset("기고지서음")
"""A verb that takes a particle ends in these, or in the coda ㅁ (추진하기를, 추진함으로써)."""


def stems(query: str) -> tuple[str, ...]:
    """The dictionary forms this NFC text may be an inflected form of, longest first.

    The text itself is not among them, and there are none where it does not end in Hangul.

    >>> stems("중시플랫폼을"), stems("중시을")
    (('중시플랫폼',), ())
    >>> stems("관철락착하여")
    ('관철락착하다', '관철락착')
    >>> stems("다그쳤는바")
    ('다그치다',)
    """
    if not is_syllable(query[-1:]):
        return ()
    forms = without_particles(query)
    found = dict.fromkeys(forms[1:])
    for form in forms:
        for verb in _verbs(form) if form == query or _is_verbal_noun(form) else ():
            if _is_enough(verb, query):
                found |= dict.fromkeys(_dictionary_forms(verb))
    found.pop(query, None)
    return tuple(sorted(found, key=len, reverse=True)[:MOST])


def one_syllable_stems(query: str) -> tuple[str, ...]:
    """The nouns of one syllable that a text of two may be (우에 of 우).

    `stems` does not offer them, for most such texts are words by themselves; they are for a text
    that no term is.

    >>> one_syllable_stems("우에"), one_syllable_stems("원을로"), one_syllable_stems("가은")
    (('우',), (), ())
    """
    pairs = _splits(query, _ON_NOUNS) if len(query) == 2 and is_syllable(query[-1]) else ()
    return tuple(stem for stem, _ in pairs)


def without_particles(query: str) -> list[str]:
    """The query and what remains of it without its last one, two or three particles.

    >>> without_particles("전문가들은")
    ['전문가들은', '전문가들', '전문가']
    """
    forms, last = [query], [query]
    for _ in range(3):
        last = [
            stem
            for form in last
            for stem, particle in _splits(form, _ON_NOUNS)
            if _is_enough(stem, query) or (particle in _OBJECT and form == query)
        ]
        forms += last
    return forms


def _splits(form: str, table: dict[str, str]) -> list[tuple[str, str]]:
    """Each way to end this form with a word of the table that agrees with what is before it."""
    sizes = range(1, min(_LONGEST, len(form) - 1) + 1)
    pairs = [(form[:-size], form[-size:]) for size in sizes]
    return [(stem, tail) for stem, tail in pairs if tail in table and _agrees(table[tail], stem)]


def _agrees(demand: str, stem: str) -> bool:
    """Whether a stem ends as its particle demands; how hanzi and digits sound is not known."""
    if demand == _ANY or not is_syllable(stem[-1]):
        return not stem[-1].isspace()
    final = coda(stem[-1])
    if demand == _SOFT:
        return final in {"", "ㄹ"} and stem[-1] != "으"  # 역으로 is no 역으 + 로
    if demand == _HARD:
        return final not in {"", "ㄹ"}
    if demand == _NATIVE:
        return final not in _SINO_KOREAN_CODAS
    return (demand == _CLOSED) == bool(final)


def _is_enough(stem: str, query: str) -> bool:
    """Whether this much is worth a look-up (see the module's second paragraph)."""
    return len(stem) > 1 or len(query) - len(stem) > 1


def _verbs(form: str) -> list[str]:
    """The verb stems, without -다, of which this may be a form."""
    found = [stem for stem, _ in _splits(form, _ON_VERBS) if _can_end(stem[-1])]
    for size in range(min(_LONGEST, len(form) - 1) + 1):
        body, tail = form[: len(form) - size], form[len(form) - size :]
        found += _unfused(body, tail)
    return found


def _can_end(syllable: str) -> bool:
    """Whether a verb stem may end so: not in a past (했), nor in half an ending (으, 느)."""
    return (
        is_syllable(syllable)
        and syllable not in "으느습"
        and (coda(syllable) != "ㅆ" or syllable in "있겠")
    )


def _is_verbal_noun(form: str) -> bool:
    return form[-1] in _LAST_OF_VERBAL_NOUNS or coda(form[-1]) == "ㅁ"


def _unfused(body: str, tail: str) -> list[str]:
    """The verb stems of a body whose last syllable has taken up a part of the ending."""
    if not is_syllable(body[-1]):
        return []
    onset, vowel, final = letters(body[-1])
    opened = body[:-1] + compose(onset, vowel)
    if final == "ㅆ" and tail in _AFTER_PAST:
        return _from_infinitive(opened, kept=True)
    if not final and tail in _AFTER_INFINITIVE:
        return _from_infinitive(opened, kept=bool(tail))
    if tail in _FUSED.get(final, ()) and (
        _can_end(opened[-1]) if tail else opened[-1] in _LAST_OF_STEMS
    ):
        return [opened]
    return []


def _from_infinitive(body: str, *, kept: bool) -> list[str]:
    """The verb stems with this infinitive (-아, -어, -여); `kept`: it may be the stem itself."""
    before, last = body[:-1], body[-1]
    onset, vowel, _ = letters(last)
    if last in "아어" and before:
        return [before]
    if last == "여" and is_syllable(before[-1:]) and _takes_yeo(before[-1]):
        return [before]
    if last == "해":
        return [before + "하"]
    if vowel in UNCONTRACTED:
        return [before + compose(onset, UNCONTRACTED[vowel])]
    return [body] if kept and vowel in "ㅏㅓㅐㅔ" and last != "에" else []


def _takes_yeo(syllable: str) -> bool:
    """Whether the infinitive adds 여 to this syllable: 하, and in Chinese spelling ㅣ, ㅐ, ㅚ …"""
    _, vowel, final = letters(syllable)
    return syllable == "하" or (not final and vowel in _BEFORE_YEO)


def _dictionary_forms(verb: str) -> list[str]:
    """The verb in -다 without its auxiliary, and the noun it was made of, if it was."""
    for auxiliary in _AUXILIARIES:
        verb = verb.removesuffix(auxiliary)
    nouns = [verb.removesuffix(light) for light in _LIGHT_VERBS if verb.endswith(light)]
    return [verb + "다", *(noun for noun in nouns if len(noun) > 1)]
