"""An officer at the interview page: every answer is kept, nothing blocks, both languages stand."""

import gc
import weakref
from decimal import Decimal

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from officer import Officer
from s2w_desktop import paths
from s2w_desktop.domain.answers import NoAnswer, Quantity
from s2w_desktop.domain.asking import asked_sections
from s2w_desktop.domain.completeness import completeness
from s2w_desktop.domain.errors import DiskFull
from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.rules.issues import doubtful
from s2w_desktop.i18n.labels import question
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.editor import SaveState
from s2w_desktop.ui.forms.group import GroupSheet
from s2w_desktop.ui.forms.question import ReasonLine
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.interview.second_language import SecondLanguageMenu
from s2w_desktop.ui.kit.audit import unnamed
from s2w_desktop.ui.kit.option import OptionGroup
from s2w_desktop.ui.kit.text import BilingualLabel, Label
from tests.ui.interview.conftest import OpenPage, less_time
from tests.ui.typing import click, commit, press, type_keys
from tests.workplaces import sample_people

CTRL = Qt.KeyboardModifier.ControlModifier


def stored(workplace: Workplace, page: InterviewPage) -> Profile:
    """What is in the store now, open work included; less the time, which is no part of what is on screen."""
    return less_time(workplace.interviews.read(page.editor.profile.id))


def model_without_ids(workplace: Workplace, seed: int) -> Profile:
    return sample_people(workplace, 1, seed)[0].profile


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_whole_interview_by_hand_is_complete_and_kept(open_page: OpenPage, workplace: Workplace, seed: int) -> None:
    model = model_without_ids(workplace, seed)
    page = open_page(person=model.text("record.person_language"))
    Officer(page).record(model)
    assert completeness(QUESTIONNAIRE, page.editor.profile).is_complete
    assert stored(workplace, page) == page.editor.profile
    page.finish_session()
    assert stored(workplace, page) == page.editor.profile
    assert not workplace.store.profiles.workings()


def test_leaving_a_field_saves_it(open_page: OpenPage, workplace: Workplace) -> None:
    page = open_page()
    page.show_section("identity")
    block = page.sheet.blocks["identity.given_names"]
    block.take_focus()
    commit(QApplication.focusWidget(), "Łucja")  # type: ignore[arg-type]
    press(Qt.Key.Key_Tab)
    page.sheet.blocks["identity.family_names"].take_focus()
    assert stored(workplace, page).text("identity.given_names") == "Łucja"


def test_typing_is_saved_after_a_pause_without_leaving(qtbot: QtBot, open_page: OpenPage, workplace: Workplace) -> None:
    page = open_page()
    page.show_section("identity")
    page.sheet.blocks["identity.given_names"].take_focus()
    with qtbot.waitSignal(
        page.editor.save_reported, check_params_cb=lambda report: report.state is SaveState.SAVED, timeout=5_000
    ):
        type_keys(QApplication.focusWidget(), "Ada")  # type: ignore[arg-type]
    assert stored(workplace, page).text("identity.given_names") == "Ada"


def test_the_saved_line_says_saving_until_the_commit_returned(open_page: OpenPage) -> None:
    page = open_page()
    reports: list[SaveState] = []
    page.editor.save_reported.connect(lambda report: reports.append(report.state))
    page.show_section("identity")
    reports.clear()
    page.sheet.blocks["identity.given_names"].take_focus()
    commit(QApplication.focusWidget(), "Ada")  # type: ignore[arg-type]
    assert reports == [SaveState.SAVING]
    page.editor.save_now()
    assert reports == [SaveState.SAVING, SaveState.SAVED]


