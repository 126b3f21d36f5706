"""Truly signed, truly encrypted, and hostile: what a real headquarters makes of each.

A bundle that is refused leaves every row of every table and every byte of the database as they were, even when good records
of it had been taken in already. What goes to quarantine stops nothing beside it.
"""

import gzip
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s2w_desktop.bundle.limits import GIB, KIB, MIB, MOST_COUNT, STANDARD
from s2w_desktop.bundle.process import open_bundle
from s2w_desktop.bundle.record_types import ReceiptRecord
from s2w_desktop.bundle.records import record_line, revision_line
from s2w_desktop.cli.exit_codes import ExitCode, exit_code_of
from s2w_desktop.domain.canonical import Plain, canonical
from s2w_desktop.domain.clock import MOST_CLOCK
from s2w_desktop.domain.errors import BundleDamaged, BundleTooLarge, S2wError, WrongKind, WrongRecipient
from s2w_desktop.domain.ids import DeviceId, ProfileId, RevisionId
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.revisions import MOST_PARENTS, Revision, Scope
from s2w_desktop.services.receipts import MOST_SEQS, told_holes
from tests.bundle.making import HQ, Stored, forge, numbered, packed, revision, revision_lines
from tests.bundle.test_blobs import PDF, named
from tests.bundle.test_hostile_contents import HOSTILE_BUNDLES, HOSTILE_LINES, bomb, counted, told
from tests.histories.reading_here import open_here
from tests.services.golden_office import Office, golden_office
from tests.services.places import answers_of, revisions_of

MANY = list(revision_lines(300))
"""Good records, more than one batch: some are in before what follows proves to be hostile."""
Make = Callable[[], bytes]


@pytest.fixture(scope="module")
def refusing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """One headquarters for all that is refused; it must never change."""
    with golden_office(tmp_path_factory.mktemp("refusing") / "hq") as office:
        yield office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with golden_office(tmp_path / "hq") as office:
        yield office


@pytest.fixture
def stick(tmp_path: Path) -> Callable[[bytes], Path]:
    """A bundle on a stick."""

    def put(raw: bytes) -> Path:
        path = tmp_path / "bundle.s2w"
        path.write_bytes(raw)
        return path

    return put


def after_many(*further: Stored, records: int = len(MANY), **how: Any) -> Make:  # noqa: ANN401  # what `forge` takes
    """A bundle in which something follows the good records."""
    return partial(forge, members=[packed(MANY), *further], records=records, **how)


def second(data: bytes, raw_size: int) -> Stored:
    return Stored("records-0002.jsonl.gz", data, raw_size)


def zipped(raw: bytes) -> bytes:
    return gzip.compress(raw, 1, mtime=0)


def few(**stated: object) -> Make:
    """Three good records under a manifest that says something else."""
    return partial(forge, members=[packed(MANY[:3])], records=3, manifest=told(**stated))


def tiny_copies(count: int) -> bytes:
    blobs = sorted((named(b"%PDF-" + str(number).encode()) for number in range(count)), key=lambda one: one.name)
    return forge(members=blobs, records=0, manifest=counted(blobs=count))


def huge_claims() -> bytes:
    claims = [Stored(f"records-{number:04}.jsonl.gz", zipped(b""), 64 * MIB) for number in range(1, 66)]
    return forge(members=claims, records=0)


