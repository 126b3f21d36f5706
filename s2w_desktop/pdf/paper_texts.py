"""The texts of one paper, each set once however often it stands there and however often the paper is laid out."""

from s2w_desktop.pdf.fonts import FontSet
from s2w_desktop.pdf.scripts import script_of
from s2w_desktop.pdf.setting import SetText
from s2w_desktop.pdf.shaping import ShapedText
from s2w_desktop.pdf.standing import Wanted
from s2w_desktop.pdf.styles import Role, style_of


class PaperTexts:
    """Sets texts."""

    def __init__(self, fonts: FontSet) -> None:
        self._fonts = fonts
        self._set: dict[Wanted, SetText] = {}

    def text(self, untrusted_text: str, *, language: str, role: Role, scale: float = 1.0, is_standing: bool = False) -> SetText:
        """The text, shaped in the fonts of its language.

        One that is standing is the program's own: it is taken from earlier papers, and kept for later ones.
        """
        wanted = Wanted(untrusted_text, language, role, scale)
        found = self._set.get(wanted)
        if found is None:
            found = self._set[wanted] = self._standing_text(wanted) if is_standing else self._shaped(wanted)
        return found

    def _standing_text(self, wanted: Wanted) -> SetText:
        found = self._fonts.standing.find(wanted)
        if found is None:
            found = self._shaped(wanted)
            self._fonts.standing.keep(wanted, found)
        return found

    def _shaped(self, wanted: Wanted) -> SetText:
        script = script_of(wanted.language)
        style = style_of(wanted.role, script, wanted.scale)
        faces = self._fonts.stack(script, is_bold=style.is_bold)
        return SetText(ShapedText(wanted.text, faces=faces, size=style.size, language=wanted.language, is_rtl=script.is_rtl))
