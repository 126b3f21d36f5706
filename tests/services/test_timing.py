"""Time on a section, with a clock that only the test moves."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.domain.timing import seconds_by_section
from s2w_desktop.services.interviews import Pair
from s2w_desktop.services.stopwatch import LONGEST_PAUSE, Stopwatch
from s2w_desktop.services.workplace import Workplace
from tests.services.places import interview, revisions_of


class Spent(Counter[str]):
    def __call__(self, section: str, seconds: float) -> None:
        self[section] += seconds  # type: ignore[assignment]  # seconds may be broken


def test_time_belongs_to_the_section_that_was_on_screen() -> None:
    spent = Spent()
    watch = Stopwatch(spent)
    watch.enter("consent", 100)
    watch.touch(130)
    watch.enter("identity", 150)
    watch.touch(160)
    assert spent == {"consent": 50, "identity": 10}


def test_a_long_silence_counts_two_minutes() -> None:
    spent = Spent()
    watch = Stopwatch(spent)
    watch.enter("consent", 0)
    watch.touch(3600)
    assert spent == {"consent": LONGEST_PAUSE}


def test_nothing_counts_while_the_interview_is_hidden() -> None:
    spent = Spent()
    watch = Stopwatch(spent)
    watch.enter("consent", 0)
    watch.stop(30)
    watch.stop(500)
    watch.touch(600)
    watch.touch(610)
    assert spent == {"consent": 40}


@given(st.lists(st.floats(-1e6, 1e6), max_size=30))
def test_a_clock_that_jumps_never_takes_time_away_nor_gives_more_than_the_longest_pause(times: list[float]) -> None:
    spent = Spent()
    watch = Stopwatch(spent)
    watch.enter("consent", 0)
    for now in times:
        before = spent["consent"]
        watch.touch(now)
        assert spent["consent"] - before >= 0
        assert spent["consent"] - before <= LONGEST_PAUSE + 1e-6


def test_time_is_written_with_the_next_save_and_at_closing(laptop: Workplace) -> None:
    session = laptop.interviews.begin(Pair("en", "ara"))
    session.spend("consent", 40.0)
    session.set_answer("identity.sex", "F")
    session.save()
    assert seconds_by_section(laptop.interviews.read(session.profile.id)) == {"consent": 40}
    session.spend("identity", 25.0)
    assert not session.is_dirty  # time alone is no reason to write
    session.close()
    assert seconds_by_section(laptop.interviews.read(session.profile.id)) == {"consent": 40, "identity": 25}


def test_each_sitting_is_noted_for_itself(laptop: Workplace) -> None:
    profile = interview(laptop)
    for seconds in (10.0, 20.0):
        session = laptop.interviews.open(profile)
        session.spend("work", seconds)
        session.set_answer("identity.family_names", f"Mithal {seconds}")
        session.close()
    stored = laptop.interviews.read(profile)
    assert len(stored.entries("sitting")) == 2
    assert seconds_by_section(stored) == {"work": 30}


def test_only_looking_leaves_no_trace(laptop: Workplace) -> None:
    profile = interview(laptop)
    session = laptop.interviews.open(profile)
    session.spend("work", 300.0)
    session.close()
    assert len(list(revisions_of(laptop))) == 1


def test_undo_takes_back_answers_and_no_time(laptop: Workplace) -> None:
    session = laptop.interviews.begin(Pair("en", "ara"))
    start = session.profile
    session.set_answer("identity.sex", "F")
    session.spend("identity", 40.0)
    session.save()
    while session.undo():
        pass
    assert session.profile == start
    session.close()
    assert seconds_by_section(laptop.interviews.read(session.profile.id)) == {"identity": 40}


def test_sittings_of_two_laptops_are_no_conflict(field: Workplace, other: Workplace) -> None:
    profile = interview(field)
    with other.store.inbox.transaction() as transaction:
        transaction.add_revisions(revisions_of(field))
    for laptop, sex in ((field, "identity.given_names"), (other, "identity.family_names")):
        session = laptop.interviews.open(profile)
        session.spend("identity", 60.0)
        session.set_answer(sex, "Mithal")
        session.close()
    with field.store.inbox.transaction() as transaction:
        transaction.add_revisions(revisions_of(other))
    assert not field.interviews.open(profile).conflicts
    assert seconds_by_section(field.interviews.read(profile)) == {"identity": 120}


def test_a_hasty_interview_is_remarked_before_it_is_closed(laptop: Workplace) -> None:
    session = laptop.interviews.begin(Pair("en", "ara"))
    session.spend("consent", 90.0)
    session.set_answer("record.finished_on", SaidDate.on(laptop.sources.today()))
    assert "V26" in {issue.rule for issue in session.issues()}
    for _ in range(6):
        session.spend("consent", 90.0)
    assert "V26" not in {issue.rule for issue in session.issues()}
