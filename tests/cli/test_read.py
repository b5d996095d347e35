"""glossary read: Chinese in both Korean readings and in the South Korean transcription."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from glossary import places
from tests.cli.runner import Runner


def test_a_name_is_read_in_both_norms_and_transcribed(fresh: Runner) -> None:
    (found,) = fresh("read", "李瑞峰", "--json").json
    assert found == {
        "hanzi": "李瑞峰",
        "ko-CN": ["리서봉"],
        "ko-KR": ["이서봉"],
        "person": "리루이펑",
        "place": "리루이펑",
    }


def test_only_what_is_asked_for_is_transcribed(fresh: Runner) -> None:
    (word,) = fresh("read", "量产", "--as", "word", "--json").json
    assert word == {"hanzi": "量产", "ko-CN": ["량산"], "ko-KR": ["양산"]}
    assert "place" not in fresh("read", "单士元", "--as", "person", "--json").json[0]
    assert fresh("read", "单士元", "--as", "person", "--json").json[0]["person"] == "산스위안"


def test_a_foreign_name_is_not_read(fresh: Runner) -> None:
    answer = fresh("read", "特朗普", "--json")
    assert answer.json == [
        {"hanzi": "特朗普", "ko-CN": [], "ko-KR": ["트럼프"], "foreign": "known"}
    ]
    assert "perhaps a Japanese name" in fresh("read", "高桥一郎").out
    assert "perhaps a foreign name" in fresh("read", "沃尔沃").out


def test_a_known_person_has_a_class_and_the_form_of_it(fresh: Runner) -> None:
    found = fresh("read", "习近平", "李白", "柳宽顺", "--json").json
    assert [(each["ko-KR"], each["class"]) for each in found] == [
        (["시진핑"], "modern"),
        (["이백"], "historical"),
        (["유관순"], "korean"),
    ]
    assert "before 1911" in fresh("read", "李白").out
    assert "class" not in fresh("read", "李白", "--as", "word", "--json").json[0]


def test_the_users_glossary_tells_the_parts_of_a_word(glossary: Runner) -> None:
    (found,) = glossary("read", "科技服务", "--json").json
    assert found["ko-CN"] == ["과기복무"]
    assert found["composed"]["ko-CN"] == "과학기술봉사"
    assert [part["hanzi"] for part in found["composed"]["parts"]] == ["科技", "服务"]
    assert "과학기술봉사 / 과학기술서비스 by your glossary" in glossary("read", "科技服务").out
    assert "composed" not in glossary("read", "科技服务", "--as", "place", "--json").json[0]


def test_a_word_that_the_glossary_has_is_said_as_it_has_it(glossary: Runner) -> None:
    glossary("add", "--zh", "云河县", "--ko-cn", "운하현", "--ko-kr", "윈허현")
    found = glossary("read", "云河县", "服务", "量产", "--as", "place", "--json").json
    assert [each.get("composed", {}).get("ko-KR") for each in found] == ["윈허현", "서비스", None]
    assert "운하현 / 윈허현 by your glossary" in glossary("read", "云河县").out


@pytest.mark.parametrize(
    ("hanzi", "korean"),
    [
        ("新技术企业", ["신기술기업"]),
        ("工作效率", ["공작효률"]),
        ("金英爱", ["김영애", "금영애"]),
        ("金项链", ["금항련"]),
    ],
)
def test_only_readings_that_words_have_are_given(
    fresh: Runner, hanzi: str, korean: list[str]
) -> None:
    assert fresh("read", hanzi, "--json").json[0]["ko-CN"] == korean


def test_a_person_called_gold_is_kim(fresh: Runner) -> None:
    (found,) = fresh("read", "金英爱", "--as", "person", "--json").json
    assert (found["ko-CN"], found["ko-KR"]) == (["김영애"], ["김영애"])


def test_what_a_place_is_is_read_and_not_transcribed(fresh: Runner) -> None:
    found = fresh("read", "天桥岭镇", "汪清县", "重庆", "--json").json
    assert [each["place"] for each in found] == ["톈차오링진", "왕칭현", "충칭"]
    assert "person" not in found[0]


def test_reading_makes_no_glossary(fresh: Runner) -> None:
    assert fresh("read", "科技服务").err == ""
    assert not Path(places.default_database()).exists()


def test_a_glossary_that_cannot_be_read_is_said_and_the_reading_given(
    fresh: Runner, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.db"
    broken.write_text("no database", "utf-8")
    answer = fresh("--db", str(broken), "read", "科技服务", "--json")
    assert answer.code == 0
    assert answer.json[0]["ko-CN"] == ["과기복무"]
    assert str(broken) in answer.err


def test_one_a_line_from_standard_input(fresh: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("量产\n\n中试\n"))
    assert [each["hanzi"] for each in fresh("read", "-", "--json").json] == ["量产", "中试"]


def test_nothing_to_read_is_exit_code_1(fresh: Runner) -> None:
    assert fresh("read", "abc").code == 1
    assert fresh("read", "量产").code == 0


def test_a_kind_that_is_not_there_is_refused(fresh: Runner) -> None:
    answer = fresh("read", "量产", "--as", "river")
    assert (answer.code, answer.out) == (2, "")
    assert "word, person, place" in answer.err
