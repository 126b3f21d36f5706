"""Matters of the inbox: found from facts, with owner and note, open again when the facts change."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import permutations
from pathlib import Path
from random import Random
from uuid import UUID

import pytest

from s2w_desktop.bundle.records import revision_line
from s2w_desktop.domain.duties import Duty
from s2w_desktop.domain.exchange_errors import NotPermitted, UnknownMatter
from s2w_desktop.domain.ids import BundleId, DeviceId
from s2w_desktop.domain.matters import Found, MatterKind
from s2w_desktop.services.matter_finding import MatterFacts, find_matters, ranges_of
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.bundle_values import BundleIn, Coverage, Fork, MissingBundles
from s2w_desktop.storage.matters import Aside
from tests.services.colleagues import colleague, office_of
from tests.services.places import export, interview, revisions_of
from tests.services.test_importing import known_as, write_lines

NOW = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)
LAPTOP, OTHER = DeviceId(UUID(int=7)), DeviceId(UUID(int=8))
NOTHING = MatterFacts((), (), (), (), (), (), {})


def bundle(seq: int, *, came: float = 0, written: float | None = None, previous: str | None = None, twin: int = 0) -> BundleIn:
    """A bundle of the laptop, days from now; each follows the one before unless told otherwise."""
    follows = f"{seq - 1:064x}" if previous is None else previous
    created = NOW + (came if written is None else written) * DAY
    id_ = BundleId(UUID(int=seq + 1000 * twin))
    return BundleIn(id_, "profiles", LAPTOP, 1, seq, follows, f"{seq + 1000 * twin:064x}", f"{seq}", created, NOW + came * DAY, 1)


def found(facts: MatterFacts, patience: int = 7) -> tuple[Found, ...]:
    return find_matters(facts, now=NOW, patience=patience * DAY)


def kinds(facts: MatterFacts) -> list[MatterKind]:
    return [one.kind for one in found(facts)]


def test_an_honest_laptop_is_no_matter() -> None:
    line = tuple(bundle(seq, came=seq - 9, written=seq - 12) for seq in range(1, 6))
    assert found(replace(NOTHING, bundles=line, coverage=(Coverage(LAPTOP, 1, 9, (), 9),))) == ()


def test_records_that_never_came_are_a_gap() -> None:
    facts = replace(NOTHING, bundles=(bundle(1),), coverage=(Coverage(LAPTOP, 1, 2, ((3, 4), (7, 7)), 9),))
    (gap,) = found(facts)
    assert (gap.kind, gap.device, gap.numbers, gap.count, gap.since) == (MatterKind.GAP, LAPTOP, ((3, 4), (7, 7)), 3, NOW)


def test_a_bundle_that_is_late_becomes_a_matter_when_patience_ends() -> None:
    late = MissingBundles(LAPTOP, 1, 2, 2)
    for days, told in ((6, []), (7, [MatterKind.MISSING_BUNDLE])):
        facts = replace(NOTHING, bundles=(bundle(1, came=-40), bundle(3, came=-days, previous="x")), missing=(late,))
        assert kinds(facts) == told


def test_a_missing_bundle_is_harmless_when_every_record_came() -> None:
    facts = replace(
        NOTHING, bundles=(bundle(1, came=-20), bundle(3, came=-9, previous="x")), missing=(MissingBundles(LAPTOP, 1, 2, 2),)
    )
    whole, hole = Coverage(LAPTOP, 1, 9, (), 9), Coverage(LAPTOP, 1, 2, ((3, 3),), 9)
    assert [one.is_harmless for one in found(replace(facts, coverage=(whole,)))] == [True]
    assert [one.is_harmless for one in found(replace(facts, coverage=(hole,))) if one.kind is MatterKind.MISSING_BUNDLE] == [
        False
    ]


def test_numbers_given_twice_are_a_fork() -> None:
    facts = replace(NOTHING, bundles=(bundle(1),), forks=(Fork(LAPTOP, 1, 4, ()), Fork(LAPTOP, 1, 5, ())))
    (fork,) = found(facts)
    assert (fork.kind, fork.numbers) == (MatterKind.FORK, ((4, 5),))


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_chain_that_does_not_hold_is_found_in_any_order_of_arrival(order: tuple[int, ...]) -> None:
    line = (bundle(1), bundle(2), bundle(3, previous="of another copy of the laptop"))
    (chain,) = found(replace(NOTHING, bundles=tuple(line[place] for place in order)))
    assert (chain.kind, chain.numbers) == (MatterKind.CHAIN, ((3, 3),))


def test_two_bundles_with_one_number_break_the_chain() -> None:
    (chain,) = found(replace(NOTHING, bundles=(bundle(1), bundle(1, previous="", twin=1), bundle(2))))
    assert (chain.kind, chain.numbers) == (MatterKind.CHAIN, ((1, 1),))


def test_records_put_aside_are_told_by_bundle_and_reason() -> None:
    one = bundle(4)
    asides = (Aside(one.id, LAPTOP, "schema", 3), Aside(one.id, LAPTOP, "revoked_sender", 20))
    facts = replace(NOTHING, bundles=(one,), asides=asides)
    told = [(matter.kind, matter.reason, matter.count, matter.seq) for matter in found(facts)]
    assert told == [(MatterKind.REVOKED_SENDER, "revoked_sender", 20, 4), (MatterKind.QUARANTINED, "schema", 3, 4)]


def test_what_came_since_the_loss_is_to_be_looked_at(field: Workplace) -> None:
    peer = replace(known_as(field), device=LAPTOP, lost_since=NOW - 3 * DAY)
    facts = replace(NOTHING, peers=(peer,), bundles=(bundle(1, came=-5), bundle(2, came=-3), bundle(3, came=-1)))
    (loss,) = found(facts)
    assert (loss.kind, loss.numbers, loss.since) == (MatterKind.AFTER_LOSS, ((2, 3),), NOW - 3 * DAY)


def test_a_clock_that_is_ahead_of_ours_is_wrong() -> None:
    (clock,) = found(replace(NOTHING, bundles=(bundle(1, written=0.9), bundle(2, written=3))))
    assert (clock.kind, clock.off) == (MatterKind.CLOCK, 3 * DAY)


def test_a_clock_that_jumps_back_is_wrong_and_a_long_way_is_not() -> None:
    slow = tuple(bundle(seq, came=-seq, written=-30 + seq) for seq in (1, 2))
    assert kinds(replace(NOTHING, bundles=slow)) == []
    (clock,) = found(replace(NOTHING, bundles=(*slow, bundle(3, written=-16_000))))
    assert clock.off == -16_000 * DAY - (-28 * DAY)


def test_a_clock_that_was_put_right_is_no_matter_any_more() -> None:
    for wrong in (5, 10_000, -10_000):
        line = (bundle(1, came=-3), bundle(2, came=-2, written=wrong), bundle(3, came=-1))
        assert kinds(replace(NOTHING, bundles=line[:2])) == [MatterKind.CLOCK]
        assert kinds(replace(NOTHING, bundles=line)) == []


def test_a_clock_that_stays_wrong_stays_one_matter() -> None:
    line = tuple(bundle(seq, came=seq, written=seq + 30) for seq in range(1, 5))
    assert {found(replace(NOTHING, bundles=line[:count]))[0].id for count in range(1, 5)} == {
        found(replace(NOTHING, bundles=line))[0].id
    }


def test_copies_that_never_came_are_counted() -> None:
    (copies,) = found(replace(NOTHING, bundles=(bundle(1),), copies={LAPTOP: ("aa", "bb"), OTHER: ()}))
    assert (copies.kind, copies.count) == (MatterKind.MISSING_COPY, 2)


def test_the_order_of_facts_changes_nothing() -> None:
    bundles = [bundle(seq, came=-20 + seq, previous="x" if seq % 4 == 0 else None) for seq in range(1, 12)]
    asides = [Aside(one.id, LAPTOP, "schema", 1) for one in bundles]
    expected = found(replace(NOTHING, bundles=bundles, asides=asides))
    random = Random(5)
    for _ in range(20):
        random.shuffle(bundles)
        random.shuffle(asides)
        assert found(replace(NOTHING, bundles=bundles, asides=asides)) == expected


def test_ranges_hold_every_number_once() -> None:
    assert ranges_of([5, 1, 2, 3, 3, 9, 10]) == ((1, 3), (5, 5), (9, 10))
    assert ranges_of([]) == ()


# --- on a real store -----------------------------------------------------------------------------------------------


def make_gap(hq: Workplace, field: Workplace, stick: Path) -> None:
    """Numbers 1, 3 and 5 came, 2 and 4 did not."""
    for _ in range(5):
        interview(field)
    lines = {revision.lseq: revision_line(revision) for revision in revisions_of(field)}
    hq.importing.take(write_lines(field, stick, [lines[1], lines[3], lines[5]]))


def test_a_gap_is_found_owned_noted_and_heals(hq: Workplace, field: Workplace, stick: Path) -> None:
    matters = hq.office.matters
    make_gap(hq, field, stick)
    (gap,) = matters.all()
    assert (gap.found.kind, gap.found.numbers, gap.is_open) == (MatterKind.GAP, ((2, 2), (4, 4)), True)
    matters.own(gap.found.id)
    matters.note(gap.found.id, "  The courier comes on Monday.  ")
    (gap,) = matters.all()
    assert (gap.noted.owner, gap.noted.note) == (hq.officer, "The courier comes on Monday.")
    hq.importing.take(export(field, stick))
    assert matters.all() == ()


def test_owner_and_words_stay_when_a_gap_gets_smaller(hq: Workplace, field: Workplace, stick: Path) -> None:
    matters, nurse = hq.office.matters, colleague(hq)
    make_gap(hq, field, stick)
    (before,) = matters.all()
    matters.own(before.found.id, nurse)
    matters.note(before.found.id, "asked")
    lines = {revision.lseq: revision_line(revision) for revision in revisions_of(field)}
    hq.importing.take(write_lines(field, stick, [lines[2]]))
    (after,) = matters.all()
    assert after.found.id != before.found.id
    assert (after.found.numbers, after.noted.owner, after.noted.note) == (((4, 4),), nurse, "asked")
    matters.note(after.found.id, "asked again")
    assert len(hq.store.matters.notes()) == 1


def test_a_closed_matter_stays_closed_until_the_facts_change(hq: Workplace, field: Workplace, stick: Path) -> None:
    matters = hq.office.matters
    make_gap(hq, field, stick)
    closed = matters.close(matters.all()[0].found.id)
    assert (closed.is_open, closed.noted.closed_by) == (False, hq.officer)
    assert [one.is_open for one in matters.all()] == [False]
    lines = {revision.lseq: revision_line(revision) for revision in revisions_of(field)}
    hq.importing.take(write_lines(field, stick, [lines[2]]))
    (news,) = matters.all()
    assert news.is_open
    matters.close(news.found.id)
    assert matters.reopen(news.found.id).is_open


def test_refused_records_of_a_real_bundle_are_a_matter(hq: Workplace, field: Workplace, stick: Path) -> None:
    interview(field)
    (good,) = [revision_line(revision) for revision in revisions_of(field)]
    hq.importing.take(write_lines(field, stick, [good, b'{"type": "revision"}', b"no record"]))
    refused = [(one.found.kind, one.found.count, one.found.seq > 0) for one in hq.office.matters.all()]
    assert refused == [(MatterKind.QUARANTINED, 1, True)] * len(refused)
    assert sum(count for _kind, count, _seq in refused) == 2


def test_who_may_not_handle_matters_only_looks(hq: Workplace, field: Workplace, stick: Path) -> None:
    make_gap(hq, field, stick)
    analyst = office_of(hq, colleague(hq, duties=[Duty.ANALYST])).matters
    (gap,) = analyst.all()
    for act in (analyst.own, analyst.close, analyst.reopen):
        with pytest.raises(NotPermitted):
            act(gap.found.id)
    with pytest.raises(NotPermitted):
        analyst.note(gap.found.id, "x")


def test_a_matter_that_is_gone_is_told(hq: Workplace) -> None:
    with pytest.raises(UnknownMatter):
        hq.office.matters.close("00000000")
