"""Programs that a test starts and that kill their own children; run as `python -m tests.services.children NAME FOLDER SEED`.

They fork, so that each victim starts warm; a program of its own, because a test process may hold threads and windows.
"""

import itertools
import os
import select
import shutil
import signal
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

from s2w_desktop.domain.errors import StoreInUse
from s2w_desktop.domain.files import FileRef
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.packs import PackContent
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.revisions import Revision
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.adoption import adopt
from s2w_desktop.services.packs import Draft
from s2w_desktop.services.sample_people import SamplePeople
from s2w_desktop.services.workplace import Workplace
from tests.attachments.making import page_of_writing, png_of
from tests.copies import COPIES, ONE, OTHER
from tests.services.places import RESOURCES, Place, enrol, export, interview, make_template, revisions_of

KILLS = 20
PEOPLE = 120


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201  # a program that speaks through its pipe


def editing(folder: Path, seed: str) -> None:
    """Kill an officer's session again and again; every acknowledged save must be there."""
    random = Random(seed)
    place = Place(folder / "laptop", Role.FIELD)
    with closing(place.open()) as workplace:
        profile = interview(workplace, record__remark="0")
    last = 0
    for _ in range(KILLS):
        acknowledged = _saves_before_kill(place, profile, last, random.randrange(1, 60))
        with closing(place.open()) as workplace:
            last = int(workplace.interviews.read(profile).text("record.remark"))
            numbers = sorted(revision.lseq for revision in revisions_of(workplace))
            workplace.store.verify()
        if last < acknowledged or numbers != list(range(1, len(numbers) + 1)):
            _say(f"lost: acknowledged {acknowledged}, found {last} in {numbers}")
            return
    _say(f"kept {last} {len(numbers)}")


def _saves_before_kill(place: Place, profile: ProfileId, start: int, after: int) -> int:
    reader, writer = os.pipe()
    process = os.fork()
    if process == 0:
        _save_forever(place, profile, start, writer)
    os.close(writer)
    acknowledged = start
    with os.fdopen(reader, "rb") as pipe:
        for _ in range(after):
            acknowledged = int.from_bytes(pipe.read(8), "big")
        os.kill(process, signal.SIGKILL)
        while len(rest := pipe.read(8)) == 8:
            acknowledged = int.from_bytes(rest, "big")
    os.waitpid(process, 0)
    return acknowledged


def _save_forever(place: Place, profile: ProfileId, start: int, pipe: int) -> None:
    """Type the next number, save, close every seventh time; acknowledge what has returned."""
    workplace = place.open()
    session = workplace.interviews.open(profile)
    for number in itertools.count(start + 1):
        session.set_answer("record.remark", str(number))
        if number % 7 == 0:
            session.close()
            session = workplace.interviews.open(profile)
        else:
            session.save()
        os.write(pipe, number.to_bytes(8, "big"))


def importing(folder: Path, seed: str) -> None:
    """Kill headquarters' import again and again at any moment; a bundle is taken in wholly or not at all."""
    random = Random(seed)
    hq = Place(folder / "hq", Role.HEADQUARTERS, training=True)
    bundle = bundle_for(hq, folder)
    before, reference, seconds = _reference(hq, bundle)
    whole = nothing = 0
    for _ in range(KILLS):
        is_acknowledged = import_before_kill(hq, bundle, random.uniform(0, seconds))
        with closing(hq.open()) as workplace:
            found = list(revisions_of(workplace))
            is_entered = bool([one for one in workplace.store.inbox.bundles() if one.kind == "profiles"])
            leftovers = list(workplace.spool_folder.iterdir())
            workplace.store.verify()
        if found not in ([], reference) or is_entered != bool(found) or (is_acknowledged and not found) or leftovers:
            _say(f"half done: {len(found)} of {len(reference)}, entered {is_entered}, left {leftovers}")
            return
        whole, nothing = whole + bool(found), nothing + (not found)
        if found:
            _put_back(before, hq.folder)
    with closing(hq.open()) as workplace:
        workplace.importing.take(bundle)
        is_equal = list(revisions_of(workplace)) == reference
    _say(f"kept {whole} {nothing}" if is_equal else "the import after the kills is not the reference")


