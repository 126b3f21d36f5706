"""The blocks of a sheet as pieces for the page flow, each with its place in the structure tree."""

from collections.abc import Iterator, Sequence
from typing import Final

from s2w_desktop.pdf.layout import Block, Cell, Column, Gap, Piece, Row, Rule
from s2w_desktop.pdf.paragraph import Align
from s2w_desktop.pdf.sheet import (
    Choice,
    ContactBlock,
    Fact,
    Facts,
    Item,
    Passage,
    SheetBlock,
    SignatureLine,
    SmallTable,
    Tick,
    Weight,
)
from s2w_desktop.pdf.sheet_composer import SheetComposer
from s2w_desktop.pdf.sheet_forms import choice, contact, signature
from s2w_desktop.pdf.sheet_marks import Decoration, box_figure
from s2w_desktop.pdf.sheet_tables import table
from s2w_desktop.pdf.styles import RULE, Role
from s2w_desktop.pdf.tagging import Node

_ROLES: Final = {Weight.LEAD: Role.OPENING, Weight.BODY: Role.BODY, Weight.STRONG: Role.ENTRY, Weight.NOTE: Role.NOTE}
_HAIRLINE: Final = Rule(0.35, RULE)
_COLUMN_GAP: Final = 8.0
_DRAWING: Final = 34.0
_ABOVE_PICTURED: Final = 5.0  # so that one line and two stand beside the middle of the drawing
_KEPT_WITH_STRONG: Final = 26.0
_NAME_SHARE: Final = 0.36  # of a fact, in one language


def pieces_of(composer: SheetComposer, parent: Node, blocks: Sequence[SheetBlock]) -> Iterator[Piece]:
    """The blocks in their order; what stands in a list together is one list in the tree."""
    items: Node | None = None
    for block in blocks:
        if isinstance(block, Item | Tick):
            rule, items = (_HAIRLINE if items else None), items or parent.add("L")
            yield from _item(composer, items, block) if isinstance(block, Item) else _tick(composer, items, block, rule)
        else:
            items = None
            yield from _block(composer, parent, block)


def _block(
    composer: SheetComposer, parent: Node, block: Passage | Facts | SmallTable | Choice | SignatureLine | ContactBlock
) -> Iterator[Piece]:
    match block:
        case Passage():
            yield from _passage(composer, parent, block)
        case Facts():
            yield from _facts(composer, parent, block)
        case SmallTable():
            yield from table(composer, parent, block)
        case Choice():
            yield choice(composer, parent, block)
        case SignatureLine():
            yield signature(composer, parent, block)
        case ContactBlock():
            yield from contact(composer, parent, block)


def _passage(composer: SheetComposer, parent: Node, passage: Passage) -> Iterator[Piece]:
    pair = composer.pair(parent, _ROLES[passage.weight], passage.text)
    is_head = passage.weight is Weight.STRONG  # it speaks of what follows, and stays with the beginning of that
    if pair and passage.drawing is not None:
        mark = Decoration(passage.drawing, composer.scale * _DRAWING)
        above = [Gap(composer.points(_ABOVE_PICTURED))] * len(composer.languages)
        cells = [*_spine(composer, [mark]), *composer.sides(above, pair)]
        yield Piece(Row(cells, above=0.0, below=composer.points(2.0)))
    elif pair:
        row = Row(composer.sides(pair), above=composer.points(2.0 if is_head else 0.0), below=composer.points(3.0))
        yield Piece(row, keep=composer.points(_KEPT_WITH_STRONG) if is_head else 0.0)


def _spine(composer: SheetComposer, blocks: Sequence[Block]) -> list[Cell]:
    return [Cell(*composer.grid.spine, Column(blocks))] if blocks else []


def _margin_align(composer: SheetComposer) -> Align:
    """Years stand at the start of the line where the margin is beside the text, and in the middle between two texts."""
    if len(composer.grid.sides) > 1:
        return Align.CENTER
    return composer.start


def _item(composer: SheetComposer, items: Node, item: Item) -> Iterator[Piece]:
    node = items.add("LI")
    label: list[Block] = []
    if item.label:
        label.append(composer.neutral(node.add("Lbl"), Role.SPINE, item.label, _margin_align(composer)))
    body = node.add("LBody")
    pairs = [composer.pair(body, Role.ENTRY, item.title), *(composer.pair(body, Role.BODY, line) for line in item.lines)]
    note = composer.pair(body, Role.NOTE, item.note)
    cells = [*_spine(composer, label), *composer.sides(*pairs, note)]
    if any(pairs):
        yield Piece(Row(cells, above=composer.points(1.0), below=composer.points(4.0)))


def _tick(composer: SheetComposer, items: Node, tick: Tick, rule: Rule | None) -> Iterator[Piece]:
    node = items.add("LI")
    label = node.add("Lbl")
    spine: list[Block] = [composer.neutral(label, Role.SPINE, tick.label, Align.CENTER)] if tick.label else []
    spine.append(box_figure(composer, label))
    body = node.add("LBody")
    pairs = [composer.pair(body, Role.ENTRY, tick.title), *(composer.pair(body, Role.BODY, line) for line in tick.lines)]
    cells = [*_spine(composer, spine), *composer.sides(*pairs)]
    if any(pairs):
        yield Piece(Row(cells, above=composer.points(3.0), below=composer.points(4.0), rule=rule))


# --- facts ---


def _facts(composer: SheetComposer, parent: Node, facts: Facts) -> Iterator[Piece]:
    if facts.rows:
        items = parent.add("L")
        for fact in facts.rows:
            yield from _fact(composer, items, fact)


def _fact(composer: SheetComposer, items: Node, fact: Fact) -> Iterator[Piece]:
    node = items.add("LI")
    names = composer.pair(node.add("Lbl"), Role.LABEL, fact.name)
    body = node.add("LBody")
    values, notes = composer.pair(body, Role.BODY, fact.value), composer.pair(body, Role.NOTE, fact.note)
    if len(composer.languages) > 1:
        cells = composer.sides(names, values, notes)
    else:
        side = composer.grid.sides[0]
        share = side.width * _NAME_SHARE
        name_x, value_x = (side.x + side.width - share, side.x) if composer.is_rtl else (side.x, side.x + share)
        cells = [
            Cell(name_x + (_COLUMN_GAP if composer.is_rtl else 0.0), share - _COLUMN_GAP, Column(names)),
            Cell(value_x, side.width - share, Column([*values, *notes])),
        ]
    if values:
        yield Piece(Row(cells, above=composer.points(0.5), below=composer.points(2.0)))
