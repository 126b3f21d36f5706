"""The watched folder while the window is open: looked at every few seconds; what is done in it is told."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from s2w_desktop.domain.duties import Act
from s2w_desktop.domain.errors import S2wError
from s2w_desktop.i18n.error_texts import error_text
from s2w_desktop.i18n.isolation import without_isolates
from s2w_desktop.services.folder_looks import FolderLooks
from s2w_desktop.services.watching import Came
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.kit.tasks import Report
from s2w_desktop.ui.pages.inbox_items import InboxItem, ItemState, look_at

EVERY_MS = 3_000


@dataclass(frozen=True)
class Round:
    """What one look brought: files to show, and whether anything was taken in."""

    items: Sequence[InboxItem]
    taken: int = 0


class FolderWatch(QObject):
    """Looks by a timer, because watchers of the system are silent on network drives; where they speak, it looks sooner.

    `came` tells how many bundles were taken in, and that there are files to show; they are kept until a page takes them over.
    `failed` tells why a look was not possible, once until it is possible again.
    """

    came = Signal(int)
    failed = Signal(object)

    def __init__(self, desk: Desk, workplace: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._workplace, self._shown = desk, workplace, parent
        self._looks: FolderLooks | None = None
        self._items: dict[str, InboxItem] = {}
        self._is_busy = self._was_failing = False
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._hints = QFileSystemWatcher(self)
        self._hints.directoryChanged.connect(self.look)
        self.begin()

    @property
    def is_on(self) -> bool:
        """Whether a folder is looked at."""
        return self._timer.isActive()

    @property
    def unseen(self) -> int:
        """How many files no page has taken over yet."""
        return len(self._items)

    def take_over(self) -> list[InboxItem]:
        """The files that came since a page last asked; from now on they are the page's."""
        items, self._items = list(self._items.values()), {}
        return items

    def begin(self) -> None:
        """Look at the folder that is chosen now, as if for the first time."""
        if self._hints.directories():
            self._hints.removePaths(self._hints.directories())
        folder = self._workplace.office.watching.folder() if self._workplace.permits.may(Act.IMPORT) else None
        self._looks = FolderLooks(folder) if folder else None
        self._was_failing = False
        if folder is None:
            self._timer.stop()
            return
        if folder.is_dir():
            self._hints.addPath(str(folder))
        self._timer.start()

    def forget_answers(self) -> None:
        """Open every file once more: a laptop is known now, or something else changed on which files depend."""
        if self._looks is not None:
            self._looks.forget_answers()

    def look(self) -> None:
        """Look now, unless a look is under way or the work area is not shown: then the store may be closed already."""
        if self._looks is None or self._is_busy or not self._shown.isVisible():
            return
        self._is_busy = True
        job = partial(_round, self._desk, self._workplace, self._looks)
        self._desk.tasks.run(job, owner=self, done=self._on_done, failed=self._on_failed)

    def _on_done(self, brought: Round) -> None:
        self._is_busy = self._was_failing = False
        if brought.items:
            self._items |= {item.key: item for item in brought.items}
            self.came.emit(brought.taken)

    def _on_failed(self, error: Exception) -> None:
        self._is_busy = False
        if not self._was_failing:
            self._was_failing = True
            self.failed.emit(error)


def _round(desk: Desk, workplace: Workplace, looks: FolderLooks, report: Report) -> Round:
    """One look, in the worker. Files are taken in where that is switched on; those left are looked into and shown."""
    watching = workplace.office.watching
    files = watching.look(looks)
    if not watching.is_automatic():
        return Round(_shown(workplace, looks, files, report))
    items: list[InboxItem] = []
    left: list[Path] = []
    for file in files:
        one = watching.take(looks, file, tell=partial(_refusal, desk), progress=report)
        if one.came is Came.WAITING:
            left.append(file)
        else:
            state = ItemState.TAKEN if one.came is Came.TAKEN else ItemState.REFUSED
            items.append(InboxItem(one.moved_to or file, state, result=one.result, error=one.error))
    taken = sum(item.state is ItemState.TAKEN for item in items)
    return Round([*items, *look_at(workplace, left, report)], taken)


def _shown(workplace: Workplace, looks: FolderLooks, files: Sequence[Path], report: Report) -> list[InboxItem]:
    items = look_at(workplace, files, report)
    for item in items:
        looks.answer(item.path)
    return items


def _refusal(desk: Desk, error: S2wError) -> str:
    words = error_text(desk.translator, error)
    return without_isolates(f"{words.happened} {words.todo} ({words.code})")
