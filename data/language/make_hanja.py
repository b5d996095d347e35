"""Makes hanja_chars.txt and hanja_words.txt from libhangul's and Unihan's tables.

    python data/language/make_hanja.py hanja.txt Unihan_Readings.txt Unihan_Variants.txt

`hanja.txt` is libhangul's; the other two may be compressed with bzip2. Licences: hanja.LICENSE.

libhangul lists words in the South's spelling and often in the North's too. Each is aligned with
the original sounds of its characters; how often a sound occurs so orders a character's sounds,
for a simplified character over all it stands for. The word table then holds only the words that
the reader, with the character table and the shorter words, would read otherwise.
"""

from __future__ import annotations

import argparse
import bz2
import collections
import itertools
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER.parents[1]))

from glossary.language import hanja  # noqa: E402  the checkout's reader decides what it gets wrong

HANZI = re.compile("[\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]+")
HANGUL = re.compile("[가-힣]+")
CODE_POINT = re.compile(r"U\+[0-9A-F]+")
LONGEST_WORD = 8

# The sources leave 〇 out; dictionaries of both Koreas read it like 零, and 공 in numbers. The
# others have an initial ㄹ in a few old words alone (智異山, 許諾): both Koreas write 분노, 노예
# and 유리.
ADDED_SOUNDS = {
    "〇": ["령", "공"],
    "異": ["이", "리"],
    "异": ["이", "리"],
    "怒": ["노", "로"],
    "諾": ["낙", "락"],
    "诺": ["낙", "락"],
    "隸": ["예", "례"],
    "隷": ["예", "례"],
    "隶": ["예", "례"],
    "琉": ["유", "류"],
    "喇": ["나", "라"],
}

# The six Sino-Korean words that ko-KR writes with ㅅ between their parts (한글 맞춤법 §30), and the
# months whose names lost a consonant (§52).
GIVEN_WORDS = {
    "库间": "고+간",
    "贳房": "세+방",
    "数字": "수+자",
    "车间": "차+간",
    "退间": "퇴+간",
    "回数": "회+수",
    "六月": "유월 륙월",
    "十月": "시월 십월",
}

# Korean print forms that Unihan links with nothing, each followed by the simplified character.
PRINT_FORMS = (
    "産产 靑青 淸清 鑛矿 巖岩 遊游 擧举 鬪斗 尙尚 飮饮 戱戏 鑑鉴 顔颜 槪概 豊丰 鍊炼 蔘参 甁瓶 "
    "痲麻 燐磷 旣既 紬绸 絃弦 愼慎 讚赞 奬奖 鍼针 屛屏 姪侄 嶽岳 艶艳 顚颠 塚冢 毬球 楕椭 喩喻 "
    "搾榨 籤签 癒愈 闇暗 喫吃 彛彝 慙惭 兇凶 箚札 髥髯 漑溉 綵彩 諮咨 楡榆 鼈鳖 皐皋 塼砖 姸妍 "
    "悽凄 崑昆 齧啮 藷薯 裵裴 澣浣 嚮向 鎌镰 崙仑 霑沾 甛甜 慤悫 嚬颦 懃勤 擥揽 秊年 遝沓 覩睹 "
    "佈布 驩欢 啣衔 翫玩 捿栖 逈迥 鰕虾 羨羡 戞戛 鎚锤 磎溪 拏拿"
)

Sounds = dict[str, list[str]]
Words = list[tuple[str, str]]


class Unihan:
    """The Unihan fields used here, as text by character."""

    def __init__(self, *paths: Path) -> None:
        self.fields: dict[str, dict[str, str]] = collections.defaultdict(dict)
        for path in paths:
            for line in read(path).splitlines():
                if line.startswith("U+"):
                    code, field, value = line.split("\t")
                    self.fields[field][to_character(code)] = value

    def related(self, field: str, character: str) -> list[str]:
        """The characters a variant field names, without the character itself."""
        codes = CODE_POINT.findall(self.fields[field].get(character, ""))
        return [to_character(code) for code in codes if to_character(code) != character]

    def is_standard(self, character: str) -> bool:
        """Whether China's list of 8,105 standard characters (2013) has it."""
        return character in self.fields["kTGHZ2013"]

    def sounds(self, character: str) -> list[str]:
        """kHangul's sounds, those taught at school first, then those for names, then the rest."""
        entries = (e.partition(":") for e in self.fields["kHangul"].get(character, "").split())
        flags = {sound: flag for sound, _, flag in entries}
        return sorted(flags, key=lambda sound: ("E" not in flags[sound], "N" not in flags[sound]))


