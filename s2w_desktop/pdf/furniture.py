"""Head and foot of every page: logo, notice, the key of the marks, code, date and page number. All of it is artifact."""

from typing import Final

from reportlab.lib.units import mm

from s2w_desktop.pdf.canvas import TaggedCanvas
from s2w_desktop.pdf.composer import Composer, PaperBlock
from s2w_desktop.pdf.content import Entry, Evidence, KnownLanguage, Paper, Standing, Station, Texts
from s2w_desktop.pdf.foot import FOOT_BASELINE, FOOT_RULE, FOOT_SEPARATOR, draw_foot
from s2w_desktop.pdf.geometry import BOTTOM, MARGIN, PAGE_HEIGHT, PAGE_WIDTH
from s2w_desktop.pdf.marks import KEY_RADIUS, draw_evidence
from s2w_desktop.pdf.paragraph import Align, ShapedParagraph
from s2w_desktop.pdf.picture import LOGO_BOX, draw_picture, fitted
from s2w_desktop.pdf.scripts import NEUTRAL, script_of
from s2w_desktop.pdf.styles import Role

_NOTICE_MIDDLE: Final = PAGE_HEIGHT - 10.5 * mm
_LOGO_MIDDLE: Final = PAGE_HEIGHT - 10.5 * mm
_FOOT_SIZE: Final = 7.4  # larger letters keep off the rule, on both sides
_KEY_BASELINE: Final = 16.8 * mm
_KEY_LEADING: Final = 9.6
_KEY_ITEM_GAP: Final = 6.0
_KEY_WORD_GAP: Final = 3.0
_KEY_CLEARANCE: Final = 12.0  # between the text and the highest line of the key
_MANY_PAGES: Final = 4  # from here on the first page says how many follow
_BEFORE_NUMBER: Final = 44.0
_BETWEEN_NOTES: Final = 14.0

_KeyItem = tuple[Evidence | None, ShapedParagraph]


