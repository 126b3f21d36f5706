"""Bands of ages, months and years (profile-model 6.23 and 6.24). Each begins where the one before it ends."""

from dataclasses import dataclass
from decimal import Decimal

from s2w_desktop.domain.derived.answered import Absence, Amount, Code


@dataclass(frozen=True)
class Bands:
    """Names of bands, each with the figure that it begins with, in rising order.

    Figures have at most one decimal. Parts of a year count with the whole years before them, so 4.5 years are in "1-4". The
    paper leaves that open; it says "under 1" and "over 20", which begin a tenth above 0 and 20.
    """

    begins: tuple[tuple[str, str], ...]

    @property
    def names(self) -> tuple[str, ...]:
        """All names in their order."""
        return tuple(name for _, name in self.begins)

    def of(self, amount: Amount) -> Code:
        """The band of a figure; for one below the first band none applies."""
        if amount is None or isinstance(amount, Absence):
            return amount
        found = [name for least, name in self.begins if amount >= Decimal(least)]
        return found[-1] if found else Absence.NOT_APPLICABLE


AGE_GROUPS = Bands(
    (("15", "15-17"), ("18", "18-24"), ("25", "25-34"), ("35", "35-44"), ("45", "45-54"), ("55", "55-64"), ("65", "65+"))
)
"""Completed years."""

ARRIVAL = Bands((("0", "0-3"), ("4", "4-6"), ("7", "7-12"), ("13", "13-24"), ("25", "25+")))
"""Completed months."""

SCHOOLING = Bands(
    (("0", "0"), ("1", "1-4"), ("5", "5-8"), ("9", "9-10"), ("11", "11-12"), ("13", "13-15"), ("16", "16+")),
)
WORKING = Bands(
    (("0", "0"), ("0.1", "under 1"), ("1", "1-2"), ("3", "3-5"), ("6", "6-10"), ("11", "11-20"), ("20.1", "over 20")),
)
