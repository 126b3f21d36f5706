"""A questionnaire with copies of documents, one version ahead of the program's own, for tests of everything that carries them."""

from dataclasses import replace
from typing import Final

from s2w_desktop.domain.fields import Questionnaire, SectionSpec
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.sections.declaring import OPTIONAL, choice, copy_of

SECTION: Final = "scan_of"
ONE, OTHER = f"{SECTION}.diploma", f"{SECTION}.reference"
_AGREEMENT = choice("attach_copies", "consent", need=OPTIONAL)


def _with_agreement(section: SectionSpec) -> SectionSpec:
    if section.key != "consent" or _AGREEMENT.key in section.by_key:
        return section
    return replace(section, fields=(*section.fields, _AGREEMENT))


COPIES: Final = Questionnaire(
    QUESTIONNAIRE.version + 1,
    (
        *(_with_agreement(section) for section in QUESTIONNAIRE.sections),
        SectionSpec(SECTION, part="", fields=(copy_of("diploma", need=OPTIONAL), copy_of("reference", need=OPTIONAL))),
    ),
)
