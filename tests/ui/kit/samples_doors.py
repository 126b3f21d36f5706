"""Sample windows before the work: first run and unlocking."""

from PySide6.QtWidgets import QWidget

from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.frame import CentredFrame
from s2w_desktop.ui.kit.panel import column, row
from s2w_desktop.ui.kit.passphrase import PassphraseField, PassphraseWords
from s2w_desktop.ui.kit.text import Label, Mark
from s2w_desktop.ui.kit.tokens import Colour, Role
from tests.ui.kit.samples import Setting, marked


def _passphrase(setting: Setting) -> PassphraseField:
    own = setting.own
    words = PassphraseWords(
        own("Passphrase", "عبارة المرور"),
        own("Show the letters", "أظهر الحروف"),
        own("Hide the letters", "أخف الحروف"),
        own("Caps Lock is on", "مفتاح الحروف الكبيرة مضغوط"),
        lambda code: f"{own('Keyboard', 'لوحة المفاتيح')}: {code}",
    )
    return PassphraseField(setting.theme, words)


def first_run(setting: Setting) -> QWidget:
    """The page that asks for a passphrase."""
    theme = setting.theme
    steps = row(theme, Mark(theme, "shield", Colour.ACCENT, size=24, ground=Colour.CANVAS), gap=14)
    for number, step in enumerate(("Language", "Role", "Passphrase", "Recovery sheet", "Headquarters key"), 1):
        steps.add(Label(theme, f"{number} {step}", Role.STRONG if number == 3 else Role.MUTED))
    steps.add(None)
    field = _passphrase(setting)
    field.line.setText("four ordinary words here")
    marked(field.line)
    page = column(
        theme,
        steps,
        24,
        Label(theme, "Choose your passphrase", Role.DISPLAY, wrap=True),
        Label(theme, "Four or more ordinary words are best.", Role.MUTED, wrap=True),
        8,
        field,
        Label(theme, "good: 5 words, hard to guess", tone=Colour.OK),
        row(theme, Button(theme, "What if I forget it?", ButtonKind.LINK), None),
        24,
        row(
            theme,
            Button(theme, "Back", icon="back"),
            None,
            Button(theme, "Continue", ButtonKind.PRIMARY, icon="next", icon_last=True),
        ),
        gap=8,
    )
    return CentredFrame(theme, page)


def unlock(setting: Setting) -> QWidget:
    """No names, no counts."""
    theme, own = setting.theme, setting.own
    field = _passphrase(setting)
    field._caps.show()
    marked(field.line)
    shield = row(theme, None, Mark(theme, "shield", Colour.ACCENT, size=48, ground=Colour.CANVAS), None)
    page = column(
        theme,
        shield,
        row(theme, None, Label(theme, "Skills to Work", Role.DISPLAY), None),
        row(theme, None, Label(theme, own("Laptop 07, Casa do Rio", "الحاسوب 07، كازا دو ريو"), Role.MUTED), None),
        24,
        field,
        8,
        row(
            theme,
            Button(theme, own("Unlock", "فتح"), ButtonKind.PRIMARY, icon="key"),
            None,
            Button(theme, own("Forgotten? Recovery sheet", "نسيت؟ ورقة الاسترجاع"), ButtonKind.LINK),
        ),
        40,
        row(
            theme,
            Label(theme, own("F12 hides this screen", "F12 يخفي هذه الشاشة"), Role.CAPTION),
            None,
            Button(theme, own("Theme", "المظهر"), ButtonKind.QUIET, icon="sun-moon"),
            Button(theme, own("Language", "اللغة"), ButtonKind.QUIET, icon="globe"),
        ),
        gap=8,
    )
    return CentredFrame(theme, page, width=480)
