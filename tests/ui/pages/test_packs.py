"""Reference packs in the settings: what is in use, installed from a file and taken back."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from s2w_desktop.domain.packs import PackContent
from s2w_desktop.services.packs import Draft
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.pages.pack_topic import PackPanel
from s2w_desktop.ui.pages.settings import SettingsPage
from s2w_desktop.ui.routes import Area, Route
from s2w_desktop.ui.work import WorkArea
from tests.ui.pages.conftest import Desktop, Stores
from tests.ui.pages.keys import key
from tests.workplaces import reopen


def signed(stores: Stores, version: int, *, of: str = "headquarters") -> Path:
    """A pack that headquarters signed, on the stick."""
    file = stores.stick / f"{of}-{version}.s2wref"
    workplace = reopen(stores.headquarters)
    try:
        parts = {"esco/concepts": b"{}"}  # nothing here reads it
        workplace.packs.make(Draft("esco", "ESCO 1.2.1", (PackContent.ESCO,), parts), file, version)
    finally:
        workplace.close()
    return file


def packs_topic(area: WorkArea) -> PackPanel:
    area.go(Route(Area.SETTINGS, topic="packs"))
    QApplication.processEvents()
    assert isinstance(area.page, SettingsPage)
    panel = area.page.findChild(PackPanel)
    assert isinstance(panel, PackPanel)
    return panel


def words_of(panel: PackPanel) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in panel.findChildren(Label) if label.isVisibleTo(panel))


def test_without_a_pack_the_topic_says_that_the_own_lists_are_used(desktop: Desktop, stores: Stores) -> None:
    _, area = desktop.unlocked(stores.field)
    panel = packs_topic(area)
    assert "the program uses its own lists" in words_of(panel)
    assert panel.back_buttons == {}


def test_a_pack_is_installed_and_the_version_before_is_used_again_by_a_key(desktop: Desktop, stores: Stores) -> None:
    first, second = signed(stores, 1), signed(stores, 2)
    _, area = desktop.unlocked(stores.field)
    panel = packs_topic(area)
    panel.install(first)
    assert "ESCO classification of the European Commission" in words_of(panel)
    assert panel.back_buttons == {}
    panel.install(second)
    assert [one.pack.version for one in area.workplace.packs.installed() if one.is_current] == [2]
    button = panel.back_buttons["esco"]
    button.setFocus()
    key(button, Qt.Key.Key_Space)
    assert [one.pack.version for one in area.workplace.packs.installed() if one.is_current] == [1]
    assert panel.install_button.hasFocus()


def test_a_refused_pack_is_told_and_changes_nothing(desktop: Desktop, stores: Stores) -> None:
    good, bad = signed(stores, 1), stores.stick / "bad.s2wref"
    bad.write_bytes(good.read_bytes()[:-600])
    _, area = desktop.unlocked(stores.field)
    panel = packs_topic(area)
    panel.install(good)
    panel.install(bad)
    assert "not copied to its end" in words_of(panel)
    assert panel.install_button.isEnabled()
    assert [one.pack.version for one in area.workplace.packs.installed()] == [1]
