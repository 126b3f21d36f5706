"""Where catalogues lie: those of the program, in a checkout or an installed build, and those that a person added.

- a checkout: `<program>/<language>/LC_MESSAGES/s2w_desktop.po`, with the compiled `.mo` beside it, and `s2w_desktop.pot`
- an installed build: the `.mo` and the template alone
- added by a person: `<own>/<language>.po`; it comes before what the program has
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from s2w_desktop.domain.errors import UnknownLanguage

DOMAIN: Final = "s2w_desktop"
_CODE: Final = re.compile(r"[a-z]{2,3}(_[A-Z][a-z]{3})?(_[A-Z]{2})?")


@dataclass(frozen=True)
class CataloguePlaces:
    """The two folders; `own` is None where nobody adds anything."""

    program: Path
    own: Path | None = None

    @property
    def template(self) -> Path:
        """The messages of the program without translations."""
        return self.program / f"{DOMAIN}.pot"

    def own_po(self, code: str) -> Path | None:
        """Where a person's own catalogue of a language lies or would lie. Raises UnknownLanguage for what is no code."""
        return self.own / f"{_checked(code)}.po" if self.own else None

    def program_po(self, code: str) -> Path:
        """Where the source of a catalogue lies, which only a checkout has. Raises UnknownLanguage for what is no code."""
        return self.program / _checked(code) / "LC_MESSAGES" / f"{DOMAIN}.po"

    def program_mo(self, code: str) -> Path:
        """Where a compiled catalogue lies. Raises UnknownLanguage for what is no code."""
        return self.program_po(code).with_suffix(".mo")

    def own_codes(self) -> frozenset[str]:
        """The languages that a person added. Files with other names are not ours."""
        found = self.own.glob("*.po") if self.own else ()
        return frozenset(path.stem for path in found if _CODE.fullmatch(path.stem))

    def program_codes(self) -> frozenset[str]:
        """The languages of the program, but for English, which needs no file."""
        found = self.program.glob(f"*/LC_MESSAGES/{DOMAIN}.[mp]o")
        return frozenset(path.parent.parent.name for path in found)

    def is_checkout(self) -> bool:
        """Whether the sources of the catalogues are there."""
        return next(self.program.glob(f"*/LC_MESSAGES/{DOMAIN}.po"), None) is not None


def _checked(code: str) -> str:
    if not _CODE.fullmatch(code):
        raise UnknownLanguage
    return code
