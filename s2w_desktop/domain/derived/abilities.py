"""Derived variables about strengths, digital skills, licences and evidence (profile-model 6.23 and 6.24)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from s2w_desktop.domain.codes.skills import SKILLS_CODES
from s2w_desktop.domain.derived.answered import Absence, Amount, Answered, Code, Flag, Flags, flags, is_told, together
from s2w_desktop.domain.derived.levels import lower_median

DIGITAL_LEVELS = ("0", "1", "2", "3", "4")
"""None, basic, intermediate, advanced, highly advanced (list DIGI)."""

AREA_ITEMS: Mapping[int, tuple[int, ...]] = MappingProxyType(
    {1: (2, 3, 7), 2: (1, 4, 5, 6), 3: (10, 11, 12, 14), 4: (8, 9), 5: (13, 14)}
)
"""The items of each of the five areas (list DIGI-ITEMS); item 14 counts in two."""

OVERALL_AREAS = (1, 2, 4)
CLAIMS = ("education", "work", "skill")
"""Sections whose entries tell how well they are proved (list EVID)."""

SEEN = ("3", "4", "5", "6", "7")
"""Steps of the list EVID at which a paper was seen, or better."""

_LEAST_ITEMS = 2
_NOT_ASKED_YET = "0"  # list EVID
_NEEDS_B = ("B", "BE", "C1", "C1E", "C", "CE", "D1", "D1E", "D", "DE")
_LARGE = ("C1", "C1E", "C", "CE", "D1", "D1E", "D", "DE")
_UNMAPPED = "NM"


@dataclass(frozen=True)
class AbilityVariables:
    """What the person can do. `digital_areas` are levels by the number of the area, `evidence_share` goes from 0 to 1."""

    transversal: Flags
    digital_areas: Mapping[str, Code]
    digital_overall: Code
    any_licence: Flag
    licence_b: Flag
    licence_cd: Flag
    evidence_share: Amount


def ability_variables(answered: Answered) -> AbilityVariables:
    """The variables of a profile. A strength is flagged when it was chosen or stands in an entry of its own."""
    areas = {number: digital_area(answered, number) for number in AREA_ITEMS}
    counted = [areas[number] for number in OVERALL_AREAS]
    strengths = [answered.code("strength", "item", row) for row in answered.rows_of("strength")]
    return AbilityVariables(
        transversal=flags(SKILLS_CODES["strength"], answered.codes("transversal", "strengths"), strengths),
        digital_areas={str(number): level for number, level in areas.items()},
        digital_overall=lower_median(DIGITAL_LEVELS, counted) or together(counted),
        any_licence=_any_licence(answered),
        licence_b=_licence(answered, _NEEDS_B),
        licence_cd=_licence(answered, _LARGE),
        evidence_share=_evidence_share(answered),
    )


def digital_area(answered: Answered, area: int) -> Code:
    """The level of an area by its items; none where fewer than two were answered."""
    told = [answered.code("digital", f"item_{number:02d}") for number in AREA_ITEMS[area]]
    uses = [use for use in told if is_told(use)]
    return digital_level(uses) if len(uses) >= _LEAST_ITEMS else together(told)


def digital_level(uses: Sequence[str]) -> str:
    """The highest level that holds for the answered items of an area (rule in 6.24, DIGI-ITEMS).

    The rule is silent on one item alone among many never: "at least one with help" is read as with help or better.
    """
    able = sum(use in ("alone", "can_teach") for use in uses)
    teaching = uses.count("can_teach")
    if able == len(uses):
        return "4" if 2 * teaching >= len(uses) else "3"
    if 2 * able >= len(uses):
        return "2"
    return "0" if all(use == "never" for use in uses) else "1"


# --- licences ---


def _any_licence(answered: Answered) -> Flag:
    """A licence of any kind, for machines too. Driving without one is none."""
    kinds = [answered.code("licence_held", "kind", row) for row in answered.rows_of("licence_held")]
    if any(is_told(kind) for kind in kinds):
        return True
    return together(kinds) if kinds else _none_held(answered)


def _licence(answered: Answered, categories: tuple[str, ...]) -> Flag:
    """Whether a driving licence is of one of these categories.

    Who may drive C or D may drive B (Directive 2006/126/EC, article 6).
    """
    rows = [row for row in answered.rows_of("licence_held") if answered.code("licence_held", "kind", row) == "driving"]
    held = [answered.held("licence_held", "categories", row) for row in rows]
    known = {code for codes in held if isinstance(codes, tuple) for code in codes}
    if known & set(categories):
        return True
    if _UNMAPPED in known:
        return Absence.UNKNOWN
    missing = [codes for codes in held if not isinstance(codes, tuple)]
    if missing:
        return together(missing)
    return False if known else _none_held(answered)


def _none_held(answered: Answered) -> Flag:
    """Without an entry: no licence, if licences were spoken of at all; the question whether the person drives tells."""
    if answered.is_hidden("licence_held", "kind"):
        return Absence.HIDDEN
    asked = answered.code("licence", "can_drive")
    return False if is_told(asked) and answered.puts("licence_held") else None


# --- evidence ---


def claims_told(answered: Answered) -> tuple[list[str], Absence | None]:
    """How each claim is known, as a step of the list EVID, once that was told; and where none was, why."""
    found = [answered.code(section, "evidence", row) for section in CLAIMS for row in answered.rows_of(section)]
    told = [code for code in found if is_told(code) and code != _NOT_ASKED_YET]
    return told, None if told else together(found)


def _evidence_share(answered: Answered) -> Amount:
    """Share of the claims whose document was seen, or better; to two decimals."""
    told, absence = claims_told(answered)
    if not told:
        return absence
    return (Decimal(sum(code in SEEN for code in told)) / len(told)).quantize(Decimal("0.01"))
