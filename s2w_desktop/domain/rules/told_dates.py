"""What was said as a date makes one."""

from collections.abc import Iterator

from s2w_desktop.domain.rules.issues import Issue, wrong
from s2w_desktop.domain.said_dates import DateFault, SaidDate


def date_is_understood(answer: SaidDate, path: str) -> Iterator[Issue]:
    """A date that is kept as text only, and why."""
    if answer.date is not None:
        return
    match answer.fault:
        case DateFault.UNREADABLE:
            yield wrong("date_unreadable", path)
        case DateFault.INCOMPLETE:
            yield wrong("date_incomplete", path)
        case DateFault.IMPOSSIBLE:
            yield wrong("date_impossible", path)
        case DateFault.YEAR:
            yield wrong("date_year", path)
        case DateFault.DECADE:
            yield wrong("date_decade", path)
        case DateFault.ORDER:
            yield wrong("date_order", path)
