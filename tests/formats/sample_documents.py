"""Small documents of every form, made here, and ways to make them hostile."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping

from glossary.formats.plain_table import write_xlsx

SENTENCE = "제품 중시를 시작하였다."
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HP = "http://www.hancom.co.kr/hwpml/2011/paragraph"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ENCRYPTED = 0x1

DOCUMENT, SECTION = "word/document.xml", "Contents/section0.xml"


def packed(members: Mapping[str, str | bytes]) -> bytes:
    """An archive with these members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def contents(data: bytes) -> dict[str, bytes]:
    """The members of an archive; none of what is no archive."""
    if not data.startswith(b"PK"):
        return {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def paragraph(text: str) -> str:
    """A paragraph of WordprocessingML."""
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def docx(body: str, head: str = "", **parts: str) -> bytes:
    """A DOCX document with this body, and headers, footers, footnotes or endnotes."""
    names = ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    names = f'xmlns:w="{W}"{names} xmlns:v="urn:v" xmlns:wps="urn:wps"'
    told = "".join(
        f'<Relationship Id="r{kind}" Type="{_OFFICE}/{kind}" Target="{kind}1.xml"/>'
        for kind in parts
    )
    return packed(
        {
            "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" '
            f'Type="{_OFFICE}/officeDocument" Target="{DOCUMENT}"/></Relationships>',
            DOCUMENT: f"{head}<w:document {names}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{told}'
            "</Relationships>",
            **{f"word/{kind}1.xml": f"<w:x {names}>{text}</w:x>" for kind, text in parts.items()},
        }
    )


def hwpx(*sections: str, head: str = "", order: str = "") -> bytes:
    """An HWPX document with these sections; `order` is the list of the package."""
    names = f'xmlns:hp="{HP}" xmlns:hs="http://www.hancom.co.kr/hwpml/2011/section"'
    parts: dict[str, str | bytes] = {"mimetype": "application/hwp+zip"}
    if order:
        parts["Contents/content.hpf"] = order
    for number, section in enumerate(sections):
        parts[f"Contents/section{number}.xml"] = f"{head}<hs:sec {names}>{section}</hs:sec>"
    return packed(parts)


def line(text: str) -> str:
    """A paragraph of OWPML."""
    return f"<hp:p><hp:run><hp:t>{text}</hp:t></hp:run></hp:p>"


def workbook(rows: list[tuple[str | int, ...]]) -> bytes:
    """An XLSX workbook with one sheet."""
    stream = io.BytesIO()
    write_xlsx(stream, rows)
    return stream.getvalue()


def sample(form: str) -> bytes:
    """A small document of a form; the sentence SENTENCE is in it."""
    pair = f"ko-CN{{0}}zh-CN\n{SENTENCE}{{0}}开始进行产品中试。\n둘째 글월{{0}}第二句\n"
    made: dict[str, bytes] = {
        "docx": docx(paragraph(SENTENCE) + paragraph("둘째 글월"), header=paragraph("머리")),
        "hwpx": hwpx(line(SENTENCE) + line("둘째 글월")),
        "xlsx": workbook([("날자", "내용"), (1, SENTENCE)]),
        "csv": pair.format(",").encode(),
        "tsv": pair.format("\t").encode(),
    }
    made["cells"] = made["xlsx"]
    texts = {
        "text": f"{SENTENCE}\r\n\r\n둘째 글월\n",
        "md": "# 제목\n\n- **제품** 중시를 시작하였다.\n\n```\ncode\n```\n\n"
        f"| a | b |\n|---|---|\n| {SENTENCE} | [가](나) |\n",
        "html": f"<html><title>제목</title><p>{SENTENCE}<br>&lt;둘째&gt;<b>글월</b>"
        "<img alt='그림'>",
        "tmx": '<tmx version="1.4"><header srclang="ko-CN"/><body><tu>'
        f'<tuv xml:lang="ko-CN"><seg>{SENTENCE}</seg></tuv>'
        '<tuv xml:lang="zh-CN"><seg>开始进行产品中试。</seg></tuv></tu></body></tmx>',
    }
    if form == "jsonl":
        return _jsonl()
    return made[form] if form in made else texts[form].encode()


def _jsonl() -> bytes:
    from glossary.formats.memory_registry import named
    from glossary.model import Text, Unit

    stream = io.BytesIO()
    texts = Text("ko-CN", SENTENCE), Text("zh-CN", "开始进行产品中试。")
    named("jsonl").write(stream, [Unit(texts, uid="0123456789abc")])
    return stream.getvalue()


def with_head(form: str, head: str) -> bytes:
    """A document whose main part begins so, and uses the entity a."""
    if form == "docx":
        return docx(paragraph("&a;"), head)
    return hwpx(line("&a;"), head=head)


def with_text(form: str, text: str) -> bytes:
    """A document with this in its only paragraph."""
    return docx(paragraph(text)) if form == "docx" else hwpx(line(text))


def flagged(data: bytes) -> bytes:
    """An archive whose first member says that it is encrypted."""
    found = bytearray(data)
    place = data.index(b"PK\1\2")
    found[place + 8] |= _ENCRYPTED
    return bytes(found)


def resized(data: bytes, times: float) -> bytes:
    """An archive that says all its members are so many times as large as they are."""
    found = bytearray(data)
    place = data.find(b"PK\1\2")
    while place >= 0:
        (size,) = struct.unpack_from("<I", found, place + 24)
        struct.pack_into("<I", found, place + 24, int(size * times))
        place = data.find(b"PK\1\2", place + 4)
    return bytes(found)


def compound(name: str, content: bytes) -> bytes:
    """A compound file with one stream ([MS-CFB])."""
    content = content.ljust(4096, b"\0")
    sectors = len(content) // 512
    end, free = 0xFFFFFFFE, 0xFFFFFFFF
    header = struct.pack(
        "<8s16xHHHHH6xIII4xIIIII",
        *(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            0x3E,
            3,
            0xFFFE,
            9,
            6,
            0,
            1,
            1,
            4096,
            end,
            0,
            end,
            0,
        ),
    )
    header += struct.pack("<109I", 0, *[free] * 108)
    chain = [0xFFFFFFFD, end, *range(3, 2 + sectors), end]
    table = struct.pack("<128I", *chain, *[free] * (128 - len(chain)))
    entries = _entry("Root Entry", 5, 1, end, 0) + _entry(name, 2, free, 2, len(content))
    return header + table + entries.ljust(512, b"\0") + content


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    text = (name + "\0").encode("utf-16-le")
    none = 0xFFFFFFFF
    head = struct.pack("<64sHBBIII", text, len(text), kind, 1, none, none, child)
    return head + struct.pack("<36xIQ", start, size)
