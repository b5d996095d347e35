"""Documents as the commands take them: by name, as segments, and named in what goes wrong."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from glossary.errors import InputRefused, UsageError
from glossary.formats.documents import FORMS
from glossary.formats.rows import ReadOptions
from glossary.workflow.documents_in import passages, read_segments
from tests.cli.runner import Runner
from tests.formats import sample_documents as samples
from tests.formats.sample_documents import SENTENCE


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_the_segments_of_every_form_know_their_place(tmp_path: Path, form: object) -> None:
    path = tmp_path / "a.dat"
    path.write_bytes(samples.sample(form.name))  # type: ignore[attr-defined]
    found = list(read_segments(str(path), "ko-CN", form=form.name))  # type: ignore[attr-defined]
    assert SENTENCE in [each.text for each in found]
    assert all(each.line == each.place.number > 0 for each in found)
    assert not any("中试" in each.text for each in found)


def test_a_segment_stands_where_it_says(tmp_path: Path) -> None:
    text = "머리\n\n  첫 문장이다. 둘째 문장이다.\n"
    path = tmp_path / "a.txt"
    path.write_text(text, "utf-8")
    lines = text.split("\n")
    found = list(read_segments(str(path), "ko-CN"))
    assert [each.text for each in found] == ["머리", "첫 문장이다.", "둘째 문장이다."]
    assert all(lines[each.line - 1][each.start :].startswith(each.text) for each in found)


def test_the_suffix_tells_the_form_and_a_form_that_is_named_goes_before_it(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<p>가 &amp; 나", "utf-8")
    assert [each.text for each in passages(str(path))] == ["가 & 나"]
    assert [each.text for each in passages(str(path), form="text")] == ["<p>가 &amp; 나"]


def test_standard_input_is_text_or_what_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    for form, expected in (("", "<b>가"), ("html", "가")):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("<b>가".encode())))
        assert [each.text for each in passages("-", form=form)] == [expected]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.docx", b"", "file-empty"),
        ("a.hwp", samples.compound("FileHeader", bytes(40)), "document-hwp-5"),
        ("a.doc", samples.compound("WordDocument", b"x"), "document-word-97"),
        ("a.txt", samples.sample("docx"), "file-not-text"),
        ("a.html", "중시".encode("cp949") * 20, "encoding-likely"),
    ],
)
def test_a_refusal_names_the_file(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputRefused) as caught:
        list(passages(str(path)))
    assert (caught.value.code, caught.value.fields["file"]) == (code, str(path))


def test_a_file_that_is_not_there_or_of_no_known_form_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match="file-unreadable"):
        list(passages(str(tmp_path / "none.docx")))
    with pytest.raises(UsageError, match="format-unknown"):
        list(passages(str(tmp_path / "a.pdf")))


def test_a_refusal_in_the_middle_comes_after_what_stands_before_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("가\n나\n".encode() + b"\0\n")
    found = passages(str(path))
    assert next(found).text == "가"
    with pytest.raises(InputRefused, match="document-nul"):
        list(found)


def test_options_reach_the_reader(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("중시".encode("cp949"))
    found = list(passages(str(path), options=ReadOptions(encoding="cp949")))
    assert [each.text for each in found] == ["중시"]


def test_the_commands_on_memories_take_documents(
    workspace: object,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("GLOSSARY_DB", str(tmp_path / "glossary.db"))
    run = Runner(capsys)
    korean, chinese = tmp_path / "a.docx", tmp_path / "b.html"
    korean.write_bytes(samples.docx(samples.paragraph(SENTENCE) + samples.paragraph("끝났다.")))
    chinese.write_text("<p>开始进行产品中试。<p>结束了。", "utf-8")
    files = str(korean), str(chinese)
    sides = ("--source", "ko-CN", "--target", "zh-CN")
    assert run("tm", "align", *files, *sides, "--memory", "news").code == 0
    total = run("tm", "analyse", str(korean), *sides, "--json").json["total"]
    assert sum(band["segments"] for band in total.values()) == 2
    filled = run("tm", "pretranslate", str(korean), *sides, "--json").json
    assert [(each["line"], each["source"]) for each in filled] == [(1, SENTENCE), (2, "끝났다.")]
    assert json.dumps(filled)
    damaged = tmp_path / "c.docx"
    damaged.write_bytes(korean.read_bytes()[:-200])
    answer = run("tm", "analyse", str(damaged), *sides)
    assert (answer.code, str(damaged) in answer.err) == (3, True)
