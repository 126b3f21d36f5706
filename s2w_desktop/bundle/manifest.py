"""The manifest: what a bundle says about itself, signed. It is the only part that is read before a person is trusted."""

import hashlib
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from s2w_desktop.bundle.json_lines import parse_document
from s2w_desktop.bundle.limits import MOST_COUNT, MOST_HEARD, MOST_TEXT, STANDARD, Limits
from s2w_desktop.bundle.record_types import LineRefused
from s2w_desktop.domain.canonical import canonical
from s2w_desktop.domain.clock import MOST_CLOCK, moment_of
from s2w_desktop.domain.errors import BundleDamaged, BundleTooLarge, NewerFormat, WrongKind
from s2w_desktop.domain.ids import BundleId, DeviceId

FORMAT: Final = "s2w-bundle/1"
_FAMILY = "s2w-bundle/"
_RECIPIENT_DIGITS = 32

Count = Annotated[int, Field(ge=0, le=MOST_COUNT)]
Clock = Annotated[int, Field(ge=0, le=MOST_CLOCK)]
Text = Annotated[str, Field(max_length=MOST_TEXT)]
Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Kind(StrEnum):
    """What a bundle is for."""

    PROFILES = "profiles"
    RECEIPT = "receipt"
    REFERENCE = "reference"
    TRANSFER = "transfer"
    ENROL = "enrol"
    UNLOCK = "unlock"


class _Stated(BaseModel):
    """Strict types; fields that a later program adds are ignored."""

    model_config = ConfigDict(strict=True, extra="ignore", frozen=True, populate_by_name=True)


class Counts(_Stated):
    """How many of what the records are."""

    records: Count
    revisions: Count
    tombstones: Count
    blobs: Count


class HeardBundle(_Stated):
    """The last receipt of a headquarters that the sender followed: by it headquarters knows what it need not say again."""

    device: DeviceId
    epoch: Count
    seq: Annotated[int, Field(ge=1, le=MOST_COUNT)]


class Member(_Stated):
    """A file inside; `raw_size` is its size decompressed."""

    name: Annotated[str, Field(max_length=MOST_TEXT)]
    size: Count
    raw_size: Count
    sha256: Digest


def _version_7(untrusted: BundleId) -> BundleId:
    if untrusted.version != 7:
        raise ValueError("not a uuid7")
    return untrusted


def _whole_second(untrusted: str) -> str:
    moment_of(untrusted)
    return untrusted


class Manifest(_Stated):
    """The fields of the published format; `schema_version` is `schema` on the wire, `created_text` is `created`."""

    format: Literal["s2w-bundle/1"] = FORMAT
    kind: Kind
    bundle: Annotated[BundleId, AfterValidator(_version_7)]
    organisation: Text
    device: DeviceId
    epoch: Count
    seq: Annotated[int, Field(ge=1, le=MOST_COUNT)]
    previous: Digest | Literal[""]
    to: tuple[Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")], ...]
    to_device: DeviceId | Literal[""]
    created_text: Annotated[str, Field(alias="created"), AfterValidator(_whole_second)]
    clock: Clock
    schema_version: Annotated[int, Field(alias="schema", ge=1, le=MOST_COUNT)]
    min_schema: Annotated[int, Field(ge=1, le=MOST_COUNT)]
    codelists: Text
    app: Text
    counts: Counts
    members: tuple[Member, ...]
    training: bool
    signing_key: Annotated[str, Field(max_length=MOST_TEXT)] = ""
    heard: Annotated[tuple[HeardBundle, ...], Field(max_length=MOST_HEARD)] = ()

    def encoded(self) -> bytes:
        """The file's bytes: canonical JSON with a line end."""
        plain = self.model_dump(mode="json", by_alias=True)
        if not self.signing_key:
            del plain["signing_key"]
        if not self.heard:
            del plain["heard"]
        return canonical(plain) + b"\n"

    @property
    def created(self) -> datetime:
        """When the writer claims to have made it, in UTC; for display only."""
        return moment_of(self.created_text)

    @property
    def trusted_comment(self) -> str:
        """What the signature must say about the bundle."""
        return f"{FORMAT} {self.bundle}"


def parse_manifest(untrusted: bytes, limits: Limits = STANDARD) -> Manifest:
    """The manifest, its form checked; whether it is true is for others. Raises NewerFormat, WrongKind, BundleDamaged."""
    if len(untrusted) > limits.manifest:
        raise BundleTooLarge
    try:
        plain = parse_document(untrusted, limits.depth)
        _check_version(plain.get("format"))
        if plain.get("kind") not in set(Kind):
            raise WrongKind
        return Manifest.model_validate_json(canonical(plain))
    except (LineRefused, ValidationError, TypeError) as cause:
        raise BundleDamaged from cause


def recipient_digest(recipient: str) -> str:
    """How a recipient is named in `to`: enough to recognise it, too little to use it."""
    return hashlib.sha256(recipient.encode("ascii")).hexdigest()[:_RECIPIENT_DIGITS]


def _check_version(untrusted: object) -> None:
    if untrusted == FORMAT:
        return
    number = untrusted.removeprefix(_FAMILY) if isinstance(untrusted, str) else ""
    if number.isascii() and number.isdigit() and int(number[:9]) > 1:
        raise NewerFormat
    raise BundleDamaged
