"""What the person agreed to, and what follows from it for everything that leaves the laptop."""

from collections.abc import Iterator

from s2w_desktop.domain.fields import FieldSpec, Questionnaire, field_path
from s2w_desktop.domain.files import FileRef
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.revisions import Scope

AGREED = ("granted", "not_needed")


def agreed(profile: Profile, purpose: str) -> bool:
    """Whether a purpose is covered: by consent, or by a legal basis that needs none."""
    return profile.text(f"consent.{purpose}") in AGREED


def scope_for_headquarters(profile: Profile) -> Scope:
    """How much of a profile may go to headquarters: all, all but the protected part, or only that it exists."""
    if not agreed(profile, "create_profile"):
        return Scope.STUB
    if agreed(profile, "send_with_name"):
        return Scope.FULL
    return Scope.OPEN if agreed(profile, "send_for_figures") else Scope.STUB


def copy_agreed(profile: Profile, spec: FieldSpec) -> bool:
    """Whether the copy that a field holds may be kept and shown: never without the person's own word on its purpose."""
    return not spec.purpose or agreed(profile, spec.purpose)


def copies_for_headquarters(questionnaire: Questionnaire, profile: Profile) -> tuple[str, ...]:
    """The fields (`section.field`) whose copies may go to headquarters.

    A copy says who a person is, so two agreements are needed: on its purpose, and on sending with the name.
    """
    if scope_for_headquarters(profile) is not Scope.FULL:
        return ()
    return tuple(field_path(section.key, spec.key) for section, spec in questionnaire.copies if copy_agreed(profile, spec))


def copies_without_word(questionnaire: Questionnaire, profile: Profile, purpose: str = "") -> Iterator[str]:
    """The paths of copies that are kept although the person's word does not cover them (any more); of one purpose if named."""
    for section, spec in questionnaire.copies:
        if copy_agreed(profile, spec) or purpose not in ("", spec.purpose):
            continue
        for place in profile.places(section):
            path = field_path(section.key, spec.key, place)
            if isinstance(profile.get(path), FileRef):
                yield path
