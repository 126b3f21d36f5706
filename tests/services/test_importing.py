"""Taking bundles in at headquarters."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from s2w_desktop.bundle.manifest import Kind
from s2w_desktop.bundle.minisign import PublicKey
from s2w_desktop.bundle.records import revision_line
from s2w_desktop.domain.errors import (
    BadSignature,
    BundleDamaged,
    Cancelled,
    NotABundle,
    S2wError,
    TrainingBundle,
    UnknownSender,
    WrongKind,
    WrongRecipient,
)
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.revisions import Scope
from s2w_desktop.domain.stations import Peer, Role, known_since
from s2w_desktop.services.enrolment import own_record
from s2w_desktop.services.sending import Address, Dispatch
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.values import ListQuery
from tests.services.places import Place, answers_of, change, enrol, export, interview, revisions_of


def dispatch(workplace: Workplace) -> Dispatch:
    """The laptop's own way of writing bundles, for records that it would never write."""
    return Dispatch(workplace.store, QUESTIONNAIRE, workplace.sources)


def known_as(workplace: Workplace) -> Peer:
    """What headquarters would keep of a laptop."""
    return known_since(own_record(workplace.store), workplace.sources.now())


def write_lines(field: Workplace, folder: Path, lines: list[bytes]) -> Path:
    address = Address(Kind.PROFILES, field.exporting.headquarters().recipients)
    (bundle,) = dispatch(field).write(folder, address, lines)
    return bundle.path


def test_the_same_file_again_changes_nothing(hq: Workplace, field: Workplace, stick: Path) -> None:
    interview(field)
    bundle = export(field, stick)
    hq.importing.take(bundle)
    before = list(revisions_of(hq))
    again = hq.importing.take(bundle)
    assert (again.was_known, again.profiles) == (True, 0)
    assert list(revisions_of(hq)) == before


def test_a_rehearsal_tells_and_changes_nothing(hq: Workplace, field: Workplace, stick: Path) -> None:
    interview(field)
    bundle = export(field, stick)
    rehearsed = hq.importing.take(bundle, rehearse=True)
    assert (rehearsed.new, rehearsed.is_rehearsal) == (1, True)
    assert answers_of(hq) == {}
    assert hq.store.inbox.bundles() == hq.store.inbox.bundles(field.station.device)
    assert hq.receipts.due() == ()
    assert hq.importing.take(bundle).new == 1


def test_people_are_counted_as_new_changed_or_as_before(hq: Workplace, field: Workplace, stick: Path) -> None:
    first, _ = interview(field), interview(field)
    hq.importing.take(export(field, stick))
    change(field, first, identity__sex="F")
    interview(field)
    taken = hq.importing.take(export(field, stick))
    assert (taken.new, taken.changed, taken.unchanged) == (1, 1, 1)


def test_records_that_came_before_in_another_bundle_change_nothing(hq: Workplace, field: Workplace, stick: Path) -> None:
    first, second = interview(field), interview(field)
    lines = [revision_line(revision) for revision in revisions_of(field)]
    hq.importing.take(write_lines(field, stick, lines))
    listed = hq.store.profiles.rows(ListQuery(), 0, 9)
    change(field, second, identity__sex="F")
    newer = [line for line in map(revision_line, revisions_of(field)) if line not in lines]
    taken = hq.importing.take(write_lines(field, stick, [*lines, *lines, *newer]))
    assert (taken.new, taken.changed, taken.unchanged, taken.quarantined) == (0, 1, 1, ())
    assert [row for row in hq.store.profiles.rows(ListQuery(), 0, 9) if row.id == first] == [
        row for row in listed if row.id == first
    ]


def test_a_part_that_comes_later_still_fills_what_was_there(hq: Workplace, field: Workplace, stick: Path) -> None:
    profile = interview(field)
    (whole,) = revisions_of(field)
    hq.importing.take(write_lines(field, stick, [revision_line(whole.cut_to(Scope.OPEN))]))
    taken = hq.importing.take(write_lines(field, stick, [revision_line(whole)]))
    assert (taken.changed, taken.quarantined) == (1, ())
    assert hq.store.profiles.load(profile).revisions == (whole,)


