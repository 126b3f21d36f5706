"""One editing session."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from s2w_desktop.domain.answers import Answer, NoAnswer, Quantity, Words
from s2w_desktop.domain.calendars import CalendarKey
from s2w_desktop.domain.concepts import Concept, Concepts
from s2w_desktop.domain.errors import InvalidAnswer, UnknownProfile
from s2w_desktop.domain.fields import FieldKind, FieldSpec, field_path
from s2w_desktop.domain.files import FileRef
from s2w_desktop.domain.ids import EntryId, ProfileId
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.editing import EditingSession
from s2w_desktop.services.interviews import Pair
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.values import ListQuery
from tests.domain.anyone import values
from tests.services.places import Place, answers_of, interview, revisions_of

Edit = tuple[str, Answer | None] | str
EDITS = st.lists(
    st.one_of(
        *(
            st.tuples(st.just(path), st.sampled_from([said, NoAnswer.REFUSED, None]))
            for path, said in (
                ("identity.sex", "M"),
                ("identity.given_names", "Layla"),
                ("status.right_to_work", "full"),
                ("licence.can_drive", "yes"),
            )
        ),
        st.sampled_from(["add", "remove", "copy", "up", "down"]),
    ),
    max_size=30,
)


def test_what_was_saved_is_there_after_a_restart(tmp_path: Path) -> None:
    place = Place(tmp_path / "laptop", Role.FIELD)
    workplace = place.open()
    session = workplace.interviews.begin(Pair("en", "ara"))
    session.set_answer("identity.given_names", "Layla")
    session.save()
    workplace.close()  # without closing the session: the program was killed
    workplace = place.open()
    again = workplace.interviews.open(session.profile.id)
    assert again.profile == session.profile
    assert not again.is_dirty
    workplace.close()


def test_an_interview_makes_one_revision_however_often_it_was_saved(laptop: Workplace) -> None:
    session = laptop.interviews.begin(Pair("en", "ara"))
    for letter in ("L", "La", "Lay"):
        session.set_answer("identity.given_names", letter)
        session.save()
    session.close()
    assert len(list(revisions_of(laptop))) == 1


def test_a_session_without_changes_leaves_no_trace(laptop: Workplace) -> None:
    profile = interview(laptop)
    laptop.interviews.open(profile).close()
    assert len(list(revisions_of(laptop))) == 1


def test_text_that_no_store_would_take_is_made_fit(laptop: Workplace) -> None:
    session = laptop.interviews.begin(Pair("en", "ara"))
    session.set_answer("identity.given_names", "Zoe\u0308\0")
    session.set_answer("expectation.desired_occupation", Words("cafe\u0301", "fra", "\ud800coffee", "eng"))
    assert session.profile.text("identity.given_names") == "Zo\u00eb"
    assert session.profile.get("expectation.desired_occupation") == Words("caf\u00e9", "fra", "coffee", "eng")


def test_text_that_grows_beyond_its_field_when_it_is_made_fit_loses_its_end_alone(laptop: Workplace) -> None:
    """A Bengali letter typed as one is kept as two; what is longer than its field would be lost when it is read again."""
    most = QUESTIONNAIRE.spec("identity.given_names").max_length
    session = laptop.interviews.begin(Pair("bn", "ben"))
    session.set_answer("identity.given_names", "\u09df" * most)
    session.save()
    assert laptop.interviews.open(session.profile.id).profile.text("identity.given_names") == "\u09af\u09bc" * (most // 2)


MISFITS: dict[str, Answer] = {
    "identity.date_of_birth": "1990",
    "identity.age_stated": "36",
    "identity.sex": "unknown code",
    "identity.given_names": Quantity(Decimal(7)),
    "identity.other_nationalities": "SYR",
    "expectation.other_goals": ("E08", "E01"),
    "expectation.desired_occupation": "tailor",
    "work_summary.years_worked_total": Quantity(Decimal("1.25")),
    "status.arrival_host_country": SaidDate(None, "", CalendarKey.GREGORIAN),
    "document.{entry}.scan": "passport",
}


@pytest.mark.parametrize("path", MISFITS)
def test_what_a_field_cannot_hold_is_refused_at_once_and_changes_nothing(laptop: Workplace, path: str) -> None:
    session = laptop.interviews.begin(Pair("en", "ara"))
    where = path.format(entry=session.add_entry("document"))
    before = session.profile
    with pytest.raises(InvalidAnswer) as caught:
        session.set_answer(where, MISFITS[path])
    with pytest.raises((InvalidAnswer, ValueError)):
        session.note(where, MISFITS[path])
    assert caught.value.path == where
    assert session.profile is before


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_whatever_one_field_can_hold_no_field_of_another_kind_takes(laptop: Workplace, data: st.DataObject) -> None:
    specs = [
        (field_path(section.key, spec.key), spec)
        for section, spec in QUESTIONNAIRE.fields()
        if section.part and not section.repeats
    ]
    (path, own), (_, other) = data.draw(st.sampled_from(specs)), data.draw(st.sampled_from(specs))
    answer = data.draw(values(other))
    session = laptop.interviews.begin(Pair("en", "ara"))
    if is_held_by(own, answer):
        session.set_answer(path, answer)
        session.save()
        assert laptop.interviews.open(session.profile.id).profile == session.profile
    else:
        with pytest.raises(InvalidAnswer):
            session.set_answer(path, answer)


HELD: dict[FieldKind, type] = {
    FieldKind.TEXT: str,
    FieldKind.CHOICE: str,
    FieldKind.LEVEL: str,
    FieldKind.MANY: tuple,
    FieldKind.WORDS: Words,
    FieldKind.NUMBER: Quantity,
    FieldKind.DATE: SaidDate,
    FieldKind.FILE: FileRef,
    FieldKind.CONCEPT: Concept,
    FieldKind.CONCEPTS: Concepts,
}


def is_held_by(spec: FieldSpec, answer: Answer) -> bool:
    """The rule once more, told by types and lists alone."""
    codes = {answer} if isinstance(answer, str) else set(answer) if isinstance(answer, tuple) else set()
    chosen = answer.chosen if isinstance(answer, Concepts) else (answer,) if isinstance(answer, Concept) else ()
    is_listed = not spec.codes or codes <= spec.code_set
    return isinstance(answer, HELD[spec.kind]) and is_listed and all(one.kind is spec.concept for one in chosen)


def test_typing_on_in_one_field_is_one_step_of_undo(laptop: Workplace) -> None:
    session = laptop.interviews.begin(Pair("en", "ara"))
    for letter in ("L", "La", "Lay"):
        session.set_answer("identity.given_names", letter)
    session.undo()
    assert session.profile.get("identity.given_names") is None


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(EDITS)
def test_undo_leads_back_to_the_start_and_redo_to_the_end(laptop: Workplace, edits: list[Edit]) -> None:
    session = laptop.interviews.begin(Pair("en", "ara"))
    start = session.profile
    for edit in edits:
        _edit(session, edit)
    end = session.profile
    while session.undo():
        pass
    assert session.profile == start
    while session.redo():
        pass
    assert session.profile == end


def _edit(session: EditingSession, edit: Edit) -> None:
    entries = session.profile.entries("work")
    if isinstance(edit, tuple):
        session.set_answer(*edit)
    elif edit == "add":
        session.add_entry("work")
    elif entries:
        _edit_entries(session, edit, entries)


def _edit_entries(session: EditingSession, edit: str, entries: tuple[EntryId, ...]) -> None:
    match edit:
        case "remove":
            session.remove_entry("work", entries[0])
        case "copy":
            session.copy_entry("work", entries[0])
        case "up":
            session.move_entry("work", entries[-1], -1)
        case "down":
            session.move_entry("work", entries[0], 1)


def test_undo_goes_back_over_a_save(laptop: Workplace) -> None:
    session = laptop.interviews.begin(Pair("en", "ara"))
    session.set_answer("identity.given_names", "Layla")
    session.save()
    session.undo()
    session.close()
    assert laptop.interviews.read(session.profile.id).get("identity.given_names") is None


def test_removing_an_entry_can_be_undone_in_its_place(laptop: Workplace) -> None:
    session = laptop.interviews.begin(Pair("en", "ara"))
    before = session.profile.entries("language")
    session.remove_entry("language", before[1])
    assert session.profile.entries("language") == (before[0], *before[2:])
    session.undo()
    assert session.profile.entries("language") == before


def test_a_copy_and_a_move_are_one_step_of_undo_each_and_last(laptop: Workplace) -> None:
    session = laptop.interviews.begin(Pair("en", "ara"))
    start = session.profile
    first, *others = start.entries("language")
    copy = session.copy_entry("language", first)
    copied = session.profile
    assert copied.entries("language") == (first, copy, *others)
    assert session.move_entry("language", copy, 1)
    moved = session.profile
    assert moved.entries("language") == (first, others[0], copy, *others[1:])
    session.undo()
    assert session.profile == copied
    session.undo()
    assert session.profile == start
    session.redo()
    session.redo()
    session.close()
    assert laptop.interviews.read(moved.id) == moved


def test_a_move_that_goes_nowhere_is_no_step_of_undo(laptop: Workplace) -> None:
    session = laptop.interviews.begin(Pair("en", "ara"))
    assert not session.move_entry("language", session.profile.entries("language")[0], -1)
    assert not session.undo()


def test_open_work_that_a_colleague_overtook_becomes_a_revision_first(laptop: Workplace) -> None:
    profile = interview(laptop, identity__sex="F")
    mine = laptop.interviews.open(profile)
    mine.set_answer("identity.sex", "X")
    mine.save()
    overtaking = laptop.interviews.open(profile)
    overtaking.close()
    session = laptop.interviews.open(profile)
    assert session.profile.get("identity.sex") == "X"
    assert len(list(revisions_of(laptop))) == 2


def test_an_answer_taken_back_is_blank_again(laptop: Workplace) -> None:
    profile = interview(laptop, identity__sex="F")
    session = laptop.interviews.open(profile)
    session.set_answer("identity.sex", None)
    session.close()
    assert laptop.interviews.read(profile).get("identity.sex") is None


def test_the_list_follows_every_save(laptop: Workplace) -> None:
    session = laptop.interviews.begin(Pair("en", "ara"))
    session.set_answer("identity.given_names", "Layla")
    session.save()
    (row,) = laptop.interviews.rows(ListQuery(search="layla"), 0, 10)
    assert row.id == session.profile.id


def test_an_unknown_profile_cannot_be_opened(laptop: Workplace) -> None:
    with pytest.raises(UnknownProfile):
        laptop.interviews.open(ProfileId(laptop.sources.new_id()))
    assert answers_of(laptop) == {}


def test_a_conflict_is_settled_by_choosing_even_what_was_shown(field: Workplace, other: Workplace) -> None:
    profile = interview(field, identity__sex="F")
    (first,) = revisions_of(field)
    with other.store.inbox.transaction() as transaction:
        transaction.add_revisions([first])
    for laptop, answer in ((field, "M"), (other, "X")):
        session = laptop.interviews.open(profile)
        session.set_answer("identity.sex", answer)
        session.close()
    with field.store.inbox.transaction() as transaction:
        transaction.add_revisions(revisions_of(other))
    session = field.interviews.open(profile)
    shown = session.profile.get("identity.sex")
    assert session.conflicts.keys() == {"identity.sex"}
    session.set_answer("identity.sex", shown)
    assert session.conflicts == {}
    session.close()
    again = field.interviews.open(profile)
    assert (again.conflicts, again.profile.get("identity.sex")) == ({}, shown)
