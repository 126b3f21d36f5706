"""Everything that stands behind an unlocked store, wired once for the window and the command line."""

from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from s2w_desktop.bundle.process import Opener, open_bundle
from s2w_desktop.domain.fields import Questionnaire
from s2w_desktop.domain.ids import OfficerId
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.server_errors import ServerGone, ServerRefused
from s2w_desktop.domain.stations import Station
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.pdf.fonts import FontSet
from s2w_desktop.services.attachments import Attachments
from s2w_desktop.services.clock_watch import ClockWatch
from s2w_desktop.services.concept_search import ConceptSearch
from s2w_desktop.services.directory import Directories, installed_directories
from s2w_desktop.services.drawings import Drawings
from s2w_desktop.services.enrolment import Enrolment
from s2w_desktop.services.erasure import Erasure
from s2w_desktop.services.exporting import Exporting
from s2w_desktop.services.fit_sheet import FitSheets
from s2w_desktop.services.fits import Fits
from s2w_desktop.services.importing import Importing
from s2w_desktop.services.installed_esco import EscoSource, InstalledEsco
from s2w_desktop.services.interchange import Interchange
from s2w_desktop.services.interviews import Interviews
from s2w_desktop.services.keeping import Editors
from s2w_desktop.services.known_people import KnownPeople
from s2w_desktop.services.look_alikes import LookAlikes
from s2w_desktop.services.looking import Looking
from s2w_desktop.services.office import Office, open_office
from s2w_desktop.services.orders import Orders
from s2w_desktop.services.pack_exchange import PackExchange
from s2w_desktop.services.packs import Packs
from s2w_desktop.services.papers import Papers, PaperSources
from s2w_desktop.services.permits import Permits
from s2w_desktop.services.places import Places
from s2w_desktop.services.post import Post
from s2w_desktop.services.receipts import Receipts
from s2w_desktop.services.safekeeping import Printing, Safekeeping, safekeeping
from s2w_desktop.services.sending import Dispatch
from s2w_desktop.services.setup import OpenStore
from s2w_desktop.services.sheets.making import EveryPaper, Press, Sheets
from s2w_desktop.services.sources import Sources
from s2w_desktop.services.templates import Templates
from s2w_desktop.services.transfer import Transfer
from s2w_desktop.services.vacancies import Vacancies
from s2w_desktop.storage.store import Store

SPOOL = "spool"
CAUGHT_UP = 500
"""So many profiles of an earlier program become comparable at each opening; it takes about a second."""


@dataclass(frozen=True)
class Workplace:
    """The services of one unlocked store."""

    store: Store
    station: Station
    officer: OfficerId
    sources: Sources
    interviews: Interviews
    exporting: Exporting
    importing: Importing
    looking: Looking
    receipts: Receipts
    enrolment: Enrolment
    spool_folder: Path
    papers: Papers
    sheets: Sheets
    attachments: Attachments
    templates: Templates
    packs: Packs
    pack_exchange: PackExchange
    places: Places
    esco: EscoSource
    concepts: ConceptSearch
    vacancies: Vacancies
    fits: Fits
    fit_sheets: FitSheets
    directories: Directories
    interchange: Interchange
    look_alikes: LookAlikes
    permits: Permits
    office: Office
    erasure: Erasure
    orders: Orders
    transfer: Transfer
    known_people: KnownPeople
    post: Post
    safekeeping: Safekeeping

    @property
    def every_paper(self) -> EveryPaper:
        """All papers of a person by their kind."""
        return EveryPaper(self.papers, self.sheets)

    def close(self) -> None:
        """Note how far the store is, and free it; nothing may be used afterwards. Harmless when done twice."""
        try:
            if self.store.is_open:
                with suppress(ServerGone, ServerRefused):
                    self.store.access.finish()
                with suppress(ServerGone, ServerRefused):  # the numbers stand in the store too; the next one notes them
                    self.safekeeping.restoring.note()
        finally:
            self.store.close()


