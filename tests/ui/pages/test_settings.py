"""Settings work at once; the paper on screen is the paper that is kept."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from s2w_desktop.domain.stations import Role
from s2w_desktop.services.settings import LookChoice
from s2w_desktop.storage.values import ListQuery
from s2w_desktop.ui.kit.option import OptionGroup
from s2w_desktop.ui.kit.tokens import Look
from s2w_desktop.ui.pages.change_passphrase import ChangePassphrase
from s2w_desktop.ui.pages.enrol import EnrolPanel
from s2w_desktop.ui.pages.preview import PreviewPage
from s2w_desktop.ui.pages.settings import SettingsPage
from s2w_desktop.ui.routes import Area, Route
from s2w_desktop.ui.work import WorkArea
from tests.ui.pages.conftest import Desktop, Stores, work_area
from tests.ui.pages.keys import key, write
from tests.workplaces import PASSPHRASE, make_workplace, reopen

NEW_PASSPHRASE = "seven lanterns over copper hills"


def topic(area: WorkArea, name: str) -> SettingsPage:
    area.go(Route(Area.SETTINGS, topic=name))
    QApplication.processEvents()
    assert isinstance(area.page, SettingsPage)
    return area.page


def preview(area: WorkArea) -> PreviewPage:
    first = area.workplace.interviews.rows(ListQuery(), 0, 1)[0].id
    area.go(Route(Area.PREVIEW, profile=first))
    assert isinstance(area.page, PreviewPage)
    return area.page


def test_a_look_is_chosen_by_keys_and_kept(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.field)
    group = topic(area, "look").findChildren(OptionGroup)[0]
    key(group.rows[2], Qt.Key.Key_Space)
    assert desktop.theme.look is Look.DARK
    assert window.desk.book.settings.look is LookChoice.DARK
    key(group.rows[2], Qt.Key.Key_Delete)
    assert group.value() == (LookChoice.DARK,)


def test_a_language_is_chosen_and_the_page_stays(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.field)
    group = topic(area, "languages").findChildren(OptionGroup)[0]
    key(next(row for row in group.rows if row.choice.key == "ar"), Qt.Key.Key_Space)
    again = work_area(window).page
    assert isinstance(again, SettingsPage)
    assert again.topic == "languages"
    assert window.desk.translator.code == "ar"


def test_the_passphrase_is_changed(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.field)
    form = topic(area, "passphrase").findChild(ChangePassphrase)
    assert form is not None
    write(form.old.line, PASSPHRASE)
    write(form.new.first.line, NEW_PASSPHRASE)
    write(form.new.again.line, NEW_PASSPHRASE)
    key(form.action, Qt.Key.Key_Space)
    assert form.spot.notice is not None
    assert form.old.text() == form.new.first.text() == ""
    window.close()
    unlocked = desktop.open(stores.field)
    assert unlocked.scene is not None
    write(QApplication.focusWidget(), NEW_PASSPHRASE)
    key(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert isinstance(unlocked.scene, WorkArea)


def test_a_wrong_present_passphrase_changes_nothing(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.field)
    form = topic(area, "passphrase").findChild(ChangePassphrase)
    assert form is not None
    write(form.old.line, "not the passphrase")
    write(form.new.first.line, NEW_PASSPHRASE)
    write(form.new.again.line, NEW_PASSPHRASE)
    key(form.action, Qt.Key.Key_Space)
    assert form.spot.notice is not None
    assert "E-KEY-1" in form.spot.notice.accessibleName()
    window.close()
    reopen(stores.field).close()


def test_a_laptop_gets_to_know_its_headquarters(desktop: Desktop, tmp_path: Path) -> None:
    make_workplace(tmp_path / "field" / "store").close()
    office = make_workplace(tmp_path / "office" / "store", Role.HEADQUARTERS, name="Skills unit")
    office.enrolment.write_card(tmp_path / "card.json")
    words = office.enrolment.own_words()
    window, area = desktop.unlocked(tmp_path / "field" / "store")
    panel = topic(area, "headquarters").findChild(EnrolPanel)
    assert panel is not None
    panel.open_card(tmp_path / "card.json")
    assert panel.compare is not None
    for field, word in zip(panel.compare.fields, words, strict=True):
        write(field, word)
    key(panel.action, Qt.Key.Key_Space)
    assert area.workplace.exporting.headquarters().name == "Skills unit"
    panel.write_request(tmp_path)
    (request,) = tmp_path.glob("*.s2w")
    assert office.enrolment.read_request(request).words == area.workplace.enrolment.own_words()
    office.close()
    window.close()


def test_a_card_that_is_none_is_told(desktop: Desktop, tmp_path: Path) -> None:
    make_workplace(tmp_path / "field" / "store").close()
    _, area = desktop.unlocked(tmp_path / "field" / "store")
    panel = topic(area, "headquarters").findChild(EnrolPanel)
    assert panel is not None
    (tmp_path / "card.json").write_text("{}")
    panel.open_card(tmp_path / "card.json")
    assert panel.spot.notice is not None
    assert "E-KEY-6" in panel.spot.notice.accessibleName()


def test_the_paper_shown_is_the_paper_kept(desktop: Desktop, stores: Stores) -> None:
    _, area = desktop.unlocked(stores.field)
    page = preview(area)
    assert page.paper is not None
    page.save(stores.stick / "paper.pdf")
    assert (stores.stick / "paper.pdf").read_bytes() == page.paper.pdf
    assert page.paper.pdf.startswith(b"%PDF")
    assert page.spot.notice is not None
    assert "not encrypted" in page.spot.notice.accessibleName()


def test_another_language_makes_another_paper(desktop: Desktop, stores: Stores) -> None:
    _, area = desktop.unlocked(stores.field)
    page = preview(area)
    assert page.paper is not None
    before, choice = page.paper.pdf, page.choices.first
    assert page.choices.languages()[0] == "en"
    choice.menu_actions[1].trigger()
    assert page.choices.languages()[0] == "fr"
    assert page.paper.pdf != before


def test_a_folder_that_is_gone_is_told(desktop: Desktop, stores: Stores) -> None:
    _, area = desktop.unlocked(stores.field)
    page = preview(area)
    page.save(stores.stick / "no such folder" / "paper.pdf")
    assert page.spot.notice is not None
    assert "E-DISK" in page.spot.notice.accessibleName()
