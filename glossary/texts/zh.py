"""Chinese, in simplified characters."""

SENTENCES = {
    # varieties, as people call them
    "variety-ko-CN": "中国朝鲜语",
    "variety-zh-CN": "中文",
    "variety-ko-KR": "韩国语",
    # how a hit matched
    "by-exact": "完全一致",
    "by-prefix": "开头",
    "by-inside": "包含",
    "by-variant": "异写",
    "by-chosung": "初声 ㄱㄴ",
    "by-keyboard": "英文键盘",
    "by-pinyin": "拼音",
    "by-initials": "拼音首字母",
    "by-reading": "汉字读音",
    "by-fuzzy": "近似",
    "by-stem": "按“{stem}”查",
    "by-derived": "由读音推出，未收录",
    # statuses, parts of speech, context rules, fields
    "status-preferred": "首选",
    "status-admitted": "许用",
    "status-deprecated": "不推荐",
    "status-forbidden": "禁用",
    "status-draft": "草稿",
    "pos-noun": "名词",
    "pos-proper-noun": "专有名词",
    "pos-verb": "动词",
    "pos-adjective": "形容词",
    "pos-adverb": "副词",
    "pos-determiner": "冠形词",
    "pos-phrase": "短语",
    "pos-affix": "词缀",
    "pos-abbreviation": "缩略语",
    "rule-not_before": "不在“{text}”之前",
    "rule-not_after": "不在“{text}”之后",
    "rule-only_before": "仅在“{text}”之前",
    "rule-only_after": "仅在“{text}”之后",
    "field-domain": "领域",
    "field-definition": "定义",
    "field-note": "备注",
    "field-merged": "已并入",
    "fact-hidden": "已隐藏",
    # heads of columns
    "column-match": "匹配方式",
    "column-concept": "概念",
    "column-concepts": "概念",
    "column-terms": "术语",
    "column-batch": "批次",
    "column-at": "时间（UTC）",
    "column-command": "命令",
    "column-rows": "行数",
    "column-remark": "说明",
    "column-set": "术语集",
    "column-change": "变更",
    "column-rank": "优先顺序",
    "column-pack": "术语包",
    "column-version": "版本",
    "column-installed": "已安装",
    "column-title": "标题",
    "column-count": "数量",
    "column-line": "行号",
    "column-outcome": "结果",
    "column-reason": "原因",
    "remark-installs": "安装术语包 {name}",
    "remark-undoes": "撤销批次 {number}",
    "remark-undone": "已被批次 {number} 撤销",
    "remark-read-only": "只读",
    "remark-pack": "术语包 {name} {version}，只读",
    "remark-sets": "术语集：{names}",
    "remark-more": "{first} 等，另有 {more} 个",
    "stats-file": "文件",
    "stats-set": "各术语集的概念",
    "stats-domain": "各领域的概念",
    "stats-variety": "各语种的术语",
    "stats-status": "各状态的术语",
    # what was done
    "search-nothing": "没有找到“{query}”。",
    "search-more": "共 {total} 条，显示 {shown} 条；全部显示：--limit 0",
    "added": "已在术语集 {set} 中添加概念 {uid}：{terms}",
    "edited": "已修改概念 {uid}：{terms}",
    "edited-copy": "已修改概念 {uid}：{terms}。术语集 {was} 为只读，修改后的副本存入术语集 {set}。",
    "unchanged": "概念 {uid} 没有变化。",
    "removed": "已从术语集 {set} 中删除概念 {uid}（{terms}）。恢复：glossary undo",
    "removed-hidden": "已隐藏概念 {uid}（{terms}）。术语集 {set} 为只读，因此由术语集 {by} 遮住该概念。重新显示：glossary --set {by} rm {uid}",
    "removed-shown": "不再隐藏概念 {uid}。",
    "removed-shows-again": "原先被遮住的概念重新显示：{terms}",
    "merged": "已将概念 {lost} 并入 {uid}：{terms}",
    "undone": (
        "已撤销批次 {number}（{command}，{at}）。本次撤销为批次 {by}；取消撤销：glossary undo {by}"
    ),
    "near-duplicate": "术语集 {set} 中有相近的条目：{terms}。合并：glossary merge {uid} {new}",
    "reading-proposed": "“{text}”的读音：中国朝鲜语 {ko_cn}，韩国语 {ko_kr}。如果正是此词：glossary edit {uid} --ko-cn {ko_cn} --ko-kr {ko_kr}",
    "reading-others": "其他读音：{others}",
    "database-made": "已新建术语库：{path}",
    "database-made-starter": "已新建您的术语库，内含基础术语包：{path}",
    "waiting-for-writer": "等待中：“glossary {command}”（进程 {process}）正在写入此文件……",
    "pack-installed": "已安装术语包 {name}：{count} 个概念",
    "pack-removed": "已移除术语包 {name}：{count} 个概念。您自己的条目保持不变。",
    "set-deleted": "已删除术语集 {name}：{count} 个概念。恢复：glossary undo",
    "backed-up": "已备份到 {path}",
    "keys-old": "此文件的检索键由其他版本生成；重新生成：glossary doctor --repair",
    "outcome-new": "新增",
    "outcome-changed": "变更",
    "outcome-same": "相同",
    "outcome-refused": "拒绝",
    "import-counts": "新增 {new}，变更 {changed}，相同 {same}，拒绝 {refused}",
    "import-nothing-written": "未写入任何内容：{refused} 行被拒绝。请修正后重新导入。",
    "import-dry-run": "这是试运行，未写入任何内容。",
    "import-done": "已写入术语集 {set}，批次 {batch}；撤销：glossary undo",
    "import-unchanged": "没有变化。",
    "import-more": "另有 {count} 行",
    "import-left": "与术语库不同、部分内容未采用的行：{count}",
    "import-left-out": "未采用：{names}",
    "exported": "已将 {count} 个概念写入 {file}。",
    "progress-read": "读取：{done} 行，每秒 {rate} 行",
    "progress-compare": "比较：{done}/{whole}，每秒 {rate} 行",
    "progress-keys": "生成检索键：{done}/{whole}，每秒 {rate} 个",
    "progress-write": "写入：{done}/{whole}，每秒 {rate} 行",
    "mapping-option-refused": "“{value}”应写成 NAME=VALUE，例如 ko=ko-CN。",
    # the doctor
    "doctor-sound": "未发现问题：已检查 {concepts} 个概念。",
    "doctor-repaired": "已重新生成检索键。",
    "doctor-repairable": "以上均可重新生成：glossary doctor --repair",
    "doctor-advice": "请恢复备份，或导出尚可读取的内容（glossary export），再导入新文件。",
    "doctor-integrity": "SQLite 发现损坏：{detail}",
    "doctor-foreign-key": "表 {table} 的行 {row} 所属的 {parent} 行不存在。",
    "doctor-row": "表 {table} 的行 {row} 与当初写入的内容不符。",
    "doctor-concept": "概念 {uid} 与当初写入的内容不符。",
    "doctor-keys": "“{text}”（术语 {term}）的检索键不正确。",
    "doctor-key-version": "检索键由其他版本生成。",
    # errors
    "concept-unknown": "没有概念 {uid}。",
    "concept-not-in-set": "术语集 {set} 中没有概念 {uid}；该概念在术语集 {found} 中。",
    "concept-hidden": "概念 {uid} 已由术语集 {set} 隐藏。重新显示：glossary --set {set} rm {uid}",
    "batch-unknown": "没有批次 {number}；查看全部批次：glossary history",
    "term-unknown": "概念 {uid} 没有 {variety} 术语“{text}”。",
    "set-unknown": "没有术语集 {name}；现有：{known}",
    "set-read-only": "术语集 {name} 为只读；glossary edit UID 会把修改后的副本存入您自己的术语集。",
    "rm-read-only": "术语集 {name} 为只读，不能从中删除。要改为隐藏该概念：glossary rm {uid}",
    "set-none-writable": "所有术语集均为只读；新建自己的术语集：glossary sets --create NAME",
    "set-name-refused": "术语集不能命名为“{name}”。",
    "set-exists": "术语集 {name} 已存在。",
    "sets-which": "请用 --set NAME 指明术语集；查看全部术语集：glossary sets",
    "sets-delete-alone": "--delete 只能与 --set NAME 一起使用。",
    "sets-create-or-rename": "--create 用于新建术语集，--rename 用于重命名已有的术语集；两者不能同时使用。",
    "set-guarded": "术语集 {name} 为只读，未删除。允许写入：glossary sets --set {name} --writable",
    "pack-stays-read-only": "{name} 是术语包，始终只读；编辑其中的概念时，副本存入您自己的术语集。",
    "pack-not-deleted": "术语集 {name} 是术语包。移除：glossary packs --remove {pack}",
    "edit-shadowed": "修改会存入术语集 {set}，但其优先顺序低于 {by}，修改将被遮住；提前该术语集：glossary sets --set {set} --rank 1",
    "edit-has-copy": "术语集 {set} 中已有概念 {uid}；请指定该术语集：glossary --set {set} ……",
    "edit-nothing": "请指明要修改的内容，例如 --note TEXT；查看全部选项：glossary edit --help",
    "merge-same": "两者是同一个概念 {uid}。",
    "undo-nothing": "没有可撤销的操作。",
    "undo-done": "批次 {number} 已被批次 {by} 撤销。",
    "undo-pack": "批次 {number} 安装了术语包 {name}；移除：glossary packs --remove {name}",
    "undo-under-pack": "术语包 {pack} 占用术语集 {name} 时，无法撤销批次 {number}。先移除术语包：glossary packs --remove {pack}",
    "undo-name-taken": "已有另一个名为 {name} 的术语集，无法撤销批次 {number}。重命名该术语集：glossary sets --set {name} --rename NAME",
    "undo-first": "批次 {number} 创建了文件本身，无法撤销。",
    "undo-conflict": (
        "之后的批次改动了相同的行：{later}。请先撤销这些批次，或一并撤销：glossary undo {number} "
        "--with-later"
    ),
    "term-empty": "术语不能为空。",
    "term-control": "“{text}”含有控制字符 {char}。",
    "term-too-long": "术语过长：{length} 个字符；最多 {longest} 个。",
    "concept-without-terms": "概念至少要有一个术语，例如 --ko-cn 량산 --zh 量产 --ko-kr 양산",
    "term-option-refused": "“{value}”应写作 TAG=TEXT，例如 ko-CN=량산",
    "status-option-refused": "“{value}”应写作 TAG=TEXT=STATUS，例如 ko-KR=양산=preferred",
    "status-unknown": "没有状态 {value}；可用：{known}",
    "pos-unknown": "没有词性 {value}；可用：{known}",
    "number-refused": "--limit 不能小于 0，--min 应在 0 到 101 之间。",
    "limit-refused": "--limit 不能小于 0。",
    "field-unknown": "没有字段 {field}。",
    "field-not-text": "字段 {field} 应为文本。",
    "field-not-list": "字段 {field} 应为列表。",
    "value-unknown": "字段 {field} 不能取值 {value}；可用：{known}",
    "database-missing": "{path} 处没有术语库。",
    "database-empty": "{path} 是空文件，不是术语库。",
    "database-foreign": "{path} 不是 Malmoi 术语库，未作改动。",
    "database-newer": "{path} 由更新版本的 Malmoi 写入（格式 {found}），未作改动。",
    "database-not-a-file": "{path} 不是文件。",
    "database-unreadable": "无法读取 {path}。",
    "database-read-only": "{path} 只能读取：没有该文件的写入权限。",
    "folder-read-only": "{path} 只能读取：没有其所在文件夹的写入权限。",
    "folder-not-writable": "无法创建 {path}：{detail}。",
    "database-linked": (
        "{path} 另有一个文件名（硬链接），通过两个名称写入会损坏文件；请用 glossary backup "
        "复制一份，在副本上操作。"
    ),
    "sqlite-too-old-to-write": (
        "{path} 只能读取：此 Python 自带的 SQLite 有缺陷，可能损坏文件。请安装 pysqlite3，"
        "或改用带有 SQLite 3.51.3 及以上版本的 Python。"
    ),
    "database-busy": "{path} 正被其他程序占用；请稍后再试。",
    "database-damaged": "{path} 已损坏（{detail}）；了解详情：glossary doctor",
    "disk-full": "磁盘已满；{path} 未作改动。",
    "disk-error": "读写 {path} 时磁盘出错。",
    "interrupted": "已中断。",
    "backup-exists": "{path} 已存在，未作改动。",
    "backup-failed": "无法写入副本 {path}：{detail}。",
    "output-unwritable": "无法写入标准输出：{detail}。",
    "defect": "这是 Malmoi 的缺陷（{error}）。请附上日志反馈：{log}",
    # files
    "column-alone": "有“{column}”列，但没有 {variety} 的术语列。",
    "column-missing": "没有“{column}”列；现有：{found}。",
    "column-nameless": "第 {place} 列没有标题；请加上标题，或用 --map 略去。",
    "column-twice": "“{first}”列与“{column}”列含义相同。",
    "column-unknown": '不知道“{column}”列是什么；请用 --map "{column}=FIELD" 说明（- 表示略去）。可用：{known}。',
    "columns-without-terms": "没有术语列；请把标题写成 ko-CN、zh-CN 或 ko-KR，或用 --map 说明。",
    "cell-too-large": "第 {place} 列的单元格超过 {longest} 个字符。",
    "cells-beyond-columns": "单元格（{cells} 个）多于列（{columns} 列）；含有分隔符的单元格要加引号。",
    "details-beyond-terms": "“{column}”列的值（{values} 个）多于术语（{terms} 个）；两者按相同顺序填写，用 | 隔开。",
    "header-broken": "第 {line} 行的标题中引号没有闭合。",
    "quote-open": "此处的引号一直没有闭合。",
    "quote-stray": "引号出现在不该有的位置；在加引号的单元格里要写两次。",
    "quote-suspect": "这一行跨越多行而单元格不足：很可能有多余的引号吞掉了中间的行。",
    "row-endless": "这一行没有结尾：很可能有引号未闭合。",
    "file-empty": "文件是空的。",
    "file-not-text": "该文件不是文本。",
    "encoding-unknown": "没有编码 {encoding}。",
    "encoding-wrong": "第 {line} 行不能按 {encoding} 读取；请用 --encoding 指明编码。",
    "encoding-likely": "第 {line} 行不是 UTF-8；文件编码很可能是 {encoding}。请用 --encoding {encoding} 导入，或先转换：iconv -f {encoding} -t UTF-8 OLD > NEW",
    "line-too-long": "第 {line} 行超过 {longest} 个字符。",
    "field-twice": "字段 {field} 出现两次。",
    "json-malformed": "这不是一个 JSON 对象。",
    "jsonl-header-missing": "第一行应写明 {expected}。",
    "jsonl-newer": "文件版本为 {found}；本程序只支持 {known}。",
    "variety-outside-header": "语种 {variety} 不在首行所列之中。",
    "text-control": "字段 {field} 含有控制字符 {char}。",
    "text-too-long": "字段 {field} 超过 {longest} 个字符。",
    "uid-malformed": "“{uid}”不能作 uid。",
    "format-unknown": "没有格式 {name}；现有：{known}。",
    "variety-ambiguous": "“{variety}”可以是中国朝鲜语，也可以是韩国语：请写 ko-CN 或 ko-KR，例如 --in ko-CN；若是文件中的标签或列标题，请写 --variety {variety}=ko-CN 或 --variety {variety}=ko-KR。",
    "variety-malformed": "“{variety}”不是 ko-CN 这样的语言标签。",
    "file-is-glossary": "这就是术语库本身。",
    "file-unreadable": "无法读取 {file}：{detail}。",
    "format-needed": "请用 --format 指明 {file} 的格式。",
    "file-unwritable": "无法写入 {file}：{detail}。",
    "export-over-glossary": "{file} 就是术语库本身；请写入其他文件。",
    "export-exists": "{file} 已存在；请写入其他文件，或用 --overwrite 覆盖。",
    "export-nothing": "没有同时符合这些条件的概念；未写入任何内容。",
    "domain-unknown": "没有领域 {domain}；现有：{known}。",
    "variety-unknown": "没有 {variety} 术语；已有术语的语种：{known}。",
    "import-refused": "{rows} 行中有 {refused} 行被拒绝；未写入任何内容。",
    "on-duplicate-unknown": "--on-duplicate 不能是 {value}；可用：{known}。",
    "merged-into-unknown": "该行并入 {uid}，但文件和术语库里都没有它。",
    "pack-unknown": "没有术语包 {name}；现有：{known}。",
    "pack-not-installed": "术语包 {name} 未安装。",
    "pack-damaged": "术语包 {name} 第 {line} 行已损坏：{detail}。",
    # help
    "help-app": (
        "收录中国朝鲜语、中文和韩国语的术语库。\n\n\b\n"
        "  glossary search 중시          查找术语\n"
        "  glossary search ㅈㅅ          ……按初声，或 zhongshi、zs、wndtl、中試\n"
        "  glossary add --ko-cn 량산 --zh 量产 --ko-kr 양산\n"
        "  glossary undo                 撤销最近一次改动\n"
        "  glossary export -o terms.csv  全部导出为电子表格\n\n"
        "文件依次取自 --db、$GLOSSARY_DB；两者都没有时，使用首次运行时创建的个人文件。"
    ),
    "help-db": "要使用的术语库文件",
    "help-set": "仅在此术语集中查找、修改或导出",
    "help-debug": "出现程序缺陷时显示回溯信息",
    "help-version": "显示版本",
    "help-json": "向标准输出写一个 JSON 文档",
    "help-jsonl": "每行输出一个 JSON 文档",
    "help-uid": "概念的 uid（见 search 的结果）",
    "help-search": (
        "查找术语，输入方式不限。\n\n\b\n"
        "  glossary search 중시            谚文，两种拼写均可；容许错字\n"
        "  glossary search 중시플랫폼을    自动去掉助词和词尾\n"
        "  glossary search ㅈㅅ            初声；或未打完的音节，如 중ㅅ\n"
        "  glossary search wndtl           用英文键盘打出的谚文\n"
        "  glossary search 中試            汉字，简体、繁体均可\n"
        "  glossary search zhongshi        拼音，zhòngshì 或 zhong4shi4；zs\n"
        "  glossary search 량산 --json     供程序使用\n"
        "  glossary search - < words.txt   每行一个检索词\n\n"
        "没有结果时，退出码为 1。"
    ),
    "help-query": "检索词；- 表示从标准输入逐行读取",
    "help-in": "仅限此语种的术语：ko-CN、zh、ko-KR……",
    "help-domain": "仅限此领域的概念",
    "help-status": "仅限此状态的术语",
    "help-min": "仅限得分不低于此值的结果",
    "help-limit": "显示条数；0 表示全部",
    "help-show": (
        "显示完整的概念：术语、出处、例句、上下文规则。\n\n\b\n  glossary show sqg4pnecs5kpc"
    ),
    "help-add": (
        "添加概念。\n\n"
        "同一选项可多次使用；每个语种的第一个术语为首选术语。\n\n\b\n"
        "  glossary add --ko-cn 량산 --zh 量产 --ko-kr 양산 --domain manufacturing\n"
        "  glossary add --zh 中试 --term zh-TW=中試\n"
        '  glossary add --ko-cn 중시 --zh 中试 --cite "인민넷;제목;2026-01-04"'
    ),
    "help-ko-cn": "中国朝鲜语术语",
    "help-zh": "中文术语",
    "help-ko-kr": "韩国语术语",
    "help-term": "任意语种的术语，例如 zh-TW=中試",
    "help-domain-is": "概念所属领域，例如 tech",
    "help-definition": "概念的定义",
    "help-note": "备注",
    "help-status-is": (
        "各语种第一个术语的状态：preferred（首选）、admitted（许用）、deprecated（不推荐）、"
        "forbidden（禁用）、draft（草稿）"
    ),
    "help-pos": "词性，例如 noun",
    "help-cite": "第一个术语的出处",
    "help-edit": (
        "修改概念；只读术语包中的概念会先复制到您自己的术语集。\n\n\b\n"
        '  glossary edit UID --note "확인함"\n'
        '  glossary edit UID --ko-kr "파일럿 테스트"       改写第一个术语\n'
        '  glossary edit UID --term "ko-KR=시험 생산"      增加一个术语\n'
        '  glossary edit UID --drop "ko-KR=시험 생산"\n'
        '  glossary edit UID --status "ko-KR=중간시험=forbidden"'
    ),
    "help-rename": "此语种第一个术语的新写法",
    "help-drop": "去掉一个术语",
    "help-set-status": "设定术语的状态",
    "help-rm": "删除概念。只读术语包中的概念不能删除，改由您自己术语集中的空条目将其隐藏；删除该条目后重新显示。\n\n\b\n  glossary rm UID\n  glossary --set mine rm UID      删除术语集 mine 中的条目；已隐藏的概念重新显示",
    "help-merge": "将两个概念合为一个。\n\nOTHER 的术语移入 UID，此后用 OTHER 也会找到 UID。\n\n\b\n  glossary merge UID OTHER",
    "help-kept": "保留的概念的 uid",
    "help-lost": "被并入的概念的 uid",
    "help-history": "显示操作记录，最近的在前；或显示某个概念的全部变更。\n\n\b\n  glossary history\n  glossary history UID --json",
    "help-history-uid": "概念的 uid",
    "help-undo": (
        "撤销最近的批次或指定的批次。\n\n"
        "撤销本身也是一个批次，因此也可以撤销。\n\n\b\n"
        "  glossary undo\n"
        "  glossary undo 12 --with-later"
    ),
    "help-batch": "批次编号（见 history 的结果）",
    "help-with-later": "一并撤销之后改动过相同行的批次",
    "help-sets": "按查找顺序显示术语集；也可新建、排序、重命名或删除。\n\n\b\n  glossary sets\n  glossary sets --create client --rank 1\n  glossary sets --set client --read-only\n  glossary sets --set client --rename agency\n  glossary sets --set agency --delete",
    "help-which-set": "要重命名、排序、设为只读或删除的术语集",
    "help-create": "以此名称新建术语集",
    "help-rename-set": "重命名术语集",
    "help-rank": "术语集的优先顺序；1 最先查找，并遮住后面术语集中的同一概念",
    "help-read-only": "禁止或允许写入该术语集",
    "help-delete-set": "删除术语集及其全部内容；可用 glossary undo 恢复",
    "help-packs": (
        "显示程序自带的术语包；也可安装、更新或移除。\n\n\b\n"
        "  glossary packs\n"
        "  glossary packs --install starter"
    ),
    "help-install": "安装或更新术语包",
    "help-pack-remove": "移除术语包；您修改过的概念副本予以保留",
    "help-stats": "按术语集、领域、语种和状态统计概念与术语。\n\n\b\n  glossary stats --json",
    "help-backup": "复制整个文件，他人正在使用时也可进行。\n\n\b\n  glossary backup\n  glossary backup copy.db",
    "help-target": "副本文件；默认与原文件同处，文件名带时间",
    "help-doctor": (
        "检查文件：损坏、失效的引用、检索键。\n\n发现问题时，退出码为 1。\n\n\b\n  glossary doctor\n  glossary doctor --repair"
    ),
    "help-repair": "重新生成派生数据",
    "help-import": (
        "从文件导入术语。\n\n"
        "每个文件要么全部导入，要么完全不导入；整次导入记作一个批次。\n\n\b\n"
        "  glossary import terms.csv --dry-run\n"
        "  glossary import terms.tsv --variety ko=ko-CN\n"
        '  glossary import other.csv --map "용어=ko-CN" --map "译文=zh-CN"'
    ),
    "help-files": "要导入的文件；- 表示标准输入，须同时给出 --format",
    "help-format": "格式（文件名无法表明时）",
    "help-map": "文件中的列及其含义",
    "help-variety": "文件中的标签所指的语种：ko=ko-CN 或 ko=ko-KR",
    "help-encoding": "文件的编码",
    "help-on-duplicate": "遇到已有的行时：merge（采用该行内容）、skip（保留原样，仅指出不同之处）或 add（另立概念）",
    "help-dry-run": "逐行说明将如何处理，但不作任何改动",
    "help-export": (
        "将术语导出到文件。\n\n"
        "格式由文件名决定：.csv、.tsv、.jsonl。\n\n\b\n"
        "  glossary export -o terms.csv\n"
        "  glossary export --domain tech --varieties ko-CN,zh-CN\n"
        "  glossary --set mine export -o backup.jsonl"
    ),
    "help-output": "要写入的文件；默认为标准输出",
    "help-overwrite": "覆盖已有的文件；不加此选项则不会覆盖任何文件",
    "help-varieties": "仅限这些语种，以逗号分隔",
}
