"""What is filled in by hand or found at a glance: answers with boxes, lines to sign on, whom to call."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from s2w_desktop.pdf.canvas import TaggedCanvas
from s2w_desktop.pdf.geometry import Span
from s2w_desktop.pdf.layout import Block, Cell, Column, Figure, Gap, Piece, Row
from s2w_desktop.pdf.paragraph import Align, ShapedParagraph
from s2w_desktop.pdf.scripts import script_of
from s2w_desktop.pdf.sheet import Choice, ContactBlock, Option, SignatureLine
from s2w_desktop.pdf.sheet_composer import SheetComposer, has_labels
from s2w_desktop.pdf.sheet_marks import box_figure
from s2w_desktop.pdf.styles import TINT, Role
from s2w_desktop.pdf.tagging import Node
from s2w_desktop.pdf.writing_line import WritingLine

_OPTION_GAP: Final = 16.0
_BOX_GAP: Final = 5.0
_WRITING_ROOM: Final = 30.0
_BETWEEN_LINES: Final = 14.0
_CONTACT_INSET: Final = 8.0
_QUESTION_SHARE: Final = 0.68


def choice(composer: SheetComposer, parent: Node, content: Choice) -> Piece:
    """The question, its answers in a line, and a note."""
    question = composer.pair(parent, Role.ENTRY, content.question)
    answers = [_options(composer, parent.add("L"), language, content.options) for language in composer.languages]
    note = composer.pair(parent, Role.NOTE, content.note)
    if len(composer.languages) > 1:
        cells = composer.sides(question, answers, note)
    else:
        cells = _question_and_answers(composer, [*question, *note], answers)
    return Piece(Row(cells, above=composer.points(2.0), below=composer.points(4.0)))


def _question_and_answers(composer: SheetComposer, question: Sequence[Block], answers: Sequence[Block]) -> list[Cell]:
    """In one language the boxes stand beside the question, all of them below each other at the same place."""
    start, whole = composer.grid.block
    share = whole * _QUESTION_SHARE
    spans = (Span(start, share - _OPTION_GAP), Span(start + share, whole - share))
    if composer.is_rtl:
        spans = (Span(start + whole - share + _OPTION_GAP, share - _OPTION_GAP), Span(start, whole - share))
    return [Cell(*spans[0], Column(question)), Cell(*spans[1], Column(answers))]


def _options(composer: SheetComposer, items: Node, language: str, options: Sequence[Option]) -> "OptionLine":
    parts = []
    for option in options:
        node = items.add("LI")
        box = box_figure(composer, node.add("Lbl"), is_ticked=option.is_ticked)
        words = node.add("LBody").add("P", language=language)
        parts.append((box, composer.text(language, Role.BODY, option.words.get(language, ""), node=words, align=Align.LEFT)))
    return OptionLine(tuple(parts), is_rtl=script_of(language).is_rtl, gap=composer.points(_OPTION_GAP))


@dataclass(frozen=True)
class OptionLine:
    """Words behind their boxes, as many in a line as fit."""

    parts: tuple[tuple[Figure, ShapedParagraph], ...]
    is_rtl: bool
    gap: float

    def height(self, width: float) -> float:
        """The lines."""
        return sum(self._line_height(line) for line in self._lines(width))

    def split(self, width: float, room: float) -> None:
        """A few short lines are not parted."""

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Paint the lines, each from its start."""
        for line in self._lines(width):
            used = 0.0
            for box, words in line:
                own, words_width = self._width(box, words, width), self._words_width(box, words, width)
                left = x + (width - used - own if self.is_rtl else used)
                box.draw(canvas, left + (own - box.width if self.is_rtl else 0.0), top, box.width)
                words.draw(canvas, left + (0.0 if self.is_rtl else box.width + _BOX_GAP), top, words_width)
                used += own + self.gap
            top -= self._line_height(line)

    def _lines(self, width: float) -> list[list[tuple[Figure, ShapedParagraph]]]:
        lines: list[list[tuple[Figure, ShapedParagraph]]] = []
        used = 0.0
        for part in self.parts:
            own = self._width(*part, width)
            if not lines or used + own > width:
                lines.append([])
                used = 0.0
            lines[-1].append(part)
            used += own + self.gap
        return lines

    def _width(self, box: Figure, words: ShapedParagraph, width: float) -> float:
        return box.width + _BOX_GAP + self._words_width(box, words, width)

    def _words_width(self, box: Figure, words: ShapedParagraph, width: float) -> float:
        return min(words.natural_width() + 0.5, width - box.width - _BOX_GAP)

    def _line_height(self, line: Sequence[tuple[Figure, ShapedParagraph]]) -> float:
        width = float("inf")
        return max(max(box.points, words.height(self._words_width(box, words, width))) for box, words in line)


def signature(composer: SheetComposer, parent: Node, content: SignatureLine) -> Piece:
    """Lines beside each other over the whole width, their words below them."""
    count = len(content.labels)
    between, (start, whole) = composer.points(_BETWEEN_LINES), composer.grid.block
    width = (whole - between * (count - 1)) / count
    cells = []
    for place, label in enumerate(content.labels):
        left = place * (width + between)
        words = composer.pair(parent, Role.NOTE, label, align=composer.start)
        blocks: list[Block] = [WritingLine(_WRITING_ROOM * composer.scale), Gap(2.0), *words]
        cells.append(Cell(start + (whole - left - width if composer.is_rtl else left), width, Column(blocks)))
    return Piece(Row(cells, above=0.0, below=composer.points(4.0)))


def contact(composer: SheetComposer, parent: Node, content: ContactBlock) -> Iterator[Piece]:
    """Name, telephone number and what else is to be known, in a tinted band; nothing where nothing is known."""
    node = parent.add("Div")
    (start, whole), white = composer.grid.block, composer.points(4.0)
    inner = whole - 2 * _CONTACT_INSET
    has_spine = len(composer.grid.sides) > 1 and has_labels(composer.sheet)
    band = composer.within(composer.languages, inner, has_spine=has_spine)
    name = band.pair(node, Role.ENTRY, content.name)
    lines: list[Block] = [Row(band.sides(name), above=0.0, below=0.0)] if name else []
    if content.phone:
        align = Align.CENTER if len(band.grid.sides) > 1 else band.start
        lines.append(band.neutral(node, Role.NAME, content.phone, align))
    pairs = [band.pair(node, Role.BODY, line) for line in content.lines]
    if any(pairs):
        lines.append(Row(band.sides(*pairs), above=0.0, below=0.0))
    inside = Row([Cell(_CONTACT_INSET, inner, Column(lines))], above=white, below=white, tint=TINT)
    if lines:
        yield Piece(Row([Cell(start, whole, inside)], above=0.0, below=composer.points(3.0)), space=composer.points(3.0))
