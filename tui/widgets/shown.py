"""Text from outside as Content: never markup, everything that does not show itself written out."""

from __future__ import annotations

from textual.content import Content

from glossary.language.fold import plain_key
from glossary.texts.harmless import harmless

LONGEST = 2_000
"""Characters of one text that are shown; what is longer ends in an ellipsis."""

MARK = "bold underline"


def shown(text: str, style: str = "", longest: int = LONGEST) -> Content:
    """The text as Content, cut to so many characters."""
    if len(text) > longest:
        text = f"{text[:longest]}…"
    return Content.styled(harmless(text), style) if style else Content(harmless(text))


def one_line(text: str, style: str = "", longest: int = 300) -> Content:
    """The text in one line: its line breaks are spaces."""
    return shown(" ".join(text[: longest + 1].split()), style, longest)


def marked(text: str, query: str, style: str = "", longest: int = 300) -> Content:
    """The text in one line with the first place marked where it holds the query, case and width
    aside."""
    content = one_line(text, style, longest)
    wanted = plain_key(query)
    if not wanted:
        return content
    # Offsets of the shown text: each of its characters is compared by its own key.
    keys = [(place, key) for place, char in enumerate(content.plain) for key in plain_key(char)]
    found = "".join(key for _, key in keys).find(wanted)
    if found < 0:
        return content
    start, end = keys[found][0], keys[found + len(wanted) - 1][0] + 1
    return content.stylize(MARK, start, end)
