"""Lines that are set: glyphs in the order in which their text was written, each with its step from the one before.

What is set does not know where on the page it will stand, so a text that stands in many papers is set once.
"""

from collections.abc import Callable
from typing import Final, NamedTuple

from s2w_desktop.pdf.bidi import visual_order
from s2w_desktop.pdf.embedding import Shown
from s2w_desktop.pdf.font_face import FontFace
from s2w_desktop.pdf.linebreak import Line, LineBreaker
from s2w_desktop.pdf.shaping import Clusters, Glyph, ShapedText
from s2w_desktop.pdf.text import IGNORABLE, SOFT_HYPHEN

_LIGATURE_STEP: Final = 0.02  # points between the blank glyphs that carry the further letters of a ligature
_HUNDREDTHS: Final = 100  # of a point: how exactly an origin is written

_APART: Final = IGNORABLE | frozenset(filter(str.isspace, map(chr, range(0x3001))))


class Run(NamedTuple):
    """Glyphs of one face. Its origin is `right` and `up` of that of the run before, or of the line's left end and baseline.

    Before each glyph stands its step in the notation of a TJ array: nothing where it follows the one before.
    """

    face: FontFace
    right: float
    up: float
    steps: list[str]
    shown: list[Shown]


class Stretch(NamedTuple):
    """Runs that stand for the text from `start` on; `actual_text` is what they say where none of them says it alone."""

    start: int
    runs: list[Run]
    actual_text: str | None


class SetLine(NamedTuple):
    """A line in stretches; `places` are the left and right ends of its clusters, by the index of their first characters."""

    width: float
    stretches: list[Stretch]
    places: dict[int, tuple[float, float]]


Belongs = Callable[[int], object]
"""What a character belongs to; what belongs to different things is not in one stretch."""


class SetText:
    """A shaped text and its lines, each broken and set once; texts of links are set anew, for their stretches are others."""

    def __init__(self, shaped: ShapedText) -> None:
        self.shaped = shaped
        self._broken: dict[tuple[float, int, int], list[Line]] = {}
        self._set: dict[Line, SetLine] = {}

    def lines(self, width: float, start: int, end: int) -> list[Line]:
        """The characters [start, end) in lines of a width."""
        wanted = (width, start, end)
        lines = self._broken.get(wanted)
        if lines is None:
            lines = self._broken[wanted] = LineBreaker(self.shaped, width).lines(start, end)
        return lines

    def line(self, line: Line, belongs: Belongs | None = None) -> SetLine:
        """A line with the glyphs that are painted of it."""
        if belongs:
            return _LineSetter(self.shaped, line, belongs).set()
        done = self._set.get(line)
        if done is None:
            done = self._set[line] = _LineSetter(self.shaped, line, None).set()
        return done


