"""What is said about documents and places in them, in English."""

SENTENCES = {
    "document-broken": "The document is damaged and cannot be read; open it in its program and save it again.",
    "document-encrypted": "The document is protected with a password; save it without one.",
    "document-hwp-5": "This is a document of HWP 5 or earlier; open it in Hangul and save it as HWPX.",
    "document-word-97": "This is a document of Word 97–2003 (.doc); save it as DOCX.",
    "document-not-kind": "This is no {kind} document.",
    "document-nul": "Line {line} holds a NUL character: the file is not text, or is damaged.",
    "document-too-large": "The document is larger than {most} MiB; split it.",
    "place-line": "line {number}",
    "place-paragraph": "paragraph {number}",
    "place-header": "header, paragraph {number}",
    "place-footer": "footer, paragraph {number}",
    "place-footnote": "footnotes, paragraph {number}",
    "place-endnote": "endnotes, paragraph {number}",
    "place-section": "section {part}, paragraph {number}",
    "place-cell": "sheet {part}, cell {cell}",
    "place-unit": "unit in line {number}",
}
