"""The contracts of forms, kept by every one that is registered."""

from __future__ import annotations

import pytest

from glossary.formats.registry import FORMATS, Format
from tests.formats.contract import FormatContract, ReaderContract, WriterContract, whole_concepts


def each(forms: list[Format]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("form", forms, ids=[form.name for form in forms])


@each([form for form in FORMATS if form.reader])
class TestEveryFormThatIsRead(ReaderContract):
    pass


@each([form for form in FORMATS if form.writer])
class TestEveryFormThatIsWritten(WriterContract):
    pass


@each([form for form in FORMATS if whole_concepts(form)])
class TestEveryFormOfWholeConcepts(FormatContract):
    pass
