"""From what a person chose to what the theme shows."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from s2w_desktop.i18n.translator import Translator
from s2w_desktop.services.settings import LookChoice
from s2w_desktop.ui.kit.tokens import Look

_LOOKS = {LookChoice.LIGHT: Look.LIGHT, LookChoice.DARK: Look.DARK, LookChoice.CONTRAST: Look.CONTRAST}


def look_for(choice: LookChoice) -> Look:
    """The look of a choice; SYSTEM asks the system now."""
    if choice in _LOOKS:
        return _LOOKS[choice]
    is_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return Look.DARK if is_dark else Look.LIGHT


def look_options(tr: Translator) -> tuple[tuple[str, str], ...]:
    """The looks to choose from, in words."""
    return (
        (LookChoice.SYSTEM, tr.pgettext("look", "as the system")),
        (LookChoice.LIGHT, tr.pgettext("look", "light")),
        (LookChoice.DARK, tr.pgettext("look", "dark")),
        (LookChoice.CONTRAST, tr.pgettext("look", "high contrast")),
    )
