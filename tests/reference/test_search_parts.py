"""What the search is made of: the form that it compares, titles without what says for whom they are, likeness by trigrams."""

import numpy as np
import pytest

from s2w_desktop import paths
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.reference.labels import Label, table_of
from s2w_desktop.reference.occupations import ShippedOccupations
from s2w_desktop.reference.searching import find
from s2w_desktop.reference.spelling import spelled
from s2w_desktop.reference.titles import cleaned
from s2w_desktop.reference.trigrams import build, counted


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Maçon", "MACON"),
        ("Straße", "strasse"),
        ("йод", "иод"),
        ("їжак", "іжак"),
        ("ёлка", "елка"),
        ("ґрунт", "грунт"),
        ("об'єкт", "обʼєкт"),
        ("سائق", "سايق"),
        ("خياطة", "خياطه"),
        ("آهنگر", "اهنكر"),
        ("السائق", "سائق"),
        ("والسائق", "سائق"),
        ("پزشک", "بزشك"),
        ("خانۀ", "خانه"),
        ("night-watchman", "night watchman"),
    ],
)
def test_spellings_of_one_word_are_compared_as_one(one: str, other: str) -> None:
    assert spelled(one) == spelled(other) != ""


@pytest.mark.parametrize(("one", "other"), [("C++", "C"), ("الم", "م"), ("cook", "book")])
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert spelled(one) != spelled(other)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Bäcker/in", "Bäcker"),
        ("Koch (m/w/d)", "Koch"),
        ("technicien/ne", "technicien"),
        ("Verkäufer*innen", "Verkäufer"),
        ("nurse (night shift)", "nurse"),
        ("(m/w/d)", "(m/w/d)"),
        ("baker/cook", "baker/cook"),
    ],
)
def test_what_says_for_whom_a_title_is_goes_and_nothing_else(typed: str, meant: str) -> None:
    assert cleaned(typed).split() == meant.split()


def test_a_text_is_most_like_itself_and_not_like_what_shares_no_letters() -> None:
    index = build(["tailor", "sailor", "кухар"])
    for row, text in enumerate(["tailor", "sailor", "кухар"]):
        likeness = index.likeness(counted(text))
        assert int(np.argmax(likeness)) == row
        assert 0.97 < likeness[row] < 1.03
    assert index.likeness(counted("tailor"))[2] == 0


@pytest.mark.parametrize("text", ["", "\U0001f9f5", "zzz", "a" * 10_000])
def test_any_text_is_asked_for_without_harm(text: str) -> None:
    assert len(build(["tailor"]).likeness(counted(text))) == 1
    assert len(build([]).likeness(counted(text))) == 0


def test_both_sides_of_a_slash_are_found_and_shown_as_they_stand() -> None:
    table = table_of("fr", [Label(7, "technicien/technicienne", is_preferred=True), Label(8, "m/w")])
    assert [(one.concept, one.text) for one in find("technicienne", 3, [table])] == [(7, "technicienne")]


def test_the_preferred_name_comes_before_a_name_that_fits_as_well() -> None:
    table = table_of("en", [Label(1, "barber"), Label(2, "barber", is_preferred=True)])
    assert [one.concept for one in find("barber", 2, [table])] == [2, 1]


def test_work_that_is_met_often_here_comes_first_among_finds_that_are_close() -> None:
    catalogues = Catalogues(paths.translations())
    search = ShippedOccupations(paths.resources() / "job_words", [catalogues.translator("en")])
    plain = [one.isco08 for one in search.find("assistant", 5)]
    favoured = plain[2][:2]
    met = [one.isco08 for one in search.find("assistant", 5, usual={favoured: 200})]
    assert [code[:2] for code in met].index(favoured) < [code[:2] for code in plain].index(favoured)
    assert search.find("nurse", 1, usual={"91": 10_000})[0].isco08 == "2221"
