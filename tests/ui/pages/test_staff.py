"""People who work here, in the settings; and what each duty lets somebody see of the window."""

from collections.abc import Collection
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from s2w_desktop.domain.duties import Duty
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.area_acts import AREA_ACTS
from s2w_desktop.ui.kit.audit import clipped, small_targets, tab_order_faults, unnamed
from s2w_desktop.ui.kit.option import OptionGroup, OptionRow
from s2w_desktop.ui.pages.preview import PreviewPage
from s2w_desktop.ui.pages.profiles import ProfilesPage
from s2w_desktop.ui.pages.refused import RefusedPage
from s2w_desktop.ui.pages.settings import SettingsPage
from s2w_desktop.ui.pages.staff_topic import StaffPanel
from s2w_desktop.ui.routes import Area, Route
from s2w_desktop.ui.window import MainWindow
from s2w_desktop.ui.work import WorkArea, areas_of
from tests.ui.pages.conftest import Desktop, Stores
from tests.ui.pages.keys import key, write
from tests.workplaces import reopen

FIRST = "violet anchor meadow candle"
P, IN, C, D, X, F = Area.PROFILES, Area.INBOX, Area.CONFLICTS, Area.DUPLICATES, Area.DEVICES, Area.FIGURES
H, R = Area.HAND_OVER, Area.RECEIPTS
OFFICE = {
    Duty.INTERVIEWER: {P},
    Duty.COORDINATOR: {P, IN, X, F},
    Duty.REVIEWER: {P, IN, C, D},
    Duty.IMPORTER: {IN},
    Duty.ANALYST: {F},
    Duty.PROTECTION: {P, IN, X, F},
    Duty.ADMINISTRATOR: {IN, X},
}
LAPTOP = {
    Duty.INTERVIEWER: {P, H, R},
    Duty.COORDINATOR: {P, H, R},
    Duty.REVIEWER: {P, R},
    Duty.IMPORTER: {R},
    Duty.ANALYST: {R},
    Duty.PROTECTION: {P, R},
    Duty.ADMINISTRATOR: {R},
}


def panel_of(area: WorkArea) -> StaffPanel:
    area.go(Route(Area.SETTINGS, topic="staff"))
    QApplication.processEvents()
    (found,) = area.findChildren(StaffPanel)
    return found


def option(group: OptionGroup | None, wanted: str) -> OptionRow:
    assert group is not None
    return next(one for one in group.rows if one.choice.key == wanted)


def let_in(panel: StaffPanel, *duties: Duty, name: str = "Ana") -> None:
    """As a person does, by keys."""
    key(panel.add_button, Qt.Key.Key_Space)
    form = panel.coming
    assert form is not None
    write(form.name_field, name)
    for duty in duties:
        key(option(form.duties, duty.value), Qt.Key.Key_Space)
    write(form.passphrase.first.line, FIRST)
    write(form.passphrase.again.line, FIRST)
    key(form.action, Qt.Key.Key_Space)
    QApplication.processEvents()


def only(workplace: Workplace, duties: Collection[Duty]) -> None:
    """From now on the officer at work has these duties."""
    officer = workplace.store.officers.get(workplace.officer)
    assert officer is not None
    workplace.store.officers.add(replace(officer, duties=frozenset(duties)))


def test_somebody_comes_gets_another_duty_and_leaves(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.headquarters)
    panel = panel_of(area)
    let_in(panel, Duty.IMPORTER, Duty.REVIEWER)
    ana = area.workplace.office.staff.named("Ana")
    assert ana.duties == {Duty.IMPORTER, Duty.REVIEWER}
    assert panel.spot.notice is not None
    key(option(panel.people, str(ana.id)), Qt.Key.Key_Space)
    key(option(panel.duties, "analyst"), Qt.Key.Key_Space)
    key(option(panel.duties, "importer"), Qt.Key.Key_Space)
    assert area.workplace.office.staff.named("Ana").duties == {Duty.ANALYST, Duty.REVIEWER}
    assert panel.leave_button is not None
    key(panel.leave_button, Qt.Key.Key_Space)
    assert panel.question is not None
    panel.question.chosen.emit("leave")
    assert [one.name for one in area.workplace.office.staff.former()] == ["Ana"]
    window.close()
    area.workplace.close()
    reopen(stores.headquarters).close()


