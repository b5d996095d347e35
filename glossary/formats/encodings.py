"""What a text that is not UTF-8 most likely is: the encodings of older Korean and Chinese files.

A guess for people, never for reading: both encodings take most of each other's bytes. What tells
them apart are syllables of Hangul. GB 18030 writes them with four bytes, which CP949 has not; and
Chinese read as CP949 is Hangul and rare hanja by turns, or has bytes that CP949 leaves unused.
"""

from __future__ import annotations

import re

CP949 = "CP949"
GB18030 = "GB18030"

_ENOUGH = 0.75  # Hangul among the letters of CP949; Chinese that is none has half of it
_HANGUL = re.compile("[가-힣]")
_EAST_ASIAN = re.compile("[가-힣\u4e00-\u9fff]")
_BYTES = re.compile("[\udc80-\udcff]")
_LETTERS = re.compile("[^\x00-\x7f\udc80-\udcff]")


def likely_encoding(text: str) -> str:
    """CP949, GB18030 or the empty string, for text read as UTF-8 with surrogateescape.

    >>> likely_encoding("량산,양산".encode("cp949").decode("utf-8", "surrogateescape"))
    'CP949'
    """
    if len(_LETTERS.findall(text)) > len(_BYTES.findall(text)):
        return ""  # damaged UTF-8
    data = text.encode("utf-8", "surrogateescape").rstrip(b"\r\n")
    korean, chinese = _decoded(data, CP949), _decoded(data, GB18030)
    hangul = len(_HANGUL.findall(korean))
    if hangul and hangul >= _ENOUGH * len(_LETTERS.findall(korean)):
        return CP949
    if _EAST_ASIAN.search(chinese):
        return GB18030
    return CP949 if hangul else ""


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return ""
