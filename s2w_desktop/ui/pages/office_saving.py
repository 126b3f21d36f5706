"""Saving the paper that is chosen for an office program, in one form: behind a button of the page of papers."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.folders import ask_new_file
from s2w_desktop.ui.kit.buttons import Button

if TYPE_CHECKING:
    from s2w_desktop.ui.pages.paper_page import PaperPage


@dataclass(frozen=True)
class OfficeForm:
    """A form of file: its ending, the filter of the dialog, and what gives the maker of the file that is chosen now. The maker is
    called in the background."""

    ending: str
    dialog_filter: str
    maker: Callable[[], Callable[[], bytes]]


class OfficeSaving(QObject):
    """From the button to the file; the page tells the name, and what came of it."""

    def __init__(self, desk: Desk, page: "PaperPage", button: Button, form: OfficeForm) -> None:
        super().__init__(page)
        self._desk, self._page, self._button, self._form = desk, page, button, form
        button.clicked.connect(self._on_clicked)

    def save(self, path: Path) -> None:
        """Make the file and write it; the page says that it is not encrypted."""
        make = self._form.maker()
        self._button.setEnabled(False)
        self._page.spot.clear()
        self._desk.tasks.run(lambda _progress: make(), owner=self, done=partial(self._on_made, path), failed=self._on_failed)

    def _on_clicked(self) -> None:
        settings = self._desk.book.settings
        suggested = (Path(settings.last_folder or ".") / self._page.file_name()).with_suffix(self._form.ending)
        path = ask_new_file(self._page, self._button.text(), suggested, self._form.dialog_filter)
        if path is not None:
            self._desk.book.keep_if_possible(replace(settings, last_folder=str(path.parent)))
            self.save(path)

    def _on_made(self, path: Path, content: bytes) -> None:
        self._button.setEnabled(True)
        self._page.write(path, content)

    def _on_failed(self, failure: Exception) -> None:
        self._button.setEnabled(True)
        self._page.spot.show_failure(failure)
