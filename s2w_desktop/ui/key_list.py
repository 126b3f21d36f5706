"""All keys of the program on one page (F1)."""

from PySide6.QtWidgets import QGridLayout, QWidget

from s2w_desktop.i18n.translator import Translator
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.kit.card import KeyCap
from s2w_desktop.ui.kit.panel import Panel
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.tokens import Role
from s2w_desktop.ui.shortcuts import BY_WIDGETS, Shortcut, Where, acts_at

_KEYS_WIDTH = 92


class KeyList(Panel):
    """Every key, by the place where it works; a page of the help."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, gap=12)
        for where in Where:
            self.add(Label(desk.theme, _place(desk.translator, where), Role.HEADING), _grid(desk, listed_at(where)))


def listed_at(where: Where) -> tuple[Shortcut, ...]:
    """What the page tells of a place: the keys bound there, then those that widgets understand."""
    return (*(act.value for act in acts_at(where)), *(one for one in BY_WIDGETS if one.where is where))


def _place(tr: Translator, where: Where) -> str:
    _ = tr.gettext
    return {
        Where.EVERYWHERE: _("Everywhere"),
        Where.PROFILES: _("In the list of profiles"),
        Where.DIRECTORY: _("Among services and rules"),
        Where.INTERVIEW: _("In an interview"),
        Where.ENTRIES: _("In a section with entries, such as jobs or languages"),
        Where.SHOWING: _("While a question is shown to the person"),
        Where.ASIDE: _("On a page beside the list, such as the paper"),
    }[where]


def _grid(desk: Desk, listed: tuple[Shortcut, ...]) -> QWidget:
    body = QWidget()
    grid = QGridLayout(body)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(desk.theme.gap(16))
    grid.setVerticalSpacing(desk.theme.gap(6))
    grid.setColumnMinimumWidth(0, desk.theme.px(_KEYS_WIDTH))  # words of all places begin on one line
    grid.setColumnStretch(1, 1)
    for line, one in enumerate(listed):
        grid.addWidget(KeyCap(desk.theme, one.shown), line, 0)
        grid.addWidget(Label(desk.theme, one.say(desk.translator), wrap=True), line, 1)
    return body
