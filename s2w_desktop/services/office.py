"""What several people at one headquarters share: the watched folder, matters of the inbox, and what needs two of them."""

from dataclasses import dataclass

from s2w_desktop.domain.ids import OfficerId
from s2w_desktop.services.approvals import Approvals
from s2w_desktop.services.importing import Importing
from s2w_desktop.services.matters import Matters
from s2w_desktop.services.permits import Permits
from s2w_desktop.services.sources import Sources
from s2w_desktop.services.watching import Watching
from s2w_desktop.storage.store import Store


@dataclass(frozen=True)
class Office:
    """Services of headquarters for the officer at work."""

    approvals: Approvals
    matters: Matters
    watching: Watching


def open_office(store: Store, importing: Importing, officer: OfficerId, sources: Sources) -> Office:
    """Wire them."""
    permits = Permits(store, officer)
    return Office(
        approvals=Approvals(store=store, permits=permits, sources=sources),
        matters=Matters(store=store, permits=permits, sources=sources),
        watching=Watching(store=store, importing=importing, permits=permits, sources=sources),
    )
