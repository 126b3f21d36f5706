"""An invented population: whole, possible, repeatable, marked, and with everything that a report has to count."""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from s2w_desktop.domain.answers import NoAnswer
from s2w_desktop.domain.case_numbers import is_case_number
from s2w_desktop.domain.completeness import completeness
from s2w_desktop.domain.derived.answered import Absence
from s2w_desktop.domain.derived.variables import derive
from s2w_desktop.domain.errors import TrainingOnly, WrongRole
from s2w_desktop.domain.fields import FieldKind, field_path
from s2w_desktop.domain.joining import EARLIER_PATH
from s2w_desktop.domain.profile import Profile, changes_between
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.reach import fault_among
from s2w_desktop.domain.reading import read_changes
from s2w_desktop.domain.rules.issues import Severity
from s2w_desktop.domain.stations import Role
from s2w_desktop.domain.timing import minutes_total
from s2w_desktop.domain.validation import check
from s2w_desktop.services.populations.people import population
from s2w_desktop.services.populations.reached import population_reach
from s2w_desktop.services.populations.shares import population_names, read_shares
from s2w_desktop.services.practice import add_population
from s2w_desktop.services.workplace import Workplace
from tests.histories.reading_here import open_here
from tests.services.exchanges import bring, listed
from tests.services.places import RESOURCES, Place, enrol

NAME = "relocation-2018"
LATER = date(2020, 1, 1)
BEFORE, AFTER = {"ITA", "GRC"}, {"ESP", "ROU", "SVN"}
AS_IN_LIFE = {"not_private", "family_interprets"}
"""Remarks that real talks get too: others could listen, or a relative interpreted."""


def made(count: int, seed: int = 1) -> list[Profile]:
    return list(population(RESOURCES, NAME, count, seed))


@pytest.fixture(scope="module")
def people() -> list[Profile]:
    return made(450)


