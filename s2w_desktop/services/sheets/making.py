"""Every paper of a profile by its kind: the one door for window and command line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Final

from s2w_desktop.domain.answers import Words
from s2w_desktop.domain.asking import as_asked
from s2w_desktop.domain.fields import Questionnaire
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.profile import Profile
from s2w_desktop.i18n.languages import SOURCE
from s2w_desktop.i18n.paper_words import PaperText, paper_text
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.interchange.leaving import as_it_may_leave
from s2w_desktop.interchange.word_blocks import WordDocument
from s2w_desktop.interchange.word_file import word_file
from s2w_desktop.pdf.fonts import FontSet
from s2w_desktop.pdf.order import PaperOrder, PaperSize
from s2w_desktop.pdf.sheet import Sheet, SheetSize
from s2w_desktop.pdf.sheet_paper import build_sheet
from s2w_desktop.services.attachments import Attachments
from s2w_desktop.services.directory import Directories
from s2w_desktop.services.drawings import Drawings
from s2w_desktop.services.interviews import Interviews
from s2w_desktop.services.paper_pictures import PaperPictures
from s2w_desktop.services.papers import Papers
from s2w_desktop.services.sheets.access import access_json, access_sheet
from s2w_desktop.services.sheets.cv import cv_sheet
from s2w_desktop.services.sheets.holdings import Holdings
from s2w_desktop.services.sheets.kinds import PaperKind
from s2w_desktop.services.sheets.next_steps import next_steps_sheet
from s2w_desktop.services.sheets.notice import notice_sheet
from s2w_desktop.services.sheets.offices import Offices
from s2w_desktop.services.sheets.recognition import recognition_sheet
from s2w_desktop.services.sheets.speech import Speech
from s2w_desktop.services.sheets.warning import warning_sheet
from s2w_desktop.services.sources import Sources
from s2w_desktop.services.templates import Templates
from s2w_desktop.services.word_papers import sheet_document
from s2w_desktop.storage.store import Store

_WITHOUT_LOGO: Final = (PaperKind.CV, PaperKind.CV_WITHOUT_NAME, PaperKind.WARNING)
"""A CV does not tell who helped to write it; a card has no room above it."""


@dataclass(frozen=True)
class Press:
    """What papers are made with."""

    catalogues: Catalogues
    fonts: FontSet
    attachments: Attachments
    templates: Templates
    drawings: Drawings


class Sheets:
    """Makes the papers of a profile beside the profile paper."""

    def __init__(
        self,
        store: Store,
        interviews: Interviews,
        questionnaire: Questionnaire,
        directories: Directories,
        press: Press,
        sources: Sources,
    ) -> None:
        self._pictures = PaperPictures(press.attachments, press.templates)
        self._holdings = Holdings(store, interviews, questionnaire)
        self._store, self._interviews, self._questionnaire = store, interviews, questionnaire
        self._directories, self._press, self._sources = directories, press, sources

    def make(self, profile: ProfileId, kind: PaperKind, languages: Sequence[str] = (), *, is_large: bool = False) -> bytes:
        """A paper as a PDF in one interface language or two, the reader's first; without any in those of `languages_for`.

        The same profile gives the same bytes; of the access copy, which bears its date, on the same day. Raises as `sheet`, and
        MissingGlyphs.
        """
        chosen = tuple(languages) or self.languages_for(profile, kind)
        target = BytesIO()
        build_sheet(self.sheet(profile, kind, chosen, is_large=is_large), self._press.fonts, target)
        return target.getvalue()

    def speaks(self, languages: Iterable[str]) -> bool:
        """Whether papers can be in these languages, by their codes."""
        return set(languages) <= {one.code for one in self._press.catalogues.offered(with_pseudo=True)}

    def languages_for(self, profile: ProfileId, kind: PaperKind) -> tuple[str, ...]:
        """The languages that a paper is made in when none are named: a CV in the country's, a notice in the person's, the
        profile paper in the officer's and the person's, the others in the person's and the country's."""
        read, catalogues = self._interviews.read(profile), self._press.catalogues
        person = catalogues.reading_language(read.text("record.person_language")) or ""
        host = catalogues.reading_language(read.text("record.host_language")) or SOURCE
        wanted = {
            PaperKind.PROFILE: (read.text("record.officer_language") or SOURCE, person),
            PaperKind.CV: (host,),
            PaperKind.CV_WITHOUT_NAME: (host,),
            PaperKind.NOTICE: (person or host,),
        }.get(kind, (person, host))
        return tuple(dict.fromkeys(filter(None, wanted)))

    def sheet(self, profile: ProfileId, kind: PaperKind, languages: Sequence[str], *, is_large: bool = False) -> Sheet:
        """What a paper says, for whatever sets it. A notice and a CV speak the first language alone.

        Raises NotPermitted, UnknownProfile, KeyError for an unknown language, ValueError for the profile paper, which is no
        sheet, and what the country packs raise when they cannot be read.
        """
        codes = list(dict.fromkeys(languages))[: 2 if kind.is_for_two else 1]
        is_cv = kind in (PaperKind.CV, PaperKind.CV_WITHOUT_NAME)
        speech = Speech(tuple(map(self._press.catalogues.translator, codes)), is_for_others=is_cv)
        sheet = self._sheet(profile, kind, speech)
        if kind not in _WITHOUT_LOGO:
            sheet = replace(sheet, logo=self._pictures.logo())
        return replace(sheet, size=SheetSize.LARGE) if is_large else sheet

    def access_record(self, profile: ProfileId) -> bytes:
        """What the access copy says, as JSON for other programs. Raises NotPermitted, UnknownProfile."""
        return access_json(self._questionnaire, self._holdings.of(profile))

    def _sheet(self, profile: ProfileId, kind: PaperKind, speech: Speech) -> Sheet:
        read = self._interviews.read(profile)
        shown = as_asked(self._questionnaire, read)
        organisation = self._store.stations.station().organisation
        match kind:
            case PaperKind.CV | PaperKind.CV_WITHOUT_NAME:
                leaving = self._leaving(shown, speech)
                return cv_sheet(leaving, speech, asked=shown, with_name=kind is PaperKind.CV)
            case PaperKind.NEXT_STEPS:
                return next_steps_sheet(shown, read, speech, self._offices(speech))
            case PaperKind.RECOGNITION:
                return recognition_sheet(shown, self._leaving(shown, speech), speech, self._offices(speech))
            case PaperKind.NOTICE:
                return notice_sheet(self._questionnaire, shown, speech, organisation, self._press.drawings)
            case PaperKind.ACCESS:
                return access_sheet(self._questionnaire, self._holdings.of(profile), speech, self._sources.today())
            case PaperKind.WARNING:
                return warning_sheet(shown, speech, self._offices(speech), organisation)
            case PaperKind.PROFILE:
                raise ValueError(kind)

    def _offices(self, speech: Speech) -> Offices:
        return Offices(self._directories.all(), speech)

    def _leaving(self, shown: Profile, speech: Speech) -> Profile:
        """What of a profile may leave; exposed work of somebody at risk is not described."""
        first, *others = speech.translators
        second = others[0] if others else None
        public_service = Words(
            paper_text(first, PaperText.PUBLIC_SERVICE),
            first.code,
            paper_text(second, PaperText.PUBLIC_SERVICE) if second else "",
            second.code if second else "",
        )
        return as_it_may_leave(self._questionnaire, shown, public_service)


@dataclass(frozen=True)
class EveryPaper:
    """The one door to all papers of a person."""

    papers: Papers
    sheets: Sheets

    def make(self, profile: ProfileId, kind: PaperKind, languages: Sequence[str] = (), *, is_large: bool = False) -> bytes:
        """As `Sheets.make`, and the profile paper too."""
        chosen = tuple(languages) or self.sheets.languages_for(profile, kind)
        return self.ordered(profile, kind, PaperOrder(chosen, size=PaperSize.LARGE if is_large else PaperSize.NORMAL))

    def ordered(self, profile: ProfileId, kind: PaperKind, order: PaperOrder) -> bytes:
        """A paper as somebody ordered it; of the order a kind takes what `PaperKind` says can be chosen. Raises as `make`."""
        if kind is PaperKind.PROFILE:
            return self.papers.profile_paper(
                profile, order.languages, layout=order.layout, size=order.size, is_named=order.is_named
            )
        return self.sheets.make(profile, kind, order.languages, is_large=order.size is PaperSize.LARGE)

    def word(self, profile: ProfileId, kind: PaperKind, order: PaperOrder) -> bytes:
        """As `ordered`, but a Word file, for whoever goes on writing in it; of two languages the one stands after the other.

        Raises as `Sheets.sheet`, and no MissingGlyphs: the fonts are those of whoever opens it.
        """
        return word_file(self._document(profile, kind, order))

    def excel(self, profile: ProfileId, kind: PaperKind, order: PaperOrder) -> bytes:
        """As `word`, but a spreadsheet."""
        from s2w_desktop.interchange.paper_xlsx import paper_xlsx  # loads the writer of spreadsheets, which few need

        return paper_xlsx(self._document(profile, kind, order))

    def _document(self, profile: ProfileId, kind: PaperKind, order: PaperOrder) -> WordDocument:
        if kind is PaperKind.PROFILE:
            return self.papers.profile_document(profile, order)
        is_large = order.size is PaperSize.LARGE
        return sheet_document(self.sheets.sheet(profile, kind, order.languages, is_large=is_large))
