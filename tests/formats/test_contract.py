"""The contract of forms, kept by every one that is registered."""

from __future__ import annotations

import pytest

from glossary.formats.registry import FORMATS
from tests.formats.contract import FormatContract


@pytest.mark.parametrize("form", FORMATS, ids=[form.name for form in FORMATS])
class TestEveryForm(FormatContract):
    pass
