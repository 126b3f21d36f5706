"""Codes that country packs use beside those of the profile, without words."""

from itertools import product
from string import ascii_uppercase
from typing import Final

from s2w_desktop.domain.code_lists import CODE_LISTS
from s2w_desktop.domain.codes.listing import codes

ORGANIZATION_KIND_CODES: Final = codes(
    "authority municipality employment_service school recognition_body charity employers union health legal_aid other"
)
PROCEDURE_KIND_CODES: Final = codes(
    "recognition_academic recognition_professional validation_informal driving_licence right_to_work language_test"
)
AUDIENCE_CODES: Final = codes("employers service_providers beneficiaries")
THEME_CODES: Final = codes("recognition recruitment retention language training support")

_USERS_OWN: Final = ("AA", *(f"Q{letter}" for letter in "MNOPQRSTUVWXYZ"), *(f"X{letter}" for letter in ascii_uppercase), "ZZ")
COUNTRIES: Final = frozenset((*CODE_LISTS["country"], *(first + last for first, last in product(_USERS_OWN, ascii_uppercase))))
"""Countries of the profile, and what ISO 3166-1 leaves to whoever uses it: invented countries have such a code."""
