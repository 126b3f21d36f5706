"""Which matters the facts of a store show. Pure computing; `services.matters` reads the facts and keeps what people note."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from s2w_desktop.domain.ids import DeviceId
from s2w_desktop.domain.matters import Found, MatterKind, Ranges
from s2w_desktop.domain.putting_aside import AsideReason
from s2w_desktop.domain.stations import Peer
from s2w_desktop.storage.bundle_values import BundleIn, Coverage, Fork, MissingBundles
from s2w_desktop.storage.matters import Aside

_DAY = timedelta(days=1)
_Line = Sequence[BundleIn]
_Owned = tuple[DeviceId, int]


@dataclass(frozen=True)
class MatterFacts:
    """What the store knows. `bundles` are those of laptops; `copies` are the missing copies of each laptop's people."""

    peers: Sequence[Peer]
    bundles: Sequence[BundleIn]
    coverage: Sequence[Coverage]
    forks: Sequence[Fork]
    missing: Sequence[MissingBundles]
    asides: Sequence[Aside]
    copies: Mapping[DeviceId, Sequence[str]]


def find_matters(facts: MatterFacts, *, now: datetime, patience: timedelta) -> tuple[Found, ...]:
    """Every matter, the gravest kinds first, older ones before newer. A bundle may be late by `patience` before it is one."""
    lines = _lines(facts.bundles)
    found = [
        *_forks(facts.forks, lines),
        *_chains(lines),
        *_aside(facts),
        *_after_loss(facts),
        *_gaps(facts.coverage, lines),
        *_copies(facts.copies, facts.bundles),
        *_missing(facts, lines, now - patience),
        *_clocks(facts.bundles),
    ]
    order = {kind: place for place, kind in enumerate(MatterKind)}
    return tuple(sorted(found, key=lambda one: (order[one.kind], one.since, one.key)))


def _lines(bundles: Iterable[BundleIn]) -> dict[_Owned, _Line]:
    """The bundles of each device and epoch in the order of their numbers."""
    lines: dict[_Owned, list[BundleIn]] = defaultdict(list)
    for bundle in bundles:
        lines[bundle.device, bundle.epoch].append(bundle)
    return {key: sorted(line, key=lambda one: (one.seq, one.imported_at, one.id)) for key, line in lines.items()}


def _forks(forks: Iterable[Fork], lines: Mapping[_Owned, _Line]) -> Iterator[Found]:
    by_line: dict[_Owned, set[int]] = defaultdict(set)
    for fork in forks:
        by_line[fork.device, fork.epoch].add(fork.lseq)
    for (device, epoch), twice in by_line.items():
        if line := lines.get((device, epoch)):
            yield _numbered(MatterKind.FORK, device, epoch, ranges_of(twice), _newest(line))


def _chains(lines: Mapping[_Owned, _Line]) -> Iterator[Found]:
    """Bundles with one number, and bundles that name another one before them than the one that came."""
    for (device, epoch), line in lines.items():
        at: dict[int, list[BundleIn]] = defaultdict(list)
        for bundle in line:
            at[bundle.seq].append(bundle)
        broken: dict[int, datetime] = {}
        for seq, same in at.items():
            before = {one.manifest_sha256 for one in at.get(seq - 1, ())}
            is_twice = len({one.manifest_sha256 for one in same}) > 1
            if is_twice or (before and any(one.previous not in before for one in same)):
                broken[seq] = max(one.imported_at for one in (*same, *at.get(seq - 1, ())))
        if broken:
            yield _numbered(MatterKind.CHAIN, device, epoch, ranges_of(broken), min(broken.values()))


def _aside(facts: MatterFacts) -> Iterator[Found]:
    bundles = {bundle.id: bundle for bundle in facts.bundles}
    for aside in facts.asides:
        bundle = bundles.get(aside.bundle)
        if bundle is None:
            continue
        is_revoked = aside.reason == AsideReason.REVOKED_SENDER
        yield Found(
            kind=MatterKind.REVOKED_SENDER if is_revoked else MatterKind.QUARANTINED,
            device=bundle.device,
            stem=f"{bundle.id} {aside.reason}",
            identity="",
            since=bundle.imported_at,
            epoch=bundle.epoch,
            count=aside.records,
            reason=aside.reason,
            bundle=bundle.id,
            seq=bundle.seq,
        )


