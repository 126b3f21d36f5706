"""Reading a paper back with poppler and qpdf, and what it should say by its content alone."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from s2w_desktop.pdf.content import Entry, Evidence, KnownLanguage, Paper, Station, Step, Texts
from s2w_desktop.pdf.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_INDENT = re.compile(r" *")


def run(*command: str | Path) -> str:
    """What one of the standard tools says."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is absent: install poppler-utils and qpdf")
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def paragraphs(pdf: bytes, folder: Path) -> list[str]:
    """Every text of the structure tree that is not inside a figure, in reading order.

    The parts of one that goes over pages, and links inside of it, stand on lines of their own; they are put together.
    """
    path = folder / "paper.pdf"
    path.write_bytes(pdf)
    found: list[str] = []
    role, depth = "", -1  # of the block whose text is read
    for line in run("pdfinfo", "-struct-text", path).split("\n"):
        text, indent = line.strip(), len(_INDENT.match(line)[0])  # type: ignore[index]  # it matches any line
        is_text = text.startswith('"') and text.endswith('"') and len(text) > 1
        if is_text and role != "Figure":
            found[-1] += text[1:-1]
        elif not is_text and not (text.startswith(("Link", "Object")) and indent > depth):
            role, depth = text.partition(" ")[0], indent
            found.append("")
    return [text for text in found if text]


def outline(path: Path) -> list[tuple[int, str]]:
    """The outline of a file: levels from 0, and titles."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        return [(mark.level, mark.get_title()) for mark in document.get_toc()]


def uncompressed(pdf: bytes, folder: Path) -> bytes:
    """The objects of a file in the clear."""
    path, plain = folder / "paper.pdf", folder / "plain.pdf"
    path.write_bytes(pdf)
    run("qpdf", "--qdf", "--object-streams=disable", path, plain)
    return plain.read_bytes()


class Expected:
    """The texts of a paper in reading order, from its content alone."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper

    def pair(self, texts: Texts | None) -> Iterator[str]:
        if texts and any(texts.values()):
            absent = self.paper.words.not_translated
            for language in self.paper.languages:
                said = texts.get(language) or f"— {absent.get(language, '')}".rstrip()
                yield clean(said)

    def pairs(self, *texts: Texts | None) -> Iterator[str]:
        for each in texts:
            yield from self.pair(each)

    def section(self, heading: Texts, rows: Sequence[Entry | Station | Step]) -> Iterator[str]:
        if rows:
            yield from self.pair(heading)
        for row in rows:
            match row:
                case Entry(title=title, detail=detail):
                    yield from self.pairs(title, detail)
                case Station(years=years, title=title, detail=detail, words=words):
                    yield from [years.label] if years.label else []
                    yield from self.pairs(title, detail, words)
                case Step():
                    yield from [row.date] if row.date else []
                    yield from self.pairs(row.title, row.who, row.detail, *row.service, row.bring)

    def languages(self) -> Iterator[str]:
        paper = self.paper
        if paper.known_languages:
            yield from self.pair(paper.words.languages)
        if any(row.levels and not row.is_first for row in paper.known_languages):
            for names in paper.words.language_skills.values():
                yield from self.pair(names)
        for row in paper.known_languages:
            yield from self.language(row)
        yield from self.pair(paper.more_languages)

    def language(self, row: KnownLanguage) -> Iterator[str]:
        """Names stand on either side of the levels; where languages stand above each other, before them."""
        names, certificates = list(self.pair(row.name)), list(self.pair(row.certificate))
        each = [[name, *certificates[place : place + 1]] for place, name in enumerate(names)]
        levels = list(self.pair(self.paper.words.first_language)) if row.is_first else []
        first = each if self.paper.order.is_stacked else each[:1]
        yield from (text for side in first for text in side)
        yield from levels
        yield from (text for side in each[len(first) :] for text in side)

    def profile(self) -> Iterator[str]:
        paper, words = self.paper, self.paper.words
        parts = (paper.strengths, paper.known_languages, paper.stations, paper.skills, paper.documents)
        if paper.explanation and any(parts):
            yield from self.pair(words.part_profile)
        yield from self.section(words.strengths, paper.strengths)
        yield from self.languages()
        yield from self.section(words.time_line, paper.stations)
        yield from self.section(words.skills, paper.skills)
        yield from self.section(words.documents, paper.documents)

    def explanation(self) -> Iterator[str]:
        words, said = self.paper.words, self.paper.explanation
        if said:
            yield from self.pairs(words.part_about, *said.paragraphs, *said.facts, words.marks, said.marks_note)
            yield from self.pairs(*(words.evidence_full[evidence] for evidence in Evidence))

    def ahead(self) -> Iterator[str]:
        paper, words = self.paper, self.paper.words
        if paper.explanation and (paper.goals or paper.steps or paper.agreement or paper.has_signature):
            yield from self.pair(words.part_ahead)
        if paper.goals:
            yield from self.pairs(words.goals, *paper.goals)
        yield from self.section(words.steps, paper.steps)
        if paper.agreement:
            yield from self.pairs(paper.agreement.statement, paper.agreement.words)
        if paper.has_signature:
            yield from self.pair(words.signature)

    def all(self) -> Iterator[str]:
        paper, words = self.paper, self.paper.words
        yield from self.pair(words.title)
        if paper.name:
            known = next(iter(paper.name.values()))
            yield from (paper.name.get(language, known) for language in paper.languages)
        yield from self.pair(paper.sentence)
        yield paper.code
        yield from self.profile()
        yield from self.explanation()
        yield from self.ahead()
        if paper.about:
            yield from self.pairs(words.about, *paper.about)