def to_character(code: str) -> str:
    """The character that Unihan writes as U+4E2D."""
    return chr(int(code.partition("+")[2], 16))


def read(path: Path) -> str:
    """The text of a file, compressed or not."""
    data = path.read_bytes()
    return (bz2.decompress(data) if path.suffix == ".bz2" else data).decode("utf-8")


def read_hanja(path: Path) -> tuple[Sounds, Words]:
    """libhangul's sounds by character, and its words in Chinese characters alone."""
    sounds: Sounds = collections.defaultdict(list)
    words: Words = []
    for line in read(path).splitlines():
        hangul, _, rest = unicodedata.normalize("NFC", line).partition(":")
        hanzi = rest.partition(":")[0]
        if line.startswith("#") or not HANGUL.fullmatch(hangul) or not HANZI.fullmatch(hanzi):
            continue
        if len(hanzi) == 1 == len(hangul):
            sounds[hanzi].append(hangul)
        elif len(hanzi) == len(hangul):
            words.append((hangul, hanzi))
    return sounds, words


def original_sounds(sounds: list[str]) -> list[str]:
    """Without the sounds that the initial-sound rule makes of another one in the list."""
    derived = {hanja.initial_sound(s) for s in sounds if hanja.initial_sound(s) != s}
    return [sound for sound in dict.fromkeys(sounds) if sound not in derived]


def known_sounds(libhangul: Sounds, unihan: Unihan) -> Sounds:
    """The original sounds of every character that either source reads."""
    found = {}
    for character in libhangul.keys() | unihan.fields["kHangul"].keys():
        if unicodedata.normalize("NFC", character) == character:
            every = unihan.sounds(character) + libhangul.get(character, [])
            found[character] = original_sounds(every)
    return found | ADDED_SOUNDS


def simplified_forms(unihan: Unihan, sounds: Sounds) -> dict[str, str]:
    """The simplified form of every character that has one, Korean print forms (敎 內) included."""

    def simplify(character: str) -> str:
        for form in unihan.related("kSimplifiedVariant", character):
            if unihan.is_standard(form):
                return form
        return character

    forms = {c: simplify(c) for c in unihan.fields["kSimplifiedVariant"]}
    others = [c for c in sounds if c not in forms and not unihan.is_standard(c)]
    for character in others:
        for variant in variants(unihan, character):
            form = simplify(variant)
            shared = set(sounds[character]) & set(sounds.get(variant, []) + sounds.get(form, []))
            if unihan.is_standard(form) and shared:
                forms[character] = form
                break
    forms |= {pair[0]: pair[1] for pair in PRINT_FORMS.split()}
    return {character: form for character, form in forms.items() if character != form}


def variants(unihan: Unihan, character: str) -> list[str]:
    """Other shapes of a character, the nearest kind first."""
    fields = ("kZVariant", "kSemanticVariant")
    return [v for field in fields for v in unihan.related(field, character)]


def align(hangul: str, hanzi: str, sounds: Sounds) -> str:
    """A word's reading in original sounds with its inner word starts marked.

    An irregular syllable (시월 for 十月) stays as it is.
    """
    reading = ""
    for at, (syllable, character) in enumerate(zip(hangul, hanzi, strict=True)):
        for sound in sounds.get(character, ()):
            if syllable in (sound, hanja.spell(sound, hanja.KO_CN)):
                reading += sound
                break
            if syllable == hanja.after_open_syllable(hangul[at - 1] if at else "", sound):
                reading += sound
                break
            if syllable == hanja.initial_sound(sound):
                reading += "-" * (at > 0) + sound
                break
            if syllable == hanja.with_sios(sound):
                reading += sound
                break
        else:
            reading += syllable
    return reading


