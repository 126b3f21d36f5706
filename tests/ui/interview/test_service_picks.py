"""A service of the country pack in a recommendation: chosen by keyboard, copied, printed, and changed by no later pack."""

from dataclasses import replace
from functools import partial
from io import BytesIO

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from s2w_desktop.domain.answers import Answer, Words
from s2w_desktop.domain.country.records import CountryPack
from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.ids import EntryId
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.paths import translations
from s2w_desktop.reference.country_text import pack_text
from s2w_desktop.services.directory import Directories
from s2w_desktop.services.interviews import Pair
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.interview.service_picks import ServiceDialog
from s2w_desktop.ui.kit.audit import clipped, small_targets, tab_order_faults, unnamed
from s2w_desktop.ui.kit.buttons import Button
from s2w_desktop.ui.kit.theme import Theme
from tests.ui.interview.conftest import OpenPage
from tests.ui.pages.directories import sample_pack
from tests.ui.typing import commit, press

CHOOSE = "Choose from services and rules…"


@pytest.fixture
def packs() -> list[CountryPack]:
    """What is installed; a test may change it."""
    return [sample_pack()]


@pytest.fixture
def workplace(workplace: Workplace, packs: list[CountryPack]) -> Workplace:
    readers = lambda: [partial(pack_text, pack) for pack in packs]  # noqa: E731  # one line says it
    return replace(workplace, directories=Directories(readers, Catalogues(translations())))


def step_for(page: InterviewPage, topic: str) -> EntryId:
    """A first next step of this kind, open."""
    page.set_depth("standard")
    page.show_section("recommendation")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    entry = page.editor.profile.entries("recommendation")[-1]
    page.editor.set_answer(field_path("recommendation", "type", entry), topic)
    page.show_section("recommendation", entry)
    QApplication.processEvents()
    return entry


def choose_buttons(page: InterviewPage) -> list[Button]:
    _ = page.sheet.blocks  # all of the sheet is built
    return [button for button in page.sheet.findChildren(Button) if button.text() == CHOOSE]


def dialog_of(page: InterviewPage) -> ServiceDialog:
    (button,) = choose_buttons(page)
    button.setFocus()
    press(Qt.Key.Key_Space)
    found = page._serving.services.dialog
    assert found is not None
    QApplication.processEvents()
    return found


def held(page: InterviewPage, entry: EntryId, key: str) -> Answer | None:
    return page.editor.profile.get(field_path("recommendation", key, entry))


def offered(dialog: ServiceDialog) -> list[str]:
    model = dialog.table.model()
    return [str(model.index(row, 0).data()).partition(",")[0] for row in range(model.rowCount())]


LEAST_BETWEEN_LINES = 6.0
"""Points: letters of one line have their middles closer together than this, those of two lines farther apart."""


def as_seen(page: pdfium.PdfPage) -> str:
    """The letters of the page from top to bottom and from left to right, without blanks."""
    text = page.get_textpage()
    boxes = ((*text.get_charbox(number), text.get_text_range(number, 1)) for number in range(text.count_chars()))
    rows: list[tuple[float, list[tuple[float, str]]]] = []
    for left, low, _right, high, letter in sorted(boxes, key=lambda box: -(box[1] + box[3])):
        middle = (low + high) / 2
        if not rows or rows[-1][0] - middle > LEAST_BETWEEN_LINES:
            rows.append((middle, []))
        rows[-1][1].append((left, letter))
    return "".join(letter for _, row in rows for _, letter in sorted(row) if letter.strip())


def test_without_a_country_pack_nothing_is_offered(open_page: OpenPage, packs: list[CountryPack]) -> None:
    packs.clear()
    page = open_page()
    step_for(page, "R20")
    assert choose_buttons(page) == []


def test_a_service_is_chosen_by_keyboard_and_its_name_and_contact_are_copied(open_page: OpenPage) -> None:
    page = open_page()
    entry = step_for(page, "R22")
    dialog = dialog_of(page)
    assert offered(dialog) == ["Legal advice"]
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    assert held(page, entry, "service_name") == Words("استشارة قانونية", "ara", "Legal advice", "eng")
    assert held(page, entry, "service_phone") == "+999 555 0116"
    assert held(page, entry, "service_hours") == Words(
        "الثلاثاء والخميس، 14 إلى 18", "ara", "Tuesday and Thursday, 14 to 18", "eng"
    )
    assert held(page, entry, "directory_service_id") == "sarelia/law-advice"
    shown = page.sheet.blocks[field_path("recommendation", "service_name", entry)]
    assert shown.isVisible()
    assert shown.answer == held(page, entry, "service_name")
    assert not page.sheet.blocks[field_path("recommendation", "directory_service_id", entry)].isVisible()


