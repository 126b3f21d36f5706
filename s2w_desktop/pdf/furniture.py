"""Head and foot of every page: logo, notice, the key of the marks, code, date and page number. All of it is artifact."""

from typing import Final

from reportlab.lib.units import mm

from s2w_desktop.pdf.canvas import TaggedCanvas
from s2w_desktop.pdf.composer import Composer, PaperBlock
from s2w_desktop.pdf.content import Entry, Evidence, KnownLanguage, Station
from s2w_desktop.pdf.geometry import BOTTOM, MARGIN, PAGE_HEIGHT, PAGE_WIDTH, WIDTH, Span
from s2w_desktop.pdf.marks import KEY_RADIUS, draw_evidence
from s2w_desktop.pdf.paragraph import Align, ShapedParagraph
from s2w_desktop.pdf.picture import LOGO_BOX, draw_picture, fitted
from s2w_desktop.pdf.scripts import script_of
from s2w_desktop.pdf.spine import SPINE_LANGUAGE
from s2w_desktop.pdf.styles import RULE, Role

_NOTICE_BASELINE: Final = PAGE_HEIGHT - 11 * mm
_LOGO_MIDDLE: Final = PAGE_HEIGHT - 10.5 * mm
_FOOT_BASELINE: Final = 10.5 * mm
_RULE_Y: Final = 14.5 * mm
_KEY_BASELINE: Final = 16.8 * mm
_KEY_LEADING: Final = 9.6
_KEY_ITEM_GAP: Final = 6.0
_KEY_WORD_GAP: Final = 3.0
_KEY_CLEARANCE: Final = 12.0  # between the text and the highest line of the key
_SEPARATOR: Final = "   ·   "

_KeyItem = tuple[Evidence | None, ShapedParagraph]


class Furniture:
    """Prepared once for a paper, painted on each of its pages."""

    def __init__(self, composer: Composer) -> None:
        composer.block = PaperBlock.FURNITURE
        self._composer = composer
        paper = composer.paper
        self._foot = composer.text(SPINE_LANGUAGE, Role.NOTE, f"{paper.code}{_SEPARATOR}{paper.date}", align=Align.LEFT)
        self._notices = [
            composer.text(language, Role.NOTICE, (paper.notice or {}).get(language, ""), align=Align.LEFT)
            for language in paper.languages
        ]
        self._spans = _key_spans(composer.grid.sides)
        self._keys = [
            _key_lines(self._key_items(language), span.width) for language, span in zip(paper.languages, self._spans, strict=True)
        ]

    def _marks_used(self) -> list[Evidence]:
        paper = self._composer.paper
        rows: tuple[Entry | Station | KnownLanguage, ...] = (
            *paper.strengths,
            *paper.stations,
            *paper.skills,
            *paper.known_languages,
        )
        return sorted({row.evidence for row in rows if row.evidence})

    def _key_items(self, language: str) -> list[_KeyItem]:
        words, marks = self._composer.paper.words, self._marks_used()
        if not marks:
            return []
        lead = self._composer.text(language, Role.TINY, words.key.get(language, ""), align=Align.LEFT)
        meanings = [(mark, words.evidence[mark].get(language, "")) for mark in marks]
        return [(None, lead)] + [
            (mark, self._composer.text(language, Role.TINY, meaning, align=Align.LEFT)) for mark, meaning in meanings
        ]

    @property
    def bottom(self) -> float:
        """Where the text area of a page ends, above the key."""
        lines = max(len(lines) for lines in self._keys)
        return max(BOTTOM, _KEY_BASELINE + (lines - 1) * _KEY_LEADING + _KEY_CLEARANCE) if lines else _RULE_Y + _KEY_CLEARANCE

    def draw(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        """Paint head and foot of one page."""
        number = self._composer.text(SPINE_LANGUAGE, Role.NOTE, f"{page} / {pages}", align=Align.RIGHT)
        with canvas.artifact():
            canvas.setStrokeColor(RULE)
            canvas.setLineWidth(0.5)
            canvas.line(MARGIN, _RULE_Y, PAGE_WIDTH - MARGIN, _RULE_Y)
            self._foot.draw_line(canvas, MARGIN, _FOOT_BASELINE)
            number.draw_line(canvas, PAGE_WIDTH - MARGIN, _FOOT_BASELINE)
            self._draw_notices(canvas)
            if page == 1:
                self._draw_logo(canvas)
            for place, lines in enumerate(self._keys):
                self._draw_key(canvas, place, lines)

    def _draw_logo(self, canvas: TaggedCanvas) -> None:
        """Over the column of the code: no notice comes there."""
        logo, span = self._composer.paper.logo, self._composer.grid.code
        if logo is not None:
            width, height = fitted(logo, LOGO_BOX)
            left = min(MARGIN + span.x + (span.width - width) / 2, PAGE_WIDTH - MARGIN - width)
            draw_picture(canvas, logo, max(left, MARGIN), _LOGO_MIDDLE - height / 2, (width, height))

    def _draw_notices(self, canvas: TaggedCanvas) -> None:
        starts_right = script_of(self._composer.reader).is_rtl
        for place, notice in enumerate(self._notices):
            is_right = starts_right != bool(place)
            x = PAGE_WIDTH - MARGIN - notice.natural_width() if is_right else MARGIN
            notice.draw_line(canvas, x, _NOTICE_BASELINE)

    def _draw_key(self, canvas: TaggedCanvas, place: int, lines: list[list[_KeyItem]]) -> None:
        span, is_rtl = self._spans[place], script_of(self._composer.paper.languages[place]).is_rtl
        for above, line in enumerate(reversed(lines)):
            pen = MARGIN + span.x + (span.width if is_rtl else 0.0)
            baseline = _KEY_BASELINE + above * _KEY_LEADING
            for item in line:
                _draw_key_item(canvas, item, pen, baseline, is_rtl=is_rtl)
                pen += (-1 if is_rtl else 1) * (_item_width(item) + _KEY_ITEM_GAP)


def _key_spans(sides: tuple[Span, ...]) -> tuple[Span, ...]:
    return sides if len(sides) > 1 else (Span(0, WIDTH),)


def _item_width(item: _KeyItem) -> float:
    mark, words = item
    return words.natural_width() + (2 * KEY_RADIUS + _KEY_WORD_GAP if mark else 0.0)


def _key_lines(items: list[_KeyItem], width: float) -> list[list[_KeyItem]]:
    lines: list[list[_KeyItem]] = []
    used = 0.0
    for item in items:
        if not lines or used + _item_width(item) > width:
            lines.append([])
            used = 0.0
        lines[-1].append(item)
        used += _item_width(item) + _KEY_ITEM_GAP
    return lines


def _draw_key_item(canvas: TaggedCanvas, item: _KeyItem, pen: float, baseline: float, *, is_rtl: bool) -> None:
    mark, words = item
    forward = -1 if is_rtl else 1
    if mark:
        draw_evidence(canvas, mark, pen + forward * KEY_RADIUS, baseline + 2.3, KEY_RADIUS)
        pen += forward * (2 * KEY_RADIUS + _KEY_WORD_GAP)
    words.draw_line(canvas, pen - (words.natural_width() if is_rtl else 0.0), baseline)
