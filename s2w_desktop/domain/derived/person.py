"""Derived variables about the person: age, origin, residence, household (profile-model 6.23)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from s2w_desktop.domain.codes.regions import OF_TRAVEL_DOCUMENTS, REGION_OF
from s2w_desktop.domain.derived.answered import Absence, Amount, Answered, Code, Flag, is_one_of, together
from s2w_desktop.domain.derived.bands import AGE_GROUPS, ARRIVAL

LEGAL_GROUPS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("L01", "L02"), "G1"),  # applicant
        **dict.fromkeys(("L03", "L04", "L05", "L07", "L08"), "G2"),  # protection
        "L06": "G3",  # temporary protection
        **dict.fromkeys(("L09", "L10", "L11", "L12", "L13"), "G4"),  # other residence
        **dict.fromkeys(("L14", "L15"), "G5"),  # not settled
        **dict.fromkeys(("L16", "L17"), "G6"),  # before departure
    }
)
"""Reporting group of each legal status (list LEGAL)."""


@dataclass(frozen=True)
class PersonVariables:
    """Who is meant, in groups. `nationality_group` and `region_origin` are subregions of `codes.regions`."""

    age_group: Code
    sex: Code
    nationality_group: Code
    region_origin: Code
    stage: Code
    programme: Code
    legal_group: Code
    arrival_band: Code
    household_with_child_under_6: Flag
    interpreter_used: Code


def person_variables(answered: Answered) -> PersonVariables:
    """The variables of a profile.

    The paper leaves `nationality_group` open: it is the subregion of the main nationality, or "stateless", "refugee" or
    "unspecified" where a travel document stands for one. `region_origin` is that of the country of origin alone: birth and
    nationality never stand in for it.
    """
    return PersonVariables(
        age_group=AGE_GROUPS.of(age(answered)),
        sex=answered.code("identity", "sex"),
        nationality_group=_mapped({**REGION_OF, **OF_TRAVEL_DOCUMENTS}, answered.code("identity", "nationality")),
        region_origin=_mapped(REGION_OF, answered.code("identity", "country_of_origin")),
        stage=answered.code("session", "stage"),
        programme=answered.code("session", "programme"),
        legal_group=_mapped(LEGAL_GROUPS, answered.code("status", "legal_status")),
        arrival_band=ARRIVAL.of(months_since(answered, answered.when("status", "arrival_host_country"))),
        household_with_child_under_6=_is_some(answered.amount("household", "children_0_5")),
        interpreter_used=answered.code("session", "interpreter_used"),
    )


def age(answered: Answered) -> Amount:
    """Completed years on the day of the interview: by the date of birth, else as stated."""
    born = answered.when("identity", "date_of_birth")
    if isinstance(born, date):
        day = answered.day
        return Decimal(day.year - born.year - ((day.month, day.day) < (born.month, born.day)))
    stated = answered.amount("identity", "age_stated")
    return stated if isinstance(stated, Decimal) else born


def months_since(answered: Answered, when: date | Absence | None) -> Amount:
    """Completed months from a date to the day of the interview."""
    return Decimal(completed_months(when, answered.day)) if isinstance(when, date) else when


def completed_months(first: date, last: date) -> int:
    """Completed months from one day to a later one."""
    return (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)


def household_cares(answered: Answered) -> Flag:
    """Whether care binds the person: of an adult, or of children under 15 who are not cared for otherwise.

    The paper names care duties and no rule. Who has no children has none to be cared for, whatever else was said.
    """
    adult = is_one_of(answered.code("household", "cares_for_adult"), "yes")
    young = [answered.amount("household", key) for key in ("children_0_5", "children_6_14")]
    uncared = is_one_of(answered.code("household", "childcare_available"), "no", "partly")
    children = False if all(count == 0 for count in young) else uncared
    if adult is True or children is True:
        return True
    return False if adult is False and children is False else together((adult, children))


def arrival_quarter(answered: Answered) -> Code:
    """The quarter of the arrival in the host country, as `2026-Q1`."""
    arrived = answered.when("status", "arrival_host_country")
    return f"{arrived.year:04d}-Q{(arrived.month + 2) // 3}" if isinstance(arrived, date) else arrived


def _mapped(groups: Mapping[str, str], code: Code) -> Code:
    return code if code is None or isinstance(code, Absence) else groups[code]


def _is_some(amount: Amount) -> Flag:
    return amount > 0 if isinstance(amount, Decimal) else amount
