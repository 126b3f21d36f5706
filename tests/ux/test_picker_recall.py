"""UX-23: what officers type into the pickers, and whether what they mean is among the first three; recall per language."""

import csv
from pathlib import Path

import pytest

from s2w_desktop import paths
from s2w_desktop.domain.fields import FieldKind, FieldSpec
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.ui.forms.job_search import OCCUPATIONS, search_jobs
from s2w_desktop.ui.forms.voices import Voices
from s2w_desktop.ui.job_finding import JobFinding
from s2w_desktop.ui.kit.searching import Search, search_in
from s2w_desktop.ui.kit.tasks import InlineRunner

SHOWN = 3
_TABLE = Path(__file__).with_name("picker_queries.tsv").read_text("utf-8")
QUERIES = list(csv.reader(_TABLE.splitlines(), delimiter="\t"))
LANGUAGES = ("en", "ar", "fr", "uk", "fa")
MISSED: dict[str, set[str]] = {}
"""What is known not to be found among the first three. A query that is found from now on is taken out here and in docs/ux.md."""


def search_of(codes: str, voices: Voices) -> Search:
    """The search that the picker of a list has."""
    spec = FieldSpec("asked", FieldKind.CHOICE, codes)
    if codes == OCCUPATIONS:
        return search_jobs(voices, spec, JobFinding(paths.resources() / "job_words", InlineRunner()))
    return search_in(voices.suggestions(spec))


def missed(code: str) -> set[str]:
    """The queries of a language whose answer is not among the first three."""
    voices = Voices(Catalogues(paths.translations()).translator(code), None, "eng", "eng")
    asked = [query for query in QUERIES if query[0] == code]
    found = {codes: search_of(codes, voices) for codes in {query[1] for query in asked}}
    return {typed for _, codes, typed, meant in asked if meant not in [one.key for one in found[codes](typed, SHOWN)]}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("code", LANGUAGES)
def test_ux_23_what_is_meant_is_among_the_first_three(code: str) -> None:
    assert missed(code) == MISSED.get(code, set())


def test_the_recall_in_the_register_is_the_one_of_today() -> None:
    words = []
    for code in LANGUAGES:
        asked = [typed for language, _, typed, _ in QUERIES if language == code]
        words.append(f"{code} {len(asked) - len(MISSED.get(code, ()))} of {len(asked)}")
    assert ", ".join(words) in (Path(__file__).parents[2] / "docs" / "ux.md").read_text("utf-8")
