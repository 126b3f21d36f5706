"""What is asked of a reference pack by those who compare a person's skills with occupations."""

from collections.abc import Sequence
from typing import Protocol

from s2w_desktop.reference.esco_data import SkillLink


class OccupationData(Protocol):
    """Occupations and skills by their URIs; as in `EscoData`. A method raises KeyError for an unknown URI."""

    def occupations(self) -> Sequence[str]:
        """Every occupation that is offered."""

    def group(self, occupation: str) -> str:
        """The unit group of ISCO-08, four digits."""

    def skills_of(self, occupation: str) -> tuple[SkillLink, ...]:
        """What an occupation asks for; nothing from the deny list."""

    def is_curated(self, skill: str) -> bool:
        """Whether a skill is one of those that are put to people."""

    def is_regulated(self, occupation: str) -> bool:
        """Whether ESCO notes that the occupation is regulated somewhere."""
