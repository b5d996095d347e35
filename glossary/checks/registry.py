"""All checks of a translation: a check is one entry in CHECKS."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from glossary.checks import (
    addresses,
    comparisons,
    consistency,
    coverage,
    ends,
    growth,
    marks,
    negation,
    number_senses,
    numbers,
    particles,
    script,
    terminology,
    units,
    varieties,
)
from glossary.checks.pair import Pair
from glossary.errors import UsageError
from glossary.model import Finding


@dataclass(frozen=True, slots=True)
class Check:
    """A check by its code, and what finds its findings in a pair."""

    code: str
    find: Callable[[Pair], Iterator[Finding]]


CHECKS = (
    Check(coverage.EMPTY, coverage.empty),
    Check(coverage.UNTRANSLATED, coverage.untranslated),
    Check(terminology.TERM_MISSING, terminology.term_missing),
    Check(terminology.TERM_FORBIDDEN, terminology.term_forbidden),
    Check(terminology.TERM_DEPRECATED, terminology.term_deprecated),
    Check(varieties.VARIETY, varieties.variety),
    Check(script.SCRIPT, script.script),
    Check(number_senses.NUMBER, numbers.number),
    Check(units.UNIT, units.unit),
    Check(growth.INCREASE, growth.increase),
    Check(comparisons.COMPARISON, comparisons.comparison),
    Check(negation.NEGATION, negation.negation),
    Check(addresses.ADDRESS, addresses.address),
    Check(consistency.INCONSISTENT_TARGET, consistency.inconsistent_target),
    Check(consistency.INCONSISTENT_SOURCE, consistency.inconsistent_source),
    Check(marks.QUOTES, marks.quotes),
    Check(marks.BRACKETS, marks.brackets),
    Check(marks.SPACES, marks.spaces),
    Check(ends.END_MARK, ends.end_mark),
    Check(particles.PARTICLE, particles.particle),
)
CODES = tuple(check.code for check in CHECKS)


def chosen(only: Iterable[str] = (), skip: Iterable[str] = ()) -> tuple[Check, ...]:
    """The checks that are wanted: all, or only some, without some. Raises UsageError for a code
    that there is not."""
    wanted, left_out = tuple(only), tuple(skip)
    for code in (*wanted, *left_out):
        if code not in CODES:
            raise UsageError("check-unknown", name=code, known=", ".join(CODES))
    return tuple(
        check
        for check in CHECKS
        if (not wanted or check.code in wanted) and check.code not in left_out
    )


def findings(pair: Pair, checks: Iterable[Check] = CHECKS) -> Iterator[Finding]:
    """What the checks have to say of a pair, in their order. A side that is missing, or was only
    copied, is looked at no further."""
    for check in checks:
        found = list(check.find(pair))
        yield from found
        told = [each for each in found if each.reason != coverage.TARGET_SHORT]
        if told and check.code in (coverage.EMPTY, coverage.UNTRANSLATED):
            return
