"""Hand-over from a laptop."""

import io
import shutil
from pathlib import Path

import pytest

from s2w_desktop.bundle.writing import Watch
from s2w_desktop.domain.errors import Cancelled, DiskFull, NotEnrolled, NothingToExport, TargetGone
from s2w_desktop.domain.handover import Handover
from s2w_desktop.domain.revisions import Scope
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.values import ListQuery
from tests.services.places import answers_of, change, export, interview, revisions_of


def test_everything_agreed_to_arrives_whole(hq: Workplace, field: Workplace, stick: Path) -> None:
    interview(field, identity__family_names="Mithal")
    hq.importing.take(export(field, stick))
    assert answers_of(hq) == answers_of(field)


def test_without_consent_to_the_name_the_protected_part_never_leaves(hq: Workplace, field: Workplace, stick: Path) -> None:
    profile = interview(field, consent__send_with_name="refused", consent__send_for_figures="granted", identity__sex="F")
    result = field.exporting.write(stick)
    assert (result.profiles, result.without_name, result.held_back) == (1, 1, 0)
    hq.importing.take(result.bundles[0].path)
    arrived = hq.interviews.read(profile)
    assert arrived.get("identity.given_names") is None
    assert arrived.get("identity.sex") == "F"
    assert {revision.scope for revision in revisions_of(hq)} == {Scope.OPEN}


def test_consent_given_later_sends_what_was_held_back(hq: Workplace, field: Workplace, stick: Path) -> None:
    profile = interview(field, consent__send_with_name="refused", consent__send_for_figures="granted")
    hq.importing.take(export(field, stick))
    (receipt,) = hq.receipts.write(stick)
    field.receipts.take(receipt.bundle.path)
    change(field, profile, consent__send_with_name="granted")
    result = hq.importing.take(export(field, stick))
    assert (result.new, result.changed) == (0, 1)
    assert hq.interviews.read(profile).get("identity.given_names") == "Layla"


def test_held_back_profiles_leave_no_gap(hq: Workplace, field: Workplace, stick: Path) -> None:
    interview(field)
    hidden = interview(field, consent__create_profile="refused", consent__send_with_name="refused")
    interview(field)
    result = field.exporting.write(stick)
    assert result.held_back == 1
    taken = hq.importing.take(result.bundles[0].path)
    assert (taken.new, taken.held_back, taken.gaps) == (2, 1, ())
    assert hidden not in hq.store.profiles.ids(ListQuery())
    assert sum(hq.store.profiles.counts("stage").values()) == 2


def test_a_person_who_agrees_later_appears_then(hq: Workplace, field: Workplace, stick: Path) -> None:
    hidden = interview(field, consent__create_profile="refused", consent__send_with_name="refused")
    hq.importing.take(export(field, stick))
    change(field, hidden, consent__create_profile="granted", consent__send_with_name="granted")
    taken = hq.importing.take(export(field, stick))
    assert (taken.new, taken.held_back) == (1, 0)
    assert hq.interviews.read(hidden).get("identity.given_names") == "Layla"


def test_a_lost_bundle_heals_with_the_next(hq: Workplace, field: Workplace, stick: Path) -> None:
    interview(field)
    export(field, stick).unlink()
    interview(field)
    taken = hq.importing.take(export(field, stick))
    assert (taken.new, taken.gaps) == (2, ())
    assert [(one.first, one.last) for one in taken.missing_bundles] == [(2, 2)]
    assert answers_of(hq) == answers_of(field)


def test_open_work_is_handed_over_too(hq: Workplace, field: Workplace, stick: Path) -> None:
    profile = interview(field)
    session = field.interviews.open(profile)
    session.set_answer("identity.sex", "F")
    session.save()
    hq.importing.take(export(field, stick))
    assert hq.interviews.read(profile).get("identity.sex") == "F"


def test_without_headquarters_nothing_is_written(laptop: Workplace, stick: Path) -> None:
    interview(laptop)
    with pytest.raises(NotEnrolled):
        laptop.exporting.write(stick)
    assert list(stick.iterdir()) == []


def test_when_all_was_acknowledged_there_is_nothing_to_export(hq: Workplace, field: Workplace, stick: Path) -> None:
    interview(field)
    hq.importing.take(export(field, stick))
    (receipt,) = hq.receipts.write(stick)
    field.receipts.take(receipt.bundle.path)
    with pytest.raises(NothingToExport):
        field.exporting.write(stick)


@pytest.mark.parametrize(
    ("watch", "failure"),
    [(Watch(is_cancelled=lambda: True), Cancelled), (Watch(free_space=lambda _: 0), DiskFull)],
    ids=["cancelled", "disk full"],
)
def test_a_hand_over_that_fails_leaves_nothing(field: Workplace, stick: Path, watch: Watch, failure: type[Exception]) -> None:
    interview(field)
    with pytest.raises(failure):
        field.exporting.write(stick, watch)
    assert list(stick.iterdir()) == []
    assert field.store.profiles.handover_counts()[Handover.HERE] == 1


def test_a_stick_that_is_gone_changes_nothing(field: Workplace, tmp_path: Path) -> None:
    interview(field)
    with pytest.raises(TargetGone):
        field.exporting.write(tmp_path / "no such stick")
    assert field.store.profiles.handover_counts()[Handover.HERE] == 1


def test_a_stick_that_disappears_while_it_is_written_changes_nothing(field: Workplace, stick: Path) -> None:
    interview(field)
    with pytest.raises(TargetGone):
        field.exporting.write(stick, Watch(progress=lambda _done: shutil.rmtree(stick, ignore_errors=True)))
    assert field.store.profiles.handover_counts()[Handover.HERE] == 1
    stick.mkdir()
    assert export(field, stick).exists()


def test_a_stream_carries_the_same_bundle(hq: Workplace, field: Workplace) -> None:
    interview(field)
    stream = io.BytesIO()
    field.exporting.write_to(stream, field.spool_folder)
    stream.seek(0)
    assert hq.importing.take(stream).new == 1
    assert list(field.spool_folder.iterdir()) == []


def test_a_stream_that_breaks_does_not_count_as_exported(field: Workplace) -> None:
    class Broken(io.BytesIO):
        def write(self, _data: object, /) -> int:
            raise BrokenPipeError

    interview(field)
    with pytest.raises(BrokenPipeError):
        field.exporting.write_to(Broken(), field.spool_folder)
    assert field.store.profiles.handover_counts()[Handover.HERE] == 1
    assert list(field.spool_folder.iterdir()) == []


def test_a_number_is_never_used_twice_whatever_fails(hq: Workplace, field: Workplace, stick: Path) -> None:
    class Broken(io.BytesIO):
        def write(self, _data: object, /) -> int:
            raise BrokenPipeError

    interview(field)
    with pytest.raises(BrokenPipeError):
        field.exporting.write_to(Broken(), field.spool_folder)
    taken = hq.importing.take(export(field, stick))
    assert taken.seq == 3  # 1 was the request, 2 was signed and lost
    assert not taken.is_chain_broken


def test_the_plan_counts_what_would_be_carried(field: Workplace) -> None:
    interview(field)
    interview(field, record__finished_on=SaidDate.plainly("2026-06-01"))
    plan = field.exporting.plan()
    assert (plan.finished, plan.drafts, plan.unchanged, plan.profiles) == (1, 1, 0, 2)
