"""What the officer of a laptop reads about a profile that headquarters could not take: a line with a mark, and a band."""

from collections.abc import Iterable

from PySide6.QtCore import Signal

from s2w_desktop.domain.putting_aside import is_for_the_officer
from s2w_desktop.domain.rejections import Rejection
from s2w_desktop.i18n.rejection_words import put_aside_words
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.ui.band import Band
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.kit.buttons import Button
from s2w_desktop.ui.kit.panel import Panel
from s2w_desktop.ui.kit.text import Label, Mark
from s2w_desktop.ui.kit.tokens import ICON_SMALL, Colour, Role


def put_aside_text(tr: Translator, rejections: Iterable[Rejection]) -> str:
    """What happened, that the data are safe, and what to do; empty where nothing was put aside."""
    words = put_aside_words(tr, rejections)
    return " ".join(dict.fromkeys([*(one.happened for one in words), *(one.safe for one in words), *(one.todo for one in words)]))


class PutAsideLine(Panel):
    """Says what was put aside, and is hidden where nothing was."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, vertical=False, gap=8)
        self._desk = desk
        self.words = Label(desk.theme, "", Role.BODY, wrap=True)
        self.add(Mark(desk.theme, "fork", Colour.WARN, size=ICON_SMALL, ground=Colour.CANVAS))
        self.box.addWidget(self.words, 1)
        self.show_rejections(())

    def show_rejections(self, rejections: Iterable[Rejection]) -> None:
        """Tell of these."""
        text = put_aside_text(self._desk.translator, rejections)
        self.words.set_words(text)
        self.setVisible(bool(text))


class PutAsideBand(Band):
    """Stands above the interview of such a profile. `said_right` when the officer found nothing to correct."""

    said_right = Signal()

    def __init__(self, desk: Desk, rejections: Iterable[Rejection]) -> None:
        _, told = desk.translator.gettext, tuple(rejections)
        super().__init__(desk.theme, "fork", put_aside_text(desk.translator, told))
        self.button = Button(desk.theme, _("Nothing is wrong: send it again"), icon="export")
        self.button.setVisible(any(is_for_the_officer(one.reason) for one in told))
        self.button.clicked.connect(self.said_right)
        self.add(self.button)