WRONG_CHECKSUM = zipped(MANY[0] + b"\n")[:-8] + b"\0\0\0\0" + zipped(MANY[0] + b"\n")[-4:]
REFUSED_LATE: dict[str, tuple[Make, type[S2wError]]] = {
    "a bomb behind good records": (after_many(second(bomb(60 * MIB), 100)), BundleDamaged),
    "a bomb that tells its size": (after_many(second(bomb(60 * MIB), 60 * MIB)), BundleDamaged),
    "a file of records that is cut": (after_many(second(zipped(MANY[0])[:-9], 900), records=301), BundleDamaged),
    "a file of records with a wrong checksum": (after_many(second(WRONG_CHECKSUM, len(MANY[0]) + 1), records=301), BundleDamaged),
    "a file of records that is none": (after_many(second(b"PK\x03\x04" + bytes(100), 104)), BundleDamaged),
    "bytes after a file of records": (after_many(second(zipped(b"{}\n") + b"x", 3), records=301), BundleDamaged),
    "more records than counted": (after_many(records=299), BundleDamaged),
    "fewer records than counted": (after_many(records=301), BundleDamaged),
    "more revisions than there are": (after_many(manifest=counted(revisions=301)), BundleDamaged),
}
"""What shows only when records are read: some are in by then."""
REFUSED_AT_ONCE: dict[str, tuple[Make, type[S2wError]]] = {
    **HOSTILE_BUNDLES,
    "a copy under another's digest": (
        after_many(Stored("blobs/" + "0" * 64, PDF, len(PDF)), manifest=counted(blobs=1)),
        BundleDamaged,
    ),
    "a copy that is promised and missing": (after_many(manifest=counted(blobs=1)), BundleDamaged),
    "two thousand tiny copies": (partial(tiny_copies, 2000), BundleTooLarge),
    "claims over four gigabytes": (huge_claims, BundleTooLarge),
    "two million records and one": (after_many(records=2_000_001), BundleTooLarge),
    "a number that no database holds": (few(seq=2**63 - 1), BundleDamaged),
    "a number that a float does not hold": (few(seq=MOST_COUNT + 1), BundleDamaged),
    "an epoch that a float does not hold": (few(epoch=MOST_COUNT + 1), BundleDamaged),
    "a clock beyond the year 2999": (few(clock=MOST_CLOCK + 1), BundleDamaged),
    "a time before 1970": (few(created="1969-12-31T23:59:59Z"), BundleDamaged),
    "a time after 2999": (few(created="3000-01-01T00:00:00Z"), BundleDamaged),
    "a time that another place has not": (few(created="9999-12-31T23:59:59-14:00"), BundleDamaged),
    "a time without a place": (few(created="2026-03-01T09:30:00"), BundleDamaged),
    "a name with a lone surrogate": (
        partial(forge, members=[packed(MANY[:3])], records=3, spelled=lambda raw: raw.replace(b"Example Relief", b"\\ud800")),
        BundleDamaged,
    ),
    "three thousand recipients, none of them we": (few(to=["0" * 32] * 3000), WrongRecipient),
    "a receipt for headquarters": (few(kind="receipt", to_device=str(HQ)), WrongKind),
    "a transfer to headquarters": (few(kind="transfer", to_device=str(HQ)), WrongKind),
    "a reference pack for headquarters": (few(kind="reference", to_device=str(HQ)), WrongKind),
    "an unlock for headquarters": (few(kind="unlock", to_device=str(HQ)), WrongKind),
    "an enrolment where profiles are taken": (few(kind="enrol"), WrongKind),
}
"""What shows before any record is read, and all that the reader alone refuses; read in this process, to be quick."""


@pytest.mark.parametrize("name", REFUSED_LATE)
def test_a_bundle_that_proves_hostile_among_its_records_leaves_every_byte_of_the_store_as_it_was(
    name: str, refusing: Office, stick: Callable[[bytes], Path]
) -> None:
    make, failure = REFUSED_LATE[name]
    path, before = stick(make()), refusing.state()
    done: list[int] = []
    with pytest.raises(S2wError) as caught:
        refusing.importing().take(path, progress=lambda records, _all: done.append(records))
    assert type(caught.value) is failure
    assert done or name in {"more records than counted"}
    assert refusing.state() == before
    assert not list(refusing.workplace.spool_folder.iterdir())


@pytest.mark.parametrize("name", REFUSED_AT_ONCE)
def test_a_bundle_that_is_hostile_outside_leaves_every_byte_of_the_store_as_it_was(
    name: str, refusing: Office, stick: Callable[[bytes], Path]
) -> None:
    make, failure = REFUSED_AT_ONCE[name]
    path, before = stick(make()), refusing.state()
    with pytest.raises(S2wError) as caught:
        refusing.importing(opener=open_here).take(path)
    assert type(caught.value) is (WrongKind if name == "an enrolment with three records" else failure)
    assert refusing.state() == before


def step(number: int, changes: dict[str, Plain] | None = None, **fields: Any) -> Revision:  # noqa: ANN401  # any field
    """A revision with other fields of its head than it should have."""
    return replace(revision(number, changes), **fields)


def line(number: int, changes: dict[str, Plain] | None = None, **fields: Any) -> bytes:  # noqa: ANN401  # any field
    return revision_line(step(number, changes, **fields))


def parents(count: int) -> tuple[RevisionId, ...]:
    return tuple(sorted(RevisionId(numbered(f"parent {number}")) for number in range(count)))


def nested(levels: int) -> Plain:
    value: Plain = []
    for _ in range(levels - 1):
        value = [value]
    return value


def tombstone(profile: str = "nobody", **said: object) -> bytes:
    plain = {"type": "tombstone", "profile": str(numbered(profile)), "reason": "request", "erased_at": "2026-03-01T09:30:00Z"}
    return canonical({**plain, **said})  # type: ignore[dict-item]  # anything may be said


