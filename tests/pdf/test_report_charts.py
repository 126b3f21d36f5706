"""What the charts of the report draw: joined parts, one width for what is hidden, fills that a photocopy keeps apart."""

from decimal import Decimal
from io import BytesIO
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s2w_desktop.domain.figures import TOTAL, Count, CountTable, Heading, HeadingKind, Sign
from s2w_desktop.pdf.canvas import TaggedCanvas
from s2w_desktop.pdf.charts.bars import MOST_ROWS, bar_length, shown_rows
from s2w_desktop.pdf.charts.box_plot import axis
from s2w_desktop.pdf.charts.fills import HIDDEN_WIDTH, MOST_CLASSES, draw_box, ordered_fills
from s2w_desktop.pdf.charts.stacks import stacks_of
from s2w_desktop.pdf.preview import render_page
from s2w_desktop.pdf.tagging import StructureTree
from tests.pdf import sample_report as samples

COUNTS = st.one_of(st.integers(0, 500), st.sampled_from([Sign.SMALL, Sign.PROTECTED]))


@given(st.integers(1, 10_000), st.floats(20, 400))
def test_every_hidden_number_is_drawn_with_one_width(most: int, room: float) -> None:
    assert bar_length(Sign.SMALL, most, room) == bar_length(Sign.PROTECTED, most, room) == HIDDEN_WIDTH
    assert bar_length(0, most, room) == 0
    assert bar_length(most, most, room) == pytest.approx(room)


@given(st.lists(st.lists(COUNTS, min_size=9, max_size=9), min_size=1, max_size=4))
def test_bars_of_a_hundred_per_cent_have_six_classes_and_lose_nobody(lines: list[list[Count]]) -> None:
    counts = tuple((*line, 5000) for line in lines)
    rows = tuple(Heading("host", (str(place),)) for place in range(len(lines)))
    columns = (*(Heading("level", (code,)) for code in "012345678"), TOTAL)
    table = CountTable("2.3", rows, columns, counts, (), samples.BASE, samples.SKILLS.chart, is_by_row=True)
    stacks = stacks_of(table)
    assert len(stacks.classes) == MOST_CLASSES
    assert [code for one in stacks.classes for code in one.codes] == list("012345678")
    for bar, line in zip(stacks.bars, lines, strict=True):
        shown = sum(part for part in bar.parts if isinstance(part, int))
        assert shown + bar.rest == 5000
        assert bar.rest >= 5000 - sum(count for count in line if isinstance(count, int)), "a hidden part is in the rest"
        assert any(isinstance(part, Sign) for part in bar.parts) == any(isinstance(count, Sign) for count in line)


@given(st.decimals("0.1", 30_000, places=1))
def test_an_axis_begins_with_nought_and_reaches_over_the_longest_whisker(most: Decimal) -> None:
    values = axis(most)
    assert values[0] == 0
    assert values[-1] >= most > (values[-2] if len(values) > 2 else 0)
    assert len(values) <= 7


def test_columns_are_the_bars_where_shares_are_those_of_columns() -> None:
    stacks = stacks_of(samples.AGES)
    assert [bar.heading.codes for bar in stacks.bars] == [("F",), ("M",), ()]
    assert [bar.people for bar in stacks.bars] == [191, 259, 450]


def test_no_shares_are_drawn_of_few_people() -> None:
    greece, _, malta, everywhere = stacks_of(samples.COUNTRIES).bars
    assert (greece.can_be_drawn, malta.can_be_drawn, everywhere.can_be_drawn) == (True, False, True)
    assert [greece.share(part) for part in greece.parts if isinstance(part, int)] == [50, 38, 13]


def test_bars_stand_by_size_and_those_of_a_scale_in_its_order() -> None:
    assert len(shown_rows(samples.LANGUAGES)) == MOST_ROWS
    assert shown_rows(samples.SUB_GROUPS) == sorted(shown_rows(samples.SUB_GROUPS))
    shuffled = CountTable(
        "1.2a",
        tuple(
            Heading("nationality", (code,), kind)
            for code, kind in zip("abcd", (*[HeadingKind.CLASS] * 2, HeadingKind.OTHER, HeadingKind.CLASS), strict=True)
        ),
        (TOTAL,),
        ((5,), (Sign.SMALL,), (90,), (70,)),
        (),
        samples.BASE,
        samples.AGES.chart,
    )
    assert shown_rows(shuffled) == [3, 0, 1, 2]


def test_the_first_four_fills_stay_apart_in_pure_black_and_white() -> None:
    target = BytesIO()
    canvas = TaggedCanvas(target, tree=StructureTree(), page_size=(120, 20), language="en", title="fills")
    with canvas.artifact():
        for place, fill in enumerate(ordered_fills(MOST_CLASSES)):
            draw_box(canvas, 20 * place + 1, 1, 18, 18, fill)
    canvas.showPage()
    canvas.save()
    page = render_page(target.getvalue(), 0, 150)
    inner = range(page.height // 5, page.height * 4 // 5)
    shares = []
    for place in range(MOST_CLASSES):
        columns = range(int((place + 0.2) * page.width / 6), int((place + 0.8) * page.width / 6))
        dark = [page.rgb[3 * (row * page.width + column)] < 128 for row in inner for column in columns]
        shares.append(sum(dark) / len(dark))
    assert shares[0] == 0
    assert shares[:4] == sorted(shares[:4])
    assert all(second - first > 0.05 for first, second in pairwise(shares[:4])), shares
    assert shares[5] == 1
