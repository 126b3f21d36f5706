"""The tables of the store, declared with SQLModel. Statements use them as Core tables; no row object leaves this package.

Truth stands in `revision` (immutable, a set that only grows) and `working` (open edits). `profile` can be rebuilt from them.
`dispatch` tells how far each own revision has travelled. `blob` holds copies of documents, `blob_use` which revisions name them.
"""

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Computed,
    ForeignKey,
    Index,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
    text,
)
from sqlmodel import Field, SQLModel

from s2w_desktop.domain.files import FileKind
from s2w_desktop.domain.revisions import Scope
from s2w_desktop.domain.stations import Role
from s2w_desktop.storage.columns import NAMING, PlainJson, UtcDateTime, WholeNumber, one_of

HANDOVER_RULE = (
    "CASE WHEN conflicts > 0 OR is_rejected OR is_contested THEN 'needs_you' "
    "WHEN is_open OR is_unsent THEN 'here' WHEN is_unconfirmed THEN 'in_bundle' ELSE 'received' END"
)
LINKS = {link: f"{link} IS NOT NULL" for link in ("same_as", "joined_into")}
"""Few profiles have one; an index of all would be taken for a short way to those that have none."""


class Base(SQLModel):
    """Root of the tables, with metadata of their own."""

    metadata: ClassVar[MetaData] = MetaData(naming_convention=NAMING)


class StationTable(Base, table=True):
    """This store's own facts, one row."""

    __tablename__ = "station"
    __table_args__ = (CheckConstraint("id = 1", name="one"), one_of("role", Role))

    id: int = Field(sa_column=Column(WholeNumber, primary_key=True, autoincrement=False))
    role: str = Field(sa_column=Column(String(8), nullable=False))
    organisation: str = Field(sa_column=Column(Text, nullable=False))
    centre: str = Field(sa_column=Column(Text, nullable=False))
    device: UUID = Field(sa_column=Column(Uuid, nullable=False))
    device_name: str = Field(sa_column=Column(Text, nullable=False))
    epoch: int = Field(sa_column=Column(WholeNumber, nullable=False))
    country: str = Field(sa_column=Column(String(2), nullable=False))
    host_country: str = Field(sa_column=Column(String(3), nullable=False))
    host_language: str = Field(sa_column=Column(String(3), nullable=False))
    training: bool = Field(sa_column=Column(Boolean, nullable=False))


class OwnKeysTable(Base, table=True):
    """Secret keys of this machine, one row."""

    __tablename__ = "own_keys"
    __table_args__ = (CheckConstraint("id = 1", name="one"),)

    id: int = Field(sa_column=Column(WholeNumber, primary_key=True, autoincrement=False))
    signing_secret: str = Field(sa_column=Column(Text, nullable=False), repr=False)
    signing_key: str = Field(sa_column=Column(Text, nullable=False))
    identity: str = Field(sa_column=Column(Text, nullable=False), repr=False)
    recipient: str = Field(sa_column=Column(Text, nullable=False))


class OfficerTable(Base, table=True):
    """Who worked here; kept after they left, because revisions name them."""

    __tablename__ = "officer"

    id: UUID = Field(sa_column=Column(Uuid, primary_key=True))
    name: str = Field(sa_column=Column(Text, nullable=False))
    added_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    removed_at: datetime | None = Field(sa_column=Column(UtcDateTime))
    duties: str = Field(sa_column=Column(Text, nullable=False, server_default=""))


class PeerTable(Base, table=True):
    """Machines on the other side."""

    __tablename__ = "peer"
    __table_args__ = (one_of("role", Role),)

    device: UUID = Field(sa_column=Column(Uuid, primary_key=True))
    role: str = Field(sa_column=Column(String(8), nullable=False))
    organisation: str = Field(sa_column=Column(Text, nullable=False))
    centre: str = Field(sa_column=Column(Text, nullable=False))
    name: str = Field(sa_column=Column(Text, nullable=False))
    signing_key: str = Field(sa_column=Column(Text, nullable=False))
    recipients: list[str] = Field(sa_column=Column(PlainJson, nullable=False))
    enrolled_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    revoked_at: datetime | None = Field(sa_column=Column(UtcDateTime))
    lost_since: datetime | None = Field(sa_column=Column(UtcDateTime))


class FactTable(Base, table=True):
    """Small settings by name."""

    __tablename__ = "fact"

    name: str = Field(sa_column=Column(String(80), primary_key=True))
    value: str = Field(sa_column=Column(Text, nullable=False))


