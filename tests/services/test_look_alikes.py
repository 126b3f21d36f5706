"""Somebody who may be recorded already, in real stores (V25)."""

from pathlib import Path

from sqlalchemy import delete

from s2w_desktop.domain.answers import Answer
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.likeness.comparing import MOST_SUGGESTED, Reason
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.interviews import Pair
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage import likeness_tables
from s2w_desktop.storage.encrypted_file import EncryptedFile
from s2w_desktop.storage.layout import DATABASE_NAME
from tests.services.places import Place, change, export, interview

AHMAD: dict[str, Answer] = {
    "identity__given_names": "Ahmad",
    "identity__family_names": "Karimi",
    "identity__date_of_birth": SaidDate.plainly("1984-05-07"),
    "identity__nationality": "AFG",
}
IN_ARABIC_SCRIPT: dict[str, Answer] = {
    "identity__given_names": "احمد",
    "identity__family_names": "کریمی",
    "identity__date_of_birth": SaidDate.plainly("1984"),
    "identity__nationality": "AFG",
}


def alike(workplace: Workplace, profile: ProfileId) -> list[ProfileId]:
    return [one.profile for one in workplace.look_alikes.of(workplace.interviews.read(profile))]


def test_two_officers_wrote_one_person_in_two_scripts(laptop: Workplace) -> None:
    first, second = interview(laptop, **AHMAD), interview(laptop, **IN_ARABIC_SCRIPT)
    interview(laptop, identity__given_names="Layla", identity__nationality="AFG")
    (found,) = laptop.look_alikes.of(laptop.interviews.read(second))
    assert found.profile == first
    assert found.case_number == laptop.interviews.read(first).text("record.case_number")
    assert found.reasons == (Reason.SIMILAR_NAME, Reason.SAME_BIRTH_YEAR, Reason.SAME_NATIONALITY)
    assert alike(laptop, first) == [second]


def test_it_is_told_while_the_interview_is_open_and_nothing_was_saved(laptop: Workplace) -> None:
    first = interview(laptop, **AHMAD)
    session = laptop.interviews.begin(Pair("en", "prs"))
    for path, answer in IN_ARABIC_SCRIPT.items():
        session.set_answer(path.replace("__", "."), answer)
    assert [one.profile for one in laptop.look_alikes.of(session.profile)] == [first]


def test_an_interview_that_is_open_elsewhere_in_the_list_is_found_too(laptop: Workplace) -> None:
    session = laptop.interviews.begin(Pair("en", "prs"))
    for path, answer in AHMAD.items():
        session.set_answer(path.replace("__", "."), answer)
    session.save()
    assert alike(laptop, interview(laptop, **IN_ARABIC_SCRIPT)) == [session.profile.id]


def test_a_name_that_was_corrected_is_found_by_what_it_is_now(laptop: Workplace) -> None:
    first, second = interview(laptop, **AHMAD), interview(laptop, **AHMAD)
    change(laptop, first, identity__given_names="Jawad")
    assert alike(laptop, second) == []
    change(laptop, second, identity__given_names="Jawad")
    assert alike(laptop, second) == [first]


def test_families_share_a_telephone_and_are_not_alike(laptop: Workplace) -> None:
    shared: dict[str, Answer] = {"contact__safe_to_contact": "yes", "contact__email": "family@example.org"}
    interview(laptop, **AHMAD, **shared)
    sister = {**AHMAD, "identity__given_names": "Zahra", "identity__date_of_birth": SaidDate.plainly("1986-01-02")}
    assert alike(laptop, interview(laptop, **sister, **shared)) == []


def test_who_was_told_apart_is_not_told_again_until_that_is_taken_back(tmp_path: Path) -> None:
    place = Place(tmp_path / "laptop", Role.FIELD)
    laptop = place.open()
    first, second = interview(laptop, **AHMAD), interview(laptop, **IN_ARABIC_SCRIPT)
    laptop.look_alikes.tell_apart(second, first)
    laptop.look_alikes.tell_apart(first, second)
    laptop.close()
    laptop = place.open()
    assert alike(laptop, first) == alike(laptop, second) == []
    assert laptop.store.likeness.told_apart(first) == {second}
    third = interview(laptop, **AHMAD)
    assert alike(laptop, third) == [first, second]
    laptop.look_alikes.take_back(first, second)
    assert set(alike(laptop, second)) == {first, third}
    laptop.close()


def test_five_at_most_are_told(laptop: Workplace) -> None:
    for _ in range(MOST_SUGGESTED + 3):
        interview(laptop, **AHMAD)
    assert len(alike(laptop, interview(laptop, **AHMAD))) == MOST_SUGGESTED


def test_headquarters_finds_people_of_two_laptops(hq: Workplace, field: Workplace, other: Workplace, stick: Path) -> None:
    first, second = interview(field, **AHMAD), interview(other, **IN_ARABIC_SCRIPT)
    hq.importing.take(export(field, stick))
    hq.importing.take(export(other, stick))
    assert alike(hq, first) == [second]


def test_headquarters_compares_nobody_whose_name_did_not_come(hq: Workplace, field: Workplace, stick: Path) -> None:
    first = interview(field, **AHMAD)
    interview(field, **AHMAD, consent__send_with_name="refused", consent__send_for_figures="granted")
    hq.importing.take(export(field, stick))
    assert alike(hq, first) == []


def test_nothing_is_left_of_somebody_who_is_forgotten(tmp_path: Path) -> None:
    place = Place(tmp_path / "laptop", Role.FIELD)
    laptop = place.open()
    first = interview(laptop, **AHMAD)
    session = laptop.interviews.begin(Pair("en", "prs"))
    for path, answer in AHMAD.items():
        session.set_answer(path.replace("__", "."), answer)
    session.save()
    laptop.look_alikes.tell_apart(first, session.profile.id)
    laptop.interviews.stop_keeping(session)
    assert alike(laptop, first) == []
    assert laptop.store.likeness.told_apart(first) == frozenset()
    laptop.store.verify()
    laptop.close()


def as_left_by_an_earlier_program(place: Place) -> None:
    """Nobody's features are known."""
    database = EncryptedFile(place.folder / DATABASE_NAME, place.key())
    with database.writing() as connection:
        connection.execute(delete(likeness_tables.feature_key))
        connection.execute(delete(likeness_tables.features))
    database.close()


def test_people_of_an_earlier_program_are_caught_up_piece_by_piece_and_at_opening(tmp_path: Path) -> None:
    place = Place(tmp_path / "laptop", Role.FIELD)
    laptop = place.open()
    people = {interview(laptop, **AHMAD) for _ in range(2)}
    session = laptop.interviews.begin(Pair("en", "prs"))
    for path, answer in AHMAD.items():
        session.set_answer(path.replace("__", "."), answer)
    session.save()
    as_left_by_an_earlier_program(place)
    assert alike(laptop, session.profile.id) == []
    assert [laptop.look_alikes.catch_up(2) for _ in range(2)] == [True, False]
    assert set(alike(laptop, session.profile.id)) == people
    as_left_by_an_earlier_program(place)
    laptop.close()
    laptop = place.open()
    assert set(alike(laptop, session.profile.id)) == people
    assert session.profile.id in alike(laptop, min(people))
    laptop.close()
