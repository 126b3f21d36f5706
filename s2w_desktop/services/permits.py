"""What the officer at work may do here; asked by the services, so that window and command line obey alike."""

from uuid import UUID

from s2w_desktop.domain.duties import Act, allowed
from s2w_desktop.domain.exchange_errors import NotPermitted
from s2w_desktop.domain.ids import OfficerId
from s2w_desktop.storage.store import Store


class Permits:
    """The duties of one officer, read anew at each question: they may be changed beside."""

    def __init__(self, store: Store, officer: OfficerId) -> None:
        self._store = store
        self.officer = officer

    def may(self, act: Act) -> bool:
        """Whether the officer may do it; nobody may anything who left."""
        found = self._store.officers.get(self.officer)
        return found is not None and found.removed_at is None and act in allowed(found.duties)

    @property
    def may_record(self) -> bool:
        """Whether the officer may conduct and change interviews; who may not, reads."""
        return self.may(Act.RECORD)

    @property
    def may_erase(self) -> bool:
        """Whether the officer may erase profiles."""
        return self.may(Act.ERASE)

    def check(self, act: Act) -> None:
        """Raises NotPermitted. For looks and for acts whose parts are asked for again: nothing is noted."""
        if not self.may(act):
            raise NotPermitted

    def require(self, act: Act, *about: UUID) -> None:
        """Raises NotPermitted. That the officer uses the right is noted, for each profile or machine that it is about."""
        self.check(act)
        self.note(act, *about)

    def note(self, act: Act, *about: UUID) -> None:
        """Note in the log that the officer used the right: for what leaves no trace where it is refused, after it was done."""
        for one in about or (None,):
            self._store.access.note(self.officer, act, one)
