"""What several people at one place share: who works here, the watched folder, matters of the inbox, what needs two of them."""

from dataclasses import dataclass

from s2w_desktop.services.approvals import Approvals
from s2w_desktop.services.importing import Importing
from s2w_desktop.services.keeping import Editors
from s2w_desktop.services.matters import Matters
from s2w_desktop.services.permits import Permits
from s2w_desktop.services.quarantine import Quarantine
from s2w_desktop.services.staff import Staff
from s2w_desktop.services.watching import Watching


@dataclass(frozen=True)
class Office:
    """Services for the officer at work; all but `staff` are for headquarters."""

    approvals: Approvals
    matters: Matters
    watching: Watching
    quarantine: Quarantine
    staff: Staff


def open_office(editors: Editors, importing: Importing) -> Office:
    """Wire them."""
    store, sources = editors.store, editors.sources
    permits = Permits(store, editors.officer)
    approvals = Approvals(store=store, permits=permits, sources=sources)
    return Office(
        approvals=approvals,
        staff=Staff(store=store, permits=permits, sources=sources),
        quarantine=Quarantine(editors, approvals),
        matters=Matters(store=store, permits=permits, sources=sources),
        watching=Watching(store=store, importing=importing, permits=permits, sources=sources),
    )
