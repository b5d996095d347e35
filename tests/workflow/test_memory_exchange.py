"""Units go in and out: nothing is lost, duplicates are one, what cannot be taken in is named."""

from __future__ import annotations

import gc
import io
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glossary.errors import DatabaseError, InputRefused, NotFound, UsageError
from glossary.formats.memory_registry import FORMATS, named
from glossary.formats.rows import ReadOptions
from glossary.model import Text, Unit
from glossary.store import units
from glossary.store.units import unit_values
from glossary.unit_pages import units_of
from glossary.workflow.memory_export import export_units
from glossary.workflow.memory_import import MemoryReport, import_units
from glossary.workspace import Workspace

KOREAN = ReadOptions(varieties={"ko": "ko-CN"})
UNITS = [
    Unit(
        (
            Text("zh-CN", "完成了中试。", before="开始", after="量产"),
            Text("ko-CN", "중시를 마치였다.", details=(("creationid", "kim"),)),
            Text(
                "ko-KR", "파일럿 시험을 마쳤다.", '파일럿 시험을 마쳤다.<ph x="1">&lt;br&gt;</ph>'
            ),
        ),
        "7k2m9qh4x0abc",
        (("creationdate", "20260101T000000Z"), ("note", "기사"), ("prop:outlet", "우리 신문")),
    ),
    Unit((Text("zh-CN", "=1+1"), Text("ko-CN", "[/]\u202e|;위험")), "7k2m9qh4x0abd"),
]


def put_in(workspace: Workspace, name: str, data: bytes, **options: object) -> MemoryReport:
    return import_units(workspace, [(name, io.BytesIO(data))], "news", "tm import", **options)  # type: ignore[arg-type]


def stored(workspace: Workspace, name: str = "news") -> list[Unit]:
    row, _ = workspace.memory.memories.find(name)
    return [each.unit for page in workspace.memory.units.pages([row]) for each in page]


def put_out(workspace: Workspace, form: str, **options: object) -> bytes:
    stream = io.BytesIO()
    export_units(workspace, stream, form, **options)  # type: ignore[arg-type]
    return stream.getvalue()


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    for unit in UNITS:
        workspace.memory.add(unit, "news", "tm add")
    return workspace


@pytest.mark.parametrize("form", [each.name for each in FORMATS if each.lossless])
def test_a_lossless_form_brings_every_unit_back(filled: Workspace, form: str) -> None:
    data = put_out(filled, form)
    again = put_in(filled, f"x.{form}", data, form=form)
    assert (again.new, again.changed, again.same, again.batch) == (0, 0, 2, 0)
    import_units(filled, [("x", io.BytesIO(data))], "copy", "tm import", form=form)
    assert stored(filled, "copy") == UNITS
    assert put_out(filled, form, memories=["copy"]) == data


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_a_table_brings_the_texts_back(filled: Workspace, form: str) -> None:
    data = put_out(filled, form)
    assert b"'=1+1" in data
    import_units(filled, [("x", io.BytesIO(data))], "copy", "tm import", form=form)
    for before, after in zip(UNITS, stored(filled, "copy"), strict=True):
        assert {text[:2] for text in after.texts} == {text[:2] for text in before.texts}
        assert (after.uid, ("note", "기사") in after.details) == (
            before.uid,
            ("note", "기사") in before.details,
        )


