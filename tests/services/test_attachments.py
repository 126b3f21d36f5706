"""Copies of documents from a file to the screen of headquarters: kept clean, sent only when agreed, never lost, never doubled."""

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from s2w_desktop.bundle.limits import LEAST_MOST_BYTES, STANDARD
from s2w_desktop.domain import errors
from s2w_desktop.domain.files import MOST_FILE_BYTES, Blob, FileKind, FileRef
from s2w_desktop.domain.handover import Handover
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.editing import EditingSession
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.values import ListQuery
from tests.attachments.making import (
    SECRET,
    document,
    hostile_document,
    jpeg_of,
    page_of_writing,
    photograph,
    png_bomb,
    png_of,
    protected_document,
    telling_jpeg,
)
from tests.copies import COPIES, ONE, OTHER
from tests.services.places import Place, answers_of, change, enrol, export, interview


@pytest.fixture
def hq(tmp_path: Path) -> Iterator[Workplace]:
    with closing(Place(tmp_path / "hq", Role.HEADQUARTERS, questionnaire=COPIES).open()) as workplace:
        yield workplace


@pytest.fixture
def laptop_place(tmp_path: Path) -> Place:
    return Place(tmp_path / "laptop", Role.FIELD, questionnaire=COPIES)


@pytest.fixture
def field(hq: Workplace, laptop_place: Place, tmp_path: Path) -> Iterator[Workplace]:
    with closing(laptop_place.open()) as workplace:
        enrol(headquarters=hq, laptop=workplace, folder=tmp_path / "enrolment")
        yield workplace


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def put(folder: Path, content: bytes, name: str = "Diplom Zubaida.pdf") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def agreed(workplace: Workplace, word: str = "granted", name: str = "granted") -> ProfileId:
    return interview(workplace, consent__attach_copies=word, consent__send_with_name=name)


def session_of(workplace: Workplace, profile: ProfileId) -> EditingSession:
    return workplace.interviews.open(profile)


def attached(workplace: Workplace, folder: Path, content: bytes | None = None, path: str = ONE) -> tuple[ProfileId, FileRef]:
    """A closed interview with one copy."""
    profile = agreed(workplace)
    session = session_of(workplace, profile)
    ref = workplace.attachments.attach(session, path, put(folder, content or document()))
    session.close()
    return profile, ref


def state(workplace: Workplace) -> Handover:
    return workplace.interviews.rows(ListQuery(), 0, 1)[0].handover


def with_large_copy(workplace: Workplace) -> ProfileId:
    """A closed interview with a copy as large as one may be, which no packing makes smaller."""
    profile = agreed(workplace)
    content = b"\xff\xd8\xff" + os.urandom(MOST_FILE_BYTES - 3)
    ref = FileRef(hashlib.sha256(content).hexdigest(), FileKind.JPEG, len(content), 1)
    workplace.store.blobs.add(Blob(ref.sha256, FileKind.JPEG, content), workplace.sources.now())
    session = session_of(workplace, profile)
    session.set_answer(ONE, ref)
    session.close()
    return profile


def receipt(hq: Workplace, field: Workplace, stick: Path) -> None:
    (written,) = hq.receipts.write(stick)
    field.receipts.take(written.bundle.path)


# --- at the laptop ---


def test_a_file_becomes_an_answer_with_a_clean_copy(field: Workplace, tmp_path: Path) -> None:
    file = put(tmp_path, hostile_document())
    session = session_of(field, agreed(field))
    ref = field.attachments.attach(session, ONE, file)
    assert session.profile.get(ONE) == ref
    assert not session.is_dirty
    blob = field.store.blobs.find(ref.sha256)
    assert blob is not None
    assert (ref.kind, ref.pages, ref.size_bytes) == (FileKind.PDF, 2, len(blob.content))
    assert hashlib.sha256(blob.content).hexdigest() == ref.sha256
    assert SECRET.encode() not in blob.content
    assert file.read_bytes() == hostile_document()


