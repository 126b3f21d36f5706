"""UX-18 to UX-21: dates as people remember them, in their calendar and their digits, typed by keys, kept for ever.

Every day from 1900 to 2035 in every calendar: `tests/domain/test_calendars.py`.
"""

import json
import unicodedata
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLineEdit

from officer import Officer, choose
from s2w_desktop.domain.answers import to_plain
from s2w_desktop.domain.calendars import CalendarKey, calendar_of
from s2w_desktop.domain.date_entry import DateBoxes, DateEntry, DateMode, entry_of
from s2w_desktop.domain.dates import FIRST_DAY, LAST_DAY, PartialDate, in_calendar, in_gregorian
from s2w_desktop.domain.folding import latin_digits
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.reading import read_answer
from s2w_desktop.domain.said_dates import MOST_SAID, DateFault, SaidDate
from s2w_desktop.i18n.answer_texts import answer_text
from s2w_desktop.i18n.isolation import without_isolates
from s2w_desktop.i18n.translator import english
from s2w_desktop.services.profile_lines import profile_line, read_profile_lines
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.forms.date_field import DateField
from s2w_desktop.ui.forms.date_input import DateInput
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.kit.text import BilingualLabel, Label
from tests.domain.said import DIGITS, FORMS, entries, partial_dates
from tests.services.places import answers_of, export, interview
from tests.ui.interview.conftest import OpenPage
from tests.ui.typing import commit, press, type_keys

BORN = "identity.date_of_birth"
SPEC = QUESTIONNAIRE.spec(BORN)
DAY = timedelta(days=1)
GREGORIAN, SOLAR, ETHIOPIAN = CalendarKey.GREGORIAN, CalendarKey.SOLAR_HIJRI, CalendarKey.ETHIOPIAN
TOLD = [
    *[SaidDate.plainly(edtf) for edtf in FORMS],
    *[SaidDate.heard(said, SOLAR) for said in ("۱۳۶۳", "۱۳۶۳~", "۱۳۶۳-۵-۷", "۱۳۶X", "../۱۳۶۳", "۱۳۶۳/۱۳۶۵-۲", "1363/..")],
    SaidDate.heard("1405-9", CalendarKey.ISLAMIC),
    SaidDate.heard("1976-13-5?", ETHIOPIAN),
    SaidDate.heard("١٩٨٤", GREGORIAN),
    SaidDate.heard("the year of the flood", SOLAR),
    SaidDate.heard("1984--7", GREGORIAN),
    SaidDate(PartialDate.parse("1984"), "when the rains failed", ETHIOPIAN),
]


def date_of(page: InterviewPage) -> DateField:
    """The field for the date of birth, with the caret in it."""
    page.show_section("identity")
    block = page.sheet.blocks[BORN]
    assert isinstance(block.input, DateInput)
    block.take_focus()
    QApplication.processEvents()
    return block.input.field


# --- UX-18: every form ---


@given(partial_dates())
def test_ux_18_every_date_comes_back_from_the_boxes(date: PartialDate) -> None:
    assert entry_of(SaidDate(date)).answer() == SaidDate(date)


@given(entries())
def test_ux_18_whatever_stands_in_the_boxes_is_kept_and_comes_back(entry: DateEntry) -> None:
    answer = entry.answer()
    if answer is None:
        return
    assert entry_of(answer).answer() == answer
    assert read_answer(SPEC, BORN, to_plain(answer)) == answer
    without_isolates(answer_text(english(), "identity", SPEC, answer))
    if answer.date is None and entry.mode is DateMode.EXACT and len(answer.said) < MOST_SAID:
        assert all(part.strip() in answer.said for part in (entry.first.year, entry.first.month, entry.first.day))


def test_ux_18_every_form_goes_through_store_bundle_and_lines(field: Workplace, hq: Workplace, stick: Path) -> None:
    told = {interview(field, identity__date_of_birth=answer): answer for answer in TOLD}
    hq.importing.take(export(field, stick))
    for place in (field, hq):
        kept = answers_of(place)
        assert {profile: kept[profile].get(BORN) for profile in told} == told
    for profile in answers_of(field).values():
        line = json.dumps(profile_line(QUESTIONNAIRE, profile)).encode()
        ((_, read),) = read_profile_lines(QUESTIONNAIRE, [line], field.sources.new_id)
        assert isinstance(read, Profile)
        assert read.get(BORN) == profile.get(BORN)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1984", "1984"),
        ("1984~", "about 1984"),
        ("1984?", "perhaps 1984"),
        ("1984%", "perhaps about 1984"),
        ("198X", "the 1980s"),
        ("19XX", "1900 to 1999"),
        ("1984-05", "May 1984"),
        ("1984-05-07~", "about 7 May 1984"),
        ("1984/1986", "1984 to 1986"),
        ("1984-05~/1986", "about May 1984 to 1986"),
        ("../1984", "before 1984"),
        ("1984/..", "after 1984"),
    ],
)
def test_ux_18_every_form_is_told_in_words(edtf: str, words: str) -> None:
    assert without_isolates(answer_text(english(), "identity", SPEC, SaidDate.plainly(edtf))) == words


