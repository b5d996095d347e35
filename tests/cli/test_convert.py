"""glossary convert: a text in the South Korean spelling, or what would be changed and why."""

from __future__ import annotations

import codecs
import sys
from io import StringIO
from pathlib import Path
from unicodedata import normalize

import pytest

from glossary import places
from glossary.cli.console import Console
from glossary.language.kiwi import kiwi_score
from tests.cli.runner import Runner

TEXT = "량산에 들어간 기술혁신쎈터에서 할수 있다.\r\n류하생은 회수를 늘렸다."


@pytest.fixture
def text(tmp_path: Path) -> str:
    path = tmp_path / "text.txt"
    path.write_text(TEXT, encoding="utf-8", newline="")
    return str(path)


def test_only_what_is_sure_is_changed_and_line_ends_stay(fresh: Runner, text: str) -> None:
    answer = fresh("convert", text, "--spelling-only")
    assert answer.code == 0
    assert answer.out == ("양산에 들어간 기술혁신센터에서 할 수 있다.\r\n류하생은 회수를 늘렸다.")
    assert "applied 3, suggested 1, flagged 1" in answer.err


def test_what_is_likely_is_changed_on_request(fresh: Runner, text: str) -> None:
    assert "횟수를" in fresh("convert", text, "--band", "suggest").out


def test_the_document_has_every_edit_with_offsets_into_the_original(
    fresh: Runner, text: str
) -> None:
    document = fresh("convert", text, "--json").json
    assert document["text"].startswith("양산에")
    for edit in document["edits"]:
        assert list(edit) == ["start", "end", "from", "to", "kind", "rule", "band", "reason"]
        assert TEXT[edit["start"] : edit["end"]] == edit["from"]
    assert [edit["band"] for edit in document["edits"]].count("apply") == 3


@pytest.mark.parametrize("shown", ["--changes", "--json"])
def test_the_text_goes_to_its_file_whatever_is_shown(
    fresh: Runner, text: str, tmp_path: Path, shown: str
) -> None:
    target = tmp_path / "out.txt"
    told = fresh("convert", text, "--spelling-only", shown).out
    answer = fresh("convert", text, "--spelling-only", shown, "-o", str(target))
    assert (answer.code, answer.out) == (0, told)
    assert target.read_bytes().decode() == fresh("convert", text, "--spelling-only").out


def test_every_change_is_listed_with_its_reason(fresh: Runner, text: str) -> None:
    lines = fresh("convert", text, "--changes", "--spelling-only").out.splitlines()
    assert len(lines) == 5
    assert lines[0].split("  ")[0] == "line 1, 1"
    assert "량산 → 양산" in lines[0]
    assert "할␣수" in lines[2]
    assert "류하생" in lines[3]
    assert "perhaps a name" in lines[3]


@pytest.mark.parametrize(
    ("words", "code"),
    [(("--band", "flag"), 2), (("--to", "zh-CN"), 2), (("--band", "x"), 2)],
)
def test_what_cannot_be_chosen_is_refused(
    fresh: Runner, text: str, words: tuple[str, ...], code: int
) -> None:
    answer = fresh("convert", text, *words)
    assert (answer.code, answer.out) == (code, "")
    assert words[1] in answer.err


def test_a_file_that_cannot_be_read_is_named(fresh: Runner, tmp_path: Path) -> None:
    old = tmp_path / "old.txt"
    old.write_bytes("량산과 로동".encode("cp949"))
    for path in (old, tmp_path / "none.txt", tmp_path):
        answer = fresh("convert", str(path))
        assert (answer.code, answer.out) == (3, "")
        assert str(path) in answer.err
    assert fresh("convert", str(old), "--encoding", "cp949").out == "양산과 노동"


def test_the_other_way_round(fresh: Runner, tmp_path: Path) -> None:
    path = tmp_path / "southern.txt"
    path.write_text("노동자들이 여성을 돕게 되었다.\n", "utf-8")
    assert fresh("convert", str(path), "--to", "ko-CN").out == "로동자들이 녀성을 돕게 되였다.\n"
    answer = fresh("convert", str(path), "--to", "zh-CN")
    assert (answer.code, "ko-KR, ko-CN" in answer.err) == (2, True)


def test_a_missing_analyser_is_said_before_anything_is_written(
    fresh: Runner, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "kiwipiepy", None)
    kiwi_score.cache_clear()
    answer = fresh("convert", text, "--kiwi")
    assert (answer.code, answer.out) == (2, "")
    assert "malmoi[kiwi]" in answer.err
    assert fresh("convert", text, "--kiwi", "--to", "ko-CN").code == 2


