"""Choosing where files go and which are opened: any folder by path, files by the system's dialog."""

from pathlib import Path

from PySide6.QtCore import QStorageInfo, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from s2w_desktop.i18n.formats import file_size
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.kit.buttons import Button
from s2w_desktop.ui.kit.fields import TextField
from s2w_desktop.ui.kit.panel import Panel, row
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.tokens import Role


def free_bytes(folder: Path) -> int:
    """Bytes that are free where the folder lies; 0 when that is not known."""
    volume = QStorageInfo(str(folder))
    return max(0, volume.bytesAvailable()) if volume.isValid() else 0


class FolderField(Panel):
    """A folder, typed or chosen; below it how much room is there, or that it is not there."""

    edited = Signal()

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__(desk.theme, gap=6)
        self._desk, self._name = desk, name
        _ = desk.translator.gettext
        self._line = TextField(desk.theme, name)
        self._browse = Button(desk.theme, _("Choose…"))
        self._room = Label(desk.theme, "", Role.CAPTION, wrap=True)
        line = row(desk.theme)
        line.box.addWidget(self._line, 1)
        line.add(self._browse)
        self.add(line, self._room)
        self._line.edited.connect(self._on_edited)
        self._browse.clicked.connect(self._on_browse)
        self.setFocusProxy(self._line)

    @property
    def line(self) -> TextField:
        """The line to type in."""
        return self._line

    def folder(self) -> Path | None:
        """The folder, if it is there."""
        typed = self._line.text().strip()
        folder = Path(typed) if typed else None
        return folder if folder is not None and folder.is_absolute() and folder.is_dir() else None

    def set_folder(self, folder: str) -> None:
        """Show a folder by program; emits nothing."""
        self._line.set_text(folder)
        self._tell()

    def _tell(self) -> None:
        _, folder = self._desk.translator.gettext, self.folder()
        if folder is not None:
            room = file_size(self._desk.translator, free_bytes(folder))
            self._room.set_words(fill(_("{size} free"), size=room))
        else:
            self._room.set_words(_("This folder is not there.") if self._line.text().strip() else "")

    def _on_edited(self) -> None:
        self._tell()
        self.edited.emit()

    def _on_browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self._name, self._line.text())
        if chosen:
            self.set_folder(chosen)
            self.edited.emit()


def ask_file(parent: QWidget, title: str, folder: str, pattern: str) -> Path | None:
    """Let the person choose one file; None when they do not."""
    chosen, _filter = QFileDialog.getOpenFileName(parent, title, folder, pattern)
    return Path(chosen) if chosen else None


def ask_files(parent: QWidget, title: str, folder: str, pattern: str) -> list[Path]:
    """Let the person choose files; none when they do not."""
    chosen, _filter = QFileDialog.getOpenFileNames(parent, title, folder, pattern)
    return [Path(one) for one in chosen]


def ask_new_file(parent: QWidget, title: str, suggested: Path, pattern: str) -> Path | None:
    """Let the person choose where a file goes; the dialog asks before one is overwritten. None when they do not."""
    chosen, _filter = QFileDialog.getSaveFileName(parent, title, str(suggested), pattern)
    return Path(chosen) if chosen else None


def ask_folder(parent: QWidget, title: str, folder: str) -> Path | None:
    """Let the person choose a folder; None when they do not."""
    chosen = QFileDialog.getExistingDirectory(parent, title, folder)
    return Path(chosen) if chosen else None
