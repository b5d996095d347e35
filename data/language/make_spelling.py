"""Makes spelling_words.txt and spelling_pairs.txt from HanDic, NK-HanDic and libhangul.

    python data/language/make_spelling.py handic/sys.dic nkhandic/sys.dic hanja.txt dict.txt

The first two are compiled MeCab dictionaries as the Python packages of those names bring them, the
last is the word list of jieba; of NK-HanDic and jieba it is only asked which words there are.
Licences: spelling.LICENSE.

HanDic gives South Korean words with their hanja. Each is spelt for China with the original sounds
of its hanja (力量: 역량 is 력량), which hanja_chars.txt has. Where no hanja tells, a Chinese
spelling is derived by rule and kept only if NK-HanDic lists it: compounds without ㅅ between their
parts (나뭇잎 is 나무잎), and 여 for 어 after ㅣ and its kin (뛰어넘다 is 뛰여넘다). libhangul adds
Sino-Korean words that HanDic lacks, if they are Chinese words in use: those of two syllables are
marked ^, for they are believed only at the start of a word, as are compounds without their ㅅ.
"""

from __future__ import annotations

import csv
import itertools
import re
import struct
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER.parents[1]))

from glossary.language import hanja  # noqa: E402  the checkout's table of sounds
from glossary.language.hangul import coda, compose, is_syllable, letters  # noqa: E402

SAME = frozenset(("NNG", "NNB", "NR", "NP", "MM", "MAG", "MAJ", "IC", "XR", "XSN"))
VERBS = frozenset(("VV", "VA", "VX"))
HEADER = 72  # bytes before the double array (MeCab's dictionary.cpp)
OFTEN = 300  # times in jieba's corpus
START = "^"
LONGEST = 4  # syllables; longer words are compounds of shorter ones
HANGUL = re.compile("[가-힣]+")
FRONT = frozenset("ㅣㅐㅔㅚㅟㅢ")
# 困難 and 論難 are read 란 in the South alone (한글 맞춤법 §52), 難 is not ㄹ by origin.
NEW = frozenset(("댓글", "댓글창"))  # words younger than the rule, written so in China as well
HAND = {"困難": "곤난", "論難": "론난", "喜怒哀樂": "희로애락", "大怒": "대로"}


class Entry(NamedTuple):
    """One line of a dictionary; `form` is the stem of a verb, `hanja` is mixed with Hangul."""

    tag: str
    kind: str
    form: str
    hanja: str


def entries(path: str) -> Iterator[Entry]:
    """The entries of a compiled dictionary, without endings, symbols and inflected forms."""
    data = Path(path).read_bytes()
    array, tokens, features = struct.unpack("<3I", data[24:36])
    at = HEADER + array
    texts = data[at + tokens : at + tokens + features]
    starts = {start for (start,) in struct.iter_unpack("<8xI4x", data[at : at + tokens])}
    lines = (texts[start : texts.index(b"\0", start)].decode() for start in sorted(starts))
    for row in csv.reader(lines):
        if len(row) > 10 and HANGUL.fullmatch(row[6]) and row[3] not in ("語基2", "語基3"):
            yield Entry(row[10], f"{row[1]} {row[2]}", row[6], "" if row[7] == "*" else row[7])


def chinese(entry: Entry, known: frozenset[str]) -> str:
    """The spelling with the original sounds of the hanja; the form where they do not fit it."""
    if entry.hanja in HAND:
        return HAND[entry.hanja]
    stem = unicodedata.normalize("NFC", entry.hanja)[: len(entry.form)]  # a verb's ends in 다
    if len(stem) != len(entry.form) or not any(map(hanja.is_hanzi, stem)):
        return entry.form
    starts = [not at or entry.form[at:] in known for at in range(len(stem) - 1)] + [False]
    return "".join(map(original, entry.form, stem, ("가", *entry.form), starts))


def original(syllable: str, character: str, before: str, starts: bool) -> str:
    """How China spells this syllable, which reads this character; `starts`: a word begins here."""
    sounds = hanja.sounds(unicodedata.normalize("NFKC", character))
    plain = without_sios(syllable) if coda(syllable) == "ㅅ" else syllable
    for sound in (plain, *sounds):
        ruled = hanja.initial_sound(sound) if starts else hanja.after_open_syllable(before, sound)
        if sound in sounds and plain in (sound, ruled):
            return hanja.spell(sound, hanja.KO_CN)
    return syllable


def without_sios(syllable: str) -> str:
    """The syllable without its final ㅅ."""
    return compose(*letters(syllable)[:2])


def without_a_sios(form: str, known: frozenset[str]) -> str:
    """A compound without the ㅅ between its parts, both of them known words; else "".

    None where the ㅅ belongs to the first part (옷감), the result is another word (보물), or it
    ends like a particle (수돗가).
    """
    for at in range(1, len(form)):
        bare = form[: at - 1] + without_sios(form[at - 1]) if coda(form[at - 1]) == "ㅅ" else ""
        found = bare in known and form[:at] not in known and form[at:] in known - {"가"}
        if found and bare + form[at:] not in known:
            return bare + form[at:]
    return ""


