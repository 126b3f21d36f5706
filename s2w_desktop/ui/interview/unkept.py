"""What the window says about an interview of which nothing is kept: the band above it, and the two questions it asks."""

from PySide6.QtWidgets import QWidget

from s2w_desktop.ui.band import Band
from s2w_desktop.ui.decision import Decision, Way
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.kit.buttons import ButtonKind
from s2w_desktop.ui.kit.card import NoticeText, Tone
from s2w_desktop.ui.kit.tokens import Colour

PAPER, FORGET, STAY, KEEP_NOTHING = "paper", "forget", "stay", "keep_nothing"


class UnkeptBand(Band):
    """One calm line that stands as long as the interview."""

    def __init__(self, desk: Desk) -> None:
        _ = desk.translator.gettext
        words = _("Nothing is kept. When you close, this interview is gone; print the paper first.")
        super().__init__(desk.theme, "eye_off", words, Colour.TEXT)


def ask_to_forget(desk: Desk, parent: QWidget) -> Decision:
    """Before the interview is gone: the paper first, or is it enough?"""
    _ = desk.translator.gettext
    text = NoticeText(
        _("Nothing of this interview is kept."),
        _("When you close it, every answer is gone. Only that an interview took place is counted."),
        _("Print the paper first, so that the person has it."),
    )
    ways = (
        Way(FORGET, _("Close and forget")),
        Way(STAY, _("Go on with the interview")),
        Way(PAPER, _("Print the paper"), ButtonKind.PRIMARY),
    )
    return Decision(desk, text, ways, parent, Tone.WARN)


def offer_to_keep_nothing(desk: Desk, parent: QWidget) -> Decision:
    """The person does not want the profile on this laptop, and it is there already."""
    _ = desk.translator.gettext
    text = NoticeText(
        _("The person does not agree that the profile is kept on this laptop."),
        _("It is still kept at this moment."),
        _("Go on without keeping anything: what is stored is removed now, and the paper is all that remains."),
    )
    ways = (
        Way(STAY, _("Leave it for now")),
        Way(KEEP_NOTHING, _("Keep nothing from now on"), ButtonKind.PRIMARY),
    )
    return Decision(desk, text, ways, parent)
