"""Two officers of one headquarters in one profile: each has open work of their own, and nobody's edits are lost."""

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from s2w_desktop.domain.answers import Answer
from s2w_desktop.domain.erasing import ErasureReason
from s2w_desktop.domain.exchange_errors import ProfileErased
from s2w_desktop.domain.handover import Handover
from s2w_desktop.domain.ids import OfficerId, ProfileId
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.colleagues import AT_IT, seal_work_of
from s2w_desktop.services.conflicts import Take
from s2w_desktop.services.editing import EditingSession
from s2w_desktop.services.interviews import Pair
from s2w_desktop.services.keeping import Editors
from s2w_desktop.services.places import Places, Spot
from s2w_desktop.services.workplace import Workplace
from tests.engines import ServerEngine
from tests.histories.reading_here import open_here
from tests.services.colleagues import colleague, interviews_of
from tests.services.places import Clock, Place, export, interview

NAMES = {"identity.given_names": "Layla", "identity.family_names": "Noor"}


@pytest.fixture
def ben(hq: Workplace) -> OfficerId:
    """A colleague."""
    return colleague(hq, "Ben")


def both_at(hq: Workplace, ben: OfficerId, profile: ProfileId) -> tuple[EditingSession, EditingSession]:
    """Two sessions that began before either changed anything."""
    return hq.interviews.open(profile), interviews_of(hq, ben).open(profile)


def says(session: EditingSession, **answers: Answer | None) -> None:
    """Answer and save."""
    for name, answer in answers.items():
        session.set_answer(name.replace("__", "."), answer)
    session.save()


def texts(workplace: Workplace, profile: ProfileId) -> dict[str, str]:
    read = workplace.interviews.read(profile)
    return {path: read.text(path) for path in NAMES}


def conflicts(workplace: Workplace, profile: ProfileId) -> set[str]:
    return {one.path for one in workplace.office.conflicts.of(profile).open}


def test_what_two_say_about_different_questions_comes_together_without_a_word(hq: Workplace, ben: OfficerId) -> None:
    profile = interview(hq, identity__given_names="L.")
    mine, theirs = both_at(hq, ben, profile)
    for letters in ("L", "La", "Layla"):  # in turns, as two autosaves
        says(mine, identity__given_names=letters)
        says(theirs, identity__family_names=letters.replace("Layla", "Noor"))
    assert texts(hq, profile) == NAMES
    theirs.close()
    (row,) = hq.store.profiles.rows_of([profile])
    assert (row.handover, hq.store.profiles.workings()) == (Handover.HERE, [profile])
    mine.close()
    assert (texts(hq, profile), conflicts(hq, profile), hq.store.profiles.workings()) == (NAMES, set(), [])
    officers = {one.officer for one in hq.store.profiles.load(profile).revisions}
    assert officers == {hq.officer, ben}


def test_what_two_say_about_one_question_is_a_conflict_with_both_answers(hq: Workplace, ben: OfficerId) -> None:
    profile = interview(hq, identity__family_names="N.")
    mine, theirs = both_at(hq, ben, profile)
    says(mine, identity__family_names="Noor")
    says(theirs, identity__family_names="Nur")
    mine.close()
    theirs.close()
    (question,) = hq.office.conflicts.of(profile).open
    assert {side.plain for side in question.conflict.sides} == {"Noor", "Nur"}
    assert {voice.officer_name for voice in question.voices} == {"M. Papadaki", "Ben"}


def test_who_was_cut_off_goes_on_with_their_own_work_where_they_stood(hq: Workplace, ben: OfficerId) -> None:
    profile = interview(hq, identity__given_names="L.")
    for session, officer, name, caret in zip(both_at(hq, ben, profile), (hq.officer, ben), NAMES, (1, 2), strict=True):
        session.set_answer(name, "cut off")
        session.save()
        Places(hq.store, officer).keep(profile, Spot("identity", None, name, caret))
    again = interviews_of(hq, ben).open(profile)
    assert again.profile.text("identity.family_names") == "cut off"
    assert [spot.caret for officer in (hq.officer, ben) if (spot := Places(hq.store, officer).last(profile))] == [1, 2]
    again.close()
    hq.interviews.open(profile).close()
    assert set(texts(hq, profile).values()) == {"cut off"}
    assert conflicts(hq, profile) == set()


