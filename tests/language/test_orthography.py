"""Chinese-Korean text is respelt for South Korea, and only where it must be."""

from __future__ import annotations

import csv
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from glossary.language.lexicon import lexicon
from glossary.language.orthography import applied, respell
from glossary.model import APPLY, BANDS, FLAG, KO_CN, KO_KR, SUGGEST

NAMES = frozenset(("N", "P", "O", "CUR", "META"))
# 년말 is a word at the start of a text; the article has it after a number, where it stays.
KNOWN_FALSE = {"년말까지": "연말까지"}


def gold() -> list[dict[str, str]]:
    lines = (Path(__file__).parent / "spelling_gold.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line for line in lines if not line.startswith("#"))
    return list(csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE))


def spelt(text: str, *bands: str) -> str:
    return applied(text, [each for each in respell(text) if each.band in bands])


def spelling(text: str) -> str:
    """The text with all but flags and the transcription of places, which the table leaves out."""
    found = (each for each in respell(text) if each.band != FLAG and each.kind != "place")
    return applied(text, found)


def test_words_outside_names_are_spelt_as_expected() -> None:
    rows = [row for row in gold() if row["class"] not in NAMES]
    assert len(rows) > 480
    got = {row["token"]: spelling(row["token"]).replace(" ", "") for row in rows}
    wrong = {
        row["token"]: got[row["token"]]
        for row in rows
        if got[row["token"]] != row["expected"].replace(" ", "")
    }
    assert wrong == KNOWN_FALSE


def test_no_name_is_changed_wrongly() -> None:
    rows = [row for row in gold() if row["class"] in NAMES - {"META"}]
    changed = {row["token"]: spelt(row["token"], APPLY) for row in rows}
    wrong = {
        row["token"]: changed[row["token"]]
        for row in rows
        if changed[row["token"]] not in (row["token"], row["expected"])
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("자리가 없을가봐 걱정이다", "자리가 없을까 봐 걱정이다"),
        ("밤에 추울가봐요", "밤에 추울까 봐요"),
        ("저 사람은 누구일가?", "저 사람은 누구일까?"),
        ("재가로인들을 찾았다", "재가노인들을 찾았다"),
        ("물우에 뜬 배와 산우의 탑", "물 위에 뜬 배와 산 위의 탑"),
        ("경우에 폭우에 배우에게", "경우에 폭우에 배우에게"),
        ("잘 보일수 있도록", "잘 보일 수 있도록"),
        ("새로운것이지만 낡은것이므로", "새로운 것이지만 낡은 것이므로"),
        ("1립방메터", "1입방미터"),
        ("무우를 심은 무우밭", "무를 심은 무밭"),
        ("꼭 틀어쥐여야 한다", "꼭 틀어쥐어야 한다"),
        ("귀한 음식인만큼 아껴라", "귀한 음식인 만큼 아껴라"),
        ("한국인만큼 매운것을", "한국인만큼 매운 것을"),
        ("자전거 두대를 샀다", "자전거 두 대를 샀다"),
        ("저금리자률이 올랐다", "저금이자율이 올랐다"),
        ("비행기가 우로 솟아올랐다", "비행기가 위로 솟아올랐다"),
        ("력사박물관을 리용하는 려객", "역사박물관을 이용하는 여객"),
        ("혁신련합체의 력량", "혁신연합체의 역량"),
        ("고효률과 치렬한 경쟁", "고효율과 치열한 경쟁"),
        ("건설되여 투입되였다", "건설되어 투입되었다"),
        ("고마운 시련이였어요. 일찍 뛰였단다.", "고마운 시련이었어요. 일찍 뛰었단다."),
        ("좋은 일이 아닐가?", "좋은 일이 아닐까?"),
        ("헤여진 형제와 헤여졌다", "헤어진 형제와 헤어졌다"),
        ("열살때 본 리티움전지", "열 살 때 본 리튬전지"),
        ("뜻을 내비치였다. 물을 흘리여서", "뜻을 내비쳤다. 물을 흘려서"),
        (
            "값이 오를것이며 좋은것을 넘길수 있을것이다.",
            "값이 오를 것이며 좋은 것을 넘길 수 있을 것이다.",
        ),
        ("탈것과 날것, 새것이 별것인가.", "탈것과 날것, 새것이 별것인가."),
        ("이것은 큰 성과이다. 그날은 장날이였다.", "이것은 큰 성과이다. 그날은 장날이었다."),
        ("언제 시작할가요? 못할가 봐 걱정했다.", "언제 시작할까요? 못할까 봐 걱정했다."),
        ("페막식과 화페", "폐막식과 화폐"),
        ("안해는 로씨야에서 왔다. 그것이 아니였다.", "아내는 러시아에서 왔다. 그것이 아니었다."),
        ("나무잎에 해빛이 비쳤다", "나뭇잎에 햇빛이 비쳤다"),
        ("쎈터 앞의 뻐스", "센터 앞의 버스"),
        ("창립 80돐을 맞는 낚시군들", "창립 80돌을 맞는 낚시꾼들"),
        ("비스케트와 스케트", "비스킷과 스케이트"),
        ("배고픈 설음과 설음식", "배고픈 설움과 설음식"),
        ("초콜레트가 녹아서 초콜레트를 버렸다", "초콜릿이 녹아서 초콜릿을 버렸다"),
        (
            "떠난지 3년만에 무서운줄 모르고 앉은채로 볼뿐이다",
            "떠난 지 3년 만에 무서운 줄 모르고 앉은 채로 볼뿐이다",
        ),
        ("할뿐만 아니라 갈데도 없을 때마다", "할 뿐만 아니라 갈 데도 없을 때마다"),
        ("올때마다 세명이 여섯시간후에", "올 때마다 세 명이 여섯 시간 후에"),
        ("기차를 놓칠번했다. 열번하다 넘어질번한", "기차를 놓칠 뻔했다. 열번하다 넘어질 뻔한"),
        ("말씀하시였다. 돌아가시였다. 도시였다.", "말씀하셨다. 돌아가셨다. 도시였다."),
        ("책상우에 놓고 지붕우에서 경우에 폭우에", "책상 위에 놓고 지붕 위에서 경우에 폭우에"),
        (
            "먹고싶다. 보고계신다. 설치한후에 하는중이다.",
            "먹고 싶다. 보고 계신다. 설치한 후에 하는 중이다.",
        ),
        ("제도를 페지하고 24메터를 웨쳤다", "제도를 폐지하고 24미터를 외쳤다"),
        ("룡정에서 태여난 시인의 류리창", "룡정에서 태어난 시인의 유리창"),
        ("볼수없고 쓸수는있는 두가지", "볼 수 없고 쓸 수는 있는 두 가지"),
        ("배울수 있다. 찾고있는 사람", "배울 수 있다. 찾고 있는 사람"),
        ("“로동은 영광스럽다”고 말하였다", "“노동은 영광스럽다”고 말하였다"),
        ("감기가 류행이라는데 록색통에", "감기가 유행이라는데 록색통에"),
        ("로인이였는데 리유였지만", "노인이었는데 이유였지만"),
        ("책이예요. 아니예요. 안해의 손", "책이에요. 아니에요. 아내의 손"),
        ("순이였어. 바둑이였다. 사람이였다", "순이였어. 바둑이였다. 사람이었다"),
        ("와르샤와의 결승꼴", "바르샤바의 결승골"),
        ("11련승을 한 랭국", "11연승을 한 냉국"),
        ("웃마을과 웃층 웃옷", "윗마을과 웃층 웃옷"),
        ("이 맛은 어떨가 싶다. 힘이 력부족이다", "이 맛은 어떨까 싶다. 힘이 역부족이다"),
        ("전력부족으로, 고려말에", "전력부족으로, 고려말에"),
        ("부모를 여의였다. 차거운 물", "부모를 여의었다. 차가운 물"),
        ("덜렁이였지만 사람이였다", "덜렁이였지만 사람이었다"),
    ],
)
def test_what_is_sure_is_applied(text: str, expected: str) -> None:
    assert spelt(text, APPLY) == expected


