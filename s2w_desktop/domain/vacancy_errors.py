"""Failures of files with vacancies."""

from dataclasses import dataclass
from enum import StrEnum

from s2w_desktop.domain.errors import S2wError


class VacancyFault(StrEnum):
    """What is wrong with a file or a line of it."""

    TOO_LARGE = "too_large"
    NO_TABLE = "no_table"  # neither the CSV nor the JSON that is documented
    NO_COLUMN = "no_column"
    UNKNOWN_COLUMN = "unknown_column"
    CELLS = "cells"
    EMPTY = "empty"
    BAD_VALUE = "bad_value"
    TWICE = "twice"


@dataclass(eq=False)
class VacanciesRefused(S2wError):
    """A file of vacancies is not what is documented; the list of before stays.

    `line` counts from 1: the line of a CSV, the number of the vacancy in a JSON; 0 is the file as a whole. `column` names a
    documented column or key. Neither repeats what the file says.
    """

    code = "E-VAC-1"
    fault: VacancyFault = VacancyFault.NO_TABLE
    file: str = ""
    line: int = 0
    column: str = ""
