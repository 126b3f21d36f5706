"""A sheet as blocks of a Word file: of every block first the one language, then the other."""

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
    WordDocument,
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
    Sheet,
    SheetBlock,
    SheetSize,
    SignatureLine,
    SmallTable,
    Tick,
    Weight,
)

_LOOKS: Final = {Weight.LEAD: Look.LEAD, Weight.BODY: Look.BODY, Weight.STRONG: Look.STRONG, Weight.NOTE: Look.NOTE}
_SCALES: Final = {SheetSize.NORMAL: 1.0, SheetSize.NEXT_STEPS: 12 / 10.5, SheetSize.LARGE: 1.6}
_NAME_AND_VALUE: Final = (0.36, 0.64)
_SEPARATOR: Final = "   ·   "


def word_document(sheet: Sheet) -> WordDocument:
    """What a Word file of the sheet says: the same texts as its PDF, and its properties name the kind and the code alone."""
    reader = sheet.languages[0]
    has_head = not all(section.is_card for section in sheet.sections)
    writer = _Writer(sheet.languages, sheet)
    title = sheet.title.get(reader, "")
    return WordDocument(
        title=f"{title} {sheet.code}".strip(),
        language=reader,
        blocks=(*(writer.head() if has_head else ()), *(part for one in sheet.sections for part in writer.section(one))),
        head=writer.notice(),
        foot=_SEPARATOR.join(filter(None, (sheet.code, sheet.date))),
        scale=_SCALES[sheet.size],
        logo=sheet.logo,
    )


@dataclass(frozen=True)
class _Writer:
    languages: tuple[str, ...]
    sheet: Sheet

    def head(self) -> Iterator[WordBlock]:
        for told in self.told(self.sheet.title):
            yield Heading(told.text, told.language, level=0)
        yield from self.told(self.sheet.name, Look.NAME)

    def notice(self) -> tuple[Paragraph, ...]:
        notice = self.sheet.notice or {}
        return tuple(Paragraph(text, code, Look.NOTE) for code in self.languages if (text := notice.get(code, "").strip()))

    def section(self, section: Section) -> Iterator[WordBlock | Card]:
        """The section under its heading, in a frame where it is a card; nothing where it has no blocks."""
        own = _Writer(section.languages or self.languages, self.sheet)
        blocks = [part for block in section.blocks for part in own.block(block)]
        if not blocks:
            return
        headings = [Heading(told.text, told.language) for told in own.told(section.heading)]
        if section.is_card:
            yield Card((*headings, *blocks))
        else:
            yield from (*headings, *blocks)

    def block(self, block: SheetBlock) -> Iterator[WordBlock]:
        match block:
            case Passage(text=text, weight=weight):
                yield from self.told(text, _LOOKS[weight])
            case Item() | Tick():
                yield from self.entry(block)
            case Facts():
                yield from self.facts(block)
            case SmallTable():
                yield from self.table(block)
            case Choice():
                yield from self.choice(block)
            case SignatureLine(labels=labels):
                yield WordSignatureLine(tuple(tuple(self.told(label, Look.NOTE)) for label in labels))
            case ContactBlock():
                yield from self.contact(block)

    def facts(self, facts: Facts) -> Iterator[WordBlock]:
        rows = [
            (tuple(self.told(fact.name)), self.grouped((fact.value, Look.BODY), (fact.note, Look.NOTE)))
            for fact in facts.rows
            if self.says(fact.value)
        ]
        if rows:
            yield WordTable(_NAME_AND_VALUE, tuple(rows))

    def table(self, table: SmallTable) -> Iterator[WordBlock]:
        if table.rows:
            head, *rows = (tuple(tuple(self.told(texts)) for texts in cells) for cells in (table.head, *table.rows))
            yield WordTable(table.widths or (1.0,) * len(head), tuple(rows), head)

    def choice(self, choice: Choice) -> Iterator[WordBlock]:
        for code in self.languages:
            yield from self.one(choice.question, code, Look.STRONG)
            for option in choice.options:
                mark = Mark.TICKED if option.is_ticked else Mark.TO_TICK
                yield TickLine((Paragraph(option.words.get(code, ""), code),), mark)
            yield from self.one(choice.note, code, Look.NOTE)

    def contact(self, contact: ContactBlock) -> Iterator[WordBlock]:
        number = (Paragraph(contact.phone, "", Look.NUMBER),) if contact.phone else ()
        lines = self.grouped(*((line, Look.BODY) for line in contact.lines))
        paragraphs = (*self.told(contact.name, Look.STRONG), *number, *lines)
        if paragraphs:
            yield Contact(paragraphs)

    def entry(self, entry: Item | Tick) -> Iterator[WordBlock]:
        if not any(map(self.says, (entry.title, *entry.lines))):
            return
        texts = ((entry.title, Look.STRONG), *((line, Look.BODY) for line in entry.lines))
        if isinstance(entry, Tick):
            yield TickLine(self.grouped(*texts), margin=entry.label)
        else:
            yield ListEntry(self.grouped(*texts, (entry.note, Look.NOTE)), entry.label)

    def grouped(self, *several: tuple[Texts | None, Look]) -> tuple[Paragraph, ...]:
        """All texts in the first language, then all of them in the other."""
        return tuple(told for code in self.languages for texts, look in several for told in self.one(texts, code, look))

    def told(self, texts: Texts | None, look: Look = Look.BODY) -> Iterator[Paragraph]:
        """The text in each language."""
        return (told for code in self.languages for told in self.one(texts, code, look))

    def one(self, texts: Texts | None, code: str, look: Look) -> Iterator[Paragraph]:
        """The text in one language, or that it is not translated; nothing where it is absent in all."""
        if texts is None or not self.says(texts):
            return
        text = texts.get(code, "")
        if text.strip():
            yield Paragraph(text, code, look)
        else:
            yield Paragraph(f"— {self.sheet.words.not_translated.get(code, '')}".rstrip(), code, Look.NOTE)

    def says(self, texts: Texts | None) -> bool:
        """Whether the text is there in any language of this part."""
        return texts is not None and any(texts.get(code, "").strip() for code in self.languages)