class _LineSetter:
    def __init__(self, shaped: ShapedText, line: Line, belongs: Belongs | None) -> None:
        self._shaped, self._line, self._belongs = shaped, line, belongs
        self._stretches: list[Stretch] = []
        self._runs: list[Run] = []
        self._thousandth = shaped.size / 1000
        self._right = self._up = 0  # the origin, in hundredths of points, as it is written
        self._pen = 0.0
        self._follows = False
        self._owner: object = None
        self._is_rtl = False

    def set(self) -> SetLine:
        shaped, line = self._shaped, self._line
        clusters = _line_clusters(shaped, line)
        if not clusters:
            return SetLine(0.0, [], {})  # an empty line between two forced ones
        levels = shaped.bidi.line_levels(line.start, line.visible_end)
        places = _places(clusters, line, levels)
        starts = sorted(clusters)
        self._open(line.start)
        for start, end in zip(starts, [*starts[1:], line.visible_end], strict=True):
            self._is_rtl = bool(levels[start - line.start] & 1)
            self._put_cluster(start, clusters[start], shaped.text[start:end], places[start][0])
        if line.visible_end < line.end:
            self._put_word_border(places[starts[-1]][0 if self._is_rtl else 1])
        return SetLine(max([right for _, right in places.values()]), self._stretches, places)

    def _open(self, start: int, actual_text: str | None = None) -> None:
        """Begin a stretch."""
        self._runs = []
        self._stretches.append(Stretch(start, self._runs, actual_text))

    def _put_cluster(self, start: int, glyphs: list[Glyph], text: str, x: float) -> None:
        if self._belongs and (owner := self._belongs(start)) != self._owner:
            self._owner = owner
            self._open(start)
        if len(glyphs) > 1:
            self._put_many(start, glyphs, text, x)
        elif self._is_rtl and len(text) > 1 and text[1] not in IGNORABLE:
            self._put_ligature(glyphs[0], text, x)
        else:
            self._put_glyph(glyphs[0], text, x)

    def _put_many(self, start: int, glyphs: list[Glyph], text: str, x: float) -> None:
        self._open(start, text)  # a mark of its own, not a nested one: readers lose what follows a nested ActualText
        carrier = len(glyphs) - 1 if self._is_rtl else 0
        for place, glyph in enumerate(glyphs):
            self._put_glyph(glyph, text if place == carrier else "", x)
            x += glyph.advance
        self._open(start)

    def _put_ligature(self, glyph: Glyph, text: str, x: float) -> None:
        # Lam-alef: the further letters as blank glyphs, else text extractors turn the pair round.
        self._put_glyph(glyph, text[0], x)
        for place, char in enumerate(text[1:], 1):
            self._put_blank(glyph.face, char, x - _LIGATURE_STEP * place)

    def _put_word_border(self, x: float) -> None:
        shaped, line = self._shaped, self._line
        self._put_blank(shaped.faces[line.visible_end - 1], shaped.text[line.end - 1], x)

    def _put_blank(self, face: FontFace, text: str, x: float) -> None:
        self._put(face, Shown(face.glyph(" "), text, is_blank=True), x, 0.0)

    def _put_glyph(self, glyph: Glyph, text: str, x: float) -> None:
        is_blank = not glyph.advance and text[:1] in IGNORABLE
        self._put(glyph.face, Shown(glyph.glyph, text, is_blank), x + glyph.dx, glyph.dy)

    def _put(self, face: FontFace, shown: Shown, x: float, y: float) -> None:
        """Put a glyph into the run: on the pen where it goes on with a word, else at an origin of its own.

        Letters from right to left, white space and what carries signs that draw nothing are shown apart. Readers that heed no
        tags, above all pdfium, else turn words round, and tell signs of direction that nobody can search for.
        """
        run = self._runs[-1] if self._runs else None
        goes_on = not (self._is_rtl or shown.is_blank or shown.text[-1:] in _APART)
        if run is None or run.face is not face:
            self._runs.append(Run(face, *self._move(x, y), [""], [shown]))
        else:
            follows = self._follows and goes_on and round(y * _HUNDREDTHS) == self._up
            run.steps.append(self._kerned(x) if follows else ">] TJ {:g} {:g} Td [<".format(*self._move(x, y)))
            run.shown.append(shown)
        self._follows = goes_on
        self._pen += face.widths[shown.glyph] * self._thousandth

    def _move(self, x: float, y: float) -> tuple[float, float]:
        """The way to another origin, which takes the pen along."""
        right, up = round(x * _HUNDREDTHS), round(y * _HUNDREDTHS)
        way = ((right - self._right) / _HUNDREDTHS, (up - self._up) / _HUNDREDTHS)
        self._right, self._up, self._pen = right, up, right / _HUNDREDTHS
        return way

    def _kerned(self, x: float) -> str:
        """The step from the pen."""
        back = round((self._pen - x) / self._thousandth)
        self._pen -= back * self._thousandth
        return f">{back}<" if back else ""


def _line_clusters(shaped: ShapedText, line: Line) -> Clusters:
    """Glyphs of the painted part of a line, with a hyphen where a soft hyphen ends it inside the text."""
    clusters = shaped.shape(line.start, line.visible_end)
    last = line.visible_end - 1
    if last >= line.start and shaped.text[last] == SOFT_HYPHEN and line.visible_end < len(shaped.text):
        clusters[last] = [shaped.hyphen(last)]
    return clusters


def _places(clusters: Clusters, line: Line, levels: list[int]) -> dict[int, tuple[float, float]]:
    """Left and right ends of the clusters."""
    places, pen = {}, 0.0
    for offset in visual_order(levels):
        glyphs = clusters.get(line.start + offset)
        if glyphs is not None:
            left = pen
            for glyph in glyphs:
                pen += glyph.advance
            places[line.start + offset] = (left, pen)
    return places