@pytest.mark.warns
def test_a_save_that_fails_keeps_the_text_says_so_and_is_tried_again(
    qtbot: QtBot, open_page: OpenPage, workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page()
    page.show_section("identity")
    real = workplace.store.profiles.save_working

    def full(*_nothing: object) -> None:
        raise DiskFull

    monkeypatch.setattr(workplace.store.profiles, "save_working", full)
    page.sheet.blocks["identity.given_names"].take_focus()
    commit(QApplication.focusWidget(), "Ada")  # type: ignore[arg-type]
    page.editor.save_now()
    assert page.editor.report.state is SaveState.FAILED
    assert page.editor.profile.text("identity.given_names") == "Ada"
    monkeypatch.setattr(workplace.store.profiles, "save_working", real)
    qtbot.waitUntil(lambda: page.editor.report.state is SaveState.SAVED, timeout=8_000)
    assert stored(workplace, page).text("identity.given_names") == "Ada"


def test_there_is_no_save_button(open_page: OpenPage) -> None:
    page = open_page()
    assert not [button for button in page.findChildren(QPushButton) if "save" in button.accessibleName().lower()]


@pytest.mark.parametrize(
    ("key", "reason"), list(zip((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4), NoAnswer, strict=True))
)
def test_one_key_gives_a_reason_and_the_same_key_takes_it_back(open_page: OpenPage, key: Qt.Key, reason: NoAnswer) -> None:
    page = open_page()
    page.show_section("identity")
    for path in ("identity.given_names", "identity.date_of_birth", "identity.sex", "identity.nationality"):
        page.sheet.blocks[path].take_focus()
        press(key, CTRL)
        assert page.editor.profile.get(path) is reason
        press(key, CTRL)
        assert page.editor.profile.get(path) is None


def test_a_reason_is_shown_in_both_languages_and_can_be_changed(open_page: OpenPage) -> None:
    page = open_page()
    page.show_section("identity")
    block = page.sheet.blocks["identity.sex"]
    block.take_focus()
    press(Qt.Key.Key_1, CTRL)
    shown = [label.accessibleName() for label in block.findChildren(BilingualLabel) if label.isVisible()]
    assert any("Prefers not to say" in name and "تفضيل" in name for name in shown)
    change = next(button for button in block.findChildren(QPushButton) if button.isVisible())
    click(change)
    assert page.editor.profile.get("identity.sex") is None


def test_any_section_opens_at_any_time(open_page: OpenPage) -> None:
    page = open_page()
    for section in reversed(asked_sections(QUESTIONNAIRE, page.editor.profile)):
        page.show_section(section.key)
        assert page.sheet.section is section


def test_remarks_come_on_leaving_and_never_block(open_page: OpenPage) -> None:
    page = open_page()
    page.show_section("work_summary")
    officer = Officer(page)
    officer.answer(page.sheet.blocks["work_summary.ever_worked"], "paid")
    officer.answer(page.sheet.blocks["work_summary.years_worked_total"], Quantity(Decimal(3)))
    officer.answer(page.sheet.blocks["work_summary.years_in_main_occupation"], Quantity(Decimal(9)))
    block = page.sheet.blocks["work_summary.years_in_main_occupation"]
    assert not block.remarks.isVisible()
    page.sheet.blocks["work_summary.ever_worked"].take_focus()
    QApplication.processEvents()
    assert block.remarks.isVisible()
    page.show_section("licence")
    assert page.sheet.section.key == "licence"


def test_what_is_remarked_on_stands_below_the_input_or_the_reason_in_its_place(open_page: OpenPage) -> None:
    page = open_page()
    page.show_section("identity")
    block = page.sheet.blocks["identity.sex"]
    block.show_issues([doubtful("not_private", block.path)])
    QApplication.processEvents()
    assert block.remarks.y() >= block.input.widget.geometry().bottom()
    block.give_reason(NoAnswer.REFUSED)
    QApplication.processEvents()
    (reason,) = block.findChildren(ReasonLine)
    assert not block.input.widget.isVisible()
    assert block.remarks.y() >= reason.geometry().bottom()


def test_undo_brings_the_depth_back_and_its_questions_are_on_screen(open_page: OpenPage) -> None:
    page = open_page()
    page.set_depth("core")
    page.show_section("identity")
    before = list(page.sheet.blocks)
    page.set_depth("extended")
    assert list(page.sheet.blocks) != before
    page.editor.undo()
    QApplication.processEvents()
    assert list(page.sheet.blocks) == before
    assert page.sheet.isVisible()
    assert all(block.isVisible() for path, block in page.sheet.blocks.items() if block in page.sheet.asked_blocks())


def test_questions_that_do_not_apply_disappear_and_their_answers_stay(open_page: OpenPage) -> None:
    page = open_page()
    page.show_section("work_summary")
    officer, blocks = Officer(page), page.sheet.blocks
    officer.answer(blocks["work_summary.ever_worked"], "paid")
    officer.answer(blocks["work_summary.years_worked_total"], Quantity(Decimal(3)))
    officer.answer(blocks["work_summary.ever_worked"], "never")
    assert not blocks["work_summary.years_worked_total"].isVisible()
    officer.answer(blocks["work_summary.ever_worked"], "paid")
    assert blocks["work_summary.years_worked_total"].isVisible()
    assert page.editor.profile.get("work_summary.years_worked_total") == Quantity(Decimal(3))


def test_the_unit_beside_a_number_takes_its_form(open_page: OpenPage) -> None:
    page = open_page("en")
    page.show_section("work_summary")
    block = page.sheet.blocks["work_summary.years_worked_total"]
    line = block.findChild(QLineEdit)
    assert line is not None
    said = []
    for typed in ("", "1", "1.5", "1x", "4"):
        line.clear()
        commit(line, typed)
        said.append([label.words.text for label in block.findChildren(Label) if label.words.text.startswith("year")])
    assert said == [["years"], ["year"], ["years"], ["years"], ["years"]]


def test_undo_brings_back_a_removed_entry_with_its_answers(open_page: OpenPage) -> None:
    page = open_page()
    page.show_section("language")
    before = page.editor.profile
    first = before.entries("language")[0]
    page.editor.remove_entry("language", first)
    assert first not in page.editor.profile.entries("language")
    page.editor.undo()
    assert page.editor.profile == before
    page.editor.redo()
    assert first not in page.editor.profile.entries("language")


def test_entries_are_added_by_key_and_one_is_open_at_a_time(open_page: OpenPage) -> None:
    page = open_page()
    page.show_section("work")
    press(Qt.Key.Key_Return, CTRL)
    press(Qt.Key.Key_Return, CTRL)
    entries = page.editor.profile.entries("work")
    assert len(entries) == 2
    assert isinstance(page.sheet, GroupSheet)
    assert page.sheet.opened == entries[1]
    assert {path.split(".")[1] for path in page.sheet.blocks} == {str(entries[1])}


def test_the_mother_tongue_has_no_ladders(open_page: OpenPage) -> None:
    page = open_page()
    entry = page.editor.profile.entries("language")[0]
    page.show_section("language", entry)
    role = page.sheet.blocks[field_path("language", "role", entry)]
    Officer(page).answer(role, "mother_tongue")
    assert not page.sheet.blocks[field_path("language", "listening", entry)].isVisible()


def test_the_second_language_is_switched_without_losing_text_or_caret(open_page: OpenPage) -> None:
    page = open_page()
    page.show_section("identity")
    page.sheet.blocks["identity.given_names"].take_focus()
    commit(QApplication.focusWidget(), "Ada Lovelace")  # type: ignore[arg-type]
    line = QApplication.focusWidget()
    line.setCursorPosition(3)  # type: ignore[union-attr]
    page.set_second_language("fr")
    line = QApplication.focusWidget()
    assert line.text() == "Ada Lovelace"  # type: ignore[union-attr]
    assert line.cursorPosition() == 3  # type: ignore[union-attr]
    french = question(Catalogues(paths.translations()).translator("fr"), "identity", "given_names")
    shown = page.sheet.blocks["identity.given_names"].findChildren(BilingualLabel)
    assert any(french in label.accessibleName() for label in shown)


def test_what_a_kill_left_open_is_there_again(open_page: OpenPage, workplace: Workplace) -> None:
    page = open_page()
    Officer(page).record_section(QUESTIONNAIRE.by_key["consent"], model_without_ids(workplace, 4))
    profile = page.editor.profile
    again = workplace.interviews.open(profile.id)
    assert less_time(again.profile) == profile
    assert not again.is_dirty


def test_finishing_marks_the_profile_complete(qtbot: QtBot, open_page: OpenPage, workplace: Workplace) -> None:
    page = open_page()
    press(Qt.Key.Key_F8)
    finish = next(b for b in page.findChildren(QPushButton) if b.isVisible() and "Finish" in b.text())
    with qtbot.waitSignal(page.closed):
        click(finish)
    assert stored(workplace, page).date("record.finished_on")


@pytest.mark.parametrize("code", ["en", "ar", "en_XA"])
def test_every_input_has_a_name_of_its_own(open_page: OpenPage, code: str) -> None:
    page = open_page(code)
    for section in asked_sections(QUESTIONNAIRE, page.editor.profile):
        entries = page.editor.profile.entries(section.key) if section.repeats else ()
        page.show_section(section.key, entries[-1] if entries else None)
        QApplication.processEvents()
        assert not unnamed(page)


def test_options_are_one_tab_stop_and_arrows_move(open_page: OpenPage) -> None:
    page = open_page()
    page.show_section("consent")
    block = page.sheet.blocks["consent.create_profile"]
    group = block.input.widget
    assert isinstance(group, OptionGroup)
    block.take_focus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    assert page.editor.profile.text("consent.create_profile") == "refused"
    press(Qt.Key.Key_Tab)
    assert not group.isAncestorOf(QApplication.focusWidget())  # type: ignore[arg-type]


def test_a_section_opens_at_its_first_open_question(open_page: OpenPage) -> None:
    page = open_page()
    page.show_section("consent")
    officer = Officer(page)
    officer.answer(page.sheet.blocks["consent.create_profile"], "granted")
    page.show_section("licence")
    page.show_section("consent")
    assert page.place().path == "consent.keep_on_device"
    page.show_section("consent", None, "consent.create_profile")
    assert page.place().path == "consent.create_profile"


def test_the_next_open_question_is_one_key_away(open_page: OpenPage) -> None:
    page = open_page()
    Officer(page).answer(page.sheet.blocks["consent.create_profile"], "granted")
    page.show_section("licence")
    press(Qt.Key.Key_F7)
    assert page.place().path == "consent.keep_on_device"


def test_the_second_language_is_chosen_from_a_menu(open_page: OpenPage) -> None:
    page = open_page()
    click(page._top.languages)
    menu = page.findChild(SecondLanguageMenu)
    assert menu is not None
    next(action for action in menu.actions() if action.data() == "fr").trigger()
    assert page.place().second == "fr"


def test_a_page_that_nobody_holds_is_gone_at_once(open_page: OpenPage) -> None:
    """Cycles would leave it to the collector, which may run while Qt walks over all widgets (decision 133)."""
    page = open_page()
    for section in ("consent", "language", "work_summary", "transversal", "identity"):
        page.show_section(section, page.editor.profile.entries(section)[0] if section == "language" else None)
    QApplication.processEvents()
    gone, sheet = weakref.ref(page), weakref.ref(page.sheet)
    gc.collect()
    gc.disable()
    try:
        page.hide()
        page.deleteLater()
        del page
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert gone() is None
        assert sheet() is None
    finally:
        gc.enable()
