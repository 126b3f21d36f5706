"""New keys for headquarters: nobody is cut off, one stolen key is not enough, and what was written before is read."""

import json
import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from s2w_desktop.bundle.age import Identity
from s2w_desktop.bundle.keys_part import KEYS_PART, keys_text, read_keys_text
from s2w_desktop.domain.errors import (
    FingerprintDiffers,
    KeyFileDamaged,
    TargetExists,
    TargetGone,
    UnknownSender,
    WrongRole,
)
from s2w_desktop.domain.exchange_errors import NoNewKeys, SecondPersonNeeded
from s2w_desktop.domain.handover import Handover
from s2w_desktop.domain.ids import DeviceId, OfficerId
from s2w_desktop.domain.key_changes import GRACE_DAYS, KeyChange
from s2w_desktop.domain.pack_errors import NotAPack, NothingToRollBack, PackNeedsTwoKeys, StalePack, UnknownPackSigner
from s2w_desktop.domain.packs import PackContent
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.approvals import Approvals
from s2w_desktop.services.key_changes import keys_pack_id
from s2w_desktop.services.packs import Draft
from s2w_desktop.services.permits import Permits
from s2w_desktop.services.setup import new_keys
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.layout import DATABASE_NAME
from s2w_desktop.storage.values import ListQuery, Officer
from s2w_desktop.storage.vault import Vault
from tests.services.exchanges import answer, handed_over, said
from tests.services.places import Clock, Place, change, enrol, export, interview
from tests.workplaces import make_workplace


def words_of(hq: Workplace) -> str:
    return " ".join(hq.enrolment.own_words())


def rotate(hq: Workplace, stick: Path, name: str = "keys", *, is_stolen: bool = False) -> Path:
    return hq.safekeeping.rotation.rotate(stick / name, is_stolen=is_stolen).file


def receipt(hq: Workplace, stick: Path) -> Path:
    (written,) = hq.receipts.write(stick)
    return written.bundle.path


def received(laptop: Workplace) -> int:
    return laptop.store.profiles.count(ListQuery(states=frozenset({Handover.RECEIVED})))


def test_new_keys_reach_a_laptop_and_everything_goes_on(hq: Workplace, field: Workplace, stick: Path) -> None:
    before = hq.store.stations.keys()
    (sent,) = hq.pack_exchange.write(rotate(hq, stick), stick)
    looked = field.pack_exchange.look(sent.bundle.path)
    assert " ".join(looked.words) == words_of(hq), "headquarters reads out the same words as the laptop shows"
    field.pack_exchange.install(sent.bundle.path, words_of(hq))
    (peer,) = field.store.peers.all()
    assert (peer.signing_key, peer.recipients[0]) == (
        hq.store.stations.keys().signing_key,
        hq.store.stations.keys().recipient,
    )
    assert before.recipient not in peer.recipients
    interview(field)
    taken = hq.importing.take(export(field, stick))
    assert (taken.new, taken.is_to_old_key) == (1, False)
    field.receipts.take(receipt(hq, stick))
    assert received(field) == 1


def test_a_laptop_that_missed_the_pack_still_hands_over_and_reads_its_receipts(
    hq: Workplace, field: Workplace, other: Workplace, stick: Path
) -> None:
    interview(field)
    under_way = export(field, stick / "a")
    for name in ("one", "two"):
        rotate(hq, stick, name)
    assert {peer.device for peer in hq.safekeeping.rotation.behind()} == {field.station.device, other.station.device}
    for bundle in (under_way, export(field, stick / "b")):
        assert hq.importing.take(bundle).is_to_old_key, "what is written to an old key opens, and is told"
    field.receipts.take(receipt(hq, stick))
    assert received(field) == 1


