"""The log of who did what, in the settings of headquarters."""

from dataclasses import replace

from sqlalchemy import update

from s2w_desktop.domain.duties import EVERY_DUTY, Duty
from s2w_desktop.storage.access_tables import access_entry
from s2w_desktop.storage.values import ListQuery
from s2w_desktop.ui.kit.navlist import NavList
from s2w_desktop.ui.pages.log_topic import LogPanel
from s2w_desktop.ui.pages.settings import LOG, SettingsPage
from s2w_desktop.ui.routes import Area, Route
from s2w_desktop.ui.work import WorkArea
from tests.ui.pages.conftest import Desktop, Stores
from tests.ui.pages.disagreeing import disagree


def panel_of(area: WorkArea) -> LogPanel:
    area.go(Route(Area.SETTINGS, topic=LOG))
    assert isinstance(area.page, SettingsPage)
    (panel,) = area.page.findChildren(LogPanel)
    return panel


def lines(panel: LogPanel) -> list[str]:
    return [row.spoken for row in panel.list.rows]


def test_what_was_opened_stands_there_with_who_did_it(desktop: Desktop, stores: Stores) -> None:
    disagree(stores.headquarters)
    window, area = desktop.unlocked(stores.headquarters, "en")
    row = area.workplace.interviews.rows(ListQuery(), 0, 1)[0]
    area.go(Route(Area.PREVIEW, profile=row.id))
    told = lines(panel_of(area))
    assert "looked at this log" in told[0]
    assert "opened a profile" in told[1]
    assert row.case_number in told[1]
    assert "unlocked the store" in told[-1]
    window.close()


def test_a_whole_log_is_told_with_its_seal_and_a_changed_one_as_a_failure(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.headquarters, "en")
    panel = panel_of(area)
    panel.check_button.click()
    desktop.qtbot.waitUntil(lambda: panel.spot.notice is not None)
    last = area.workplace.store.access.newest(1, 1)[0]  # after the check the page looked once more
    assert panel.spot.notice is not None
    assert last.seal in panel.spot.notice.accessibleName().replace(" ", "")
    with area.workplace.store._database.writing() as connection:
        connection.execute(update(access_entry).where(access_entry.c.seq == 1).values(act="report"))
    panel.spot.clear()
    panel.check_button.click()
    desktop.qtbot.waitUntil(lambda: panel.spot.notice is not None)
    assert "E-LOG-1" in panel.spot.notice.accessibleName()
    window.close()


def topics(area: WorkArea) -> list[str]:
    area.go(Route(Area.SETTINGS))
    assert area.page is not None
    (nav,) = (one for one in area.page.findChildren(NavList) if one.accessibleName() == "Topics")
    return [nav.model().index(row, 0).data() for row in range(nav.model().rowCount())]


def test_the_topic_is_for_data_protection_alone(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.headquarters, "en")
    assert "Log" in topics(area)
    officer = area.workplace.store.officers.get(area.workplace.officer)
    assert officer is not None
    area.workplace.store.officers.add(replace(officer, duties=EVERY_DUTY - {Duty.PROTECTION}))
    area.go(Route(Area.INBOX))
    assert "Log" not in topics(area)
    window.close()


def test_a_laptop_has_no_such_topic(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.field, "en")
    assert "Log" not in topics(area)
    window.close()
