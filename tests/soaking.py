"""How many random cases a test tries: a few each time, many in a long run (`--soak`)."""

from hypothesis import settings


def cases(usual: int, *, soaked: int) -> int:
    """The number for `max_examples` of a test whose cases are too slow for the number of its profile."""
    return soaked if settings.get_current_profile_name() == "soak" else usual
