"""Every paper of a person on screen."""

from collections.abc import Callable
from functools import partial

from s2w_desktop.domain.errors import S2wError
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.i18n.fit_words import FitText, fit_text
from s2w_desktop.services.editing import EditingSession
from s2w_desktop.services.sheets.kinds import PaperKind
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.bundle_files import excel_filter, word_filter
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.pages.europass_saving import EuropassSaving
from s2w_desktop.ui.pages.office_saving import OfficeForm, OfficeSaving
from s2w_desktop.ui.pages.paper_page import PaperPage
from s2w_desktop.ui.pages.preview_choices import PaperChoices
from s2w_desktop.ui.routes import Area, Route
from s2w_desktop.ui.wishes import GoBack, GoTo, Wish


class PreviewPage(PaperPage):
    """The paper of a person that is chosen, and the ways to what fits, to Word and Excel files of it and to a Europass file."""

    def __init__(
        self, desk: Desk, workplace: Workplace, profile: ProfileId | None, session: EditingSession | None = None
    ) -> None:
        """`session` is the one in which the interview of the profile is open, if it is."""
        if profile is None:
            raise ValueError("a preview is of a profile")
        tr, theme = desk.translator, desk.theme
        fits = Button(theme, fit_text(tr, FitText.TITLE_FOR_OFFICER))
        europass = Button(theme, tr.gettext("Europass file…"), ButtonKind.QUIET, icon="export")
        word = Button(theme, tr.gettext("Save as Word…"), ButtonKind.QUIET, icon="export")
        excel = Button(theme, tr.gettext("Save as Excel…"), ButtonKind.QUIET, icon="export")
        self._papers = PaperChoices(desk, usual_languages(desk, workplace, profile))
        case_number = workplace.interviews.read(profile).text("record.case_number")
        super().__init__(
            desk, self._papers, case_number, title=tr.gettext("Paper"), actions=(fits,), quiet=(word, excel, europass)
        )
        self._workplace, self._profile = workplace, profile
        self.saving = EuropassSaving(desk, workplace, profile, session, parent=self, spot=self.spot)
        self.word = OfficeSaving(desk, self, word, OfficeForm(".docx", word_filter(tr), self._word_maker))
        self.excel = OfficeSaving(desk, self, excel, OfficeForm(".xlsx", excel_filter(tr), self._excel_maker))
        self._papers.kind_chosen.connect(self._on_kind)
        fits.clicked.connect(self._on_fits)
        europass.clicked.connect(self._on_europass)
        self.make()

    def maker(self) -> Callable[[], bytes]:
        return partial(self._workplace.every_paper.ordered, self._profile, self._papers.kind(), self._papers.order())

    def _word_maker(self) -> Callable[[], bytes]:
        return partial(self._workplace.every_paper.word, self._profile, self._papers.kind(), self._papers.order())

    def _excel_maker(self) -> Callable[[], bytes]:
        return partial(self._workplace.every_paper.excel, self._profile, self._papers.kind(), self._papers.order())

    def file_name(self) -> str:
        """The case number, and which paper it is where it is not the profile paper."""
        kind = self._papers.kind()
        return super().file_name() if kind is PaperKind.PROFILE else f"{self.case_number}-{kind.value}.pdf"

    def back(self) -> Wish:
        return GoBack()

    def _on_kind(self) -> None:
        """Begin with the languages in which such a paper is made; where they cannot be read, making it says why."""
        kind = self._papers.kind()
        try:
            if kind is PaperKind.PROFILE:
                languages = usual_languages(self.desk, self._workplace, self._profile)
            else:
                languages = self._workplace.sheets.languages_for(self._profile, kind)
        except S2wError:
            return
        self._papers.set_languages(languages)

    def _on_fits(self) -> None:
        self.asked.emit(GoTo(Route(Area.FITS, self._profile)))

    def _on_europass(self) -> None:
        self.saving.begin(self._papers.first.value())


def usual_languages(desk: Desk, workplace: Workplace, profile: ProfileId) -> tuple[str, ...]:
    """The language of the program, and that of the person where it is another. Raises NotPermitted, UnknownProfile."""
    own = desk.translator.code
    other = desk.catalogues.reading_language(workplace.interviews.read(profile).text("record.person_language"))
    return (own,) if other in (None, own) else (own, other)
