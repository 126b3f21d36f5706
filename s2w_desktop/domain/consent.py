"""What the person agreed to, and what follows from it for everything that leaves the laptop (V18)."""

from collections.abc import Iterator
from enum import StrEnum

from s2w_desktop.domain.fields import FieldSpec, Questionnaire, field_path
from s2w_desktop.domain.files import FileRef
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.revisions import Scope

_COVERED = ("granted", "not_needed")
_DECLINED = ("refused", "withdrawn")


class Purpose(StrEnum):
    """What data may be used for, by the key of its question in section `consent`; list PURPOSE of profile-model 6.24."""

    CREATE_PROFILE = "create_profile"  # P1
    KEEP_ON_DEVICE = "keep_on_device"  # P2
    SEND_WITH_NAME = "send_with_name"  # P3
    SEND_FOR_FIGURES = "send_for_figures"  # P4
    PASS_TO_OFFICE = "pass_to_office"  # P5  # noqa: S105  # the key of a question
    REFER_TO_PARTNER = "refer_to_partner"  # P6
    CONTACT_LATER = "contact_later"  # P7
    ATTACH_COPIES = "attach_copies"  # P8
    PHOTO = "photo"  # P9
    STORY = "story"  # P10
    EUROPASS = "europass"  # P11, of this program: decisions/0271

    @property
    def path(self) -> str:
        """Where the person's word on it stands."""
        return _word_on(self)


def _word_on(purpose: str) -> str:
    return "consent." + purpose


def agreed(profile: Profile, purpose: Purpose) -> bool:
    """Whether a purpose is covered: by consent, or by a legal basis that needs none."""
    return profile.text(_word_on(purpose)) in _COVERED


def declined(profile: Profile, purpose: Purpose) -> bool:
    """Whether the person said no to a purpose, or took a yes back. Silence is neither this nor agreement."""
    return profile.text(purpose.path) in _DECLINED


def may_go(profile: Profile, purpose: Purpose) -> bool:
    """Whether data may leave the laptop for a purpose, to whomever it names: headquarters, an office, a partner.

    A refusal blocks it (V18), so do a withdrawal and silence; and without agreement to the profile itself nothing goes at all.
    """
    return agreed(profile, Purpose.CREATE_PROFILE) and agreed(profile, purpose)


def scope_for_headquarters(profile: Profile) -> Scope:
    """How much of a profile may go to headquarters: all, all but the protected part, or only that it exists."""
    if may_go(profile, Purpose.SEND_WITH_NAME):
        return Scope.FULL
    return Scope.OPEN if may_go(profile, Purpose.SEND_FOR_FIGURES) else Scope.STUB


def copy_agreed(profile: Profile, spec: FieldSpec) -> bool:
    """Whether the copy that a field holds may be kept and shown: never without the person's own word on its purpose."""
    return not spec.purpose or profile.text(_word_on(spec.purpose)) in _COVERED


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
        if purpose not in ("", spec.purpose):
            continue
        for place in profile.places(section):
            path = field_path(section.key, spec.key, place)
            if isinstance(profile.held.get(path), FileRef) and not copy_agreed(profile, spec):
                yield path
