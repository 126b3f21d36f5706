"""Starting: what is loaded before the first window, and what the arguments do."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from s2w_desktop import paths
from s2w_desktop.i18n.translator import Catalogues
from tests.workplaces import make_workplace

HEAVY = (
    "sqlalchemy",
    "sqlmodel",
    "alembic",
    "sqlcipher3",
    "reportlab",
    "babel",
    "pypdfium2",
    "zxcvbn",
    "uharfbuzz",
    "pydantic",
    "miniaudio",
)

TO_UNLOCK_SCREEN = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from s2w_desktop.app import Config, build
from s2w_desktop.services.sources import system_sources

class Later:
    '''Takes jobs and does none: what is loaded by then was loaded for the window itself.'''
app = QApplication([])
import s2w_desktop.ui.kit.tasks as tasks
tasks.TaskRunner.run = lambda self, job, **how: tasks.Task()
built = build(Config(Path(sys.argv[1]), False, ()), app, system_sources())
built.window.show()
app.processEvents()
print(type(built.window.scene).__name__, *sorted({name.partition('.')[0] for name in sys.modules}))
"""


def test_the_unlock_screen_comes_without_the_database_and_the_paper(tmp_path: Path) -> None:
    make_workplace(tmp_path / "store", training=False).close()
    told = subprocess.run(
        [sys.executable, "-c", TO_UNLOCK_SCREEN, str(tmp_path / "store")], capture_output=True, text=True, timeout=60, check=True
    ).stdout.split()
    assert told[0] == "UnlockPage"
    assert [name for name in HEAVY if name in told] == []


def started(*arguments: str, language: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "LC_ALL": language}
    return subprocess.run(
        [sys.executable, "-m", "s2w_desktop", *arguments], capture_output=True, timeout=30, env=environment, check=False
    )


def test_help_is_given_without_a_window_in_the_language_of_the_system() -> None:
    english, french = started("--help", language="C"), started("--help", language="fr_FR.UTF-8")
    assert (english.returncode, french.returncode, english.stderr, french.stderr) == (0, 0, b"", b"")
    words = "open the training store, with invented people"
    assert words in english.stdout.decode()
    assert Catalogues(paths.translations()).translator("fr").gettext(words) in french.stdout.decode()


def test_an_unknown_argument_is_refused() -> None:
    told = started("--nonsense", language="C")
    assert (told.returncode, told.stdout) == (2, b"")
    assert "--nonsense" in told.stderr.decode()


def test_what_the_arguments_say_is_found_without_the_window() -> None:
    code = "import sys, s2w_desktop.__main__ as m; m._config(['--training']); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=30, check=True).stdout.split()
    assert [name for name in (*HEAVY, "PySide6") if name in loaded] == []


@pytest.mark.skipif(sys.platform == "win32", reason="core dumps are a matter of POSIX")
def test_a_crash_leaves_no_memory_in_a_file() -> None:
    code = "import resource, s2w_desktop.__main__ as m; m._forbid_core_dumps(); print(resource.getrlimit(resource.RLIMIT_CORE))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=30, check=True).stdout
    assert told.strip() == "(0, 0)"
