"""A revision: one immutable step in the history of a profile.

Its content is held in two parts, open and protected (sensitivity of the fields), each bound to the revision by a salted
SHA-256. So a revision can travel whole, without its protected part, or as a bare stub, and stay the same revision with the
same hash: consent decides how much leaves the laptop, numbering has no holes, and a part that comes later still fits.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property
from uuid import UUID

from s2w_desktop.domain.canonical import Plain, canonical
from s2w_desktop.domain.fields import FieldSpec, Questionnaire
from s2w_desktop.domain.ids import DeviceId, OfficerId, ProfileId, RevisionId

Changes = Mapping[str, Plain]

MOST_PARENTS = 256
"""Revisions that one may follow."""


class Scope(Enum):
    """How much of a revision leaves the laptop."""

    FULL = "full"
    OPEN = "open"
    STUB = "stub"


@dataclass(frozen=True)
class Part:
    """Changes with the salt that keeps their digest from being guessed, held as the canonical text of `of`.

    That text is what is digested, stored and sent, so it is made once and passed on; only who looks inside has it parsed.
    """

    text: bytes

    @classmethod
    def of(cls, salt: str, changes: Changes) -> "Part":
        """The part of these changes."""
        return cls(canonical({"salt": salt, "set": dict(changes)}))

    @classmethod
    def parsed(cls, text: bytes, plain: dict[str, Plain]) -> "Part":
        """The part of a text whose value the caller has at hand, so that it need not be parsed again."""
        part = cls(text)
        part.__dict__["plain"] = plain  # where `cached_property` keeps it
        return part

    @property
    def changes(self) -> Changes:
        """What the part sets, by path."""
        changes = self.plain["set"]
        return changes if isinstance(changes, dict) else {}

    @cached_property
    def plain(self) -> dict[str, Plain]:
        """The value of the text."""
        plain: dict[str, Plain] = json.loads(self.text)
        return plain

    def digest(self) -> str:
        """SHA-256 in hex over the canonical form."""
        return hashlib.sha256(self.text).hexdigest()


@dataclass(frozen=True)
class Revision:
    """One step: who, where, after which steps, and what it set. `lseq` counts 1, 2, 3 … per device and epoch."""

    id: RevisionId
    profile: ProfileId
    parents: tuple[RevisionId, ...]
    device: DeviceId
    epoch: int
    lseq: int
    officer: OfficerId
    clock: int
    schema: int
    open_digest: str
    protected_digest: str
    open: Part | None
    protected: Part | None

    def head(self) -> dict[str, Plain]:
        """What stays the same however much of the content travels."""
        return {
            "id": str(self.id),
            "profile": str(self.profile),
            "parents": [str(parent) for parent in self.parents],
            "device": str(self.device),
            "epoch": self.epoch,
            "lseq": self.lseq,
            "officer": str(self.officer),
            "clock": self.clock,
            "schema": self.schema,
            "open_digest": self.open_digest,
            "protected_digest": self.protected_digest,
        }

    def hash(self) -> str:
        """SHA-256 in hex over the canonical head; through the digests it binds the content too."""
        return self._hash

    @cached_property
    def _hash(self) -> str:
        return hashlib.sha256(canonical(self.head())).hexdigest()

    def with_canonical_head(self, text: bytes) -> "Revision":
        """This revision, whose canonical head the caller has at hand, so that its hash is made of that."""
        self.__dict__["_hash"] = hashlib.sha256(text).hexdigest()  # where `cached_property` keeps it
        return self

    @property
    def scope(self) -> Scope:
        """How much of the content is present."""
        if self.open is None:
            return Scope.STUB
        return Scope.OPEN if self.protected is None else Scope.FULL

    def cut_to(self, scope: Scope) -> "Revision":
        """The same revision with only as much content as a scope allows."""
        if scope is Scope.FULL:
            return self
        return replace(
            self,
            open=None if scope is Scope.STUB else self.open,
            protected=None,
        )

    def changes(self) -> dict[str, Plain]:
        """Everything present that the revision sets."""
        return {**(self.open.changes if self.open else {}), **(self.protected.changes if self.protected else {})}


@dataclass(frozen=True)
class Origin:
    """Where a new revision comes from."""

    device: DeviceId
    epoch: int
    lseq: int
    officer: OfficerId
    clock: int


def make_revision(
    *,
    questionnaire: Questionnaire,
    profile: ProfileId,
    parents: tuple[RevisionId, ...],
    origin: Origin,
    changes: Changes,
    new_id: Callable[[], UUID],
    new_salt: Callable[[], str],
) -> Revision:
    """A revision of the changes, parted by the sensitivity that the questionnaire declares."""
    hidden = {path: plain for path, plain in changes.items() if is_protected(questionnaire, path)}
    shown = {path: plain for path, plain in changes.items() if path not in hidden}
    open_part, protected_part = Part.of(new_salt(), shown), Part.of(new_salt(), hidden)
    return Revision(
        id=RevisionId(new_id()),
        profile=profile,
        parents=tuple(sorted(parents)),
        device=origin.device,
        epoch=origin.epoch,
        lseq=origin.lseq,
        officer=origin.officer,
        clock=origin.clock,
        schema=questionnaire.version,
        open_digest=open_part.digest(),
        protected_digest=protected_part.digest(),
        open=open_part,
        protected=protected_part,
    )


def is_protected(questionnaire: Questionnaire, path: str) -> bool:
    """Whether a path belongs to the protected part; what is not known is protected."""
    if path.endswith("."):
        return False
    try:
        spec: FieldSpec = questionnaire.spec(path)
    except KeyError:
        return True
    return spec.sensitivity.is_protected
