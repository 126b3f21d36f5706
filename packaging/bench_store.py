"""Benches of the store: autosave, list and search, unlocking. Each floor does the same on the same encrypted file or disk."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle
from pathlib import Path
from typing import Any

from bench_measure import Line, Samples, in_turn, stopwatch, timed
from bench_places import PASSPHRASE, SOURCES, Places, raw_connection
from s2w_desktop.domain.canonical import canonical
from s2w_desktop.domain.handover import ProfileRow
from s2w_desktop.domain.profile import Profile, changes_between
from s2w_desktop.services.interviews import Pair
from s2w_desktop.services.setup import unlock_store
from s2w_desktop.storage.encrypted_file import EncryptedFile
from s2w_desktop.storage.kdf import KdfCost, derive
from s2w_desktop.storage.layout import VAULT_NAME
from s2w_desktop.storage.store_key import StoreKey
from s2w_desktop.storage.values import ListQuery
from s2w_desktop.storage.vault import Vault

PAGE = 50
CALIBRATED = "nine herons fold paper lamps"
_COLUMNS = (
    "id, case_number, name, person_language, officer_language, centre, answered, asked, remarks, conflicts, is_finished, "
    "handover, bundle_seq, changed"
)
_WRITE = "INSERT INTO floor VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET text = excluded.text"


def commit(places: Places, times: int) -> Line:
    """One autosave of a whole profile, against one raw commit of a row of the same size."""
    interviews = places.laptop.interviews
    model = interviews.read(places.laptop.store.profiles.ids(ListQuery())[0])
    session = interviews.begin(Pair("en", "ara"))
    for path in model.held:
        if not path.endswith(".") and path.count(".") == 1:
            session.set_answer(path, model.get(path))
    remarks = (f"remark {number}" for number in range(10**9))

    def ours() -> float:
        session.set_answer("record.remark", next(remarks))
        with stopwatch() as seconds:
            session.save()
        return seconds()

    size = len(canonical(changes_between(Profile(model.id), session.profile)))
    connection = _floor_table(places.folder / "floor.db")
    texts = cycle(letter * size for letter in "ab")

    def floor() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(_WRITE, ("one", next(texts)))
        connection.execute("COMMIT")

    pair = in_turn(ours, timed(floor), times=times, warm_up=5)
    connection.close()
    session.close()
    return Line("autosave commit", *pair, aim=4, notes=(f"{size} bytes",))


def lists(places: Places, times: int) -> Iterator[Line]:
    """A page of the list and every step of a search as it is typed, against the same questions in raw SQL."""
    profiles = places.laptop.store.profiles
    connection = raw_connection(places.folder / "laptop")

    def found(search: str) -> Callable[[], object]:
        query = ListQuery(search=search)
        return lambda: (profiles.count(query), profiles.rows(query, 0, PAGE))

    def raw(search: str) -> Callable[[], object]:
        return lambda: raw_page(connection, search)

    yield Line("list, first page", *in_turn(timed(found("")), timed(raw("")), times=times), aim=4)
    typed = typed_names(places)
    steps = [in_turn(timed(found(text)), timed(raw(text)), times=max(1, times // len(typed))) for text in typed]
    ours, floor = (Samples(tuple(value for step in steps for value in step[side].values)) for side in (0, 1))
    yield Line("search, each key", ours, floor, aim=4, notes=(f"{len(typed)} texts",))
    connection.close()


def unlock(places: Places, times: int, cost: KdfCost) -> Line:
    """Passphrase to first page of the list, against the key derivation alone at the same cost."""
    folder = places.folder / "calibrated"
    places.laptop.store.checkpoint()
    shutil.copytree(places.folder / "laptop", folder)
    vault = Vault.read(folder / VAULT_NAME)
    vault.change_passphrase(old=PASSPHRASE, new=CALIBRATED, cost=cost, now=SOURCES.now(), new_id=SOURCES.new_id)

    def ours() -> float:
        with stopwatch() as seconds:
            store = unlock_store(folder, CALIBRATED).store
            store.profiles.rows(ListQuery(), 0, PAGE)
        store.close()
        return seconds()

    pair = in_turn(ours, timed(lambda: derive(CALIBRATED, bytes(16), cost)), times=times)
    mebibytes = cost.memory_bytes // 2**20
    return Line("unlock to list", *pair, notes=(f"{mebibytes} MiB, {cost.passes} passes",))


def _floor_table(path: Path) -> Any:  # noqa: ANN401  # the driver has no types
    connection = EncryptedFile(path, StoreKey.random()).connect()
    connection.execute("CREATE TABLE floor (id TEXT PRIMARY KEY, text TEXT NOT NULL)")
    return connection


def raw_page(connection: Any, search: str) -> object:  # noqa: ANN401  # the driver has no types
    """A page of the list and the number of all rows in it, the plainest way."""
    where, values = ("WHERE search_text LIKE ?", (f"%{search}%",)) if search else ("", ())
    count = connection.execute(f"SELECT count(*) FROM profile {where}", values).fetchone()  # noqa: S608  # a text of our own
    page = f"SELECT {_COLUMNS} FROM profile {where} ORDER BY changed DESC, id DESC LIMIT {PAGE}"  # noqa: S608  # the same
    return count, connection.execute(page, values).fetchall()


def typed_names(places: Places) -> list[str]:
    """The given names of three people as they grow while somebody types them."""
    return typed_names_of(places.laptop.store.profiles.rows(ListQuery(), 0, PAGE))


def typed_names_of(rows: Sequence[ProfileRow]) -> list[str]:
    """The same of three people of a page."""
    names = sorted({row.name.split()[0].casefold() for row in rows if row.name.isascii() and row.name})[:3]
    return [name[:end] for name in names for end in range(1, len(name) + 1)]