def _after_loss(facts: MatterFacts) -> Iterator[Found]:
    for peer in facts.peers:
        lost = peer.lost_since
        if lost is None:
            continue
        since = [one for one in facts.bundles if one.device == peer.device and one.imported_at >= lost]
        if since:
            yield Found(
                kind=MatterKind.AFTER_LOSS,
                device=peer.device,
                stem=f"{peer.device}",
                identity=_digest(str(one.id) for one in since),
                since=min(one.imported_at for one in since),
                epoch=max(one.epoch for one in since),
                numbers=ranges_of(one.seq for one in since),
                count=len(since),
            )


def _gaps(coverage: Iterable[Coverage], lines: Mapping[_Owned, _Line]) -> Iterator[Found]:
    for one in coverage:
        line = lines.get((one.device, one.epoch))
        if one.holes and line:
            yield _numbered(MatterKind.GAP, one.device, one.epoch, one.holes, _newest(line))


def _copies(copies: Mapping[DeviceId, Sequence[str]], bundles: Iterable[BundleIn]) -> Iterator[Found]:
    came: dict[DeviceId, datetime] = {}
    for bundle in bundles:
        came[bundle.device] = max(bundle.imported_at, came.get(bundle.device, bundle.imported_at))
    for device, missing in copies.items():
        if missing and device in came:
            yield Found(MatterKind.MISSING_COPY, device, f"{device}", _digest(missing), since=came[device], count=len(missing))


def _missing(facts: MatterFacts, lines: Mapping[_Owned, _Line], before: datetime) -> Iterator[Found]:
    """Harmless when every record came in another bundle; a person may still want to know where the stick went."""
    holes: dict[_Owned, list[tuple[int, int]]] = defaultdict(list)
    for one in facts.missing:
        seen = [bundle.imported_at for bundle in lines.get((one.device, one.epoch), ()) if bundle.seq > one.last]
        if seen and min(seen) <= before:
            holes[one.device, one.epoch].append((one.first, one.last))
    whole = {(one.device, one.epoch) for one in facts.coverage if not one.holes}
    for (device, epoch), ranges in holes.items():
        since = min(bundle.imported_at for bundle in lines[device, epoch] if bundle.seq > ranges[0][1])
        found = _numbered(MatterKind.MISSING_BUNDLE, device, epoch, tuple(ranges), since)
        yield replace(found, is_harmless=(device, epoch) in whole)


def _clocks(bundles: Iterable[BundleIn]) -> Iterator[Found]:
    """Laptops whose newest bundle shows a wrong clock; only what delay on the way cannot explain counts."""
    by_device: dict[DeviceId, list[BundleIn]] = defaultdict(list)
    for bundle in bundles:
        by_device[bundle.device].append(bundle)
    for device, sent in by_device.items():
        wrong: BundleIn | None = None  # the first of the bundles since which the clock is wrong
        off, latest = timedelta(0), None
        for bundle in sorted(sent, key=lambda one: (one.epoch, one.seq, one.id)):
            off = _off(bundle, latest)
            wrong = (wrong or bundle) if off else None
            if not off:
                latest = max(latest, bundle.created_at) if latest else bundle.created_at
        if wrong is not None:
            yield Found(MatterKind.CLOCK, device, f"{device}", f"{wrong.epoch}/{wrong.seq}", since=wrong.imported_at, off=off)


def _off(bundle: BundleIn, latest: datetime | None) -> timedelta:
    """How far the clock surely is ahead (written after it came), or behind (written before the bundle before it)."""
    ahead = bundle.created_at - bundle.imported_at
    if ahead > _DAY:
        return ahead
    behind = bundle.created_at - latest if latest else timedelta(0)
    return behind if behind < -_DAY else timedelta(0)


def _numbered(kind: MatterKind, device: DeviceId, epoch: int, numbers: Ranges, since: datetime) -> Found:
    identity = _digest(f"{first}-{last}" for first, last in numbers)
    count = sum(last - first + 1 for first, last in numbers)
    return Found(kind, device, f"{device}/{epoch}", identity, since=since, epoch=epoch, numbers=numbers, count=count)


def _newest(line: _Line) -> datetime:
    return max(bundle.imported_at for bundle in line)


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(sorted(parts)).encode()).hexdigest()[:16]


def ranges_of(numbers: Iterable[int]) -> Ranges:
    """Numbers as closed ranges."""
    ranges: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1] = (ranges[-1][0], number)
        else:
            ranges.append((number, number))
    return tuple(ranges)
