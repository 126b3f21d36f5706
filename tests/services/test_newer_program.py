"""Bundles of a newer program, whose answers this one would misunderstand: nothing is lost, nothing is guessed."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from s2w_desktop.bundle.manifest import Kind
from s2w_desktop.bundle.records import revision_line
from s2w_desktop.domain.erasing import ErasureReason
from s2w_desktop.domain.errors import NewerFormat
from s2w_desktop.domain.files import Blob, FileKind, FileRef
from s2w_desktop.domain.handover import Handover
from s2w_desktop.domain.matters import MatterKind
from s2w_desktop.domain.putting_aside import NEWER_PROGRAM, AsideReason
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.intake import Rejected
from s2w_desktop.services.quarantine import Released
from s2w_desktop.services.sending import Address, Dispatch
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.values import ListQuery
from tests.copies import COPIES, ONE
from tests.engines import Engine
from tests.histories.reading_here import open_here
from tests.services.places import Clock, Place, answers_of, change, enrol, export, interview, revisions_of

NEWER = replace(COPIES, oldest_reader=COPIES.version)
EVERYBODY = ListQuery()
AGREED = {"consent__pass_to_office": "granted"}


@pytest.fixture
def office(tmp_path: Path, engine: Engine) -> Place:
    """Headquarters, not updated yet."""
    return Place(tmp_path / "hq", Role.HEADQUARTERS, engine=engine)


@pytest.fixture
def newer(tmp_path: Path, office: Place) -> Iterator[Workplace]:
    """A laptop that was updated already, and that the headquarters of before enrolled."""
    with closing(Place(tmp_path / "newer", Role.FIELD, questionnaire=NEWER).open(open_here)) as workplace:
        with closing(office.open(open_here)) as hq:
            enrol(headquarters=hq, laptop=workplace, folder=tmp_path / "enrolment")
        yield workplace


def update(place: Place) -> None:
    """From now on the program is the newer one."""
    place.questionnaire = NEWER


def reasons(hq: Workplace) -> list[str]:
    return [item.reason for item in hq.store.inbox.quarantined()]


def test_records_of_a_newer_program_wait_and_are_told(office: Place, newer: Workplace, stick: Path) -> None:
    people = [interview(newer) for _ in range(2)]
    with closing(office.open(open_here)) as hq:
        result = hq.importing.take(export(newer, stick / "1"))
        assert [one.reason for one in result.quarantined] == [NEWER_PROGRAM] * 2
        assert (result.profiles, hq.store.profiles.ids(EVERYBODY), list(revisions_of(hq))) == (0, [], [])
        (matter,) = hq.office.matters.all()
        assert (matter.found.kind, matter.found.reason, matter.found.count) == (MatterKind.QUARANTINED, NEWER_PROGRAM, 2)
        bundle = result.bundle
        refused = Released(0, tuple(Rejected(line, NEWER_PROGRAM) for line in (1, 2)))
        assert hq.office.quarantine.release(bundle, NEWER_PROGRAM) == refused
        (receipt,) = hq.receipts.write(stick)
        assert newer.receipts.take(receipt.bundle.path).needs_you == 0
        assert {one.reason for one in newer.store.rejections.all()} == {NEWER_PROGRAM}
        assert not newer.store.profiles.handover_counts()[Handover.NEEDS_YOU]
        change(newer, people[0], record__remark="once more")
        again = hq.importing.take(export(newer, stick / "2"))
        assert [one.reason for one in again.quarantined] == [NEWER_PROGRAM] * 3
        assert reasons(hq) == [NEWER_PROGRAM] * 3


def test_after_an_update_what_waited_is_taken_in_by_itself(office: Place, newer: Workplace, stick: Path) -> None:
    content = b"%PDF-1.4 a diploma"
    copy = Blob(sha256(content).hexdigest(), FileKind.PDF, content)
    newer.store.blobs.add(copy, newer.sources.now())
    reference = FileRef(copy.sha256, copy.kind, len(copy.content), 1)
    profile = interview(newer, identity__sex="F", consent__attach_copies="granted", **{ONE.replace(".", "__"): reference})
    change(newer, profile, record__remark="later")
    with closing(office.open(open_here)) as hq:
        hq.importing.take(export(newer, stick))
        assert hq.store.blobs.remove_unused(hq.sources.now() + timedelta(days=99)) == 0
    with closing(office.open(open_here)) as hq:  # nothing changes without an update
        assert reasons(hq) == [NEWER_PROGRAM] * 2
    update(office)
    with closing(office.open(open_here)) as hq:
        assert answers_of(hq) == answers_of(newer)
        assert list(revisions_of(hq)) == list(revisions_of(newer))
        assert (reasons(hq), hq.office.matters.all()) == ([], ())
        assert hq.store.blobs.find(copy.sha256) == copy
        (receipt,) = hq.receipts.write(stick)
    newer.receipts.take(receipt.bundle.path)
    assert not newer.store.outbox.has_to_send(newer.station)


def test_what_the_newer_program_finds_wrong_waits_on_for_that_reason(office: Place, newer: Workplace, stick: Path) -> None:
    profile = interview(newer)
    (made,) = revisions_of(newer)
    clash = replace(made, clock=made.clock + 1)
    odd = revision_line(made).replace(b'"granted"', b'"perhaps"')
    address = Address(Kind.PROFILES, newer.exporting.headquarters().recipients)
    dispatch = Dispatch(newer.store, NEWER, newer.sources)
    with closing(office.open(open_here)) as hq:
        hq.importing.take(dispatch.write(stick, address, [revision_line(made), revision_line(clash), odd])[0].path)
        assert reasons(hq) == [NEWER_PROGRAM, NEWER_PROGRAM, "bad_digest"]
    update(office)
    with closing(office.open(open_here)) as hq:
        assert hq.store.profiles.ids(EVERYBODY) == [profile]
        assert reasons(hq) == [AsideReason.CLASH, "bad_digest"]


def test_erasing_waits_for_no_update(office: Place, newer: Workplace, stick: Path) -> None:
    profile = interview(newer, identity__given_names="Zyxwvelda")
    with closing(office.open(open_here)) as hq:
        hq.importing.take(export(newer, stick / "1"))
        newer.erasure.erase(profile, ErasureReason.REQUEST)
        result = hq.importing.take(export(newer, stick / "2"))
        assert result.erased == 1
        assert all(b"Zyxwvelda" not in item.untrusted_raw for item in hq.store.inbox.quarantined())
    update(office)
    with closing(office.open(open_here)) as hq:
        assert hq.store.profiles.ids(EVERYBODY) == []


def test_what_somebody_else_made_is_not_taken_in_by_an_update(
    office: Place, newer: Workplace, tmp_path: Path, stick: Path
) -> None:
    with closing(Place(tmp_path / "third", Role.FIELD, questionnaire=NEWER).open(open_here)) as third:
        interview(third)
        (foreign,) = revisions_of(third)
    address = Address(Kind.PROFILES, newer.exporting.headquarters().recipients)
    bundle = Dispatch(newer.store, NEWER, newer.sources).write(stick, address, [revision_line(foreign)])[0].path
    with closing(office.open(open_here)) as hq:
        hq.importing.take(bundle)
    update(office)
    with closing(office.open(open_here)) as hq:
        assert (reasons(hq), hq.store.profiles.ids(EVERYBODY)) == ([AsideReason.OTHER_DEVICE], [])


def test_the_name_of_an_officer_of_another_machine_is_not_believed_after_an_update(
    office: Place, newer: Workplace, stick: Path
) -> None:
    interview(newer)
    (made,) = revisions_of(newer)
    address = Address(Kind.PROFILES, newer.exporting.headquarters().recipients)
    with closing(office.open(open_here)) as hq:
        claimed = revision_line(replace(made, officer=hq.officer))
        hq.importing.take(Dispatch(newer.store, NEWER, newer.sources).write(stick, address, [claimed])[0].path)
    update(office)
    with closing(office.open(open_here)) as hq:
        assert (reasons(hq), hq.store.profiles.ids(EVERYBODY)) == ([AsideReason.OTHER_OFFICER], [])


def test_a_laptop_of_before_leaves_what_a_newer_headquarters_wrote_as_it_is(tmp_path: Path, stick: Path) -> None:
    office = Place(tmp_path / "hq", Role.HEADQUARTERS, questionnaire=NEWER)
    place = Place(tmp_path / "laptop", Role.FIELD, clock=Clock())
    with closing(office.open(open_here)) as hq:
        with closing(place.open(open_here)) as laptop:
            enrol(headquarters=hq, laptop=laptop, folder=tmp_path / "enrolment")
            interview(laptop, **AGREED)
            hq.importing.take(export(laptop, stick / "1"))
            (receipt,) = hq.receipts.write(stick)
            handed_on = hq.transfer.give([interview(hq, **AGREED)], laptop.station.device, stick).bundles[0]
            for path in (receipt.bundle.path, handed_on.path):
                with pytest.raises(NewerFormat):
                    laptop.post.take(path)
            assert laptop.store.profiles.count(EVERYBODY) == 1
            assert laptop.store.outbox.has_to_send(laptop.station)
        update(place)
        with closing(place.open(open_here)) as laptop:
            for path in (receipt.bundle.path, handed_on.path):
                laptop.post.take(path)
            assert laptop.store.profiles.count(EVERYBODY) == 2
            assert not laptop.store.outbox.has_to_send(laptop.station)


def test_a_later_questionnaire_that_asks_for_no_newer_program_is_taken(office: Place, tmp_path: Path, stick: Path) -> None:
    assert COPIES.version > QUESTIONNAIRE.version
    with (
        closing(Place(tmp_path / "later", Role.FIELD, questionnaire=COPIES).open(open_here)) as later,
        closing(office.open(open_here)) as hq,
    ):
        enrol(headquarters=hq, laptop=later, folder=tmp_path / "enrolment")
        profile = interview(later, identity__sex="F")
        result = hq.importing.take(export(later, stick))
        assert (result.new, result.quarantined) == (1, ())
        assert hq.interviews.read(profile).text("identity.sex") == "F"
