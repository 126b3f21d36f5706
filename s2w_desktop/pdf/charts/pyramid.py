"""The pyramid: ages in the middle, men to the left, women to the right on the same scale, in every direction of writing."""

from dataclasses import dataclass
from typing import Final

from s2w_desktop.domain.figures import Count, CountTable, Sign
from s2w_desktop.pdf.charts.area import ChartArea, Drawing, Side
from s2w_desktop.pdf.charts.bars import bar_length
from s2w_desktop.pdf.charts.fills import Fill
from s2w_desktop.pdf.geometry import WIDTH
from s2w_desktop.pdf.paragraph import ShapedParagraph
from s2w_desktop.pdf.report_composer import ReportComposer
from s2w_desktop.pdf.styles import Role

_MIDDLE: Final = 60.0  # least width of the ages
_VALUES: Final = 44.0
_ROW: Final = 21.0
_BAR: Final = 18.5
_HEAD: Final = 18.0
_GAP: Final = 5.0
_MEN, _WOMEN = "M", "F"


def sides_of(table: CountTable) -> tuple[int, int] | None:
    """The columns of men and of women; None where the table does not tell them apart."""

    def column(code: str) -> int | None:
        places = [place for place, one in enumerate(table.columns) if code in one.codes and not one.is_total]
        return places[0] if places else None

    men, women = column(_MEN), column(_WOMEN)
    return None if men is None or women is None or men == women else (men, women)


def pyramid(composer: ReportComposer, table: CountTable, sides: tuple[int, int]) -> Drawing:
    """The youngest below."""
    words = composer.words
    names = [words.heading(table.columns[side]) for side in sides]
    heads = [composer.label(Role.CELL_HEAD, name) for name in names]
    rows, values = [], []
    for place, row in enumerate(table.rows):
        if not row.is_total:
            counts = [table.counts[place][side] for side in sides]
            said = [words.count(count) for count in counts]
            label = words.heading(row)
            rows.append((composer.label(Role.CELL, label), counts, [composer.label(Role.NOTE, one) for one in said]))
            values.append(f"{label}: " + ", ".join(f"{name} {one}" for name, one in zip(names, said, strict=True)))
    height = _HEAD + _ROW * len(rows)
    middle = max([_MIDDLE, *(age.natural_width() + 4 * _GAP for age, _, _ in rows)])
    all_counts = [count for _, counts, _ in rows for count in counts]
    most = max((count for count in all_counts if not isinstance(count, Sign)), default=0)

    def paint(area: ChartArea) -> None:
        area.words(heads[0], (WIDTH - middle) / 2, height - _HEAD / 2 + 2, Side.END)
        area.words(heads[1], (WIDTH + middle) / 2, height - _HEAD / 2 + 2)
        for place, (age, counts, figures) in enumerate(rows):
            level = _ROW * (place + 0.5)
            area.words(age, WIDTH / 2, level, Side.MIDDLE)
            for side in (0, 1):
                _paint_side(area, counts[side], figures[side], _Place(level, middle, most, is_left=side == 0))

    has_hidden = any(isinstance(count, Sign) for count in all_counts)
    return Drawing(height, paint, tuple(values), has_hidden=has_hidden, is_mirrored=False)


@dataclass(frozen=True)
class _Place:
    """Where one bar stands: the middle of its row, the width of the ages, the number that is as long as there is room."""

    level: float
    ages: float
    most: int
    is_left: bool


def _paint_side(area: ChartArea, count: Count, figure: ShapedParagraph, place: _Place) -> None:
    length = bar_length(count, place.most, (WIDTH - place.ages) / 2 - _VALUES)
    edge = (WIDTH - place.ages) / 2 if place.is_left else (WIDTH + place.ages) / 2
    start = edge - length if place.is_left else edge
    low = place.level - _BAR / 2
    if isinstance(count, Sign):
        area.hidden(start, low, _BAR)
    else:
        area.box(start, low, length, _BAR, Fill.MID if place.is_left else Fill.LINES)
    if place.is_left:
        area.words(figure, start - _GAP, place.level, Side.END)
    else:
        area.words(figure, start + length + _GAP, place.level)
