"""Long texts put through a table of characters at once.

`str.translate` asks a table for each character of a text anew, an array for all of them together,
in a tenth of the time or less. But to load numpy takes as long as to translate a million
characters, so shorter texts are done with it only where something else has loaded it.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_WORTH_LOADING = 1_000_000  # characters
_GONE = 0xFFFFFFFF
_arrays: dict[int, npt.NDArray[np.uint32]] = {}
"""By the identity of a table: what becomes of each code point; 0 where it was not met yet."""


def translated(text: str, table: dict[int, str] | dict[int, str | None]) -> str:
    """`text.translate(table)`, for a table that lasts, knows every code point and gives one
    character, or None, for each."""
    if "numpy" not in sys.modules and len(text) < _WORTH_LOADING:
        return text.translate(table)
    import numpy as np

    array = _arrays.setdefault(id(table), np.zeros(sys.maxunicode + 1, np.uint32))
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    found = array[codes]
    unmet = np.unique(codes[found == 0]).tolist()
    if unmet:
        array[unmet] = [_GONE if (char := table[code]) is None else ord(char) for code in unmet]
        found = array[codes]
    kept: bytes = found[found != _GONE].astype("<u4", copy=False).tobytes()
    return kept.decode("utf-32-le", "surrogatepass")