def test_ux_18_every_form_is_entered_by_keys_kept_and_shown_again(open_page: OpenPage, workplace: Workplace) -> None:
    page = open_page(person="prs")
    officer = Officer(page)
    for answer in TOLD[:-1]:  # the last is of another program: its words fit no boxes
        date_of(page)
        officer.answer(page.sheet.blocks[BORN], answer)
        assert workplace.interviews.read(page.editor.profile.id).get(BORN) == answer
        page.show_section("status")
        assert date_of(page).answer() == answer
        page.editor.set_answer(BORN, None)
        page.editor.save_now()


# --- UX-19: four calendars, two renderings, three things kept ---


@given(st.sampled_from(CalendarKey), st.dates(FIRST_DAY, LAST_DAY), st.integers(1, 3))
def test_ux_19_what_is_told_covers_its_days_and_not_one_more(key: CalendarKey, day: date, known: int) -> None:
    parts = calendar_of(key).parts(day)
    said = "-".join(map(str, (f"{parts[0]:04d}", *parts[1:known])))
    heard = SaidDate.heard(said, key)
    if heard.fault is DateFault.YEAR:  # a year that begins before FIRST_DAY or ends after LAST_DAY
        assert (day - FIRST_DAY).days < 366 or (LAST_DAY - day).days < 366
        return
    assert heard.date is not None
    first, last = heard.date.span
    assert first is not None
    assert last is not None
    assert first <= day <= last
    inside = [calendar_of(key).parts(one)[:known] for one in (first, last)]
    outside = [calendar_of(key).parts(one)[:known] for one in (first - DAY, last + DAY)]
    assert inside == [parts[:known]] * 2
    assert parts[:known] not in outside
    there = in_calendar(heard.date, key)
    assert in_gregorian(there, calendar_of(key)).span == heard.date.span


def test_ux_19_a_year_alone_becomes_the_right_two_years() -> None:
    heard = SaidDate.heard("۱۳۶۳", SOLAR)
    assert to_plain(heard) == {"said": "۱۳۶۳", "calendar": "solar_hijri", "date": "1984-03-21/1985-03-20"}
    assert without_isolates(answer_text(english(), "identity", SPEC, heard)) == "1363 (Solar Hijri), 1984/85"


@pytest.mark.parametrize(
    ("person", "calendar"),
    [("prs", SOLAR), ("fas", SOLAR), ("pus", SOLAR), ("amh", ETHIOPIAN), ("tir", ETHIOPIAN), ("ara", GREGORIAN)],
)
def test_ux_19_the_calendar_of_the_persons_country_is_offered(open_page: OpenPage, person: str, calendar: CalendarKey) -> None:
    assert date_of(open_page(person=person)).entry().calendar is calendar


def test_ux_19_both_renderings_stand_below_the_boxes_in_both_languages(open_page: OpenPage) -> None:
    page = open_page("en", person="ara")
    field = date_of(page)
    choose(field.calendar_button, "solar_hijri")
    commit(field.boxes[2], "۱۳۶۳")
    shown = [without_isolates(label.text()) for label in _line(page).findChildren(Label)]
    assert shown[0] == "1363 = 21 March 1984 to 20 March 1985"
    assert "1363" in shown[1]
    assert "مارس" in shown[1]


def test_ux_19_a_calendar_once_chosen_is_remembered_for_the_person(open_page: OpenPage) -> None:
    page = open_page(person="ara")
    field = date_of(page)
    choose(field.calendar_button, "ethiopian")
    commit(field.boxes[2], "1976")
    page.show_section("status")
    arrived = page.sheet.blocks["status.arrival_host_country"].input
    assert isinstance(arrived, DateInput)
    assert arrived.field.entry().calendar is ETHIOPIAN


# --- UX-20: typed, by keys ---


def test_ux_20_a_date_is_typed_with_keys_alone_and_no_pop_up_of_days_is_there(open_page: OpenPage, workplace: Workplace) -> None:
    page = open_page(person="ara")
    field = date_of(page)
    assert not page.findChildren(QCalendarWidget)
    assert QApplication.focusWidget() is field.boxes[2]
    type_keys(field.boxes[2], "1363")
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is field.calendar_button
    choose(field.calendar_button, "solar_hijri")
    for expected in (field.boxes[2], field.boxes[1], field.boxes[0], field.mode_button):
        press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
        assert QApplication.focusWidget() is expected
    choose(field.mode_button, "range")
    for box in field.last_boxes[2:]:
        box.setFocus()
        type_keys(box, "1365")
    page.editor.save_now()
    kept = workplace.interviews.read(page.editor.profile.id)
    assert kept.get(BORN) == SaidDate.heard("1363/1365", SOLAR)


