"""Candidate terms of texts and pairs, measured on a labelled sample and on what must not break."""

from __future__ import annotations

import random
import re
from collections import Counter as Exact
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from glossary.errors import UsageError
from glossary.language.fold import search_key
from glossary.language.stems import stems
from glossary.model import KO_CN, KO_KR, ZH_CN, Decision
from glossary.workflow.candidates import Candidate, Extraction
from glossary.workflow.corpus import Wanted, read_corpus
from glossary.workflow.entering import new_concept
from glossary.workflow.extraction import DECLINED, KIND, decision_uid, extract
from glossary.workspace import Workspace

SAMPLE = Path(__file__).with_name("extraction_sample.tsv")
VARIETIES = (KO_CN, ZH_CN, KO_KR)
PAIRS = """\
ko-CN\tzh-CN\tcitations
저공경제를 발전시켰다.\t发展了低空经济。\t신문 가; 기사 1; 2023-05-01
저공경제의 규모가 크다.\t低空经济的规模大。\t신문 가; 기사 2; 2024-05-01
저공경제가 시작되였다.\t低空经济开始了。\t신문 나; 기사 3; 2024-06-01
무인기를 저공경제에 썼다.\t无人机用于低高度经济。\t신문 나; 기사 4; 2025-01-01
무인기는 저공경제와 다르다.\t无人机是低高度经济。\t신문 나; 기사 5; 2025-02-01
무인기가 날았다.\t无人机起飞了。\t신문 나; 기사 6; 2025-03-01
땅이 젖어있다.\t地是湿的。\t신문 나; 기사 7; 2025-03-01
"""


def rows(half: str, kind: str, variety: str) -> list[str]:
    place = 2 + VARIETIES.index(variety)
    table = (line.split("\t") for line in SAMPLE.read_text("utf-8").splitlines())
    found = (row for row in table if row[0] == half and row[1] == kind)
    return [row[place] for row in found if row[place]]


def extracted(
    workspace: Workspace, path: Path, variety: str = "", other: str = "", **options: int
) -> Extraction:
    wanted = Wanted((str(path),), variety=variety, other=other or ZH_CN)
    with read_corpus(workspace, wanted) as passages:
        return extract(workspace, passages, other=other, **options)


def of_texts(workspace: Workspace, folder: Path, texts: Sequence[str], variety: str) -> list[str]:
    path = folder / "text.txt"
    path.write_text("\n".join(texts), "utf-8")
    return [each.text for each in extracted(workspace, path, variety).candidates]


def precision_and_recall(found: Sequence[str], terms: Sequence[str]) -> tuple[float, float]:
    """Of the 50 first."""
    wanted = set(map(search_key, terms))
    right = wanted & set(map(search_key, found[:50]))
    return len(right) / len(found[:50]), len(right) / len(wanted)


def by_frequency(texts: Sequence[str]) -> list[str]:
    """The peer: words without their particles, the most frequent first."""
    words = (word for text in texts for word in re.findall("[가-힣]+", text))
    bare = (([each for each in stems(word) if each[-1] != "다"] or [word])[-1] for word in words)
    return [word for word, count in Exact(bare).most_common() if count > 1 and len(word) > 1]


@pytest.mark.parametrize("half", ["a", "b"])
@pytest.mark.parametrize(
    ("variety", "precision", "recall"), [(KO_CN, 0.7, 0.85), (ZH_CN, 0.6, 0.85), (KO_KR, 0.7, 0.8)]
)
def test_most_of_what_a_terminologist_takes_is_found_and_little_else(
    workspace: Workspace, tmp_path: Path, half: str, variety: str, precision: float, recall: float
) -> None:
    texts, terms = rows(half, "text", variety), rows(half, "term", variety)
    found = precision_and_recall(of_texts(workspace, tmp_path, texts, variety), terms)
    assert found[0] >= precision
    assert found[1] >= recall
    if variety != ZH_CN:
        peer = precision_and_recall(by_frequency(texts), terms)
        assert found[0] > peer[0]
        assert found[1] > peer[1]


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    path = tmp_path / "pairs.tsv"
    path.write_text(PAIRS, "utf-8")
    return path


def named(found: Extraction, text: str) -> Candidate:
    return next(each for each in found.candidates if each.text == text)


