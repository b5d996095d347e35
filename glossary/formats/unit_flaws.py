"""What no unit of a memory may hold, whatever file it comes from."""

from __future__ import annotations

from glossary.errors import InputRefused
from glossary.formats.flaws import check_text
from glossary.language.composed import nfc
from glossary.model import Unit

VARIANTS = 1_000
"""The most texts of one unit."""


def checked(unit: Unit, *, alone: bool = False) -> Unit:
    """The unit in NFC without its blank texts. Raises InputRefused where fewer than two are left,
    unless one may stand `alone`, or a text holds what cannot be kept."""
    texts = tuple(
        each if nfc(each.text) == each.text else each._replace(text=nfc(each.text))
        for each in unit.texts
        if each.text.strip()
    )
    if len(texts) < len(("source", "target")) and not alone:
        raise InputRefused("tm-unit-needs-two")
    if len(texts) > VARIANTS:
        raise InputRefused("tm-unit-variants", most=VARIANTS)
    for each in texts:
        for part in each[1:5]:
            if (part and not part.isprintable()) or len(part) > VARIANTS:
                check_text(each.variety, part)
        for kind, value in each.details:
            check_text(kind, value)
    for kind, value in unit.details:
        check_text(kind, value)
    return unit._replace(texts=texts)
