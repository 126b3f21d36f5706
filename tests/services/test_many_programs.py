"""Several programs at once on one headquarters: importers, a reviewer, writers of receipts. What comes out is what one after
the other would have made."""

import copy
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Barrier, Event
from uuid import UUID

import pytest
from psycopg import sql

from s2w_desktop.domain.errors import StoreInUse
from s2w_desktop.domain.handover import ProfileRow
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.revisions import Revision
from s2w_desktop.domain.server_errors import ServerGone
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.keeping import view_of
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.layout import ServerPlace
from s2w_desktop.storage.values import ListQuery
from tests.engines import ServerEngine
from tests.servers import Server, running
from tests.services.colleagues import colleague
from tests.services.places import TODAY, Place, change, enrol, export, interview, revisions_of

EVERYBODY = ListQuery()
SECONDS = 120
CIRCLE = "deadlock detected"
WAITING = sql.SQL("SELECT count(*) FROM pg_locks WHERE NOT granted")


@pytest.fixture
def office(server_engine: ServerEngine, tmp_path: Path) -> Iterator[Place]:
    """A headquarters on a server."""
    yield Place(tmp_path / "hq", Role.HEADQUARTERS, engine=server_engine)
    server_engine.forget()


def twin(office: Place, server: Server, folder: Path) -> Place:
    """The same headquarters in a database of its own; nobody may have the first one open."""
    assert isinstance(office.place, ServerPlace)
    other = copy.copy(office)
    other.move(ServerPlace(server.copy_of(office.place.address.database), folder))
    return other


def enrolled(office: Place, folder: Path, stack: ExitStack) -> Workplace:
    """One more laptop that headquarters knows."""
    laptop = stack.enter_context(closing(Place(folder, Role.FIELD).open()))
    with closing(office.open()) as hq:
        enrol(headquarters=hq, laptop=laptop, folder=folder.with_name(f"{folder.name}-enrolment"))
    return laptop


def overlapping(laptop: Workplace, folder: Path, bundles: int) -> list[Path]:
    """Bundles each of which holds what all before it hold, new people, and changes to those of before."""
    made: list[Path] = []
    people: list[ProfileId] = []
    for number in range(bundles):
        people += [interview(laptop, identity__given_names=f"Person {number}.{one}") for one in range(3)]
        for profile in people[:2]:
            change(laptop, profile, record__remark=f"after {number}")
        made.append(export(laptop, folder / f"{laptop.station.device}-{number}"))
    return made


def bundles_of_two(office: Place, folder: Path) -> list[Path]:
    """Six bundles of two laptops."""
    with ExitStack() as stack:
        both = [enrolled(office, folder / f"laptop-{number}", stack) for number in range(2)]
        return [bundle for laptop in both for bundle in overlapping(laptop, folder / "stick", 3)]


def outcome(workplace: Workplace) -> tuple[list[Revision], list[ProfileRow], set[str]]:
    """Everything that importing decides, without the moment at which it happened."""
    rows = sorted(workplace.store.profiles.rows(EVERYBODY, 0, 10_000), key=lambda row: row.id)
    bundles = {one.manifest_sha256 for one in workplace.store.inbox.bundles()}
    return list(revisions_of(workplace)), rows, bundles


def rows_follow_from_revisions(office: Place, workplace: Workplace) -> bool:
    """Whether every row of the list is what the revisions say."""
    for row in workplace.store.profiles.rows(EVERYBODY, 0, 10_000):
        revisions = workplace.store.profiles.load(row.id).revisions
        view = view_of(office.questionnaire, row.id, revisions, TODAY)
        if (row.name, row.conflicts, row.changed) != (view.summary.name, view.conflicts, view.changed):
            return False
    return True


def numbers_given_by(workplace: Workplace) -> list[int]:
    """Revision numbers of headquarters itself."""
    return sorted(one.lseq for one in revisions_of(workplace) if one.device == workplace.station.device)


