"""Saving a Europass file: what an upload means is told first, the person is asked, and what the file lacks is told after."""

from dataclasses import replace
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from s2w_desktop.domain.consent import Purpose, agreed
from s2w_desktop.domain.errors import S2wError
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.interchange_errors import NotAgreed
from s2w_desktop.i18n.interchange_words import losses_in_words, never_in_such_files, public_for_years
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.i18n.labels import question
from s2w_desktop.i18n.languages import SOURCE
from s2w_desktop.interchange.europass_writer import EuropassFile
from s2w_desktop.interchange.outcome import fields_of
from s2w_desktop.services.editing import EditingSession
from s2w_desktop.services.interchange import EUROPASS_PURPOSE
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.bundle_files import europass_filter
from s2w_desktop.ui.decision import Decision, Way
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.errors import NoticeSpot
from s2w_desktop.ui.folders import ask_new_file
from s2w_desktop.ui.kit.buttons import ButtonKind
from s2w_desktop.ui.kit.card import NoticeText, Tone

BACK, SAVE, AGREES = "back", "save", "agrees"
FILE_NAME = "europass.xml"
"""What is suggested: neither a name nor a case number."""


class EuropassSaving(QObject):
    """The way from the wish to the file. `session` is the one in which the interview is open, if it is."""

    def __init__(
        self,
        desk: Desk,
        workplace: Workplace,
        profile: ProfileId,
        session: EditingSession | None,
        *,
        parent: QWidget,
        spot: NoticeSpot,
    ) -> None:
        super().__init__(parent)
        self._desk, self._workplace, self._profile, self._session = desk, workplace, profile, session
        self._spot = spot
        self._language = SOURCE
        self.question: Decision | None = None
        self.outcome: Decision | None = None

    def begin(self, language: str) -> None:
        """Tell and ask. The file will be in this language, or in English where Europass has none of it."""
        self._language = language if language in self._workplace.interchange.europass_languages() else SOURCE
        tr = self._desk.translator
        _ = tr.gettext
        if agreed(self._workplace.interviews.read(self._profile), EUROPASS_PURPOSE):
            do = _("Tell the person before you give them the file.")
            ways = (Way(BACK, _("Not now")), Way(SAVE, _("Save the file…"), ButtonKind.PRIMARY))
        else:
            asked = question(tr, "consent", EUROPASS_PURPOSE.value)
            do = fill(_("Ask the person: {question} The answer is noted in the profile."), question=asked)
            ways = (Way(BACK, _("Not now")), Way(AGREES, _("The person agrees"), ButtonKind.PRIMARY))
        text = NoticeText(public_for_years(tr), never_in_such_files(tr), do)
        self.question = Decision(self._desk, text, ways, cast("QWidget", self.parent()), Tone.WARN)
        self.question.chosen.connect(self._on_chosen)
        self.question.open()

    def save(self, path: Path) -> None:
        """Write the file, and tell what it does not hold."""
        interchange = self._workplace.interchange
        try:
            made = interchange.europass(self._profile, self._language)
            interchange.keep(made.content, path, may_replace=True)
        except S2wError as error:
            self._spot.show_failure(error)
        else:
            self._tell(path, made)

    def _tell(self, path: Path, made: EuropassFile) -> None:
        tr = self._desk.translator
        _ = tr.gettext
        text = NoticeText(
            fill(_("{file} was written."), file=Ltr(path.name)),
            losses_in_words(tr, fields_of(made.losses.left_out), fields_of(made.losses.blunted)),
            _("This file is not encrypted. Give it to the person, and delete it from the stick afterwards."),
        )
        way = Way(BACK, _("Done"), ButtonKind.PRIMARY)
        self.outcome = Decision(self._desk, text, (way,), cast("QWidget", self.parent()), Tone.WARN)
        self.outcome.open()

    def _on_chosen(self, way: str) -> None:
        if way == BACK:
            return
        try:
            if way == AGREES:
                self._note_agreement()
            self._workplace.interchange.europass(self._profile, self._language)  # what refuses it is told before a place is asked
        except S2wError as error:
            self._spot.show_failure(error)
        else:
            self._ask_where()

    def _note_agreement(self) -> None:
        """The person's word, as an edit of the interview: open work goes on, else it is a change of its own."""
        if not agreed(self._workplace.interviews.read(self._profile), Purpose.CREATE_PROFILE):
            raise NotAgreed(Purpose.CREATE_PROFILE.path)
        if self._session is not None:
            self._session.set_answer(EUROPASS_PURPOSE.path, "granted")
            self._session.save()
            return
        session = self._workplace.interviews.open(self._profile)
        session.set_answer(EUROPASS_PURPOSE.path, "granted")
        session.close()

    def _ask_where(self) -> None:
        tr, book = self._desk.translator, self._desk.book
        suggested = Path(book.settings.last_folder or ".") / FILE_NAME
        path = ask_new_file(cast("QWidget", self.parent()), tr.gettext("Save the file…"), suggested, europass_filter(tr))
        if path is not None:
            book.keep_if_possible(replace(book.settings, last_folder=str(path.parent)))
            self.save(path)
