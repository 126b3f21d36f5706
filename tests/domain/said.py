"""Dates for random tests: every form of the stored date, and whatever can stand in boxes."""

from hypothesis import strategies as st

from s2w_desktop.domain.calendars import CalendarKey
from s2w_desktop.domain.canonical import cleaned
from s2w_desktop.domain.date_entry import DateBoxes, DateEntry, DateMode
from s2w_desktop.domain.dates import FIRST_DAY, LAST_DAY, PartialDate
from s2w_desktop.domain.edtf import DatePoint, Doubt

FORMS = (
    "1984", "1984~", "1984?", "1984%", "198X", "19XX", "1984-05", "1984-05~", "1984-05-07", "1984-05-07%", "1984/1986",
    "1984-05/1986-02-03", "1984~/1986-02?", "../1984", "../1984-05-07", "1984/..", "1984-05~/..",
)  # fmt: skip
"""One date of each form."""

DIGITS = st.characters(categories=["Nd"])


@st.composite
def points(draw: st.DrawFn) -> DatePoint:
    """A year, a month or a day, as sure as may be."""
    day = draw(st.dates(FIRST_DAY, LAST_DAY))
    known = draw(st.integers(1, 3))
    return DatePoint(day.year, day.month if known > 1 else None, day.day if known > 2 else None, draw(st.sampled_from(Doubt)))


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    """A date in any form."""
    form = draw(st.sampled_from(("one", "decade", "century", "range", "before", "after")))
    first = draw(points())
    match form:
        case "decade" | "century":
            size, blanks = (10, 1) if form == "decade" else (100, 2)
            first = DatePoint(first.year // size * size, blanks=blanks)
        case "before":
            return PartialDate(None, first)
        case "after":
            return PartialDate(first, None)
        case "range":
            one, other = sorted((first, draw(points())), key=lambda point: PartialDate(point, point).span)
            return PartialDate(one, other)
    return PartialDate(first, first)


def typed(digits: st.SearchStrategy[str] = DIGITS) -> st.SearchStrategy[str]:
    """What can stand in a box: numbers of any script, the marks of dates, and anything at all."""
    marks = st.text(alphabet="0123456789X~?%./- ", max_size=12)
    return st.one_of(st.text(digits, max_size=4), marks, st.text(max_size=24).map(cleaned))


def entries() -> st.SearchStrategy[DateEntry]:
    """Boxes with anything in them."""
    boxes = st.builds(DateBoxes, typed(), typed(), typed())
    return st.builds(DateEntry, st.sampled_from(CalendarKey), st.sampled_from(DateMode), boxes, boxes)
