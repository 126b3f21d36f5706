"""The yearly proof that the recovery key in the safe opens what laptops send (threats-reliability-speed TM-11)."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Final
from uuid import UUID

from s2w_desktop.bundle.age import Identity, decrypt, encrypt
from s2w_desktop.bundle.manifest import Kind
from s2w_desktop.domain.duties import Act
from s2w_desktop.domain.errors import WrongKey, WrongRole
from s2w_desktop.domain.exchange_errors import NoRecoveryKey, OtherRecoveryKey
from s2w_desktop.domain.ids import OfficerId
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.enrolment import own_record
from s2w_desktop.services.importing import Importing
from s2w_desktop.services.key_files import read_recovery_key, typed_recovery_key
from s2w_desktop.services.permits import Permits
from s2w_desktop.services.setup import RECOVERY_FACT
from s2w_desktop.services.sources import Sources
from s2w_desktop.storage.store import Store

REHEARSED_FACT: Final = "recovery_rehearsed"
EVERY: Final = timedelta(days=365)


@dataclass(frozen=True)
class Rehearsal:
    """When the recovery key last opened a sample, and who had it in hand; `recipient` is its public part."""

    at: datetime
    officer: OfficerId
    recipient: str


class Rehearsals:
    """Tries the recovery key out. Its secret is in memory while it is tried, and is never kept."""

    def __init__(self, *, store: Store, importing: Importing, permits: Permits, sources: Sources) -> None:
        self._store = store
        self._importing = importing
        self._permits = permits
        self._sources = sources

    def last(self) -> Rehearsal | None:
        """The last one that succeeded, with whatever key was in force then."""
        noted = self._store.facts.get(REHEARSED_FACT)
        if noted is None:
            return None
        at, officer, recipient = noted.split(" ")
        return Rehearsal(datetime.fromisoformat(at), OfficerId(UUID(officer)), recipient)

    def has_key(self) -> bool:
        """Whether this headquarters has a recovery key at all."""
        return bool(self._store.facts.get(RECOVERY_FACT))

    def is_due(self) -> bool:
        """Whether the present recovery key was not tried for a year, or never."""
        recipient, last = self._store.facts.get(RECOVERY_FACT), self.last()
        if recipient is None:
            return False
        return last is None or last.recipient != recipient or self._sources.now() - last.at > EVERY

    def rehearse_file(self, path: Path, passphrase: str, sample: Path | None = None) -> Rehearsal:
        """With the file that `keygen recovery` made. Raises FileUnreadable, WrongPassphrase, and as `rehearse`."""
        return self._rehearse(read_recovery_key(path, passphrase), sample)

    def rehearse(self, untrusted_secret: str, sample: Path | None = None) -> Rehearsal:
        """With a key as it is typed from paper; letters may be small, and spaces stand between them.

        Opens a sample that is sealed for it as laptops seal theirs, or the bundle `sample`, down to its signature.
        Raises NotPermitted, WrongRole, NoRecoveryKey, KeyFileDamaged (a slip or damage), OtherRecoveryKey (a whole key, but
        not ours), and what opening the bundle raises.
        """
        return self._rehearse(typed_recovery_key(untrusted_secret), sample)

    def _rehearse(self, identity: Identity, sample: Path | None) -> Rehearsal:
        self._permits.require(Act.REHEARSE_RECOVERY)
        if self._store.stations.station().role is not Role.HEADQUARTERS:
            raise WrongRole
        recipient = self._store.facts.get(RECOVERY_FACT)
        if recipient is None:
            raise NoRecoveryKey
        if identity.recipient != recipient:
            raise OtherRecoveryKey
        if sample is None:
            _open_made(own_record(self._store).recipients, identity)
        else:
            with self._importing.opened(sample, frozenset({Kind.PROFILES}), identity=identity.text):
                pass
        done = Rehearsal(self._sources.now(), self._permits.officer, recipient)
        self._store.facts.set(REHEARSED_FACT, f"{done.at.isoformat()} {done.officer} {done.recipient}")
        return done


def _open_made(recipients: tuple[str, ...], identity: Identity) -> None:
    """Seal chance bytes for the recipients that laptops are told, and open them with the one key. Raises WrongKey."""
    made, sealed, opened = secrets.token_bytes(1024), BytesIO(), BytesIO()
    encrypt([made], sealed.write, recipients)
    sealed.seek(0)
    decrypt(sealed, opened.write, [identity])
    if opened.getvalue() != made:
        raise WrongKey