LATER = QUESTIONNAIRE.version + 1
PUT_ASIDE: dict[str, tuple[bytes, str]] = {
    **HOSTILE_LINES,
    "a million parents": (line(400, parents=parents(7_000)), "too_long"),
    "one parent too many": (line(401, parents=parents(MOST_PARENTS + 1)), "bad_shape"),
    "a number that a float does not hold": (line(402, lseq=MOST_COUNT + 1), "bad_shape"),
    "an epoch that a float does not hold": (line(403, epoch=MOST_COUNT + 1), "bad_shape"),
    "a questionnaire that a float does not hold": (line(404, schema=MOST_COUNT + 1), "bad_shape"),
    "a clock beyond the year 2999": (line(405, clock=MOST_CLOCK + 1), "bad_shape"),
    "too deep in a later questionnaire": (line(406, {"later.answer": nested(30)}, schema=LATER), "too_deep"),
    "too long by one": (b'{"a":"' + b"x" * (256 * KIB - 7) + b'"}', "too_long"),
    "of another machine": (line(407, device=DeviceId(numbered("another laptop"))), "other_device"),
    "a tombstone after the year 2999": (tombstone(erased_at="3000-01-01T00:00:00Z"), "bad_shape"),
    "a tombstone with a time of nowhere": (tombstone(erased_at="9999-12-31T23:59:59-14:00"), "bad_shape"),
    "a tombstone that tells more": (tombstone(why="she asked"), "bad_shape"),
    "a tombstone for another reason": (tombstone(reason="spite"), "bad_shape"),
    "a known id with other content": (line(1, clock=5), "clash"),
    "a known id of another person": (revision_line(replace(revision(2), profile=revision(3).profile)), "clash"),
}


def all_of(lines: Sequence[bytes]) -> bytes:
    """A bundle that counts its lines rightly."""
    buried = sum(one.endswith(b'"type":"tombstone"}') for one in lines)
    counts = counted(revisions=len(lines) - buried, tombstones=buried)
    return forge(members=[packed(lines)], records=len(lines), manifest=counts)


def test_hostile_records_are_put_aside_each_with_its_reason_and_the_good_ones_are_in(
    office: Office, stick: Callable[[bytes], Path]
) -> None:
    good = MANY[:3]
    lines = [*good, *(one for one, _ in PUT_ASIDE.values()), MANY[3]]
    taken = office.importing().take(stick(all_of(lines)))
    reasons = {one.line: one.reason for one in taken.quarantined}
    assert reasons == {number: reason for number, (_, reason) in enumerate(PUT_ASIDE.values(), start=len(good) + 1)}
    assert {one.id for one in revisions_of(office.workplace)} == {revision(number).id for number in range(1, 5)}
    kept = office.workplace.store.inbox.quarantined(taken.bundle)
    assert {item.line: item.reason for item in kept} == reasons
    (answer,) = office.workplace.receipts.write(office.folder)
    assert answer.bundle.counts.records >= len(reasons)


SECTION = next(section.key for section in QUESTIONNAIRE.sections if section.repeats)
NAMES = "identity.given_names"
CIRCLE = [
    step(500, parents=(revision(501).id,)),
    step(501, profile=revision(500).profile, parents=(revision(502).id,)),
    step(502, profile=revision(500).profile, parents=(revision(500).id,)),
]
ODD_BUT_TAKEN: dict[str, Sequence[bytes]] = {
    "a circle of parents": [revision_line(one) for one in CIRCLE],
    "parents that nobody knows": [line(510, parents=parents(MOST_PARENTS))],
    "a parent of another person": [line(511), line(512, parents=(revision(511).id,))],
    "the highest numbers": [line(513, lseq=MOST_COUNT, epoch=MOST_COUNT, clock=MOST_CLOCK)],
    "one number twice": [line(514, lseq=9_999), line(515, lseq=9_999)],
    "controls of direction": [line(516, {NAMES: "\u202eTERCES\u202c\u2066", "identity.family_names": "\u200f"})],
    "controls of terminals": [line(517, {NAMES: "\x1b[2J\x07\r"})],
    "more than two thousand paths": [line(518, {f"{SECTION}.{numbered(f'entry {n}')}.": n for n in range(2_500)})],
    "32 levels of a later questionnaire": [line(519, {"later.answer": nested(29)}, schema=LATER)],
    "a later questionnaire that says odd things": [line(520, {"": 1, ".": [], "a.b.c.d": {"no": []}, NAMES: {}}, schema=LATER)],
    "a tombstone of somebody whom nobody knows, before the revision": [
        tombstone("gone"),
        line(522, profile=ProfileId(numbered("gone"))),
    ],
    "only that somebody exists": [revision_line(revision(521).cut_to(Scope.STUB))],
    "a hole for every second number": [line(600 + n, {}, lseq=20_000 + 2 * n) for n in range(50)],
}


