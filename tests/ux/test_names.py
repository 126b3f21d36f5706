"""Names of many scripts, of one part and of many, are kept letter by letter and shown on the paper; all names are invented."""

import unicodedata
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.services.interviews import Pair
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.interview.page import InterviewPage
from tests.pdf.reading import paragraphs
from tests.services.places import export
from tests.ui.interview.conftest import OpenPage
from tests.ui.typing import commit

LONGEST = 200
ARABIC, ETHIOPIC, BENGALI, GREEK = "ليلى بنت قمر", "ኣበባ ወልደ‑ሰላም", "চাঁদনী মেঘ", "Ἀνθὴ Παραδειγματίδου"
NAMES = {
    "Latin, accents": "Željka Ñandú-Øster",
    "Latin, Romanian": "Ștefania Țepușă",
    "Latin, Turkish": "Işıl İpekçi",
    "Latin, small letters": "bell van der hooks",
    "Latin, capitals within": "McExample DeLa Rosa",
    "Latin, two apostrophes": "Shawna O’Example-D'Arc",
    "Latin, marks that have no composed letter": "Ngọzi M̀bà",
    "Somali, three parts": "Xaliimo Cawo Dhudi",
    "one name": "Suharsi",
    "one letter": "O",
    "Arabic": ARABIC,
    "Arabic, vowels": "مُنَى العَيِّنَة",
    "Persian, joiner": "گل\u200cناز نمونه‌پور",
    "Pashto": "ښکلا ګلالۍ",
    "Sorani": "ڕۆژان نموونەیی",
    "Urdu": "گُلِ رعنا مثالی",
    "Ethiopic": ETHIOPIC,
    "Ethiopic, one name": "ሳባ",
    "Cyrillic, Ukrainian": "Мар'яна Зразкова-Їжак",
    "Cyrillic, Russian": "Пример Образцович",
    "Greek": "Ανθή Παραδειγματίδου",
    "Bengali": BENGALI,
    "Han": "范例",
    "Georgian": "მზია მაგალითი",
    "Armenian": "Արփի Օրինակյան",
    "Hebrew": "תמר לדוגמה",
    "Devanagari": "उषा उदाहरण",
    "mixed": "Layla ليلى Лейла ሌይላ",
    "spaces within": "Ana  Maria",
    "two hundred letters": ("Abdulexample " * 20)[: LONGEST - 1] + "z",
}
PRINTED = [kind for kind in NAMES if kind not in ("Han", "Georgian", "Armenian", "Hebrew", "Devanagari")]
"""The scripts of the fonts that we ship; a paper with letters of others is refused, see decision 0123."""
PAIR = Pair("en", "ara")
FIELDS = ("identity.given_names", "identity.name_original")


def letters(page: InterviewPage, path: str) -> QLineEdit:
    line = page.sheet.blocks[path].input.widget
    assert isinstance(line, QLineEdit)
    return line


def kept(workplace: Workplace, profile: ProfileId) -> list[bytes]:
    """The names as bytes, from the store alone."""
    read = workplace.interviews.read(profile)
    return [read.text(path).encode() for path in FIELDS]


def say(page: InterviewPage, name: str) -> None:
    """Type a name into both fields, as an input method does, and leave them."""
    page.show_section("identity")
    for path in FIELDS:
        page.sheet.blocks[path].take_focus()
        commit(letters(page, path), name)
    page.sheet.blocks["identity.sex"].take_focus()
    QApplication.processEvents()


def test_the_corpus_is_of_ten_scripts_and_more() -> None:
    scripts = {unicodedata.name(letter).split()[0] for name in NAMES.values() for letter in name if letter.isalpha()}
    assert scripts >= {"LATIN", "ARABIC", "ETHIOPIC", "CYRILLIC", "GREEK", "BENGALI", "CJK", "GEORGIAN", "ARMENIAN", "HEBREW"}
    assert {len(name) for name in NAMES.values()} >= {1, LONGEST}


def test_ux_25_every_name_is_kept_letter_by_letter(open_page: OpenPage, workplace: Workplace) -> None:
    page = open_page()
    for kind, name in NAMES.items():
        for path in FIELDS:
            page.editor.set_answer(path, None)
        say(page, name)
        wanted = unicodedata.normalize("NFC", name)
        assert [letters(page, path).text() for path in FIELDS] == [name, name], kind
        assert kept(workplace, page.editor.profile.id) == [wanted.encode()] * 2, kind
        assert page.editor.profile.text("identity.family_names") == "", kind
        blocks = [page.sheet.blocks[path] for path in FIELDS]
        assert not [issue for issue in page.editor.session.issues() if issue.path in {block.path for block in blocks}], kind
    page.finish_session()
    assert kept(workplace, page.editor.profile.id) == [wanted.encode()] * 2


def test_ux_25_every_name_arrives_at_headquarters_as_it_was_said(field: Workplace, hq: Workplace, stick: Path) -> None:
    said: dict[ProfileId, str] = {}
    for name in NAMES.values():
        session = field.interviews.begin(PAIR)
        session.set_answer("consent.create_profile", "granted")
        session.set_answer("consent.send_with_name", "granted")
        for path in FIELDS:
            session.set_answer(path, name)
        session.close()
        said[session.profile.id] = unicodedata.normalize("NFC", name)
    assert hq.importing.take(export(field, stick)).quarantined == ()
    assert {profile: kept(hq, profile) for profile in said} == {profile: [name.encode()] * 2 for profile, name in said.items()}


@pytest.mark.parametrize("kind", PRINTED)
def test_ux_25_the_paper_shows_the_name_as_it_was_said(workplace: Workplace, tmp_path: Path, kind: str) -> None:
    session = workplace.interviews.begin(PAIR)
    session.set_answer("identity.given_names", NAMES[kind])
    session.close()
    told = paragraphs(workplace.papers.profile_paper(session.profile.id, ("en", "ar")), tmp_path)
    assert unicodedata.normalize("NFC", NAMES[kind]) in {words.strip("\u2068\u2069") for words in told}
