"""The pictures of the documentation, made by the program: `python packaging/screenshots.py [FOLDER]` (default docs/images).

All people are invented. The look is that of a real store, because that is what readers will see.
"""

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from dev_arguments import folder_parser
from officer import Officer
from s2w_desktop import paths
from s2w_desktop.domain.profile import Profile
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.services.interviews import Pair
from s2w_desktop.services.settings import SettingsBook
from s2w_desktop.services.sources import system_sources
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.kit.focus import FocusRing
from s2w_desktop.ui.kit.tasks import InlineRunner
from s2w_desktop.ui.kit.theme import Theme, load_fonts
from tests.workplaces import make_workplace, sample_people
from tour_program import settle

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "images"
SIZE = (1366, 768)
PICTURES = (
    ("interview-en-ar.png", "en", "ar", "work_summary"),
    ("interview-ar-en.png", "ar", "en", "work_summary"),
    ("languages-en-ar.png", "en", "ar", "language"),
    ("strengths-fr-ar.png", "fr", "ar", "transversal"),
)


class Studio:
    """One invented person, seen in several languages."""

    def __init__(self, app: QApplication, work: Path, folder: Path) -> None:
        load_fonts(paths.resources() / "fonts")
        self._theme = Theme(paths.resources())
        self._theme.apply(app)
        self._book = SettingsBook(work / "settings.json")
        self._catalogues = Catalogues(paths.translations())
        self._workplace = make_workplace(work / "store", training=False)
        self._folder = folder

    def take(self, name: str, own: str, other: str, section: str) -> None:
        """Record the person in one pair of languages and keep a picture of one section."""
        translator = self._catalogues.translator(own)
        self._theme.set_direction(Qt.LayoutDirection.RightToLeft if translator.is_rtl else Qt.LayoutDirection.LeftToRight)
        desk = Desk(
            theme=self._theme,
            catalogues=self._catalogues,
            translator=translator,
            tasks=InlineRunner(),
            book=self._book,
            sources=system_sources(),
            resources=paths.resources(),
        )
        page = InterviewPage(desk, self._workplace, self._workplace.interviews.begin(Pair(own, "ara")))
        page.set_second_language(other)
        self._show(page)
        Officer(page).record(self._model())
        entries = page.editor.profile.entries(section)
        page.show_section(section, entries[-1] if entries else None)
        ring = FocusRing(self._theme, page)
        settle()
        page.grab().save(str(self._folder / name))
        page.finish_session()
        ring.deleteLater()
        page.hide()
        page.deleteLater()

    def _model(self) -> Profile:
        return next(person.profile for person in sample_people(self._workplace, 100, seed=5) if person.language == "ara")

    @staticmethod
    def _show(page: QWidget) -> None:
        page.resize(*SIZE)
        page.show()
        while not page.isActiveWindow():
            page.activateWindow()
            QApplication.processEvents()


def main() -> int:
    """Make every picture."""
    folder = folder_parser("screenshots.py", "paint the pictures of the documentation", FOLDER).parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    with tempfile.TemporaryDirectory(prefix="s2w-pictures-") as work:
        studio = Studio(app, Path(work), folder)
        for picture in PICTURES:
            studio.take(*picture)
            sys.stdout.write(f"{folder / picture[0]}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
