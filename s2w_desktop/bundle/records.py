"""Records and their lines: canonical JSON, written from values and read back into the same values.

A revision is the record that comes by the thousand, so its line is put together and compared by hand. The small ones are
strict pydantic models in `small_records`.
"""

import hashlib
import json
import re
from collections.abc import Callable, Collection, Mapping
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from pydantic_core import from_json

from s2w_desktop.bundle import small_records
from s2w_desktop.bundle.json_lines import parse_line, parse_quickly, spelled_in_order
from s2w_desktop.bundle.known_lines import known_line
from s2w_desktop.bundle.limits import MOST_COUNT, STANDARD, Limits
from s2w_desktop.bundle.manifest import Kind
from s2w_desktop.bundle.record_types import LineRefused, Noted, Reason, Record
from s2w_desktop.domain.canonical import Plain, canonical
from s2w_desktop.domain.clock import MOST_CLOCK
from s2w_desktop.domain.errors import InvalidAnswer
from s2w_desktop.domain.fields import Questionnaire
from s2w_desktop.domain.ids import DeviceId, OfficerId, ProfileId, RevisionId
from s2w_desktop.domain.profile import Held, first_profile
from s2w_desktop.domain.reading import read_changes
from s2w_desktop.domain.revisions import MOST_PARENTS, Part, Revision
from s2w_desktop.domain.shield import says_shield
from s2w_desktop.domain.summary import Summary, summarise

TYPES_OF_KIND: dict[Kind, frozenset[str]] = {
    Kind.PROFILES: frozenset({"revision", "tombstone", "thinned"}),
    Kind.TRANSFER: frozenset({"revision"}),
    Kind.RECEIPT: frozenset({"receipt", "quarantined", "conflict", "missing_blob", "order", "revision"}),
    Kind.ENROL: frozenset({"enrol"}),
    Kind.REFERENCE: frozenset({"pack_piece", "known_people_piece"}),
    Kind.UNLOCK: frozenset(),
}
"""Which records a bundle may carry; unlock is reserved in version 1."""

_KNOWN_TYPES = frozenset().union(*TYPES_OF_KIND.values())
_MOST_SALT = 128
_DEEPEST = 5  # levels of a revision of a known questionnaire: part, its changes, several concepts, one of them
_is_uuid = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.ASCII).fullmatch
_is_digest = re.compile(r"[0-9a-f]{64}", re.ASCII).fullmatch
_HEAD_KEYS = frozenset(
    "clock device epoch id lseq officer open_digest parents profile protected_digest schema type".split()  # noqa: SIM905  # shorter to read
)
_NUMBERS = (("epoch", 0, MOST_COUNT), ("clock", 0, MOST_CLOCK), ("lseq", 1, MOST_COUNT), ("schema", 1, MOST_COUNT))
_OPEN, _PROTECTED = b'"open":', b'"protected":'
_IS_REVISION, _IS_TOMBSTONE = b'"type":"revision"}', b'"type":"tombstone"}'
_SCOPES = (_HEAD_KEYS | {"open", "protected"}, _HEAD_KEYS | {"open"}, _HEAD_KEYS)


def revision_line(revision: Revision) -> bytes:
    """The line of a revision, without a line end; the parts that are present travel, the rest stays behind."""
    shown = revision.open.text if revision.open else None
    hidden = revision.protected.text if revision.protected else None
    return _spell(revision.head(), shown, hidden)


def record_line(record: Record) -> bytes:
    """The line of any record, without a line end."""
    return revision_line(record) if isinstance(record, Revision) else small_records.small_line(record)


def revision_from_valid_line(line: bytes, noted: Noted | None = None) -> Revision:
    """The revision of a line that a LineReader let through; nothing is checked again. With its note only the head is parsed."""
    if noted is not None:
        return _revision_as_noted(line, noted)
    found = json.loads(line)
    shown, hidden = _texts_of_parts(found, line)
    return _revision(
        found,
        Part.parsed(shown, found["open"]) if "open" in found else None,
        Part.parsed(hidden, found["protected"]) if "protected" in found else None,
    )


def _revision_as_noted(line: bytes, noted: Noted) -> Revision:
    """Before the parts there is no free text, and none after them: so these ends of the head are found by their keys."""
    start, end = line.index(_OPEN[:-2]), line.rindex(b'"protected_digest":')
    shown, hidden = _piece(_OPEN, noted.open_size), _piece(_PROTECTED, noted.protected_size)
    head = line[:start] + line[start + shown : end - hidden] + line[end:]
    revision = _revision(
        from_json(head),
        Part(line[start + len(_OPEN) : start + shown - 1]) if shown else None,
        Part(line[end - hidden + len(_PROTECTED) : end - 1]) if hidden else None,
    )
    return revision.with_canonical_head(head.removesuffix(_IS_REVISION).removesuffix(b",") + b"}")


