"""Profiles at headquarters about which two laptops disagree."""

from contextlib import closing
from pathlib import Path

from tests.domain.people import entry
from tests.services.quarrels import Quarrel
from tests.workplaces import reopen

FIRST, SECOND = "GR-7777-7777-Q", "GR-8888-8888-D"
SEX, FAMILY, YEARS = "identity.sex", "identity.family_names", "work_summary.years_in_main_occupation"
ROW = f"work.{entry('work')}."
TITLE, CITY = f"{ROW}title_own_words", f"{ROW}city"
WISH, LONG = (
    "expectation.own_words",
    ("I would like to work in a small workshop near the house, sewing and repairing clothes, and later have one of my own."),
)


def disagree(folder: Path) -> None:
    """Put them into the store, which is closed: five questions about one person, one about another."""
    with closing(reopen(folder)) as hq:
        quarrel = Quarrel(
            hq,
            {SEX: "F", FAMILY: "Hadad", YEARS: {"n": "12"}, WISH: {"said": LONG, "lang": "eng"}},
            {SEX: "X", FAMILY: "حداد", YEARS: {"n": "15"}, WISH: {"said": "ورشة صغيرة", "lang": "ara"}},
            case_number=FIRST,
        )
        told = quarrel.one.says(
            quarrel.profile, {ROW: 0, TITLE: {"said": "Tailor", "lang": "eng"}, CITY: "Homs"}, quarrel.left, quarrel.right
        )
        quarrel.one.says(quarrel.profile, dict.fromkeys((ROW, TITLE, CITY)), told)
        quarrel.other.says(quarrel.profile, {ROW: 0, CITY: "حلب"}, told)
        Quarrel(hq, {SEX: "F"}, {SEX: "X"}, case_number=SECOND)
