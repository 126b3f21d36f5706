"""Shaped text: every character of a paragraph with its level, its font and its glyphs."""

import unicodedata
from typing import Final, NamedTuple

import uharfbuzz

from s2w_desktop.pdf.bidi import analyse
from s2w_desktop.pdf.font_face import FontFace
from s2w_desktop.pdf.scripts import language_tag
from s2w_desktop.pdf.text import FORCED_LINE, IGNORABLE, SOFT_HYPHEN, clean

_CONTEXT: Final = 8  # characters given to HarfBuzz around each run; it looks at five
_STAYING_CATEGORIES: Final = "MZPC"  # marks, spaces, punctuation and controls stay in the font of the letter before them

_BORDERS: Final = frozenset(" \u2003" + FORCED_LINE)
_SILENT: Final = IGNORABLE | {FORCED_LINE}


class Glyph(NamedTuple):
    """One glyph at its place; lengths are for the size of the text."""

    face: FontFace
    glyph: int
    advance: float
    dx: float = 0.0
    dy: float = 0.0


Clusters = dict[int, list[Glyph]]
"""Glyphs by the index of the first character they stand for, in visual order within a cluster."""


class ShapedText:
    """A text analysed once: fonts, levels, widths. Lines are shaped anew when painted, with the letters around them.

    `missing` holds the characters that no face has a glyph for; they would be printed as boxes.
    """

    def __init__(self, untrusted_text: str, *, faces: tuple[FontFace, ...], size: float, language: str, is_rtl: bool) -> None:
        self.text = clean(untrusted_text)
        self.size = size
        self.bidi = analyse(self.text, int(is_rtl))
        self.missing: set[str] = set()
        self.faces = self._pick_faces(faces)
        self._language = language_tag(language)
        self._codes = [ord(char) for char in self.text]
        self._whole = self._shape(0, len(self.text))
        self.advances = [0.0] * len(self.text)
        for index, glyphs in self._whole.items():
            self.advances[index] = glyphs[0].advance if len(glyphs) == 1 else sum([glyph.advance for glyph in glyphs])
        self.width = sum(self.advances)

    def _pick_faces(self, faces: tuple[FontFace, ...]) -> list[FontFace]:
        if faces[0].coverage.issuperset(set(self.text) - _SILENT):
            return [faces[0]] * len(self.text)
        picked: list[FontFace] = []
        current: FontFace | None = None
        for char in self.text:
            best = next((face for face in faces if char in face.coverage), None)
            is_silent = char in _SILENT
            if best is None and not is_silent:
                self.missing.add(char)
            stays = unicodedata.category(char)[0] in _STAYING_CATEGORIES and current and char in current.coverage
            if current and (stays or is_silent or best is None):
                best = current
            current = best or faces[0]
            picked.append(current)
        return picked

    def _run_end(self, start: int, end: int) -> int:
        level, face = self.bidi.levels[start], self.faces[start]
        at = start + 1
        while at < end and self.bidi.levels[at] == level and self.faces[at] is face:
            at += 1
        return at

    def shape(self, start: int, end: int) -> Clusters:
        """Glyphs of the characters [start, end). They are shaped again only where that parts a word, or signs from a letter."""
        whole = self._whole
        if start < end and not (start in whole and self._may_part(start) and self._may_part(end)):
            return self._shape(start, end)
        return {index: whole[index] for index in range(start, end) if index in whole}

    def _may_part(self, at: int) -> bool:
        """Whether no word stands on both sides."""
        return at in (0, len(self.text)) or self.text[at - 1] in _BORDERS or self.text[at] in _BORDERS

    def _shape(self, start: int, end: int) -> Clusters:
        clusters: Clusters = {}
        while start < end:
            run_end = self._run_end(start, end)
            self._shape_run(start, run_end, clusters)
            start = run_end
        return clusters

    def _shape_run(self, start: int, end: int, clusters: Clusters) -> None:
        face, first = self.faces[start], max(0, start - _CONTEXT)
        buffer = uharfbuzz.Buffer()
        buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_codepoints(self._codes[first : end + _CONTEXT], start - first, end - start)
        buffer.direction = "rtl" if self.bidi.levels[start] & 1 else "ltr"
        buffer.guess_segment_properties()
        buffer.language = self._language
        uharfbuzz.shape(face.font, buffer)
        scale = self.size / face.units_per_em
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            index = info.cluster + first
            char = self.text[index]
            if char in _SILENT and (char == FORCED_LINE or (index > start and char != SOFT_HYPHEN)):
                if char == FORCED_LINE:
                    clusters[index] = [Glyph(face, face.glyph(" "), 0.0)]
                continue  # draws nothing; its text goes with the letter before it, else readers tear Persian words apart
            glyph = Glyph(face, info.codepoint, position.x_advance * scale, position.x_offset * scale, position.y_offset * scale)
            if index in clusters:
                clusters[index].append(glyph)
            else:
                clusters[index] = [glyph]

    def hyphen(self, index: int) -> Glyph:
        """The hyphen that a soft hyphen at `index` becomes at the end of a line."""
        face = self.faces[index]
        glyph = face.glyph("-")
        return Glyph(face, glyph, face.advance(glyph) * self.size / face.units_per_em)
