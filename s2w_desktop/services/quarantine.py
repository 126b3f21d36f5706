"""Ending the wait of records that were put aside: a person takes them in after all, sends them back, or discards them."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from s2w_desktop.bundle.manifest import Kind
from s2w_desktop.bundle.record_types import LineRefused, Reason, Record
from s2w_desktop.bundle.records import LineReader, is_revision_line, record_from_valid_line, revision_from_valid_line
from s2w_desktop.domain.duties import Act
from s2w_desktop.domain.erasing import Tombstone
from s2w_desktop.domain.files import MOST_FILE_BYTES, Blob, kind_of
from s2w_desktop.domain.ids import BundleId, ProfileId, RevisionId
from s2w_desktop.domain.putting_aside import NEWER_PROGRAM, AsideReason, SendBack, is_for_the_officer
from s2w_desktop.domain.revisions import Revision
from s2w_desktop.services.approvals import Approvals
from s2w_desktop.services.intake import Rejected
from s2w_desktop.services.keeping import Editors
from s2w_desktop.services.permits import Permits
from s2w_desktop.services.seeing import save_rows
from s2w_desktop.storage.bundle_values import QuarantineItem
from s2w_desktop.storage.exchange_values import Giver
from s2w_desktop.storage.inbox import ImportTransaction
from s2w_desktop.storage.quarantine import Kept

_START_OF_LINE = b"{"


@dataclass(frozen=True)
class Released:
    """How many records were taken in, and which still cannot be: they go on waiting."""

    taken: int
    refused: tuple[Rejected, ...]


class Quarantine:
    """Looks at records that wait, and ends their wait."""

    def __init__(self, editors: Editors, approvals: Approvals) -> None:
        self._editors = editors
        self._approvals = approvals

    def waiting(self, bundle: BundleId, reason: str) -> tuple[Kept, ...]:
        """Records of a bundle that were put aside for one reason, without what they say."""
        return self._editors.store.quarantine.waiting(bundle, reason)

    def take_held_up(self) -> int:
        """Take in what waited for a newer program, if this is one; gives how many records that were.

        Nobody has to agree: nothing was wrong with them. What this program refuses waits on, for the reason that it found.
        """
        questionnaire, taken = self._editors.questionnaire, 0
        for bundle in self._editors.store.quarantine.held_up(NEWER_PROGRAM, questionnaire.version):
            with self._editors.store.inbox.transaction() as transaction:
                released = _Release(transaction, self._editors, bundle).run(
                    NEWER_PROGRAM, self._chosen(bundle, NEWER_PROGRAM, None)
                )
                for one in released.refused:
                    transaction.wait_for(bundle, one.line, one.reason)
            taken += released.taken
        return taken

    def release(self, bundle: BundleId, reason: str, lines: Collection[int] | None = None) -> Released:
        """Check records again and take in what can be taken: all of one reason, or those with these numbers.

        Their form is checked as by a reader; only who sent them does not count. What needs a newer program is refused whoever
        agrees. Raises NotPermitted, SecondPersonNeeded.
        """
        if reason == NEWER_PROGRAM:
            Permits(self._editors.store, self._editors.officer).require(Act.RELEASE_QUARANTINE)
            return Released(0, tuple(Rejected(line, reason) for line in sorted(self._chosen(bundle, reason, lines))))
        with (
            self._approvals.agreed(Act.RELEASE_QUARANTINE, _subject("release", bundle, reason)),
            self._editors.store.inbox.transaction() as transaction,
        ):
            return _Release(transaction, self._editors, bundle).run(reason, self._chosen(bundle, reason, lines))

    def discard(self, bundle: BundleId, reason: str, lines: Collection[int] | None = None) -> int:
        """Never take these in; what they say is removed. Gives how many there were. Raises NotPermitted, SecondPersonNeeded."""
        with (
            self._approvals.agreed(Act.RELEASE_QUARANTINE, _subject("discard", bundle, reason)),
            self._editors.store.inbox.transaction() as transaction,
        ):
            return transaction.end_wait(bundle, self._chosen(bundle, reason, lines))

    def send_back(self, bundle: BundleId, reason: str, asked: SendBack) -> int:
        """Let the laptop's next receipt ask for this instead of telling the reason; gives how many records that concerns.

        They wait on until a later bundle brings them. Nothing changes for records that the officer cannot mend, and for those
        that show no number. Raises NotPermitted.
        """
        Permits(self._editors.store, self._editors.officer).require(Act.HANDLE_MATTERS)
        if not is_for_the_officer(reason):
            return 0
        with self._editors.store.inbox.transaction() as transaction:
            lines = [one.line for one in self.waiting(bundle, reason) if one.revision is not None]
            for line in lines:
                transaction.wait_for(bundle, line, asked)
            if lines:
                transaction.ask_receipt_again(bundle)
        return len(lines)

    def _chosen(self, bundle: BundleId, reason: str, lines: Collection[int] | None) -> frozenset[int]:
        known = frozenset(one.line for one in self.waiting(bundle, reason))
        return known if lines is None else known & frozenset(lines)


class _Release:
    """One release, inside one transaction."""

    def __init__(self, transaction: ImportTransaction, editors: Editors, bundle: BundleId) -> None:
        self._transaction = transaction
        self._editors = editors
        self._bundle = bundle
        self._reader = LineReader(kind=Kind.PROFILES, questionnaire=editors.questionnaire)
        self._now = editors.sources.now()
        self._taken: list[int] = []
        self._refused: list[Rejected] = []

    def run(self, reason: str, lines: Collection[int]) -> Released:
        """Take in what can be taken."""
        for items in self._transaction.waiting(self._bundle, reason, lines):
            self._take(items)
        self._transaction.end_wait(self._bundle, self._taken)
        return Released(len(self._taken), tuple(self._refused))

    def _take(self, items: Sequence[QuarantineItem]) -> None:
        revisions: list[tuple[int, Revision]] = []
        for item in items:
            raw = item.untrusted_raw
            if not raw.startswith(_START_OF_LINE):
                self._take_copy(item.line, raw)
            elif (reason := self._fault(raw)) is not None:
                self._refused.append(Rejected(item.line, reason.value))
            elif is_revision_line(raw):
                revisions.append((item.line, revision_from_valid_line(raw)))
            else:
                self._hear(item.line, record_from_valid_line(raw))
        self._add(revisions)

    def _fault(self, untrusted_line: bytes) -> Reason | None:
        try:
            self._reader.check(untrusted_line)
        except LineRefused as refused:
            return refused.reason
        return None

    def _add(self, revisions: Sequence[tuple[int, Revision]]) -> None:
        first: dict[RevisionId, Revision] = {}
        came = [one for _, one in revisions if first.setdefault(one.id, one).hash() == one.hash()]
        clashes = set(self._transaction.add_revisions(came).clashes)
        for line, one in revisions:
            if one.id in clashes or first[one.id].hash() != one.hash():
                self._refused.append(Rejected(line, AsideReason.CLASH))
            else:
                self._taken.append(line)
        self._save_rows({revision.profile for revision in came} & self._transaction.touched)

    def _save_rows(self, profiles: Collection[ProfileId]) -> None:
        save_rows(self._transaction, self._editors.questionnaire, self._editors.sources.today(), profiles)

    def _take_copy(self, line: int, untrusted: bytes) -> None:
        kind = kind_of(untrusted)
        if kind is None or len(untrusted) > MOST_FILE_BYTES:
            self._refused.append(Rejected(line, Reason.BLOB_KIND.value))
            return
        self._transaction.add_blob(Blob(hashlib.sha256(untrusted).hexdigest(), kind, untrusted), self._now)
        self._taken.append(line)

    def _hear(self, line: int, record: Record) -> None:
        """Of what the sender removed from its own disk nothing is believed any more: nobody knows in whose hands it is."""
        if isinstance(record, Tombstone):
            self._bury(record)
        self._taken.append(line)

    def _bury(self, tombstone: Tombstone) -> None:
        giver = Giver(self._editors.officer, self._now, self._editors.sources.new_id)
        buried = self._transaction.erase([tombstone], giver, self._editors.store.stations.station().device)
        self._save_rows(buried.left)


def _subject(what: str, bundle: BundleId, reason: str) -> str:
    """What a second person agrees to: the same wish has the same name."""
    return f"{what} {bundle} {reason}"