ARTICLE = "우리는 중시를 마치고 량산에 들어갔다.\n‘15.5’시기는 관건적인 시기이다.\n"


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, "utf-8")
    return str(path)


def test_terms_are_replaced_with_their_particles(glossary: Runner, article: str) -> None:
    assert glossary("convert", article).out == (
        "우리는 파일럿 시험을 마치고 양산에 들어갔다.\n제15차 5개년 계획 기간은 중요한 시기이다.\n"
    )


def test_spelling_or_terms_alone(glossary: Runner, article: str) -> None:
    assert "중시를 마치고 양산에" in glossary("convert", article, "--spelling-only").out
    alone = glossary("convert", article, "--terms-only").out
    assert "파일럿 시험을 마치고" in alone
    both = glossary("convert", article, "--spelling-only", "--terms-only")
    assert (both.code, both.out) == (2, "")


def test_a_profile_says_whose_terms_and_which_way(
    glossary: Runner, article: str, tmp_path: Path
) -> None:
    glossary("sets", "--create", "client")
    glossary(
        "--set", "client", "add", "--ko-cn", "령세기업", "--zh", "小微企业", "--ko-kr", "소상공인"
    )
    profile = tmp_path / "client.toml"
    profile.write_text('target = "ko-KR"\nsets = ["client"]\n', "utf-8")
    with open(article, "a", encoding="utf-8") as file:
        file.write("령세기업이 늘었다.\n")
    found = glossary("convert", article, "--profile", str(profile)).out
    assert "소상공인이" in found
    assert "관건적인" in found  # the pack's terms do not count


@pytest.mark.parametrize(
    ("toml", "named"),
    [("sets = 3", "sets"), ("colour = 1", "colour"), ("[checks]\nonly = []", "checks.only")],
)
def test_what_no_profile_says_is_refused(
    glossary: Runner, article: str, tmp_path: Path, toml: str, named: str
) -> None:
    profile = tmp_path / "p.toml"
    profile.write_text(toml, "utf-8")
    answer = glossary("convert", article, "--profile", str(profile))
    assert (answer.code, answer.out) == (3, "")
    assert named in answer.err


def test_an_unknown_profile_names_those_there_are(glossary: Runner, article: str) -> None:
    folder = Path(places.config_folder()) / "profiles"
    folder.mkdir(parents=True)
    (folder / "seoul.toml").write_text('target = "ko-KR"\n', "utf-8")
    assert glossary("convert", article, "--profile", "seoul").code == 0
    answer = glossary("convert", article, "--profile", "busan")
    assert answer.code == 1
    assert "seoul" in answer.err


def test_a_file_is_written_whole_and_not_over_another(
    glossary: Runner, article: str, tmp_path: Path
) -> None:
    target = tmp_path / "new.txt"
    assert glossary("convert", article, "-o", str(target)).code == 0
    assert "파일럿 시험을" in target.read_text("utf-8")
    assert glossary("convert", article, "-o", str(target)).code == 2
    assert glossary("convert", article, "-o", places.default_database(), "--overwrite").code == 2


def answers(monkeypatch: pytest.MonkeyPatch, *typed: str) -> None:
    monkeypatch.setattr(sys, "stdin", StringIO("".join(f"{each}\n" for each in typed)))


