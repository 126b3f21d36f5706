"""A wrong clock is told above every page, blocks nothing, and the day of an interview is asked for while it is wrong."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.services.clock_watch import SEEN_FACT
from s2w_desktop.services.sources import system_sources
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.kit.audit import clipped, small_targets, tab_order_faults, unnamed
from s2w_desktop.ui.pages.new_interview import NewInterviewPage
from s2w_desktop.ui.routes import Area, Route
from s2w_desktop.ui.wishes import CountAgain
from s2w_desktop.ui.wrong_clock import ClockBand
from tests.ui.pages.conftest import Desktop, Stores
from tests.ui.pages.keys import key, write
from tests.ui.pages.test_window import open_first
from tests.workplaces import reopen

FLAT = datetime(1970, 1, 1, 12, tzinfo=UTC)


class SystemClock:
    """The clock of the system, which somebody can set."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def use(self, desktop: Desktop) -> None:
        desktop.sources = replace(system_sources(), now=self.read, today=self.day)

    def read(self) -> datetime:
        return self.now

    def day(self) -> date:
        return self.now.date()


def test_a_wrong_clock_is_told_above_every_page_until_it_is_mended(desktop: Desktop, stores: Stores) -> None:
    right = datetime.now(UTC)
    clock = SystemClock(right)
    clock.use(desktop)
    window, area = desktop.unlocked(stores.field)
    assert not area.clock.isVisible()
    clock.now = right - timedelta(hours=1)
    area.clock.tick()
    assert not area.clock.isVisible()
    clock.now = right - timedelta(days=365)
    area.clock.tick()
    assert area.clock.isVisible(), "it jumped while the program runs"
    assert str(clock.now.year) in area.clock.words.text()
    for route in (Area.HAND_OVER, Area.PROFILES):
        area.go(Route(route))
        assert area.clock.isVisible()
    key(area.clock.again, Qt.Key.Key_Space)
    assert area.clock.isVisible(), "nobody mended it"
    clock.now = right
    key(area.clock.again, Qt.Key.Key_Space)
    assert not area.clock.isVisible()
    clock.now = right + timedelta(days=700)
    area.clock.tick()
    assert not area.clock.isVisible(), "two years in a cupboard"
    clock.now = right
    area.workplace.store.facts.set(SEEN_FACT, (right + timedelta(days=700)).isoformat())
    assert area.page is not None
    area.page.asked.emit(CountAgain())  # as after a receipt
    assert area.clock.isVisible()
    key(area.clock.right, Qt.Key.Key_Space)
    assert not area.clock.isVisible(), "who knows better says so"
    window.close()


def test_while_the_clock_is_wrong_the_officer_says_which_day_it_is(desktop: Desktop, stores: Stores) -> None:
    today = datetime.now(UTC).date() + timedelta(days=3)
    reopen(stores.field).close()
    clock = SystemClock(FLAT)
    clock.use(desktop)
    window, area = desktop.unlocked(stores.field)
    assert area.clock.isVisible()
    assert not area.clock.right.isVisible(), "nobody can say that it is 1970"
    area.go(Route(Area.NEW_INTERVIEW))
    page = area.page
    assert isinstance(page, NewInterviewPage)
    assert page.day is not None
    page.picker.line.setFocus()
    write(page.picker.line, "Arabic")
    key(page.picker.line, Qt.Key.Key_Down)
    key(page.picker.line, Qt.Key.Key_Return)
    for typed, is_good in (("", False), ("yesterday", False), ("1970-01-01", False), (today.isoformat(), True)):
        page.day.clear()
        write(page.day, typed)
        assert page.begin_button.isEnabled() is is_good, typed
    page.begin_button.click()
    QApplication.processEvents()
    (interview,) = window.findChildren(InterviewPage)
    assert interview.editor.profile.get("record.opened_on") == SaidDate.on(today)
    (band,) = [one for one in window.findChildren(ClockBand) if one.isVisible()]
    clock.now = datetime.now(UTC)
    key(band.again, Qt.Key.Key_Space)
    assert not band.isVisible()
    window.close()


def test_a_clock_that_jumps_during_an_interview_is_told_there(desktop: Desktop, stores: Stores) -> None:
    clock = SystemClock(datetime.now(UTC))
    clock.use(desktop)
    window, area = desktop.unlocked(stores.field)
    open_first(window, area)
    (band,) = [one for one in window.findChildren(ClockBand) if one is not area.clock]
    assert not band.isVisible()
    clock.now = FLAT
    band.tick()
    assert band.isVisible()
    assert "1970" in band.words.text()
    window.close()


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("code", ["en", "ar", "en_XA"])
def test_the_band_and_the_day_have_names_room_and_order(desktop: Desktop, stores: Stores, code: str, scale: int) -> None:
    SystemClock(datetime.now(UTC) + timedelta(days=20_000)).use(desktop)
    desktop.theme.set_text_scale(scale)
    window, area = desktop.unlocked(stores.field, code)
    area.go(Route(Area.NEW_INTERVIEW))
    assert area.clock.isVisible()
    assert area.clock.right.isVisible()
    assert [*unnamed(window), *small_targets(window), *clipped(window), *tab_order_faults(window)] == []
    window.close()
