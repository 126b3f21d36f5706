"""Two colleagues answered one question differently: both answers stand on the card until a person decides."""

from dataclasses import replace

from PySide6.QtWidgets import QApplication, QPushButton

from s2w_desktop.domain.handover import Handover
from s2w_desktop.domain.ids import DeviceId, ProfileId
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.revisions import Origin, Revision, make_revision
from s2w_desktop.services.interviews import Pair
from s2w_desktop.services.keeping import view_of
from s2w_desktop.services.sources import system_sources
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.values import ListQuery
from s2w_desktop.ui.forms.conflict import ConflictChoice
from tests.ui.interview.conftest import OpenPage
from tests.ui.typing import click

SEX = "identity.sex"


def two_answers(workplace: Workplace) -> ProfileId:
    """A profile that two other laptops changed at the same time."""
    session = workplace.interviews.begin(Pair("en", "ara"))
    session.set_answer("consent.create_profile", "granted")
    session.set_answer(SEX, "M")
    session.close()
    profile = session.profile.id
    (first,) = workplace.store.profiles.load(profile).revisions
    theirs = [answer_of(workplace, first, code) for code in ("F", "X")]
    with workplace.store.inbox.transaction() as transaction:
        transaction.add_revisions(theirs)
        transaction.save_views([view_of(QUESTIONNAIRE, profile, (first, *theirs), workplace.sources.today())])
    return profile


def answer_of(workplace: Workplace, first: Revision, code: str, path: str = SEX) -> Revision:
    sources = system_sources()
    origin = Origin(DeviceId(sources.new_id()), 1, 1, workplace.officer, first.clock + ord(code[0]))
    return make_revision(
        questionnaire=QUESTIONNAIRE,
        profile=first.profile,
        parents=(first.id,),
        origin=replace(origin, lseq=1),
        changes={path: code},
        new_id=sources.new_id,
        new_salt=sources.new_salt,
    )


def test_both_answers_are_shown_and_a_person_decides(open_page: OpenPage, workplace: Workplace) -> None:
    profile = two_answers(workplace)
    (row,) = workplace.interviews.rows(ListQuery(), 0, 5)
    assert (row.handover, row.conflicts) == (Handover.NEEDS_YOU, 1)
    page = open_page(session=workplace.interviews.open(profile))
    page.show_section("identity")
    choice = page.sheet.blocks[SEX].findChild(ConflictChoice)
    assert choice is not None
    keep = {button.accessibleName(): button for button in choice.findChildren(QPushButton)}
    assert len(keep) == 2
    click(next(button for name, button in keep.items() if "Female" in name))
    QApplication.processEvents()
    assert page.editor.profile.text(SEX) == "F"
    assert page.sheet.blocks[SEX].findChild(ConflictChoice) is None
    page.finish_session()
    assert workplace.interviews.read(profile).text(SEX) == "F"
    (row,) = workplace.interviews.rows(ListQuery(), 0, 5)
    assert row.conflicts == 0


def test_an_open_conflict_survives_other_edits(open_page: OpenPage, workplace: Workplace) -> None:
    profile = two_answers(workplace)
    page = open_page(session=workplace.interviews.open(profile))
    page.show_section("licence")
    page.editor.set_answer("licence.can_drive", "yes")
    page.finish_session()
    (row,) = workplace.interviews.rows(ListQuery(), 0, 5)
    assert row.conflicts == 1
