"""What a clock that is surely wrong says, in the words of the interface."""

from datetime import date

from s2w_desktop.i18n.formats import day
from s2w_desktop.i18n.isolation import Phrase, fill
from s2w_desktop.i18n.translator import Translator


def wrong_clock(tr: Translator, says: date) -> Phrase:
    """What is seen, that nothing is lost, and what to do. `says` is the day that the clock says."""
    _ = tr.gettext
    words = _(
        "This computer says that today is {day}. That seems wrong. Your data are safe. "
        "Set date and time in the settings of the system: this warning then ends by itself."
    )
    return fill(words, day=day(tr, says))