def test_a_copy_is_shown_without_becoming_a_file(field: Workplace, tmp_path: Path) -> None:
    _, ref = attached(field, tmp_path, telling_jpeg())
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    picture = field.attachments.page(ref, 0, 400)
    assert (picture.width, picture.height) == (400, 300)
    assert {path for path in tmp_path.rglob("*") if path.is_file()} == before


def test_the_name_of_the_file_is_nowhere(field: Workplace, tmp_path: Path) -> None:
    profile, _ = attached(field, tmp_path)
    stored = field.store.profiles.load(profile)
    assert all(b"Zubaida" not in (part.text if part else b"") for one in stored.revisions for part in (one.open, one.protected))


@pytest.mark.parametrize("word", ["refused", "withdrawn", None])
def test_without_the_persons_word_nothing_is_attached(field: Workplace, tmp_path: Path, word: str | None) -> None:
    profile = agreed(field)
    change(field, profile, consent__attach_copies=word)
    session = session_of(field, profile)
    with pytest.raises(errors.CopiesNotAgreed):
        field.attachments.attach(session, ONE, put(tmp_path, document()))
    assert session.profile.get(ONE) is None


def test_a_question_that_takes_no_copy_takes_none(field: Workplace, tmp_path: Path) -> None:
    session = session_of(field, agreed(field))
    with pytest.raises(errors.InvalidAnswer):
        field.attachments.attach(session, "identity.given_names", put(tmp_path, document()))


