"""Undo and redo over the whole profile (UX-07, UX-08, UX-33 of the steps' places)."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from s2w_desktop.domain.answers import Answer, NoAnswer, Quantity, Words, to_plain
from s2w_desktop.domain.canonical import canonical
from s2w_desktop.domain.fields import FieldKind, FieldSpec, field_path
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.services.editing import UNDO_STEPS, EditingSession
from s2w_desktop.services.interviews import Pair
from tests.domain.anyone import concepts, several_concepts
from tests.soaking import cases
from tests.ui.interview.conftest import OpenPage
from tests.ui.typing import click, commit, press, type_keys
from tests.workplaces import make_workplace

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20)
Edit = tuple[str, str, int, Answer | None]


def answers(spec: FieldSpec) -> st.SearchStrategy[Answer | None]:
    """Answers of a field's kind, its reasons, and blank."""
    codes = st.sampled_from(spec.code_list() or ("",))
    of_kind: dict[FieldKind, st.SearchStrategy[Answer]] = {
        FieldKind.TEXT: WORDS,
        FieldKind.WORDS: st.builds(Words, WORDS, st.just("ara"), WORDS, st.just("eng")),
        FieldKind.CHOICE: codes,
        FieldKind.LEVEL: codes,
        FieldKind.MANY: st.sets(codes, min_size=1, max_size=5).map(lambda chosen: tuple(sorted(chosen))),
        FieldKind.NUMBER: st.builds(Quantity, st.integers(0, 60).map(Decimal), st.booleans()),
        FieldKind.DATE: st.integers(1930, 2030).map(lambda year: SaidDate.plainly(str(year))),
    }
    if spec.concept:
        of_kind[FieldKind.CONCEPT] = concepts(spec.concept)
        of_kind[FieldKind.CONCEPTS] = several_concepts(spec.concept, 3)
    reasons = st.sampled_from(list(NoAnswer))
    return st.one_of(of_kind.get(spec.kind, reasons), reasons, st.none())


@st.composite
def edits(draw: st.DrawFn) -> Edit:
    """An edit anywhere: an answer, or (without a field) an entry added or taken out."""
    section = draw(st.sampled_from([section for section in QUESTIONNAIRE.sections if section.part or section.key == "record"]))
    spec = draw(st.sampled_from(section.fields))
    if section.repeats and draw(st.booleans()):
        return section.key, draw(st.sampled_from(["+", "-"])), draw(st.integers(0, 20)), None
    return section.key, spec.key, draw(st.integers(0, 20)), draw(answers(spec))


def make(session: EditingSession, edit: Edit) -> None:
    section, key, number, answer = edit
    entries = session.profile.entries(section)
    match key:
        case "+":
            session.add_entry(section)
        case "-" if entries:
            session.remove_entry(section, entries[number % len(entries)])
        case "-":
            return
        case _ if not QUESTIONNAIRE.by_key[section].repeats:
            session.set_answer(field_path(section, key), answer)
        case _ if entries:
            session.set_answer(field_path(section, key, entries[number % len(entries)]), answer)


def stored_bytes(profile: Profile) -> bytes:
    """A profile as it would be written."""
    plain = {path: held.rank if hasattr(held, "rank") else to_plain(held) for path, held in profile.held.items()}
    return canonical(plain)


@settings(max_examples=cases(60, soaked=200), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=st.lists(edits(), max_size=40), more=st.lists(edits(), max_size=3))
def test_ux_07_undo_all_gives_the_first_bytes_and_redo_all_the_last(
    tmp_path_factory: pytest.TempPathFactory, made: list[Edit], more: list[Edit]
) -> None:
    workplace = make_workplace(tmp_path_factory.mktemp("undo") / "store")
    session = workplace.interviews.begin(Pair("en", "ara"))
    first = stored_bytes(session.profile)
    seen = [first]
    for edit in made:
        make(session, edit)
        if stored_bytes(session.profile) != seen[-1]:
            seen.append(stored_bytes(session.profile))
    while session.undo():
        assert stored_bytes(session.profile) in seen
    assert stored_bytes(session.profile) == first
    while session.redo():
        assert stored_bytes(session.profile) in seen
    assert stored_bytes(session.profile) == seen[-1]
    session.undo()
    for edit in more:
        make(session, edit)
    while session.undo():
        pass
    assert stored_bytes(session.profile) == first
    workplace.close()


