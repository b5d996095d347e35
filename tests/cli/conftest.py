"""The runner of the command line's tests."""

from __future__ import annotations

import pytest

from tests.cli.runner import Runner


@pytest.fixture
def glossary(capsys: pytest.CaptureFixture[str]) -> Runner:
    """Commands on a glossary of one's own, which the first of them makes."""
    return Runner(capsys)
