"""What the papers of a person say as Word files: the same texts as their PDF; the properties name the kind and the code alone."""

from collections.abc import Iterator
from typing import Final

from s2w_desktop.domain.page_pictures import PagePicture
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.interchange.word_blocks import Card, Look, Paragraph, Picture, WordBlock, WordDocument
from s2w_desktop.pdf.content import Agreement, Entry, Evidence, Explanation, KnownLanguage, Paper, Station, Step, Texts
from s2w_desktop.pdf.foot import FOOT_SEPARATOR
from s2w_desktop.pdf.order import PaperSize
from s2w_desktop.pdf.sheet import (
    Fact,
    Facts,
    Item,
    Passage,
    Section,
    Sheet,
    SheetSize,
    SignatureLine,
    Tick,
    Weight,
)
from s2w_desktop.services.sheets.speech import beside
from s2w_desktop.services.word_sections import SectionWriter

_SCALES: Final = {SheetSize.NORMAL: 1.0, SheetSize.NEXT_STEPS: 12 / 10.5, SheetSize.LARGE: 1.6}
_LOGO_MM: Final = (40.0, 14.0)
_PHOTO_MM: Final = (35.0, 45.0)


def sheet_document(sheet: Sheet) -> WordDocument:
    """What a Word file of a sheet says."""
    writer = SectionWriter(sheet.languages, sheet.words.not_translated)
    is_cards = all(section.is_card for section in sheet.sections)
    head: list[WordBlock] = [] if is_cards else [*writer.heading(sheet.title, 0), *writer.told(sheet.name, Look.NAME)]
    sections = (block for section in sheet.sections for block in writer.section(section))
    return WordDocument(
        title=_title(sheet.title, sheet.languages, sheet.code),
        language=sheet.languages[0],
        blocks=(*_logo(sheet.logo), *head, *sections),
        head=_notices(sheet.notice, sheet.languages),
        foot=_foot(sheet.code, sheet.date),
        scale=_SCALES[sheet.size],
    )


def profile_document(paper: Paper) -> WordDocument:
    """What a Word file of a profile paper says: marks in words, levels in words, and no QR code beside the code."""
    return WordDocument(
        title=_title(paper.words.title, paper.languages, paper.code),
        language=paper.languages[0],
        blocks=tuple(_ProfileWriter(paper).blocks()),
        head=_notices(paper.notice, paper.languages),
        foot=_foot(paper.code, paper.date),
        scale=_SCALES[SheetSize.LARGE if paper.order.size is PaperSize.LARGE else SheetSize.NORMAL],
    )


def _title(title: Texts, languages: tuple[str, ...], code: str) -> str:
    return f"{title.get(languages[0], '')} {code}".strip()


def _foot(code: str, date: str) -> str:
    return FOOT_SEPARATOR.join(filter(None, (code, date)))


def _notices(notice: Texts | None, languages: tuple[str, ...]) -> tuple[Paragraph, ...]:
    said = notice or {}
    return tuple(Paragraph(text, code, Look.NOTE) for code in languages if (text := said.get(code, "").strip()))


def _logo(logo: PagePicture | None) -> tuple[Picture, ...]:
    return (Picture(logo, _LOGO_MM),) if logo else ()


class _ProfileWriter:
    """The three parts of a profile in the order of its PDF."""

    def __init__(self, paper: Paper) -> None:
        self._paper, self._words = paper, paper.words
        self._writer = SectionWriter(paper.languages, paper.words.not_translated)

    def blocks(self) -> Iterator[WordBlock | Card]:
        paper, words = self._paper, self._words
        yield from _logo(paper.logo)
        yield from self._writer.heading(words.title, 0)
        yield from self._writer.told(paper.names, Look.NAME)
        yield from self._writer.told(paper.sentence, Look.LEAD)
        if paper.photo:
            yield Picture(paper.photo, _PHOTO_MM, words.photo.get(paper.languages[0], ""))
        yield from self._part(words.part_profile, self._profile())
        if paper.explanation:
            yield from self._part(words.part_about, self._about(paper.explanation))
        yield from self._part(words.part_ahead, self._ahead())
        yield from self._writer.section(Section(tuple(map(Passage, paper.about)), words.about))

    def _part(self, heading: Texts, sections: Iterator[Section]) -> Iterator[WordBlock | Card]:
        """Sections under the heading of their part; sheets that explain nothing have no parts."""
        has_parts = self._paper.explanation is not None
        blocks = [block for section in sections for block in self._writer.section(section, 2 if has_parts else 1)]
        yield from self._writer.heading(heading, 1) if blocks and has_parts else ()
        yield from blocks

    def _profile(self) -> Iterator[Section]:
        paper, words = self._paper, self._words
        languages = tuple(map(self._language, paper.known_languages))
        yield Section(tuple(map(self._entry, paper.strengths)), words.strengths)
        yield Section((*languages, Passage(paper.more_languages or {})), words.languages)
        yield Section(tuple(map(self._station, paper.stations)), words.time_line)
        yield Section(tuple(map(self._entry, paper.skills)), words.skills)
        yield Section(tuple(map(self._entry, paper.documents)), words.documents)

    def _about(self, said: Explanation) -> Iterator[Section]:
        words = self._words
        yield Section(tuple(map(Passage, (*said.paragraphs, *said.facts))))
        key = Facts(tuple(Fact(words.evidence[one], words.evidence_full[one]) for one in Evidence))
        yield Section((Passage(said.marks_note), key), words.marks)

    def _ahead(self) -> Iterator[Section]:
        paper, words = self._paper, self._words
        yield Section(tuple(Item(goal, str(rank)) for rank, goal in enumerate(paper.goals, 1)), words.goals)
        yield Section(tuple(map(_step, paper.steps)), words.steps)
        yield Section(tuple(_agreement(paper.agreement)) if paper.agreement else ())
        yield Section((SignatureLine((words.signature,)),) if paper.has_signature else ())

    def _entry(self, entry: Entry) -> Item:
        return Item(entry.title, lines=(entry.detail or {},), note=self._mark(entry.evidence))

    def _station(self, station: Station) -> Item:
        return Item(station.title, station.years.label, (station.detail or {}, station.words or {}), self._mark(station.evidence))

    def _mark(self, evidence: Evidence | None) -> Texts | None:
        return self._words.evidence[evidence] if evidence else None

    def _language(self, known: KnownLanguage) -> Item:
        """The levels in words, as in large type."""
        names = self._words.language_skills

        def levels(code: str) -> str:
            return beside(
                fill("{skill} {level}", skill=names[skill].get(code, ""), level=Ltr(level.value))
                for skill, level in known.levels.items()
            )

        told = self._words.first_language if known.is_first else {code: levels(code) for code in self._paper.languages}
        return Item(known.name, lines=(known.certificate or {}, told), note=self._mark(known.evidence))


def _step(step: Step) -> Tick:
    return Tick(step.title, step.date, (step.who or {}, step.detail or {}, *step.service, step.bring or {}))


def _agreement(agreement: Agreement) -> Iterator[Passage]:
    yield Passage(agreement.statement, Weight.STRONG)
    yield Passage(agreement.words or {})
