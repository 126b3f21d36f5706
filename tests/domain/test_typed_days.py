"""A day typed into one line."""

from datetime import date

import pytest

from s2w_desktop.domain.typed_days import typed_day


@pytest.mark.parametrize("text", ["2026-11-03", " 2026-11-03 ", "٢٠٢٦-١١-٠٣", "۲۰۲۶-۱۱-۰۳"])
def test_a_day_is_understood_in_the_digits_of_any_script(text: str) -> None:
    assert typed_day(text) == date(2026, 11, 3)


@pytest.mark.parametrize("text", ["", "3.11.2026", "2026-02-30", "2026-11", "yesterday"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert typed_day(text) is None
