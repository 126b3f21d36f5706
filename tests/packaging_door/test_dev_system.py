"""The developer's door asks each release for its own package names, and only for what is really missing."""

import sys
from pathlib import Path

import pytest

import dev_system
from dev_system import OFFSCREEN, TESTS, Kind, Need, SystemIncomplete

BOOKWORM = 'ID=debian\nVERSION_ID="12"\nVERSION_CODENAME=bookworm\n'
TRIXIE = 'ID=debian\nVERSION_ID="13"\nVERSION_CODENAME=trixie\n'
SID = "ID=debian\nPRETTY_NAME='Debian GNU/Linux forky/sid'\nVERSION_CODENAME=forky\n"
JAMMY = "ID=ubuntu\nVERSION_CODENAME=jammy\nUBUNTU_CODENAME=jammy\n"
NOBLE = "ID=ubuntu\nVERSION_CODENAME=noble\nUBUNTU_CODENAME=noble\n"
MINT_ON_NOBLE = "# Linux Mint\nID=linuxmint\nVERSION_CODENAME=wilma\nUBUNTU_CODENAME=noble\n"
MINT_ON_DEBIAN = "ID=linuxmint\nVERSION_CODENAME=faye\nDEBIAN_CODENAME=bookworm\n"
ABSENT = Need("s2w-no-such-package", Kind.LIBRARY, "libs2w-no-such-library.so.0")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (BOOKWORM, "libglib2.0-0"),
        (TRIXIE, "libglib2.0-0t64"),
        (SID, "libglib2.0-0t64"),
        (JAMMY, "libglib2.0-0"),
        (NOBLE, "libglib2.0-0t64"),
        (MINT_ON_NOBLE, "libglib2.0-0t64"),
        (MINT_ON_DEBIAN, "libglib2.0-0"),
        ("", "libglib2.0-0t64"),
    ],
)
def test_glib_has_the_name_of_the_release(text: str, name: str) -> None:
    names = dev_system.package_names(OFFSCREEN, dev_system.read_os_release(text))
    assert names[0] == name
    assert names[1:] == ["libfontconfig1", "libdbus-1-3", "libxkbcommon0", "libegl1", "libgl1"]


def test_tests_need_the_standard_tools_and_a_window() -> None:
    packages = {need.package for need in TESTS}
    assert {"age", "minisign", "poppler-utils", "unicode-data", "xvfb", "libxcb-cursor0", "libegl1"} <= packages


def test_what_is_there_is_seen_and_what_is_not_is_not(tmp_path: Path) -> None:
    assert dev_system.is_met(Need("any", Kind.MODULE, "json"))
    assert not dev_system.is_met(Need("any", Kind.MODULE, "s2w_no_such_module"))
    assert dev_system.is_met(Need("any", Kind.FILE, str(tmp_path)))
    assert not dev_system.is_met(Need("any", Kind.FILE, str(tmp_path / "absent")))
    assert dev_system.is_met(Need("any", Kind.PROGRAM, sys.executable))
    assert not dev_system.is_met(Need("any", Kind.PROGRAM, "s2w-no-such-program"))
    assert not dev_system.is_met(ABSENT)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems need no packages")
def test_without_a_package_manager_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    said: list[str] = []
    with pytest.raises(SystemIncomplete) as refusal:
        dev_system.ensure([ABSENT], say=said.append)
    assert ABSENT.package in str(refusal.value)
    assert ABSENT.probe in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert said == []


def test_needs_that_are_met_install_nothing() -> None:
    said: list[str] = []
    dev_system.ensure([Need("any", Kind.MODULE, "json")], say=said.append)
    assert said == []
