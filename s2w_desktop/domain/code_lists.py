"""All code lists of the profile by name: codes without words; the words stand in `i18n`. Codes are retired, never removed.

Sources: profile-model section 6.24; ISO 3166-1 (countries), ISO 639-3 (languages), ISCO-08 (occupations), ISCED 2011 and
ISCED-F 2013 (schooling), CEFR (language levels), NACE Rev. 2 (sectors).
"""

from collections.abc import Mapping
from types import MappingProxyType

from s2w_desktop.domain.codes.learning import LEARNING_CODES
from s2w_desktop.domain.codes.occupations import OCCUPATION_CODES
from s2w_desktop.domain.codes.person import PERSON_CODES
from s2w_desktop.domain.codes.plans import PLANS_CODES
from s2w_desktop.domain.codes.skills import SKILLS_CODES
from s2w_desktop.domain.codes.start import START_CODES
from s2w_desktop.domain.codes.working import WORKING_CODES
from s2w_desktop.domain.codes.world import WORLD_CODES

CODE_LISTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        **WORLD_CODES,
        **START_CODES,
        **PERSON_CODES,
        **LEARNING_CODES,
        **WORKING_CODES,
        "isco": OCCUPATION_CODES,
        **SKILLS_CODES,
        **PLANS_CODES,
    }
)
