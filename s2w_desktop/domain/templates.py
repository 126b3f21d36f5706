"""The template of a centre: what headquarters decides about interviews. It changes what is asked, never what was answered."""

import re
from dataclasses import dataclass
from datetime import date

from s2w_desktop.domain.fields import Tier
from s2w_desktop.domain.hiding import may_be_hidden

TEMPLATE_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}", re.ASCII)
HIDDEN_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}(\.[a-z][a-z0-9_]{0,39})?", re.ASCII)
MOST_HIDDEN_LETTERS = 4000
"""All hidden names with a space between them: `record.hidden` holds them in this form."""


@dataclass(frozen=True)
class Template:
    """Sections and `section.field` that are hidden; without a `tier` the officer chooses the depth.

    `officer_language` is an interface code, `person_languages` are codes of ISO 639-3 in the order in which they are offered;
    `logo` holds a PNG or JPEG file or nothing. Of one `id` only a higher `version` replaces a lower one.
    """

    id: str
    version: int
    title: str
    valid_from: date
    hidden: tuple[str, ...] = ()
    tier: Tier | None = None
    officer_language: str = ""
    person_languages: tuple[str, ...] = ()
    centres: tuple[str, ...] = ()
    logo: bytes = b""

    @property
    def hidden_text(self) -> str:
        """What `record.hidden` says under this template; never what protects the person."""
        return " ".join(sorted(may_be_hidden(frozenset(self.hidden))))

    def is_in_force(self, today: date) -> bool:
        """Whether its day has come."""
        return self.valid_from <= today
