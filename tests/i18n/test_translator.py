"""Catalogues on disk and the translators they give."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from s2w_desktop.domain.errors import FileUnreadable
from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.translator import Catalogues, Translator, english

YES = Message("consent", "Yes")


class _Marked(Catalog):
    """A catalogue with a header that Babel does not know."""

    draft = ""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The usual headers, and ours."""
        usual = [("Content-Type", "text/plain; charset=utf-8")]
        return [*usual, ("X-Draft", self.draft)] if self.draft else usual


def _write(folder: Path, draft: str) -> Catalogues:
    catalog = _Marked(locale="fr", fuzzy=False)
    catalog.draft = draft
    catalog.add("Yes", "Oui", context="consent")
    place = folder / "fr" / "LC_MESSAGES" / "s2w_desktop.mo"
    place.parent.mkdir(parents=True)
    with place.open("wb") as file:
        write_mo(file, catalog)
    return Catalogues(folder)


def test_each_language_says_it_in_its_words(en: Translator, fr: Translator, ar: Translator) -> None:
    assert [tr.say(YES) for tr in (en, fr, ar)] == ["Yes", "Oui", "نعم"]


def test_arabic_runs_from_right_to_left(fr: Translator, ar: Translator) -> None:
    assert ar.is_rtl
    assert not fr.is_rtl


def test_what_a_catalogue_lacks_comes_out_in_english(ar: Translator) -> None:
    assert ar.gettext("never written anywhere") == "never written anywhere"
    assert ar.npgettext("nowhere", "one {n} thing", "{n} things", 3) == "{n} things"


def test_arabic_has_a_form_for_none_one_two_few_and_many(ar: Translator) -> None:
    forms = [ar.ngettext("{n} year", "{n} years", n) for n in (0, 1, 2, 3, 11, 100)]
    assert forms == ["{n} سنة", "سنة واحدة", "سنتان", "{n} سنوات", "{n} سنة", "{n} سنة"]


def test_french_counts_zero_and_one_alike(fr: Translator) -> None:
    assert [fr.ngettext("{n} year", "{n} years", n) for n in (0, 1, 2)] == ["{n} an", "{n} an", "{n} ans"]


def test_catalogues_without_a_review_are_drafts(catalogues: Catalogues) -> None:
    assert catalogues.is_draft("fr")
    assert catalogues.is_draft("ar")
    assert not catalogues.is_draft("en")


def test_a_catalogue_is_no_draft_once_its_header_says_so(tmp_path: Path) -> None:
    assert not _write(tmp_path, "no").is_draft("fr")


def test_a_catalogue_whose_header_says_nothing_stays_a_draft(tmp_path: Path) -> None:
    assert _write(tmp_path, "").is_draft("fr")


def test_a_missing_catalogue_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable):
        Catalogues(tmp_path).translator("fr")


@pytest.mark.parametrize("untrusted", [b"", b"not a catalogue", b"\xde\x12\x04\x95" + b"\xff" * 40])
def test_a_broken_catalogue_is_told(tmp_path: Path, untrusted: bytes) -> None:
    place = tmp_path / "ar" / "LC_MESSAGES" / "s2w_desktop.mo"
    place.parent.mkdir(parents=True)
    place.write_bytes(untrusted)
    with pytest.raises(FileUnreadable):
        Catalogues(tmp_path).translator("ar")


def test_a_program_that_finds_no_catalogue_speaks_english(tmp_path: Path) -> None:
    assert Catalogues(tmp_path).translator_or_english("ar") == english()
    assert Catalogues(tmp_path).translator_or_english("tlh") == english()


def test_a_language_that_is_none_of_ours_is_a_mistake_of_the_caller(catalogues: Catalogues) -> None:
    with pytest.raises(KeyError):
        catalogues.translator("tlh")


def test_a_catalogue_is_read_once(catalogues: Catalogues) -> None:
    assert catalogues.translator("fr") is catalogues.translator("fr")