def test_ux_20_the_boxes_of_an_end_come_with_the_range_and_tab_leads_through_them(open_page: OpenPage) -> None:
    page = open_page(person="ara")
    field = date_of(page)
    assert len(field.findChildren(QLineEdit)) == len(field.boxes)
    choose(field.mode_button, "range")
    field.boxes[2].setFocus()
    for expected in (*field.last_boxes, field.calendar_button):
        press(Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is expected
    choose(field.mode_button, "decade")
    assert not any(box.isVisible() for box in (*field.last_boxes, *field.boxes[:2]))
    field.boxes[2].setFocus()
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is field.calendar_button


@pytest.mark.parametrize(
    ("boxes", "sentence"),
    [
        (DateBoxes("19"), "The year does not have four digits"),
        (DateBoxes("1984", "", "7"), "not complete"),
        (DateBoxes("1984", "2", "30"), "no such day"),
        (DateBoxes("spring"), "something else than numbers"),
    ],
)
def test_ux_20_what_makes_no_date_is_remarked_upon_and_never_lost(
    open_page: OpenPage, workplace: Workplace, boxes: DateBoxes, sentence: str
) -> None:
    page = open_page()
    field = date_of(page)
    for box, text in zip(field.boxes, (boxes.day, boxes.month, boxes.year), strict=True):
        commit(box, text)
    page.show_section("status")
    shown = date_of(page)
    assert shown.entry().first == boxes
    assert any(sentence in label.text() for label in page.sheet.blocks[BORN].findChildren(Label))
    again = workplace.interviews.read(page.editor.profile.id)  # as after a kill: read from the store
    answer = again.get(BORN)
    assert isinstance(answer, SaidDate)
    assert entry_of(answer).first == boxes


def test_ux_20_what_stands_in_boxes_that_are_not_needed_waits_there(open_page: OpenPage) -> None:
    page = open_page()
    field = date_of(page)
    for box, text in zip(field.boxes, ("7", "5", "1980"), strict=True):
        commit(box, text)
    choose(field.mode_button, "decade")
    assert str(field.answer().date) == "198X"  # type: ignore[union-attr]  # an answer is there
    choose(field.mode_button, "exact")
    assert str(field.answer().date) == "1980-05-07"  # type: ignore[union-attr]  # as above


# --- UX-21: digits of any script ---


@given(st.text(DIGITS, min_size=4, max_size=4), st.text(DIGITS, min_size=1, max_size=2), st.text(DIGITS, min_size=1, max_size=2))
def test_ux_21_digits_of_every_script_mean_the_same_and_stay_as_typed(year: str, month: str, day: str) -> None:
    typed = DateEntry(GREGORIAN, first=DateBoxes(year, month, day)).answer()
    latin = DateEntry(GREGORIAN, first=DateBoxes(*map(latin_digits, (year, month, day)))).answer()
    assert typed is not None
    assert latin is not None
    assert (typed.date, typed.fault) == (latin.date, latin.fault)
    if not (year + month + day).isascii():
        assert typed.said == f"{year}-{month}-{day}"
        assert entry_of(typed).first == DateBoxes(year, month, day)


@given(st.sampled_from(range(180, 220)), st.data())
def test_ux_21_a_decade_keeps_its_script(decade: int, data: st.DataObject) -> None:
    zero = data.draw(DIGITS.map(lambda digit: chr(ord(digit) - unicodedata.decimal(digit))))
    year = "".join(chr(ord(zero) + int(digit)) for digit in f"{decade}0")
    typed = DateEntry(GREGORIAN, DateMode.DECADE, DateBoxes(year))
    answer = typed.answer()
    assert answer is not None
    assert str(answer.date) == f"{decade}X"
    assert entry_of(answer) == typed


def test_ux_21_digits_of_another_script_are_typed_and_kept(open_page: OpenPage, workplace: Workplace) -> None:
    page = open_page()
    field = date_of(page)
    for box, text in zip(field.boxes, ("٧", "٥", "١٩٨٤"), strict=True):
        commit(box, text)
    page.editor.save_now()
    kept = workplace.interviews.read(page.editor.profile.id).get(BORN)
    assert kept == SaidDate(PartialDate.parse("1984-05-07"), "١٩٨٤-٥-٧", GREGORIAN)


def _line(page: InterviewPage) -> BilingualLabel:
    found = page.sheet.blocks[BORN].input
    assert isinstance(found, DateInput)
    return found.line
