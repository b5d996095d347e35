"""The command `search`, whichever door it came through."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from glossary.cli.console import Console
from glossary.cli.opening import open_workspace
from glossary.cli.options import SearchOptions, as_typed
from glossary.errors import UsageError
from glossary.model import DEFAULT_VARIETIES, STATUSES, Hit, Results, Term
from glossary.store.search import Filter
from glossary.texts.harmless import harmless

if TYPE_CHECKING:
    from glossary.cli.in_query import TermsInQueries
    from glossary.workspace import Workspace

FOUND, NOTHING = 0, 1
_HIGHEST = 101
_LONGEST_TERM, _LONGEST_HANZI = 12, 8  # characters; a longer query may be a text with terms in it
_LONGEST = 60  # characters of a query that are said again


def run(options: SearchOptions, *, db: str = "", set_name: str = "") -> int:
    """Look up the query, or each line of standard input for `-`; the exit code comes back."""
    console = Console(json=options.json or options.jsonl)
    wanted = _filter(console, options, set_name)
    many = options.query == ("-",)
    query = as_typed(" ".join(options.query))
    if not query.strip():
        raise UsageError("query-empty")
    found = False
    with open_workspace(console, db) as workspace:
        if set_name:
            workspace.sets.find(set_name)
        inside = _Inside(workspace, wanted)
        for each in _lines() if many else (query,):
            results = workspace.search.find(each, options.limit, wanted)
            if not results.hits and (wanted.variety or wanted.domain):
                from glossary.cli.choices import check_filter

                check_filter(workspace, wanted)
            shown = inside.show(console, options, each, results)
            if not shown:
                _show(console, options, each, results, many)
            found = found or shown or bool(results.hits)
    return FOUND if found else NOTHING


class _Inside:
    """The last resort for a query that no term answers: the terms in it, if it is a text."""

    def __init__(self, workspace: Workspace, wanted: Filter) -> None:
        self._workspace = workspace
        self._wanted = wanted
        self._terms: TermsInQueries | None = None

    def show(self, console: Console, options: SearchOptions, query: str, results: Results) -> bool:
        """Show the terms in the query, if it is one to look into; whether there were any."""
        filtered = self._wanted.domain or self._wanted.status
        if filtered or any(hit.concept for hit in results.hits) or not _is_text(query):
            return False
        if self._terms is None:
            from glossary.cli.in_query import TermsInQueries

            sets = (self._wanted.set,) if self._wanted.set else ()
            self._terms = TermsInQueries(self._workspace, sets, self._wanted.variety)
        found = self._terms.find(query)[: options.limit or None]
        if not found:
            return False
        if options.json or options.jsonl:
            hits = self._terms.documents(found)
            _show_documents(console, options, query, hits, options.query == ("-",))
            return True
        if options.query == ("-",):
            console.line(harmless(_shortened(query)), "good")
        console.talk("scan-in-query")
        self._terms.show(console, found)
        return True


def _is_text(query: str) -> bool:
    longest = _LONGEST_HANZI if any(map(_is_hanzi, query)) else _LONGEST_TERM
    return len(query.split()) > 1 or len(query) > longest


def _is_hanzi(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def _filter(console: Console, options: SearchOptions, set_name: str) -> Filter:
    if options.limit < 0 or not 0 <= options.minimum <= _HIGHEST:
        raise UsageError("number-refused")
    variety, status = options.variety, options.status
    if variety not in {"", *DEFAULT_VARIETIES} or status not in {"", *STATUSES}:
        from glossary.cli.choices import status_named, variety_named

        variety, status = variety_named(variety), status_named(console, status)
    domain = as_typed(options.domain)
    return Filter(variety, domain, status, set_name, options.minimum)


def _lines() -> Iterator[str]:
    for line in sys.stdin.buffer:
        query = line.decode("utf-8-sig", "replace").strip()
        if query:
            yield query


def _show(
    console: Console, options: SearchOptions, query: str, results: Results, many: bool
) -> None:
    if options.json or options.jsonl:
        hits = [_document(hit) for hit in results.hits]
        _show_documents(console, options, query, hits, many)
    else:
        _print(console, query, results, many)


def _show_documents(
    console: Console, options: SearchOptions, query: str, hits: list[dict[str, Any]], many: bool
) -> None:
    if options.jsonl and many:
        console.json_line({"query": query, "hits": hits})
    elif options.jsonl:
        for hit in hits:
            console.json_line(hit)
    else:
        console.document(hits)


def _print(console: Console, query: str, results: Results, many: bool) -> None:
    if not results.hits:
        console.talk("search-nothing", query=_shortened(query))
        return
    if many:
        console.line(harmless(_shortened(query)), "good")
    varieties = _columns(results.hits)
    head = [
        console.say(f"variety-{each}") if each in DEFAULT_VARIETIES else each for each in varieties
    ]
    rows = [[*head, console.say("column-match"), console.say("column-concept")]]
    for hit in results.hits:
        cells = [" · ".join(hit.usable(variety)) for variety in varieties]
        rows.append([*cells, _how(console, hit), hit.concept or "–"])
    console.table(rows)
    if results.total > len(results.hits):
        console.talk("search-more", shown=len(results.hits), total=results.total)
    if many:
        console.line()


def _shortened(query: str) -> str:
    return query if len(query) <= _LONGEST else f"{query[: _LONGEST - 1]}…"


def _columns(hits: tuple[Hit, ...]) -> list[str]:
    used = dict.fromkeys(term.variety for hit in hits for term in hit.terms)
    return [*DEFAULT_VARIETIES, *(each for each in used if each not in DEFAULT_VARIETIES)]


def _how(console: Console, hit: Hit) -> str:
    how = console.say(f"by-{hit.matched.by}")
    if hit.matched.by in ("prefix", "inside", "fuzzy"):
        how = f"{how} {hit.score}"
    if hit.matched.stem:
        how = f"{how} ({console.say('by-stem', stem=hit.matched.stem)})"
    if hit.concept is None:
        how = f"{how} ({console.say('by-derived')})"
    if hit.warning:
        said = console.say(f"status-{hit.warning}")
        how = f"{how}, {console.say('labelled', label=said, text=hit.matched.text)}"
    return how


def _document(hit: Hit) -> dict[str, object]:
    matched = {"variety": hit.matched.variety, "text": hit.matched.text, "by": hit.matched.by}
    if hit.matched.stem:
        matched["stem"] = hit.matched.stem
    return {
        "concept": hit.concept,
        "set": hit.set or None,
        "domain": hit.domain,
        "score": hit.score,
        "matched": matched,
        "terms": [term_document(term) for term in hit.terms],
    }


def term_document(term: Term) -> dict[str, str]:
    """A term as the look-up's JSON has it."""
    document = {"variety": term.variety, "text": term.text, "status": term.status}
    if term.pos:
        document["pos"] = term.pos
    if term.note:
        document["note"] = term.note
    return document
