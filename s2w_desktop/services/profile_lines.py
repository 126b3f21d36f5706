"""Profiles as JSON Lines, for other programs to give and take.

One object per line: `{"type": "profile", "case_number": "GR-…", "answers": {"identity.sex": "F", …},
"entries": {"language": [{"language": "ara", …}, …]}}` with the plain forms of `domain.answers`. Type and case number may lack.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NoReturn, cast
from uuid import UUID

from s2w_desktop.domain.answers import to_plain
from s2w_desktop.domain.canonical import Plain
from s2w_desktop.domain.case_numbers import is_case_number
from s2w_desktop.domain.errors import InvalidAnswer, InvalidLine
from s2w_desktop.domain.fields import Questionnaire, SectionSpec, field_path
from s2w_desktop.domain.files import FileRef
from s2w_desktop.domain.ids import EntryId, ProfileId
from s2w_desktop.domain.profile import Profile, without_shielded
from s2w_desktop.domain.reading import read_answer

CASE_NUMBER = "record.case_number"
MOST_BYTES = 256 * 1024
_KEYS = frozenset({"type", "case_number", "answers", "entries"})


class _NotPlain(ValueError):
    pass


def profile_line(questionnaire: Questionnaire, profile: Profile) -> dict[str, Plain]:
    """The form of a profile; answers in the order of the interview."""
    answers: dict[str, Plain] = {}
    entries: dict[str, Plain] = {}
    for section in questionnaire.sections:
        if section.repeats:
            rows = [_answers_of(section, profile, entry) for entry in profile.entries(section.key)]
            if rows:
                entries[section.key] = list[Plain](rows)
        else:
            answers |= {f"{section.key}.{key}": plain for key, plain in _answers_of(section, profile, None).items()}
    case_number = answers.pop(CASE_NUMBER, "")
    return {"type": "profile", "case_number": case_number, "answers": answers, "entries": entries}


def read_profile_lines(
    questionnaire: Questionnaire, untrusted_lines: Iterable[bytes], new_id: Callable[[], UUID]
) -> Iterator[tuple[int, Profile | InvalidLine]]:
    """Each line's number with its profile, or with why it is none: the field, never the value. Empty lines are skipped."""
    for number, untrusted in enumerate(untrusted_lines, start=1):
        if not untrusted.strip():
            continue
        try:
            yield number, _Line(questionnaire, number, new_id).read(untrusted)
        except InvalidLine as failure:
            yield number, failure


def _answers_of(section: SectionSpec, profile: Profile, entry: EntryId | None) -> dict[str, Plain]:
    found = ((spec.key, profile.get(field_path(section.key, spec.key, entry))) for spec in section.fields)
    return {key: to_plain(answer) for key, answer in found if answer is not None}


class _Line:
    """Reads one line strictly."""

    def __init__(self, questionnaire: Questionnaire, number: int, new_id: Callable[[], UUID]) -> None:
        self._questionnaire = questionnaire
        self._number = number
        self._new_id = new_id

    def read(self, untrusted: bytes) -> Profile:
        if len(untrusted) > MOST_BYTES:
            self._refuse("")
        top = self._object(self._parsed(untrusted), "")
        if not top.keys() <= _KEYS or top.get("type", "profile") != "profile":
            self._refuse("")
        profile = Profile(ProfileId(self._new_id()))
        for path, plain in self._object(top.get("answers", {}), "answers").items():
            profile = self._with_answer(profile, path, path, plain)
        for key, rows in self._object(top.get("entries", {}), "entries").items():
            profile = self._with_entries(profile, key, rows)
        return self._with_case_number(without_shielded(self._questionnaire, profile), top.get("case_number", ""))

    def _with_case_number(self, profile: Profile, untrusted: Plain) -> Profile:
        given = profile.text(CASE_NUMBER)
        if untrusted == "" and not given:
            return profile
        if not isinstance(untrusted, str) or not is_case_number(untrusted or given) or given not in ("", untrusted):
            self._refuse(CASE_NUMBER)
        return profile.with_answer(CASE_NUMBER, untrusted or given)

    def _with_entries(self, profile: Profile, key: str, untrusted: Plain) -> Profile:
        section = self._questionnaire.by_key.get(key)
        if section is None or not section.repeats:
            self._refuse("entries")
        if not isinstance(untrusted, list) or len(untrusted) > section.most_entries:
            self._refuse(key)
        for row in untrusted:
            entry = EntryId(self._new_id())
            profile = profile.with_entry(key, entry)
            for name, plain in self._object(row, key).items():
                profile = self._with_answer(profile, field_path(key, name, entry), f"{key}.{name}", plain)
        return profile

    def _with_answer(self, profile: Profile, path: str, shown: str, untrusted: Plain) -> Profile:
        try:
            spec = self._questionnaire.spec(path)
        except KeyError:
            self._refuse("")  # a name from outside is not repeated
        try:
            answer = read_answer(spec, shown, untrusted)
        except InvalidAnswer:
            self._refuse(shown)
        if isinstance(answer, FileRef):
            self._refuse(shown)  # a line brings no copy, and no answer is kept without its copy
        return profile.with_answer(path, answer)

    def _parsed(self, untrusted: bytes) -> Plain:
        try:
            text = untrusted.decode("utf-8-sig" if self._number == 1 else "utf-8")
            parsed = json.loads(
                text, object_pairs_hook=_without_doubles, parse_float=_refuse_number, parse_constant=_refuse_number
            )
        except (ValueError, RecursionError):
            self._refuse("")
        return cast("Plain", parsed)  # json gives nothing else once floats are refused

    def _object(self, untrusted: Plain, shown: str) -> Mapping[str, Plain]:
        if not isinstance(untrusted, dict):
            self._refuse(shown)
        return untrusted

    def _refuse(self, path: str) -> NoReturn:
        raise InvalidLine(self._number, path)


def _without_doubles(pairs: list[tuple[str, Plain]]) -> dict[str, Plain]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _NotPlain
    return found


def _refuse_number(_untrusted: str) -> NoReturn:
    raise _NotPlain
