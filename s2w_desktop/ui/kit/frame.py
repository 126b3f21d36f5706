"""Frames of windows: they arrange what they are given, mirror, and fold when there is no room."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QSizePolicy, QWidget

from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.folding import FoldingSide, SideKind
from s2w_desktop.ui.kit.navlist import NavItem, NavList
from s2w_desktop.ui.kit.page import Measure
from s2w_desktop.ui.kit.panel import Panel, PanelKind, ScrollPage, column, row
from s2w_desktop.ui.kit.text import Label, Mark
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import (
    FOLD_SCALE,
    FOLD_WIDTH,
    FOOTER,
    HELP,
    NARROW_WIDTH,
    NAVIGATOR,
    QUESTION_COLUMN,
    SETTINGS_COLUMN,
    SIDEBAR,
    SIDEBAR_FOLDED,
    SIDEBAR_ROW,
    STEPS,
    TOP_BAR,
    Colour,
    Role,
)

_LEAST = QSize(640, 400)


class _Frame(Panel):
    """A whole window: a ground, a place for the training band, and a width counted at 100 % text."""

    def __init__(self, theme: Theme, *, vertical: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(theme, kind=PanelKind.WINDOW, vertical=vertical, gap=0, parent=parent)
        self.box.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        theme.changed.connect(self._fold)

    def minimumSizeHint(self) -> QSize:
        """What folded sides need. Qt would take what stands there now, and widen the window before it can fold."""
        return _LEAST

    def effective_width(self) -> float:
        """Width of the window in pixels of 100 % text."""
        return self.width() * 100 / self.theme.text_scale

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Give room by folding; frames with sides say how."""


def _replace(box_owner: Panel, old: QWidget | None, new: QWidget, position: int) -> None:
    if old is new:
        return
    if old is not None:
        box_owner.box.removeWidget(old)
        old.hide()
        old.setParent(None)
    box_owner.box.insertWidget(position, new, 1)
    new.show()


@dataclass(frozen=True)
class AppWords:
    """The words of the sidebar."""

    brand: str
    areas: str  # name of the list of areas, for screen readers
    place: str
    place_quiet: str
    settings: str
    lock: str


