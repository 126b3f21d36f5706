"""UX-16: what the centre hides is neither asked, counted nor printed, and every answer stays and comes back."""

from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from s2w_desktop.bundle.minisign import SigningKey
from s2w_desktop.bundle.template_file import signed_template
from s2w_desktop.domain.asking import as_asked, asked_fields, asked_sections
from s2w_desktop.domain.completeness import completeness
from s2w_desktop.domain.fields import Tier
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.stations import Role
from s2w_desktop.domain.templates import Template
from s2w_desktop.services.interviews import Beginning, Pair
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.values import ListQuery
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.kit.option import OptionGroup
from s2w_desktop.ui.pages.new_interview import NewInterviewPage
from s2w_desktop.ui.pages.settings import SettingsPage
from s2w_desktop.ui.pages.template_topic import TemplatePanel
from s2w_desktop.ui.routes import Area, Route
from s2w_desktop.ui.work import WorkArea
from tests.services.places import Place, enrol, export, interview, make_template
from tests.ui.interview.conftest import OpenPage
from tests.ui.pages.conftest import Desktop, Stores
from tests.ui.pages.keys import key, write
from tests.workplaces import reopen

HIDDEN = ["household", "identity.country_of_birth"]
ANSWERS = {"household__family_situation": "partner", "identity__country_of_birth": "ERI"}


def shown(profile: Profile) -> set[str]:
    """Every question that is put, by section.field."""
    return {f"{s.key}.{spec.key}" for s in asked_sections(QUESTIONNAIRE, profile) for spec in asked_fields(s, profile)}


def reopened(workplace: Workplace, profile: ProfileId) -> Profile:
    """The profile as an officer finds it who opens the interview and leaves it again."""
    session = workplace.interviews.open(profile)
    session.close()
    return session.profile


def test_ux_16_hide_reopen_unhide_and_the_answers_are_there(hq: Workplace, field: Workplace, tmp_path: Path) -> None:
    profile = interview(field, record__tier="standard", **ANSWERS)
    before = reopened(field, profile)
    assert "household.family_situation" in shown(before)
    field.templates.install(make_template(hq, tmp_path, hidden=HIDDEN))
    hidden = reopened(field, profile)
    assert not shown(hidden) & {"household.family_situation", "identity.country_of_birth"}
    assert completeness(QUESTIONNAIRE, hidden).whole.total < completeness(QUESTIONNAIRE, before).whole.total
    assert hidden.text("household.family_situation") == "partner"
    assert "household.family_situation" not in as_asked(QUESTIONNAIRE, hidden).held
    field.templates.remove()
    again = reopened(field, profile)
    assert again == before
    assert shown(again) == shown(before)


def test_ux_16_an_opening_notes_only_what_differs(hq: Workplace, field: Workplace, tmp_path: Path) -> None:
    profile = interview(field)
    field.templates.install(make_template(hq, tmp_path, hidden=HIDDEN))
    reopened(field, profile)
    revisions = len(field.store.profiles.load(profile).revisions)
    assert not field.interviews.open(profile).is_dirty
    reopened(field, profile)
    assert len(field.store.profiles.load(profile).revisions) == revisions


def test_ux_16_following_a_template_is_no_step_of_undo(hq: Workplace, field: Workplace, tmp_path: Path) -> None:
    profile = interview(field)
    field.templates.install(make_template(hq, tmp_path, hidden=HIDDEN, tier="standard"))
    session = field.interviews.open(profile)
    assert session.is_dirty
    assert not session.undo()
    session.set_answer("identity.given_names", "Rahel")
    assert session.undo()
    assert session.profile.text("record.tier") == "standard"
    assert session.profile.text("record.hidden") == "household identity.country_of_birth"


def test_ux_16_new_interviews_take_depth_hidden_parts_and_centre(hq: Workplace, field: Workplace, tmp_path: Path) -> None:
    made = make_template(hq, tmp_path, hidden=HIDDEN, tier="standard", centres=["Lyon", "Casa do Rio"])
    field.templates.install(made)
    chosen = field.interviews.begin(Pair("en", "ara"), Beginning(Tier.EXTENDED, "Casa do Rio")).profile
    assert (chosen.text("record.tier"), chosen.text("record.centre")) == ("standard", "Casa do Rio")
    assert chosen.text("record.hidden") == "household identity.country_of_birth"
    assert field.interviews.begin(Pair("en", "ara"), Beginning(centre="Elsewhere")).profile.text("record.centre") == "Lyon"


def test_ux_16_a_template_without_a_depth_leaves_the_officers_choice(hq: Workplace, field: Workplace, tmp_path: Path) -> None:
    field.templates.install(make_template(hq, tmp_path, hidden=HIDDEN))
    session = field.interviews.begin(Pair("en", "ara"), Beginning(Tier.EXTENDED))
    session.set_answer("identity.given_names", "Rahel")
    session.close()
    assert reopened(field, session.profile.id).text("record.tier") == "extended"


