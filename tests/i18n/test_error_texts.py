"""Every foreseen failure has words in every language."""

from collections.abc import Iterator

import pytest

from s2w_desktop.domain import errors
from s2w_desktop.domain.vacancy_errors import VacanciesRefused, VacancyFault
from s2w_desktop.i18n.error_texts import error_text
from s2w_desktop.i18n.error_words import ERROR_WORDS
from s2w_desktop.i18n.isolation import without_isolates
from s2w_desktop.i18n.translator import Catalogues, Translator
from tests.each import by_key, each


def _subclasses(parent: type[errors.S2wError]) -> Iterator[type[errors.S2wError]]:
    for child in parent.__subclasses__():
        yield child
        yield from _subclasses(child)


FAILURES = sorted(set(_subclasses(errors.S2wError)), key=lambda failure: failure.__name__)
by_failure = each(by_key(FAILURES, lambda failure: failure.__name__), "failure")


@pytest.mark.parametrize("code", ["en", "fr", "ar", "en_XA", "ar_XB"])
@by_failure
def test_a_failure_says_what_happened_what_is_safe_and_what_to_do(
    catalogues: Catalogues, failure: type[errors.S2wError], code: str
) -> None:
    text = error_text(catalogues.translator(code), failure())
    assert text.happened
    assert text.safe
    assert text.todo
    assert text.code == failure.code


@by_failure
def test_a_failure_is_told_in_sentences(en: Translator, failure: type[errors.S2wError]) -> None:
    text = error_text(en, failure())
    for sentence in (text.happened, text.safe, text.todo):
        assert sentence[0].isupper()
        assert sentence.endswith(".")
        assert "{" not in sentence


def test_no_words_are_left_of_failures_that_are_gone() -> None:
    assert set(ERROR_WORDS) == set(FAILURES)


def test_every_failure_has_a_code_of_its_own_to_read_out() -> None:
    codes = [failure.code for failure in FAILURES]
    assert all(codes)
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (errors.StoreInUse(holder_pid=4711), "The store is already open in another window or program. Process: 4711."),
        (errors.StoreInUse(), "The store is already open in another window or program."),
        (errors.InvalidAnswer(path="identity.sex"), "An answer does not fit its question. Question: Name and birth, Sex."),
        (
            errors.InvalidLine(line=3, path="work.0190.start"),
            "A line of the file is not a profile. Line: 3. Question: Jobs, From.",
        ),
        (errors.InvalidLine(line=3, path="no.such"), "A line of the file is not a profile. Line: 3."),
        (
            errors.MissingGlyphs(count=2, blocks=("Thaana", "Tibetan")),
            "Some letters cannot be printed, because no font of this program has them. Letters: 2, of Thaana, Tibetan.",
        ),
        (errors.NewerStore(found="0042"), "A newer version of the program wrote this store. Version found: 0042."),
    ],
)
def test_facts_are_told_where_there_are_any(en: Translator, error: errors.S2wError, expected: str) -> None:
    assert without_isolates(error_text(en, error).happened) == expected


def test_a_file_of_vacancies_is_refused_with_its_line_and_column(en: Translator) -> None:
    error = VacanciesRefused(VacancyFault.BAD_VALUE, "jobs.csv", 7, "isco08")
    assert without_isolates(error_text(en, error).happened) == (
        "This file of vacancies was not taken in. A value is not one of those that are known. "
        "File: jobs.csv, line: 7. At: isco08."
    )
