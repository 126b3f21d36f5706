"""What the window says where colleagues have the same profile open: a band above the interview."""

from s2w_desktop.i18n.formats import joined
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.services.editing import EditingSession
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.kit.panel import Panel, PanelKind
from s2w_desktop.ui.kit.text import Label, Mark
from s2w_desktop.ui.kit.tokens import ICON_SMALL, Colour, Role


class ColleaguesBand(Panel):
    """Who had the profile open when the interview was opened, and that nothing gets lost by it."""

    def __init__(self, desk: Desk, session: EditingSession) -> None:
        super().__init__(desk.theme, kind=PanelKind.SUNKEN, vertical=False, gap=8, margins=(16, 6, 16, 6))
        _ = desk.translator.gettext
        names = joined(desk.translator, [one.name or _("A colleague") for one in session.colleagues])
        words = _(
            "Others have this profile open too: {names}. Nothing that anybody says is lost. Where you differ, both answers stand."
        )
        self.words = Label(desk.theme, fill(words, names=names), Role.STRONG, wrap=True)
        self.add(Mark(desk.theme, "people", Colour.TEXT, size=ICON_SMALL, ground=Colour.SUNKEN))
        self.box.addWidget(self.words, 1)
