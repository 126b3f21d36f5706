"""Sticks come and go while somebody chooses where to write; a protected one says so."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.pages.hand_over import HandOverPage
from s2w_desktop.ui.pages.stick_steps import WHERE
from s2w_desktop.ui.sticks import Stick, Volume, sticks, sticks_among
from s2w_desktop.ui.target_choice import LOOK_MS, TargetChoice
from tests.ui.pages.conftest import Desktop, Stores, work_area
from tests.ui.pages.handing import asked_where
from tests.ui.pages.keys import focused, key, write

MIB = 1024 * 1024
PLUGGED = Volume("/media/officer/STICK", "STICK", "vfat", 7 * MIB, is_ready=True, is_read_only=False)


def test_sticks_are_known_by_where_they_are_and_named_as_they_are() -> None:
    arabic = replace(PLUGGED, root="/run/media/officer/جهاز", label="جهاز القسم")
    locked = replace(PLUGGED, root="E:/", label="", is_read_only=True)
    others = (
        replace(PLUGGED, root="/"),
        replace(PLUGGED, root="/home"),
        replace(PLUGGED, root="C:/"),
        replace(PLUGGED, is_ready=False),
        replace(PLUGGED, kind="iso9660", is_read_only=True),
    )
    assert sticks_among([]) == sticks_among(others) == ()
    assert sticks_among([locked, *others, PLUGGED, arabic, replace(PLUGGED, root="/Volumes/Χαρτιά", label="")]) == (
        Stick(Path("/media/officer/STICK"), "STICK", 7 * MIB),
        Stick(Path("/run/media/officer/جهاز"), "جهاز القسم", 7 * MIB),
        Stick(Path("/Volumes/Χαρτιά"), "Χαρτιά", 7 * MIB),
        Stick(Path("E:/"), "E:", 7 * MIB, is_protected=True),
    )


@pytest.fixture
def plug() -> Iterator[Callable[..., Path]]:
    """Mounts a real medium where sticks are mounted; calling it once more with the same name mounts it with other options."""
    base, mounted = Path("/media") / f"s2w-test-{os.getpid()}", set[Path]()

    def mount(name: str, options: str) -> Path:
        folder = base / name
        if not sys.platform.startswith("linux") or os.geteuid():
            pytest.skip("mounting a medium needs root")
        folder.mkdir(parents=True, exist_ok=True)
        if subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], check=False).returncode:
            pytest.skip("nothing can be mounted here")
        mounted.add(folder)
        return folder

    yield mount
    for folder in mounted:
        subprocess.run(["umount", "-l", folder], check=True)
        folder.rmdir()
    if base.is_dir():
        base.rmdir()


def ours() -> tuple[Stick, ...]:
    """What a test has plugged in, without what is plugged into the machine that it runs on."""
    return tuple(one for one in sticks() if f"s2w-test-{os.getpid()}" in str(one.folder))


def names() -> list[tuple[str, bool]]:
    return sorted((one.name, one.is_protected) for one in ours())


def test_real_media_are_found_with_names_in_other_scripts(plug: Callable[..., Path]) -> None:
    assert names() == []
    plug("STICK", "size=64k")
    plug("عصا", "size=64k,ro")
    assert names() == [("STICK", False), ("عصا", True)]


class Bench:
    """A choice on sticks that a test puts in and pulls out."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.found: list[Stick] = []
        self.target = TargetChoice(replace(desk, sticks=lambda: tuple(self.found)))
        self.target.set_folder("/")
        self.told = 0
        self.target.edited.connect(self._on_told)
        qtbot.addWidget(self.target)
        with qtbot.waitActive(self.target):
            self.target.show()
        self.target.first_focus().setFocus()

    def _on_told(self) -> None:
        self.told += 1

    def put_in(self, *sticks: Stick) -> None:
        """These are in now, and no others."""
        self.found = list(sticks)
        self.target.look()
        QApplication.processEvents()

    def words(self) -> list[str]:
        group = self.target.group
        return [] if group is None else [row.accessibleName() for row in group.rows]


@pytest.fixture
def bench(desktop: Desktop, stores: Stores, qtbot: QtBot) -> Bench:
    return Bench(desktop.open(stores.field).desk, qtbot)


ONE, TWO = Stick(Path("/media/one"), "ONE", 7 * MIB), Stick(Path("/media/two"), "اثنان", 3 * MIB)
LOCKED = Stick(Path("/media/locked"), "LOCKED", MIB, is_protected=True)