class CounterTable(Base, table=True):
    """Numbers that only rise: last revision number and bundle number of the epoch, last clock reading."""

    __tablename__ = "counter"

    name: str = Field(sa_column=Column(String(20), primary_key=True))
    value: int = Field(sa_column=Column(BigInteger, nullable=False))


class ProfileTable(Base, table=True):
    """What lists and figures need. The hand-over state is computed from facts, so it cannot contradict them.

    `same_as` is the profile that this one names as the same person, `joined_into` the one under which that person is listed.
    `received_at`, at a laptop: since when it knows that headquarters has all of it, or got something of it from there last.
    """

    __tablename__ = "profile"
    __table_args__ = (
        one_of("scope", Scope),
        Index(None, "changed"),
        Index(None, "case_number"),
        *(Index(None, link, sqlite_where=text(rule), postgresql_where=text(rule)) for link, rule in LINKS.items()),
    )

    id: UUID = Field(sa_column=Column(Uuid, primary_key=True))
    changed: int = Field(sa_column=Column(BigInteger, nullable=False))
    answered: int = Field(sa_column=Column(WholeNumber, nullable=False))
    asked: int = Field(sa_column=Column(WholeNumber, nullable=False))
    remarks: int = Field(sa_column=Column(WholeNumber, nullable=False))
    conflicts: int = Field(sa_column=Column(WholeNumber, nullable=False))
    is_finished: bool = Field(sa_column=Column(Boolean, nullable=False))
    is_open: bool = Field(sa_column=Column(Boolean, nullable=False))
    is_unsent: bool = Field(sa_column=Column(Boolean, nullable=False))
    is_unconfirmed: bool = Field(sa_column=Column(Boolean, nullable=False))
    is_rejected: bool = Field(sa_column=Column(Boolean, nullable=False))
    is_contested: bool = Field(sa_column=Column(Boolean, nullable=False))
    handover: str = Field(sa_column=Column(String(10), Computed(HANDOVER_RULE, persisted=True), nullable=False))
    bundle_seq: int = Field(sa_column=Column(WholeNumber, nullable=False))
    scope: str = Field(sa_column=Column(String(4), nullable=False))
    sends_copies: str = Field(sa_column=Column(Text, nullable=False))
    case_number: str = Field(sa_column=Column(Text, nullable=False))
    name: str = Field(sa_column=Column(Text, nullable=False))
    name_key: str = Field(sa_column=Column(Text, nullable=False))
    person_language: str = Field(sa_column=Column(Text, nullable=False))
    officer_language: str = Field(sa_column=Column(Text, nullable=False))
    centre: str = Field(sa_column=Column(Text, nullable=False))
    stage: str = Field(sa_column=Column(Text, nullable=False))
    sex: str = Field(sa_column=Column(Text, nullable=False))
    nationality: str = Field(sa_column=Column(Text, nullable=False))
    school_level: str = Field(sa_column=Column(Text, nullable=False))
    occupation: str = Field(sa_column=Column(Text, nullable=False))
    first_goal: str = Field(sa_column=Column(Text, nullable=False))
    search_text: str = Field(sa_column=Column(Text, nullable=False))
    same_as: UUID | None = Field(sa_column=Column(Uuid))
    joined_into: UUID | None = Field(sa_column=Column(Uuid))
    received_at: datetime | None = Field(sa_column=Column(UtcDateTime))


class RevisionTable(Base, table=True):
    """All revisions known here. Not unique in (device, epoch, lseq): a fork is data too, and merging stays a set union."""

    __tablename__ = "revision"
    __table_args__ = (Index(None, "profile"), Index(None, "device", "epoch", "lseq"))

    id: UUID = Field(sa_column=Column(Uuid, primary_key=True))
    profile: UUID = Field(sa_column=Column(Uuid, nullable=False))
    device: UUID = Field(sa_column=Column(Uuid, nullable=False))
    epoch: int = Field(sa_column=Column(WholeNumber, nullable=False))
    lseq: int = Field(sa_column=Column(BigInteger, nullable=False))
    officer: UUID = Field(sa_column=Column(Uuid, nullable=False))
    clock: int = Field(sa_column=Column(BigInteger, nullable=False))
    schema_version: int = Field(sa_column=Column(WholeNumber, nullable=False))
    hash: str = Field(sa_column=Column(String(64), nullable=False))
    open_digest: str = Field(sa_column=Column(String(64), nullable=False))
    protected_digest: str = Field(sa_column=Column(String(64), nullable=False))
    parents: str = Field(sa_column=Column(Text, nullable=False))
    open_text: str | None = Field(sa_column=Column(Text))
    protected_text: str | None = Field(sa_column=Column(Text))


