"""A photo is kept, sent and printed only with the person's own word on it (P9), whatever was said about other copies (P8)."""

from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest

from s2w_desktop.domain.errors import CopiesNotAgreed
from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.files import FileRef
from s2w_desktop.domain.handover import Handover
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.values import ListQuery
from tests.attachments.making import document, jpeg_of, photograph
from tests.services.places import change, interview

PHOTO = "identity.photo"
FORM = "agreement.signed_form_file"


def file(folder: Path, content: bytes) -> Path:
    path = folder / "brought"
    path.write_bytes(content)
    return path


def with_photo(field: Workplace, folder: Path, **consent: str) -> tuple[ProfileId, FileRef]:
    said = {"consent__photo": "granted", "consent__send_with_name": "granted", "record__tier": "extended"} | consent
    profile = interview(field, **said)
    session = field.interviews.open(profile)
    ref = field.attachments.attach(session, PHOTO, file(folder, jpeg_of(photograph((400, 300)))))
    session.close()
    return profile, ref


def pictures(paper: bytes) -> list[tuple[int, int]]:
    """The points of every picture on the pages of a paper."""
    with closing(pypdfium2.PdfDocument(paper)) as found:
        images = [each for page in found for each in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])]
        return [image.get_px_size() for image in images if isinstance(image, pypdfium2.PdfImage)]


def state(workplace: Workplace) -> Handover:
    return workplace.interviews.rows(ListQuery(), 0, 1)[0].handover


@pytest.mark.parametrize("word", ["refused", "withdrawn", None])
def test_without_the_word_on_a_photo_none_is_taken_even_where_copies_are_agreed(
    field: Workplace, tmp_path: Path, word: str | None
) -> None:
    profile = interview(field, consent__attach_copies="granted")
    change(field, profile, consent__photo=word)
    with pytest.raises(CopiesNotAgreed):
        field.attachments.attach(field.interviews.open(profile), PHOTO, file(tmp_path, jpeg_of(photograph())))


def test_the_word_on_a_photo_is_none_on_copies(field: Workplace, tmp_path: Path) -> None:
    profile, _ = with_photo(field, tmp_path, consent__attach_copies="refused")
    with pytest.raises(CopiesNotAgreed):
        field.attachments.attach(field.interviews.open(profile), FORM, file(tmp_path, document()))


def test_a_photo_travels_alone_where_copies_are_refused(field: Workplace, hq: Workplace, tmp_path: Path, stick: Path) -> None:
    profile, photo = with_photo(field, tmp_path)
    session = field.interviews.open(profile)
    session.set_answer("consent.attach_copies", "granted")
    form = field.attachments.attach(session, FORM, file(tmp_path, document()))
    entry = session.add_entry("document")
    scan = field.attachments.attach(session, field_path("document", "scan", entry), file(tmp_path, document(3)))
    session.set_answer("consent.attach_copies", "withdrawn")
    session.close()
    (bundle,) = field.exporting.write(stick).bundles
    assert bundle.blobs == (photo.sha256,)
    hq.importing.take(bundle.path)
    assert hq.store.inbox.missing_blobs(field.station.device) == ()  # what is held back is not missing
    (receipt,) = hq.receipts.write(stick)
    field.receipts.take(receipt.bundle.path)
    assert state(field) is Handover.RECEIVED
    change(field, profile, consent__attach_copies="granted")
    (later,) = field.exporting.write(stick).bundles
    assert set(later.blobs) == {form.sha256, scan.sha256}


@pytest.mark.parametrize("word", ["refused", "withdrawn", None])
def test_a_photo_whose_word_is_taken_back_is_not_carried(
    field: Workplace, hq: Workplace, tmp_path: Path, stick: Path, word: str | None
) -> None:
    profile, photo = with_photo(field, tmp_path)
    change(field, profile, consent__photo=word)
    (bundle,) = field.exporting.write(stick).bundles
    assert bundle.counts.blobs == 0
    hq.importing.take(bundle.path)
    assert hq.store.blobs.find(photo.sha256) is None
    assert hq.store.inbox.missing_blobs(field.station.device) == ()


def test_a_picture_that_is_photo_and_scan_travels_by_the_word_on_either(field: Workplace, tmp_path: Path, stick: Path) -> None:
    """One picture, kept once, in two fields: one agreement is enough for its bytes."""
    profile, photo = with_photo(field, tmp_path, consent__attach_copies="granted")
    session = field.interviews.open(profile)
    same = field.attachments.attach(session, FORM, file(tmp_path, jpeg_of(photograph((400, 300)))))
    assert same == photo
    session.set_answer("consent.photo", "withdrawn")
    session.close()
    (bundle,) = field.exporting.write(stick).bundles
    assert bundle.blobs == (photo.sha256,)


def test_the_paper_shows_the_photo_only_while_the_person_agrees(field: Workplace, tmp_path: Path) -> None:
    profile, _ = with_photo(field, tmp_path)
    assert pictures(field.papers.profile_paper(profile, ("en", "ar"))) == [(400, 300)]
    assert field.papers.profile_paper(profile, ("en", "ar")) == field.papers.profile_paper(profile, ("en", "ar"))
    change(field, profile, consent__photo="withdrawn")
    assert pictures(field.papers.profile_paper(profile, ("en", "ar"))) == []
    assert isinstance(field.interviews.read(profile).get(PHOTO), FileRef)  # still there, to be taken out
    change(field, profile, consent__photo="granted")
    assert pictures(field.papers.profile_paper(profile, ("ar",))) == [(400, 300)]


def test_a_paper_without_the_photo_is_made_where_the_copy_is_not(
    field: Workplace, hq: Workplace, tmp_path: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile, _ = with_photo(field, tmp_path)
    monkeypatch.setattr(type(field.exporting), "_blobs", lambda _self: [])
    (bundle,) = field.exporting.write(stick).bundles
    hq.importing.take(bundle.path)
    assert pictures(hq.papers.profile_paper(profile, ("en",))) == []


def test_what_is_kept_against_the_word_is_remarked_at_its_question_and_on_the_list(field: Workplace, tmp_path: Path) -> None:
    profile, _ = with_photo(field, tmp_path)
    session = field.interviews.open(profile)
    assert not [issue for issue in session.issues() if issue.path == PHOTO]
    session.set_answer("consent.photo", "withdrawn")
    assert [issue.rule for issue in session.issues() if issue.path == PHOTO] == ["copy_without_word"]
    session.set_answer(PHOTO, None)
    assert not [issue for issue in session.issues() if issue.path == PHOTO]
