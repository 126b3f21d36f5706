"""Where answers stand in the Data Exchange Framework: one table, for writing and for reading.

The framework is told in English. Its dates are whole days; a year or a month stands beside them under names of our own
(`s2w_from`), which others may ignore. What the framework asks
about the past of a person that is no business of a skills profile (visas, arrests, armed conflict, health, military service,
identifiers) is neither written nor read (profile-model 6.27).
"""

import re
from dataclasses import dataclass
from typing import Final

from s2w_desktop.domain.answers import Answer, NoAnswer
from s2w_desktop.domain.code_lists import CODE_LISTS
from s2w_desktop.domain.codes.listing import codes
from s2w_desktop.interchange.codec import DATE, NUMBER, TEXT, WORDS, Codec, Unfit, either
from s2w_desktop.interchange.places_and_languages import ANY_LANGUAGE, COUNTRY
from s2w_desktop.interchange.wording import Wording

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_ISCED: Final = re.compile(r"ISCED(?: 2011)?(?: level)? (\w{1,2})", re.ASCII | re.IGNORECASE)
NOT_STATED: Final = "Not stated"
"""In place of a level that the framework demands and nobody knows."""


@dataclass(frozen=True)
class Slot:
    """A field of the interview, and the name that the framework has for it."""

    key: str
    name: str
    codec: Codec


def _write_day(answer: Answer, wording: Wording) -> str | None:
    text = DATE.write(answer, wording)
    return text if text and _DAY.fullmatch(text) else None


def _write_told(answer: Answer, wording: Wording) -> str | None:
    text = DATE.write(answer, wording)
    return text if text and not _DAY.fullmatch(text) else None


def _write_country(answer: Answer, _wording: Wording) -> str | None:
    return answer if isinstance(answer, str) else None


def _read_country(untrusted: str, wording: Wording) -> Answer | None:
    if untrusted.upper() in CODE_LISTS["nationality"]:
        return untrusted.upper()
    if len(untrusted) == len("PT"):
        return COUNTRY.read(untrusted, wording)
    code = wording.code("country", untrusted)
    if code is None:
        raise Unfit
    return code


def _write_level(answer: Answer, _wording: Wording) -> str | None:
    return f"ISCED {answer}" if isinstance(answer, str) else None


def _read_level(untrusted: str, _wording: Wording) -> Answer | None:
    if untrusted == NOT_STATED:
        return None
    found = _ISCED.fullmatch(untrusted)
    if not found:
        raise Unfit
    return found.group(1).upper()


DAY: Final = Codec(_write_day, DATE.read)
TOLD: Final = Codec(_write_told, DATE.read)
"""A year or a month, under a name of our own: the framework knows whole days alone, and lets through names that it lacks."""
NATION: Final = Codec(_write_country, _read_country)
LEVEL: Final = Codec(_write_level, _read_level)
_GENDER: Final = either({"M": "Male", "F": "Female", "X": "Other"}, {"Non-binary": "X", "Prefer not to say": NoAnswer.REFUSED})
_CHANNEL: Final = either(
    {"whatsapp": "WhatsApp", "signal": "Signal", "telegram": "Telegram"},
    dict.fromkeys(("Mobile", "Landline", "Fax", "VoIP", "WeChat", "Skype", "Other")),
)
PAID: Final = either({"paid": "true", "in_kind": "true", "unpaid": "false"}, {"true": "paid"})

CANDIDATE: Final = {
    "identity": (
        Slot("given_names", "given_names", TEXT),
        Slot("family_names", "family_names", TEXT),
        Slot("preferred_name", "preferred_name", TEXT),
        Slot("sex", "gender", _GENDER),
        Slot("date_of_birth", "date_of_birth", DAY),
        Slot("date_of_birth", "s2w_date_of_birth", TOLD),
        Slot("country_of_origin", "country_of_origin", NATION),
        Slot("nationality", "country_of_citizenship", NATION),
    ),
    "contact": (Slot("email", "email", TEXT),),
    "work_summary": (Slot("main_occupation", "main_occupation", WORDS),),
}
"""Fields of the candidate, by section."""
ORIGIN: Final = "identity.country_of_origin"
OCCUPATION: Final = "work_summary.main_occupation"
PHONE: Final = (Slot("number", "phone", TEXT), Slot("channel", "phone_type", _CHANNEL))
EDUCATION: Final = (
    Slot("start", "from", DAY),
    Slot("end", "to", DAY),
    Slot("start", "s2w_from", TOLD),
    Slot("end", "s2w_to", TOLD),
    Slot("institution", "institution", TEXT),
    Slot("title", "degree_or_program_name", WORDS),
    Slot("level", "level", LEVEL),
)
WORK: Final = (
    Slot("start", "from", DAY),
    Slot("end", "to", DAY),
    Slot("start", "s2w_from", TOLD),
    Slot("end", "s2w_to", TOLD),
    Slot("employer", "employer", TEXT),
    Slot("title_own_words", "position", WORDS),
    Slot("tasks", "responsibilities", WORDS),
    Slot("hours_per_week", "hours_per_week", NUMBER),
    Slot("paid", "paid", PAID),
)
LANGUAGE: Final = Slot("language", "language", ANY_LANGUAGE)

OF_THE_SENDER: Final = frozenset({"id", "meta_source", "created_at", "updated_at"})
"""What a file says of itself."""
NOT_OURS_TO_KNOW: Final = frozenset(
    codes(
        """
    refused_visa_to_any_country had_military_service arrested_charged_criminal_offence detained_incarcerated_jailed
    participated_armed_conflict serious_health_condition other_identifier
    """
    )
)
"""What is not even looked at when a file holds it."""