class WorkingTable(Base, table=True):
    """Edits of one officer that are not yet a revision; written by every autosave."""

    __tablename__ = "working"

    profile: UUID = Field(sa_column=Column(Uuid, primary_key=True))
    officer: UUID = Field(sa_column=Column(Uuid, primary_key=True))
    clock: int = Field(sa_column=Column(BigInteger, nullable=False))
    parents: str = Field(sa_column=Column(Text, nullable=False))
    changes: str = Field(sa_column=Column(Text, nullable=False))


class DispatchTable(Base, table=True):
    """How far an own revision travelled: in which bundles of this epoch it lies at which scope, and what HQ confirmed."""

    __tablename__ = "dispatch"
    __table_args__ = (one_of("sent_scope", Scope), one_of("confirmed_scope", Scope))

    revision: UUID = Field(sa_column=Column(Uuid, ForeignKey("revision.id"), primary_key=True))
    sent_scope: str = Field(sa_column=Column(String(4), nullable=False))
    first_seq: int = Field(sa_column=Column(WholeNumber, nullable=False))
    last_seq: int = Field(sa_column=Column(WholeNumber, nullable=False))
    confirmed_scope: str | None = Field(sa_column=Column(String(4)))


class BundleOutTable(Base, table=True):
    """Bundles made here. `is_written`: the file reached its place; `has_arrived`: headquarters said that it has it."""

    __tablename__ = "bundle_out"
    __table_args__ = (UniqueConstraint("epoch", "seq"),)

    id: UUID = Field(sa_column=Column(Uuid, primary_key=True))
    epoch: int = Field(sa_column=Column(WholeNumber, nullable=False))
    seq: int = Field(sa_column=Column(WholeNumber, nullable=False))
    kind: str = Field(sa_column=Column(String(20), nullable=False))
    to_device: UUID | None = Field(sa_column=Column(Uuid))
    created_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    manifest_sha256: str = Field(sa_column=Column(String(64), nullable=False))
    file_sha256: str = Field(sa_column=Column(String(64), nullable=False))
    file_name: str = Field(sa_column=Column(Text, nullable=False))
    size_bytes: int = Field(sa_column=Column(BigInteger, nullable=False))
    records: int = Field(sa_column=Column(WholeNumber, nullable=False))
    is_written: bool = Field(sa_column=Column(Boolean, nullable=False))
    has_arrived: bool = Field(sa_column=Column(Boolean, nullable=False))


class BundleInTable(Base, table=True):
    """Bundles taken in. `receipted_by` is the receipt bundle that last answered; `written_to` names the keys that open it.

    `min_schema` is the oldest questionnaire by which its records can be understood.
    """

    __tablename__ = "bundle_in"
    __table_args__ = (Index(None, "file_sha256"), Index(None, "device", "epoch", "seq"))

    id: UUID = Field(sa_column=Column(Uuid, primary_key=True))
    kind: str = Field(sa_column=Column(String(20), nullable=False))
    device: UUID = Field(sa_column=Column(Uuid, nullable=False))
    epoch: int = Field(sa_column=Column(WholeNumber, nullable=False))
    seq: int = Field(sa_column=Column(WholeNumber, nullable=False))
    previous: str = Field(sa_column=Column(String(64), nullable=False))
    manifest_sha256: str = Field(sa_column=Column(String(64), nullable=False))
    file_sha256: str = Field(sa_column=Column(String(64), nullable=False))
    created_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    imported_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    records: int = Field(sa_column=Column(WholeNumber, nullable=False))
    is_receipt_due: bool = Field(sa_column=Column(Boolean, nullable=False))
    receipted_by: UUID | None = Field(sa_column=Column(Uuid))
    written_to: str = Field(sa_column=Column(Text, nullable=False, server_default=""))
    min_schema: int = Field(sa_column=Column(WholeNumber, nullable=False, server_default="1"))


class QuarantineTable(Base, table=True):
    """Lines that could not be taken, kept as they came, inside the encrypted store only."""

    __tablename__ = "quarantine"

    bundle: UUID = Field(sa_column=Column(Uuid, ForeignKey("bundle_in.id"), primary_key=True))
    line: int = Field(sa_column=Column(WholeNumber, primary_key=True, autoincrement=False))
    reason: str = Field(sa_column=Column(String(40), nullable=False))
    revision: UUID | None = Field(sa_column=Column(Uuid))
    raw: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    is_resolved: bool = Field(sa_column=Column(Boolean, nullable=False))


