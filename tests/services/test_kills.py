"""No kill loses an acknowledged write or leaves anything half done: twenty each, while typing, importing, installing …"""

import os
import subprocess
import sys
from pathlib import Path
from random import SystemRandom

import pytest

from tests.servers import running
from tests.services.places import ROOT

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def run_child(name: str, folder: Path) -> str:
    return run_program("tests.services.children", name, str(folder))


def run_program(module: str, *arguments: str, more: str = "") -> str:
    seed = str(SystemRandom().randrange(10**9))
    command = [sys.executable, "-W", "error", "-m", module, *arguments, seed, *([more] if more else [])]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    return f"{done.stdout.strip()} (seed {seed}) {done.stderr.strip()}"


def test_no_acknowledged_save_of_a_session_is_lost(tmp_path: Path) -> None:
    said = run_child("editing", tmp_path)
    assert said.startswith("kept "), said
    assert int(said.split()[1]) >= 20  # it did save in between


def test_no_answer_is_ever_without_its_copy(tmp_path: Path) -> None:
    said = run_child("attaching", tmp_path)
    assert said.startswith("kept "), said
    assert int(said.split()[1]) >= 5  # it did attach in between


@pytest.mark.parametrize("act", ["making", "changing", "sheet"])
def test_a_store_and_its_passphrase_outlive_an_end_before_any_step(act: str, tmp_path: Path) -> None:
    said = run_program("tests.services.cut_children", act, str(tmp_path))
    assert said.startswith("whole after "), said
    assert int(said.split()[2]) >= 6  # it did end in between


def test_an_update_of_the_tables_that_is_killed_is_whole_or_has_not_happened(tmp_path: Path) -> None:
    said = run_program("tests.services.update_children", str(tmp_path), "v1")
    assert said.startswith("whole after 20"), said
    assert 1 <= int(said.split()[3]) <= 19, said  # some ended before the tables were changed, some after


def test_a_killed_import_is_whole_or_has_not_happened(tmp_path: Path) -> None:
    said = run_child("importing", tmp_path)
    assert said.startswith("kept "), said
    assert int(said.split()[2]) >= 1  # some kills did come before the end


def test_an_import_on_a_server_that_is_killed_or_crashes_is_whole_or_has_not_happened(tmp_path: Path) -> None:
    with running() as server:
        said = run_program("tests.services.server_children", str(tmp_path), more=str(server.folder))
    assert said.startswith("kept "), said
    assert int(said.split()[2]) >= 1, said  # some did come before the end


def test_ux_16_a_kill_while_templates_come_and_go_loses_no_answer(tmp_path: Path) -> None:
    said = run_child("following", tmp_path)
    assert said.startswith("kept "), said
    assert all(int(times) >= 1 for times in said.split()[1:3]), said  # both were seen


def test_a_kill_while_a_pack_is_installed_leaves_a_whole_one(tmp_path: Path) -> None:
    said = run_child("packing", tmp_path)
    assert said.startswith("kept "), said
    assert all(int(times) >= 1 for times in said.split()[1:3]), said  # some came before the end, some after


def test_two_officers_who_are_cut_off_in_one_profile_lose_nothing(tmp_path: Path) -> None:
    said = run_program("tests.services.pair_children", str(tmp_path))
    assert said.startswith("kept "), said
    assert all(int(number) >= 8 for number in said.split()[1:3]), said  # both did save in between


def test_two_officers_who_are_cut_off_in_one_profile_on_a_server_lose_nothing(tmp_path: Path) -> None:
    with running() as server:
        said = run_program("tests.services.pair_children", str(tmp_path), more=str(server.folder))
    assert said.startswith("kept "), said
    assert all(int(number) >= 8 for number in said.split()[1:3]), said