@pytest.mark.parametrize(
    "text",
    [
        "라디오와 로봇, 리더와 라인",
        "연장된 연료와 유기질 비료를 나르는 노력",
        "해외여행과 참여, 기여, 대여",
        "기여가 크고 기여나 참여가 있다. 차이였다.",
        "이야기였다. 무기였습니다. 고양이였다.",
        "길가에서 소설가가 물가를 말했다",
        "협력과 경력, 법률과 확률",
        "2026년 5월 20리 7량",
        "URL로, ‘15.5’라고, 3으로부터",
        "교수 있는 방, 실수 없는 사람",
        "처해있는 환경",
        "그리고 그리기 내리면 현재로서는",
        "스페인의 70층 집",
        "높이였다. 도시였다. 표시였다. 차이였다.",
        "이전후에, 산후에, 수자원과 기발한 생각",
        "마을뿐만 아니라 안채로 실수없이 한번에 세대의",
        "얼마나 큰지 모르고 세대와 한개를",
        "비가 그친 뒤였고, 밤 12시였다. 어릴 때였다. 어제까지였다.",
        "불길이 타올랐다. 슬기로운 아이로구나. 알아볼 수 있을뿐더러",
        "10여차례의 공습",
        "전화를 안해 미안하다. 말 안해도 안다. 공부를 안해서 왜 안해?",
        "새로 일군 밭, 샤와르마",
        "얼마나 좋아하는지 하루에 열 번도 읽는다",
        "30리를 갔다. 시어머니가 새어머니를 만났다",
    ],
)
def test_what_is_right_in_the_south_stays(text: str) -> None:
    assert spelt(text, APPLY, SUGGEST) == text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("‘뻐스’란 말", "mentioned"),
        ("‘뻐스’는 서울에서 ‘버스’라고 쓴다", "mentioned"),
        ("《로동의 노래》를 읽다", "title"),
        ("류하생은 말하였다", "name"),
        ("리선생은 말하였다", "name"),
        ("3억원을 들여", "yuan"),
        ("조원급 산업", "yuan"),
        ("몇만원을 들여", "yuan"),
        ("수십억원이 들었다", "yuan"),
        ("관계가 밀접한바, 회의가 열렸다", "style-neunba"),
        ("사회에로 나가다", "style-ero"),
        ("중심으로 되다", "style-doeda"),
        ("사업을 함에 있어서", "style-hame"),
        ("농업에 의탁하여", "style-uitak"),
        ("최근년래 늘었다", "style-nyeollae"),
        ("강화할데 관한 의견", "style-lde"),
    ],
)
def test_what_only_a_person_can_tell_is_flagged(text: str, reason: str) -> None:
    assert [(each.band, each.reason) for each in respell(text)] == [(FLAG, reason)]
    assert spelt(text, FLAG) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘15.5’계획이 시작된다", "제15차 5개년 계획(2026~2030년)이 시작된다"),
        ("‘14.5’시기", "제14차 5개년 계획(2021~2025년) 시기"),
        ("1.4분기", "1분기"),
        ("9.18사변과 3.14", "9.18사변과 3.14"),
        ("회원과 직원, 공원", "회원과 직원, 공원"),
    ],
)
def test_numbers_are_suggested_in_words(text: str, expected: str) -> None:
    assert spelt(text, APPLY, SUGGEST) == expected


