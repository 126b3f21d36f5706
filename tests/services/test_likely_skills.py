"""The skills that are put to somebody for a job: how many, in which order, and that none is one of those never shown."""

from functools import cache

from s2w_desktop.domain.codes.occupations import UNIT_GROUPS
from s2w_desktop.paths import resources
from s2w_desktop.reference.esco_lists import esco_lists
from s2w_desktop.services.likely_skills import FEWEST, MOST, LikelySkills
from tests import esco_trades
from tests.esco_trades import Trades, links, needs_esco

TAILOR, WEAVER, BAKER = "tailor", "weaver", "baker"
MADE_UP = Trades(
    groups={TAILOR: "7531", WEAVER: "7318", BAKER: "7512"},
    skills={
        TAILOR: links("count sew measure rare_stitch", "iron sell"),
        WEAVER: links("count weave", "sell"),
        BAKER: links("count knead bake", "sell"),
    },
)


def skills(group: str, occupation: str = "", data: Trades = MADE_UP) -> list[str]:
    return [one.skill for one in LikelySkills(data).of(group, occupation)]


def test_essential_skills_come_first_and_of_them_those_that_say_most_about_the_job() -> None:
    assert skills("7531", TAILOR) == ["measure", "sew", "count", "iron", "sell"]


def test_only_curated_skills_are_put() -> None:
    assert "rare_stitch" not in skills("7531", TAILOR)


def test_an_occupation_with_few_skills_borrows_from_its_relatives_up_to_ten() -> None:
    many = links(" ".join(f"own{number}" for number in range(4)))
    near = links(" ".join(f"near{number}" for number in range(4)))
    far = links(" ".join(f"far{number}" for number in range(9)))
    data = Trades({"one": "7531", "two": "7531", "three": "7532"}, {"one": many, "two": near, "three": far})
    found = skills("7531", "one", data)
    assert len(found) == FEWEST
    assert [name.rstrip("0123456789") for name in found] == ["own"] * 4 + ["near"] * 4 + ["far"] * 2


def test_a_job_of_which_only_the_group_is_known_gets_the_skills_of_the_group() -> None:
    assert skills("7531") == skills("7531", TAILOR)
    assert skills("7531", "an occupation of a newer ESCO") == skills("7531", TAILOR)


def test_a_group_without_occupations_gets_none() -> None:
    assert skills("9999") == []


def test_a_long_list_ends_at_fifteen() -> None:
    data = Trades({"one": "7531"}, {"one": links(" ".join(f"skill{number:02}" for number in range(40)))})
    assert len(skills("7531", "one", data)) == MOST


@needs_esco
def test_every_occupation_of_esco_gets_ten_to_fifteen_curated_skills_and_none_that_is_denied() -> None:
    data, lists = official(), esco_lists(resources() / "esco")
    likely = LikelySkills(data)
    few: list[str] = []
    for occupation, group in data.groups.items():
        found = likely.of(group, occupation)
        assert len(found) <= MOST
        assert {one.skill for one in found} <= lists.curated
        assert not {one.skill for one in found} & set(lists.denied)
        few += [occupation] if len(found) < FEWEST else []
    assert len(few) <= len(data.groups) // 100


@needs_esco
def test_nearly_every_unit_group_gets_ten_skills() -> None:
    likely = LikelySkills(official())
    with_few = [code for code in UNIT_GROUPS if len(likely.of(code)) < FEWEST]
    assert len(with_few) <= 15


@needs_esco
def test_a_baker_is_asked_about_baking() -> None:
    names, jobs = esco_trades.labels("en/skills_en.csv.gz"), esco_trades.labels("en/occupations_en.csv.gz")
    baker = next(uri for uri, name in jobs.items() if name == "baker")
    asked = [names[one.skill] for one in LikelySkills(official()).of("7512", baker)]
    assert {"bake goods", "knead food products", "tend bakery ovens"} <= set(asked)


@cache
def official() -> Trades:
    return esco_trades.official()
