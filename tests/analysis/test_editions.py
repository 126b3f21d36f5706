"""A report heeds those that went out before it."""

import json
from dataclasses import replace
from datetime import date
from random import Random

import numpy as np
import pytest

from s2w_desktop.analysis.cases import Cases
from s2w_desktop.analysis.chapters import AGE, LEVELS, SEX
from s2w_desktop.analysis.editions import Edition, edition_from_plain, edition_to_plain
from s2w_desktop.analysis.making import Made, make_tables
from s2w_desktop.analysis.protected import Rules
from s2w_desktop.analysis.specs import CrossSpec, FlagsSpec, LevelsSpec, ListSpec, SpreadSpec
from s2w_desktop.domain.figures import EVERYBODY, CountTable, LeftOut, Selection, SpreadTable
from tests.analysis.rows import read_cases

RULES = Rules(5)
SPECS = (
    CrossSpec("1.1", AGE, SEX),
    FlagsSpec("1.6", ("care", "licence"), columns=SEX),
    ListSpec("2.1", "languages", most=3),
    LevelsSpec("2.3", ("listening", "reading"), LEVELS),
    SpreadSpec("3.4", "years", (SEX,)),
)
NAMES = ("sex", "age_group", "care", "licence", "languages", "listening", "reading", "years")
HALF = Selection(date(2026, 1, 1), date(2026, 6, 30))
YEAR = Selection(date(2026, 1, 1), date(2026, 12, 31))


def test_an_edition_is_kept_and_read_again() -> None:
    people = population(1, 200)
    edition = went_out(people, HALF)
    read = edition_from_plain(json.loads(json.dumps(edition_to_plain(edition))))
    assert read.selection == HALF
    assert {number: table.counts for number, table in read.tables.items()} == {
        number: table.counts for number, table in edition.tables.items()
    }
    assert make(people, YEAR, (read,)) == make(people, YEAR, (edition,))


def test_two_more_people_are_not_told_by_a_second_report() -> None:
    people = population(2, 300)
    made = make(people, YEAR, (went_out(first(people, 298), HALF),))
    assert made.tables == ()
    assert {line.left_out for line in made.log} == {LeftOut.EARLIER_REPORT}


def test_a_report_that_went_out_is_made_again_as_it_was() -> None:
    people = population(4, 90)
    once = went_out(people, HALF)
    later = went_out(first(people, 85), replace(HALF, stages=("PRE",)))
    assert make(people, HALF, (once, later)).tables == make(people, HALF).tables


def test_few_people_are_told_as_the_reason_where_an_earlier_report_is_not() -> None:
    people = first(population(5, 60), 3)
    made = make(people, YEAR, (went_out(people, HALF),))
    assert {line.left_out for line in made.log} == {LeftOut.TOO_FEW}


def test_a_report_over_other_people_is_free_of_the_earlier_one() -> None:
    people = population(3, 300)
    other_country = replace(HALF, countries=("ITA",))
    assert (
        make(people, replace(YEAR, countries=("GRC",)), (went_out(first(people, 298), other_country),)).tables
        == make(people).tables
    )


@pytest.mark.parametrize("seed", range(40))
def test_shown_numbers_of_two_reports_differ_by_nobody_or_by_enough(seed: int) -> None:
    random = Random(seed)
    people = population(seed, random.choice((60, 200, 600)))
    part = first(people, round(people.count * random.choice((0.5, 0.9, 0.98))))
    for old, old_selection, new, selection in ((part, HALF, people, YEAR), (people, YEAR, part, HALF)):
        edition = went_out(old, old_selection)
        made = make(new, selection, (edition,))
        before = {key: count for table in edition.tables.values() for key, count in shown(table).items()}
        for table in made.tables:
            if isinstance(table, CountTable):
                for key, count in shown(table).items():
                    assert not 0 < abs(count - before.get(key, count)) < RULES.threshold, f"seed {seed}, {key}"
            if isinstance(table, SpreadTable):
                assert not 0 < abs(new.count - old.count) < 10, f"seed {seed}"


def shown(table: CountTable) -> dict[tuple[object, ...], int]:
    return {
        (table.number, row, column): count
        for row, line in zip(table.rows, table.counts, strict=True)
        for column, count in zip(table.columns, line, strict=True)
        if isinstance(count, int)
    }


def went_out(people: Cases, selection: Selection) -> Edition:
    made = make(people, selection)
    tables = {table.number: table for table in made.tables if isinstance(table, CountTable)}
    return Edition(selection, RULES.threshold, date(2026, 7, 1), made.counted, tables)


def make(people: Cases, selection: Selection = EVERYBODY, editions: tuple[Edition, ...] = ()) -> Made:
    return make_tables(people, SPECS, RULES, selection=selection, editions=editions)


def first(people: Cases, count: int) -> Cases:
    return people.where(np.arange(people.count) < count)


def population(seed: int, count: int) -> Cases:
    random = Random(seed)
    languages = ("ara", "kmr", "tir", "fas", "som")
    rows = [
        (
            random.choice("MMFX") if random.random() < 0.5 else "F",
            random.choice(AGE.codes),
            random.random() < 0.2,
            random.random() < 0.05,
            random.sample(languages, random.randint(0, 2)),
            random.choice(("0", "A1", "A2", "B1", "C2")),
            random.choice(("0", "PA1", None, "_PNS")),
            random.choice((0, 4, 8.5, 12, None)),
        )
        for _ in range(count)
    ]
    return read_cases(NAMES, rows, amounts=frozenset({"years"}), lists=frozenset({"languages"}))