def open_workplace(
    opened: OpenStore,
    *,
    folder: Path,
    resources: Path,
    catalogues: Catalogues,
    sources: Sources,
    questionnaire: Questionnaire = QUESTIONNAIRE,
    opener: Opener = open_bundle,
) -> Workplace:
    """Wire the services. `folder` is this machine's, `resources` the program's. Copies that nothing names are removed."""
    store, clock = opened.store, ClockWatch(opened.store, sources)
    spool, sources, permits = _empty_spool(store.corner), clock.sources, Permits(store, opened.officer)
    attachments = _tidied(Attachments(store=store, questionnaire=questionnaire, sources=sources))
    editors = Editors(store=store, questionnaire=questionnaire, officer=opened.officer, sources=sources)
    templates = Templates(store=store, questionnaire=questionnaire, permits=permits, sources=sources)
    interviews, dispatch = Interviews(editors, templates), Dispatch(store, questionnaire, sources)
    importing, exporting = _importing(editors, spool, opener), Exporting(store, interviews, dispatch, permits)
    receipts = Receipts(editors=editors, dispatch=dispatch, importing=importing)
    transfer, known_people = Transfer(editors, interviews, dispatch, importing, permits), KnownPeople(editors, dispatch, permits)
    packs = Packs(store, folder, templates, _words(resources), permits, sources)
    esco, vacancies = InstalledEsco(packs), Vacancies(store=store, sources=sources)
    fonts, directories = FontSet(resources / "fonts"), installed_directories(packs, catalogues)
    printing, press = Printing(catalogues, fonts), Press(catalogues, fonts, attachments, templates, Drawings(resources))
    return Workplace(
        store=store,
        station=store.stations.station(),
        officer=opened.officer,
        sources=sources,
        interviews=interviews,
        exporting=exporting,
        importing=importing,
        looking=Looking(store=store, importing=importing),
        receipts=receipts,
        erasure=Erasure(editors, permits),
        orders=Orders(editors, permits),
        transfer=transfer,
        known_people=known_people,
        post=Post(importing, receipts, transfer, known_people),
        enrolment=Enrolment(store, importing, exporting, dispatch, _words(resources), permits, sources),
        spool_folder=spool,
        papers=Papers(interviews, questionnaire, PaperSources(attachments, templates, directories, esco), catalogues, fonts),
        attachments=attachments,
        templates=templates,
        packs=packs,
        pack_exchange=PackExchange(store=store, dispatch=dispatch, importing=importing, packs=packs, spool_folder=spool),
        places=Places(store, editors.officer),
        esco=esco,
        concepts=ConceptSearch(resources, packs, esco, partial(store.profiles.counts, "occupation")),
        vacancies=vacancies,
        fits=Fits(interviews=interviews, questionnaire=questionnaire, vacancies=vacancies, esco=esco, sources=sources),
        fit_sheets=FitSheets(interviews, catalogues, fonts),
        sheets=Sheets(store, interviews, questionnaire, directories, press, sources),
        directories=directories,
        look_alikes=_caught_up(LookAlikes(editors)),
        office=open_office(editors, importing, permits, printing, esco),
        permits=permits,
        safekeeping=safekeeping(store, packs, importing, permits, clock, folder, printing),
        interchange=Interchange(store, interviews, questionnaire, catalogues, resources, sources, esco, permits),
    )


def _tidied(attachments: Attachments) -> Attachments:
    """Without the copies that nothing names any more."""
    with suppress(ServerRefused):  # who may only read the store leaves that to others, as an analyst may on a server
        attachments.remove_unused()
    return attachments


def _importing(editors: Editors, spool_folder: Path, opener: Opener) -> Importing:
    return Importing(
        store=editors.store,
        questionnaire=editors.questionnaire,
        sources=editors.sources,
        spool_folder=spool_folder,
        officer=editors.officer,
        opener=opener,
    )


def _caught_up(look_alikes: LookAlikes) -> LookAlikes:
    """With some more people of an earlier program among those who are compared, where there are any left."""
    with suppress(ServerRefused):  # as above
        look_alikes.catch_up(CAUGHT_UP)
    return look_alikes


def _words(resources: Path) -> list[str]:
    """The words that keys are compared by."""
    return (resources / "words" / "en.txt").read_text("utf-8").split()


def _empty_spool(folder: Path) -> Path:
    """The spool of the store; what a killed import left there is removed (it was encrypted all the time)."""
    spool = folder / SPOOL
    spool.mkdir(mode=0o700, exist_ok=True)
    for left in spool.iterdir():
        left.unlink()
    return spool