def with_yeo(form: str) -> str:
    """The form with 여 for 어 after ㅣ and its kin (조선말규범집 §11)."""
    pairs = itertools.pairwise(form)
    later = (after_front(before, syllable) for before, syllable in pairs)
    return form[0] + "".join(later)


def after_front(before: str, syllable: str) -> str:
    """어 and 었 as 여 and 였 after such a syllable."""
    fronted = is_syllable(before) and letters(before)[1] in FRONT and not coda(before)
    return {"어": "여", "었": "였"}.get(syllable, syllable) if fronted else syllable


def main() -> None:
    """Write both tables."""
    south, north = list(entries(sys.argv[1])), list(entries(sys.argv[2]))
    attested = frozenset((entry.tag, entry.form) for entry in north)
    kept = [entry for entry in south if entry.tag in SAME | VERBS or is_guard(entry)]
    known = frozenset(entry.form for entry in kept)
    nouns = frozenset(entry.form for entry in kept if entry.tag in SAME)
    pairs: dict[str, set[str]] = defaultdict(set)
    for entry in kept:
        spelt = chinese(entry, nouns)
        if spelt == entry.form and not entry.hanja:
            old = entry.tag == "NNG" and entry.form not in NEW
            compound = without_a_sios(entry.form, nouns) if old else ""
            forms = with_yeo(entry.form), compound
            new = (form for form in forms if form != entry.form and (entry.tag, form) in attested)
            spelt = next((START * (form == compound) + form for form in new), entry.form)
        if not (spelt != entry.form and entry.form.endswith("가") and "ㅅ" in coda(entry.form[-2])):
            pairs[entry.form].add(spelt)
    changed = {form: spelt for form, spelt in pairs.items() if spelt != {form}}
    for korean, spelt in rarer(sys.argv[3], known, in_use(sys.argv[4])):
        mark = "" if len(spelt) > 2 else START
        changed.setdefault(korean, set()).add(mark + spelt)
    spellings = {spelling for spelt in changed.values() for spelling in spelt}
    kept = [entry for entry in kept if entry.tag != "NNP" or entry.form not in spellings]
    write("spelling_words.txt", listed(kept))
    words = {entry.form for entry in kept}
    for korean, spelt in changed.items():
        spelt -= {spelling for spelling in spelt if clashes(spelling, korean, words)}
    lines = [" ".join((form, *sorted(spelt))) for form, spelt in sorted(changed.items()) if spelt]
    write("spelling_pairs.txt", "\n".join(lines))
    print(len(known), "words,", len(lines), "pairs")


def clashes(spelling: str, korean: str, words: set[str]) -> bool:
    """Whether a Chinese spelling is a South Korean word that has nothing to do with this one."""
    plain = spelling.removeprefix(START)
    by_sound = initial(plain) == korean[0] != plain[0]
    return plain != korean and plain in words and (plain != spelling or not by_sound)


def in_use(path: str) -> frozenset[str]:
    """The Chinese words that jieba met often enough."""
    rows = (line.split(" ") for line in Path(path).read_text(encoding="utf-8").splitlines())
    return frozenset(row[0] for row in rows if int(row[1]) >= OFTEN)


def rarer(path: str, known: frozenset[str], used: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Sino-Korean words of libhangul that no entry has, spelt for the South and for China."""
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        korean, _, rest = line.partition(":")
        hanzi, _, remark = rest.partition(":")
        plain = HANGUL.fullmatch(korean) and all(map(hanja.is_hanzi, hanzi)) and not remark
        wanted = 1 < len(korean) <= LONGEST and korean not in known
        if plain and wanted and hanja.simplified(hanzi) in used:
            spelt = chinese(Entry("NNG", "", korean, hanzi), known)
            if spelt != korean and all(ruled(spelt, korean)):
                yield korean, spelt


def ruled(chinese: str, korean: str) -> Iterator[bool]:
    """Whether each syllable of the South's spelling is that of China under its rules."""
    for before, one, other in zip(("가", *korean), chinese, korean, strict=False):
        sound = {"페": "폐", "메": "몌"}.get(one, one)
        yield other in (
            one,
            sound,
            hanja.initial_sound(one),
            hanja.after_open_syllable(before, one),
        )


def is_guard(entry: Entry) -> bool:
    """Whether this is a foreign name, which must not be taken for a Chinese spelling."""
    foreign = entry.kind not in ("固有名詞 名", "固有名詞 姓")
    soft = initial(entry.form) != entry.form[0]
    return entry.tag == "NNP" and foreign and soft and not entry.hanja


def initial(form: str) -> str:
    """The first syllable under the initial-sound rule."""
    return hanja.initial_sound(form[0])


def listed(kept: list[Entry]) -> str:
    """Nouns and what is like them, a line each; after an empty line the stems of verbs."""
    words = sorted({entry.form for entry in kept if entry.tag not in VERBS and len(entry.form) > 1})
    stems = sorted({entry.form for entry in kept if entry.tag in VERBS})
    return "\n".join(words) + "\n\n" + "\n".join(stems)


def write(name: str, text: str) -> None:
    """Write a table under its note."""
    note = "# From HanDic and libhangul (both BSD-3-Clause): see spelling.LICENSE.\n\n"
    (FOLDER / name).write_text(note + text + "\n", encoding="utf-8")


main()
