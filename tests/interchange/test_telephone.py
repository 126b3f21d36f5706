"""Calling codes are told from the rest of a number without knowing every country."""

import pytest

from s2w_desktop.interchange.telephone import joined, parted


@pytest.mark.parametrize(
    ("number", "code", "rest"),
    [
        ("+306900000000", "30", "6900000000"),
        ("+963 11 123 4567", "963", "111234567"),
        ("0049 (30) 123-456", "49", "30123456"),
        ("+1 202 555 0100", "1", "2025550100"),
        ("+77010000000", "7", "7010000000"),
        ("+21612345678", "216", "12345678"),
        ("+380441234567", "380", "441234567"),
    ],
)
def test_a_number_with_a_calling_code_is_parted(number: str, code: str, rest: str) -> None:
    assert parted(number) == (code, rest)
    assert joined(code, rest) == f"+{code}{rest}"


@pytest.mark.parametrize("number", ["", "210 000 000", "+", "+12", "+0301234567", "call the office", "+30690000000000000000"])
def test_a_number_whose_country_nobody_can_tell_is_not_parted(number: str) -> None:
    assert parted(number) is None


def test_a_number_without_a_code_stays_as_it_stands() -> None:
    assert joined("", " 210 000 ") == "210 000"
    assert joined("evil", "210") == "210"
