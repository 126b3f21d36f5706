"""Colours of files for offices: those of the papers (`pdf.styles`), as six digits."""

from typing import Final

INK: Final = "14181B"
QUIET: Final = "4A5358"
ACCENT: Final = "17475A"
RULE: Final = "8A9499"
TINT: Final = "EDF1F2"
