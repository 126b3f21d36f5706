"""The sheet "What fits you" on screen, to be printed or kept as a file."""

from collections.abc import Callable
from functools import partial

from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.pack_errors import NoPack
from s2w_desktop.i18n.fit_words import FitText, fit_text
from s2w_desktop.services.fitting import Filters
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.pages.paper_page import PaperPage
from s2w_desktop.ui.pages.preview import usual_languages
from s2w_desktop.ui.pages.preview_choices import LanguageChoices
from s2w_desktop.ui.routes import Area, Route
from s2w_desktop.ui.wishes import GoTo, Wish


class FitSheetPage(PaperPage):
    """What the page "What fits" showed, as a paper."""

    def __init__(self, desk: Desk, workplace: Workplace, profile: ProfileId | None, filters: Filters) -> None:
        if profile is None:
            raise ValueError("a sheet is of a profile")
        choices = LanguageChoices(desk, usual_languages(desk, workplace, profile))
        case_number = workplace.interviews.read(profile).text("record.case_number")
        super().__init__(desk, choices, case_number, title=fit_text(desk.translator, FitText.TITLE_FOR_OFFICER))
        self._fit_sheets, self._fits, self._filters, self._of = workplace.fit_sheets, workplace.fits, filters, profile
        self.make()

    def maker(self) -> Callable[[], bytes]:
        return partial(self._sheet, self.choices.languages())

    def back(self) -> Wish:
        return GoTo(Route(Area.FITS, self._of, filters=self._filters))

    def _sheet(self, languages: tuple[str, ...]) -> bytes:
        found = self._fits.of(self._of, self._filters)
        if found is None:
            raise NoPack
        return self._fit_sheets.sheet(self._of, found, languages)
