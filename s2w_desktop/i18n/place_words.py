"""The words for a store that lies where other computers may write to it too."""

from dataclasses import dataclass

from s2w_desktop.i18n.isolation import fill
from s2w_desktop.i18n.translator import Translator


@dataclass(frozen=True)
class PlaceWords:
    """What is so, what it means for the data, and what to do."""

    found: str
    safe: str
    todo: str


def poor_place_words(tr: Translator, service: str) -> PlaceWords:
    """The words for a folder that a sync service copies; for an empty name, for one on a network drive."""
    _ = tr.gettext
    found = _("The folder for the store is on a network drive.")
    if service:
        found = fill(_("The folder for the store is copied to other computers by {service}."), service=service)
    return PlaceWords(
        found,
        _("What is in a store is encrypted. But where two computers write to one store, it can be damaged."),
        _("Better is a folder on this computer alone. Close this program before you move a store there."),
    )
