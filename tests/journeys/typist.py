"""A child process that types into a real interview until it is killed, and says what was acknowledged as saved."""

import json
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from s2w_desktop import paths
from s2w_desktop.domain.answers import NoAnswer, to_plain
from s2w_desktop.domain.code_lists import CODE_LISTS
from s2w_desktop.domain.profile import changes_between
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.services.settings import SettingsBook
from s2w_desktop.services.sources import system_sources
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.editor import SaveReport, SaveState
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.kit.tasks import InlineRunner
from s2w_desktop.ui.kit.theme import Theme, load_fonts
from tests.ui.typing import click, commit
from tests.workplaces import reopen

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

READY = "ready"


def type_on(store: Path, case_number: str, seed: int, say: "Connection[str, None]") -> None:
    """Open the interview, then type random letters into names and choose options without end.

    Says READY, and then the JSON object `{"path": answer}` for each "All changes saved".
    """
    random = Random(seed)
    app = QApplication([])
    load_fonts(paths.resources() / "fonts")
    theme = Theme(paths.resources())
    theme.apply(app)
    workplace = reopen(store)
    catalogues = Catalogues(paths.translations())
    book = SettingsBook(store.parent / "settings.json")
    desk = Desk(theme, catalogues, catalogues.translator("en"), InlineRunner(), book, system_sources(), paths.resources())
    session = workplace.interviews.open(workplace.interviews.find(case_number))
    opened = session.profile
    page = InterviewPage(desk, workplace, session)
    page.show()
    page.show_section("identity")

    def tell(report: SaveReport) -> None:
        if report.state is SaveState.SAVED:
            say.send(json.dumps(changes_between(opened, page.editor.profile)))

    page.editor.save_reported.connect(tell)
    say.send(READY)
    while True:
        _act(page, random)
        QApplication.processEvents()


def _act(page: InterviewPage, random: Random) -> None:
    match random.randrange(4):
        case 0:
            block = page.sheet.blocks["identity.sex"]
            if block.answer is not None and to_plain(block.answer) == {"no": "refused"}:
                block.give_reason(NoAnswer.REFUSED)
            wanted = CODE_LISTS["sex"].index(random.choice(CODE_LISTS["sex"]))
            click(block.input.widget.rows[wanted])  # type: ignore[attr-defined]
        case 1:
            page.sheet.blocks["identity.sex"].give_reason(NoAnswer.REFUSED)
        case _:
            field = page.sheet.blocks[f"identity.{random.choice(['given_names', 'family_names'])}"].input.widget
            if len(field.text()) > 150:  # type: ignore[attr-defined]
                field.selectAll()  # type: ignore[attr-defined]
            commit(field, random.choice("abc مرحبا Ж"))
            page.editor.save_now()
