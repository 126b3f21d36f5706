"""The input for a copy of a document: add one, or see what is there, look at it, take it out.

It asks and tells; whoever serves it (`ui.interview.copies`) reads files, waits for the work and opens the viewer.
"""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from s2w_desktop.domain.answers import Answer
from s2w_desktop.domain.errors import S2wError
from s2w_desktop.domain.files import MOST_FILE_BYTES, FileRef
from s2w_desktop.i18n.answer_texts import file_text
from s2w_desktop.i18n.formats import file_size
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.ui.errors import notice_text
from s2w_desktop.ui.forms.input import Asked, Input
from s2w_desktop.ui.kit.announce import announce
from s2w_desktop.ui.kit.buttons import Button
from s2w_desktop.ui.kit.card import Notice
from s2w_desktop.ui.kit.panel import FoldingRow, Panel, row
from s2w_desktop.ui.kit.progress import ProgressCard, ProgressWords
from s2w_desktop.ui.kit.text import Label, Mark
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import Colour, Role


class DropPanel(Panel):
    """A panel on which one file may be dropped."""

    dropped = Signal(object)  # Path

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, gap=8)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _one_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        file = _one_file(event)
        if file is not None:
            event.acceptProposedAction()
            self.dropped.emit(file)


def _one_file(event: QDropEvent) -> Path | None:
    """The file that is dragged, if it is one and on this computer."""
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None


class FileInput(Input):
    """A copy of a document as an answer."""

    choice_asked = Signal()  # a person wants to choose a file
    file_offered = Signal(object)  # Path of a file that was dropped
    view_asked = Signal(object)  # FileRef
    stop_asked = Signal()

    def __init__(self, asked: Asked) -> None:
        panel = DropPanel(asked.theme)
        super().__init__(panel)
        self._asked, self._panel = asked, panel
        self._shown: FileRef | None = None
        self._progress: ProgressCard | None = None
        self._notice: Notice | None = None
        self._make_parts()
        panel.add(self._there, self._empty)
        panel.dropped.connect(self._on_dropped)
        self.show_answer(None)

    @property
    def notice(self) -> Notice | None:
        """The message shown."""
        return self._notice

    @property
    def progress(self) -> ProgressCard | None:
        """How far the work is, while there is some."""
        return self._progress

    def show_answer(self, answer: Answer | None) -> None:
        self._shown = answer if isinstance(answer, FileRef) else None
        if self._shown is not None:
            self._words.set_words(file_text(self._asked.voices.own, self._shown))
        self._arrange()

    def take_focus(self) -> None:
        (self.view_button if self._shown is not None else self.add_button).setFocus()

    def show_working(self) -> None:
        """Say that a file is being copied; it can be stopped."""
        if self._progress is not None:
            return
        self.clear_failure()
        tr = self._asked.voices.own
        _ = tr.gettext
        words = ProgressWords(
            _("Making a clean copy"),
            _("Cancel"),
            lambda done, total, _seconds: fill(_("Page {number} of {count}"), number=done + 1, count=total),
        )
        self._progress = ProgressCard(self._asked.theme, words)
        self._progress.cancelled.connect(self.stop_asked)
        self._panel.add(self._progress)
        self._arrange()
        self._progress.cancel_button.setFocus()

    def show_progress(self, done: int, total: int, seconds: float) -> None:
        """Say how far it is."""
        if self._progress is not None:
            self._progress.set_progress(done, total, seconds)

    def end_working(self) -> None:
        """The work has ended, one way or the other."""
        if self._progress is None:
            return
        had_focus = self._progress.cancel_button.hasFocus()
        _drop(self._panel, self._progress)
        self._progress = None
        self._arrange()
        if had_focus:
            self.take_focus()

    def show_failure(self, error: S2wError) -> None:
        """Say here what happened, and have it said to those who do not see it."""
        self.clear_failure()
        self._notice = Notice(self._asked.theme, notice_text(self._asked.voices.own, error))
        self._panel.add(self._notice)
        announce(self._panel, self._notice.accessibleName())

    def clear_failure(self) -> None:
        """Take the message away."""
        if self._notice is not None:
            _drop(self._panel, self._notice)
            self._notice = None

    def _make_parts(self) -> None:
        theme, tr = self._asked.theme, self._asked.voices.own
        _ = tr.gettext
        self.add_button = Button(theme, _("Add a copy…"), icon="plus")
        self.view_button = Button(theme, _("Look at it"), icon="eye")
        self.remove_button = Button(theme, _("Take it out"), icon="trash")
        for button in (self.add_button, self.view_button, self.remove_button):
            button.setAccessibleName(f"{self._asked.name}: {button.text()}")
        self.add_button.clicked.connect(self.choice_asked)
        self.view_button.clicked.connect(self._on_view)
        self.remove_button.clicked.connect(self._on_remove)
        limit = file_size(tr, MOST_FILE_BYTES)
        hint = fill(_("PDF, JPEG or PNG, up to {size}. A file can also be dropped here."), size=limit)
        self._words = Label(theme, "", Role.STRONG)
        self._hint = Label(theme, hint, Role.CAPTION, wrap=True)
        self._empty = Panel(theme, gap=6)
        self._empty.add(row(theme, self.add_button, None), self._hint)
        name = row(theme, Mark(theme, "done", Colour.OK, size=18), self._words, gap=8)
        self._there = FoldingRow(theme, name, self.view_button, self.remove_button, gap=10)
        self._there.add(None)

    def _arrange(self) -> None:
        is_working = self._progress is not None
        self._there.setVisible(self._shown is not None and not is_working)
        self._empty.setVisible(self._shown is None and not is_working)

    def _on_dropped(self, file: Path) -> None:
        if self._progress is None:
            self.file_offered.emit(file)

    def _on_view(self) -> None:
        if self._shown is not None:
            self.view_asked.emit(self._shown)

    def _on_remove(self) -> None:
        self.clear_failure()
        self.show_answer(None)
        self.edited.emit(None)
        self.left.emit()
        self.take_focus()


def _drop(panel: Panel, part: Panel) -> None:
    panel.box.removeWidget(part)
    part.hide()
    part.deleteLater()
