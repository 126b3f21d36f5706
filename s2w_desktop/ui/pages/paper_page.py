"""A paper on screen: what is shown here is what is printed and what is kept as a file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from s2w_desktop.domain.disk_errors import disk_error
from s2w_desktop.domain.errors import S2wError
from s2w_desktop.i18n.formats import number
from s2w_desktop.i18n.isolation import Ltr, fill, isolate_ltr
from s2w_desktop.i18n.languages import language
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
from s2w_desktop.ui.pages.base import AreaPage
from s2w_desktop.ui.pages.paper_pages import PaperOnScreen, PaperPages, pictured
from s2w_desktop.ui.pages.preview_choices import LanguageChoices
from s2w_desktop.ui.places import FocusPlace
from s2w_desktop.ui.printing import print_pages
from s2w_desktop.ui.shortcuts import Act, Where, bind
from s2w_desktop.ui.wishes import Wish

if TYPE_CHECKING:
    from s2w_desktop.ui.kit.tasks import Task


@dataclass(frozen=True)
class PaperPlace:
    """What was chosen and how far the paper was scrolled."""

    keys: tuple[str, ...]
    scrolled: int
    focus: object


class PaperPage(AreaPage):
    """One paper of a case. The class of a paper says what makes it, and calls `make` when it stands."""

    def __init__(
        self,
        desk: Desk,
        choices: LanguageChoices,
        case_number: str,
        *,
        title: str,
        actions: Sequence[Button] = (),
        quiet: Sequence[Button] = (),
    ) -> None:
        """`actions` stand beside saving and printing, `quiet` ones, wanted less often, beside the choices."""
        super().__init__(desk)
        choices.setParent(self)
        self.choices, self.case_number = choices, case_number
        self._paper: PaperOnScreen | None = None
        self._task: Task | None = None
        self._asked = 0
        _, theme = desk.translator.gettext, desk.theme
        self._back = Button(theme, _("Back"), ButtonKind.QUIET, icon="back")
        self._save = Button(theme, _("Save as PDF…"), icon="export")
        self._print = Button(theme, _("Print…"), ButtonKind.PRIMARY, icon="print")
        self._head = PageHead(theme, title, " ", (*actions, self._save, self._print))
        self._spot = NoticeSpot(desk)
        self._pages = PaperPages(desk, FlowRow(theme, *choices.parts, *quiet))
        words = _("A printed page or PDF is not encrypted. Give it to the person, or keep it locked away.")
        self.add(self._head, _notice(theme, self._back, words), self._spot)
        self.box.addWidget(self._pages, 1)
        choices.changed.connect(self.make)
        self._back.clicked.connect(self._on_back)
        self._save.clicked.connect(self._on_save)
        self._print.clicked.connect(self._on_print)
        bind(self, Where.ASIDE, {Act.BACK: self._on_back})

    def maker(self) -> Callable[[], bytes]:
        """What makes the paper that is chosen now. It is called in the background; raises what its service raises."""
        raise NotImplementedError

    def back(self) -> Wish:
        """Where "Back" leads."""
        raise NotImplementedError

    def file_name(self) -> str:
        """The name that a file is given unless the person types another: never that of the person."""
        return f"{self.case_number}.pdf"

    @property
    def paper(self) -> PaperOnScreen | None:
        """The paper shown, when it is ready."""
        return self._paper

    @property
    def spot(self) -> NoticeSpot:
        """Where messages appear."""
        return self._spot

    def first_focus(self) -> ChoiceButton:
        return self.choices.parts[0]

    def place(self) -> object:
        return PaperPlace(self.choices.keys(), self._pages.verticalScrollBar().value(), super().place())

    def restore(self, place: object) -> None:
        if isinstance(place, PaperPlace):
            self.choices.set_keys(place.keys)
            self.make()
            self._pages.verticalScrollBar().setValue(place.scrolled)
            super().restore(place.focus if isinstance(place.focus, FocusPlace) else None)

    def make(self) -> None:
        """Have the paper made that is chosen now. What was asked for before and is not ready yet is not shown any more."""
        if self._task is not None:
            self._task.cancel()
        self._forget_paper()
        self._asked += 1
        job, asked = self.maker(), self._asked
        self._task = self.desk.tasks.run(
            partial(pictured, job), owner=self, done=partial(self._on_made, asked), failed=partial(self._on_failed, asked)
        )

    def save(self, path: Path) -> None:
        """Write the PDF that is shown, and say that it is not encrypted."""
        if self._paper is not None:
            self.write(path, self._paper.pdf)

    def write(self, path: Path, content: bytes) -> None:
        """Write a paper as a file, and say that it is not encrypted."""
        _ = self.desk.translator.gettext
        try:
            replace_file(path, content)
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

    def _forget_paper(self) -> None:
        self._paper = None
        self._save.setEnabled(False)
        self._print.setEnabled(False)

    def _on_made(self, asked: int, paper: PaperOnScreen) -> None:
        if asked != self._asked:
            return
        self._paper = paper
        self._spot.clear()
        self._pages.show_pages(paper.pages)
        tr, pages = self.desk.translator, len(paper.pages)
        spoken = [language(code).native_name for code in self.choices.languages()]
        words = tr.ngettext("{code}, {n} page, {languages}", "{code}, {n} pages, {languages}", pages)
        self._head.set_quiet(fill(words, code=Ltr(self.case_number), n=number(tr, pages), languages=" · ".join(spoken)))
        self._save.setEnabled(True)
        self._print.setEnabled(True)

    def _on_failed(self, asked: int, error: Exception) -> None:
        if asked == self._asked:
            self._pages.show_pages(())  # the pages before are not what is chosen now
            self._head.set_quiet(isolate_ltr(self.case_number))
            self._spot.show_failure(error)

    def _on_back(self) -> None:
        self.asked.emit(self.back())

    def _on_save(self) -> None:
        tr, settings = self.desk.translator, self.desk.book.settings
        suggested = Path(settings.last_folder or ".") / self.file_name()
        path = ask_new_file(self, tr.gettext("Save as PDF…"), suggested, pdf_filter(tr))
        if path is not None:
            self.desk.book.keep_if_possible(replace(settings, last_folder=str(path.parent)))
            self.save(path)

    def _on_print(self) -> None:
        if self._paper is not None:
            print_pages(self._paper.pdf, parent=self)


def _notice(theme: Theme, back: Button, words: str) -> Panel:
    """The way back, and words below the buttons that save and print."""
    notice = row(theme, back, Mark(theme, "info", Colour.MUTED, size=ICON_SMALL, ground=Colour.CANVAS))
    notice.box.addWidget(Label(theme, words, Role.CAPTION, wrap=True), 1)
    return notice
