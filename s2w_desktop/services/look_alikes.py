"""Somebody who may be recorded already (V25): told by case number and reasons, decided by people alone."""

from dataclasses import dataclass

from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.likeness.comparing import Reason, suggestions
from s2w_desktop.domain.likeness.features import NO_FEATURES, features_of
from s2w_desktop.domain.likeness.keys import sought_keys
from s2w_desktop.domain.profile import Profile, read_profile
from s2w_desktop.domain.shield import resolve_shielded
from s2w_desktop.services.keeping import Editors


@dataclass(frozen=True)
class LookAlike:
    """Another profile of this store, and why it may be of the same person."""

    profile: ProfileId
    case_number: str
    reasons: tuple[Reason, ...]


class LookAlikes:
    """Finds people of this store who may be one. Nothing is ever joined here."""

    def __init__(self, editors: Editors) -> None:
        self._editors = editors
        self._book = editors.store.likeness

    def of(self, profile: Profile) -> tuple[LookAlike, ...]:
        """Who may be the person of a profile as it stands, strongest first, five at most; without those who were told apart."""
        features = features_of(profile, self._editors.sources.today())
        if not features.is_comparable:
            return ()
        near = self._book.near(sought_keys(features), profile.id)
        found = suggestions(features, ((one, one.features) for one in near))
        return tuple(LookAlike(one.who.profile, one.who.case_number, one.resemblance.reasons) for one in found)

    def tell_apart(self, one: ProfileId, other: ProfileId) -> None:
        """Keep that two people are not one, with officer and time. Both must have been saved."""
        self._book.tell_apart(one, other, self._editors.officer, self._editors.sources.now())

    def take_back(self, one: ProfileId, other: ProfileId) -> None:
        """Nobody told them apart."""
        self._book.take_back(one, other)

    def catch_up(self, most: int) -> bool:
        """Take features out of at most so many profiles that an earlier program left; gives whether there may be more."""
        questionnaire, today = self._editors.questionnaire, self._editors.sources.today()
        missing = self._book.without_features(most)
        people = dict.fromkeys(missing, NO_FEATURES)
        for profile in missing:
            stored = self._editors.store.profiles.load(profile)
            resolution = resolve_shielded(questionnaire, stored.revisions)
            values = {**resolution.values, **stored.open_changes()}
            people[profile] = features_of(read_profile(questionnaire, profile, values), today)
        self._book.add_features(people)
        return len(missing) == most
