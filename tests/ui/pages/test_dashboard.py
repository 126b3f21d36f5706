"""The dashboard: tables of the report for what is chosen, as bars and as tables, with nothing hidden showing through."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from s2w_desktop import paths
from s2w_desktop.i18n.isolation import without_isolates
from s2w_desktop.services.populations.people import population
from s2w_desktop.services.populations.reached import population_reach
from s2w_desktop.ui.charts.segments import Segment, SegmentBar
from s2w_desktop.ui.choice_button import ChoiceButton
from s2w_desktop.ui.kit.audit import clipped, small_targets, tab_order_faults, unnamed
from s2w_desktop.ui.kit.rowtable import RowTable
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.pages.dashboard import DashboardPage
from s2w_desktop.ui.routes import Area, Route
from s2w_desktop.ui.work import WorkArea
from tests.ui.pages.conftest import Desktop
from tests.ui.pages.keys import key
from tests.workplaces import reopen

PEOPLE = 60


@pytest.fixture(scope="module")
def populated(made_stores: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A headquarters with an invented population."""
    base = tmp_path_factory.mktemp("populated")
    shutil.copytree(made_stores / "hq", base / "hq")
    workplace = reopen(base / "hq" / "store")
    for profile in population(paths.resources(), "relocation-2018", PEOPLE, 1):
        workplace.interviews.add(profile)
    workplace.close()
    return base / "hq"


@pytest.fixture
def headquarters(populated: Path, tmp_path: Path) -> Path:
    """A copy of it, for one test."""
    shutil.copytree(populated, tmp_path / "hq")
    return tmp_path / "hq" / "store"


def dashboard_of(area: WorkArea) -> DashboardPage:
    area.go(Route(Area.FIGURES))
    assert isinstance(area.page, DashboardPage)
    return area.page


def test_a_chapter_at_a_time_is_shown_and_its_bars_can_be_read_as_a_table(desktop: Desktop, headquarters: Path) -> None:
    _, area = desktop.unlocked(headquarters)
    page = dashboard_of(area)
    assert page.report is not None
    assert page.cards
    card = next(one for one in page.cards if not one.is_table)
    key(card.turn_button, Qt.Key.Key_Space)
    assert card.is_table
    key(card.turn_button, Qt.Key.Key_Space)
    assert not card.is_table
    before = {one.title for one in page.cards}
    page.chapter_button.set_value("3")
    page.chapter_button.chosen.emit("3")
    assert before.isdisjoint({one.title for one in page.cards})


def test_a_choice_counts_anew(desktop: Desktop, headquarters: Path) -> None:
    _, area = desktop.unlocked(headquarters)
    page = dashboard_of(area)
    assert page.report is not None
    everybody = page.report.people
    centre = page.filters.places.centres[0]
    page.filters.centre.set_value(centre)
    page.filters.centre.chosen.emit(centre)
    assert page.report.selection.centres == (centre,)
    assert page.report.people != everybody


def choose(button: ChoiceButton, value: str) -> None:
    button.set_value(value)
    button.chosen.emit(value)


def compared(area: WorkArea) -> DashboardPage:
    """The first quarter of 2018 beside the second."""
    page = dashboard_of(area)
    page.filters.period.set_value("2018-1")
    choose(page.filters.compared, "2018-2")
    return page


def test_years_and_quarters_with_interviews_can_be_chosen(desktop: Desktop, headquarters: Path) -> None:
    _, area = desktop.unlocked(headquarters)
    page = dashboard_of(area)
    words = [action.text() for action in page.filters.period.menu_actions]
    assert words[:6] == ["all", "this quarter", "last quarter", "this year", "last year", "2018"]
    assert "quarter 1 of 2018" in map(without_isolates, words)
    for value, days in (
        ("2018", (date(2018, 1, 1), date(2018, 12, 31))),
        ("2018-1", (date(2018, 1, 1), date(2018, 3, 31))),
        ("2018-2", (date(2018, 4, 1), date(2018, 6, 30))),
    ):
        page.filters.period.set_value(value)
        chosen = page.filters.selection()
        assert (chosen.first_day, chosen.last_day) == days


def test_two_periods_stand_beside_each_other_as_bars_and_as_a_table(desktop: Desktop, headquarters: Path) -> None:
    _, area = desktop.unlocked(headquarters)
    page = compared(area)
    assert page.report is not None
    assert page.report.beside is not None
    card = next(one for one in page.cards if not one.is_table)
    spoken = [label.accessibleName() for label in card.findChildren(QLabel) if ":" in label.accessibleName()]
    assert len(spoken) % 2 == 0
    assert all("first period: " in one for one in spoken[::2])
    assert all("second period: " in one for one in spoken[1::2])
    key(card.turn_button, Qt.Key.Key_Space)
    table = card.findChild(RowTable)
    assert table is not None
    model = table.model()
    told = {model.index(row, 0).data() for row in range(model.rowCount())}
    assert {words.rpartition(": ")[0] for words in spoken} <= told


