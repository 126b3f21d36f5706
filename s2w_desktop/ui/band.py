"""A calm line above a page, that stands as long as something is so."""

from s2w_desktop.ui.kit.panel import Panel, PanelKind
from s2w_desktop.ui.kit.text import Label, Mark
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import ICON_SMALL, Colour, Role


class Band(Panel):
    """A mark and words, over the whole width; what can be done about it is added after them."""

    def __init__(self, theme: Theme, icon: str, words: str, colour: Colour = Colour.WARN) -> None:
        super().__init__(theme, kind=PanelKind.SUNKEN, vertical=False, gap=8, margins=(16, 6, 16, 6))
        self.words = Label(theme, words, Role.STRONG, wrap=True)
        self.add(Mark(theme, icon, colour, size=ICON_SMALL, ground=Colour.SUNKEN))
        self.box.addWidget(self.words, 1)
