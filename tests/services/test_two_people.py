"""One laptop was copied, and both copies carried on one profile, each for somebody else: headquarters parts the two."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from copy import copy
from dataclasses import dataclass
from pathlib import Path

import pytest

from s2w_desktop.domain.erasing import ErasureReason
from s2w_desktop.domain.errors import WrongRole
from s2w_desktop.domain.exchange_errors import ConflictChanged, NotPermitted, UnknownConflict
from s2w_desktop.domain.ids import ProfileId, RevisionId
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.conflicts import Take
from s2w_desktop.services.two_people import Left, Side
from s2w_desktop.services.workplace import Workplace
from tests.histories.reading_here import open_here
from tests.services.exchanges import bring, handed_over, listed, receipt_for
from tests.services.places import Place, change, enrol
from tests.services.quarrels import Quarrel

NAME, CASE, MAIL = "identity.given_names", "record.case_number", "contact.email"


@dataclass(frozen=True)
class Copies:
    """Two laptops from one disk, and the profile that was on it; headquarters has it as both had it then."""

    one: Workplace
    other: Workplace
    profile: ProfileId


@pytest.fixture
def copies(hq: Workplace, stick: Path, tmp_path: Path) -> Iterator[Copies]:
    place = Place(tmp_path / "one", Role.FIELD, name="Laptop 07")
    with closing(place.open(open_here)) as laptop:
        enrol(headquarters=hq, laptop=laptop, folder=tmp_path / "enrolment")
        profile = handed_over(hq, laptop, stick, consent__attach_copies="granted")
    clone = copy(place)
    clone.folder = Path(shutil.copytree(place.folder, tmp_path / "other"))
    with closing(place.open(open_here)) as one, closing(clone.open(open_here)) as other:
        yield Copies(one, other, profile)


def carry_on(copies: Copies) -> None:
    """Each of the two for somebody else."""
    change(copies.one, copies.profile, identity__given_names="Layla", identity__family_names="Haddad", identity__sex="F")
    session = copies.other.interviews.open(copies.profile)
    session.set_answer(NAME, "Omar")
    session.set_answer("identity.sex", "M")
    session.set_answer(MAIL, "omar@example.org")
    session.add_entry("work", {})
    first = session.profile.entries("language")[0]
    session.remove_entry("language", first)
    session.close()


def said(workplace: Workplace, profile: ProfileId) -> Mapping[str, object]:
    """Every answer, but for the case number."""
    return {path: held for path, held in workplace.interviews.read(profile).held.items() if path != CASE}


def side(hq: Workplace, profile: ProfileId, name: str) -> Side:
    (found,) = [one for one in hq.office.two_people.of(profile).sides if name in one.name]
    return found


def part(hq: Workplace, profile: ProfileId, leaving: str) -> Left:
    return hq.office.two_people.part(hq.office.two_people.of(profile), side(hq, profile, leaving).tip)


def test_each_has_their_own_answers_at_headquarters_and_at_both_copies(hq: Workplace, copies: Copies, stick: Path) -> None:
    carry_on(copies)
    layla, omar = said(copies.one, copies.profile), said(copies.other, copies.profile)
    bring(hq, copies.one, stick)
    bring(hq, copies.other, stick)
    sides = hq.office.two_people.of(copies.profile).sides
    assert [(one.name, one.voice.device_name) for one in sides] == [("Layla Haddad", "Laptop 07"), ("Omar", "Laptop 07")]
    number = hq.interviews.read(copies.profile).text(CASE)
    left = part(hq, copies.profile, "Omar")
    assert left.is_new
    assert (said(hq, copies.profile), said(hq, left.profile)) == (layla, omar)
    assert [hq.interviews.find(one) for one in (number, left.case_number)] == [copies.profile, left.profile]
    assert (hq.office.conflicts.count(), hq.office.conflicts.of(copies.profile).decisions) == (0, ())
    assert hq.store.likeness.told_apart(copies.profile) == {left.profile}
    receipt = receipt_for(hq, copies.one, stick)
    for laptop in (copies.one, copies.other):
        laptop.receipts.take(receipt)
        assert set(listed(laptop)) == {copies.profile, left.profile}
        assert (said(laptop, copies.profile), said(laptop, left.profile)) == (layla, omar)
        assert laptop.interviews.read(left.profile).text(CASE) == left.case_number


def test_who_goes_on_without_having_heard_of_it_is_a_conflict_again_and_the_answers_find_their_person(
    hq: Workplace, copies: Copies, stick: Path
) -> None:
    carry_on(copies)
    bring(hq, copies.one, stick)
    bring(hq, copies.other, stick)
    left = part(hq, copies.profile, "Omar")
    layla = said(hq, copies.profile)
    session = copies.other.interviews.open(copies.profile)
    session.set_answer("contact.address", "Athinas 12")  # nobody had said anything about it
    entry = session.add_entry("language", {"language": "deu"})
    session.close()
    bring(hq, copies.other, stick)
    late = {f"language.{entry}.", "contact.address"}
    assert late <= {one.path for one in hq.office.conflicts.of(copies.profile).open}
    assert {one.path: len(one.voices) for one in hq.office.conflicts.of(copies.profile).open}["contact.address"] == 2
    assert said(hq, left.profile).get("contact.address") is None
    assert part(hq, copies.profile, "Omar") == Left(left.profile, left.case_number, is_new=False)
    assert said(hq, copies.profile) == layla
    assert said(hq, left.profile) == said(copies.other, copies.profile)
    assert hq.office.conflicts.count() == 0
    change(copies.one, copies.profile, contact__address="Ermou 3", contact__second_email="layla@example.org")
    bring(hq, copies.one, stick)
    (asked,) = hq.office.conflicts.of(copies.profile).open  # the parting spoke of the address, and of nothing else here
    assert [one.plain for one in asked.conflict.sides] == [None, "Ermou 3"]
    assert hq.interviews.read(copies.profile).text("contact.second_email") == "layla@example.org"
    assert hq.office.two_people.of(copies.profile).sides[1].name == "Layla Haddad"
    hq.office.conflicts.decide(hq.office.conflicts.of(copies.profile), {asked.path: Take(1)})
    receipt = receipt_for(hq, copies.one, stick)
    for laptop in (copies.one, copies.other):
        laptop.receipts.take(receipt)
        for profile in (copies.profile, left.profile):
            assert said(laptop, profile) == said(hq, profile)


def test_what_was_decided_between_the_two_counts_no_more_and_what_else_was_said_stays(hq: Workplace) -> None:
    quarrel = Quarrel(hq, {"identity.sex": "F", NAME: "Layla", MAIL: "l@example.org"}, {"identity.sex": "X", NAME: "Omar"})
    third = quarrel.other.says(quarrel.profile, {NAME: "Ali"}, quarrel.first)
    seen = hq.office.conflicts.of(quarrel.profile)
    number = [one.plain for one in seen.open[-1].conflict.sides].index("X")
    hq.office.conflicts.decide(seen, {"identity.sex": Take(number)})
    change(hq, quarrel.profile, identity__name_original="ليلى")
    assert [one.name for one in hq.office.two_people.of(quarrel.profile).sides] == ["Layla Haddad", "Omar Haddad", "Ali Haddad"]
    left = part(hq, quarrel.profile, "Omar")
    kept, gone = (hq.interviews.read(one) for one in (quarrel.profile, left.profile))
    assert (gone.text("identity.sex"), gone.text(NAME), gone.text("identity.name_original")) == ("X", "Omar", "")
    assert (kept.text("identity.sex"), kept.text(MAIL), kept.text("identity.name_original")) == ("F", "l@example.org", "ليلى")
    (asked,) = hq.office.conflicts.of(quarrel.profile).open  # between those who stay
    assert {one.plain for one in asked.conflict.sides} == {"Layla", "Ali"}
    assert third.id in {voice.revision for voice in asked.voices}
    last = part(hq, quarrel.profile, "Ali")
    assert (hq.office.conflicts.count(), hq.interviews.read(quarrel.profile).text(NAME)) == (0, "Layla")
    assert last.profile != left.profile


def test_parted_people_can_be_joined_again_parted_again_and_erased_one_by_one(hq: Workplace, copies: Copies, stick: Path) -> None:
    carry_on(copies)
    bring(hq, copies.one, stick)
    bring(hq, copies.other, stick)
    left = part(hq, copies.profile, "Omar")
    before = said(hq, copies.profile), said(hq, left.profile)
    joining = hq.office.duplicates.joining
    joining.join(copies.profile, left.profile)
    assert listed(hq) == [copies.profile]
    assert (hq.office.conflicts.count(), hq.interviews.read(copies.profile).text(NAME)) == (0, "Layla")
    joining.part(left.profile)
    assert (said(hq, copies.profile), said(hq, left.profile)) == before
    hq.erasure.erase(copies.profile, ErasureReason.REQUEST)
    assert listed(hq) == [left.profile]
    receipt = receipt_for(hq, copies.one, stick)
    for laptop in (copies.one, copies.other):
        laptop.receipts.take(receipt)
        assert listed(laptop) == [left.profile]
        assert said(laptop, left.profile) == before[1]


def test_nobody_is_parted_unseen_or_without_the_duty(
    hq: Workplace, copies: Copies, stick: Path, without_duty: Callable[[Workplace], None]
) -> None:
    assert hq.office.two_people.of(copies.profile).sides == ()
    carry_on(copies)
    bring(hq, copies.one, stick)
    bring(hq, copies.other, stick)
    seen = hq.office.two_people.of(copies.profile)
    with pytest.raises(UnknownConflict):
        hq.office.two_people.part(seen, RevisionId(hq.sources.new_id()))
    with pytest.raises(WrongRole):
        copies.one.office.two_people.part(seen, seen.sides[0].tip)
    change(copies.one, copies.profile, contact__address="Ermou 3")
    bring(hq, copies.one, stick)
    with pytest.raises(ConflictChanged):
        hq.office.two_people.part(seen, seen.sides[0].tip)
    assert (listed(hq), hq.office.conflicts.count()) == ([copies.profile], 1)
    seen = hq.office.two_people.of(copies.profile)
    without_duty(hq)
    with pytest.raises(NotPermitted):
        hq.office.two_people.part(seen, seen.sides[0].tip)
    with pytest.raises(NotPermitted):
        hq.office.two_people.of(copies.profile)


def test_what_never_reached_headquarters_is_a_question_at_the_copy_that_has_it(
    hq: Workplace, copies: Copies, stick: Path
) -> None:
    unnamed = {"consent__send_with_name": "refused", "consent__send_for_figures": "granted"}
    for laptop, name, sex in ((copies.one, "Layla", "F"), (copies.other, "Omar", "M")):
        change(laptop, copies.profile, **unnamed, identity__given_names=name, identity__sex=sex)
        bring(hq, laptop, stick)
    later = hq.office.two_people.of(copies.profile).sides[-1]
    left = hq.office.two_people.part(hq.office.two_people.of(copies.profile), later.tip)
    receipt = receipt_for(hq, copies.one, stick)
    for laptop in (copies.one, copies.other):
        laptop.receipts.take(receipt)
    assert [laptop.interviews.read(copies.profile).text("identity.sex") for laptop in (hq, copies.one, copies.other)] == ["F"] * 3
    assert [laptop.interviews.read(left.profile).text("identity.sex") for laptop in (hq, copies.one, copies.other)] == ["M"] * 3
    assert (hq.office.conflicts.count(), dict(copies.one.interviews.open(copies.profile).conflicts)) == (0, {})
    assert set(copies.other.interviews.open(copies.profile).conflicts) == {NAME}
