"""Headquarters sends an index, and a laptop tells that somebody may be known there."""

from hashlib import sha256
from pathlib import Path

import pytest

from s2w_desktop.bundle.manifest import Kind
from s2w_desktop.bundle.record_types import KnownPieceRecord
from s2w_desktop.bundle.records import record_line
from s2w_desktop.domain.answers import Answer
from s2w_desktop.domain.errors import BundleDamaged, StaleBundle, WrongKind, WrongRole
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.services.interviews import Pair
from s2w_desktop.services.known_people import INDEX_FACT, KnownTaken
from s2w_desktop.services.sending import Address, Dispatch
from s2w_desktop.services.workplace import Workplace
from tests import small_esco
from tests.services.places import export, interview

AHMAD: dict[str, Answer] = {
    "identity__given_names": "Ahmad",
    "identity__family_names": "Karimi",
    "identity__date_of_birth": SaidDate.plainly("1984-05-07"),
    "identity__nationality": "AFG",
}


def asked(laptop: Workplace, **answers: Answer) -> int:
    """The traits that are told in an interview that is open."""
    session = laptop.interviews.begin(Pair("en", "prs"))
    for name, answer in {**AHMAD, **answers}.items():
        session.set_answer(name.replace("__", "."), answer)
    return laptop.known_people.traits(session.profile)


def sent(hq: Workplace, folder: Path, laptop: Workplace) -> Path:
    folder.mkdir(exist_ok=True)
    return next(one.bundle.path for one in hq.known_people.write(folder) if one.peer.device == laptop.station.device)


def test_a_laptop_tells_of_somebody_whom_another_one_recorded(
    hq: Workplace, field: Workplace, other: Workplace, stick: Path, tmp_path: Path
) -> None:
    first = interview(other, **AHMAD)
    hq.importing.take(export(other, stick))
    assert asked(field) == 0
    bundle = sent(hq, tmp_path / "index", field)
    taken = field.post.take(bundle)
    assert taken == KnownTaken(1)
    assert asked(field) == 4
    assert asked(field, identity__given_names="احمد", identity__family_names="کریمی") == 4
    assert asked(field, identity__given_names="Jawad") == 0
    kept = field.store.facts.get(INDEX_FACT) or ""
    assert str(first) not in kept
    assert hq.interviews.read(first).text("record.case_number") not in kept
    assert b"Karimi" not in bundle.read_bytes()


def test_what_was_handed_over_is_known_and_not_told(hq: Workplace, field: Workplace, stick: Path, tmp_path: Path) -> None:
    own = interview(field, **AHMAD)
    assert field.known_people.traits(field.interviews.read(own)) == 0
    hq.importing.take(export(field, stick))
    field.post.take(sent(hq, tmp_path / "index", field))
    assert field.known_people.traits(field.interviews.read(own)) == 0
    assert asked(field) == 4


def test_a_newer_index_takes_the_place_and_an_older_one_is_refused(
    hq: Workplace, field: Workplace, other: Workplace, stick: Path, tmp_path: Path
) -> None:
    interview(other, **AHMAD)
    hq.importing.take(export(other, stick))
    first = sent(hq, tmp_path / "first", field)
    interview(hq, **{**AHMAD, "identity__given_names": "Jawad"})
    field.post.take(sent(hq, tmp_path / "second", field))
    assert asked(field, identity__given_names="Jawad") == 4
    with pytest.raises(StaleBundle):
        field.post.take(first)
    assert asked(field, identity__given_names="Jawad") == 4


def pieces(*records: KnownPieceRecord) -> list[bytes]:
    return [record_line(one) for one in records]


DIGEST = sha256(b"abcde").hexdigest()
FALLING = sha256(b"bcdefabcde").hexdigest()


@pytest.mark.parametrize(
    "records",
    [
        [KnownPieceRecord("ab" * 32, "cd" * 32, 1, 1, b"abcde")],
        [KnownPieceRecord("ab" * 32, DIGEST, 1, 2, b"abcde")],
        [KnownPieceRecord("ab" * 32, FALLING, 1, 1, b"bcdefabcde")],
        [KnownPieceRecord("ab" * 32, DIGEST, 1, 2, b"abc"), KnownPieceRecord("ba" * 32, DIGEST, 2, 2, b"de")],
    ],
)
def test_an_index_that_is_not_whole_is_refused(
    hq: Workplace, field: Workplace, stick: Path, records: list[KnownPieceRecord]
) -> None:
    dispatch = Dispatch(hq.store, hq.interviews._editors.questionnaire, hq.sources)  # the one in use
    (peer,) = hq.enrolment.peers()
    (bundle,) = dispatch.write(stick, Address(Kind.REFERENCE, peer.recipients, peer.device), pieces(*records))
    with pytest.raises(BundleDamaged):
        field.post.take(bundle.path)
    assert field.store.facts.get(INDEX_FACT) is None


def test_a_pack_is_no_index(hq: Workplace, field: Workplace, stick: Path, tmp_path: Path) -> None:
    (pack,) = hq.pack_exchange.write(small_esco.install(hq, tmp_path / "pack"), stick)
    with pytest.raises(WrongKind):
        field.post.take(pack.bundle.path)


def test_a_laptop_writes_no_index(field: Workplace, stick: Path) -> None:
    with pytest.raises(WrongRole):
        field.known_people.write(stick)
