"""What goes to which stream, in which encoding, and how a command ends."""

from __future__ import annotations

import json
import os
import stat
import subprocess
from pathlib import Path

import pytest

from glossary import places
from tests.cli.program import ROOT, Program
from tests.cli.runner import Runner

NARROW = [
    {"LC_ALL": "C", "PYTHONUTF8": "0"},
    {"PYTHONIOENCODING": "cp949"},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
]


@pytest.mark.parametrize("settings", NARROW, ids=str)
def test_everything_is_utf8_whatever_the_locale(program: Program, settings: dict[str, str]) -> None:
    found = program("search", "량산", "--json", **settings)
    assert json.loads(found.stdout.decode("utf-8"))[0]["matched"]["text"] == "량산"
    assert "없는말정말" in program("search", "없는말정말", **settings).stderr.decode("utf-8")
    piped = program("search", "-", "--jsonl", given="량산\n".encode(), **settings)
    assert json.loads(piped.stdout.decode("utf-8"))["query"] == "량산"
    helped = program("search", "--help", GLOSSARY_LANG="ko", **settings)
    assert "glossary search 중시" in helped.stdout.decode("utf-8")


@pytest.mark.parametrize("settings", NARROW, ids=str)
def test_what_is_typed_is_kept_whatever_the_locale(
    program: Program, settings: dict[str, str]
) -> None:
    added = program("add", "--ko-cn", "랭동차", "--note", "메모", "--json", **settings)
    assert added.returncode == 0, added.stderr.decode()
    document = json.loads(added.stdout)
    assert (document["terms"][0]["text"], document["note"]) == ("랭동차", "메모")
    edit = program("edit", document["uid"], "--term", "ko-KR=냉동차", "--json", **settings)
    assert json.loads(edit.stdout)["terms"][1]["text"] == "냉동차"


@pytest.mark.parametrize(
    "arguments", [("search", "ㅇ", "--limit", "0"), ("export",), ("history",), ("--help",)]
)
def test_a_reader_that_leaves_is_no_failure(program: Program, arguments: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = program.into(writing, *arguments)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    "arguments", [("search", "중시"), ("stats",), ("export",), ("--help",), ("--version",)]
)
def test_a_full_disk_behind_standard_output_is_said_in_a_sentence(
    program: Program, arguments: tuple[str, ...]
) -> None:
    with open("/dev/full", "wb") as full:
        done = program.into(full, *arguments)
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == [
        "Standard output cannot be written: No space left on device."
    ]


@pytest.mark.parametrize("shown", ["--changes", "--json"])
def test_a_converted_text_is_written_whatever_becomes_of_what_is_shown(
    program: Program, tmp_path: Path, shown: str
) -> None:
    text = tmp_path / "text.txt"
    text.write_text("로동자들이 량산을 시작하였다.\n" * 3_000, "utf-8")
    words = ("convert", str(text), "--spelling-only", shown, "-o")
    reading, writing = os.pipe()
    os.close(reading)
    done = program.into(writing, *words, str(tmp_path / "left.txt"))
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "left.txt").read_text("utf-8").count("노동자들이 양산을") == 3_000
    with open("/dev/full", "wb") as full:
        done = program.into(full, *words, str(tmp_path / "full.txt"))
    assert b"Standard output cannot be written" in done.stderr


def test_a_closed_standard_output_is_no_defect(program: Program) -> None:
    done = subprocess.run(
        ["sh", "-c", '"$@" >&-', "sh", *program.line("search", "중시")],
        capture_output=True,
        cwd=ROOT,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_defect_is_one_sentence_and_a_log_only_its_owner_reads(
    glossary: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_: object) -> None:
        raise ZeroDivisionError("inner words")

    monkeypatch.setattr("glossary.store.search.Search.find", break_down)
    answer = glossary("search", "중시")
    log = Path(places.state_folder()) / "defects.log"
    assert (answer.code, answer.out) == (70, "")
    assert answer.err.splitlines() == [
        f"This is a defect of Malmoi (ZeroDivisionError). Please report it with the log: {log}"
    ]
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert "inner words" in log.read_text("utf-8")
    assert "Traceback" in glossary("--debug", "search", "중시").err


def test_a_defect_is_said_even_where_no_log_can_be_written(
    glossary: Runner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "taken").write_text("a file", "utf-8")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "taken"))
    monkeypatch.setattr("glossary.store.search.Search.find", None)
    assert glossary("search", "중시").code == 70


