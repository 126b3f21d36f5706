"""The figures of how far each centre reached: a coordinator enters them, a report shows them."""

from s2w_desktop.domain.duties import Act
from s2w_desktop.domain.reach import Reach, ReachFault
from s2w_desktop.services.permits import Permits
from s2w_desktop.storage.store import Store


class ReachFigures:
    """Everything here raises NotPermitted without the duty."""

    def __init__(self, store: Store, permits: Permits) -> None:
        self._store, self._permits = store, permits

    def all(self) -> tuple[Reach, ...]:
        """All figures of this store, by country, centre and day."""
        self._permits.check(Act.REPORT)
        return self._store.reach.all()

    def enter(self, figures: Reach) -> ReachFault | None:
        """Keep the figures of a centre; those for the same days are replaced. With a fault, which it gives, nothing is kept."""
        self._permits.require(Act.ENTER_REACH)
        return self._store.reach.enter(figures)

    def remove(self, figures: Reach) -> bool:
        """Take the figures of a centre and its days out; whether there were any."""
        self._permits.require(Act.ENTER_REACH)
        return self._store.reach.remove(figures)
