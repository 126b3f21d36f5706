"""Laptop and headquarters get to know each other."""

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from s2w_desktop.bundle.age import Identity
from s2w_desktop.bundle.card import MOST_CARD_BYTES
from s2w_desktop.domain.duties import Duty
from s2w_desktop.domain.errors import (
    FileUnreadable,
    FingerprintDiffers,
    KeyFileDamaged,
    NotEnrolled,
    TrainingBundle,
    WrongRecipient,
    WrongRole,
)
from s2w_desktop.domain.exchange_errors import NotPermitted, OtherHeadquarters
from s2w_desktop.domain.handover import Handover
from s2w_desktop.domain.ids import DeviceId
from s2w_desktop.domain.orders import Order
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.values import ListQuery
from tests.services.places import Place, enrol, export, interview
from tests.workplaces import make_workplace


def card_of(hq: Workplace, folder: Path) -> Path:
    hq.enrolment.write_card(folder / "card.json")
    return folder / "card.json"


def test_both_sides_see_the_same_six_words(hq: Workplace, laptop: Workplace, tmp_path: Path) -> None:
    introduction = laptop.enrolment.read_card(card_of(hq, tmp_path))
    assert introduction.words == hq.enrolment.own_words()
    assert len(introduction.words) == 6
    laptop.enrolment.accept(introduction, " ".join(introduction.words))
    request = laptop.enrolment.write_request(tmp_path).path
    assert hq.enrolment.read_request(request).words == laptop.enrolment.own_words()


@pytest.mark.parametrize("laptop_has_one", [True, False], ids=["laptop with a recovery key", "laptop without"])
@pytest.mark.parametrize("office_has_one", [True, False], ids=["office with a recovery key", "office without"])
def test_a_recovery_key_on_either_side_makes_no_words_differ(
    tmp_path: Path, *, office_has_one: bool, laptop_has_one: bool
) -> None:
    recovery = Identity.generate().recipient
    office = make_workplace(tmp_path / "hq", Role.HEADQUARTERS, recovery=recovery if office_has_one else "")
    laptop = make_workplace(tmp_path / "laptop", recovery=recovery if laptop_has_one else "")
    with closing(office), closing(laptop):
        introduced = laptop.enrolment.read_card(card_of(office, tmp_path))
        laptop.enrolment.accept(introduced, " ".join(office.enrolment.own_words()))
        asking = office.enrolment.read_request(laptop.enrolment.write_request(tmp_path).path)
        office.enrolment.accept(asking, " ".join(laptop.enrolment.own_words()))
        assert [len(peer.recipients) for peer in laptop.enrolment.peers()] == [2 if office_has_one else 1]
        (known,) = office.enrolment.peers()
        assert known.recipients == (laptop.store.stations.keys().recipient,), "receipts are for the laptop alone"


def test_wrong_words_make_nobody_known(hq: Workplace, laptop: Workplace, tmp_path: Path) -> None:
    introduction = laptop.enrolment.read_card(card_of(hq, tmp_path))
    with pytest.raises(FingerprintDiffers):
        laptop.enrolment.accept(introduction, " ".join(laptop.enrolment.own_words()))
    assert laptop.enrolment.peers() == ()
    with pytest.raises(NotEnrolled):
        laptop.enrolment.write_request(tmp_path)


def test_a_card_whose_key_was_exchanged_has_other_words(hq: Workplace, laptop: Workplace, tmp_path: Path) -> None:
    card = card_of(hq, tmp_path)
    swapped = json.loads(card.read_bytes()) | {"recipients": [laptop.store.stations.keys().recipient]}
    card.write_text(json.dumps(swapped), encoding="utf-8")
    assert laptop.enrolment.read_card(card).words != hq.enrolment.own_words()


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"[]", b"[" * 100_000, b"\xff", b'{"format": "s2w-card/1"}', b"null"],
    ids=["empty", "no fields", "a list", "deep", "not text", "few fields", "null"],
)
def test_what_is_no_card_is_refused(laptop: Workplace, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "card").write_bytes(content)
    with pytest.raises(KeyFileDamaged):
        laptop.enrolment.read_card(tmp_path / "card")


