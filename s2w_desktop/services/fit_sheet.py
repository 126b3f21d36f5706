"""The sheet "What fits you": what the page shows, as a paper in the person's language, for the person to take along."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from typing import Final

from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.i18n.fit_words import FitText, fit_text, right_to_work_note
from s2w_desktop.i18n.paper_words import PaperText, paper_text
from s2w_desktop.i18n.translator import Catalogues, Translator
from s2w_desktop.pdf.content import Entry, Paper, Station, Texts, Years
from s2w_desktop.pdf.fonts import FontSet
from s2w_desktop.pdf.order import PaperOrder
from s2w_desktop.pdf.profile_paper import build_profile_paper
from s2w_desktop.services.fit_lines import occupation_lines, occupation_name, vacancy_facts, vacancy_lines
from s2w_desktop.services.fits import Found
from s2w_desktop.services.fitting import Fit
from s2w_desktop.services.interviews import Interviews
from s2w_desktop.services.paper_content.own_words import paper_words
from s2w_desktop.services.vacancies import VacancyFit

MOST_OCCUPATIONS: Final = 12
MOST_VACANCIES: Final = 12


class FitSheets:
    """Makes the sheets."""

    def __init__(self, interviews: Interviews, catalogues: Catalogues, fonts: FontSet) -> None:
        self._interviews, self._catalogues, self._fonts = interviews, catalogues, fonts

    def sheet(self, profile: ProfileId, found: Found, languages: tuple[str, ...]) -> bytes:
        """The sheet as a PDF in one interface language or two, the reader's first: the first twelve occupations and vacancies.

        Equal findings give equal bytes. It bears the case number and no name. Raises UnknownProfile, MissingGlyphs, KeyError for
        an unknown language.
        """
        translators = tuple(self._catalogues.translator(code) for code in dict.fromkeys(languages))
        code = self._interviews.read(profile).text("record.case_number")
        target = BytesIO()
        build_profile_paper(_Writer(found, translators).paper(code), self._fonts, target)
        return target.getvalue()


@dataclass(frozen=True)
class _Writer:
    found: Found
    translators: tuple[Translator, ...]

    def paper(self, code: str) -> Paper:
        words = paper_words(self.translators)
        notes = (FitText.LEVELS, FitText.NO_JUDGEMENT, FitText.ESCO)
        return Paper(
            code=code,
            date=str(self.found.day),
            order=PaperOrder(tuple(tr.code for tr in self.translators)),
            words=replace(
                words,
                title=self._fixed(FitText.TITLE),
                time_line=self._fixed(FitText.OCCUPATIONS),
                skills=self._fixed(FitText.VACANCIES),
            ),
            qr=code,
            sentence=self._fixed(FitText.ORDER),
            notice=self._each(lambda tr: paper_text(tr, PaperText.DRAFT) if tr.is_draft else ""),
            stations=tuple(map(self._occupation, self.found.occupations[:MOST_OCCUPATIONS])),
            skills=tuple(map(self._vacancy, self.found.vacancies[:MOST_VACANCIES])),
            about=(
                self._each(lambda tr: right_to_work_note(tr, self.found.right_to_work)),
                *map(self._fixed, notes),
            ),
        )

    def _each(self, say: Callable[[Translator], str]) -> Texts:
        return {tr.code: said for tr in self.translators if (said := say(tr))}

    def _fixed(self, text: FitText) -> Texts:
        return self._each(partial(fit_text, text=text))

    def _occupation(self, fit: Fit) -> Station:
        data = self.found.data
        return Station(
            title=self._each(lambda tr: occupation_name(tr, data, fit)),
            years=Years(),
            detail=self._each(lambda tr: " ".join(occupation_lines(tr, data, fit))),
        )

    def _vacancy(self, fit: VacancyFit) -> Entry:
        def detail(tr: Translator) -> str:
            facts = " · ".join(vacancy_facts(tr, fit))
            return " ".join([*([f"{facts}."] if facts else []), *vacancy_lines(tr, self.found.data, fit)])

        return Entry(title=self._each(lambda _tr: fit.vacancy.title), detail=self._each(detail))