def test_packs_of_keys_are_followed_one_after_the_other(hq: Workplace, field: Workplace, stick: Path) -> None:
    first = rotate(hq, stick, "one")
    heard = words_of(hq)
    second = rotate(hq, stick, "two")
    with pytest.raises(UnknownPackSigner):
        field.packs.install(second, words_of(hq))
    field.packs.install(first, heard)
    field.packs.install(second, words_of(hq))
    assert hq.safekeeping.rotation.behind() == (hq.store.peers.all()[0],), "it has not sent anything yet"
    interview(field)
    assert not hq.importing.take(export(field, stick)).is_to_old_key
    assert hq.safekeeping.rotation.behind() == ()
    with pytest.raises(StalePack):
        field.packs.install(first, heard)


def test_a_laptop_enrolled_later_knows_the_new_keys_from_the_card(
    hq: Workplace, laptop: Workplace, stick: Path, tmp_path: Path
) -> None:
    rotate(hq, stick)
    enrol(headquarters=hq, laptop=laptop, folder=tmp_path / "enrolment")
    interview(laptop)
    assert not hq.importing.take(export(laptop, stick)).is_to_old_key
    laptop.receipts.take(receipt(hq, stick))
    assert received(laptop) == 1


def test_one_signature_alone_changes_no_keys(hq: Workplace, field: Workplace, stick: Path) -> None:
    pack, before = rotate(hq, stick), field.store.peers.all()
    with pytest.raises(PackNeedsTwoKeys):
        field.packs.install(pack)
    with pytest.raises(FingerprintDiffers):
        field.packs.install(pack, " ".join(field.enrolment.own_words()))
    assert (field.store.peers.all(), field.packs.installed()) == (before, ())


def test_a_second_headquarters_can_vouch_in_the_place_of_the_words(
    hq: Workplace, field: Workplace, stick: Path, tmp_path: Path
) -> None:
    with closing(Place(tmp_path / "hq2", Role.HEADQUARTERS).open()) as second:
        enrol(headquarters=second, laptop=field, folder=tmp_path / "second")
        second.packs.sign(rotate(hq, stick), stick / "both")
        assert field.packs.look(stick / "both").words == ()
        field.packs.install(stick / "both")
    peer = field.store.peers.by_device(hq.station.device)
    assert peer is not None
    assert peer.signing_key == hq.store.stations.keys().signing_key


@pytest.fixture
def late(hq: Workplace, tmp_path: Path) -> Iterator[tuple[Clock, Workplace]]:
    """A laptop whose clock a test moves."""
    clock = Clock()
    with closing(Place(tmp_path / "late", Role.FIELD, clock=clock).open()) as workplace:
        enrol(headquarters=hq, laptop=workplace, folder=tmp_path / "enrolment")
        yield clock, workplace


@pytest.mark.parametrize(("days", "is_stolen", "counts"), [(0, False, True), (GRACE_DAYS + 1, False, False), (0, True, False)])
def test_a_receipt_under_way_counts_for_some_time_but_not_when_the_key_was_stolen(
    hq: Workplace, late: tuple[Clock, Workplace], stick: Path, *, days: int, is_stolen: bool, counts: bool
) -> None:
    clock, laptop = late
    interview(laptop)
    hq.importing.take(export(laptop, stick))
    under_way = receipt(hq, stick)
    laptop.packs.install(rotate(hq, stick, is_stolen=is_stolen), words_of(hq))
    clock.pass_by(timedelta(days=days))
    if counts:
        laptop.receipts.take(under_way)
    else:
        with pytest.raises(UnknownSender):
            laptop.receipts.take(under_way)
    assert received(laptop) == int(counts)


def test_a_laptop_tells_that_it_has_new_keys_although_it_has_nothing_else_to_say(
    hq: Workplace, field: Workplace, stick: Path
) -> None:
    """Found by a random history: until then headquarters signs with keys that count no more, and nobody could ever hear it."""
    profile = handed_over(hq, field, stick)
    field.packs.install(rotate(hq, stick, is_stolen=True), words_of(hq))
    change(hq, profile, identity__given_names="Leila")
    with pytest.raises(UnknownSender):
        field.receipts.take(receipt(hq, stick))
    assert not field.exporting.plan().is_empty
    hq.importing.take(export(field, stick))
    assert hq.safekeeping.rotation.behind() == ()
    answer(hq, field, stick, again=True)
    assert said(field, profile, "identity.given_names") == "Leila"
    assert not field.exporting.plan().tells_keys


