"""Bands cover every figure, without gap or overlap."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s2w_desktop.domain.derived.answered import Absence
from s2w_desktop.domain.derived.bands import AGE_GROUPS, ARRIVAL, SCHOOLING, WORKING, Bands

ALL = pytest.mark.parametrize("bands", [AGE_GROUPS, ARRIVAL, SCHOOLING, WORKING], ids=["age", "arrival", "school", "work"])


@pytest.mark.parametrize(
    ("bands", "figure", "expected"),
    [
        (AGE_GROUPS, "14", "_NA"), (AGE_GROUPS, "15", "15-17"), (AGE_GROUPS, "17", "15-17"), (AGE_GROUPS, "18", "18-24"),
        (AGE_GROUPS, "24", "18-24"), (AGE_GROUPS, "25", "25-34"), (AGE_GROUPS, "34", "25-34"), (AGE_GROUPS, "35", "35-44"),
        (AGE_GROUPS, "44", "35-44"), (AGE_GROUPS, "45", "45-54"), (AGE_GROUPS, "55", "55-64"), (AGE_GROUPS, "64", "55-64"),
        (AGE_GROUPS, "65", "65+"), (AGE_GROUPS, "99", "65+"),
        (ARRIVAL, "0", "0-3"), (ARRIVAL, "3", "0-3"), (ARRIVAL, "4", "4-6"), (ARRIVAL, "6", "4-6"), (ARRIVAL, "7", "7-12"),
        (ARRIVAL, "12", "7-12"), (ARRIVAL, "13", "13-24"), (ARRIVAL, "24", "13-24"), (ARRIVAL, "25", "25+"),
        (SCHOOLING, "0", "0"), (SCHOOLING, "0.5", "0"), (SCHOOLING, "1", "1-4"), (SCHOOLING, "4.5", "1-4"),
        (SCHOOLING, "5", "5-8"), (SCHOOLING, "8", "5-8"), (SCHOOLING, "9", "9-10"), (SCHOOLING, "11", "11-12"),
        (SCHOOLING, "12.5", "11-12"), (SCHOOLING, "13", "13-15"), (SCHOOLING, "15.5", "13-15"), (SCHOOLING, "16", "16+"),
        (WORKING, "0", "0"), (WORKING, "0.5", "under 1"), (WORKING, "1", "1-2"), (WORKING, "2.5", "1-2"), (WORKING, "3", "3-5"),
        (WORKING, "6", "6-10"), (WORKING, "10.5", "6-10"), (WORKING, "11", "11-20"), (WORKING, "20", "11-20"),
        (WORKING, "20.5", "over 20"), (WORKING, "70", "over 20"),
    ],
)  # fmt: skip
def test_figures_at_the_edges(bands: Bands, figure: str, expected: str) -> None:
    assert bands.of(Decimal(figure)) == expected


@ALL
@given(tenths=st.integers(0, 20_000))
def test_every_figure_lies_in_one_band_and_bands_follow_each_other(bands: Bands, tenths: int) -> None:
    least = Decimal(bands.begins[0][0])
    here, ahead = (bands.of(least + Decimal(number) / 10) for number in (tenths, tenths + 1))
    assert here in bands.names
    assert ahead in bands.names
    step = bands.names.index(str(ahead)) - bands.names.index(str(here))
    assert step in (0, 1)


@ALL
def test_each_band_begins_with_its_own_figure_and_is_named_once(bands: Bands) -> None:
    assert [bands.of(Decimal(least)) for least, _ in bands.begins] == list(bands.names)
    assert len(set(bands.names)) == len(bands.names)


@ALL
@pytest.mark.parametrize("absence", [None, *Absence])
def test_what_is_absent_stays_absent_for_the_same_reason(bands: Bands, absence: Absence | None) -> None:
    assert bands.of(absence) is absence
