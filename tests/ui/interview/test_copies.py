"""An officer attaches copies of documents by button or by dropping, looks at them, takes them out, is told what is wrong."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from s2w_desktop import paths
from s2w_desktop.domain.files import FileKind, FileRef
from s2w_desktop.domain.stations import Role
from s2w_desktop.i18n.field_words import FieldWords
from s2w_desktop.i18n.isolation import clean
from s2w_desktop.i18n.labels_fields import FIELDS
from s2w_desktop.i18n.labels_sections import SECTIONS, SectionWords
from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.services.interviews import Pair
from s2w_desktop.services.settings import SettingsBook
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.editor import ProfileEditor
from s2w_desktop.ui.forms.file_input import FileInput
from s2w_desktop.ui.forms.section import SectionSheet
from s2w_desktop.ui.forms.voices import Voices
from s2w_desktop.ui.interview import copies
from s2w_desktop.ui.interview.copies import Copies
from s2w_desktop.ui.kit.audit import unnamed
from s2w_desktop.ui.kit.panel import Panel, PanelKind
from s2w_desktop.ui.kit.tasks import InlineRunner, Runner, TaskRunner
from s2w_desktop.ui.kit.theme import Theme
from tests.attachments.making import document, page_of_writing, png_of
from tests.copies import COPIES, ONE, OTHER, SECTION
from tests.services.places import Place
from tests.ui.typing import click, drop


@dataclass
class Bench:
    """A sheet with two questions for copies, served as an interview serves it."""

    workplace: Workplace
    editor: ProfileEditor
    window: Panel
    sheet: SectionSheet
    copies: Copies

    def input(self, path: str = ONE) -> FileInput:
        found = self.sheet.blocks[path].input
        assert isinstance(found, FileInput)
        return found

    def answer(self, path: str = ONE) -> object:
        return self.workplace.interviews.read(self.editor.profile.id).get(path)


@pytest.fixture(autouse=True)
def words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words for the section that only tests have."""
    monkeypatch.setitem(SECTIONS, SECTION, SectionWords(Message("s", "Documents"), Message("s", "Copies of them")))
    for path, short in ((ONE, "Diploma"), (OTHER, "Reference")):
        question = Message("q", f"Is there a copy of the {short.lower()}?")
        monkeypatch.setitem(FIELDS, path, FieldWords(question, Message("f", short)))


@pytest.fixture
def workplace(tmp_path: Path) -> Iterator[Workplace]:
    with closing(Place(tmp_path / "laptop", Role.FIELD, questionnaire=COPIES).open()) as made:
        yield made


def bench_of(
    qtbot: QtBot, theme: Theme, workplace: Workplace, folder: Path, *, agreed: bool = True, tasks: Runner | None = None
) -> Bench:
    session = workplace.interviews.begin(Pair("en", "ara"))
    session.set_answer("consent.create_profile", "granted")
    session.set_answer("consent.attach_copies", "granted" if agreed else "refused")
    session.save()
    catalogues = Catalogues(paths.translations())
    tr = catalogues.translator("en")
    book = SettingsBook(folder / "settings.json")
    desk = Desk(theme, catalogues, tr, tasks or InlineRunner(), book, workplace.sources, paths.resources())
    window = Panel(theme, kind=PanelKind.WINDOW)
    editor = ProfileEditor(session, workplace.sources, window)
    sheet = SectionSheet(theme, Voices(tr, None, "ara", "eng"), COPIES.by_key[SECTION], session.profile)
    sheet.edited.connect(editor.set_answer)
    sheet.left.connect(editor.save_now)
    window.add(sheet, None)
    served = Copies(desk, workplace.attachments, editor, window)
    served.serve(sheet)
    qtbot.addWidget(window)
    window.resize(1000, 700)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return Bench(workplace, editor, window, sheet, served)


@pytest.fixture
def bench(qtbot: QtBot, theme: Theme, workplace: Workplace, tmp_path: Path) -> Bench:
    return bench_of(qtbot, theme, workplace, tmp_path)


def choose(monkeypatch: pytest.MonkeyPatch, file: Path | None) -> None:
    """What the person picks in the system's dialog."""
    monkeypatch.setattr(copies, "ask_file", lambda *_asked: file)


def put(folder: Path, content: bytes, name: str = "scan.pdf") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_a_chosen_file_becomes_the_answer_and_is_told_in_words(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, put(tmp_path, document(2)))
    click(bench.input().add_button)
    answer = bench.answer()
    assert isinstance(answer, FileRef)
    assert (answer.kind, answer.pages) == (FileKind.PDF, 2)
    assert clean(bench.sheet.blocks[ONE].spoken_answer()).startswith("PDF, 2 pages, ")
    assert bench.input().view_button.isVisible()
    assert not bench.input().add_button.isVisible()
    assert not bench.editor.session.is_dirty


def test_choosing_nothing_changes_nothing(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, None)
    click(bench.input().add_button)
    assert bench.answer() is None
    assert bench.input().add_button.isVisible()


def test_a_file_can_be_dropped(bench: Bench, tmp_path: Path) -> None:
    file = put(tmp_path, png_of(page_of_writing((90, 120))), "photo.png")
    assert drop(bench.input().widget, file)
    answer = bench.answer()
    assert isinstance(answer, FileRef)
    assert answer.kind is FileKind.PNG


def test_several_files_or_none_are_not_taken(bench: Bench, tmp_path: Path) -> None:
    file = put(tmp_path, document(1))
    assert not drop(bench.input().widget, file, file)
    assert not drop(bench.input().widget)
    assert bench.answer() is None


