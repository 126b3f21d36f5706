"""Derived variables about single languages (tables 2.1 to 2.5)."""

from dataclasses import dataclass

from s2w_desktop.domain.derived.answered import Absence, Answered, Code, Codes, is_told, together
from s2w_desktop.domain.derived.learning import SKILLS, host_row, language_level, row_of
from s2w_desktop.domain.derived.levels import NATIVE, overall_level

FRENCH, _NOTHING, _MOTHER = "fra", "0", "mother_tongue"
_BANDS = {"0": "A0", "PA1": "A0", "A1": "A1", "A2": "A2"}
HOST_BANDS = ("A0", "A1", "A2", "B1+")


@dataclass(frozen=True)
class SpeakingVariables:
    """Which languages the person has, and how well. `host_` are the five skills in the language of the host country."""

    first_languages: Codes
    other_languages: Codes
    host_listening: Code
    host_reading: Code
    host_conversation: Code
    host_speaking: Code
    host_writing: Code
    host_band: Code
    french_overall: Code


def speaking_variables(answered: Answered, host_overall: Code) -> SpeakingVariables:
    """The variables of a profile. Of other languages those count in which the person can do anything at all, or that has no level
    yet."""
    host = host_row(answered)
    listening, reading, conversation, speaking, writing = (_skill(answered, host, skill) for skill in SKILLS)
    return SpeakingVariables(
        first_languages=_languages(answered, first=True),
        other_languages=_languages(answered, first=False),
        host_listening=listening,
        host_reading=reading,
        host_conversation=conversation,
        host_speaking=speaking,
        host_writing=writing,
        host_band=_BANDS.get(host_overall, HOST_BANDS[-1]) if is_told(host_overall) else host_overall,
        french_overall=language_level(answered, row_of(answered, FRENCH), overall_level),
    )


def _skill(answered: Answered, row: str | None, skill: str) -> Code:
    if row is None:
        return Absence.HIDDEN if answered.is_hidden("language") else None
    return NATIVE if answered.code("language", "role", row) == _MOTHER else answered.code("language", skill, row)


def _languages(answered: Answered, *, first: bool) -> Codes:
    """Languages in the order of the profile. Who has one entry has told all: then a list can be empty."""
    if answered.is_hidden("language") or answered.is_hidden("language", "language"):
        return Absence.HIDDEN
    rows = answered.rows_of("language")
    codes = {row: answered.code("language", "language", row) for row in rows}
    told = {row: code for row, code in codes.items() if is_told(code)}
    if not told:
        return together(codes.values())
    mother = {row for row in told if answered.code("language", "role", row) == _MOTHER}
    wanted = [code for row, code in told.items() if (row in mother) == first and (first or _is_spoken(answered, row))]
    return tuple(dict.fromkeys(wanted))


def _is_spoken(answered: Answered, row: str) -> bool:
    told = [code for skill in SKILLS if is_told(code := answered.code("language", skill, row))]
    return not told or any(code != _NOTHING for code in told)