def bundle_for(hq: Place, folder: Path, people: int = PEOPLE) -> Path:
    """A bundle of many people for a headquarters that knows the laptop."""
    with closing(hq.open()) as office, closing(Place(folder / "laptop", Role.FIELD, training=True).open()) as laptop:
        enrol(headquarters=office, laptop=laptop, folder=folder / "enrolment")
        for person in SamplePeople(RESOURCES, laptop.station, 7).people(people):
            adopt(interviews=laptop.interviews, questionnaire=QUESTIONNAIRE, station=laptop.station, profile=person.profile)
        bundle = export(laptop, folder / "stick")
        office.store.checkpoint()
    return bundle


def _reference(hq: Place, bundle: Path) -> tuple[Path, list[Revision], float]:
    """A copy of headquarters before the import, what it holds after, and how long that took."""
    before = hq.folder.with_name("before")
    shutil.copytree(hq.folder, before)
    started = time.perf_counter()
    with closing(hq.open()) as workplace:
        workplace.importing.take(bundle)
        seconds = time.perf_counter() - started
        reference = list(revisions_of(workplace))
    _put_back(before, hq.folder)
    return before, reference, seconds


def _put_back(before: Path, folder: Path) -> None:
    shutil.rmtree(folder)
    shutil.copytree(before, folder)


def import_before_kill(hq: Place, bundle: Path, seconds: float) -> bool:
    """Let a child import, kill it after so long; whether it had said that it was done."""
    reader, writer = os.pipe()
    process = os.fork()
    if process == 0:
        with closing(hq.open()) as workplace:
            workplace.importing.take(bundle)
            os.write(writer, b"1")
            select.select([], [], [])  # it waits for the end with the store open
    os.close(writer)
    is_done, _, _ = select.select([reader], [], [], seconds)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    said = os.read(reader, 1)
    os.close(reader)
    return bool(is_done or said)


def attaching(folder: Path, seed: str) -> None:
    """Kill an officer who attaches and takes back again and again; no answer is ever without its copy."""
    random = Random(seed)
    place = Place(folder / "laptop", Role.FIELD, questionnaire=COPIES)
    files = [folder / f"{number}.png" for number in range(3)]
    for number, file in enumerate(files):
        file.write_bytes(png_of(page_of_writing((200 + number, 100))))
    with closing(place.open()) as workplace:
        profile = interview(workplace, consent__attach_copies="granted")
    named = 0
    for _ in range(KILLS):
        _attach_before_kill(place, profile, files, random.uniform(0, 0.8))
        with closing(_open_when_free(place)) as workplace:  # opening removes what nothing names
            held = [answer for answer in workplace.interviews.read(profile).held.values() if isinstance(answer, FileRef)]
            missing = [answer for answer in held if workplace.store.blobs.find(answer.sha256) is None]
            workplace.store.verify()
        if missing:
            _say(f"{len(missing)} answers without a copy")
            return
        named += len(held)
    _say(f"kept {named}")


def _open_when_free(place: Place) -> Workplace:
    """The reader of copies that was being started at the kill holds the lock until it has become a program of its own."""
    last = time.monotonic() + 10
    while True:
        try:
            return place.open()
        except StoreInUse:
            if time.monotonic() > last:
                raise
            time.sleep(0.05)


def _attach_before_kill(place: Place, profile: ProfileId, files: list[Path], seconds: float) -> None:
    """Let a child attach and take back, and kill it so long after it has attached once."""
    attached, says = os.pipe()
    process = os.fork()
    if process == 0:
        workplace = place.open()
        session = workplace.interviews.open(profile)
        for number in itertools.count():
            workplace.attachments.attach(session, (ONE, OTHER)[number % 2], files[number % len(files)])
            if number == 0:
                os.write(says, b".")
            if number % 5 == 4:
                session.set_answer(ONE, None)
                session.save()
                session.close()
                session = workplace.interviews.open(profile)
    os.close(says)
    with os.fdopen(attached, "rb") as pipe:
        pipe.read(1)
    select.select([], [], [], seconds)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)


def following(folder: Path, seed: str) -> None:
    """Kill a laptop while templates come and go; no answer is lost, and what is hidden follows the template in force."""
    random = Random(seed)
    place = Place(folder / "laptop", Role.FIELD)
    files = _templates(folder, place)
    with closing(place.open()) as workplace:
        profile = interview(workplace, household__family_situation="partner", record__remark="0")
    was_hidden = was_shown = 0
    for round_ in range(KILLS):
        file = files.pop(0) if round_ % 2 == 0 else None
        _kill_while_following(place, profile, file, random.uniform(0, 0.15))
        with closing(place.open()) as workplace:
            kept = workplace.interviews.read(profile).text("household.family_situation")
            is_hidden = workplace.templates.in_force() is not None
            session = workplace.interviews.open(profile)
            follows = session.profile.text("record.hidden") == ("household" if is_hidden else "")
            session.close()
            workplace.store.verify()
        was_hidden, was_shown = was_hidden + is_hidden, was_shown + (not is_hidden)
        if kept != "partner" or not follows:
            _say(f"lost: {kept!r}, follows {follows}, in round {round_}")
            return
    _say(f"kept {was_hidden} {was_shown}")


