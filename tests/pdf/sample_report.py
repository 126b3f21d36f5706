"""A report of invented figures with every kind of table, long words, hidden cells, nobody, and one person."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from s2w_desktop.analysis.protected import shares_by_column, shares_by_row
from s2w_desktop.domain.figures import (
    TOTAL,
    Base,
    ChartKind,
    Count,
    CountTable,
    FunnelTable,
    Heading,
    HeadingKind,
    LeftOut,
    Logged,
    Report,
    Selection,
    Share,
    Sign,
    Spread,
    SpreadTable,
    Step,
)

SMALL, PROTECTED, NONE = Sign.SMALL, Sign.PROTECTED, Sign.NO_SHARE
SEXES = ("F", "M")
ISCED3 = ("low", "medium", "high")
BASE = Base("all", 450, 12, 5, 7, 0, 0)
FEW = Base("worked", 442, 8, PROTECTED, PROTECTED, PROTECTED, 26)


def classes(variable: str, codes: Sequence[str]) -> tuple[Heading, ...]:
    return tuple(Heading(variable, (code,)) for code in codes)


def shares(counts: Sequence[Sequence[Count]], *, is_by_row: bool) -> tuple[tuple[Share, ...], ...]:
    return shares_by_row(counts) if is_by_row else shares_by_column(counts)


def crossed(  # the parts of a table
    number: str,
    rows: tuple[Heading, ...],
    columns: tuple[Heading, ...],
    counts: Sequence[Sequence[Count]],
    chart: ChartKind = ChartKind.BAR,
    *,
    base: Base = BASE,
    is_by_row: bool = False,
    is_ordered: bool = False,
) -> CountTable:
    lines = tuple(tuple(line) for line in counts)
    return CountTable(
        number,
        (*rows, TOTAL),
        (*columns, TOTAL),
        lines,
        shares(lines, is_by_row=is_by_row),
        base,
        chart,
        is_by_row=is_by_row,
        is_ordered=is_ordered,
    )


COVERAGE = FunnelTable(
    "0.1",
    (
        Step("eligible", 1240, 100, 100),
        Step("approached", 910, 73, 73),
        Step("agreed", 566, 46, 62),
        Step("profiled", 488, 39, 86),
        Step("complete", 450, 36, 92),
        Step("followed_up", PROTECTED, PROTECTED, PROTECTED),
    ),
    (*(Heading("centre", (name,)) for name in ("Centre Alder", "Centre Birch", "Centre Cedar")), TOTAL),
    (
        (420, 330, 214, 190, 178, SMALL),
        (385, 271, 168, 141, 129, PROTECTED),
        (435, 309, 184, 157, 143, 12),
        (1240, 910, 566, 488, 450, PROTECTED),
    ),
)
AGES = crossed(
    "1.1",
    classes("age_group", ("15-17", "18-24", "25-34", "35-44", "45-54", "55-64", "65+")),
    classes("sex", SEXES),
    ((SMALL, 9, 12), (38, 71, 109), (63, 96, 159), (47, 54, 101), (26, 21, 47), (12, 8, 20), (PROTECTED, 0, 2), (191, 259, 450)),
    ChartKind.PYRAMID,
    is_ordered=True,
)
NATIONALITIES = crossed(
    "1.2a",
    (*classes("nationality", ("SYR", "AFG", "SOM", "COD", "UKR")), Heading("nationality", ("TCD", "ERI"), HeadingKind.OTHER)),
    classes("sex", SEXES),
    (
        (74, 96, 170),
        (60, 88, 148),
        (30, 42, 72),
        (SMALL, PROTECTED, 25),
        (PROTECTED, PROTECTED, 20),
        (11, 4, 15),
        (191, 259, 450),
    ),
)
COUNTRIES = crossed(
    "1.3",
    classes("country", ("GRC", "ITA", "MLT")),
    classes("stage", ("PRE", "REC", "INT")),
    ((120, 90, 30, 240), (PROTECTED, 100, PROTECTED, 194), (PROTECTED, 6, PROTECTED, 16), (150, 196, 104, 450)),
    ChartKind.STACKED_BAR,
    is_by_row=True,
)
SKILLS = CountTable(
    "2.3",
    tuple(Heading("host", (code,)) for code in ("listening", "reading", "conversation", "speaking", "writing")),
    (
        *classes("level", ("0", "PA1", "A1", "A2", "B1", "B2")),
        Heading("level", ("C1", "C2", "NAT"), HeadingKind.JOINED),
        TOTAL,
    ),
    (
        (61, 98, 121, 88, 49, 20, 5, 442),
        (92, 104, 110, 76, 38, PROTECTED, SMALL, 440),
        (70, 108, 118, 86, 42, 12, 6, 442),
        (78, 109, 119, 80, 37, 10, 6, 439),
        (118, 112, 101, 66, 29, 12, 0, 438),
    ),
    shares(
        (
            (61, 98, 121, 88, 49, 20, 5, 442),
            (92, 104, 110, 76, 38, PROTECTED, SMALL, 440),
            (70, 108, 118, 86, 42, 12, 6, 442),
            (78, 109, 119, 80, 37, 10, 6, 439),
            (118, 112, 101, 66, 29, 12, 0, 438),
        ),
        is_by_row=True,
    ),
    BASE,
    ChartKind.STACKED_BAR,
    is_by_row=True,
    is_multiple=True,
    is_ordered=True,
)
SCHOOLING = SpreadTable(
    "3.4a",
    (*classes("sex", SEXES), *classes("nationality", ("SYR", "AFG", "SOM")), TOTAL),
    (
        Spread(188, *map(Decimal, ("2.0", "6.0", "9.0", "12.0", "15.0", "8.7"))),
        Spread(255, *map(Decimal, ("4.0", "8.0", "10.5", "13.0", "16.0", "10.2"))),
        Spread(170, *map(Decimal, ("6.0", "9.0", "12.0", "14.0", "16.5", "11.4"))),
        Spread(14, *(PROTECTED,) * 6),
        Spread(SMALL, *(NONE,) * 6),
        Spread(443, *map(Decimal, ("3.0", "7.0", "10.0", "12.5", "16.0", "9.6"))),
    ),
    BASE,
)
OCCUPATIONS = crossed(
    "4.5",
    classes("main_isco1", "123456789"),
    classes("isced3", ISCED3),
    (
        (SMALL, PROTECTED, 14, 22),
        (0, 7, 48, 55),
        (SMALL, PROTECTED, 26, 48),
        (5, 16, 12, 33),
        (31, 42, 11, 84),
        (22, PROTECTED, SMALL, 31),
        (36, 33, 6, 75),
        (PROTECTED, 17, SMALL, 34),
        (41, PROTECTED, SMALL, 60),
        (154, 163, 125, 442),
    ),
    ChartKind.HEAT_MAP,
    base=FEW,
    is_by_row=True,
    is_ordered=True,
)
WISHES = crossed(
    "6.3a",
    classes("main_isco1", "1234"),
    classes("desired_isco1", "123456789"),
    tuple((*((place * 7 + row * 5) % 23 + 5 for place in range(9)), 9 * 16) for row in range(5)),
    ChartKind.HEAT_MAP,
    base=FEW,
    is_by_row=True,
    is_ordered=True,
)
LANGUAGES = CountTable(
    "2.1",
    classes(
        "first_languages",
        ("ara", "prs", "som", "tir", "ukr", "kur", "swa", "lin", "amh", "fra", "eng", "spa", "rus", "tur", "bam", "ful"),
    ),
    (TOTAL,),
    tuple((count,) for count in (160, 120, 72, 40, 22, 20, 18, 15, 12, 10, 9, 8, 7, 6, 5, SMALL)),
    tuple((count,) for count in (36, 27, 16, 9, 5, 4, 4, 3, 3, 2, 2, 2, 2, 1, 1, SMALL)),
    BASE,
    ChartKind.BAR,
    is_multiple=True,
    bases=(450,) * 16,
)
SUB_GROUPS = crossed(
    "4.4",
    (
        *classes("main_isco2", ("11", "22", "23", "31", "33", "41", "51", "52", "53", "61", "71", "72", "75", "83", "91", "93")),
        Heading("main_isco2", ("94", "95", "96"), HeadingKind.JOINED),
    ),
    (),
    tuple((count,) for count in (22, 25, 30, 24, 24, 33, 40, 30, 14, 31, 35, 20, 20, 34, 20, 25, 15, 442)),
    base=FEW,
    is_ordered=True,
)
CHANGES = CountTable(
    "9.1b",
    tuple(Heading("indicator", (code,)) for code in ("host_language", "english", "recognition", "at_work")),
    (*classes("phase", ("before", "after")), TOTAL),
    ((20, 66, 86), (31, 44, 75), (PROTECTED, PROTECTED, SMALL), (0, 25, 25)),
    ((19, 61, 40), (29, 41, 35), (PROTECTED, PROTECTED, SMALL), (0, 23, 12)),
    Base("linked", 108, 0, 0, 0, 0, 0),
    ChartKind.PAIRED_BAR,
    is_multiple=True,
    bases=(108, 108, 108, 108),
)
LOG = (
    Logged("1.1", 1, 1),
    Logged("2.3", 1, 1, (Heading("level", ("C1", "C2", "NAT"), HeadingKind.JOINED),)),
    Logged("4.6", 0, 0, left_out=LeftOut.TOO_FEW),
    Logged("9.2c", 0, 0, left_out=LeftOut.EMPTY),
)


def sample() -> Report:
    """All kinds of tables over 450 people."""
    return Report(
        selection=Selection(date(2026, 3, 1), date(2026, 9, 30), countries=("GRC",), stages=("REC",)),
        made_on=date(2026, 11, 21),
        people=450,
        centres=3,
        countries=1,
        papers_seen=31,
        threshold=5,
        questionnaire=1,
        is_training=True,
        tables=(COVERAGE, AGES, NATIONALITIES, COUNTRIES, LANGUAGES, SKILLS, SCHOOLING, SUB_GROUPS, OCCUPATIONS, WISHES, CHANGES),
        log=LOG,
        lists={"ESCO": "1.2.0", "ISCO": "08"},
        without_consent=17,
        unkept=SMALL,
    )


def short() -> Report:
    """A chart, a table that is its own chart, and the coverage."""
    return replace(sample(), tables=(COVERAGE, AGES, COUNTRIES, OCCUPATIONS))


def empty() -> Report:
    """Nobody, and no table."""
    return replace(sample(), people=0, centres=0, countries=0, papers_seen=NONE, is_training=False, tables=(), log=(), lists={})


def single() -> Report:
    """One person: nothing but signs."""
    base = Base("all", SMALL, PROTECTED, PROTECTED, PROTECTED, PROTECTED, PROTECTED)
    table = crossed("1.1", classes("age_group", ("18-24",)), (), ((SMALL,), (SMALL,)), ChartKind.PYRAMID, base=base)
    return replace(sample(), people=SMALL, centres=1, papers_seen=NONE, tables=(table,), log=(Logged("1.1", 2, 0),))
