"""What the officer at work may do here; asked by the services, so that window and command line obey alike."""

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

    def require(self, act: Act) -> None:
        """Raises NotPermitted."""
        if not self.may(act):
            raise NotPermitted