REFUSED: dict[str, tuple[Callable[[], bytes], type[errors.S2wError]]] = {
    "too large": (lambda: document(1).ljust(MOST_FILE_BYTES + 1, b"\0"), errors.CopyTooLarge),
    "empty": (lambda: b"", errors.NotACopy),
    "a text": (lambda: b"Dear Sir or Madam", errors.NotACopy),
    "a bomb": (png_bomb, errors.PictureTooBig),
    "cut": (lambda: jpeg_of(photograph())[:4000], errors.CopyDamaged),
    "21 pages": (lambda: document(21), errors.TooManyPages),
    "under a password": (protected_document, errors.CopyProtected),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_refused_changes_nothing(field: Workplace, tmp_path: Path, name: str) -> None:
    make, failure = REFUSED[name]
    session = session_of(field, agreed(field))
    kept = field.attachments.attach(session, ONE, put(tmp_path, document()))
    untrusted = make()
    file = put(tmp_path, untrusted, "other.png")
    with pytest.raises(failure):
        field.attachments.attach(session, ONE, file)
    assert session.profile.get(ONE) == kept
    assert file.read_bytes() == untrusted


def test_only_a_file_that_is_there_is_read(field: Workplace, tmp_path: Path) -> None:
    session = session_of(field, agreed(field))
    places = [tmp_path / "nowhere.pdf", tmp_path]
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        places += [tmp_path / "pipe", Path("/dev/zero")]
    for place in places:
        with pytest.raises(errors.FileUnreadable):
            field.attachments.attach(session, ONE, place)


def test_undo_brings_a_copy_back_and_the_next_opening_lets_go_of_what_nothing_names(laptop_place: Place, tmp_path: Path) -> None:
    with closing(laptop_place.open()) as workplace:
        profile = agreed(workplace)
        session = session_of(workplace, profile)
        kept = workplace.attachments.attach(session, ONE, put(tmp_path, document()))
        gone = workplace.attachments.attach(session, OTHER, put(tmp_path, png_of(page_of_writing((80, 80)))))
        session.set_answer(ONE, None)
        session.save()
        assert session.undo()
        assert session.profile.get(ONE) == kept
        session.set_answer(OTHER, None)
        session.save()
        assert session.undo()
        assert session.profile.get(OTHER) == gone
        assert session.redo()
        session.close()
        assert workplace.store.blobs.find(gone.sha256) is not None
    with closing(laptop_place.open()) as workplace:
        assert workplace.interviews.read(profile).get(ONE) == kept
        assert workplace.store.blobs.find(kept.sha256) is not None
        assert workplace.store.blobs.find(gone.sha256) is None


# --- the whole way ---


def test_a_copy_goes_from_laptop_to_headquarters_and_is_the_same(
    field: Workplace, hq: Workplace, tmp_path: Path, stick: Path
) -> None:
    profile, ref = attached(field, tmp_path, telling_jpeg())
    result = field.exporting.write(stick)
    (bundle,) = result.bundles
    assert (bundle.counts.blobs, bundle.blobs) == (1, (ref.sha256,))
    told: list[tuple[int, int]] = []
    hq.importing.take(bundle.path, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (bundle.counts.records + 1, bundle.counts.records + 1)
    assert hq.interviews.read(profile).get(ONE) == ref
    assert hq.store.blobs.find(ref.sha256) == field.store.blobs.find(ref.sha256)
    assert hq.attachments.page(ref, 0, 300) == field.attachments.page(ref, 0, 300)
    receipt(hq, field, stick)
    assert state(field) is Handover.RECEIVED


def test_a_copy_is_sent_until_headquarters_has_it_and_then_not_again(
    field: Workplace, hq: Workplace, tmp_path: Path, stick: Path
) -> None:
    profile, _ = attached(field, tmp_path)
    lost = export(field, stick)
    lost.unlink()
    (again,) = field.exporting.write(stick).bundles
    assert again.counts.blobs == 1
    hq.importing.take(again.path)
    receipt(hq, field, stick)
    with pytest.raises(errors.NothingToExport):
        field.exporting.write(stick)
    change(field, profile, identity__given_names="Leila")
    (more,) = field.exporting.write(stick).bundles
    assert (more.counts.records, more.counts.blobs) == (1, 0)


def test_a_copy_that_two_interviews_name_travels_once(field: Workplace, tmp_path: Path, stick: Path) -> None:
    _, first = attached(field, tmp_path)
    _, second = attached(field, tmp_path, path=OTHER)
    assert first == second
    (bundle,) = field.exporting.write(stick).bundles
    assert bundle.counts.blobs == 1


def test_taking_the_same_bundle_again_or_trying_it_changes_nothing(
    field: Workplace, hq: Workplace, tmp_path: Path, stick: Path
) -> None:
    _, ref = attached(field, tmp_path)
    first = export(field, stick)
    hq.importing.take(first, rehearse=True)
    assert hq.store.blobs.find(ref.sha256) is None
    second = export(field, stick)
    for bundle in (first, second, first):
        hq.importing.take(bundle)
    assert hq.store.blobs.find(ref.sha256) is not None


@pytest.mark.parametrize(("word", "name"), [("refused", "granted"), ("withdrawn", "granted"), ("granted", "refused")])
def test_a_copy_stays_here_when_the_person_says_so(
    field: Workplace, hq: Workplace, tmp_path: Path, stick: Path, word: str, name: str
) -> None:
    profile, ref = attached(field, tmp_path)
    change(field, profile, consent__attach_copies=word, consent__send_with_name=name)
    (bundle,) = field.exporting.write(stick).bundles
    assert bundle.counts.blobs == 0
    hq.importing.take(bundle.path)
    assert hq.store.inbox.missing_blobs(field.station.device) == ()  # held back is not missing
    with pytest.raises(errors.CopyMissing):
        hq.attachments.page(ref, 0, 100)
    receipt(hq, field, stick)
    assert state(field) is Handover.RECEIVED
    change(field, profile, consent__attach_copies="granted", consent__send_with_name="granted")
    (later,) = field.exporting.write(stick).bundles
    assert later.blobs == (ref.sha256,)
    hq.importing.take(later.path)
    assert hq.store.blobs.find(ref.sha256) is not None


def test_an_answer_whose_copy_is_missing_is_taken_and_headquarters_asks_for_the_copy(
    field: Workplace, hq: Workplace, tmp_path: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile, ref = attached(field, tmp_path)
    with monkeypatch.context() as without:
        without.setattr(type(field.exporting), "_blobs", lambda _self: [])
        (bundle,) = field.exporting.write(stick).bundles
    hq.importing.take(bundle.path)
    assert hq.interviews.read(profile).get(ONE) == ref
    assert hq.store.inbox.missing_blobs(field.station.device) == (ref.sha256,)
    receipt(hq, field, stick)
    assert state(field) is Handover.IN_BUNDLE  # not received: something of it is not there
    (second,) = field.exporting.write(stick).bundles
    assert (second.counts.records, second.blobs) == (0, (ref.sha256,))
    hq.importing.take(second.path)
    assert hq.store.inbox.missing_blobs(field.station.device) == ()
    receipt(hq, field, stick)
    assert state(field) is Handover.RECEIVED


def test_headquarters_that_lost_a_copy_gets_it_again(field: Workplace, hq: Workplace, tmp_path: Path, stick: Path) -> None:
    profile, ref = attached(field, tmp_path)
    hq.importing.take(export(field, stick))
    receipt(hq, field, stick)
    with hq.store._database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM blob")
    change(field, profile, identity__given_names="Leila")
    hq.importing.take(export(field, stick))
    receipt(hq, field, stick)
    (bundle,) = field.exporting.write(stick).bundles
    assert bundle.blobs == (ref.sha256,)


def test_copies_may_come_before_the_answers_that_name_them(
    field: Workplace, hq: Workplace, tmp_path: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile, ref = attached(field, tmp_path, jpeg_of(photograph((1600, 1200))))
    session = session_of(field, profile)
    other = field.attachments.attach(session, OTHER, put(tmp_path, jpeg_of(photograph((1500, 1200)))))
    session.close()
    one_fits = max(ref.size_bytes, other.size_bytes) + 20_000
    monkeypatch.setattr(field.exporting._dispatch, "_limits", replace(STANDARD, bundle=one_fits))
    bundles = field.exporting.write(stick).bundles
    assert [(one.counts.revisions > 0, one.counts.blobs) for one in bundles] == [(True, 1), (False, 1)]
    for bundle in reversed(bundles):
        hq.importing.take(bundle.path)
    assert hq.attachments.remove_unused() == 0
    assert hq.interviews.read(profile).get(ONE) == ref
    assert [hq.attachments.page(one, 0, 100).width for one in (ref, other)] == [100, 100]


def test_what_is_no_longer_kept_takes_its_copies_along(field: Workplace, tmp_path: Path) -> None:
    profile, ref = attached(field, tmp_path)
    session = field.interviews.open(profile)
    field.interviews.stop_keeping(session)
    assert field.store.blobs.find(ref.sha256) is None
    with pytest.raises(errors.CopiesNotAgreed):
        field.attachments.attach(session, ONE, put(tmp_path, document()))
    assert field.store.blobs.find(ref.sha256) is None


def test_a_copy_that_somebody_else_names_stays(field: Workplace, tmp_path: Path) -> None:
    profile, ref = attached(field, tmp_path)
    _, same = attached(field, tmp_path)
    assert same.sha256 == ref.sha256
    field.interviews.stop_keeping(field.interviews.open(profile))
    assert field.store.blobs.find(ref.sha256) is not None


def test_a_hand_over_in_small_files_arrives_in_any_order_and_a_missing_one_shows(
    hq: Workplace, field: Workplace, stick: Path
) -> None:
    people = [with_large_copy(field) for _ in range(3)]
    written = field.exporting.write(stick, most_bytes=LEAST_MOST_BYTES).bundles
    assert [one.seq for one in written] == [2, 3, 4]
    assert all(one.path.stat().st_size <= LEAST_MOST_BYTES for one in written)
    last, first, middle = (hq.importing.take(written[place].path) for place in (2, 0, 1))
    assert [(one.first, one.last) for one in last.missing_bundles] == [(2, 3)]
    assert [(one.first, one.last) for one in first.missing_bundles] == [(3, 3)]
    assert middle.missing_bundles == ()
    refs = [answers_of(hq)[profile].get(ONE) for profile in people]
    assert refs == [answers_of(field)[profile].get(ONE) for profile in people]
    assert all(isinstance(ref, FileRef) and hq.store.blobs.find(ref.sha256) is not None for ref in refs)
    with pytest.raises(ValueError, match="no room"):
        field.exporting.write(stick, most_bytes=LEAST_MOST_BYTES - 1)
    receipt(hq, field, stick)
    with pytest.raises(errors.NothingToExport):
        field.exporting.write(stick)
