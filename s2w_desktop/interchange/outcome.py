"""What a format could not carry on the way out, and what of a file could not be taken in."""

from collections.abc import Iterable
from dataclasses import dataclass

from s2w_desktop.domain.profile import Profile


@dataclass(frozen=True)
class Losses:
    """Paths of answers that a file does not hold: `left_out` not at all, `blunted` less exactly than they were given.

    Only answers count that may leave at all (see `leaving`); a reason for no answer is none.
    """

    left_out: tuple[str, ...] = ()
    blunted: tuple[str, ...] = ()


@dataclass(frozen=True)
class Found:
    """A profile out of a file, and what is not in it.

    `unfit` are fields (`section.field`) whose value in the file does not fit the question, `shortened` those whose text was
    too long, `unplaced` names of parts of the format for which the interview has no question, as the format calls them.
    `others` counts parts that the format itself does not know.
    """

    profile: Profile
    unfit: tuple[str, ...] = ()
    shortened: tuple[str, ...] = ()
    unplaced: tuple[str, ...] = ()
    others: int = 0


def fields_of(paths: Iterable[str]) -> tuple[str, ...]:
    """The fields of paths, `section.field`, each once and in the order of the paths: what can be named to a person."""
    return tuple(dict.fromkeys(f"{path.partition('.')[0]}.{path.rpartition('.')[2]}" for path in paths))
