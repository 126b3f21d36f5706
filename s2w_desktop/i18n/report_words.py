"""Sentences of the report around its tables: cover, base lines, notes, how to read it, its limits, what was hidden."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final

from s2w_desktop.domain.figures import (
    LEAST_BASE,
    LEAST_ELIGIBLE,
    LEAST_FOR_STATISTICS,
    Base,
    Count,
    CountTable,
    FunnelTable,
    LeftOut,
    Logged,
    Period,
    Report,
    Selection,
    Share,
    Sign,
    SpreadTable,
    Statistic,
    Table,
)
from s2w_desktop.i18n.formats import change, day, joined, number, one_decimal, percent
from s2w_desktop.i18n.isolation import Ltr, clean, fill
from s2w_desktop.i18n.labels import choice
from s2w_desktop.i18n.marks import N_
from s2w_desktop.i18n.names import country_name
from s2w_desktop.i18n.report_headings import heading_words, period_words
from s2w_desktop.i18n.report_titles import table_title
from s2w_desktop.i18n.translator import Translator

GROUPS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "all": N_("People with a profile."),
        "worked": N_("People who have worked."),
        "level_3_up": N_("People who completed upper secondary school or more."),
        "level_known": N_("People whose school level is known."),
        "interrupted": N_("People who interrupted their studies."),
        "linked": N_("People with a profile before departure and one after arrival."),
        "eligible": N_("People who could have had a profile."),
    }
)
"""Whom a table counts."""

COLUMNS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "people": N_("people"),
        "p10": N_("one in ten below"),
        "p25": N_("a quarter below"),
        "median": N_("middle"),
        "p75": N_("a quarter above"),
        "p90": N_("one in ten above"),
        "mean": N_("average"),
    }
)
"""Columns of a table of spreads, in its order."""

_LEFT_OUT: Final[Mapping[LeftOut, str]] = MappingProxyType(
    {
        LeftOut.EMPTY: N_("not shown: nobody answered"),
        LeftOut.TOO_FEW: N_("not shown: it would tell about single people"),
        LeftOut.NO_LIST: N_("not shown: no reference pack is installed that tells these groups"),
        LeftOut.EARLIER_REPORT: N_("not shown: together with an earlier report it would tell about single people"),
    }
)


def report_kind(tr: Translator) -> str:
    """Over the title."""
    return tr.gettext("Analysis report")


def report_title(tr: Translator) -> str:
    """The title."""
    return tr.gettext("Skills of people in reception centres")


def selection_line(tr: Translator, selection: Selection) -> str:
    """Period and filters in one line."""
    _ = tr.gettext
    first, last = selection.first_day, selection.last_day
    period: str
    if first and last:
        period = fill(_("{first} to {last}"), first=day(tr, first), last=day(tr, last))
    elif first:
        period = fill(_("from {day}"), day=day(tr, first))
    else:
        period = fill(_("up to {day}"), day=day(tr, last)) if last else _("all interviews")
    filters = (
        joined(tr, [country_name(tr, code) for code in selection.countries]),
        joined(tr, list(map(clean, selection.centres))),
        joined(tr, [choice(tr, "stage", code) for code in selection.stages]),
        joined(tr, [choice(tr, "programme", code) for code in selection.programmes]),
    )
    return " · ".join([period, *(one for one in filters if one)])


def selection_words(tr: Translator, report: Report) -> str:
    """Period and filters of a report; both periods where it compares two."""
    first = selection_line(tr, report.selection)
    if report.beside is None:
        return first
    other = selection_line(tr, report.beside.selection)
    return fill(tr.gettext("{selection} · compared with: {other}"), selection=first, other=other)


def periods_line(tr: Translator, report: Report) -> tuple[str, ...]:
    """Which periods the last chapter compares; nothing where a report is of one."""
    if report.beside is None:
        return ()
    return (_by_period(tr, selection_line(tr, report.selection), selection_line(tr, report.beside.selection)),)


def _by_period(tr: Translator, first: str, second: str) -> str:
    return fill(tr.gettext("First period: {first} · Second period: {second}"), first=first, second=second)


def cover_figures(tr: Translator, report: Report) -> tuple[tuple[str, str], ...]:
    """The three figures that matter, each with its words."""
    _ = tr.gettext
    centres = fill(
        tr.ngettext("centres in {n} country", "centres in {n} countries", report.countries), n=number(tr, report.countries)
    )
    return (
        (count_words(tr, report.people, report.threshold), _("profiles")),
        (number(tr, report.centres), centres),
        (share_words(tr, report.papers_seen, report.threshold), _("papers seen, of statements on education, work and skills")),
    )


def training_notice(tr: Translator) -> str:
    """On every page of a report that counts invented people."""
    return tr.gettext("TRAINING DATA · all figures invented")


def beside(tr: Translator, report: Report) -> tuple[str, ...]:
    """Who stands beside the figures of a report: those whose word does not cover them, and those of whom nothing is kept."""
    _ = tr.gettext
    lines = (
        (_("Not counted, because their word does not cover figures: {people}."), report.without_consent),
        (_("Interviews of which nothing was kept: {people}."), report.unkept),
    )
    return tuple(fill(words, people=count_words(tr, count, report.threshold)) for words, count in lines if count)


def count_words(tr: Translator, count: Count, threshold: int) -> str:
    """A number of people, or its sign."""
    return sign_words(count, threshold) if isinstance(count, Sign) else number(tr, count)


def share_words(tr: Translator, share: Share, threshold: int) -> str:
    """A share in whole per cent, or its sign."""
    return sign_words(share, threshold) if isinstance(share, Sign) else percent(tr, share / 100)


def statistic_words(tr: Translator, statistic: Statistic, threshold: int) -> str:
    """A figure with one decimal, or its sign."""
    return sign_words(statistic, threshold) if isinstance(statistic, Sign) else one_decimal(tr, statistic)


def change_words(tr: Translator, first: Share | Statistic, second: Share | Statistic) -> str:
    """What the second of two printed figures is more or less than the first; nothing where one of them is not told."""
    return "" if isinstance(first, Sign) or isinstance(second, Sign) else change(tr, second - first)


def sign_words(sign: Sign, threshold: int) -> str:
    """A sign as it is printed."""
    return Ltr(f"<{threshold}" if sign is Sign.SMALL else sign.value)


def legend(tr: Translator, threshold: int) -> tuple[tuple[str, str], ...]:
    """How to read the figures: each sign with its meaning."""
    _ = tr.gettext
    few = tr.ngettext("one to {n} person; the number is hidden", "one to {n} people; the number is hidden", threshold - 1)
    base = tr.ngettext(
        "no percentage: fewer than {n} person in the base", "no percentage: fewer than {n} people in the base", LEAST_BASE
    )
    return (
        (sign_words(Sign.SMALL, threshold), fill(few, n=number(tr, threshold - 1))),
        (sign_words(Sign.PROTECTED, threshold), _("hidden so that a neighbour cannot be worked out")),
        (number(tr, 0), _("nobody")),
        (sign_words(Sign.NO_SHARE, threshold), fill(base, n=number(tr, LEAST_BASE))),
        ("n", _("people who answered; who did not is told above each table")),
    )


def base_words(tr: Translator, table: Table, threshold: int) -> str:
    """The base line of a table, of either period where it compares two; empty for the coverage, which has none."""
    if isinstance(table, FunnelTable):
        return ""
    if table.second is None:
        return base_line(tr, table.base, threshold)
    if table.base.group != table.second.group:
        return _by_period(tr, *(base_line(tr, one, threshold) for one in (table.base, table.second)))
    told = (" ".join(_answers(tr, one, threshold)) for one in (table.base, table.second))
    return " ".join((tr.gettext(GROUPS[table.base.group]), _by_period(tr, *told)))


def base_line(tr: Translator, base: Base, threshold: int) -> str:
    """Whom a table counts, how many, and how many did not answer."""
    return " ".join((tr.gettext(GROUPS[base.group]), *_answers(tr, base, threshold)))


def _answers(tr: Translator, base: Base, threshold: int) -> list[str]:
    """How many people a table counts, and how many did not answer."""
    _ = tr.gettext

    def counted(template: str, count: Count) -> str:
        return fill(template, n=count_words(tr, count, threshold))

    parts = [counted(_("n = {n}."), base.people)]
    if base.no_answer:
        parts.append(counted(_("No answer: {n}."), base.no_answer))
        reasons = (
            (_("not asked {n}"), base.not_asked),
            (_("not known {n}"), base.unknown),
            (_("refused {n}"), base.refused),
        )
        told = [counted(template, count) for template, count in reasons if isinstance(count, int) and count]
        if told:
            parts.append(fill(_("Of these {reasons}."), reasons=joined(tr, told)))
    if base.not_applicable:
        parts.append(counted(_("Not meant by the question: {n}."), base.not_applicable))
    return parts


def notes(tr: Translator, table: Table, skills: Callable[[str], str] = clean) -> tuple[str, ...]:
    """Sentences under a table: how much is hidden, what is joined, what does not add up."""
    _ = tr.gettext
    found: list[str] = []
    if table.hidden:
        hidden = tr.ngettext("{n} number is hidden to protect people.", "{n} numbers are hidden to protect people.", table.hidden)
        found.append(fill(hidden, n=number(tr, table.hidden)))
    if isinstance(table, CountTable):
        joined_rows = [heading_words(tr, one, skills) for one in table.joined]
        if joined_rows:
            found.append(fill(_("Joined, because one alone would be few people: {rows}."), rows="; ".join(joined_rows)))
        if table.is_multiple:
            found.append(_("A person can stand in several rows."))
    if isinstance(table, SpreadTable):
        least = tr.ngettext(
            "No figures for fewer than {n} person.", "No figures for fewer than {n} people.", LEAST_FOR_STATISTICS
        )
        found.append(fill(least, n=number(tr, LEAST_FOR_STATISTICS)))
    if isinstance(table, FunnelTable):
        joined_centres = _("Centres with fewer than {n} eligible people stand together with others.")
        found.append(fill(joined_centres, n=number(tr, LEAST_ELIGIBLE)))
    return tuple(found)


def coverage_sentences(tr: Translator, table: FunnelTable | None) -> tuple[str, ...]:
    """What follows for reading from how many people are in the report."""
    _ = tr.gettext
    steps = {step.name: step for step in table.steps} if table else {}
    complete = steps.get("complete") or steps.get("profiled")
    if complete is None or not isinstance(complete.of_all, int):
        return (
            _("How many people could have had a profile was not counted, so nobody can say how far these figures hold for all."),
            _("Differences of less than ten points between groups should not be read as differences between people."),
        )
    rate = fill(_("Of 100 eligible people {n} are in the figures."), n=number(tr, complete.of_all))
    return (
        rate,
        _("Who is not in the figures may be different: people who left early, who refused, or who were never met."),
        _("Differences of less than ten points between groups should not be read as differences between people."),
    )


def both_coverages(tr: Translator, report: Report) -> tuple[str, ...]:
    """The sentences of either period where a report compares two: what is said of both once."""
    first = coverage_sentences(tr, report.coverage)
    if report.beside is None:
        return first
    second = coverage_sentences(tr, report.beside.coverage)
    alone = (" ".join(one for one in mine if one not in other) for mine, other in ((first, second), (second, first)))
    shared = tuple(one for one in first if one in second)
    return shared if first == second else (_by_period(tr, *alone), *shared)


LIMITS: Final = (
    N_("What is printed here was said by the people themselves. A paper was seen for a part of it only, as table 0.2e tells."),
    N_("The people are not a sample. They are those who were met, who agreed and whose interview was finished."),
    N_("Missing are people who were not met, who refused, who left before, and those whose agreement does not cover figures."),
    N_("Figures are of the day of the interview. Somebody can have learnt or found work since."),
    N_("Many interviews went through an interpreter. Words for trades and schools differ between languages."),
    N_("Numbers of few people are hidden, and others with them. What is hidden cannot be worked out, and must not be tried."),
)
"""The limits page, numbered in this order."""

METHOD: Final = (
    N_("Each person is counted once. Profiles that were recorded twice and joined count as one."),
    N_("Percentages are whole numbers, halves rounded up, of the people who answered."),
    N_("Middles and quarters are taken between two people where they fall between them."),
    N_("Before anything was hidden, classes with few people were joined with a neighbour, or put under “Others”."),
    N_("A number is hidden when it stands for few people, or when it would tell such a number together with others."),
    N_("Reports over other periods or places are taken into account: a difference of few people is hidden like a number."),
)
"""How the figures were made, in the annex."""


def sentences(tr: Translator, texts: Iterable[str]) -> tuple[str, ...]:
    """Fixed sentences in a language."""
    return tuple(map(tr.gettext, texts))


def log_lines(tr: Translator, report: Report) -> tuple[tuple[str, str, str], ...]:
    """What was hidden: number, title, what was done; of the second period after the first."""
    found = [(line.number, table_title(tr, line.number), log_line(tr, line)) for line in report.log]
    for line in report.beside.log if report.beside else ():
        title = " · ".join((table_title(tr, line.number), period_words(tr, Period.SECOND)))
        found.append((line.number, title, log_line(tr, line)))
    return tuple(found)


def paired_log_lines(tr: Translator, report: Report) -> tuple[tuple[str, str, str], ...]:
    """The same with one line for each table: what was done to it in either period, once where it is the same."""
    if report.beside is None:
        return log_lines(tr, report)
    first, second = ({line.number: log_line(tr, line) for line in one.log} for one in (report, report.beside))
    found = []
    for number_of in dict.fromkeys((*first, *second)):
        done, other = first.get(number_of), second.get(number_of)
        if done is None or other is None:
            done = " · ".join((period_words(tr, Period.SECOND if done is None else Period.FIRST), done or other or ""))
        elif done != other:
            done = _by_period(tr, done, other)
        found.append((number_of, table_title(tr, number_of), done))
    return tuple(found)


def log_line(tr: Translator, line: Logged) -> str:
    """What was done to one table, without its title."""
    _ = tr.gettext
    if line.left_out is not None:
        return tr.gettext(_LEFT_OUT[line.left_out])
    parts = [
        fill(template, n=number(tr, count))
        for template, count in (
            (tr.ngettext("{n} small number hidden", "{n} small numbers hidden", line.small), line.small),
            (tr.ngettext("{n} number hidden with them", "{n} numbers hidden with them", line.protected), line.protected),
            (tr.ngettext("{n} class joined", "{n} classes joined", len(line.joined)), len(line.joined)),
        )
        if count
    ]
    return joined(tr, parts) if parts else _("nothing hidden")
