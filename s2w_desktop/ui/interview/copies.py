"""Serves the questions that take a copy of a document: chooses the file, has it copied in the background, shows it."""

import sys
import time
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import Event
from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from s2w_desktop.domain.errors import Cancelled, CopiesNotAgreed, S2wError
from s2w_desktop.domain.files import FileRef
from s2w_desktop.services.attachments import Attachments
from s2w_desktop.ui.bundle_files import copy_filter
from s2w_desktop.ui.copy_viewer import CopyViewer
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.editor import ProfileEditor
from s2w_desktop.ui.folders import ask_file
from s2w_desktop.ui.forms.file_input import FileInput
from s2w_desktop.ui.forms.question import QuestionBlock
from s2w_desktop.ui.forms.sheet import Sheet
from s2w_desktop.ui.kit.tasks import Report


@dataclass
class _Work:
    """A file that is being copied for a question."""

    started: float
    stop: Event = field(default_factory=Event)


class Copies(QObject):
    """Stands between the inputs of a sheet and the store. The work goes on while another section is on screen."""

    def __init__(self, desk: Desk, attachments: Attachments, editor: ProfileEditor, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._attachments, self._editor = desk, attachments, editor
        self._sheet: Sheet | None = None
        self._inputs: dict[str, FileInput] = {}
        self._works: dict[str, _Work] = {}
        self.viewer: CopyViewer | None = None

    def serve(self, sheet: Sheet) -> None:
        """Serve the questions of a sheet from now on, and no other."""
        self._sheet, self._inputs = sheet, {}
        for block in sheet.built.values():
            self._serve(block)
        sheet.made.connect(self._serve)

    def _serve(self, block: QuestionBlock) -> None:
        path, asking = block.path, block.input
        if not isinstance(asking, FileInput):
            return
        self._inputs[path] = asking
        asking.choice_asked.connect(partial(self._choose, path))
        asking.file_offered.connect(partial(self.take, path))
        asking.view_asked.connect(self.view)
        asking.stop_asked.connect(partial(self._stop, path))
        if path in self._works:
            asking.show_working()

    def stop_all(self) -> None:
        """End all work; what was not finished changes nothing."""
        for work in self._works.values():
            work.stop.set()
        self._works.clear()

    def take(self, path: str, untrusted_file: Path) -> None:
        """Copy a file in the background and answer a question with it."""
        if self._sheet is not None:
            self._sheet.block_at(path)  # which serves it, where it was not built yet
        asking = self._inputs.get(path)
        if asking is None or path in self._works:
            return
        try:
            self._attachments.require_agreement(self._editor.session, path)
        except CopiesNotAgreed as error:
            asking.show_failure(error)
            return
        work = self._works[path] = _Work(time.monotonic())
        asking.show_working()
        self._desk.tasks.run(
            partial(self._job, untrusted_file, work),
            owner=self,
            done=partial(self._on_done, path, work),
            failed=partial(self._on_failed, path, work),
            progress=partial(self._on_progress, path, work),
        )

    def view(self, file: FileRef) -> None:
        """Show a copy in a window of its own."""
        self.viewer = CopyViewer(self._desk, self._attachments, file, self._page())
        self.viewer.open()

    def _page(self) -> QWidget:
        """The page that is served; asked for, because holding it would be a cycle (decisions/0133)."""
        return cast("QWidget", self.parent())

    def _choose(self, path: str) -> None:
        tr = self._desk.translator
        file = ask_file(self._page(), tr.gettext("Add a copy…"), self._desk.book.settings.last_folder, copy_filter(tr))
        if file is not None:
            self.take(path, file)

    def _stop(self, path: str) -> None:
        if path in self._works:
            self._works[path].stop.set()

    def _job(self, untrusted_file: Path, work: _Work, report: Report) -> FileRef:
        if work.stop.is_set():
            raise Cancelled
        return self._attachments.keep(untrusted_file, progress=report, is_cancelled=work.stop.is_set)

    def _on_progress(self, path: str, work: _Work, done: int, total: int) -> None:
        if path in self._inputs:
            self._inputs[path].show_progress(done, total, time.monotonic() - work.started)

    def _on_done(self, path: str, work: _Work, file: FileRef) -> None:
        if not self._end(path, work):
            return
        if work.stop.is_set():
            return  # asked to stop when it was just finished: what nobody names is removed later
        try:
            self._attachments.require_agreement(self._editor.session, path)
        except CopiesNotAgreed as error:  # taken back while it was being made
            self._show_failure(path, error)
            return
        self._editor.set_answer(path, file)
        self._editor.save_now()
        block = self._sheet.block_at(path) if self._sheet is not None else None
        if block is not None:
            block.show_answer(file)
            block.take_focus()

    def _on_failed(self, path: str, work: _Work, error: Exception) -> None:
        if not self._end(path, work) or isinstance(error, Cancelled):
            return
        if isinstance(error, S2wError):
            self._show_failure(path, error)
        else:
            sys.excepthook(type(error), error, error.__traceback__)

    def _show_failure(self, path: str, error: S2wError) -> None:
        if path in self._inputs:
            self._inputs[path].show_failure(error)

    def _end(self, path: str, work: _Work) -> bool:
        """Whether the work still mattered; the input is free again."""
        if self._works.get(path) is not work:
            return False
        del self._works[path]
        if path in self._inputs:
            self._inputs[path].end_working()
        return True