def test_ux_16_headquarters_counts_as_the_laptop_did(hq: Workplace, field: Workplace, stick: Path, tmp_path: Path) -> None:
    field.templates.install(make_template(hq, tmp_path, hidden=HIDDEN, tier="standard"))
    profile = interview(field, **ANSWERS)
    hq.importing.take(export(field, stick))
    (here,), (there,) = field.interviews.rows(ListQuery(), 0, 9), hq.interviews.rows(ListQuery(), 0, 9)
    assert (here.answered, here.asked) == (there.answered, there.asked)
    assert hq.interviews.read(profile).text("household.family_situation") == "partner"


def test_ux_16_a_day_that_has_not_come_changes_nothing(hq: Workplace, field: Workplace, tmp_path: Path) -> None:
    field.templates.install(make_template(hq, tmp_path, hidden=HIDDEN, valid_from="2999-01-01"))
    assert field.templates.in_force() is None
    assert reopened(field, interview(field)).text("record.hidden") == ""


def test_ux_16_what_protects_is_asked_even_where_a_profile_hides_it(field: Workplace) -> None:
    profile = interview(field, record__tier="standard", record__hidden="consent agreement contact household")
    keys = {section.key for section in asked_sections(QUESTIONNAIRE, field.interviews.read(profile))}
    assert {"consent", "agreement", "contact"} <= keys
    assert "household" not in keys


def test_ux_16_names_of_a_newer_questionnaire_are_told_and_ignored(field: Workplace, hq: Workplace, tmp_path: Path) -> None:
    newer = tmp_path / "newer.s2wt"
    newer.write_bytes(_signed_by(hq, ["household", "moon", "identity.shoe_size"]))
    told = field.templates.install(newer)
    assert told.unknown == ("moon", "identity.shoe_size")
    assert "household.family_situation" not in shown(reopened(field, interview(field, record__tier="standard")))


def _signed_by(hq: Workplace, hidden: list[str]) -> bytes:
    """A template as a newer headquarters would sign it: `make` here refuses names that it does not know."""
    key = SigningKey.parse(hq.store.stations.keys().signing_secret)
    return signed_template(Template("newer", 1, "Newer", date(2026, 1, 1), tuple(hidden)), key)


def test_ux_16_a_template_outlives_a_restart(tmp_path: Path) -> None:
    laptop, office = Place(tmp_path / "laptop", Role.FIELD), Place(tmp_path / "hq", Role.HEADQUARTERS)
    with closing(laptop.open()) as workplace, closing(office.open()) as hq:
        enrol(headquarters=hq, laptop=workplace, folder=tmp_path / "enrolment")
        workplace.templates.install(make_template(hq, tmp_path, hidden=HIDDEN))
    with closing(laptop.open()) as workplace:
        template = workplace.templates.in_force()
        assert template is not None
        assert template.hidden == tuple(HIDDEN)


# --- on screen ---


@pytest.fixture
def template(stores: Stores, tmp_path: Path) -> Path:
    """A template of the laptop's headquarters."""
    with closing(reopen(stores.headquarters)) as hq:
        return make_template(hq, tmp_path, hidden=HIDDEN, person_languages=["tir", "ukr"], centres=["Lyon", "Casa do Rio"])


def template_page(area: WorkArea) -> TemplatePanel:
    area.go(Route(Area.SETTINGS, topic="template"))
    QApplication.processEvents()
    assert isinstance(area.page, SettingsPage)
    panel = area.page.findChild(TemplatePanel)
    assert panel is not None
    return panel


def test_ux_16_the_settings_install_tell_and_remove_a_template(desktop: Desktop, stores: Stores, template: Path) -> None:
    _, area = desktop.unlocked(stores.field)
    panel = template_page(area)
    assert not panel.remove_button.isVisible()
    panel.install(template)
    assert panel.spot.notice is not None
    assert "Reception" in words_of(panel)
    assert "Household" in words_of(panel)
    key(panel.remove_button, Qt.Key.Key_Space)
    assert area.workplace.templates.in_force() is None
    assert "Household" not in words_of(panel)
    assert panel.install_button.hasFocus()


def test_ux_16_a_bad_signature_is_told_with_its_code_and_nothing_changes(
    desktop: Desktop, stores: Stores, template: Path
) -> None:
    _, area = desktop.unlocked(stores.field)
    panel = template_page(area)
    panel.install(template)
    template.write_bytes(template.read_bytes().replace(b"Reception", b"reception"))
    people = [area.workplace.interviews.read(row.id) for row in area.workplace.interviews.rows(ListQuery(), 0, 99)]
    panel.install(template)
    assert panel.spot.notice is not None
    assert "E-TEMPLATE-4" in panel.spot.notice.accessibleName()
    assert "Reception" in words_of(panel)
    assert [area.workplace.interviews.read(profile.id) for profile in people] == people


