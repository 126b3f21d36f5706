"""Pages about one profile, which the work area and an open interview show alike."""

from s2w_desktop.services.editing import EditingSession
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.pages.base import AreaPage
from s2w_desktop.ui.pages.fit_sheet import FitSheetPage
from s2w_desktop.ui.pages.fits import FitsPage
from s2w_desktop.ui.pages.preview import PreviewPage
from s2w_desktop.ui.routes import Area, Route


def aside_page(desk: Desk, workplace: Workplace, route: Route, session: EditingSession | None = None) -> AreaPage:
    """The page of a route of `routes.ASIDES`; `session` is the one in which the interview of its profile is open, if it is.

    Raises ValueError for a route without a profile, UnknownProfile.
    """
    match route.area:
        case Area.FITS:
            return FitsPage(desk, workplace, route.profile, route.filters)
        case Area.FIT_SHEET:
            return FitSheetPage(desk, workplace, route.profile, route.filters)
        case _:
            return PreviewPage(desk, workplace, route.profile, session)