def test_an_interrupt_ends_without_a_traceback(
    glossary: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("glossary.store.search.Search.find", interrupted)
    answer = glossary("search", "중시")
    assert (answer.code, "Traceback" in answer.err) == (130, False)


def test_colour_is_for_terminals_that_want_it(program: Program) -> None:
    assert "\x1b[1m" in program.on_terminal("search", "중시")
    assert "\x1b" not in program.on_terminal("search", "중시", NO_COLOR="1")
    assert "\x1b" not in program.on_terminal("search", "중시", TERM="dumb")
    assert b"\x1b" not in program("search", "중시").stdout


def test_a_program_gets_its_json_on_a_terminal_too(program: Program) -> None:
    assert json.loads(program.on_terminal("search", "중시", "--json"))


def test_the_first_run_makes_the_users_own_file_with_the_starter_pack(fresh: Runner) -> None:
    first = fresh("search", "중시", "--json")
    assert Path(places.default_database()).is_file()
    assert first.err.splitlines() == [
        f"Made your glossary, with the starter pack: {places.default_database()}"
    ]
    assert fresh("search", "중시", "--json").err == ""
    assert [each["name"] for each in fresh("sets", "--json").json] == ["mine", "starter"]


@pytest.mark.parametrize("named", ["option", "variable"])
def test_a_named_file_is_made_by_writers_alone_and_empty(
    fresh: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    path, own = tmp_path / "named.db", Path(places.default_database())
    before = ("--db", str(path)) if named == "option" else ()
    if named == "variable":
        monkeypatch.setenv("GLOSSARY_DB", str(path))
    for reading in (("search", "x"), ("show", "x"), ("stats",), ("history",), ("export",)):
        assert fresh(*before, *reading).code == 4
    assert not path.exists()
    assert fresh(*before, "add", "--ko-cn", "량산").code == 0
    assert fresh(*before, "stats", "--json").json["set"] == {"mine": 1}
    assert not own.exists()


def test_the_actor_is_what_the_variable_says(
    glossary: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    glossary("add", "--ko-cn", "랭동차")
    monkeypatch.setenv("GLOSSARY_ACTOR", "desk")
    glossary("add", "--ko-cn", "랭동고")
    assert [each["actor"] for each in glossary("history", "--json").json[:2]] == ["desk", "cli"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("ko", "없"), ("ko_KR.UTF-8", "없"), ("zh", "没有"), ("fr", "There is no")],
)
def test_errors_speak_the_users_language_and_json_english(
    glossary: Runner, monkeypatch: pytest.MonkeyPatch, language: str, sentence: str
) -> None:
    monkeypatch.setenv("GLOSSARY_LANG", language)
    assert sentence in glossary("show", "nosuchuid").err
    error = json.loads(glossary("show", "nosuchuid", "--json").err)["error"]
    assert error == {
        "code": "concept-unknown",
        "fields": {"uid": "nosuchuid"},
        "sentence": "There is no concept nosuchuid.",
    }


def test_the_configuration_can_choose_the_language(glossary: Runner) -> None:
    folder = Path(places.config_folder())
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text('language = "zh"\n', "utf-8")
    assert "没有" in glossary("show", "nosuchuid").err
    (folder / "config.toml").write_text("not toml", "utf-8")
    assert "There is no" in glossary("show", "nosuchuid").err
