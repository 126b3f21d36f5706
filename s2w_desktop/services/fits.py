"""What fits the person of a profile: occupations of the installed pack, and the vacancies of the store."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from s2w_desktop.domain.answers import NoAnswer
from s2w_desktop.domain.asking import as_asked
from s2w_desktop.domain.concepts import Concept, group_of
from s2w_desktop.domain.derived.answered import Absence, Answered
from s2w_desktop.domain.derived.learning import SKILLS, learning_variables
from s2w_desktop.domain.derived.levels import NATIVE, overall_level
from s2w_desktop.domain.fields import SHIELDED, Questionnaire, field_path
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.sections.working import is_exposed
from s2w_desktop.reference.esco_data import EscoData
from s2w_desktop.services.fitting import EVERYTHING, Filters, Fit, Person, what_fits
from s2w_desktop.services.installed_esco import EscoSource
from s2w_desktop.services.interviews import Interviews
from s2w_desktop.services.sources import Sources
from s2w_desktop.services.vacancies import Vacancies, VacancyFit, fitting_vacancies

_ABSENCES: Final = frozenset(Absence)


@dataclass(frozen=True)
class Found:
    """What fits, and what else the sheet says. `right_to_work` is a code of its list, or empty; `day` is today.

    `has_skills` is False when the profile names no skill of ESCO, so that nothing could be compared; `has_vacancies` tells
    whether the store keeps a list.
    """

    data: EscoData
    occupations: Sequence[Fit]
    vacancies: Sequence[VacancyFit]
    right_to_work: str
    has_skills: bool
    has_vacancies: bool
    day: date


class Fits:
    """Compares profiles with the pack. Nothing of it is kept."""

    def __init__(
        self, *, interviews: Interviews, questionnaire: Questionnaire, vacancies: Vacancies, esco: EscoSource, sources: Sources
    ) -> None:
        self._interviews, self._questionnaire = interviews, questionnaire
        self._vacancies, self._esco, self._sources = vacancies, esco, sources

    def of(self, profile: ProfileId, filters: Filters = EVERYTHING) -> Found | None:
        """What fits a person; None while no pack is installed. Raises UnknownProfile, PackPartDamaged."""
        data = self._esco()
        if data is None:
            return None
        today = self._sources.today()
        shown = as_asked(self._questionnaire, self._interviews.read(profile))
        person = person_of(self._questionnaire, shown, today)
        kept = self._vacancies.kept()
        return Found(
            data=data,
            occupations=what_fits(person, data, filters),
            vacancies=fitting_vacancies(person, data, kept.vacancies if kept else (), today, filters),
            right_to_work=shown.text("status.right_to_work"),
            has_skills=bool(person.skills),
            has_vacancies=kept is not None,
            day=today,
        )


def person_of(questionnaire: Questionnaire, profile: Profile, today: date) -> Person:
    """What of a profile is compared: skills of ESCO, work that was done, languages. Nothing else is looked at.

    Work that could put somebody at risk is left out where a job is shielded, as on the profile paper.
    """
    skills = (profile.get(field_path("skill", "esco_skill", entry)) for entry in profile.entry_texts("skill"))
    groups = {
        profile.text(field_path("work", "isco08", entry)) or group_of(profile.get(field_path("work", "occupation_esco", entry)))
        for entry in profile.entry_texts("work")
    }
    groups.add(profile.text("work_summary.main_occupation_isco"))
    is_at_risk = any(
        profile.text(field_path("work", "sensitive_employer", one)) == SHIELDED for one in profile.entry_texts("work")
    )
    level = learning_variables(Answered(questionnaire, profile, today)).host_lang_overall
    return Person(
        skills=frozenset(skill.uri for skill in skills if isinstance(skill, Concept)),
        worked_in=frozenset(group for group in groups if group and not (is_at_risk and is_exposed(group))),
        level="" if level is None or level in _ABSENCES else level,
        languages={
            code: _level(profile, entry)
            for entry in profile.entry_texts("language")
            if (code := profile.text(field_path("language", "language", entry)))
        },
    )


def _level(profile: Profile, entry: str) -> str:
    if profile.text(field_path("language", "role", entry)) == "mother_tongue":
        return NATIVE
    answers = (profile.get(field_path("language", skill, entry)) for skill in SKILLS)
    return overall_level(answer for answer in answers if not isinstance(answer, NoAnswer))
