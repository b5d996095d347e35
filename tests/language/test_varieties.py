"""What tags of varieties promise: one form for each, and no guess about bare Korean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.errors import InputRefused
from glossary.language.varieties import normal_variety


@pytest.mark.parametrize(
    "tag", ["zh", "ZH", "zh-CN", "zh_cn", "zh-Hans", "zh-Hans-CN", "cmn", "cmn-Hans-CN", "chi"]
)
def test_chinese_of_the_mainland_has_one_tag(tag: str) -> None:
    assert normal_variety(tag) == "zh-CN"


@pytest.mark.parametrize(
    ("tag", "normal"),
    [
        ("zh-hant", "zh-Hant"),
        ("zh_TW", "zh-TW"),
        ("zh-hk", "zh-HK"),
        ("zh-hant-hk", "zh-Hant-HK"),
        ("zh-SG", "zh-SG"),
        ("KO-cn", "ko-CN"),
        ("ko_KR", "ko-KR"),
        ("kor-KR", "ko-KR"),
        ("ko-Kore-CN", "ko-CN"),
        ("ko-KP", "ko-KP"),
        ("en", "en"),
        ("es-419", "es-419"),
        ("sl-rozaj-biske", "sl-rozaj-biske"),
        ("ko-CN-x-paper", "ko-CN-x-paper"),
        (" ja ", "ja"),
    ],
)
def test_other_varieties_stay_in_canonical_case(tag: str, normal: str) -> None:
    assert normal_variety(tag) == normal


@pytest.mark.parametrize("tag", ["ko", "KO", "kor", "ko-Kore"])
def test_bare_korean_is_refused_until_its_meaning_is_given(tag: str) -> None:
    with pytest.raises(InputRefused) as caught:
        normal_variety(tag)
    assert (caught.value.code, caught.value.fields) == ("variety-ambiguous", {"variety": tag})
    assert normal_variety(tag, {tag.lower(): "ko_cn"}) == "ko-CN"


def test_a_given_meaning_goes_before_ours() -> None:
    assert normal_variety("zh", {"ZH": "zh-TW"}) == "zh-TW"


def test_a_meaning_that_is_itself_is_no_endless_circle() -> None:
    assert normal_variety("en", {"en": "en"}) == "en"
    with pytest.raises(InputRefused, match="variety-ambiguous"):
        normal_variety("ko", {"ko": "ko"})


@pytest.mark.parametrize(
    "tag", ["", "k", "korean", "ko-", "-ko", "ko--KR", "中文", "ko KR", "ko\nKR"]
)
def test_what_is_no_tag_is_refused(tag: str) -> None:
    with pytest.raises(InputRefused, match="variety-malformed"):
        normal_variety(tag)


@given(
    st.from_regex(
        r"\A[a-z]{2,3}(-[a-z]{4})?(-[a-z]{2}|-[0-9]{3})?(-[a-z0-9]{5,8}){0,2}(-x-[a-z0-9]{1,8})?\Z"
    )
)
def test_a_normal_tag_is_its_own_normal_form(tag: str) -> None:
    try:
        normal = normal_variety(tag)
    except InputRefused:
        return
    assert normal_variety(normal) == normal == normal_variety(tag.upper())
