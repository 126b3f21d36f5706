"""Records and their lines: one form, both ways."""

import contextlib
import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from s2w_desktop.bundle.json_lines import parse_line
from s2w_desktop.bundle.manifest import Kind
from s2w_desktop.bundle.record_types import (
    ConflictRecord,
    EnrolRecord,
    LineRefused,
    OrderRecord,
    QuarantinedRecord,
    Reason,
    ReceiptRecord,
    Record,
)
from s2w_desktop.bundle.records import (
    LineReader,
    record_from_valid_line,
    record_line,
    revision_from_valid_line,
    revision_line,
)
from s2w_desktop.domain.canonical import Plain, canonical, cleaned
from s2w_desktop.domain.erasing import ErasureReason, Tombstone
from s2w_desktop.domain.ids import OrderId, ProfileId, RevisionId
from s2w_desktop.domain.orders import Order
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.revisions import Part, Revision, Scope
from s2w_desktop.domain.stations import Role
from s2w_desktop.domain.thinning import Thinning
from tests.bundle.making import BUNDLE, DEVICE, DEVICE_KEY, HQ, RECIPIENTS, WRITTEN_AT, numbered, revision
from tests.domain.people import Histories

WHOLE = replace(revision(), parents=tuple(sorted((RevisionId(numbered("a")), RevisionId(numbered("b"))))))
OLDER = replace(QUESTIONNAIRE, version=QUESTIONNAIRE.version - 1)
"""Does not know what is answered, and takes it all the same."""
SCOPES = {
    Scope.FULL: WHOLE,
    Scope.OPEN: replace(WHOLE, protected=None),
    Scope.STUB: replace(WHOLE, open=None, protected=None),
}


@pytest.mark.parametrize("scope", SCOPES)
def test_a_revision_of_any_scope_comes_back_the_same(scope: Scope) -> None:
    sent = SCOPES[scope]
    line = revision_line(sent)
    noted = LineReader(kind=Kind.PROFILES, questionnaire=QUESTIONNAIRE).check(line)
    back = revision_from_valid_line(line)
    assert back == revision_from_valid_line(line, noted) == sent
    assert back.scope is scope
    assert back.hash() == WHOLE.hash()


@pytest.mark.parametrize("scope", Scope)
def test_a_text_that_looks_like_a_head_does_not_confuse_where_parts_end(scope: Scope) -> None:
    plain = revision()
    between = revision_line(plain.cut_to(Scope.STUB)).decode().partition('"open_digest"')[2]
    odd: dict[str, Plain] = {"open_digest": between, "protected": '"protected":{},"open":', "type": {"open_digest": "x"}}
    shown, hidden = Part.of("salt", odd), Part.of("salt", {"again": odd})
    whole = replace(plain, open=shown, protected=hidden, open_digest=shown.digest(), protected_digest=hidden.digest())
    sent = whole.cut_to(scope)
    line = revision_line(sent)
    noted = LineReader(kind=Kind.PROFILES, questionnaire=OLDER).check(line)
    assert revision_from_valid_line(line, noted) == sent
    back = revision_from_valid_line(line)
    assert back == sent
    assert back.changes() == sent.changes()


def test_only_a_first_revision_that_shields_nothing_makes_a_row_of_the_list() -> None:
    make, row = Histories(), "work.11111111-1111-4111-8111-111111111111."
    first = make.revision({"identity.sex": "F"})
    shielding = make.revision({row: 0, f"{row}sensitive_employer": "yes"})
    others = (make.revision({"identity.sex": "M"}, first.id), first.cut_to(Scope.STUB), shielding)
    reader = LineReader(kind=Kind.PROFILES, questionnaire=QUESTIONNAIRE, today=date(2026, 6, 1))
    notes = [reader.check(revision_line(revision)) for revision in (first, first.cut_to(Scope.OPEN), *others)]
    assert [bool(noted and noted.row) for noted in notes] == [True, True, False, False, False]


def test_a_revision_line_is_canonical_json() -> None:
    plain = {"type": "revision", **WHOLE.head()}
    assert WHOLE.open
    assert WHOLE.protected
    full = {**plain, "open": WHOLE.open.plain, "protected": WHOLE.protected.plain}
    assert revision_line(WHOLE) == canonical(full)
    assert revision_line(SCOPES[Scope.STUB]) == canonical(plain)


