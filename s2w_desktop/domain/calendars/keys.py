"""The names under which calendars are stored and sent. Never rename one."""

from enum import StrEnum


class CalendarKey(StrEnum):
    """A calendar that a date can be told in."""

    GREGORIAN = "gregorian"
    SOLAR_HIJRI = "solar_hijri"
    ISLAMIC = "islamic"
    ETHIOPIAN = "ethiopian"