def aligned_words(words: Words, sounds: Sounds) -> dict[str, list[str]]:
    """Readings by word; of two that differ only in marks the marked one, of the South's listing.

    Transcriptions are left out: most of their syllables are irregular (난징 for 南京), or they are
    of the one place whose compounds are listed too.
    """
    found: dict[str, dict[str, str]] = collections.defaultdict(dict)
    for hangul, hanzi in words:
        reading = align(hangul, hanzi, sounds)
        bare = reading.replace("-", "")
        transcribed = 2 * irregularities(bare, hanzi, sounds) > len(hanzi) or "광둥" in hangul
        if not transcribed:
            found[hanzi][bare] = max(found[hanzi].get(bare, ""), reading, key=len)
    return {hanzi: list(readings.values()) for hanzi, readings in found.items()}


def irregularities(reading: str, hanzi: str, sounds: Sounds) -> int:
    """How many characters are read as no source says they are."""
    pairs = zip(reading, hanzi, strict=True)
    return sum(sound not in sounds.get(character, ()) for sound, character in pairs)


def count_sounds(words: dict[str, list[str]]) -> collections.Counter[tuple[str, str]]:
    """In how many words a character has a sound."""
    counts: collections.Counter[tuple[str, str]] = collections.Counter()
    for hanzi, readings in words.items():
        for reading in readings:
            counts.update(zip(hanzi, reading.replace("-", ""), strict=True))
    return counts


def character_table(
    sounds: Sounds,
    forms: dict[str, str],
    unihan: Unihan,
    counts: collections.Counter[tuple[str, str]],
) -> Sounds:
    """Sounds by character, likeliest first; a simplified one has those of all it stands for."""
    origins: dict[str, list[str]] = collections.defaultdict(list)
    for character, form in forms.items():
        origins[form].append(character)
    for character in unihan.fields["kTraditionalVariant"]:
        origins[character] += unihan.related("kTraditionalVariant", character)
    table = {}
    for character in sounds.keys() | origins.keys():
        stands_for = dict.fromkeys([character, *sorted(origins[character])])
        weights: dict[str, float] = collections.defaultdict(float)
        for origin in stands_for:
            # 著 and 乾 are standard themselves and only in part written 着 and 干.
            share = 0.5 if origin != character and unihan.is_standard(origin) else 1
            for rank, sound in enumerate(sounds.get(origin, ())):
                weights[sound] += share * counts[origin, sound] - rank / 100
        table[character] = [s for s, _ in sorted(weights.items(), key=lambda item: -item[1])]
    kept = {character for character, _ in counts} | forms.keys() | set(forms.values())
    kept.update(c for c in table if unihan.is_standard(c) or unihan.sounds(c))
    kept.update(c for c in origins if origins[c] and c <= "\u9fff")
    return {character: table[character] for character in kept if table.get(character)}


def inner_words(words: dict[str, list[str]]) -> dict[str, str]:
    """Pairs of characters that start a word inside compounds more often than they do not."""
    votes: collections.Counter[tuple[str, str]] = collections.Counter()
    for hanzi, readings in words.items():
        for reading in readings:
            for pair, sounds, starts in pairs_inside(hanzi, reading):
                votes[pair, sounds] += 1 if starts else -1
    return {pair: "-" + sounds for (pair, sounds), vote in sorted(votes.items()) if vote > 0}


def pairs_inside(hanzi: str, reading: str) -> Iterator[tuple[str, str, bool]]:
    """The pairs not at the start that the rule could change, and whether a word starts there."""
    sounds = reading.replace("-", "")
    marked = {len(part) for part in itertools.accumulate(reading.split("-"))}
    for at in range(1, len(sounds) - 1):
        changed = hanja.initial_sound(sounds[at])
        if sounds[at] not in (changed, *"렬률"):
            yield hanzi[at : at + 2], sounds[at : at + 2], at in marked


def exceptions(words: dict[str, list[str]], forms: dict[str, str]) -> dict[str, str]:
    """The words the reader gets wrong without them, shortest first so that they are seen."""
    by_key: dict[str, list[str]] = collections.defaultdict(list)
    for hanzi, readings in words.items():
        if len(hanzi) <= LONGEST_WORD:
            by_key["".join(forms.get(c, c) for c in hanzi)] += readings
    usage = count_uses(by_key)
    listed = hanja._words()
    inner = inner_words(by_key)
    listed.update(inner)
    listed.update(GIVEN_WORDS)
    for key in sorted(by_key.keys() - GIVEN_WORDS.keys(), key=lambda key: (len(key), key)):
        wanted = likeliest_first(key, by_key[key], usage)
        found = [r.removeprefix("-").replace("+", "") for r in hanja._sounds(key, 8)]
        if found[:1] != wanted[:1] or not set(wanted) <= set(found):
            starts = inner.get(key, "")
            listed[key] = " ".join(starts if "-" + r == starts else r for r in wanted)
    return listed


