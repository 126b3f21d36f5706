"""The story of the tour: headquarters and a laptop meet, people are recorded, handed over, received."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from officer import Officer
from s2w_desktop import paths
from s2w_desktop.domain.asking import asked_sections
from s2w_desktop.domain.handover import Handover
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.services.sample_people import SamplePeople
from s2w_desktop.services.settings import LookChoice
from s2w_desktop.storage.values import ListQuery
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.interview.place import End
from s2w_desktop.ui.pages.enrol import EnrolPanel
from s2w_desktop.ui.pages.hand_over import HandOverPage
from s2w_desktop.ui.pages.inbox import InboxPage
from s2w_desktop.ui.pages.new_interview import NewInterviewPage
from s2w_desktop.ui.pages.preview import PreviewPage
from s2w_desktop.ui.pages.profiles import ProfilesPage
from s2w_desktop.ui.pages.receipts import ReceiptsPage
from s2w_desktop.ui.pages.unlock import UnlockPage
from s2w_desktop.ui.routes import Area, Route
from s2w_desktop.ui.work import WorkArea
from tests.ui.typing import click, commit
from tour_first_run import PASSPHRASE, first_run
from tour_interview import WholeInterview
from tour_people import TourPerson
from tour_program import Album, Program, choose_row, settle, until
from tour_report import Account, keep_headquarters_keys, keep_laptop_key

SEED = 11
PEOPLE = (("ara", "Arabic"), ("ukr", "Ukrainian"), ("tir", "Tigrinya"), ("ara", "Arabic"), ("som", "Somali"))
PAPERS = (("en",), ("fr",), ("ar",), ("en", "ar"), ("fr", "ar"), ("ar", "en"))
_PICTURED = {
    "identity": ("interview-name", "A name in its own script beside the Latin one; a year of birth is enough"),
    "work_summary": ("interview-work", "Work: own words first, the group of occupations second"),
    "transversal": ("interview-strengths", "Strengths, chosen by the person"),
    "expectation": ("interview-goals", "What the person wants to do"),
}
_SHOWN = (
    ("work_summary.main_occupation_isco", "occupations", "Show to the person: one question, their language, drawings, a tap"),
    ("transversal.strengths", "strengths", "Several answers, page by page, then done"),
    ("work_summary.years_worked_total", "number", "A number in the person's own figures"),
    ("identity.date_of_birth", "date", "A date as far as it is known"),
)
_ENDS = (
    (End.CHECK, "The check page: everything that is open, one key away"),
    (End.READ_BACK, "Everything is read back in the person's language"),
)
_HEADQUARTERS_AREAS = (
    (Area.PROFILES, "headquarters-profiles", "What headquarters has now"),
    (Area.DEVICES, "headquarters-laptops", "Laptops that headquarters knows"),
    (Area.FIGURES, "headquarters-figures", "A first table of counts; small numbers are hidden"),
)


class Tour:
    """The story, chapter by chapter."""

    def __init__(self, app: QApplication, folder: Path, work: Path, people: Sequence[TourPerson]) -> None:
        self._app, self._folder, self._work, self._people = app, folder, work, people
        self._stick = work / "stick"
        self._stick.mkdir()
        self._card = self._stick / "headquarters.s2w-card"
        self.album = Album(folder)
        self.account = Account()
        self._second_name = ""

    def run(self) -> None:
        """Everything, once."""
        with self.account.timed("headquarters is set up"):
            self._set_up_headquarters()
        laptop = self._set_up_laptop()
        with self.account.timed(f"{len(PEOPLE)} interviews through the widgets"):
            self._record(laptop)
        self._look_around(laptop)
        self._conduct_whole_interviews(laptop)
        self._lock_and_unlock(laptop)
        with self.account.timed("hand-over written and read back"):
            self._hand_over(laptop)
        laptop.end()
        self._import_at_headquarters()
        self._carry_receipt_back()

    # --- chapters ---

    def _set_up_headquarters(self) -> None:
        program = Program(self._app, self._work / "headquarters" / "store")
        first_run(program, self.album, is_headquarters=True)
        panel = program.wait_for(EnrolPanel)
        panel.write_card(self._card)
        self.album.take(program.window, "headquarters-card", "Headquarters writes its card: public keys and six words")
        program.press("Begin work")
        program.wait_for(InboxPage)
        self.album.take(program.window, "headquarters-empty-inbox", "An empty inbox says what to do")
        self.account.words = " ".join(program.workplace.enrolment.own_words())
        program.end()

    def _set_up_laptop(self) -> Program:
        program = Program(self._app, self._work / "laptop" / "store")
        first_run(program, self.album, is_headquarters=False)
        panel = program.wait_for(EnrolPanel)
        panel.open_card(self._card)
        settle()
        compare = panel.compare
        if compare is None:
            raise RuntimeError("the card was not read")
        for field, word in zip(compare.fields, self.account.words.split(), strict=True):
            field.setFocus()
            commit(field, word)
        self.album.take(
            program.window, "laptop-compares-words", "Six words, read out by telephone, are compared before a key is trusted"
        )
        if panel.action is None:
            raise RuntimeError("nothing to agree to")
        click(panel.action)
        settle()
        panel.write_request(self._stick)
        self.album.take(program.window, "laptop-request", "The laptop's answer, readable by headquarters alone")
        program.press("Begin work")
        program.wait_for(ProfilesPage)
        self.album.take(program.window, "empty-list", "The first morning: no profile yet")
        return program

    def _record(self, program: Program) -> None:
        people = SamplePeople(paths.resources(), program.workplace.station, SEED).people(1_000)
        for number, (language, words) in enumerate(PEOPLE):
            person = next(one for one in people if one.language == language)
            program.press("New interview")
            page = program.wait_for(NewInterviewPage)
            page.picker.line.setFocus()
            page.picker.line.selectAll()
            commit(page.picker.line, words)
            page.picker.list.clicked.emit(page.picker.list.model().index(0, 0))
            if number == 0:
                self.album.take(program.window, "new-interview", "Which two languages the interview is held in")
            program.press("Begin the interview")
            interview = program.wait_for(InterviewPage)
            if number == 1:
                self._second_name = person.profile.text("identity.name_original").split()[0]
            if number == 0:
                self._first_interview(program, interview, person.profile)
            else:
                Officer(interview).record(person.profile)
            self._leave(program, is_finished=number != len(PEOPLE) - 1)
        self.account.profiles = len(PEOPLE)

    def _first_interview(self, program: Program, page: InterviewPage, model: Profile) -> None:
        officer = Officer(page)
        self.album.take(
            program.window, "interview-agreement", "The interview begins with the person's agreement, in two languages"
        )
        for section in asked_sections(QUESTIONNAIRE, page.editor.profile):
            officer.record_section(section, model)
            if section.key in _PICTURED:
                self.album.take(program.window, *_PICTURED[section.key])
        page.show_section("language", page.editor.profile.entries("language")[1])
        self.album.take(program.window, "interview-languages", "Five skills on a ladder, each step in plain words")
        self._show_to_person(page)
        self._take_ends(program)
        self._in_arabic(program)
        self._paper(program)

    def _show_to_person(self, page: InterviewPage) -> None:
        """One question of each kind, as the person sees it."""
        for path, name, words in _SHOWN:
            page.show_section(path.partition(".")[0], None, path)
            page.show_to_person()
            window = page.showing.window
            if window is None:
                raise RuntimeError("nothing is shown")
            self.album.take(window, f"show-{name}", words)
            page.showing.end()
            settle()

    def _take_ends(self, program: Program) -> None:
        """The pages of the end."""
        page = program.find(InterviewPage)
        for end, words in _ENDS:
            page.show_end(end)
            self.album.take(program.window, f"interview-{end.value.replace('_', '-')}", words)

    def _take_mirrored(self, program: Program, name: str, words: str) -> None:
        """The same page in Arabic; the window is built anew, so pages held before are gone."""
        window = program.window
        window.use(replace(window.desk.book.settings, language="ar"))
        self.album.take(window, f"{name}-arabic", f"{words} in Arabic: everything mirrors")
        window.use(replace(window.desk.book.settings, language="en"))
        settle()

    def _in_arabic(self, program: Program) -> None:
        page = program.find(InterviewPage)
        page.show_section("work_summary")
        window, settings = program.window, program.window.desk.book.settings
        window.use(replace(settings, language="ar"))
        program.find(InterviewPage).set_second_language("en")
        self.album.take(
            window, "interview-arabic-mirrored", "The same interview for an Arabic-speaking officer: everything mirrors"
        )
        window.use(replace(window.desk.book.settings, look=LookChoice.DARK, language="en"))
        program.find(InterviewPage).set_second_language("ar")
        self.album.take(window, "interview-dark", "Dark look")
        window.use(replace(window.desk.book.settings, look=LookChoice.CONTRAST))
        self.album.take(window, "interview-contrast", "High contrast")
        window.use(replace(window.desk.book.settings, look=LookChoice.LIGHT))

    def _paper(self, program: Program) -> None:
        program.press("Paper")
        page = program.wait_for(PreviewPage)
        until(lambda: page.paper is not None)
        self.album.take(program.window, "paper-preview", "What the preview shows is what prints")
        paper = page.paper
        if paper is None:
            raise RuntimeError("no paper")
        page.save(self._folder / "paper-from-the-window.pdf")
        self.album.take(program.window, "paper-saved", "A saved paper is not encrypted, and the program says so")
        program.press("Back")
        program.wait_for(InterviewPage)

    def _leave(self, program: Program, *, is_finished: bool) -> None:
        page = program.find(InterviewPage)
        if is_finished:
            page.show_section("signoff")
            program.press("Check")
            program.press("Read back to the person")
            program.press("Finish the interview")
        else:
            program.press("Profiles")
        program.wait_for(ProfilesPage)

    def _look_around(self, program: Program) -> None:
        self.album.take(program.window, "profiles", "The list: state, answers, hand-over; names stay hidden")
        page = program.find(ProfilesPage)
        page.search.setFocus()
        commit(page.search, self._second_name)
        settle()
        self.album.take(program.window, "profiles-search", "Search finds names in every script, even while they are hidden")
        program.find(WorkArea).go(Route(Area.PROFILES))
        program.find(ProfilesPage).search.clear()
        self._take_mirrored(program, "profiles", "The list")
        program.find(WorkArea).go(Route(Area.SETTINGS))
        self.album.take(program.window, "settings", "Settings work at once")
        self._take_mirrored(program, "settings", "Settings")
        profile = program.workplace.store.profiles.ids(ListQuery())[-1]
        for languages in PAPERS:
            pdf = program.workplace.papers.profile_paper(profile, languages)
            (self._folder / f"paper-{'-'.join(languages)}.pdf").write_bytes(pdf)
        self.account.papers = len(PAPERS)

    def _conduct_whole_interviews(self, program: Program) -> None:
        for person in self._people:
            with self.account.timed(f"whole interview in every detail, {person.pair}"):
                interview = WholeInterview(program, person, self._folder / person.pair, self._work)
                interview.conduct()
            self.account.interviews.append((person.pair, interview.album.taken))
            self.account.profiles += 1

    def _lock_and_unlock(self, program: Program) -> None:
        program.press("Lock")
        until(lambda: program.locked)
        program.unlock_again()
        self.album.take(program.window, "unlock", "Locking ends the process; a new one asks for the passphrase")
        self._take_mirrored(program, "unlock", "Unlocking")
        page = program.wait_for(UnlockPage)
        self._unlock(program, "a wrong guess of somebody")
        until(lambda: page.spot.notice is not None)
        self.album.take(program.window, "unlock-wrong", "A wrong passphrase: what happened, whether the data is safe, what to do")
        with self.account.timed("unlock, calibrated key derivation included"):
            self._unlock(program, PASSPHRASE)
            program.wait_for(ProfilesPage)

    def _unlock(self, program: Program, passphrase: str) -> None:
        page = program.wait_for(UnlockPage)
        until(page.field.line.isEnabled)
        page.field.line.setFocus()
        commit(page.field.line, passphrase)
        program.press("Unlock")

    def _hand_over(self, program: Program) -> None:
        program.find(WorkArea).go(Route(Area.HAND_OVER))
        page = program.wait_for(HandOverPage)
        self.album.take(program.window, "hand-over-what", "What would be handed over")
        click(page.next_button)
        self.album.take(program.window, "hand-over-whom", "For whom: six words of the key")
        click(page.next_button)
        page.target.use_other()
        page.target.field.line.setFocus()
        page.target.field.line.selectAll()
        commit(page.target.field.line, str(self._stick))
        self.album.take(program.window, "hand-over-where", "Where to, and how much room is there")
        click(page.next_button)
        until(lambda: page.result is not None)
        result = page.result
        self.album.take(program.window, "hand-over-written", "Written, read back, and what happens next")
        self._take_mirrored(program, "hand-over-written", "The hand-over")
        if result is None:
            raise RuntimeError("nothing was written")
        self.account.bundle = result.bundles[0].path
        self.account.bundle_bytes = result.bundles[0].size
        shutil.copy(result.bundles[0].path, self._folder)
        keep_laptop_key(self._folder, program.workplace)

    def _import_at_headquarters(self) -> None:
        program = Program(self._app, self._work / "headquarters" / "store")
        self._unlock(program, PASSPHRASE)
        page = program.wait_for(InboxPage)
        page.open_places([self._stick])
        until(lambda: bool(page.items))
        request = next(number for number, item in enumerate(page.items) if item.introduction is not None)
        choose_row(page.table, request)
        self._compare_request(program, page)
        page.open_places([self._stick])
        until(lambda: any(item.result is not None for item in page.items))
        choose_row(page.table, next(number for number, item in enumerate(page.items) if item.result is not None))
        self.album.take(program.window, "inbox-checked", "Checked before anything is taken in: sender, gaps, wholeness")
        with self.account.timed("import at headquarters"):
            action = page.detail.action
            if action is None:
                raise RuntimeError("nothing to take in")
            click(action)
            until(lambda: bool(program.workplace.receipts.due()))
        page.write_receipts(self._stick)
        until(lambda: not program.workplace.receipts.due())
        self.album.take(program.window, "inbox-receipt", "Taken in, and the receipt written")
        self._take_mirrored(program, "inbox-receipt", "The inbox")
        for area, name, words in _HEADQUARTERS_AREAS:
            program.find(WorkArea).go(Route(area))
            self.album.take(program.window, name, words)
        self.account.imported = program.workplace.store.profiles.count(ListQuery())
        keep_headquarters_keys(self._folder, program.workplace)
        program.end()

    def _compare_request(self, program: Program, page: InboxPage) -> None:
        compare = page.detail.compare
        introduction = next(item.introduction for item in page.items if item.introduction is not None)
        if compare is None:
            raise RuntimeError("no words to compare")
        for field, word in zip(compare.fields, introduction.words, strict=True):
            field.setFocus()
            commit(field, word)
        self.album.take(program.window, "inbox-request", "A laptop introduces itself; its words are compared by telephone")
        if page.detail.action is None:
            raise RuntimeError("nothing to agree to")
        click(page.detail.action)
        settle()

    def _carry_receipt_back(self) -> None:
        program = Program(self._app, self._work / "laptop" / "store")
        self._unlock(program, PASSPHRASE)
        program.wait_for(ProfilesPage)
        program.find(WorkArea).go(Route(Area.RECEIPTS))
        page = program.wait_for(ReceiptsPage)
        receipt = max(self._stick.glob("S2W-*.s2w"), key=lambda path: path.stat().st_mtime_ns)
        page.take(receipt)
        until(lambda: page.spot.notice is not None)
        self.album.take(program.window, "receipt-taken-in", "The receipt is back")
        self._take_mirrored(program, "receipt-taken-in", "The receipts")
        program.find(WorkArea).go(Route(Area.PROFILES))
        self.album.take(program.window, "profiles-received", "Only now does the list say: received by headquarters")
        self.account.received = program.workplace.store.profiles.handover_counts().get(Handover.RECEIVED, 0)
        shutil.copy(receipt, self._folder / f"receipt-{receipt.name}")
        program.end()
