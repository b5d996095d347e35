"""The help of the command line in Korean."""

SENTENCES = {
    "help-app": (
        "중국 조선어, 중국어, 한국어를 함께 담는 용어집입니다.\n\n\b\n"
        "  glossary search 중시          용어 찾기\n"
        "  glossary search ㅈㅅ          … 초성으로, 또는 zhongshi, zs, wndtl, 中試\n"
        "  glossary add --ko-cn 량산 --zh 量产 --ko-kr 양산\n"
        "  glossary undo                 마지막 변경 되돌리기\n"
        "  glossary export -o terms.csv  모두 스프레드시트로 내보내기\n\n"
        "파일은 --db, $GLOSSARY_DB 순으로 정해지고, 둘 다 없으면 처음 실행할 때 만든 내 파일입니다."
    ),
    "help-db": "작업할 용어집 파일",
    "help-set": "이 용어집만 검색하거나 편집하거나 내보내기",
    "help-debug": "결함이 나면 트레이스백 표시",
    "help-version": "버전 표시",
    "help-json": "표준 출력에 JSON 문서 하나로 출력",
    "help-jsonl": "한 줄에 JSON 문서 하나씩 출력",
    "help-uid": "개념의 uid(search 결과에 표시됨)",
    "help-search": (
        "어떻게 입력하든 용어를 찾습니다.\n\n\b\n"
        "  glossary search 중시            한글(두 표기 모두), 오타가 있어도 됨\n"
        "  glossary search 중시플랫폼을    조사와 어미는 떼고 찾음\n"
        "  glossary search ㅈㅅ            초성, 덜 입력한 글자(중ㅅ)\n"
        "  glossary search wndtl           영문 자판으로 친 한글\n"
        "  glossary search 中試            한자, 간체든 번체든\n"
        "  glossary search zhongshi        병음(zhòngshì, zhong4shi4), zs\n"
        "  glossary search 량산 --json     프로그램에서 쓸 때\n"
        "  glossary search - < words.txt   한 줄에 검색어 하나\n\n"
        "찾은 것이 없으면 종료 코드는 1입니다."
    ),
    "help-query": "검색어. -이면 한 줄에 하나씩 읽음",
    "help-in": "이 언어의 용어만: ko-CN, zh, ko-KR …",
    "help-domain": "이 분야의 개념만",
    "help-status": "이 상태의 용어만",
    "help-min": "점수가 이 값 이상인 결과만",
    "help-limit": "표시할 개수. 0이면 모두",
    "help-show": (
        "개념 전체를 보여 줍니다: 용어, 출처, 예문, 문맥 규칙.\n\n\b\n  glossary show sqg4pnecs5kpc"
    ),
    "help-add": (
        "개념을 추가합니다. 같은 옵션을 여러 번 쓸 수 있으며, 언어마다 첫 용어가 우선 용어가 "
        "됩니다.\n\n\b\n"
        "  glossary add --ko-cn 량산 --zh 量产 --ko-kr 양산 --domain manufacturing\n"
        "  glossary add --zh 中试 --term zh-TW=中試\n"
        '  glossary add --ko-cn 중시 --zh 中试 --cite "인민넷;제목;2026-01-04"'
    ),
    "help-ko-cn": "중국 조선어 용어",
    "help-zh": "중국어 용어",
    "help-ko-kr": "한국어 용어",
    "help-term": "다른 언어의 용어도 가능. 예: zh-TW=中試",
    "help-domain-is": "개념의 분야. 예: tech",
    "help-definition": "개념의 정의",
    "help-note": "메모",
    "help-status-is": (
        "첫 용어들의 상태: preferred(우선), admitted(허용), deprecated(비권장), forbidden(금지), "
        "draft(초안)"
    ),
    "help-pos": "품사. 예: noun",
    "help-cite": "첫 용어의 출처",
    "help-edit": (
        "개념을 변경합니다. 읽기 전용 꾸러미의 개념은 먼저 내 용어집에 복사합니다.\n\n\b\n"
        '  glossary edit UID --note "확인함"\n'
        '  glossary edit UID --ko-kr "파일럿 테스트"       첫 용어를 이 말로 바꾸기\n'
        '  glossary edit UID --term "ko-KR=시험 생산"      용어 하나 더하기\n'
        '  glossary edit UID --drop "ko-KR=시험 생산"\n'
        '  glossary edit UID --status "ko-KR=중간시험=forbidden"'
    ),
    "help-rename": "이 언어의 첫 용어를 대신할 말",
    "help-drop": "용어 빼기",
    "help-set-status": "용어의 상태 지정",
    "help-rm": "개념을 삭제합니다. 읽기 전용 꾸러미의 개념은 삭제할 수 없으므로, 내 용어집의 빈 항목으로 가려서 숨깁니다. 그 항목을 삭제하면 다시 보입니다.\n\n\b\n  glossary rm UID\n  glossary --set mine rm UID      mine 용어집에 있는 것 삭제, 숨긴 것은 다시 보임",
    "help-merge": "두 개념을 하나로 합칩니다. OTHER의 용어는 UID로 옮겨지고, OTHER로 찾아도 UID가 나옵니다.\n\n\b\n  glossary merge UID OTHER",
    "help-kept": "남을 개념의 uid",
    "help-lost": "합쳐질 개념의 uid",
    "help-history": "작업 내역을 최근 것부터 보여 주거나, 한 개념의 변경 내역을 모두 보여 줍니다.\n\n\b\n  glossary history\n  glossary history UID --json",
    "help-history-uid": "개념의 uid",
    "help-undo": (
        "최근 작업이나 지정한 작업을 되돌립니다. 되돌리기도 하나의 작업이므로 다시 되돌릴 수 "
        "있습니다.\n\n\b\n"
        "  glossary undo\n"
        "  glossary undo 12 --with-later"
    ),
    "help-batch": "작업 번호(history 결과에 표시됨)",
    "help-with-later": "같은 행을 변경한 이후 작업도 함께 되돌리기",
    "help-sets": "용어집을 찾는 순서대로 보여 줍니다. 새로 만들거나, 순서나 이름을 바꾸거나, 삭제할 수도 있습니다.\n\n\b\n  glossary sets\n  glossary sets --create client --rank 1\n  glossary sets --set client --read-only\n  glossary sets --set client --rename agency\n  glossary sets --set agency --delete",
    "help-which-set": "이름이나 순서를 바꾸거나 막거나 삭제할 용어집",
    "help-create": "이 이름으로 용어집 만들기",
    "help-rename-set": "용어집의 이름 바꾸기",
    "help-rank": "용어집의 순위. 1이 먼저이며, 순위가 낮은 용어집의 같은 개념을 가림",
    "help-read-only": "용어집에 쓰지 못하게 막거나 풀기",
    "help-delete-set": "용어집을 내용까지 모두 삭제. glossary undo로 되살릴 수 있음",
    "help-packs": (
        "함께 제공되는 꾸러미를 보여 줍니다. 설치, 업데이트, 제거도 할 수 있습니다.\n\n\b\n"
        "  glossary packs\n"
        "  glossary packs --install starter"
    ),
    "help-install": "꾸러미 설치 또는 업데이트",
    "help-pack-remove": "꾸러미 제거. 꾸러미의 개념을 고쳐 둔 사본은 그대로 남음",
    "help-stats": "용어집, 분야, 언어, 상태별로 개념과 용어의 수를 셉니다.\n\n\b\n  glossary stats --json",
    "help-backup": "파일 전체를 복사합니다. 다른 사람이 쓰는 중에도 됩니다.\n\n\b\n  glossary backup\n  glossary backup copy.db",
    "help-target": "사본의 이름. 기본값은 같은 폴더, 시각을 붙인 이름",
    "help-doctor": (
        "파일을 검사합니다: 손상, 끊어진 참조, 검색 키. 문제가 있으면 종료 코드는 1입니다.\n\n\b\n  glossary doctor\n  glossary doctor --repair"
    ),
    "help-repair": "파생 데이터 새로 만들기",
    "help-import": '파일에서 용어를 가져옵니다. 한 파일은 전부 가져오거나 전혀 가져오지 않으며, 하나의 작업으로 남습니다.\n\n\b\n  glossary import terms.csv --dry-run\n  glossary import terms.tsv --variety ko=ko-CN\n  glossary import other.csv --map "용어=ko-CN" --map "译文=zh-CN"\n  glossary import old.xlsx --sheet Sheet1 --no-header --map 1=zh-CN --map 2=ko-KR',
    "help-files": "가져올 파일. -이면 표준 입력(--format 필요)",
    "help-format": "파일 이름으로 알 수 없을 때의 형식",
    "help-map": "파일의 열과 그 열의 뜻",
    "help-variety": "파일에 쓰인 태그의 뜻: ko=ko-CN 또는 ko=ko-KR",
    "help-encoding": "파일의 인코딩",
    "help-no-header": "첫 줄이 제목 줄이 아님. 열은 --map 1=ko-CN처럼 알려 줌",
    "help-skip": "제목 줄 위에서 건너뛸 줄 수(예: 표의 이름)",
    "help-split": "한 칸에서 용어를 나누는 기호 추가(예: /). 늘 나누는 것: | ; 줄 바꿈",
    "help-sheet": "통합 문서의 시트",
    "help-since": "이 날짜(2026-11-01, UTC)나 작업(12)부터 바뀐 개념만",
    "help-on-duplicate": "이미 있는 행의 처리: merge(행의 내용을 받아들임), skip(그대로 두고 다른 점만 알림), add(새 개념으로 추가)",
    "help-dry-run": "어떻게 처리할지 행마다 보여 주기만 하고 변경하지 않음",
    "help-export": "용어를 파일로 내보냅니다. 형식은 파일 이름에 따릅니다: .csv, .tsv, .xlsx, .jsonl, .html, .md, .txt (OmegaT).\n\n\b\n  glossary export -o terms.csv\n  glossary export --domain tech --varieties ko-CN,zh-CN\n  glossary --set mine export -o backup.jsonl\n  glossary export --varieties zh-CN,ko-KR -o project/glossary/terms.txt\n  glossary export --varieties zh-CN,ko-KR --format deepl -o deepl.csv",
    "help-output": "내보낼 파일. 기본값은 표준 출력",
    "help-overwrite": "이미 있는 파일을 덮어쓰기(이 옵션이 없으면 덮어쓰지 않음)",
    "help-varieties": "이 언어들만(쉼표로 구분)",
    "help-scan": "글에서 아는 용어를 찾기\n\n\b\n  glossary scan text.txt                   색깔로 표시하고 표로 보임\n  glossary scan text.txt --to ko-KR        한국에서 쓰는 말\n  glossary scan zh.txt --other ko.txt      행마다 짝이 되는 번역문으로 판단\n  glossary scan text.txt --html page.html  용어마다 카드가 뜨는 웹 페이지\n  glossary scan - --json < text.txt        프로그램용\n\n찾은 것이 없으면 종료 코드 1입니다.",
    "help-scan-file": "문서: 텍스트, Markdown, HTML, Word, 한글, Excel, 번역 쌍 파일. -는 표준 입력",
    "help-text-variety": "글의 언어. 지정하지 않으면 글을 보고 판단",
    "help-scan-to": "이 언어의 대응어만 보이기",
    "help-scan-other": "행마다 짝이 되는 상대편 글. 동음이의어를 이것으로 판단하고, 거기에 없는 용어를 표시",
    "help-scan-other-variety": "상대편 글의 언어. 지정하지 않으면 글을 보고 판단",
    "help-nested": "긴 용어 속의 용어도 찾기",
    "help-single": "한 글자 용어도 찾기",
    "help-scan-html": "용어를 표시한 글을 웹 페이지로 이 파일에 저장",
    "help-context": "글 하나를 번역할 때 보조 도구에 건네줄 자료를 Markdown으로 모읍니다: 글에 나온 용어와 뜻, 쓸 말과 쓰지 않을 말, 비슷한 문장의 번역.\n\n\b\n  glossary context text.txt --to ko-KR\n  glossary context text.txt --budget 3000 | xclip\n  glossary context - --json < text.txt\n\n찾은 것이 없으면 종료 코드 1입니다.",
    "help-context-to": "번역할 언어",
    "help-budget": "글자 수의 한도(1000 이상). 용어가 먼저이고(주의할 것과 자주 나오는 것부터) 다음이 번역(점수 순)",
    "help-convert": "조선어 글을 한국어로, 또는 한국어 글을 조선어로 바꿉니다.\n\n\b\n  glossary convert text.txt                       확실한 표기와 용어\n  glossary convert text.txt --changes             바꾼 곳마다 이유와 함께\n  glossary convert text.txt --review -o new.txt   하나씩 정하기\n  glossary convert - --band suggest               그럴듯한 것까지\n  glossary convert text.txt --spelling-only       낱말은 그대로 두기\n  glossary convert text.txt --to ko-CN            거꾸로\n\n용어는 내 용어집의 것을 쓰고, 뒤의 조사도 고칩니다.",
    "help-convert-file": "글. -는 표준 입력",
    "help-to": "바꿀 쪽: ko-KR(프로필에 따로 없으면) 또는 ko-CN",
    "help-kiwi": "확실하지 않은 것은 형태소 분석기 Kiwi(pip install 'malmoi[kiwi]')로 판단",
    "help-band": "apply: 확실한 것만, suggest: 그럴듯한 것까지",
    "help-spelling-only": "낱말은 두고 표기만 바꾸기",
    "help-terms-only": "용어만 바꾸고 표기는 그대로 두기",
    "help-profile": "프로필: 설정 폴더의 profiles/NAME.toml 또는 파일 경로",
    "help-review": "하나씩 정하기: 예, 아니오, 언제나, 쓰지 않음",
    "help-convert-output": "글을 파일에 쓰기. --changes와 --json은 그와 함께 바뀐 것을 보여 줌",
    "help-changes": "글 대신 바꾼 곳, 제안, 표시를 나열하기",
    "help-read": (
        "중국어를 우리 한자음과 외래어 표기법으로 읽습니다.\n\n\b\n"
        "  glossary read 方瑞峰              방서봉, 외래어 표기 팡루이펑\n"
        "  glossary read 量产 --as word      량산, 양산\n"
        "  glossary read 单士元 --as person  성씨로 읽음\n"
        "  glossary read - < names.txt       한 줄에 하나씩"
    ),
    "help-hanzi": "한자로 적은 낱말이나 이름. -는 한 줄에 하나씩 읽음",
    "help-as": "word(낱말), person(사람), place(땅). 없으면 모두",
    "help-tm": "번역 메모리: 가져오기, 찾기, 내보내기.\n\n\b\n  glossary tm import old.tmx --variety ko=ko-CN\n  glossary tm match 신제품 중시를 마쳤다\n  glossary tm concordance 중시",
    "help-tm-format": "tmx, jsonl, csv, tsv, xlsx. 파일 이름으로 알 수 없을 때 지정합니다.",
    "help-tm-export-format": "tmx, jsonl, csv, tsv. 파일 이름으로 알 수 없을 때 지정합니다.",
    "help-tm-memory": "쓸 번역 메모리. 없으면 만듭니다.",
    "help-tm-memories": "이 번역 메모리만. 여러 번 지정할 수 있습니다.",
    "help-tm-import": "파일에서 단위를 가져옵니다. 한 작업으로 씁니다: TMX 1.1~1.4b, JSON Lines, CSV, TSV, Excel. 가져올 수 없는 것은 건너뛰고 알려 줍니다. 한 파일에서 하나도 가져올 수 없으면 종료 코드는 3입니다.\n\n\b\n  glossary tm import old.tmx --variety ko=ko-CN   태그 ko가 가리키는 것\n  glossary tm import pairs.xlsx --memory client\n  glossary tm import big.tmx --dry-run",
    "help-tm-files": "파일. -는 표준 입력(--format 필요).",
    "help-tm-export": "단위를 파일에 씁니다. 형식은 이름에 따릅니다: .tmx, .jsonl, .csv, .tsv.\n\n\b\n  glossary tm export -o all.tmx\n  glossary tm export -o seoul.tmx --varieties zh-CN,ko-KR --source zh-CN",
    "help-tm-export-source": "원문의 변종. TMX 파일 머리에 씁니다.",
    "help-tm-add": "단위 하나를 추가합니다.\n\n\b\n  glossary tm add --ko-cn 중시를 마쳤다 --zh 完成了中试",
    "help-tm-ko-cn": "중국 조선어 문장.",
    "help-tm-zh": "중국어 문장.",
    "help-tm-ko-kr": "한국어 문장.",
    "help-tm-text": "임의의 변종의 문장. 예: zh-TW=中試",
    "help-tui": "작업대를 엽니다. 찾기, 추가, 고치기, 메모리, 표기 바꾸기를 한 화면에서 합니다. 단축키는 F1에 있습니다.\n\n\b\n  glossary tui\n  glossary --db client.db tui",
    "help-tm-list": "번역 메모리를 보여 주거나 바꿉니다.\n\n\b\n  glossary tm list\n  glossary tm list --memory client --penalty 3 --priority 2\n  glossary tm list --memory client --read-only",
    "help-tm-stats": "메모리에 든 것을 셉니다. 단위, 언어별 문장과 글자 수, 그리고 무엇이 언제 썼는지 보여 줍니다.\n\n\b\n  glossary tm stats\n  glossary tm stats --memory client --json",
    "help-tm-which": "바꿀 번역 메모리.",
    "help-tm-rename": "번역 메모리의 이름을 바꿉니다.",
    "help-tm-priority": "점수가 같을 때의 순서. 1이 먼저입니다.",
    "help-tm-penalty": "이 메모리의 일치마다 빼는 점수.",
    "help-tm-read-only": "번역 메모리에 쓰지 못하게 하거나 허용합니다.",
    "help-tm-remove": "번역 메모리를 단위까지 모두 지웁니다. glossary undo로 되살립니다.\n\n\b\n  glossary tm remove client\n  glossary tm remove 7k2m9qh4x0abc --unit   단위 하나(uid로)",
    "help-tm-remove-name": "번역 메모리. --unit이면 단위의 uid.",
    "help-tm-remove-unit": "번역 메모리 대신 단위 하나를 지웁니다.",
    "help-tm-match": "이 문장과 가까운 단위를 점수 순으로 찾습니다.\n\n\b\n  glossary tm match 신제품 중시를 마쳤다\n  glossary tm match 完成中试 --target ko-KR --min 80\n  glossary tm match - --jsonl < sentences.txt     한 줄에 한 문장\n\n찾지 못하면 종료 코드가 1입니다.",
    "help-tm-match-text": "문장. -는 한 줄에 하나씩 읽습니다.",
    "help-tm-source": "문장의 변종. 지정하지 않으면 글자에 따라 ko-CN 또는 zh-CN.",
    "help-tm-target": "번역문의 변종. 지정하지 않으면 한글에는 zh-CN, 한자에는 ko-CN.",
    "help-tm-min": "최저 점수. 기본값 70.",
    "help-tm-fills": "채워 넣는 최저 점수. 기본값 95, 프로필에 있으면 그 값.",
    "help-tm-before": "앞 문장. 앞뒤가 모두 같으면 101점입니다.",
    "help-tm-after": "뒤 문장.",
    "help-tm-concordance": "낱말이나 구절을 문맥과 번역과 함께 보여 줍니다.\n\n\b\n  glossary tm concordance 중시\n  glossary tm concordance 중시 --across        다른 변종의 표기도 찾기\n  glossary tm concordance 中试 --skip 20\n\n찾지 못하면 종료 코드가 1입니다.",
    "help-tm-words": "낱말이나 구절.",
    "help-tm-in": "찾을 변종. 지정하지 않으면 글자에 따라 ko-CN 또는 zh-CN.",
    "help-tm-across": "같은 언어의 다른 변종도 표기와 관계없이 찾습니다.",
    "help-tm-skip": "이만큼 건너뜁니다.",
    "help-tm-analyse": "글 가운데 새것, 반복, 메모리에 있는 것이 얼마인지 견적용으로 셉니다.\n\n\b\n  glossary tm analyse article.txt\n  glossary tm analyse a.txt b.txt --rate 0.12 --grid exact=0,new=100\n  glossary tm analyse job.tmx --source ko-KR --target zh-CN --unit sheets --rate 9000 --places 0\n  glossary tm analyse article.txt -o quote.html\n\n등급: context(101), repeated, across, exact(100), spelling, 95-99, 85-94, 75-84, 60-74, 50-59, new.",
    "help-tm-texts": "문서(텍스트, Markdown, HTML, DOCX, HWPX, 통합 문서. -는 표준 입력의 텍스트) 또는 대역 파일(.tmx, .tsv 등).",
    "help-tm-text-source": "글의 변종. 기본값 zh-CN.",
    "help-tm-text-target": "번역문의 변종. 기본값 ko-CN.",
    "help-tm-low": "50~59점 일치도 셉니다.",
    "help-tm-unit": "대가의 단위: zi, eojeol, characters, spaced, sheets.",
    "help-tm-rate": "단위당 단가.",
    "help-tm-grid": "등급별 지급률(%). 적지 않은 것은 기본값: context=0,repeated=10,across=10,exact=20,spelling=30,95-99=30,85-94=60,75-84=80,60-74=100,50-59=100,new=100.",
    "help-tm-places": "금액의 소수 자릿수. 원화는 0.",
    "help-tm-report": "보고서를 씁니다: .csv, .xlsx, .html.",
    "help-tm-pretranslate": "메모리에 있는 번역을 문장마다 채워 넣습니다.\n\n\b\n  glossary tm pretranslate article.txt\n  glossary tm pretranslate article.txt --target ko-KR --min 85 -o draft.xlsx\n\n다른 변종의 번역은 알려 주기만 하고, --respell일 때만 채웁니다. 대역 파일에 이미 있는 번역은 그대로 둡니다.",
    "help-tm-respell": "다른 변종의 번역을 표기를 바꿔 채웁니다.",
    "help-tm-pairs-out": "대역을 씁니다: .csv, .xlsx.",
    "help-tm-align": "두 글을 문장별로 나란히 놓습니다. 확실한 것은 번역 메모리에, 나머지는 확인용 파일에 씁니다.\n\n\b\n  glossary tm align zh.txt ko.txt\n  glossary tm align zh.txt ko.txt --memory news --review doubtful.csv\n  glossary tm align --list pairs.tsv --memory news --review doubtful.csv\n\n목록에는 source, target 열이 있어야 하고 outlet, title, date, link 열을 둘 수 있습니다. 전에 한 것은 건너뜁니다.",
    "help-tm-two": "글과 그 번역.",
    "help-tm-align-list": "파일 쌍을 적은 TSV 파일.",
    "help-tm-align-into": "확실한 것을 이 번역 메모리에 씁니다.",
    "help-tm-review": "확실하지 않은 것을 이 파일에 씁니다: .csv, .xlsx.",
    "help-tm-sure": "확실하다고 볼 신뢰도. 기본값 0.96.",
    "help-tm-again": "전에 정렬한 문서도 다시 정렬합니다. 이미 있는 단위는 다시 쓰지 않습니다.",
    "help-check": "번역문을 원문과 견주어 점검합니다: 용어, 언어 변종, 수와 단위, 부호, 일관성.\n\n\b\n  glossary check zh.txt ko.txt --target ko-KR     두 글\n  glossary check pairs.tsv                        짝으로 된 파일: TSV, CSV, TMX, JSONL, XLSX\n  glossary check zh.txt ko.txt --only number,unit\n  glossary check zh.txt ko.txt --fix -o fixed.txt\n  glossary check zh.txt ko.txt --html report.html\n  glossary check zh.txt ko.txt --suppress 3f9c2a7be104 --reason 'a quotation'\n\n찾은 것이 있으면 종료 코드는 1입니다.",
    "help-check-source": "원문, 또는 짝으로 된 파일. -는 표준 입력",
    "help-check-target": "번역문. 첫 파일이 텍스트일 때",
    "help-check-only": "이 점검만. 코드나 이름을 쉼표로 나눔",
    "help-check-skip": "이 점검은 빼고",
    "help-check-fix": "확실한 수정을 넣은 번역문을 씀",
    "help-check-output": "고친 번역문을 표준 출력 대신 이 파일에 씀",
    "help-check-html": "찾은 것을 읽고 인쇄할 페이지로 씀",
    "help-check-suppress": "이 ID의 결과를 앞으로 알리지 않음. --reason과 함께",
    "help-check-reason": "잘못이 아닌 까닭",
    "help-extract": "용어 후보 모으기: 글에서 되풀이되고 용어집에 없는 명사와 합성어. 채택하기 전에는 용어집에 아무것도 쓰지 않습니다.\n\n\b\n  glossary extract article.txt\n  glossary extract pairs.tmx --variety ko-CN -o review.xlsx   번역과 함께\n  glossary extract --memory news --min-count 5 -o review.xlsx\n  glossary extract --accept review.xlsx                       “예”라고 답한 것\n  glossary extract pairs.tmx --accept-if 'count>=5,reading' --dry-run\n\n“아니오”라고 답한 것은 다시 제안하지 않습니다. 되돌리기: glossary undo",
    "help-extract-files": "텍스트나 번역 쌍 파일(TMX, JSON Lines, CSV, TSV, Excel). -는 표준 입력.",
    "help-extract-variety": "용어의 언어: ko-CN, zh-CN, ko-KR. 기본값은 글을 보고 판단한 것.",
    "help-extract-to": "번역의 언어. 기본값 zh-CN, 중국어 용어이면 ko-CN.",
    "help-extract-memory": "이 번역 메모리의 단위도 읽습니다. 여러 번 쓸 수 있음.",
    "help-extract-count": "후보가 나와야 하는 최소 횟수. 기본값 2.",
    "help-extract-score": "최저 점수.",
    "help-extract-limit": "보여 줄 개수, 0이면 모두. 기본값 50.",
    "help-extract-output": "모든 후보를 검토 목록으로 씁니다: .xlsx, .csv.",
    "help-extract-domain": "검토 목록에 적을 후보의 분야.",
    "help-extract-accept": "검토 목록에서 “예”라고 답한 행을 초안으로 받아들이고 “아니오”라고 답한 것을 기억합니다.",
    "help-extract-accept-if": "모든 조건에 맞는 후보를 초안으로 받아들입니다: count>=N, documents>=N, score>=N, dice>=N, reading, translation.",
}