class Furniture:
    """Prepared once for a paper, painted on each of its pages."""

    def __init__(self, composer: Composer, paper: Paper) -> None:
        composer.block = PaperBlock.FURNITURE
        self._composer, self._paper = composer, paper
        self._foot = composer.text(NEUTRAL, Role.NOTE, f"{paper.code}{FOOT_SEPARATOR}{paper.date}", align=Align.LEFT)
        self._notices = [self._notice(language, place) for place, language in enumerate(paper.languages)]
        self._spans, scale = composer.grid.feet, composer.scale
        self._foot_baseline = FOOT_BASELINE - (scale - 1) * _FOOT_SIZE / 2
        self._key_baseline = _KEY_BASELINE + (scale - 1) * _FOOT_SIZE / 2
        self._keys = [
            _key_lines(self._key_items(language), span.width, scale)
            for language, span in zip(paper.languages, self._spans, strict=True)
        ]

    def _notice(self, language: str, place: int) -> ShapedParagraph:
        is_left = script_of(self._composer.reader).is_rtl == bool(place)
        texts, align = self._paper.notice or {}, Align.LEFT if is_left else Align.RIGHT
        is_standing = isinstance(texts, Standing)
        return self._composer.text(language, Role.NOTICE, texts.get(language, ""), align=align, is_standing=is_standing)

    def _marks_used(self) -> list[Evidence]:
        paper = self._paper
        rows: tuple[Entry | Station | KnownLanguage, ...] = (
            *paper.strengths,
            *paper.stations,
            *paper.skills,
            *paper.documents,
            *paper.known_languages,
        )
        return sorted({row.evidence for row in rows if row.evidence})

    def _key_items(self, language: str) -> list[_KeyItem]:
        words, marks = self._paper.words, self._marks_used()
        if not marks:
            return []
        items: list[_KeyItem] = [(None, self._key_text(language, words.key))]
        return items + [(mark, self._key_text(language, words.evidence[mark])) for mark in marks]

    def _key_text(self, language: str, texts: Texts) -> ShapedParagraph:
        is_standing = isinstance(texts, Standing)
        return self._composer.text(language, Role.TINY, texts.get(language, ""), align=Align.LEFT, is_standing=is_standing)

    @property
    def bottom(self) -> float:
        """Where the text area of a page ends, above the key."""
        lines, leading = max(len(lines) for lines in self._keys), _KEY_LEADING * self._composer.scale
        return max(BOTTOM, self._key_baseline + (lines - 1) * leading + _KEY_CLEARANCE) if lines else FOOT_RULE + _KEY_CLEARANCE

    def draw(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        """Paint head and foot of one page."""
        number = self._composer.text(NEUTRAL, Role.NOTE, f"{page} / {pages}", align=Align.RIGHT)
        with canvas.artifact():
            draw_foot(canvas, self._foot, number, baseline=self._foot_baseline)
            self._draw_notices(canvas)
            if page == 1:
                self._draw_logo(canvas)
                self._draw_more_pages(canvas, pages)
            for place, lines in enumerate(self._keys):
                self._draw_key(canvas, place, lines)

    def _draw_more_pages(self, canvas: TaggedCanvas, pages: int) -> None:
        """On the first of many pages: how many more there are, in each language, before the page number."""
        if pages < _MANY_PAGES:
            return
        says = self._paper.words.more_pages(pages - 1)
        right = PAGE_WIDTH - MARGIN - _BEFORE_NUMBER * self._composer.scale
        for language in reversed(self._composer.languages):
            words = self._composer.text(language, Role.NOTE, says.get(language, ""), align=Align.RIGHT)
            words.draw_line(canvas, right, self._foot_baseline)
            right -= words.natural_width() + _BETWEEN_NOTES * self._composer.scale

    def _draw_logo(self, canvas: TaggedCanvas) -> None:
        """Over the column of the code: no notice comes there."""
        logo, span = self._paper.logo, self._composer.grid.code
        if logo is not None:
            width, height = fitted(logo, LOGO_BOX)
            left = min(MARGIN + span.x + (span.width - width) / 2, PAGE_WIDTH - MARGIN - width)
            draw_picture(canvas, logo, max(left, MARGIN), _LOGO_MIDDLE - height / 2, (width, height))

    def _draw_notices(self, canvas: TaggedCanvas) -> None:
        """Each at its outer edge, on as many lines as it needs."""
        for notice, span in zip(self._notices, self._spans, strict=True):
            top = _NOTICE_MIDDLE + notice.height(span.width) / 2
            notice.draw(canvas, MARGIN + span.x, top, span.width)

    def _draw_key(self, canvas: TaggedCanvas, place: int, lines: list[list[_KeyItem]]) -> None:
        span, is_rtl = self._spans[place], script_of(self._composer.languages[place]).is_rtl
        scale = self._composer.scale
        for above, line in enumerate(reversed(lines)):
            pen = MARGIN + span.x + (span.width if is_rtl else 0.0)
            baseline = self._key_baseline + above * _KEY_LEADING * scale
            for item in line:
                _draw_key_item(canvas, item, pen, baseline, scale if not is_rtl else -scale)
                pen += (-1 if is_rtl else 1) * (_item_width(item, scale) + _KEY_ITEM_GAP * scale)


def _item_width(item: _KeyItem, scale: float) -> float:
    mark, words = item
    return words.natural_width() + ((2 * KEY_RADIUS + _KEY_WORD_GAP) * scale if mark else 0.0)


def _key_lines(items: list[_KeyItem], width: float, scale: float) -> list[list[_KeyItem]]:
    lines: list[list[_KeyItem]] = []
    used = 0.0
    for item in items:
        if not lines or used + _item_width(item, scale) > width:
            lines.append([])
            used = 0.0
        lines[-1].append(item)
        used += _item_width(item, scale) + _KEY_ITEM_GAP * scale
    return lines


def _draw_key_item(canvas: TaggedCanvas, item: _KeyItem, pen: float, baseline: float, forward: float) -> None:
    """Paint an item from the pen on; `forward` is the scale, below 0 from right to left."""
    mark, words = item
    if mark:
        radius = KEY_RADIUS * abs(forward)
        draw_evidence(canvas, mark, pen + forward * KEY_RADIUS, baseline + radius, radius)
        pen += forward * (2 * KEY_RADIUS + _KEY_WORD_GAP)
    words.draw_line(canvas, pen - (words.natural_width() if forward < 0 else 0.0), baseline)