def test_a_new_interview_of_a_colleague_is_seen_whole_and_both_go_on(hq: Workplace, ben: OfficerId) -> None:
    mine = hq.interviews.begin(Pair("en", "ara"))
    says(mine, identity__given_names="L.", consent__create_profile="granted")
    theirs = interviews_of(hq, ben).open(mine.profile.id)
    assert theirs.profile.text("identity.given_names") == "L."
    assert theirs.colleagues == ()
    says(theirs, identity__given_names="Layla")
    says(mine, identity__family_names="Noor")
    mine.close()
    theirs.close()
    assert (texts(hq, mine.profile.id), conflicts(hq, mine.profile.id)) == (NAMES, set())


def test_a_session_goes_on_after_its_open_work_was_made_final(hq: Workplace, ben: OfficerId) -> None:
    profile = interview(hq, identity__sex="F", identity__given_names="L.")
    mine = hq.interviews.open(profile)
    mine.spend("identity", 5.0)
    says(mine, identity__sex="M", identity__given_names="Laila", barrier__barriers=("B01", "B02"))
    language = mine.add_entry("language", {"language": "fra"})
    mine.save()
    assert interviews_of(hq, ben).seal_all() == 1
    theirs = interviews_of(hq, ben).open(profile)
    says(theirs, identity__sex="F")
    theirs.close()
    says(mine, identity__given_names="Layla", identity__family_names="Noor")
    mine.close()
    read = hq.interviews.read(profile)
    assert (texts(hq, profile), read.text("identity.sex"), conflicts(hq, profile)) == (NAMES, "F", set())
    assert language in read.entries("language")
    parents = [len(one.parents) for one in hq.store.profiles.load(profile).revisions]
    assert parents == [0, 1, 1, 1]


def test_undo_reaches_back_beyond_what_was_made_final(hq: Workplace, ben: OfficerId) -> None:
    profile = interview(hq, identity__sex="F")
    mine = hq.interviews.open(profile)
    says(mine, identity__sex="M")
    interviews_of(hq, ben).seal_all()
    mine.undo()
    mine.close()
    assert hq.interviews.read(profile).text("identity.sex") == "F"
    assert conflicts(hq, profile) == set()


def test_two_windows_of_one_officer_lose_nothing_either(hq: Workplace) -> None:
    profile = interview(hq, identity__given_names="L.")
    here, there = hq.interviews.open(profile), hq.interviews.open(profile)
    says(here, identity__given_names="Layla")
    says(there, identity__family_names="N.")
    says(here, identity__given_names="Layla")
    says(there, identity__family_names="Noor")
    here.close()
    there.close()
    assert (texts(hq, profile), conflicts(hq, profile)) == (NAMES, set())


def test_a_decision_takes_nobodys_open_work_away(hq: Workplace, ben: OfficerId) -> None:
    profile = interview(hq, identity__sex="F")
    for session, sex in zip(both_at(hq, ben, profile), ("M", "X"), strict=True):
        says(session, identity__sex=sex)
        session.close()
    mine, theirs = both_at(hq, ben, profile)
    says(mine, identity__given_names="Layla")
    says(theirs, identity__family_names="Noor")
    hq.office.conflicts.decide(hq.office.conflicts.of(profile), {"identity.sex": Take(0)})
    assert hq.store.profiles.workings() == []
    mine.close()
    theirs.close()
    assert (texts(hq, profile), conflicts(hq, profile)) == (NAMES, set())


def test_who_is_erased_is_gone_from_everybodys_open_work(hq: Workplace, ben: OfficerId) -> None:
    profile = interview(hq)
    sessions = both_at(hq, ben, profile)
    for session, name in zip(sessions, NAMES, strict=True):
        session.set_answer(name, "marker")
        session.save()
    hq.erasure.erase(profile, ErasureReason.REQUEST)
    assert hq.store.profiles.workings() == []
    for session in sessions:
        session.set_answer("identity.sex", "F")
        with pytest.raises(ProfileErased):
            session.save()
    assert hq.store.profiles.workings() == []


