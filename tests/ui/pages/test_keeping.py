"""What headquarters has goes from a laptop: by a button and a question, or by itself at unlocking, and a line tells it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from s2w_desktop.services.sources import Sources, system_sources
from s2w_desktop.storage.values import ListQuery
from s2w_desktop.ui.kit.audit import clipped, small_targets, tab_order_faults, unnamed
from s2w_desktop.ui.pages.keeping_topic import KEEP, KeepingPanel
from s2w_desktop.ui.pages.settings import KEEPING, LOOK, SettingsPage
from s2w_desktop.ui.routes import Area, Route
from s2w_desktop.ui.thinned_band import ThinnedBand
from s2w_desktop.ui.work import WorkArea
from tests.ui.pages.conftest import PEOPLE, Desktop, Stores
from tests.ui.pages.keys import key
from tests.workplaces import reopen

LATER = timedelta(days=40)


@pytest.fixture
def received(stores: Stores) -> int:
    """Headquarters has everything, and the laptop knows; how many could go."""
    field, headquarters = reopen(stores.field), reopen(stores.headquarters)
    (bundle,) = field.exporting.write(stores.stick).bundles
    headquarters.importing.take(bundle.path)
    (receipt,) = headquarters.receipts.write(stores.stick)
    field.receipts.take(receipt.bundle.path)
    going = field.safekeeping.thinning.thinnable(0).profiles
    assert 0 < going <= PEOPLE
    field.close()
    headquarters.close()
    return going


def later() -> Sources:
    """The clock of the system forty days on."""

    def now() -> datetime:
        return datetime.now(UTC) + LATER

    def today() -> date:
        return now().date()

    return replace(system_sources(), now=now, today=today)


def panel_of(area: WorkArea) -> KeepingPanel:
    area.go(Route(Area.SETTINGS, topic=KEEPING))
    QApplication.processEvents()
    assert isinstance(area.page, SettingsPage)
    (panel,) = area.page.findChildren(KeepingPanel)
    return panel


def plain(words: str) -> str:
    return words.replace("\u2068", "").replace("\u2069", "")


@pytest.mark.parametrize("code", ["en", "ar"])
def test_what_could_go_is_told_and_goes_after_a_question(desktop: Desktop, stores: Stores, received: int, code: str) -> None:
    desktop.sources = later()
    _, area = desktop.unlocked(stores.field, code)
    assert area.findChildren(ThinnedBand) == []
    panel, thinning = panel_of(area), area.workplace.safekeeping.thinning
    assert panel.choice.value() == (KEEP,)
    assert not panel.button.isEnabled(), "ninety days have not passed"
    key(panel.choice.rows[1], Qt.Key.Key_Space)
    assert thinning.after_days == 30
    assert panel.button.isEnabled()
    assert (clipped(area), small_targets(area), unnamed(area), tab_order_faults(area)) == ([], [], [], [])
    key(panel.button, Qt.Key.Key_Space)
    assert panel.question is not None
    key(panel.question, Qt.Key.Key_Escape)
    assert thinning.thinnable(30).profiles == received
    key(panel.button, Qt.Key.Key_Space)
    key(panel.question.focusWidget(), Qt.Key.Key_Space)
    assert thinning.thinnable(0).profiles == 0
    assert panel.spot.notice is not None
    assert not panel.button.isEnabled()
    assert area.workplace.store.profiles.count(ListQuery()) == PEOPLE - received
    key(panel.choice.rows[0], Qt.Key.Key_Space)
    assert thinning.after_days is None


def test_what_is_due_goes_at_unlocking_and_a_line_tells_it_once(desktop: Desktop, stores: Stores, received: int) -> None:
    field = reopen(stores.field)
    field.safekeeping.thinning.choose(30)
    field.close()
    _, area = desktop.unlocked(stores.field)
    assert area.findChildren(ThinnedBand) == []
    area.workplace.close()
    desktop.sources = later()
    _, area = desktop.unlocked(stores.field)
    (band,) = area.findChildren(ThinnedBand)
    assert band.isVisible()
    assert f"{received} profile" in plain(band.words.text())
    assert area.workplace.store.profiles.count(ListQuery()) == PEOPLE - received
    assert (clipped(area), small_targets(area), unnamed(area)) == ([], [], [])
    key(band.close_button, Qt.Key.Key_Space)
    assert not band.isVisible()
    assert area.workplace.safekeeping.thinning.gone_by_itself == 0


def test_headquarters_has_no_such_topic(desktop: Desktop, stores: Stores) -> None:
    _, area = desktop.unlocked(stores.headquarters)
    area.go(Route(Area.SETTINGS, topic=KEEPING))
    assert isinstance(area.page, SettingsPage)
    assert area.page.topic == LOOK
