"""Workbooks that are broken or hostile, made from the golden ones byte by byte."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Callable, Mapping

from glossary.formats.registry import named
from tests.formats.golden import path_of

SHEET = "xl/worksheets/sheet1.xml"
CONTENT = "content.xml"
_HEAD = "<row r='1'><c r='A1' t='inlineStr'><is><t>ko-CN</t></is></c></row>"
_NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def golden(name: str) -> bytes:
    """The golden file of a form."""
    return path_of(named(name)).read_bytes()


def changed(data: bytes, changes: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
    """An archive with some members changed."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for each in old.infolist():
            change = changes.get(each.filename)
            new.writestr(each.filename, change(old.read(each)) if change else old.read(each))
    return stream.getvalue()


def sheet(rows: str, head: str = _HEAD) -> bytes:
    """A workbook whose only sheet has these rows below a heading."""
    text = f'<worksheet xmlns="{_NAMESPACE}"><sheetData>{head}{rows}</sheetData></worksheet>'
    return changed(golden("xlsx"), {SHEET: lambda _: text.encode()})


def rows_of_ods(rows: str) -> bytes:
    """An ODS workbook with these rows alone."""

    def replace(content: bytes) -> bytes:
        return re.sub(
            rb"(<table:table [^>]*>).*</table:table>",
            lambda found: found[1] + rows.encode() + b"</table:table>",
            content,
            count=1,
            flags=re.DOTALL,
        )

    return changed(golden("ods"), {CONTENT: replace})


def far_cell_of_xls() -> bytes:
    """An XLS workbook whose first text stands in the last row and column there are."""
    data = bytearray(golden("xls"))
    place = data.index(struct.pack("<HHHH", 0xFD, 10, 0, 0))
    struct.pack_into("<HH", data, place + 4, 65_535, 255)
    return bytes(data)


def password_of_xls() -> bytes:
    """An XLS workbook that says it is encrypted."""
    data = bytearray(golden("xls"))
    begin = data.index(struct.pack("<HH", 0x809, 16))
    struct.pack_into("<H", data, begin + 20, 0x2F)
    return bytes(data)


def encrypted_package() -> bytes:
    """What Excel saves with a password: a compound file with the encrypted archive in it."""
    data = bytearray(golden("xls"))
    place = data.index("Workbook\0".encode("utf-16-le"))
    name = "EncryptedPackage\0".encode("utf-16-le")
    data[place : place + 64] = name.ljust(64, b"\0")
    struct.pack_into("<H", data, place + 64, len(name))
    return bytes(data)


def encrypted_member() -> bytes:
    """An archive whose members are marked as encrypted."""
    data = bytearray(golden("xlsx"))
    for found in re.finditer(b"PK\x01\x02", bytes(data)):
        data[found.start() + 8] |= 1
    return bytes(data)


def lying_member() -> bytes:
    """An archive that says of its sheet that it is smaller than it is."""
    data = bytearray(changed(golden("xlsx"), {SHEET: lambda sheet: sheet + b" " * 1_000_000}))
    for found in re.finditer(b"PK\x01\x02", bytes(data)):
        if data[found.start() + 46 :].startswith(SHEET.encode()):
            struct.pack_into("<I", data, found.start() + 24, 500)
    return bytes(data)


def zip_bomb() -> bytes:
    """600 MB of blanks in a file of 600 KB."""
    stream = io.BytesIO(golden("xlsx"))
    with (
        zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/more.xml", "w") as member,
    ):
        for _ in range(600):
            member.write(b" " * 1_000_000)
    return stream.getvalue()


BROKEN: Mapping[str, tuple[str, Callable[[], bytes], str]] = {
    "a cell at the end of the sheet": (
        *("xlsx", lambda: sheet("<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>")),
        "sheet-too-wide",
    ),
    "a cell far out, in no row": (
        *("xlsx", lambda: sheet("<c r='XFD1048576'><v>1</v></c>")),
        "sheet-too-wide",
    ),
    "a cell far out, before a row": (
        *("xlsx", lambda: sheet("<c r='XFD1048576'><v>1</v></c><row r='2'/>")),
        "sheet-too-wide",
    ),
    "a cell far out, deep in a row": (
        *("xlsx", lambda: sheet("<row r='2'><x><c r='XFD1048576'><v>1</v></c></x></row>")),
        "sheet-too-wide",
    ),
    "a cell that is nowhere": (
        *("xlsx", lambda: sheet("<row><c r='7B'><v>1</v></c></row>")),
        "workbook-broken",
    ),
    "a far cell of an old workbook": ("xls", far_cell_of_xls, "sheet-too-wide"),
    "a million rows in one element": (
        "ods",
        lambda: rows_of_ods(
            '<table:table-row table:number-rows-repeated="1048576"><table:table-cell'
            ' table:number-columns-repeated="1000" office:value-type="string"><text:p>a</text:p>'
            "</table:table-cell></table:table-row>"
        ),
        "sheet-too-large",
    ),
    "an archive full of blanks": ("xlsx", zip_bomb, "workbook-too-large"),
    "an archive that lies about a size": ("xlsx", lying_member, "workbook-broken"),
    "a document type": (
        "xlsx",
        lambda: changed(
            golden("xlsx"),
            {SHEET: lambda sheet: sheet.replace(b"<worksheet", b"<!DOCTYPE x><worksheet", 1)},
        ),
        "workbook-broken",
    ),
    "entities that grow": (
        "xlsx",
        lambda: changed(
            golden("xlsx"),
            {
                SHEET: lambda sheet: sheet.replace(
                    b"<worksheet",
                    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet',
                    1,
                )
            },
        ),
        "workbook-broken",
    ),
    "broken XML": ("xlsx", lambda: sheet("<row><c r='A2'><v>1</c></row>"), "workbook-broken"),
    "a password of today": ("xlsx", encrypted_package, "workbook-encrypted"),
    "a password of old": ("xls", password_of_xls, "workbook-encrypted"),
    "encrypted members": ("xlsx", encrypted_member, "workbook-encrypted"),
    "another archive": (
        "xlsx",
        lambda: changed(golden("xlsx"), {}).replace(b"xl/workbook.xml", b"xl/workbuch.xml"),
        "file-not-workbook",
    ),
    "a text by the name of a workbook": ("xls", lambda: b"ko-CN\tzh-CN\n", "file-not-workbook"),
}
