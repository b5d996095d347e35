"""Which codes of sentences the program uses, read from its source.

A code is the first argument of an error or a notice, of `say`, `talk`, `sentence`, `help_text`,
the second of a RefusedRow, or any argument named `code`. It may be a literal, an f-string, or a
name that the function, its callers or a loop give a value. Where none of that tells it, every
word of the module that looks like a code counts as one, so that nothing slips through; a code
that an error or a notice carries (`error.code`) was counted where that was made.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import NamedTuple

from glossary.checks.reasons import REASONS as REASONS_OF_CHECKS
from glossary.checks.registry import CODES
from glossary.formats.findings_page import COLUMNS as COLUMNS_OF_FINDINGS
from glossary.formats.handoff import RISKS
from glossary.formats.rows import LEFT_OUT
from glossary.formats.scan_page import KINDS
from glossary.language.foreign_names import FOREIGN
from glossary.language.name_tables import CLASSES
from glossary.language.reasons import REASONS
from glossary.matching.choice import FOUND_WHY
from glossary.model import (
    BANDS,
    DEFAULT_VARIETIES,
    FOUND_BY,
    MATCHED_BY,
    PARTS_OF_SPEECH,
    PENALTIES,
    RULE_KINDS,
    STATUSES,
)
from glossary.texts.sentences import LANGUAGES
from glossary.workflow.analysis import BANDS as BANDS_OF_ANALYSIS
from glossary.workflow.analysis import UNITS
from glossary.workflow.analysis_report import COLUMNS, HEAD
from glossary.workflow.matches import CHANGES
from glossary.workflow.memory_doubts import DOUBTS
from glossary.workflow.plan import (
    EXTRACT_STAGES,
    MEMORY_STAGES,
    ON_DUPLICATE,
    OUTCOMES,
    STAGES,
)
from glossary.workflow.proposing import WAYS
from glossary.workflow.review import COLUMNS as REVIEW_COLUMNS
from tui.app import FILES
from tui.keys import KEYS, PLACES
from tui.screens.doctor import Doctor
from tui.screens.exporting import Export
from tui.screens.importing import Import
from tui.screens.tour import STEPS
from tui.widgets.chips import KINDS as KINDS_OF_CHIPS

ERRORS = frozenset(
    ("UsageError", "InputRefused", "DatabaseError", "NotFound", "MalmoiError", "Notice", "Remark")
)
SPEAKERS = frozenset(("say", "talk", "sentence", "help_text"))
_SECOND = frozenset(("RefusedRow",))
_IN_A_MAPPING = frozenset(("RefusedRow", "Remark"))  # how these are given their fields
EXPANSIONS: Mapping[str, tuple[str, ...]] = {
    "band-": BANDS,
    "by-": MATCHED_BY,
    "check-": REASONS_OF_CHECKS,
    "check-column-": COLUMNS_OF_FINDINGS,
    "check-name-": CODES,
    "column-": ("line", "outcome", "terms", "reason"),
    "extract-column-": (*REVIEW_COLUMNS, "term"),
    "field-": ("domain", "definition", "note"),
    "foreign-": FOREIGN,
    "left-": LEFT_OUT,
    "outcome-": OUTCOMES,
    "pos-": PARTS_OF_SPEECH,
    "person-": CLASSES,
    "progress-": (
        *STAGES,
        *MEMORY_STAGES,
        *EXTRACT_STAGES,
        "check",
        "context",
        "convert",
        "scan",
    ),
    "respelling-": REASONS,
    "rule-": RULE_KINDS,
    "scan-by-": FOUND_BY,
    "scan-kind-": KINDS,
    "scan-risk-": RISKS,
    "scan-why-": FOUND_WHY,
    "stats-": ("set", "domain", "variety", "status"),
    "status-": STATUSES,
    "tm-band-": BANDS_OF_ANALYSIS,
    "tm-change-": CHANGES,
    "tm-count-": (*COLUMNS, *UNITS),
    "tm-doubt-": DOUBTS,
    "tm-penalty-": PENALTIES,
    "tm-quote-": HEAD,
    "tui-brief-": tuple(key.name for key in KEYS if key.brief),
    "tui-by-": WAYS,
    "tui-do-": (*Import.BUTTONS, *Export.BUTTONS, *Doctor.BUTTONS),
    "tui-duplicate-": ON_DUPLICATE,
    "tui-files-": FILES,
    "tui-filter-": KINDS_OF_CHIPS,
    "tui-key-": tuple(key.name for key in KEYS),
    "tui-language-": LANGUAGES,
    "tui-place-": PLACES,
    "tui-stage-": STAGES,
    "tui-title-": (Import.NAME, Export.NAME, Doctor.NAME),
    "tui-tour-": tuple(str(step) for step in range(1, STEPS + 1)),
    "variety-": DEFAULT_VARIETIES,
}
"""What an f-string of this beginning may end in, where its source does not say."""

_LOOKS_LIKE_A_CODE = re.compile(r"[a-z]+(-[a-z_]+)+")
_Function = ast.FunctionDef | ast.AsyncFunctionDef


class Use(NamedTuple):
    """One code at one place; `fields` is None where the fields cannot be read from the call."""

    code: str
    place: str
    fields: frozenset[str] | None = None


class Sources:
    """The modules of the program, by name."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._trees = {name: ast.parse(text) for name, text in texts.items()}
        self._parents = {
            child: parent
            for tree in self._trees.values()
            for parent in ast.walk(tree)
            for child in ast.iter_child_nodes(parent)
        }
        self._open: list[str] = []  # the names under way, so that none is followed in a circle
        self._calls: dict[str, list[ast.Call]] = {}
        for tree in self._trees.values():
            for call in _calls(tree):
                self._calls.setdefault(_name(call.func), []).append(call)

    def uses(self) -> Iterator[Use]:
        """Every code the program can say, with its place."""
        for module, tree in self._trees.items():
            for call in _calls(tree):
                code = _code_argument(call)
                if code is None or self._was_counted(code):
                    continue
                place = f"{module}:{call.lineno}"
                found = self._values(code)
                fields = _fields(call) if found else None
                for each in sorted(found or _words_like_codes(tree)):
                    yield Use(each, place, fields)

    def _was_counted(self, code: ast.expr) -> bool:
        """Whether it comes out of an error or notice, or `say` hands it on to `sentence`."""
        if isinstance(code, ast.Attribute):
            return code.attr == "code"
        node: ast.AST = code
        while node in self._parents and not isinstance(node, _Function):
            node = self._parents[node]
        return isinstance(node, _Function) and node.name in SPEAKERS and _is_parameter(code, node)

    def _values(self, node: ast.expr) -> set[str]:
        """The strings an expression may give, or none where that cannot be told."""
        if isinstance(node, ast.Constant):
            return {node.value} if isinstance(node.value, str) else set()
        if isinstance(node, ast.IfExp):
            return self._values(node.body) | self._values(node.orelse)
        if isinstance(node, ast.JoinedStr):
            return self._formatted(node)
        if isinstance(node, ast.Name):
            return self._named(node)
        return set()

    def _formatted(self, node: ast.JoinedStr) -> set[str]:
        """An f-string with every value its parts may have; "…" for one that cannot be told."""
        parts: list[set[str]] = []
        before = ""
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                parts.append(self._values(part.value) or set(EXPANSIONS.get(before, ("…",))))
            else:
                parts.append(self._values(part))
                before = "".join(parts[-1])
        return {"".join(each) for each in product(*parts)}

    def _named(self, name: ast.Name) -> set[str]:
        """What gives a name its value: the nearest loop over it, else the function, else the
        module."""
        if name.id in self._open:
            return set()
        self._open.append(name.id)
        try:
            return set().union(*map(self._values, self._givers(name)))
        finally:
            self._open.pop()

    def _givers(self, name: ast.Name) -> list[ast.expr]:
        node: ast.AST = name
        while node in self._parents:
            node = self._parents[node]
            loops = getattr(node, "generators", [node] if isinstance(node, ast.For) else [])
            for loop in loops:
                if name.id in _names(loop.target):
                    return [*self._looped(loop.target, loop.iter, name.id)]
            if isinstance(node, _Function | ast.Module):
                found = [*_assigned(node, name.id)]
                if isinstance(node, _Function):
                    found += self._parameter(node, name.id)
                if found:
                    return found
        return []

    def _looped(self, target: ast.expr, rows: ast.expr, name: str) -> Iterator[ast.expr]:
        """What a loop over a literal gives a name, also as one of several in each row."""
        found = self._givers(rows) if isinstance(rows, ast.Name) else [rows]
        for row in (row for each in found for row in getattr(each, "elts", ())):
            if isinstance(target, ast.Name):
                yield row
            elif isinstance(target, ast.Tuple) and isinstance(row, ast.Tuple):
                for each, value in zip(target.elts, row.elts, strict=False):
                    if isinstance(each, ast.Name) and each.id == name:
                        yield value

    def _parameter(self, function: _Function, name: str) -> list[ast.expr]:
        """What a parameter is by default, and what the callers give."""
        arguments = [*function.args.posonlyargs, *function.args.args]
        names = [each.arg for each in arguments]
        if name not in names:
            return []
        defaults = dict(zip(reversed(names), reversed(function.args.defaults), strict=False))
        found = [defaults[name]] if name in defaults else []
        place = names.index(name) - (names[0] in ("self", "cls"))
        for call in self._calls.get(function.name, ()):
            found += [each.value for each in call.keywords if each.arg == name]
            found += call.args[place : place + 1]
        return found


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _name(called: ast.expr) -> str:
    if isinstance(called, ast.Attribute):
        return called.attr
    return called.id if isinstance(called, ast.Name) else ""


