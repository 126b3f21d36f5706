"""Tables about what goes back and forth between headquarters and laptops, and about who decides what at headquarters."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, Boolean, Column, Index, String, Text, Uuid
from sqlmodel import Field

from s2w_desktop.domain.erasing import ErasureReason
from s2w_desktop.storage.columns import UtcDateTime, WholeNumber, one_of
from s2w_desktop.storage.tables import Base, core


class ErasedTable(Base, table=True):
    """Profiles of which only the numbers are left, for good: whatever comes of them later comes in without its content.

    `device` decided it. The tombstone lies in the bundles `first_seq` to `last_seq` of this machine's `epoch` (0: in none yet).
    """

    __tablename__ = "erased"
    __table_args__ = (one_of("reason", ErasureReason),)

    profile: UUID = Field(sa_column=Column(Uuid, primary_key=True))
    device: UUID = Field(sa_column=Column(Uuid, nullable=False))
    reason: str = Field(sa_column=Column(String(12), nullable=False))
    erased_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    epoch: int = Field(sa_column=Column(WholeNumber, nullable=False))
    first_seq: int = Field(sa_column=Column(WholeNumber, nullable=False))
    last_seq: int = Field(sa_column=Column(WholeNumber, nullable=False))
    is_confirmed: bool = Field(sa_column=Column(Boolean, nullable=False))


class ThinnedTable(Base, table=True):
    """What a laptop says of a profile that it removed because headquarters has it, or that `is_here` again since.

    `knew` is the newest bundle of headquarters that the laptop had when it removed it. At the laptop the word lies in the bundles
    `first_seq` to `last_seq` of its `epoch` (0: in none yet); at headquarters these tell the bundle that brought its last word.
    """

    __tablename__ = "thinned"
    __table_args__ = (Index(None, "profile"),)

    device: UUID = Field(sa_column=Column(Uuid, primary_key=True))
    profile: UUID = Field(sa_column=Column(Uuid, primary_key=True))
    at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    is_here: bool = Field(sa_column=Column(Boolean, nullable=False))
    knew_epoch: int = Field(sa_column=Column(WholeNumber, nullable=False))
    knew_seq: int = Field(sa_column=Column(WholeNumber, nullable=False))
    epoch: int = Field(sa_column=Column(WholeNumber, nullable=False))
    first_seq: int = Field(sa_column=Column(WholeNumber, nullable=False))
    last_seq: int = Field(sa_column=Column(WholeNumber, nullable=False))
    is_confirmed: bool = Field(sa_column=Column(Boolean, nullable=False))


class OrderOutTable(Base, table=True):
    """Orders of headquarters to a device; each goes with every bundle for it until the device said that it heard of one.

    `epoch` and `first_seq` tell which bundle carried it first (0: none yet).
    """

    __tablename__ = "order_out"
    __table_args__ = (Index(None, "device"),)

    id: UUID = Field(sa_column=Column(Uuid, primary_key=True))
    device: UUID = Field(sa_column=Column(Uuid, nullable=False))
    kind: str = Field(sa_column=Column(String(20), nullable=False))
    profile: UUID | None = Field(sa_column=Column(Uuid))
    detail: str = Field(sa_column=Column(Text, nullable=False))
    officer: UUID = Field(sa_column=Column(Uuid, nullable=False))
    given_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    epoch: int = Field(sa_column=Column(WholeNumber, nullable=False))
    first_seq: int = Field(sa_column=Column(WholeNumber, nullable=False))
    is_heard: bool = Field(sa_column=Column(Boolean, nullable=False))


class OrderInTable(Base, table=True):
    """Orders that this machine followed, so that none is followed twice."""

    __tablename__ = "order_in"

    id: UUID = Field(sa_column=Column(Uuid, primary_key=True))
    kind: str = Field(sa_column=Column(String(20), nullable=False))
    profile: UUID | None = Field(sa_column=Column(Uuid))
    detail: str = Field(sa_column=Column(Text, nullable=False))
    followed_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))


class ShareTable(Base, table=True):
    """Profiles of which a device is to have what others said, and since when.

    `sent_digest` stands for the revisions that the receipt `sent_epoch`, `sent_seq` carried, `heard_digest` for those that the
    device is known to have; both are emptied when more is known of the profile. As long as the device lacks something,
    everything of the profile goes again.
    """

    __tablename__ = "share"
    __table_args__ = (Index(None, "profile"),)

    device: UUID = Field(sa_column=Column(Uuid, primary_key=True))
    profile: UUID = Field(sa_column=Column(Uuid, primary_key=True))
    reason: str = Field(sa_column=Column(String(12), nullable=False))
    since: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    sent_epoch: int = Field(sa_column=Column(WholeNumber, nullable=False))
    sent_seq: int = Field(sa_column=Column(WholeNumber, nullable=False))
    sent_digest: str = Field(sa_column=Column(String(64), nullable=False))
    heard_digest: str = Field(sa_column=Column(String(64), nullable=False))


class RejectionTable(Base, table=True):
    """Own revisions that headquarters could not take, and why; `receipt` told so last.

    `answered_seq` once a later revision says all of it again: the last bundle made before that. From then on only the number
    of the refused one is sent, so the row stays.
    """

    __tablename__ = "rejection"
    __table_args__ = (Index(None, "profile"),)

    revision: UUID = Field(sa_column=Column(Uuid, primary_key=True))
    profile: UUID = Field(sa_column=Column(Uuid, nullable=False))
    reason: str = Field(sa_column=Column(String(40), nullable=False))
    receipt: UUID = Field(sa_column=Column(Uuid, nullable=False))
    told_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    answered_seq: int | None = Field(sa_column=Column(WholeNumber))


class HeardTable(Base, table=True):
    """The last bundle of headquarters that was followed: at a laptop by itself, at headquarters by each laptop's word.

    At a laptop `device` is headquarters', at headquarters the laptop's; `epoch` and `seq` are headquarters' in both.
    """

    __tablename__ = "heard"

    device: UUID = Field(sa_column=Column(Uuid, primary_key=True))
    epoch: int = Field(sa_column=Column(WholeNumber, nullable=False))
    seq: int = Field(sa_column=Column(BigInteger, nullable=False))


class MatterTable(Base, table=True):
    """What people noted about a matter of the inbox (a gap, a fork …), which itself is found anew each time."""

    __tablename__ = "matter"

    kind: str = Field(sa_column=Column(String(20), primary_key=True))
    key: str = Field(sa_column=Column(Text, primary_key=True))
    owner: UUID | None = Field(sa_column=Column(Uuid))
    note: str = Field(sa_column=Column(Text, nullable=False))
    closed_at: datetime | None = Field(sa_column=Column(UtcDateTime))
    closed_by: UUID | None = Field(sa_column=Column(Uuid))


class ClaimTable(Base, table=True):
    """Who works on a conflict or on two people who may be one, so that two reviewers do not do the same."""

    __tablename__ = "claim"

    kind: str = Field(sa_column=Column(String(20), primary_key=True))
    subject: str = Field(sa_column=Column(Text, primary_key=True))
    officer: UUID = Field(sa_column=Column(Uuid, nullable=False))
    taken_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))


class OldIdentityTable(Base, table=True):
    """Keys of this machine that were replaced: bundles written to the reading key still open, and the signing key signs what
    goes to a machine that does not know the new one yet."""

    __tablename__ = "old_identity"

    recipient: str = Field(sa_column=Column(Text, primary_key=True))
    identity: str = Field(sa_column=Column(Text, nullable=False), repr=False)
    signing_secret: str = Field(sa_column=Column(Text, nullable=False), repr=False)
    signing_key: str = Field(sa_column=Column(Text, nullable=False))
    retired_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))


class PeerKeyTable(Base, table=True):
    """Signing keys that a machine on the other side had before: what is under way with them still counts for a while."""

    __tablename__ = "peer_key"

    signing_key: str = Field(sa_column=Column(Text, primary_key=True))
    device: UUID = Field(sa_column=Column(Uuid, nullable=False))
    until: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))


class ApprovalTable(Base, table=True):
    """What needs two people: who asked for it, and who agreed."""

    __tablename__ = "approval"

    id: UUID = Field(sa_column=Column(Uuid, primary_key=True))
    act: str = Field(sa_column=Column(String(40), nullable=False))
    subject: str = Field(sa_column=Column(Text, nullable=False))
    asked_by: UUID = Field(sa_column=Column(Uuid, nullable=False))
    asked_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    approved_by: UUID | None = Field(sa_column=Column(Uuid))
    approved_at: datetime | None = Field(sa_column=Column(UtcDateTime))


class AuthorTable(Base, table=True):
    """At which machine an officer of another machine works, and since when it is known."""

    __tablename__ = "author"

    officer: UUID = Field(sa_column=Column(Uuid, primary_key=True))
    device: UUID = Field(sa_column=Column(Uuid, nullable=False))
    named_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))


erased = core(ErasedTable)
thinned = core(ThinnedTable)
order_out = core(OrderOutTable)
order_in = core(OrderInTable)
share = core(ShareTable)
rejection = core(RejectionTable)
heard = core(HeardTable)
matter = core(MatterTable)
claim = core(ClaimTable)
old_identity = core(OldIdentityTable)
peer_key = core(PeerKeyTable)
approval = core(ApprovalTable)
author = core(AuthorTable)
