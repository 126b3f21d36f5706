"""What one answer says of another question too: an occupation of ESCO names its group of ISCO-08."""

from collections.abc import Iterator

from s2w_desktop.domain.concepts import group_of
from s2w_desktop.domain.fields import Questionnaire, field_path
from s2w_desktop.domain.profile import Profile


def filled_path(questionnaire: Questionnaire, path: str) -> str:
    """The path of the question that the answer at a path fills; empty where it fills none. Raises KeyError for an unknown one."""
    fills = questionnaire.spec(path).fills
    return f"{path.rpartition('.')[0]}.{fills}" if fills else ""


def with_filled(questionnaire: Questionnaire, profile: Profile, path: str) -> Profile:
    """The profile with the question answered that the answer at a path fills, if that is blank."""
    filled, group = filled_path(questionnaire, path), group_of(profile.get(path))
    if not (filled and group) or profile.get(filled) is not None:
        return profile
    return profile.with_answer(filled, group)


def groups_beside(questionnaire: Questionnaire, profile: Profile) -> Iterator[tuple[str, str, str]]:
    """Every occupation of ESCO that has a group answered beside it: its path, its own unit group, and the group answered."""
    for section, spec in questionnaire.filling:
        for place in profile.places(section):
            path = field_path(section.key, spec.key, place)
            own, answered = group_of(profile.get(path)), profile.text(field_path(section.key, spec.fills, place))
            if own and answered:
                yield path, own, answered
