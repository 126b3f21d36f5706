"""The help (F1): pages to search and to print, opened where one stands; the list of all keys is one of them."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QTextDocument, QTextOption
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from s2w_desktop.i18n.help_pages import KEYS, HelpPage, find_pages, group_words, help_pages
from s2w_desktop.ui.clipboard import copy_for_others
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.key_list import KeyList
from s2w_desktop.ui.kit.announce import announce
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.fields import TextField
from s2w_desktop.ui.kit.navlist import NavItem, NavList
from s2w_desktop.ui.kit.panel import Panel, PanelKind, ScrollPage, column, row
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.tokens import Role
from s2w_desktop.ui.support import support_text
from s2w_desktop.ui.titles import window_title
from s2w_desktop.ui.training_band import add_band

_WIDTH, _HEIGHT, _SIDE = 900, 620, 280


class HelpWindow(QDialog):
    """Pages at the leading side, the one chosen beside them. Esc or the button closes it."""

    def __init__(self, desk: Desk, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        _, theme = desk.translator.gettext, desk.theme
        self._pages = help_pages(desk.translator)
        self._shown = self._pages[0]
        self.setWindowTitle(window_title(desk))
        self.search = TextField(theme, _("Search the help"), hint=_("Search the help"))
        self.list = NavList(theme, _("Pages of the help"), ())
        self._none = Label(theme, _("No page holds these words."), Role.MUTED, wrap=True)
        side = column(theme, self.search, self._none, gap=8, margins=(16, 16, 8, 8))
        side.box.addWidget(self.list, 1)
        side.setFixedWidth(theme.px(_SIDE))
        self._scroll = ScrollPage(Panel(theme))
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        body = row(theme, side, gap=0)
        body.box.addWidget(self._scroll, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        add_band(layout, desk)
        layout.addWidget(body, 1)
        layout.addWidget(self._make_foot())
        room = QGuiApplication.primaryScreen().availableSize() if parent is None else parent.size()
        self.resize(QSize(theme.px(_WIDTH), theme.px(_HEIGHT)).boundedTo(room))
        self.search.edited.connect(self._list_pages)
        self.list.chosen.connect(self.show_page)
        self._list_pages("")
        self.show_page(page)
        self.search.setFocus()

    @property
    def shown(self) -> HelpPage:
        """The page on screen."""
        return self._shown

    def show_page(self, key: str) -> None:
        """Show a page; the first one for a key that no page has."""
        self._shown = next((page for page in self._pages if page.key == key), self._pages[0])
        before = self._scroll.widget()
        self._scroll.set_page(self._sheet())
        if before is not None:
            before.deleteLater()
        self._scroll.setAccessibleName(self._shown.title)
        self.list.set_current(self._shown.key)

    def _sheet(self) -> Panel:
        theme, page = self._desk.theme, self._shown
        sheet = Panel(theme, kind=PanelKind.WINDOW, gap=12, margins=(24, 20, 24, 20))
        sheet.add(Label(theme, page.title, Role.TITLE, wrap=True))
        if page.key == KEYS:
            sheet.add(KeyList(self._desk))
        for heading, text in page.parts:
            if heading:
                sheet.add(Label(theme, heading, Role.HEADING))
            sheet.add(Label(theme, text, wrap=True))
        sheet.add(None)
        return sheet

    def _make_foot(self) -> Panel:
        _, theme = self._desk.translator.gettext, self._desk.theme
        copy = Button(theme, _("Copy support information"), icon="copy")
        paper = Button(theme, _("Print this page…"), icon="print")
        close = Button(theme, _("Close"), ButtonKind.PRIMARY)
        copy.clicked.connect(self._on_copy)
        paper.clicked.connect(self._on_print)
        close.clicked.connect(self.accept)
        for button in (copy, paper, close):
            button.setAutoDefault(False)  # Enter in the search must not press one
        return row(theme, copy, paper, None, close, margins=(16, 8, 24, 16))

    def _list_pages(self, typed: str) -> None:
        found = find_pages(self._pages, typed)
        self.list.set_items(self._items(found, grouped=not typed.strip()))
        self.list.set_current(self._shown.key)
        self._none.setVisible(not found)
        if not found:
            announce(self, self._none.text())

    def _items(self, pages: Sequence[HelpPage], *, grouped: bool) -> list[NavItem]:
        items: list[NavItem] = []
        group = None
        for page in pages:
            if grouped and page.group is not group:
                group = page.group
                items.append(NavItem(f"group {group}", group_words(self._desk.translator, group), heading=True))
            items.append(NavItem(page.key, page.title))
        return items

    def _on_copy(self) -> None:
        _ = self._desk.translator.gettext
        copy_for_others(support_text(self._desk))
        announce(self, _("Copied. It holds nothing about any person."))

    def _on_print(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        if dialog.exec():
            document_of(self._shown, rtl=self._desk.translator.is_rtl).print_(printer)


def document_of(page: HelpPage, *, rtl: bool) -> QTextDocument:
    """A page as it is printed."""
    parts = "".join((f"<h3>{escape(heading)}</h3>" if heading else "") + f"<p>{escape(text)}</p>" for heading, text in page.parts)
    document = QTextDocument()
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    document.setDefaultTextOption(option)
    document.setHtml(f"<h1>{escape(page.title)}</h1>{parts}")
    return document
