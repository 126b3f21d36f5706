"""What is wrong with a file of vacancies, in words."""

from collections.abc import Mapping
from typing import Final

from s2w_desktop.domain.vacancy_errors import VacancyFault
from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.marks import in_context as pgettext

VACANCY_FAULTS: Final[Mapping[VacancyFault, Message]] = {
    VacancyFault.TOO_LARGE: pgettext("vacancies", "There is more in it than can be taken in."),
    VacancyFault.NO_TABLE: pgettext("vacancies", "It is neither a whole CSV nor the JSON of a search result."),
    VacancyFault.NO_COLUMN: pgettext("vacancies", "A column is missing."),
    VacancyFault.UNKNOWN_COLUMN: pgettext("vacancies", "There is a column that is not known."),
    VacancyFault.CELLS: pgettext("vacancies", "A line has too few or too many cells."),
    VacancyFault.EMPTY: pgettext("vacancies", "Something that is needed is empty."),
    VacancyFault.BAD_VALUE: pgettext("vacancies", "A value is not one of those that are known."),
    VacancyFault.TWICE: pgettext("vacancies", "Something stands there twice."),
}
