"""Headings and short words of the report's pages, and of what stands beside its figures."""

from collections.abc import Mapping
from enum import Enum

from s2w_desktop.domain.figures import Count, Report, Sign, Step
from s2w_desktop.i18n.formats import day, number
from s2w_desktop.i18n.isolation import Ltr, Phrase, fill
from s2w_desktop.i18n.marks import N_
from s2w_desktop.i18n.report_words import count_words, share_words
from s2w_desktop.i18n.translator import Translator


class ReportText(Enum):
    """Words that are the same in every report."""

    HOW_TO_READ = N_("How to read the figures")
    BY_CENTRE = N_("By centre")
    READING = N_("What follows for reading")
    LIMITS = N_("Limits of these figures")
    METHOD = N_("How the figures were made")
    TABLES = N_("The charts as tables")
    LOG = N_("What was hidden")
    VERSIONS = N_("Versions")
    HIDDEN = N_("hidden")
    DASHED = N_("A dashed box stands for a hidden number. Its width tells nothing.")
    IN_THE_ANNEX = N_("All figures stand in the annex.")
    CHANGES = N_(
        "A change is what the second period has more or less than the first, in percentage points or in the unit of the table. "
        "Where one of the two figures is not printed there is none."
    )


def report_text(tr: Translator, text: ReportText) -> str:
    """The words in a language."""
    return tr.gettext(text.value)


def rates(tr: Translator, step: Step, threshold: int) -> Phrase:
    """The two rates of a step: of all, and of the step before. Empty where both are hidden."""
    if isinstance(step.of_all, Sign) and isinstance(step.of_step_before, Sign):
        return Phrase("")
    share, before = (share_words(tr, one, threshold) for one in (step.of_all, step.of_step_before))
    return fill(tr.gettext("{share} of all · {before} of the step before"), share=share, before=before)


def people_answered(tr: Translator, count: Count, threshold: int) -> Phrase:
    """How many people stand behind a bar."""
    return fill(tr.gettext("n = {n}"), n=count_words(tr, count, threshold))


def edition(tr: Translator, report: Report) -> Phrase:
    """The day on which a report was made."""
    return fill(tr.gettext("edition of {day}"), day=day(tr, report.made_on))


def versions(tr: Translator, questionnaire: int, lists: Mapping[str, str]) -> tuple[str, ...]:
    """Which questions were asked and which lists their answers come from."""
    named = [f"{name}: {version}" for name, version in sorted(lists.items())]
    return (fill(tr.gettext("Questionnaire: {version}"), version=number(tr, questionnaire)), *map(Ltr, named))
