"""Sections of a sheet as blocks of a Word file: of every block first the one language, then the other."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from s2w_desktop.interchange.word_blocks import (
    Card,
    Contact,
    Heading,
    ListEntry,
    Look,
    Mark,
    Paragraph,
    TickLine,
    WordBlock,
    WordTable,
)
from s2w_desktop.interchange.word_blocks import SignatureLine as WordSignatureLine
from s2w_desktop.pdf.content import Texts
from s2w_desktop.pdf.sheet import (
    Choice,
    ContactBlock,
    Facts,
    Item,
    Passage,
    Section,
    SheetBlock,
    SignatureLine,
    SmallTable,
    Tick,
    Weight,
)

_LOOKS: Final = {Weight.LEAD: Look.LEAD, Weight.BODY: Look.BODY, Weight.STRONG: Look.STRONG, Weight.NOTE: Look.NOTE}
_NAME_AND_VALUE: Final = (0.36, 0.64)


@dataclass(frozen=True)
class SectionWriter:
    """Makes blocks in these languages, the reader's first; `not_translated` stands where a text lacks one of them."""

    languages: tuple[str, ...]
    not_translated: Texts

    def section(self, section: Section, level: int = 1) -> Iterator[WordBlock | Card]:
        """The section under its heading, in a frame where it is a card; nothing where it has no blocks."""
        own = SectionWriter(section.languages or self.languages, self.not_translated)
        blocks = [part for block in section.blocks for part in own.block(block)]
        if not blocks:
            return
        headings = own.heading(section.heading, level)
        if section.is_card:
            yield Card((*headings, *blocks))
        else:
            yield from (*headings, *blocks)

    def heading(self, texts: Texts | None, level: int) -> list[Heading]:
        """A heading in each language."""
        return [Heading(told.text, told.language, level) for told in self.told(texts)]

    def block(self, block: SheetBlock) -> Iterator[WordBlock]:
        """What a block of a sheet says."""
        match block:
            case Passage(text=text, weight=weight):
                yield from self.told(text, _LOOKS[weight])
            case Item() | Tick():
                yield from self._entry(block)
            case Facts():
                yield from self._facts(block)
            case SmallTable():
                yield from self._table(block)
            case Choice():
                yield from self._choice(block)
            case SignatureLine(labels=labels):
                yield WordSignatureLine(tuple(tuple(self.told(label, Look.NOTE)) for label in labels))
            case ContactBlock():
                yield from self._contact(block)

    def _facts(self, facts: Facts) -> Iterator[WordBlock]:
        rows = [
            (tuple(self.told(fact.name)), self._grouped((fact.value, Look.BODY), (fact.note, Look.NOTE)))
            for fact in facts.rows
            if self._says(fact.value)
        ]
        if rows:
            yield WordTable(_NAME_AND_VALUE, tuple(rows))

    def _table(self, table: SmallTable) -> Iterator[WordBlock]:
        if table.rows:
            head, *rows = (tuple(tuple(self.told(texts)) for texts in cells) for cells in (table.head, *table.rows))
            yield WordTable(table.widths or (1.0,) * len(head), tuple(rows), head)

    def _choice(self, choice: Choice) -> Iterator[WordBlock]:
        for code in self.languages:
            yield from self._one(choice.question, code, Look.STRONG)
            for option in choice.options:
                mark = Mark.TICKED if option.is_ticked else Mark.TO_TICK
                yield TickLine((Paragraph(option.words.get(code, ""), code),), mark)
            yield from self._one(choice.note, code, Look.NOTE)

    def _contact(self, contact: ContactBlock) -> Iterator[WordBlock]:
        number = (Paragraph(contact.phone, "", Look.NUMBER),) if contact.phone else ()
        lines = self._grouped(*((line, Look.BODY) for line in contact.lines))
        paragraphs = (*self.told(contact.name, Look.STRONG), *number, *lines)
        if paragraphs:
            yield Contact(paragraphs)

    def _entry(self, entry: Item | Tick) -> Iterator[WordBlock]:
        if not any(map(self._says, (entry.title, *entry.lines))):
            return
        texts = ((entry.title, Look.STRONG), *((line, Look.BODY) for line in entry.lines))
        if isinstance(entry, Tick):
            yield TickLine(self._grouped(*texts), margin=entry.label)
        else:
            yield ListEntry(self._grouped(*texts, (entry.note, Look.NOTE)), entry.label)

    def _grouped(self, *several: tuple[Texts | None, Look]) -> tuple[Paragraph, ...]:
        """All texts in the first language, then all of them in the other."""
        return tuple(told for code in self.languages for texts, look in several for told in self._one(texts, code, look))

    def told(self, texts: Texts | None, look: Look = Look.BODY) -> Iterator[Paragraph]:
        """The text in each language."""
        return (told for code in self.languages for told in self._one(texts, code, look))

    def _one(self, texts: Texts | None, code: str, look: Look) -> Iterator[Paragraph]:
        """The text in one language, or that it is not translated; nothing where it is absent in all."""
        if texts is None or not self._says(texts):
            return
        text = texts.get(code, "")
        if text.strip():
            yield Paragraph(text, code, look)
        else:
            yield Paragraph(f"— {self.not_translated.get(code, '')}".rstrip(), code, Look.NOTE)

    def _says(self, texts: Texts | None) -> bool:
        """Whether the text is there in any language of this part."""
        return texts is not None and any(texts.get(code, "").strip() for code in self.languages)
