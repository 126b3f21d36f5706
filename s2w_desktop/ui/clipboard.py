"""What somebody copies here is marked as nothing to be kept, and does not stay (threats paper, "Clipboard")."""

from typing import Final

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

STAYS_MS: Final = 10_000
PRIVATE: Final = {
    "ExcludeClipboardContentFromMonitorProcessing": b"1",  # Windows: neither history nor cloud
    "x-kde-passwordManagerHint": b"secret",  # Klipper and others
    "application/x-nspasteboard-concealed-type": b"1",  # managers on macOS
    "application/x-s2w-private": b"1",  # by which we know our own
}
"""Formats by which a copy asks programs that keep clipboards to leave it out."""
_FOR_OTHERS: Final = "application/x-s2w-for-others"


def copy_for_others(text: str) -> None:
    """Copy what is meant to be pasted elsewhere, in its own time. It must hold nothing about anybody."""
    content = QMimeData()
    content.setText(text)
    content.setData(_FOR_OTHERS, b"1")
    QGuiApplication.clipboard().setMimeData(content)


class ClipboardGuard(QObject):
    """Marks every copy that is made in this program, and takes it away after ten seconds and when `clear` is called.

    What other programs copied is left alone: some systems tell of it only when our window gets the focus, and few tell whose it
    is, so that copied here is what stands marked here. Where people mark text for the middle button, `clear` takes that away too.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS_MS)
        self._timer.timeout.connect(self.clear)
        QGuiApplication.clipboard().dataChanged.connect(self._on_copied)

    @property
    def timer(self) -> QTimer:
        """Runs while something that was copied here is on the clipboard."""
        return self._timer

    def clear(self) -> None:
        """Take away what was copied or marked here, but for what is meant for others."""
        self._timer.stop()
        clipboard = QGuiApplication.clipboard()
        if _is_private(_content()):
            clipboard.clear()
        if clipboard.supportsSelection() and clipboard.ownsSelection():
            clipboard.clear(QClipboard.Mode.Selection)

    def _on_copied(self) -> None:
        content = _content()
        if _is_private(content):
            self._timer.start()
        elif content.text() and not content.hasFormat(_FOR_OTHERS) and content.text() == _marked_text():
            marked = QMimeData()
            marked.setText(content.text())
            for name, value in PRIVATE.items():
                marked.setData(name, value)
            QGuiApplication.clipboard().setMimeData(marked)
        else:
            self._timer.stop()


def _content() -> QMimeData:
    """What is on the clipboard; a cleared one has nothing at all on some systems."""
    found: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return QMimeData() if found is None else found


def _marked_text() -> str:
    """What somebody has marked where the caret stands; empty where nothing is."""
    match QApplication.focusWidget():
        case QLineEdit() as line:
            return line.selectedText()
        case QTextEdit() | QPlainTextEdit() as area:
            return area.textCursor().selection().toPlainText()
        case _:
            return ""


def _is_private(content: QMimeData) -> bool:
    return all(content.hasFormat(name) for name in PRIVATE)