def test_one_undo_takes_the_service_back(open_page: OpenPage) -> None:
    page = open_page()
    entry = step_for(page, "R22")
    dialog_of(page).take_button.click()
    page.editor.undo()
    assert [held(page, entry, key) for key in ("service_name", "service_phone", "service_hours", "directory_service_id")] == [
        None
    ] * 4
    assert held(page, entry, "type") == "R22"


def test_all_services_can_be_looked_through_too(open_page: OpenPage) -> None:
    page = open_page()
    step_for(page, "R22")
    dialog = dialog_of(page)
    next(one for one in dialog.topic.menu_actions if one.data() == "all").trigger()
    assert len(offered(dialog)) == 20
    commit(dialog.search, "welder")
    assert dialog.take_button.isEnabled() == bool(offered(dialog))
    commit(dialog.search, " ξψζ")
    assert offered(dialog) == []
    assert not dialog.take_button.isEnabled()
    dialog.reject()


def test_going_back_changes_nothing(open_page: OpenPage) -> None:
    page = open_page()
    entry = step_for(page, "R22")
    before = page.editor.profile
    dialog_of(page)
    press(Qt.Key.Key_Escape)
    assert page.editor.profile == before
    assert held(page, entry, "service_name") is None


def test_a_name_written_by_hand_is_no_entry_of_the_pack(open_page: OpenPage) -> None:
    page = open_page()
    entry = step_for(page, "R22")
    dialog_of(page).take_button.click()
    page.activateWindow()
    QApplication.processEvents()
    page.sheet.blocks[field_path("recommendation", "service_name", entry)].take_focus()
    focused = QApplication.focusWidget()
    assert focused is not None
    commit(focused, " of the town")
    assert held(page, entry, "directory_service_id") is None
    name = held(page, entry, "service_name")
    assert isinstance(name, Words)
    assert name.translation == "Legal advice of the town"


def test_a_later_pack_changes_no_profile(open_page: OpenPage, workplace: Workplace, packs: list[CountryPack]) -> None:
    page = open_page()
    entry = step_for(page, "R22")
    dialog_of(page).take_button.click()
    profile = page.editor.profile.id
    before = held(page, entry, "service_name"), held(page, entry, "service_phone")
    page.finish_session()
    packs[:] = [replace(packs[0], services=(), contacts=tuple(c for c in packs[0].contacts if c.organization_id), practices=())]
    again = open_page(session=workplace.interviews.open(profile))
    assert (held(again, entry, "service_name"), held(again, entry, "service_phone")) == before
    again.finish_session()


@pytest.mark.parametrize("languages", [("en",), ("ar",), ("en", "ar")])
def test_the_paper_says_where_to_go(open_page: OpenPage, workplace: Workplace, languages: tuple[str, ...]) -> None:
    page = open_page()
    step_for(page, "R22")
    dialog_of(page).take_button.click()
    profile = page.editor.profile.id
    page.finish_session()
    pdf = pdfium.PdfDocument(BytesIO(workplace.papers.profile_paper(profile, languages)))
    text = " ".join("".join(one.get_textpage().get_text_range() for one in pdf).split())
    assert "+9995550116" in as_seen(pdf[0])
    assert ("Tuesday and Thursday, 14 to 18" in text) == ("en" in languages)
    assert "sarelia/" not in text


def test_in_one_language_the_name_stands_once(workplace: Workplace, open_page: OpenPage) -> None:
    page = open_page(session=workplace.interviews.begin(Pair("en", "eng")))
    entry = step_for(page, "R22")
    dialog_of(page).take_button.click()
    assert held(page, entry, "service_name") == Words("Legal advice", "eng")


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("code", ["en", "ar", "en_XA", "ar_XB"])
def test_the_list_has_names_room_and_an_order_of_tab(open_page: OpenPage, theme: Theme, code: str, scale: int) -> None:
    theme.set_text_scale(scale)
    page = open_page(code)
    step_for(page, "R22")
    _ = page.sheet.blocks
    (button,) = [one for one in page.sheet.findChildren(Button) if page._desk.translator.gettext(CHOOSE) in one.text()]
    button.click()
    dialog = page._serving.services.dialog
    assert dialog is not None
    QApplication.processEvents()
    look = (unnamed, clipped, small_targets, tab_order_faults)
    assert [str(fault) for find in look for fault in find(dialog)] == []
    dialog.reject()