def _piece(key: bytes, size: int) -> int:
    """How many bytes a part takes with its key and the comma after it."""
    return len(key) + size + 1 if size else 0


def _revision(head: dict[str, Any], shown: Part | None, hidden: Part | None) -> Revision:
    return Revision(
        id=RevisionId(UUID(head["id"])),
        profile=ProfileId(UUID(head["profile"])),
        parents=tuple(RevisionId(UUID(parent)) for parent in head["parents"]),
        device=DeviceId(_known_uuid(head["device"])),
        epoch=head["epoch"],
        lseq=head["lseq"],
        officer=OfficerId(_known_uuid(head["officer"])),
        clock=head["clock"],
        schema=head["schema"],
        open_digest=head["open_digest"],
        protected_digest=head["protected_digest"],
        open=shown,
        protected=hidden,
    )


@lru_cache(maxsize=256)  # of few machines and people, each in many lines
def _known_uuid(text: str) -> UUID:
    return UUID(text)


def is_revision_line(line: bytes) -> bool:
    """Whether a canonical line is that of a revision: `type` is the last of its keys."""
    return line.endswith(_IS_REVISION)


def is_tombstone_line(line: bytes) -> bool:
    """Whether a canonical line is that of a tombstone."""
    return line.endswith(_IS_TOMBSTONE)


def record_from_valid_line(line: bytes) -> Record:
    """The record of a line that a LineReader let through, of whichever type."""
    if is_revision_line(line):
        return revision_from_valid_line(line)
    return small_records.read(json.loads(line), line)


class LineReader:
    """Says of every line whether it may be taken. Lines that pass are canonical and hold what their digests promise.

    With `today` it makes rows of the list of those whose first revision it reads. `known` are hashes of revisions that are stored
    whole: a line that is the very same is not looked into again.
    """

    def __init__(
        self,
        *,
        kind: Kind,
        questionnaire: Questionnaire,
        limits: Limits = STANDARD,
        today: date | None = None,
        known: Collection[bytes] = (),
    ) -> None:
        self._types = TYPES_OF_KIND[kind]
        self._questionnaire = questionnaire
        self._limits = limits
        self._today = today
        self._known = frozenset(known)

    def check(self, untrusted_line: bytes) -> Noted | None:
        """What is noted of a revision, None for another record. Raises LineRefused, with the record's id when it can be read."""
        if len(untrusted_line) > self._limits.line:
            raise LineRefused(Reason.TOO_LONG)
        noted = known_line(untrusted_line, self._known) if self._known else None
        noted = noted or self._check_quickly(untrusted_line)
        if noted is not None:
            return noted
        found = parse_line(untrusted_line, self._limits.depth)
        try:
            return self._check_record(found, untrusted_line)
        except LineRefused as refused:
            claimed = found.get("id")
            refused.record = UUID(claimed) if isinstance(claimed, str) and _is_uuid(claimed) else None
            raise

    def _check_quickly(self, untrusted_line: bytes) -> Noted | None:
        """What is noted of a revision of a known questionnaire that may be taken; None for any other line.

        The fields of such a revision leave no room for floats, huge numbers and depth, which `parse_quickly` lets through.
        """
        if self._limits.depth < _DEEPEST or "revision" not in self._types:
            return None
        found = parse_quickly(untrusted_line)
        if found is None or found.get("type") != "revision":
            return None
        try:
            return self._check_revision(found, untrusted_line, spelled_in_order, unknown_too=False)
        except LineRefused:
            return None

    def _check_record(self, untrusted: dict[str, Plain], line: bytes) -> Noted | None:
        kind = untrusted.get("type")
        if not isinstance(kind, str) or kind not in _KNOWN_TYPES:
            raise LineRefused(Reason.UNKNOWN_TYPE)
        if kind not in self._types:
            raise LineRefused(Reason.WRONG_TYPE)
        if kind == "revision":
            return self._check_revision(untrusted, line, canonical)
        small_records.read(untrusted, line)
        return None

    def _check_revision(
        self, untrusted: dict[str, Plain], line: bytes, spelled: Callable[[Plain], bytes], *, unknown_too: bool = True
    ) -> Noted:
        """Without `unknown_too` one of a newer questionnaire is refused."""
        if untrusted.keys() not in _SCOPES:
            raise LineRefused(Reason.BAD_SHAPE)
        is_known = _head_schema(untrusted) <= self._questionnaire.version
        if not (is_known or unknown_too):
            raise LineRefused(Reason.BAD_ANSWER)
        shown = _part(untrusted, "open", spelled)
        hidden = _part(untrusted, "protected", spelled)
        if line != _spell(untrusted, shown and shown[0], hidden and hidden[0]):
            raise LineRefused(Reason.NOT_CANONICAL)
        if shown and hidden and not shown[1].keys().isdisjoint(hidden[1]):
            raise LineRefused(Reason.BAD_SHAPE)
        changes = {**(shown[1] if shown else {}), **(hidden[1] if hidden else {})}
        row = self._row(untrusted, changes, self._answers(changes)) if is_known else None
        return Noted(len(shown[0]) if shown else 0, len(hidden[0]) if hidden else 0, row)

    def _answers(self, untrusted_changes: dict[str, Plain]) -> Mapping[str, Held | None]:
        try:
            return read_changes(self._questionnaire, untrusted_changes)
        except InvalidAnswer as cause:
            raise LineRefused(Reason.BAD_ANSWER) from cause

    def _row(self, head: dict[str, Plain], changes: dict[str, Plain], answers: Mapping[str, Held | None]) -> Summary | None:
        """The row of somebody's first revision; the importer makes all others, of which it has to know more."""
        is_first = "open" in head and not head["parents"]
        if self._today is None or not is_first or says_shield(self._questionnaire, changes):
            return None
        profile = ProfileId(UUID(str(head["profile"])))
        return summarise(self._questionnaire, first_profile(self._questionnaire, profile, answers), self._today)


