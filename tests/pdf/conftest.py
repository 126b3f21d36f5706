"""Fonts and invented people for the tests of paper."""

import json
from collections.abc import Callable, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from s2w_desktop.i18n.translator import Catalogues, Translator
from s2w_desktop.pdf.content import (
    Agreement,
    Entry,
    Evidence,
    Explanation,
    KnownLanguage,
    LanguageSkill,
    Level,
    Paper,
    PaperWords,
    Station,
    Step,
    Texts,
    Years,
)
from s2w_desktop.pdf.fonts import FontSet
from s2w_desktop.pdf.order import Layout, PaperOrder, PaperSize
from s2w_desktop.pdf.profile_paper import build_profile_paper
from tests.compiled import catalogue_folder

__all__ = ["catalogue_folder"]
ROOT = Path(__file__).parents[2]
SAMPLES: dict[str, Any] = json.loads(Path(__file__).with_name("samples.json").read_text(encoding="utf-8"))

MakePaper = Callable[..., Paper]
Build = Callable[[Paper], bytes]


def texts(words: Sequence[str]) -> Texts:
    return dict(zip(SAMPLES["order"], words, strict=True))


def maybe(words: Sequence[str]) -> Texts | None:
    return texts(words) if words else None


def entry(row: dict[str, Any]) -> Entry:
    return Entry(texts(row["title"]), maybe(row["detail"]), Evidence(row["evidence"]))


def known_language(row: dict[str, Any]) -> KnownLanguage:
    levels = {skill: Level(level) for skill, level in zip(LanguageSkill, row.get("levels", ()), strict=False)}
    evidence = Evidence(row["evidence"]) if "evidence" in row else None
    return KnownLanguage(texts(row["name"]), is_first=row.get("is_first", False), levels=levels, evidence=evidence)


def station(row: dict[str, Any]) -> Station:
    start, end, is_ongoing = row["years"]
    years = Years(start, end, is_ongoing=is_ongoing)
    return Station(texts(row["title"]), years, maybe(row["detail"]), Evidence(row["evidence"]))


def more_pages(count: int) -> Texts:
    return {language: f"{words} {count}" for language, words in texts(SAMPLES["more_pages"]).items()}


def words() -> PaperWords:
    return PaperWords(
        **{key: texts(row) for key, row in SAMPLES["words"].items()},
        evidence={Evidence(int(key)): texts(row) for key, row in SAMPLES["evidence"].items()},
        evidence_full={Evidence(int(key)): texts(row) for key, row in SAMPLES["evidence"].items()},
        more_pages=more_pages,
        language_skills={LanguageSkill(key): texts(row) for key, row in SAMPLES["language_skills"].items()},
    )


@pytest.fixture(scope="session")
def fonts() -> FontSet:
    return FontSet(ROOT / "resources" / "fonts")


@pytest.fixture(scope="session")
def translator(catalogue_folder: Path) -> Callable[[str], Translator]:
    """Translators of the languages that are shipped."""
    return cache(Catalogues(catalogue_folder).translator)


@pytest.fixture
def make_paper() -> MakePaper:
    """Layla's paper in the languages given; keywords replace parts of it, or say how it is ordered."""

    def make(
        *languages: str, layout: Layout = Layout.SIDE_BY_SIDE, size: PaperSize = PaperSize.NORMAL, **changes: object
    ) -> Paper:
        parts: dict[str, Any] = {
            "code": "S2W-7K4M-92QD",
            "date": "2026-11-21",
            "order": PaperOrder(languages, layout, size),
            "words": words(),
            "qr": "S2W-7K4M-92QD",
            "name": texts(SAMPLES["name"]),
            "sentence": texts(SAMPLES["sentence"]),
            "notice": texts(SAMPLES["notice"]),
            "strengths": tuple(entry(row) for row in SAMPLES["strengths"]),
            "known_languages": tuple(known_language(row) for row in SAMPLES["known_languages"]),
            "stations": tuple(station(row) for row in SAMPLES["stations"]),
            "skills": tuple(entry(row) for row in SAMPLES["skills"]),
            "goals": tuple(texts(row) for row in SAMPLES["goals"]),
            "steps": tuple(
                Step(texts(row["title"]), row["date"], texts(row["who"]), maybe(row["detail"])) for row in SAMPLES["steps"]
            ),
            "agreement": Agreement(texts(SAMPLES["agreement"]), texts(SAMPLES["dissent"])),
            "has_signature": True,
            "explanation": Explanation(
                tuple(texts(row) for row in SAMPLES["about"]),
                texts(SAMPLES["marks_note"]),
                tuple(texts(row) for row in SAMPLES["facts"]),
            ),
        }
        return Paper(**{**parts, **changes})

    return make


@pytest.fixture
def build(fonts: FontSet) -> Build:
    def to_bytes(paper: Paper) -> bytes:
        target = BytesIO()
        build_profile_paper(paper, fonts, target)
        return target.getvalue()

    return to_bytes
