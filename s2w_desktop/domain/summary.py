"""What lists and first figures need of a profile, taken out once when it is saved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from s2w_desktop.domain.codes.occupations import sub_major_group
from s2w_desktop.domain.completeness import whole_tally
from s2w_desktop.domain.consent import copies_for_headquarters, scope_for_headquarters
from s2w_desktop.domain.fields import Questionnaire, is_remark
from s2w_desktop.domain.folding import folded
from s2w_desktop.domain.likeness.features import NO_FEATURES, Features, features_from_plain, features_of, features_to_plain
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.revisions import Scope
from s2w_desktop.domain.validation import check

NAME_PATHS = ("identity.given_names", "identity.family_names", "identity.name_original")
FIGURE_PATHS: Mapping[str, str] = {
    "stage": "session.stage",
    "sex": "identity.sex",
    "nationality": "identity.nationality",
    "school_level": "education_summary.highest_completed",
    "occupation": "work_summary.main_occupation_isco",
    "first_goal": "expectation.first_goal",
}
"""Columns that the first table of counts groups by; a code each, empty when not answered."""


@dataclass(frozen=True)
class Summary:
    """One row of the list of profiles."""

    case_number: str
    name: str
    languages: tuple[str, str]
    centre: str
    answered: int
    asked: int
    remarks: int
    is_finished: bool
    scope: Scope
    search_text: str
    figures: Mapping[str, str]
    sends_copies: tuple[str, ...] = ()  # fields whose copies may travel, see `consent.copies_for_headquarters`
    features: Features = NO_FEATURES  # by which others who may be the same person are found


def summarise(questionnaire: Questionnaire, profile: Profile, today: date) -> Summary:
    """The row of a profile; a pure function of it and of today."""
    whole = whole_tally(questionnaire, profile)
    names = [profile.text(path) for path in NAME_PATHS]
    case_number = profile.text("record.case_number")
    return Summary(
        case_number=case_number,
        name=" ".join(name for name in names[:2] if name) or names[2],
        languages=(profile.text("record.person_language"), profile.text("record.officer_language")),
        centre=profile.text("record.centre"),
        answered=whole.resolved,
        asked=whole.total,
        remarks=len(check(questionnaire, profile, today)),
        is_finished=profile.date("record.finished_on") is not None,
        scope=scope_for_headquarters(profile),
        search_text=_search_text(profile),
        figures=_figures(profile),
        sends_copies=copies_for_headquarters(questionnaire, profile),
        features=features_of(profile, today),
    )


def summary_to_plain(summary: Summary) -> list[object]:
    """The form in which one process gives a row to another: values of JSON, in the order of the fields."""
    values = {**vars(summary), "scope": summary.scope.value, "features": features_to_plain(summary.features)}
    return list(values.values())


def summary_from_plain(plain: Sequence[Any]) -> Summary:
    """The row of the form of `summary_to_plain`."""
    *texts, scope, search_text, figures, sends_copies, features = plain
    case_number, name, languages, centre, answered, asked, remarks, is_finished = texts
    return Summary(
        case_number=case_number,
        name=name,
        languages=tuple(languages),
        centre=centre,
        answered=answered,
        asked=asked,
        remarks=remarks,
        is_finished=is_finished,
        scope=Scope(scope),
        search_text=search_text,
        figures=figures,
        sends_copies=tuple(sends_copies),
        features=features_from_plain(features),
    )


def found_by_too(summary: Summary, joined: Profile, today: date) -> Summary:
    """The row of somebody who is found by the case number and the names of a joined profile as well."""
    more = features_of(joined, today).names
    features = replace(summary.features, names=tuple(dict.fromkeys((*summary.features.names, *more))))
    return replace(summary, search_text=f"{summary.search_text} {_search_text(joined)}", features=features)


def _search_text(profile: Profile) -> str:
    case_number = profile.text("record.case_number")
    names = [profile.text(path) for path in NAME_PATHS]
    texts = [f"{case_number} {case_number.replace('-', '')}", *names, *_remarks(profile)]
    return " ".join([text for text in map(folded, texts) if text])  # one by one: only what is not plain ASCII takes the long way


def _remarks(profile: Profile) -> list[str]:
    """The private remarks, on the whole profile and on single questions: staff search by them (UX-63)."""
    paths = [path for path in profile.held if path.endswith("remark")]  # few, and no function is called for all others
    return [profile.text(path) for path in paths if path == "record.remark" or is_remark(path)]


def _figures(profile: Profile) -> dict[str, str]:
    found = {column: profile.text(path) for column, path in FIGURE_PATHS.items()}
    return found | {"occupation": sub_major_group(found["occupation"])}
