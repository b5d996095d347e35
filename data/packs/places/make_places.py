"""Makes terms.jsonl here and ../../language/places.txt from a list of Chinese divisions.

    python data/packs/places/make_places.py china-division/dist handic/sys.dic

The first is the `dist` folder of the package china-division, the second the compiled MeCab
dictionary as the Python package handic brings it. Licences: LICENSE.

A name has a proper part, peoples (in autonomous places) and a generic part: 延边 + 朝鲜族 + 自治州.
ko-CN reads the proper part in Sino-Korean, in original sounds; ko-KR transcribes it (외래어 표기법,
표 5) and keeps the generic part. `established.tsv` has what neither rule knows, `peoples.tsv` the
peoples. A transcription that HanDic has too cites it; a form that is not certain is a draft.
The uid of a place is made from its code, so it stays when a spelling is mended.
"""

from __future__ import annotations

import csv
import hashlib
import itertools
import json
import re
import struct
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pypinyin import lazy_pinyin

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[2]))

from glossary.documents import dumps, to_document  # noqa: E402  the checkout's own
from glossary.language.hanja import initial_sound, readings, simplified  # noqa: E402
from glossary.language.transcription import transcribe_pinyin  # noqa: E402
from glossary.model import (  # noqa: E402
    ADMITTED,
    DRAFT,
    KO_CN,
    KO_KR,
    PREFERRED,
    ZH_CN,
    Citation,
    Concept,
    Term,
)

GENERIC = {  # the longest that fits is taken
    "特别行政区": ("특별행정구", "특별행정구"),
    "自治区": ("자치구", "자치구"),
    "自治州": ("자치주", "자치주"),
    "自治县": ("자치현", "자치현"),
    "自治旗": ("자치기", "자치기"),
    "联合旗": ("련합기", "연합기"),
    "左翼前旗": ("좌익전기", "좌익전기"),
    "左翼中旗": ("좌익중기", "좌익중기"),
    "左翼后旗": ("좌익후기", "좌익후기"),
    "右翼前旗": ("우익전기", "우익전기"),
    "右翼中旗": ("우익중기", "우익중기"),
    "右翼后旗": ("우익후기", "우익후기"),
    "左旗": ("좌기", "좌기"),
    "右旗": ("우기", "우기"),
    "前旗": ("전기", "전기"),
    "中旗": ("중기", "중기"),
    "后旗": ("후기", "후기"),
    "地区": ("지구", "지구"),
    "新区": ("신구", "신구"),
    "省": ("성", "성"),
    "市": ("시", "시"),
    "盟": ("맹", "맹"),
    "县": ("현", "현"),
    "旗": ("기", "기"),
    "区": ("구", "구"),
}
BANNERS = re.compile("(?:左翼|右翼)")  # before a people: 喀喇沁左翼蒙古族自治县
WINGS = {"左翼": "좌익", "右翼": "우익"}
SPACED = frozenset(("자치구", "자치주", "자치현", "자치기", "특별행정구"))
KINDS = {2: "성급 행정구역", 4: "지급 행정구역", 6: "현급 행정구역"}
TRANSCRIBED = frozenset(("54", "65"))  # Tibet and Xinjiang, whose names are mostly no Chinese
EXTRA = {"71": "台湾省", "81": "香港特别行政区", "82": "澳门特别行政区"}
TAIWAN = "71"
ISLANDS = frozenset(("460321", "460322", "460323", "632857"))  # no counties
# Common nouns too, but in the news of the Korean edition nearly always places.
PLACE_FIRST = "상해 천진 산동 산서 연변 연안 호남 서안 귀양 온주 녕하 란주 초웅 이리"
# Everyday words that are no nouns, or that no list of nouns has: 해서, 아파, 통해.
EVERYDAY = "해서 아파 아리 루저 신여 담주 강문 통해"
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
HEADER = 72  # bytes before the double array (MeCab's dictionary.cpp)
HANDIC = Citation("HanDic 26.10", date="2026-10-17")
UNCERTAIN = "?"
BY_READING = "한자음대로 적은 꼴: 원음에 가까운 다른 표기가 쓰일 수 있다."
BY_RULE = "한어병음이나 관용 표기가 분명하지 않다."