def all_at_once(*works: Callable[[], object]) -> None:
    """Each in a thread of its own, none before all are there."""
    ready = Barrier(len(works), timeout=SECONDS)

    def begin(work: Callable[[], object]) -> object:
        ready.wait()
        return work()

    with ThreadPoolExecutor(len(works)) as pool:
        for done in [pool.submit(begin, work) for work in works]:
            done.result(timeout=SECONDS)


def until_somebody_waits(server: Server, is_done: Event) -> None:
    """Return when a transaction waits for another one's lock; fails when whoever should wait is done."""
    while server.tell(WAITING) == [(0,)]:
        assert not is_done.is_set()


def begun(pool: ThreadPoolExecutor, work: Callable[..., object], is_done: Event) -> Future[object]:
    """Work in a thread of its own; tells when it is done."""
    future = pool.submit(work)
    future.add_done_callback(lambda _done: is_done.set())
    return future


def patiently(work: Callable[[], object]) -> None:
    """Again as long as somebody else is in the way, as a person would."""
    while True:
        try:
            work()
        except StoreInUse:
            continue
        return


def test_two_importers_on_overlapping_bundles_take_each_in_once(office: Place, postgres: Server, tmp_path: Path) -> None:
    bundles = bundles_of_two(office, tmp_path)
    alone = twin(office, postgres, tmp_path / "alone")
    results: list[bool] = []

    def take(order: list[Path]) -> None:
        with closing(office.open()) as hq:
            results.extend(hq.importing.take(bundle).was_known for bundle in order)

    all_at_once(lambda: take(bundles), lambda: take(bundles[::-1]))
    assert sorted(results) == [False] * len(bundles) + [True] * len(bundles)
    with closing(office.open()) as hq, closing(alone.open()) as reference:
        for bundle in bundles:
            reference.importing.take(bundle)
        assert outcome(hq) == outcome(reference)
        assert rows_follow_from_revisions(office, hq)
        assert not hq.store.inbox.forks()


def test_reviewers_beside_importers_lose_nothing_and_leave_no_row_behind(office: Place, tmp_path: Path) -> None:
    bundles = bundles_of_two(office, tmp_path)
    with closing(office.open()) as hq:
        hq.importing.take(bundles[0])
        people = hq.store.profiles.ids(EVERYBODY)[:2]
        before = len(numbers_given_by(hq))

    def take(order: list[Path]) -> None:
        with closing(office.open()) as hq:
            for bundle in order:
                hq.importing.take(bundle)

    def review(profile: ProfileId, name: str) -> None:
        with closing(office.open()) as hq:
            for number in range(5):
                patiently(lambda number=number: change(hq, profile, contact__email=f"{name}-{number}@example.org"))  # type: ignore[misc]

    all_at_once(
        lambda: take(bundles[1:]), lambda: take(bundles[::-1]), lambda: review(people[0], "one"), lambda: review(people[1], "two")
    )
    with closing(office.open()) as hq:
        assert rows_follow_from_revisions(office, hq)
        assert numbers_given_by(hq) == list(range(1, before + len(numbers_given_by(hq)) + 1))
        assert len(numbers_given_by(hq)) >= 10
        last = {hq.interviews.read(profile).text("contact.email") for profile in people}
        assert last == {"one-4@example.org", "two-4@example.org"}
        assert not hq.store.inbox.forks()


def disagreement(office: Place, folder: Path, stack: ExitStack) -> tuple[ProfileId, Path]:
    """Somebody whom headquarters knows, and a bundle in which the laptop changes a remark of theirs."""
    laptop = enrolled(office, folder / "laptop", stack)
    profile = interview(laptop, record__remark="first")
    with closing(office.open()) as hq:
        hq.importing.take(export(laptop, folder / "first"))
    change(laptop, profile, record__remark="by the laptop")
    return profile, export(laptop, folder / "second")


