"""Beginning an interview from a file that a person brings: what the file holds is told before anything is kept."""

from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from s2w_desktop.domain.errors import S2wError
from s2w_desktop.i18n.formats import number
from s2w_desktop.i18n.interchange_words import missing_in_words
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.interchange.outcome import Found
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.bundle_files import profile_file_filter
from s2w_desktop.ui.decision import Decision, Way
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.errors import NoticeSpot
from s2w_desktop.ui.folders import ask_file
from s2w_desktop.ui.kit.buttons import ButtonKind
from s2w_desktop.ui.kit.card import NoticeText

BACK, BEGIN = "back", "begin"


class ProfileFromFile(QObject):
    """The way from a file to an interview."""

    begun = Signal(object)  # services.editing.EditingSession

    def __init__(self, desk: Desk, workplace: Workplace, parent: QWidget, spot: NoticeSpot) -> None:
        super().__init__(parent)
        self._desk, self._workplace, self._spot = desk, workplace, spot
        self._found: Found | None = None
        self.question: Decision | None = None

    def ask(self) -> None:
        """Let the person choose a file, and look into it."""
        tr, book = self._desk.translator, self._desk.book
        title = tr.gettext("Begin from a file…")
        path = ask_file(cast("QWidget", self.parent()), title, book.settings.last_folder, profile_file_filter(tr))
        if path is not None:
            self.look(path)

    def look(self, path: Path) -> None:
        """Read a file, and tell what it would bring. Nothing is kept yet."""
        self._spot.clear()
        job = partial(self._workplace.interchange.look, path)
        self._desk.tasks.run(lambda _report: job(), owner=self, done=self._on_read, failed=self._spot.show_failure)

    def _on_read(self, found: Found) -> None:
        self._found = found
        tr = self._desk.translator
        _ = tr.gettext
        count = sum(1 for path in found.profile.held if path[-1:] != ".")
        words = tr.ngettext("The file holds {n} answer of an interview.", "The file holds {n} answers of an interview.", count)
        text = NoticeText(
            fill(words, n=number(tr, count)),
            missing_in_words(tr, found.unfit, found.shortened, found.unplaced, found.others),
            _("Nothing is agreed yet: the interview begins with asking the person."),
        )
        ways = (Way(BACK, _("Not now")), Way(BEGIN, _("Begin the interview"), ButtonKind.PRIMARY))
        self.question = Decision(self._desk, text, ways, cast("QWidget", self.parent()))
        self.question.chosen.connect(self._on_chosen)
        self.question.open()

    def _on_chosen(self, way: str) -> None:
        if way != BEGIN or self._found is None:
            return
        try:
            profile, _number = self._workplace.interchange.take_in(self._found, self._desk.translator.code)
            session = self._workplace.interviews.open(profile)
        except S2wError as error:
            self._spot.show_failure(error)
        else:
            self.begun.emit(session)
