"""The line that tells how many profiles went from this laptop by themselves when it was unlocked."""

from s2w_desktop.i18n.isolation import fill
from s2w_desktop.i18n.thinning_words import removed_words, still_there_words
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.band import Band
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.tokens import Colour


class ThinnedBand(Band):
    """Stands until somebody read it."""

    def __init__(self, desk: Desk, workplace: Workplace) -> None:
        self._thinning, tr = workplace.safekeeping.thinning, desk.translator
        told = removed_words(tr, self._thinning.gone_by_itself)
        words = fill("{told} {there}", told=told, there=still_there_words(tr))
        super().__init__(desk.theme, "check", words, Colour.TEXT)
        self.close_button = Button(desk.theme, tr.gettext("Close"), ButtonKind.QUIET)
        self.close_button.clicked.connect(self._on_close)
        self.add(self.close_button)

    def _on_close(self) -> None:
        self._thinning.gone_by_itself = 0
        self.hide()


def thinned_bands(desk: Desk, workplace: Workplace) -> list[ThinnedBand]:
    """The line, where anything went and nobody read it yet."""
    return [ThinnedBand(desk, workplace)] if workplace.safekeeping.thinning.gone_by_itself else []