def test_what_somebody_who_leaves_has_open_becomes_final_in_their_name(hq: Workplace, ben: OfficerId) -> None:
    profile = interview(hq, identity__given_names="L.")
    mine, theirs = both_at(hq, ben, profile)
    says(mine, identity__given_names="Layla")
    says(theirs, identity__family_names="Noor")
    seal_work_of(Editors(hq.store, QUESTIONNAIRE, hq.officer, hq.sources), ben)
    assert [one.officer for one in hq.store.profiles.load(profile).workings] == [hq.officer]
    assert hq.store.profiles.load(profile).revisions[-1].officer == ben
    mine.close()
    assert (texts(hq, profile), conflicts(hq, profile)) == (NAMES, set())


def test_open_work_travels_to_another_centre_and_its_officer_goes_on(
    hq: Workplace, field: Workplace, other: Workplace, ben: OfficerId, stick: Path
) -> None:
    profile = interview(field, consent__pass_to_office="granted")
    bundle = export(field, stick)
    hq.importing.take(bundle)
    theirs = interviews_of(hq, ben).open(profile)
    says(theirs, identity__family_names="Noor")
    assert profile in hq.transfer.worked_on(officer=ben)
    other.transfer.take(hq.transfer.give([profile], other.station.device, stick).bundles[0].path)
    assert other.interviews.read(profile).text("identity.family_names") == "Noor"
    says(theirs, identity__given_names="Laila")
    theirs.close()
    assert (texts(hq, profile), conflicts(hq, profile)) == ({**NAMES, "identity.given_names": "Laila"}, set())


def test_in_a_store_for_one_program_what_a_colleague_left_is_seen_whole(laptop: Workplace) -> None:
    ben = colleague(laptop, "Ben")
    profile = interview(laptop, identity__given_names="L.")
    says(interviews_of(laptop, ben).open(profile), identity__given_names="Layla")
    session = laptop.interviews.open(profile)
    assert (session.profile.text("identity.given_names"), session.colleagues) == ("Layla", ())
    assert laptop.store.profiles.load(profile).revisions[-1].officer == ben


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office(server_engine: ServerEngine, tmp_path: Path, clock: Clock) -> Iterator[Workplace]:
    """A headquarters on a server."""
    with closing(Place(tmp_path / "office", Role.HEADQUARTERS, engine=server_engine, clock=clock).open(open_here)) as workplace:
        yield workplace
    server_engine.forget()


def test_on_a_server_everybody_is_told_who_else_has_a_profile_open(office: Workplace) -> None:
    ben, profile = colleague(office, "Ben"), interview(office, identity__given_names="L.")
    theirs = interviews_of(office, ben).open(profile)
    assert office.interviews.open(profile).colleagues == ()
    says(theirs, identity__given_names="Layla")
    mine = office.interviews.open(profile)
    assert [one.name for one in mine.colleagues] == ["Ben"]
    assert mine.profile.text("identity.given_names") == "L."
    says(mine, identity__family_names="Noor")
    assert [one.name for one in interviews_of(office, ben).open(profile).colleagues] == ["M. Papadaki"]
    theirs.close()
    assert office.interviews.open(profile).colleagues == ()
    assert texts(office, profile) == NAMES


def test_on_a_server_what_nobody_went_on_with_for_long_is_taken_as_left(office: Workplace, clock: Clock) -> None:
    ben, profile = colleague(office, "Ben"), interview(office, identity__given_names="L.")
    theirs = interviews_of(office, ben).open(profile)
    says(theirs, identity__given_names="Layla")
    clock.pass_by(AT_IT + timedelta(minutes=1))
    mine = office.interviews.open(profile)
    assert (mine.profile.text("identity.given_names"), mine.colleagues) == ("Layla", ())
    says(mine, identity__family_names="Nur")
    mine.close()
    says(theirs, identity__sex="F")
    theirs.close()
    assert texts(office, profile) == {**NAMES, "identity.family_names": "Nur"}
    assert conflicts(office, profile) == set()
