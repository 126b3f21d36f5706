"""The font files of the program and which of them a script is set in."""

from pathlib import Path
from typing import Final

from s2w_desktop.pdf.font_face import FontFace
from s2w_desktop.pdf.scripts import Script
from s2w_desktop.pdf.standing import StandingTexts

# The first family sets the script; the others lend the letters it lacks, such as Latin words in Arabic text.
_FAMILIES: Final = {
    Script.LATIN: ("NotoSans", "Vazirmatn", "NotoSansEthiopic", "NotoSansBengali", "NotoSansArabicUI"),
    Script.ARABIC: ("Vazirmatn", "NotoSans", "NotoSansArabicUI", "NotoSansEthiopic", "NotoSansBengali"),
    Script.ETHIOPIC: ("NotoSansEthiopic", "NotoSans", "Vazirmatn", "NotoSansBengali", "NotoSansArabicUI"),
    Script.BENGALI: ("NotoSansBengali", "NotoSans", "Vazirmatn", "NotoSansEthiopic", "NotoSansArabicUI"),
}
_WEIGHTS: Final = {False: "Regular", True: "Bold"}


class FontSet:
    """The faces of one folder, and the program's own texts as they were set in them.

    Holds nothing else of a document, so one set serves any number of them.
    """

    def __init__(self, folder: Path) -> None:
        self.standing = StandingTexts()
        names = {f"{family}-{weight}" for stack in _FAMILIES.values() for family in stack for weight in _WEIGHTS.values()}
        self._faces = {name: FontFace(folder / f"{name}.ttf") for name in names}

    def stack(self, script: Script, *, is_bold: bool) -> tuple[FontFace, ...]:
        """Faces for a script in order of preference."""
        return tuple(self._faces[f"{family}-{_WEIGHTS[is_bold]}"] for family in _FAMILIES[script])
