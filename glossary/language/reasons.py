"""Why a respelling has its band: the codes of the sentences."""

from __future__ import annotations

KNOWN, AMBIGUOUS, BY_RULE, SPACE = "known-word", "ambiguous", "by-rule", "space"
PERHAPS_NAME, IN_TITLE, MENTIONED = "name", "title", "mentioned"
REASONS = (KNOWN, AMBIGUOUS, BY_RULE, SPACE, PERHAPS_NAME, IN_TITLE, MENTIONED)
