"""Laptop and headquarters get to know each other."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from s2w_desktop.bundle.age import Identity
from s2w_desktop.bundle.card import MOST_CARD_BYTES
from s2w_desktop.domain.errors import (
    FileUnreadable,
    FingerprintDiffers,
    KeyFileDamaged,
    NotEnrolled,
    TrainingBundle,
    WrongRecipient,
)
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.workplace import Workplace
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