@pytest.mark.parametrize(
    "change",
    [
        {"format": "s2w-card/2"},
        {"training": "no"},
        {"type": "enrol"},
        {"name": "x" * 201},
        {"name": "n\u0303"},
        {"recipients": []},
        {"recipients": ["age1nonsense"]},
        {"signing_key": "RW"},
        {"role": "owner"},
        {"device": "7"},
    ],
    ids=str,
)
def test_a_card_with_one_wrong_field_is_refused(
    hq: Workplace, laptop: Workplace, tmp_path: Path, change: dict[str, object]
) -> None:
    card = card_of(hq, tmp_path)
    card.write_text(json.dumps(json.loads(card.read_bytes()) | change), encoding="utf-8")
    with pytest.raises(KeyFileDamaged):
        laptop.enrolment.read_card(card)


def test_a_card_may_fill_its_limit_and_not_a_byte_more(hq: Workplace, laptop: Workplace, tmp_path: Path) -> None:
    card = card_of(hq, tmp_path)
    card.write_bytes(card.read_bytes().ljust(MOST_CARD_BYTES))
    assert laptop.enrolment.read_card(card).words == hq.enrolment.own_words()
    card.write_bytes(card.read_bytes() + b" ")
    with pytest.raises(KeyFileDamaged):
        laptop.enrolment.read_card(card)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no endless file here")
def test_of_an_endless_file_only_a_card_is_read(laptop: Workplace) -> None:
    with pytest.raises(KeyFileDamaged):
        laptop.enrolment.read_card(Path("/dev/zero"))


def test_a_card_that_is_not_there_is_unreadable(laptop: Workplace, tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable):
        laptop.enrolment.read_card(tmp_path / "none")


def test_the_card_holds_no_secret(hq: Workplace, tmp_path: Path) -> None:
    text = card_of(hq, tmp_path).read_text("utf-8")
    keys = hq.store.stations.keys()
    assert keys.recipient in text
    assert keys.identity not in text
    assert keys.signing_secret not in text


def test_a_request_can_only_be_read_by_the_headquarters_it_is_for(hq: Workplace, laptop: Workplace, tmp_path: Path) -> None:
    introduction = laptop.enrolment.read_card(card_of(hq, tmp_path))
    laptop.enrolment.accept(introduction, " ".join(introduction.words))
    request = laptop.enrolment.write_request(tmp_path).path
    stranger = Place(tmp_path / "stranger", Role.HEADQUARTERS).open()
    with pytest.raises(WrongRecipient):
        stranger.enrolment.read_request(request)
    stranger.close()


def test_a_training_laptop_does_not_take_a_real_card(hq: Workplace, tmp_path: Path) -> None:
    trainee = Place(tmp_path / "trainee", Role.FIELD, training=True).open()
    with pytest.raises(TrainingBundle):
        trainee.enrolment.read_card(card_of(hq, tmp_path))
    trainee.close()


def test_the_number_of_the_request_does_not_look_like_a_lost_bundle(hq: Workplace, field: Workplace, stick: Path) -> None:
    interview(field)
    taken = hq.importing.take(export(field, stick))
    assert (taken.seq, taken.missing_bundles) == (2, ())


def test_a_laptop_can_be_enrolled_twice_and_is_known_once(hq: Workplace, field: Workplace, tmp_path: Path) -> None:
    enrol(headquarters=hq, laptop=field, folder=tmp_path / "again")
    assert [peer.device for peer in hq.enrolment.peers()] == [field.station.device]


def test_revoked_machines_stay_on_the_list(hq: Workplace, field: Workplace) -> None:
    hq.enrolment.revoke(field.station.device)
    (peer,) = hq.enrolment.peers()
    assert peer.revoked_at is not None


def test_a_laptop_that_was_lost_is_found_again(hq: Workplace, field: Workplace, stick: Path) -> None:
    device = field.station.device
    hq.enrolment.revoke(device, date(2026, 5, 3))
    (peer,) = hq.enrolment.peers()
    assert (peer.revoked_at is not None, peer.lost_since) == (True, datetime(2026, 5, 3, tzinfo=UTC))
    hq.enrolment.reinstate(device, "The centre sent a picture of its number.")
    (peer,) = hq.enrolment.peers()
    assert (peer.revoked_at, peer.lost_since) == (None, datetime(2026, 5, 3, tzinfo=UTC))
    noted = hq.enrolment.reinstated(device)
    assert noted is not None
    assert (noted.officer, noted.note) == (hq.officer, "The centre sent a picture of its number.")
    interview(field)
    assert hq.importing.take(export(field, stick)).new == 1