SMALL: dict[Kind, list[Record]] = {
    Kind.RECEIPT: [
        ReceiptRecord(DEVICE, 1, 2, 10, ((12, 12), (15, 20)), ((1, "0" * 16), (2, "f" * 16))),
        ReceiptRecord(DEVICE, 1, 2, 0, (), ()),
        QuarantinedRecord(BUNDLE, 7, RevisionId(numbered("r")), "bad_answer"),
        QuarantinedRecord(BUNDLE, 7, None, "not_json"),
        ConflictRecord(ProfileId(numbered("p"))),
        OrderRecord(OrderId(numbered("o")), Order.NEW_EPOCH, DEVICE),
        OrderRecord(OrderId(numbered("q")), Order.ERASE, DEVICE, ProfileId(numbered("p")), "request 2026-03-01T09:30:00Z"),
        WHOLE,
    ],
    Kind.PROFILES: [
        Tombstone(ProfileId(numbered("p")), ErasureReason.REQUEST, WRITTEN_AT),
        Thinning(ProfileId(numbered("p")), WRITTEN_AT, knew=(1, 12)),
        Thinning(ProfileId(numbered("q")), WRITTEN_AT, is_here=True),
    ],
    Kind.TRANSFER: [SCOPES[Scope.STUB]],
    Kind.ENROL: [
        EnrolRecord(DEVICE, Role.FIELD, "Example Relief", "Zürich", "Laptop 3", DEVICE_KEY.public_text, RECIPIENTS),
        EnrolRecord(HQ, Role.HEADQUARTERS, "", "", "", DEVICE_KEY.public_text, RECIPIENTS[:1]),
    ],
}


@pytest.mark.parametrize(("kind", "record"), [(kind, record) for kind, records in SMALL.items() for record in records])
def test_small_records_come_back_the_same(kind: Kind, record: Record) -> None:
    line = record_line(record)
    LineReader(kind=kind, questionnaire=QUESTIONNAIRE).check(line)
    assert record_from_valid_line(line) == record
    assert canonical(json.loads(line)) == line


def test_any_record_is_found_by_its_type() -> None:
    assert record_from_valid_line(record_line(WHOLE)) == WHOLE


BAD_SMALL: list[tuple[Kind, Record, dict[str, Any]]] = [
    (Kind.RECEIPT, SMALL[Kind.RECEIPT][0], {"holes": [[12, 11]]}),
    (Kind.RECEIPT, SMALL[Kind.RECEIPT][0], {"holes": [[15, 20], [12, 12]]}),
    (Kind.RECEIPT, SMALL[Kind.RECEIPT][0], {"holes": [[5, 6]]}),
    (Kind.RECEIPT, SMALL[Kind.RECEIPT][0], {"holes": [[12]]}),
    (Kind.RECEIPT, SMALL[Kind.RECEIPT][0], {"epoch": "1"}),
    (Kind.RECEIPT, SMALL[Kind.RECEIPT][0], {"epoch": -1}),
    (Kind.RECEIPT, SMALL[Kind.RECEIPT][0], {"mood": "fine"}),
    (Kind.RECEIPT, SMALL[Kind.RECEIPT][2], {"reason": "Her name is …"}),
    (Kind.RECEIPT, SMALL[Kind.RECEIPT][2], {"record": "x"}),
    (Kind.RECEIPT, SMALL[Kind.RECEIPT][5], {"order": "dance"}),
    (Kind.RECEIPT, SMALL[Kind.RECEIPT][5], {"profile": str(numbered("p"))}),
    (Kind.RECEIPT, SMALL[Kind.RECEIPT][6], {"profile": ""}),
    (Kind.RECEIPT, SMALL[Kind.RECEIPT][5], {"detail": "x" * 201}),
    (Kind.RECEIPT, SMALL[Kind.RECEIPT][6], {"detail": "request"}),
    (Kind.RECEIPT, SMALL[Kind.RECEIPT][6], {"detail": "boredom 2026-03-01T09:30:00Z"}),
    (Kind.PROFILES, SMALL[Kind.PROFILES][0], {"reason": "he asked for it"}),
    (Kind.PROFILES, SMALL[Kind.PROFILES][0], {"erased_at": "2026-03-01T09:30:00+00:00"}),
    (Kind.PROFILES, SMALL[Kind.PROFILES][0], {"erased_at": "2026-3-01T09:30:00Z"}),
    (Kind.PROFILES, SMALL[Kind.PROFILES][0], {"profile": ""}),
    (Kind.PROFILES, SMALL[Kind.PROFILES][1], {"state": "lost"}),
    (Kind.PROFILES, SMALL[Kind.PROFILES][1], {"at": "2026-03-01"}),
    (Kind.PROFILES, SMALL[Kind.PROFILES][1], {"knew": [1]}),
    (Kind.ENROL, SMALL[Kind.ENROL][0], {"role": "king"}),
    (Kind.ENROL, SMALL[Kind.ENROL][0], {"signing_key": "RWQ"}),
    (Kind.ENROL, SMALL[Kind.ENROL][0], {"recipients": []}),
    (Kind.ENROL, SMALL[Kind.ENROL][0], {"recipients": ["ssh-ed25519 AAAA"]}),
    (Kind.ENROL, SMALL[Kind.ENROL][0], {"name": "x" * 201}),
]


