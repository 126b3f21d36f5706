"""A marked employer and town, and then the answer that they put the person at risk: afterwards they are nowhere (V17)."""

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import pypdfium2 as pdfium
import pytest
from sqlalchemy import MetaData, select

from s2w_desktop.domain.asking import asked_fields
from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.ids import EntryId, ProfileId
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.revisions import Scope
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.editing import EditingSession
from s2w_desktop.services.interviews import Pair
from s2w_desktop.services.profile_lines import profile_line, read_profile_lines
from s2w_desktop.services.workplace import Workplace
from tests.workplaces import enrol, make_workplace

EMPLOYER, TOWN = "Zyxwvelda Press", "Ќвертјушкент"
MARKS = ("Zyxwvelda", TOWN)
AGREED = ("create_profile", "keep_on_device", "send_with_name", "send_for_figures")


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Workplace]:
    workplace = make_workplace(tmp_path / "laptop")
    yield workplace
    workplace.close()


@pytest.fixture
def headquarters(tmp_path: Path, laptop: Workplace) -> Iterator[Workplace]:
    workplace = make_workplace(tmp_path / "headquarters", Role.HEADQUARTERS)
    enrol(laptop, workplace, tmp_path / "stick")
    yield workplace
    workplace.close()


def begin(laptop: Workplace) -> tuple[EditingSession, EntryId]:
    """An interview, all agreed, with a journalist's job."""
    session = laptop.interviews.begin(Pair("en", "ara"))
    session.set_answer("record.tier", "extended")
    for purpose in AGREED:
        session.set_answer(f"consent.{purpose}", "granted")
    session.set_answer("identity.family_names", "Mithal")
    entry = session.add_entry("work")
    session.set_answer(job(entry, "isco08"), "2642")
    return session, entry


def job(entry: EntryId, key: str) -> str:
    return field_path("work", key, entry)


def name_both(session: EditingSession, entry: EntryId) -> None:
    session.set_answer(job(entry, "employer"), EMPLOYER)
    session.set_answer(job(entry, "city"), TOWN)
    session.save()


def everything_in(workplace: Workplace) -> str:
    """Every value of every table of a store."""
    with workplace.store.profiles._database.reading() as connection:
        found = MetaData()
        found.reflect(connection)
        rows = [tuple(row) for table in found.sorted_tables for row in connection.execute(select(table))]
    return repr([[cell.decode("utf-8", "replace") if isinstance(cell, bytes) else cell for cell in row] for row in rows])


def marks_in(text: str) -> set[str]:
    return {mark for mark in MARKS if mark in text or json.dumps(mark)[1:-1] in text}


def told_of(workplace: Workplace, profile: ProfileId) -> str:
    """What a store gives of a person: paper, line for other programs."""
    pdf = workplace.papers.profile_paper(profile, ("en", "ar"))
    paper = pdfium.PdfDocument(BytesIO(pdf))
    pages = [page.get_textpage().get_text_range() for page in paper]
    line = json.dumps(profile_line(QUESTIONNAIRE, workplace.interviews.read(profile)), ensure_ascii=False)
    return "\n".join([*pages, line])


def hand_over(laptop: Workplace, headquarters: Workplace, folder: Path) -> None:
    folder.mkdir()
    headquarters.importing.take(laptop.exporting.write(folder).bundles[0].path)


def test_without_the_shield_the_marks_would_be_found(laptop: Workplace, headquarters: Workplace, tmp_path: Path) -> None:
    session, entry = begin(laptop)
    name_both(session, entry)
    session.close()
    assert marks_in(everything_in(laptop)) == set(MARKS)
    hand_over(laptop, headquarters, tmp_path / "one")
    assert marks_in(everything_in(headquarters)) == set(MARKS)
    assert marks_in(told_of(headquarters, session.profile.id)) == set(MARKS)


def test_named_then_flagged_in_one_interview(laptop: Workplace, headquarters: Workplace, tmp_path: Path) -> None:
    session, entry = begin(laptop)
    name_both(session, entry)
    session.set_answer(job(entry, "sensitive_employer"), "yes")
    assert not marks_in(repr(session.profile))
    session.close()
    assert not marks_in(everything_in(laptop))
    assert not marks_in(told_of(laptop, session.profile.id))
    hand_over(laptop, headquarters, tmp_path / "one")
    assert not marks_in(everything_in(headquarters))
    assert not marks_in(told_of(headquarters, session.profile.id))


def test_flagged_after_it_was_sealed_and_before_it_was_handed_over(
    laptop: Workplace, headquarters: Workplace, tmp_path: Path
) -> None:
    first, entry = begin(laptop)
    name_both(first, entry)
    first.close()
    second = laptop.interviews.open(first.profile.id)
    second.set_answer(job(entry, "sensitive_employer"), "yes")
    assert not [issue for issue in second.issues() if issue.rule == "shield_late"]
    second.close()
    assert not marks_in(everything_in(laptop))
    hand_over(laptop, headquarters, tmp_path / "one")
    assert not marks_in(everything_in(headquarters))
    arrived = headquarters.interviews.read(first.profile.id)
    assert arrived == laptop.interviews.read(first.profile.id)
    assert arrived.text("identity.family_names") == "Mithal"  # forgetting one part loses nothing else


