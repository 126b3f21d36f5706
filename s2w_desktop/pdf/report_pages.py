"""Pages of a report around its tables: cover, coverage, limits, annex."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from reportlab.lib.units import mm

from s2w_desktop.domain.figures import COMPARED, Period, Report
from s2w_desktop.i18n.isolation import isolate_ltr
from s2w_desktop.i18n.report_parts import ReportText
from s2w_desktop.pdf.geometry import WIDTH, Span
from s2w_desktop.pdf.layout import Block, Cell, Column, Gap, Piece, Row, Rule
from s2w_desktop.pdf.outline import outlined
from s2w_desktop.pdf.report_blocks import BLOCK_SPACE, block
from s2w_desktop.pdf.report_composer import ReportComposer
from s2w_desktop.pdf.report_tables import centres_sheet, table_blocks
from s2w_desktop.pdf.styles import ACCENT, Role

ANNEX: Final = "A"
_MEASURE: Final = 128 * mm  # the longest line that reads well
_NUMBER: Final = 8 * mm
_SIGN: Final = 14 * mm
_CHAPTER_SPACE: Final = 24.0
_HEAD_SPACE: Final = 8.0
_KEPT: Final = 60 * mm


def cover(composer: ReportComposer) -> Iterator[Piece]:
    """Kind, title, period, the figures that matter, and how to read all others."""
    composer.place = "cover"
    words, root = composer.words, composer.tree.root
    yield Piece(Gap(48 * mm))
    yield Piece(composer.tagged(root, Role.KIND, words.kind))
    yield Piece(composer.tagged(root, Role.TITLE, words.title, "H1"), space=6)
    yield Piece(composer.tagged(root, Role.NAME, words.selection), space=6)
    yield from _figures(composer)
    yield Piece(composer.tagged(root, Role.SECTION, words.say(ReportText.HOW_TO_READ), "H2"), space=26 * mm)
    yield from _list(composer, words.legend, _SIGN, WIDTH - _SIGN)


def _figures(composer: ReportComposer) -> Iterator[Piece]:
    words = composer.words
    if not words.second_figures:
        yield Piece(_facts(composer, words.cover_figures), space=26 * mm)
        return
    for period, facts, space in ((Period.FIRST, words.cover_figures, 26 * mm), (Period.SECOND, words.second_figures, 8 * mm)):
        yield Piece(composer.tagged(composer.tree.root, Role.KIND, words.period(period)), space=space, keep=_KEPT)
        yield Piece(_facts(composer, facts), space=3)


def _facts(composer: ReportComposer, facts: Sequence[tuple[str, str]]) -> Block:
    cells, width = [], WIDTH / len(facts)
    for place, (figure, said) in enumerate(facts):
        span = composer.placed(Span(place * width, width - 12))
        root = composer.tree.root
        blocks = [composer.tagged(root, Role.FIGURE, figure), composer.tagged(root, Role.ENTRY, said)]
        cells.append(Cell(span.x, span.width, Column(blocks)))
    return Row(cells, above=6.0, below=0.0, rule=Rule(1.2, ACCENT))


def _list(composer: ReportComposer, items: Iterable[tuple[str, str]], label: float, measure: float) -> Iterator[Piece]:
    parent = composer.tree.root.add("L")
    for sign, said in items:
        item = parent.add("LI")
        marks = composer.tagged(item, Role.ENTRY, sign, "Lbl")
        body = composer.tagged(item.add("LBody"), Role.BODY, said)
        first, second = composer.placed(Span(0.0, label)), composer.placed(Span(label, measure))
        yield Piece(Row([Cell(*first, marks), Cell(*second, body)], above=2.0, below=3.0))


def chapter_head(composer: ReportComposer, number: str, title: str, *, is_numbered: bool = True) -> Piece:
    """Number and title of a chapter, with an entry in the outline."""
    composer.place = number
    said = composer.numbered(number, title) if is_numbered else title
    head = composer.tagged(composer.tree.root, Role.PART, said, "H1")
    return Piece(outlined(head, said, 0), space=_CHAPTER_SPACE, keep=_KEPT)


def together(pieces: Sequence[Piece]) -> list[Piece]:
    """A head with the block below it, which stands on the same page, and all that follows."""
    head, first, *others = pieces
    return [head._replace(keep=_HEAD_SPACE + first.block.height(WIDTH)), first._replace(space=_HEAD_SPACE), *others]


def _periods(composer: ReportComposer) -> Iterator[Piece]:
    """Which periods are compared, and what is the same in all of their tables and charts."""
    words = composer.words
    said = words.chapter(COMPARED)
    head = composer.tagged(composer.tree.root, Role.SECTION, said, "H2")
    yield Piece(outlined(head, said, 1), space=_HEAD_SPACE, keep=_KEPT / 2)
    texts = (ReportText.CHANGES, ReportText.DASHED, ReportText.IN_THE_ANNEX)
    yield from _sentences(composer, [*words.periods, *map(words.say, texts)])


def coverage(composer: ReportComposer, report: Report, page_height: float) -> Iterator[Piece]:
    """Who is in the report and who is not: never left out."""
    yield chapter_head(composer, "0", composer.words.chapter("0"))
    if composer.is_of_two:
        yield from _periods(composer)
    found = report.coverage
    root = composer.tree.root
    if found is not None:
        yield block(composer, found, page_height)._replace(space=_HEAD_SPACE)
        if found.rows:
            said = composer.words.say(ReportText.BY_CENTRE)
            head = composer.tagged(root, Role.LEAD, composer.words.of_first(said), "H3")
            yield Piece(head, space=BLOCK_SPACE, keep=_KEPT)
            yield from (Piece(one) for one in table_blocks(composer, root, centres_sheet(composer, found)))
    head = composer.tagged(root, Role.LEAD, composer.words.say(ReportText.READING), "H2")
    yield Piece(head, space=BLOCK_SPACE, keep=_KEPT / 2)
    yield from _sentences(composer, composer.words.coverage)


def _sentences(composer: ReportComposer, sentences: Sequence[str]) -> Iterator[Piece]:
    for sentence in sentences:
        span = composer.placed(Span(0.0, _MEASURE))
        yield Piece(Row([Cell(*span, composer.tagged(composer.tree.root, Role.BODY, sentence))], above=2.0, below=2.0))


def limits(composer: ReportComposer) -> Iterator[Piece]:
    """What the figures cannot tell, numbered."""
    yield chapter_head(composer, "limits", composer.words.say(ReportText.LIMITS), is_numbered=False)
    yield from _numbered(composer, composer.words.limits)


def _numbered(composer: ReportComposer, sentences: Sequence[str]) -> Iterator[Piece]:
    numbered = [(isolate_ltr(str(place)), one) for place, one in enumerate(sentences, 1)]
    yield from _list(composer, numbered, _NUMBER, _MEASURE)


def annex(composer: ReportComposer) -> Iterator[Piece]:
    """Method, what was hidden, versions."""
    words = composer.words
    yield chapter_head(composer, ANNEX, words.chapter(ANNEX))
    yield _head(composer, ReportText.METHOD)._replace(space=_HEAD_SPACE)
    yield from _numbered(composer, words.method)
    yield _head(composer, ReportText.LOG)
    logged = [(isolate_ltr(number), f"{title}: {done}") for number, title, done in words.log]
    yield from _list(composer, logged, _SIGN, WIDTH - _SIGN)
    yield _head(composer, ReportText.VERSIONS)
    yield from _sentences(composer, words.versions)


def tables_head(composer: ReportComposer) -> Piece:
    """Over the tables of the charts."""
    return _head(composer, ReportText.TABLES)


def _head(composer: ReportComposer, text: ReportText) -> Piece:
    said = composer.words.say(text)
    head = composer.tagged(composer.tree.root, Role.SECTION, said, "H2")
    return Piece(outlined(head, said, 1), space=BLOCK_SPACE, keep=_KEPT / 2)
