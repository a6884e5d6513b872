"""The stand-alone guard, case by case."""

import pytest
from cases_file import load

from brief.standalone import why_dependent


@pytest.mark.parametrize(("title", "sentence", "expected"), load("standalone"), ids=lambda value: None)
def test_case(title: str, sentence: str, expected: str) -> None:
    assert (why_dependent(sentence, "en") or "yes") == expected, title
