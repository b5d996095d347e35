"""The help of the command line in Chinese."""

SENTENCES = {
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
        '  glossary import other.csv --map "용어=ko-CN" --map "译文=zh-CN"\n'
        "  glossary import old.xlsx --sheet Sheet1 --no-header --map 1=zh-CN --map 2=ko-KR"
    ),
    "help-files": "要导入的文件；- 表示标准输入，须同时给出 --format",
    "help-format": "格式（文件名无法表明时）",
    "help-map": "文件中的列及其含义",
    "help-variety": "文件中的标签所指的语种：ko=ko-CN 或 ko=ko-KR",
    "help-encoding": "文件的编码",
    "help-no-header": "第一行不是标题行；用 --map 1=ko-CN 等说明各列",
    "help-skip": "标题行之上要跳过的行数（如表名）",
    "help-split": "同格术语之间的其他分隔符，如 /；| ; 和换行始终有效",
    "help-sheet": "工作簿中的工作表",
    "help-since": "仅限某日（2026-11-01，UTC）或某批次（12）以来有改动的概念",
    "help-on-duplicate": "遇到已有的行时：merge（采用该行内容）、skip（保留原样，仅指出不同之处）或 add（另立概念）",
    "help-dry-run": "逐行说明将如何处理，但不作任何改动",
    "help-export": (
        "将术语导出到文件。\n\n"
        "格式由文件名决定：.csv、.tsv、.xlsx、.jsonl、.html、.md、.txt（OmegaT）。\n\n\b\n"
        "  glossary export -o terms.csv\n"
        "  glossary export --domain tech --varieties ko-CN,zh-CN\n"
        "  glossary --set mine export -o backup.jsonl\n"
        "  glossary export --varieties zh-CN,ko-KR -o project/glossary/terms.txt\n"
        "  glossary export --varieties zh-CN,ko-KR --format deepl -o deepl.csv"
    ),
    "help-output": "要写入的文件；默认为标准输出",
    "help-overwrite": "覆盖已有的文件；不加此选项则不会覆盖任何文件",
    "help-varieties": "仅限这些语种，以逗号分隔",
    "help-scan": "找出文本中已知的术语\n\n\b\n  glossary scan text.txt                   以颜色标出，再列成表格\n  glossary scan text.txt --to ko-KR        韩国的说法\n  glossary scan zh.txt --other ko.txt      以逐行对应的译文判断\n  glossary scan text.txt --html page.html  网页，可显示各术语的卡片\n  glossary scan - --json < text.txt        供程序使用\n\n没有找到时退出码为 1。",
    "help-scan-file": "文档：文本、Markdown、HTML、Word、韩文（HWPX）、Excel，或双语对照文件；- 表示标准输入",
    "help-text-variety": "文本的语种；默认由文本判断",
    "help-scan-to": "只显示这一语种的对应词",
    "help-scan-other": "逐行对应的另一方文本，用来分辨同形异义词，并标出其中没有的术语",
    "help-scan-other-variety": "另一方文本的语种；默认由文本判断",
    "help-nested": "也找较长术语内部的术语",
    "help-single": "也找单字术语",
    "help-scan-html": "把标出术语的文本写成网页，存入此文件",
    "help-context": "把一篇文本所需的资料汇集成 Markdown，交给助手：文中的术语及其含义、该用的和勿用的说法、相似句子的译文。\n\n\b\n  glossary context text.txt --to ko-KR\n  glossary context text.txt --budget 3000 | xclip\n  glossary context - --json < text.txt\n\n没有找到时退出码为 1。",
    "help-context-to": "译入的语种",
    "help-budget": "至多多少字（不少于1000）：先是术语，须当心的和常见的在前；其次是译文，按得分排列",
    "help-convert": "把中国朝鲜文文本改为韩国文本，或反过来。\n\n\b\n  glossary convert text.txt                       确定的拼写和术语\n  glossary convert text.txt --changes             每处改动及理由\n  glossary convert text.txt --review -o new.txt   逐一决定\n  glossary convert - --band suggest               可能的也改\n  glossary convert text.txt --spelling-only       不改用词\n  glossary convert text.txt --to ko-CN            反过来\n\n术语取自您的术语表，其后的助词一并改正。",
    "help-convert-file": "文本；- 表示标准输入",
    "help-to": "目标：ko-KR（配置方案另有规定时除外）或 ko-CN",
    "help-kiwi": "只是可能的改动由形态分析器 Kiwi（pip install 'malmoi[kiwi]'）判断",
    "help-band": "apply：只改确定的；suggest：可能的也改",
    "help-spelling-only": "只改拼写，不改用词",
    "help-terms-only": "只换术语，不改拼写",
    "help-profile": "配置方案：配置文件夹中的 profiles/NAME.toml，或文件路径",
    "help-review": "逐一决定：是、否、一贯采用、永不采用",
    "help-convert-output": "把文本写入文件；--changes 和 --json 同时显示改动",
    "help-changes": "不输出文本，而是列出改动、建议和标记",
    "help-read": (
        "用朝鲜汉字音（两种规范）读中文，并按韩国的外来语标记法转写名称。\n\n\b\n"
        "  glossary read 方瑞峰              방서봉，音译 팡루이펑\n"
        "  glossary read 量产 --as word      량산、양산\n"
        "  glossary read 单士元 --as person  按姓氏读\n"
        "  glossary read - < names.txt       每行一个"
    ),
    "help-hanzi": "中文词语或名称；- 表示逐行读取",
    "help-as": "word（词）、person（人）、place（地）；缺省为全部",
    "help-tm": "翻译记忆库：导入、查找、导出。\n\n\b\n  glossary tm import old.tmx --variety ko=ko-CN\n  glossary tm match 신제품 중시를 마쳤다\n  glossary tm concordance 중시",
    "help-tm-format": "tmx、jsonl、csv、tsv 或 xlsx；文件名看不出格式时指定。",
    "help-tm-export-format": "tmx、jsonl、csv 或 tsv；文件名看不出格式时指定。",
    "help-tm-memory": "写入的记忆库；没有则新建。",
    "help-tm-memories": "仅限该记忆库；可多次指定。",
    "help-tm-import": "从文件导入单元，作为一个批次：TMX 1.1 至 1.4b、JSON Lines、CSV、TSV、Excel。不能导入的会跳过并列出；某个文件一个单元也不能导入时，退出码为 3。\n\n\b\n  glossary tm import old.tmx --variety ko=ko-CN   标签 ko 指什么\n  glossary tm import pairs.xlsx --memory client\n  glossary tm import big.tmx --dry-run",
    "help-tm-files": "文件；- 为标准输入，需加 --format。",
    "help-tm-export": "把单元写入文件，格式由文件名决定：.tmx、.jsonl、.csv、.tsv。\n\n\b\n  glossary tm export -o all.tmx\n  glossary tm export -o seoul.tmx --varieties zh-CN,ko-KR --source zh-CN",
    "help-tm-export-source": "原文的变体，写在 TMX 文件头。",
    "help-tm-add": "添加一个单元。\n\n\b\n  glossary tm add --ko-cn 중시를 마쳤다 --zh 完成了中试",
    "help-tm-ko-cn": "中国朝鲜语文本。",
    "help-tm-zh": "中文文本。",
    "help-tm-ko-kr": "韩国语文本。",
    "help-tm-text": "任意变体的文本，例如 zh-TW=中試。",
    "help-tui": "打开工作台：在一个界面中查词、添加、编辑、匹配和转换。按键见其中的 F1。\n\n\b\n  glossary tui\n  glossary --db client.db tui",
    "help-tm-list": "查看记忆库，或更改其中一个。\n\n\b\n  glossary tm list\n  glossary tm list --memory client --penalty 3 --priority 2\n  glossary tm list --memory client --read-only",
    "help-tm-stats": "统计记忆库的内容：单元数、各语言的文本数和字符数，以及由何命令何时写入。\n\n\b\n  glossary tm stats\n  glossary tm stats --memory client --json",
    "help-tm-which": "要更改的记忆库。",
    "help-tm-rename": "给记忆库改名。",
    "help-tm-priority": "同分时的先后；1 最先。",
    "help-tm-penalty": "该记忆库每个匹配扣除的分数。",
    "help-tm-read-only": "禁止或允许写入该记忆库。",
    "help-tm-remove": "移除记忆库及其全部单元；可用 glossary undo 恢复。\n\n\b\n  glossary tm remove client\n  glossary tm remove 7k2m9qh4x0abc --unit   一个单元，按 uid",
    "help-tm-remove-name": "记忆库；加 --unit 时为单元的 uid。",
    "help-tm-remove-unit": "移除一个单元，而不是记忆库。",
    "help-tm-match": "查找与该文本相近的单元，从高分到低分。\n\n\b\n  glossary tm match 신제품 중시를 마쳤다\n  glossary tm match 完成中试 --target ko-KR --min 80\n  glossary tm match - --jsonl < sentences.txt     每行一句\n\n没有找到时退出码为 1。",
    "help-tm-match-text": "文本；- 表示每行读一条。",
    "help-tm-source": "文本的变体；默认按文字判断为 ko-CN 或 zh-CN。",
    "help-tm-target": "译文的变体；默认朝鲜文对应 zh-CN，中文对应 ko-CN。",
    "help-tm-min": "最低分；默认 70。",
    "help-tm-fills": "填入译文的最低分；默认 95，配置方案另有规定时从其规定。",
    "help-tm-before": "前一句；前后都相同时得 101 分。",
    "help-tm-after": "后一句。",
    "help-tm-concordance": "显示词语在上下文中的用法及译文。\n\n\b\n  glossary tm concordance 중시\n  glossary tm concordance 중시 --across        也查找另一变体的写法\n  glossary tm concordance 中试 --skip 20\n\n没有找到时退出码为 1。",
    "help-tm-words": "词语。",
    "help-tm-in": "查找的变体；默认按文字判断为 ko-CN 或 zh-CN。",
    "help-tm-across": "不论拼写，也查找该语言的其他变体。",
    "help-tm-skip": "跳过这么多条。",
    "help-tm-analyse": "统计文本中新内容、重复及记忆库已有内容各占多少，用于报价。\n\n\b\n  glossary tm analyse article.txt\n  glossary tm analyse a.txt b.txt --rate 0.12 --grid exact=0,new=100\n  glossary tm analyse job.tmx --source ko-KR --target zh-CN --unit sheets --rate 9000 --places 0\n  glossary tm analyse article.txt -o quote.html\n\n档次：context（101）、repeated、across、exact（100）、spelling、95-99、85-94、75-84、60-74、50-59、new。",
    "help-tm-texts": "文档（文本、Markdown、HTML、DOCX、HWPX、工作簿；- 为标准输入的文本）或双语文件（.tmx、.tsv 等）。",
    "help-tm-text-source": "文本的变体；默认 zh-CN。",
    "help-tm-text-target": "译文的变体；默认 ko-CN。",
    "help-tm-low": "也统计 50 至 59 分的匹配。",
    "help-tm-unit": "计价单位：zi、eojeol、characters、spaced、sheets。",
    "help-tm-rate": "每单位的价格。",
    "help-tm-grid": "各档次的计价百分比；未写的用默认值：context=0,repeated=10,across=10,exact=20,spelling=30,95-99=30,85-94=60,75-84=80,60-74=100,50-59=100,new=100。",
    "help-tm-places": "金额的小数位数；韩元用 0。",
    "help-tm-report": "写出报告：.csv、.xlsx 或 .html。",
    "help-tm-pretranslate": "逐句填入记忆库中的译文。\n\n\b\n  glossary tm pretranslate article.txt\n  glossary tm pretranslate article.txt --target ko-KR --min 85 -o draft.xlsx\n\n另一变体的译文只作提示，加 --respell 才填入。双语文件中已有的译文保持不变。",
    "help-tm-respell": "将另一变体的译文按目标拼写填入。",
    "help-tm-pairs-out": "写出双语表：.csv 或 .xlsx。",
    "help-tm-align": "将两篇文本逐句对齐；可靠的写入记忆库，其余写入待核对文件。\n\n\b\n  glossary tm align zh.txt ko.txt\n  glossary tm align zh.txt ko.txt --memory news --review doubtful.csv\n  glossary tm align --list pairs.tsv --memory news --review doubtful.csv\n\n清单须有 source、target 列，可有 outlet、title、date、link 列。已完成的会跳过。",
    "help-tm-two": "文本及其译文。",
    "help-tm-align-list": "列出文件对的 TSV 文件。",
    "help-tm-align-into": "将可靠的写入该记忆库。",
    "help-tm-review": "将不可靠的写入该文件：.csv 或 .xlsx。",
    "help-tm-sure": "视为可靠的置信度；默认 0.96。",
    "help-tm-again": "重新对齐之前完成的文档；已有的单元不会重复写入。",
    "help-check": "对照原文检查译文：术语、变体、数字和单位、标点、一致性。\n\n\b\n  glossary check zh.txt ko.txt --target ko-KR     两份文本\n  glossary check pairs.tsv                        双语文件：TSV、CSV、TMX、JSONL、XLSX\n  glossary check zh.txt ko.txt --only number,unit\n  glossary check zh.txt ko.txt --fix -o fixed.txt\n  glossary check zh.txt ko.txt --html report.html\n  glossary check zh.txt ko.txt --suppress 3f9c2a7be104 --reason 'a quotation'\n\n有发现时退出码为 1。",
    "help-check-source": "原文，或双语文件；- 表示标准输入",
    "help-check-target": "译文（第一个文件是文本时）",
    "help-check-only": "只做这些检查（代码或名称），用逗号分隔",
    "help-check-skip": "不做这些检查",
    "help-check-fix": "写出改好的译文（只改确定的）",
    "help-check-output": "把改好的译文写入此文件，而不是标准输出",
    "help-check-html": "把结果写成可阅读、打印的网页",
    "help-check-suppress": "今后不再提示这些 ID 的结果；须加 --reason",
    "help-check-reason": "为什么不是错误",
    "help-extract": "收集候选术语：文中反复出现而术语库没有的名词和复合词。未经采纳，不向术语库写入任何内容。\n\n\b\n  glossary extract article.txt\n  glossary extract pairs.tmx --variety ko-CN -o review.xlsx   连同译文\n  glossary extract --memory news --min-count 5 -o review.xlsx\n  glossary extract --accept review.xlsx                       答复“是”的\n  glossary extract pairs.tmx --accept-if 'count>=5,reading' --dry-run\n\n答复“否”的不再提出。撤销：glossary undo",
    "help-extract-files": "文本或双语对照文件（TMX、JSON Lines、CSV、TSV、Excel）；- 为标准输入",
    "help-extract-variety": "术语的语言：ko-CN、zh-CN 或 ko-KR。默认按文本判断",
    "help-extract-to": "译文的语言。默认 zh-CN，中文术语则为 ko-CN",
    "help-extract-memory": "也读取这个记忆库的单元；可多次使用",
    "help-extract-count": "候选至少出现的次数。默认 2",
    "help-extract-score": "最低得分",
    "help-extract-limit": "显示多少个，0 为全部。默认 50",
    "help-extract-output": "把全部候选写成审阅表：.xlsx 或 .csv",
    "help-extract-domain": "审阅表中候选的领域",
    "help-extract-accept": "把审阅表中答复“是”的行作为草稿收入，并记住答复“否”的",
    "help-extract-accept-if": "把符合全部条件的候选作为草稿收入：count>=N、documents>=N、score>=N、dice>=N、reading、translation",
}
