"""Korean, in the norm of Seoul."""

SENTENCES = {
    # varieties, as people call them
    "variety-ko-CN": "중국 조선어",
    "variety-zh-CN": "중국어",
    "variety-ko-KR": "한국어",
    # how a hit matched
    "by-exact": "일치",
    "by-prefix": "앞부분",
    "by-inside": "포함",
    "by-variant": "표기 차이",
    "by-chosung": "초성",
    "by-keyboard": "영문 자판",
    "by-pinyin": "병음",
    "by-initials": "병음 첫 글자",
    "by-reading": "한자음",
    "by-fuzzy": "비슷함",
    "by-stem": "찾은 말: {stem}",
    "by-derived": "한자음에서 얻음, 항목 없음",
    # statuses, parts of speech, context rules, fields
    "status-preferred": "우선",
    "status-admitted": "허용",
    "status-deprecated": "비권장",
    "status-forbidden": "금지",
    "status-draft": "초안",
    "pos-noun": "명사",
    "pos-proper-noun": "고유 명사",
    "pos-verb": "동사",
    "pos-adjective": "형용사",
    "pos-adverb": "부사",
    "pos-determiner": "관형사",
    "pos-phrase": "구",
    "pos-affix": "접사",
    "pos-abbreviation": "약어",
    "rule-not_before": "‘{text}’ 앞에서는 제외",
    "rule-not_after": "‘{text}’ 뒤에서는 제외",
    "rule-only_before": "‘{text}’ 앞에서만",
    "rule-only_after": "‘{text}’ 뒤에서만",
    "field-domain": "분야",
    "field-definition": "정의",
    "field-note": "메모",
    "field-merged": "합쳐진 곳",
    "fact-hidden": "숨김",
    # heads of columns
    "column-match": "찾은 방식",
    "column-concept": "개념",
    "column-concepts": "개념",
    "column-terms": "용어",
    "column-batch": "작업",
    "column-at": "시각(UTC)",
    "column-command": "명령",
    "column-rows": "행",
    "column-remark": "비고",
    "column-set": "용어집",
    "column-change": "변경",
    "column-rank": "순위",
    "column-pack": "꾸러미",
    "column-version": "버전",
    "column-installed": "설치됨",
    "column-title": "제목",
    "column-count": "개수",
    "column-line": "줄",
    "column-outcome": "결과",
    "column-reason": "이유",
    "remark-installs": "{name} 꾸러미 설치",
    "remark-undoes": "{number}번 작업을 되돌림",
    "remark-undone": "{number}번 작업에서 되돌림",
    "remark-read-only": "읽기 전용",
    "remark-pack": "{name} 꾸러미 {version}, 읽기 전용",
    "remark-sets": "용어집: {names}",
    "remark-more": "{first} 외 {more}건",
    "stats-file": "파일",
    "stats-set": "용어집별 개념",
    "stats-domain": "분야별 개념",
    "stats-variety": "언어별 용어",
    "stats-status": "상태별 용어",
    # what was done
    "search-nothing": "‘{query}’에 해당하는 용어가 없습니다.",
    "search-more": "전체 {total}건 중 {shown}건을 표시합니다. 모두 보려면: --limit 0",
    "added": "{set} 용어집에 {uid} 개념을 추가했습니다: {terms}",
    "edited": "{uid} 개념을 변경했습니다: {terms}",
    "edited-copy": (
        "{uid} 개념을 변경했습니다: {terms}. {was} 용어집은 읽기 전용이므로 변경한 사본을 {set} "
        "용어집에 저장했습니다."
    ),
    "unchanged": "{uid} 개념은 달라진 것이 없습니다.",
    "removed": "{set} 용어집에서 {uid} 개념({terms})을 삭제했습니다. 되살리려면: glossary undo",
    "removed-hidden": "숨겼습니다: {uid} ({terms}). {set} 용어집은 읽기 전용이므로 {by} 용어집에서 가립니다. 다시 보려면: glossary --set {by} rm {uid}",
    "removed-shown": "{uid} 개념을 더는 숨기지 않습니다.",
    "removed-shows-again": "가려져 있던 개념이 다시 보입니다: {terms}",
    "merged": "{lost} 개념을 {uid} 개념에 합쳤습니다: {terms}",
    "undone": (
        "{number}번 작업({command}, {at})을 되돌렸습니다. 이 되돌리기는 {by}번 작업입니다. "
        "취소하려면: glossary undo {by}"
    ),
    "near-duplicate": "{set} 용어집에 비슷한 항목이 있습니다: {terms}. 하나로 합치려면: glossary merge {uid} {new}",
    "reading-proposed": "{text}의 한자음은 중국 조선어로 {ko_cn}, 한국어로 {ko_kr}입니다. 이 말이 맞으면: glossary edit {uid} --ko-cn {ko_cn} --ko-kr {ko_kr}",
    "reading-others": "다른 음: {others}",
    "database-made": "새 용어집 파일을 만들었습니다: {path}",
    "database-made-starter": "기초 꾸러미가 든 용어집 파일을 만들었습니다: {path}",
    "waiting-for-writer": (
        "기다리는 중: ‘glossary {command}’ 명령(프로세스 {process})이 이 파일에 쓰고 있습니다 …"
    ),
    "pack-installed": "{name} 꾸러미를 설치했습니다: 개념 {count}개",
    "pack-removed": (
        "{name} 꾸러미를 제거했습니다: 개념 {count}개. 직접 만든 항목은 그대로 있습니다."
    ),
    "set-deleted": "{name} 용어집을 삭제했습니다: 개념 {count}개. 되살리려면: glossary undo",
    "backed-up": "사본을 만들었습니다: {path}",
    "keys-old": (
        "이 파일의 검색 키는 다른 버전에서 만든 것입니다. 새로 만들려면: glossary doctor --repair"
    ),
    "outcome-new": "새것",
    "outcome-changed": "바뀜",
    "outcome-same": "같음",
    "outcome-refused": "거부",
    "import-counts": "새것 {new}, 바뀜 {changed}, 같음 {same}, 거부 {refused}",
    "import-nothing-written": "아무것도 쓰지 않았습니다. 거부된 행: {refused}. 고쳐서 다시 가져오십시오.",
    "import-dry-run": "시험 실행이므로 아무것도 쓰지 않았습니다.",
    "import-done": "용어집: {set}, 작업: {batch}. 되돌리기: glossary undo",
    "import-unchanged": "바뀐 것이 없습니다.",
    "import-more": "그 밖에 {count}행",
    "import-left": "용어집과 내용이 달라 일부를 받아들이지 않은 행: {count}",
    "import-left-out": "받아들이지 않음: {names}",
    "exported": "개념 {count}개를 썼습니다: {file}",
    "progress-read": "읽기: {done}행, 초당 {rate}행",
    "progress-compare": "비교: {done}/{whole}, 초당 {rate}행",
    "progress-keys": "검색 키 만들기: {done}/{whole}, 초당 {rate}개",
    "progress-write": "쓰기: {done}/{whole}, 초당 {rate}행",
    "mapping-option-refused": "NAME=VALUE 꼴이어야 합니다(예: ko=ko-CN): {value}",
    # the doctor
    "doctor-sound": "이상 없음: 개념 {concepts}개를 검사했습니다.",
    "doctor-repaired": "검색 키를 새로 만들었습니다.",
    "doctor-repairable": "모두 새로 만들 수 있는 데이터입니다: glossary doctor --repair",
    "doctor-advice": (
        "백업을 복원하거나, 읽을 수 있는 내용을 내보낸 뒤(glossary export) 새 파일로 가져오면 "
        "됩니다."
    ),
    "doctor-integrity": "SQLite에서 손상을 발견했습니다: {detail}",
    "doctor-foreign-key": "{table} 표의 행 {row}: 이 행이 속한 {parent} 표의 행이 없습니다.",
    "doctor-row": "{table} 표의 행 {row}: 기록했던 내용과 다릅니다.",
    "doctor-concept": "{uid} 개념이 기록했던 내용과 다릅니다.",
    "doctor-keys": "‘{text}’의 검색 키가 맞지 않습니다(용어 {term}).",
    "doctor-key-version": "검색 키가 다른 버전에서 만든 것입니다.",
    # errors
    "concept-unknown": "{uid} 개념이 없습니다.",
    "concept-not-in-set": "{set} 용어집에는 {uid} 개념이 없습니다. 이 개념이 있는 용어집: {found}",
    "concept-hidden": "{uid} 개념은 {set} 용어집에서 숨겼습니다. 다시 보려면: glossary --set {set} rm {uid}",
    "batch-unknown": "{number}번 작업이 없습니다. 목록을 보려면: glossary history",
    "term-unknown": "{uid} 개념에 없는 용어입니다: {variety} ‘{text}’",
    "set-unknown": "{name} 용어집이 없습니다. 있는 용어집: {known}",
    "set-read-only": (
        "{name} 용어집은 읽기 전용입니다. glossary edit UID 명령은 변경한 사본을 내 용어집에 "
        "저장합니다."
    ),
    "rm-read-only": "{name} 용어집은 읽기 전용이어서 삭제할 수 없습니다. 대신 숨기려면: glossary rm {uid}",
    "set-none-writable": (
        "모든 용어집이 읽기 전용입니다. 내 용어집을 만들려면: glossary sets --create NAME"
    ),
    "set-name-refused": "용어집 이름으로 쓸 수 없습니다: ‘{name}’",
    "set-exists": "{name} 용어집이 이미 있습니다.",
    "sets-which": "어느 용어집인지 --set NAME으로 지정해야 합니다. 목록을 보려면: glossary sets",
    "sets-delete-alone": "--delete는 --set NAME하고만 함께 쓸 수 있습니다.",
    "sets-create-or-rename": "--create는 새 용어집을 만들고 --rename은 있는 용어집의 이름을 바꿉니다. 함께 쓸 수 없습니다.",
    "set-guarded": "{name} 용어집은 읽기 전용이어서 삭제하지 않았습니다. 허용하려면: glossary sets --set {name} --writable",
    "pack-stays-read-only": (
        "{name} 용어집은 꾸러미이므로 늘 읽기 전용입니다. 개념을 편집하면 내 용어집에 사본이 "
        "저장됩니다."
    ),
    "pack-not-deleted": "{name} 용어집은 꾸러미입니다. 제거하려면: glossary packs --remove {pack}",
    "edit-shadowed": "변경 내용이 들어갈 {set} 용어집은 {by} 용어집보다 순위가 낮아 가려집니다. 순위를 올리려면: glossary sets --set {set} --rank 1",
    "edit-has-copy": "{set} 용어집에 이미 {uid} 개념이 있습니다. 그 용어집을 지정하려면: glossary --set {set} …",
    "edit-nothing": (
        "무엇을 변경할지 옵션으로 적어야 합니다. 예: --note TEXT. 모두 보려면: glossary edit --help"
    ),
    "merge-same": "둘 다 {uid} 개념입니다.",
    "undo-nothing": "되돌릴 작업이 없습니다.",
    "undo-done": "{number}번 작업은 이미 {by}번 작업에서 되돌렸습니다.",
    "undo-pack": (
        "{number}번 작업은 {name} 꾸러미를 설치한 작업입니다. 꾸러미를 제거하려면: glossary packs "
        "--remove {name}"
    ),
    "undo-under-pack": "{number}번 작업은 {pack} 꾸러미가 {name} 용어집으로 있는 동안에는 되돌릴 수 없습니다. 먼저 꾸러미를 제거하려면: glossary packs --remove {pack}",
    "undo-name-taken": "{number}번 작업을 되돌릴 수 없습니다. 이름이 같은 다른 용어집이 있습니다: {name}. 그 용어집의 이름을 바꾸려면: glossary sets --set {name} --rename NAME",
    "undo-first": "{number}번 작업은 파일을 만든 작업이라 되돌릴 수 없습니다.",
    "undo-conflict": (
        "이후 작업에서 같은 행을 변경했습니다: {later}. 그 작업부터 되돌리거나, 한꺼번에 "
        "되돌리려면: glossary undo {number} --with-later"
    ),
    "term-empty": "빈 용어는 쓸 수 없습니다.",
    "term-control": "‘{text}’에 제어 문자가 있습니다: {char}",
    "term-too-long": "용어가 {length}자로 너무 깁니다. 최대 {longest}자입니다.",
    "concept-without-terms": (
        "개념에는 용어가 있어야 합니다. 예: --ko-cn 량산 --zh 量产 --ko-kr 양산"
    ),
    "term-option-refused": "‘{value}’: TAG=TEXT 꼴이어야 합니다. 예: ko-CN=량산",
    "status-option-refused": "‘{value}’: TAG=TEXT=STATUS 꼴이어야 합니다. 예: ko-KR=양산=preferred",
    "status-unknown": "없는 상태입니다: {value}. 쓸 수 있는 값: {known}",
    "pos-unknown": "없는 품사입니다: {value}. 쓸 수 있는 값: {known}",
    "number-refused": "--limit 값은 0 이상, --min 값은 0에서 101 사이여야 합니다.",
    "limit-refused": "--limit 값은 0 이상이어야 합니다.",
    "field-unknown": "없는 필드입니다: {field}",
    "field-not-text": "{field} 필드는 문자열이어야 합니다.",
    "field-not-list": "{field} 필드는 목록이어야 합니다.",
    "value-unknown": "{field} 필드에 쓸 수 없는 값입니다: {value}. 쓸 수 있는 값: {known}",
    "database-missing": "{path}: 용어집 파일이 없습니다.",
    "database-empty": "{path}: 빈 파일이며 용어집이 아닙니다.",
    "database-foreign": "{path}: Malmoi 용어집이 아니어서 그대로 두었습니다.",
    "database-newer": "{path}: 더 새로운 Malmoi에서 쓴 파일(형식 {found})이어서 그대로 두었습니다.",
    "database-not-a-file": "{path}: 파일이 아닙니다.",
    "database-unreadable": "{path}: 읽을 수 없습니다.",
    "database-read-only": "{path}: 파일 쓰기 권한이 없어 읽기만 할 수 있습니다.",
    "folder-read-only": "{path}: 폴더 쓰기 권한이 없어 읽기만 할 수 있습니다.",
    "folder-not-writable": "{path}: 만들 수 없습니다({detail}).",
    "database-linked": (
        "{path}: 이름이 하나 더 있는 파일입니다(하드 링크). 두 이름으로 쓰면 손상될 수 있습니다. "
        "사본을 만들어 작업하려면: glossary backup"
    ),
    "sqlite-too-old-to-write": (
        "{path}: 읽기만 할 수 있습니다. 이 Python의 SQLite에는 파일을 손상시킬 수 있는 결함이 "
        "있습니다. pysqlite3를 설치하거나 SQLite 3.51.3 이상인 Python을 써야 합니다."
    ),
    "database-busy": "{path}: 다른 프로그램이 사용 중입니다. 끝난 뒤에 다시 시도해야 합니다.",
    "database-damaged": "{path}: 파일이 손상되었습니다({detail}). 자세히 보려면: glossary doctor",
    "disk-full": "디스크가 가득 찼습니다. {path} 파일은 변경하지 않았습니다.",
    "disk-error": "{path}: 읽거나 쓰는 중에 디스크 오류가 났습니다.",
    "interrupted": "중단했습니다.",
    "backup-exists": "{path}: 이미 있는 파일이어서 그대로 두었습니다.",
    "backup-failed": "{path}: 사본을 저장할 수 없습니다({detail}).",
    "output-unwritable": "표준 출력에 쓸 수 없습니다: {detail}.",
    "defect": "Malmoi의 결함입니다({error}). 이 로그와 함께 알려 주시기 바랍니다: {log}",
    # files
    "column-alone": "{column} 열이 있으나 용어 열이 없습니다: {variety}",
    "column-missing": "없는 열입니다: {column} (있는 열: {found})",
    "column-nameless": "제목이 없는 열: {place}. 제목을 주거나 --map으로 빼십시오.",
    "column-twice": "뜻이 같은 열이 둘입니다: {first}, {column}",
    "column-unknown": '무슨 열인지 알 수 없습니다: {column}. --map "{column}=FIELD"로 알려 주십시오(-는 뺌). 쓸 수 있는 것: {known}',
    "columns-without-terms": "용어 열이 없습니다. 제목을 ko-CN, zh-CN, ko-KR 가운데 하나로 하거나 --map으로 알려 주십시오.",
    "cell-too-large": "칸이 너무 깁니다(열: {place}, 최대 글자 수: {longest}).",
    "cells-beyond-columns": "칸 수가 열 수보다 많습니다(칸: {cells}, 열: {columns}). 구분 기호가 든 칸은 따옴표로 묶어야 합니다.",
    "details-beyond-terms": "값이 용어보다 많습니다(열: {column}, 값: {values}, 용어: {terms}). 용어와 값을 같은 순서로, 사이에 |를 넣어 적으십시오.",
    "header-broken": "제목 줄의 따옴표가 닫히지 않았습니다(줄: {line}).",
    "quote-open": "여기서 열린 따옴표가 끝까지 닫히지 않습니다.",
    "quote-stray": "따옴표가 있을 수 없는 자리에 있습니다. 따옴표로 묶인 칸 안에서는 두 번 씁니다.",
    "quote-suspect": "여러 줄에 걸친 행인데 칸이 모자랍니다. 잘못된 따옴표가 줄을 삼킨 듯합니다.",
    "row-endless": "행이 끝나지 않습니다. 따옴표가 닫히지 않은 듯합니다.",
    "file-empty": "빈 파일입니다.",
    "file-not-text": "텍스트 파일이 아닙니다.",
    "encoding-unknown": "없는 인코딩입니다: {encoding}",
    "encoding-wrong": "{encoding} 인코딩으로 읽을 수 없습니다(줄: {line}). --encoding으로 알려 주십시오.",
    "encoding-likely": "UTF-8이 아닙니다(줄: {line}). 파일의 인코딩은 {encoding}일 가능성이 큽니다. --encoding {encoding} 옵션으로 가져오거나 먼저 변환하십시오: iconv -f {encoding} -t UTF-8 OLD > NEW",
    "line-too-long": "줄이 너무 깁니다(줄: {line}, 최대 글자 수: {longest}).",
    "field-twice": "필드가 두 번 나옵니다: {field}",
    "json-malformed": "JSON 객체 하나가 아닙니다.",
    "jsonl-header-missing": "첫 줄에 있어야 할 것: {expected}",
    "jsonl-newer": "파일 버전: {found}. 이 프로그램이 아는 버전: {known}",
    "variety-outside-header": "첫 줄에 적힌 언어가 아닙니다: {variety}",
    "text-control": "제어 문자가 있습니다(필드: {field}): {char}",
    "text-too-long": "너무 깁니다(필드: {field}, 최대 글자 수: {longest}).",
    "uid-malformed": "uid 꼴이 아닙니다: {uid}",
    "format-unknown": "없는 형식입니다: {name} (있는 형식: {known})",
    "variety-ambiguous": "‘{variety}’만으로는 중국 조선어인지 한국어인지 알 수 없습니다. ko-CN 또는 ko-KR 가운데 하나를 지정해야 합니다(예: --in ko-CN). 파일에 쓰인 태그나 열 제목이면: --variety {variety}=ko-CN 또는 --variety {variety}=ko-KR",
    "variety-malformed": "ko-CN과 같은 언어 태그가 아닙니다: {variety}",
    "file-is-glossary": "용어집 파일 자체입니다.",
    "file-unreadable": "읽을 수 없습니다: {file} ({detail})",
    "format-needed": "--format으로 형식을 알려 주십시오: {file}",
    "file-unwritable": "쓸 수 없습니다: {file} ({detail})",
    "export-over-glossary": "용어집 파일 자체입니다: {file}. 다른 파일에 쓰십시오.",
    "export-exists": "이미 있는 파일입니다: {file}. 다른 파일에 쓰십시오. 덮어쓰려면: --overwrite",
    "export-nothing": "조건에 모두 맞는 개념이 없어 아무것도 쓰지 않았습니다.",
    "domain-unknown": "없는 분야입니다: {domain} (있는 분야: {known})",
    "variety-unknown": "이 언어의 용어가 없습니다: {variety} (용어가 있는 언어: {known})",
    "import-refused": "거부된 행 {refused}/{rows}. 아무것도 쓰지 않았습니다.",
    "on-duplicate-unknown": "--on-duplicate에 쓸 수 없는 값입니다: {value} (쓸 수 있는 값: {known})",
    "merged-into-unknown": "합쳐진 개념이 파일에도 용어집에도 없습니다: {uid}",
    "pack-unknown": "없는 꾸러미입니다: {name} (있는 꾸러미: {known})",
    "pack-not-installed": "설치되지 않은 꾸러미입니다: {name}",
    "pack-damaged": "꾸러미가 손상되었습니다: {name} (줄 {line}: {detail})",
    # help
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
    "help-import": '파일에서 용어를 가져옵니다. 한 파일은 전부 가져오거나 전혀 가져오지 않으며, 하나의 작업으로 남습니다.\n\n\b\n  glossary import terms.csv --dry-run\n  glossary import terms.tsv --variety ko=ko-CN\n  glossary import other.csv --map "용어=ko-CN" --map "译文=zh-CN"',
    "help-files": "가져올 파일. -이면 표준 입력(--format 필요)",
    "help-format": "파일 이름으로 알 수 없을 때의 형식",
    "help-map": "파일의 열과 그 열의 뜻",
    "help-variety": "파일에 쓰인 태그의 뜻: ko=ko-CN 또는 ko=ko-KR",
    "help-encoding": "파일의 인코딩",
    "help-on-duplicate": "이미 있는 행의 처리: merge(행의 내용을 받아들임), skip(그대로 두고 다른 점만 알림), add(새 개념으로 추가)",
    "help-dry-run": "어떻게 처리할지 행마다 보여 주기만 하고 변경하지 않음",
    "help-export": "용어를 파일로 내보냅니다. 형식은 파일 이름에 따릅니다: .csv, .tsv, .jsonl.\n\n\b\n  glossary export -o terms.csv\n  glossary export --domain tech --varieties ko-CN,zh-CN\n  glossary --set mine export -o backup.jsonl",
    "help-output": "내보낼 파일. 기본값은 표준 출력",
    "help-overwrite": "이미 있는 파일을 덮어쓰기(이 옵션이 없으면 덮어쓰지 않음)",
    "help-varieties": "이 언어들만(쉼표로 구분)",
}
