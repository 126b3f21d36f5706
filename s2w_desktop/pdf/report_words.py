"""What the pages of a report ask of the words: every text of a report comes through here, in one language."""

from collections.abc import Sequence
from typing import Protocol

from s2w_desktop.domain.figures import Count, Heading, Period, Share, Statistic, Step, Table
from s2w_desktop.i18n.report_parts import ReportText


class ReportWords(Protocol):
    """The words of one report. Figures come isolated, so that they keep their order in a text of any direction."""

    @property
    def language(self) -> str:
        """Code of the language of all words."""

    @property
    def kind(self) -> str:
        """What stands over the title."""

    @property
    def title(self) -> str:
        """Title of the report and of the document: never a name of a person."""

    @property
    def selection(self) -> str:
        """Period and filters."""

    @property
    def notice(self) -> str:
        """What stands in the head of every page; empty where nothing needs to be said."""

    @property
    def foot(self) -> Sequence[str]:
        """What stands in the foot of every page, the most important first: the last goes where there is no room."""

    @property
    def cover_figures(self) -> Sequence[tuple[str, str]]:
        """Figures that matter, each with its words."""

    @property
    def second_figures(self) -> Sequence[tuple[str, str]]:
        """The same of the second period; nothing where there is one."""

    @property
    def legend(self) -> Sequence[tuple[str, str]]:
        """Signs with their meanings."""

    @property
    def limits(self) -> Sequence[str]:
        """What the figures cannot tell."""

    @property
    def periods(self) -> Sequence[str]:
        """Which periods are compared; nothing where there is one."""

    @property
    def log(self) -> Sequence[tuple[str, str, str]]:
        """What was hidden: number and title of each table, and what was done to it."""

    @property
    def method(self) -> Sequence[str]:
        """How the figures were made."""

    @property
    def versions(self) -> Sequence[str]:
        """Versions of the questionnaire and of the lists."""

    def say(self, text: ReportText) -> str:
        """Words that are the same in every report."""

    @property
    def coverage(self) -> Sequence[str]:
        """What follows for reading from how many people are in the report, and who stands beside it."""

    def chapter(self, number: str) -> str:
        """Title of a chapter."""

    def table(self, number: str) -> str:
        """Title of a table; where two periods are compared, that of one of the first alone says so."""

    def heading(self, heading: Heading) -> str:
        """Words of a row or a column."""

    def class_of(self, heading: Heading) -> str:
        """Words of a row without those of its period."""

    def of_first(self, title: str) -> str:
        """A title with the words of the first period where two are compared."""

    def period(self, period: Period) -> str:
        """Whose row it is where two periods are compared."""

    def count(self, count: Count) -> str:
        """A number of people, or its sign."""

    def share(self, share: Share) -> str:
        """A share, or its sign."""

    def statistic(self, statistic: Statistic) -> str:
        """A figure with one decimal, or its sign."""

    @property
    def change_head(self) -> str:
        """Over what the second period has more or less than the first."""

    def change(self, first: Share | Statistic, second: Share | Statistic) -> str:
        """What the second of two figures is more or less than the first; empty where one of them is not told."""

    def tick(self, value: int) -> str:
        """A number on an axis."""

    def step(self, name: str) -> str:
        """A step from eligible to followed up."""

    def rates(self, step: Step) -> str:
        """The two rates of a step in words."""

    def answered(self, count: Count) -> str:
        """How many people stand behind a bar."""

    def period_answered(self, heading: Heading, count: Count) -> str:
        """The same behind the words of the period of a row."""

    def column(self, name: str) -> str:
        """A column of a table of spreads."""

    def base_line(self, table: Table) -> str:
        """Whom a table counts; empty where it says so itself."""

    def notes(self, table: Table) -> Sequence[str]:
        """Sentences under a table."""
