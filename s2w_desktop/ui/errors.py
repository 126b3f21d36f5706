"""Failures on screen: a foreseen one as a notice where it matters, anything else as a report that can be copied."""

import sys
from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from s2w_desktop.domain.errors import Cancelled, S2wError
from s2w_desktop.i18n.error_texts import error_text
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.ui.clipboard import copy_for_others
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.kit.announce import announce
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.card import Notice, NoticeText, Tone
from s2w_desktop.ui.kit.panel import Panel, PanelKind, row
from s2w_desktop.ui.titles import window_title
from s2w_desktop.ui.training_band import add_band


def notice_text(tr: Translator, error: S2wError) -> NoticeText:
    """The four parts of a message for a foreseen failure."""
    words = error_text(tr, error)
    return NoticeText(words.happened, words.safe, words.todo, words.code)


class NoticeSpot(Panel):
    """A place on a page where messages appear; it takes no room while there is none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, gap=0)
        self._desk = desk
        self._notice: Notice | None = None
        self.hide()

    @property
    def notice(self) -> Notice | None:
        """The message shown."""
        return self._notice

    def show_failure(self, error: Exception, actions: Sequence[QPushButton] = ()) -> None:
        """Show a foreseen failure. What nobody foresaw goes where unexpected exceptions go; stopping on request says nothing."""
        if isinstance(error, Cancelled):
            self.clear()
        elif isinstance(error, S2wError):
            self.show_text(notice_text(self._desk.translator, error), Tone.BAD, actions)
        else:
            sys.excepthook(type(error), error, error.__traceback__)

    def show_text(self, text: NoticeText, tone: Tone = Tone.PLAIN, actions: Sequence[QPushButton] = ()) -> None:
        """Show a message, and have it said to those who do not see it."""
        self.clear()
        self._notice = Notice(self.theme, text, tone, actions=actions)
        self.add(self._notice)
        self.show()
        announce(self, self._notice.accessibleName())

    def clear(self) -> None:
        """Take the message away."""
        if self._notice is not None:
            self.box.removeWidget(self._notice)
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None
        self.hide()


class CrashDialog(QDialog):
    """Tells that something unexpected happened. The report holds type names and places in the code, nothing of anybody."""

    def __init__(self, desk: Desk, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _, theme = desk.translator.gettext, desk.theme
        self.setWindowTitle(window_title(desk))
        self._report = QPlainTextEdit(report)
        self._report.setReadOnly(True)
        self._report.setTabChangesFocus(True)
        self._report.setAccessibleName(_("Report for support"))
        copy = Button(theme, _("Copy the report"), icon="copy")
        close = Button(theme, _("Go on"), ButtonKind.PRIMARY)
        copy.clicked.connect(self._on_copy)
        close.clicked.connect(self.accept)
        text = NoticeText(
            _("Something went wrong that this program did not expect."),
            _("What was saved is safe on this computer. The report below holds nothing about any person."),
            _("Go on working. If it happens again, send the report to support."),
            "E-PROGRAM-1",
        )
        sheet = Panel(theme, kind=PanelKind.WINDOW, gap=12, margins=(20, 20, 20, 20))
        sheet.add(Notice(theme, text), self._report, row(theme, copy, None, close))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        add_band(layout, desk)
        layout.addWidget(sheet)
        self.resize(theme.px(620), theme.px(420))
        close.setFocus()

    def _on_copy(self) -> None:
        copy_for_others(self._report.toPlainText())


class NoticeDialog(QDialog):
    """A message that belongs to no place on a page: the window itself could not do something."""

    def __init__(self, desk: Desk, text: NoticeText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _, theme = desk.translator.gettext, desk.theme
        self.setWindowTitle(window_title(desk))
        close = Button(theme, _("Go on"), ButtonKind.PRIMARY)
        close.clicked.connect(self.accept)
        sheet = Panel(theme, kind=PanelKind.WINDOW, gap=12, margins=(20, 20, 20, 20))
        sheet.add(Notice(theme, text), row(theme, None, close))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        add_band(layout, desk)
        layout.addWidget(sheet)
        self.resize(theme.px(520), self.sizeHint().height())
        close.setFocus()
