"""In the grown copy: the form asks what was added, in both languages, and keeps what is entered by hand."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from officer import Officer
from s2w_desktop.domain.answers import NoAnswer
from s2w_desktop.domain.canonical import Plain
from s2w_desktop.domain.fields import FieldKind, field_path
from s2w_desktop.domain.ids import DeviceId
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.revisions import Origin, Revision, make_revision
from s2w_desktop.services.interviews import Pair
from s2w_desktop.services.keeping import view_of
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.forms.conflict import ConflictChoice
from s2w_desktop.ui.forms.file_input import FileInput
from tests.architecture.grown.garden import GARDEN, with_garden
from tests.domain.people import entry
from tests.made_concepts import SmallFinder
from tests.ui.interview.conftest import OpenPage
from tests.ui.typing import click

SOIL = "garden.soil"
ROWS = (entry("goat"), entry("bee"))


def test_a_field_of_every_kind_was_added() -> None:
    assert {spec.kind for spec in QUESTIONNAIRE.by_key["garden"].fields} == set(FieldKind)


@pytest.mark.parametrize("code", ["en", "ar"])
def test_the_form_takes_an_answer_of_every_kind_by_hand(open_page: OpenPage, workplace: Workplace, code: str) -> None:
    page = open_page(code, person="ara", concepts=SmallFinder())
    model = with_garden(page.editor.profile, ROWS)
    officer = Officer(page)
    for key in ("identity", "garden", "animal"):
        officer.record_section(QUESTIONNAIRE.by_key[key], model)
    page.finish_session()
    kept = workplace.interviews.read(page.editor.profile.id)
    assert kept.text("garden.main_crop") == "olives"
    assert kept.text("identity.lucky_number") == "7"
    assert {*GARDEN, "deed"} == {spec.key for spec in QUESTIONNAIRE.by_key["garden"].fields}
    assert all(kept.get(field_path("garden", key)) is not None for key in GARDEN)
    rows = kept.entries("animal")
    assert [kept.text(field_path("animal", "kind", row)) for row in rows] == ["goat", "bee"]


def test_a_copy_of_a_document_is_asked_for_at_its_question(open_page: OpenPage) -> None:
    page = open_page("en", person="ara")
    page.show_section("garden")
    block = page.sheet.blocks["garden.deed"]
    assert isinstance(block.input, FileInput)
    assert block in page.sheet.asked_blocks()


def test_an_entry_is_told_by_its_headline_and_reasons_are_one_key_away(open_page: OpenPage) -> None:
    page = open_page("en", person="ara")
    Officer(page).record_section(QUESTIONNAIRE.by_key["animal"], with_garden(page.editor.profile, ROWS))
    page.show_section("animal")
    QApplication.processEvents()
    names = [widget.accessibleName() for widget in QApplication.allWidgets()]
    assert "Goat here" in names
    page.show_section("garden")
    Officer(page).answer(page.sheet.blocks["garden.soil"], NoAnswer.REFUSED)
    assert page.editor.profile.get("garden.soil") is NoAnswer.REFUSED


def test_a_condition_hides_and_shows(open_page: OpenPage) -> None:
    page = open_page("en", person="ara")
    page.show_section("garden")
    assert page.sheet.blocks["garden.name"] not in page.sheet.asked_blocks()
    Officer(page).answer(page.sheet.blocks["garden.has_one"], "yes")
    assert page.sheet.blocks["garden.name"] in page.sheet.asked_blocks()


def test_answers_that_stand_against_each_other_are_told_in_words_and_one_is_kept(
    open_page: OpenPage, workplace: Workplace
) -> None:
    session = workplace.interviews.begin(Pair("en", "ara"))
    session.set_answer(SOIL, "sand")
    session.close()
    profile = session.profile.id
    (first,) = workplace.store.profiles.load(profile).revisions
    said: tuple[Plain, ...] = ("clay", {"no": "unknown"})
    theirs = [_of_another_laptop(workplace, first, plain) for plain in said]
    with workplace.store.inbox.transaction() as transaction:
        transaction.add_revisions(theirs)
        transaction.save_views([view_of(QUESTIONNAIRE, profile, (first, *theirs), workplace.sources.today())])
    page = open_page("en", session=workplace.interviews.open(profile))
    page.show_section("garden")
    choice = page.sheet.blocks[SOIL].findChild(ConflictChoice)
    assert choice is not None
    keep = {button.accessibleName(): button for button in choice.findChildren(QPushButton)}
    click(next(button for name, button in keep.items() if "Clay here" in name))
    page.finish_session()
    assert workplace.interviews.read(profile).text(SOIL) == "clay"


def _of_another_laptop(workplace: Workplace, first: Revision, plain: Plain) -> Revision:
    new_id = workplace.sources.new_id
    origin = Origin(DeviceId(new_id()), 1, 1, workplace.officer, first.clock + 1)
    return make_revision(
        questionnaire=QUESTIONNAIRE,
        profile=first.profile,
        parents=(first.id,),
        origin=origin,
        changes={SOIL: plain},
        new_id=new_id,
        new_salt=workplace.sources.new_salt,
    )
