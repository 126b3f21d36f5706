"""Looking into bundles without taking anything in."""

import shutil
from pathlib import Path

import pytest

from s2w_desktop.bundle.manifest import Kind
from s2w_desktop.bundle.records import revision_line
from s2w_desktop.domain.errors import BundleDamaged, Cancelled, WrongKind
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.looking import Standing
from s2w_desktop.services.sending import Address, Dispatch
from s2w_desktop.services.workplace import Workplace
from tests.services.places import Place, answers_of, enrol, export, interview, revisions_of


def test_a_look_tells_sender_number_and_counts_and_changes_nothing(hq: Workplace, field: Workplace, stick: Path) -> None:
    interview(field)
    sight = hq.looking.inspect(export(field, stick))
    assert sight.sender is not None
    assert sight.sender.device == field.station.device
    assert (sight.manifest.seq, sight.manifest.counts.records, sight.standing) == (2, 1, Standing.NEXT)
    assert answers_of(hq) == {}


def test_a_bundle_that_came_is_known(hq: Workplace, field: Workplace, stick: Path) -> None:
    interview(field)
    bundle = export(field, stick)
    hq.importing.take(bundle)
    assert hq.looking.inspect(bundle).standing is Standing.KNOWN


def test_late_bundles_and_gaps_are_told(hq: Workplace, field: Workplace, stick: Path) -> None:
    bundles = []
    for _ in range(3):
        interview(field)
        bundles.append(export(field, stick))
    assert hq.looking.inspect(bundles[1]).standing is Standing.AFTER_GAP
    hq.importing.take(bundles[2])
    assert hq.looking.inspect(bundles[0]).standing is Standing.LATE


def test_a_second_bundle_with_the_same_number_is_a_fork(hq: Workplace, stick: Path, tmp_path: Path) -> None:
    place = Place(tmp_path / "one", Role.FIELD)
    laptop = place.open()
    enrol(headquarters=hq, laptop=laptop, folder=tmp_path / "enrolment")
    laptop.store.checkpoint()
    laptop.close()
    shutil.copytree(place.folder, tmp_path / "clone")
    laptop = place.open()
    interview(laptop)
    hq.importing.take(export(laptop, stick))
    laptop.close()
    place.folder = tmp_path / "clone"
    clone = place.open()
    interview(clone)
    assert hq.looking.inspect(export(clone, stick)).standing is Standing.FORK
    clone.close()


def test_an_enrolment_request_comes_from_somebody_unknown(hq: Workplace, laptop: Workplace, tmp_path: Path) -> None:
    hq.enrolment.write_card(tmp_path / "card")
    laptop.enrolment.accept(laptop.enrolment.read_card(tmp_path / "card"), " ".join(hq.enrolment.own_words()))
    sight = hq.looking.inspect(laptop.enrolment.write_request(tmp_path).path)
    assert (sight.sender, sight.standing) == (None, Standing.UNKNOWN_SENDER)


def test_verifying_reads_to_the_last_record(hq: Workplace, field: Workplace, stick: Path) -> None:
    interview(field)
    lines = [*(revision_line(revision) for revision in revisions_of(field)), b"not a record"]
    dispatch = Dispatch(field.store, QUESTIONNAIRE, field.sources)
    (bundle,) = dispatch.write(stick, Address(Kind.PROFILES, field.exporting.headquarters().recipients), lines)
    proof = hq.looking.verify(bundle.path)
    assert proof.records == 2
    assert [one.line for one in proof.rejected] == [2]
    assert answers_of(hq) == {}


def test_a_flipped_bit_does_not_verify(hq: Workplace, field: Workplace, stick: Path) -> None:
    interview(field)
    bundle = export(field, stick)
    content = bytearray(bundle.read_bytes())
    content[-1000] ^= 1
    bundle.write_bytes(content)
    with pytest.raises(BundleDamaged):
        hq.looking.verify(bundle)


def test_verifying_can_be_cancelled(hq: Workplace, field: Workplace, stick: Path) -> None:
    def cancel(_done: int, _total: int) -> None:
        raise Cancelled

    interview(field)
    with pytest.raises(Cancelled):
        hq.looking.verify(export(field, stick), cancel)
    assert list(hq.spool_folder.iterdir()) == []


def test_a_laptop_looks_into_receipts_and_into_nothing_else(hq: Workplace, field: Workplace, stick: Path) -> None:
    interview(field)
    hq.importing.take(export(field, stick))
    (receipt,) = hq.receipts.write(stick)
    assert field.looking.verify(receipt.bundle.path).sight.standing is Standing.NEXT
    dispatch = Dispatch(hq.store, QUESTIONNAIRE, hq.sources)
    (bundle,) = dispatch.write(stick, Address(Kind.PROFILES, (field.store.stations.keys().recipient,)), [])
    with pytest.raises(WrongKind):
        field.looking.inspect(bundle.path)
