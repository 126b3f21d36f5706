"""The way from the real store to the training store and back, offered only where neither is unlocked."""

from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.pages.base import Sheet
from s2w_desktop.ui.wishes import SwitchStore


def other_store_link(page: Sheet) -> Button:
    """A button of a page; it asks the window for the other store."""
    _ = page.desk.translator.gettext
    is_training = page.desk.theme.is_training
    words = _("Go to the real store") if is_training else _("Practise with invented people")
    link = Button(page.theme, words, ButtonKind.LINK)
    link.clicked.connect(lambda: page.asked.emit(SwitchStore()))
    return link
