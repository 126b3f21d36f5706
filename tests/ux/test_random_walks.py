"""UX-03: an officer may go anywhere in any order and answer anything; nothing is refused, and what was answered is kept."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from s2w_desktop.domain.answers import Answer
from s2w_desktop.domain.completeness import completeness
from s2w_desktop.domain.concepts import Concept
from s2w_desktop.domain.fields import FieldKind, FieldSpec, SectionSpec, field_path
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.interviews import Pair
from s2w_desktop.services.workplace import Workplace
from tests.domain.anyone import answers
from tests.services.places import Place
from tests.soaking import cases

PLACES = [(section, spec) for section, spec in QUESTIONNAIRE.fields() if section.part and spec.kind is not FieldKind.FILE]
"""Every question but those for copies of documents, which come in by a door of their own (`services.attachments`)."""

STEPS = ("answer", "answer", "answer", "answer", "blank", "remove", "undo", "redo", "save", "reopen")


@pytest.fixture(scope="module")
def laptop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workplace]:
    with closing(Place(tmp_path_factory.mktemp("walks") / "laptop", Role.FIELD).open()) as workplace:
        yield workplace


class Walk:
    """One interview, and beside it what a plain dictionary of answers would hold."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self.session = workplace.interviews.begin(Pair("en", "ara"))

    def step(self, kind: str, data: st.DataObject) -> None:
        """Do one thing and look whether it happened."""
        match kind:
            case "answer" | "blank":
                section, spec = data.draw(st.sampled_from(PLACES))
                answer = data.draw(answers(spec)) if kind == "answer" else None
                self._answer(self._path(section, spec, data), answer)
            case "remove":
                self._remove(data)
            case "undo" | "redo":
                self._there_and_back(kind)
            case "save":
                self.session.save()
                assert not self.session.is_dirty
                assert self._workplace.interviews.read(self.session.profile.id) == self.session.profile
            case "reopen":
                before = self.session.profile
                self.session.close()
                self.session = self._workplace.interviews.open(before.id)
                assert self.session.profile == before
        assert completeness(QUESTIONNAIRE, self.session.profile).whole.total > 0
        assert isinstance(self.session.issues(), tuple)

    def _path(self, section: SectionSpec, spec: FieldSpec, data: st.DataObject) -> str:
        if not section.repeats:
            return field_path(section.key, spec.key)
        here = self.session.profile.entries(section.key)
        if not here or (len(here) < section.most_entries and data.draw(st.booleans())):
            here = (*here, self.session.add_entry(section.key))
        return field_path(section.key, spec.key, data.draw(st.sampled_from(here)))

    def _answer(self, path: str, answer: Answer | None) -> None:
        expected = {**self.session.profile.held, path: answer}
        if isinstance(answer, Concept) and (fills := QUESTIONNAIRE.spec(path).fills):
            expected.setdefault(f"{path.rpartition('.')[0]}.{fills}", answer.group)
        self.session.set_answer(path, answer)
        held = {where: one for where, one in expected.items() if one is not None}
        assert dict(self.session.profile.held) == held

    def _remove(self, data: st.DataObject) -> None:
        profile = self.session.profile
        rows = [(s.key, row) for s in QUESTIONNAIRE.sections if s.repeats for row in profile.entries(s.key)]
        if rows:
            section, row = data.draw(st.sampled_from(rows))
            self.session.remove_entry(section, row)
            assert row not in self.session.profile.entries(section)

    def _there_and_back(self, kind: str) -> None:
        before = self.session.profile
        there, back = (self.session.undo, self.session.redo) if kind == "undo" else (self.session.redo, self.session.undo)
        if there():
            assert back()
            assert self.session.profile == before
            there()


@given(data=st.data(), steps=st.lists(st.sampled_from(STEPS), min_size=5, max_size=20))
@settings(max_examples=cases(40, soaked=300), suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_ux_03_no_walk_through_the_interview_is_refused(laptop: Workplace, data: st.DataObject, steps: list[str]) -> None:
    walk = Walk(laptop)
    for kind in steps:
        note(kind)
        walk.step(kind, data)
    last = walk.session.profile
    walk.session.close()
    assert laptop.interviews.read(last.id) == last
    assert last.id not in laptop.store.profiles.workings()  # others may be of cases that were broken off


@given(data=st.data(), count=st.integers(1, 15))
@settings(max_examples=cases(20, soaked=100), suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_ux_03_undoing_all_gives_the_first_profile_and_redoing_all_the_last(
    laptop: Workplace, data: st.DataObject, count: int
) -> None:
    walk = Walk(laptop)
    first = walk.session.profile
    for _ in range(count):
        walk.step("answer", data)
    last = walk.session.profile
    while walk.session.undo():
        pass
    assert walk.session.profile == first
    while walk.session.redo():
        pass
    assert walk.session.profile == last
