"""Runs of Hangul: what every look at Korean text goes through, one after another."""

from __future__ import annotations

import re

HANGUL_RUN = re.compile("[가-힣]+")
