"""The editor: an editing session with the clock of the autosave and the truth about it."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from PySide6.QtCore import QObject, QTimer, Signal

from s2w_desktop.domain.answers import Answer
from s2w_desktop.domain.errors import S2wError
from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.ids import EntryId
from s2w_desktop.domain.profile import Profile
from s2w_desktop.services.editing import EditingSession
from s2w_desktop.services.sources import Sources

QUIET_MS = 800
RETRY_MS = 3_000
_log = logging.getLogger(__name__)


class SaveState(Enum):
    """What the saved line may say. SAVED comes only after the commit returned."""

    SAVED = "saved"
    SAVING = "saving"
    FAILED = "failed"


@dataclass(frozen=True)
class SaveReport:
    """The state, the time of the last commit, and the failure that stands in the way."""

    state: SaveState
    at: datetime | None = None
    error: S2wError | None = None


class ProfileEditor(QObject):
    """Turns edits into transactions: on leaving a field, and 0.8 s after the last key at the latest."""

    changed = Signal(str)  # path of what changed; empty when more than one path may have
    walked = Signal(str, bool)  # in place of `changed`: a step was undone (False) or redone (True), and the path it changed
    save_reported = Signal(object)  # SaveReport

    def __init__(self, session: EditingSession, sources: Sources, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._sources = sources
        self._last = SaveReport(SaveState.SAVED)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.save_now)

    @property
    def session(self) -> EditingSession:
        """The session behind the editor."""
        return self._session

    @property
    def profile(self) -> Profile:
        """The profile as it stands on the screen."""
        return self._session.profile

    @property
    def report(self) -> SaveReport:
        """What is true about saving now."""
        return self._last

    def set_answer(self, path: str, answer: Answer | None) -> None:
        """Take an edit; it is saved when the person pauses or leaves the field."""
        took_others = self._session.set_answer(path, answer)
        self._after_edit("" if took_others else path)

    def add_elsewhere(self, section: str, answers: Mapping[str, Answer]) -> None:
        """Add an entry with answers by their keys to a section that is not on screen, and save it."""
        entry = self._session.add_entry(section, answers)
        self._after_edit(field_path(section, next(iter(answers)), entry))
        self.save_now()

    def set_answers(self, answers: Mapping[str, Answer | None]) -> None:
        """Take an edit of several questions at once, and save it."""
        self._session.set_answers(answers)
        self._after_edit("")
        self.save_now()

    def add_entry(self, section: str) -> EntryId:
        """Add an entry and save it."""
        entry = self._session.add_entry(section)
        self._after_edit("")
        self.save_now()
        return entry

    def remove_entry(self, section: str, entry: EntryId) -> None:
        """Take an entry out and save that; undo brings it back."""
        self._session.remove_entry(section, entry)
        self._after_edit("")
        self.save_now()

    def copy_entry(self, section: str, entry: EntryId) -> EntryId:
        """Add an entry with the answers of another right after it, and save it."""
        copy = self._session.copy_entry(section, entry)
        self._after_edit("")
        self.save_now()
        return copy

    def move_entry(self, section: str, entry: EntryId, places: int) -> None:
        """Move an entry among the others, if there is room, and save that."""
        if self._session.move_entry(section, entry, places):
            self._after_edit("")
            self.save_now()

    def undo(self) -> None:
        """Go one step back, if there is one."""
        self._walk(self._session.undo(), again=False)

    def redo(self) -> None:
        """Go one step forward again, if there is one."""
        self._walk(self._session.redo(), again=True)

    def save_now(self) -> None:
        """Commit what is not in the store yet. A failure is shown, kept on screen and tried again."""
        self._timer.stop()
        if not self._session.is_dirty:
            return
        try:
            self._session.save()
        except S2wError as error:
            _log.warning("autosave failed: %s", error.code)
            self._tell(SaveReport(SaveState.FAILED, self._last.at, error))
            self._timer.start(RETRY_MS)
            return
        self._tell(SaveReport(SaveState.SAVED, self._sources.now()))

    def close(self) -> None:
        """Save and seal the session. Raises what the store raises; then the screen keeps everything."""
        self._timer.stop()
        self._session.close()

    def _walk(self, path: str | None, *, again: bool) -> None:
        if path is not None:
            self._save_soon()
            self.walked.emit(path, again)

    def _after_edit(self, path: str) -> None:
        self._save_soon()
        self.changed.emit(path)

    def _save_soon(self) -> None:
        if self._session.is_dirty:
            if self._last.state is SaveState.SAVED:
                self._tell(SaveReport(SaveState.SAVING, self._last.at))
            self._timer.start(QUIET_MS)

    def _tell(self, report: SaveReport) -> None:
        self._last = report
        self.save_reported.emit(report)
