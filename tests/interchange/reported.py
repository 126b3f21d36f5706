"""A report of invented figures with every kind of table, every sign, and names that a reader might take for something else."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from s2w_desktop.analysis.comparing import compared
from s2w_desktop.domain.figures import (
    TOTAL,
    ChartKind,
    CountTable,
    FunnelTable,
    Heading,
    HeadingKind,
    LeftOut,
    Logged,
    Report,
    Selection,
    Spread,
    SpreadTable,
    Step,
)
from tests.pdf.sample_report import BASE, NONE, PROTECTED, SMALL

HOSTILE = (
    '=HYPERLINK("http://x.example","y")',
    "+1+1",
    " @SUM(A1)",
    "-2",
    "https://x.example/",
    "</td><script>alert(1)</script>",
    "\u202egnorw\u202c",
    "one\x00two\x0bthree\nfour\uffff",
    "a|b\\c",
    "_x0041_&amp;",
    "\ud800",
)
"""Names of centres, which are free text."""

COVERAGE = FunnelTable(
    "0.1",
    (Step("eligible", 1240, 100, 100), Step("profiled", 488, 39, 39), Step("followed_up", PROTECTED, PROTECTED, PROTECTED)),
    (*(Heading("centre", (name,)) for name in HOSTILE), TOTAL),
    (*((40, 20, SMALL) for _ in HOSTILE), (1240, 488, PROTECTED)),
)
AGES = CountTable(
    "1.1",
    (Heading("age_group", ("15-17",)), Heading("age_group", ("18-24", "25-34"), HeadingKind.JOINED), TOTAL),
    (Heading("sex", ("F",)), Heading("sex", ("M",)), TOTAL),
    ((SMALL, PROTECTED, 12), (187, 251, 438), (191, 259, 450)),
    ((SMALL, PROTECTED, 3), (98, 97, 97), (100, 100, 100)),
    BASE,
    ChartKind.PYRAMID,
    is_ordered=True,
)
GOALS = CountTable(
    "6.1a",
    (Heading("goals", ("E01",)), Heading("goals", ("E08",))),
    (TOTAL,),
    ((12,), (0,)),
    ((NONE,), (NONE,)),
    BASE,
    ChartKind.BAR,
    is_multiple=True,
    bases=(18, SMALL),
)
SCHOOL = SpreadTable(
    "3.4a",
    (Heading("sex", ("F",)), TOTAL),
    (
        Spread(SMALL, *(NONE,) * 6),
        Spread(450, Decimal("2.5"), Decimal("5.0"), Decimal("9.0"), Decimal("12.0"), Decimal("15.5"), Decimal("8.9")),
    ),
    BASE,
)
REPORT = Report(
    selection=Selection(date(2018, 1, 1), date(2018, 6, 30), ("GRC",), ('<b>Alder & "Sons"</b>',)),
    made_on=date(2018, 7, 2),
    people=450,
    centres=11,
    countries=1,
    papers_seen=37,
    threshold=5,
    questionnaire=3,
    is_training=True,
    tables=(COVERAGE, AGES, SCHOOL, GOALS),
    log=(
        Logged("0.1", 0, 1),
        Logged("1.1", 1, 1, (Heading("age_group", ("18-24", "25-34"), HeadingKind.JOINED),)),
        Logged("1.2a", 0, 0, left_out=LeftOut.TOO_FEW),
        Logged("3.4a", 1, 0),
        Logged("6.1a", 1, 0),
    ),
    lists={"ISCED": "2011", "ISO 3166-1": "2020"},
    without_consent=6,
    unkept=SMALL,
)

LATER = replace(
    REPORT,
    selection=Selection(date(2018, 7, 1), date(2018, 12, 31)),
    people=90,
    is_training=False,
    tables=(COVERAGE, replace(AGES, counts=((SMALL, PROTECTED, 9), (40, 41, 81), (43, 47, 90)), base=replace(BASE, people=90))),
    log=(Logged("1.1", 1, 1), Logged("6.1a", 0, 0, left_out=LeftOut.TOO_FEW)),
)
COMPARED = compared(REPORT, LATER)
"""The report with a later one beside it."""