def test_what_is_odd_and_allowed_is_taken_and_can_be_read_answered_and_followed(
    office: Office, stick: Callable[[bytes], Path]
) -> None:
    lines = [one for some in ODD_BUT_TAKEN.values() for one in some]
    taken = office.importing().take(stick(all_of(lines)))
    assert not taken.quarantined
    workplace = office.workplace
    for profile in answers_of(workplace):
        session = workplace.interviews.open(profile)
        session.set_answer("identity.sex", "F")
        session.close()
        assert workplace.interviews.read(profile).text("identity.sex") == "F"
    (answer,) = workplace.receipts.write(office.folder)
    assert answer.bundle.counts.records


def test_an_endless_number_of_holes_still_fits_a_receipt() -> None:
    """Once, 30,000 of them made a line that no bundle holds, and this laptop was never answered again."""
    highest = MOST_COUNT - 1
    holes = tuple((number, number) for number in range(highest - 20_000, highest, 2))
    told = told_holes(holes)
    bundles = tuple((number, "0" * 16) for number in range(highest - MOST_SEQS, highest))
    assert len(record_line(ReceiptRecord(HQ, MOST_COUNT, MOST_COUNT, 1, told, bundles))) < STANDARD.line


@given(st.sets(st.integers(1, 60)), st.integers(1, 6))
def test_of_many_holes_none_is_told_to_be_filled(missing: set[int], most: int) -> None:
    holes = tuple((number, number) for number in sorted(missing))
    told = told_holes(holes, most)
    assert len(told) <= most
    assert missing <= {number for first, last in told for number in range(first, last + 1)}
    assert told == holes or len(told) == most


FLOODS: dict[str, tuple[list[bytes], str, int]] = {
    "lines for quarantine": ([b"{"] * 50, "refused", 50),
    "bytes for quarantine": ([b"x" * 1000] * 50, "refused_bytes", 50_000),
    "revisions of another machine": ([line(n, device=DeviceId(numbered("x"))) for n in range(700, 750)], "refused", 50),
    "revisions of one person": (
        [revision_line(replace(revision(n), profile=revision(1).profile)) for n in range(1, 400)],
        "steps",
        143,  # of the last batch; up to then nobody counted
    ),
}


@pytest.mark.parametrize("name", FLOODS)
def test_a_flood_is_taken_up_to_its_limit_and_refused_whole_beyond(
    name: str, office: Office, stick: Callable[[bytes], Path]
) -> None:
    lines, limit, most = FLOODS[name]
    path, before = stick(all_of(lines)), office.state()
    with pytest.raises(BundleTooLarge):
        office.importing(limits=replace(STANDARD, **{limit: most - 1})).take(path)
    assert office.state() == before
    taken = office.importing(limits=replace(STANDARD, **{limit: most})).take(path)
    assert len(taken.quarantined) in (0, 50)


def too_much_memory() -> bytes:
    unfolding = b'{"a":[' + b"[]," * MIB + b"1],"
    return forge(members=[packed(MANY)], records=300, spelled=lambda raw: unfolding + raw[1:])


def too_much_time() -> bytes:
    """The same sound record again and again: 63 MB that are 300 kB on the stick, more than a second for each of two readers."""
    one = MANY[0] + b"\n"
    times = 63 * MIB // len(one)
    return forge(members=[Stored("records-0001.jsonl.gz", zipped(one * times), len(one) * times)], records=times)


COSTLY = {
    "memory": (too_much_memory, replace(STANDARD, memory=120 * MIB, manifest=GIB)),
    "time": (too_much_time, replace(STANDARD, cpu_seconds=0)),
}


@pytest.mark.skipif(sys.platform != "linux", reason="other systems limit less")
@pytest.mark.parametrize("name", COSTLY)
def test_a_reader_that_is_ended_at_its_limits_leaves_the_store_as_it_was(
    name: str, refusing: Office, stick: Callable[[bytes], Path]
) -> None:
    make, limits = COSTLY[name]
    before = refusing.state()
    with pytest.raises(BundleTooLarge) as caught:
        refusing.importing(opener=partial(open_bundle, limits=limits)).take(stick(make()))
    assert exit_code_of(caught.value) is ExitCode.BUNDLE_DAMAGED
    assert refusing.state() == before
