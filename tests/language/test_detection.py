"""Which Korean a text is written in is known by what only one of them writes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from glossary.language.detection import Detection, detect
from glossary.language.hangul import coda
from glossary.language.lexicon import lexicon
from glossary.language.orthography import respell
from glossary.language.tables import read_table
from glossary.language.variety_joined import joined
from glossary.language.variety_places import (
    AUXILIARY,
    BOUND,
    COUNTER,
    HEAD,
    KINDS_OF_PLACE,
    NOT,
    NOUN,
    SINCE,
    SPOT,
    TIME,
)
from glossary.language.variety_weights import OTHERS
from glossary.model import APPLY, KO_CN, KO_KR

WORDS = ("spelling", "name", "word")
_EITHER = re.compile(r"\{([^|}]*)\|([^}]*)\}")


def sentences(variety: str, file: str = "sentence_pairs.txt") -> list[str]:
    """Our sentences in one variety; those that are the same in both cannot be told."""
    lines = (Path(__file__).parent / file).read_text("utf-8").splitlines()[1:]
    side = r"\1" if variety == KO_CN else r"\2"
    return [_EITHER.sub(side, line) for line in lines]


@pytest.mark.parametrize(
    ("text", "variety"),
    [
        ("로동자들의 권익을 보호하기 위한 조치가 취해졌다", KO_CN),
        ("대회는 북경에서 거행되였다", KO_CN),
        ("습근평 주석이 룡정을 찾았다", KO_CN),
        ("총경리는 산업사슬을 말했다", KO_CN),
        ("노동자들의 권익을 보호하기 위한 조치가 취해졌다", KO_KR),
        ("대회는 서울에서 열리게 되었다", KO_KR),
        ("시진핑 주석이 랴오닝성을 찾았다", KO_KR),
        ("매출은 3억 위안이다", KO_KR),
        ("그 회사의 성장률은 8조 3000억 원을 넘었다", KO_KR),
        ("외교부 대변인 모녕은 질문에 대답했다", KO_CN),
        ("왕훙(網紅)이 많다", KO_KR),
        ("", ""),
        ("2026", ""),
    ],
)
def test_the_variety_is_known_by_what_only_it_writes(text: str, variety: str) -> None:
    assert detect(text).variety == variety


def test_every_piece_of_evidence_can_be_shown() -> None:
    for text in sentences(KO_CN) + sentences(KO_KR):
        for each in detect(text).evidence:
            assert each.text
            assert each.text in text
            assert text[each.start : each.end] in each.text
            assert each.kind in (*OTHERS, *KINDS_OF_PLACE)
            assert 1 <= each.weight <= 3


def test_what_is_repeated_counts_once() -> None:
    once, twice = detect("로동자가 왔다"), detect("로동자가 로동자를 만났다")
    assert once.weight(KO_CN) == twice.weight(KO_CN) > 0
    assert len(twice.evidence) > len(once.evidence)


def news(part: str) -> list[tuple[str, str]]:
    """Variety and sentence; the detector was made looking at the part `tuned` alone."""
    lines = (Path(__file__).parent / "news_sentences.tsv").read_text("utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines]
    return [(variety, text) for its_part, variety, text in rows if its_part == part]


@pytest.mark.parametrize("variety", [KO_CN, KO_KR])
def test_a_short_sentence_is_nearly_always_told(variety: str) -> None:
    found = [detect(text) for text in sentences(variety)]
    assert len(found) >= 195
    assert [each.variety for each in found].count(variety) >= len(found) * 0.97
    assert sum(each.sure and each.variety != variety for each in found) <= len(found) * 0.01


def test_a_sentence_that_differs_little_is_mostly_told() -> None:
    found = [
        (variety, detect(text).variety)
        for variety in (KO_CN, KO_KR)
        for text in sentences(variety, "press_pairs.txt")
    ]
    assert len(found) >= 600
    assert sum(right == told for right, told in found) >= len(found) * 0.93


def test_a_sentence_that_differs_in_spaces_is_mostly_told() -> None:
    found = [
        (variety, detect(text))
        for variety in (KO_CN, KO_KR)
        for text in sentences(variety, "spacing_pairs.txt")
    ]
    assert len(found) >= 200
    assert sum(right == told.variety for right, told in found) >= len(found) * 0.92
    assert [right for right, told in found if told.sure and told.variety != right] == []


@pytest.mark.parametrize("part", ["tuned", "aside"])
def test_a_sentence_of_news_is_mostly_told(part: str) -> None:
    found = [(variety, detect(text)) for variety, text in news(part)]
    assert len(found) >= 210
    assert sum(each.variety == variety for variety, each in found) >= len(found) * 0.9


@pytest.mark.parametrize("part", ["tuned", "aside"])
def test_the_probability_is_as_good_as_its_word(part: str) -> None:
    found = [(variety, detect(text)) for variety, text in news(part)]
    sure = [each.variety == variety for variety, each in found if each.sure]
    assert len(sure) >= len(found) * 0.4
    assert sum(sure) >= len(sure) * 0.95
    expected = sum(each.probability for _, each in found)
    assert abs(sum(each.variety == variety for variety, each in found) - expected) <= 25


def test_of_sentences_it_was_not_made_with_nearly_all_are_told() -> None:
    rows = (Path(__file__).parent / "unseen_pairs.tsv").read_text("utf-8").splitlines()[2:]
    pairs = [row.split("\t") for row in rows]
    found = [(v, detect(t)) for pair in pairs for v, t in zip((KO_CN, KO_KR), pair, strict=True)]
    assert len(found) >= 800
    assert sum(each.variety == variety for variety, each in found) >= len(found) * 0.98
    sure = [each.variety == variety for variety, each in found if each.sure]
    assert len(sure) >= len(found) * 0.6
    assert sum(sure) >= len(sure) * 0.99


@pytest.mark.parametrize("variety", [KO_CN, KO_KR])
def test_six_sentences_together_are_told(variety: str) -> None:
    lines = sentences(variety)
    texts = [" ".join(lines[at : at + 6]) for at in range(0, len(lines) - 5, 3)]
    found = [detect(text).variety for text in texts]
    assert found.count(variety) >= len(found) * 0.98


@pytest.mark.parametrize(
    ("joined", "parted", "kind"),
    [
        ("비가 올것 같다", "비가 올 것 같다", BOUND),
        ("집을 떠난지 오래다", "집을 떠난 지 오래다", BOUND),
        ("잔을 떨어뜨릴번했다", "잔을 떨어뜨릴 뻔했다", BOUND),
        ("글을 읽을줄 안다", "글을 읽을 줄 안다", BOUND),
        ("도착한후 알렸다", "도착한 후 알렸다", TIME),
        ("해가 저물무렵에 왔다", "해가 저물 무렵에 왔다", TIME),
        ("다섯시에 만나자", "다섯 시에 만나자", COUNTER),
        ("물 두병을 샀다", "물 두 병을 샀다", COUNTER),
        ("여덟시간만에 깼다", "여덟 시간 만에 깼다", COUNTER),
        ("안개속에서 길을 잃었다", "안개 속에서 길을 잃었다", SPOT),
        ("연구실안에 있다", "연구실 안에 있다", SPOT),
        ("졸업후에 만났다", "졸업 후에 만났다", SINCE),
        ("방학때 만났다", "방학 때 만났다", SINCE),
        ("제출기한내에 내라", "제출 기한 내에 내라", SINCE),
        ("환경오염조사를 했다", "환경 오염 조사를 했다", NOUN),
        ("회원등록을 마쳤다", "회원 등록을 마쳤다", HEAD),
        ("메모를 남겨두고 갔다", "메모를 남겨 두고 갔다", AUXILIARY),
        ("꽃이 시들어버렸다", "꽃이 시들어 버렸다", AUXILIARY),
        ("잔디밭에 앉아있는 사람", "잔디밭에 앉아 있는 사람", AUXILIARY),
        ("문이 안열린다", "문이 안 열린다", NOT),
        ("늦을테니 먼저 가거라", "늦을 테니 먼저 가거라", BOUND),
        ("사고가 발생시 알린다", "사고가 발생 시 알린다", SINCE),
        ("작업중이던 사람이 다쳤다", "작업 중이던 사람이 다쳤다", SINCE),
        ("다섯시면 깬다", "다섯 시면 깬다", COUNTER),
        ("책을 나누어주신 어른이다", "책을 나누어 주신 어른이다", AUXILIARY),
        ("콩종자를 골랐다", "콩 종자를 골랐다", NOUN),
        ("신고기한은 모레다", "신고 기한은 모레다", NOUN),
        ("사고해결에 힘썼다", "사고 해결에 힘썼다", HEAD),
        ("그 새를 보신적이 있다", "그 새를 보신 적이 있다", BOUND),
        ("낮게 나온데는 까닭이 있다", "낮게 나온 데는 까닭이 있다", BOUND),
        ("누가 끊은거야", "누가 끊은 거야", BOUND),
        ("어디서 산겁니까", "어디서 산 겁니까", BOUND),
        ("그 일은 해본적이 없다", "그 일은 해본 적이 없다", BOUND),
        ("그 일을 한적이 없다", "그 일을 한 적이 없다", BOUND),
        ("점점 나아질거야", "점점 나아질 거야", BOUND),
        ("그 책을 쓰신분을 만났다", "그 책을 쓰신 분을 만났다", BOUND),
        ("떡 두어접시를 놓았다", "떡 두어 접시를 놓았다", COUNTER),
        ("물에 담가두었다", "물에 담가 두었다", AUXILIARY),
    ],
)
def test_a_place_is_evidence_whether_joined_or_parted(joined: str, parted: str, kind: str) -> None:
    for text, variety in ((joined, KO_CN), (parted, KO_KR)):
        kinds = [each.kind for each in detect(text).evidence if each.variety == variety]
        assert kind in kinds
        assert not detect(text).counted(KO_KR if variety == KO_CN else KO_CN)


@pytest.mark.parametrize(
    "text",
    [
        "세남매가 산다",
        "두볼이 빨갛다",
        "더이상 말이 없다",
        "온집안이 조용하다",
        "합법적권익을 지킨다",
        "이른새벽에 큰 눈이 또 왔다",
        "시공안국이 그 일을 다 안다",
        "너때문에 늦었다",
    ],
)
def test_what_only_the_korean_edition_joins_is_evidence(text: str) -> None:
    assert detect(text).variety == KO_CN


@pytest.mark.parametrize(
    "text",
    [
        "예방접종",
        "휴대전화",
        "인공지능",
        "두부를",
        "세상에",
        "실수가",
        "안전",
        "지난해보다",
        "학생들이",
        "살리는",
        "될지도",
        "건강한데",
        "만들거나",
        "내세우다",
        "서성이는",
        "세거나",
        "봄이면",
        "아름다운",
        "낮아서",
        "이어지게",
        "활성화합니다",
        "도시화가",
        "품사이며",
        "안았다",
        "얼마든지",
        "사흘간",
        "최고인민검찰원은",
        "동물실험으로",
        "학생들은 줄을",
        "생각 안",
        "주장이 끝내 승부를",
        "썰어 가마에",
        "허락 없이",
        "5명의 학생을",
        "난수",
        "악천후",
        "간체",
        "페인터",
        "언제든지",
        "누구든지",
    ],
)
def test_what_both_join_is_no_place(text: str) -> None:
    assert [each for each in detect(text).evidence if each.kind not in WORDS] == []


@pytest.mark.parametrize("ending", ["는", "는데", "고", "게", "지", "지도", "거나", "던데", "기도"])
def test_no_form_of_a_verb_is_a_bound_noun_after_another(ending: str) -> None:
    forms = [stem + ending for stem in lexicon().stems if coda(stem[-1]) != "ㄹ"]
    assert len(forms) > 8000
    wrong = [form for form in forms if (joined(form) or (0, ""))[1] in (BOUND, TIME)]
    assert wrong == []


def test_every_marker_stands_once_and_says_what_the_spelling_does_not() -> None:
    paragraphs = read_table("variety_markers.txt").split("\n\n")
    rows = [(part.partition("\n")[0], part.partition("\n")[2].split()) for part in paragraphs]
    words = [word for _, listed in rows for word in listed]
    assert len(words) == len(set(words))
    for head, listed in rows:
        variety, weight = head.split(" ")
        assert variety in (KO_CN, KO_KR)
        assert weight in "123"
        spelt = [word for word in listed if _is_respelt(word) and variety == KO_CN]
        assert spelt == []


def _is_respelt(word: str) -> bool:
    """Whether the word as it stands would be respelt for sure."""
    text = word.strip("~").replace("_", " ")
    return any(each.band == APPLY and each.kind != "spacing" for each in respell(text))


def test_missing_spaces_alone_make_nothing_sure() -> None:
    """Many people in South Korea leave them out as well."""
    found = detect(
        "떠나기전에 두사람을 만나고싶었을뿐이고 불길속에서 나온후 아는것을 말할수 있었다"
    )
    assert len(found.counted(KO_CN)) >= 6
    assert found.variety == KO_CN
    assert not found.sure


def test_a_word_that_the_korean_edition_has_too_says_nothing() -> None:
    """이발 is 이빨 there, though 이발 (理髮) is 리발."""
    assert detect("이발이 아프다").weight(KO_KR) == 0


def test_what_overlaps_counts_once() -> None:
    found = detect("전국인대 대표")
    assert found.weight(KO_CN) == max(each.weight for each in found.counted(KO_CN))


def test_without_evidence_there_is_a_guess_and_it_says_so() -> None:
    found = detect("비가 온다")
    assert found.evidence == ()
    assert not found.sure
    assert 0.5 < found.probability < 0.75


def test_a_text_without_hangul_has_no_variety() -> None:
    assert detect("中国 2026") == Detection("", 0.5, ())


@pytest.mark.parametrize(
    ("text", "sign", "variety"),
    [
        ("모두 20여 명이 왔다", "여 명", KO_KR),
        ("모두 20여명이 왔다", "여명", KO_CN),
        ("두 번째로 왔다", "두 번째", KO_KR),
        ("세번이나 왔다", "세번", KO_CN),
        ("10년 전에 왔다", " 전", KO_KR),
        ("3년내에 온다", "내", KO_CN),
        ("지금 조사중이다", "중", KO_CN),
        ("집에 갈수 있다", "갈수", KO_CN),
        ("길이가 3km이다", "km", KO_KR),
        ("처장 리빈은 웃었다", "처장 리빈", KO_CN),
        ("허흥규교장은 웃었다", "허흥규교장", KO_CN),
        ("그 사람(刘三军)은 웃었다", "刘三军", KO_CN),
        ("대통령 트럼프는 말했다", "대통령 트럼프는", KO_CN),
        ("학교를 졸업한후 돌아왔다", "졸업한후", KO_CN),
        ("잘되기만 바랄뿐이다", "바랄뿐", KO_CN),
        ("먹을만한 것이 없다", "먹을만", KO_CN),
        ("집을 떠나기전에 왔다", "떠나기전", KO_CN),
        ("너를 만나고싶다", "만나고싶", KO_CN),
        ("두사람이 왔다", "두사람", KO_CN),
        ("불길속에서 나왔다", "불길속", KO_CN),
        ("방학기간에 왔다", "방학기간", KO_CN),
        ("생산과정을 보았다", "생산과정", KO_CN),
        ("생산 과정을 봤다", "생산 과정", KO_KR),
        ("눈우에 앉았다", "눈우", KO_CN),
        ("인구는 2.1만명이다", ".1만", KO_CN),
        ("20메터를 걸었다", "메터", KO_CN),
        ("그렇게 말하군 한다", "군 ", KO_CN),
        ("상해에서 왔다", "상해에서", KO_CN),
        ("배초촌에서 왔다", "배초촌", KO_CN),
        ("그 사람(劉三軍)은 웃었다", "劉三軍", KO_KR),
        ("글자를 지우는데는 고무가 낫다", "데는", KO_CN),
        ("할머니께서는 웃으시였다", "시였", KO_CN),
        ("버리기가 아까와 망설였다", "아까와", KO_CN),
        ("학생 31명중 여섯이 빠졌다", "명중", KO_CN),
        ("학생 31명 중 여섯이 빠졌다", "명 중", KO_KR),
        ("5분후에 다시 켠다", "분후", KO_CN),
        ("5분 후에 다시 켠다", "분 후", KO_KR),
        ("물을 아껴쓸데 대한 글을 읽었다", "데 대한", KO_CN),
        ("단추를 떼여먹은 아이", "떼여먹", KO_CN),
        ("추위를 견디여야 봄이 온다", "견디여야", KO_CN),
        ("신문을 말리운다고 널었다가 말리우고 말았다", "말리우고", KO_CN),
        ("담배는 페에 나쁘다", "페에", KO_CN),
        ("눈물이 많아 코가 얼얼해나서 울었다", "해나", KO_CN),
        ("수출은 동기 대비 늘었다", "동기 대비", KO_CN),
        ("논 30무를 갈았다", "0무", KO_CN),
        ("사과 300근을 땄다", "근", KO_CN),
        ("절반 좌우였다가 60% 좌우로 올랐다", " 좌우", KO_CN),
        ("초중시절에 만났다", "초중", KO_CN),
        ("매개 학생이 한마디씩 한다", "매개 ", KO_CN),
        ("우리가 3대 1로 이겼다", "대 ", KO_CN),
        ("차량 세대가 부딪쳤다", "차량 세대", KO_CN),
        ("이 땅은 모두의것이다", "의것", KO_CN),
        ("음료를 드실수 있습니다", "드실수", KO_CN),
        ("손이 달가와 놀랐다", "달가와", KO_CN),
        ("값이 3만4200원이다", "만", KO_KR),
        ("사고는 오후 3시께 났다", "께", KO_KR),
        ("주민·상인이 모였다", "·", KO_KR),
        ("유럽연합(EU)이 모였다", "(EU)", KO_KR),
        ("최소 9명이 다쳤다", "최소 ", KO_KR),
        ("편지를 써줬다", "줬", KO_KR),
        ("밤이면 울곤 했다", "곤 ", KO_KR),
        ("어제 시 교육국은 쉬었다", "시 교육국", KO_KR),
        ("앞서 그는 떠났다", "앞서 ", KO_KR),
        ("누가 가느냐는 다음 일이다", "느냐", KO_KR),
    ],
)
def test_spaces_signs_and_order_speak(text: str, sign: str, variety: str) -> None:
    found = [(each.text, each.variety) for each in detect(text).evidence if each.kind not in WORDS]
    assert (sign, variety) in found


@pytest.mark.parametrize(
    "text",
    [
        "관중이 많다",
        "오후에 온다",
        "세대가 다르다",
        "한 대학에서 왔다",
        "두통이 심하다",
        "약속을 지켰다",
        "볼만한 영화이다",
        "법안의 뜻을 안다",
        "상해의 정도가 심하다",
        "농촌에서 왔다",
        "과학기술이 앞선다",
        "상품을 대여가 아니라 판다",
        "그리운 사람을 그리웠다",
        "매출은 전년 동기 대비 늘었다",
        "대서양의 섬 이름은 /페로",
        "할 일을 생각하는군 하지만 늦었다",
    ],
)
def test_words_that_look_like_signs_are_none(text: str) -> None:
    assert [each for each in detect(text).evidence if each.kind not in WORDS] == []


def test_a_wife_is_told_from_a_mistake_for_not_doing() -> None:
    wife, mistake = (detect(text).weight(KO_CN) for text in ("안해의 생일", "안해 본 일"))
    assert wife > mistake


def test_a_number_before_it_makes_another_word() -> None:
    """여권 is a passport, 500여권 are books."""
    passport, books = (
        [each.text for each in detect(text).evidence if each.kind == "word"]
        for text in ("여권을 챙겼다", "500여권을 챙겼다")
    )
    assert "여권" in passport
    assert "여권" not in books


@pytest.mark.parametrize("word", ["왼쪽", "마라톤", "백신", "댓글", "트럼프"])
def test_a_loanword_that_either_country_writes_says_nothing(word: str) -> None:
    kinds = [each.kind for each in detect(f"{word}에 대한 글이다").evidence]
    assert "spelling" not in kinds


def test_a_word_is_not_hidden_by_the_noun_of_time_behind_it() -> None:
    assert detect("소학교때 만났다").weight(KO_CN) > detect("중학교때 만났다").weight(KO_CN)