def test_a_laptop_hears_that_it_is_off_the_list_and_that_it_is_back(hq: Workplace, field: Workplace, stick: Path) -> None:
    interview(field)
    hq.importing.take(export(field, stick))
    device = field.station.device
    for _ in range(2):
        hq.enrolment.revoke(device)
    assert [one.kind for one in hq.store.orders.waiting(device)] == [Order.REVOKE]
    field.receipts.take(answer(hq, stick))
    assert field.orders.is_revoked
    hq.enrolment.reinstate(device, "found")
    assert [one.kind for one in hq.store.orders.waiting(device)] == [Order.REINSTATE]
    field.receipts.take(answer(hq, stick))
    assert not field.orders.is_revoked
    interview(field)


def test_nobody_else_is_taken_off_the_list(hq: Workplace) -> None:
    unknown = DeviceId(hq.sources.new_id())
    with pytest.raises(NotEnrolled):
        hq.enrolment.revoke(unknown)
    with pytest.raises(NotEnrolled):
        hq.enrolment.reinstate(unknown, "")
    assert hq.enrolment.reinstated(unknown) is None


def test_who_has_no_duty_for_it_takes_nobody_on_or_off_the_list(hq: Workplace, field: Workplace, tmp_path: Path) -> None:
    (officer,) = hq.store.officers.all()
    hq.store.officers.add(replace(officer, duties=frozenset({Duty.IMPORTER})))
    request = hq.enrolment.read_request(field.enrolment.write_request(tmp_path).path)
    with pytest.raises(NotPermitted):
        hq.enrolment.accept(request, " ".join(request.words))
    with pytest.raises(NotPermitted):
        hq.enrolment.revoke(field.station.device)
    with pytest.raises(NotPermitted):
        hq.enrolment.reinstate(field.station.device, "")


@pytest.fixture
def second(tmp_path: Path) -> Iterator[Workplace]:
    """Another headquarters."""
    with closing(Place(tmp_path / "second", Role.HEADQUARTERS).open()) as workplace:
        yield workplace


def received(laptop: Workplace) -> int:
    return laptop.store.profiles.count(ListQuery(states=frozenset({Handover.RECEIVED})))


def answer(office: Workplace, stick: Path) -> Path:
    (written,) = office.receipts.write(stick)
    return written.bundle.path


def test_a_laptop_hands_over_to_the_headquarters_accepted_last(
    hq: Workplace, field: Workplace, second: Workplace, stick: Path, tmp_path: Path
) -> None:
    interview(field)
    hq.importing.take(export(field, stick))
    field.receipts.take(answer(hq, stick))
    enrol(headquarters=second, laptop=field, folder=tmp_path / "second-enrolment")
    assert field.exporting.headquarters().device == second.station.device
    assert received(field) == 0, "what the other one has does not count"
    bundle = export(field, stick)
    with pytest.raises(WrongRecipient):
        hq.importing.take(bundle)
    assert second.importing.take(bundle).new == 1
    field.receipts.take(answer(second, stick))
    assert received(field) == 1


def test_a_laptop_goes_back_to_the_headquarters_before(
    hq: Workplace, field: Workplace, second: Workplace, stick: Path, tmp_path: Path
) -> None:
    enrol(headquarters=second, laptop=field, folder=tmp_path / "second-enrolment")
    interview(field)
    second.importing.take(export(field, stick))
    late = answer(second, stick)
    assert field.enrolment.use(hq.station.device).device == hq.station.device
    with pytest.raises(OtherHeadquarters):
        field.receipts.take(late)
    assert hq.importing.take(export(field, stick)).new == 1
    field.receipts.take(answer(hq, stick))
    assert received(field) == 1
    field.enrolment.use(hq.station.device)
    assert received(field) == 1, "the same one again changes nothing"


def test_only_a_known_headquarters_can_be_chosen(hq: Workplace, field: Workplace, laptop: Workplace) -> None:
    with pytest.raises(NotEnrolled):
        field.enrolment.use(DeviceId(hq.sources.new_id()))
    with pytest.raises(WrongRole):
        hq.enrolment.use(field.station.device)
    laptop.enrolment.revoke(hq.station.device)
    with pytest.raises(NotEnrolled):
        laptop.enrolment.use(hq.station.device)
