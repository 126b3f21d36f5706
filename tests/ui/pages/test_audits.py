"""Every page: names for a screen reader, room for every word, the order of Tab."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from pytestqt.exceptions import TimeoutError as NeverCame

from s2w_desktop.storage.values import ListQuery
from s2w_desktop.ui.kit.audit import clipped, small_targets, tab_order_faults, unnamed
from s2w_desktop.ui.pages.hand_over import HandOverPage
from s2w_desktop.ui.routes import Area, Route
from s2w_desktop.ui.window import MainWindow
from s2w_desktop.ui.work import HEADQUARTERS_AREAS, WorkArea
from tests.ui.pages.conftest import Desktop, Stores
from tests.ui.pages.disagreeing import disagree

LANGUAGES = ("en", "ar", "en_XA", "ar_XB")
FIELD_ROUTES = (
    Route(Area.PROFILES),
    Route(Area.HAND_OVER),
    Route(Area.RECEIPTS),
    Route(Area.NEW_INTERVIEW),
    *(
        Route(Area.SETTINGS, topic=topic)
        for topic in ("look", "languages", "locking", "names", "passphrase", "staff", "headquarters", "about")
    ),
)
OFFICE_ROUTES = (*(Route(area) for area in HEADQUARTERS_AREAS), Route(Area.SETTINGS, topic="log"))
Look = Callable[[MainWindow], list[str]]


def findings(desktop: Desktop, window: MainWindow) -> list[str]:
    """The faults of a page that has come to rest: rows take their height in a second turn, a page that scrolls in a third."""
    found: list[str] = []

    def is_sound() -> bool:
        found[:] = faults(window)
        return not found

    with suppress(NeverCame):
        desktop.qtbot.waitUntil(is_sound, timeout=1000)
    return found


def faults(window: MainWindow) -> list[str]:
    return [str(one) for one in (*unnamed(window), *clipped(window), *small_targets(window), *tab_order_faults(window))]


def walk(desktop: Desktop, window: MainWindow, area: WorkArea, routes: tuple[Route, ...]) -> dict[str, list[str]]:
    """Go to every page, and tell the faults of each."""
    found = {}
    for route in routes:
        area.go(route)
        found[f"{route.area} {route.topic}"] = findings(desktop, window)
    return {page: told for page, told in found.items() if told}


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("code", LANGUAGES)
def test_pages_of_a_laptop(desktop: Desktop, stores: Stores, code: str, scale: int) -> None:
    desktop.theme.set_text_scale(scale)
    window, area = desktop.unlocked(stores.field, code)
    first = area.workplace.interviews.rows(ListQuery(), 0, 1)[0].id
    assert walk(desktop, window, area, (*FIELD_ROUTES, Route(Area.PREVIEW, profile=first))) == {}
    window.close()


@pytest.mark.parametrize("code", LANGUAGES)
def test_steps_of_the_hand_over(desktop: Desktop, stores: Stores, code: str) -> None:
    window, area = desktop.unlocked(stores.field, code)
    area.go(Route(Area.HAND_OVER))
    page = area.page
    assert isinstance(page, HandOverPage)
    page.target.use_other()
    page.target.set_folder(str(stores.stick))
    for step in range(4):
        assert (step, findings(desktop, window)) == (step, [])
        if step < 3:
            page.next_button.click()
    window.close()


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("code", LANGUAGES)
def test_pages_of_headquarters(desktop: Desktop, stores: Stores, code: str, scale: int) -> None:
    desktop.theme.set_text_scale(scale)
    disagree(stores.headquarters)
    window, area = desktop.unlocked(stores.headquarters, code)
    assert walk(desktop, window, area, OFFICE_ROUTES) == {}
    window.close()


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("code", LANGUAGES)
def test_unlocking(desktop: Desktop, stores: Stores, code: str, scale: int) -> None:
    desktop.theme.set_text_scale(scale)
    assert findings(desktop, desktop.open(stores.field, code)) == []
