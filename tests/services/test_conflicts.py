"""Headquarters decides between what two laptops said; nothing is lost, and it can be taken back."""

from pathlib import Path

import pytest

from s2w_desktop.domain.duties import Duty
from s2w_desktop.domain.errors import InvalidAnswer
from s2w_desktop.domain.exchange_errors import ConflictChanged, NothingToTakeBack, NotPermitted
from s2w_desktop.domain.handover import Handover
from s2w_desktop.domain.ids import OfficerId, ProfileId
from s2w_desktop.domain.lineage import Fate
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.services.claims import ClaimKind
from s2w_desktop.services.conflicts import Conflicts, Say, Take
from s2w_desktop.services.keeping import Editors
from s2w_desktop.services.permits import Permits
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.exchange_values import ShareReason
from s2w_desktop.storage.values import ListQuery, Officer
from tests.services.exchanges import answer, bring, handed_over, said
from tests.services.places import change
from tests.services.quarrels import Quarrel, heads

SEX, FAMILY, ORIGINAL = "identity.sex", "identity.family_names", "identity.name_original"


@pytest.fixture
def quarrel(hq: Workplace) -> Quarrel:
    return Quarrel(hq, {SEX: "F", FAMILY: "Hadad"}, {SEX: "X", FAMILY: "حداد"})


@pytest.fixture
def quarrelled(quarrel: Quarrel) -> ProfileId:
    return quarrel.profile


def test_what_waits_is_told_by_case_number_with_who_said_what(hq: Workplace, quarrelled: ProfileId) -> None:
    (row,) = hq.office.conflicts.waiting()
    assert (row.profile, row.questions, row.centre, row.holder) == (quarrelled, 2, "Athens", None)
    assert hq.office.conflicts.count() == 1
    sex = {one.path: one for one in hq.office.conflicts.of(quarrelled).open}[SEX]
    assert [side.plain for side in sex.conflict.sides] == ["F", "X"]
    assert sex.conflict.before.plain == "M"
    assert [voice.device_name for voice in sex.voices] == ["Laptop 07", "Laptop 03"]
    assert hq.office.conflicts.since(quarrelled) == sex.voices[1].at
    assert hq.office.claims.take(ClaimKind.CONFLICT, str(quarrelled)).is_me
    assert hq.office.conflicts.waiting()[0].holder is not None


def test_a_part_can_be_decided_and_the_rest_later(hq: Workplace, quarrelled: ProfileId) -> None:
    hq.office.conflicts.decide(hq.office.conflicts.of(quarrelled), {SEX: Take(1)})
    left = hq.office.conflicts.of(quarrelled)
    assert [one.path for one in left.open] == [FAMILY]
    assert left.profile.text(SEX) == "X"
    hq.office.conflicts.decide(left, {FAMILY: Say("Haddad")})
    done = hq.office.conflicts.of(quarrelled)
    assert not done.open
    assert done.profile.text(FAMILY) == "Haddad"
    assert (hq.office.conflicts.waiting(), hq.office.conflicts.since(quarrelled)) == ([], None)
    assert [one.paths for one in done.decisions] == [(FAMILY,), (SEX,)]
    assert all(row.handover is not Handover.NEEDS_YOU for row in hq.interviews.rows(ListQuery(), 0, 9))


def test_a_decision_is_an_ordinary_revision_with_a_number_of_its_own(hq: Workplace, quarrelled: ProfileId) -> None:
    before = heads(hq, quarrelled)
    decision = hq.office.conflicts.decide(hq.office.conflicts.of(quarrelled), {SEX: Take(0)})
    made = next(one for one in hq.store.profiles.load(quarrelled).revisions if one.id == decision)
    assert (made.device, made.epoch, made.lseq) == (hq.station.device, 1, 1)
    assert set(made.parents) == {one.id for one in before}
    assert heads(hq, quarrelled) == [made]


def test_a_decision_can_be_taken_back_and_the_loser_chosen(hq: Workplace, quarrelled: ProfileId) -> None:
    was = hq.office.conflicts.of(quarrelled).open
    decision = hq.office.conflicts.decide(hq.office.conflicts.of(quarrelled), {SEX: Take(0), FAMILY: Take(0)})
    hq.office.conflicts.take_back(quarrelled, decision)
    again = hq.office.conflicts.of(quarrelled)
    assert [one.voices for one in again.open] == [one.voices for one in was]
    assert [one.conflict.before for one in again.open] == [one.conflict.before for one in was]
    assert hq.office.conflicts.waiting()[0].questions == 2
    with pytest.raises(NothingToTakeBack):
        hq.office.conflicts.take_back(quarrelled, decision)
    hq.office.conflicts.decide(again, {SEX: Take(1)})
    assert hq.office.conflicts.of(quarrelled).profile.text(SEX) == "X"


def test_the_history_of_a_question_keeps_what_lost(hq: Workplace, quarrelled: ProfileId) -> None:
    hq.office.conflicts.decide(hq.office.conflicts.of(quarrelled), {SEX: Take(0)})
    told = [(saying.plain, saying.fate, voice.centre) for saying, voice in hq.office.conflicts.history(quarrelled, SEX)]
    assert sorted(told, key=str) == sorted(
        [
            ("M", Fate.REPLACED, "Athens"),
            ("F", Fate.REPLACED, "Athens"),
            ("X", Fate.NOT_CHOSEN, "Lesbos"),
            ("F", Fate.STANDS, "Geneva"),
        ],
        key=str,
    )


