"""What becomes of a person's name when a text is spelt for South Korea.

Only what is spelling is applied: a name before 1911 follows the initial-sound rule (리백, 이백), a
foreign one the South Korean spelling of that language. A transcription (시진핑) is another form of
the name and its translator's choice: suggested, where the table or hanzi behind the name tell who
it is. All others are flagged: Koreans in China write their names as they please.
"""

from __future__ import annotations

from glossary.language.name_tables import FOREIGN, HISTORICAL, NEVER, Person
from glossary.language.names import Name
from glossary.language.particles import with_particle
from glossary.language.reasons import NAME_IN_HANZI, PERHAPS_NAME
from glossary.model import APPLY, FLAG, SUGGEST, Respelling

_RULE = "name"


def respelt(text: str, name: Name, run_end: int) -> Respelling | None:
    """The respelling of a name, with the particle after it; None where South Korea writes it so.

    `run_end` is where the run of Hangul ends in which the name stands.
    """
    before = text[name.start : name.end]
    after, band, reason = _form(before, name)
    if before == after and band != FLAG:
        return None
    made = Respelling(name.start, name.end, before, after, "person", _RULE, band, reason)
    return with_particle(made, text[name.end : run_end])


def _form(before: str, name: Name) -> tuple[str, str, str]:
    """The South Korean form, its band, and the reason."""
    if name.person is not None:
        return _of_person(before, name.person)
    if name.hanzi:
        from glossary.language.transcription import transcribe

        return transcribe(name.hanzi, person=True), SUGGEST, NAME_IN_HANZI
    return before, FLAG, PERHAPS_NAME


def _of_person(before: str, person: Person) -> tuple[str, str, str]:
    reason = f"person-{person.kind}"
    if person.band == NEVER:
        return before, FLAG, reason
    band = APPLY if person.kind in (HISTORICAL, FOREIGN) else SUGGEST
    return person.korean, band, reason
