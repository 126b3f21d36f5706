"""What a killed hand-over leaves on a stick is taken away by the next one, and nothing else is."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from s2w_desktop.bundle.age import MAGIC
from s2w_desktop.bundle.leftovers import new_mark, part_name, remove_leftovers
from tests.services.places import ROOT


def contents(folder: Path) -> Mapping[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_what_a_killed_hand_over_left_is_removed_by_the_next_to_the_same_stick(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    for folder in (stick, tmp_path / "other stick"):
        folder.mkdir()
    (stick / "S2W-00000000.s2w").write_bytes(b"an older bundle")
    (stick / part_name(new_mark(), 0)).write_bytes(MAGIC + b"of another laptop, which may be at work")
    (stick / ".photo.jpg.part").write_bytes(b"of another program")
    before = contents(stick)
    command = [sys.executable, "-W", "error", "-m", "tests.services.stick_children", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.stdout.split() == ["3", "4", "5", "6", "6"], done.stderr  # two are of others; each victim left one more
    after = contents(stick)
    new = {name for name in after if name not in before}
    assert all(name.startswith("S2W-") and after[name].startswith(MAGIC) for name in new)
    assert len(new) == 2  # the one that was killed when it had its name already, and the one without a kill
    assert {name: after.get(name) for name in before} == before


def test_only_what_is_ours_by_name_kind_and_beginning_is_removed(tmp_path: Path) -> None:
    mark, other = new_mark(), new_mark()
    ours = {part_name(mark, 0): MAGIC + b"rest", part_name(mark, 1): MAGIC[:7], part_name(mark, 0xFFFF): b""}
    foreign = {
        part_name(other, 0): MAGIC,
        f".{mark}.part": MAGIC,
        f"{mark}0000.part": MAGIC,
        f".{mark}0000.part2": MAGIC,
    }
    for name, content in (ours | foreign).items():
        (tmp_path / name).write_bytes(content)
    assert remove_leftovers(tmp_path, {mark}) == {mark}
    assert contents(tmp_path) == foreign
    assert remove_leftovers(tmp_path, {mark}) == frozenset()
    (tmp_path / part_name(mark, 2)).write_bytes(b"something else")
    (tmp_path / part_name(mark, 3)).mkdir()
    (tmp_path / part_name(mark, 4)).symlink_to(tmp_path / part_name(other, 0))
    assert remove_leftovers(tmp_path, {mark}) == frozenset()
    assert len(list(tmp_path.iterdir())) == len(foreign) + 3
    assert remove_leftovers(tmp_path / "gone", {mark}) == frozenset()
