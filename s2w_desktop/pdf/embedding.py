"""Fonts inside a PDF: subset, and with exact text behind every glyph.

A font becomes a Type0 font with one CID for each pair of glyph and text. So the ToUnicode table is exact although
Arabic letters share glyphs, and what a reader copies is what was put in.
"""

import zlib
from typing import Final, NamedTuple

import uharfbuzz

from s2w_desktop.pdf.font_face import FontFace
from s2w_desktop.pdf.objects import PdfFile, PdfValue, array, dictionary, name, string

_MAX_CID: Final = 0xFFFF
_BFCHAR_ROWS: Final = 100  # the most that one block of a CMap may hold
_DROPPED_TABLES: Final = ("GSUB", "GPOS", "GDEF", "STAT", "name", "DSIG")  # shaping is done; readers need outlines only
_FLAG_SYMBOLIC: Final = 4
_CMAP_HEAD: Final = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange"""
_CMAP_TAIL: Final = "endcmap CMapName currentdict /CMap defineresource pop end end"


class Shown(NamedTuple):
    """A glyph with the text it stands for; `is_blank` takes its width away."""

    glyph: int
    text: str
    is_blank: bool = False


class Codes(dict[Shown, str]):
    """The CID of each glyph shown so far, in hexadecimal digits; who asks for another one gets the next.

    Raises OverflowError beyond 65,535 pairs of one font, which is a book, not a paper.
    """

    def __missing__(self, shown: Shown) -> str:
        cid = len(self) + 1
        if cid > _MAX_CID:
            raise OverflowError
        code = self[shown] = f"{cid:04X}"
        return code


class EmbeddedFont(NamedTuple):
    """A font of a document: the resource name and the CIDs under which glyphs are shown."""

    resource: str
    codes: Codes


class EmbeddedFonts:
    """The fonts of one document, gathered while it is painted and written once at its end."""

    def __init__(self) -> None:
        self._fonts: dict[FontFace, EmbeddedFont] = {}

    def embedded(self, face: FontFace) -> EmbeddedFont:
        """A face as the document has it."""
        embedded = self._fonts.get(face)
        if embedded is None:
            embedded = self._fonts[face] = EmbeddedFont(f"S{len(self._fonts) + 1}", Codes())
        return embedded

    def write(self, file: PdfFile) -> None:
        """Put every font used into the document."""
        for face, embedded in self._fonts.items():
            file.add_font(embedded.resource, _font_object(file, face, list(embedded.codes)))


def _subset(face: FontFace, glyphs: set[int]) -> bytes:
    wanted = uharfbuzz.SubsetInput()
    wanted.glyph_set.update(glyphs | {0})
    flags = uharfbuzz.SubsetFlags
    wanted.flags = flags.RETAIN_GIDS | flags.NO_LAYOUT_CLOSURE | flags.NOTDEF_OUTLINE
    for tag in _DROPPED_TABLES:
        wanted.drop_table_tag_set.add(int.from_bytes(tag.encode("ascii"), "big"))
    return bytes(wanted.subset(face.face).blob.data)


def _subset_name(face: FontFace, data: bytes) -> str:
    check = zlib.crc32(data)
    prefix = "".join(chr(ord("A") + (check >> (4 * place)) % 26) for place in range(6))
    return f"{prefix}+{face.name}"


def _to_unicode(shown: list[Shown]) -> bytes:
    rows = [f"<{cid:04X}> <{item.text.encode('utf-16-be').hex().upper()}>" for cid, item in enumerate(shown, 1) if item.text]
    lines = [_CMAP_HEAD]
    for start in range(0, len(rows), _BFCHAR_ROWS):
        block = rows[start : start + _BFCHAR_ROWS]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return "\n".join([*lines, _CMAP_TAIL]).encode("ascii")


def _descriptor(file: PdfFile, face: FontFace, data: bytes, subset_name: str) -> PdfValue:
    to_thousand = 1000 / face.units_per_em
    ascent, descent = (round(value * to_thousand) for value in face.extents)
    return file.reference(
        dictionary(
            Type=name("FontDescriptor"),
            FontName=name(subset_name),
            Flags=_FLAG_SYMBOLIC,
            FontBBox=array([-1000, -1000, 3000, 2000]),
            ItalicAngle=0,
            Ascent=ascent,
            Descent=descent,
            CapHeight=714,
            StemV=80,
            FontFile2=file.stream(data, Length1=len(data)),
        )
    )


def _cid_font(file: PdfFile, face: FontFace, shown: list[Shown], data: bytes, subset_name: str) -> PdfValue:
    widths = " ".join(["0" if item.is_blank else str(face.widths[item.glyph]) for item in shown])
    glyph_of_cid = b"\0\0" + b"".join(item.glyph.to_bytes(2, "big") for item in shown)
    return dictionary(
        Type=name("Font"),
        Subtype=name("CIDFontType2"),
        BaseFont=name(subset_name),
        DW=0,
        W=f"[ 1 [ {widths} ] ]",
        CIDSystemInfo=dictionary(Registry=string("Adobe"), Ordering=string("Identity"), Supplement=0),
        FontDescriptor=_descriptor(file, face, data, subset_name),
        CIDToGIDMap=file.stream(glyph_of_cid),
    )


def _font_object(file: PdfFile, face: FontFace, shown: list[Shown]) -> PdfValue:
    data = _subset(face, {item.glyph for item in shown})
    subset_name = _subset_name(face, data)
    return dictionary(
        Type=name("Font"),
        Subtype=name("Type0"),
        BaseFont=name(subset_name),
        Encoding=name("Identity-H"),
        DescendantFonts=array([file.reference(_cid_font(file, face, shown, data, subset_name))]),
        ToUnicode=file.stream(_to_unicode(shown)),
    )
