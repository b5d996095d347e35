"""Processes that a scenario started end with it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.store.build import end_all


@pytest.fixture(autouse=True)
def _no_process_outlives_its_test() -> Iterator[None]:
    yield
    end_all()
