"""A private remark on any question: written by key or sign, marked, undone, kept; the person never reads it (UX-17)."""

import json
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from s2w_desktop.domain.derived.variables import derive
from s2w_desktop.domain.fields import REMARK, field_path, is_remark, remark_path
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.reading import read_answer
from s2w_desktop.domain.revisions import Scope, is_protected
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.editing import EditingSession
from s2w_desktop.services.interviews import Pair
from s2w_desktop.services.profile_lines import profile_line
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.values import ListQuery
from s2w_desktop.ui.forms.entry import EntryCard
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.interview.place import End
from s2w_desktop.ui.interview.read_back import ReadBackPage
from s2w_desktop.ui.kit.audit import unnamed
from tests.services.places import Place, enrol, export
from tests.ui.interview.conftest import OpenPage
from tests.ui.interview.test_conflict import answer_of
from tests.ui.typing import click, press, type_keys
from tests.ux.test_show_mode import tree

CTRL = Qt.KeyboardModifier.ControlModifier
CANARY = "Zyxwvelda"
NAME = "identity.given_names"


def remarked(session: EditingSession) -> int:
    """A canary on every question of every section, entries among them; how many."""
    session.set_answer("record.tier", "extended")
    count = 0
    for section in QUESTIONNAIRE.sections:
        if not section.part:
            continue
        entry = session.add_entry(section.key) if section.repeats else None
        for spec in section.fields:
            session.set_answer(remark_path(field_path(section.key, spec.key, entry)), f"{CANARY} {section.key} {spec.key}")
            count += 1
    session.save()
    return count


def begun(workplace: Workplace) -> EditingSession:
    session = workplace.interviews.begin(Pair("en", "ara"))
    session.set_answer("consent.create_profile", "granted")
    session.set_answer(NAME, "Layla")
    return session


def at_question(page: InterviewPage, path: str = NAME) -> None:
    page.show_section(path.partition(".")[0], None, path)
    QApplication.processEvents()


def written(page: InterviewPage, words: str, path: str = NAME) -> QPlainTextEdit:
    """The remark on a question, typed by key alone."""
    at_question(page, path)
    press(Qt.Key.Key_R, CTRL)
    area = page.sheet.blocks[path].remark.area
    assert area is not None
    assert area.hasFocus()
    type_keys(area, words)
    return area


def seen(widget: QWidget) -> str:
    """Every word in the window and in its accessibility tree."""
    words = [label.text() for label in widget.findChildren(QLabel)]
    words += [field.text() for field in widget.findChildren(QLineEdit)]
    words += [field.toPlainText() for field in widget.findChildren(QPlainTextEdit)]
    return " ".join([*words, *tree(widget)])


def test_ux_17_a_key_opens_the_remark_and_the_same_key_goes_back_to_the_answer(open_page: OpenPage, workplace: Workplace) -> None:
    page = open_page()
    written(page, "asks us to call her by it")
    assert page.editor.profile.text(remark_path(NAME)) == "asks us to call her by it"
    press(Qt.Key.Key_R, CTRL)
    block = page.sheet.blocks[NAME]
    assert block.remark.area is None
    assert block.isAncestorOf(QApplication.focusWidget())  # type: ignore[arg-type]
    assert workplace.interviews.read(page.editor.profile.id).text(remark_path(NAME)) == "asks us to call her by it"


def test_ux_17_a_remark_is_saved_while_it_is_typed(open_page: OpenPage, workplace: Workplace, qtbot: QtBot) -> None:
    page = open_page()
    written(page, "speaks quickly")
    profile = page.editor.profile.id
    qtbot.waitUntil(lambda: not page.editor.session.is_dirty)
    assert workplace.interviews.read(profile).text(remark_path(NAME)) == "speaks quickly"


