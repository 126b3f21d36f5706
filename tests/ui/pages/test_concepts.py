"""In the window, on a store with a pack: occupations and skills of ESCO are found and picked by keyboard alone."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from s2w_desktop.domain.concepts import Concept
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.window import MainWindow
from tests import small_esco
from tests.ui.pages.conftest import Desktop, Stores
from tests.ui.typing import press, type_keys
from tests.ux.hands import push, tab_to, write
from tests.workplaces import reopen

MAIN, GROUP = "work_summary.main_occupation_esco", "work_summary.main_occupation_isco"
CONTROL = Qt.KeyboardModifier.ControlModifier


def install(stores: Stores, folder: Path) -> None:
    with closing(reopen(stores.headquarters)) as headquarters, closing(reopen(stores.field)) as laptop:
        laptop.packs.install(small_esco.install(headquarters, folder))


def interview_of(window: MainWindow) -> InterviewPage:
    found = window.scene.findChild(InterviewPage)
    assert isinstance(found, InterviewPage)
    return found


def begin(window: MainWindow) -> InterviewPage:
    """A new interview at standard depth, on the work of the person."""
    press(Qt.Key.Key_N, CONTROL)
    tab_to(lambda widget: isinstance(widget, QLineEdit))
    write("Arabic")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    push("Begin the interview")
    page = interview_of(window)
    page.editor.set_answer("record.tier", "standard")
    page.show_section("work_summary", None, MAIN)
    return page


@pytest.mark.parametrize("typed", ["tailor", "taylor", "خياط", "seamstress"])
def test_an_occupation_of_the_installed_pack_is_picked(desktop: Desktop, stores: Stores, tmp_path: Path, typed: str) -> None:
    install(stores, tmp_path / "pack")
    window, _ = desktop.unlocked(stores.field)
    page = begin(window)
    here = QApplication.focusWidget()
    assert here is not None
    type_keys(here, typed)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    picked = page.editor.profile.get(MAIN)
    assert picked == small_esco.occupation("tailor")
    assert page.editor.profile.text(GROUP) == "7531"


def test_a_skill_is_found_by_its_arabic_name_and_labelled_in_the_officers_language(
    desktop: Desktop, stores: Stores, tmp_path: Path
) -> None:
    install(stores, tmp_path / "pack")
    window, _ = desktop.unlocked(stores.field)
    page = begin(window)
    entry = page.editor.add_entry("skill")
    page.show_section("skill", entry, f"skill.{entry}.esco_skill")
    here = QApplication.focusWidget()
    assert here is not None
    type_keys(here, "رعاية كبار السن")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    picked = page.editor.profile.get(f"skill.{entry}.esco_skill")
    assert isinstance(picked, Concept)
    assert picked == small_esco.skill("care for older people")


def test_without_a_pack_nothing_of_esco_is_asked(desktop: Desktop, stores: Stores) -> None:
    window, _ = desktop.unlocked(stores.field)
    page = begin(window)
    assert MAIN not in {block.path for block in page.sheet.asked_blocks()}


def test_what_the_deny_list_holds_is_not_offered(desktop: Desktop, stores: Stores, tmp_path: Path) -> None:
    install(stores, tmp_path / "pack")
    window, _ = desktop.unlocked(stores.field)
    page = begin(window)
    entry = page.editor.add_entry("skill")
    page.show_section("skill", entry, f"skill.{entry}.esco_skill")
    here = QApplication.focusWidget()
    assert here is not None
    type_keys(here, small_esco.DENIED)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    picked = page.editor.profile.get(f"skill.{entry}.esco_skill")
    assert picked is None or (isinstance(picked, Concept) and picked.label != small_esco.DENIED)
