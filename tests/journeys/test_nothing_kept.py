"""An interview of which nothing is kept leaves a count and no trace."""

import logging
from collections.abc import Iterator
from io import BytesIO, StringIO
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from s2w_desktop.domain.errors import HandedOver, NothingToExport, UnknownProfile
from s2w_desktop.domain.revisions import Scope
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.interviews import Pair
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.values import ListQuery
from tests.journeys.test_shield import everything_in
from tests.workplaces import enrol, make_workplace, reopen

NAME = "Zyxwvelda"


@pytest.fixture
def log() -> Iterator[StringIO]:
    told = StringIO()
    handler, root = logging.StreamHandler(told), logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield told
    root.removeHandler(handler)
    root.setLevel(before)


def answer(session: object, **answers: str | SaidDate) -> None:
    for name, said in answers.items():
        session.set_answer(name.replace("__", "."), said)  # type: ignore[attr-defined]
        session.save()  # type: ignore[attr-defined]


def files_of(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())


def counted(workplace: Workplace) -> dict[str, int]:
    return workplace.store.unkept.by_sex()


def test_nothing_of_it_is_in_the_store_the_files_or_the_log(tmp_path: Path, log: StringIO) -> None:
    laptop = make_workplace(tmp_path / "laptop")
    session = laptop.interviews.begin_unkept(Pair("en", "ara"))
    answer(session, identity__given_names=NAME, identity__sex="F", identity__date_of_birth=SaidDate.plainly("1990"))
    case_number, profile = session.profile.text("record.case_number"), session.profile.id
    assert not session.is_kept
    pdf = laptop.papers.profile_paper(profile, ("en",))
    assert NAME in "".join(page.get_textpage().get_text_range() for page in pdfium.PdfDocument(BytesIO(pdf)))
    assert laptop.interviews.rows(ListQuery(), 0, 9) == []
    laptop.interviews.seal_all()
    session.close()
    laptop.interviews.forget(session)
    del session
    with pytest.raises(UnknownProfile):
        laptop.interviews.read(profile)
    dumped = everything_in(laptop)
    assert not [mark for mark in (NAME, case_number, str(profile), profile.hex, "1990") if mark in dumped]
    assert "35-44" in dumped or "25-34" in dumped
    assert counted(laptop) == {"F": 1}
    laptop.close()
    for mark in (NAME, case_number, str(profile)):
        assert mark.encode() not in files_of(tmp_path)
        assert mark not in log.getvalue()


def test_a_crash_forgets_it_and_does_not_even_count_it(tmp_path: Path) -> None:
    laptop = make_workplace(tmp_path / "laptop")
    answer(laptop.interviews.begin_unkept(Pair("en", "ara")), identity__given_names=NAME)
    laptop.close()
    again = reopen(tmp_path / "laptop")
    assert again.interviews.rows(ListQuery(), 0, 9) == []
    assert counted(again) == {}
    again.close()


@pytest.mark.parametrize("sealed", [False, True])
def test_what_was_kept_is_removed_when_the_person_says_no(tmp_path: Path, *, sealed: bool) -> None:
    laptop = make_workplace(tmp_path / "laptop")
    session = laptop.interviews.begin(Pair("en", "ara"))
    answer(session, identity__given_names=NAME, identity__sex="F")
    profile, case_number = session.profile.id, session.profile.text("record.case_number")
    if sealed:
        session.close()
        session = laptop.interviews.open(profile)
    answer(session, consent__keep_on_device="refused")
    laptop.interviews.stop_keeping(session)
    answer(session, identity__family_names=NAME)
    assert laptop.interviews.rows(ListQuery(), 0, 9) == []
    assert laptop.interviews.read(profile).text("identity.family_names") == NAME  # the interview goes on
    session.close()
    laptop.interviews.forget(session)
    dumped = everything_in(laptop)
    assert NAME not in dumped
    assert case_number not in dumped
    laptop.close()


def test_the_numbers_that_remain_leave_no_gap_at_headquarters(tmp_path: Path) -> None:
    laptop = make_workplace(tmp_path / "laptop")
    headquarters = make_workplace(tmp_path / "headquarters", Role.HEADQUARTERS)
    enrol(laptop, headquarters, tmp_path / "stick")
    first = laptop.interviews.begin(Pair("en", "ara"))
    answer(first, identity__given_names=NAME, consent__create_profile="granted", consent__send_with_name="granted")
    first.close()
    again = laptop.interviews.open(first.profile.id)
    laptop.interviews.stop_keeping(again)
    second = laptop.interviews.begin(Pair("en", "ara"))
    answer(second, consent__create_profile="granted", consent__send_with_name="granted")
    second.close()
    taken = headquarters.importing.take(laptop.exporting.write(tmp_path / "stick").bundles[0].path)
    assert (taken.new, taken.gaps) == (1, ())
    assert NAME not in everything_in(headquarters)
    scopes = [one.scope for one in headquarters.store.profiles.load(first.profile.id).revisions]
    assert scopes == [Scope.STUB]
    for workplace in (laptop, headquarters):
        workplace.close()


def test_what_was_handed_over_cannot_be_unmade_here(tmp_path: Path) -> None:
    laptop = make_workplace(tmp_path / "laptop")
    headquarters = make_workplace(tmp_path / "headquarters", Role.HEADQUARTERS)
    enrol(laptop, headquarters, tmp_path / "stick")
    session = laptop.interviews.begin(Pair("en", "ara"))
    answer(session, identity__given_names=NAME, consent__create_profile="granted", consent__send_with_name="granted")
    session.close()
    laptop.exporting.write(tmp_path / "stick")
    again = laptop.interviews.open(session.profile.id)
    with pytest.raises(HandedOver):
        laptop.interviews.stop_keeping(again)
    assert again.is_kept
    assert laptop.interviews.read(session.profile.id).text("identity.given_names") == NAME
    for workplace in (laptop, headquarters):
        workplace.close()


def test_an_interview_without_a_trace_has_nothing_to_hand_over(tmp_path: Path) -> None:
    laptop = make_workplace(tmp_path / "laptop")
    headquarters = make_workplace(tmp_path / "headquarters", Role.HEADQUARTERS)
    enrol(laptop, headquarters, tmp_path / "stick")
    session = laptop.interviews.begin_unkept(Pair("en", "ara"))
    answer(session, identity__given_names=NAME)
    session.close()
    with pytest.raises(NothingToExport):
        laptop.exporting.write(tmp_path / "stick")
    for workplace in (laptop, headquarters):
        workplace.close()