def test_ux_17_a_question_with_a_remark_is_marked_and_one_without_is_not(open_page: OpenPage) -> None:
    page = open_page()
    written(page, "speaks quickly")
    other = "identity.family_names"
    page.sheet.blocks[other].take_focus()
    QApplication.processEvents()
    marked, active = page.sheet.blocks[NAME].remark, page.sheet.blocks[other].remark
    assert marked.area is None  # folded away, for the person may look on
    assert marked.corner is not None
    assert marked.corner.isVisible()
    assert "Has a private remark" in marked.corner.accessibleName()
    assert "speaks" not in seen(page.sheet)
    assert active.corner is not None
    assert "Private remark on this question" in active.corner.accessibleName()
    assert page.sheet.blocks["identity.sex"].remark.corner is None
    assert not unnamed(page)


def test_ux_17_the_sign_in_the_corner_opens_it_too(open_page: OpenPage) -> None:
    page = open_page()
    at_question(page)
    corner = page.sheet.blocks[NAME].remark.corner
    assert corner is not None
    click(corner)
    area = page.sheet.blocks[NAME].remark.area
    assert area is not None
    assert area.hasFocus()


def test_ux_17_the_sign_keeps_to_the_corner_and_covers_no_input(open_page: OpenPage) -> None:
    for code in ("en", "ar"):
        page = open_page(code)
        at_question(page)
        block = page.sheet.blocks[NAME]
        corner, card = block.remark.corner, block.parentWidget()
        assert corner is not None
        assert card is not None
        place = corner.geometry()
        assert (place.center().x() < card.width() / 2) is (code == "ar")
        field = block.input.widget
        assert place.bottom() <= field.mapTo(card, field.rect().topLeft()).y()


def test_ux_17_undo_takes_a_remark_back_where_it_is_and_redo_brings_it(open_page: OpenPage) -> None:
    page = open_page()
    written(page, "speaks quickly")
    page.show_section("work_summary")
    page.editor.undo()
    assert page.place().path == NAME
    assert page.editor.profile.get(remark_path(NAME)) is None
    page.editor.redo()
    area = page.sheet.blocks[NAME].remark.area
    assert area is not None
    assert area.toPlainText() == "speaks quickly"


def test_ux_17_every_question_takes_a_remark_and_nothing_else_does(workplace: Workplace) -> None:
    session = begun(workplace)
    count = remarked(session)
    session.close()
    profile = workplace.interviews.read(session.profile.id)
    assert sum(is_remark(path) for path in profile.held) == count
    assert all(is_protected(QUESTIONNAIRE, path) for path in profile.held if is_remark(path))
    for path in (remark_path("record.centre"), remark_path(remark_path(NAME)), remark_path("identity.nothing")):
        with pytest.raises(KeyError):
            QUESTIONNAIRE.spec(path)
    assert read_answer(QUESTIONNAIRE.spec(remark_path(NAME)), NAME, "x" * REMARK.max_length)


def test_ux_17_no_remark_reaches_the_paper_the_lines_or_the_analysis(workplace: Workplace) -> None:
    session = begun(workplace)
    remarked(session)
    for languages in (("en", "ar"), ("ar",)):
        with closing(pypdfium2.PdfDocument(workplace.papers.profile_paper(session.profile.id, languages))) as paper:
            assert all(CANARY not in page.get_textpage().get_text_range() for page in paper)
    assert CANARY not in json.dumps(profile_line(QUESTIONNAIRE, session.profile))
    today = workplace.sources.today()
    assert CANARY not in str(derive(QUESTIONNAIRE, session.profile, today).columns())
    bare = Profile(session.profile.id, {path: held for path, held in session.profile.held.items() if not is_remark(path)})
    assert derive(QUESTIONNAIRE, bare, today).columns() == derive(QUESTIONNAIRE, session.profile, today).columns()


def test_ux_17_no_remark_is_seen_while_the_person_looks(open_page: OpenPage, workplace: Workplace) -> None:
    session = begun(workplace)
    remarked(session)
    page = open_page(session=session)
    for path in (NAME, "identity.date_of_birth", "identity.sex", "transversal.strengths", "work_summary.years_worked_total"):
        at_question(page, path)
        press(Qt.Key.Key_R, CTRL)
        assert CANARY in seen(page.sheet)
        page.show_to_person()
        window = page.showing.window
        assert window is not None
        QApplication.processEvents()
        assert CANARY not in seen(window)
        assert CANARY not in seen(page.sheet)  # nor beside it, on the officer's screen
        page.showing.end()
        QApplication.processEvents()
    page.show_end(End.READ_BACK)
    read = page.ends.page
    assert isinstance(read, ReadBackPage)
    assert CANARY not in seen(read)
    assert CANARY not in str(read.list.rows)
    press(Qt.Key.Key_R, CTRL)
    assert CANARY not in seen(read)


