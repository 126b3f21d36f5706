"""The report over real stores: who is counted, who is not, and that a change is seen."""

from pathlib import Path

import pytest

from s2w_desktop import paths
from s2w_desktop.domain.answers import Answer
from s2w_desktop.domain.erasing import ErasureReason
from s2w_desktop.domain.figures import CountTable, LeftOut, Report, Selection, Sign
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.services.populations.people import population
from s2w_desktop.services.populations.reached import population_reach
from s2w_desktop.services.workplace import Workplace
from tests import small_esco
from tests.services.places import change, interview

AGREED: dict[str, Answer] = {"consent__create_profile": "granted", "consent__send_for_figures": "granted"}


def people(workplace: Workplace, count: int, **answers: Answer) -> list[ProfileId]:
    return [interview(workplace, **(AGREED | answers)) for _ in range(count)]


def report(workplace: Workplace, **chosen: object) -> Report:
    return workplace.office.reporting.report(Selection(**chosen))  # type: ignore[arg-type]


def totals(found: Report, number: str) -> dict[str, object]:
    """The sums of the rows of a table by their codes."""
    table = found.table(number)
    assert isinstance(table, CountTable)
    return {" ".join(row.codes): line[-1] for row, line in zip(table.rows, table.counts, strict=True)}


def totals_of(found: Report, number: str, code: str) -> tuple[object, ...] | None:
    """The counts of one row of a table; None where the table is not there."""
    table = found.table(number)
    if table is None:
        return None
    assert isinstance(table, CountTable)
    return next(line for row, line in zip(table.rows, table.counts, strict=True) if row.codes == (code,))


def test_nobody_makes_a_report_without_tables(laptop: Workplace) -> None:
    found = report(laptop)
    assert (found.people, found.tables, found.papers_seen) == (0, (), Sign.NO_SHARE)
    assert all(line.left_out for line in found.log)


def test_one_person_makes_a_report_that_tells_nothing_of_them(laptop: Workplace) -> None:
    people(laptop, 1, identity__sex="F", expectation__first_goal="E01")
    found = report(laptop)
    assert (found.people, found.tables) == (Sign.SMALL, ())


def test_people_are_counted_and_a_change_is_seen(laptop: Workplace) -> None:
    first, *_ = people(laptop, 12, session__stage="PRE", identity__sex="F", expectation__first_goal="E01")
    people(laptop, 11, session__stage="REC", identity__sex="M", expectation__first_goal="E08")
    assert totals(report(laptop), "6.1b") == {"E01": 12, "E08": 11, "": 23}
    change(laptop, first, expectation__first_goal="E08")
    assert totals(report(laptop), "6.1b") == {"E01": 11, "E08": 12, "": 23}


def test_whose_word_does_not_cover_figures_is_only_a_number(laptop: Workplace) -> None:
    people(laptop, 8, identity__sex="F", expectation__first_goal="E01")
    people(laptop, 6, identity__sex="M", expectation__first_goal="E08", consent__send_for_figures="refused")
    found = report(laptop)
    assert (found.people, found.without_consent) == (8, 6)
    assert totals(found, "6.1b") == {"E01": 8, "": 8}


def test_an_agreement_that_is_withdrawn_takes_the_person_out_of_the_next_report(laptop: Workplace) -> None:
    first, *_ = people(laptop, 8, expectation__first_goal="E01")
    assert report(laptop).people == 8
    change(laptop, first, consent__send_for_figures="withdrawn")
    assert (report(laptop).people, report(laptop).without_consent) == (7, Sign.SMALL)


def test_a_selection_takes_days_places_stages_and_programmes(laptop: Workplace) -> None:
    day = SaidDate.plainly("2018-03-05")
    people(laptop, 9, record__opened_on=day, record__host_country="ITA", record__centre="Rome", session__stage="PRE")
    people(laptop, 7, record__opened_on=SaidDate.plainly("2018-04"), record__host_country="GRC", session__programme="RELOC")
    assert report(laptop).people == 16
    assert report(laptop, countries=("ITA",)).people == 9
    assert report(laptop, centres=("Rome",), stages=("PRE",)).people == 9
    assert report(laptop, programmes=("RELOC",)).people == 7
    assert report(laptop, last_day=day.date and day.date.earliest).people == 9
    assert report(laptop, first_day=day.date and day.date.latest, countries=("GRC",)).people == 7