def _templates(folder: Path, place: Place) -> list[Path]:
    """Ever newer templates of the laptop's headquarters, each of which hides the household."""
    with closing(Place(folder / "hq", Role.HEADQUARTERS).open()) as office, closing(place.open()) as laptop:
        enrol(headquarters=office, laptop=laptop, folder=folder / "enrolment")
        return [make_template(office, folder, version=version, hidden=["household"]) for version in range(1, KILLS + 1)]


def _kill_while_following(place: Place, profile: ProfileId, file: Path | None, seconds: float) -> None:
    """Let a child install (or remove) a template and go on with the interview, and kill it after so long."""
    process = os.fork()
    if process == 0:
        workplace = place.open()
        workplace.templates.install(file) if file else workplace.templates.remove()
        for number in itertools.count():
            session = workplace.interviews.open(profile)
            session.set_answer("record.remark", str(number))
            session.save()
            session.close()
    select.select([], [], [], seconds)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)


def packing(folder: Path, seed: str) -> None:
    """Kill a laptop while it installs ever newer packs; the one that counts is whole at every start."""
    random = Random(seed)
    place = Place(folder / "laptop", Role.FIELD)
    files = _packs(folder, place)
    started = time.perf_counter()
    with closing(place.open()) as workplace:
        workplace.packs.install(files[0])
    seconds = time.perf_counter() - started
    was_installed = was_stopped = 0
    for _ in range(KILLS):
        before = _pack_in_force(place)
        _kill_while_installing(place, files[before], random.uniform(0, 2 * seconds))
        found = _pack_in_force(place)
        if found not in (before, before + 1):
            _say(f"lost: version {before} became {found}")
            return
        was_installed, was_stopped = was_installed + (found > before), was_stopped + (found == before)
    with closing(place.open()) as workplace:
        workplace.packs.install(files[found])
    left = sorted(one.name for one in (place.folder / "reference").iterdir() if one.is_dir())
    expected = sorted(f"esco-{version}" for version in (found, found + 1))
    _say(f"kept {was_installed} {was_stopped}" if left == expected else f"left behind: {left}")


def _packs(folder: Path, place: Place) -> list[Path]:
    """Packs of ever higher versions, of many parts each."""
    with closing(Place(folder / "hq", Role.HEADQUARTERS).open()) as office, closing(place.open()) as laptop:
        enrol(headquarters=office, laptop=laptop, folder=folder / "enrolment")
        files = [folder / f"{version}.s2wref" for version in range(1, KILLS + 3)]
        for version, file in enumerate(files, start=1):
            parts = {f"esco/{number}": f"{version} {number} ".encode() * 2_000 for number in range(40)}
            office.packs.make(Draft("esco", "ESCO", (PackContent.ESCO,), parts), file, version)
        return files


def _pack_in_force(place: Place) -> int:
    """The version that counts, each of its parts read; 0 for none."""
    with closing(place.open()) as workplace:
        workplace.store.verify()
        readers = workplace.packs.readers(PackContent.ESCO)
        for reader in readers:
            for name in reader.names:
                reader.read(name)
        return max((reader.pack.version for reader in readers), default=0)


def _kill_while_installing(place: Place, file: Path, seconds: float) -> None:
    """Let a child install a pack; kill it so long after it began."""
    reader, writer = os.pipe()
    process = os.fork()
    if process == 0:
        workplace = place.open()
        os.write(writer, b"1")
        workplace.packs.install(file)
        select.select([], [], [])  # it waits for the end with the store open
    os.close(writer)
    os.read(reader, 1)
    select.select([], [], [], seconds)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    os.close(reader)


PROGRAMS: dict[str, Callable[[Path, str], None]] = {
    "editing": editing,
    "importing": importing,
    "attaching": attaching,
    "following": following,
    "packing": packing,
}

if __name__ == "__main__":
    PROGRAMS[sys.argv[1]](Path(sys.argv[2]), sys.argv[3])