def test_one_bad_record_goes_to_quarantine_and_the_others_are_taken(hq: Workplace, field: Workplace, stick: Path) -> None:
    interview(field)
    interview(field)
    good = [revision_line(revision) for revision in revisions_of(field)]
    bad = json.dumps({"type": "revision", "secret": "not for any log"}).encode()
    taken = hq.importing.take(write_lines(field, stick, [good[0], bad, *good[1:]]))
    assert taken.new == 2
    assert [rejected.line for rejected in taken.quarantined] == [2]
    (item,) = hq.store.inbox.quarantined()
    assert item.untrusted_raw == bad
    assert "secret" not in repr(taken)


def test_a_revision_of_another_device_is_not_taken_from_this_one(
    hq: Workplace, field: Workplace, other: Workplace, stick: Path
) -> None:
    interview(field)
    interview(other)
    (own,) = [revision_line(revision) for revision in revisions_of(field)]
    (foreign,) = [revision_line(revision) for revision in revisions_of(other)]
    taken = hq.importing.take(write_lines(field, stick, [own, foreign]))
    assert taken.new == 1
    assert [(one.line, one.reason) for one in taken.quarantined] == [(2, "other_device")]
    assert hq.store.inbox.coverage(other.station.device) == ()


def test_a_number_that_never_came_is_shown_as_a_gap_and_heals(hq: Workplace, field: Workplace, stick: Path) -> None:
    for _ in range(3):
        interview(field)
    lines = {revision.lseq: revision_line(revision) for revision in revisions_of(field)}
    taken = hq.importing.take(write_lines(field, stick, [lines[1], lines[3]]))
    assert [one.holes for one in taken.gaps] == [((2, 2),)]
    assert hq.importing.take(export(field, stick)).gaps == ()


def test_a_cloned_laptop_raises_the_alarm_and_nothing_is_lost(hq: Workplace, stick: Path, tmp_path: Path) -> None:
    place = Place(tmp_path / "one", Role.FIELD)
    laptop = place.open()
    enrol(headquarters=hq, laptop=laptop, folder=tmp_path / "enrolment")
    laptop.store.checkpoint()
    laptop.close()
    shutil.copytree(place.folder, tmp_path / "clone")
    laptop = place.open()
    interview(laptop, identity__given_names="Layla")
    hq.importing.take(export(laptop, stick))
    laptop.close()
    place.folder = tmp_path / "clone"
    clone = place.open()
    interview(clone, identity__given_names="Samir")
    taken = hq.importing.take(export(clone, stick))
    clone.close()
    assert taken.is_chain_broken
    assert [fork.lseq for fork in taken.forks] == [1]
    names = {profile.text("identity.given_names") for profile in answers_of(hq).values()}
    assert names == {"Layla", "Samir"}


def test_an_honest_chain_raises_no_alarm_in_any_order(hq: Workplace, field: Workplace, stick: Path) -> None:
    bundles = []
    for _ in range(3):
        interview(field)
        bundles.append(export(field, stick))
    for bundle in (bundles[2], bundles[0], bundles[1]):
        taken = hq.importing.take(bundle)
        assert not taken.is_chain_broken
        assert taken.forks == ()
    assert taken.missing_bundles == ()
    assert answers_of(hq) == answers_of(field)


def test_colleagues_who_disagree_are_shown_not_dropped(hq: Workplace, field: Workplace, other: Workplace, stick: Path) -> None:
    profile = interview(field, identity__sex="F")
    (revision,) = revisions_of(field)
    with other.store.inbox.transaction() as transaction:  # as a transfer from laptop to laptop would bring it
        transaction.add_revisions([revision])
    change(other, profile, identity__sex="X")
    change(field, profile, identity__sex="M")
    hq.importing.take(export(field, stick))
    taken = hq.importing.take(export(other, stick))
    assert taken.conflicts == 1
    conflicts = hq.interviews.open(profile).conflicts
    assert {claim.plain for claim in conflicts["identity.sex"]} == {"M", "X"}


