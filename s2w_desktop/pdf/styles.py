"""Type scale and palette of every paper."""

from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Final

from reportlab.lib.colors import Color, HexColor

from s2w_desktop.pdf.scripts import Script

INK: Final = HexColor("#14181B")
QUIET: Final = HexColor("#4A5358")
ACCENT: Final = HexColor("#17475A")
MID: Final = HexColor("#5F8B9C")
RULE: Final = HexColor("#8A9499")
TINT: Final = HexColor("#EDF1F2")
WHITE: Final = HexColor("#FFFFFF")

# Equal size to the eye on one common leading.
_SCALE: Final = {Script.LATIN: 1.0, Script.ARABIC: 1.1, Script.ETHIOPIC: 0.97, Script.BENGALI: 1.0}


@dataclass(frozen=True, slots=True)
class TextStyle:
    """Size and leading in points. The leading is shared by all scripts, so that two columns stand on one line."""

    size: float
    leading: float
    is_bold: bool
    color: Color


class Role(Enum):
    """What a text is on the paper."""

    TITLE = TextStyle(21, 26, is_bold=True, color=INK)
    NAME = TextStyle(15, 20, is_bold=True, color=ACCENT)
    PART = TextStyle(13.5, 18, is_bold=True, color=ACCENT)
    FIGURE = TextStyle(21, 26, is_bold=True, color=ACCENT)
    KIND = TextStyle(9, 13, is_bold=True, color=ACCENT)
    LEAD = TextStyle(10.5, 15, is_bold=True, color=INK)
    SECTION = TextStyle(10.5, 15, is_bold=True, color=ACCENT)
    ENTRY = TextStyle(9.6, 13.5, is_bold=True, color=INK)
    OPENING = TextStyle(10.5, 15, is_bold=False, color=INK)
    BODY = TextStyle(9, 13, is_bold=False, color=INK)
    LABEL = TextStyle(9, 13, is_bold=True, color=QUIET)
    CELL = TextStyle(8.4, 11.5, is_bold=False, color=INK)
    CELL_HEAD = TextStyle(8, 11, is_bold=True, color=INK)
    CELL_TOTAL = TextStyle(8.4, 11.5, is_bold=True, color=INK)
    CELL_QUIET = TextStyle(8.4, 11.5, is_bold=False, color=QUIET)
    CELL_ON_DARK = TextStyle(8.4, 11.5, is_bold=False, color=WHITE)
    ABSENT = TextStyle(8.4, 13, is_bold=False, color=QUIET)
    NOTE = TextStyle(7.4, 10.5, is_bold=False, color=QUIET)
    SPINE = TextStyle(7.4, 13.5, is_bold=True, color=INK)
    NOTICE = TextStyle(7.4, 10.5, is_bold=True, color=QUIET)
    TINY = TextStyle(6.6, 8.6, is_bold=False, color=QUIET)


@cache
def style_of(role: Role, script: Script, scale: float = 1.0) -> TextStyle:
    """The style of a role in a script, enlarged by a factor."""
    base = role.value
    return TextStyle(round(base.size * _SCALE[script] * scale, 2), base.leading * scale, base.is_bold, base.color)


@dataclass(frozen=True, slots=True)
class Spacing:
    """White space in points: above a section, and above and below what stands in it. Type is never made smaller."""

    part: float
    section: float
    heading: tuple[float, float]
    band: float
    station: tuple[float, float]
    line: float
    step: tuple[float, float]
    language: float

    def scaled(self, scale: float) -> "Spacing":
        """The same, enlarged by a factor."""
        return Spacing(
            part=self.part * scale,
            section=self.section * scale,
            heading=_scaled(self.heading, scale),
            band=self.band * scale,
            station=_scaled(self.station, scale),
            line=self.line * scale,
            step=_scaled(self.step, scale),
            language=self.language * scale,
        )


def _scaled(pair: tuple[float, float], scale: float) -> tuple[float, float]:
    return pair[0] * scale, pair[1] * scale


ROOMY: Final = Spacing(
    part=9.0, section=6.0, heading=(2.5, 1.5), band=3.0, station=(1.5, 3.5), line=1.0, step=(2.0, 3.0), language=2.5
)
TIGHT: Final = Spacing(
    part=5.0, section=3.0, heading=(1.5, 0.0), band=1.5, station=(0.5, 2.5), line=0.5, step=(1.0, 1.5), language=1.5
)
