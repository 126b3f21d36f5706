"""Partial dates: one spelling each, the days that they can mean, and what was said beside them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s2w_desktop.domain.calendars import CalendarKey
from s2w_desktop.domain.dates import PartialDate, age_on
from s2w_desktop.domain.remembered_calendar import remembered_calendar
from s2w_desktop.domain.said_dates import DateFault, SaidDate
from s2w_desktop.domain.sections.conditions import is_minor
from tests.domain.people import profile_with
from tests.domain.said import partial_dates

SOLAR, ISLAMIC, ETHIOPIAN = CalendarKey.SOLAR_HIJRI, CalendarKey.ISLAMIC, CalendarKey.ETHIOPIAN


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("1984", "1984-01-01", "1984-12-31"),
        ("1984~", "1984-01-01", "1984-12-31"),
        ("1984?", "1984-01-01", "1984-12-31"),
        ("1984%", "1984-01-01", "1984-12-31"),
        ("198X", "1980-01-01", "1989-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("1984-02", "1984-02-01", "1984-02-29"),
        ("1984-05-07", "1984-05-07", "1984-05-07"),
        ("1984/1986", "1984-01-01", "1986-12-31"),
        ("1984-05/1986-02-03", "1984-05-01", "1986-02-03"),
        ("1984~/1986?", "1984-01-01", "1986-12-31"),
        ("../1984", None, "1984-12-31"),
        ("../1984-05~", None, "1984-05-31"),
        ("1984/..", "1984-01-01", None),
    ],
)
def test_each_form_has_its_days(text: str, earliest: str | None, latest: str | None) -> None:
    made = PartialDate.parse(text)
    assert str(made) == text
    assert made.span == tuple(None if day is None else date.fromisoformat(day) for day in (earliest, latest))


@pytest.mark.parametrize(
    "text",
    [
        "", "84", "1984-13", "1984-02-30", "1984-5", "1984-05-7", "1984-XX", "1984-05-XX", "1XXX", "XXXX", "1984-21", "1984~?",
        "198X~", "198X/1991", "1984/1984", "1986/1984", "../..", "..", "/1984", "1984/", "1984//1986", "1984/1985/1986", "-1984",
        "Y1984", "+1984", " 1984", "1984\n", "١٩٨٤", "1799", "2200", "0000", "17XX", "1984-05-07T00:00", "1984-00",
    ],
)  # fmt: skip
def test_anything_else_is_refused_without_being_repeated(text: str) -> None:
    with pytest.raises(ValueError) as refused:  # noqa: PT011  # the message is looked at below
        PartialDate.parse(text)
    assert not text.strip() or text.strip() not in str(refused.value)


@given(partial_dates())
def test_partial_dates_come_back_as_written(made: PartialDate) -> None:
    assert PartialDate.parse(str(made)) == made
    assert made.earliest is None or made.latest is None or made.earliest <= made.latest


@given(st.text(alphabet="0123456789X~?%./-", max_size=24))
def test_what_parses_is_spelled_in_one_way(text: str) -> None:
    try:
        made = PartialDate.parse(text)
    except ValueError:
        return
    assert str(made) == text


def test_a_year_alone_leaves_the_age_open_by_one() -> None:
    day = date(2026, 6, 1)
    assert age_on(day, PartialDate.parse("1991")) == (34, 35)
    assert age_on(day, PartialDate.parse("1991-06-01")) == (35, 35)
    assert age_on(day, PartialDate.parse("../1991"))[0] == 34
    assert age_on(day, PartialDate.parse("1991/.."))[1] == 35


@pytest.mark.parametrize(
    ("text", "year"),
    [("1984", 1984), ("1984-05~", 1984), ("1984-03-21/1985-03-20", 1984), ("1984/1986", None), ("198X", None), ("../1984", None)],
)
def test_one_year_is_printed_only_where_there_is_one(text: str, year: int | None) -> None:
    assert PartialDate.parse(text).year == year


@pytest.mark.parametrize(
    ("said", "calendar", "edtf"),
    [
        ("۱۳۶۳", SOLAR, "1984-03-21/1985-03-20"),
        ("1363~", SOLAR, "1984-03-21~/1985-03-20~"),
        ("۱۳۶۳-۵", SOLAR, "1984-07-23/1984-08-22"),
        ("۱۳۶۳-۵-۷", SOLAR, "1984-07-29"),
        ("1363-5-7?", SOLAR, "1984-07-29?"),
        ("۱۳۶X", SOLAR, "1981-03-21/1991-03-20"),
        ("../1363", SOLAR, "../1985-03-20"),
        ("1363/..", SOLAR, "1984-03-21/.."),
        ("1363/1365", SOLAR, "1984-03-21/1987-03-20"),
        ("1404", ISLAMIC, "1983-10-08/1984-09-26"),
        ("1446-9", ISLAMIC, "2025-03-01/2025-03-30"),
        ("1976", ETHIOPIAN, "1983-09-12/1984-09-10"),
        ("1999-13", ETHIOPIAN, "2007-09-06/2007-09-11"),
        ("١٩٨٤-٥", CalendarKey.GREGORIAN, "1984-05"),
        ("1984-5-7~", CalendarKey.GREGORIAN, "1984-05-07~"),
    ],
)
def test_ux_19_a_date_of_another_calendar_becomes_its_interval(said: str, calendar: CalendarKey, edtf: str) -> None:
    heard = SaidDate.heard(said, calendar)
    assert (str(heard.date), heard.fault) == (edtf, None)


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("spring", DateFault.UNREADABLE),
        ("1984-may", DateFault.UNREADABLE),
        ("1/2/3", DateFault.UNREADABLE),
        ("²", DateFault.UNREADABLE),
        ("1984--7", DateFault.INCOMPLETE),
        ("-5", DateFault.INCOMPLETE),
        ("1984/", DateFault.INCOMPLETE),
        ("../", DateFault.INCOMPLETE),
        ("../..", DateFault.INCOMPLETE),
        ("84", DateFault.YEAR),
        ("1363", DateFault.YEAR),
        ("19845", DateFault.YEAR),
        ("1984-13", DateFault.IMPOSSIBLE),
        ("1984-2-30", DateFault.IMPOSSIBLE),
        ("1984-0-1", DateFault.IMPOSSIBLE),
        ("1984-005", DateFault.IMPOSSIBLE),
        ("1985X", DateFault.DECADE),
        ("1985XX", DateFault.DECADE),
        ("1986/1984", DateFault.ORDER),
    ],
)
def test_what_makes_no_date_says_why_and_is_kept(said: str, fault: DateFault) -> None:
    heard = SaidDate.heard(said, CalendarKey.GREGORIAN)
    assert (heard.date, heard.said, heard.fault) == (None, said, fault)


def test_the_calendar_of_most_dates_is_remembered_and_the_language_decides_a_tie() -> None:
    gregorian, solar = SaidDate.plainly("1984"), SaidDate.heard("1363", SOLAR)
    noted = {"record__opened_on": gregorian}
    assert remembered_calendar(profile_with(**noted), "prs") is SOLAR
    assert remembered_calendar(profile_with(**noted), "ara") is CalendarKey.GREGORIAN
    one_each = profile_with(identity__date_of_birth=solar, status__arrival_host_country=gregorian)
    assert remembered_calendar(one_each, "prs") is SOLAR
    assert remembered_calendar(one_each, "ara") is CalendarKey.GREGORIAN
    assert remembered_calendar(profile_with(identity__date_of_birth=solar), "ara") is SOLAR
    assert remembered_calendar(profile_with(identity__date_of_birth=gregorian), "prs") is CalendarKey.GREGORIAN


@pytest.mark.parametrize(
    ("told", "is_young"),
    [
        (SaidDate.plainly("2010"), True),
        (SaidDate.plainly("2008-06"), True),
        (SaidDate.plainly("2008-05"), False),
        (SaidDate.plainly("../1990"), False),
        (SaidDate.heard("۱۳۸۹", SOLAR), True),
        (SaidDate.heard("1363", SOLAR), False),
        (SaidDate.heard("spring", SOLAR), False),
    ],
)
def test_a_minor_is_known_in_every_calendar(told: SaidDate, is_young: bool) -> None:
    opened = SaidDate.plainly("2026-06-01")
    assert is_minor(profile_with(identity__date_of_birth=told, record__opened_on=opened).get) is is_young
