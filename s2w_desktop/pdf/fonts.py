"""The font files of the program and which of them a script is set in."""

from functools import cached_property
from pathlib import Path
from typing import Final

import uharfbuzz

from s2w_desktop.domain.errors import FileUnreadable
from s2w_desktop.pdf.scripts import Script

# The first family sets the script; the others lend the letters it lacks, such as Latin words in Arabic text.
_FAMILIES: Final = {
    Script.LATIN: ("NotoSans", "Vazirmatn", "NotoSansEthiopic", "NotoSansBengali", "NotoSansArabicUI"),
    Script.ARABIC: ("Vazirmatn", "NotoSans", "NotoSansArabicUI", "NotoSansEthiopic", "NotoSansBengali"),
    Script.ETHIOPIC: ("NotoSansEthiopic", "NotoSans", "Vazirmatn", "NotoSansBengali", "NotoSansArabicUI"),
    Script.BENGALI: ("NotoSansBengali", "NotoSans", "Vazirmatn", "NotoSansEthiopic", "NotoSansArabicUI"),
}
_WEIGHTS: Final = {False: "Regular", True: "Bold"}


class FontFace:
    """One TrueType file, opened when first used. Lengths are in font units, `units_per_em` of them make one em."""

    def __init__(self, path: Path) -> None:
        self.name = path.stem
        self._path = path
        self._widths: dict[int, int] = {}

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

    def width(self, glyph: int) -> int:
        """Width of a glyph as a PDF writes it, in thousandths of an em."""
        width = self._widths.get(glyph)
        if width is None:
            width = self._widths[glyph] = round(self.advance(glyph) * 1000 / self.units_per_em)
        return width


class FontSet:
    """The faces of one folder. Holds nothing of a document, so one set serves any number of them."""

    def __init__(self, folder: Path) -> None:
        names = {f"{family}-{weight}" for stack in _FAMILIES.values() for family in stack for weight in _WEIGHTS.values()}
        self._faces = {name: FontFace(folder / f"{name}.ttf") for name in names}

    def stack(self, script: Script, *, is_bold: bool) -> tuple[FontFace, ...]:
        """Faces for a script in order of preference."""
        return tuple(self._faces[f"{family}-{_WEIGHTS[is_bold]}"] for family in _FAMILIES[script])
