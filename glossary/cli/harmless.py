"""Text from outside, made harmless for a terminal.

Control characters (escape sequences among them), bidirectional controls, invisible characters and
lone surrogates are shown as \\x1b, \\u202e …, so that a term can neither act nor hide.
"""

from __future__ import annotations

import unicodedata

_SHOWN = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp", "Co", "Cn"))
_JOINERS = "\u200d\ufe0f"  # they hold emoji together and change no direction
_WIDE = ("W", "F")


def harmless(text: str) -> str:
    """The text with every character that does not simply show itself written out."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_shown, text))


def _shown(char: str) -> str:
    if unicodedata.category(char) not in _SHOWN or char in _JOINERS:
        return char
    code = ord(char)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def width(text: str) -> int:
    """How many columns a terminal needs for harmless text."""
    if text.isascii():
        return len(text)
    return sum(map(_columns, unicodedata.normalize("NFC", text)))


def _columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf") or "\u1160" <= char <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(char) in _WIDE else 1
