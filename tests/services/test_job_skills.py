"""The likely skills of a job as the interview asks them, and what an answer adds to the profile."""

from pathlib import Path

import pytest

from s2w_desktop.domain.concepts import Concept
from s2w_desktop.domain.errors import InvalidAnswer
from s2w_desktop.domain.fields import field_path
from s2w_desktop.reference.esco_data import EscoData
from s2w_desktop.services.editing import EditingSession
from s2w_desktop.services.interviews import Pair
from s2w_desktop.services.job_skills import AskedSkill, Said, asked_skill, can_ask, has_room, skill_answers, skills_to_ask
from s2w_desktop.services.likely_skills import LikelySkills
from s2w_desktop.services.workplace import Workplace
from tests import small_esco
from tests.small_esco import occupation, skill, uri


@pytest.fixture
def data(hq: Workplace, tmp_path: Path) -> EscoData:
    small_esco.install(hq, tmp_path / "pack")
    found = hq.esco()
    assert found is not None
    return found


@pytest.fixture
def session(hq: Workplace) -> EditingSession:
    begun = hq.interviews.begin(Pair("en", "ara"))
    begun.set_answer("record.tier", "standard")
    return begun


def test_a_job_is_asked_about_once_it_tells_which_work_it_was(data: EscoData, session: EditingSession) -> None:
    job = session.add_entry("work")
    assert not can_ask(session.profile, job)
    likely = LikelySkills(data)
    assert not skills_to_ask(likely, session.profile, job)
    session.set_answer(field_path("work", "isco08", job), "7531")
    assert can_ask(session.profile, job)
    asked = skills_to_ask(likely, session.profile, job)
    assert set(asked[:4]) == {
        uri("skill", name) for name in ("sew pieces of fabric", "cut fabrics", "measure the human body", "alter wearing apparel")
    }
    session.set_answer("record.tier", "core")
    assert not can_ask(session.profile, job)


def test_a_skill_of_the_profile_is_shown_as_confirmed(data: EscoData, session: EditingSession) -> None:
    job = session.add_entry("work", {"occupation_esco": occupation("tailor")})
    entry = session.add_entry("skill", {"esco_skill": skill("cut fabrics"), "level": "with_help"})
    expert = session.add_entry("skill", {"esco_skill": skill("iron textiles"), "level": "expert"})
    told = {skill: asked_skill(session.profile, skill) for skill in skills_to_ask(LikelySkills(data), session.profile, job)}
    cut, iron, sew = (uri("skill", name) for name in ("cut fabrics", "iron textiles", "sew pieces of fabric"))
    assert told[cut] == AskedSkill(cut, entry, Said.WITH_HELP)
    assert told[iron] == AskedSkill(iron, expert, Said.YES)
    assert told[sew] == AskedSkill(sew)


def test_a_confirmed_skill_is_one_step_of_undo(data: EscoData, session: EditingSession) -> None:
    before = session.profile
    entry = session.add_entry("skill", skill_answers(data, uri("skill", "cut fabrics"), Said.WITH_HELP, ("ar",)))
    held = session.profile.get(field_path("skill", "esco_skill", entry))
    assert held == Concept(uri("skill", "cut fabrics"), "", "قص الأقمشة", "ar", small_esco.VERSION)
    assert session.profile.text(field_path("skill", "level", entry)) == "with_help"
    session.undo()
    assert session.profile == before


def test_an_entry_that_cannot_be_held_changes_nothing(session: EditingSession) -> None:
    before = session.profile
    with pytest.raises(InvalidAnswer):
        session.add_entry("skill", {"level": "brilliant"})
    assert session.profile == before


def test_a_profile_has_room_for_so_many_skills_and_no_more(session: EditingSession) -> None:
    for _ in range(40):
        assert has_room(session.profile)
        session.add_entry("skill")
    assert not has_room(session.profile)
