"""What serves the questions of a sheet beside their inputs: copies of documents, and the services of a country pack."""

from PySide6.QtWidgets import QWidget

from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.editor import ProfileEditor
from s2w_desktop.ui.forms.sheet import Sheet
from s2w_desktop.ui.forms.voices import Voices
from s2w_desktop.ui.interview.copies import Copies
from s2w_desktop.ui.interview.service_picks import ServicePicks


class Serving:
    """Goes with the page from sheet to sheet."""

    def __init__(self, desk: Desk, workplace: Workplace, editor: ProfileEditor, page: QWidget) -> None:
        self.copies = Copies(desk, workplace.attachments, editor, page)
        self.services = ServicePicks(desk, workplace.directories, editor, page)

    def serve(self, sheet: Sheet, voices: Voices) -> None:
        """Serve the questions of a sheet from now on, and no other."""
        self.copies.serve(sheet)
        self.services.serve(sheet, voices)

    def stop_all(self) -> None:
        """End all work; what was not finished changes nothing."""
        self.copies.stop_all()
