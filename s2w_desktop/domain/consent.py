"""What the person agreed to, and what follows from it for everything that leaves the laptop."""

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
