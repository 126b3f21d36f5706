"""Makes Qt's own windows and menus speak our language: from our catalogue, and where that is silent from Qt's.

Qt asks every installed translator, the last one first. The dialogs of Windows and macOS speak the language of the system instead.
"""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from s2w_desktop.i18n.languages import SOURCE
from s2w_desktop.i18n.system_words import SYSTEM_WORDS
from s2w_desktop.i18n.translator import Translator

_KEY_NAMES = "QShortcut"
_DIRECTION = "QT_LAYOUT_DIRECTION"


class SystemWords(QTranslator):
    """Answers for our catalogue. None means "not mine": an empty text would count as a translation."""

    def __init__(self, tr: Translator) -> None:
        super().__init__()
        self._tr = tr

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source_text: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        del disambiguation, n
        if source_text == _DIRECTION:
            return "RTL" if self._tr.is_rtl else "LTR"
        if context == _KEY_NAMES:
            return source_text  # our own texts name keys as they are printed on most keyboards: Ctrl, not Strg
        message = SYSTEM_WORDS.get(source_text.replace("&", ""))
        said = self._tr.say(message) if message else ""
        return None if message is None or self._is_silent(said, message.text) else said

    def _is_silent(self, said: str, english: str) -> bool:
        return said == english and self._tr.code != SOURCE


class SystemSpeech:
    """The translators that are installed in the application; those of the language before are taken out."""

    def __init__(self) -> None:
        self._installed: list[QTranslator] = []

    def speak(self, tr: Translator) -> None:
        """Let Qt speak the language of the translator from now on."""
        for before in self._installed:
            QCoreApplication.removeTranslator(before)
        theirs = QTranslator()
        base = tr.language.cldr.partition("_")[0]
        has_theirs = theirs.load(f"qtbase_{base}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        self._installed = [*([theirs] if has_theirs else []), SystemWords(tr)]
        for one in self._installed:
            QCoreApplication.installTranslator(one)
