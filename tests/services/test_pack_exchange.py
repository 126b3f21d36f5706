"""Reference packs by bundle, from headquarters to its laptops."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from s2w_desktop.bundle.manifest import Kind
from s2w_desktop.bundle.record_types import PackPieceRecord
from s2w_desktop.bundle.records import record_line
from s2w_desktop.domain.errors import BundleDamaged, UnknownSender, WrongKind, WrongRecipient
from s2w_desktop.domain.pack_errors import StalePack
from s2w_desktop.domain.packs import PackContent
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.services.packs import Draft
from s2w_desktop.services.sending import Address, Dispatch
from s2w_desktop.services.workplace import Workplace

PART = "country/directory"


def draft(*, words: bytes = b"first", size: int = 500_000) -> Draft:
    # bytes that do not pack, so that the file takes several pieces
    noise = bytes(number * number % 251 ^ number >> 8 & 255 for number in range(size))
    return Draft("country-xxs", "Country pack XXS", (PackContent.COUNTRY,), {PART: words, "country/noise": noise})


def made(hq: Workplace, folder: Path, words: bytes = b"first") -> Path:
    file = folder / f"{words.decode()}.s2wref"
    hq.packs.make(draft(words=words), file)
    hq.packs.install(file)
    return file


def read(workplace: Workplace) -> bytes:
    (reader,) = workplace.packs.readers(PackContent.COUNTRY)
    return reader.read(PART)


def test_a_pack_reaches_every_laptop_in_a_bundle_of_its_own(
    hq: Workplace, field: Workplace, other: Workplace, stick: Path
) -> None:
    sent = hq.pack_exchange.write(made(hq, stick), stick)
    assert {one.peer.device for one in sent} == {field.station.device, other.station.device}
    for laptop in (field, other):
        (mine,) = [one.bundle.path for one in sent if one.peer.device == laptop.station.device]
        assert laptop.pack_exchange.install(mine).pack.version == 1
        assert read(laptop) == b"first"


def test_install_update_and_roll_back_by_bundle(hq: Workplace, field: Workplace, stick: Path) -> None:
    bundles = []
    for words in (b"first", b"second"):
        ((one),) = hq.pack_exchange.write(made(hq, stick, words), stick)
        bundles.append(one.bundle.path)
        field.pack_exchange.install(one.bundle.path)
        assert read(field) == words
    field.packs.roll_back("country-xxs")
    assert read(field) == b"first"
    field.pack_exchange.install(bundles[1])
    assert read(field) == b"second"
    with pytest.raises(StalePack):
        field.pack_exchange.install(bundles[0])
    assert read(field) == b"second"


def test_a_bundle_for_one_laptop_is_refused_by_another(hq: Workplace, field: Workplace, other: Workplace, stick: Path) -> None:
    sent = hq.pack_exchange.write(made(hq, stick), stick)
    (for_other,) = [one.bundle.path for one in sent if one.peer.device == other.station.device]
    with pytest.raises(WrongRecipient):
        field.pack_exchange.install(for_other)
    assert field.packs.installed() == ()


@pytest.mark.usefixtures("other")
def test_a_laptop_that_is_not_enrolled_takes_none(hq: Workplace, laptop: Workplace, stick: Path) -> None:
    (one,) = hq.pack_exchange.write(made(hq, stick), stick)
    with pytest.raises((UnknownSender, WrongRecipient)):
        laptop.pack_exchange.install(one.bundle.path)


def test_a_bundle_of_another_kind_is_no_pack(hq: Workplace, field: Workplace, stick: Path) -> None:
    dispatch = Dispatch(hq.store, QUESTIONNAIRE, hq.sources)
    (peer,) = hq.store.peers.all()
    (receipt,) = dispatch.write(stick, Address(Kind.RECEIPT, peer.recipients, peer.device), [])
    with pytest.raises(WrongKind):
        field.pack_exchange.install(receipt.path)


@pytest.mark.parametrize("fault", ["missing", "twice", "swapped", "changed", "none", "of another file"])
def test_pieces_that_do_not_make_up_the_pack_change_nothing(hq: Workplace, field: Workplace, stick: Path, fault: str) -> None:
    ((good),) = hq.pack_exchange.write(made(hq, stick), stick)
    field.pack_exchange.install(good.bundle.path)
    shutil.rmtree(stick / "bad", ignore_errors=True)
    (stick / "bad").mkdir()
    pieces = [PackPieceRecord("ab" * 32, number, 3, b"piece") for number in (1, 2, 3)]
    wrong = {
        "missing": pieces[:2],
        "twice": [*pieces[:2], pieces[1], pieces[2]],
        "swapped": [pieces[1], pieces[0], pieces[2]],
        "changed": pieces,  # the digest is of something else
        "none": [],
        "of another file": [pieces[0], replace(pieces[1], sha256="cd" * 32), pieces[2]],
    }[fault]
    (peer,) = hq.store.peers.all()
    dispatch = Dispatch(hq.store, QUESTIONNAIRE, hq.sources)
    address = Address(Kind.REFERENCE, peer.recipients, peer.device)
    (bad,) = dispatch.write(stick / "bad", address, [record_line(piece) for piece in wrong])
    with pytest.raises(BundleDamaged):
        field.pack_exchange.install(bad.path)
    assert read(field) == b"first"
