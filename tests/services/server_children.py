"""A program that a test starts, and that kills importers on a server; run as `python -m tests.services.server_children …`.

It takes a folder, a seed and the folder of a running server. Every fourth time it is the server that crashes.
"""

import os
import select
import sys
import time
from contextlib import closing
from pathlib import Path
from random import Random

from s2w_desktop.domain.revisions import Revision
from s2w_desktop.domain.server_errors import ServerGone, ServerRefused
from s2w_desktop.domain.stations import Role
from s2w_desktop.storage.layout import ServerPlace
from tests.engines import ServerEngine
from tests.servers import Server
from tests.services.children import KILLS, bundle_for, import_before_kill
from tests.services.places import Place, revisions_of


def importing(folder: Path, seed: str, server: Server) -> str:
    """What there is after each crash is nothing or all of a bundle; tells how often which."""
    random = Random(seed)
    hq = Place(folder / "hq", Role.HEADQUARTERS, training=True, engine=ServerEngine(server))
    bundle = bundle_for(hq, folder)
    model = server.copy_of(_database(hq)).database
    reference, seconds = _reference(hq, bundle)
    _put_back(hq, server, model)
    counts = {0: 0, len(reference): 0}
    for number in range(KILLS):
        after = random.uniform(0, seconds)
        crash = _import_before_crash if number % 4 == 3 else _import_before_kill
        is_acknowledged = crash(hq, bundle, after, server)
        with closing(hq.open()) as workplace:
            found = list(revisions_of(workplace))
            is_entered = bool([one for one in workplace.store.inbox.bundles() if one.kind == "profiles"])
            corners = [one for one in workplace.store.corner.parent.iterdir() if one.is_dir()]
        if found not in ([], reference) or is_entered != bool(found) or (is_acknowledged and not found) or len(corners) > 1:
            return f"half done: {len(found)} of {len(reference)}, entered {is_entered}, corners {len(corners)}"
        counts[len(found)] += 1
        if found:
            _put_back(hq, server, model)
    with closing(hq.open()) as workplace:
        workplace.importing.take(bundle)
        is_equal = list(revisions_of(workplace)) == reference
    return f"kept {counts[len(reference)]} {counts[0]}" if is_equal else "the import after the kills is not the reference"


def _database(hq: Place) -> str:
    if not isinstance(hq.place, ServerPlace):
        raise TypeError
    return hq.place.address.database


def _reference(hq: Place, bundle: Path) -> tuple[list[Revision], float]:
    """What headquarters holds after an import, and how long that took."""
    started = time.perf_counter()
    with closing(hq.open()) as workplace:
        workplace.importing.take(bundle)
        seconds = time.perf_counter() - started
        return list(revisions_of(workplace)), seconds


def _put_back(hq: Place, server: Server, model: str) -> None:
    """Headquarters as it was before the import."""
    server.drop(server.address(_database(hq)))
    hq.move(ServerPlace(server.copy_of(model), hq.folder))


def _import_before_kill(hq: Place, bundle: Path, seconds: float, _server: Server) -> bool:
    return import_before_kill(hq, bundle, seconds)


def _import_before_crash(hq: Place, bundle: Path, seconds: float, server: Server) -> bool:
    """Let a child import, crash the server after so long; whether the child said that it was done."""
    reader, writer = os.pipe()
    process = os.fork()
    if process == 0:
        try:
            with closing(hq.open()) as workplace:
                workplace.importing.take(bundle)
                os.write(writer, b"1")
        except (ServerGone, ServerRefused):  # refused: it came back between a failed connection and the look whether it is there
            os.write(writer, b"0")
        os._exit(0)
    os.close(writer)
    select.select([reader], [], [], seconds)
    server.restart()
    os.waitpid(process, 0)
    with os.fdopen(reader, "rb") as pipe:
        said = pipe.read()
    if said not in (b"0", b"1"):
        raise AssertionError("the importer was not told that the server is gone")
    return said == b"1"


if __name__ == "__main__":
    told = importing(Path(sys.argv[1]), sys.argv[2], Server.at(Path(sys.argv[3])))
    sys.stdout.write(f"{told}\n")