def test_packs_follow_each_other_although_the_clock_of_headquarters_went_back(tmp_path: Path, stick: Path) -> None:
    clock = Clock()
    with (
        closing(Place(tmp_path / "hq", Role.HEADQUARTERS, clock=clock).open()) as hq,
        closing(Place(tmp_path / "laptop", Role.FIELD).open()) as laptop,
    ):
        enrol(headquarters=hq, laptop=laptop, folder=tmp_path / "enrolment")
        for name in ("one", "two", "three"):
            laptop.packs.install(rotate(hq, stick, name, is_stolen=True), words_of(hq))
            clock.pass_by(timedelta(days=-3650))


def test_new_keys_after_headquarters_was_put_back_are_newer_than_those_that_are_gone(tmp_path: Path, stick: Path) -> None:
    office = Place(tmp_path / "hq", Role.HEADQUARTERS)
    with closing(Place(tmp_path / "laptop", Role.FIELD).open()) as laptop:
        with closing(office.open()) as hq:
            enrol(headquarters=hq, laptop=laptop, folder=tmp_path / "enrolment")
            hq.store.checkpoint()
            copy = shutil.copy(office.folder / DATABASE_NAME, tmp_path / "copy")
            laptop.packs.install(rotate(hq, stick, "gone"), words_of(hq))
        for suffix in ("-wal", "-shm"):
            (office.folder / (DATABASE_NAME + suffix)).unlink(missing_ok=True)
        shutil.copy(copy, office.folder / DATABASE_NAME)
        with closing(office.open()) as hq:
            hq.safekeeping.restoring.begin_epoch()
            enrol(headquarters=hq, laptop=laptop, folder=tmp_path / "again")
            laptop.packs.install(rotate(hq, stick, "new"), words_of(hq))
            assert laptop.exporting.headquarters().recipients[0] == hq.store.stations.keys().recipient


def test_keys_never_go_back(hq: Workplace, field: Workplace, stick: Path) -> None:
    for name in ("one", "two"):
        field.packs.install(rotate(hq, stick, name), words_of(hq))
    with pytest.raises(NothingToRollBack):
        field.packs.roll_back(keys_pack_id(hq.station.device))


def test_a_disk_that_fails_after_the_change_leaves_a_pack_to_be_written_again(
    hq: Workplace, field: Workplace, stick: Path
) -> None:
    before = hq.store.stations.keys().recipient
    with pytest.raises(TargetGone):
        hq.safekeeping.rotation.rotate(stick / "gone" / "keys")
    assert hq.store.stations.keys().recipient != before
    again = hq.safekeeping.rotation.write_pack(stick / "keys")
    field.packs.install(again.file, words_of(hq))
    assert [peer.device for peer in again.behind] == [field.station.device]


def test_what_cannot_be_done_changes_no_keys(hq: Workplace, field: Workplace, stick: Path) -> None:
    before = hq.store.stations.keys().recipient
    (stick / "there").write_bytes(b"x")
    with pytest.raises(TargetExists):
        hq.safekeeping.rotation.rotate(stick / "there")
    with pytest.raises(KeyFileDamaged):
        hq.safekeeping.rotation.rotate(stick / "keys", recovery_recipient="age1nonsense")
    with pytest.raises(NoNewKeys):
        hq.safekeeping.rotation.write_pack(stick / "keys")
    with pytest.raises(WrongRole):
        field.safekeeping.rotation.rotate(stick / "keys")
    assert (hq.store.stations.keys().recipient, hq.safekeeping.rotation.rotated_at()) == (before, None)


