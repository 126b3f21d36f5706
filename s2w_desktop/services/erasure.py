"""Erasing what is kept of a person: here at once, elsewhere with the next bundles (data-protection 5.3)."""

from s2w_desktop.domain.duties import Act
from s2w_desktop.domain.erasing import ErasureReason, Tombstone
from s2w_desktop.domain.errors import UnknownProfile
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.services.keeping import Editors
from s2w_desktop.services.permits import Permits
from s2w_desktop.storage.exchange_values import Giver


class Erasure:
    """Erases profiles for good."""

    def __init__(self, editors: Editors, permits: Permits) -> None:
        self._editors = editors
        self._permits = permits

    def erase(self, profile: ProfileId, reason: ErasureReason) -> int:
        """Remove all that is known of a person: answers, history, copies, open work. There is no way back.

        What was joined with the profile goes with it; gives how many profiles there were. The other side is told with the next
        bundles: headquarters by a tombstone, every laptop that knows the profile by an order. Raises NotPermitted,
        UnknownProfile.
        """
        self._permits.require(Act.ERASE, profile)
        editors, now = self._editors, self._editors.sources.now().replace(microsecond=0)
        if not editors.store.profiles.rows_of([profile]):
            raise UnknownProfile
        giver = Giver(editors.officer, now, editors.sources.new_id)
        erased = editors.store.erasures.erase(Tombstone(profile, reason, now), giver)
        editors.store.drop_old_copies()
        return len(erased)