class AppFrame(_Frame):
    """The main window outside an interview: sidebar at the leading edge, page beside it."""

    area_chosen = Signal(str)
    settings_asked = Signal()
    lock_asked = Signal()

    def __init__(self, theme: Theme, words: AppWords, areas: Sequence[NavItem]) -> None:
        super().__init__(theme)
        self._content: QWidget | None = None
        self._areas = NavList(theme, words.areas, areas, row_height=SIDEBAR_ROW)
        self._brand = Label(theme, words.brand, Role.HEADING, wrap=True)
        self._place = column(
            theme,
            Label(theme, words.place, Role.STRONG, wrap=True),
            Label(theme, words.place_quiet, Role.CAPTION, wrap=True),
            gap=0,
            margins=(16, 0, 8, 0),
        )
        self._settings = Button(theme, words.settings, ButtonKind.QUIET, icon="gear")
        self._lock = Button(theme, words.lock, ButtonKind.QUIET, icon="lock")
        self._side = self._make_side()
        self._body = row(theme, self._side, gap=0)
        self.box.addWidget(self._body, 1)
        self._areas.chosen.connect(self.area_chosen)
        self._settings.clicked.connect(self.settings_asked)
        self._lock.clicked.connect(self.lock_asked)
        self._fold()

    def set_content(self, content: QWidget) -> None:
        """Show a page. The one before is taken out and left to its owner."""
        _replace(self._body, self._content, content, 1)
        self._content = content

    def set_area(self, key: str) -> None:
        """Mark the area in which we are."""
        self._areas.set_current(key)

    def set_areas(self, areas: Sequence[NavItem]) -> None:
        """Show other areas or counts."""
        self._areas.set_items(areas)

    def set_band(self, band: QWidget) -> None:
        """Put a band (training) over sidebar and page."""
        self.box.insertWidget(0, band)

    def is_folded(self) -> bool:
        """Whether the sidebar shows icons alone."""
        return self.effective_width() < FOLD_WIDTH

    def _make_side(self) -> Panel:
        side = Panel(self.theme, kind=PanelKind.SUNKEN, gap=4)
        mark = Mark(self.theme, "shield", Colour.ACCENT, size=24, ground=Colour.SUNKEN)
        head = row(self.theme, mark, gap=10, margins=(16, 16, 8, 14))
        head.box.addWidget(self._brand, 1)
        side.add(head)
        side.box.addWidget(self._areas, 1)
        self._foot = row(self.theme, self._settings, self._lock, None, gap=0, margins=(6, 0, 6, 10))
        side.add(self._place, self._foot)
        return side

    def _fold(self) -> None:
        folded = self.is_folded()
        self._side.setFixedWidth(self.theme.px(SIDEBAR_FOLDED if folded else SIDEBAR))
        self._brand.setVisible(not folded)
        self._place.setVisible(not folded)
        for button in (self._settings, self._lock):
            button.set_compact(compact=folded)
        needed = self._settings.sizeHint().width() + self._lock.sizeHint().width() + self.theme.gap(12)
        is_tight = folded or needed > self.theme.px(SIDEBAR)
        self._foot.box.setDirection(QBoxLayout.Direction.TopToBottom if is_tight else QBoxLayout.Direction.LeftToRight)
        edge = Qt.AlignmentFlag.AlignHCenter if folded else Qt.AlignmentFlag.AlignLeft  # the leading one, as Qt means it
        for button in (self._settings, self._lock):
            self._foot.box.setAlignment(button, edge if is_tight else Qt.AlignmentFlag(0))


@dataclass(frozen=True)
class InterviewParts:
    """What an interview window is made of; the frame takes them over."""

    top: QWidget
    navigator: QWidget
    page: QWidget | None  # one that comes later is built on `ground`
    help: QWidget
    footer: QWidget


@dataclass(frozen=True)
class InterviewWords:
    """Names of the two sides, spoken and shown when they are folded."""

    navigator: str
    help: str


class InterviewFrame(_Frame):
    """The interview: top bar, navigator, questions, help, and a footer under the questions."""

    def __init__(self, theme: Theme, parts: InterviewParts, words: InterviewWords, parent: QWidget | None = None) -> None:
        """Every panel is filled where it stands: Qt touches each widget below one that is moved. In reading order, for Tab."""
        super().__init__(theme, parent=parent)
        self._is_sized = False
        self._top = Panel(theme, kind=PanelKind.TOP_BAR, vertical=False, gap=0, margins=(8, 0, 16, 0), parent=self)
        self._top.add(parts.top)
        body = row(theme, gap=0, parent=self)
        navigator = SideKind(NAVIGATOR, "list", words.navigator, leading=True)
        self._navigator = FoldingSide(theme, parts.navigator, navigator, body)
        self._middle = column(theme, gap=0, parent=body)
        self._measure = Measure(theme, parts.page, QUESTION_COLUMN)
        self._held = self._hold(self._measure)
        self._foot = Panel(theme, kind=PanelKind.FOOTER, vertical=False, gap=0, margins=(16, 0, 24, 0), parent=self._middle)
        self._middle.box.addWidget(self._held, 1)
        self._middle.box.addWidget(self._foot)
        self._foot.add(parts.footer)
        self._help = FoldingSide(theme, parts.help, SideKind(HELP, "help", words.help, leading=False), body)
        body.box.addWidget(self._navigator)
        body.box.addWidget(self._middle, 1)
        body.box.addWidget(self._help)
        self.box.addWidget(self._top)
        self.box.addWidget(body, 1)
        self._fold()

    def set_page(self, page: QWidget) -> None:
        """Show another section from its top. The page before is hidden and left to its owner, who deletes it."""
        self._measure.set_content(page)
        self._held.verticalScrollBar().setValue(0)

    @property
    def ground(self) -> QWidget:
        """The parent for a page that is being built: it need not be moved under it afterwards, which is slow."""
        return self._measure

    def set_band(self, band: QWidget) -> None:
        """Put a band (training) under the top bar."""
        self.box.insertWidget(1, band)

    def toggle_help(self) -> None:
        """Open or close the help when it is folded."""
        self._help.toggle()

    def close_sides(self) -> None:
        """Close what is open over the page."""
        self._help.close_drawer()
        self._navigator.close_drawer()

    @property
    def scroll_page(self) -> ScrollPage:
        """The scrolling area of the questions."""
        return self._held

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._is_sized = True
        super().resizeEvent(event)

    def _hold(self, measure: Measure) -> ScrollPage:
        sheet = Panel(self.theme, gap=0, margins=(24, 14, 24, 12))
        sheet.add(measure)
        sheet.box.addStretch(1)
        return ScrollPage(sheet)

    def _fold(self) -> None:
        wide, theme = self.effective_width(), self.theme
        self._top.setFixedHeight(theme.px(TOP_BAR))
        self._foot.setFixedHeight(theme.px(FOOTER))
        if not self._is_sized:
            return  # a width that nobody gave yet would fold what is to stand there
        self._help.set_folded(folded=wide < FOLD_WIDTH or theme.text_scale >= FOLD_SCALE)
        self._navigator.set_folded(folded=wide < NARROW_WIDTH)


