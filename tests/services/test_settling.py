"""Records in quarantine that settle themselves: what a later bundle of the same laptop brings whole waits no more (F54)."""

import json
from pathlib import Path

from s2w_desktop.bundle.records import revision_line
from s2w_desktop.domain.matters import MatterKind
from s2w_desktop.domain.putting_aside import AsideReason
from s2w_desktop.services.workplace import Workplace
from tests.services.exchanges import listed
from tests.services.places import export, interview, revisions_of
from tests.services.test_importing import write_lines


def spoiled(line: bytes) -> bytes:
    """A record that a newer program wrote, as this one sees it: an answer that nobody knows."""
    return line.replace(b'"Layla"', b'"Leila"')


def lines_of(field: Workplace) -> list[bytes]:
    return [revision_line(revision) for revision in revisions_of(field)]


def test_a_record_that_comes_whole_later_waits_no_more(hq: Workplace, field: Workplace, stick: Path) -> None:
    interview(field)
    hq.importing.take(write_lines(field, stick, [spoiled(*lines_of(field))]))
    (waiting,) = hq.store.inbox.quarantined()
    assert waiting.revision is not None
    hq.importing.take(export(field, stick))
    assert hq.store.inbox.quarantined() == ()
    assert hq.office.matters.all() == ()
    assert len(listed(hq)) == 1


def test_a_record_that_is_refused_again_waits_once(hq: Workplace, field: Workplace, stick: Path) -> None:
    interview(field)
    for _ in range(3):
        last = hq.importing.take(write_lines(field, stick, [spoiled(*lines_of(field))]))
    (waiting,) = hq.store.inbox.quarantined()
    assert waiting.bundle == last.bundle
    assert waiting.untrusted_raw
    (matter,) = hq.office.matters.all()
    assert (matter.found.kind, matter.found.count) == (MatterKind.QUARANTINED, 1)


def test_what_has_no_number_goes_on_waiting(hq: Workplace, field: Workplace, stick: Path) -> None:
    interview(field)
    hq.importing.take(write_lines(field, stick, [b"nothing", json.dumps({"type": "revision"}).encode()]))
    hq.importing.take(export(field, stick))
    assert len(hq.store.inbox.quarantined()) == 2


def test_another_laptop_settles_nothing(hq: Workplace, field: Workplace, other: Workplace, stick: Path) -> None:
    interview(field)
    (line,) = lines_of(field)
    hq.importing.take(write_lines(field, stick, [spoiled(line)]))
    hq.importing.take(write_lines(other, stick, [line]))
    assert sorted(item.reason for item in hq.store.inbox.quarantined()) == ["bad_digest", AsideReason.OTHER_DEVICE]


def test_what_people_decide_about_waits_for_them(hq: Workplace, field: Workplace, stick: Path) -> None:
    interview(field)
    hq.store.peers.revoke(field.station.device, hq.sources.now())
    hq.importing.take(export(field, stick))
    peer = hq.store.peers.by_device(field.station.device)
    assert peer is not None
    hq.store.peers.add(type(peer)(**{**vars(peer), "revoked_at": None}))
    interview(field)
    hq.importing.take(export(field, stick))
    assert [item.reason for item in hq.store.inbox.quarantined()] == [AsideReason.REVOKED_SENDER]
