"""The photo is asked for only with the person's word; taking the word back offers to take it out, and undo brings it back."""

from pathlib import Path

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from s2w_desktop.domain.files import FileRef
from s2w_desktop.ui.forms.file_input import FileInput
from s2w_desktop.ui.interview.page import InterviewPage
from tests.attachments.making import jpeg_of, photograph
from tests.ui.interview.conftest import OpenPage
from tests.ui.typing import click

PHOTO, WORD = "identity.photo", "consent.photo"


def agreed(open_page: OpenPage) -> InterviewPage:
    page = open_page()
    page.editor.set_answer("record.tier", "extended")
    page.editor.set_answer(WORD, "granted")
    page.show_section("identity", None, PHOTO)
    return page


def photographed(open_page: OpenPage, folder: Path) -> InterviewPage:
    page, picture = agreed(open_page), folder / "photo.jpg"
    picture.write_bytes(jpeg_of(photograph()))
    page._serving.copies.take(PHOTO, picture)
    assert isinstance(page.editor.profile.get(PHOTO), FileRef)
    return page


def answered(page: InterviewPage, words: str) -> None:
    """Choose a way in the question about what is still there."""
    question = page.withdrawn.question
    assert question is not None
    click(next(button for button in question.findChildren(QPushButton) if button.text() == words))


def test_the_photo_is_asked_for_only_with_the_word(open_page: OpenPage) -> None:
    page = agreed(open_page)
    assert page.sheet.blocks[PHOTO].isVisible()
    page.editor.set_answer(WORD, "refused")
    assert not page.sheet.blocks[PHOTO].isVisible()
    assert page.withdrawn.question is None  # there is nothing to take out


def test_taking_the_word_back_takes_the_photo_out_when_the_officer_says_so(open_page: OpenPage, tmp_path: Path) -> None:
    page = photographed(open_page, tmp_path)
    photo = page.editor.profile.get(PHOTO)
    page.editor.set_answer(WORD, "withdrawn")
    answered(page, "Take it out")
    assert page.editor.profile.get(PHOTO) is None
    assert not page.editor.session.is_dirty
    page.editor.undo()
    assert page.editor.profile.get(PHOTO) == photo


def test_what_is_left_stays_in_sight_with_its_remark_and_goes_by_its_button(
    open_page: OpenPage, tmp_path: Path, qtbot: QtBot
) -> None:
    page = photographed(open_page, tmp_path)
    page.editor.set_answer(WORD, "withdrawn")
    answered(page, "Leave it for now")
    page.show_section("identity", None, PHOTO)
    block = page.sheet.blocks[PHOTO]
    assert block.isVisible()
    asking = block.input
    assert isinstance(asking, FileInput)
    click(asking.remove_button)
    assert page.editor.profile.get(PHOTO) is None
    qtbot.waitUntil(lambda: not block.isVisible())


def test_a_word_taken_back_while_the_copy_is_made_lets_nothing_in(open_page: OpenPage, tmp_path: Path) -> None:
    page = agreed(open_page)
    picture = tmp_path / "photo.jpg"
    picture.write_bytes(jpeg_of(photograph()))
    tasks = page._desk.tasks
    run = tasks.run

    def meanwhile(*given: object, **named: object) -> None:
        page.editor.set_answer(WORD, "withdrawn")
        run(*given, **named)  # type: ignore[arg-type]

    object.__setattr__(tasks, "run", meanwhile)
    page._serving.copies.take(PHOTO, picture)
    assert page.editor.profile.get(PHOTO) is None
