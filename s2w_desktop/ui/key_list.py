"""All keys of the program on one page (F1)."""

from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from s2w_desktop.i18n.translator import Translator
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.card import KeyCap
from s2w_desktop.ui.kit.panel import Panel, PanelKind, ScrollPage, row
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.tokens import Role

Keys = tuple[tuple[str, str], ...]


def keys_everywhere(tr: Translator) -> Keys:
    """Keys that work on every page, and what they do."""
    _ = tr.gettext
    return (
        ("F1", _("Show all keys")),
        ("F12", _("Hide everything at once; press again within 5 seconds to return")),
        ("Ctrl+L", _("Pause: hide everything, go on with the passphrase")),
        ("Ctrl+Q", _("Save everything and leave the program")),
        ("Esc", _("Close a list, a menu or this page")),
        ("Tab", _("To the next field; with Shift to the one before")),
    )


def keys_in_lists(tr: Translator) -> Keys:
    """Keys of the list of profiles."""
    _ = tr.gettext
    return (
        ("Ctrl+K", _("Search")),
        ("Ctrl+N", _("New interview")),
        ("Enter", _("Open the chosen profile")),
    )


def keys_in_interviews(tr: Translator) -> Keys:
    """Keys of the interview."""
    _ = tr.gettext
    return (
        ("Ctrl+1", _("Prefers not to say")),
        ("Ctrl+2", _("Does not know")),
        ("Ctrl+3", _("Does not apply")),
        ("Ctrl+4", _("Not asked")),
        ("Ctrl+K", _("Go to a section")),
        ("Alt+PgUp", _("Section before; with Page Down the next")),
        ("Ctrl+Enter", _("Add an entry")),
        ("Ctrl+D", _("Copy an entry")),
        ("Alt+Up", _("Move an entry up; with Down, down")),
        ("Ctrl+Z", _("Undo; with Shift, redo")),
        ("F8", _("Check")),
        ("F9", _("Show to the person")),
    )


class KeyList(QDialog):
    """A page with every key; Esc or the button closes it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _, theme = desk.translator.gettext, desk.theme
        self.setWindowTitle(_("Skills to Work"))
        sheet = Panel(theme, kind=PanelKind.WINDOW, gap=12, margins=(24, 20, 24, 20))
        for title, keys in (
            (_("Everywhere"), keys_everywhere(desk.translator)),
            (_("In the list of profiles"), keys_in_lists(desk.translator)),
            (_("In an interview"), keys_in_interviews(desk.translator)),
        ):
            sheet.add(Label(theme, title, Role.HEADING), _grid(desk, keys))
        sheet.add(None)
        close = Button(theme, _("Close"), ButtonKind.PRIMARY)
        close.clicked.connect(self.accept)
        foot = row(theme, None, close, margins=(24, 8, 24, 16))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(ScrollPage(sheet), 1)
        layout.addWidget(foot)
        self.resize(theme.px(560), theme.px(640))
        close.setFocus()


def _grid(desk: Desk, keys: Keys) -> QWidget:
    body = QWidget()
    grid = QGridLayout(body)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(desk.theme.gap(16))
    grid.setVerticalSpacing(desk.theme.gap(6))
    grid.setColumnStretch(1, 1)
    for line, (key, words) in enumerate(keys):
        grid.addWidget(KeyCap(desk.theme, key), line, 0)
        grid.addWidget(Label(desk.theme, words, wrap=True), line, 1)
    return body
