"""The third part of a profile, the way ahead: goals, next steps, the person's word on all of it, a line to sign."""

from collections.abc import Iterator
from typing import Final

from s2w_desktop.pdf.composer import Composer, PaperBlock
from s2w_desktop.pdf.content import Paper, Step
from s2w_desktop.pdf.headings import section
from s2w_desktop.pdf.layout import Block, Cell, Column, Gap, Piece, Row, Rule
from s2w_desktop.pdf.spine import centred, rank_figure, spine_cell, tick_box_figure
from s2w_desktop.pdf.styles import RULE, Role
from s2w_desktop.pdf.tagging import Node
from s2w_desktop.pdf.writing_line import WritingLine

_HAIRLINE: Final = Rule(0.35, RULE)
_TO_SIGN: Final = 34.0  # room for a hand that writes
_BELOW_LINE: Final = 0.7


def goals(composer: Composer, paper: Paper) -> Iterator[Piece]:
    """The person's own goals in their order."""
    composer.block = PaperBlock.GOALS
    yield from section(composer, paper, paper.words.goals, _ranked(composer, paper))


def _ranked(composer: Composer, paper: Paper) -> Iterator[Piece]:
    items = composer.tree.root.add("L")
    for rank, goal in enumerate(paper.goals, 1):
        item = items.add("LI")
        spine = spine_cell(composer, rank_figure(composer, item.add("Lbl"), rank))
        cells = composer.sides(composer.pair(item.add("LBody"), Role.BODY, goal))
        yield Piece(Row([spine, *cells], above=0.0, below=composer.line_gap))


def steps(composer: Composer, paper: Paper) -> Iterator[Piece]:
    """Next steps with a date and a box to tick."""
    composer.block = PaperBlock.STEPS
    yield from section(composer, paper, paper.words.steps, _ticked(composer, paper))


def _ticked(composer: Composer, paper: Paper) -> Iterator[Piece]:
    items = composer.tree.root.add("L")
    for place, step in enumerate(paper.steps):
        yield Piece(_step_row(composer, paper, items, step, _HAIRLINE if place else None))


def _step_row(composer: Composer, paper: Paper, items: Node, step: Step, rule: Rule | None) -> Row:
    item = items.add("LI")
    label = item.add("Lbl")
    blocks: list[Block] = [centred(composer, label, step.date, Role.SPINE)] if step.date else []
    blocks.append(tick_box_figure(composer, label, paper.words.tick_box))
    body = item.add("LBody")
    title = composer.pair(body, Role.ENTRY, step.title, links=step.links)
    texts = (step.who, step.detail, *step.service, step.bring)
    lines = [composer.pair(body, Role.BODY, said, links=step.links) for said in texts]
    above, below = composer.spacing.step
    cells = [spine_cell(composer, Column(blocks)), *composer.sides(title, *lines)]
    return Row(cells, above=above, below=below, rule=rule)


def agreement(composer: Composer, paper: Paper) -> Iterator[Piece]:
    """Whether the person agrees, and in which words; then a line for place, date and signature."""
    composer.block = PaperBlock.AGREEMENT
    root = composer.tree.root
    if paper.agreement:
        statement = composer.pair(root, Role.ENTRY, paper.agreement.statement)
        words = composer.pair(root, Role.BODY, paper.agreement.words)
        yield Piece(Row(composer.sides(statement, words), above=0.0, below=0.0), space=composer.spacing.part)
    if paper.has_signature:
        yield Piece(_line_to_sign(composer, paper))


def _line_to_sign(composer: Composer, paper: Paper) -> Row:
    label = composer.sides(composer.pair(composer.tree.root, Role.NOTE, paper.words.signature))
    line = WritingLine(_TO_SIGN * composer.scale)
    return Row([Cell(cell.x, cell.width, Column([line, Gap(_BELOW_LINE), cell.block])) for cell in label], above=0.0, below=0.0)