def test_a_centre_beside_its_country_does_not_tell_about_the_few_of_another_centre(laptop: Workplace) -> None:
    for centre, count in (("Athens", 20), ("Samos", 3)):
        people(laptop, count, record__host_country="GRC", record__centre=centre, identity__sex="F", expectation__first_goal="E01")
    reporting = laptop.office.reporting
    reporting.went_out(reporting.draft(Selection(countries=("GRC",))))
    found = report(laptop, centres=("Athens",))
    assert (found.people, found.table("6.1b")) == (20, None)
    assert LeftOut.EARLIER_REPORT in {line.left_out for line in found.log if line.number == "6.1b"}


def test_profiles_that_were_joined_are_one_person_until_they_are_parted(hq: Workplace) -> None:
    first, second, *_ = people(hq, 9, session__stage="REC", expectation__first_goal="E01")
    assert report(hq).people == 9
    hq.office.duplicates.joining.join(first, second)
    assert report(hq).people == 8
    hq.office.duplicates.joining.part(second)
    assert report(hq).people == 9


def test_who_is_erased_is_in_no_report(laptop: Workplace) -> None:
    first, *_ = people(laptop, 9, expectation__first_goal="E01")
    assert report(laptop).people == 9
    laptop.erasure.erase(first, ErasureReason.REQUEST)
    assert report(laptop).people == 8


def test_linked_pairs_are_compared_by_themselves(laptop: Workplace) -> None:
    for place in range(16):
        worked: dict[str, Answer] = {"work_summary__ever_worked": "paid" if place % 2 else "never"}
        (before,) = people(laptop, 1, session__stage="PRE", **worked)
        if place < 12:
            people(laptop, 1, session__stage="REC", record__earlier_profile=str(before), **worked)
    assert totals_of(report(laptop), "9.1a", "experience") == (8, 6, 14)
    assert totals_of(report(laptop, stages=("PRE",)), "9.1a", "experience") == (8, 8)
    assert report(laptop, stages=("PRE",)).table("9.1b") is None
    shown = totals_of(report(laptop), "9.1b", "experience")  # two of the four without a pair have worked, so all is hidden
    assert shown == (Sign.PROTECTED, Sign.PROTECTED, Sign.PROTECTED) or shown is None


def test_periods_that_share_a_day_are_not_compared(laptop: Workplace) -> None:
    people(laptop, 9, record__opened_on=SaidDate.plainly("2018-03-05"))
    day = SaidDate.plainly("2018-03-05").date
    assert day
    until, after = Selection(last_day=day.earliest), Selection(first_day=day.earliest)
    with pytest.raises(ValueError, match="overlap"):
        laptop.office.reporting.compare(until, after)


def test_a_threshold_out_of_bounds_is_a_fault_of_the_program(laptop: Workplace) -> None:
    with pytest.raises(ValueError, match="threshold"):
        laptop.office.reporting.report(threshold=2)


def test_work_that_is_ended_keeps_what_was_made_and_goes_on_later(laptop: Workplace) -> None:
    people(laptop, 6, expectation__first_goal="E01")

    def stop(_done: int, _all: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        laptop.office.reporting.report(progress=stop)
    assert report(laptop).people == 6


def test_a_population_fills_every_chapter_and_its_coverage(laptop: Workplace) -> None:
    made = list(population(paths.resources(), "relocation-2018", 60, 7))
    for profile in made:
        laptop.interviews.add(profile)
    for one in population_reach(paths.resources(), "relocation-2018", made):
        laptop.store.reach.enter(one)
    found = report(laptop)
    assert found.is_training
    assert {table.number.partition(".")[0] for table in found.tables} >= set("012345678")
    first = found.tables[0]
    assert first.number == "0.1"
    assert not any(row.is_total for row in first.rows)
    assert found.table("9.1a") is not None


def test_skills_are_counted_by_their_groups_once_a_list_tells_them_and_by_name(hq: Workplace, tmp_path: Path) -> None:
    for name in ("cut fabrics", "sew pieces of fabric"):
        for profile in people(hq, 12, record__tier="standard"):
            session = hq.interviews.open(profile)
            session.add_entry("skill", {"esco_skill": small_esco.skill(name)})
            session.close()
    before = report(hq)
    assert before.table("5.2b") is None
    assert next(line.left_out for line in before.log if line.number == "5.2b") is LeftOut.NO_LIST
    small_esco.install(hq, tmp_path / "pack")
    assert totals(report(hq), "5.2b") == {"S6.1": 24}
    words = hq.office.report_files.skill_words("en")
    assert [words(code) for code in (*totals(report(hq), "5.2a"), "S6.1", "gone")] == [
        "cut fabrics", "sew pieces of fabric", "working with textiles", "gone",
    ]  # fmt: skip
