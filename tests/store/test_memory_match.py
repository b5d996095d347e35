"""What a match says: score, cap, bands, penalties, order, neighbours."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from glossary.errors import NotFound, UsageError
from glossary.matching.ranking import Segment
from glossary.matching.scoring import DIGITS, OTHERWISE, PUNCTUATION, SPACING, Scored
from glossary.matching.similarity import score
from glossary.model import Text, Unit, new_uid
from glossary.store.segments import SMALL
from glossary.store.units import unit_values
from glossary.workflow.carried_numbers import carried
from glossary.workflow.matches import explained, neighboured, proposed
from glossary.workspace import Workspace
from tests.store.build import new_file


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace(str(new_file(tmp_path / "x.db"))) as opened:
        yield opened


def add(workspace: Workspace, *texts: tuple[str, str], memory: str = "news") -> str:
    unit = Unit(tuple(Text(*text) for text in texts))
    return workspace.memory.add(unit, memory, "tm add").uid


def scores(workspace: Workspace, text: str, *varieties: str) -> list[tuple[int, str]]:
    source, target = varieties or ("ko-CN", "zh-CN")
    found = workspace.memory.match(text, source, target, 50)
    return [(each.score, each.target.text) for each in found]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("중시를 마쳤다.", "중시를 마쳤다.", 100),
        ("중시를 마쳤다.", "중시를  마쳤다.", SPACING),
        ("ＡＢ 중시", "AB 중시", SPACING),
        ("중시를 마쳤다.", "중시를 마쳤다!", PUNCTUATION),
        ("중시를 3번 마쳤다.", "중시를 12번 마쳤다", DIGITS),
        ("3.5%", "12%", DIGITS),
        ("50%", "50", 66),  # the sign says something
        ("량산을 시작하였다" * 10, "판매를 시작하였다" + "량산을 시작하였다" * 9, OTHERWISE),
        ("가나", "다라", 0),
    ],
)
def test_scores_are_those_of_the_rule(one: str, other: str, expected: int) -> None:
    assert Scored(one).score(other, Levenshtein.distance(one, other)) == expected


@given(st.text(max_size=30), st.text(max_size=30))
def test_from_95_on_no_word_differs(one: str, other: str) -> None:
    edits = Levenshtein.distance(one, other)
    found = Scored(one).score(other, edits)
    assert (found == 100) == (one == other)
    if found < 95:
        assert found == min(score(edits, max(len(one), len(other))), OTHERWISE)
    assert found == Scored(other).score(one, edits)


@given(st.data(), st.lists(st.text("가나다ab量", min_size=1, max_size=4), min_size=1, max_size=6))
def test_words_that_differ_in_marks_alone_score_as_such(
    data: st.DataObject, words: list[str]
) -> None:
    marks = st.text(" \t.,!?·“”（）", max_size=3)
    one, other = (
        data.draw(marks) + "".join(word + data.draw(marks) for word in words) for _ in range(2)
    )
    assert Scored(one).score(other, Levenshtein.distance(one, other)) >= PUNCTUATION


def test_an_equal_text_with_equal_neighbours_is_101(workspace: Workspace) -> None:
    unit = Unit((Text("ko-CN", "량산", before="앞", after="뒤"), Text("zh-CN", "量产")))
    workspace.memory.add(unit, "news", "tm add")
    for before, after, expected in (("앞", "뒤", 101), ("앞", "x", 100), (None, None, 100)):
        found = workspace.memory.match("량산", "ko-CN", "zh-CN", before=before, after=after)
        assert [each.score for each in found] == [expected]


def test_another_variety_ranks_by_its_fold_with_a_penalty(workspace: Workspace) -> None:
    add(workspace, ("ko-KR", "양산에 들어간다."), ("zh-CN", "南"))
    add(workspace, ("ko-CN", "량산에 들어간다."), ("zh-CN", "北"))
    assert scores(workspace, "량산에 들어간다.") == [(100, "北"), (94, "南")]
    (_, south) = workspace.memory.match("량산에 들어간다.", "ko-CN", "zh-CN")
    assert (south.folded, south.penalties) == (100, (("variety", 6),))


def test_within_a_variety_rank_is_by_what_is_written(workspace: Workspace) -> None:
    """The fold only widens what is found: 룡정 and 용정 are no spelling of one text here."""
    add(workspace, ("ko-CN", "련장 시험"), ("zh-CN", "a"))
    add(workspace, ("ko-CN", "연장 시험"), ("zh-CN", "b"))
    found = workspace.memory.match("연장 시험", "ko-CN", "zh-CN", 50)
    assert [(each.target.text, each.score, each.folded) for each in found] == [
        ("b", 100, 100),
        ("a", 80, 100),
    ]


def test_a_target_in_the_other_korean_is_offered_with_its_penalty(workspace: Workspace) -> None:
    add(workspace, ("zh-CN", "新企业开始量产。"), ("ko-KR", "새 기업이 내년에 시작한다."))
    (found,) = workspace.memory.match("新企业开始量产。", "zh-CN", "ko-CN")
    assert (found.score, found.penalties) == (90, (("target-variety", 10),))
    shown = proposed(found, "新企业开始量产。", "ko-CN")
    assert shown.target.text == "새 기업이 내년에 시작한다."
    assert shown.proposal == "새 기업이 래년에 시작한다."


def test_several_translations_cost_a_point_each_and_the_same_pair_shows_once(
    workspace: Workspace,
) -> None:
    for memory in ("news", "law"):
        add(workspace, ("ko-CN", "량산"), ("zh-CN", "量产"), memory=memory)
    assert scores(workspace, "량산") == [(100, "量产")]
    add(workspace, ("ko-CN", "량산"), ("zh-CN", "批量生产"))
    assert sorted(scores(workspace, "량산")) == [(99, "批量生产"), (99, "量产")]


def test_a_memory_has_a_penalty_and_a_priority(workspace: Workspace) -> None:
    add(workspace, ("ko-CN", "량산한다"), ("zh-CN", "a"), memory="old")
    add(workspace, ("ko-CN", "양산한다"), ("zh-CN", "b"), memory="new")
    workspace.memory.memories.change("old", "x", penalty=7)
    assert scores(workspace, "량산한다") == [(93, "a"), (75, "b")]
    workspace.memory.memories.change("old", "x", penalty=0, priority=2)
    add(workspace, ("ko-CN", "량산한다"), ("zh-CN", "c"), memory="new")
    assert next(target for _, target in scores(workspace, "량산한다")) == "c"


def test_only_the_memories_that_are_named_answer(workspace: Workspace) -> None:
    add(workspace, ("ko-CN", "량산"), ("zh-CN", "a"), memory="one")
    add(workspace, ("ko-CN", "량산"), ("zh-CN", "b"), memory="two")
    found = workspace.memory.match("량산", "ko-CN", "zh-CN", memories=["two"])
    assert [each.memory for each in found] == ["two"]
    with pytest.raises(NotFound):
        workspace.memory.match("량산", "ko-CN", "zh-CN", memories=["three"])


def test_what_is_no_text_matches_nothing(workspace: Workspace) -> None:
    add(workspace, ("ko-CN", "량산"), ("zh-CN", "量产"))
    assert scores(workspace, "") == scores(workspace, " \n") == []
    for threshold in (0, 102):
        with pytest.raises(UsageError, match="tm-threshold"):
            workspace.memory.match("량산", "ko-CN", "zh-CN", threshold)


@pytest.mark.parametrize("rows", [10_000, 60])  # at which fewer queries are read together
def test_many_that_are_looked_for_together_find_what_each_finds_alone(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, rows: int
) -> None:
    monkeypatch.setattr("glossary.store.memory._ROWS", rows)
    chance = random.Random(3)
    words = ["량산을", "양산을", "중시를", "2023년", "5월에", "시작하였다", "마쳤다", "공장에서"]
    texts = [" ".join(chance.choices(words, k=chance.randint(1, 5))) for _ in range(150)]
    for number, text in enumerate(texts):
        source = Text(chance.choice(["ko-CN", "ko-KR"]), text, before="앞", after="뒤")
        workspace.memory.add(Unit((source, Text("zh-CN", f"第{number}"))), "news", "tm add")
    asked = [Segment(each) for each in [*texts, *texts[:80], "", " ", "없는 말"]]
    asked += [Segment(text, "앞", "뒤") for text in texts[:20]]
    chance.shuffle(asked)
    for threshold, limit, most in ((30, 0, 51), (60, 1, 1), (60, 10, 10)):
        match = workspace.memory.match
        alone = [match(each.text, "ko-CN", "zh-CN", threshold, limit, *each[1:]) for each in asked]
        together = workspace.memory.matches(iter(asked), "ko-CN", "zh-CN", threshold, limit)
        assert list(together) == list(zip(asked, alone, strict=True))
        assert {100, 101} <= {found[0].score for found in alone if found}
        assert max(map(len, alone)) >= most


def test_equal_matches_stand_in_the_order_of_their_units_however_many_there_are(
    workspace: Workspace,
) -> None:
    written(workspace, [("량산을 시작하였다.", f"译文{number}") for number in range(4)])
    few = scores(workspace, "량산을 시작하였다.")
    written(workspace, [(f"{number} 번째 줄", f"第{number}行") for number in range(SMALL)])
    assert scores(workspace, "량산을 시작하였다.") == few
    assert [text for _, text in few] == ["译文0", "译文1", "译文2", "译文3"]


def written(
    workspace: Workspace, pairs: list[tuple[str, str]], source: str = "ko-CN", target: str = "zh-CN"
) -> None:
    """Write pairs in one batch, as an import does."""
    units = [
        unit_values(Unit((Text(source, text), Text(target, translation)), new_uid()))
        for text, translation in pairs
    ]
    memory = workspace.memory
    with workspace.database.write("tm import") as batch:
        memory.units.insert(batch, memory.memories.writable(batch, "news"), units)


@pytest.mark.parametrize("others", [0, SMALL])  # without an index, and with one
def test_whatever_scores_the_threshold_is_found_however_short_it_is(
    workspace: Workspace, others: int
) -> None:
    stored = ["共3人。", "完成率达50%。", "好", "第1章"]
    written(workspace, [(text, text) for text in stored], "zh-CN", "ko-CN")
    written(workspace, [(f"{number}号文", "글") for number in range(others)], "zh-CN", "ko-CN")
    for query, text, highest in (
        ("共3,000人。", "共3人。", 95),
        ("完成率达6%。", "完成率达50%。", 95),
        ("“好！”", "好", 96),
        ("第  1  章", "第1章", 97),
    ):
        for threshold in (50, 70, 90, highest):
            found = workspace.memory.match(query, "zh-CN", "ko-CN", threshold)
            assert [(each.score, each.source.text) for each in found][:1] == [(highest, text)]
        assert not workspace.memory.match(query, "zh-CN", "ko-CN", highest + 1)


def test_a_match_in_which_a_word_differs_is_none_from_95_on(workspace: Workspace) -> None:
    add(workspace, ("ko-CN", "량산을 시작하였다" * 10), ("zh-CN", "量产"))
    query = "판매를 시작하였다" + "량산을 시작하였다" * 9
    assert [score for score, _ in scores(workspace, query)] == [94]
    assert not workspace.memory.match(query, "ko-CN", "zh-CN", 95)


def test_equal_neighbours_decide_between_several_translations(workspace: Workspace) -> None:
    for before, after, target in (("앞", "뒤", "是"), ("위", "아래", "对")):
        source = Text("ko-CN", "그렇다.", before=before, after=after)
        workspace.memory.add(Unit((source, Text("zh-CN", target))), "news", "tm add")
    found = workspace.memory.match("그렇다.", "ko-CN", "zh-CN", 70, 0, "위", "아래")
    assert [(each.score, each.target.text) for each in found] == [(101, "对"), (99, "是")]


def test_a_decomposed_query_is_the_same(workspace: Workspace) -> None:
    add(workspace, ("ko-CN", "량산"), ("zh-CN", "量产"))
    decomposed = "\u1105\u1163\u11bc\u1109\u1161\u11ab"
    assert scores(workspace, decomposed) == [(100, "量产")]


def test_a_text_has_those_beside_it_as_its_neighbours() -> None:
    assert list(neighboured([])) == []
    assert list(neighboured(["하나"])) == [("하나", "", "")]
    assert list(neighboured(["하나", "둘", "셋"])) == [
        ("하나", "", "둘"),
        ("둘", "하나", "셋"),
        ("셋", "둘", ""),
    ]


@pytest.mark.parametrize(
    ("source", "text", "target", "expected"),
    [
        ("2023년 5월", "2026년 11월", "2023年5月", "2026年11月"),
        ("3대", "5대", "三台", "三台"),
        ("3대와 3명", "4대와 5명", "3台和3人", "3台和3人"),  # which 3 is which?
        ("1대와 2명", "2대와 1명", "1台和2人", "2台和1人"),
        ("3대", "3대", "3台", "3台"),
        ("3대 4명", "3대", "3台4人", "3台4人"),
        ("12만명", "1200명", "12万人", "12万人"),  # 만 is gone
        ("300만원", "3억원", "300万元", "300万元"),
        ("300만원", "500만원", "300万元", "500万元"),
        ("기온은 5℃이다", "기온은 -7℃이다", "气温为5℃", "气温为-7℃"),
        ("기온은 -5℃이다", "기온은 7℃이다", "气温为-5℃", "气温为7℃"),
        ("제3-5장", "제4-6장", "第3-5章", "第4-6章"),
    ],
)
def test_numbers_are_carried_where_they_correspond(
    source: str, text: str, target: str, expected: str
) -> None:
    assert carried(source, text, target) == expected


@pytest.mark.parametrize(
    ("source", "text", "target", "expected"),
    [
        ("选5。", "选6。", "답은 5를 고른다.", "답은 6을 고른다."),
        ("以3:2获胜。", "以1:0获胜。", "3:2로 이겼다.", "1:0으로 이겼다."),
        ("有3个和5个。", "有6个和9个。", "3과 5가 있다.", "6과 9가 있다."),
        ("有3个和5个。", "有2个和8个。", "3과 5가 있다.", "2와 8이 있다."),
    ],
)
def test_particles_agree_with_the_numbers_that_are_carried(
    source: str, text: str, target: str, expected: str
) -> None:
    assert carried(source, text, target, "ko-CN") == expected


def test_signs_that_changed_are_called_so_and_those_of_numbers_numbers(
    workspace: Workspace,
) -> None:
    def kinds(stored: str, text: str) -> list[str]:
        add(workspace, ("zh-CN", stored), ("ko-CN", "글"))
        found = workspace.memory.match(stored, "zh-CN", "ko-CN", 100)[0]
        return [each.kind for each in explained(workspace, found, text).changes]

    assert kinds("完成了中试。", "完成了中试") == ["mark"]
    assert kinds("他不去吗？", "他不去吗。") == ["mark"]
    assert kinds("气温为-5℃。", "气温为5℃。") == ["number"]
    assert kinds("面积3.5亩。", "面积35亩。") == ["number"]


def test_what_changed_is_said(workspace: Workspace) -> None:
    from tests.store.build import concept

    workspace.terms.put(concept("a", "중시"), "add")
    workspace.terms.put(concept("b", "량산"), "add")
    add(workspace, ("ko-CN", "새 공장에서 중시를 3번 마쳤다."), ("zh-CN", "x"))
    text = "새 공장에서는 량산을 5번 마쳤다."
    (found,) = workspace.memory.match(text, "ko-CN", "zh-CN", 50)
    changes = {
        (each.was, each.now): each.kind for each in explained(workspace, found, text).changes
    }
    assert changes == {
        ("공장에서", "공장에서는"): "particle",
        ("중시를", "량산을"): "term",
        ("3번", "5번"): "number",
    }
