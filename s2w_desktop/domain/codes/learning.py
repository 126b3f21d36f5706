"""Codes about languages, school and courses (profile-model 6.24), without words."""

from collections.abc import Mapping
from types import MappingProxyType

from s2w_desktop.domain.codes.listing import codes
from s2w_desktop.domain.codes.study import BROAD_FIELDS, DETAILED_FIELDS, ISCED, NARROW_FIELDS

CEFR = ("0", "PA1", "A1", "A2", "B1", "B2", "C1", "C2")
"""Levels of the Common European Framework of Reference (Council of Europe), with nothing and Pre-A1 below."""

LEARNING_CODES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "language_role": codes("mother_tongue schooling further host_country"),
        "literacy": codes("0 1 2 3 4"),
        "latin_script": codes("none letters words fluent"),
        "form_help": codes("none some full"),
        "school": codes("yes no religious_or_home_only"),
        "isced": ISCED,
        "field_broad": BROAD_FIELDS,
        "field_narrow": NARROW_FIELDS,
        "field_detailed": DETAILED_FIELDS,
        "cefr": CEFR,
        "language_basis": codes("self officer_impression test certificate"),
        "host_literacy": codes("0 1 2 3 4"),
        "numeracy": codes("0 1 2 3 4"),
        "interruption": codes("conflict cost family work access marriage health other"),
        "education_kind": codes("general_school vocational higher short_course apprenticeship non_formal religious other"),
        "eqf": codes("1 2 3 4 5 6 7 8"),
        "completion": codes("completed interrupted ongoing not_sure"),
        "document_status": codes("D1 D2 D3 D4 D5 D6 D7 D8"),
        "recognition": codes("R0 R1 R2 R3 R4 R5 R6 R7 R8"),
        "evidence": codes("0 1 2 3 4 5 6 7"),
        "certificate_level": codes("A1 A2 B1 B2 C1 C2"),
    }
)
