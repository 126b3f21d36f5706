"""Dates in words, in English, French and Arabic, of every calendar, with Latin digits everywhere."""

from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s2w_desktop.domain.calendars import CalendarKey, calendar_of
from s2w_desktop.domain.date_entry import DateMode
from s2w_desktop.domain.dates import PartialDate
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.i18n.dates import both_renderings, calendar_name, mode_words, partial_date, said_date, told_period
from s2w_desktop.i18n.formats import day, month
from s2w_desktop.i18n.isolation import without_isolates
from s2w_desktop.i18n.labels_calendars import MONTHS
from s2w_desktop.i18n.languages import LANGUAGES, Pseudo
from s2w_desktop.i18n.translator import Catalogues, Translator, english
from tests.domain.said import partial_dates

GREGORIAN, SOLAR, ISLAMIC, ETHIOPIAN = CalendarKey


@pytest.mark.parametrize(
    ("stored", "code", "expected"),
    [
        ("2024", "en", "2024"),
        ("2024-05", "en", "May 2024"),
        ("2024-05-07", "en", "7 May 2024"),
        ("1991~", "en", "about 1991"),
        ("2024-05~", "fr", "vers mai 2024"),
        ("2024-05-07~", "ar", "نحو 7 مايو 2024"),
        ("1991~", "ar", "نحو 1991"),
    ],
)
def test_dates_are_shown_as_far_as_they_are_known(catalogues: Catalogues, stored: str, code: str, expected: str) -> None:
    tr = catalogues.translator(code)
    assert without_isolates(partial_date(tr, stored)) == expected
    assert partial_date(tr, PartialDate.parse(stored)) == partial_date(tr, stored)


def test_a_text_that_is_no_date_is_refused(catalogues: Catalogues) -> None:
    with pytest.raises(ValueError, match="not a partial date"):
        partial_date(catalogues.translator("en"), "last spring")


@pytest.mark.parametrize(
    ("said", "calendar", "expected"),
    [
        ("۱۳۶۳", SOLAR, "1363 (Solar Hijri), 1984/85"),
        ("1363~", SOLAR, "about 1363 (Solar Hijri), about 1984/85"),
        ("../1363", SOLAR, "before 1363 (Solar Hijri), before 1984/85"),
        ("1363/..", SOLAR, "after 1363 (Solar Hijri), after 1984/85"),
        ("۱۳۶۳-۵-۷", SOLAR, "7 Asad/Mordad 1363 (Solar Hijri), 29 July 1984"),
        ("136X", SOLAR, "the 1360s (Solar Hijri), 21 March 1981 to 20 March 1991"),
        ("1363/1365", SOLAR, "1363 to 1365 (Solar Hijri), 21 March 1984 to 20 March 1987"),
        ("1446-9", ISLAMIC, "Ramadan 1446 (Islamic), 1 March 2025 to 30 March 2025"),
        ("1999-13-6", ETHIOPIAN, "6 Pagume 1999 (Ethiopian), 11 September 2007"),
        ("١٩٨٤-٥", GREGORIAN, "May 1984"),
        ("spring", SOLAR, "spring"),
    ],
)
def test_a_date_is_told_in_its_calendar_and_in_ours(en: Translator, said: str, calendar: CalendarKey, expected: str) -> None:
    assert without_isolates(said_date(en, SaidDate.heard(said, calendar))) == expected


def test_days_that_words_cannot_give_stand_beside_the_words(en: Translator) -> None:
    told = SaidDate(PartialDate.parse("1984"), "when the rains failed", ETHIOPIAN)
    assert without_isolates(said_date(en, told)) == "when the rains failed (Ethiopian), 1984"


@pytest.mark.parametrize(
    ("said", "calendar", "usual", "expected"),
    [
        ("1984", GREGORIAN, GREGORIAN, ""),
        ("1984-05", GREGORIAN, GREGORIAN, "May 1984"),
        ("1984~", GREGORIAN, GREGORIAN, "about 1984"),
        ("1984", GREGORIAN, SOLAR, "1984 = 11 Jadi/Dey 1362 to 10 Jadi/Dey 1363"),
        ("1984-05-07", GREGORIAN, SOLAR, "7 May 1984 = 17 Sawr/Ordibehesht 1363"),
        ("1363", SOLAR, SOLAR, "1363 = 21 March 1984 to 20 March 1985"),
        ("1363-5", SOLAR, GREGORIAN, "Asad/Mordad 1363 = 23 July 1984 to 22 August 1984"),
        ("spring", SOLAR, SOLAR, ""),
    ],
)
def test_both_renderings(en: Translator, said: str, calendar: CalendarKey, usual: CalendarKey, expected: str) -> None:
    assert without_isolates(both_renderings(en, SaidDate.heard(said, calendar), usual)) == expected


@given(partial_dates(), st.sampled_from(CalendarKey))
def test_every_date_has_words_with_latin_digits(date: PartialDate, usual: CalendarKey) -> None:
    for words in (said_date(english(), SaidDate(date)), both_renderings(english(), SaidDate(date), usual)):
        assert all(letter.isascii() for letter in words if letter.isdigit())


def test_a_period_of_another_calendar_is_told_beside_the_years(en: Translator) -> None:
    start, end = SaidDate.heard("1390", SOLAR), SaidDate.heard("1395-2", SOLAR)
    assert without_isolates(told_period(en, start, end)) == "1390 (Solar Hijri) to Sawr/Ordibehesht 1395 (Solar Hijri)"
    assert without_isolates(told_period(en, None, end)) == "Sawr/Ordibehesht 1395 (Solar Hijri)"
    assert told_period(en, SaidDate.plainly("1984"), None) == told_period(en, None, None) == ""
    assert told_period(en, SaidDate.heard("spring", SOLAR), None) == ""


def test_every_calendar_mode_and_month_has_a_name(en: Translator) -> None:
    assert len({calendar_name(en, key) for key in CalendarKey}) == len(CalendarKey)
    assert len({mode_words(en, mode) for mode in DateMode}) == len(DateMode)
    for key, months in MONTHS.items():
        assert len(months) == len(calendar_of(key).month_lengths(1400))


@pytest.mark.parametrize("code", [one.code for one in LANGUAGES if one.pseudo is Pseudo.NONE])
def test_no_month_of_one_calendar_is_called_as_one_of_another(catalogues: Catalogues, code: str) -> None:
    tr = catalogues.translator(code)
    gregorian = {"".join(c for c in month(tr, date(2026, number, 9)) if not c.isdigit()).strip(" .,/") for number in range(1, 13)}
    assert len(gregorian) == 12
    names = [gregorian, *({tr.say(one) for one in months} for months in MONTHS.values())]
    for one, other in combinations(names, 2):
        assert one.isdisjoint(other)


def test_a_gregorian_day_in_tigrinya_cannot_be_read_as_an_ethiopian_one(catalogues: Catalogues) -> None:
    tr = catalogues.translator("ti")
    assert day(tr, date(2026, 1, 2)) == "ጃንዩወሪ 2, 2026"
    assert month(tr, date(2026, 11, 2)) == "ኖቬምበር 2026"
