"""What headquarters has may go from a laptop: the choices that people have, and the word that tells headquarters of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from s2w_desktop.domain.ids import ProfileId

CHOICES_DAYS: Final = (30, 90, 180)
"""After how many days without a change a laptop may remove by itself what headquarters has."""

USUAL_DAYS: Final = 90
"""Where nobody chose: longer than a headquarters should keep working without a new copy of its store."""


@dataclass(frozen=True)
class Thinning:
    """A laptop's word about one profile: at `at` (UTC, whole seconds) it removed the content, or got it back (`is_here`).

    `knew` is the newest bundle of headquarters, by epoch and number there, that it had taken when it removed the profile: what
    was given to it later, was given in spite of that.
    """

    profile: ProfileId
    at: datetime
    is_here: bool = False
    knew: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class Thinnable:
    """What could go now: how many profiles, their case numbers in order, and how many stay because a part is only here."""

    profiles: int
    case_numbers: tuple[str, ...]
    only_here: int
