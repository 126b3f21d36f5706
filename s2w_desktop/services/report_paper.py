"""From a report to its paper: the words of one language put to the figures."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO

from s2w_desktop.domain.figures import COMPARED, Count, Heading, Period, Report, Share, Statistic, Step, Table
from s2w_desktop.domain.progress import Progress, untold
from s2w_desktop.i18n import report_parts as parts
from s2w_desktop.i18n import report_words as words
from s2w_desktop.i18n.formats import number
from s2w_desktop.i18n.isolation import clean, shown_value
from s2w_desktop.i18n.report_headings import change_head, heading_words, period_words, step_words
from s2w_desktop.i18n.report_titles import chapter_of, chapter_title, table_title
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.pdf.fonts import FontSet
from s2w_desktop.pdf.report_paper import build_report


class ReportPapers:
    """Makes the papers of reports."""

    def __init__(self, *, translator: Callable[[str], Translator], fonts: FontSet) -> None:
        """`translator` gives the translator of a language; raises KeyError for an unknown one."""
        self._translator = translator
        self._fonts = fonts

    def report_paper(
        self,
        report: Report,
        language: str,
        skills: Callable[[str], str] = clean,
        progress: Progress = untold,
    ) -> bytes:
        """The report as a PDF in one interface language; `skills` gives the words of an ESCO skill in it.

        The same report gives the same bytes. `progress` is told of steps done and of all; what it raises ends the work.
        Raises MissingGlyphs, KeyError for an unknown language.
        """
        target = BytesIO()
        spoken = TranslatedReport(self._translator(language), report, skills)
        build_report(report, spoken, self._fonts, target, progress)
        return target.getvalue()


class TranslatedReport:
    """The words of one report in one language, see `ReportWords`."""

    def __init__(self, tr: Translator, report: Report, skills: Callable[[str], str] = clean) -> None:
        self._tr = tr
        self._report = report
        self._skills = skills

    @property
    def language(self) -> str:
        """Code of the language."""
        return self._tr.code

    @property
    def kind(self) -> str:
        """What stands over the title."""
        return words.report_kind(self._tr)

    @property
    def title(self) -> str:
        """Title of the report."""
        return words.report_title(self._tr)

    @property
    def selection(self) -> str:
        """Period and filters."""
        return words.selection_words(self._tr, self._report)

    @property
    def notice(self) -> str:
        """What stands in the head of every page of a report on invented people."""
        return words.training_notice(self._tr) if self._report.is_training else ""

    @property
    def foot(self) -> Sequence[str]:
        """What tells two reports apart."""
        return words.report_kind(self._tr), parts.edition(self._tr, self._report), self.selection

    @property
    def cover_figures(self) -> Sequence[tuple[str, str]]:
        """Figures that matter, each with its words."""
        return [(shown_value(figure), said) for figure, said in words.cover_figures(self._tr, self._report)]

    @property
    def second_figures(self) -> Sequence[tuple[str, str]]:
        """The same of the second period; nothing where there is one."""
        beside = self._report.beside
        return [(shown_value(figure), said) for figure, said in words.cover_figures(self._tr, beside)] if beside else ()

    @property
    def legend(self) -> Sequence[tuple[str, str]]:
        """Signs with their meanings."""
        return [(shown_value(sign), said) for sign, said in words.legend(self._tr, self._report.threshold)]

    @property
    def limits(self) -> Sequence[str]:
        """What the figures cannot tell."""
        return words.sentences(self._tr, words.LIMITS)

    @property
    def periods(self) -> Sequence[str]:
        """Which periods are compared; nothing where there is one."""
        return words.periods_line(self._tr, self._report)

    @property
    def method(self) -> Sequence[str]:
        """How the figures were made."""
        return words.sentences(self._tr, words.METHOD)

    @property
    def versions(self) -> Sequence[str]:
        """Versions of the questionnaire and of the lists."""
        return [shown_value(one) for one in parts.versions(self._tr, self._report.questionnaire, self._report.lists)]

    def say(self, text: parts.ReportText) -> str:
        """Words that are the same in every report."""
        return parts.report_text(self._tr, text)

    @property
    def coverage(self) -> Sequence[str]:
        """What follows for reading from how many people are in the report, and who stands beside it."""
        return (*words.both_coverages(self._tr, self._report), *words.beside(self._tr, self._report))

    def chapter(self, number: str) -> str:
        """Title of a chapter."""
        return chapter_title(self._tr, number)

    def table(self, number: str) -> str:
        """Title of a table; where two periods are compared, that of one of the first alone says so."""
        title = table_title(self._tr, number)
        return title if chapter_of(number) == COMPARED else self.of_first(title)

    def heading(self, heading: Heading) -> str:
        """Words of a row or a column."""
        return shown_value(heading_words(self._tr, heading, self._skills))

    def class_of(self, heading: Heading) -> str:
        """Words of a row without those of its period."""
        return self.heading(replace(heading, period=None))

    def of_first(self, title: str) -> str:
        """A title with the words of the first period where two are compared."""
        return " · ".join((title, self.period(Period.FIRST))) if self._report.beside else title

    def period(self, period: Period) -> str:
        """Whose row it is where two periods are compared."""
        return period_words(self._tr, period)

    def count(self, count: Count) -> str:
        """A number of people, or its sign."""
        return shown_value(words.count_words(self._tr, count, self._report.threshold))

    def share(self, share: Share) -> str:
        """A share, or its sign."""
        return shown_value(words.share_words(self._tr, share, self._report.threshold))

    def statistic(self, statistic: Statistic) -> str:
        """A figure with one decimal, or its sign."""
        return shown_value(words.statistic_words(self._tr, statistic, self._report.threshold))

    @property
    def change_head(self) -> str:
        """Over what the second period has more or less than the first."""
        return change_head(self._tr)

    def change(self, first: Share | Statistic, second: Share | Statistic) -> str:
        """What the second of two figures is more or less than the first; empty where one of them is not told."""
        return shown_value(words.change_words(self._tr, first, second))

    def tick(self, value: int) -> str:
        """A number on an axis."""
        return shown_value(number(self._tr, value))

    def step(self, name: str) -> str:
        """A step from eligible to followed up."""
        return step_words(self._tr, name)

    def rates(self, step: Step) -> str:
        """The two rates of a step in words."""
        return parts.rates(self._tr, step, self._report.threshold)

    def answered(self, count: Count) -> str:
        """How many people stand behind a bar."""
        return parts.people_answered(self._tr, count, self._report.threshold)

    def period_answered(self, heading: Heading, count: Count) -> str:
        """The same behind the words of the period of a row."""
        return " · ".join((*((self.period(heading.period),) if heading.period else ()), self.answered(count)))

    def column(self, name: str) -> str:
        """A column of a table of spreads."""
        return self._tr.gettext(words.COLUMNS[name])

    def base_line(self, table: Table) -> str:
        """Whom a table counts; empty where it says so itself."""
        return words.base_words(self._tr, table, self._report.threshold)

    def notes(self, table: Table) -> Sequence[str]:
        """Sentences under a table."""
        return words.notes(self._tr, table, self._skills)

    @property
    def log(self) -> Sequence[tuple[str, str, str]]:
        """What was hidden: number and title of each table, and what was done to it."""
        return words.paired_log_lines(self._tr, self._report)
