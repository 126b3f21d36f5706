"""Writing the report of the dashboard to a file: printed, or as figures."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.services.report_files import ReportFile
from s2w_desktop.services.reporting import Draft
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.bundle_files import pdf_filter, report_filter
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.errors import NoticeSpot
from s2w_desktop.ui.folders import ask_new_file
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.card import NoticeText, Tone

_NAME: Final = "report"


class ReportSaving(QObject):
    """Two buttons of the dashboard, and what they do. What was written counts as gone out."""

    def __init__(self, desk: Desk, workplace: Workplace, *, parent: QWidget, spot: NoticeSpot) -> None:
        super().__init__(parent)
        self._desk, self._files, self._parent, self._spot = desk, workplace.office.report_files, parent, spot
        self._draft: Draft | None = None
        _ = desk.translator.gettext
        self.pdf_button = Button(desk.theme, _("Report as PDF…"), icon="print")
        self.figures_button = Button(desk.theme, _("Figures as a file…"), ButtonKind.SECONDARY, icon="export")
        self.pdf_button.clicked.connect(self._on_pdf)
        self.figures_button.clicked.connect(self._on_figures)
        self._allow(ready=False)

    @property
    def buttons(self) -> tuple[Button, Button]:
        """Both, in the order in which they stand."""
        return (self.pdf_button, self.figures_button)

    def take(self, draft: Draft) -> None:
        """This is the report that would be written."""
        self._draft = draft
        self._allow(ready=True)

    def save(self, path: Path) -> None:
        """Write the report; the ending of the name tells in which form."""
        draft = self._draft
        if draft is None:
            return
        form = form_of(path)
        self._allow(ready=False)
        self._spot.clear()
        self._desk.tasks.run(
            lambda progress: self._files.write(draft, form, path, self._desk.translator.code, progress),
            owner=self,
            done=lambda _none: self._on_written(path),
            failed=self._on_failed,
        )

    def _on_pdf(self) -> None:
        self._ask(f"{_NAME}.{ReportFile.PDF}", self.pdf_button.text(), pdf_filter(self._desk.translator))

    def _on_figures(self) -> None:
        self._ask(f"{_NAME}.{ReportFile.XLSX}", self.figures_button.text(), report_filter(self._desk.translator))

    def _ask(self, name: str, title: str, filter_: str) -> None:
        settings = self._desk.book.settings
        path = ask_new_file(self._parent, title, Path(settings.last_folder or ".") / name, filter_)
        if path is not None:
            self._desk.book.keep_if_possible(replace(settings, last_folder=str(path.parent)))
            self.save(path)

    def _on_written(self, path: Path) -> None:
        _ = self._desk.translator.gettext
        self._allow(ready=True)
        written = fill(_("Written: {file}"), file=Ltr(path.name))
        safe, heeded = _("It holds no names and no numbers of few people."), _("Later reports will heed what this one tells.")
        self._spot.show_text(NoticeText(written, safe, heeded), Tone.OK)

    def _on_failed(self, failure: Exception) -> None:
        self._allow(ready=True)
        self._spot.show_failure(failure)

    def _allow(self, *, ready: bool) -> None:
        for button in self.buttons:
            button.setEnabled(ready)


def form_of(path: Path) -> ReportFile:
    """The form that the ending of a name tells; figures for a spreadsheet where it tells none."""
    forms = {f".{form}": form for form in (ReportFile.PDF, ReportFile.XLSX, ReportFile.HTML, ReportFile.CSV)}
    return forms.get(path.suffix.lower(), ReportFile.XLSX)