def pairs(people: list[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Who was asked twice: before and after."""
    by_id = {str(one.id): one for one in people}
    for one in people:
        if one.text(EARLIER_PATH):
            yield by_id[one.text(EARLIER_PATH)], one


def day(one: Profile, path: str) -> date:
    """The first day that a date can mean."""
    found = one.date(path)
    assert found is not None
    assert found.earliest is not None
    return found.earliest


def test_the_same_seed_makes_the_same_people_and_fewer_are_the_first_of_them() -> None:
    assert made(40) == made(40)
    assert made(40)[:15] == made(15)
    assert made(40) != made(40, seed=2)
    assert made(0) == []


def test_a_population_that_is_not_shipped_is_refused() -> None:
    assert NAME in population_names(RESOURCES)
    with pytest.raises(KeyError):
        population(RESOURCES, "relocation-1918", 1, 1)


def test_everyone_fits_the_questionnaire_and_is_marked_as_training(people: list[Profile]) -> None:
    for one in people:
        assert read_changes(QUESTIONNAIRE, changes_between(Profile(one.id), one)) == one.held
        assert one.text("record.training") == "yes"
        assert is_case_number(one.text("record.case_number"))
    assert len({one.id for one in people}) == len({one.text("record.case_number") for one in people}) == len(people)


def test_nobody_is_impossible_and_remarks_are_those_of_real_talks(people: list[Profile]) -> None:
    issues = [issue for one in people for issue in check(QUESTIONNAIRE, one, LATER) if issue.severity is not Severity.PROMPT]
    assert {issue.rule for issue in issues} == AS_IN_LIFE
    assert len(issues) < len(people) / 4


def test_finished_talks_are_whole_and_a_few_were_broken_off(people: list[Profile]) -> None:
    finished = {one.id for one in people if one.date("record.finished_on")}
    assert {one.id for one in people if completeness(QUESTIONNAIRE, one).is_complete} == finished
    assert 0.85 < len(finished) / len(people) < 0.98


def test_people_are_asked_before_the_departure_and_half_of_them_again(people: list[Profile]) -> None:
    before = [one for one in people if one.text("record.host_country") in BEFORE]
    again = [one for one in people if one.text("record.host_country") in AFTER]
    assert len(before) + len(again) == len(people)
    assert all(one.text("session.stage") == "PRE" and not one.text(EARLIER_PATH) for one in before)
    assert all(one.text("session.stage") in ("REC", "INT") and one.text(EARLIER_PATH) for one in again)
    assert 0.42 < len(again) / len(before) < 0.62
    assert {one.text("record.host_country") for one in people} == BEFORE | AFTER


def test_a_pair_is_one_person_in_another_country_with_another_language(people: list[Profile]) -> None:
    for before, after in pairs(people):
        assert before.text("record.host_language") != after.text("record.host_language")
        assert before.text("record.officer_language") != after.text("record.officer_language")
        assert day(before, "record.opened_on") < day(after, "record.opened_on")
        for path in ("identity.given_names", "identity.family_names", "identity.sex", "identity.nationality"):
            said = {one.get(path) for one in (before, after)}
            assert len({answer for answer in said if not isinstance(answer, NoAnswer)}) <= 1


def test_every_kind_of_missing_answer_is_there(people: list[Profile]) -> None:
    seen = {value for one in people for value in derive(QUESTIONNAIRE, one, LATER).columns().values()}
    assert {Absence.REFUSED, Absence.UNKNOWN, Absence.NOT_APPLICABLE, Absence.HIDDEN, None} <= seen


def test_most_people_come_from_three_countries_and_few_from_others(people: list[Profile]) -> None:
    counts = Counter(one.text("identity.nationality") for one in people)
    most = [code for code, _ in counts.most_common(3)]
    assert set(most) == {"SYR", "ERI", "IRQ"}
    assert sum(counts[code] for code in most) > 0.9 * len(people)
    assert any(0 < count < 5 for count in counts.values())


def test_talks_tell_their_time_interpreters_steps_and_what_became_of_people(people: list[Profile]) -> None:
    minutes = [minutes_total(one) or 0 for one in people if one.date("record.finished_on")]
    assert min(minutes) > 15
    assert 45 < sorted(minutes)[len(minutes) // 2] < 110
    assert Counter(one.text("session.interpreter_used") for one in people)["professional"] > len(people) / 3
    for section, key in (("recommendation", "state"), ("followup", "outcome"), ("document", "seen_on"), ("work", "evidence")):
        assert sum(one.get(field_path(section, key, row)) is not None for one in people for row in one.entries(section)) > 50


def test_people_are_followed_up_after_3_6_and_12_months(people: list[Profile]) -> None:
    after = Counter[int]()
    for one in people:
        for row in one.entries("followup"):
            passed = day(one, field_path("followup", "on", row)) - day(one, "record.opened_on")
            after[round(passed.days / 30.4)] += 1
    assert set(after) <= {3, 4, 6, 7, 12, 13}
    assert min(after[3] + after[4], after[6] + after[7], after[12] + after[13]) > 10


def test_every_table_belongs_to_a_question_or_is_drawn_by_name_and_holds_its_codes() -> None:
    for name, table in read_shares(RESOURCES, NAME).tables.items():
        section, _, rest = name.removeprefix("no_answer.").partition(".")
        if section not in QUESTIONNAIRE.by_key or not rest:
            continue
        spec = QUESTIONNAIRE.by_key[section].by_key.get(rest.partition(".")[0])
        if (section, spec) == ("recommendation", None):
            continue  # types of steps that may come on top
        assert spec is not None, name
        codes = {code for code in table.codes if code and not code.startswith("!")}
        if name.startswith("no_answer."):
            assert not codes, name
        elif spec.kind is FieldKind.NUMBER:
            assert all(Decimal(code) >= 0 for code in codes), name
        elif spec.code_set:
            assert codes <= spec.code_set, name


def test_a_training_laptop_takes_them_once_and_headquarters_knows_who_was_asked_twice(tmp_path: Path, stick: Path) -> None:
    wanted = made(14)
    with (
        closing(Place(tmp_path / "hq", Role.HEADQUARTERS, training=True).open(open_here)) as hq,
        closing(Place(tmp_path / "laptop", Role.FIELD, training=True).open(open_here)) as laptop,
    ):
        enrol(headquarters=hq, laptop=laptop, folder=tmp_path / "enrolment")
        assert list(add_population(laptop, RESOURCES, NAME, 14, 1)) == [True] * 14
        assert list(add_population(laptop, RESOURCES, NAME, 14, 1)) == [False] * 14
        assert {one.id: laptop.interviews.read(one.id).held for one in wanted} == {one.id: one.held for one in wanted}
        assert laptop.office.reach.all() == population_reach(RESOURCES, NAME, wanted)
        bring(hq, laptop, stick)
        assert set(listed(hq)) == {one.id for one in wanted}
        links = [(str(before.id), hq.interviews.read(after.id).text(EARLIER_PATH)) for before, after in pairs(wanted)]
        assert links
        assert all(before == told for before, told in links)


def test_figures_of_how_far_centres_reached_fit_the_profiles(people: list[Profile]) -> None:
    reached = population_reach(RESOURCES, NAME, people)
    assert sum(one.agreed for one in reached) == len(people)
    assert {one.centre for one in reached} == {one.text("record.centre") for one in people}
    assert [one.fault for one in reached] == [None] * len(reached)
    assert not any(fault_among(reached, one) for one in reached)
    rates = {one.country: one.approached / one.eligible for one in reached}
    assert rates["ROU"] < 0.3 < rates["ESP"]


def test_neither_a_real_laptop_nor_headquarters_takes_them(hq: Workplace, laptop: Workplace) -> None:
    with pytest.raises(TrainingOnly):
        add_population(laptop, RESOURCES, NAME, 1, 1)
    with pytest.raises(WrongRole):
        add_population(hq, RESOURCES, NAME, 1, 1)