def test_a_workbook_is_read(workspace: Workspace, tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "pairs.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["中文", "조선어", "비고"])
        sheet.write_row(1, 0, ["完成了中试。", "중시 | 마침; 끝", "기사"])
    report = import_units(workspace, [str(path)], "news", "tm import")
    assert report.new == 1
    assert [text.text for text in stored(workspace)[0].texts] == ["完成了中试。", "중시 | 마침; 끝"]
    assert stored(workspace)[0].details == (("note", "기사"),)


TABLE = "zh-CN\tko-CN\n中试\t중시\n中试\t중시\n量产\t량산\n".encode()


def test_units_that_are_the_same_are_one(workspace: Workspace) -> None:
    first = put_in(workspace, "x.tsv", TABLE)
    assert (first.read, first.new, first.same) == (3, 2, 1)
    again = put_in(workspace, "x.tsv", TABLE + "中试\t중간시험\n".encode())
    assert (again.new, again.same) == (1, 3)
    assert len(stored(workspace)) == 3


def test_a_unit_with_a_uid_takes_the_place_of_its_older_self(filled: Workspace) -> None:
    data = put_out(filled, "jsonl").replace("完成了中试".encode(), "已完成中试".encode())
    report = put_in(filled, "x.jsonl", data)
    assert (report.new, report.changed, report.same) == (0, 1, 1)
    assert stored(filled)[-1].texts[0].text == "已完成中试。"
    filled.history.undo(report.batch, "undo")
    assert sorted(stored(filled)) == sorted(UNITS)


def test_markup_that_anybody_wrote_is_valid_or_refused(workspace: Workspace) -> None:
    def line(markup: str) -> str:
        texts = [{"variety": "ko-CN", "text": "중시", "markup": markup}]
        texts.append({"variety": "zh-CN", "text": "中试"})
        return json.dumps({"texts": texts}) + "\n"

    head = '{"format": "malmoi-memory", "version": 1}\n'
    good, bad = (
        "중<ph evil='1' x='2'/>시<b/>",
        ("중시</seg></tuv>", "중<ph>시", "다른 말", "&x;중시"),
    )
    report = put_in(workspace, "x.jsonl", "".join([head, *map(line, (good, *bad))]).encode())
    assert (report.new, report.refused) == (1, len(bad))
    assert dict(report.reasons) == {"xml-broken": 3, "tm-markup-differs": 1}
    assert stored(workspace)[0].texts[0].markup == '중<ph x="2"></ph>시'


def test_an_import_is_undone_as_one(workspace: Workspace) -> None:
    report = put_in(workspace, "x.tsv", TABLE)
    workspace.history.undo(report.batch, "undo")
    assert workspace.memory.memories.all() == ()
    assert workspace.memory.match("중시", "ko-CN", "zh-CN") == ()
    assert put_in(workspace, "x.tsv", TABLE).new == 2


def test_what_cannot_be_taken_in_is_named_and_the_rest_goes_in(workspace: Workspace) -> None:
    data = TABLE + "孤\t\n\tx\n好\t좋다\n".encode() + "坏\u0001\t나쁘다\n".encode()
    report = put_in(workspace, "x.tsv", data)
    assert (report.new, report.refused) == (3, 3)
    assert [each.row.line for each in report.examples] == [5, 6, 8]
    assert dict(report.reasons) == {"tm-unit-needs-two": 2, "text-control": 1}


def test_a_file_that_breaks_off_leaves_nothing(workspace: Workspace) -> None:
    whole = (
        b'<tmx version="1.4"><header srclang="zh"/><body>'
        b"<tu><tuv xml:lang='zh'><seg>a</seg></tuv><tuv xml:lang='ko-KR'><seg>b</seg></tuv></tu>"
    )
    with pytest.raises(InputRefused) as caught:
        put_in(workspace, "x.tmx", whole)
    assert (caught.value.code, caught.value.fields["file"]) == ("xml-broken", "x.tmx")
    assert workspace.memory.memories.all() == ()
    assert len(workspace.history.batches(0)) == 1


def test_a_dry_run_writes_nothing(workspace: Workspace) -> None:
    report = put_in(workspace, "x.tsv", TABLE, dry_run=True)
    assert (report.read, report.batch) == (3, 0)
    assert workspace.memory.memories.all() == ()


def test_the_variety_of_bare_korean_is_proposed(workspace: Workspace, tmp_path: Path) -> None:
    for words, likely in (("로동자들이 투입되였다", "ko-CN"), ("노동자들이 투입되었다", "ko-KR")):
        path = tmp_path / "x.tsv"
        path.write_text(f"zh\tko\n工人投入\t{words}\n", "utf-8")
        with pytest.raises(InputRefused) as caught:
            import_units(workspace, [str(path)], "news", "tm import")
        assert caught.value.code in ("tm-korean-which", "variety-ambiguous")
        if caught.value.code == "tm-korean-which":
            assert caught.value.fields["likely"] == likely
        report = import_units(workspace, [str(path)], likely, "tm import", options=KOREAN)
        assert report.new == 1


def test_what_is_raised_while_reading_ends_it(workspace: Workspace) -> None:
    def stop(stage: str, done: int, whole: int) -> None:
        raise KeyboardInterrupt

    many = b"".join(f"zh{n}\tko{n}\n".encode() for n in range(6_000))
    with pytest.raises(KeyboardInterrupt):
        put_in(workspace, "x.tsv", b"zh-CN\tko-CN\n" + many, progress=stop)
    assert workspace.memory.memories.all() == ()


def test_a_read_only_memory_stays_as_it_is(filled: Workspace) -> None:
    filled.memory.memories.change("news", "tm list", read_only=True)
    with pytest.raises(UsageError, match="tm-memory-read-only"):
        put_in(filled, "x.tsv", TABLE)
    with pytest.raises(UsageError, match="tm-memory-read-only"):
        filled.memory.remove(UNITS[0].uid, "tm remove")
    with pytest.raises(UsageError, match="tm-memory-read-only"):
        filled.memory.memories.remove("news", "tm remove")
    assert stored(filled) == UNITS


def test_an_export_can_leave_varieties_out(filled: Workspace) -> None:
    data = put_out(filled, "tmx", varieties=["zh-CN", "ko-KR"])
    assert data.count(b"<tu ") + data.count(b"<tu>") == 1
    assert "중시를".encode() not in data
    with pytest.raises(UsageError, match="tm-export-nothing"):
        put_out(filled, "tmx", varieties=["en"])
    with pytest.raises(NotFound, match="tm-memory-unknown"):
        put_out(filled, "tmx", memories=["none"])


_ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)  # also what XML cannot hold
_DETAILS = st.lists(
    st.tuples(
        st.sampled_from(["creationid", "segtype", "srclang", "note", "prop:outlet", "x"]), _ANY
    ),
    max_size=3,
).map(tuple)
_TEXTS = st.builds(
    Text,
    st.sampled_from(["ko-CN", "zh-CN", "ko-KR"]),
    _ANY,
    st.sampled_from(["", '<ph x="1"></ph>중시']),
    _ANY | st.just(""),
    _ANY | st.just(""),
    _DETAILS | st.just(()),
)
_BARE = st.builds(Text, st.sampled_from(["ko-CN", "zh-CN"]), _ANY)
_UIDS = st.text("a1&<>'\"", min_size=1, max_size=3)
_UNITS = st.builds(
    Unit, st.lists(_TEXTS, min_size=2, max_size=5).map(tuple), _UIDS, _DETAILS
) | st.builds(Unit, st.lists(_BARE, min_size=2, max_size=3).map(tuple), _UIDS)


@settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(given_units=st.lists(_UNITS, min_size=1, max_size=8))
def test_an_export_writes_what_the_units_say(workspace: Workspace, given_units: list[Unit]) -> None:
    """What goes from the rows straight into the file is what their values would be."""
    with workspace.database.write("tm add") as batch:
        name = f"of {batch.number}"
        home = workspace.memory.memories.writable(batch, name)
        workspace.memory.units.insert(batch, home, list(map(unit_values, given_units)))
    found = stored(workspace, name)
    assert found == given_units
    source = "zh-CN" if any(unit.of("zh-CN") for unit in found) else ""
    for form in ("tmx", "jsonl", "csv"):
        stream = io.BytesIO()
        assert named(form).write(stream, found, source) == len(found)
        assert put_out(workspace, form, memories=[name], source=source) == stream.getvalue()


def test_an_export_has_all_pages(workspace: Workspace) -> None:
    """Units that have ended stand between the others, and are not in it."""
    given_units = [Unit((Text("zh-CN", f"第{n}"), Text("ko-CN", f"제{n}"))) for n in range(1_300)]
    with workspace.database.write("tm add") as batch:
        home = workspace.memory.memories.writable(batch, "news")
        workspace.memory.units.insert(batch, home, list(map(unit_values, given_units)))
    with workspace.database.write("tm remove") as batch:
        workspace.memory.units.end(batch, range(1, 1_300, 7))
    stream = io.BytesIO()
    named("tmx").write(stream, stored(workspace))
    assert put_out(workspace, "tmx") == stream.getvalue()


def test_damaged_texts_are_not_written(filled: Workspace) -> None:
    with filled.database.write("damage") as batch:
        batch.execute("UPDATE text SET text = CAST(x'61ff62' AS TEXT) WHERE variety = 'ko-CN'")
    with pytest.raises(DatabaseError, match="database-damaged"):
        put_out(filled, "tmx")


def test_an_export_shows_one_moment(filled: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is written while it runs is not in it, and nothing is in it twice."""
    monkeypatch.setattr(units, "PAGE", 1)
    pages = filled.memory.units.joined_pages(list(filled.memory.memories.by_id()))
    with Workspace(filled.database.path) as other:
        seen = [*units_of(next(pages))]
        other.memory.add(UNITS[1]._replace(details=(("note", "x"),)), "news", "tm add")
        seen += [unit for page in pages for unit in units_of(page)]
    assert [uid for _, uid, _ in seen] == [unit.uid for unit in UNITS]
    assert not seen[1][2]


def test_the_collector_is_as_before_after_an_import_and_after_one_that_fails(
    workspace: Workspace,
) -> None:
    before = gc.get_threshold()
    put_in(workspace, "pairs.tsv", "zh-CN\tko-CN\n中试\t중시\n".encode())
    assert gc.get_threshold() == before
    with pytest.raises(InputRefused):
        put_in(workspace, "broken.tmx", b"<tmx")
    assert gc.get_threshold() == before