def test_the_order_of_bundles_does_not_matter(hq: Workplace, field: Workplace, stick: Path) -> None:
    profile = interview(field)
    first = export(field, stick)
    change(field, profile, identity__sex="F")
    second = export(field, stick)
    hq.importing.take(second)
    taken = hq.importing.take(first)
    assert (taken.new, taken.changed, taken.unchanged) == (0, 0, 1)
    assert answers_of(hq) == answers_of(field)


def test_a_cancelled_import_leaves_the_store_as_it_was(hq: Workplace, field: Workplace, stick: Path) -> None:
    interview(field)
    bundle = export(field, stick)

    def cancel(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        hq.importing.take(bundle, progress=cancel)
    assert answers_of(hq) == {}
    assert list(hq.spool_folder.iterdir()) == []
    assert hq.importing.take(bundle).new == 1


def damaged(content: bytes, fault: str) -> bytes:
    match fault:
        case "cut":
            return content[:-100]
        case "flipped":
            return content[: len(content) // 2] + bytes([content[len(content) // 2] ^ 1]) + content[len(content) // 2 + 1 :]
        case _:
            return b"PK\x03\x04 something else"


@pytest.mark.parametrize(("fault", "failure"), [("cut", BundleDamaged), ("flipped", BundleDamaged), ("foreign", NotABundle)])
def test_a_broken_file_is_refused_whole(
    hq: Workplace, field: Workplace, stick: Path, fault: str, failure: type[S2wError]
) -> None:
    interview(field)
    bundle = export(field, stick)
    bundle.write_bytes(damaged(bundle.read_bytes(), fault))
    with pytest.raises(failure):
        hq.importing.take(bundle)
    assert answers_of(hq) == {}
    assert list(hq.spool_folder.iterdir()) == []


def test_a_bundle_for_another_office_is_refused(field: Workplace, stick: Path, tmp_path: Path) -> None:
    interview(field)
    bundle = export(field, stick)
    stranger = Place(tmp_path / "stranger", Role.HEADQUARTERS).open()
    with pytest.raises(WrongRecipient):
        stranger.importing.take(bundle)
    stranger.close()


def test_an_unknown_laptop_is_refused(hq: Workplace, laptop: Workplace, stick: Path, tmp_path: Path) -> None:
    hq.enrolment.write_card(tmp_path / "card")
    laptop.enrolment.accept(laptop.enrolment.read_card(tmp_path / "card"), " ".join(hq.enrolment.own_words()))
    interview(laptop)
    with pytest.raises(UnknownSender):
        hq.importing.take(export(laptop, stick))


def test_training_data_never_reach_a_real_headquarters(hq: Workplace, stick: Path, tmp_path: Path) -> None:
    trainee = Place(tmp_path / "trainee", Role.FIELD, training=True).open()
    card = tmp_path / "card"
    hq.enrolment.write_card(card)
    with pytest.raises(TrainingBundle):
        trainee.enrolment.read_card(card)
    card.write_bytes(card.read_bytes().replace(b'"training":false', b'"training":true'))
    trainee.enrolment.accept(trainee.enrolment.read_card(card), " ".join(hq.enrolment.own_words()))
    hq.store.peers.add(known_as(trainee))
    interview(trainee)
    with pytest.raises(TrainingBundle):
        hq.importing.take(export(trainee, stick))
    trainee.close()


def test_a_receipt_is_not_taken_by_headquarters(hq: Workplace, field: Workplace, stick: Path) -> None:
    address = Address(Kind.RECEIPT, field.exporting.headquarters().recipients, hq.station.device)
    (bundle,) = dispatch(field).write(stick, address, [])
    with pytest.raises(WrongKind):
        hq.importing.take(bundle.path)


def test_a_signature_of_another_key_is_refused(hq: Workplace, field: Workplace, other: Workplace, stick: Path) -> None:
    key_id = PublicKey.parse(field.store.stations.keys().signing_key).key_id
    other_key = PublicKey.parse(other.store.stations.keys().signing_key).key
    forged = PublicKey(key_id, other_key).text
    hq.store.peers.add(replace(known_as(field), signing_key=forged))
    interview(field)
    with pytest.raises(BadSignature):
        hq.importing.take(export(field, stick))