def count_uses(words: dict[str, list[str]]) -> collections.Counter[tuple[str, str]]:
    """How often words of several readings are read each way inside longer words."""
    several = {word for word, readings in words.items() if len(set(readings)) > 1}
    uses: collections.Counter[tuple[str, str]] = collections.Counter()
    for hanzi, readings in words.items():
        spans = itertools.combinations(range(len(hanzi) + 1), 2)
        inner = [(i, j) for i, j in spans if hanzi[i:j] in several and j - i < len(hanzi)]
        for bare in (reading.replace("-", "") for reading in readings):
            uses.update((hanzi[i:j], bare[i:j]) for i, j in inner)
    return uses


def likeliest_first(
    key: str, readings: list[str], uses: collections.Counter[tuple[str, str]]
) -> list[str]:
    """A word's readings, first the one that longer words have, then by how likely the sounds are.

    An irregular one comes last, and is dropped if no longer word has it (선상 for 先生).
    """

    def rank(reading: str) -> tuple[bool, int, int]:
        bare = reading.replace("-", "")
        tables = [hanja._characters().get(character, ()) for character in key]
        places = [t.index(s) if s in t else -1 for t, s in zip(tables, bare, strict=True)]
        return -1 in places, -uses[key, bare], sum(places)

    ranked = sorted(dict.fromkeys(readings), key=rank)
    supported = [r for r in ranked if not rank(r)[0] or rank(r)[1]]
    return supported or ranked


def write_characters(table: Sounds, forms: dict[str, str], notice: str) -> None:
    """Characters by their sounds; then, as two lines, traditional and simplified characters."""
    lines: dict[str, str] = collections.defaultdict(str)
    for character in sorted(table):
        lines[" ".join(table[character])] += character
    rows = [f"{sounds}\t{characters}" for sounds, characters in sorted(lines.items())]
    pairs = sorted(forms.items())
    rows += ["", "".join(old for old, _ in pairs), "".join(new for _, new in pairs)]
    write("hanja_chars.txt", notice, rows)


def write(name: str, notice: str, rows: list[str]) -> None:
    """Writes a table; the comment ends with an empty line."""
    text = notice + "\n\n" + "\n".join(rows) + "\n"
    (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


def main() -> None:
    """Makes both tables beside this script."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("hanja", type=Path)
    parser.add_argument("unihan", type=Path, nargs=2, metavar="UNIHAN")
    arguments = parser.parse_args()
    libhangul, words = read_hanja(arguments.hanja)
    unihan = Unihan(*arguments.unihan)
    sounds = known_sounds(libhangul, unihan)
    forms = simplified_forms(unihan, sounds)
    aligned = aligned_words(words, sounds)
    table = character_table(sounds, forms, unihan, count_sounds(aligned))
    notice = "# From libhangul (BSD-3-Clause) and Unihan (Unicode licence): see hanja.LICENSE."
    shown = {old: new for old, new in forms.items() if not unihan.is_standard(old)}
    legend = "\n# sounds<TAB>characters …; traditional characters; simplified, in the same order"
    write_characters(table, shown, notice + legend)
    write("hanja_words.txt", notice, [])
    hanja._tables.cache_clear()
    hanja._words.cache_clear()
    hanja._words().clear()
    rows = [f"{word}\t{readings}" for word, readings in exceptions(aligned, forms).items()]
    write(
        "hanja_words.txt",
        notice + "\n# word<TAB>readings; - starts an inner word, + adds ㅅ in ko-KR",
        sorted(rows),
    )
    missing = [c for c in unihan.fields["kTGHZ2013"] if c not in table]
    print(f"{len(table)} characters, {len(forms)} forms, {len(rows)} words of {len(aligned)}")
    print(f"{len(missing)} standard characters without a sound: {''.join(missing)}")


if __name__ == "__main__":
    main()
