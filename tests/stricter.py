"""A headquarters that does not know every answer of its laptops: given names there have at most eight letters."""

from dataclasses import replace
from typing import Final

from s2w_desktop.domain.fields import Questionnaire
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE

NAMES: Final = "identity.given_names"
TOO_MUCH, RIGHT = "Layla Maryam", "Layla"


def _stricter() -> Questionnaire:
    section = QUESTIONNAIRE.by_key["identity"]
    fields = tuple(replace(one, max_length=8) if one.key == "given_names" else one for one in section.fields)
    changed = replace(section, fields=fields)
    return Questionnaire(
        QUESTIONNAIRE.version,
        tuple(changed if one is section else one for one in QUESTIONNAIRE.sections),
        QUESTIONNAIRE.oldest_reader,
    )


STRICTER: Final = _stricter()
