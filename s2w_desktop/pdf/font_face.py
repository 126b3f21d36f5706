"""A font file of the program: its glyphs and their measures."""

from functools import cached_property
from pathlib import Path

import uharfbuzz

from s2w_desktop.domain.errors import FileUnreadable


class FontFace:
    """One TrueType file, opened when first used. Lengths are in font units, `units_per_em` of them make one em.

    `widths` are those of glyphs as a PDF has them: in thousandths of an em.
    """

    def __init__(self, path: Path) -> None:
        self.name = path.stem
        self._path = path
        self.widths = _Widths(self)

    @cached_property
    def face(self) -> uharfbuzz.Face:
        """The file itself, for shaping and subsetting. Raises FileUnreadable."""
        try:
            face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(self._path)))
        except (OSError, uharfbuzz.HarfBuzzError) as cause:
            raise FileUnreadable from cause
        if not face.glyph_count:  # HarfBuzz takes any bytes and finds no glyphs in them
            raise FileUnreadable
        return face

    @cached_property
    def font(self) -> uharfbuzz.Font:
        """What HarfBuzz shapes with."""
        return uharfbuzz.Font(self.face)

    @cached_property
    def units_per_em(self) -> int:
        """Font units in one em."""
        return int(self.face.upem)

    @cached_property
    def extents(self) -> tuple[int, int]:
        """Ascender and (negative) descender."""
        extents = self.font.get_font_extents("ltr")
        return int(extents.ascender), int(extents.descender)

    @cached_property
    def coverage(self) -> frozenset[str]:
        """Every character the font has a glyph for."""
        return frozenset(map(chr, self.face.unicodes))

    def glyph(self, char: str) -> int:
        """Glyph of a character; 0, the box, if there is none."""
        return int(self.font.get_nominal_glyph(ord(char)) or 0)

    def advance(self, glyph: int) -> int:
        """Width of a glyph."""
        return int(self.font.get_glyph_h_advance(glyph))


class _Widths(dict[int, int]):
    """Widths of glyphs as a PDF writes them, in thousandths of an em; each is looked up once."""

    def __init__(self, face: FontFace) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, glyph: int) -> int:
        width = self[glyph] = round(self._face.advance(glyph) * 1000 / self._face.units_per_em)
        return width
