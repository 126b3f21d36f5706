"""What every paper says is set once; what somebody told is kept by nobody."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from s2w_desktop.pdf.content import Standing
from s2w_desktop.pdf.fonts import FontSet
from s2w_desktop.pdf.order import PaperOrder
from s2w_desktop.pdf.paper_texts import PaperTexts
from s2w_desktop.pdf.profile_paper import build_profile_paper
from s2w_desktop.pdf.standing import StandingTexts, Wanted
from s2w_desktop.pdf.styles import Role
from s2w_desktop.services.paper_content.telling import Telling
from tests.pdf.conftest import ROOT
from tests.services.lives import Office, full_life

if TYPE_CHECKING:
    from s2w_desktop.pdf.content import Paper

SAID = (
    "Layla",
    "Mithal",
    "ليلى",
    "Furn al-Noor",
    "200 loaves",
    "٢٠٠",
    "Dough",
    "العجين",
    "Stone oven",
    "TOEFL",
    "92QD",
    "Athens",
)


def fresh() -> FontSet:
    return FontSet(ROOT / "resources" / "fonts")


def built(paper: Paper, fonts: FontSet) -> bytes:
    target = BytesIO()
    build_profile_paper(paper, fonts, target)
    return target.getvalue()


def test_nothing_that_a_person_told_is_kept_for_the_next_paper() -> None:
    fonts, paper = fresh(), Office().paper(full_life(), PaperOrder(("en", "ar")))
    built(paper, fonts)
    kept = [wanted.text for wanted in fonts.standing]
    assert paper.words.title["en"] in kept
    assert paper.words.evidence_full[next(iter(paper.words.evidence_full))]["ar"] in kept
    assert [text for text in kept if any(words in text for words in SAID)] == []


def test_a_paper_is_the_same_whatever_was_set_before() -> None:
    office = Office()
    ordered = [PaperOrder(languages) for languages in (("en", "ar"), ("ar", "en"), ("ar",))]
    alone = [built(office.paper(full_life(), order), fresh()) for order in ordered]
    fonts = fresh()
    assert [built(office.paper(full_life(), order), fonts) for order in (*ordered, *ordered)] == [*alone, *alone]


def test_answers_and_codes_that_this_version_does_not_know_are_no_words_of_the_program() -> None:
    office = Office()
    paper = office.paper(full_life(), PaperOrder(("en",)))
    assert all(isinstance(texts, Standing) for texts in (paper.words.title, *(known.name for known in paper.known_languages)))
    assert not any(isinstance(texts, Standing) for texts in (paper.sentence, paper.name))
    telling = Telling(full_life(), full_life(), (office.catalogues.translator("en"),), lambda _concept, _language: "")
    assert isinstance(telling.choice("unpaid", "U01"), Standing)
    assert not isinstance(telling.choice("unpaid", "Z7"), Standing)


def test_the_text_that_nobody_wanted_for_longest_makes_room() -> None:
    standing, texts = StandingTexts(most=2), PaperTexts(fresh())
    first, second, third = (Wanted(text, "en", Role.BODY, 1.0) for text in ("one", "two", "three"))
    for wanted in (first, second):
        standing.keep(wanted, texts.text(wanted.text, language="en", role=Role.BODY))
    assert standing.find(first)
    standing.keep(third, texts.text("three", language="en", role=Role.BODY))
    assert [*standing] == [first, third]
