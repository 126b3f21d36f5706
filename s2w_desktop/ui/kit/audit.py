"""Audits of whole windows for tests: names, room for words, size of targets, order of Tab, letters in the fonts."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QFont, QTextLayout
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget

from s2w_desktop.ui.kit.tokens import FAMILIES

_SMALLEST = 24


@dataclass(frozen=True)
class Finding:
    """One fault: what kind, where, and what it says. Where is the class and the words of the widget."""

    kind: str
    where: str
    fact: str = ""

    def __str__(self) -> str:
        return f"{self.kind}: {self.where} {self.fact}".strip()


def unnamed(root: QWidget) -> list[Finding]:
    """Widgets that take the focus and have no accessible name, or share it with a sibling of their group."""
    found = []
    seen: set[tuple[int, str]] = set()
    for widget in _seen(root):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.focusProxy() is not None:
            continue
        name = spoken_name(widget)
        key = (id(widget.parentWidget()), name)
        if not name:
            found.append(Finding("unnamed", _where(widget)))
        elif key in seen:
            found.append(Finding("same name twice", _where(widget), name))
        seen.add(key)
    return found


def spoken_name(widget: QWidget) -> str:
    """The name of a widget as assistive technology gets it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return str(interface.text(QAccessible.Text.Name)) if interface else ""


def clipped(root: QWidget) -> list[Finding]:
    """Labels, buttons and painted parts whose words have less room than they need, or that reach beyond what they stand in."""
    found = []
    for widget in _seen(root):
        if isinstance(widget, QAbstractScrollArea | QLineEdit) or not _has_words(widget):
            continue
        need, have = _need(widget), widget.size()
        if need.width() > have.width() + 1 or need.height() > have.height() + 1:
            fact = f"needs {need.width()}x{need.height()}, has {have.width()}x{have.height()}"
            found.append(Finding("clipped", _where(widget), fact))
        elif cut := _cut_by(widget, root):
            found.append(Finding("cut", _where(widget), f"by {_where(cut)}"))
    return found


def too_wide(root: QWidget) -> list[Finding]:
    """Pages that scroll up and down only, and are wider than what is seen of them (WCAG 2.2, 1.4.10)."""
    areas = [(area, area.widget()) for area in root.findChildren(QScrollArea) if area.isVisibleTo(root)]
    return [
        Finding("too wide", _where(area), f"{page.width()} in {area.viewport().width()}")
        for area, page in areas
        if page is not None and page.width() > area.viewport().width()
    ]


def small_targets(root: QWidget, least: int = _SMALLEST) -> list[Finding]:
    """Widgets to click on that are smaller than `least` pixels in one direction (WCAG 2.2, 2.5.8)."""
    return [
        Finding("small target", _where(widget), f"{widget.width()}x{widget.height()}")
        for widget in _seen(root)
        if isinstance(widget, QAbstractButton | QLineEdit) and min(widget.width(), widget.height()) < least
    ]


def tab_order_faults(root: QWidget) -> list[Finding]:
    """Places where Tab goes against the order of reading: back up the page, or backwards in a row.

    Only neighbours inside one parent are compared; parents follow each other as they were put together.
    """
    stops = tab_stops(root)
    rtl = root.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return [
        Finding("tab order", _where(now), f"comes before {_where(then)}")
        for now, then in pairwise(stops)
        if _reads_before(then, now, root, rtl=rtl)
    ]


def tab_stops(root: QWidget) -> list[QWidget]:
    """Everything at which Tab halts, in its order. A group of options is one stop, and so are the lines of a list."""
    return [widget for widget in _chain(root) if _is_stop(widget)]


def missing_glyphs(texts: Iterable[str], families: Iterable[str] = FAMILIES) -> list[Finding]:
    """Characters that no family of ours can show: they come out as boxes, or from a font we do not ship."""
    ours = set(families)
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(16)
    found = []
    for text in texts:
        layout = QTextLayout(text, font)
        layout.beginLayout()
        while layout.createLine().isValid():
            pass
        layout.endLayout()
        for run in layout.glyphRuns():
            if 0 in run.glyphIndexes():
                found.append(Finding("no glyph", text))
            elif run.rawFont().familyName() not in ours:
                found.append(Finding("foreign font", text, run.rawFont().familyName()))
    return found


def _seen(root: QWidget) -> list[QWidget]:
    return [widget for widget in (root, *root.findChildren(QWidget)) if widget.isVisibleTo(root)]


def _where(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    words = text() if callable(text) else ""
    return f"{type(widget).__name__} {words or widget.accessibleName() or widget.objectName()!r}"


def _has_words(widget: QWidget) -> bool:
    if isinstance(widget, QLabel | QPushButton):
        return bool(widget.text())
    return widget.hasHeightForWidth() and widget.layout() is None


def _need(widget: QWidget) -> QSize:
    if widget.hasHeightForWidth():
        return QSize(0, widget.heightForWidth(widget.width()))
    return widget.sizeHint()


def _cut_by(widget: QWidget, root: QWidget) -> QWidget | None:
    """The part of the window that a widget stands in and reaches beyond, sideways or downwards; what scrolls may be longer."""
    part = widget.parentWidget()
    while widget is not root and part is not None and not isinstance(part.parentWidget(), QAbstractScrollArea):
        reach = QRect(widget.mapTo(part, QPoint()), widget.size())
        if not part.rect().adjusted(-1, -1, 1, 1).contains(reach):
            return part
        if part is root:
            return None
        part = part.parentWidget()
    return None


def _chain(root: QWidget) -> list[QWidget]:
    order: list[QWidget] = []
    step = root.nextInFocusChain()
    while step is not None and step is not root:
        order.append(step)
        step = step.nextInFocusChain()
    return order


def _is_stop(widget: QWidget) -> bool:
    takes_tab = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    return takes_tab and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _reads_before(one: QWidget, other: QWidget, root: QWidget, *, rtl: bool) -> bool:
    if one.parentWidget() is not other.parentWidget():
        return False
    a, b = one.mapTo(root, QPoint()), other.mapTo(root, QPoint())
    if a.y() + one.height() <= b.y():
        return True
    same_row = abs(a.y() - b.y()) < min(one.height(), other.height())
    return same_row and (a.x() > b.x() if rtl else a.x() < b.x())