def _code_argument(call: ast.Call) -> ast.expr | None:
    """The argument that is a code, if this call takes one."""
    name = _name(call.func)
    place = 0 if name in ERRORS | SPEAKERS else 1 if name in _SECOND else None
    named = [each.value for each in call.keywords if each.arg == "code"]
    if named or place is None:
        return named[0] if named else None
    return call.args[place] if place < len(call.args) else None


def _fields(call: ast.Call) -> frozenset[str] | None:
    names = [each.arg for each in call.keywords]
    if None in names or _name(call.func) in _IN_A_MAPPING:
        return None
    return frozenset(name for name in names if name is not None)


def _is_parameter(code: ast.expr, function: _Function) -> bool:
    return isinstance(code, ast.Name) and any(code.id == each.arg for each in function.args.args)


def _names(target: ast.expr) -> set[str]:
    """The names that a loop or an assignment gives a value."""
    return {node.id for node in ast.walk(target) if isinstance(node, ast.Name)}


def _assigned(scope: ast.AST, name: str) -> Iterator[ast.expr]:
    """The values that a function or module gives a name by "="."""
    for node in ast.walk(scope):
        targets = node.targets if isinstance(node, ast.Assign) else []
        if isinstance(node, ast.AnnAssign):
            targets = [node.target]
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        if value is not None and any(name in _names(target) for target in targets):
            yield value


def _words_like_codes(tree: ast.AST) -> set[str]:
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and _LOOKS_LIKE_A_CODE.fullmatch(node.value)
    }


def codes(uses: Iterable[Use]) -> set[str]:
    """The codes alone."""
    return {use.code for use in uses}
