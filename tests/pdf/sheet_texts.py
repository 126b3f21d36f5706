"""What a sheet must say, from its content alone."""

from collections.abc import Iterator, Sequence

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
    SignatureLine,
    SmallTable,
    Tick,
)
from s2w_desktop.pdf.text import clean


def expected(sheet: Sheet) -> list[str]:
    """The texts of a sheet in reading order, as the tree must hold them."""
    return [clean(text) for text in _Reader(sheet).all()]


class _Reader:
    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.languages: Sequence[str] = sheet.languages

    def all(self) -> Iterator[str]:
        if not all(section.is_card for section in self.sheet.sections):
            yield from self.pair(self.sheet.title)
            yield from self.pair(self.sheet.name)
        for section in self.sheet.sections:
            self.languages = section.languages or self.sheet.languages
            yield from self.section(section)

    def pair(self, texts: Texts | None) -> Iterator[str]:
        if texts is None or not any(texts.get(language, "").strip() for language in self.languages):
            return
        for language in self.languages:
            absent = f"— {self.sheet.words.not_translated.get(language, '')}".rstrip()
            yield texts[language] if texts.get(language, "").strip() else absent

    def section(self, section: Section) -> Iterator[str]:
        texts = [text for block in section.blocks for text in self.block(block)]
        if texts:
            yield from self.pair(section.heading)
        yield from texts

    def block(self, block: SheetBlock) -> Iterator[str]:  # noqa: C901  # one case for each kind of block
        match block:
            case Passage(text=text):
                yield from self.pair(text)
            case Item(note=note):
                yield from self.entry(block)
                yield from self.pair(note)
            case Tick():
                yield from self.entry(block)
            case Facts(rows=rows):
                for row in rows:
                    yield from self.pairs(row.name, row.value, row.note) if list(self.pair(row.value)) else ()
            case SmallTable(head=head, rows=rows):
                for cells in (head, *rows):
                    yield from self.pairs(*cells)
            case Choice(question=question, options=options, note=note):
                yield from self.pair(question)
                yield from (option.words[language] for language in self.languages for option in options)
                yield from self.pair(note)
            case SignatureLine(labels=labels):
                yield from self.pairs(*labels)
            case ContactBlock(name=name, phone=phone, lines=lines):
                yield from self.pair(name)
                yield from [phone] if phone else []
                yield from self.pairs(*lines)

    def entry(self, entry: Item | Tick) -> Iterator[str]:
        yield from [entry.label] if entry.label and list(self.pairs(entry.title, *entry.lines)) else []
        yield from self.pairs(entry.title, *entry.lines)

    def pairs(self, *several: Texts | None) -> Iterator[str]:
        for texts in several:
            yield from self.pair(texts)
