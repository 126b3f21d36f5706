"""The window locks at once when the laptop goes to sleep or somebody locks the session: on a real, private D-Bus."""

import ctypes
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from pytestqt.qtbot import QtBot

from s2w_desktop.ui.system_lock import (
    LOGIND,
    LOGIND_PATH,
    PBT_APMSUSPEND,
    WM_POWERBROADCAST,
    WM_WTSSESSION_CHANGE,
    SystemBusWatch,
    WindowsMessage,
    WindowsWatch,
)
from tests.ui.pages.conftest import Desktop, Stores

SESSION_PATH = f"{LOGIND_PATH}/session/_31"
RESUMED, UNLOCKED, LOCKED = 7, 8, 7

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="D-Bus is how Linux tells it")


@pytest.fixture
def bus() -> Iterator[str]:
    """The address of a bus of our own."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()
        daemon.terminate()


Tell = Callable[..., None]


@pytest.fixture
def ears(bus: str) -> Iterator[tuple[QDBusConnection, Tell]]:
    """A connection to listen on, and how logind, at another connection, tells something."""
    listening, speaking = QDBusConnection.connectToBus(bus, "listening"), QDBusConnection.connectToBus(bus, "speaking")
    assert speaking.registerService(LOGIND)

    def tell(path: str, interface: str, name: str, *arguments: object) -> None:
        message = QDBusMessage.createSignal(path, interface, name)
        message.setArguments(list(arguments))
        assert speaking.send(message)

    yield listening, tell
    for name in ("listening", "speaking"):
        QDBusConnection.disconnectFromBus(name)


@linux_only
@pytest.mark.parametrize(
    "told",
    [
        (LOGIND_PATH, f"{LOGIND}.Manager", "PrepareForSleep", True),
        (SESSION_PATH, f"{LOGIND}.Session", "Lock"),
        ("/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", True),
        ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", True),
    ],
    ids=lambda told: told[2],
)
def test_sleep_and_session_lock_seal_the_store_at_once(
    desktop: Desktop, stores: Stores, ears: tuple[QDBusConnection, Tell], told: tuple[object, ...]
) -> None:
    listening, tell = ears
    window, _area = desktop.unlocked(stores.field)
    watch = SystemBusWatch(listening, listening, window)
    watch.left.connect(window.idle.expire_now)
    tell(*told)
    desktop.qtbot.waitUntil(lambda: desktop.ended == ["finished", "restarted"])
    tell(*told)  # lid and session lock come together
    window.close()


@linux_only
def test_waking_up_and_other_signals_lock_nothing(qtbot: QtBot, ears: tuple[QDBusConnection, Tell]) -> None:
    listening, tell = ears
    owner, heard = QObject(), list[str]()
    watch = SystemBusWatch(listening, listening, owner)
    watch.left.connect(lambda: heard.append("left"))
    tell(LOGIND_PATH, f"{LOGIND}.Manager", "PrepareForSleep", False)
    tell(SESSION_PATH, f"{LOGIND}.Session", "Unlock")
    tell("/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", False)
    tell(SESSION_PATH, f"{LOGIND}.Session", "Lock")  # the last of them, so that all have been heard
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["left"]


@linux_only
def test_a_machine_without_a_bus_is_no_fault(qtbot: QtBot) -> None:
    del qtbot
    nowhere = QDBusConnection.connectToBus("unix:path=/nowhere/at/all", "nowhere")
    assert not nowhere.isConnected()
    SystemBusWatch(nowhere, nowhere, QObject())


def test_nothing_is_locked_before_somebody_unlocked(desktop: Desktop, stores: Stores) -> None:
    window = desktop.open(stores.field)
    window.idle.expire_now()
    assert window.cover.sheet is None
    window.close()


@pytest.mark.parametrize(
    ("message", "first", "leaves"),
    [
        (WM_POWERBROADCAST, PBT_APMSUSPEND, True),
        (WM_POWERBROADCAST, RESUMED, False),
        (WM_WTSSESSION_CHANGE, LOCKED, True),
        (WM_WTSSESSION_CHANGE, UNLOCKED, False),
        (0x000F, PBT_APMSUSPEND, False),
    ],
)
def test_what_windows_tells_is_understood_and_let_through(message: int, first: int, leaves: bool) -> None:
    heard: list[str] = []
    watch = WindowsWatch(lambda: heard.append("left"))
    told = WindowsMessage(window=1, message=message, first=first, second=0)
    assert watch.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(told)) == (False, 0)
    assert bool(heard) is leaves
    assert watch.nativeEventFilter(b"xcb_generic_event_t", ctypes.addressof(told)) == (False, 0)
    assert len(heard) == int(leaves)