def _head_schema(untrusted: dict[str, Plain]) -> int:
    """Hold the head of a revision against its form, and return its schema."""
    parents = untrusted["parents"]
    if not isinstance(parents, list) or len(parents) > MOST_PARENTS:
        raise LineRefused(Reason.BAD_SHAPE)
    ids = [untrusted["id"], untrusted["profile"], untrusted["device"], untrusted["officer"], *parents]
    _all_match(_is_uuid, ids)
    _all_match(_is_digest, [untrusted["open_digest"], untrusted["protected_digest"]])
    named = [str(parent) for parent in parents]
    if named != sorted(set(named)) or untrusted["id"] in named:
        raise LineRefused(Reason.BAD_SHAPE)
    for key, least, most in _NUMBERS:
        _whole(untrusted[key], least, most)
    return _whole(untrusted["schema"], 1, MOST_COUNT)


def _all_match(fits: Callable[[str], object], untrusted: list[Plain]) -> None:
    for text in untrusted:
        if not isinstance(text, str) or not fits(text):
            raise LineRefused(Reason.BAD_SHAPE)


def _whole(untrusted: Plain, least: int, most: int) -> int:
    if type(untrusted) is not int or not least <= untrusted <= most:
        raise LineRefused(Reason.BAD_SHAPE)
    return untrusted


def _part(untrusted: dict[str, Plain], name: str, spelled: Callable[[Plain], bytes]) -> tuple[bytes, dict[str, Plain]] | None:
    """Canonical form and changes of a part whose digest holds; None when it did not travel."""
    part = untrusted.get(name)
    if name not in untrusted:
        return None
    if not isinstance(part, dict) or part.keys() != {"salt", "set"}:
        raise LineRefused(Reason.BAD_SHAPE)
    salt, changes = part["salt"], part["set"]
    if not isinstance(salt, str) or not 0 < len(salt) <= _MOST_SALT or not isinstance(changes, dict):
        raise LineRefused(Reason.BAD_SHAPE)
    text = spelled(part)
    if hashlib.sha256(text).hexdigest() != untrusted[f"{name}_digest"]:
        raise LineRefused(Reason.BAD_DIGEST)
    return text, changes


def _spell(head: dict[str, Plain], shown: bytes | None, hidden: bytes | None) -> bytes:
    """The canonical line, keys in their order; every text of the head is known to need no escape."""
    first, second, third = _spell_head(head)
    shown_piece = b"" if shown is None else _OPEN + shown + b","
    hidden_piece = b"" if hidden is None else _PROTECTED + hidden + b","
    return b"".join((first, shown_piece, second, hidden_piece, third))


def _texts_of_parts(head: dict[str, Plain], line: bytes) -> tuple[bytes, bytes]:
    """Where `_spell` put the open and the protected part into a valid line; empty for one that did not travel.

    What stands between them holds the digest of the open part, so it cannot stand inside that part.
    """
    first, second, third = _spell_head(head)
    shown_piece, hidden_piece = line[len(first) : -len(third)].split(second, 1)
    return shown_piece[len(_OPEN) : -1], hidden_piece[len(_PROTECTED) : -1]


def _spell_head(head: dict[str, Plain]) -> tuple[bytes, bytes, bytes]:
    """What stands before, between and after the parts."""
    parents = head["parents"]
    named = ",".join(f'"{parent}"' for parent in parents) if isinstance(parents, list) else ""
    first = (
        f'{{"clock":{head["clock"]},"device":"{head["device"]}","epoch":{head["epoch"]},"id":"{head["id"]}",'
        f'"lseq":{head["lseq"]},"officer":"{head["officer"]}",'
    )
    second = f'"open_digest":"{head["open_digest"]}","parents":[{named}],"profile":"{head["profile"]}",'
    third = f'"protected_digest":"{head["protected_digest"]}","schema":{head["schema"]},"type":"revision"}}'
    return first.encode(), second.encode(), third.encode()
