"""Twenty kills (-9) while an officer types: nothing that was acknowledged is lost."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from random import Random

from s2w_desktop.domain.answers import EntryRank, to_plain
from s2w_desktop.domain.canonical import Plain
from s2w_desktop.domain.profile import Profile
from s2w_desktop.services.interviews import Pair
from tests.workplaces import make_workplace, reopen

ROOT = Path(__file__).resolve().parents[2]
KILLS, SEED = 20, int.from_bytes(os.urandom(4), "big")
MOST_ACKNOWLEDGED = 60


def test_no_acknowledged_answer_is_lost_when_the_program_is_killed_while_typing(tmp_path: Path) -> None:
    sys.stdout.write(f"seed {SEED}\n")  # shown when the test fails
    random, store = Random(SEED), tmp_path / "store"
    workplace = make_workplace(store)
    session = workplace.interviews.begin(Pair("en", "ara"))
    session.save()
    case_number, profile = session.profile.text("record.case_number"), session.profile.id
    workplace.close()
    for kill in range(KILLS):
        before = read(store, profile)
        acknowledged = type_until_killed(store, case_number, SEED + kill, after=random.randrange(1, MOST_ACKNOWLEDGED))
        kept = plain(read(store, profile))
        expected = {**plain(before), **acknowledged}
        # the child may have saved once more than it could say before the kill: then exactly that later state is there
        lost = {path for path, value in expected.items() if value is not None and path not in kept}
        assert not lost, f"kill {kill}"
        for path in ("identity.given_names", "identity.family_names"):
            assert is_same_or_one_later(expected.get(path), kept.get(path)), f"kill {kill}: {path}"


def is_same_or_one_later(acknowledged: Plain, kept: Plain) -> bool:
    if acknowledged == kept:
        return True
    said, there = acknowledged or "", kept or ""
    return isinstance(said, str) and isinstance(there, str) and (there.startswith(said) or len(there) <= 1) and there != ""


def type_until_killed(store: Path, case_number: str, seed: int, *, after: int) -> dict[str, Plain]:
    command = [sys.executable, str(Path(__file__).with_name("typist.py")), str(store), case_number, str(seed)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"ready\n"
        last: dict[str, Plain] = {}
        for _ in range(after):
            last = json.loads(child.stdout.readline())
        child.send_signal(signal.SIGKILL)
        for line in child.stdout:  # what was acknowledged before the kill arrived
            if line.endswith(b"\n"):
                last = json.loads(line)
    return last


def read(store: Path, profile: object) -> Profile:
    workplace = reopen(store)
    workplace.store.verify()
    found = workplace.interviews.read(profile)  # type: ignore[arg-type]
    workplace.close()
    return found


def plain(profile: Profile) -> dict[str, Plain]:
    return {path: held.rank if isinstance(held, EntryRank) else to_plain(held) for path, held in profile.held.items()}