@pytest.mark.parametrize(("word", "scope"), [("granted", Scope.FULL), ("refused", Scope.OPEN)])
def test_ux_17_a_remark_travels_only_with_the_name(tmp_path: Path, word: str, scope: Scope) -> None:
    with (
        closing(Place(tmp_path / "hq", Role.HEADQUARTERS).open()) as hq,
        closing(Place(tmp_path / "laptop", Role.FIELD).open()) as field,
    ):
        enrol(headquarters=hq, laptop=field, folder=tmp_path / "enrolment")
        session = begun(field)
        session.set_answer("consent.send_with_name", word)
        session.set_answer("consent.send_for_figures", "granted")
        session.set_answer(remark_path(NAME), CANARY)
        session.close()
        hq.importing.take(export(field, tmp_path / "stick"))
        (revision,) = hq.store.profiles.load(session.profile.id).revisions
        assert revision.scope is scope
        assert hq.interviews.read(session.profile.id).text(remark_path(NAME)) == (CANARY if scope is Scope.FULL else "")


def test_ux_17_the_list_is_searched_by_remarks(workplace: Workplace) -> None:
    session = begun(workplace)
    session.set_answer(remark_path(NAME), "needs a ramp")
    session.close()
    assert [row.id for row in workplace.interviews.rows(ListQuery(search="ramp"), 0, 5)] == [session.profile.id]


def test_ux_17_a_remark_on_a_shielded_question_is_taken_away_with_it(workplace: Workplace) -> None:
    session = begun(workplace)
    entry = session.add_entry("work")
    employer, flag = (field_path("work", key, entry) for key in ("employer", "sensitive_employer"))
    session.set_answer(remark_path(employer), CANARY)
    session.close()
    session = workplace.interviews.open(session.profile.id)
    session.set_answer(flag, "yes")
    assert session.profile.get(remark_path(employer)) is None
    session.close()
    stored = workplace.store.profiles.load(session.profile.id)
    assert all(CANARY.encode() not in one.protected.text for one in stored.revisions if one.protected)


def test_ux_17_a_copied_entry_has_no_remark_and_a_folded_one_shows_that_it_has_one(open_page: OpenPage) -> None:
    page = open_page()
    entry = page.editor.add_entry("work")
    page.editor.set_answer(remark_path(field_path("work", "title_own_words", entry)), CANARY)
    copy = page.editor.copy_entry("work", entry)
    assert [path for path in page.editor.profile.held if is_remark(path)] == [
        remark_path(field_path("work", "title_own_words", entry))
    ]
    page.show_section("work", copy)
    cards = {card.entry: card for card in page.sheet.findChildren(EntryCard)}
    assert "private remark" in cards[entry].accessibleName()
    assert "private remark" not in cards[copy].accessibleName()
    page.editor.remove_entry("work", entry)
    assert not [path for path in page.editor.profile.held if is_remark(path)]


def test_ux_17_what_two_colleagues_remarked_is_kept_whole(open_page: OpenPage, workplace: Workplace) -> None:
    session = begun(workplace)
    session.close()
    profile, path = session.profile.id, remark_path(NAME)
    (first,) = workplace.store.profiles.load(profile).revisions
    theirs = [answer_of(workplace, first, words, path) for words in ("speaks quickly", "rather shy")]
    with workplace.store.inbox.transaction() as transaction:
        transaction.add_revisions(theirs)
    page = open_page(session=workplace.interviews.open(profile))
    assert path in page.editor.session.conflicts
    at_question(page)
    corner = page.sheet.blocks[NAME].remark.corner
    assert corner is not None
    assert "Colleagues remarked different things" in corner.accessibleName()
    press(Qt.Key.Key_R, CTRL)
    assert set(page.editor.profile.text(path).splitlines()) == {"speaks quickly", "rather shy"}
    assert path not in page.editor.session.conflicts
