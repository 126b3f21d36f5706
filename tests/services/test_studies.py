"""Two people agree before a study file is written."""

from pathlib import Path

import pytest

from s2w_desktop.domain.answers import Answer
from s2w_desktop.domain.duties import Act, Duty
from s2w_desktop.domain.exchange_errors import NotPermitted, SecondPersonNeeded
from s2w_desktop.services.workplace import Workplace
from tests.services.colleagues import colleague, office_of
from tests.services.places import interview

AGREED: dict[str, Answer] = {"consent__create_profile": "granted", "consent__send_for_figures": "granted"}


def test_a_study_file_waits_for_a_second_person_and_then_is_written_once(hq: Workplace, tmp_path: Path) -> None:
    for _ in range(6):
        interview(hq, **AGREED, identity__sex="F")
    other = colleague(hq)
    file, studies = tmp_path / "study.csv", hq.office.studies
    plan = studies.plan(k=5)
    with pytest.raises(SecondPersonNeeded):
        studies.write(plan, file)
    assert not file.exists()
    (wish,) = hq.office.approvals.waiting()
    assert wish.act is Act.MAKE_STUDY
    office_of(hq, other).approvals.approve(wish.id)
    studies.write(studies.plan(k=5), file)
    assert len(file.read_text("utf-8").splitlines()) == 7
    with pytest.raises(SecondPersonNeeded):
        studies.write(plan, file)


def test_another_k_needs_another_word(hq: Workplace, tmp_path: Path) -> None:
    other = colleague(hq)
    studies = hq.office.studies
    with pytest.raises(SecondPersonNeeded):
        studies.write(studies.plan(k=5), tmp_path / "study.csv")
    (wish,) = hq.office.approvals.waiting()
    office_of(hq, other).approvals.approve(wish.id)
    with pytest.raises(SecondPersonNeeded):
        studies.write(studies.plan(k=3), tmp_path / "study.csv")


def test_who_has_no_duty_for_it_makes_no_plan(hq: Workplace) -> None:
    with pytest.raises(NotPermitted):
        office_of(hq, colleague(hq, duties=[Duty.INTERVIEWER])).studies.plan()
