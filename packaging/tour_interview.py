"""A whole interview of the tour: every section answered through the widgets, in every detail, and shown in pictures."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from officer import Officer
from s2w_desktop.domain.asking import asked_sections
from s2w_desktop.domain.completeness import completeness
from s2w_desktop.domain.fields import SectionSpec, field_path
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.i18n.names import language_name
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.interview.place import End
from s2w_desktop.ui.kit.option import OptionRow
from s2w_desktop.ui.kit.panel import ScrollPage
from s2w_desktop.ui.pages.new_interview import NewInterviewPage
from s2w_desktop.ui.pages.profiles import ProfilesPage
from s2w_desktop.ui.routes import Area, Route
from s2w_desktop.ui.work import WorkArea
from tests.attachments.making import page_of_writing, png_of
from tests.ui.typing import click, commit, drop
from tour_people import TourPerson
from tour_program import Album, Program, settle, until

SHOWN = (
    ("consent.create_profile", "an agreement"),
    ("identity.date_of_birth", "a date"),
    ("language.listening", "a level"),
    ("basic_skills.scripts_known", "several of a few"),
    ("work_summary.main_occupation_isco", "a group of occupations"),
    ("work_summary.years_worked_total", "a number"),
    ("transversal.strengths", "several answers, page by page"),
    ("expectation.first_goal", "one of many"),
    ("barrier.health", "a refusal"),
)
CHECKED_AT = "appraisal"  # the check page is shown before this section too, while something is open
OVERLAP = 60  # pixels that two pictures of one long section share


class WholeInterview:
    """One person's interview in the window of a laptop. `folder` gets the pictures, `work` what the person has with them."""

    def __init__(self, program: Program, person: TourPerson, folder: Path, work: Path) -> None:
        self._program, self._person, self._work = program, person, work
        self.album = Album(folder, digits=3)

    def conduct(self) -> None:
        """From the list of profiles and back to it. Raises AssertionError when a question is left open."""
        window = self._program.window
        before = window.desk.book.settings
        window.use(replace(before, language=self._person.officer))
        page = self._begin()
        self._answer(page)
        self._show_to_person(page)
        self._end(page)
        self._program.wait_for(ProfilesPage)
        window.use(replace(window.desk.book.settings, language=before.language))
        settle()

    def _begin(self) -> InterviewPage:
        self._program.find(WorkArea).go(Route(Area.PROFILES))
        self._press("New interview")
        page, person = self._program.wait_for(NewInterviewPage), self._person
        page.picker.line.setFocus()
        page.picker.line.selectAll()
        commit(page.picker.line, language_name(self._program.window.desk.translator, person.language))
        page.picker.list.clicked.emit(page.picker.list.model().index(0, 0))
        for row in page.findChildren(OptionRow):
            if row.choice.key in (person.officer, "extended") and not row.isChecked():
                click(row)
        self.album.take(self._program.window, "new-interview", "In which languages, and how deep")
        self._press("Begin the interview")
        return self._program.wait_for(InterviewPage)

    def _answer(self, page: InterviewPage) -> None:
        officer = Officer(page)
        for section in asked_sections(QUESTIONNAIRE, self._person.model):
            if section.key == CHECKED_AT:
                self._take_end(page, End.CHECK, "check-open", "What is open, while something is")
            officer.record_section(section, self._person.model)
            self._bring_copies(page, section)
            self._take_section(page, section)

    def _bring_copies(self, page: InterviewPage, section: SectionSpec) -> None:
        """Drop a drawn certificate on the questions for which the person brought one."""
        for brought in self._person.brought:
            if brought.section == section.key:
                entry = page.editor.profile.entries(section.key)[brought.entry]
                path = field_path(section.key, brought.field, entry)
                page.show_section(section.key, entry, path)
                settle()
                drop(page.sheet.blocks[path].input.widget, self._certificate())
                until(partial(_is_answered, page, path))

    def _certificate(self) -> Path:
        file = self._work / "certificate.png"
        file.write_bytes(png_of(page_of_writing(words="Sample certificate")))
        return file

    def _take_section(self, page: InterviewPage, section: SectionSpec) -> None:
        """As many pictures as the section has screens."""
        screen = next(one for one in page.findChildren(ScrollPage) if one.isAncestorOf(page.sheet))
        bar, number = screen.verticalScrollBar(), 1
        page.sheet.finish()
        settle()
        bar.setValue(0)
        self._take(section.key.replace("_", "-"), f"Section {section.key}")
        while bar.value() < bar.maximum():
            number += 1
            bar.setValue(bar.value() + bar.pageStep() - OVERLAP)
            self._take(f"{section.key.replace('_', '-')}-{number}", f"Section {section.key}, screen {number}")

    def _show_to_person(self, page: InterviewPage) -> None:
        for path, words in SHOWN:
            section, _, key = path.partition(".")
            entries = page.editor.profile.entries(section)
            entry = entries[-1] if entries else None
            page.show_section(section, entry, field_path(section, key, entry))
            page.show_to_person()
            window = page.showing.window
            if window is None:
                raise RuntimeError("nothing is shown")
            self.album.take(window, f"show-{key.replace('_', '-')}", f"Show to the person: {words}")
            page.showing.end()
            settle()

    def _end(self, page: InterviewPage) -> None:
        """Check, read back, finish, by the buttons of the footer."""
        left = completeness(QUESTIONNAIRE, page.editor.profile)
        if not left.is_complete:
            raise AssertionError("a question was left open")
        self._take_end(page, End.CHECK, "check", "The check page at the end")
        self._take_end(page, End.READ_BACK, "read-back", "Everything is read back in the person's language")
        self._press("Finish the interview")

    def _take_end(self, page: InterviewPage, end: End, name: str, words: str) -> None:
        page.show_end(end)
        self._take(name, words)

    def _take(self, name: str, words: str) -> None:
        self.album.take(self._program.window, name, words)

    def _press(self, source: str) -> None:
        """Click the button with these words, in the language of the window."""
        self._program.press(self._program.window.desk.translator.gettext(source))


def _is_answered(page: InterviewPage, path: str) -> bool:
    return page.editor.profile.get(path) is not None
