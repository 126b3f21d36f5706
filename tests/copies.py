"""A questionnaire with copies of documents, one version ahead of the program's own, for tests of everything that carries them."""

from dataclasses import replace
from typing import Final

from s2w_desktop.domain.fields import FieldKind, FieldSpec, Need, Questionnaire, SectionSpec, Sensitivity
from s2w_desktop.domain.questionnaire import CORE

SECTION: Final = "scan_of"
ONE, OTHER = f"{SECTION}.diploma", f"{SECTION}.reference"
_AGREEMENT = FieldSpec("attach_copies", FieldKind.CHOICE, "consent", Need.REQUIRED, Sensitivity.PERSONAL)


def _copy(key: str) -> FieldSpec:
    return FieldSpec(key, FieldKind.FILE, need=Need.OPTIONAL, sensitivity=Sensitivity.IDENTIFYING)


def _with_agreement(section: SectionSpec) -> SectionSpec:
    if section.key != "consent" or _AGREEMENT.key in section.by_key:
        return section
    return replace(section, fields=(*section.fields, _AGREEMENT))


COPIES: Final = Questionnaire(
    CORE.version + 1,
    (
        *(_with_agreement(section) for section in CORE.sections),
        SectionSpec(SECTION, part="", fields=(_copy("diploma"), _copy("reference"))),
    ),
)
