"""Text from outside, made harmless for a terminal.

Control characters (escape sequences among them), bidirectional controls, invisible characters and
lone surrogates are shown as \\x1b, \\u202e …, so that a term can neither act nor hide.
"""

from __future__ import annotations

import unicodedata

_SHOWN = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp", "Co", "Cn"))
_BLANK = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
)  # letters and marks that show nothing
_JOINER, _AS_EMOJI = "\u200d", "\ufe0f"  # they hold emoji together and change no direction
_SKIN = frozenset("\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")
_WIDE = ("W", "F")


def harmless(text: str) -> str:
    """The text with every character that does not simply show itself written out."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(char, before) for before, char in zip(" " + text, text, strict=False))


def _shown(char: str, before: str) -> str:
    if char in (_JOINER, _AS_EMOJI) and _takes_part_in_emoji(before):
        return char
    if unicodedata.category(char) not in _SHOWN and char not in _BLANK and char != _AS_EMOJI:
        return char
    code = ord(char)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _takes_part_in_emoji(char: str) -> bool:
    return unicodedata.category(char) == "So" or char == _AS_EMOJI or char in _SKIN


def cleaned(text: str) -> str:
    """The text in NFC without what would have to be written out, for a field that is typed into;
    tabs and line breaks become spaces."""
    text = unicodedata.normalize("NFC", text)
    if text.isascii() and text.isprintable():
        return text
    pairs = zip(" " + text, text, strict=False)
    kept = (char if _shown(char, before) == char else _blank(char) for before, char in pairs)
    return "".join(kept)


def _blank(char: str) -> str:
    return " " if char in "\t\n\r\u2028\u2029" else ""


def width(text: str) -> int:
    """How many columns a terminal needs for harmless text; joined emoji are one."""
    if text.isascii():
        return len(text)
    columns, last, before = 0, 0, ""
    for char in unicodedata.normalize("NFC", text):
        if char == _AS_EMOJI and last == 1:
            columns, last = columns + 1, 2
        elif before != _JOINER and not (char in _SKIN and before):
            own = _columns(char)
            columns, last = columns + own, own or last
        before = char
    return columns


def _columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf") or "\u1160" <= char <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(char) in _WIDE else 1