class Form(NamedTuple):
    """One way to write a name, and whether that is certain."""

    text: str
    certain: bool = True


class Known(NamedTuple):
    """A line of established.tsv."""

    pinyin: str
    chinese: tuple[Form, ...]
    korean: tuple[Form, ...]
    note: str


class Place(NamedTuple):
    """A division with its forms: the proper parts, what follows them, and the whole names."""

    code: str
    name: str
    proper: str
    tails: tuple[str, str]
    chinese: tuple[Form, ...]
    korean: tuple[Form, ...]
    note: str


def divisions(folder: Path) -> Iterator[tuple[str, str]]:
    """Code and name of each province, prefecture and county; no zones, no headings."""
    for table in ("provinces", "cities", "areas"):
        with open(folder / f"{table}.csv", encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                code, name = row["code"], row["name"]
                zone = len(code) == 6 and code[4] == "7"
                heading = name in ("市辖区", "县") or "直辖" in name
                if not (zone or heading or code in ISLANDS):
                    yield code, name
    yield from EXTRA.items()
    taiwan = json.loads((folder / "HK-MO-TW.json").read_text(encoding="utf-8"))[EXTRA[TAIWAN]]
    for name in taiwan:
        yield TAIWAN + name, name


def handic(path: Path) -> tuple[dict[str, set[str]], set[str]]:
    """The South Korean forms of places by simplified Chinese name, and the common nouns."""
    data = path.read_bytes()
    array, tokens, features = struct.unpack("<3I", data[24:36])
    start = HEADER + array
    table = data[start + tokens : start + tokens + features]
    found: dict[str, set[str]] = {}
    common = set()
    for at in range(start, start + tokens, 16):
        (place,) = struct.unpack_from("<I", data, at + 8)
        fields = next(csv.reader([table[place : table.index(b"\0", place)].decode()]))
        if fields[1:2] == ["固有名詞"] and fields[2] in ("都市", "地名"):
            found.setdefault(simplified(fields[7]), set()).add(fields[5])
        elif fields[-1] == "NNG":
            common.add(fields[5].rstrip("0123456789"))
    return found, common


def table(name: str) -> list[list[str]]:
    """The rows of one of our tables, after its comment."""
    text = (HERE / name).read_text(encoding="utf-8").partition("\n\n")[2]
    return [line.split("\t") for line in text.rstrip("\n").split("\n")]


def form(text: str) -> Form:
    """A form as our tables write it."""
    return Form(text.rstrip(UNCERTAIN), not text.endswith(UNCERTAIN))


def established() -> dict[str, Known]:
    """The lines of established.tsv by name."""
    found = {}
    for name, pinyin, chinese, korean, note in table("established.tsv"):
        forms = [
            tuple(form(each) for each in field.split("/") if each) for field in (chinese, korean)
        ]
        found[name] = Known(pinyin, forms[0], forms[1], note)
    return found


def peoples() -> dict[str, tuple[Form, Form]]:
    """Each people's name in ko-CN and ko-KR; some places leave out 族."""
    found = {}
    for chinese, korea_cn, korea_kr in table("peoples.tsv"):
        found[chinese] = (form(korea_cn), form(korea_kr))
        found.setdefault(chinese.removesuffix("族"), found[chinese])
    found["维吾尔"] = (Form("위글"), Form("위구르"))
    return found


KNOWN = established()
PEOPLES = peoples()


def take_apart(name: str) -> tuple[str, list[str], str]:
    """The proper part, the peoples and wings, and the generic part of a name."""
    generic = max((each for each in GENERIC if name.endswith(each)), key=len)
    rest = name.removesuffix(generic)
    if rest in ("城", "郊") or not rest:
        return rest or name, [], generic
    inner: list[str] = []
    while generic.startswith("自治") and rest not in KNOWN:
        found = [each for each in (*PEOPLES, *WINGS) if rest.endswith(each) and rest != each]
        if not found:
            break
        inner.insert(0, max(found, key=len))
        rest = rest.removesuffix(inner[0])
    return rest, inner, generic


def place(code: str, name: str) -> Place:
    """A division with all its forms."""
    if name in KNOWN and KNOWN[name].chinese and name[-1] == "区":
        known = KNOWN[name]
        return Place(code, name, name, ("", ""), known.chinese, known.korean, known.note)
    proper, inner, generic = take_apart(name)
    known = KNOWN.get(proper) or KNOWN.get(name) or Known("", (), (), "")
    chinese = known.chinese or (Form(read(proper), not is_transcribed(code, proper, generic)),)
    korean = known.korean or (transcribed(proper, known.pinyin),)
    parts = [PEOPLES.get(each) or (Form(WINGS[each]), Form(WINGS[each])) for each in inner]
    tail_cn = "".join(first.text for first, _ in parts) + GENERIC[generic][0]
    tail_kr = GENERIC[generic][1]
    if parts or tail_kr in SPACED:
        tail_kr = "".join(f" {second.text}" for _, second in parts) + f" {tail_kr}"
    certain = all(first.certain for first, _ in parts)
    chinese = tuple(Form(each.text, each.certain and certain) for each in chinese)
    return Place(code, name, proper, (tail_cn, tail_kr), chinese, korean, known.note)


def is_transcribed(code: str, proper: str, generic: str) -> bool:
    """Whether a name is likely to be no Chinese, so that its Sino-Korean reading is no use."""
    if len(code) == 2:
        return False
    foreign = code[:2] in TRANSCRIBED or len(proper) > 3 or "尔" in proper
    banner = code[:2] == "15" and (generic.endswith(("旗", "盟")) or len(proper) > 2)
    return foreign or banner or (len(proper) > 2 and code[:2] == "63")


def read(proper: str) -> str:
    """The Sino-Korean reading in original sounds; 宁 is always 녕 in a place's name."""
    reading = readings(proper, KO_CN)[0]
    pairs = zip(proper, reading, strict=True)
    return "".join("녕" if hanzi == "宁" else syllable for hanzi, syllable in pairs)


def transcribed(proper: str, pinyin: str) -> Form:
    """The transcription of a proper part, certain if its pinyin is."""
    certain = not pinyin.endswith(UNCERTAIN)
    syllables = pinyin.rstrip(UNCERTAIN).split() or lazy_pinyin(proper, v_to_u=False)
    return Form("".join(map(transcribe_pinyin, syllables)), certain)


def uid(*parts: str) -> str:
    """An identity made from what never changes."""
    digest = hashlib.sha256("/".join(("places", *parts)).encode()).digest()
    return "".join(ALPHABET[byte % 32] for byte in digest[:13])


def concept(
    each: Place, parents: list[str], twins: list[str], confirmed: dict[str, set[str]]
) -> Concept:
    """The entry of one division."""
    terms = [*terms_of(each, KO_CN, each.chinese, each.tails[0])]
    terms.append(Term(ZH_CN, each.name, pos="proper-noun", uid=uid(each.code, ZH_CN)))
    seen = confirmed.get(each.proper, set()) | confirmed.get(each.name, set())
    for term in terms_of(each, KO_KR, each.korean, each.tails[1]):
        bare = term.text.removesuffix(each.tails[1])
        cited = (HANDIC,) if {bare, term.text, term.text.replace(" ", "")} & seen else ()
        status = PREFERRED if cited and term.status == DRAFT else term.status
        note = "" if cited else term.note
        terms.append(Term(KO_KR, term.text, status, term.pos, note, cited, uid=term.uid))
    where = " ".join(parents)
    level = KINDS[min(len(each.code), 6) if each.code.isdigit() else 4]
    definition = f"중국 {where}의 {level}" if where else f"중국의 {level}"
    note = "; ".join((*((each.note,) if each.note else ()), *twins))
    return Concept(uid(each.code), tuple(terms), "place", definition, note)


def terms_of(each: Place, variety: str, forms: tuple[Form, ...], tail: str) -> Iterator[Term]:
    """The terms of one variety, the first of them preferred unless it is a draft."""
    note = BY_READING if variety == KO_CN else BY_RULE
    for number, (text, certain) in enumerate(forms):
        status = (PREFERRED if number == 0 else ADMITTED) if certain else DRAFT
        name = uid(each.code, variety, *((str(number),) if number else ()))
        yield Term(variety, text + tail, status, "proper-noun", "" if certain else note, uid=name)


def parents_of(each: Place, by_code: dict[str, Place]) -> list[str]:
    """The ko-KR names of what a division belongs to, the widest first."""
    codes = [each.code[:size] for size in (2, 4) if len(each.code) > size]
    return [
        by_code[code].korean[0].text + by_code[code].tails[1] for code in codes if code in by_code
    ]


def twins_of(each: Place, spelled: dict[str, dict[str, list[Place]]]) -> Iterator[str]:
    """What to say where two names are spelled alike, which hanzi or the province tell apart."""
    for variety, forms, tail in (
        (KO_CN, each.chinese, each.tails[0]),
        (KO_KR, each.korean, each.tails[1]),
    ):
        for text in forms:
            others = [p for p in spelled[variety][text.text + tail] if p.code != each.code]
            if others:
                names = ", ".join(sorted({f"{other.name}({other.code})" for other in others}))
                yield f"{variety}에서 표기가 같은 곳: {names}"


def spellings(places: list[Place]) -> dict[str, dict[str, list[Place]]]:
    """The places by each spelling of each variety."""
    found: dict[str, dict[str, list[Place]]] = {KO_CN: {}, KO_KR: {}}
    for each in places:
        for forms, tail, variety in zip(
            (each.chinese, each.korean), each.tails, (KO_CN, KO_KR), strict=True
        ):
            for text in forms:
                found[variety].setdefault(text.text + tail, []).append(each)
    return found


def gazetteer(places: list[Place], common: set[str]) -> str:
    """The lines of places.txt: ko-CN proper part, its tail, ko-KR proper part, its tail, hanzi,
    level, and = where the proper part is also a common noun."""
    lines = []
    for each in places:
        level = min(len(each.code), 6) // 2 if each.code.isdigit() else 2
        korean = each.korean[0].text
        for text, _ in each.chinese:
            heard = initial_sound(text[0]) + text[1:]
            noun = {text, heard} & common and text not in PLACE_FIRST.split()
            mark = "=" if noun or text in EVERYDAY.split() else ""
            lines.append(
                f"{text}\t{each.tails[0]}\t{korean}\t{each.tails[1]}\t{each.proper}\t{level}{mark}"
            )
    return "\n".join(dict.fromkeys(sorted(lines)))


COMMENT = """Chinese divisions, made by make_places.py in data/packs/places (places.LICENSE).
Proper part in ko-CN, what follows it, the same two in ko-KR, the proper part in Chinese, and the
level (1 province, 2 prefecture, 3 county) with = where the proper part is also a common noun.

"""


def main() -> None:
    """Write both files."""
    folder, dictionary = map(Path, sys.argv[1:])
    pack = tomllib.loads((HERE / "pack.toml").read_text(encoding="utf-8"))
    confirmed, common = handic(dictionary)
    places = [place(*each) for each in divisions(folder)]
    by_code = {each.code: each for each in places}
    spelled = spellings(places)
    concepts = [
        concept(each, parents_of(each, by_code), list(twins_of(each, spelled)), confirmed)
        for each in places
    ]
    about = {key: pack[key] for key in ("version", "licence", "source")}
    head = {"format": "malmoi-glossary", "version": 1}
    first = dumps({**head, "set": {"name": pack["name"], "pack": pack["name"], **about}})
    lines = itertools.chain((first,), (dumps(to_document(each)) for each in concepts))
    (HERE / "terms.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    own = HERE.parents[1] / "language" / "places.txt"
    own.write_text(COMMENT + gazetteer(places, common) + "\n", encoding="utf-8")
    statuses = Counter((t.variety, t.status, bool(t.citations)) for c in concepts for t in c.terms)
    print(len(concepts), *sorted(statuses.items()), sep="\n")


if __name__ == "__main__":
    main()
