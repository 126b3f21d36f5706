"""Files of one person with a real store: consent decides, and what comes in begins an interview without any."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from s2w_desktop.domain.errors import WrongRole
from s2w_desktop.domain.fields import Tier
from s2w_desktop.domain.interchange_errors import LanguageNotOffered, NotAgreed, NotAProfileFile, ProfileFileTooLarge
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.stations import Role
from s2w_desktop.interchange.europass_xml import MOST_BYTES
from s2w_desktop.services.adoption import adopt
from s2w_desktop.services.workplace import Workplace
from tests import small_esco
from tests.domain.people import with_row
from tests.interchange.someone import answered_rows, europass, person, said
from tests.workplaces import make_workplace


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Workplace]:
    made = make_workplace(tmp_path / "laptop")
    yield made
    made.close()


def kept(laptop: Workplace, profile: Profile) -> Profile:
    profile = profile.with_answer("record.tier", "extended")
    adopt(interviews=laptop.interviews, questionnaire=QUESTIONNAIRE, station=laptop.station, profile=profile)
    return laptop.interviews.read(profile.id)


def pdf_with(name: str, content: bytes) -> bytes:
    target = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.attachments[name] = content
        pdf.save(target)
    return target.getvalue()


def agreed() -> Profile:
    return person().with_answer("consent.create_profile", "granted").with_answer("consent.europass", "granted")


@pytest.mark.parametrize(
    "change",
    [
        {"consent.europass": None},
        {"consent.europass": "refused"},
        {"consent.europass": "withdrawn"},
        {"consent.create_profile": None},
    ],
)
def test_nothing_is_made_without_the_persons_word(laptop: Workplace, change: dict[str, str | None]) -> None:
    profile = agreed()
    for path, word in change.items():
        profile = profile.with_answer(path, word)
    stored = kept(laptop, profile)
    with pytest.raises(NotAgreed) as raised:
        laptop.interchange.europass(stored.id)
    assert raised.value.path == "consent.europass"


def test_a_file_says_that_its_person_is_invented_in_a_training_store(laptop: Workplace) -> None:
    stored = kept(laptop, agreed())
    assert b"an invented person" in laptop.interchange.europass(stored.id).content.split(b"<Candidate")[0]


def test_only_languages_of_europass_that_the_program_speaks_are_offered(laptop: Workplace) -> None:
    offered = laptop.interchange.europass_languages()
    assert {"en", "fr", "uk"} <= set(offered)
    assert "ar" not in offered
    with pytest.raises(LanguageNotOffered):
        laptop.interchange.europass(kept(laptop, agreed()).id, "ar")


def test_what_comes_in_begins_an_interview_that_asks_about_all_of_it(laptop: Workplace, tmp_path: Path) -> None:
    file = tmp_path / "cv.xml"
    file.write_bytes(europass(person()).content)
    found = laptop.interchange.look(file)
    profile, number = laptop.interchange.take_in(found, "en")
    stored = laptop.interviews.read(laptop.interviews.find(number))
    assert stored.id == profile
    assert answered_rows(stored)["work"] == answered_rows(person())["work"]
    assert stored.text("record.tier") == Tier.EXTENDED.code
    assert stored.text("record.person_language") == "apc"
    assert not [path for path in stored.held if path.startswith(("consent.", "agreement."))]
    session = laptop.interviews.open(profile)
    assert session.profile.held == stored.held


def test_a_pdf_that_carries_the_document_is_read(laptop: Workplace, tmp_path: Path) -> None:
    file = tmp_path / "cv.pdf"
    file.write_bytes(pdf_with("attachment.xml", europass(person()).content))
    assert answered_rows(laptop.interchange.look(file).profile) == answered_rows(person())


@pytest.mark.parametrize(
    "content",
    [
        pdf_with("other.xml", b"<a/>"),
        pdf_with("attachment.xml", b"nonsense"),
        pdf_with("attachment.xml", pdf_with("attachment.xml", b"<a/>")),
        b"%PDF-1.7\n" + bytes(100),
    ],
    ids=["another file", "no xml", "a pdf inside", "damaged"],
)
def test_a_pdf_without_the_document_is_refused(laptop: Workplace, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "cv.pdf"
    file.write_bytes(content)
    with pytest.raises(NotAProfileFile):
        laptop.interchange.look(file)


@pytest.mark.parametrize("start", [b"%PDF-", b"<a>", b"{"])
def test_a_huge_file_is_refused_without_reading_all_of_it(laptop: Workplace, tmp_path: Path, start: bytes) -> None:
    file = tmp_path / "huge"
    with file.open("wb") as target:
        target.write(start)
        target.truncate(10 * MOST_BYTES)
    with pytest.raises(ProfileFileTooLarge):
        laptop.interchange.look(file)


def test_an_occupation_of_esco_is_found_again_in_the_installed_pack(hq: Workplace, tmp_path: Path) -> None:
    file = tmp_path / "cv.xml"
    before = with_row(
        Profile(person().id), "work", title_own_words=said("I sew"), occupation_esco=small_esco.occupation("tailor")
    )
    file.write_bytes(europass(before).content)
    assert hq.interchange.look(file).unfit == ("work.occupation_esco",)
    small_esco.install(hq, tmp_path / "pack")
    found = hq.interchange.look(file)
    assert (found.unfit, answered_rows(found.profile)) == ((), answered_rows(before))
    file.write_bytes(
        file.read_bytes().replace(small_esco.uri("occupation", "tailor").encode(), b"http://data.europa.eu/esco/x/y")
    )
    assert hq.interchange.look(file).unfit == ("work.occupation_esco",)


def test_headquarters_begins_no_profile(tmp_path: Path) -> None:
    headquarters = make_workplace(tmp_path / "hq", Role.HEADQUARTERS)
    file = tmp_path / "cv.xml"
    file.write_bytes(europass(person()).content)
    with pytest.raises(WrongRole):
        headquarters.interchange.take_in(headquarters.interchange.look(file), "en")
    headquarters.close()


def test_a_file_that_says_nothing_begins_an_empty_interview(laptop: Workplace, tmp_path: Path) -> None:
    file = tmp_path / "cv.xml"
    file.write_bytes(europass(Profile(person().id)).content)
    found = laptop.interchange.look(file)
    assert found == replace(found, unfit=(), shortened=(), unplaced=(), others=0)
    _profile, number = laptop.interchange.take_in(found, "en")
    assert laptop.interviews.read(laptop.interviews.find(number)).text("record.tier") == Tier.CORE.code
