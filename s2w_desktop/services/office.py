"""What several people at one place share: who works here, and at headquarters what they decide and look after together."""

from contextlib import suppress
from dataclasses import dataclass

from s2w_desktop.domain.errors import StoreInUse
from s2w_desktop.domain.server_errors import ServerRefused
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.access_log import AccessLog
from s2w_desktop.services.approvals import Approvals
from s2w_desktop.services.claims import Claims
from s2w_desktop.services.conflicts import Conflicts
from s2w_desktop.services.duplicates import Duplicates
from s2w_desktop.services.importing import Importing
from s2w_desktop.services.installed_esco import EscoSource
from s2w_desktop.services.keeping import Editors
from s2w_desktop.services.matters import Matters
from s2w_desktop.services.permits import Permits
from s2w_desktop.services.quarantine import Quarantine
from s2w_desktop.services.reaching import ReachFigures
from s2w_desktop.services.report_files import ReportFiles
from s2w_desktop.services.reporting import Reporting
from s2w_desktop.services.safekeeping import Printing
from s2w_desktop.services.staff import Staff
from s2w_desktop.services.studies import Studies
from s2w_desktop.services.two_people import TwoPeople
from s2w_desktop.services.watching import Watching


@dataclass(frozen=True)
class Office:
    """Services for the officer at work; all but `staff`, `reach` and `reporting` are for headquarters."""

    approvals: Approvals
    matters: Matters
    watching: Watching
    quarantine: Quarantine
    staff: Staff
    claims: Claims
    conflicts: Conflicts
    two_people: TwoPeople
    duplicates: Duplicates
    reach: ReachFigures
    reporting: Reporting
    report_files: ReportFiles
    studies: Studies
    access_log: AccessLog


def open_office(editors: Editors, importing: Importing, permits: Permits, printing: Printing, esco: EscoSource) -> Office:
    """Wire them."""
    reporting = Reporting(editors, permits, esco)
    store, sources = editors.store, editors.sources
    if store.stations.station().role is Role.HEADQUARTERS:
        store.access.begin(editors.officer, sources.now)
    approvals = Approvals(store=store, permits=permits, sources=sources)
    claims = Claims(store, editors.officer, sources)
    return Office(
        approvals=approvals,
        staff=Staff(editors, permits),
        quarantine=_with_held_up(Quarantine(editors, approvals)),
        matters=Matters(store=store, permits=permits, sources=sources),
        claims=claims,
        conflicts=Conflicts(editors, permits, claims),
        two_people=TwoPeople(editors, permits),
        duplicates=Duplicates(editors, permits),
        reach=ReachFigures(store, permits),
        reporting=reporting,
        report_files=ReportFiles(reporting, printing.catalogues, printing.fonts, esco),
        studies=Studies(editors, permits, approvals),
        access_log=AccessLog(store, permits),
        watching=Watching(store=store, importing=importing, permits=permits, sources=sources),
    )


def _with_held_up(quarantine: Quarantine) -> Quarantine:
    """After what waited for the program to be updated was taken in."""
    with suppress(ServerRefused, StoreInUse):  # whoever may only read leaves it to others; who is in the way, to the next opening
        quarantine.take_held_up()
    return quarantine