def test_the_last_administrator_stays_one_and_is_told(desktop: Desktop, stores: Stores) -> None:
    _window, area = desktop.unlocked(stores.field)
    panel = panel_of(area)
    key(option(panel.people, str(area.workplace.officer)), Qt.Key.Key_Space)
    row = option(panel.duties, "administrator")
    key(row, Qt.Key.Key_Space)
    assert panel.spot.notice is not None
    assert row.isChecked()
    assert area.workplace.permits.may_record


def test_without_the_duty_people_are_seen_and_not_changed(desktop: Desktop, stores: Stores) -> None:
    _window, area = desktop.unlocked(stores.field)
    only(area.workplace, [Duty.INTERVIEWER])
    panel = panel_of(area)
    assert (panel.people, panel.add_button.isVisible()) == (None, False)


@pytest.mark.parametrize("role", list(Role), ids=lambda role: role.value)
def test_areas_and_routes_of_each_duty(desktop: Desktop, stores: Stores, role: Role) -> None:
    expected = OFFICE if role is Role.HEADQUARTERS else LAPTOP
    _window, area = desktop.unlocked(stores.headquarters if role is Role.HEADQUARTERS else stores.field)
    for duty in Duty:
        only(area.workplace, [duty])
        shown = WorkArea(area.desk, area.workplace, area.doors)
        desktop.qtbot.addWidget(shown)
        assert (duty, set(shown._areas())) == (duty, expected[duty])
        assert shown.route.area in expected[duty]
        assert not isinstance(shown.page, RefusedPage)
        for one in areas_of(role):
            shown.go(Route(one))
            assert (duty, one, isinstance(shown.page, RefusedPage)) == (duty, one, one not in expected[duty])
        shown.go(Route(Area.NEW_INTERVIEW))
        assert isinstance(shown.page, RefusedPage) is (duty not in (Duty.INTERVIEWER, Duty.COORDINATOR))
        shown.go(Route(Area.SETTINGS))
        assert isinstance(shown.page, SettingsPage)


def test_who_may_only_read_sees_the_paper(desktop: Desktop, stores: Stores) -> None:
    _window, area = desktop.unlocked(stores.field)
    only(area.workplace, [Duty.REVIEWER])
    area.go(Route(Area.PROFILES))
    page = area.page
    assert isinstance(page, ProfilesPage)
    assert not page.erase_button.isVisible()
    page.table.select(0)
    key(page.table, Qt.Key.Key_Return)
    assert isinstance(area.page, PreviewPage)


def test_every_area_has_a_line() -> None:
    assert set(AREA_ACTS) == set(Area)


def findings(window: MainWindow) -> list[str]:
    QApplication.processEvents()
    return [str(one) for one in (*unnamed(window), *clipped(window), *small_targets(window), *tab_order_faults(window))]


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("code", ["en", "ar_XB"])
def test_there_is_room_for_every_word(desktop: Desktop, stores: Stores, code: str, scale: int) -> None:
    desktop.theme.set_text_scale(scale)
    window, area = desktop.unlocked(stores.headquarters, code)
    panel = panel_of(area)
    panel.add_button.click()
    desktop.qtbot.waitUntil(lambda: findings(window) == [])  # rows take their height in a second turn
    assert panel.people is not None
    panel.people.rows[0].click()
    desktop.qtbot.waitUntil(lambda: findings(window) == [])
    only(area.workplace, [Duty.IMPORTER])
    area.go(Route(Area.PROFILES))
    desktop.qtbot.waitUntil(lambda: findings(window) == [])
