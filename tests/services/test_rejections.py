"""What headquarters could not take comes back with its reason, is corrected, and then needs nobody any more (F54)."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from s2w_desktop.domain.erasing import ErasureReason
from s2w_desktop.domain.errors import NothingToExport
from s2w_desktop.domain.handover import Handover
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.putting_aside import AsideReason, SendBack
from s2w_desktop.domain.revisions import Scope
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.workplace import Workplace
from tests.engines import Engine
from tests.histories.reading_here import opener_of
from tests.services.exchanges import answer, bring, said
from tests.services.places import Place, change, enrol, export, interview, revisions_of
from tests.services.test_importing import write_lines
from tests.services.test_settling import lines_of, spoiled
from tests.stricter import NAMES, RIGHT, STRICTER, TOO_MUCH

ASKED_FOR = {NAMES.replace(".", "__"): TOO_MUCH, "identity__sex": "F"}
CORRECTED = {NAMES.replace(".", "__"): RIGHT}


@pytest.fixture
def strict(tmp_path: Path, engine: Engine) -> Iterator[Workplace]:
    """Headquarters, which refuses an answer that the laptop takes."""
    place = Place(tmp_path / "strict", Role.HEADQUARTERS, engine=engine, questionnaire=STRICTER)
    with closing(place.open(opener_of(STRICTER))) as workplace:
        yield workplace


@pytest.fixture
def sender(strict: Workplace, laptop: Workplace, tmp_path: Path) -> Workplace:
    enrol(headquarters=strict, laptop=laptop, folder=tmp_path / "enrolment")
    return laptop


def handover(laptop: Workplace, profile: ProfileId) -> Handover:
    (row,) = laptop.store.profiles.rows_of([profile])
    return row.handover


def reasons(laptop: Workplace) -> list[str]:
    return [one.reason for one in laptop.store.rejections.all()]


def test_a_refused_answer_comes_back_with_its_reason_and_its_correction_ends_the_matter(
    strict: Workplace, sender: Workplace, stick: Path
) -> None:
    calm, profile = interview(sender), interview(sender, **ASKED_FOR)
    first = export(sender, stick)
    assert [one.reason for one in strict.importing.take(first).quarantined] == ["bad_answer"]
    assert answer(strict, sender, stick).needs_you == 1
    (told,) = sender.store.rejections.of([profile, calm])[profile]
    (receipt,) = [one for one in sender.store.inbox.bundles() if one.kind == "receipt"]
    assert (told.reason, told.receipt, told.told_at) == ("bad_answer", receipt.id, receipt.imported_at)
    assert sender.exporting.plan().put_aside == (told,)
    assert (handover(sender, profile), handover(sender, calm)) == (Handover.NEEDS_YOU, Handover.RECEIVED)

    change(sender, profile, **CORRECTED)
    strict.importing.take(first)  # once more, so a receipt that is older than the correction tells the reason again
    assert answer(strict, sender, stick).needs_you == 0
    assert (handover(sender, profile), reasons(sender)) == (Handover.HERE, [])

    assert bring(strict, sender, stick).quarantined == ()
    assert (strict.store.inbox.quarantined(), strict.office.matters.all()) == ((), ())
    assert [one.scope for one in revisions_of(strict) if one.profile == profile] == [Scope.STUB, Scope.FULL]
    assert (said(strict, profile, NAMES), said(strict, profile, "identity.sex")) == (RIGHT, "F")
    answer(strict, sender, stick)
    assert (handover(sender, profile), reasons(sender)) == (Handover.RECEIVED, [])
    with pytest.raises(NothingToExport):
        export(sender, stick)


def test_a_correction_that_is_none_comes_back_too(strict: Workplace, sender: Workplace, stick: Path) -> None:
    profile = interview(sender, **ASKED_FOR)
    for corrected in ({"identity__sex": "M"}, CORRECTED):
        bring(strict, sender, stick)
        assert answer(strict, sender, stick).needs_you == 1
        assert (handover(sender, profile), reasons(sender)) == (Handover.NEEDS_YOU, ["bad_answer"])
        change(sender, profile, **corrected)
    bring(strict, sender, stick)
    answer(strict, sender, stick)
    assert (handover(sender, profile), reasons(sender), said(strict, profile, "identity.sex")) == (Handover.RECEIVED, [], "M")


def test_where_nothing_is_to_be_corrected_it_is_said_again(hq: Workplace, field: Workplace, stick: Path) -> None:
    profile = interview(field)
    hq.importing.take(write_lines(field, stick, [spoiled(*lines_of(field))]))
    answer(hq, field, stick)
    assert reasons(field) == ["bad_digest"]
    assert [field.interviews.say_again(profile) for _ in range(2)] == [True, False]
    bring(hq, field, stick)
    answer(hq, field, stick)
    assert (handover(field, profile), reasons(field)) == (Handover.RECEIVED, [])


def test_what_comes_whole_after_all_needs_nobody(hq: Workplace, field: Workplace, stick: Path) -> None:
    profile = interview(field)
    hq.importing.take(write_lines(field, stick, [spoiled(*lines_of(field))]))
    answer(hq, field, stick)
    bring(hq, field, stick)
    answer(hq, field, stick)
    assert (handover(field, profile), reasons(field)) == (Handover.RECEIVED, [])


def test_headquarters_sends_a_record_back_with_what_it_asks_for(strict: Workplace, sender: Workplace, stick: Path) -> None:
    profile = interview(sender, **ASKED_FOR)
    bundle = bring(strict, sender, stick).bundle
    answer(strict, sender, stick)
    quarantine = strict.office.quarantine
    assert quarantine.send_back(bundle, AsideReason.CLASH, SendBack.CALL) == 0
    assert quarantine.send_back(bundle, "bad_answer", SendBack.UPDATE_PROGRAM) == 1
    (matter,) = strict.office.matters.all()
    assert (matter.found.reason, matter.found.count) == (SendBack.UPDATE_PROGRAM, 1)
    answer(strict, sender, stick)
    assert reasons(sender) == [SendBack.UPDATE_PROGRAM]
    change(sender, profile, **CORRECTED)
    bring(strict, sender, stick)
    answer(strict, sender, stick)
    assert (handover(sender, profile), reasons(sender), strict.office.matters.all()) == (Handover.RECEIVED, [], ())


def test_nothing_is_left_to_correct_of_somebody_who_was_erased(strict: Workplace, sender: Workplace, stick: Path) -> None:
    profile = interview(sender, **ASKED_FOR)
    bring(strict, sender, stick)
    answer(strict, sender, stick)
    sender.erasure.erase(profile, ErasureReason.REQUEST)
    assert reasons(sender) == []
    assert not sender.exporting.plan().put_aside
