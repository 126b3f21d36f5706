"""Case numbers that nobody has yet."""

from s2w_desktop.domain.case_numbers import new_case_number
from s2w_desktop.services.keeping import Editors


def free_case_number(editors: Editors) -> str:
    """A fresh number of this station's country that no profile here has."""
    country = editors.store.stations.station().country
    while True:
        number = new_case_number(country, randbelow=editors.sources.randbelow)
        if editors.store.profiles.find(number) is None:
            return number
