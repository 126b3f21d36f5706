"""Headquarters keeps who did what with which profile, and an edited or cut log is found (F49, DP-10)."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from threading import Event
from uuid import UUID

import pytest
from sqlalchemy import Connection, delete, update

from s2w_desktop.domain.access_log import CAME_AGAIN, UNLOCK
from s2w_desktop.domain.duties import Act
from s2w_desktop.domain.erasing import ErasureReason
from s2w_desktop.domain.errors import WrongRole
from s2w_desktop.domain.exchange_errors import NotPermitted, SecondPersonNeeded
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.access_tables import access_entry
from s2w_desktop.storage.values import ListQuery
from tests.engines import Engine
from tests.histories.reading_here import open_here
from tests.services.colleagues import colleague, office_of
from tests.services.exchanges import handed_over
from tests.services.places import Clock, Place, change, enrol, export, interview, revisions_of

SECONDS = 30


def uses(hq: Workplace) -> list[tuple[str, UUID | None]]:
    """What was done, the oldest first."""
    return [(entry.use.act, entry.use.about) for entry in hq.store.access.all()]


def uses_of(hq: Workplace, act: str) -> list[UUID | None]:
    return [about for done, about in uses(hq) if done == act]


def test_what_is_done_with_a_profile_stands_in_the_log(hq: Workplace, field: Workplace, stick: Path) -> None:
    profile = handed_over(hq, field, stick)
    hq.interviews.read(profile)
    hq.office.reporting.report()
    hq.erasure.erase(profile, ErasureReason.REQUEST)
    hq.enrolment.revoke(field.station.device)
    done = uses(hq)
    assert done[:2] == [(UNLOCK, None), ("enrol", field.station.device)]
    assert [act for act, _ in done[2:]] == ["import", "write_receipts", "read_profiles", "report", "erase", "revoke"]
    laptop = field.station.device
    assert [about for _, about in done[2:]] == [laptop, None, profile, None, profile, laptop]
    assert {entry.use.officer for entry in hq.store.access.all()} == {hq.officer}


def test_the_log_is_told_with_names_as_long_as_they_are_known(hq: Workplace, field: Workplace, stick: Path) -> None:
    profile = handed_over(hq, field, stick)
    number = hq.interviews.read(profile).text("record.case_number")
    assert [one.about for one in hq.office.access_log.newest(0, 2)] == ["", number]
    hq.erasure.erase(profile, ErasureReason.REQUEST)
    assert {one.officer for one in hq.office.access_log.all()} == {"M. Papadaki"}
    told = [one for one in hq.office.access_log.all() if one.entry.use.about == profile]
    assert [(one.entry.use.act, one.about) for one in told] == [("read_profiles", ""), ("erase", "")]


def test_an_entry_holds_no_answer_and_no_name(hq: Workplace, field: Workplace, stick: Path) -> None:
    profile = handed_over(hq, field, stick, identity__given_names="Zubaida")
    hq.interviews.read(profile)
    entries = repr(list(hq.store.access.all()))
    for said in ("Zubaida", "Papadaki", hq.interviews.read(profile).text("record.case_number")):
        assert said not in entries


def test_a_bundle_that_comes_again_stands_there_with_its_laptop_and_number(tmp_path: Path, engine: Engine) -> None:
    clock, stick = Clock(), tmp_path / "stick"
    with (
        closing(Place(tmp_path / "hq", Role.HEADQUARTERS, clock=clock, engine=engine).open(open_here)) as hq,
        closing(Place(tmp_path / "field", Role.FIELD, name="Laptop 07").open(open_here)) as field,
    ):
        enrol(headquarters=hq, laptop=field, folder=tmp_path / "enrolment")
        profile = interview(field)
        older = export(field, stick)
        bundle = hq.importing.take(older).bundle
        change(field, profile, identity__given_names="Zubaida")
        hq.importing.take(export(field, stick))
        before, due = list(revisions_of(hq)), hq.receipts.due()
        for rehearse in (True, False):
            assert hq.importing.take(older, rehearse=rehearse).was_known
        clock.pass_by(timedelta(hours=1))
        assert hq.importing.take(older).was_known
        assert uses_of(hq, CAME_AGAIN) == [bundle, bundle]
        assert len(uses_of(hq, Act.IMPORT)) == 2
        assert (list(revisions_of(hq)), hq.receipts.due()) == (before, due)
        told = [one for one in hq.office.access_log.all() if one.entry.use.act == CAME_AGAIN]
        assert {(one.about, one.bundle) for one in told} == {("Laptop 07", 2)}


def test_opening_a_profile_again_within_an_hour_is_one_entry(tmp_path: Path, engine: Engine) -> None:
    clock = Clock()
    with closing(Place(tmp_path / "hq", Role.HEADQUARTERS, clock=clock, engine=engine).open(open_here)) as hq:
        first, second = interview(hq), interview(hq)
        for profile in (first, first, second, first):
            hq.interviews.read(profile)
        assert uses_of(hq, Act.READ_PROFILES) == [first, second]
        clock.pass_by(timedelta(hours=1))
        hq.interviews.read(first)
        assert uses_of(hq, Act.READ_PROFILES) == [first, second, first]


def test_who_is_refused_leaves_no_entry_and_the_list_of_case_numbers_is_none(
    hq: Workplace, without_duty: Callable[[Workplace], None]
) -> None:
    profile = interview(hq)
    hq.interviews.rows(ListQuery(), 0, 10)
    assert uses_of(hq, Act.READ_PROFILES) == []
    without_duty(hq)
    with pytest.raises(NotPermitted):
        hq.interviews.read(profile)
    assert uses_of(hq, Act.READ_PROFILES) == []
    with pytest.raises(NotPermitted):
        hq.office.access_log.newest(0, 1)


def test_the_log_goes_on_when_the_store_is_opened_again(tmp_path: Path, engine: Engine) -> None:
    place = Place(tmp_path / "hq", Role.HEADQUARTERS, engine=engine)
    for _ in range(3):
        with closing(place.open(open_here)):
            pass
    with closing(place.open(open_here)) as hq:
        checked = hq.office.access_log.check()
        assert [act for act, _ in uses(hq)] == [UNLOCK] * 4 + ["see_log"]
        assert (checked.entries, checked.broken) == (5, None)


def test_a_laptop_keeps_no_log(field: Workplace) -> None:
    profile = interview(field)
    field.interviews.read(profile)
    assert field.store.access.count() == 0
    with pytest.raises(WrongRole):
        field.office.access_log.check()


def edited(connection: Connection) -> None:
    connection.execute(update(access_entry).where(access_entry.c.seq == 3).values(act="report"))


def cut_out(connection: Connection) -> None:
    connection.execute(delete(access_entry).where(access_entry.c.seq == 3))


@pytest.mark.parametrize("tampering", [edited, cut_out])
def test_an_edited_or_cut_log_is_told_with_the_first_bad_entry(hq: Workplace, tampering: Callable[[Connection], None]) -> None:
    for _ in range(5):
        hq.interviews.read(interview(hq))
    assert hq.office.access_log.check().broken is None
    with hq.store._database.writing() as connection:  # as somebody with the key of the store could
        tampering(connection)
    assert hq.office.access_log.check().broken == 3


def test_a_cut_end_shows_by_what_was_noted_before(hq: Workplace) -> None:
    for _ in range(5):
        hq.interviews.read(interview(hq))
    noted = hq.office.access_log.check()
    assert hq.office.access_log.check(noted.entries, noted.last).broken is None
    with hq.store._database.writing() as connection:
        connection.execute(delete(access_entry).where(access_entry.c.seq > noted.entries - 2))
    hq.interviews.read(interview(hq))
    assert hq.office.access_log.check().broken is None  # nothing tells, unless somebody noted the end
    assert hq.office.access_log.check(noted.entries, noted.last).broken == noted.entries


def test_while_an_import_writes_a_profile_opens_at_once_and_its_entry_follows(hq: Workplace) -> None:
    profile = interview(hq)
    is_writing, may_end = Event(), Event()

    def write() -> None:
        with hq.store.inbox.transaction():
            is_writing.set()
            assert may_end.wait(SECONDS)

    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(write)
        assert is_writing.wait(SECONDS)
        assert hq.interviews.read(profile).id == profile
        if not hq.store.is_shared:  # a server lets others write beside an import
            assert uses_of(hq, Act.READ_PROFILES) == []
        may_end.set()
        writing.result(SECONDS)
    other = interview(hq)
    hq.interviews.read(other)
    assert uses_of(hq, Act.READ_PROFILES) == [profile, other]
    assert hq.office.access_log.check().broken is None


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
def test_two_who_work_on_a_server_make_one_chain(tmp_path: Path, engine: Engine) -> None:
    place = Place(tmp_path / "hq", Role.HEADQUARTERS, engine=engine)
    with closing(place.open(open_here)) as one, closing(place.open(open_here)) as other, ThreadPoolExecutor(2) as pool:
        profiles = [interview(one) for _ in range(20)]

        def read_all(workplace: Workplace) -> None:
            for profile in profiles:
                workplace.interviews.read(profile)

        for done in [pool.submit(read_all, workplace) for workplace in (one, other)]:
            done.result(SECONDS)
        assert len(uses_of(one, Act.READ_PROFILES)) == 40
        assert one.office.access_log.check().broken is None


def test_what_somebody_records_at_headquarters_is_noted_once(hq: Workplace) -> None:
    profile = interview(hq)
    change(hq, profile, identity__sex="F")
    change(hq, profile, identity__sex="M")
    assert uses_of(hq, Act.RECORD) == [profile]


def test_new_keys_are_one_entry_and_a_wish_for_them_none(hq: Workplace, tmp_path: Path) -> None:
    other = colleague(hq)
    with pytest.raises(SecondPersonNeeded):
        hq.safekeeping.rotation.rotate(tmp_path / "keys.s2wref")
    assert uses_of(hq, Act.ROTATE_KEYS) == []
    (wish,) = hq.office.approvals.waiting()
    office_of(hq, other).approvals.approve(wish.id)
    hq.safekeeping.rotation.rotate(tmp_path / "keys.s2wref")
    assert uses_of(hq, Act.ROTATE_KEYS) == [None]
