"""Derived variables about work (profile-model 6.23)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from s2w_desktop.domain.derived.answered import Absence, Amount, Answered, Code, is_told
from s2w_desktop.domain.derived.bands import WORKING
from s2w_desktop.domain.derived.person import months_since

AT_WORK = ("EMP", "SELF", "FAMW", "APPR")
_SHOWN_AS_OTHER = ("MILS",)  # compulsory service is told to nobody (6.24, ACT)
LEVELS_OF_SKILL = ("low", "medium", "high")
"""Of the International Labour Organization; work of the armed forces has none."""


@dataclass(frozen=True)
class WorkVariables:
    """What the person has worked. Occupations are codes of ISCO-08 with so many digits as the name says."""

    ever_worked: Code
    act_before: Code
    act_now: Code
    years_worked: Amount
    years_worked_band: Code
    main_isco1: Code
    main_isco2: Code
    main_isco4: Code
    ilo_skill: Code
    last_isco1_before: Code
    first_isco1_after: Code
    occupational_move: Code
    job_type: Code
    formality: Code
    gap_months: Amount


def work_variables(answered: Answered) -> WorkVariables:
    """The variables of a profile.

    The paper leaves open which job `job_type` and `formality` speak of: the last one. Work in transit is neither before nor
    after. Whether small groups allow `main_isco4` is decided where tables are made.
    """
    years, main = _years(answered), main_occupation(answered)
    before, after = _last(answered, _of_phase(answered, "before")), _first(answered, _of_phase(answered, "host"))
    last = _last(answered, answered.rows_of("work"))
    return WorkVariables(
        ever_worked=answered.code("work_summary", "ever_worked"),
        act_before=_activity(answered, "activity_before_leaving"),
        act_now=_activity(answered, "activity_now"),
        years_worked=years,
        years_worked_band=WORKING.of(years),
        main_isco1=digits(main, 1),
        main_isco2=digits(main, 2),
        main_isco4=digits(main, 4),
        ilo_skill=ilo_skill(main),
        last_isco1_before=digits(_of_job(answered, before, "isco08"), 1),
        first_isco1_after=digits(_of_job(answered, after, "isco08"), 1),
        occupational_move=_move(_of_job(answered, before, "isco08"), _of_job(answered, after, "isco08")),
        job_type=_of_job(answered, last, "job_type"),
        formality=_of_job(answered, last, "formality"),
        gap_months=_gap(answered, last),
    )


def main_occupation(answered: Answered) -> Code:
    """The code of the main occupation, with one, two or four digits."""
    return answered.code("work_summary", "main_occupation_isco")


def never_worked(answered: Answered) -> bool:
    """Whether the person has never worked, for pay or not."""
    return answered.code("work_summary", "ever_worked") == "never"


def digits(code: Code, count: int) -> Code:
    """The group of an occupation with so many digits; not known where only a wider group is."""
    if code is None or isinstance(code, Absence):
        return code
    return code[:count] if len(code) >= count else Absence.UNKNOWN


def ilo_skill(occupation: Code) -> Code:
    """Skill level of the International Labour Organization by major group; "armed" stands apart."""
    if occupation is None or isinstance(occupation, Absence):
        return occupation
    major = occupation[0]
    return "armed" if major == "0" else "high" if major in "123" else "low" if major == "9" else "medium"


def of_last_job(answered: Answered, key: str) -> Code:
    """A code of the last job."""
    return _of_job(answered, _last(answered, answered.rows_of("work")), key)


def _activity(answered: Answered, key: str) -> Code:
    code = answered.code("work_summary", key)
    return "OTH" if code in _SHOWN_AS_OTHER else code


def _years(answered: Answered) -> Amount:
    return Decimal(0) if never_worked(answered) else answered.amount("work_summary", "years_worked_total")


def _move(before: Code, after: Code) -> Code:
    """Whether the first job after arrival asks for more or less skill than the last before.

    The paper leaves the measure open: it is the skill level. With the armed forces there is no comparison.
    """
    levels = [ilo_skill(code) for code in (before, after)]
    missing = next((level for level in levels if not is_told(level)), "")
    if missing != "":
        return missing
    if "armed" in levels:
        return Absence.NOT_APPLICABLE
    first, second = (LEVELS_OF_SKILL.index(str(level)) for level in levels)
    return "same" if first == second else "up" if second > first else "down"


# --- jobs ---


def _of_phase(answered: Answered, phase: str) -> list[str]:
    return [row for row in answered.rows_of("work") if answered.code("work", "displacement_phase", row) == phase]


def _of_job(answered: Answered, row: str | None, key: str) -> Code:
    """A code of one job. Where there is no such job nobody asked, or nothing applies because the person never worked."""
    if row is not None:
        return answered.code("work", key, row)
    if answered.is_hidden("work", key):
        return Absence.HIDDEN
    return Absence.NOT_APPLICABLE if never_worked(answered) else None


def _last(answered: Answered, rows: Iterable[str]) -> str | None:
    """The job that goes on or ended last; where no dates are told the first in the list, for the newest stands first."""
    listed = list(rows)
    return max(listed, key=lambda row: (_end(answered, row), -listed.index(row)), default=None)


def _first(answered: Answered, rows: Iterable[str]) -> str | None:
    """The job that began first; where no dates are told the last in the list."""
    listed = list(rows)
    return min(listed, key=lambda row: (_start(answered, row), -listed.index(row)), default=None)


def _end(answered: Answered, row: str) -> date:
    if answered.code("work", "ongoing", row) == "yes":
        return date.max
    end, start = (answered.when("work", key, row) for key in ("end", "start"))
    return end if isinstance(end, date) else start if isinstance(start, date) else date.min


def _start(answered: Answered, row: str) -> date:
    start = answered.when("work", "start", row)
    return start if isinstance(start, date) else date.max


def _gap(answered: Answered, last: str | None) -> Amount:
    """Completed months without work up to the interview: none for who works now; by the year told, else by the last job."""
    if never_worked(answered):
        return Absence.NOT_APPLICABLE
    if answered.code("work_summary", "activity_now") in AT_WORK:
        return Decimal(0)
    told = answered.when("work_summary", "last_worked")
    if isinstance(told, date) or last is None:
        return months_since(answered, told)
    if answered.code("work", "ongoing", last) == "yes":
        return Decimal(0)
    end = answered.when("work", "end", last)
    return months_since(answered, end if isinstance(end, date) else told)
