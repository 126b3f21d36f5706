"""The paper of a profile on screen: what is shown here is what is printed and what is kept as a file."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QScrollArea

from s2w_desktop.domain.disk_errors import disk_error
from s2w_desktop.domain.errors import S2wError
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.page_pictures import PagePicture
from s2w_desktop.i18n.fit_words import FitText, fit_text
from s2w_desktop.i18n.formats import number
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.i18n.languages import language
from s2w_desktop.pdf.preview import page_count, render_page
from s2w_desktop.services.editing import EditingSession
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.safe_files import replace_file
from s2w_desktop.ui.bundle_files import pdf_filter
from s2w_desktop.ui.choice_button import ChoiceButton
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.errors import NoticeSpot
from s2w_desktop.ui.flow import FlowRow
from s2w_desktop.ui.folders import ask_new_file
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.card import NoticeText, PageHead, Tone
from s2w_desktop.ui.kit.panel import Panel, row
from s2w_desktop.ui.kit.text import Label, Mark
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import ICON_SMALL, Colour, Role
from s2w_desktop.ui.languages import language_names
from s2w_desktop.ui.pages.base import AreaPage
from s2w_desktop.ui.pages.europass_saving import EuropassSaving
from s2w_desktop.ui.places import FocusPlace
from s2w_desktop.ui.printing import print_pages
from s2w_desktop.ui.routes import Area, Route
from s2w_desktop.ui.shortcuts import Act, Where, bind
from s2w_desktop.ui.wishes import GoBack, GoTo, Wish

SCREEN_DPI = 110
_NONE = "none"


@dataclass(frozen=True)
class PaperOnScreen:
    """A paper and pictures of its pages."""

    pdf: bytes
    pages: tuple[PagePicture, ...]


@dataclass(frozen=True)
class PreviewPlace:
    """The languages chosen and how far the paper was scrolled."""

    first: str
    second: str
    scrolled: int
    focus: object


class PreviewPage(AreaPage):
    """One paper in one language or two: the profile paper, or what a class of its own makes of it."""

    def __init__(
        self, desk: Desk, workplace: Workplace, profile: ProfileId | None, session: EditingSession | None = None
    ) -> None:
        """`session` is the one in which the interview of the profile is open, if it is."""
        super().__init__(desk)
        if profile is None:
            raise ValueError("a preview is of a profile")
        self._workplace, self._profile = workplace, profile
        self._paper: PaperOnScreen | None = None
        self._case_number = workplace.interviews.read(profile).text("record.case_number")
        _, theme = desk.translator.gettext, desk.theme
        self._back = Button(theme, _("Back"), ButtonKind.QUIET, icon="back")
        self._save = Button(theme, _("Save as PDF…"), icon="export")
        self._print = Button(theme, _("Print…"), ButtonKind.PRIMARY, icon="print")
        self._head = PageHead(theme, self.title(), " ", (*self.more_actions(), self._save, self._print))
        self._spot = NoticeSpot(desk)
        self._saving = EuropassSaving(desk, workplace, profile, session, parent=self, spot=self._spot)
        self._make_languages()
        self._sheet = Panel(theme, gap=16, margins=(0, 4, 0, 16))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._sheet.setObjectName("scrolled")
        self._scroll.setWidget(self._sheet)
        self._scroll.setAccessibleName(_("Pages of the paper"))
        warn = Mark(theme, "info", Colour.MUTED, size=ICON_SMALL, ground=Colour.CANVAS)
        notice = row(theme, warn)
        words = _("A printed page or PDF is not encrypted. Give it to the person, or keep it locked away.")
        notice.box.addWidget(Label(theme, words, Role.CAPTION, wrap=True), 1)
        self.add(self._head, FlowRow(theme, self._back, self._first, self._second, *self.quiet_actions()), self._spot)
        self.box.addWidget(self._scroll, 1)
        self.add(notice)
        self._connect()
        self._make()

    # --- what papers differ in ---

    def title(self) -> str:
        """What the page is called."""
        return self.desk.translator.gettext("Paper")

    def more_actions(self) -> tuple[Button, ...]:
        """What else can be done here, beside saving and printing."""
        fits = Button(self.theme, fit_text(self.desk.translator, FitText.TITLE_FOR_OFFICER))
        fits.clicked.connect(self._on_fits)
        return (fits,)

    def quiet_actions(self) -> tuple[Button, ...]:
        """What is wanted less often; it stands beside the languages."""
        europass = Button(self.theme, self.desk.translator.gettext("Europass file…"), ButtonKind.QUIET, icon="export")
        europass.clicked.connect(self._on_europass)
        return (europass,)

    def pdf(self, languages: tuple[str, ...]) -> bytes:
        """The paper. Called in the background; raises what its service raises."""
        return self._workplace.papers.profile_paper(self._profile, languages)

    def back(self) -> Wish:
        """Where "Back" leads."""
        return GoBack()

    # --- the page ---

    @property
    def paper(self) -> PaperOnScreen | None:
        """The paper shown, when it is ready."""
        return self._paper

    @property
    def spot(self) -> NoticeSpot:
        """Where messages appear."""
        return self._spot

    @property
    def saving(self) -> EuropassSaving:
        """How a Europass file is saved from here."""
        return self._saving

    def first_focus(self) -> ChoiceButton:
        return self._first

    def place(self) -> object:
        scrolled = self._scroll.verticalScrollBar().value()
        return PreviewPlace(self._first.value(), self._second.value(), scrolled, super().place())

    def restore(self, place: object) -> None:
        if isinstance(place, PreviewPlace):
            self._first.set_value(place.first)
            self._second.set_value(place.second)
            self._make()
            self._scroll.verticalScrollBar().setValue(place.scrolled)
            super().restore(place.focus if isinstance(place.focus, FocusPlace) else None)

    def languages(self) -> tuple[str, ...]:
        """The languages chosen, the reader's first."""
        first, second = self._first.value(), self._second.value()
        return (first,) if second in (_NONE, first) else (first, second)

    def save(self, path: Path) -> None:
        """Write the PDF that is shown, and say that it is not encrypted."""
        if self._paper is None:
            return
        _ = self.desk.translator.gettext
        try:
            replace_file(path, self._paper.pdf)
        except S2wError as error:
            self._spot.show_failure(error)
            return
        except OSError as cause:
            self._spot.show_failure(disk_error(cause))
            return
        text = NoticeText(
            fill(_("{file} was written."), file=Ltr(path.name)),
            _("This paper is not encrypted: anybody who has the file can read it."),
            _("Give it to the person, or delete it after printing."),
        )
        self._spot.show_text(text, Tone.WARN)

    def _make_languages(self) -> None:
        _, theme = self.desk.translator.gettext, self.desk.theme
        read = self._workplace.interviews.read(self._profile)
        names = language_names(self.desk.catalogues, self.desk.translator)
        self._first = ChoiceButton(theme, names, lambda words: fill(_("Language: {language}"), language=words), icon="globe")
        others = [(_NONE, _("none")), *names]
        self._second = ChoiceButton(theme, others, lambda words: fill(_("Second language: {language}"), language=words))
        own = self.desk.translator.code if self.desk.translator.code in dict(names) else names[0][0]
        self._first.set_value(own)
        other = self.desk.catalogues.reading_language(read.text("record.person_language"))
        self._second.set_value(other if other is not None and other != own else _NONE)

    def _connect(self) -> None:
        self._first.chosen.connect(self._make)
        self._second.chosen.connect(self._make)
        self._back.clicked.connect(self._on_back)
        self._save.clicked.connect(self._on_save)
        self._print.clicked.connect(self._on_print)
        bind(self, Where.ASIDE, {Act.BACK: self._on_back})

    def _make(self) -> None:
        self._paper = None
        self._save.setEnabled(False)
        self._print.setEnabled(False)
        job = partial(_pictured, self.pdf, self.languages())
        self.desk.tasks.run(lambda _report: job(), owner=self, done=self._on_made, failed=self._on_failed)

    def _on_made(self, paper: PaperOnScreen) -> None:
        self._paper = paper
        self._spot.clear()
        tr = self.desk.translator
        _ = tr.gettext
        while (item := self._sheet.box.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        pages = len(paper.pages)
        for place, picture in enumerate(paper.pages, start=1):
            name = fill(_("Page {n} of {total}"), n=place, total=pages)
            self._sheet.box.addWidget(PageView(self.theme, picture, name), 0, Qt.AlignmentFlag.AlignHCenter)
        self._sheet.box.addStretch(1)
        spoken = [language(code).native_name for code in self.languages()]
        words = tr.ngettext("{code}, {n} page, {languages}", "{code}, {n} pages, {languages}", pages)
        self._head.set_quiet(fill(words, code=Ltr(self._case_number), n=number(tr, pages), languages=" · ".join(spoken)))
        self._save.setEnabled(True)
        self._print.setEnabled(True)

    def _on_failed(self, error: Exception) -> None:
        self._spot.show_failure(error)

    def _on_back(self) -> None:
        self.asked.emit(self.back())

    def _on_fits(self) -> None:
        self.asked.emit(GoTo(Route(Area.FITS, self._profile)))

    def _on_save(self) -> None:
        tr, settings = self.desk.translator, self.desk.book.settings
        _ = tr.gettext
        suggested = Path(settings.last_folder or ".") / f"{self._case_number}.pdf"
        path = ask_new_file(self, _("Save as PDF…"), suggested, pdf_filter(tr))
        if path is not None:
            self.desk.book.keep_if_possible(replace(settings, last_folder=str(path.parent)))
            self.save(path)

    def _on_europass(self) -> None:
        self._saving.begin(self._first.value())

    def _on_print(self) -> None:
        if self._paper is not None:
            print_pages(self._paper.pdf, parent=self)


class PageView(QLabel):
    """One page as a picture, with a hairline around it."""

    def __init__(self, theme: Theme, picture: PagePicture, name: str) -> None:
        super().__init__()
        image = QImage(picture.rgb, picture.width, picture.height, 3 * picture.width, QImage.Format.Format_RGB888)
        page = QPixmap.fromImage(image.copy())  # the copy owns its bytes
        painter = QPainter(page)
        painter.setPen(theme.colour(Colour.LINE))
        painter.drawRect(0, 0, picture.width - 1, picture.height - 1)
        painter.end()
        self.setPixmap(page)
        self.setAccessibleName(name)
        self.setFixedSize(picture.width, picture.height)


def _pictured(make: Callable[[tuple[str, ...]], bytes], languages: tuple[str, ...]) -> PaperOnScreen:
    pdf = make(languages)
    return PaperOnScreen(pdf, tuple(render_page(pdf, page, SCREEN_DPI) for page in range(page_count(pdf))))