def words_of(panel: TemplatePanel) -> str:
    QApplication.processEvents()  # what was just put into the panel is shown at the next event
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def new_interview(area: WorkArea) -> NewInterviewPage:
    area.go(Route(Area.NEW_INTERVIEW))
    QApplication.processEvents()
    assert isinstance(area.page, NewInterviewPage)
    return area.page


def test_a_new_interview_offers_the_templates_languages_first(desktop: Desktop, stores: Stores, template: Path) -> None:
    window, area = desktop.unlocked(stores.field)
    area.workplace.templates.install(template)
    book = window.desk.book
    book.keep(replace(book.settings, interview_person=""))
    page = new_interview(area)
    for pressed in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):  # open the list, its first line, take it
        key(page.picker.line, pressed)
    assert page.picker.picked().key == "tir"


def test_the_depth_and_the_centre_are_chosen_by_keys_and_the_depth_is_remembered(
    desktop: Desktop, stores: Stores, template: Path
) -> None:
    window, area = desktop.unlocked(stores.field)
    area.workplace.templates.install(template)
    page = new_interview(area)
    write(page.picker.line, "Tigri")
    key(page.picker.line, Qt.Key.Key_Down)
    key(page.picker.line, Qt.Key.Key_Return)
    group(page, "Depth of the interview").rows[1].setFocus()
    key(group(page, "Depth of the interview").rows[1], Qt.Key.Key_Space)
    key(group(page, "Centre").rows[1], Qt.Key.Key_Space)
    before = {row.id for row in area.workplace.interviews.rows(ListQuery(), 0, 99)}
    page.begin_button.click()
    QApplication.processEvents()
    interview_page = window.scene if isinstance(window.scene, InterviewPage) else window.scene.findChild(InterviewPage)
    assert interview_page is not None
    profile = interview_page.editor.profile
    assert profile.id not in before
    assert (profile.text("record.tier"), profile.text("record.centre")) == ("standard", "Lyon")
    assert window.desk.book.settings.interview_tier == "standard"


def group(page: NewInterviewPage, name: str) -> OptionGroup:
    return next(one for one in page.findChildren(OptionGroup) if one.accessibleName() == name)


def test_where_the_template_decides_the_depth_nobody_is_asked(desktop: Desktop, stores: Stores, tmp_path: Path) -> None:
    with closing(reopen(stores.headquarters)) as hq:
        decided = make_template(hq, tmp_path, tier="standard")
    _, area = desktop.unlocked(stores.field)
    area.workplace.templates.install(decided)
    page = new_interview(area)
    assert "Depth of the interview" not in [one.accessibleName() for one in page.findChildren(OptionGroup)]


# --- the depth inside an interview ---


def test_the_depth_changes_inside_an_interview_and_nothing_is_lost(open_page: OpenPage, workplace: Workplace) -> None:
    page = open_page()
    choose_depth(page, "standard")
    page.show_section("household")
    page.editor.set_answer("household.family_situation", "partner")
    choose_depth(page, "core")
    assert page.sheet.section.key == "status"  # the last before it that is still put
    assert "household" not in [section.key for section in asked_sections(QUESTIONNAIRE, page.editor.profile)]
    assert workplace.interviews.read(page.editor.profile.id).text("household.family_situation") == "partner"
    choose_depth(page, "extended")
    page.show_section("household")
    assert page.sheet.blocks["household.family_situation"].answer == "partner"


def test_undo_brings_the_depth_back_and_the_screen_follows(open_page: OpenPage) -> None:
    page = open_page()
    page.show_section("identity")
    few = len(page.sheet.blocks)
    choose_depth(page, "extended")
    assert page.sheet.section.key == "identity"
    assert len(page.sheet.blocks) > few
    page.editor.undo()
    assert page.editor.profile.text("record.tier") in ("", "core")
    assert len(page.sheet.blocks) == few
    page.editor.redo()
    assert len(page.sheet.blocks) > few


def test_the_depth_button_tells_the_present_depth_in_the_language_of_the_officer(open_page: OpenPage) -> None:
    page = open_page()
    choose_depth(page, "standard")
    assert page.depths.accessibleName() == "Depth of the interview: \u2068Full, about 60 minutes\u2069"


def choose_depth(page: InterviewPage, code: str) -> None:
    """Take an entry of the menu."""
    next(action for action in page.depths.menu_actions if action.data() == code).trigger()
    QApplication.processEvents()