def test_where_two_could_agree_one_alone_changes_no_keys(hq: Workplace, stick: Path) -> None:
    colleague = Officer(OfficerId(hq.sources.new_id()), "A. Diop", hq.sources.now())
    hq.store.officers.add(colleague)
    before = hq.store.stations.keys().recipient
    with pytest.raises(SecondPersonNeeded):
        rotate(hq, stick)
    assert (hq.store.stations.keys().recipient, list(stick.iterdir())) == (before, [])
    (wish,) = hq.office.approvals.waiting()
    theirs = Permits(hq.store, colleague.id)
    Approvals(store=hq.store, permits=theirs, sources=hq.sources).approve(wish.id)
    with pytest.raises(SecondPersonNeeded):
        rotate(hq, stick, is_stolen=True)  # they agreed to something else
    rotate(hq, stick)
    assert hq.store.stations.keys().recipient != before


def test_the_recovery_key_is_replaced_in_the_vault_on_the_card_and_at_the_laptops(stick: Path, tmp_path: Path) -> None:
    first, second = Identity.generate(), Identity.generate()
    office = make_workplace(tmp_path / "hq", Role.HEADQUARTERS, recovery=first.recipient)
    laptop = make_workplace(tmp_path / "laptop")
    with closing(office), closing(laptop):
        enrol(headquarters=office, laptop=laptop, folder=tmp_path / "enrolment")
        made = office.safekeeping.rotation.rotate(stick / "keys", recovery_recipient=second.recipient)
        laptop.packs.install(made.file, words_of(office))
        assert laptop.store.peers.all()[0].recipients == (office.store.stations.keys().recipient, second.recipient)
    vault = Vault.read(tmp_path / "hq" / "vault.s2w")
    vault.recover(second.text).wipe()
    assert [slot.plain()["type"] for slot in vault.content.slots] == ["passphrase", "hq-recovery"]


def change_of(hq: Workplace) -> KeyChange:
    return KeyChange(hq.station.device, new_keys().signing_key, (Identity.generate().recipient,), 0)


SOUND = keys_text(KeyChange(DeviceId(UUID(int=7)), new_keys().signing_key, (Identity.generate().recipient,), 90))


def test_a_pack_changes_the_keys_of_its_signer_alone_and_brings_nothing_else(
    hq: Workplace, field: Workplace, stick: Path, tmp_path: Path
) -> None:
    with closing(Place(tmp_path / "hq2", Role.HEADQUARTERS).open()) as second:
        foreign = keys_text(change_of(second))
    own, right = keys_text(change_of(hq)), keys_pack_id(hq.station.device)
    wrong = (
        Draft(right, "Keys", (PackContent.KEYS,), {KEYS_PART: foreign}),
        Draft("keys-other", "Keys", (PackContent.KEYS,), {KEYS_PART: own}),
        Draft(right, "Keys", (PackContent.KEYS,), {KEYS_PART: own, "esco/concepts": b"more"}),
        Draft(right, "Keys", (PackContent.KEYS,), {"esco/concepts": b"none"}),
    )
    before = field.store.peers.all()
    for number, draft in enumerate(wrong):
        file = stick / f"wrong-{number}"
        hq.packs.make(draft, file)
        with pytest.raises(NotAPack):
            field.packs.look(file)
        with pytest.raises(NotAPack):
            field.packs.install(file, "some words")
    assert (field.store.peers.all(), field.packs.installed()) == (before, ())


@pytest.mark.parametrize(
    "change",
    [
        {"device": "7"},
        {"device": 7},
        {"signing_key": "RW"},
        {"signing_key": "\u0660"},
        {"recipients": []},
        {"recipients": ["age1nonsense"]},
        {"recipients": "age1"},
        {"recipients": [["age1"]]},
        {"grace_days": -1},
        {"grace_days": 366},
        {"grace_days": True},
        {"grace_days": 1.5},
        {"more": 1},
    ],
    ids=str,
)
def test_a_part_with_one_wrong_field_is_refused(change: dict[str, object]) -> None:
    assert keys_text(read_keys_text(SOUND)) == SOUND
    with pytest.raises(NotAPack):
        read_keys_text(json.dumps(json.loads(SOUND) | change).encode())


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"[" * 9_000, b"\xff\x00", b"null"], ids=range(6))
def test_what_is_no_part_of_keys_is_refused(content: bytes) -> None:
    with pytest.raises(NotAPack):
        read_keys_text(content)
