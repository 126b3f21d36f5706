"""What a place does to keep its keys and its numbers sound, and to carry no more than it needs."""

from dataclasses import dataclass
from pathlib import Path

from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.pdf.fonts import FontSet
from s2w_desktop.services.approvals import Approvals
from s2w_desktop.services.clock_watch import ClockWatch
from s2w_desktop.services.importing import Importing
from s2w_desktop.services.key_rotation import KeyRotation
from s2w_desktop.services.loss import Losses
from s2w_desktop.services.loss_sheet import LossSheets
from s2w_desktop.services.packs import Packs
from s2w_desktop.services.permits import Permits
from s2w_desktop.services.rehearsal import Rehearsals
from s2w_desktop.services.restoring import Restoring
from s2w_desktop.services.thinning import Thinnings
from s2w_desktop.storage.store import Store


@dataclass(frozen=True)
class Safekeeping:
    """The services of an open store that keep it sound."""

    rotation: KeyRotation
    rehearsals: Rehearsals
    restoring: Restoring
    losses: Losses
    loss_sheets: LossSheets
    clock: ClockWatch
    thinning: Thinnings


@dataclass(frozen=True)
class Printing:
    """What papers are made with."""

    catalogues: Catalogues
    fonts: FontSet


def safekeeping(
    store: Store, packs: Packs, importing: Importing, permits: Permits, clock: ClockWatch, folder: Path, printing: Printing
) -> Safekeeping:
    """Wire them. `folder` is the store's."""
    sources = clock.sources
    return Safekeeping(
        rotation=KeyRotation(
            store=store,
            packs=packs,
            permits=permits,
            approvals=Approvals(store=store, permits=permits, sources=sources),
            sources=sources,
        ),
        rehearsals=Rehearsals(store=store, importing=importing, permits=permits, sources=sources),
        restoring=Restoring(store=store, permits=permits, folder=folder),
        losses=Losses(store=store, permits=permits, sources=sources),
        loss_sheets=LossSheets(printing.catalogues, printing.fonts),
        clock=clock,
        thinning=Thinnings(store=store, permits=permits, clock=clock),
    )