@pytest.mark.parametrize(
    "text", ["과수원에서 일한다", "수원을 지키자", "조원을 뽑았다", "연수원이다"]
)
def test_what_ends_like_money_is_none(text: str) -> None:
    assert respell(text) == ()


@pytest.mark.parametrize(
    "text", ["렬차는 만원을 이루었다", "만원 뻐스에 올랐다", "극장이 만원이였다"]
)
def test_a_full_house_is_no_money(text: str) -> None:
    assert all(each.kind != "number" for each in respell(text))


@pytest.mark.parametrize(
    ("text", "bands"),
    [
        ("우로 가면 학교이고 좌로 가면 시장이다", []),
        ("네거리에서 우로 돌아가라", []),
        ("우로 가거라", [SUGGEST]),
        ("리발소에서 이발을 하였다", [APPLY]),
        ("저녁마다 이발을 닦는다", [FLAG]),
        ("이발이 아파서 치과에 갔다", [FLAG]),
        ("후반전에 꼴을 넣었다", ["suggest"]),
        ("그게 무슨 꼴이냐", []),
    ],
)
def test_a_word_of_two_senses_is_told_by_what_stands_near(text: str, bands: list[str]) -> None:
    assert [each.band for each in respell(text)] == bands


def test_a_word_that_goes_on_with_words_is_no_name() -> None:
    [each] = respell("록색저탄소기술")
    assert (each.after, each.band) == ("녹색", SUGGEST)
    assert respell("리상훈교수")[0].band == FLAG


@pytest.mark.parametrize("text", ["회수를 늘리다", "리상과 신념", "일을 벌리고", "떼였다"])
def test_what_can_be_two_words_is_suggested(text: str) -> None:
    assert [each.band for each in respell(text)] == [SUGGEST]


WORDS = st.sampled_from(
    sorted(lexicon().by_chinese)[::7]
    + sorted(lexicon().words)[::97]
    + list("를은 .“”《》’2a\n여였가")
)


@given(st.lists(WORDS, max_size=12).map("".join))
def test_respellings_are_in_order_and_say_what_stands_there(text: str) -> None:
    found = respell(text)
    places = [(each.start, each.end) for each in found]
    assert places == sorted(places)
    assert all(one[1] <= other[0] for one, other in pairwise(places))
    for each in found:
        assert text[each.start : each.end] == each.before
        assert each.band in BANDS
        assert (each.before == each.after) == (each.band == FLAG)


def test_no_south_korean_word_is_changed() -> None:
    assert [word for word in lexicon().words if spelt(word, APPLY) != word] == []


def test_every_pair_leads_from_one_spelling_to_another() -> None:
    for pair in lexicon().by_chinese.values():
        assert pair.chinese != pair.korean
        assert pair.band in (APPLY, SUGGEST)
        assert pair.where in ("", "^", "1", "=")


_BITS = """
    년 할가 량산 쎈터 되였다 이였다 리철수 류하생 습근평 리백 교수 기자 선생은 (45세) (刘河生) 《 》
    ‘ ’ 란 말 료녕성 북경 할수 있다 는것 ‘15.5’계획 3억원 률 렬 여 가 는 을 와 , · 2026년말
    초콜레트가 안해 우에 노동 되었다 여성 열명
"""


@example(["년할가"])
@given(st.lists(st.sampled_from([*_BITS.split(), " ", "\n"]), max_size=25))
@pytest.mark.parametrize("to", [KO_KR, KO_CN])
def test_respellings_stand_in_order_and_never_overlap(to: str, bits: list[str]) -> None:
    text, last = "".join(bits), 0
    for each in respell(text, to):
        assert text[each.start : each.end] == each.before
        assert each.start >= last
        last = each.end
