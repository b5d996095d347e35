"""One small glossary as every form writes or reads it: the files golden.NAME beside this one.

`python -m tests.formats.golden` writes those anew that have a writer. golden.xls and golden.ods
are golden.xlsx saved by LibreOffice Calc; golden.tbx is written by hand.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from glossary.formats.registry import FORMATS, Format
from glossary.formats.rows import Heading
from glossary.model import Citation, Concept, ContextRule, Example, GlossarySet, Term

CONCEPTS = (
    Concept(
        "7m4x0c5v9tq2k",
        (
            Term(
                *("ko-CN", "중시", "preferred", "noun"),
                citations=(Citation("시험신문", "새 공장; 첫 중시", "2024-03-01"),),
                rules=(ContextRule("not_before", "하고저"),),
                uid="7m4x0c5v9tq2k-1",
            ),
            Term("ko-CN", "중간시험", "admitted", "noun", uid="7m4x0c5v9tq2k-2"),
            Term("zh-CN", "中试", "preferred", "noun", uid="7m4x0c5v9tq2k-3"),
            Term("ko-KR", "파일럿 시험", "preferred", "noun", uid="7m4x0c5v9tq2k-4"),
            Term(
                "ko-KR",
                "중간 시험",
                "deprecated",
                note="학교 시험으로 읽힌다",
                uid="7m4x0c5v9tq2k-5",
            ),
        ),
        domain="tech",
        definition="양산에 앞서 공정을 확인하는 시험",
        note="첫 줄\n둘째 줄",
        examples=(Example((("ko-CN", "중시를 마쳤다."), ("ko-KR", "파일럿 시험을 마쳤다."))),),
    ),
    Concept(
        "1h8n3w6b2zr5d",
        (
            Term("ko-CN", "량산", "preferred", "noun", uid="1h8n3w6b2zr5d-1"),
            Term("zh-CN", "量产", "preferred", "noun", uid="1h8n3w6b2zr5d-2"),
            Term("ko-KR", "양산", "preferred", "noun", uid="1h8n3w6b2zr5d-3"),
        ),
        domain="tech",
    ),
    Concept(
        "9p2j7s4f0ya6e",
        (
            Term("ko-CN", "-하다", "preferred", "affix", uid="9p2j7s4f0ya6e-1"),
            Term("zh-CN", "=1+1|<b>&", "draft", uid="9p2j7s4f0ya6e-2"),
            Term("ko-KR", "@하다*", "draft", uid="9p2j7s4f0ya6e-3"),
        ),
    ),
)
SET = GlossarySet("견본", 1)


def heading_for(form: Format) -> Heading:
    """What a golden file says about itself."""
    return Heading(SET, ("zh-CN", "ko-KR") if form.pair else ())


def path_of(form: Format) -> Path:
    """Where the golden file of a form is."""
    return Path(__file__).with_name(f"golden.{form.name}")


def comparable(data: bytes) -> object:
    """What two files must have in common: of an archive its members, as packing may differ."""
    if not data.startswith(b"PK\x03\x04"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def main() -> None:
    """Write the golden files that have a writer."""
    for form in FORMATS:
        if form.writer:
            stream = io.BytesIO()
            form.write(stream, CONCEPTS, heading_for(form))
            path_of(form).write_bytes(stream.getvalue())


if __name__ == "__main__":
    main()
