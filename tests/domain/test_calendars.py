"""UX-19: every day from 1900 to 2035 in every calendar, there and back, against a second implementation and published dates."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import QCalendar, QDate

from s2w_desktop.domain.calendars import CalendarKey, calendar_of, usual_calendar
from tests.domain.second_calendars import ethiopian_day_number, gregorian_day_number, nowruz

FIRST, LAST = date(1900, 1, 1), date(2035, 12, 31)
DAY_NUMBER = 1_721_425  # Julian Day Number of ordinal 0
SOLAR, ISLAMIC, ETHIOPIAN = CalendarKey.SOLAR_HIJRI, CalendarKey.ISLAMIC, CalendarKey.ETHIOPIAN

OFFICIAL_LEAP_YEARS = frozenset(
    (
        1210, 1214, 1218, 1222, 1226, 1230, 1234, 1238, 1243, 1247, 1251, 1255, 1259, 1263, 1267, 1271, 1276, 1280, 1284, 1288,
        1292, 1296, 1300, 1304, 1309, 1313, 1317, 1321, 1325, 1329, 1333, 1337, 1342, 1346, 1350, 1354, 1358, 1362, 1366, 1370,
        1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408, 1412, 1416, 1420, 1424, 1428, 1432, 1436, 1441, 1445, 1449, 1453,
        1457, 1461, 1465, 1469, 1474, 1478, 1482, 1486, 1490, 1494, 1498,
    )
)  # fmt: skip
"""Calendar Center, Institute of Geophysics, University of Tehran: KabiseShamsi1206-1498 (calendar.ut.ac.ir)."""

PUBLISHED = [
    # ICU, PersianTest
    *[(SOLAR, *told) for told in (
        (1389, 10, 21, 2011, 1, 11), (1364, 12, 6, 1986, 2, 25), (1312, 12, 23, 1934, 3, 14), (1385, 12, 3, 2007, 2, 22),
        (1348, 10, 10, 1969, 12, 31), (1324, 8, 21, 1945, 11, 12), (1304, 1, 11, 1925, 3, 31), (1375, 1, 1, 1996, 3, 20),
        (1375, 12, 30, 1997, 3, 20), (1376, 1, 1, 1997, 3, 21), (1387, 1, 1, 2008, 3, 20), (1384, 6, 1, 2005, 8, 23),
    )],
    # letters of Emperor Theodore (D. Appleyard and Girma Selassie Asfaw, Oxford 1979), in the test data of www.geez.org/Calendars
    *[(ETHIOPIAN, *told) for told in (
        (1855, 2, 20, 1862, 10, 29), (1857, 10, 29, 1865, 7, 5), (1858, 5, 22, 1866, 1, 29), (1858, 8, 10, 1866, 4, 17),
        (1859, 4, 28, 1867, 1, 5), (1860, 5, 5, 1868, 1, 13),
    )],
    # the same test data, and ICU4X's example; the Ethiopian millennium
    *[(ETHIOPIAN, *told) for told in (
        (1892, 4, 23, 1900, 1, 1), (1997, 4, 23, 2005, 1, 1), (1962, 4, 24, 1970, 1, 2), (2000, 1, 1, 2007, 9, 12),
    )],
    # Reingold and Dershowitz, Calendrical Calculations, appendix C, arithmetic Islamic calendar
    *[(ISLAMIC, *told) for told in ((1362, 10, 7, 1943, 10, 7), (1412, 9, 13, 1992, 3, 17), (1416, 10, 5, 1996, 2, 25))],
]  # fmt: skip


def every_day() -> Iterator[date]:
    return map(date.fromordinal, range(FIRST.toordinal(), LAST.toordinal() + 1))


@pytest.mark.parametrize("key", list(CalendarKey))
def test_ux_19_every_day_comes_back(key: CalendarKey) -> None:
    calendar = calendar_of(key)
    parts = [calendar.parts(day) for day in every_day()]
    assert [calendar.day(*one) for one in parts] == list(every_day())
    assert all(earlier < later for earlier, later in pairwise(parts))


def qt_parts(system: QCalendar.System) -> Callable[[date], tuple[int, int, int]]:
    calendar = QCalendar(system)

    def parts(day: date) -> tuple[int, int, int]:
        found = calendar.partsFromDate(QDate(day.year, day.month, day.day))
        return found.year, found.month, found.day

    return parts


@pytest.mark.parametrize(
    ("key", "system"), [(SOLAR, QCalendar.System.Jalali), (ISLAMIC, QCalendar.System.IslamicCivil)], ids=["solar", "islamic"]
)
def test_ux_19_every_day_is_the_day_of_qt(key: CalendarKey, system: QCalendar.System) -> None:
    ours, theirs = calendar_of(key), qt_parts(system)
    assert not [day for day in every_day() if ours.parts(day) != theirs(day)]


def test_ux_19_every_solar_hijri_day_follows_the_equinox() -> None:
    starts = {year: nowruz(year + 621) for year in range(1278, 1416)}
    assert min(minutes for _, minutes in starts.values()) > 5, "the equinox is told too roughly to decide"
    calendar = calendar_of(SOLAR)
    for day in every_day():
        year, month, within = calendar.parts(day)
        in_year = day.toordinal() + DAY_NUMBER - starts[year][0]
        assert 0 <= in_year < starts[year + 1][0] - starts[year][0]
        expected = divmod(in_year, 31) if in_year < 186 else divmod(in_year - 186, 30)
        assert (month, within) == (expected[0] + (1 if in_year < 186 else 7), expected[1] + 1)


def test_ux_19_the_leap_years_are_the_official_ones() -> None:
    calendar = calendar_of(SOLAR)
    assert {year for year in range(1206, 1499) if calendar.month_lengths(year)[-1] == 30} == OFFICIAL_LEAP_YEARS


def test_ux_19_every_ethiopian_day_is_the_one_of_the_julian_calendar() -> None:
    calendar = calendar_of(ETHIOPIAN)
    wrong = [
        day
        for day in every_day()
        if ethiopian_day_number(*calendar.parts(day)) != gregorian_day_number(day.year, day.month, day.day)
    ]
    assert not wrong


@pytest.mark.parametrize(("key", "year", "month", "day", "g_year", "g_month", "g_day"), PUBLISHED)
def test_ux_19_published_dates(key: CalendarKey, year: int, month: int, day: int, g_year: int, g_month: int, g_day: int) -> None:
    calendar, gregorian = calendar_of(key), date(g_year, g_month, g_day)
    assert calendar.day(year, month, day) == gregorian
    assert calendar.parts(gregorian) == (year, month, day)


@pytest.mark.parametrize("key", list(CalendarKey))
def test_a_year_is_as_long_as_its_months(key: CalendarKey) -> None:
    calendar = calendar_of(key)
    for year in range(1, 2200):
        assert calendar.new_year(year + 1) - calendar.new_year(year) == sum(calendar.month_lengths(year))


@pytest.mark.parametrize(
    ("key", "parts"),
    [
        (SOLAR, (1404, 12, 30)),
        (SOLAR, (1404, 7, 31)),
        (ISLAMIC, (1446, 13, 1)),
        (ETHIOPIAN, (2000, 13, 6)),
        (ETHIOPIAN, (2000, 14, 1)),
        (ETHIOPIAN, (2000, 0, 1)),
        (CalendarKey.GREGORIAN, (1900, 2, 29)),
    ],
)
def test_days_that_a_year_does_not_have_are_refused(key: CalendarKey, parts: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="no such day"):
        calendar_of(key).day(*parts)


def test_the_usual_calendar_is_that_of_the_country() -> None:
    usual = {code: usual_calendar(code) for code in ("prs", "fas", "pus", "amh", "tir", "ara", "eng", "")}
    assert {code for code, key in usual.items() if key is SOLAR} == {"prs", "fas", "pus"}
    assert {code for code, key in usual.items() if key is ETHIOPIAN} == {"amh", "tir"}
