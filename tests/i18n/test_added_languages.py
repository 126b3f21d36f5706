"""A language is added by dropping in one file; what is offered, and what is not."""

import shutil
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from catalogues import compile_one
from s2w_desktop.domain.errors import FileUnreadable
from s2w_desktop.i18n.catalogue_file import Head, is_asked, po_bytes, read_catalogue, with_head
from s2w_desktop.i18n.languages import LANGUAGES, Pseudo
from s2w_desktop.i18n.translator import OFFERED_FROM, Catalogues
from tests.i18n.conftest import ROOT

TEMPLATE = ROOT / "translations" / "s2w_desktop.pot"


def write(own: Path, code: str, *, share: float = 1.0, head: Head | None = None, change: tuple[str, str] = ("", "")) -> Path:
    """A made-up catalogue in which a share of what a person is asked is "translated", and nothing else."""
    catalog = with_head(read_catalogue(TEMPLATE.read_bytes(), "en"), code, head or Head())
    asked = [message for message in catalog if message.id and is_asked(message)]
    for message in asked[: round(share * len(asked))]:
        english = (message.id,) if isinstance(message.id, str) else message.id
        message.string = _made_up(catalog, tuple(english))
    own.mkdir(exist_ok=True)
    file = own / f"{code}.po"
    old, new = change
    text = po_bytes(catalog).decode()
    assert old in text
    file.write_text(text.replace(old, new) if old else text, encoding="utf-8")
    return file


def _made_up(catalog: Catalog, english: tuple[str, ...]) -> str | tuple[str, ...]:
    if len(english) == 1:
        return f"{english[0]} ya"
    return tuple(f"{english[-1]} ya" for _form in range(catalog.num_plurals))


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "own"


def offered(catalogues: Catalogues) -> list[str]:
    return [one.code for one in catalogues.offered()]


def test_a_catalogue_dropped_into_the_folder_is_a_language_of_the_program(catalogue_folder: Path, own: Path) -> None:
    before = offered(Catalogues(catalogue_folder, own))
    write(own, "sw")
    catalogues = Catalogues(catalogue_folder, own)
    swahili = catalogues.offered()[-1]
    assert offered(catalogues) == [*before, "sw"]
    assert (swahili.native_name, swahili.is_rtl, swahili.cldr) == ("Kiswahili", False, "sw")
    assert catalogues.translator("sw").pgettext("field", "Given names") == "Given names ya"
    assert catalogues.translator("sw").gettext("Save as PDF…") == "Save as PDF…"
    assert catalogues.is_draft("sw")
    assert catalogues.reading_language("swh") == "sw"
    assert catalogues.best_match(["sw_KE.UTF-8"]) == "sw"


def test_an_added_language_that_runs_from_right_to_left_does_so(catalogue_folder: Path, own: Path) -> None:
    write(own, "sd")
    sindhi = Catalogues(catalogue_folder, own).translator("sd")
    assert sindhi.is_rtl
    assert sindhi.language.native_name == "سنڌي"


def test_sentences_that_are_missing_are_counted(catalogue_folder: Path, own: Path) -> None:
    write(own, "sw")
    messages = [one for one in read_catalogue(TEMPLATE.read_bytes(), "en") if one.id]
    facts = Catalogues(catalogue_folder, own).facts("sw")
    assert facts.missing == sum(not is_asked(one) for one in messages)
    assert facts.asked == 100


@pytest.mark.parametrize(
    ("share", "is_offered"), [(0.0, False), (OFFERED_FROM / 100 - 0.05, False), (OFFERED_FROM / 100 + 0.05, True)]
)
def test_a_language_with_too_few_questions_is_not_offered(
    catalogue_folder: Path, own: Path, share: float, is_offered: bool
) -> None:
    write(own, "sw", share=share)
    catalogues = Catalogues(catalogue_folder, own)
    assert ("sw" in offered(catalogues)) is is_offered
    assert (catalogues.reading_language("swh") is not None) is is_offered


def test_an_empty_catalogue_of_the_program_is_not_offered(catalogue_folder: Path) -> None:
    catalogues = Catalogues(catalogue_folder)
    empty = {one.code for one in LANGUAGES if one.pseudo is Pseudo.NONE and catalogues.facts(one.code).asked < OFFERED_FROM}
    assert empty.isdisjoint(offered(catalogues))
    assert {"en", "fr", "ar"} <= set(offered(catalogues))


def test_a_sentence_that_would_break_the_program_is_shown_in_english(catalogue_folder: Path, own: Path) -> None:
    write(own, "sw", change=("Would like to work as: {occupation} ya", "Would like to work as: {kazi} ya"))
    catalogues = Catalogues(catalogue_folder, own)
    assert catalogues.translator("sw").gettext("Would like to work as: {occupation}") == "Would like to work as: {occupation}"
    assert catalogues.facts("sw").missing > 0


def test_a_person_may_correct_a_language_of_the_program(catalogue_folder: Path, own: Path) -> None:
    shutil.copytree(ROOT / "translations" / "fr", own / "tree")
    text = (own / "tree" / "LC_MESSAGES" / "s2w_desktop.po").read_text(encoding="utf-8")
    assert 'msgstr "Verrouiller"' in text
    (own / "fr.po").write_text(text.replace('msgstr "Verrouiller"', 'msgstr "Fermer à clé"'), encoding="utf-8")
    assert Catalogues(catalogue_folder, own).translator("fr").gettext("Lock") == "Fermer à clé"
    assert Catalogues(catalogue_folder).translator("fr").gettext("Lock") == "Verrouiller"


def test_what_an_added_file_lacks_is_taken_from_the_program(catalogue_folder: Path, own: Path) -> None:
    write(own, "fr", share=0.0)
    assert Catalogues(catalogue_folder, own).translator("fr").gettext("Lock") == "Verrouiller"


@pytest.mark.parametrize(("name", "content"), [("sw.po", b"\xff\xfe\x00"), ("tlh.po", b""), ("notes.po", b""), ("Sw.po", b"")])
def test_a_file_that_is_no_catalogue_stops_nothing(catalogue_folder: Path, own: Path, name: str, content: bytes) -> None:
    own.mkdir()
    (own / name).write_bytes(content)
    assert offered(Catalogues(catalogue_folder, own)) == offered(Catalogues(catalogue_folder))


def test_a_damaged_catalogue_is_a_foreseen_failure(catalogue_folder: Path, own: Path) -> None:
    own.mkdir()
    (own / "sw.po").write_bytes(b'msgid "unclosed')
    with pytest.raises(FileUnreadable):
        Catalogues(catalogue_folder, own).translator("sw")


def test_a_reviewed_language_says_so(catalogue_folder: Path, own: Path) -> None:
    write(own, "sw", head=Head("# Words\n# reviewed by A. Mwalimu, 2026-11-22", "no"))
    assert not Catalogues(catalogue_folder, own).is_draft("sw")


def test_the_facts_of_a_compiled_catalogue_are_those_of_its_text(tmp_path: Path) -> None:
    folder = tmp_path / "sw" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    write(tmp_path, "sw", share=0.9).rename(folder / "s2w_desktop.po")
    compile_one(folder / "s2w_desktop.po")
    compiled = Catalogues(tmp_path)
    assert compiled.facts("sw") == compiled.translator("sw").facts
    assert 88 <= compiled.facts("sw").asked <= 90
