"""From what a person chose, and what the system is set to, to what the theme shows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QFontInfo, QGuiApplication

from s2w_desktop.i18n.formats import percent
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.services.settings import SYSTEM_SCALE, TEXT_SCALES, LookChoice
from s2w_desktop.ui.kit.tokens import LARGEST_SCALE, SMALLEST_SCALE, Look

_LOOKS = {LookChoice.LIGHT: Look.LIGHT, LookChoice.DARK: Look.DARK, LookChoice.CONTRAST: Look.CONTRAST}
_USUAL_PX: Final[Mapping[str, int]] = {"windows": 12, "cocoa": 13, "xcb": 15, "wayland": 15}
"""Letters of each platform's windows where nobody asked for larger ones, in pixels of 96 dpi."""
_STEP: Final = 25


@dataclass(frozen=True)
class SystemLook:
    """What the system is set to: dark windows, high contrast, and letters of so many per cent of the usual size."""

    is_dark: bool = False
    has_contrast: bool = False
    text_scale: int = SMALLEST_SCALE


AskSystem = Callable[[], SystemLook]


def system_look() -> SystemLook:
    """The system as it is set now."""
    hints = QGuiApplication.styleHints()
    letters = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).pixelSize()
    return SystemLook(
        is_dark=hints.colorScheme() == Qt.ColorScheme.Dark,
        has_contrast=hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast,
        text_scale=scale_of(QGuiApplication.platformName(), letters),
    )


def scale_of(platform: str, letters_px: int) -> int:
    """Which text size letters of the system's size ask for, in per cent; 100 on a platform whose usual size is not known."""
    usual = _USUAL_PX.get(platform, letters_px)
    asked = round(100 * letters_px / usual / _STEP) * _STEP if usual > 0 else SMALLEST_SCALE
    return min(LARGEST_SCALE, max(SMALLEST_SCALE, asked))


def look_for(choice: LookChoice, system: SystemLook) -> Look:
    """The look of a choice; SYSTEM follows the system, contrast before colours."""
    if choice in _LOOKS:
        return _LOOKS[choice]
    if system.has_contrast:
        return Look.CONTRAST
    return Look.DARK if system.is_dark else Look.LIGHT


def scale_for(choice: int, system: SystemLook) -> int:
    """The text size of a choice in per cent."""
    return system.text_scale if choice == SYSTEM_SCALE else choice


def look_options(tr: Translator) -> tuple[tuple[str, str], ...]:
    """The looks to choose from, in words."""
    return (
        (LookChoice.SYSTEM, tr.pgettext("look", "as the system")),
        (LookChoice.LIGHT, tr.pgettext("look", "light")),
        (LookChoice.DARK, tr.pgettext("look", "dark")),
        (LookChoice.CONTRAST, tr.pgettext("look", "high contrast")),
    )


def scale_options(tr: Translator) -> tuple[tuple[str, str], ...]:
    """The text sizes to choose from, in words."""
    sizes = ((str(scale), percent(tr, scale / 100)) for scale in TEXT_SCALES)
    return ((str(SYSTEM_SCALE), tr.pgettext("look", "as the system")), *sizes)
