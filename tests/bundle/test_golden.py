"""Bundles that were made once: every later version reads the sound ones and refuses the broken ones the same way.

The sound one is also opened with nothing but standard programs, by the commands of docs/bundle-format.md.
"""

import json
import re
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from s2w_desktop.bundle.records import revision_from_valid_line
from s2w_desktop.domain.errors import S2wError
from s2w_desktop.domain.revisions import Scope
from tests.bundle.making import BUNDLE, DEVICE, GOLDEN, Collected, read
from tests.bundle.tools import require, run

LINES = (GOLDEN / "v1.jsonl").read_bytes().splitlines()
EXPECTED = [line.split("\t") for line in (GOLDEN / "broken.tsv").read_text(encoding="utf-8").splitlines()]
FORMAT = Path(__file__).parents[2] / "docs" / "bundle-format.md"


def test_the_bundle_of_version_1_is_still_read() -> None:
    collected = read((GOLDEN / "v1.s2w").read_bytes())
    assert collected == Collected(LINES, [1, 2, 3, 4, 5, 6], [])


def test_its_records_keep_their_hashes_whatever_travelled() -> None:
    found = [revision_from_valid_line(line) for line in LINES]
    assert [one.scope for one in found] == [Scope.FULL] * 3 + [Scope.OPEN, Scope.STUB, Scope.FULL]
    assert [one.hash()[:8] for one in found] == HASHES


HASHES = ["5c8c9218", "1e84d337", "69224da0", "f0ce6e60", "ae4c14a5", "8ed6c4f6"]


@pytest.mark.parametrize(("name", "expected"), [row[:2] for row in EXPECTED])
def test_each_broken_bundle_is_refused_as_it_says(name: str, expected: str) -> None:
    read_it = partial(read, (GOLDEN / "broken" / f"{name}.s2w").read_bytes())
    if expected.startswith("quarantine "):
        _, line, reason = expected.split()
        collected = read_it()
        assert collected.rejects == [(int(line), reason)]
        assert len(collected.lines) == 5
        return
    with pytest.raises(S2wError) as caught:
        read_it()
    assert caught.value.code == expected


def test_no_broken_bundle_is_without_its_line_and_none_without_its_file() -> None:
    files = {path.stem for path in (GOLDEN / "broken").iterdir()}
    assert files == {row[0] for row in EXPECTED}
    assert len(files) >= 25


@pytest.fixture
def opened(tmp_path: Path) -> Path:
    """The sound bundle, unpacked by the first command of the format."""
    require("age", "tar", "minisign", "gunzip", "sha256sum", "jq")
    shell(f"age --decrypt -i {GOLDEN}/hq-identity.txt {GOLDEN}/v1.s2w | tar x", tmp_path)
    return tmp_path


def shell(command: str, folder: Path) -> str:
    """A command line of the format, in bash as written there."""
    return run(["bash", "-o", "pipefail", "-ec", command], folder)


def test_standard_programs_open_it(opened: Path) -> None:
    assert sorted(path.name for path in opened.iterdir()) == [
        "README.txt",
        "manifest.json",
        "manifest.json.minisig",
        "records-0001.jsonl.gz",
        "records-0002.jsonl.gz",
    ]
    shell("gunzip --keep records-000?.jsonl.gz", opened)
    assert b"".join((opened / f"records-000{n}.jsonl").read_bytes() for n in (1, 2)).splitlines() == LINES


def test_standard_programs_verify_it(opened: Path) -> None:
    said = shell(f"minisign -Vm manifest.json -p {GOLDEN}/device.pub", opened)
    assert f"Trusted comment: s2w-bundle/1 {BUNDLE}" in said
    sums = r"""sha256sum --check <(jq -r '.members[] | "\(.sha256)  \(.name)"' manifest.json)"""
    assert shell(sums, opened).count(": OK") == 3


def test_standard_programs_notice_a_changed_member(opened: Path) -> None:
    (opened / "README.txt").write_bytes(b"changed")
    sums = r"""sha256sum --check <(jq -r '.members[] | "\(.sha256)  \(.name)"' manifest.json)"""
    with pytest.raises(AssertionError, match="did NOT match"):
        shell(sums, opened)


def test_the_commands_tried_here_are_the_published_ones() -> None:
    published = FORMAT.read_text(encoding="utf-8")
    for command in (
        "age --decrypt -i hq-identity.txt S2W-0190f3a1.s2w | tar x",
        "minisign -Vm manifest.json -p device.pub",
        r"""sha256sum --check <(jq -r '.members[] | "\(.sha256)  \(.name)"' manifest.json)""",
        "gunzip --keep records-0001.jsonl.gz",
    ):
        assert f"    {command}\n" in published


def test_a_program_in_another_language_could_check_the_digests(opened: Path) -> None:
    """The rule of parts and digests, with jq and sha256sum only."""
    shell("gunzip --keep records-0001.jsonl.gz", opened)
    first = json.loads(LINES[0])
    command = "head -n 1 records-0001.jsonl | jq -cSj .open | sha256sum"
    assert shell(command, opened).split()[0] == first["open_digest"]
    assert re.fullmatch("[0-9a-f]{64}", first["open_digest"])
    assert first["device"] == str(DEVICE)


def test_the_broken_set_can_be_made_anew() -> None:
    """Only that the script still runs against the code; its files are not written here."""
    program = "from tests.golden.bundles import make; print(len(make.broken()))"
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=FORMAT.parents[1],
    )
    assert int(done.stdout) == len(EXPECTED)
