"""What is said about documents and places in them, in Korean."""

SENTENCES = {
    "document-broken": "문서가 손상되어 읽을 수 없습니다. 해당 프로그램에서 열어 다시 저장하십시오.",
    "document-encrypted": "문서에 암호가 걸려 있습니다. 암호 없이 저장하십시오.",
    "document-hwp-5": "HWP 5 이하 형식의 문서입니다. 한글에서 열어 HWPX로 저장하십시오.",
    "document-word-97": "Word 97–2003 문서(.doc)입니다. DOCX로 저장하십시오.",
    "document-not-kind": "{kind} 문서가 아닙니다.",
    "document-nul": "{line}행에 NUL 문자가 있습니다. 텍스트 파일이 아니거나 손상된 파일입니다.",
    "document-too-large": "문서가 {most}MiB를 넘습니다. 나누어 저장하십시오.",
    "place-line": "{number}행",
    "place-paragraph": "{number}번째 단락",
    "place-header": "머리글, {number}번째 단락",
    "place-footer": "바닥글, {number}번째 단락",
    "place-footnote": "각주, {number}번째 단락",
    "place-endnote": "미주, {number}번째 단락",
    "place-section": "{part}번째 구역, {number}번째 단락",
    "place-cell": "시트 {part}, 셀 {cell}",
    "place-unit": "{number}행의 번역 단위",
}