def test_a_reviewer_who_closes_while_a_bundle_comes_in_sees_what_it_brought(
    office: Place, postgres: Server, tmp_path: Path
) -> None:
    with ExitStack() as stack, ThreadPoolExecutor() as pool:
        profile, bundle = disagreement(office, tmp_path, stack)
        importer, reviewer = (stack.enter_context(closing(office.open())) for _ in range(2))
        session = reviewer.interviews.open(profile)
        session.set_answer("record.remark", "by the reviewer")
        session.save()
        is_in, may_end, is_closed = Event(), Event(), Event()

        def pause(_done: int, _total: int) -> None:
            is_in.set()
            assert may_end.wait(SECONDS)

        importing = pool.submit(importer.importing.take, bundle, progress=pause)
        assert is_in.wait(SECONDS)
        closed = begun(pool, session.close, is_closed)
        until_somebody_waits(postgres, is_closed)
        may_end.set()
        importing.result(SECONDS)
        closed.result(SECONDS)
        assert [row.conflicts for row in reviewer.store.profiles.rows_of([profile])] == [1]
        assert rows_follow_from_revisions(office, reviewer)


def import_while_a_reviewer_closes(office: Place, server: Server, profile: ProfileId, bundle: Path, stack: ExitStack) -> bool:
    """The reviewer is in the midst of closing until somebody waits for them. Tells whether the importer had to."""
    pool, importer = stack.enter_context(ThreadPoolExecutor()), stack.enter_context(closing(office.open()))
    is_sealing, is_imported, did_wait, given = Event(), Event(), Event(), office.sources

    def new_id() -> UUID:  # the revision gets its id inside the transaction
        if is_sealing.is_set():
            until_somebody_waits(server, is_imported)
            did_wait.set()
        return given.new_id()

    office.sources = replace(given, new_id=new_id)
    reviewer = stack.enter_context(closing(office.open()))
    session = reviewer.interviews.open(profile)
    session.set_answer("record.remark", "by the reviewer")
    session.save()
    is_sealing.set()
    closed = pool.submit(session.close)
    begun(pool, partial(importer.importing.take, bundle), is_imported).result(SECONDS)
    closed.result(SECONDS)
    office.sources = given
    return did_wait.is_set()


def test_an_importer_who_comes_while_a_reviewer_closes_sees_what_was_decided(
    office: Place, postgres: Server, tmp_path: Path
) -> None:
    with ExitStack() as stack:
        profile, bundle = disagreement(office, tmp_path, stack)
        assert import_while_a_reviewer_closes(office, postgres, profile, bundle, stack)
        with closing(office.open()) as hq:
            assert [row.conflicts for row in hq.store.profiles.rows_of([profile])] == [1]
            assert rows_follow_from_revisions(office, hq)


def test_a_reviewer_whose_word_is_on_its_way_already_and_an_importer_do_not_wait_in_a_circle(
    office: Place, postgres: Server, tmp_path: Path
) -> None:
    with ExitStack() as stack:
        profile, bundle = disagreement(office, tmp_path, stack)
        with closing(office.open()) as hq:
            change(hq, profile, contact__email="first@example.org")
            hq.receipts.write(tmp_path)  # both note that there is more than this carried
        circles = postgres.times_logged(CIRCLE)
        assert import_while_a_reviewer_closes(office, postgres, profile, bundle, stack)
        assert postgres.times_logged(CIRCLE) == circles
        with closing(office.open()) as hq:
            assert rows_follow_from_revisions(office, hq)


def test_an_import_that_meets_somebody_who_holds_people_in_another_order_begins_anew(
    office: Place, postgres: Server, tmp_path: Path
) -> None:
    with ExitStack() as stack, ThreadPoolExecutor() as pool:
        laptop = enrolled(office, tmp_path / "laptop", stack)
        people = sorted(interview(laptop, record__remark="first") for _ in range(2))
        importer = stack.enter_context(closing(office.open()))
        importer.importing.take(export(laptop, tmp_path / "first"))
        for profile in people:
            change(laptop, profile, record__remark="second")
        bundle, is_imported, circles = export(laptop, tmp_path / "second"), Event(), postgres.times_logged(CIRCLE)
        hold = sql.SQL("SELECT id FROM profile WHERE id = {} FOR UPDATE")
        with postgres.connected(office.place.address.database) as other:  # type: ignore[union-attr]
            other.execute("SET deadlock_timeout = '10min'")  # so that it is the import that gives way
            other.execute(hold.format(people[1]))
            importing = begun(pool, partial(importer.importing.take, bundle), is_imported)
            until_somebody_waits(postgres, is_imported)
            other.execute(hold.format(people[0]))
            assert postgres.times_logged(CIRCLE) == circles + 1
        assert importing.result(SECONDS).changed == 2  # type: ignore[attr-defined]
        assert rows_follow_from_revisions(office, importer)


