"""The first run of a computer in the tour: language, role, passphrase, what happens when that is lost."""

from s2w_desktop.ui.pages.first_run import HEADQUARTERS, FirstRunPage
from s2w_desktop.ui.pages.first_run_steps import PassphraseStep, RoleStep
from s2w_desktop.ui.pages.recovery_sheet import RecoverySheetPanel
from tests.ui.typing import click, commit
from tour_program import Album, Program, settle, until

PASSPHRASE = "amber ladder river pencil"  # noqa: S105  # of invented stores that the tour deletes


def first_run(program: Program, album: Album, *, is_headquarters: bool) -> None:
    """From the language to the keys of headquarters, which come next."""
    name = "headquarters" if is_headquarters else "laptop"
    page = program.wait_for(FirstRunPage)
    album.take(program.window, f"{name}-first-run-language", f"First run of the {name}: the language")
    click(page.next_button)
    step = program.wait_for(RoleStep)
    click(step.role.rows[1 if is_headquarters else 0])
    texts = (
        (step.organisation, "Example Aid"),
        (step.centre, "Skills unit" if is_headquarters else "Casa do Rio"),
        (step.device_name, "Headquarters" if is_headquarters else "Laptop 07"),
        (step.officer_name, "A. Example"),
        (step.country.line, "Portugal"),
        (step.language.line, "Portuguese"),
    )
    for line, text in texts:
        line.setFocus()
        commit(line, text)
    for picker in (step.country, step.language):
        picker.line.setFocus()
        index = picker.list.model().index(0, 0)
        picker.list.clicked.emit(index)
    settle()
    album.take(program.window, f"{name}-first-run-role", "What the computer is for, and under which names people know it")
    click(page.next_button)
    secret = program.wait_for(PassphraseStep)
    for field in (secret.new.first, secret.new.again):
        field.line.setFocus()
        commit(field.line, PASSPHRASE)
    settle()
    album.take(program.window, f"{name}-first-run-passphrase", "Advice in words, no rules of composition")
    click(page.next_button)
    settle()
    album.take(program.window, f"{name}-first-run-recovery", "A sheet for when the passphrase is forgotten")
    panel = program.wait_for(RecoverySheetPanel)
    for place, line in zip(panel.sheet.places, panel.fields, strict=True):
        line.setFocus()
        commit(line, panel.sheet.words[place])
    settle()
    click(page.next_button)
    until(lambda: page.step == HEADQUARTERS)
