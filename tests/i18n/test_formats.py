"""Numbers, dates, sizes and lists in English, French and Arabic, with Latin digits everywhere."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from s2w_desktop.i18n.field_words import Unit
from s2w_desktop.i18n.formats import (
    amount,
    day,
    file_size,
    joined,
    number,
    one_decimal,
    percent,
    plural_number,
    time_of_day,
    when,
)
from s2w_desktop.i18n.isolation import Ltr, without_isolates
from s2w_desktop.i18n.translator import Catalogues

LISBON = timezone(timedelta(hours=1))
NOW = datetime(2024, 5, 7, 16, 0, tzinfo=LISBON)
THIN, NBSP = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("code", "expected"), [("en", "12,345.5"), ("fr", f"12{THIN}345,5"), ("ar", "12,345.5"), ("en_XA", "12,345.5")]
)
def test_figures(catalogues: Catalogues, code: str, expected: str) -> None:
    shown = number(catalogues.translator(code), Decimal("12345.5"))
    assert shown == expected
    assert isinstance(shown, Ltr)


@pytest.mark.parametrize(("code", "expected"), [("en", "12%"), ("fr", f"12{NBSP}%"), ("ar", "12%")])
def test_shares(catalogues: Catalogues, code: str, expected: str) -> None:
    assert percent(catalogues.translator(code), 0.123).replace("\u200e", "").replace(THIN, NBSP) == expected


@pytest.mark.parametrize(
    ("size_bytes", "code", "expected"),
    [
        (0, "en", "0 kB"),
        (7, "en", "1 kB"),
        (12_400, "en", "12 kB"),
        (1_240_000, "en", "1.2 MB"),
        (1_240_000, "fr", f"1,2{THIN}Mo"),
        (14_200_000_000, "en", "14 GB"),
        (1_240_000, "ar", "1.2 م.ب"),
    ],
)
def test_sizes(catalogues: Catalogues, size_bytes: int, code: str, expected: str) -> None:
    assert file_size(catalogues.translator(code), size_bytes) == expected


@pytest.mark.parametrize(("code", "expected"), [("en", "a, b and c"), ("fr", "a, b et c"), ("ar", "a وb وc")])
def test_lists(catalogues: Catalogues, code: str, expected: str) -> None:
    shown = joined(catalogues.translator(code), ["a", "b", "c"])
    assert without_isolates(shown) == expected
    assert shown.count("\u2068") == 3


@pytest.mark.parametrize(("code", "expected"), [("en", "7 May 2024"), ("fr", "7 mai 2024"), ("ar", "7 مايو 2024")])
def test_days_have_their_month_in_words(catalogues: Catalogues, code: str, expected: str) -> None:
    assert day(catalogues.translator(code), date(2024, 5, 7)) == expected


@pytest.mark.parametrize(
    ("moment", "code", "expected"),
    [
        (datetime(2024, 5, 7, 14, 32, tzinfo=LISBON), "en", "today, 14:32"),
        (datetime(2024, 5, 6, 23, 5, tzinfo=UTC), "en", "today, 00:05"),
        (datetime(2024, 5, 6, 9, 5, tzinfo=LISBON), "en", "yesterday, 09:05"),
        (datetime(2024, 4, 30, 9, 5, tzinfo=LISBON), "en", "30 April 2024, 09:05"),
        (datetime(2024, 5, 7, 14, 32, tzinfo=LISBON), "fr", "aujourd’hui, 14:32"),
        (datetime(2024, 5, 6, 14, 32, tzinfo=LISBON), "ar", "أمس، 14:32"),
    ],
)
def test_moments_are_seen_from_now(catalogues: Catalogues, moment: datetime, code: str, expected: str) -> None:
    assert without_isolates(when(catalogues.translator(code), moment, NOW)) == expected


def test_the_clock_has_24_hours() -> None:
    assert time_of_day(datetime(2024, 5, 7, 0, 5, tzinfo=UTC)) == "00:05"


@pytest.mark.parametrize(
    ("figure", "about", "code", "expected"),
    [
        ("1", False, "en", "1 year"),
        ("1.5", False, "en", "1.5 years"),
        ("12", True, "en", "about 12 years"),
        ("0.5", False, "fr", "0,5 an"),
        ("1.5", True, "fr", "environ 1,5 an"),
        ("2", False, "fr", "2 ans"),
        ("1", False, "ar", "سنة واحدة"),
        ("2", False, "ar", "سنتان"),
        ("5", True, "ar", "حوالي 5 سنوات"),
        ("12", False, "ar", "12 سنة"),
        ("1.5", False, "ar", "1.5 سنة"),
        ("1.5", False, "uk", "1,5 року"),
        ("0.5", False, "lt", "0,5 metų"),
        ("1.5", False, "cs", "1,5 roku"),
        ("12.5", True, "ru", "около 12,5 года"),
    ],
)
def test_years_take_the_form_of_their_number(catalogues: Catalogues, figure: str, about: bool, code: str, expected: str) -> None:
    assert without_isolates(amount(catalogues.translator(code), Unit.YEARS, Decimal(figure), about=about)) == expected


@pytest.mark.parametrize(("figure", "code", "expected"), [(1, "en", "1 month"), (18, "fr", "18 mois"), (18, "ar", "18 شهراً")])
def test_months_take_the_form_of_their_number(catalogues: Catalogues, figure: int, code: str, expected: str) -> None:
    assert without_isolates(amount(catalogues.translator(code), Unit.MONTHS, figure)) == expected


@pytest.mark.parametrize("figure", ["0.5", "1.5", "12.5"])
def test_a_fraction_has_a_form_in_every_language(catalogues: Catalogues, figure: str) -> None:
    """Six of them give fractions a form that no whole number has."""
    told = [amount(catalogues.translator(one.code), unit, Decimal(figure)) for one in catalogues.offered() for unit in Unit]
    assert all(any(letter.isdigit() for letter in words) for words in told)


def test_whole_numbers_stand_for_themselves(catalogues: Catalogues) -> None:
    assert [plural_number(catalogues.translator("ar"), Decimal(n)) for n in ("0", "2.0", "111")] == [0, 2, 111]


def test_no_format_uses_digits_of_another_script(catalogues: Catalogues) -> None:
    tr = catalogues.translator("ar")
    shown = [
        day(tr, date(2024, 5, 7)),
        number(tr, 12345),
        one_decimal(tr, 9),
        percent(tr, 0.5),
        file_size(tr, 5_000),
        amount(tr, Unit.YEARS, 7),
    ]
    assert all(char.isascii() for text in shown for char in text if char.isdigit())
