"""F54 on screen: headquarters could not take a record; the officer reads why, corrects it, and nobody is needed any more."""

from contextlib import closing
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from s2w_desktop import paths
from s2w_desktop.domain.handover import Handover
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.putting_aside import SendBack
from s2w_desktop.i18n.isolation import clean
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.services.setup import unlock_store
from s2w_desktop.services.sources import system_sources
from s2w_desktop.services.workplace import Workplace, open_workplace
from s2w_desktop.storage.values import ListQuery
from s2w_desktop.ui.interview.amending import ReasonDialog
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.pages.inbox import Part
from s2w_desktop.ui.pages.profiles import ProfilesPage
from s2w_desktop.ui.pages.receipts import ReceiptsPage
from s2w_desktop.ui.put_aside import PutAsideBand
from s2w_desktop.ui.routes import Area, Route
from s2w_desktop.ui.window import MainWindow
from s2w_desktop.ui.work import WorkArea
from tests.histories.reading_here import opener_of
from tests.services.places import interview
from tests.stricter import NAMES, RIGHT, STRICTER, TOO_MUCH
from tests.ui.pages.conftest import Desktop, Stores
from tests.ui.pages.handing import hand_over
from tests.ui.pages.keys import key
from tests.ui.pages.test_exchange import inbox_of
from tests.ui.typing import click, type_keys
from tests.workplaces import PASSPHRASE, reopen

WHY, SAFE = "One of the answers is not known at headquarters.", "Your profiles are safe on this computer."
TODO = "Correct what is wrong in the profile, and hand over again."
ALL_OF_IT = f"{WHY} {SAFE} {TODO}"


def stricter_office(folder: Path) -> Workplace:
    """Headquarters, which refuses the long name."""
    return open_workplace(
        unlock_store(folder, PASSPHRASE),
        folder=folder,
        resources=paths.resources(),
        catalogues=Catalogues(paths.translations()),
        sources=system_sources(),
        questionnaire=STRICTER,
        opener=opener_of(STRICTER),
    )


def refused(stores: Stores) -> tuple[ProfileId, Path]:
    """Somebody whose record headquarters put aside, and the receipt that says so."""
    with closing(reopen(stores.field)) as laptop, closing(stricter_office(stores.headquarters)) as hq:
        profile = interview(laptop, **{NAMES.replace(".", "__"): TOO_MUCH})
        (bundle,) = laptop.exporting.write(stores.stick).bundles
        assert len(hq.importing.take(bundle.path).quarantined) == 1
        (receipt,) = hq.receipts.write(stores.stick)
    return profile, receipt.bundle.path


def take(area: WorkArea, receipt: Path) -> ReceiptsPage:
    area.go(Route(Area.RECEIPTS))
    page = area.page
    assert isinstance(page, ReceiptsPage)
    page.take(receipt)
    return page


def chosen(area: WorkArea) -> tuple[ProfilesPage, str]:
    """The list with the row of the person chosen, and what the row says of the hand-over."""
    area.go(Route(Area.PROFILES))
    page = area.page
    assert isinstance(page, ProfilesPage)
    page.table.select(0)
    page.table.selected.emit(str(page.table.current_key()))
    return page, str(page.table.model().index(0, 4).data())


def opened(window: MainWindow, page: ProfilesPage) -> tuple[InterviewPage, PutAsideBand | None]:
    key(page.table, Qt.Key.Key_Return)
    QApplication.processEvents()
    found = window.scene.findChild(InterviewPage)
    assert isinstance(found, InterviewPage)
    return found, window.scene.findChild(PutAsideBand)


def test_the_reason_stands_wherever_the_officer_looks_and_the_correction_ends_it(desktop: Desktop, stores: Stores) -> None:
    profile, receipt = refused(stores)
    window, area = desktop.unlocked(stores.field)
    assert clean(take(area, receipt).aside.words.text()) == ALL_OF_IT
    area.go(Route(Area.HAND_OVER))
    assert area.page is not None
    assert ALL_OF_IT in [clean(label.text()) for label in area.page.findChildren(Label)]
    page, row = chosen(area)
    assert clean(row) == f"Needs you, {WHY}"
    assert page.aside.isVisible()
    assert clean(page.aside.words.text()) == ALL_OF_IT

    interview_page, band = opened(window, page)
    assert band is not None
    assert clean(band.words.text()) == ALL_OF_IT
    interview_page.show_section("identity", path=NAMES)
    line = interview_page.sheet.blocks[NAMES].findChild(QLineEdit)
    assert line is not None
    assert line.text() == TOO_MUCH
    key(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_keys(line, RIGHT)
    interview_page.closed.emit()
    (question,) = [one for one in window.findChildren(ReasonDialog) if one.isVisible()]
    click(question.options.rows[0])
    click(question.note_button)
    assert isinstance(window.scene, WorkArea)
    area = window.scene
    page, row = chosen(area)
    assert WHY not in clean(row)
    assert not page.aside.isVisible()

    written = hand_over(area, stores.stick).result
    assert written is not None
    with closing(stricter_office(stores.headquarters)) as hq:
        assert hq.importing.take(written.bundles[0].path).quarantined == ()
        assert hq.interviews.read(profile).text(NAMES) == RIGHT
        assert hq.office.matters.all() == ()
        (second,) = hq.receipts.write(stores.stick)
    assert not take(area, second.bundle.path).aside.isVisible()
    (there,) = area.workplace.store.profiles.rows_of([profile])
    assert there.handover is Handover.RECEIVED
    window.close()


def test_a_record_that_headquarters_sends_back_says_what_it_asks_for(desktop: Desktop, stores: Stores) -> None:
    _, receipt = refused(stores)
    office, area = desktop.unlocked(stores.headquarters)
    inbox = inbox_of(area)
    inbox.show_part(Part.MATTERS)
    inbox.matters.table.select(0)
    inbox.matters.table.selected.emit(str(inbox.matters.table.current_key()))
    assert inbox.matters.detail.asking is not None
    (update,) = [one for one in inbox.matters.detail.asking.actions() if one.data() == SendBack.UPDATE_PROGRAM]
    update.trigger()
    (matter,) = inbox.matters.matters
    assert (matter.found.reason, matter.is_open) == (SendBack.UPDATE_PROGRAM, True)
    (second,) = area.workplace.receipts.write(stores.stick)
    office.close()

    laptop, area = desktop.unlocked(stores.field)
    take(area, receipt)
    assert "update the program on this laptop first" in take(area, second.bundle.path).aside.words.text()
    page, _ = chosen(area)
    _, band = opened(laptop, page)
    assert band is not None
    key(band.button, Qt.Key.Key_Space)
    assert isinstance(laptop.scene, WorkArea)
    assert laptop.scene.workplace.store.rejections.all() == ()
    waiting = laptop.scene.workplace.store.profiles.count(ListQuery(states=frozenset({Handover.NEEDS_YOU})))
    assert waiting == 0, "the same answers go again"
    laptop.close()