def test_a_copy_is_taken_out_and_undo_brings_it_back(bench: Bench, tmp_path: Path) -> None:
    drop(bench.input().widget, put(tmp_path, document(1)))
    kept = bench.answer()
    click(bench.input().remove_button)
    assert bench.answer() is None
    assert bench.input().add_button.hasFocus()
    bench.editor.undo()
    bench.editor.save_now()
    assert bench.answer() == kept


def test_a_file_that_is_refused_is_told_at_its_question(bench: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    drop(bench.input().widget, put(tmp_path, b"hello"))
    notice = bench.input().notice
    assert notice is not None
    qtbot.waitUntil(notice.isVisible)
    assert "E-COPY-2" in notice.accessibleName()
    assert "not a PDF, JPEG or PNG" in notice.accessibleName()
    assert bench.input(OTHER).notice is None
    assert bench.answer() is None
    drop(bench.input().widget, put(tmp_path, document(1)))
    assert bench.input().notice is None
    assert isinstance(bench.answer(), FileRef)


def test_without_the_persons_word_no_file_is_even_opened(
    qtbot: QtBot, theme: Theme, workplace: Workplace, tmp_path: Path
) -> None:
    bench = bench_of(qtbot, theme, workplace, tmp_path, agreed=False)
    drop(bench.input().widget, tmp_path / "nowhere.pdf")
    notice = bench.input().notice
    assert notice is not None
    assert "E-COPY-9" in notice.accessibleName()


def test_every_control_has_a_name(bench: Bench, tmp_path: Path) -> None:
    assert not unnamed(bench.window)
    drop(bench.input().widget, put(tmp_path, document(1)))
    drop(bench.input(OTHER).widget, put(tmp_path, b"hello"))
    assert not unnamed(bench.window)
    assert bench.input().view_button.accessibleName().startswith("Is there a copy of the diploma?")


def test_the_copy_is_shown_page_by_page_and_closes_by_key(bench: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    drop(bench.input().widget, put(tmp_path, document(3)))
    click(bench.input().view_button)
    viewer = bench.copies.viewer
    assert viewer is not None
    qtbot.waitUntil(lambda: len(viewer.pages) == 3)
    assert [clean(page.accessibleName()) for page in viewer.pages] == ["Page 1 of 3", "Page 2 of 3", "Page 3 of 3"]
    assert all(page.pixmap().width() > 400 for page in viewer.pages)
    assert not unnamed(viewer)
    QTest.keyClick(viewer, Qt.Key.Key_Escape)
    assert not viewer.isVisible()


def test_a_copy_that_is_not_here_is_told_in_the_viewer(bench: Bench) -> None:
    bench.copies.view(FileRef("0" * 64, FileKind.PDF, 10, 1))
    viewer = bench.copies.viewer
    assert viewer is not None
    notice = viewer.spot.notice
    assert notice is not None
    assert "E-COPY-8" in notice.accessibleName()
    viewer.accept()


@pytest.fixture
def runner() -> Iterator[TaskRunner]:
    made = TaskRunner()
    yield made
    made.close()


def test_the_work_goes_on_in_the_background_and_can_be_stopped(
    qtbot: QtBot, theme: Theme, workplace: Workplace, tmp_path: Path, runner: TaskRunner
) -> None:
    bench = bench_of(qtbot, theme, workplace, tmp_path, tasks=runner)
    drop(bench.input().widget, put(tmp_path, document(20)))
    progress = bench.input().progress
    assert progress is not None
    qtbot.waitUntil(progress.isVisible)
    assert not bench.input().add_button.isVisible()
    click(progress.cancel_button)
    qtbot.waitUntil(lambda: bench.input().progress is None)
    assert bench.answer() is None
    assert bench.input().notice is None
    drop(bench.input().widget, put(tmp_path, document(2)))
    qtbot.waitUntil(lambda: isinstance(bench.answer(), FileRef))
    assert bench.input().view_button.isVisible()


def test_work_that_outlives_its_sheet_still_answers_the_question(
    qtbot: QtBot, theme: Theme, workplace: Workplace, tmp_path: Path, runner: TaskRunner
) -> None:
    bench = bench_of(qtbot, theme, workplace, tmp_path, tasks=runner)
    drop(bench.input().widget, put(tmp_path, document(5)))
    again = SectionSheet(theme, bench.sheet.voices, bench.sheet.section, bench.editor.profile)
    bench.copies.serve(again)
    bench.window.box.insertWidget(0, again)
    bench.sheet.deleteLater()
    bench.sheet = again
    assert bench.input().progress is not None
    qtbot.waitUntil(lambda: isinstance(bench.answer(), FileRef))
    assert bench.input().progress is None
    assert bench.input().view_button.isVisible()


def test_leaving_the_interview_ends_the_work(
    qtbot: QtBot, theme: Theme, workplace: Workplace, tmp_path: Path, runner: TaskRunner
) -> None:
    bench = bench_of(qtbot, theme, workplace, tmp_path, tasks=runner)
    drop(bench.input().widget, put(tmp_path, document(20)))
    bench.copies.stop_all()
    bench.editor.close()
    ended: list[int] = []
    runner.run(lambda _report: 1, owner=bench.window, done=ended.append, failed=lambda error: pytest.fail(str(error)))
    qtbot.waitUntil(lambda: ended == [1])
    assert bench.answer() is None
