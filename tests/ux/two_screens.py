"""Child process of the test of show-mode on two screens: prints facts as one line of JSON."""

import json
import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from s2w_desktop import paths
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.services.interviews import Pair
from s2w_desktop.services.settings import SettingsBook
from s2w_desktop.services.sources import system_sources
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.kit.tasks import InlineRunner
from s2w_desktop.ui.kit.theme import Theme, load_fonts
from s2w_desktop.ui.show.choosing import TileBoard
from tests.ui.typing import click
from tests.workplaces import make_workplace


def main(store: Path) -> dict[str, object]:
    """Show a question beside an interview, follow the officer to another, answer it."""
    app = QApplication([])
    load_fonts(paths.resources() / "fonts")
    theme = Theme(paths.resources())
    theme.apply(app)
    catalogues = Catalogues(paths.translations())
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(
            theme=theme,
            catalogues=catalogues,
            translator=catalogues.translator("en"),
            tasks=InlineRunner(),
            book=SettingsBook(Path(folder) / "settings.json"),
            sources=system_sources(),
            resources=paths.resources(),
        )
        workplace = make_workplace(store)
        page = InterviewPage(desk, workplace, workplace.interviews.begin(Pair("en", "ara")))
        page.resize(1366, 700)
        page.show()
        page.show_section("work_summary", None, "work_summary.ever_worked")
        page.show_to_person()
        app.processEvents()
        window = page.showing.window
        if window is None:
            raise RuntimeError("nothing is shown")
        place = window.geometry()
        facts: dict[str, object] = {
            "shown_on": window.screen().name(),
            "shown_at": [place.x(), place.y(), place.width(), place.height()],
            "officer_on": page.screen().name(),
            "officer_is_covered": place.intersects(page.geometry()),
        }
        page.activateWindow()
        app.processEvents()
        page.sheet.blocks["work_summary.activity_now"].take_focus()
        app.processEvents()
        facts["followed"] = window.sheet.question.path if window.sheet.question else None
        board = window.sheet.board
        if isinstance(board, TileBoard):
            click(board.tiles[0])
        facts["answered"] = page.editor.profile.text("work_summary.activity_now")
        page.finish_session()
        workplace.close()
    return facts


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]))) + "\n")
