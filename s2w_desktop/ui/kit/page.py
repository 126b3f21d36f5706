"""Pages: the margins of an area, and a width that reads well."""

from PySide6.QtWidgets import QWidget

from s2w_desktop.ui.kit.panel import Panel, Part
from s2w_desktop.ui.kit.theme import Theme


class Measure(Panel):
    """Holds a page at a width that reads well and centres it in the room there is."""

    def __init__(self, theme: Theme, content: QWidget, width: int) -> None:
        super().__init__(theme, vertical=False, gap=0)
        self._content, self._wide = content, width
        self.box.addStretch(1)
        self.box.addWidget(content, 1000)
        self.box.addStretch(1)
        self._limit()
        theme.changed.connect(self._limit)

    def _limit(self) -> None:
        self._content.setMaximumWidth(self.theme.px(self._wide))


class Page(Panel):
    """The page of an area: its margins, parts below each other."""

    def __init__(self, theme: Theme, *parts: Part) -> None:
        super().__init__(theme, gap=12, margins=(28, 20, 28, 18))
        self.add(*parts)
