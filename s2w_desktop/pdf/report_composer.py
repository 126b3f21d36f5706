"""Texts of a report, all in one language; the document's language holds for each of them."""

from collections import defaultdict

from s2w_desktop.domain.errors import MissingGlyphs
from s2w_desktop.i18n.isolation import isolate, isolate_ltr
from s2w_desktop.pdf.fonts import FontSet
from s2w_desktop.pdf.geometry import WIDTH, Span
from s2w_desktop.pdf.paper_texts import PaperTexts
from s2w_desktop.pdf.paragraph import Align, ShapedParagraph
from s2w_desktop.pdf.report_words import ReportWords
from s2w_desktop.pdf.scripts import script_of
from s2w_desktop.pdf.styles import Role
from s2w_desktop.pdf.tagging import Node, StructureTree


class ReportComposer:
    """Makes the texts of one report and remembers which letters no font has, by the `place` that is worked on.

    `is_of_two` tells that it compares two periods.
    """

    def __init__(self, words: ReportWords, fonts: FontSet, tree: StructureTree) -> None:
        self.words = words
        self.tree = tree
        self.place = ""
        self.is_rtl = script_of(words.language).is_rtl
        self.is_of_two = bool(words.periods)
        self.end = Align.LEFT if self.is_rtl else Align.RIGHT
        self._texts = PaperTexts(fonts)
        self._missing: defaultdict[str, set[str]] = defaultdict(set)

    def text(self, role: Role, untrusted_text: str, *, node: Node | None = None, align: Align = Align.START) -> ShapedParagraph:
        """A paragraph; without a node it is furniture or part of a figure."""
        paragraph = ShapedParagraph(
            untrusted_text, texts=self._texts, language=self.words.language, role=role, node=node, align=align
        )
        self._missing[self.place] |= paragraph.missing
        return paragraph

    def label(self, role: Role, text: str) -> ShapedParagraph:
        """Words of a figure, to be put on one line at their left end."""
        return self.text(role, text, align=Align.LEFT)

    def tagged(self, parent: Node, role: Role, text: str, tag: str = "P", align: Align = Align.START) -> ShapedParagraph:
        """A paragraph with an element of its own below `parent`."""
        return self.text(role, text, node=parent.add(tag), align=align)

    def numbered(self, number: str, title: str) -> str:
        """A title behind its number."""
        return f"{isolate_ltr(number)}   {isolate(title)}"

    def placed(self, span: Span, width: float = WIDTH) -> Span:
        """Where a span that is counted from the start of the lines stands on the page."""
        return Span(width - span.x - span.width, span.width) if self.is_rtl else span

    def check_glyphs(self) -> None:
        """Raise MissingGlyphs if a text has letters that no font has."""
        places = tuple(place for place, missing in self._missing.items() if missing)
        if places:
            raise MissingGlyphs(count=len(set().union(*self._missing.values())), blocks=places)
