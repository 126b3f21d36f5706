"""Which answers may stand in a file for others at all. Formats are asked afterwards, so that none can carry more.

Never: the case and how it was handled, consent, protection, residence, health, remarks, copies of documents, what a shield takes
away. The sections that may go are named, so a new section stays here until somebody decides.
"""

from collections.abc import Iterator
from typing import Final

from s2w_desktop.domain.answers import Words
from s2w_desktop.domain.asking import as_asked
from s2w_desktop.domain.concepts import group_of
from s2w_desktop.domain.exposure import is_at_risk
from s2w_desktop.domain.fields import SHIELDED, FieldKind, FieldSpec, Questionnaire, Sensitivity, field_path, is_remark
from s2w_desktop.domain.profile import Profile, without_shielded
from s2w_desktop.domain.sections.working import is_exposed

SECTIONS_THAT_MAY_GO: Final = frozenset(
    {
        "identity", "contact", "phone", "language", "education_summary", "education", "work_summary", "work", "unpaid", "skill",
        "digital", "transversal", "strength", "licence", "licence_held", "expectation", "desired_work", "preference",
    }
)  # fmt: skip
"""Who somebody is, what they can do and what they want."""
_TELLING: Final = ("tasks", "employer", "city", "other_tools")
"""What may name an employer."""
_EXPOSING: Final = ("isco08", "occupation_esco", "sector", "job_type", "tools", "supervised_people")
"""What says which public service it was."""
_MAIN: Final = ("work_summary.main_occupation_isco", "work_summary.main_occupation_esco")


def may_leave(section: str, spec: FieldSpec) -> bool:
    """Whether answers of a field may stand in a file for others."""
    return section in SECTIONS_THAT_MAY_GO and spec.sensitivity < Sensitivity.PROTECTION and spec.kind is not FieldKind.FILE


def as_it_may_leave(questionnaire: Questionnaire, profile: Profile, public_service: Words) -> Profile:
    """The profile less everything that never goes into such a file.

    As on the paper, exposed work of somebody at risk is told as `public_service` and no more closely.
    """
    shown = without_shielded(questionnaire, as_asked(questionnaire, profile))
    kept = {path: held for path, held in shown.held.items() if _may_stay(questionnaire, path)}
    if is_at_risk(profile):
        for path in list(_said_of_risky_work(profile)):
            kept.pop(path, None)
        kept |= {path: public_service for path in _titles_of_exposed_work(profile) if path in kept}
    return Profile(profile.id, kept)


def _may_stay(questionnaire: Questionnaire, path: str) -> bool:
    if is_remark(path):
        return False
    section, key = path.partition(".")[0], path.rpartition(".")[2]
    return section in SECTIONS_THAT_MAY_GO if not key else may_leave(section, questionnaire.spec(path))


def _is_exposed(profile: Profile, group: str, concept: str) -> bool:
    return is_exposed(profile.get(group)) or is_exposed(group_of(profile.get(concept)))


def _is_exposed_job(profile: Profile, entry: str) -> bool:
    return _is_exposed(profile, *(field_path("work", key, entry) for key in ("isco08", "occupation_esco")))


def _said_of_risky_work(profile: Profile) -> Iterator[str]:
    for entry in profile.entry_texts("work"):
        exposed = _is_exposed_job(profile, entry)
        if exposed or profile.get(field_path("work", "sensitive_employer", entry)) == SHIELDED:
            yield from (field_path("work", key, entry) for key in _TELLING)
        if exposed:
            yield from (field_path("work", key, entry) for key in _EXPOSING)
    if _is_exposed(profile, *_MAIN):
        yield from _MAIN


def _titles_of_exposed_work(profile: Profile) -> Iterator[str]:
    for entry in profile.entry_texts("work"):
        if _is_exposed_job(profile, entry):
            yield field_path("work", "title_own_words", entry)
    if _is_exposed(profile, *_MAIN):
        yield "work_summary.main_occupation"