def test_a_review_takes_each_change_as_it_is_answered(
    glossary: Runner, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(monkeypatch, "n", "y", "y")
    found = glossary("convert", article, "--review")
    assert found.out == (
        "우리는 중시를 마치고 양산에 들어갔다.\n제15차 5개년 계획 기간은 중요한 시기이다.\n"
    )
    assert "[중시를 → 파일럿 시험을]" in found.err


def test_what_is_chosen_for_good_is_kept_and_can_be_taken_back(
    glossary: Runner, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(monkeypatch, "ㅍ", "q")  # the key v with Hangul on
    glossary("convert", article, "--review")
    assert "중시를 마치고" in glossary("convert", article).out
    glossary("undo")
    assert "파일럿 시험을 마치고" in glossary("convert", article).out


def test_a_review_of_standard_input_is_refused(glossary: Runner) -> None:
    assert glossary("convert", "-", "--review").code == 2


def test_a_term_over_a_tab_can_be_chosen_for_good(
    glossary: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "tab.txt"
    path.write_text("과학기술\t금융봉사체계를 세웠다.\n", "utf-8")
    glossary("add", "--ko-cn", "과학기술 금융봉사체계", "--zh", "甲乙丙", "--ko-kr", "과기 금융")
    answers(monkeypatch, "a", "q")
    glossary("convert", str(path), "--review")
    assert glossary("convert", str(path)).code == 0


def test_only_what_is_harmless_reaches_a_terminal_without_colour(
    fresh: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "hostile.txt"
    path.write_text("량산\x1b]0;x\x07\u202e\n", "utf-8")
    monkeypatch.setattr(Console, "terminal", property(lambda _: True))
    monkeypatch.setenv("NO_COLOR", "1")
    shown = fresh("convert", str(path), "--spelling-only").out
    assert shown.startswith("양산")
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)


def test_a_named_set_is_the_only_one(glossary: Runner, article: str) -> None:
    assert "중시를 마치고" in glossary("--set", "mine", "convert", article).out
    assert glossary("--set", "nosuch", "convert", article).code == 1


@pytest.mark.parametrize("name", ["page.html", "letter.docx", "old.tmx"])
def test_a_document_that_is_more_than_text_is_refused(
    fresh: Runner, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_text('<a href="로동.html">로동</a>', "utf-8")
    answer = fresh("convert", str(path))
    assert (answer.code, answer.out) == (3, "")


def test_decomposed_text_is_converted_all_the_same(fresh: Runner, tmp_path: Path) -> None:
    path = tmp_path / "nfd.txt"
    path.write_text(normalize("NFD", TEXT), "utf-8")
    assert "양산에 들어간 기술혁신센터에서" in normalize("NFC", fresh("convert", str(path)).out)


def test_what_shows_nothing_does_not_hide_a_spelling(fresh: Runner, tmp_path: Path) -> None:
    text = "로\u200b동자와 량\u00ad산, \u202e안해가\u200f 왔다."
    path = tmp_path / "hidden.txt"
    path.write_text(text, "utf-8")
    answer = fresh("convert", str(path), "--spelling-only", "--json").json
    assert answer["text"] == "노동자와 양산, \u202e아내가\u200f 왔다."
    for edit in answer["edits"]:
        assert text[edit["start"] : edit["end"]] == edit["from"]


def test_a_line_with_nul_is_refused(fresh: Runner, tmp_path: Path) -> None:
    path = tmp_path / "nul.txt"
    path.write_bytes("로동자\n로\0동\n".encode())
    answer = fresh("convert", str(path))
    assert answer.code == 3
    assert "Line 2 holds a NUL" in answer.err


@pytest.mark.parametrize(
    ("text", "said"), [("我们的工人有500名。", True), ("工人(로동자)가 왔다.", False)]
)
def test_a_text_that_is_not_korean_is_told_to_be_none(
    fresh: Runner, tmp_path: Path, text: str, said: bool
) -> None:
    path = tmp_path / "text.txt"
    path.write_text(text, "utf-8")
    assert ("hardly any Korean" in fresh("convert", str(path)).err) is said


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("cp949", b""),
    ],
)
def test_a_file_is_written_in_the_encoding_it_has(
    glossary: Runner, tmp_path: Path, encoding: str, mark: bytes
) -> None:
    path, out = tmp_path / "in.txt", tmp_path / "out.txt"
    path.write_bytes(mark + "로동자\r\n력량\n".encode(encoding))
    named = ["--encoding", encoding] if encoding == "cp949" else []
    assert glossary("convert", str(path), "-o", str(out), *named).code == 0
    assert out.read_bytes() == mark + "노동자\r\n역량\n".encode(encoding)
    assert glossary("convert", str(path), *named).out == "노동자\r\n역량\n"


class _Broken(StringIO):
    """A person who answers so often and then presses Ctrl-C."""

    def readline(self, size: int | None = -1) -> str:
        said = super().readline()
        if not said:
            raise KeyboardInterrupt
        return said


@pytest.mark.parametrize("end", [_Broken, StringIO])
def test_a_review_that_is_broken_off_keeps_what_was_decided(
    glossary: Runner,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    end: type[StringIO],
) -> None:
    path, out = tmp_path / "in.txt", tmp_path / "out.txt"
    path.write_text("중시를 마쳤다.\n고중이다.\n중시플랫폼이다.\n", "utf-8")
    monkeypatch.setattr(sys, "stdin", end("what?\nn\n"))
    answer = glossary("convert", str(path), "--review", "-o", str(out))
    assert answer.code == 0
    assert "y, n, a, v and q" in answer.err
    assert "keep what was decided" in answer.err
    assert out.read_text("utf-8").startswith("중시를 마쳤다.\n")
    assert "파일럿" in out.read_text("utf-8")
