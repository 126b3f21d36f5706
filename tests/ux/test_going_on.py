"""Re-opening goes on at the last field, where the page was scrolled to, after a kill too."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from s2w_desktop.domain.fields import Tier
from s2w_desktop.services.interviews import Beginning, Pair
from s2w_desktop.services.places import Spot
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.forms.question import block_of
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.pages.profiles import ProfilesPage
from s2w_desktop.ui.window import MainWindow
from s2w_desktop.ui.work import WorkArea
from tests.ui.interview.conftest import OpenPage
from tests.ui.pages.conftest import Desktop, Stores, work_area
from tests.ui.pages.keys import focused, key, write
from tests.workplaces import reopen

ROOT = Path(__file__).resolve().parents[2]
SITTER = ROOT / "tests" / "journeys" / "sitter.py"


def sit_and_be_killed(store: Path, *arguments: str) -> dict[str, object]:
    """What the killed process said of its place."""
    with subprocess.Popen(
        [sys.executable, str(SITTER), str(store), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        line = child.stdout.readline()
        assert line, child.stderr.read().decode()
        child.send_signal(signal.SIGKILL)
    told: dict[str, object] = json.loads(line)
    return told


def open_by_code(window: MainWindow, area: WorkArea, case_number: str) -> InterviewPage:
    assert isinstance(area.page, ProfilesPage)
    area.page.search.selectAll()
    write(area.page.search, case_number)
    key(area.page.search, Qt.Key.Key_Return)
    page = window.scene.findChild(InterviewPage)
    assert isinstance(page, InterviewPage)
    return page


def case_number_of(store: Path, tier: Tier = Tier.STANDARD) -> str:
    workplace = reopen(store)
    session = workplace.interviews.begin(Pair("en", "ara"), Beginning(tier))
    session.save()
    workplace.close()
    return session.profile.text("record.case_number")


@pytest.mark.parametrize(("section", "field"), [("identity", "family_names"), ("education", "institution")])
def test_ux_04_after_a_kill_work_goes_on_in_the_same_field_at_the_same_height(
    desktop: Desktop, stores: Stores, section: str, field: str
) -> None:
    case_number = case_number_of(stores.field)
    told = sit_and_be_killed(stores.field, case_number, section, field)
    assert told["path"].endswith(f".{field}")  # type: ignore[attr-defined]
    assert told["scroll"] != 0
    window, area = desktop.unlocked(stores.field)
    page = open_by_code(window, area, case_number)
    line = focused()
    block = block_of(line)
    assert isinstance(line, QLineEdit)
    assert block is not None
    assert {"path": block.path, "text": line.text(), "caret": line.cursorPosition()} == {
        name: told[name] for name in ("path", "text", "caret")
    }
    desktop.qtbot.waitUntil(lambda: page.place().scroll == told["scroll"])
    window.close()


def test_ux_04_after_closing_work_goes_on_in_the_same_field(desktop: Desktop, stores: Stores) -> None:
    case_number = case_number_of(stores.field)
    window, area = desktop.unlocked(stores.field)
    page = open_by_code(window, area, case_number)
    page.show_section("household", path="household.children_6_14")
    page.closed.emit()
    again = open_by_code(window, work_area(window), case_number)
    assert again is not page
    block = block_of(focused())
    assert block is not None
    assert block.path == "household.children_6_14"
    window.close()


def test_a_place_whose_section_is_not_put_any_more_gives_way_to_the_start(desktop: Desktop, stores: Stores) -> None:
    case_number = case_number_of(stores.field, Tier.CORE)
    window, area = desktop.unlocked(stores.field)
    profile = area.workplace.interviews.find(case_number)
    area.workplace.places.keep(profile, Spot("household", None, "household.children_6_14"))
    page = open_by_code(window, area, case_number)
    assert page.place().section == "consent"
    assert page.isAncestorOf(focused())
    window.close()


def test_looking_at_an_interview_of_which_nothing_is_kept_leaves_no_place(workplace: Workplace, open_page: OpenPage) -> None:
    session = workplace.interviews.begin(Pair("en", "ara"))
    page = open_page(session=session)
    page.show_section("identity")
    page.finish_session()
    kept = workplace.places.last(session.profile.id)
    assert kept is not None
    assert kept.section == "identity"
    again = workplace.interviews.open(session.profile.id)
    workplace.interviews.stop_keeping(again)
    assert workplace.places.last(session.profile.id) is None
    open_page(session=again).finish_session()
    assert workplace.places.last(session.profile.id) is None
