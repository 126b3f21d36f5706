"""Twenty processes killed in the middle of typing lose no acknowledged write."""

import os
from pathlib import Path
from random import SystemRandom

import pytest

from tests.storage.children import child
from tests.storage.conftest import new_store


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_no_acknowledged_write_is_lost_when_the_process_is_killed(folder: Path) -> None:
    new_store(folder).close()
    seed = str(SystemRandom().randrange(10**9))
    with child("killed", folder, seed) as program:
        said, _ = program.communicate(timeout=60)
    assert said.startswith("kept "), f"seed {seed}: {said}"
    _, writes, seals = said.split()
    assert int(writes) >= 20
    assert int(seals) >= 1
