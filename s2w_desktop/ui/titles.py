"""Titles of windows: the program, a case number, never a name; and whether the people are invented (UX-60, UX-69)."""

from s2w_desktop.i18n.isolation import fill
from s2w_desktop.ui.desk import Desk


def window_title(desk: Desk, code: str = "") -> str:
    """The title of a window; `code` is the case number of the profile on it, if there is one."""
    _ = desk.translator.gettext
    if desk.theme.is_training:
        return fill(_("Training: {code} - Skills to Work"), code=code) if code else _("Training: Skills to Work")
    return fill(_("{code} - Skills to Work"), code=code) if code else _("Skills to Work")
