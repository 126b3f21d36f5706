"""A report as one web page that anybody can read: with eyes, ears or fingers, on a screen or on paper, without a network.

No script, nothing fetched; a browser is told to refuse both.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from s2w_desktop.domain.figures import COMPARED, Report, Table
from s2w_desktop.i18n import report_words as words
from s2w_desktop.i18n.isolation import clean
from s2w_desktop.i18n.report_file_words import LOG_COLUMNS, FileText, file_text
from s2w_desktop.i18n.report_headings import Skills
from s2w_desktop.i18n.report_parts import ReportText, edition, report_text, versions
from s2w_desktop.i18n.report_titles import chapter_of, chapter_title, table_title
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.interchange.html_elements import Markup, as_it_is, element, together
from s2w_desktop.interchange.html_style import style
from s2w_desktop.interchange.html_tables import GridTables, table_id
from s2w_desktop.interchange.report_grids import grids

_COVERAGE = "0"
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def report_html(tr: Translator, report: Report, skills: Skills = clean) -> bytes:
    """The page in one language; `skills` gives the words of an ESCO skill in it. The same report gives the same bytes."""
    page = _Page(tr, report, skills)
    root = element("html", page.head(), page.body(), lang=tr.code.replace("_", "-"), dir="rtl" if tr.is_rtl else "ltr")
    return f"<!DOCTYPE html>\n{root}\n".encode()


class _Page:
    """Parts of the page of one report."""

    def __init__(self, tr: Translator, report: Report, skills: Skills) -> None:
        self._tr, self._report, self._skills = tr, report, skills
        self._tables = GridTables(tr, report.threshold)
        found = groupby(report.tables, key=lambda table: chapter_of(table.number))
        self._chapters = {_COVERAGE: (), **{chapter: tuple(tables) for chapter, tables in found}}  # coverage is told in any case

    def head(self) -> Markup:
        title = f"{words.report_title(self._tr)} · {words.selection_words(self._tr, self._report)}"
        return element(
            "head",
            element("meta", charset="utf-8"),
            element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
            element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            element("title", title),
            element("style", as_it_is(style())),
        )

    def body(self) -> Markup:
        chapters = [self._chapter(chapter, tables) for chapter, tables in self._chapters.items()]
        foot = together((words.report_kind(self._tr), " · ", edition(self._tr, self._report)))
        return element(
            "body",
            element("a", file_text(self._tr, FileText.SKIP), class_="skip", href="#figures"),
            self._header(),
            self._contents(),
            element("main", self._how_to_read(), *chapters, *self._annex(), id="figures", tabindex="-1"),
            element("footer", element("p", foot, class_="quiet")),
        )

    def _header(self) -> Markup:
        tr, report = self._tr, self._report
        training = [element("p", words.training_notice(tr), class_="training")] if report.is_training else []
        figures = element("dl", *_pairs(words.cover_figures(tr, report)), class_="figures")
        selection = element("p", words.selection_words(tr, report))
        others = [element("p", sentence) for sentence in words.beside(tr, report)]
        kind, title = element("p", words.report_kind(tr), class_="kind"), element("h1", words.report_title(tr))
        return element("header", *training, kind, title, selection, figures, *others)

    def _contents(self) -> Markup:
        chapters = [(f"c-{one}", f"{one} {chapter_title(self._tr, one)}") for one in self._chapters]
        annex = [(f"a-{text.name.lower()}", report_text(self._tr, text)) for text in _ANNEX]
        links = [element("li", element("a", said, href=f"#{place}")) for place, said in (*chapters, *annex)]
        title = element("h2", file_text(self._tr, FileText.CONTENTS), id="contents")
        return element("nav", title, element("ul", *links), aria_labelledby="contents")

    def _how_to_read(self) -> Markup:
        signs = element("dl", *_pairs(words.legend(self._tr, self._report.threshold)))
        dashed = element("p", report_text(self._tr, ReportText.DASHED))
        return self._part(ReportText.HOW_TO_READ, signs, dashed)

    def _chapter(self, chapter: str, tables: Sequence[Table]) -> Markup:
        title = element("h2", f"{chapter} {chapter_title(self._tr, chapter)}", id=f"c-{chapter}")
        return together((title, *self._reading(chapter), *map(self._table, tables)))

    def _reading(self, chapter: str) -> Iterator[Markup]:
        if chapter == COMPARED:
            return (element("p", line) for line in words.periods_line(self._tr, self._report))
        if chapter != _COVERAGE:
            return iter(())
        return (element("p", sentence) for sentence in words.coverage_sentences(self._tr, self._report.coverage))

    def _table(self, table: Table) -> Markup:
        tr, number = self._tr, table_id(table)
        title = f"{table.number} {table_title(tr, table.number)}"
        told = words.base_words(tr, table, self._report.threshold)
        made = [element("h3", title, id=number)]
        for place, grid in enumerate(grids(tr, table, self._skills)):
            said = report_text(tr, ReportText.BY_CENTRE) if place else told
            caption = element("caption", element("span", f"{title}. ", class_="heard"), said)
            drawn = self._tables.table(grid, caption, table)
            made.append(element("div", drawn, class_="scroll", role="region", tabindex="0", aria_labelledby=number))
        under = [element("p", note) for note in words.notes(tr, table, self._skills)]
        return element("section", *made, element("div", *under, class_="notes"), aria_labelledby=number)

    def _annex(self) -> Iterator[Markup]:
        tr, report = self._tr, self._report
        yield self._part(ReportText.LIMITS, _listed("ol", words.sentences(tr, words.LIMITS)))
        yield self._part(ReportText.METHOD, _listed("ol", words.sentences(tr, words.METHOD)))
        yield self._part(ReportText.LOG, self._log())
        yield self._part(ReportText.VERSIONS, _listed("ul", versions(tr, report.questionnaire, report.lists)))

    def _log(self) -> Markup:
        tr = self._tr
        heads = element("tr", *(element("th", tr.gettext(words), scope="col") for words in LOG_COLUMNS))
        rows = [
            element(
                "tr",
                element("th", number, scope="row"),
                element("td", title),
                element("td", done),
            )
            for number, title, done in words.log_lines(tr, self._report)
        ]
        caption = element("caption", element("span", report_text(tr, ReportText.LOG), class_="heard"))
        return element("table", caption, element("thead", heads), element("tbody", *rows), class_="words")

    def _part(self, text: ReportText, *children: Markup) -> Markup:
        place = f"a-{text.name.lower()}"
        return element("section", element("h2", report_text(self._tr, text), id=place), *children, aria_labelledby=place)


_ANNEX = (ReportText.LIMITS, ReportText.METHOD, ReportText.LOG, ReportText.VERSIONS)


def _pairs(pairs: Iterable[tuple[str, str]]) -> Iterator[Markup]:
    return (element("div", element("dt", first), element("dd", said)) for first, said in pairs)


def _listed(kind: str, texts: Iterable[str]) -> Markup:
    return element(kind, *(element("li", text) for text in texts))
