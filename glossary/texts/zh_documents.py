"""What is said about documents and places in them, in Chinese."""

SENTENCES = {
    "document-broken": "文档已损坏，无法读取；请用相应的程序打开后重新保存。",
    "document-encrypted": "文档有密码保护；请另存为无密码的文件。",
    "document-hwp-5": "这是 HWP 5 或更早格式的文档；请用 Hangul（한글）打开并另存为 HWPX。",
    "document-word-97": "这是 Word 97–2003 文档（.doc）；请另存为 DOCX。",
    "document-not-kind": "这不是 {kind} 文档。",
    "document-nul": "第 {line} 行含有 NUL 字符：文件不是文本，或者已损坏。",
    "document-too-large": "文档超过 {most} MiB；请拆分。",
    "place-line": "第 {number} 行",
    "place-paragraph": "第 {number} 段",
    "place-header": "页眉第 {number} 段",
    "place-footer": "页脚第 {number} 段",
    "place-footnote": "脚注第 {number} 段",
    "place-endnote": "尾注第 {number} 段",
    "place-section": "第 {part} 节第 {number} 段",
    "place-cell": "工作表 {part}，单元格 {cell}",
    "place-unit": "第 {number} 行的翻译单元",
}
