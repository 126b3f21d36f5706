"""The papers of a person on screen: chosen by keys, shown as they are kept, and told in words where they may not be seen."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QPushButton

from s2w_desktop.domain.duties import Duty
from s2w_desktop.domain.profile import Profile
from s2w_desktop.pdf.order import Layout, PaperSize
from s2w_desktop.services.sheets.kinds import PaperKind
from s2w_desktop.storage.values import ListQuery
from s2w_desktop.ui.choice_button import ChoiceButton
from s2w_desktop.ui.kit.audit import clipped, small_targets, tab_order_faults, unnamed
from s2w_desktop.ui.kit.tasks import Job, Report, T, Task
from s2w_desktop.ui.pages.preview import PreviewPage
from s2w_desktop.ui.pages.preview_choices import PaperChoices
from s2w_desktop.ui.routes import Area, Route
from s2w_desktop.ui.work import WorkArea
from tests.ui.pages.conftest import Desktop, Stores
from tests.ui.pages.keys import key
from tests.ui.pages.test_staff import only

KINDS = list(PaperKind)


def first_of(area: WorkArea) -> Profile:
    workplace = area.workplace
    return workplace.interviews.read(workplace.interviews.rows(ListQuery(), 0, 1)[0].id)


def preview(area: WorkArea) -> PreviewPage:
    area.go(Route(Area.PREVIEW, profile=first_of(area).id))
    assert isinstance(area.page, PreviewPage)
    return area.page


def choices(page: PreviewPage) -> PaperChoices:
    assert isinstance(page.choices, PaperChoices)
    return page.choices


def button(page: PreviewPage, begins: str) -> QPushButton:
    """The button that is shown with words beginning so."""
    found = [one for one in page.findChildren(QPushButton) if one.text().startswith(begins) and one.isVisible()]
    assert len(found) == 1, begins
    return found[0]


def choose(page: PreviewPage, begins: str, line: int) -> None:
    """Open the list of a button by key, go to a line by arrows, and take it."""
    pressed = button(page, begins)
    assert isinstance(pressed, ChoiceButton)
    key(pressed, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    while menu.activeAction() is not menu.actions()[line]:
        key(menu, Qt.Key.Key_Down)
    key(menu, Qt.Key.Key_Return)
    assert QApplication.activePopupWidget() is None


def shown(page: PreviewPage) -> set[str]:
    """What the choices that are offered say."""
    return {part.text().partition(":")[0] for part in page.choices.parts if part.isVisible()}


def pdf(page: PreviewPage) -> bytes:
    assert page.paper is not None
    return page.paper.pdf


def text(content: bytes) -> str:
    document = pdfium.PdfDocument(BytesIO(content))
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def test_every_paper_is_chosen_by_keys_and_is_the_one_that_is_kept(
    desktop: Desktop, stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    _window, area = desktop.unlocked(stores.field)
    page = preview(area)
    suggested: list[Path] = []

    def ask(_parent: QObject, _title: str, path: str, *_rest: object) -> tuple[str, str]:
        suggested.append(Path(path))
        return str(stores.stick / Path(path).name), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    profile, every_paper = first_of(area), area.workplace.every_paper
    case_number = profile.text("record.case_number")
    for line, kind in enumerate(KINDS):
        choose(page, "Paper:", line)
        assert choices(page).kind() is kind
        key(button(page, "Save as PDF"), Qt.Key.Key_Space)
        kept = (stores.stick / suggested[-1].name).read_bytes()
        assert kept == pdf(page) == every_paper.ordered(profile.id, kind, choices(page).order())
        assert suggested[-1].name == (f"{case_number}.pdf" if kind is PaperKind.PROFILE else f"{case_number}-{kind.value}.pdf")
    assert len({path.read_bytes() for path in stores.stick.glob("*.pdf")}) == len(KINDS)


def test_only_what_a_paper_can_have_is_offered(desktop: Desktop, stores: Stores) -> None:
    _window, area = desktop.unlocked(stores.field)
    page = preview(area)
    choices(page).set_languages(("en", "ar"))
    for line, kind in enumerate(KINDS):
        choose(page, "Paper:", line)
        choices(page).set_languages(("en", "ar"))
        choose(page, "Language:", 1)
        wanted = {"Paper", "Language", "Letters"}
        wanted |= {"Second language"} if kind.is_for_two else set()
        wanted |= {"Languages", "Name"} if kind is PaperKind.PROFILE else set()
        assert (kind, shown(page)) == (kind, wanted)
        assert len(page.choices.languages()) == (2 if kind.is_for_two else 1)


def test_choices_that_stand_on_no_page_open_no_windows(desktop: Desktop, stores: Stores) -> None:
    window, _area = desktop.unlocked(stores.field)
    made = PaperChoices(window.desk, ("en", "ar"))
    assert [part for part in made.parts if part.isVisible()] == []


def test_a_paper_begins_with_the_languages_in_which_it_is_made(desktop: Desktop, stores: Stores) -> None:
    _window, area = desktop.unlocked(stores.field)
    page = preview(area)
    for line, kind in enumerate(KINDS[1:], start=1):
        choose(page, "Paper:", line)
        assert page.choices.languages() == area.workplace.sheets.languages_for(first_of(area).id, kind)


def test_layout_and_letters_are_chosen(desktop: Desktop, stores: Stores) -> None:
    _window, area = desktop.unlocked(stores.field)
    page = preview(area)
    choices(page).set_languages(("en", "ar"))
    choose(page, "Language:", 1)
    beside = pdf(page)
    choose(page, "Languages:", 1)
    assert choices(page).order().layout is Layout.STACKED
    assert pdf(page) != beside
    choose(page, "Letters:", 1)
    assert choices(page).order().size is PaperSize.LARGE
    assert "Languages" not in shown(page)  # large letters leave no room for two columns
    assert len(pdfium.PdfDocument(BytesIO(pdf(page)))) > len(pdfium.PdfDocument(BytesIO(beside)))


def test_the_code_stands_instead_of_the_name(desktop: Desktop, stores: Stores) -> None:
    _window, area = desktop.unlocked(stores.field)
    page = preview(area)
    profile = first_of(area)
    name = profile.text("identity.family_names")
    choose(page, "Second language:", 0)
    assert name in text(pdf(page))
    choose(page, "Name:", 1)
    assert name not in text(pdf(page))
    assert profile.text("record.case_number") in text(pdf(page))


def test_a_change_of_language_of_the_program_keeps_what_was_chosen(desktop: Desktop, stores: Stores) -> None:
    _window, area = desktop.unlocked(stores.field)
    page = preview(area)
    choose(page, "Paper:", KINDS.index(PaperKind.NEXT_STEPS))
    choose(page, "Letters:", 1)
    again = PreviewPage(page.desk, area.workplace, first_of(area).id)
    again.restore(page.place())
    assert choices(again).kind() is PaperKind.NEXT_STEPS
    assert pdf(again) == pdf(page)


class _Held:
    """A worker that keeps its jobs until they are let go, in any order."""

    def __init__(self) -> None:
        self.tasks: list[Task] = []
        self.let_go: list[Callable[[], None]] = []

    def run(
        self,
        job: Job[T],
        *,
        owner: QObject,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        progress: Report | None = None,
    ) -> Task:
        """See `Runner.run`."""
        del failed, progress
        assert isinstance(owner, PreviewPage)
        self.tasks.append(Task())
        self.let_go.append(lambda: done(job(lambda _done, _total: None)))
        return self.tasks[-1]


def test_a_paper_that_comes_late_is_not_shown(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.field)
    held = _Held()
    profile = first_of(area).id
    page = PreviewPage(replace(window.desk, tasks=held), area.workplace, profile)
    page.choices.first.menu_actions[1].trigger()
    assert [task.is_cancelled for task in held.tasks] == [True, False]
    come_first, come_second = held.let_go
    come_second()
    wanted = pdf(page)
    come_first()
    assert pdf(page) == wanted == area.workplace.every_paper.ordered(profile, PaperKind.PROFILE, choices(page).order())


def test_while_a_paper_is_made_nothing_older_is_saved_or_printed(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.field)
    held = _Held()
    page = PreviewPage(replace(window.desk, tasks=held), area.workplace, first_of(area).id)
    held.let_go[0]()
    page.choices.first.menu_actions[1].trigger()
    page.save(stores.stick / "older.pdf")
    assert page.paper is None
    assert not (stores.stick / "older.pdf").exists()


def test_who_may_no_longer_read_is_told_and_sees_no_paper(desktop: Desktop, stores: Stores) -> None:
    _window, area = desktop.unlocked(stores.field)
    page = preview(area)
    only(area.workplace, [Duty.IMPORTER])
    choose(page, "Paper:", KINDS.index(PaperKind.ACCESS))
    assert page.paper is None
    assert page.spot.notice is not None
    assert "E-" in page.spot.notice.accessibleName()
    assert not button(page, "Save as PDF").isEnabled()


@pytest.mark.parametrize(("code", "scale"), [("en", 100), ("en", 200), ("ar", 100), ("ar", 200)])
def test_every_choice_can_be_read_reached_and_named(desktop: Desktop, stores: Stores, code: str, scale: int) -> None:
    desktop.theme.set_text_scale(scale)
    window, area = desktop.unlocked(stores.field, code)
    page = preview(area)
    for kind in (PaperKind.PROFILE, PaperKind.CV, PaperKind.ACCESS):
        page.choices.parts[0].menu_actions[KINDS.index(kind)].trigger()
        for _round in range(2):  # a row that became higher has its room one round later
            QApplication.processEvents()
        faults = (*unnamed(window), *clipped(window), *small_targets(window), *tab_order_faults(window))
        assert [str(one) for one in faults] == []


@pytest.mark.parametrize(("line", "words", "ending"), [(0, "Word", "docx"), (4, "Word", "docx"), (0, "Excel", "xlsx")])
def test_the_paper_that_is_chosen_is_kept_for_office_programs_and_said_to_be_open(
    desktop: Desktop, stores: Stores, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: int, words: str, ending: str
) -> None:
    _window, area = desktop.unlocked(stores.field)
    page = preview(area)
    if line:
        choose(page, "Paper", line)
    suggested: list[Path] = []

    def ask(_parent: QObject, _title: str, path: str, *_rest: object) -> tuple[str, str]:
        suggested.append(Path(path))
        return str(tmp_path / f"paper.{ending}"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    key(button(page, f"Save as {words}"), Qt.Key.Key_Space)
    assert [path.suffix for path in suggested] == [f".{ending}"]
    assert suggested[0].stem == Path(page.file_name()).stem
    kind, order = choices(page).kind(), choices(page).order()
    papers = area.workplace.every_paper
    make = papers.excel if ending == "xlsx" else papers.word
    assert (tmp_path / f"paper.{ending}").read_bytes() == make(first_of(area).id, kind, order)
    assert page.spot.notice is not None
    assert "not encrypted" in page.spot.notice.accessibleName()


def test_a_word_file_that_cannot_be_written_is_told(desktop: Desktop, stores: Stores, tmp_path: Path) -> None:
    _window, area = desktop.unlocked(stores.field)
    page = preview(area)
    page.word.save(tmp_path / "nowhere" / "paper.docx")
    assert page.spot.notice is not None
    assert "not encrypted" not in page.spot.notice.accessibleName()
    assert button(page, "Save as Word").isEnabled()
