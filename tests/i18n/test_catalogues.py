"""The shipped catalogues say all that this package says, in every language."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir

from catalogues import KEPT_COMPLETE, KEYWORDS, language_of, load
from s2w_desktop.i18n.catalogue_rules import problems_of_message
from s2w_desktop.i18n.languages import LANGUAGES, Pseudo, is_rtl_language
from s2w_desktop.i18n.plural_rules import plural_forms_header
from tests.i18n.conftest import PO_FILES, ROOT

RIGHT_TO_LEFT_MARK = "\u200f"
NAME_FIRST = re.compile(r"\{(?!n\})")
"""A sentence that begins with a value other than a count."""


def _head(po: Path) -> str:
    return po.read_text(encoding="utf-8").partition("\n\n")[0]


MUST_BE_COMPLETE = [po for po in PO_FILES if language_of(po) in KEPT_COMPLETE or "X-Draft: no" in _head(po)]


@pytest.fixture(scope="module", params=PO_FILES, ids=language_of)
def po(request: pytest.FixtureRequest) -> Path:
    """Each catalogue in turn: all tests of one, then of the next, so that it is read once."""
    found: Path = request.param
    return found


@pytest.fixture(scope="module")
def catalog(po: Path) -> Catalog:
    return load(po)


@pytest.fixture(scope="module")
def own() -> list[Message]:
    """What the source of this package says."""
    catalog = Catalog()
    folder = ROOT / "s2w_desktop" / "i18n"
    for _file, _line, message, _comments, context in extract_from_dir(folder, [("**.py", "python")], keywords=KEYWORDS):
        catalog.add(message, context=context)
    return [message for message in catalog if message.id]


def test_the_search_for_words_finds_them(own: list[Message]) -> None:
    assert len(own) > 500


def test_every_language_of_the_program_but_english_has_a_catalogue() -> None:
    assert {language_of(po) for po in PO_FILES} == {one.code for one in LANGUAGES if one.pseudo is Pseudo.NONE} - {"en"}


@pytest.mark.parametrize("po", MUST_BE_COMPLETE, ids=language_of, indirect=True)
def test_no_word_of_this_package_is_left_untranslated(catalog: Catalog, own: list[Message]) -> None:
    missing = [message.id for message in own if not _translated(catalog, message.id, message.context)]
    assert not missing


def _translated(catalog: Catalog, message: Sequence[str], context: str | None) -> bool:
    found = catalog.get(message if isinstance(message, str) else message[0], context)
    return found is not None and bool(found.string) and not found.fuzzy


def test_places_and_plural_forms_fit(catalog: Catalog) -> None:
    forms = catalog.num_plurals
    assert not [problem for message in catalog for problem in problems_of_message(message, forms)]


def test_the_plural_rule_is_that_of_cldr(po: Path, catalog: Catalog) -> None:
    assert catalog.plural_forms.rstrip("; ") == plural_forms_header(language_of(po)).rstrip("; ")
    assert catalog.num_plurals == len(Locale.parse(language_of(po)).plural_form.tags | {"other"})


def test_a_draft_says_so_in_its_first_lines(po: Path) -> None:
    head = _head(po)
    assert ("draft, not reviewed by a native speaker" in head) is ("X-Draft: no" not in head)


@pytest.mark.parametrize("po", [po for po in PO_FILES if is_rtl_language(language_of(po))], ids=language_of, indirect=True)
def test_from_right_to_left_a_sentence_that_begins_with_a_value_says_its_direction_first(catalog: Catalog) -> None:
    # The title of the window is read by window managers, and ends with the Latin name of the program.
    messages = [message for message in catalog if message.id and message.id != "{code} - Skills to Work"]
    forms = [form for message in messages for form in _forms(message.string)]
    assert not [form for form in forms if NAME_FIRST.match(form)]


def _forms(string: str | Sequence[str] | None) -> Sequence[str]:
    return [string] if isinstance(string, str) else string or []
