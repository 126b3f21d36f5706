"""The sheet "What fits you" on screen, to be printed or kept as a file."""

from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.pack_errors import NoPack
from s2w_desktop.i18n.fit_words import FitText, fit_text
from s2w_desktop.services.fitting import Filters
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.kit.buttons import Button
from s2w_desktop.ui.pages.preview import PreviewPage
from s2w_desktop.ui.routes import Area, Route
from s2w_desktop.ui.wishes import GoTo, Wish


class FitSheetPage(PreviewPage):
    """What the page "What fits" showed, as a paper."""

    def __init__(self, desk: Desk, workplace: Workplace, profile: ProfileId | None, filters: Filters) -> None:
        self._fit_sheets, self._fits, self._filters, self._of = workplace.fit_sheets, workplace.fits, filters, profile
        super().__init__(desk, workplace, profile)

    def title(self) -> str:
        return fit_text(self.desk.translator, FitText.TITLE_FOR_OFFICER)

    def more_actions(self) -> tuple[Button, ...]:
        return ()

    def quiet_actions(self) -> tuple[Button, ...]:
        return ()

    def pdf(self, languages: tuple[str, ...]) -> bytes:
        if self._of is None:
            raise ValueError("a sheet is of a profile")
        found = self._fits.of(self._of, self._filters)
        if found is None:
            raise NoPack
        return self._fit_sheets.sheet(self._of, found, languages)

    def back(self) -> Wish:
        return GoTo(Route(Area.FITS, self._of, filters=self._filters))
