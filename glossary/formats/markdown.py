"""A glossary as Markdown: a table for each domain (GitHub's tables)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import BinaryIO

from glossary.formats import printed
from glossary.formats.rows import Heading, Written
from glossary.model import Concept
from glossary.texts.sentences import sentence

_SPECIAL = re.compile(r"[\\`*_{}\[\]()#+\-.!|~:@$^=]")
_HTML = {"<": "&lt;", ">": "&gt;"}
_REFERENCE = re.compile("&(?=#?[0-9A-Za-z]+;)")
"""What would be read as a character; any other & is itself (R&D), also to who reads the source."""
_BREAK = "<br>"


def write(stream: BinaryIO, concepts: Iterable[Concept], heading: Heading) -> Written:
    """Write the tables, domain by domain."""
    varieties = printed.varieties_of(concepts, heading)
    language = heading.language
    names = [
        *(printed.variety_label(each, language) for each in varieties),
        sentence("printed-notes", language),
    ]
    count = 0

    def row_of(concept: Concept) -> bytes:
        cells = [_terms(concept, each, language) for each in varieties]
        notes = _BREAK.join(map(escaped, printed.notes_of(concept)))
        return _line([*cells, notes])

    title = heading.set.name if heading.set else sentence("printed-title", language)
    stream.write(f"# {escaped(title)}\n".encode())
    for domain, rows in printed.by_domain(concepts, varieties[0], row_of):
        said = domain or sentence("printed-without-domain", language)
        stream.write(f"\n## {escaped(said)}\n\n".encode())
        stream.write(_line(map(escaped, names)) + _line("---" for _ in names))
        for row in rows:
            stream.write(row)
            count += 1
    return Written(count)


def _terms(concept: Concept, variety: str, language: str) -> str:
    found = []
    for term in printed.terms_of(concept, variety):
        status = printed.status_name(term, language)
        found.append(escaped(term.text) + (f" ({status})" if status else ""))
    return _BREAK.join(found)


def _line(cells: Iterable[str]) -> bytes:
    return f"| {' | '.join(cells)} |\n".encode()


def escaped(text: str) -> str:
    """The text as Markdown shows it, letter by letter, in one line."""
    text = _REFERENCE.sub("&amp;", text)
    text = "".join(_HTML.get(char, char) for char in text)
    text = _SPECIAL.sub(r"\\\g<0>", text)
    return _BREAK.join(line.strip() for line in text.splitlines())
