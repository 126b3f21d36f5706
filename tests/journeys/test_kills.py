"""Twenty kills (-9) while an officer types: nothing that was acknowledged is lost."""

import json
import multiprocessing
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from s2w_desktop.domain.answers import EntryRank, to_plain
from s2w_desktop.domain.canonical import Plain
from s2w_desktop.domain.profile import Profile
from s2w_desktop.services.interviews import Pair
from tests.journeys import typist
from tests.workplaces import make_workplace, reopen

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext

KILLS, SEED = 20, int.from_bytes(os.urandom(4), "big")
MOST_ACKNOWLEDGED = 60


@pytest.fixture
def starter() -> "ForkServerContext":
    """Starts children that need to load nothing any more."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([typist.__name__])
    return context


def test_no_acknowledged_answer_is_lost_when_the_program_is_killed_while_typing(
    starter: "ForkServerContext", tmp_path: Path
) -> None:
    sys.stdout.write(f"seed {SEED}\n")  # shown when the test fails
    random, store = Random(SEED), tmp_path / "store"
    workplace = make_workplace(store)
    session = workplace.interviews.begin(Pair("en", "ara"))
    session.save()
    case_number, profile = session.profile.text("record.case_number"), session.profile.id
    workplace.close()
    before = plain(read(store, profile))
    for kill in range(KILLS):
        after = random.randrange(1, MOST_ACKNOWLEDGED)
        acknowledged = type_until_killed(starter, store, case_number, SEED + kill, after=after)
        kept = plain(read(store, profile))
        expected = {**before, **acknowledged}
        # the child may have saved once more than it could say before the kill: then exactly that later state is there
        lost = {path for path, value in expected.items() if value is not None and path not in kept}
        assert not lost, f"kill {kill}"
        for path in ("identity.given_names", "identity.family_names"):
            assert is_same_or_one_later(expected.get(path), kept.get(path)), f"kill {kill}: {path}"
        before = kept


def is_same_or_one_later(acknowledged: Plain, kept: Plain) -> bool:
    if acknowledged == kept:
        return True
    said, there = acknowledged or "", kept or ""
    return isinstance(said, str) and isinstance(there, str) and (there.startswith(said) or len(there) <= 1) and there != ""


def type_until_killed(starter: "ForkServerContext", store: Path, case_number: str, seed: int, *, after: int) -> dict[str, Plain]:
    hear, say = starter.Pipe(duplex=False)
    child = starter.Process(target=typist.type_on, args=(store, case_number, seed, say))
    child.start()
    say.close()
    assert hear.recv() == typist.READY
    last: dict[str, Plain] = {}
    for _ in range(after):
        last = json.loads(hear.recv())
    child.kill()
    with suppress(EOFError, OSError):  # no more, or cut in the middle
        while True:  # what was acknowledged before the kill arrived
            last = json.loads(hear.recv())
    child.join()
    assert child.exitcode == -signal.SIGKILL
    return last


def read(store: Path, profile: object) -> Profile:
    workplace = reopen(store)
    workplace.store.verify()
    found = workplace.interviews.read(profile)  # type: ignore[arg-type]
    workplace.close()
    return found


def plain(profile: Profile) -> dict[str, Plain]:
    return {path: held.rank if isinstance(held, EntryRank) else to_plain(held) for path, held in profile.held.items()}
