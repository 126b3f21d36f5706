"""Pseudo-languages: made from English, with places untouched."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from s2w_desktop.i18n.catalogue_rules import places
from s2w_desktop.i18n.pseudo import lengthened, mirrored
from s2w_desktop.i18n.translator import Catalogues

WORDS = st.text(st.characters(codec="ascii", categories=("L", "N", "Zs", "Po"), exclude_characters="{}"), min_size=1)
TEMPLATES = st.lists(st.one_of(WORDS, st.sampled_from(["{n}", "{name}", "{time}"])), min_size=1).map("".join)


@given(TEMPLATES)
def test_places_stay_as_they_are(template: str) -> None:
    for pseudo in (lengthened(template), mirrored(template)):
        assert places(pseudo) == places(template)


@given(TEMPLATES)
def test_the_long_language_is_at_least_forty_per_cent_longer(template: str) -> None:
    assert len(lengthened(template)) >= 1.4 * len(template)


def test_the_long_language_shows_its_ends_and_its_accents(catalogues: Catalogues) -> None:
    said = catalogues.translator("en_XA").gettext("Keep this answer")
    assert said.startswith("[Ķééþ ţĥîš")
    assert said.endswith("]")


def test_the_mirrored_language_starts_at_the_right(catalogues: Catalogues) -> None:
    said = catalogues.translator("ar_XB").ngettext("{n} profile", "{n} profiles", 4)
    assert unicodedata.bidirectional(said[0]) == "R"
    assert "{n}" in said
    assert said.count("\u202e") == said.count("\u202c") == 1


def test_pseudo_languages_choose_the_plural_as_english_does(catalogues: Catalogues) -> None:
    tr = catalogues.translator("en_XA")
    assert tr.npgettext("x", "{n} day", "{n} days", 1) == lengthened("{n} day")
    assert tr.ngettext("{n} day", "{n} days", 0) == lengthened("{n} days")
    assert tr.pgettext("x", "Now") == lengthened("Now")
