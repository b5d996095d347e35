"""Checking files: pairs out of two texts or one file, findings suppressed, fixes written."""

from __future__ import annotations

import io
import tracemalloc
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from glossary.checks.registry import chosen
from glossary.errors import InputRefused, UsageError
from glossary.model import KO_CN, KO_KR, ZH_CN
from glossary.store.create import create
from glossary.workflow.check_fixes import Fixes
from glossary.workflow.check_pairs import TextPair, TextPairs, UnitPairs
from glossary.workflow.checking import Told, check, suppress
from glossary.workspace import Workspace

VARIETIES = ZH_CN, KO_CN
TMX = """<?xml version="1.0" encoding="UTF-8"?><tmx version="1.4"><header srclang="zh-CN"/><body>
<tu><tuv xml:lang="zh-CN"><seg>工人</seg></tuv><tuv xml:lang="ko-CN"><seg>노동자</seg></tuv></tu>
<tu><tuv xml:lang="zh-CN"><seg>还没有</seg></tuv><tuv xml:lang="ko-CN"><seg></seg></tuv></tu>
<tu><tuv xml:lang="zh-CN"><seg></seg></tuv><tuv xml:lang="ko-CN"><seg></seg></tuv></tu>
</body></tmx>
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    path = str(tmp_path / "glossary.db")
    create(path)
    with Workspace(path) as opened:
        yield opened


def texts(folder: Path, source: str, target: str) -> TextPairs:
    for name, text in (("zh.txt", source), ("ko.txt", target)):
        (folder / name).write_text(text, "utf-8", newline="")
    return TextPairs(str(folder / "zh.txt"), str(folder / "ko.txt"), VARIETIES)


def sides(pairs: TextPairs) -> list[tuple[int, str, str]]:
    return [(each.line, each.source, each.target) for each in pairs]


def told(pairs: TextPairs | UnitPairs | list[TextPair]) -> list[Told]:
    return list(check(None, pairs, VARIETIES))


def test_as_many_lines_belong_together_line_by_line(tmp_path: Path) -> None:
    pairs = texts(tmp_path, "一。二。\r\n\r\n三。\r\n", "하나.\n\n셋. 셋.\n")
    assert sides(pairs) == [(1, "一。二。", "하나."), (3, "三。", "셋. 셋.")]


def test_empty_lines_do_not_count_where_the_others_are_as_many(tmp_path: Path) -> None:
    assert sides(texts(tmp_path, "一。\n\n二。\n", "하나.\n둘.\n")) == [
        (1, "一。", "하나."),
        (3, "二。", "둘."),
    ]


def test_as_many_sentences_belong_together(tmp_path: Path) -> None:
    pairs = texts(tmp_path, "天亮了。鸟叫了。\n", "날이 밝았다.\n새가 울었다.\n")
    assert [each[1:] for each in sides(pairs)] == [
        ("天亮了。", "날이 밝았다."),
        ("鸟叫了。", "새가 울었다."),
    ]


def test_other_texts_are_aligned(tmp_path: Path) -> None:
    source = "2024年建成。\n投资30亿元。\n有5家企业，另有800人在这里工作。\n"
    target = "2024년에 완공되였다.\n30억원을 투자하였다.\n기업 5개가 있다.\n800명이 일한다.\n"
    found = sides(texts(tmp_path, source, target))
    assert "".join(each[1] for each in found) == source.replace("\n", "")
    assert (1, "2024年建成。", "2024년에 완공되였다.") in found


def test_what_is_no_pair_of_texts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        TextPairs("a.txt", "b.docx", VARIETIES)
    with pytest.raises(UsageError):
        TextPairs("-", "-", VARIETIES)
    with pytest.raises(InputRefused):
        UnitPairs(str(tmp_path / "no.txt"), VARIETIES)
    (tmp_path / "a.txt").write_text("好", "utf-8")
    with pytest.raises(UsageError):
        UnitPairs(str(tmp_path / "a.txt"), VARIETIES)
    with pytest.raises(InputRefused):
        list(TextPairs(str(tmp_path / "no.txt"), str(tmp_path / "none.txt"), VARIETIES))


def test_a_file_of_pairs_gives_its_pairs(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text("zh-CN\tko-CN\ten\n三万人\t3억명\t\n\t\tno\n好\t좋다\t\n", "utf-8")
    pairs = UnitPairs(str(path), VARIETIES)
    assert [(each.finding.check, each.line) for each in told(pairs)] == [("number", 2)]
    assert pairs.passed_over == 1
    assert [(each.line, each.code) for each in pairs.remarks] == [(3, "check-row-without")]


def test_a_row_without_a_translation_is_a_finding_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text("zh-CN\tko-CN\n还没有翻译\t\n好\t좋다\n\t남았다\n", "utf-8")
    found = told(UnitPairs(str(path), VARIETIES))
    assert [(each.line, each.finding.reason, each.finding.text) for each in found] == [
        (2, "target-empty", "还没有翻译"),
        (4, "source-empty", "남았다"),
    ]


@pytest.mark.parametrize("varieties", [(ZH_CN, "jp"), ("jp", KO_CN)])
def test_a_file_that_has_nothing_in_a_variety_is_refused(
    tmp_path: Path, varieties: tuple[str, str]
) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text("zh-CN\tko-CN\n好\t좋다\n", "utf-8")
    with pytest.raises(UsageError) as refused:
        list(UnitPairs(str(path), varieties))
    assert refused.value.fields["variety"] == "jp"


def test_an_empty_segment_does_not_stop_the_fixes(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tmx"
    path.write_text(TMX, "utf-8")
    pairs = UnitPairs(str(path), VARIETIES)
    fixes = Fixes()
    assert [fixes.add(each) for each in told(pairs)] == [True, False]
    stream = io.BytesIO()
    fixes.write_units(stream, pairs, "tmx")
    written = stream.getvalue().decode("utf-8")
    assert "로동자" in written
    assert "还没有" in written


def test_what_has_no_translation_in_an_alignment_is_found_at_its_own_line(tmp_path: Path) -> None:
    source = (
        "5月12日，会议在延吉开幕。\n三万人参加了活动。\n天气晴朗，气温为15℃。\n"
        "企业投资20亿元建设新厂。\n明年将继续举办。\n"
    )
    target = (
        "5월 12일, 회의가 연길에서 개막하였다.\n3만명이 행사에 참가하였다.\n"
        "기업에서는 20억원을 투자하여 새 공장을 건설한다.\n래년에도 계속 진행한다.\n"
    )
    found = told(texts(tmp_path, source, target))
    assert [(each.line, each.finding.check) for each in found] == [(3, "empty")]


def test_offsets_are_those_of_the_text_that_was_given() -> None:
    target = unicodedata.normalize("NFD", "노동자 30명")
    found = [each.finding for each in told([TextPair(1, 1, "工人50人", target)])]
    assert [unicodedata.normalize("NFC", target[each.start : each.end]) for each in found] == [
        "노동자",
        "30",
    ]
    assert [target[each.start : each.end] for each in found] == [each.text for each in found]


def test_a_suppressed_finding_stays_so_until_the_segment_changes(workspace: Workspace) -> None:
    pairs = [TextPair(7, 7, "三万人", "3억명")]
    (found,) = check(workspace, pairs, VARIETIES)
    assert suppress(workspace, [found], [found.uid], "so meant") == (found,)
    moved = [TextPair(9, 9, "三万人", "3억명")]
    assert list(check(workspace, moved, VARIETIES)) == []
    changed = [TextPair(7, 7, "三万人", "3억명이다")]
    assert len(list(check(workspace, changed, VARIETIES))) == 1
    workspace.history.undo(0, "undo")
    assert list(check(workspace, moved, VARIETIES)) != []


def test_of_two_findings_alike_in_one_segment_one_can_be_suppressed(workspace: Workspace) -> None:
    pairs = [TextPair(1, 1, "电脑和电脑", "컴퓨터와 컴퓨터")]
    first, second = check(workspace, pairs, VARIETIES)
    assert first.finding.text == second.finding.text
    assert first.uid != second.uid
    suppress(workspace, [first, second], [second.uid], "so meant")
    assert [each.uid for each in check(workspace, pairs, VARIETIES)] == [first.uid]


def test_an_unknown_finding_cannot_be_suppressed(workspace: Workspace) -> None:
    with pytest.raises(UsageError):
        suppress(workspace, [], ["0123456789ab"], "why")
    assert workspace.decisions.all() == ()


def fixed(pairs: TextPairs) -> str:
    fixes = Fixes()
    for each in told(pairs):
        fixes.add(each)
    stream = io.BytesIO()
    fixes.write_text(stream, pairs)
    return stream.getvalue().decode("utf-8")


def test_fixes_change_only_what_is_sure_and_leave_line_ends(tmp_path: Path) -> None:
    pairs = texts(
        tmp_path,
        "工人来了。\r\n他说：“好。”\r\n三万人",
        "노동자가 왔다 .\r\n그는 “좋다고 했다.\n3억명",
    )
    assert fixed(pairs) == "로동자가 왔다.\r\n그는 “좋다고 했다.\n3억명"


def test_fixes_find_their_place_in_aligned_sentences(tmp_path: Path) -> None:
    pairs = texts(tmp_path, "天亮了。工人来了。\n", "  날이 밝았다.\n노동자가 왔다.\n")
    assert fixed(pairs) == "  날이 밝았다.\n로동자가 왔다.\n"


def test_fixes_of_a_file_of_pairs_are_written_as_units(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text("zh-CN\tko-CN\n工人\t노동자\n好\t좋다\n", "utf-8")
    pairs = UnitPairs(str(path), VARIETIES)
    fixes = Fixes()
    assert [fixes.add(each) for each in told(pairs)] == [True]
    stream = io.BytesIO()
    fixes.write_units(stream, pairs, "tsv")
    assert "로동자" in stream.getvalue().decode("utf-8")
    assert "좋다" in stream.getvalue().decode("utf-8")


def test_memory_does_not_grow_with_the_pairs() -> None:
    """Twenty times as many pairs take the digests more, not the texts."""

    def peak(count: int) -> int:
        pairs = (
            TextPair(n, n, f"第{n}号文件" * 40, f"제{n}호 문건 " * 40) for n in range(2, count)
        )
        tracemalloc.start()
        try:
            for _ in check(None, pairs, (ZH_CN, KO_KR), chosen(["empty", "inconsistent-target"])):
                pass
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    small, large = peak(100), peak(2_100)
    assert large - small < 2_000 * 500