def test_periods_that_share_a_day_are_not_compared_and_it_is_said_why(desktop: Desktop, headquarters: Path) -> None:
    _, area = desktop.unlocked(headquarters)
    page = dashboard_of(area)
    choose(page.filters.compared, "2018-1")
    assert page.spot.notice is not None
    assert page.report is not None
    assert page.report.beside is None
    choose(page.filters.period, "2018-2")
    assert page.spot.notice is None
    assert page.report.beside is not None


def test_two_periods_are_written_and_both_are_heeded(desktop: Desktop, headquarters: Path, tmp_path: Path) -> None:
    _, area = desktop.unlocked(headquarters)
    compared(area).saving.save(tmp_path / "report.html")
    assert 'id="c-C"' in (tmp_path / "report.html").read_text("utf-8")
    assert len(area.workplace.store.editions.all()) == 2


def test_what_was_counted_survives_a_change_of_language(desktop: Desktop, headquarters: Path) -> None:
    _, area = desktop.unlocked(headquarters)
    page = dashboard_of(area)
    page.filters.stage.set_value("PRE")
    page.filters.stage.chosen.emit("PRE")
    place = page.place()
    again = DashboardPage(page.desk, area.workplace)
    again.restore(place)
    assert again.report == page.report
    assert again.filters.stage.value() == "PRE"


@pytest.mark.parametrize("is_compared", [False, True], ids=["one period", "two periods"])
def test_the_page_passes_the_walk(desktop: Desktop, headquarters: Path, *, is_compared: bool) -> None:
    window, area = desktop.unlocked(headquarters)
    if is_compared:
        compared(area)
    else:
        dashboard_of(area)
    desktop.qtbot.waitUntil(lambda: not clipped(window))
    found = (*unnamed(window), *small_targets(window), *tab_order_faults(window))
    assert found == ()


def test_a_hidden_part_of_a_bar_is_as_wide_whatever_it_hides(theme: Theme, qtbot: QtBot) -> None:
    widths = []
    for shown in (0.2, 0.6):
        bar = SegmentBar(theme, (Segment(None, "<5", 3), Segment(shown, "9", 1)))
        qtbot.addWidget(bar)
        bar.resize(400, 24)
        widths.append(bar.widths[0])
    assert widths[0] == widths[1]


def test_bars_and_table_of_a_card_say_the_same(desktop: Desktop, headquarters: Path) -> None:
    """Every number of the bars is a text with its row, which the table tells too."""
    _, area = desktop.unlocked(headquarters)
    card = next(one for one in dashboard_of(area).cards if not one.is_table)
    spoken = {label.accessibleName() for label in card.findChildren(QLabel) if ":" in label.accessibleName()}
    assert spoken
    key(card.turn_button, Qt.Key.Key_Space)
    table = card.findChild(RowTable)
    assert table is not None
    model = table.model()
    told = {model.index(row, 0).data() for row in range(model.rowCount())}
    assert {words.partition(":")[0] for words in spoken} <= told


def test_the_coverage_tells_the_steps_of_all_and_those_of_each_centre(desktop: Desktop, headquarters: Path) -> None:
    workplace = reopen(headquarters)
    made = population(paths.resources(), "relocation-2018", PEOPLE, 1)
    for figures in population_reach(paths.resources(), "relocation-2018", made):
        workplace.store.reach.enter(figures)
    workplace.close()
    _, area = desktop.unlocked(headquarters)
    page = dashboard_of(area)
    page.chapter_button.set_value("0")
    page.chapter_button.chosen.emit("0")
    assert page.report is not None
    coverage = page.report.coverage
    assert coverage is not None
    told = {without_isolates(label.accessibleName() or label.text()) for label in page.findChildren(QLabel)}
    assert "Not counted, because their word does not cover figures: <5." in told
    steps, centres = page.cards[0].findChildren(RowTable)
    assert [steps.model().index(row, 0).data() for row in range(3)] == ["eligible", "approached", "agreed"]
    assert str(coverage.steps[0].people) in str(steps.model().index(0, 1).data()).replace(",", "")
    assert centres.model().rowCount() == len(coverage.rows)


def test_a_report_is_written_from_the_page_and_said_to_be_heeded(desktop: Desktop, headquarters: Path, tmp_path: Path) -> None:
    _, area = desktop.unlocked(headquarters)
    page = dashboard_of(area)
    for name in ("report.html", "report.csv"):
        page.saving.save(tmp_path / name)
        assert (tmp_path / name).stat().st_size
        assert page.spot.notice is not None
        assert name in page.spot.notice.accessibleName()
    assert len(area.workplace.store.editions.all()) == 1


def test_a_place_that_is_gone_is_told(desktop: Desktop, headquarters: Path, tmp_path: Path) -> None:
    _, area = desktop.unlocked(headquarters)
    page = dashboard_of(area)
    page.saving.save(tmp_path / "nowhere" / "report.csv")
    assert page.spot.notice is not None
    assert page.saving.pdf_button.isEnabled()
