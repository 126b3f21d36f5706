"""Imports point inwards, and the check would notice if they did not."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def lint_imports(folder: Path) -> "subprocess.CompletedProcess[str]":
    code = "import sys; sys.path.insert(0, '.'); from importlinter.cli import lint_imports_command; lint_imports_command()"
    return subprocess.run([sys.executable, "-c", code, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False)


def test_every_import_contract_is_kept() -> None:
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("domain/planted.py", "import s2w_desktop.i18n"),
        ("domain/planted.py", "import pydantic"),
        ("services/planted.py", "def later() -> None:\n    import PySide6"),
        ("services/planted.py", "import sqlalchemy"),
        ("cli/planted.py", "import psycopg"),
        ("storage/planted.py", "import s2w_desktop.bundle"),
        ("cli/planted.py", "import s2w_desktop.ui"),
        ("ui/planted.py", "import nacl"),
        ("services/planted.py", "import PIL"),
        ("services/planted.py", "import s2w_desktop.attachments.pictures"),
        ("ui/planted.py", "import miniaudio"),
        ("services/planted.py", "import defusedxml.ElementTree"),
        ("interchange/planted.py", "import s2w_desktop.storage"),
        ("confined/planted.py", "import s2w_desktop.bundle"),
        ("pdf/planted.py", "import docx"),
        ("i18n/planted.py", "import s2w_desktop.analysis"),
    ],
)
def test_a_planted_breach_is_found(tmp_path: Path, module: str, line: str) -> None:
    contracts = (ROOT / "pyproject.toml").read_text("utf-8")
    (tmp_path / "pyproject.toml").write_text(
        contracts[contracts.index("[tool.importlinter]") :].split("[tool.coverage")[0], "utf-8"
    )
    package = tmp_path / "s2w_desktop"
    layers = "app ui cli services storage bundle attachments pdf reference interchange analysis sound i18n confined domain"
    for name in ("", *layers.split()):
        (package / name).mkdir(parents=True, exist_ok=True)
        (package / name / "__init__.py").write_text("", "utf-8")
    for name in ("process", "values", "pictures", "documents"):
        (package / "attachments" / f"{name}.py").write_text("", "utf-8")
    for name in ("recordings", "stream"):
        (package / "sound" / f"{name}.py").write_text("", "utf-8")
    assert lint_imports(tmp_path).returncode == 0
    (package / module).write_text(line + "\n", "utf-8")
    assert lint_imports(tmp_path).returncode == 1
