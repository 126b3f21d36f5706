"""What one bundle of profiles does to the store: every record for itself, inside one transaction of the caller."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from s2w_desktop.bundle.known_lines import MOST_KNOWN
from s2w_desktop.bundle.limits import STANDARD, Limits
from s2w_desktop.bundle.process import Reading
from s2w_desktop.bundle.reading import Batch
from s2w_desktop.bundle.record_types import Noted
from s2w_desktop.bundle.records import is_revision_line, record_from_valid_line, revision_from_valid_line
from s2w_desktop.domain.erasing import Tombstone
from s2w_desktop.domain.errors import BundleTooLarge
from s2w_desktop.domain.fields import Questionnaire
from s2w_desktop.domain.ids import BundleId, OfficerId, ProfileId, RevisionId
from s2w_desktop.domain.progress import Progress
from s2w_desktop.domain.putting_aside import NEWER_PROGRAM, AsideReason
from s2w_desktop.domain.revisions import Revision, Scope
from s2w_desktop.domain.summary import Summary
from s2w_desktop.domain.thinning import Thinning
from s2w_desktop.services.arrivals import put_aside
from s2w_desktop.services.keeping import view_of
from s2w_desktop.services.seeing import save_rows
from s2w_desktop.storage.bundle_values import BundleIn, Coverage, Fork, QuarantineItem
from s2w_desktop.storage.exchange_values import Giver
from s2w_desktop.storage.inbox import ImportTransaction
from s2w_desktop.storage.values import View

"""Told of records and copies done and of all there are; what it raises ends the import as if it had never begun."""

_LONG = 64
"""Revisions of one person from which on the list row is made once, at the end, instead of after every batch that brings more."""


@dataclass(frozen=True)
class Rejected:
    """A record that went to quarantine; its reason is a code of the format, or an `AsideReason`."""

    line: int
    reason: str


@dataclass(frozen=True)
class Taken:
    """What became of the records. `touched` are the people of whom there is more to see now than before."""

    touched: frozenset[ProfileId]
    unchanged: int
    without_name: int
    held_back: int
    conflicts: int
    quarantined: tuple[Rejected, ...]
    gaps: tuple[Coverage, ...]
    forks: tuple[Fork, ...]
    is_chain_broken: bool
    erased: int


@dataclass
class _Tally:
    scopes: dict[ProfileId, Scope] = field(default_factory=dict)
    quarantined: list[Rejected] = field(default_factory=list)
    conflicts: set[ProfileId] = field(default_factory=set)
    unseen: set[ProfileId] = field(default_factory=set)
    long: set[ProfileId] = field(default_factory=set)
    refused_bytes: int = 0
    steps: Counter[ProfileId] = field(default_factory=Counter)
    erased: set[ProfileId] = field(default_factory=set)
    blobs: list[str] = field(default_factory=list)
    copies: int = 0
    healed: set[RevisionId] = field(default_factory=set)
    thinned: list[Thinning] = field(default_factory=list)


class Intake:
    """Takes the records of one bundle in. Make one for each bundle."""

    def __init__(
        self,
        *,
        transaction: ImportTransaction,
        reading: Reading,
        row: BundleIn,
        questionnaire: Questionnaire,
        today: date,
        giver: Giver,
        is_rescue: bool = False,
        limits: Limits = STANDARD,
    ) -> None:
        self._transaction = transaction
        self._reading = reading
        self._row = row
        self._questionnaire = questionnaire
        self._today = today
        self._limits = limits
        self._giver = giver
        self._is_rescue = is_rescue
        self._is_newer = row.min_schema > questionnaire.version
        self._tally = _Tally()
        self._refused_before = transaction.refused_before(row.device)
        self._here, self._elsewhere = set[OfficerId](), set[OfficerId]()  # officers whom the bundle named so far

    def run(self, progress: Progress | None) -> Taken:
        """Take in everything that can be taken.

        Raises BundleDamaged, BundleTooLarge and what `progress` raises: then take it all back.
        """
        is_chain_broken = self._is_chain_broken()
        known = self._transaction.seen_bundle(self._row.id)
        is_doubled = known is not None and known.manifest_sha256 != self._row.manifest_sha256
        if known is None:
            self._transaction.add_bundle(self._row, needs_receipt=True)
        elif not is_doubled:  # of before a rescue
            self._transaction.renew_bundle(self._row)
        counts = self._reading.manifest.counts
        done, total = 0, counts.records + counts.blobs
        for batch in self._reading.batches(self._known(counts.revisions)):
            refused = self._take(batch)
            if refused and not is_doubled:  # lines of two bundles under one id cannot be told apart later
                self._transaction.quarantine(refused)
            done += len(batch.lines) + len(batch.rejects) + len(batch.blobs)
            if progress:
                progress(done, total)
        self._make_views(frozenset(self._tally.long))
        self._resist()
        if not self._is_rescue:
            self._transaction.note_thinnings(self._row, self._tally.thinned)
        if self._refused_before:
            self._transaction.settle(self._row, self._tally.healed)
        return self._taken(is_chain_broken=is_chain_broken or is_doubled)

    def _take(self, batch: Batch) -> list[QuarantineItem]:
        if self._is_rescue:
            return self._set_aside(batch)
        return self._keep_for_later(batch) if self._is_newer else self._take_batch(batch)

    def _known(self, revisions: int) -> Sequence[str]:
        """What a bundle that repeats others is likely to repeat: as many of the sender's last revisions as lie in it."""
        if self._is_rescue or self._is_newer:
            return ()
        return self._transaction.last_hashes(self._row.device, min(revisions, MOST_KNOWN))

    def _resist(self) -> None:
        """Content of people who are erased came and was dropped: its sender has to be told, and their copies go too."""
        if self._transaction.resisted:
            self._transaction.order_erasure(self._giver, self._row.device)
            self._transaction.drop_unnamed(self._tally.blobs)

    def _taken(self, *, is_chain_broken: bool) -> Taken:
        gone = self._tally.unseen | self._tally.erased
        touched = self._transaction.touched - gone
        scopes = list(self._tally.scopes.values())
        return Taken(
            touched=touched,
            unchanged=len(self._tally.scopes.keys() - touched - gone),
            without_name=scopes.count(Scope.OPEN),
            held_back=scopes.count(Scope.STUB),
            conflicts=len(self._tally.conflicts - gone),
            quarantined=tuple(self._tally.quarantined),
            gaps=tuple(one for one in self._transaction.coverage(self._row.device) if one.holes),
            forks=self._transaction.forks(self._row.device),
            is_chain_broken=is_chain_broken,
            erased=len(self._tally.erased),
        )

    def _set_aside(self, batch: Batch) -> list[QuarantineItem]:
        """Nobody knows in whose hands the sender is: people look at everything before any of it counts."""
        records = self._reading.manifest.counts.records
        refused = [
            self._item(number, AsideReason.REVOKED_SENDER, _id_of(line), line)
            for number, line in zip(batch.numbers, batch.lines, strict=True)
        ]
        self._tally.copies = max([self._tally.copies, *(one.line - records for one in batch.rejects)])
        refused += (replace(one, reason=AsideReason.REVOKED_SENDER) for one in put_aside(self._row.id, batch.rejects))
        for blob in batch.blobs:
            self._tally.copies += 1
            refused.append(self._item(records + self._tally.copies, AsideReason.REVOKED_SENDER, None, blob.content))
        self._tally.quarantined.extend(Rejected(item.line, item.reason) for item in refused)
        return refused

    def _keep_for_later(self, batch: Batch) -> list[QuarantineItem]:
        """The sender says that this program would misunderstand the answers; but erasing waits for nothing."""
        refused = put_aside(self._row.id, batch.rejects)
        came = [(number, line, one) for number, line, _, one in _revisions_in(batch)]
        strange = self._strange([one for *_, one in came])
        refused += (self._item(number, strange.get(one.id, NEWER_PROGRAM), one.id, line) for number, line, one in came)
        self._keep_copies(batch)
        refused += self._hear(batch)
        self._put_aside(refused)
        return refused

    def _keep_copies(self, batch: Batch) -> None:
        for blob in batch.blobs:
            self._transaction.add_blob(blob, self._row.imported_at)
            self._tally.blobs.append(blob.sha256)

    def _take_batch(self, batch: Batch) -> list[QuarantineItem]:
        """Store the revisions; gives what has to go to quarantine instead."""
        refused = put_aside(self._row.id, batch.rejects)
        taken: list[Revision] = []
        lines: dict[RevisionId, tuple[int, bytes]] = {}
        rows: list[tuple[Revision, Summary]] = []
        came = _revisions_in(batch)
        strange = self._strange([revision for *_, revision in came])
        for number, line, noted, revision in came:
            if reason := strange.get(revision.id):
                refused.append(self._item(number, reason, revision.id, line))
                continue
            taken.append(revision)
            if revision.id in self._refused_before:
                self._tally.healed.add(revision.id)
            lines[revision.id] = (number, line)
            self._tally.scopes[revision.profile] = revision.scope
            self._count(revision.profile)
            if noted and noted.row:
                rows.append((revision, noted.row))
        self._keep_copies(batch)
        counts = self._transaction.add_revisions(taken)
        for clash in counts.clashes:
            number, line = lines[clash]
            refused.append(self._item(number, AsideReason.CLASH, clash, line))
            self._tally.healed.discard(clash)
        self._save_views(taken, self._first_views(rows, counts.added))
        refused += self._hear(batch)
        self._put_aside(refused)
        return refused

    def _strange(self, came: Sequence[Revision]) -> dict[RevisionId, AsideReason]:
        """Revisions that the sender cannot have made, or not under this name; what is here already is not asked about again."""
        strange = {one.id: AsideReason.OTHER_DEVICE for one in came if one.device != self._row.device}
        own = [one for one in came if one.id not in strange]
        named = {one.officer for one in own} - self._here - self._elsewhere
        elsewhere = self._transaction.officers_elsewhere(self._row, named)
        self._here |= named - elsewhere
        self._elsewhere |= elsewhere
        claimed = [one.id for one in own if one.officer in self._elsewhere]
        known = self._transaction.known_among(claimed)
        return strange | {one: AsideReason.OTHER_OFFICER for one in claimed if one not in known}

    def _first_views(self, rows: Sequence[tuple[Revision, Summary]], added: Sequence[Revision]) -> dict[ProfileId, View]:
        """The views that the reader made already: of people of whom the revision that was just stored is all there is."""
        stored = {revision.id: revision for revision in added}
        new = [(revision, row) for revision, row in rows if stored.get(revision.id) is revision]
        alone = self._transaction.with_one_revision(revision.profile for revision, _ in new)
        return {one.profile: View(one.profile, row, 0, one.clock) for one, row in new if one.profile in alone}

    def _hear(self, batch: Batch) -> list[QuarantineItem]:
        """What the sender says of whole profiles, after what it says of its revisions; gives what it has no right to.

        What it erased is erased at once; what it removed from its own disk is noted when everything is in.
        """
        refused, allowed = list[QuarantineItem](), list[Tombstone]()
        for number, line in zip(batch.numbers, batch.lines, strict=True):
            record = None if is_revision_line(line) else record_from_valid_line(line)
            if isinstance(record, Thinning):
                self._tally.thinned.append(record)
            elif isinstance(record, Tombstone) and self._transaction.may_erase(self._row.device, record.profile):
                allowed.append(record)
            elif record is not None:
                refused.append(self._item(number, AsideReason.OTHER_DEVICE, None, line))
        if allowed:
            buried = self._transaction.erase(allowed, self._giver, self._row.device)
            self._tally.erased |= buried.erased
            self._make_views(buried.left)
        return refused

    def _item(self, line: int, reason: str, revision: RevisionId | None, untrusted_raw: bytes) -> QuarantineItem:
        return QuarantineItem(BundleId(self._row.id), line, reason, revision, untrusted_raw)

    def _put_aside(self, refused: Sequence[QuarantineItem]) -> None:
        """Note what goes to quarantine; refuse a bundle that would fill the disk with it."""
        self._tally.quarantined.extend(Rejected(item.line, item.reason) for item in refused)
        self._tally.refused_bytes += sum(len(item.untrusted_raw) for item in refused)
        if len(self._tally.quarantined) > self._limits.refused or self._tally.refused_bytes > self._limits.refused_bytes:
            raise BundleTooLarge

    def _count(self, profile: ProfileId) -> None:
        """Refuse a history that no person could have; only those that are long already are counted."""
        if profile in self._tally.long:
            self._tally.steps[profile] += 1
            if self._tally.steps[profile] > self._limits.steps:
                raise BundleTooLarge

    def _save_views(self, taken: Sequence[Revision], first: Mapping[ProfileId, View]) -> None:
        """Make the list rows of people anew, while the reader is busy with the next batch; a later batch may do so again."""
        self._transaction.save_views(list(first.values()))
        self._transaction.keep_joined({one.profile: [one] for one in taken if one.profile in first}, self._view)
        touched = {revision.profile for revision in taken} & self._transaction.touched
        self._make_views(touched - first.keys() - self._tally.long)

    def _make_views(self, touched: Collection[ProfileId]) -> None:
        """Somebody of whom only the existence came, because the person did not agree to more, is not counted."""
        seen = save_rows(self._transaction, self._questionnaire, self._today, touched)
        self._tally.unseen = (self._tally.unseen - set(touched)) | seen.unseen
        self._tally.conflicts = (self._tally.conflicts - set(touched)) | seen.conflicted
        self._tally.long.update(profile for profile, steps in seen.steps.items() if steps > _LONG)

    def _view(self, profile: ProfileId, revisions: Sequence[Revision]) -> View:
        return view_of(self._questionnaire, profile, revisions, self._today)

    def _is_chain_broken(self) -> bool:
        """Whether the sender signed two bundles with one number, or followed another bundle than the one that came here."""
        row, at = self._row, self._transaction.at_seq
        twins = [one for one in at(row.device, row.epoch, row.seq) if one.manifest_sha256 != row.manifest_sha256]
        before, after = at(row.device, row.epoch, row.seq - 1), at(row.device, row.epoch, row.seq + 1)
        follows = not before or any(one.manifest_sha256 == row.previous for one in before)
        is_followed = not after or any(one.previous == row.manifest_sha256 for one in after)
        return bool(twins) or not follows or not is_followed


def _revisions_in(batch: Batch) -> list[tuple[int, bytes, Noted | None, Revision]]:
    """The lines of a batch that are revisions: number, line, what the reader noted of it, and what it says."""
    return [
        (number, line, noted, revision_from_valid_line(line, noted))
        for number, line, noted in zip(batch.numbers, batch.lines, batch.notes, strict=True)
        if is_revision_line(line)
    ]


def _id_of(line: bytes) -> RevisionId | None:
    """The id of a valid line, if it is one of a revision."""
    return revision_from_valid_line(line).id if is_revision_line(line) else None
