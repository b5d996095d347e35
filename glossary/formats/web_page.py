"""A glossary as one HTML page that needs nothing else: read, searched, sorted and printed as is.

Everything from the glossary is escaped; the page may load nothing and asks nobody.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from html import escape
from typing import BinaryIO

from glossary.formats import printed
from glossary.formats.rows import Heading, Written
from glossary.model import Concept, Term
from glossary.places import data_folder
from glossary.texts.sentences import sentence

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"


def write(stream: BinaryIO, concepts: Iterable[Concept], heading: Heading) -> Written:
    """Write the page: a table for each domain, its rows sorted by the first variety."""
    varieties = printed.varieties_of(concepts, heading)
    language = heading.language
    head = _table_head(varieties, language)

    def row_of(concept: Concept) -> bytes:
        cells = "".join(_cell(concept, each, language) for each in varieties)
        notes = "<br>".join(map(_lines, printed.notes_of(concept)))
        return f"<tr>{cells}<td>{notes}</td></tr>\n".encode()

    count = 0
    stream.write(_page_head(heading).encode())
    for domain, rows in printed.by_domain(concepts, varieties[0], row_of):
        said = domain or sentence("printed-without-domain", language)
        stream.write(f"<section><h2>{escape(said)}</h2>\n<table>{head}<tbody>\n".encode())
        for row in rows:
            stream.write(row)
            count += 1
        stream.write(b"</tbody></table></section>\n")
    stream.write(f"<script>{_part('page.js')}</script>\n</body></html>\n".encode())
    return Written(count)


def _page_head(heading: Heading) -> str:
    language = heading.language
    title = escape(heading.set.name if heading.set else sentence("printed-title", language))
    search = escape(sentence("printed-search", language))
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_part('page.css')}</style></head>\n<body><h1>{title}</h1>\n"
        f'<input type="search" placeholder="{search}" aria-label="{search}">\n'
    )


def _table_head(varieties: Iterable[str], language: str) -> str:
    names = [
        *(printed.variety_label(each, language) for each in varieties),
        sentence("printed-notes", language),
    ]
    cells = "".join(f"<th><button>{escape(name)}</button></th>" for name in names)
    return f"<thead><tr>{cells}</tr></thead>"


def _cell(concept: Concept, variety: str, language: str) -> str:
    terms = "<br>".join(_term(each, language) for each in printed.terms_of(concept, variety))
    return f'<td lang="{escape(variety)}">{terms}</td>'


def _term(term: Term, language: str) -> str:
    status = printed.status_name(term, language)
    text = escape(term.text)
    if not status:
        return text
    return f'<span class="{term.status}">{text}</span> <small>{escape(status)}</small>'


def _lines(text: str) -> str:
    return "<br>".join(map(escape, text.splitlines()))


def _part(name: str) -> str:
    """The page's own script or style."""
    with open(os.path.join(data_folder(), "page", name), encoding="utf-8") as file:
        return file.read()
