"""The system says that nobody is there any more: it goes to sleep, the lid closes, somebody locks the session.

Windows tells every window that registered, Linux tells by logind and by the screen savers of GNOME and KDE. macOS is not heard
yet: there the minutes without input have to do. The laptop is not kept awake for it: what is on screen is saved already, and
if it sleeps before the window has closed, that happens at the moment it wakes up.
"""

import ctypes
import sys
from collections.abc import Callable

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

if sys.platform == "linux":
    from PySide6.QtDBus import QDBusConnection

LOGIND, LOGIND_PATH = "org.freedesktop.login1", "/org/freedesktop/login1"
SCREEN_SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")

WM_POWERBROADCAST, PBT_APMSUSPEND = 0x0218, 4
WM_WTSSESSION_CHANGE, WTS_GONE = 0x02B1, frozenset({2, 4, 6, 7})  # console or remote display left, log-off, lock
_NOTIFY_FOR_THIS_SESSION = 0


class WindowsMessage(ctypes.Structure):
    """The beginning of the structure MSG."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("first", ctypes.c_size_t),
        ("second", ctypes.c_ssize_t),
    )


class SystemBusWatch(QObject):
    """Hears logind on the system's bus and the screen saver on the session's. Where a bus is not there it hears nothing.

    The lock of any session counts: to lock once too often, when somebody else's session is locked, does no harm.
    """

    left = Signal()

    def __init__(self, system: "QDBusConnection", session: "QDBusConnection", parent: QObject) -> None:
        super().__init__(parent)
        self._buses = (system, session)
        self._hear(system, LOGIND, LOGIND_PATH, f"{LOGIND}.Manager", "PrepareForSleep", SLOT("on_active(bool)"))
        self._hear(system, LOGIND, "", f"{LOGIND}.Session", "Lock", SLOT("on_lock()"))
        for saver in SCREEN_SAVERS:
            self._hear(session, "", "", saver, "ActiveChanged", SLOT("on_active(bool)"))

    def _hear(self, bus: "QDBusConnection", service: str, path: str, interface: str, name: str, slot: object) -> None:
        if bus.isConnected():  # PySide raises for a bus that is not there
            bus.connect(service, path, interface, name, self, slot)  # type: ignore[call-overload]  # the stubs ask for bytes

    @Slot(bool)
    def on_active(self, is_active: bool) -> None:
        """Sleep or the screen saver begins (True) or ended."""
        if is_active:
            self.left.emit()

    @Slot()
    def on_lock(self) -> None:
        """A session is to be locked."""
        self.left.emit()


class WindowsWatch(QAbstractNativeEventFilter):
    """Reads what Windows tells our windows, and lets all of it through."""

    def __init__(self, left: Callable[[], object]) -> None:
        super().__init__()
        self._left = left

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> tuple[bool, int]:
        if kind == b"windows_generic_MSG":
            told = WindowsMessage.from_address(int(message))
            suspends = told.message == WM_POWERBROADCAST and told.first == PBT_APMSUSPEND
            if suspends or (told.message == WM_WTSSESSION_CHANGE and told.first in WTS_GONE):
                self._left()
        return False, 0


class SystemLock(QObject):
    """`left` when the system says so, as long as this lives."""

    left = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._filter: WindowsWatch | None = None
        if sys.platform == "linux":
            watch = SystemBusWatch(QDBusConnection.systemBus(), QDBusConnection.sessionBus(), self)
            watch.left.connect(self.left)
        elif sys.platform == "win32":
            self._filter = WindowsWatch(self.left.emit)
            application = QCoreApplication.instance()
            if application is not None:
                application.installNativeEventFilter(self._filter)
            register = ctypes.CDLL("wtsapi32").WTSRegisterSessionNotification
            register.argtypes = (ctypes.c_void_p, ctypes.c_uint32)
            register(int(window.winId()), _NOTIFY_FOR_THIS_SESSION)
