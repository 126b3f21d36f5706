"""What the repository promises at its top: locks without hosts, a licence, one door that works from anywhere."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import dev_lock
import dev_setup
from dev_lock import LockFailed

ROOT = Path(__file__).resolve().parents[2]
RUNTIME = ROOT / "packaging" / "requirements.lock"
DEVELOPMENT = ROOT / "packaging" / "requirements-dev.lock"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKED = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)
NAMED = re.compile(r"^([A-Za-z0-9_.-]+?)(?:==(\S+))?(?:[<>=!~].*)?$")


def locked(lock: Path) -> dict[str, str]:
    return dict(LOCKED.findall(lock.read_text(encoding="utf-8")))


def direct(requirements: list[str]) -> dict[str, str | None]:
    matches = [NAMED.match(requirement) for requirement in requirements]
    return {match[1].lower().replace("_", "-"): match[2] for match in matches if match}


@pytest.mark.parametrize("lock", [RUNTIME, DEVELOPMENT], ids=lambda path: path.name)
def test_a_lock_names_no_place_to_fetch_from(lock: Path) -> None:
    dev_lock.refuse_hosts(lock.read_text(encoding="utf-8"), lock.name)


@pytest.mark.parametrize("line", ["--index-url https://x.example/", "a @ file:///x", "--find-links /wheels"])
def test_a_lock_that_names_one_is_refused(line: str) -> None:
    with pytest.raises(LockFailed):
        dev_lock.refuse_hosts(f"{line}\nbabel==2.18.0\n", "planted.lock")


@pytest.mark.parametrize("lock", [RUNTIME, DEVELOPMENT], ids=lambda path: path.name)
def test_every_locked_package_has_hashes(lock: Path) -> None:
    entries = [entry for entry in re.split(r"\n(?=[a-z])", lock.read_text(encoding="utf-8")) if "==" in entry]
    assert len(entries) == len(locked(lock)) > 20
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize(
    ("lock", "requirements"),
    [
        (RUNTIME, PROJECT["project"]["dependencies"]),
        (DEVELOPMENT, PROJECT["project"]["dependencies"]),
        (DEVELOPMENT, PROJECT["dependency-groups"]["dev"]),
        (DEVELOPMENT, PROJECT["dependency-groups"]["build"]),
    ],
)
def test_every_direct_dependency_is_locked_at_its_pin(lock: Path, requirements: list[str]) -> None:
    versions = locked(lock)
    wanted = direct(requirements)
    assert wanted.keys() <= versions.keys()
    assert {name: versions[name] for name, pin in wanted.items() if pin} == {name: pin for name, pin in wanted.items() if pin}


def test_both_locks_agree() -> None:
    runtime, development = locked(RUNTIME), locked(DEVELOPMENT)
    assert {name: development.get(name) for name in runtime} == runtime


def test_the_licence_is_there_in_full() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in text
    assert "END OF TERMS AND CONDITIONS" in text


def test_packaging_is_a_folder_and_no_package() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists(), "it would hide the library of that name"


def test_the_word_list_can_be_used_for_fingerprints() -> None:
    words = (ROOT / "resources" / "words" / "en.txt").read_text(encoding="ascii").split("\n")[:-1]
    assert len(words) == 2048
    assert len({word[:4] for word in words}) == 2048
    assert words == sorted(words)
    assert all(word.isalpha() and word.islower() for word in words)


def test_settings_that_break_an_environment_do_not_reach_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in dev_setup.TRAPS:
        monkeypatch.setenv(name, "1")
    monkeypatch.setenv("S2W_KEPT", "yes")
    environment = dev_setup.clean_environment(QT_QPA_PLATFORM="offscreen")
    assert not set(dev_setup.TRAPS) & environment.keys()
    assert (environment["S2W_KEPT"], environment["QT_QPA_PLATFORM"]) == ("yes", "offscreen")


def test_the_door_explains_itself_and_refuses_unknown_commands(tmp_path: Path) -> None:
    door = [sys.executable, "-S", str(ROOT / "packaging" / "dev.py")]  # -S: without any installed package
    told = subprocess.run([*door, "--help"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert told.returncode == 0
    assert all(f"  {name} " in told.stdout for name in ("run", "test", "check", "bench", "screenshots", "build", "lock"))
    assert subprocess.run([*door, "fly"], cwd=tmp_path, capture_output=True, check=False).returncode == 2


@pytest.mark.skipif(os.name == "nt", reason="no executable bit there")
def test_continuous_integration_can_start() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
