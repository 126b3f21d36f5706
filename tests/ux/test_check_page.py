"""The check page and reading back (UX-09 to UX-11, UX-33, UX-52)."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from s2w_desktop.domain.answers import NoAnswer, Quantity, Words
from s2w_desktop.domain.asking import asked_sections
from s2w_desktop.domain.completeness import open_questions
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.rules.issues import Severity
from s2w_desktop.domain.sign_off import PERSON_CONFIRMS, READ_BACK_DONE, READ_BACK_LANGUAGE
from s2w_desktop.i18n import labels
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.forms.question import REMARK_TONES
from s2w_desktop.ui.interview.check import CheckPage, find
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.interview.place import End
from s2w_desktop.ui.interview.read_back import ReadBackPage
from s2w_desktop.ui.kit.audit import clipped, small_targets, tab_order_faults, unnamed
from s2w_desktop.ui.kit.option import OptionGroup
from s2w_desktop.ui.kit.theme import Theme
from tests.ui.interview.conftest import OpenPage
from tests.ui.typing import click, press
from tests.workplaces import sample_people

YEARS = "work_summary.years_in_main_occupation"


def checked(page: InterviewPage) -> CheckPage:
    """The check page, opened by its key."""
    press(Qt.Key.Key_F8)
    QApplication.processEvents()
    made = page.ends.page
    assert isinstance(made, CheckPage)
    return made


def read_back(page: InterviewPage) -> ReadBackPage:
    page.show_end(End.READ_BACK)
    QApplication.processEvents()
    made = page.ends.page
    assert isinstance(made, ReadBackPage)
    return made


def button(page: InterviewPage, words: str) -> QPushButton:
    return next(one for one in page.findChildren(QPushButton) if one.isVisible() and one.accessibleName() == words)


def with_remarks(page: InterviewPage) -> None:
    """One thing that cannot be right, and one to check."""
    page.editor.set_answer("consent.create_profile", "granted")
    page.editor.set_answer("work_summary.years_worked_total", Quantity(Decimal(3)))
    page.editor.set_answer(YEARS, Quantity(Decimal(9)))
    page.editor.set_answer("education_summary.highest_completed", "6")
    page.editor.set_answer("education_summary.years_schooling", Quantity(Decimal(4)))


@pytest.mark.parametrize("section", [section.key for section in QUESTIONNAIRE.sections if section.part])
def test_ux_11_it_is_reached_by_one_key_from_everywhere(open_page: OpenPage, section: str) -> None:
    page = open_page()
    page.show_section(section)
    assert checked(page).list.hasFocus()
    assert page.place().end is End.CHECK


def test_ux_11_every_row_leads_to_its_field_by_one_key(open_page: OpenPage) -> None:
    page = open_page()
    with_remarks(page)
    found = find(QUESTIONNAIRE, page.editor.profile, page.editor.session.issues())
    rows = [number for number, row in enumerate(checked(page).list.rows) if not row.heading]
    assert len(rows) == len(found.issues) + len(found.open)
    reached = []
    for number in rows:
        made = checked(page)
        made.list.setCurrentIndex(made.list.model().index(number, 0))
        press(Qt.Key.Key_Return)
        QApplication.processEvents()
        assert page.ends.page is None
        reached.append(page.place().path)
        assert not reached[-1] or page.sheet.blocks[reached[-1]].isAncestorOf(QApplication.focusWidget())  # type: ignore[arg-type]
    assert sorted(reached) == sorted([*(i.path for i in found.issues), *(place.path for place in found.open)])


def test_ux_11_a_row_is_clicked_too(open_page: OpenPage) -> None:
    page = open_page()
    with_remarks(page)
    made = checked(page)
    number = next(number for number, row in enumerate(made.list.rows) if row.mark == "stop")
    click(made.list.viewport(), made.list.visualRect(made.list.model().index(number, 0)).center())
    assert page.place().path == YEARS


def test_ux_11_rows_stand_in_the_order_of_the_interview_under_their_sections(open_page: OpenPage) -> None:
    page = open_page()
    with_remarks(page)
    headings = [row.own[0].words.text for row in checked(page).list.rows if row.heading]
    order = [labels.section_title(page._desk.translator, section.key) for section in QUESTIONNAIRE.sections if section.part]
    assert headings == [title for title in order if title in headings]
    assert len(headings) == len(set(headings))


def test_ux_10_both_levels_name_field_reason_and_suggestion(open_page: OpenPage) -> None:
    page = open_page()
    with_remarks(page)
    rows = {row.mark: row for row in checked(page).list.rows if row.mark}
    assert rows["stop"].spoken.startswith(
        "Cannot be right, For how many years have you done this work?, The years in the main work"
    )
    assert rows["stop"].spoken.endswith("Change one of the two.")
    assert rows["alert"].state == "Please check"
    assert rows["empty"].state == "Not asked yet"


def test_ux_10_every_severity_has_its_own_drawing(open_page: OpenPage) -> None:
    assert REMARK_TONES.keys() == set(Severity)
    page = open_page()
    page.editor.set_answer("basic_skills.latin_script", "none")
    made = checked(page)
    assert [row.mark for row in made.list.rows if row.state == "Please think of"] == ["info"]
    assert "1 to think of" in made.count_words


def test_ux_11_the_counts_stand_on_top_in_words(open_page: OpenPage) -> None:
    page = open_page()
    with_remarks(page)
    left = len(list(open_questions(QUESTIONNAIRE, page.editor.profile)))
    assert checked(page).count_words == f"1 cannot be right, 1 please check, {left} not asked yet"


def test_ux_52_the_counts_are_announced(open_page: OpenPage, monkeypatch: pytest.MonkeyPatch) -> None:
    page = open_page()
    told: list[str] = []
    monkeypatch.setattr("s2w_desktop.ui.interview.check.announce", lambda _widget, words: told.append(words))
    made = checked(page)
    assert told == [made.count_words]


def test_ux_11_nothing_open_is_said_in_one_sentence(open_page: OpenPage, workplace: Workplace) -> None:
    page = open_page()
    model = sample_people(workplace, 1, 3)[0].profile
    for path, held in model.held.items():
        if path.count(".") == 1 and not path.startswith("record."):
            page.editor.set_answer(path, held)  # type: ignore[arg-type]
    for entry in page.editor.profile.entries("language"):
        page.editor.remove_entry("language", entry)
    before = checked(page).count_words
    assert "not asked yet" in before
    for place in list(open_questions(QUESTIONNAIRE, page.editor.profile)):
        if place.path:
            page.editor.set_answer(place.path, NoAnswer.REFUSED)
        else:
            page.editor.add_entry(place.section.key)
    while (left := [place for place in open_questions(QUESTIONNAIRE, page.editor.profile) if place.path]) != []:
        for place in left:
            page.editor.set_answer(place.path, NoAnswer.REFUSED)
    assert "not asked yet" not in checked(page).count_words


def test_ux_09_finish_goes_over_check_and_reading_back_and_neither_is_needed(
    qtbot: QtBot, open_page: OpenPage, workplace: Workplace
) -> None:
    page = open_page()
    with_remarks(page)
    page.show_section(asked_sections(QUESTIONNAIRE, page.editor.profile)[-1].key)
    click(button(page, "Check"))
    assert page.place().end is End.CHECK
    click(button(page, "Read back to the person"))
    assert page.place().end is End.READ_BACK
    click(button(page, "Check"))
    with qtbot.waitSignal(page.closed):
        click(button(page, "Finish the interview"))
    assert workplace.interviews.read(page.editor.profile.id).date("record.finished_on")


def test_ux_33_everything_said_is_read_back_in_both_languages(open_page: OpenPage) -> None:
    page = open_page("en", person="ara")
    page.editor.set_answer("identity.given_names", "Layla")
    page.editor.set_answer("identity.sex", NoAnswer.REFUSED)
    page.editor.set_answer("work_summary.main_occupation", Words("خياطة", "ara", "tailor", "eng"))
    arabic, english = page._languages.person, page._desk.translator
    told = [row.spoken for row in read_back(page).list.rows]
    assert any("Layla" in row and labels.question(arabic, "identity", "given_names") in row for row in told)
    refused = labels.no_answer(arabic, NoAnswer.REFUSED), labels.no_answer(english, NoAnswer.REFUSED)
    assert any(all(words in row for words in refused) for row in told)
    assert any("tailor" in row and "خياطة" in row for row in told)


def test_ux_33_it_records_that_it_was_read_back_in_which_language_and_whether_the_person_confirms(
    open_page: OpenPage, workplace: Workplace
) -> None:
    page = open_page("en", person="ara")
    made = read_back(page)
    for path in (READ_BACK_DONE, PERSON_CONFIRMS):
        group = made.blocks[path].input.widget
        assert isinstance(group, OptionGroup)
        click(group.rows[0])
    kept = workplace.interviews.read(page.editor.profile.id)
    assert kept.text(READ_BACK_DONE) == "yes"
    assert kept.text(READ_BACK_LANGUAGE) == "ara"
    assert kept.text(PERSON_CONFIRMS) == QUESTIONNAIRE.spec(PERSON_CONFIRMS).code_list()[0]


def test_ux_17_remarks_are_never_read_back(open_page: OpenPage) -> None:
    page = open_page()
    page.editor.set_answer("record.remark", "Canaryremark")
    made = read_back(page)
    assert not any("Canary" in row.spoken for row in made.list.rows)
    assert not page._help.remark.isVisible()  # the person looks on
    page.show_section("consent")
    assert page._help.remark.isVisible()


def test_ux_33_page_keys_scroll_and_enter_opens_the_question(open_page: OpenPage) -> None:
    page = open_page()
    for spec in QUESTIONNAIRE.by_key["consent"].fields:
        page.editor.set_answer(f"consent.{spec.key}", "granted")
    with_remarks(page)
    made = read_back(page)
    bar = page._frame.scroll_page.verticalScrollBar()
    assert bar.maximum() > 0
    press(Qt.Key.Key_PageDown)
    assert bar.value() > 0
    made.list.setCurrentIndex(made.list.model().index(1, 0))
    press(Qt.Key.Key_Return)
    assert page.place().path == "consent.create_profile"


def test_ux_33_undo_while_reading_back_goes_to_the_question(open_page: OpenPage) -> None:
    page = open_page()
    page.editor.set_answer("identity.sex", "F")
    read_back(page)
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.place().path == "identity.sex"
    assert page.ends.page is None


@pytest.mark.parametrize("end", list(End))
def test_ux_39_the_place_outlives_another_second_language(open_page: OpenPage, end: End) -> None:
    page = open_page()
    page.show_end(end)
    page.set_second_language("fr")
    assert page.place().end is end


@pytest.mark.parametrize(("width", "height", "scale"), [(1366, 768, 100), (1366, 768, 200), (1024, 600, 100)])
@pytest.mark.parametrize("code", ["en", "ar", "en_XA"])
def test_ux_47_the_pages_of_the_end_have_no_fault(
    open_page: OpenPage, theme: Theme, code: str, width: int, height: int, scale: int
) -> None:
    page = open_page(code)
    with_remarks(page)
    page.resize(width, height)
    theme.set_text_scale(scale)
    found = []
    for end in End:
        page.show_end(end)
        for _ in range(3):
            QApplication.processEvents()
        found += [*unnamed(page), *clipped(page), *small_targets(page), *tab_order_faults(page)]
        scroll, shown = page._frame.scroll_page, page._frame.scroll_page.widget()
        assert shown is not None
        assert shown.width() <= scroll.viewport().width()
    theme.set_text_scale(100)
    assert not found