def test_ux_07_at_least_100_steps_across_sections(tmp_path: Path) -> None:
    workplace = make_workplace(tmp_path / "store")
    session = workplace.interviews.begin(Pair("en", "ara"))
    first = session.profile
    paths = ("identity.given_names", "status.right_to_work", "licence.can_drive", "record.remark")
    for number in range(100):
        session.set_answer(paths[number % 4], str(number) if number % 4 in (0, 3) else NoAnswer.REFUSED)
        session.set_answer("identity.family_names", str(number))
    steps = sum(1 for _ in iter(session.undo, None))
    assert 100 <= steps <= UNDO_STEPS
    assert steps == UNDO_STEPS or session.profile == first
    workplace.close()


def test_ux_07_the_screen_goes_to_the_place_of_the_step(open_page: OpenPage) -> None:
    page = open_page()
    page.editor.set_answer("identity.sex", "F")
    page.editor.set_answer("licence.can_drive", "yes")
    page.show_section("consent")
    for path in ("licence.can_drive", "identity.sex"):
        press(Qt.Key.Key_Z, CTRL)
        assert page.place().path == path
        assert page.editor.profile.get(path) is None
        assert page.sheet.blocks[path].isAncestorOf(QApplication.focusWidget())  # type: ignore[arg-type]
    page.show_section("consent")
    press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert page.place().path == "identity.sex"
    assert page.sheet.blocks["identity.sex"].answer == "F"


def test_ux_07_it_goes_into_the_entry_and_out_of_one_that_is_gone(open_page: OpenPage) -> None:
    page = open_page()
    entry = page.editor.add_entry("work")
    path = field_path("work", "job_type", entry)
    page.editor.set_answer(path, "EMP")
    page.show_section("consent")
    press(Qt.Key.Key_Z, CTRL)
    assert (page.place().section, page.place().entry, page.place().path) == ("work", entry, path)
    press(Qt.Key.Key_Z, CTRL)
    assert (page.place().section, page.place().entry) == ("work", None)
    press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert page.place().entry == entry


def test_ux_08_a_removed_entry_comes_back_at_its_place(open_page: OpenPage) -> None:
    page = open_page()
    before = page.editor.profile.entries("language")
    page.show_section("language")
    page.editor.remove_entry("language", before[0])
    page.show_section("consent")
    press(Qt.Key.Key_Z, CTRL)
    assert page.editor.profile.entries("language") == before
    assert page.place().section == "language"


def test_ux_07_typing_in_one_field_is_one_step_and_starts_anew_after_undo(open_page: OpenPage) -> None:
    page = open_page()
    page.show_section("identity")
    page.sheet.blocks["identity.given_names"].take_focus()
    type_keys(QApplication.focusWidget(), "Ada")  # type: ignore[arg-type]
    press(Qt.Key.Key_Z, CTRL)
    assert page.editor.profile.text("identity.given_names") == ""
    press(Qt.Key.Key_Z, CTRL | SHIFT)
    commit(QApplication.focusWidget(), "!")  # type: ignore[arg-type]
    press(Qt.Key.Key_Z, CTRL)
    assert page.editor.profile.text("identity.given_names") == "Ada"


def test_ux_07_a_remark_is_undone_too_and_its_box_says_so(open_page: OpenPage) -> None:
    page = open_page()
    page._help.remark.setFocus()
    commit(page._help.remark, "to be asked again")
    assert page.editor.profile.text("record.remark") == "to be asked again"
    page.editor.undo()
    assert page._help.remark.text() == ""


def test_ux_07_the_buttons_do_what_the_keys_do_and_say_whether_they_can(open_page: OpenPage) -> None:
    page = open_page()
    undo, redo = (next(b for b in page.findChildren(QPushButton) if b.accessibleName() == name) for name in ("Undo", "Redo"))
    assert not redo.isEnabled()
    page.editor.set_answer("identity.sex", "F")
    assert undo.isEnabled()
    click(undo)
    assert page.editor.profile.get("identity.sex") is None
    assert redo.isEnabled()
    click(redo)
    assert page.editor.profile.text("identity.sex") == "F"


def test_ux_52_a_step_is_announced_without_the_answer(open_page: OpenPage, monkeypatch: pytest.MonkeyPatch) -> None:
    page = open_page()
    told: list[str] = []
    monkeypatch.setattr("s2w_desktop.ui.interview.page.announce", lambda _widget, words: told.append(words))
    page.editor.set_answer("identity.given_names", "Canary")
    page.editor.undo()
    page.editor.redo()
    assert len(told) == 2
    assert told[0].startswith("Undone: ")
    assert told[1].startswith("Redone: ")
    assert not any("Canary" in words for words in told)
