"""What a line for a group of occupations offers: first what people call such work, then the titles of the list."""

from collections.abc import Sequence
from functools import partial

from s2w_desktop.domain.fields import FieldSpec
from s2w_desktop.domain.folding import latin_digits
from s2w_desktop.i18n import labels
from s2w_desktop.i18n.translator import english
from s2w_desktop.reference.spelling import spelled
from s2w_desktop.ui.forms.voices import Voices
from s2w_desktop.ui.job_finding import JobFinding
from s2w_desktop.ui.kit.searching import Search, Suggestion, search_in_list

OCCUPATIONS = "isco"
"""The code list that is searched by everyday words."""
_MOST_FOUND = 8  # as many as the list shows at once
_MOST_BEGUN = 2


def search_jobs(voices: Voices, spec: FieldSpec, jobs: JobFinding) -> Search:
    """Unit groups found by everyday words of both languages and English, then the list itself.

    A title that was typed whole comes before everything, and so does a code. Titles that begin with what was typed, of wider
    groups often, come behind the best that was found. Nothing typed gives the list.
    """
    listed = search_in_list(partial(voices.suggestions, spec))
    spoken = {tr.code: tr for tr in (voices.own, *([voices.other] if voices.other else []), english())}
    translators = tuple(spoken.values())

    def search(typed: str, most: int) -> Sequence[Suggestion]:
        plain = listed(typed, most)
        if not typed.strip():
            return plain
        begun = [one for one in plain[:_MOST_BEGUN] if spelled(one.text).startswith(spelled(typed))]
        whole = [one for one in begun[:1] if spelled(one.text) == spelled(typed)]
        coded = [_suggestion(voices, code, "") for code in _codes_like(spec, typed)]
        found = [_suggestion(voices, one.isco08, one.matched) for one in jobs.find(typed, _MOST_FOUND, translators)]
        offered: dict[str, Suggestion] = {}
        for one in (*whole, *coded, *found[:1], *begun, *found, *plain):
            offered.setdefault(one.key, one)
        return tuple(offered.values())[:most]

    return search


def _suggestion(voices: Voices, code: str, matched: str) -> Suggestion:
    """A group with the word that found it; with its title in the other language where its own was typed."""
    title = labels.choice(voices.own, OCCUPATIONS, code)
    other = labels.choice(voices.other, OCCUPATIONS, code) if voices.other else ""
    return Suggestion(code, title, matched if matched not in ("", title) else other)


def _codes_like(spec: FieldSpec, typed: str) -> list[str]:
    """The codes that begin with the digits that were typed, shorter ones first; none where something else was typed."""
    digits = latin_digits(typed.strip())
    return sorted((code for code in spec.code_list() if code.startswith(digits)), key=len) if digits.isdigit() else []
