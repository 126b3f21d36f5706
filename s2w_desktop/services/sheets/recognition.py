"""The sheet for whoever recognises diplomas: what is known of each qualification, where its papers are, where to ask.

It decides nothing and names nobody but by the case number.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from s2w_desktop.domain.country.records import Procedure
from s2w_desktop.domain.derived.learning import AT_HAND, eqpr_candidate
from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.regulated_work import is_often_regulated
from s2w_desktop.i18n.fit_words import FitText, fit_text
from s2w_desktop.i18n.isolation import isolate_ltr
from s2w_desktop.i18n.labels import short_label
from s2w_desktop.i18n.sheet_words import SheetText
from s2w_desktop.pdf.content import Texts, Years
from s2w_desktop.pdf.sheet import Fact, Facts, Item, Passage, Section, Sheet, SheetBlock, SmallTable, Weight
from s2w_desktop.services.directory import CountryDirectory
from s2w_desktop.services.paper_content.heads import day_of
from s2w_desktop.services.paper_content.occupations import MAIN_WORK, WISH, Named, job
from s2w_desktop.services.sheets.offices import Offices
from s2w_desktop.services.sheets.speech import Speech


def recognition_sheet(profile: Profile, leaving: Profile, speech: Speech, offices: Offices) -> Sheet:
    """The sheet of a profile as it was asked; of `leaving`, which does not describe what puts at risk, it takes the work."""
    writer = _Writer(profile, leaving, speech, offices)
    return Sheet(
        title=speech.fixed(SheetText.RECOGNITION),
        languages=speech.languages,
        words=speech.words(),
        code=profile.text("record.case_number"),
        date=day_of(profile),
        notice=speech.notice(profile),
        sections=(
            Section((Passage(speech.fixed(SheetText.RECOGNITION_LEAD), Weight.LEAD),)),
            *writer.qualifications(),
            *writer.papers(),
            Section(tuple(writer.regulated()), speech.fixed(SheetText.REGULATED_WORK)),
            Section(tuple(writer.where_to_ask()), speech.fixed(SheetText.WHERE_TO_ASK)),
        ),
    )


@dataclass(frozen=True)
class _Writer:
    profile: Profile
    leaving: Profile
    speech: Speech
    offices: Offices

    # --- qualifications ---

    def qualifications(self) -> Iterator[Section]:
        entries = self.profile.entry_texts("education")
        for entry in entries:
            kind = self.speech.choice("education_kind", self._text("kind", entry))
            title = self.speech.said(self.profile.get(field_path("education", "title", entry))) or kind
            yield Section((Facts(tuple(self._facts(entry))),), title or self._label("title"))
        if not entries:
            yield Section((Passage(self.speech.fixed(SheetText.NO_QUALIFICATION)), *self._schooling()))

    def _schooling(self) -> Iterator[Facts]:
        level = self.profile.text("education_summary.highest_completed")
        if level:
            name = self.speech.each(lambda tr: short_label(tr, "education_summary", "highest_completed"))
            yield Facts((Fact(name, self.speech.choice("isced", level)),))

    def _facts(self, entry: str) -> Iterator[Fact]:
        for key, codes in (("kind", "education_kind"), ("level", "isced"), ("eqf_level", "eqf")):
            yield from self._fact(key, codes, entry)
        field = next((key for key in ("field_detailed", "field_narrow", "field_broad") if self._text(key, entry)), "")
        yield from self._fact(field, field, entry) if field else ()
        yield from self._fact("country", "country", entry)
        if years := self._years(entry):
            yield Fact(self.speech.each(lambda tr: tr.gettext("Years")), self.speech.everywhere(isolate_ltr(years)))
        yield from self._fact("completion", "completion", entry)
        yield from self._fact("doc_status", "document_status", entry)
        yield from self._fact("recognition_state", "recognition", entry)
        yield from self._fact("recognition_country", "country", entry)
        if result := self._text("recognition_result", entry):
            yield Fact(self._label("recognition_result"), self.speech.everywhere(result))
        yield from self._fact("regulated_profession", "yes_no_unknown", entry)

    def _fact(self, key: str, codes: str, entry: str) -> Iterator[Fact]:
        if code := self._text(key, entry):
            yield Fact(self._label(key), self.speech.choice(codes, code))

    def _label(self, key: str, section: str = "education") -> Texts:
        return self.speech.each(lambda tr: short_label(tr, section, key))

    def _years(self, entry: str) -> str:
        start, end = (self.profile.date(field_path("education", key, entry)) for key in ("start", "end"))
        is_ongoing = self._text("completion", entry) == "ongoing"
        return Years(start.year if start else None, end.year if end else None, is_ongoing=is_ongoing).label

    # --- documents ---

    def papers(self) -> Iterator[Section]:
        """The documents that are here and those that are missing, each in a table; and what helps without them."""
        entries = [entry for entry in self.profile.entry_texts("document") if self._of_document("type", entry)]
        here = [entry for entry in entries if self._of_document("possession", entry) in AT_HAND]
        missing = [entry for entry in entries if entry not in here]
        yield Section(self._documents(here), self.speech.fixed(SheetText.PAPERS_HERE))
        hint = (Passage(self.speech.fixed(SheetText.WITHOUT_PAPERS)),) if self._lacks_papers() else ()
        yield Section((*self._documents(missing), *hint), self.speech.fixed(SheetText.PAPERS_MISSING))
        if not entries:
            yield Section((Passage(self.speech.fixed(SheetText.NO_PAPERS)),))

    def _documents(self, entries: list[str]) -> tuple[SmallTable, ...]:
        columns = (
            ("type", "document_type"),
            ("about", "document_about"),
            ("possession", "document_status"),
            ("translation", "translation_state"),
        )
        head = tuple(self._label(key, "document") for key, _ in columns)
        rows = tuple(
            tuple(self.speech.choice(codes, self._of_document(key, entry)) for key, codes in columns) for entry in entries
        )
        return (SmallTable(head, rows, (1.2, 0.9, 1.3, 1.0)),) if rows else ()

    def _lacks_papers(self) -> bool:
        """Whether a qualification of level 3 or more has no papers that could be had (V23)."""
        return any(eqpr_candidate(self.profile, entry) for entry in self.profile.entry_texts("education"))

    # --- work ---

    def _occupations(self) -> list[Named]:
        return [MAIN_WORK, *map(job, self.profile.entry_texts("work")), WISH]

    def regulated(self) -> Iterator[SheetBlock]:
        """Work of the person, done or wished for, that needs a permission here or in many countries."""
        named: dict[str, Item] = {}
        for occupation in self._occupations():
            group = occupation.group_in(self.leaving)
            if group and group not in named and (is_often_regulated(group) or self._is_regulated_here(group)):
                named[group] = Item(self.speech.choice("isco", group))
        if named:
            yield Passage(self.speech.each(lambda tr: fit_text(tr, FitText.REGULATED)))
            yield from named.values()

    def _is_regulated_here(self, group: str) -> bool:
        return any(
            procedure.regulated_profession and _applies(procedure.applies_to_isco, group)
            for directory in self.offices.directories
            for procedure in directory.pack.procedures
        )

    # --- offices ---

    def where_to_ask(self) -> Iterator[SheetBlock]:
        found = [
            (directory, one) for directory in self.offices.directories for one in directory.pack.procedures if self._fits(one)
        ]
        for directory, procedure in found:
            yield from self._procedure(directory, procedure)
        if not found:
            yield Passage(self.speech.fixed(SheetText.ASK_THE_OFFICE))

    def _procedure(self, directory: CountryDirectory, procedure: Procedure) -> Iterator[SheetBlock]:
        yield Passage(self.speech.local(procedure.name), Weight.STRONG)
        yield self.offices.facts(directory, procedure, leaving_out=("isco", "isced", "law", "place", "contact"))
        yield self.offices.contact(directory, directory.index.organization(procedure.authority_id))

    def _fits(self, procedure: Procedure) -> bool:
        """Whether a procedure is for a qualification or for work of the person."""
        levels = {self._text("level", entry) for entry in self.profile.entry_texts("education")}
        levels.add(self.profile.text("education_summary.highest_completed"))
        groups = {occupation.group_in(self.leaving) for occupation in self._occupations()} - {""}
        match procedure.kind:
            case "recognition_academic":
                return not procedure.applies_to_isced or bool(levels & set(procedure.applies_to_isced))
            case "recognition_professional":
                return any(_applies(procedure.applies_to_isco, group) for group in groups)
            case "validation_informal":
                return bool(groups) and (
                    not procedure.applies_to_isco or any(_applies(procedure.applies_to_isco, group) for group in groups)
                )
            case _:
                return False

    def _text(self, key: str, entry: str) -> str:
        return self.profile.text(field_path("education", key, entry))

    def _of_document(self, key: str, entry: str) -> str:
        return self.profile.text(field_path("document", key, entry))


def _applies(codes: tuple[str, ...], group: str) -> bool:
    """Whether a unit group is one of these groups of ISCO-08 or within one of them."""
    return any(group.startswith(code) for code in codes)
