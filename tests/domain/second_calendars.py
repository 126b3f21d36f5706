"""Second implementations of the calendars, each by another way than the program's; they share no code with it.

Solar Hijri: from the law itself, by the equinox (J. Meeus, Astronomical Algorithms, 2nd edition, chapter 27). Ethiopian: by the
Julian calendar, as the Alexandrian year is defined. Gregorian days as Julian Day Numbers by the formula of Fliegel and Van
Flandern (Communications of the ACM 11, 1968). Islamic: `QCalendar` in the tests.
"""

from math import cos, floor, radians

_TERMS = (
    (485, 324.96, 1934.136), (203, 337.23, 32964.467), (199, 342.08, 20.186), (182, 27.85, 445267.112),
    (156, 73.14, 45036.886), (136, 171.52, 22518.443), (77, 222.54, 65928.934), (74, 296.72, 3034.906),
    (70, 243.58, 9037.513), (58, 119.81, 33718.147), (52, 297.17, 150.678), (50, 21.02, 2281.226),
    (45, 247.54, 29929.562), (44, 325.15, 31555.956), (29, 60.93, 4443.417), (18, 155.12, 67555.328),
    (17, 288.79, 4562.452), (16, 198.04, 62894.029), (14, 199.76, 31436.921), (12, 95.39, 14577.848),
    (12, 287.11, 31931.756), (12, 320.81, 34777.259), (9, 227.73, 1222.114), (8, 15.45, 16859.074),
)  # fmt: skip
_IRAN_DAYS = 3.5 / 24  # 52.5 degrees east
_SUN_IS_LATE_DAYS = 7.5 / 1440  # true noon after mean noon on 20 March (equation of time)


def march_equinox(year: int) -> float:
    """Julian date of the March equinox in dynamical time; good to about a minute."""
    y = (year - 2000) / 1000
    mean = 2451623.80984 + 365242.37404 * y + 0.05169 * y**2 - 0.00411 * y**3 - 0.00057 * y**4
    t = (mean - 2451545.0) / 36525
    w = radians(35999.373 * t - 2.47)
    sway = 1 + 0.0334 * cos(w) + 0.0007 * cos(2 * w)
    return mean + 0.00001 * sum(a * cos(radians(b + c * t)) for a, b, c in _TERMS) / sway


def nowruz(gregorian_year: int) -> tuple[int, float]:
    """Julian Day Number of 1 Farvardin, and how far from noon the equinox was, in minutes.

    Dynamical time is less than 80 seconds off the clock in these years: nothing beside the distance from noon.
    """
    local = march_equinox(gregorian_year) + _IRAN_DAYS  # whole numbers are mean noons at 52.5 degrees east
    noon = floor(local) + _SUN_IS_LATE_DAYS
    day = floor(local + 0.5)  # the day number of the civil day
    is_before = local < day + _SUN_IS_LATE_DAYS
    distance = min(abs(local - noon), abs(local - noon - 1)) * 1440
    return (day if is_before else day + 1), distance


def julian_to_day_number(year: int, month: int, day: int) -> int:
    """Julian Day Number of a date of the Julian calendar."""
    shift = (14 - month) // 12
    y, m = year + 4800 - shift, month + 12 * shift - 3
    return day + (153 * m + 2) // 5 + 365 * y + y // 4 - 32083


def ethiopian_day_number(year: int, month: int, day: int) -> int:
    """Julian Day Number of an Ethiopian date: the year begins on 29 August Julian, on the 30th before a Julian leap year."""
    julian = year + 7
    new_year = julian_to_day_number(julian, 8, 30 if (julian + 1) % 4 == 0 else 29)
    return new_year + 30 * (month - 1) + day - 1


def gregorian_day_number(year: int, month: int, day: int) -> int:
    """Julian Day Number of a Gregorian date."""
    a = -((14 - month) // 12)  # towards zero, as the formula wants it
    return day - 32075 + 1461 * (year + 4800 + a) // 4 + 367 * (month - 2 - a * 12) // 12 - 3 * ((year + 4900 + a) // 100) // 4
