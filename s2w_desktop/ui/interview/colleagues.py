"""What the window says where colleagues have the same profile open: a band above the interview."""

from s2w_desktop.i18n.formats import joined
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.services.editing import EditingSession
from s2w_desktop.ui.band import Band
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.kit.tokens import Colour


class ColleaguesBand(Band):
    """Who had the profile open when the interview was opened, and that nothing gets lost by it."""

    def __init__(self, desk: Desk, session: EditingSession) -> None:
        _ = desk.translator.gettext
        names = joined(desk.translator, [one.name or _("A colleague") for one in session.colleagues])
        words = _(
            "Others have this profile open too: {names}. Nothing that anybody says is lost. Where you differ, both answers stand."
        )
        super().__init__(desk.theme, "people", fill(words, names=names), Colour.TEXT)
