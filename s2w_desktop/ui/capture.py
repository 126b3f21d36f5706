"""Pictures and recordings of our windows: blocked where the system can do that, and allowed in training where somebody wants it.

Windows leaves such a window out of the picture, macOS shows what lies behind it. Neither hinders a camera. X11 and Wayland have
no such thing: there a picture of the screen shows everything, and the settings and the help say so.
"""

import ctypes
import ctypes.util
import sys
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

WDA_NONE, WDA_MONITOR, WDA_EXCLUDEFROMCAPTURE = 0x00, 0x01, 0x11
NS_SHARING_NONE, NS_SHARING_READ_ONLY = 0, 1

Shield = Callable[[int, bool], None]
"""Blocks pictures of a window (its native id), or allows them."""


def windows_shield(set_affinity: Callable[[int, int], int]) -> Shield:
    """By `SetWindowDisplayAffinity(window, affinity)`, which gives 0 where Windows does not know the affinity.

    Before version 2004 there is only a black rectangle instead of leaving the window out; that protects as well.
    """

    def shield(window: int, blocked: bool) -> None:
        if not blocked:
            set_affinity(window, WDA_NONE)
        elif not set_affinity(window, WDA_EXCLUDEFROMCAPTURE):
            set_affinity(window, WDA_MONITOR)

    return shield


def mac_shield(send: Callable[..., int]) -> Shield:
    """By `NSWindow.sharingType`. `send(receiver, selector, *arguments)` is a message of the Objective-C runtime.

    The native id of a Qt window is its NSView. A view that stands in no window yet is left alone: a message to nil does nothing.
    """

    def shield(window: int, blocked: bool) -> None:
        send(send(window, b"window"), b"setSharingType:", NS_SHARING_NONE if blocked else NS_SHARING_READ_ONLY)

    return shield


def system_shield() -> Shield | None:
    """The shield of this system; None where there is none."""
    if not can_block():
        return None
    return windows_shield(_set_affinity()) if sys.platform == "win32" else mac_shield(_send())


def can_block() -> bool:
    """Whether this system has a shield."""
    return sys.platform in ("win32", "darwin")


class CaptureGuard(QObject):
    """Blocks pictures of every window of the program as it comes up, dialogs and lists included. Without a shield it is idle."""

    def __init__(self, shield: Shield | None, parent: QObject) -> None:
        super().__init__(parent)
        self._shield, self._is_blocked = shield, True
        application = QCoreApplication.instance()
        if shield is not None and application is not None:
            application.installEventFilter(self)

    def set_blocked(self, *, blocked: bool) -> None:
        """Block or allow pictures, of the windows that are up too."""
        self._is_blocked = blocked
        for window in QApplication.topLevelWidgets():
            if window.isVisible():
                self._cover(window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QShowEvent) and isinstance(watched, QWidget) and watched.isWindow():  # the class: see `ui.idle`
            self._cover(watched)
        return False

    def _cover(self, window: QWidget) -> None:
        if self._shield is not None:
            self._shield(int(window.winId()), self._is_blocked)


def _set_affinity() -> Callable[[int, int], int]:
    function = ctypes.CDLL("user32").SetWindowDisplayAffinity  # one calling convention on 64-bit Windows
    function.argtypes, function.restype = (ctypes.c_void_p, ctypes.c_uint32), ctypes.c_int
    call: Callable[[int, int], int] = function
    return call


def _send() -> Callable[..., int]:
    runtime = ctypes.CDLL(ctypes.util.find_library("objc"))
    named = runtime.sel_registerName
    named.argtypes, named.restype = (ctypes.c_char_p,), ctypes.c_void_p
    message = ctypes.cast(runtime.objc_msgSend, ctypes.c_void_p).value

    def send(receiver: int, selector: bytes, *arguments: int) -> int:
        kinds = (ctypes.c_void_p, ctypes.c_void_p, *(ctypes.c_ulong for _ in arguments))
        called = ctypes.CFUNCTYPE(ctypes.c_void_p, *kinds)(message or 0)
        return called(receiver, named(selector), *arguments) or 0

    return send
