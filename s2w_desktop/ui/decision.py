"""A question that only a person can decide: what happened, are the data safe, what to do, and a button for each way."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.flow import FlowRow
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.card import Notice, NoticeText, Tone
from s2w_desktop.ui.kit.panel import Panel, PanelKind
from s2w_desktop.ui.titles import window_title
from s2w_desktop.ui.training_band import add_band


@dataclass(frozen=True)
class Way:
    """One of the ways to go on; `key` is what `chosen` gives."""

    key: str
    words: str
    kind: ButtonKind = ButtonKind.SECONDARY


class Decision(QDialog):
    """Esc decides nothing. The last way is the one that the focus stands on."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, text: NoticeText, ways: Sequence[Way], parent: QWidget, tone: Tone = Tone.PLAIN) -> None:
        super().__init__(parent)
        theme = desk.theme
        self.setWindowTitle(window_title(desk))
        buttons = [_WayButton(desk, way) for way in ways]
        for button in buttons:
            button.taken.connect(self._on_taken)
        sheet = Panel(theme, kind=PanelKind.WINDOW, gap=16, margins=(20, 20, 20, 20))
        sheet.add(Notice(theme, text, tone), FlowRow(theme, *buttons, last_trails=True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        add_band(layout, desk)
        layout.addWidget(sheet)
        self.resize(theme.px(600), self.sizeHint().height())
        buttons[-1].setFocus()

    def _on_taken(self, key: str) -> None:
        self.accept()
        self.chosen.emit(key)


class _WayButton(Button):
    taken = Signal(str)

    def __init__(self, desk: Desk, way: Way) -> None:
        super().__init__(desk.theme, way.words, way.kind)
        self._key = way.key
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.taken.emit(self._key)