def test_an_answer_that_came_while_somebody_decided_is_not_overruled_unseen(
    hq: Workplace, quarrel: Quarrel, quarrelled: ProfileId
) -> None:
    seen = hq.office.conflicts.of(quarrelled)
    quarrel.other.says(quarrelled, {SEX: "M"}, quarrel.right)
    with pytest.raises(ConflictChanged):
        hq.office.conflicts.decide(seen, {SEX: Take(0)})
    hq.office.conflicts.decide(seen, {FAMILY: Take(0)})  # nobody said anything new about this
    assert {side.plain for side in hq.office.conflicts.of(quarrelled).open[0].conflict.sides} == {"F", "M"}


def test_an_answer_that_comes_after_the_decision_is_a_new_question(
    hq: Workplace, quarrel: Quarrel, quarrelled: ProfileId
) -> None:
    decision = hq.office.conflicts.decide(hq.office.conflicts.of(quarrelled), {SEX: Take(0), FAMILY: Take(1)})
    quarrel.other.says(quarrelled, {SEX: "M"}, quarrel.right)
    (late,) = hq.office.conflicts.of(quarrelled).open
    assert [side.plain for side in late.conflict.sides] == ["F", "M"]
    hq.office.conflicts.take_back(quarrelled, decision)
    assert {one.path: len(one.conflict.sides) for one in hq.office.conflicts.of(quarrelled).open} == {SEX: 3, FAMILY: 2}


def test_open_work_at_headquarters_is_not_pushed_aside(hq: Workplace, quarrelled: ProfileId) -> None:
    session = hq.interviews.open(quarrelled)
    session.set_answer(ORIGINAL, "ليلى")
    session.save()
    hq.office.conflicts.decide(hq.office.conflicts.of(quarrelled), {SEX: Take(0)})
    assert hq.interviews.read(quarrelled).text(ORIGINAL) == "ليلى"
    seen = hq.office.conflicts.of(quarrelled)
    session = hq.interviews.open(quarrelled)
    session.set_answer(FAMILY, "Haddad")
    session.save()
    with pytest.raises(ConflictChanged):
        hq.office.conflicts.decide(seen, {FAMILY: Take(0)})


def test_answers_that_do_not_fit_change_nothing(hq: Workplace, quarrelled: ProfileId) -> None:
    seen = hq.office.conflicts.of(quarrelled)
    with pytest.raises(InvalidAnswer):
        hq.office.conflicts.decide(seen, {SEX: Say("no such code")})
    with pytest.raises(ValueError, match="asked"):
        hq.office.conflicts.decide(seen, {"identity.given_names": Say("Layla")})
    assert hq.office.conflicts.of(quarrelled) == seen


def test_only_who_may_settle_conflicts_does(hq: Workplace, quarrelled: ProfileId) -> None:
    seen = hq.office.conflicts.of(quarrelled)
    ana = Officer(OfficerId(hq.sources.new_id()), "Ana", hq.sources.now(), duties=frozenset({Duty.PROTECTION}))
    hq.store.officers.add(ana)
    editors = Editors(hq.store, QUESTIONNAIRE, ana.id, hq.sources)
    hers = Conflicts(editors, Permits(hq.store, ana.id), hq.office.claims)
    with pytest.raises(NotPermitted):
        hers.decide(hers.of(quarrelled), {SEX: Take(0)})
    with pytest.raises(NotPermitted):
        hers.take_back(quarrelled, seen.open[0].voices[0].revision)
    hq.store.officers.add(Officer(ana.id, "Ana", ana.added_at, duties=frozenset({Duty.IMPORTER})))
    with pytest.raises(NotPermitted):
        hers.of(quarrelled)
    assert len(hers.waiting()) == 1


def test_a_decision_and_its_taking_back_reach_both_laptops(
    hq: Workplace, field: Workplace, other: Workplace, stick: Path
) -> None:
    """The whole way: bundles up, receipts down."""
    profile = handed_over(hq, field, stick, identity__sex="M")
    hq.store.shares.give([profile], [other.station.device], ShareReason.TRANSFER, hq.sources.now())
    answer(hq, other, stick)
    for laptop, sex in ((field, "F"), (other, "X")):
        change(laptop, profile, identity__sex=sex)
        bring(hq, laptop, stick)
    seen = hq.office.conflicts.of(profile)
    theirs = [side.plain for side in seen.open[0].conflict.sides].index("X")  # the clocks of two laptops tell no order
    decision = hq.office.conflicts.decide(seen, {SEX: Take(theirs)})
    for laptop in answered(hq, stick, field, other):
        assert (said(laptop, profile, SEX), laptop.interviews.open(profile).conflicts) == ("X", {})
    hq.office.conflicts.take_back(profile, decision)
    for laptop in answered(hq, stick, field, other):
        assert {claim.plain for claim in laptop.interviews.open(profile).conflicts[SEX]} == {"F", "X"}
        (row,) = laptop.interviews.rows(ListQuery(), 0, 5)
        assert row.handover is Handover.NEEDS_YOU


def answered(hq: Workplace, stick: Path, *laptops: Workplace) -> tuple[Workplace, ...]:
    """The laptops, after each followed its receipt."""
    files = {one.peer.device: one.bundle.path for one in hq.receipts.write(stick)}
    for laptop in laptops:
        laptop.receipts.take(files[laptop.station.device])
    return laptops
