"""What the person agreed to, and what follows from it for everything that leaves the laptop."""

from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.revisions import Scope

AGREED = ("granted", "not_needed")
ATTACH_COPIES = "attach_copies"
"""Purpose P8 of profile-model 6.24: copies of documents are kept, and travel where everything travels."""


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


def copies_agreed(profile: Profile) -> bool:
    """Whether copies of documents may be attached: never without the person's own word on exactly that (P8)."""
    return agreed(profile, ATTACH_COPIES)


def copies_for_headquarters(profile: Profile) -> bool:
    """Whether copies may go to headquarters: they say who a person is, so both agreements are needed."""
    return copies_agreed(profile) and scope_for_headquarters(profile) is Scope.FULL
