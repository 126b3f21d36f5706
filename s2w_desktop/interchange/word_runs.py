"""Text of a Word paragraph as runs of one direction each, marked with their language.

Word goes by the direction of a run where other programs go by the isolates inside the text (i18n.isolation): both are said.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from s2w_desktop.i18n.isolation import isolate_ltr, without_isolates
from s2w_desktop.i18n.languages import is_rtl_language, language
from s2w_desktop.interchange.word_styles import set_font
from s2w_desktop.interchange.word_xml import put
from s2w_desktop.interchange.xml_text import fit_for_xml

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

_LRI, _RLI, _FSI, _PDI = "\u2066", "\u2067", "\u2068", "\u2069"
_PIECES: Final = re.compile(f"([{_LRI}{_RLI}{_FSI}{_PDI}])")
_LINE_ENDS: Final = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_INSTEAD: Final = "\ufffd"
_FONTS: Final = {"Ethi": "Ebrima", "Beng": "Nirmala UI"}
"""Fonts of offices for writings that the usual one lacks."""


def fit_text(text: str) -> str:
    """The text as a Word file can hold it: what XML forbids becomes U+FFFD, tabs become spaces, every line end the same."""
    return fit_for_xml(_LINE_ENDS.sub("\n", text), _INSTEAD).replace("\t", " ")


def pieces(text: str, *, is_rtl: bool) -> Iterator[tuple[str, bool]]:
    """Parts of a text that stands in a direction, each with its own; isolates stay in the part that they begin or end."""
    for direction, parts in groupby(_directed(text, is_rtl=is_rtl), key=itemgetter(1)):
        yield "".join(part for part, _ in parts), direction


def _directed(text: str, *, is_rtl: bool) -> Iterator[tuple[str, bool]]:
    directions = [is_rtl]
    parts = _PIECES.split(text)
    for place, part in enumerate(parts):
        if part in (_LRI, _RLI, _FSI):
            directions.append(part == _RLI or (part == _FSI and _is_first_rtl(parts[place + 1 :])))
        if part:
            yield part, directions[-1]
        if part == _PDI and len(directions) > 1:
            directions.pop()


def _is_first_rtl(parts: list[str]) -> bool:
    """Whether the first strong letter runs from right to left, up to the end of the isolate; inner isolates do not count."""
    depth = 0
    for part in parts:
        if part == _PDI:
            depth -= 1
            if depth < 0:
                return False
        elif part in (_LRI, _RLI, _FSI):
            depth += 1
        elif depth == 0:
            strong = next((kind for kind in map(unicodedata.bidirectional, part) if kind in ("L", "R", "AL")), "")
            if strong:
                return strong != "L"
    return False


def is_rtl(code: str) -> bool:
    """Whether paragraphs in a language begin at the right; what needs no language is no reason to."""
    return bool(code) and is_rtl_language(code)


def set_direction(paragraph: "Paragraph", *, is_rtl: bool) -> None:
    """Let an empty paragraph begin at the right; others begin at the left by themselves."""
    if is_rtl:
        put(paragraph._p.get_or_add_pPr(), "w:bidi")


def write_text(paragraph: "Paragraph", text: str, code: str, *, is_bold: bool = False) -> None:
    """Add a text to a paragraph, run by run. What needs no language keeps its direction in any paragraph."""
    fit = fit_text(text) if code else isolate_ltr(fit_text(text))
    if _needs_no_isolates(paragraph, fit):
        fit = without_isolates(fit)
    for part, direction in pieces(fit, is_rtl=is_rtl(code)):
        run = paragraph.add_run(part)
        if direction:
            run.font.rtl = True
        if is_bold:
            run.font.bold = run.font.cs_bold = True
        if code:
            _mark(run, code)


def _needs_no_isolates(paragraph: "Paragraph", text: str) -> bool:
    """Whether everything runs from left to right: programs that search a CV would stumble over letters that nobody sees."""
    is_mirrored = paragraph._p.find("{*}pPr/{*}bidi") is not None
    return not is_mirrored and not any(unicodedata.bidirectional(letter) in ("R", "AL", "AN") for letter in text)


def _mark(run: "Run", code: str) -> None:
    """The language for spelling and voices, as BCP 47; and a font, where its writing needs one."""
    known, tag = language(code), code.replace("_", "-")
    if known.script in _FONTS:
        set_font(run, _FONTS[known.script])
    put(run._r.get_or_add_rPr(), "w:lang", val=tag, bidi=tag)  # the one or the other is looked at, as the letters are
