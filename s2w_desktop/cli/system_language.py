"""Which languages the person's system speaks, best first."""

import sys
from collections.abc import Mapping

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def system_languages(environ: Mapping[str, str]) -> tuple[str, ...]:
    """Codes such as `fr_CA.UTF-8`: of the first variable that is set, on Windows of the person's settings when none is."""
    found = next((environ[name] for name in _VARIABLES if environ.get(name)), "")
    if not found and sys.platform == "win32":
        found = _windows_language()
    return (found,) if found else ()


def _windows_language() -> str:
    import ctypes
    import locale

    return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")  # type: ignore[attr-defined]
