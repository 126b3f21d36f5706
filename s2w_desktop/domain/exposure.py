"""Who is at risk for the work they did, and so is not described by it outside (V17, data-protection 5.3)."""

from s2w_desktop.domain.fields import SHIELDED, field_path
from s2w_desktop.domain.profile import Profile


def is_at_risk(profile: Profile) -> bool:
    """Whether the employer of any job of the person may be a danger to them: exposed work is then not told more closely."""
    flags = (field_path("work", "sensitive_employer", entry) for entry in profile.entry_texts("work"))
    return any(profile.get(flag) == SHIELDED for flag in flags)