@pytest.mark.parametrize(("kind", "record", "change"), BAD_SMALL)
def test_small_records_that_are_wrong_are_refused(kind: Kind, record: Record, change: dict[str, Any]) -> None:
    line = canonical({**json.loads(record_line(record)), **change})
    with pytest.raises(LineRefused) as caught:
        LineReader(kind=kind, questionnaire=QUESTIONNAIRE).check(line)
    assert caught.value.reason is Reason.BAD_SHAPE


def test_an_id_in_another_spelling_is_not_canonical() -> None:
    line = record_line(SMALL[Kind.RECEIPT][4]).replace(b'"profile":"', b'"profile":"urn:uuid:')
    with pytest.raises(LineRefused):
        LineReader(kind=Kind.RECEIPT, questionnaire=QUESTIONNAIRE).check(line)


def test_a_refused_line_names_its_record_and_nothing_else() -> None:
    line = revision_line(revision(1, {"session.stage": "Her name is Maryam"}))
    with pytest.raises(LineRefused) as caught:
        LineReader(kind=Kind.PROFILES, questionnaire=QUESTIONNAIRE).check(line)
    assert caught.value.record == revision(1).id
    assert "Maryam" not in f"{caught.value!r} {caught.value}"


TEXTS = st.text(st.characters(codec="utf-8"), max_size=60).map(cleaned)


@settings(deadline=None)
@given(TEXTS)
def test_any_clean_text_travels_unchanged(text: str) -> None:
    if not text:
        return
    sent: Revision = revision(1, {"identity.given_names": text})
    line = revision_line(sent)
    LineReader(kind=Kind.PROFILES, questionnaire=QUESTIONNAIRE).check(line)
    assert revision_from_valid_line(line) == sent


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_an_object_or_refused(raw: bytes) -> None:
    with contextlib.suppress(LineRefused):
        assert isinstance(parse_line(raw, 32), dict)


@settings(deadline=None)
@example(["[]]", [["]["], "[]["]])
@example([["]]", "[]]", "[["], {"a": []}, "[[]"])
@given(
    st.recursive(
        st.integers(0, 9) | st.text('[]{}\\"a', max_size=5), lambda inner: st.lists(inner) | st.dictionaries(st.just("a"), inner)
    )
)
def test_depth_is_counted_right_even_with_brackets_in_texts(value: Plain) -> None:
    def depth(part: Plain) -> int:
        inside = part.values() if isinstance(part, dict) else part if isinstance(part, list) else None
        return 0 if inside is None else 1 + max((depth(one) for one in inside), default=0)

    levels = 1 + depth(value)
    line = canonical({"a": value})
    assert parse_line(line, levels) == {"a": value}
    if levels > 1:
        with pytest.raises(LineRefused):
            parse_line(line, levels - 1)
