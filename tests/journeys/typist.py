"""A child process that types into a real interview until it is killed; each line it prints names what was acknowledged as saved.

`python typist.py STORE CASE_NUMBER SEED`: opens the interview, types random letters into names, chooses options, and prints one
JSON line `{"path": answer}` per "All changes saved".
"""

import json
import sys
from pathlib import Path
from random import Random

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


def main() -> None:
    """Type until killed."""
    store, case_number, seed = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
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
            sys.stdout.write(json.dumps(changes_between(opened, page.editor.profile)) + "\n")
            sys.stdout.flush()

    page.editor.save_reported.connect(tell)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
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


if __name__ == "__main__":
    main()
