"""What support needs to know of a machine. It holds versions and choices, and nothing about people, places or files."""

import platform

from PySide6.QtCore import qVersion

from s2w_desktop import __version__
from s2w_desktop.ui.desk import Desk


def support_text(desk: Desk) -> str:
    """A few lines in English, for a message to support."""
    from s2w_desktop.storage.schema import CURRENT  # the database is not loaded for the unlock screen

    settings = desk.book.settings
    facts = {
        "program": __version__,
        "schema": CURRENT.head,
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "python": platform.python_version(),
        "qt": qVersion(),
        "language": desk.translator.code,
        "look": settings.look.value,
        "text": f"{desk.theme.text_scale} %",
        "locks after": f"{settings.lock_after_minutes} min",
    }
    return "\n".join(f"{name}: {value}" for name, value in facts.items())
