"""A program that a test starts: two officers in one profile are cut off again and again, and reopen it.

It takes a folder, a seed, and for a store on a server the folder of a running one; run as
`python -m tests.services.pair_children FOLDER SEED [SERVER]`.
"""

import itertools
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from random import Random

from s2w_desktop.domain.ids import OfficerId, ProfileId
from s2w_desktop.domain.stations import Role
from tests.engines import FileEngine, ServerEngine
from tests.servers import Server
from tests.services.colleagues import colleague, interviews_of
from tests.services.places import Place, interview, revisions_of

KILLS = 5
Answers = dict[OfficerId, str]
"""Which question each officer answers, so that nothing of the two stands against each other."""
Numbers = dict[OfficerId, int]


def pair(folder: Path, seed: str, server: Server | None) -> str:
    """On a file both work in one program, on a server each in their own; what was acknowledged to either must be there."""
    random = Random(seed)
    place = Place(folder / "hq", Role.HEADQUARTERS, engine=ServerEngine(server) if server else FileEngine())
    with closing(place.open()) as workplace:
        profile = interview(workplace, contact__email="0", record__remark="0")
        answers: Answers = {place.officer: "contact.email", colleague(workplace, "Ben"): "record.remark"}
    programs = [[officer] for officer in answers] if server else [list(answers)]
    last = dict.fromkeys(answers, 0)
    for _ in range(KILLS):
        acknowledged = _saves_before_kill(place, profile, answers, programs, last, random.randrange(1, 40))
        with closing(place.open()) as workplace:
            for officer, path in answers.items():
                last[officer] = int(interviews_of(workplace, officer).open(profile).profile.text(path))
            numbers = sorted(one.lseq for one in revisions_of(workplace))
            conflicts = workplace.office.conflicts.of(profile).open
        is_kept = all(last[officer] >= number for officer, number in acknowledged.items())
        if not is_kept or conflicts or numbers != list(range(1, len(numbers) + 1)):
            return f"lost: acknowledged {acknowledged}, found {last}, {len(conflicts)} conflicts, numbers {numbers}"
    return f"kept {' '.join(str(number) for number in last.values())} {len(numbers)}"


def _saves_before_kill(
    place: Place, profile: ProfileId, answers: Answers, programs: Sequence[Sequence[OfficerId]], start: Numbers, after: int
) -> Numbers:
    """What each officer was told is saved; `after` so many saves of the first program all are killed."""
    begun: list[tuple[int, int]] = []
    for officers in programs:
        reader, writer = os.pipe()
        process = os.fork()
        if process == 0:
            _save_forever(place, profile, {one: (answers[one], start[one]) for one in officers}, writer)
        os.close(writer)
        begun.append((process, reader))
    acknowledged = dict(start)
    for number, ((process, reader), officers) in enumerate(zip(begun, programs, strict=True)):
        with os.fdopen(reader, "rb") as pipe:
            for said in itertools.count():
                if number == 0 and said == after:
                    for one, _ in begun:
                        os.kill(one, signal.SIGKILL)
                if len(word := pipe.read(9)) < 9:
                    break
                acknowledged[officers[word[0]]] = int.from_bytes(word[1:], "big")
        os.waitpid(process, 0)
    return acknowledged


def _save_forever(place: Place, profile: ProfileId, work: dict[OfficerId, tuple[str, int]], pipe: int) -> None:
    """Type the next number, save, close every fifth time; acknowledge what has returned."""
    workplace = place.open()
    everybody = {officer: interviews_of(workplace, officer) for officer in work}
    sessions = {officer: everybody[officer].open(profile) for officer in work}
    for step in itertools.count(1):
        for place_of, (officer, (path, start)) in enumerate(work.items()):
            sessions[officer].set_answer(path, str(start + step))
            sessions[officer].save()
            os.write(pipe, bytes([place_of]) + (start + step).to_bytes(8, "big"))
            if step % 5 == 0:
                sessions[officer].close()
                sessions[officer] = everybody[officer].open(profile)


if __name__ == "__main__":
    told = pair(Path(sys.argv[1]), sys.argv[2], Server.at(Path(sys.argv[3])) if len(sys.argv) > 3 else None)
    sys.stdout.write(f"{told}\n")