def test_flagged_after_it_was_handed_over_the_officer_is_told_and_headquarters_forgets(
    laptop: Workplace, headquarters: Workplace, tmp_path: Path
) -> None:
    first, entry = begin(laptop)
    name_both(first, entry)
    first.close()
    hand_over(laptop, headquarters, tmp_path / "one")
    (old,) = (tmp_path / "one").glob("*.s2w")
    (receipt,) = headquarters.receipts.write(tmp_path / "one")
    laptop.receipts.take(receipt.bundle.path)
    assert marks_in(everything_in(headquarters)) == set(MARKS)
    second = laptop.interviews.open(first.profile.id)
    second.set_answer(job(entry, "sensitive_employer"), "yes")
    (late,) = [issue for issue in second.issues() if issue.rule == "shield_late"]
    assert late.path == job(entry, "sensitive_employer")
    second.close()
    hand_over(laptop, headquarters, tmp_path / "two")
    assert not marks_in(everything_in(headquarters))
    assert headquarters.interviews.read(first.profile.id).text("identity.family_names") == "Mithal"
    headquarters.importing.take(old)  # a stick that was forgotten in a drawer
    assert not marks_in(everything_in(headquarters))


def test_an_old_bundle_that_comes_after_the_shield_brings_nothing_back(
    laptop: Workplace, headquarters: Workplace, tmp_path: Path
) -> None:
    first, entry = begin(laptop)
    name_both(first, entry)
    first.close()
    (tmp_path / "one").mkdir()
    late = laptop.exporting.write(tmp_path / "one").bundles[0].path
    second = laptop.interviews.open(first.profile.id)
    second.set_answer(job(entry, "sensitive_employer"), "yes")
    second.close()
    hand_over(laptop, headquarters, tmp_path / "two")
    headquarters.importing.take(late)
    assert not marks_in(everything_in(headquarters))


def test_a_colleagues_town_that_meets_a_shield_is_no_conflict(laptop: Workplace, tmp_path: Path) -> None:
    other = make_workplace(tmp_path / "other", name="Laptop 08")
    first, entry = begin(laptop)
    first.close()
    profile = first.profile.id
    with other.store.inbox.transaction() as transaction:
        transaction.add_revisions(laptop.store.profiles.load(profile).revisions)
    mine = laptop.interviews.open(profile)
    mine.set_answer(job(entry, "employer"), "another")
    mine.close()
    again = laptop.interviews.open(profile)
    again.set_answer(job(entry, "sensitive_employer"), "yes")
    again.close()
    theirs = other.interviews.open(profile)
    name_both(theirs, entry)
    theirs.close()
    with laptop.store.inbox.transaction() as transaction:
        transaction.add_revisions(other.store.profiles.load(profile).revisions)
    merged = laptop.interviews.open(profile)
    assert not marks_in(repr(merged.profile))
    assert not merged.conflicts
    assert not marks_in(told_of(laptop, profile))
    other.close()


def test_while_colleagues_disagree_about_the_shield_it_holds(laptop: Workplace, tmp_path: Path) -> None:
    other = make_workplace(tmp_path / "other", name="Laptop 08")
    first, entry = begin(laptop)
    name_both(first, entry)
    first.close()
    profile = first.profile.id
    with other.store.inbox.transaction() as transaction:
        transaction.add_revisions(laptop.store.profiles.load(profile).revisions)
    for workplace, answer in ((laptop, "yes"), (other, "no")):
        session = workplace.interviews.open(profile)
        session.set_answer(job(entry, "sensitive_employer"), answer)
        session.close()
    with other.store.inbox.transaction() as transaction:
        transaction.add_revisions(laptop.store.profiles.load(profile).revisions)
    seen = other.interviews.open(profile)
    assert job(entry, "sensitive_employer") in seen.conflicts
    assert not marks_in(repr(seen.profile))
    other.close()


def test_undo_brings_back_what_the_shield_took(laptop: Workplace) -> None:
    session, entry = begin(laptop)
    name_both(session, entry)
    session.set_answer(job(entry, "sensitive_employer"), "yes")
    session.undo()
    assert session.profile.get(job(entry, "employer")) == EMPLOYER
    session.redo()
    assert session.profile.get(job(entry, "employer")) is None


def test_a_line_from_another_program_is_shielded_too() -> None:
    answers = {"employer": EMPLOYER, "city": TOWN, "sensitive_employer": "yes"}
    line = json.dumps({"entries": {"work": [answers]}}).encode()
    ((_, profile),) = read_profile_lines(QUESTIONNAIRE, [line], uuid4)
    assert not marks_in(repr(profile))
    assert "sensitive_employer" in repr(profile)


def test_a_forgotten_part_keeps_the_revision_whole_otherwise(laptop: Workplace) -> None:
    first, entry = begin(laptop)
    name_both(first, entry)
    first.close()
    (before,) = laptop.store.profiles.load(first.profile.id).revisions
    second = laptop.interviews.open(first.profile.id)
    second.set_answer(job(entry, "sensitive_employer"), "yes")
    second.close()
    after, _ = laptop.store.profiles.load(first.profile.id).revisions
    assert (after.hash(), after.lseq, after.scope) == (before.hash(), before.lseq, Scope.OPEN)


def test_public_work_of_somebody_at_risk_is_not_described_on_paper(laptop: Workplace) -> None:
    session, entry = begin(laptop)
    session.set_answer("work_summary.main_occupation_isco", "2642")
    session.close()
    assert "Journalists" in told_of(laptop, session.profile.id)
    again = laptop.interviews.open(session.profile.id)
    again.set_answer(job(entry, "sensitive_employer"), "yes")
    again.close()
    told = told_of(laptop, session.profile.id)
    assert "Journalists" not in told
    assert "Public service" in told


def test_an_officer_can_protect_any_employer_that_is_named(laptop: Workplace) -> None:
    session, entry = begin(laptop)
    session.set_answer(job(entry, "isco08"), "7531")
    section = QUESTIONNAIRE.by_key["work"]
    assert "sensitive_employer" not in {spec.key for spec in asked_fields(section, session.profile, entry)}
    session.set_answer(job(entry, "employer"), EMPLOYER)
    assert "sensitive_employer" in {spec.key for spec in asked_fields(section, session.profile, entry)}
