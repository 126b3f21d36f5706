"""Headquarters on a server, through the window: it is unlocked there, and every page of headquarters works on it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from psycopg import sql
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from s2w_desktop.domain.erasing import ErasureReason
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.stations import Role
from s2w_desktop.storage.layout import ServerPlace
from s2w_desktop.storage.values import ListQuery
from s2w_desktop.ui.errors import NoticeDialog
from s2w_desktop.ui.interview.colleagues import ColleaguesBand
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.pages.giving import GivingPage
from s2w_desktop.ui.pages.inbox import InboxPage, Part
from s2w_desktop.ui.pages.inbox_items import ItemState
from s2w_desktop.ui.pages.preview import PreviewPage
from s2w_desktop.ui.pages.profiles import ProfilesPage
from s2w_desktop.ui.pages.refused import RefusedPage
from s2w_desktop.ui.pages.stick_steps import WHOM
from s2w_desktop.ui.pages.unlock import UnlockPage
from s2w_desktop.ui.routes import Area, Route
from s2w_desktop.ui.window import MainWindow
from s2w_desktop.ui.wishes import OpenInterview
from s2w_desktop.ui.work import HEADQUARTERS_AREAS, WorkArea
from tests.servers import Server
from tests.services.colleagues import colleague, interviews_of
from tests.services.places import export, interview
from tests.ui.pages.conftest import Desktop, work_area
from tests.ui.pages.keys import key, write
from tests.workplaces import PASSPHRASE, enrol, make_workplace

AGREED = {"consent__pass_to_office": "granted"}


@pytest.fixture
def place(postgres: Server, tmp_path: Path) -> Iterator[ServerPlace]:
    """An empty database, and a folder of this machine that belongs to it."""
    made = ServerPlace(postgres.empty_database(), tmp_path / "hq" / "corner")
    yield made
    postgres.drop(made.address)


@pytest.fixture
def bundle(place: ServerPlace, tmp_path: Path) -> Path:
    """Headquarters stands on the server and knows a laptop, which handed two people over."""
    office, laptop = make_workplace(place, Role.HEADQUARTERS, name="Skills unit"), make_workplace(tmp_path / "laptop" / "store")
    enrol(laptop, office, tmp_path / "enrolment")
    for _ in range(2):
        interview(laptop, **AGREED)
    written = export(laptop, tmp_path / "stick")
    for workplace in (office, laptop):
        workplace.close()
    return written


def test_a_store_on_a_server_is_unlocked_and_worked_on_page_by_page(desktop: Desktop, place: ServerPlace, bundle: Path) -> None:
    window = desktop.open(place)
    assert isinstance(window.scene, UnlockPage)
    write(window.scene.field.line, "something else")
    key(window.scene.field.line, Qt.Key.Key_Return)
    assert isinstance(window.scene, UnlockPage)
    window.scene.field.line.selectAll()
    write(window.scene.field.line, PASSPHRASE)
    key(window.scene.field.line, Qt.Key.Key_Return)
    QApplication.processEvents()
    area = work_area(window)
    page = area.page
    assert isinstance(page, InboxPage)
    page.open_places([bundle])
    page.table.select(0)
    assert page.detail.action is not None
    key(page.detail.action, Qt.Key.Key_Space)
    assert [item.state for item in page.items] == [ItemState.TAKEN]
    page.write_receipts(bundle.parent)
    page.show_part(Part.MATTERS)
    for one in HEADQUARTERS_AREAS:
        area.go(Route(one))
        QApplication.processEvents()
        assert not isinstance(area.page, RefusedPage)
    first = area.workplace.store.profiles.ids(ListQuery())[0]
    area.go(Route(Area.PREVIEW, first))
    assert isinstance(area.page, PreviewPage)
    assert area.page.paper is not None
    for topic in ("look", "passphrase", "staff", "about"):
        area.go(Route(Area.SETTINGS, topic=topic))
    area.go(Route(Area.GIVING, profiles=(first,)))
    assert isinstance(area.page, GivingPage)
    key(area.page.next_button, Qt.Key.Key_Space)
    assert area.page.step == WHOM
    window.use(replace(window.desk.book.settings, language="ar_XB"))
    assert isinstance(work_area(window).page, GivingPage)
    window.close()


def test_a_server_that_is_gone_for_a_while_is_told_and_nothing_is_lost(
    desktop: Desktop, postgres: Server, place: ServerPlace, bundle: Path
) -> None:
    window, area = desktop.unlocked(place)
    area.workplace.importing.take(bundle)
    let_in(postgres, place, allowed=False)
    area.go(Route(Area.PROFILES))
    assert isinstance(area.page, RefusedPage)
    assert area.page.spot.notice is not None
    assert "E-SERVER-" in area.page.spot.notice.accessibleName()
    area.count_again()
    let_in(postgres, place, allowed=True)
    area.go(Route(Area.PROFILES))
    assert isinstance(area.page, ProfilesPage)
    assert area.page.table.model().rowCount() == 2
    window.close()


def test_who_opens_what_a_colleague_has_open_is_told_and_sees_it_in_the_list(
    desktop: Desktop, place: ServerPlace, bundle: Path
) -> None:
    window, area = desktop.unlocked(place)
    area.workplace.importing.take(bundle)
    profile, other = area.workplace.store.profiles.ids(ListQuery())
    theirs = interviews_of(area.workplace, colleague(area.workplace, "Ben")).open(profile)
    theirs.set_answer("identity.family_names", "Noor")
    theirs.save()
    area.go(Route(Area.PROFILES))
    assert isinstance(area.page, ProfilesPage)
    model = area.page.table.model()
    states = [model.index(row, 1).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert ["open at the moment" in state for state in states] == [True, False]
    for one, named in ((profile, ["Ben"]), (other, [])):
        page = opened(window, one)
        bands = window.scene.findChildren(ColleaguesBand)
        assert [name for band in bands for name in ("Ben",) if name in band.words.text()] == named
        page.closed.emit()
        QApplication.processEvents()
    window.close()


@pytest.mark.warns
def test_an_interview_of_somebody_who_was_erased_meanwhile_can_be_left(
    desktop: Desktop, place: ServerPlace, bundle: Path
) -> None:
    window, area = desktop.unlocked(place)
    workplace = area.workplace
    workplace.importing.take(bundle)
    profile = workplace.store.profiles.ids(ListQuery())[0]
    page = opened(window, profile)
    page.editor.set_answer("identity.family_names", "Noor")
    page.editor.session.note_reason("correction")
    workplace.erasure.erase(profile, ErasureReason.REQUEST)
    page.closed.emit()
    QApplication.processEvents()
    assert isinstance(window.scene, WorkArea)
    (notice,) = window.findChildren(NoticeDialog)
    assert any("erased" in label.text() for label in notice.findChildren(QLabel))
    window.close()
    assert workplace.store.is_open is False


def opened(window: MainWindow, profile: ProfileId) -> InterviewPage:
    """An interview, opened from the list."""
    area = work_area(window)
    area.asked.emit(OpenInterview(area.workplace.interviews.open(profile)))
    QApplication.processEvents()
    page = window.scene.findChild(InterviewPage)
    assert isinstance(page, InterviewPage)
    return page


def let_in(server: Server, place: ServerPlace, *, allowed: bool) -> None:
    """Break the connections of a database off and refuse new ones, or let them in again."""
    name = place.address.database
    server.tell(sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS {}").format(sql.Identifier(name), sql.Literal(allowed)))
    if not allowed:
        server.tell(
            sql.SQL("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = {}").format(sql.Literal(name))
        )