def test_a_translation_comes_with_its_counts_its_years_and_its_places(
    workspace: Workspace, pairs: Path
) -> None:
    found = named(extracted(workspace, pairs, other=ZH_CN), "저공경제")
    assert (found.count, found.documents) == (5, 5)
    assert (found.first, found.last) == ("2023-05-01", "2025-02-01")
    first, second = found.renderings
    assert (first.text, first.count, first.reading) == ("低空经济", 3, True)
    assert first.years == (("2023", 1), ("2024", 2))
    assert (second.text, second.count, second.years) == ("低高度经济", 2, (("2025", 2),))
    assert [(each.outlet, each.title) for each in first.places] == [
        ("신문 가", "기사 1"),
        ("신문 가", "기사 2"),
    ]
    assert first.places[0].before + first.places[0].text == "发展了低空经济"


def test_chinese_terms_find_their_korean_side_too(workspace: Workspace, pairs: Path) -> None:
    found = named(extracted(workspace, pairs, ZH_CN, other=KO_CN), "无人机")
    assert found.renderings[0].text == "무인기"
    assert found.reading


def test_what_the_glossary_has_in_any_spelling_is_left_out(
    workspace: Workspace, pairs: Path
) -> None:
    workspace.terms.put(new_concept([(KO_KR, "저공 경제")]), "add")
    found = extracted(workspace, pairs)
    assert found.known == 1
    assert "저공경제" not in [each.text for each in found.candidates]


def test_what_was_declined_is_not_proposed_again(workspace: Workspace, pairs: Path) -> None:
    uid = decision_uid(KO_KR, "무인기")
    workspace.decisions.keep(Decision(uid, KIND, "무인기", DECLINED), "extract")
    found = extracted(workspace, pairs)
    assert found.declined == 1
    assert "무인기" not in [each.text for each in found.candidates]


def test_an_extraction_writes_nothing(workspace: Workspace, pairs: Path) -> None:
    before = workspace.database.stamp()
    extracted(workspace, pairs, other=ZH_CN)
    assert workspace.database.stamp() == before


def test_the_units_of_a_memory_are_read_like_those_of_a_file(
    workspace: Workspace, pairs: Path
) -> None:
    from glossary.workflow.memory_import import import_units

    import_units(workspace, [str(pairs)], "news", "tm import")
    with read_corpus(workspace, Wanted(memories=("news",))) as passages:
        assert (len(passages), passages.pairs, passages.variety) == (7, 7, KO_CN)
        found = named(extract(workspace, passages, other=ZH_CN), "저공경제")
    assert found.renderings[0].text == "低空经济"
    assert found.places[0].file == "news"


def test_a_text_that_could_be_either_korean_has_to_be_named(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "text.txt"
    path.write_text("사람이 많다.\n", "utf-8")
    with pytest.raises(UsageError, match="extract-variety-needed"):
        extracted(workspace, path)


def test_spellings_and_spacing_do_not_part_a_candidate(
    workspace: Workspace, tmp_path: Path
) -> None:
    texts = ("량산라인을 세웠다.", "량산 라인은 길다.", "양산라인이 섰다.", "량산라인을 보았다.")
    assert of_texts(workspace, tmp_path, texts, KO_CN)[:1] == ["량산라인"]


def test_a_small_room_says_by_how_much_counts_may_be_too_low(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "text.txt"
    path.write_text("\n".join(rows("a", "text", KO_CN) * 3), "utf-8")
    assert extracted(workspace, path, KO_CN).missed == 0
    small = extracted(workspace, path, KO_CN, room=40)
    assert small.missed > 0
    assert small.candidates


def mutated(texts: Sequence[str], count: int) -> Iterator[str]:
    draw = random.Random(11)
    odd = "\x00\x01\u200b\u202e\ufeff\U0001f600가힣ㄱㅏ的中的\t|;\\\"'=+@5.-　１Ａé"
    for _ in range(count):
        chars = list(draw.choice(texts))
        for _ in range(draw.randrange(1, 8)):
            place = draw.randrange(len(chars) + 1)
            chars[place : place + draw.randrange(3)] = draw.choice(odd) * draw.choice((1, 1, 2, 40))
        # A NUL is refused with its line, as in every document.
        yield "".join(chars).replace("\n", " ").replace("\x00", " ")


def test_mutated_texts_are_read_without_an_error(workspace: Workspace, tmp_path: Path) -> None:
    korean, chinese = rows("a", "text", KO_CN), rows("a", "text", ZH_CN)
    for variety, texts in ((KO_CN, korean), (ZH_CN, chinese)):
        assert of_texts(workspace, tmp_path, list(mutated(texts, 1_000)), variety)
