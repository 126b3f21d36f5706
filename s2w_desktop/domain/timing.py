"""The time that an interview took: noted per sitting and section, read as sums."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from types import MappingProxyType

from s2w_desktop.domain.answers import EntryRank, Quantity
from s2w_desktop.domain.fields import entry_path, field_path
from s2w_desktop.domain.ids import EntryId
from s2w_desktop.domain.profile import Held, Profile
from s2w_desktop.domain.sections.sitting import MOST_SITTINGS

SITTING = "sitting"


@dataclass(frozen=True)
class Sitting:
    """One sitting so far. `seconds` are by section key."""

    entry: EntryId
    started_at: datetime
    seconds: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))

    def and_spent(self, section: str, seconds: float) -> "Sitting":
        """The sitting with more time on a section."""
        spent = {**self.seconds, section: self.seconds.get(section, 0.0) + seconds}
        return Sitting(self.entry, self.started_at, MappingProxyType(spent))


def with_sitting(profile: Profile, sitting: Sitting | None, now: datetime) -> Profile:
    """The profile with a sitting noted; as it was when there is none, or no room for one more."""
    entries = profile.entries(SITTING)
    if sitting is None or len(entries) >= MOST_SITTINGS:
        return profile
    noted: dict[str, Held] = {entry_path(SITTING, sitting.entry): EntryRank(len(entries))}
    noted[field_path(SITTING, "started_at", sitting.entry)] = _moment(sitting.started_at)
    noted[field_path(SITTING, "ended_at", sitting.entry)] = _moment(now)
    for section, seconds in sitting.seconds.items():
        if round(seconds):
            noted[field_path(SITTING, section, sitting.entry)] = Quantity(Decimal(round(seconds)))
    return Profile(profile.id, MappingProxyType({**profile.held, **noted}))


def seconds_by_section(profile: Profile) -> Mapping[str, int]:
    """Seconds spent on each section over all sittings; empty when nobody measured."""
    found: Counter[str] = Counter()
    sittings = tuple(entry_path(SITTING, entry) for entry in profile.entry_texts(SITTING))
    if not sittings:
        return found
    for path, held in profile.held.items():
        if isinstance(held, Quantity) and path.startswith(sittings):
            found[path.rpartition(".")[2]] += int(held.amount)
    return found


def minutes_total(profile: Profile) -> float | None:
    """Minutes of all sittings; None when nobody measured, as with profiles from other programs."""
    seconds = seconds_by_section(profile)
    return sum(seconds.values()) / 60 if seconds else None


def _moment(when: datetime) -> str:
    return when.strftime("%Y-%m-%dT%H:%MZ")