class AcknowledgementTable(Base, table=True):
    """The newest word of headquarters on what it has of each device and epoch."""

    __tablename__ = "acknowledgement"

    device: UUID = Field(sa_column=Column(Uuid, primary_key=True))
    epoch: int = Field(sa_column=Column(WholeNumber, primary_key=True, autoincrement=False))
    contiguous: int = Field(sa_column=Column(BigInteger, nullable=False))
    holes: list[Any] = Field(sa_column=Column(PlainJson, nullable=False))
    hq_epoch: int = Field(sa_column=Column(WholeNumber, nullable=False))


class BlobTable(Base, table=True):
    """Copies of documents as they are kept; written once, removed when nothing names them."""

    __tablename__ = "blob"
    __table_args__ = (one_of("kind", FileKind),)

    sha256: str = Field(sa_column=Column(String(64), primary_key=True))
    kind: str = Field(sa_column=Column(String(8), nullable=False))
    size_bytes: int = Field(sa_column=Column(WholeNumber, nullable=False))
    added_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False), repr=False)


class BlobUseTable(Base, table=True):
    """Which revisions name which copies in which field, those too that are not here; can be rebuilt from the revisions."""

    __tablename__ = "blob_use"
    __table_args__ = (Index(None, "sha256"),)

    revision: UUID = Field(sa_column=Column(Uuid, ForeignKey("revision.id"), primary_key=True))
    sha256: str = Field(sa_column=Column(String(64), primary_key=True))
    field: str = Field(sa_column=Column(Text, primary_key=True))


class BlobDispatchTable(Base, table=True):
    """How far a copy travelled: in which bundles of this epoch it lies, and whether headquarters has it."""

    __tablename__ = "blob_dispatch"

    sha256: str = Field(sa_column=Column(String(64), primary_key=True))
    first_seq: int = Field(sa_column=Column(WholeNumber, nullable=False))
    last_seq: int = Field(sa_column=Column(WholeNumber, nullable=False))
    is_confirmed: bool = Field(sa_column=Column(Boolean, nullable=False))


class TemplateTable(Base, table=True):
    """Templates of the centre as they came, in the order in which they were installed; removed ones keep their number."""

    __tablename__ = "template"
    __table_args__ = (UniqueConstraint("template_id", "version"),)

    number: int = Field(sa_column=Column(WholeNumber, primary_key=True, autoincrement=False))
    template_id: str = Field(sa_column=Column(String(40), nullable=False))
    version: int = Field(sa_column=Column(WholeNumber, nullable=False))
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    signer: UUID = Field(sa_column=Column(Uuid, nullable=False))
    installed_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    is_removed: bool = Field(sa_column=Column(Boolean, nullable=False))


class PackTable(Base, table=True):
    """Reference packs that were ever installed: what each says of itself; its parts lie in a folder beside the store.

    `is_kept` while its parts are there, `is_current` for the one of its name that counts.
    """

    __tablename__ = "pack"

    pack_id: str = Field(sa_column=Column(String(40), primary_key=True))
    version: int = Field(sa_column=Column(WholeNumber, primary_key=True, autoincrement=False))
    text: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    signer: UUID = Field(sa_column=Column(Uuid, nullable=False))
    installed_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    is_kept: bool = Field(sa_column=Column(Boolean, nullable=False))
    is_current: bool = Field(sa_column=Column(Boolean, nullable=False))


class UnkeptTable(Base, table=True):
    """Interviews of which nothing is kept: how many by centre, day, sex and age band, and nothing else."""

    __tablename__ = "unkept"

    centre: str = Field(sa_column=Column(Text, primary_key=True))
    day: str = Field(sa_column=Column(String(10), primary_key=True))
    sex: str = Field(sa_column=Column(String(4), primary_key=True))
    age_band: str = Field(sa_column=Column(String(8), primary_key=True))
    count: int = Field(sa_column=Column(WholeNumber, nullable=False))


def core(model: type[Base]) -> Table:
    """The bare table of a model, as statements use it."""
    return Base.metadata.tables[str(model.__tablename__)]


station = core(StationTable)
own_keys = core(OwnKeysTable)
officer = core(OfficerTable)
peer = core(PeerTable)
fact = core(FactTable)
counter = core(CounterTable)
profile = core(ProfileTable)
revision = core(RevisionTable)
working = core(WorkingTable)
dispatch = core(DispatchTable)
bundle_out = core(BundleOutTable)
bundle_in = core(BundleInTable)
quarantine = core(QuarantineTable)
acknowledgement = core(AcknowledgementTable)
blob = core(BlobTable)
blob_use = core(BlobUseTable)
blob_dispatch = core(BlobDispatchTable)
template = core(TemplateTable)
pack = core(PackTable)
unkept = core(UnkeptTable)