class WizardFrame(Panel):
    """Steps at the leading edge, the page of the present step, and its actions below."""

    def __init__(self, theme: Theme, name: str, steps: Sequence[str], footer: QWidget) -> None:
        super().__init__(theme, vertical=False, gap=16)
        self._words = tuple(steps)
        self._scroll = ScrollPage()
        self._steps = NavList(theme, name, (), row_height=38)
        self._steps.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._right = column(theme, gap=12)
        self._right.box.addWidget(self._scroll, 1)
        self._right.box.addWidget(footer)
        self.box.addWidget(self._steps)
        self.box.addWidget(self._right, 1)
        theme.changed.connect(self._size)
        self._size()

    def set_step(self, number: int, *, states: tuple[str, str, str] = ("", "", "")) -> None:
        """Mark the present step, counted from 0. `states`: the words for done, current and to come."""
        done, now, coming = states
        items = []
        for i, text in enumerate(self._words):
            icon, state = ("done", done) if i < number else ("half", now) if i == number else ("empty", coming)
            items.append(NavItem(str(i), text, icon, state=state))
        self._steps.set_items(items)
        self._steps.set_current(str(number))

    def set_finished(self, state: str = "") -> None:
        """Mark every step as done, the last as where we are."""
        self._steps.set_items([NavItem(str(i), text, "done", state=state) for i, text in enumerate(self._words)])
        self._steps.set_current(str(len(self._words) - 1))

    def set_page(self, page: QWidget) -> None:
        """Show the page of a step. The one before is taken out and left to its owner."""
        self._scroll.set_page(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size()

    def _size(self) -> None:
        narrow = self.width() * 100 / self.theme.text_scale < NARROW_WIDTH
        self._steps.setFixedWidth(self.theme.px(SIDEBAR_FOLDED if narrow else STEPS))


class CentredFrame(_Frame):
    """Unlock and first run: one column in the middle of the window."""

    def __init__(self, theme: Theme, content: QWidget, *, width: int = SETTINGS_COLUMN) -> None:
        super().__init__(theme)
        sheet = Panel(theme, gap=0, margins=(24, 24, 24, 24))
        sheet.box.addStretch(2)
        sheet.add(Measure(theme, content, width))
        sheet.box.addStretch(3)
        content.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.box.addWidget(ScrollPage(sheet))
