"""UX-69: training mode has invented people, its own store and keys, and says so on every window; nothing of it goes further."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from s2w_desktop import paths
from s2w_desktop.app import Config, build, other_arguments
from s2w_desktop.domain.errors import DiskFull, TrainingOnly
from s2w_desktop.i18n.help_pages import KEYS
from s2w_desktop.services.interviews import Pair
from s2w_desktop.services.practice import add_sample_people
from s2w_desktop.services.setup import unlock_store
from s2w_desktop.services.sources import system_sources
from s2w_desktop.storage.layout import looks_like_training
from s2w_desktop.storage.station_rows import write_station
from s2w_desktop.storage.values import ListQuery
from s2w_desktop.ui.errors import CrashDialog, NoticeDialog, notice_text
from s2w_desktop.ui.help_window import HelpWindow
from s2w_desktop.ui.interview.unkept import ask_to_forget
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import Look, palette_of
from s2w_desktop.ui.pages.first_run import ROLE, FirstRunPage
from s2w_desktop.ui.pages.profiles import SAMPLE_PEOPLE, ProfilesPage
from s2w_desktop.ui.routes import Area, Route
from s2w_desktop.ui.training_band import TrainingBand
from s2w_desktop.ui.window import MainWindow
from s2w_desktop.ui.wishes import OpenInterview
from s2w_desktop.ui.work import WorkArea
from tests.cli.program import enrol, export, make_office
from tests.ui.pages.conftest import Desktop, Stores, work_area
from tests.ui.pages.keys import key, write
from tests.workplaces import PASSPHRASE, make_workplace, reopen


@pytest.fixture
def real(tmp_path: Path) -> Path:
    """The folder of a real laptop."""
    make_workplace(tmp_path / "real" / "store", training=False).close()
    return tmp_path / "real" / "store"


def has_band(window: QWidget) -> bool:
    QApplication.processEvents()
    return any(band.isVisible() and band.height() > 0 for band in window.findChildren(TrainingBand))


# --- its own store and keys ---


def test_ux_69_the_training_store_lies_apart_from_the_real_one() -> None:
    real, training = paths.default_store(), paths.training_store()
    assert real != training
    assert real not in training.parents
    assert training not in real.parents


def test_ux_69_a_training_store_has_keys_of_its_own(real: Path, tmp_path: Path) -> None:
    with closing(reopen(real)) as one, closing(make_workplace(tmp_path / "training" / "store")) as other:
        assert one.store.stations.keys().signing_key != other.store.stations.keys().signing_key
        assert one.store.stations.keys().recipient != other.store.stations.keys().recipient


def test_ux_69_a_training_store_never_becomes_a_real_one(real: Path, stores: Stores) -> None:
    for folder in (real, stores.field):
        with closing(reopen(folder)) as workplace:
            station = workplace.station
            with pytest.raises(ValueError, match="training"):
                workplace.store.stations.save_station(replace(station, training=not station.training))
            assert workplace.store.stations.station() == station


def test_ux_69_the_argument_does_not_change_what_a_store_is(qapp: QApplication, real: Path, stores: Stores) -> None:
    for folder, training in ((real, False), (stores.field, True)):
        built = build(Config(folder, not training, ()), qapp, system_sources())
        assert built.window.desk.theme.is_training is training
        assert built.window.windowTitle().startswith("Training") is training
        built.tasks.close()
        built.window.close()
        built.window.deleteLater()


def test_ux_69_a_training_store_of_before_is_marked_when_it_is_opened(stores: Stores) -> None:
    (stores.field / "TRAINING").unlink()
    reopen(stores.field).close()
    assert looks_like_training(stores.field)


# --- every window says so ---

AREAS = (Area.PROFILES, Area.HAND_OVER, Area.RECEIPTS, Area.NEW_INTERVIEW, Area.SETTINGS)


def test_ux_69_every_page_of_a_laptop_carries_the_band(desktop: Desktop, stores: Stores) -> None:
    window = desktop.open(stores.field)
    assert has_band(window)
    write(QApplication.focusWidget(), PASSPHRASE)
    key(QApplication.focusWidget(), Qt.Key.Key_Return)
    area = work_area(window)
    for place in AREAS:
        area.go(Route(place))
        assert has_band(window), place
    first = area.workplace.interviews.rows(ListQuery(), 0, 1)[0].id
    area.go(Route(Area.PREVIEW, profile=first))
    assert has_band(window)
    area.asked.emit(OpenInterview(area.workplace.interviews.begin(Pair("en", "ara"))))
    assert has_band(window)


def test_ux_69_every_page_of_headquarters_carries_the_band(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.headquarters)
    for place in (Area.INBOX, Area.PROFILES, Area.DEVICES, Area.FIGURES, Area.SETTINGS):
        area.go(Route(place))
        assert has_band(window), place


def test_ux_69_the_first_run_carries_the_band(desktop: Desktop, tmp_path: Path) -> None:
    assert has_band(desktop.open(tmp_path / "new" / "store"))


DIALOGS: dict[str, Callable[[MainWindow], QWidget]] = {
    "help": lambda window: HelpWindow(window.desk, KEYS, window),
    "decision": lambda window: ask_to_forget(window.desk, window),
    "failure": lambda window: NoticeDialog(window.desk, notice_text(window.desk.translator, DiskFull()), window),
    "crash": lambda window: CrashDialog(window.desk, "report", window),
}


@pytest.mark.parametrize("name", DIALOGS)
def test_ux_69_every_window_beside_the_first_carries_the_band(desktop: Desktop, stores: Stores, name: str) -> None:
    window, _area = desktop.unlocked(stores.field)
    dialog = DIALOGS[name](window)
    dialog.show()
    assert has_band(dialog)
    assert dialog.windowTitle() == "Training: Skills to Work"
    dialog.close()


def test_ux_69_the_cover_carries_the_band(desktop: Desktop, stores: Stores) -> None:
    window, _area = desktop.unlocked(stores.field)
    window.cover.press()
    QApplication.processEvents()
    bands = [band for band in window.findChildren(TrainingBand) if band.isVisible()]
    assert any(band.visibleRegion().boundingRect() == band.rect() for band in bands)  # nothing lies on it


def test_ux_69_a_real_store_carries_no_band_and_no_training_title(desktop: Desktop, real: Path) -> None:
    window = desktop.open(real, training=False)
    assert not has_band(window)
    write(QApplication.focusWidget(), PASSPHRASE)
    key(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert not has_band(window)
    dialog = HelpWindow(window.desk, KEYS, window)
    dialog.show()
    assert not has_band(dialog)
    assert dialog.windowTitle() == window.windowTitle() == "Skills to Work"
    dialog.close()


@pytest.mark.parametrize("look", Look)
def test_ux_69_the_accent_itself_becomes_the_training_colour(desktop: Desktop, stores: Stores, theme: Theme, look: Look) -> None:
    desktop.unlocked(stores.field)
    theme.set_look(look)
    assert theme.palette.accent == palette_of(look).training != palette_of(look).accent


def test_ux_69_the_title_tells_training_and_the_case_number(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.field)
    session = area.workplace.interviews.begin(Pair("en", "ara"))
    area.asked.emit(OpenInterview(session))
    title = window.windowTitle()
    assert title.startswith("Training: ")
    assert session.profile.text("record.case_number") in title


@pytest.mark.parametrize(("code", "scale"), [("ar", 100), ("en_XA", 200)])
def test_ux_69_the_words_of_the_band_are_never_cut(desktop: Desktop, stores: Stores, theme: Theme, code: str, scale: int) -> None:
    window, _area = desktop.unlocked(stores.field, code)
    window.resize(window.minimumSize())
    theme.set_text_scale(scale)
    QApplication.processEvents()
    shown = [band for band in window.findChildren(TrainingBand) if band.isVisible()]
    assert shown
    assert all(band.words.height() >= band.words.heightForWidth(band.words.width()) for band in shown)
    theme.set_text_scale(100)


# --- invented people at one press ---


def profiles_page(area: WorkArea) -> ProfilesPage:
    area.go(Route(Area.PROFILES))
    QApplication.processEvents()
    assert isinstance(area.page, ProfilesPage)
    return area.page


def sample_buttons(page: QWidget) -> list[QPushButton]:
    return [button for button in page.findChildren(QPushButton) if button.isVisible() and "invented" in button.text()]


def test_ux_69_one_button_adds_invented_people(desktop: Desktop, tmp_path: Path) -> None:
    make_workplace(tmp_path / "empty" / "store").close()
    _window, area = desktop.unlocked(tmp_path / "empty" / "store")
    page = profiles_page(area)
    key(sample_buttons(page)[0], Qt.Key.Key_Space)
    QApplication.processEvents()
    rows = area.workplace.interviews.rows(ListQuery(), 0, 99)
    assert len(rows) == SAMPLE_PEOPLE
    assert all(area.workplace.interviews.read(row.id).text("record.training") == "yes" for row in rows)
    key(sample_buttons(profiles_page(area))[0], Qt.Key.Key_Space)
    QApplication.processEvents()
    assert area.workplace.store.profiles.count(ListQuery()) == 2 * SAMPLE_PEOPLE


def test_ux_69_a_real_store_takes_no_invented_people(desktop: Desktop, real: Path) -> None:
    _window, area = desktop.unlocked(real)
    assert sample_buttons(profiles_page(area)) == []
    with pytest.raises(TrainingOnly):
        add_sample_people(area.workplace, paths.resources(), 1, 1)
    assert area.workplace.store.profiles.count(ListQuery()) == 0


# --- the way there and back ---


def test_ux_69_the_first_run_offers_training(desktop: Desktop, tmp_path: Path) -> None:
    window = desktop.open(tmp_path / "new" / "store", training=False)
    assert isinstance(window.scene, FirstRunPage)
    key(window.scene.next_button, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert window.scene.step == ROLE
    key(sample_buttons(window)[0], Qt.Key.Key_Space)
    assert desktop.ended == ["finished", "switched"]


def test_ux_69_the_locked_window_offers_the_other_store(desktop: Desktop, real: Path) -> None:
    window = desktop.open(real, training=False)
    key(sample_buttons(window)[0], Qt.Key.Key_Space)
    assert desktop.ended == ["finished", "switched"]


def test_ux_69_nobody_changes_stores_while_one_is_open(desktop: Desktop, real: Path) -> None:
    window, area = desktop.unlocked(real)
    for place in AREAS:
        area.go(Route(place))
        assert sample_buttons(window) == []


def test_ux_69_the_other_store_is_one_argument_away() -> None:
    assert other_arguments(()) == ("--training",)
    assert other_arguments(("--training",)) == ()


def test_ux_69_the_name_of_the_real_laptop_is_not_shown_in_training(desktop: Desktop, stores: Stores) -> None:
    window = desktop.open(stores.field)
    book = window.desk.book
    book.keep(replace(book.settings, station_words="Laptop of the real centre"))
    window.close()
    again = desktop.open(stores.field)
    assert "Laptop of the real centre" not in [label.text() for label in again.findChildren(QWidget) if hasattr(label, "text")]
    write(QApplication.focusWidget(), PASSPHRASE)
    key(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert again.desk.book.settings.station_words == "Laptop of the real centre"


# --- nothing of it goes further ---


@pytest.mark.parametrize("training", ["hq", "field"])
def test_ux_69_training_and_real_bundles_are_refused_with_a_code_of_their_own(tmp_path: Path, training: str) -> None:
    """Keys are the same on both sides, so that nothing but the mark of training can stop the bundle."""
    hq, field = make_office(tmp_path / "hq", "hq", "--training"), make_office(tmp_path / "field", "field", "--training")
    enrol(hq, field, tmp_path / "enrolment")
    assert field("demo", "--profiles", 1).code == 0
    other = hq if training == "field" else field
    _turn(other.folder, tmp_path / f"{other.folder.name}.passphrase")
    bundle = export(field, tmp_path / "stick")
    refused = hq("import", bundle, "--json")
    assert refused.code == 24
    assert hq("profile", "list", "--json").lines == []


def _turn(folder: Path, passphrase: Path) -> None:
    """Do what the program never does: turn a store from training to real under its keys."""
    with closing(unlock_store(folder, passphrase.read_text().strip()).store) as store:
        station = store.stations.station()
        with store._database.writing() as connection:  # there is no other way, on purpose
            write_station(connection, replace(station, training=not station.training))


def test_ux_69_a_training_paper_says_so(stores: Stores) -> None:
    with closing(reopen(stores.field)) as workplace:
        first = workplace.interviews.rows(ListQuery(), 0, 1)[0].id
        paper = workplace.papers.profile_paper(first, ("en",))
    assert "Training example" in _text_of(paper)


def _text_of(paper: bytes) -> str:
    page = pypdfium2.PdfDocument(paper)[0]
    return str(page.get_textpage().get_text_range())