def test_a_stick_that_is_put_in_appears_by_itself_and_is_chosen(bench: Bench, qtbot: QtBot) -> None:
    assert bench.words() == []
    assert focused() is bench.target.field.line
    bench.found = [ONE]
    qtbot.waitUntil(lambda: bench.target.group is not None, timeout=5 * LOOK_MS)
    assert bench.target.folder() == ONE.folder
    assert bench.told == 1
    assert bench.target.field.isHidden()
    assert focused() is bench.target.first_focus()
    group = bench.target.group
    bench.target.look()
    assert (bench.target.group, bench.told) == (group, 1)  # nothing is built anew while nothing changes
    bench.target.hide()
    timer = bench.target.findChild(QTimer)
    assert timer is not None
    assert not timer.isActive()  # nobody looks while it is not seen
    bench.found = []
    bench.target.show()
    assert bench.target.group is None
    assert bench.target.folder() == Path("/")


def test_what_a_person_chose_stays_while_it_is_there(bench: Bench) -> None:
    bench.put_in(ONE, TWO)
    key(focused(), Qt.Key.Key_Right)
    key(focused(), Qt.Key.Key_Space)
    assert bench.target.folder() == TWO.folder
    assert any("اثنان" in words for words in bench.words())
    bench.put_in(TWO, LOCKED)
    assert bench.target.folder() == TWO.folder
    bench.put_in(ONE)
    assert bench.target.folder() == ONE.folder
    bench.put_in()
    assert bench.target.folder() == Path("/")
    assert focused() is bench.target.field.line
    key(focused(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    write(focused(), "/home")
    bench.put_in(ONE)
    assert focused() is bench.target.field.line  # nobody is interrupted in typing
    assert bench.target.folder() == Path("/home")


def test_a_protected_stick_is_shown_with_the_reason_and_passed_by(bench: Bench) -> None:
    bench.put_in(LOCKED)
    assert "small lock switch" in bench.words()[0]
    assert bench.target.folder() == Path("/")
    assert focused() is bench.target.field.line
    bench.put_in(ONE, LOCKED)
    assert bench.target.folder() == ONE.folder
    bench.target.first_focus().setFocus()
    key(focused(), Qt.Key.Key_Right)
    key(focused(), Qt.Key.Key_Space)
    assert bench.target.folder() == Path("/")
    key(focused(), Qt.Key.Key_Left)
    key(focused(), Qt.Key.Key_Space)
    assert bench.target.folder() == ONE.folder


@pytest.mark.parametrize("steps", [1, 2], ids=["the second stick", "another folder"])
def test_what_a_person_chose_stays_through_a_change_of_language(desktop: Desktop, stores: Stores, steps: int) -> None:
    desktop.sticks = lambda: (Stick(stores.field.parent, "ONE", 7 * MIB), Stick(stores.stick, "TWO", 7 * MIB))
    window, area = desktop.unlocked(stores.field)
    page = asked_where(area)
    page.target.first_focus().setFocus()
    for _ in range(steps):
        key(focused(), Qt.Key.Key_Right)
    key(focused(), Qt.Key.Key_Space)
    if steps == 2:
        page.target.field.line.selectAll()
        write(page.target.field.line, str(stores.headquarters.parent))
    chosen = page.target.folder()
    assert chosen in {stores.stick, stores.headquarters.parent}
    window.use(replace(window.desk.book.settings, language="ar_XB"))
    after = work_area(window).page
    assert isinstance(after, HandOverPage)
    assert after is not page
    assert (after.step, after.target.folder()) == (WHERE, chosen)
    window.close()


def test_the_page_of_a_hand_over_lets_go_on_as_soon_as_a_real_stick_is_in(
    desktop: Desktop, stores: Stores, plug: Callable[..., Path], qtbot: QtBot
) -> None:
    desktop.sticks = ours
    window, area = desktop.unlocked(stores.field)
    page = asked_where(area)
    assert not page.next_button.isEnabled()
    stick = plug("عصا", "size=1m")
    qtbot.waitUntil(page.next_button.isEnabled, timeout=5 * LOOK_MS)
    key(page.next_button, Qt.Key.Key_Space)
    assert len(list(stick.glob("*.s2w"))) == 1
    window.close()
