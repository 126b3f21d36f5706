"""Choosing where files go and which are opened: sticks by name, any folder by path, files by the system's dialog."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStorageInfo, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from s2w_desktop.i18n.formats import file_size
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.kit.buttons import Button
from s2w_desktop.ui.kit.fields import TextField
from s2w_desktop.ui.kit.option import Choice, OptionGroup
from s2w_desktop.ui.kit.panel import Panel, row
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.tokens import Role
from s2w_desktop.ui.kit.words import Words

_STICK_ROOTS = ("/media/", "/run/media/", "/Volumes/", "/mnt/")


@dataclass(frozen=True)
class Stick:
    """A volume that can be carried away: its folder, its name, the bytes that are free."""

    folder: Path
    name: str
    free_bytes: int


def sticks() -> list[Stick]:
    """Volumes that are mounted now and look removable: where sticks are mounted, or a drive that is not the system's."""
    found = []
    for volume in QStorageInfo.mountedVolumes():
        root = volume.rootPath()
        is_drive = len(root) == 3 and root[1:] == ":/" and root[:1].upper() != "C"  # D:/ and on
        if volume.isValid() and volume.isReady() and not volume.isReadOnly() and (is_drive or root.startswith(_STICK_ROOTS)):
            found.append(Stick(Path(root), volume.displayName() or root, volume.bytesAvailable()))
    return found


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


class TargetChoice(Panel):
    """Sticks that are in, or another folder."""

    edited = Signal()
    _OTHER = "other"

    def __init__(self, desk: Desk, found: Sequence[Stick]) -> None:
        super().__init__(desk.theme, gap=12)
        self._desk, self._sticks = desk, {str(number): stick for number, stick in enumerate(found)}
        _ = desk.translator.gettext
        self._field = FolderField(desk, _("Folder"))
        choices = [Choice(key, Words(self._stick_words(stick))) for key, stick in self._sticks.items()]
        self._group = OptionGroup(desk.theme, [*choices, Choice(self._OTHER, Words(_("Another folder")))], _("Where to"))
        if self._sticks:
            self.add(self._group)
        self.add(self._field)
        self._group.edited.connect(self._on_chosen)
        self._field.edited.connect(self.edited)
        self._group.set_value(("0",) if self._sticks else (self._OTHER,))
        self._on_chosen()

    @property
    def field(self) -> FolderField:
        """The line for another folder."""
        return self._field

    def folder(self) -> Path | None:
        """Where to write, if that is there."""
        key = (self._group.value() or (self._OTHER,))[0]
        return self._sticks[key].folder if key in self._sticks else self._field.folder()

    def set_folder(self, folder: str) -> None:
        """Choose by program the folder used last, where no stick is in."""
        self._field.set_folder(folder)

    def use_other(self) -> None:
        """Choose another folder by program, so that one can be typed."""
        self._group.set_value((self._OTHER,))
        self._on_chosen()

    def first_focus(self) -> QWidget:
        """Where choosing begins."""
        return self._group.rows[0] if self._sticks else self._field.line

    def _stick_words(self, stick: Stick) -> str:
        _ = self._desk.translator.gettext
        room = file_size(self._desk.translator, stick.free_bytes)
        return fill(_("{name}, {size} free"), name=stick.name, size=room)

    def _on_chosen(self) -> None:
        self._field.setVisible(self._group.value() == (self._OTHER,))
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