def test_two_officers_in_one_profile_and_somebody_who_closes_for_them_lose_nothing(office: Place) -> None:
    """Each answers a question of their own, again and again, while a third one makes open work final at every moment."""
    with closing(office.open()) as hq:
        profile, ben = interview(hq, contact__email="0", record__remark="0"), colleague(hq, "Ben")
    colleagues, is_done = copy.copy(office), Event()
    colleagues.officer = ben

    def work(place: Place, path: str) -> None:
        with closing(place.open()) as hq:
            for number in range(1, 9):
                session = hq.interviews.open(profile)
                for part in ("a", "b", "c"):
                    session.set_answer(path, f"{number}{part}")
                    patiently(session.save)
                patiently(session.close)

    def close_for_them() -> None:
        with closing(office.open()) as hq:
            while not is_done.is_set():
                patiently(hq.interviews.seal_all)

    def both() -> None:
        all_at_once(lambda: work(office, "contact.email"), lambda: work(colleagues, "record.remark"))
        is_done.set()

    all_at_once(both, close_for_them)
    with closing(office.open()) as hq:
        read = hq.interviews.read(profile)
        assert (read.text("contact.email"), read.text("record.remark")) == ("8c", "8c")
        assert hq.store.profiles.workings() == []
        assert hq.office.conflicts.of(profile).open == ()
        assert numbers_given_by(hq) == list(range(1, len(numbers_given_by(hq)) + 1))
        assert len(numbers_given_by(hq)) > 16
        assert rows_follow_from_revisions(office, hq)


def test_two_who_write_receipts_write_each_once_and_no_number_twice(office: Place, tmp_path: Path) -> None:
    with ExitStack() as stack:
        laptops = [enrolled(office, tmp_path / f"laptop-{number}", stack) for number in range(3)]
        with closing(office.open()) as hq:
            for laptop in laptops:
                interview(laptop)
                hq.importing.take(export(laptop, tmp_path / f"stick-{laptop.station.device}"))
        places = [tmp_path / name for name in ("here", "there")]

        def write(folder: Path) -> None:
            folder.mkdir()
            with closing(office.open()) as hq:
                hq.receipts.write(folder)

        all_at_once(*(partial(write, folder) for folder in places))
        written = [bundle for folder in places for bundle in folder.iterdir()]
        with closing(office.open()) as hq:
            sent = hq.store.outbox.bundles()
            assert hq.receipts.due() == ()
        assert sorted(one.seq for one in sent) == list(range(1, len(sent) + 1))
        assert sorted(bundle.name for bundle in written) == sorted(one.file_name for one in sent if one.kind == "receipt")
        assert len(written) == len(laptops)


def test_a_server_that_crashes_during_an_import_has_taken_nothing_in(tmp_path: Path) -> None:
    with running() as server, ExitStack() as stack:
        office = Place(tmp_path / "hq", Role.HEADQUARTERS, engine=ServerEngine(server))
        laptop = enrolled(office, tmp_path / "laptop", stack)
        interview(laptop)
        bundle = export(laptop, tmp_path / "stick")
        with closing(office.open()) as hq:
            with pytest.raises(ServerGone):
                hq.importing.take(bundle, progress=lambda _done, _total: server.restart())
            assert list(revisions_of(hq)) == []
            assert not list(hq.spool_folder.iterdir())
            assert hq.importing.take(bundle).new == 1
