"""Why a respelling has its band: the codes of the sentences."""

from __future__ import annotations

KNOWN, AMBIGUOUS, BY_RULE, SPACE = "known-word", "ambiguous", "by-rule", "space"
BY_ANALYSER = "analyser"
PERHAPS_NAME, IN_TITLE, MENTIONED = "name", "title", "mentioned"
NAME_IN_HANZI = "name-in-hanzi"
PERSONS = (
    "person-modern",
    "person-korean",
    "person-historical",
    "person-foreign",
    "person-minority",
)
PLACE, PLACES = "place", "places"
YEAR_PLAN, QUARTER, YUAN = "year-plan", "quarter", "yuan"
STYLES = (
    "style-neunba",
    "style-ero",
    "style-doeda",
    "style-hame",
    "style-uitak",
    "style-nyeollae",
    "style-lde",
)
TERM, TERM_SEVERAL, TERM_ALIKE = "term", "term-several", "term-alike"
TERM_VERB, TERM_NAME, TERM_IN_COMPOUND = "term-verb", "term-name", "term-in-compound"
TERM_ALSO_WORD, TERM_DRAFT, TERM_WIDER = "term-also-word", "term-draft", "term-wider"
FALSE_FRIEND, CHOSEN = "false-friend", "chosen"
REASONS = (
    KNOWN,
    AMBIGUOUS,
    BY_RULE,
    BY_ANALYSER,
    SPACE,
    PERHAPS_NAME,
    NAME_IN_HANZI,
    *PERSONS,
    IN_TITLE,
    MENTIONED,
    PLACE,
    PLACES,
    YEAR_PLAN,
    QUARTER,
    YUAN,
    *STYLES,
    TERM,
    TERM_SEVERAL,
    TERM_ALIKE,
    TERM_VERB,
    TERM_NAME,
    TERM_IN_COMPOUND,
    TERM_ALSO_WORD,
    TERM_DRAFT,
    TERM_WIDER,
    FALSE_FRIEND,
    CHOSEN,
)
