"""The line that warns before the window locks itself."""

from PySide6.QtWidgets import QWidget

from s2w_desktop.i18n.isolation import fill
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.idle import IdleWatch
from s2w_desktop.ui.kit.announce import announce
from s2w_desktop.ui.kit.card import Notice, NoticeText, Tone

_WIDTH, _TOP = 460, 16


class IdleNotice(Notice):
    """Lies over the window, takes no focus, and goes away with any key or movement."""

    def __init__(self, desk: Desk, window: QWidget, watch: IdleWatch) -> None:
        super().__init__(desk.theme, NoticeText("", "", ""), Tone.WARN)
        self._desk = desk
        self.setParent(window)
        self.hide()
        watch.warned.connect(self._on_warned)
        watch.stayed.connect(self.hide)

    def _on_warned(self, seconds_left: int) -> None:
        tr = self._desk.translator
        _ = tr.gettext
        what = tr.ngettext("This laptop locks in {n} second.", "This laptop locks in {n} seconds.", seconds_left)
        text = NoticeText(fill(what, n=seconds_left), _("Everything is saved."), _("Press any key to stay."))
        self.set_text(text)
        if self.isHidden():
            announce(self, self.accessibleName())
        window = self.parentWidget()
        room = window.width() if window is not None else self._desk.theme.px(_WIDTH)
        wide = min(self._desk.theme.px(_WIDTH), room)
        self.resize(wide, max(self.heightForWidth(wide), self.sizeHint().height()))
        self.move((room - wide) // 2, self._desk.theme.gap(_TOP))
        self.show()
        self.raise_()
