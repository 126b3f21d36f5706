"""Under whose name a laptop may hand over: its own officers, and nobody who works elsewhere (F37)."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from sqlalchemy import text

from s2w_desktop.bundle.manifest import Kind
from s2w_desktop.bundle.records import revision_line
from s2w_desktop.domain.ids import OfficerId
from s2w_desktop.domain.putting_aside import AsideReason
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.revisions import Revision
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.importing import ImportResult
from s2w_desktop.services.sending import Address, Dispatch
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.encrypted_file import EncryptedFile
from s2w_desktop.storage.layout import DATABASE_NAME
from tests.services.exchanges import answer, handed_over, listed
from tests.services.places import Place, change, enrol, export, interview, revisions_of

AUTHORS = text("SELECT officer, device FROM author ORDER BY officer")
CLAIMED = [AsideReason.OTHER_OFFICER]


def under_the_name_of(officer: OfficerId, field: Workplace) -> Revision:
    """What a laptop made last, as if that officer had made it."""
    return replace(max(revisions_of(field), key=lambda one: one.lseq), officer=officer)


def hand_in(hq: Workplace, field: Workplace, stick: Path, *revisions: Revision) -> ImportResult:
    """A bundle with these revisions, signed as it should be."""
    address = Address(Kind.PROFILES, field.exporting.headquarters().recipients)
    sent = Dispatch(field.store, QUESTIONNAIRE, field.sources).write(stick, address, [revision_line(one) for one in revisions])
    return hq.importing.take(sent[0].path)


def reasons(taken: ImportResult) -> list[str]:
    return [one.reason for one in taken.quarantined]


def test_the_name_of_an_officer_of_another_laptop_is_put_aside(
    hq: Workplace, field: Workplace, other: Workplace, stick: Path
) -> None:
    handed_over(hq, other, stick)
    mine = interview(field)
    taken = hand_in(hq, field, stick, under_the_name_of(other.officer, field))
    assert (taken.new, reasons(taken)) == (0, CLAIMED)
    assert mine not in listed(hq)


def test_the_name_of_an_officer_of_headquarters_is_put_aside(hq: Workplace, field: Workplace, stick: Path) -> None:
    interview(field)
    assert reasons(hand_in(hq, field, stick, under_the_name_of(hq.officer, field))) == CLAIMED


def test_a_rehearsal_says_so_too_and_binds_nobody(hq: Workplace, field: Workplace, other: Workplace, stick: Path) -> None:
    interview(other)
    hq.importing.take(export(other, stick), rehearse=True)
    interview(field)
    assert reasons(hand_in(hq, field, stick, under_the_name_of(other.officer, field))) == []
    assert reasons(hq.importing.take(export(other, stick), rehearse=True)) == CLAIMED


def test_the_others_of_the_bundle_are_taken_and_new_colleagues_are_believed(
    hq: Workplace, field: Workplace, other: Workplace, stick: Path
) -> None:
    handed_over(hq, other, stick)
    interview(field)
    claimed = under_the_name_of(other.officer, field)
    mine = interview(field)
    colleague = OfficerId(field.sources.new_id())
    (own,) = [one for one in revisions_of(field) if one.profile == mine]
    taken = hand_in(hq, field, stick, claimed, replace(own, officer=colleague))
    assert (reasons(taken), listed(hq).count(mine)) == (CLAIMED, 1)


def test_what_people_let_in_is_not_asked_about_again_but_the_next_is(
    hq: Workplace, field: Workplace, other: Workplace, stick: Path
) -> None:
    handed_over(hq, other, stick)
    mine = interview(field)
    claimed = under_the_name_of(other.officer, field)
    bundle = hand_in(hq, field, stick, claimed).bundle
    assert hq.office.quarantine.release(bundle, AsideReason.OTHER_OFFICER).taken == 1
    assert mine in listed(hq)
    change(field, mine, identity__given_names="Leila")
    again = hand_in(hq, field, stick, claimed, under_the_name_of(other.officer, field))
    assert [(one.line, one.reason) for one in again.quarantined] == [(2, AsideReason.OTHER_OFFICER)]
    interview(other)
    assert reasons(hq.importing.take(export(other, stick))) == []


def test_the_laptop_hears_that_headquarters_looks_at_it(hq: Workplace, field: Workplace, other: Workplace, stick: Path) -> None:
    handed_over(hq, other, stick)
    interview(field)
    hand_in(hq, field, stick, under_the_name_of(other.officer, field))
    answer(hq, field, stick)
    assert [one.reason for one in field.store.rejections.all()] == [AsideReason.OTHER_OFFICER]


def test_a_store_from_before_learns_it_from_its_revisions(tmp_path: Path, stick: Path) -> None:
    place, names = Place(tmp_path / "office", Role.HEADQUARTERS), ("one", "other")
    with closing(place.open()) as hq:
        for name in names:
            with closing(Place(tmp_path / name, Role.FIELD).open()) as laptop:
                enrol(headquarters=hq, laptop=laptop, folder=tmp_path / f"enrolment of {name}")
                handed_over(hq, laptop, stick)
        interview(hq)
    with closing(EncryptedFile(place.folder / DATABASE_NAME, place.key())) as file, file.writing() as connection:
        before = connection.execute(AUTHORS).all()
        connection.execute(text("DROP TABLE author"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0011'"))
    place.open().close()
    with closing(EncryptedFile(place.folder / DATABASE_NAME, place.key())) as file, file.reading() as connection:
        assert connection.execute(AUTHORS).all() == before
    assert len(before) == len(names)
