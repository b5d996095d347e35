"""Makes chinese_words.txt from the word list of jieba.

    python data/language/make_chinese.py dict.txt

`dict.txt` is that of jieba 0.42.1 (a word, how often it was counted, its class). Licence:
chinese.LICENSE. Words of one character all stay, longer ones from a count of 5 on. The cost of a
word is minus the binary logarithm of its share of all counts, rounded.
"""

from __future__ import annotations

import math
import re
import sys
from collections import defaultdict
from pathlib import Path

HANZI = re.compile("[\u3007\u3400-\u4dbf\u4e00-\u9fff]+")
LEAST, LONGEST = 5, 5
COMMENT = "# From jieba 0.42.1 (MIT): see chinese.LICENSE. A line holds words of one cost in bits."


def main() -> None:
    """Read the list named on the command line and write the table beside this file."""
    lines = Path(sys.argv[1]).read_text("utf-8").splitlines()
    counts = {word: int(count) for word, count, *_ in (line.split(" ") for line in lines)}
    total = sum(counts.values())
    rows: dict[int, list[str]] = defaultdict(list)
    for word, count in counts.items():
        if HANZI.fullmatch(word) and (len(word) == 1 or (count >= LEAST and len(word) <= LONGEST)):
            rows[round(math.log2(total / count))].append(word)
    table = [" ".join((str(cost), *sorted(words))) for cost, words in sorted(rows.items())]
    path = Path(__file__).with_name("chinese_words.txt")
    path.write_text("\n".join((COMMENT, "", *table, "")), "utf-8")
    print(f"{sum(map(len, rows.values()))} words in {len(rows)} costs")


if __name__ == "__main__":
    main()
