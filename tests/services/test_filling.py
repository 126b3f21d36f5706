"""Picking an occupation answers the question of its group too, in one step of undo."""

from s2w_desktop.domain.answers import NoAnswer
from s2w_desktop.services.interviews import Pair
from s2w_desktop.services.workplace import Workplace
from tests.made_concepts import TAILOR, WELDER

MAIN, GROUP = "work_summary.main_occupation_esco", "work_summary.main_occupation_isco"


def test_a_pick_fills_the_blank_group_and_undo_takes_both_back(laptop: Workplace) -> None:
    session = laptop.interviews.begin(Pair("en", "ara"))
    before = session.profile
    assert session.set_answer(MAIN, TAILOR)
    assert session.profile.text(GROUP) == "7531"
    session.undo()
    assert session.profile == before
    session.redo()
    assert (session.profile.get(MAIN), session.profile.text(GROUP)) == (TAILOR, "7531")


def test_another_pick_and_taking_it_out_leave_the_group_as_it_is(laptop: Workplace) -> None:
    session = laptop.interviews.begin(Pair("en", "ara"))
    session.set_answer(MAIN, TAILOR)
    for answer in (WELDER, NoAnswer.UNKNOWN, None):
        assert not session.set_answer(MAIN, answer)
        assert session.profile.text(GROUP) == "7531"


def test_what_was_picked_is_there_after_closing(laptop: Workplace) -> None:
    session = laptop.interviews.begin(Pair("en", "ara"))
    entry = session.add_entry("work")
    session.set_answer(f"work.{entry}.occupation_esco", TAILOR)
    session.close()
    read = laptop.interviews.read(session.profile.id)
    assert read == session.profile
    assert read.get(f"work.{entry}.occupation_esco") == TAILOR
    assert read.text(f"work.{entry}.isco08") == "7531"
