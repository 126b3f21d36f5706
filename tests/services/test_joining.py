"""Two profiles of one person are joined at headquarters, and parted again (F43)."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from sqlalchemy import select

from s2w_desktop.domain.answers import Answer, Words
from s2w_desktop.domain.errors import WrongRole
from s2w_desktop.domain.exchange_errors import AlreadyOne, NotJoined, SameStage, StagesDiffer
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.likeness.comparing import Reason
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.domain.side_by_side import Pick, Standing
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage import exchange_tables
from s2w_desktop.storage.encrypted_file import EncryptedFile
from s2w_desktop.storage.layout import DATABASE_NAME
from s2w_desktop.storage.values import ListQuery
from tests.services.places import Place, change, enrol, export, interview

AHMAD: dict[str, Answer] = {
    "identity__given_names": "Ahmad",
    "identity__family_names": "Karimi",
    "identity__date_of_birth": SaidDate.plainly("1984-05-07"),
    "identity__nationality": "AFG",
    "contact__email": "ahmad@example.org",
}
NAMED = {path: answer for path, answer in AHMAD.items() if path != "contact__email"}
IN_ARABIC_SCRIPT: dict[str, Answer] = {
    "identity__given_names": "احمد",
    "identity__family_names": "کریمی",
    "identity__date_of_birth": SaidDate.plainly("1984"),
    "identity__nationality": "AFG",
    "identity__sex": "M",
}


def said(workplace: Workplace, profile: ProfileId) -> Mapping[str, object]:
    return workplace.interviews.read(profile).held


def listed(workplace: Workplace) -> set[ProfileId]:
    return set(workplace.store.profiles.ids(ListQuery()))


def two_at(hq: Workplace) -> tuple[ProfileId, ProfileId]:
    return interview(hq, **AHMAD), interview(hq, **IN_ARABIC_SCRIPT)


def test_people_of_two_laptops_are_found_and_told_apart_once(
    hq: Workplace, field: Workplace, other: Workplace, stick: Path
) -> None:
    first, second = interview(field, **NAMED), interview(other, **IN_ARABIC_SCRIPT)
    hq.importing.take(export(field, stick))
    hq.importing.take(export(other, stick))
    found = hq.office.duplicates.look()
    (pair,) = found.pairs
    assert ({pair.first, pair.second}, found.people, found.common) == ({first, second}, 2, 0)
    assert pair.reasons == (Reason.SIMILAR_NAME, Reason.SAME_BIRTH_YEAR, Reason.SAME_NATIONALITY)
    hq.office.duplicates.tell_apart(second, first)
    assert hq.office.duplicates.look().pairs == ()
    hq.office.duplicates.take_back(first, second)
    assert hq.office.duplicates.look().pairs == (pair,)


def test_side_by_side_tells_what_is_the_same_and_what_is_not(hq: Workplace) -> None:
    first, second = two_at(hq)
    found = hq.office.duplicates.compare(first, second)
    standing = {matter.key: matter.standing for matter in found.matters if not matter.is_entry}
    assert standing["identity.nationality"] is Standing.SAME
    assert standing["identity.given_names"] is Standing.DIFFERENT
    assert standing["contact.email"] is Standing.ONLY_FIRST
    assert standing["identity.sex"] is Standing.ONLY_SECOND
    assert "record.case_number" not in standing
    languages = [matter for matter in found.matters if matter.section.key == "language"]
    assert {matter.standing for matter in languages} == {Standing.SAME}
    assert found.can_join


def test_joined_people_are_one_in_lists_searches_and_figures(hq: Workplace) -> None:
    first, second = two_at(hq)
    numbers = [str(said(hq, profile)["record.case_number"]) for profile in (first, second)]
    assert hq.office.duplicates.joining.join(first, second, {"identity.given_names": Pick.SECOND}) == first
    whole = hq.interviews.read(first)
    assert (whole.text("identity.given_names"), whole.text("identity.family_names")) == ("احمد", "Karimi")
    assert (whole.text("identity.sex"), whole.text("contact.email")) == ("M", "ahmad@example.org")
    assert len(whole.entries("language")) == 3
    assert whole.text("record.case_number") == numbers[0]
    assert listed(hq) == {first}
    assert [hq.store.profiles.count(query) for query in (ListQuery(), ListQuery(search="Karimi"))] == [1, 1]
    assert hq.store.profiles.counts("nationality") == {"AFG": 1}
    assert sum(hq.store.profiles.handover_counts().values()) == 1
    assert [hq.interviews.find(number) for number in numbers] == [first, first]
    for word in (numbers[1], "کریمی", "Karimi"):
        assert hq.store.profiles.ids(ListQuery(search=word)) == [first], word
    assert hq.store.profiles.rows_of([first])[0].conflicts == 0
    assert hq.office.duplicates.look().pairs == ()


def test_parting_gives_both_back_exactly(hq: Workplace) -> None:
    first, second = two_at(hq)
    before = said(hq, first), said(hq, second)
    picks = {"identity.given_names": Pick.SECOND, "contact.email": Pick.SECOND, "identity.sex": Pick.FIRST}
    hq.office.duplicates.joining.join(first, second, picks)
    assert hq.interviews.read(first).get("contact.email") is None
    assert hq.office.duplicates.joining.part(second) == first
    assert (said(hq, first), said(hq, second)) == before
    assert listed(hq) == {first, second}
    assert len(hq.office.duplicates.look().pairs) == 1
    hq.office.duplicates.joining.join(second, first)
    assert listed(hq) == {second}
    hq.office.duplicates.joining.part(first)
    assert (said(hq, first), said(hq, second)) == before


def test_what_was_said_about_the_joined_person_stays_or_goes_with_whom_it_is_about(hq: Workplace) -> None:
    first = interview(hq, **AHMAD)
    second = interview(hq, **IN_ARABIC_SCRIPT)
    session = hq.interviews.open(second)
    job = session.add_entry("work", {"title_own_words": Words("Baker", "eng")})
    session.close()
    hq.office.duplicates.joining.join(first, second)
    session = hq.interviews.open(first)
    session.set_answer(f"work.{job}.title_own_words", Words("Master baker", "eng"))
    session.set_answer("contact.email", "new@example.org")
    session.close()
    hq.office.duplicates.joining.part(second)
    one, other = (hq.interviews.read(profile) for profile in (first, second))
    assert (one.text("contact.email"), one.entries("work")) == ("new@example.org", ())
    assert other.get(f"work.{job}.title_own_words") == Words("Master baker", "eng")


def test_a_late_edit_of_either_lands_in_the_joined_person(hq: Workplace, field: Workplace, other: Workplace, stick: Path) -> None:
    first, second = interview(field, **NAMED), interview(other, **IN_ARABIC_SCRIPT)
    hq.importing.take(export(field, stick))
    hq.importing.take(export(other, stick))
    hq.office.duplicates.joining.join(first, second)
    change(other, second, contact__email="new@example.org", identity__sex="F")
    hq.importing.take(export(other, stick))
    whole = hq.interviews.read(first)
    assert (whole.text("contact.email"), whole.text("identity.sex")) == ("new@example.org", "F")
    assert listed(hq) == {first}
    hq.office.duplicates.joining.part(second)
    assert hq.interviews.read(first).get("contact.email") is None
    assert hq.interviews.read(second).text("identity.sex") == "F"


def test_devices_of_both_are_to_hear_of_it(tmp_path: Path) -> None:
    office = Place(tmp_path / "hq", Role.HEADQUARTERS)
    hq, laptops, people = office.open(), list[Workplace](), list[ProfileId]()
    for name in "ab":
        laptops.append(Place(tmp_path / name, Role.FIELD).open())
        enrol(headquarters=hq, laptop=laptops[-1], folder=tmp_path / "enrolment")
        people.append(interview(laptops[-1], **AHMAD))
        hq.importing.take(export(laptops[-1], tmp_path / "stick"))
    hq.office.duplicates.joining.join(people[0], people[1])
    for workplace in (hq, *laptops):
        workplace.close()
    database = EncryptedFile(office.folder / DATABASE_NAME, office.key())
    with database.reading() as connection:
        shared = {(row.device, row.profile) for row in connection.execute(select(exchange_tables.share))}
    database.close()
    assert shared == {(laptop.station.device, profile) for laptop in laptops for profile in people}


def test_three_profiles_are_one_and_each_can_be_parted(hq: Workplace) -> None:
    first, second = two_at(hq)
    third = interview(hq, identity__given_names="Achmad", identity__sex="F")
    before = {profile: said(hq, profile) for profile in (first, second, third)}
    hq.office.duplicates.joining.join(second, third)
    hq.office.duplicates.joining.join(first, second)
    assert listed(hq) == {first}
    assert set(hq.store.joins.members(first)) == {second, third}
    hq.office.duplicates.joining.part(second)
    assert listed(hq) == {first, second}
    assert said(hq, first) == before[first]
    hq.office.duplicates.joining.part(third)
    assert {profile: said(hq, profile) for profile in before} == before


def test_who_was_told_apart_from_one_is_told_apart_from_the_joined_person(hq: Workplace) -> None:
    first, second = two_at(hq)
    third = interview(hq, **AHMAD)
    hq.office.duplicates.tell_apart(second, third)
    hq.office.duplicates.joining.join(first, second)
    assert hq.office.duplicates.look().pairs == ()


def test_before_and_after_a_departure_are_linked_and_never_joined(hq: Workplace) -> None:
    first = interview(hq, **AHMAD, session__stage="REC")
    second = interview(hq, **AHMAD, session__stage="PRE")
    third = interview(hq, **AHMAD, session__stage="INT")
    assert not hq.office.duplicates.compare(first, second).can_join
    with pytest.raises(StagesDiffer):
        hq.office.duplicates.joining.join(first, second)
    with pytest.raises(SameStage):
        hq.office.duplicates.joining.link(first, third)
    assert hq.office.duplicates.joining.link(second, first) == first
    assert hq.interviews.read(first).text("record.earlier_profile") == str(second)
    hq.office.duplicates.joining.unlink(first)
    assert hq.interviews.read(first).get("record.earlier_profile") is None
    assert listed(hq) == {first, second, third}


def test_only_two_people_can_be_joined_and_only_joined_ones_parted(hq: Workplace) -> None:
    first, second = two_at(hq)
    with pytest.raises(NotJoined):
        hq.office.duplicates.joining.part(second)
    hq.office.duplicates.joining.join(first, second)
    with pytest.raises(AlreadyOne):
        hq.office.duplicates.joining.join(second, first)


def test_laptops_do_not_join(laptop: Workplace) -> None:
    first, second = two_at(laptop)
    with pytest.raises(WrongRole):
        laptop.office.duplicates.joining.join(first, second)
