"""Pages: the margins of an area, and a width that reads well."""

from PySide6.QtWidgets import QWidget

from s2w_desktop.ui.kit.panel import Panel, Part
from s2w_desktop.ui.kit.theme import Theme


class Measure(Panel):
    """Holds a page at a width that reads well and centres it in the room there is."""

    def __init__(self, theme: Theme, content: QWidget | None, width: int) -> None:
        super().__init__(theme, vertical=False, gap=0)
        self._content: QWidget | None = None
        self._wide = width
        self.box.addStretch(1)
        self.box.addStretch(1)
        if content is not None:
            self.set_content(content)
        theme.changed.connect(self._limit)

    def set_content(self, content: QWidget) -> None:
        """Hold another page. The one before is hidden and left to its owner, who deletes it."""
        if content is self._content:
            return
        if self._content is not None:
            self._content.hide()
            self.box.removeWidget(self._content)
        self._content = content
        self.box.insertWidget(1, content, 1000)
        self._limit()
        if self.isVisible():
            content.show()

    def _limit(self) -> None:
        if self._content is not None:
            self._content.setMaximumWidth(self.theme.px(self._wide))


class Page(Panel):
    """The page of an area: its margins, parts below each other."""

    def __init__(self, theme: Theme, *parts: Part) -> None:
        super().__init__(theme, gap=12, margins=(28, 20, 28, 18))
        self.add(*parts)
