"""Rows of the list that the reader makes beside an import are those that the whole history of each person makes."""

import itertools
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, delete, select

from s2w_desktop.bundle.records import revision_line
from s2w_desktop.domain.ids import OfficerId, ProfileId, RevisionId
from s2w_desktop.domain.profile import Profile, changes_between
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.revisions import Origin, Revision, Scope, make_revision
from s2w_desktop.domain.shield import forgettable
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.keeping import view_of
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage import likeness_tables, tables
from s2w_desktop.storage.encrypted_file import EncryptedFile
from s2w_desktop.storage.history_rows import histories
from s2w_desktop.storage.layout import DATABASE_NAME
from s2w_desktop.storage.view_rows import save_views
from tests.domain.anyone import anyone
from tests.histories.reading_here import open_here
from tests.services.places import TODAY, Place, enrol
from tests.services.test_importing import write_lines

LIST = (tables.profile, likeness_tables.features, likeness_tables.feature_key)
Step = tuple[Profile, Scope, bool, int]
"""What a revision leads to, how much of it travels, whether it follows the one before it, and its clock."""


@dataclass(frozen=True)
class Person:
    """A history as it is drawn; `newer` was made by a program that asks more."""

    steps: tuple[Step, ...]
    newer: bool
    doubled: bool


def people() -> st.SearchStrategy[list[Person]]:
    """Mostly people with one revision, as in a first bundle of a laptop."""
    anybody = anyone() | anyone(only=("work", "identity", "consent"))
    scopes = st.sampled_from([Scope.FULL, Scope.FULL, Scope.OPEN, Scope.STUB])
    step = st.tuples(anybody, scopes, st.booleans(), st.integers(1, 9))
    steps = st.lists(step, min_size=1, max_size=3).map(tuple) | st.tuples(step)
    one = st.builds(Person, steps, st.sampled_from([False, False, False, True]), st.booleans())
    return st.lists(one, min_size=1, max_size=6)


def lines_of(person: Person, laptop: Workplace, numbers: Iterator[int]) -> Iterator[bytes]:
    """The revisions as they travel, perhaps the first one twice: the second time in another scope."""
    new_id, before, parents = laptop.sources.new_id, Profile(ProfileId(laptop.sources.new_id())), tuple[RevisionId, ...]()
    for profile, scope, follows, clock in person.steps:
        made = make_revision(
            questionnaire=QUESTIONNAIRE,
            profile=before.id,
            parents=parents if follows else (),
            origin=Origin(laptop.station.device, 1, next(numbers), OfficerId(laptop.officer), clock),
            changes=changes_between(before, profile),
            new_id=new_id,
            new_salt=laptop.sources.new_salt,
        )
        made = replace(made, schema=QUESTIONNAIRE.version + person.newer)
        yield revision_line(made.cut_to(scope))
        before, parents = Profile(before.id, profile.held), (made.id,)
        if person.doubled:
            yield revision_line(made.cut_to(Scope.OPEN))


def list_rows(connection: Connection) -> list[list[tuple[object, ...]]]:
    """All that the list, the search and the comparison of people know."""
    return [sorted(tuple(row) for row in connection.execute(select(table))) for table in LIST]


def known(connection: Connection) -> list[tuple[ProfileId, tuple[Revision, ...]]]:
    ids = set(connection.execute(select(tables.revision.c.profile)).scalars())
    return list(histories(connection, sorted(map(ProfileId, ids))))


def rows_made_anew(connection: Connection) -> list[list[tuple[object, ...]]]:
    """The same when every row is forgotten, and made from the whole history by the general way."""
    for table in reversed(LIST):
        connection.execute(delete(table))
    seen = [(profile, all_of) for profile, all_of in known(connection) if any(one.scope is not Scope.STUB for one in all_of)]
    save_views(connection, [view_of(QUESTIONNAIRE, profile, all_of, TODAY) for profile, all_of in seen])
    return list_rows(connection)


@pytest.fixture
def office(tmp_path: Path) -> Place:
    return Place(tmp_path / "hq", Role.HEADQUARTERS)


def test_rows_are_those_of_the_whole_history(office: Place, laptop: Workplace, stick: Path) -> None:
    """Beside a reader in this process, which is the same but for the pipe."""
    database, numbers = EncryptedFile(office.folder / DATABASE_NAME, office.key()), itertools.count(1)

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(people(), st.randoms(use_true_random=False), st.integers(1, 2))
    def check(drawn: list[Person], random: Random, bundles: int) -> None:
        lines = [line for person in drawn for line in lines_of(person, laptop, numbers)]
        random.shuffle(lines)
        for some in filter(None, (lines[first::bundles] for first in range(bundles))):
            assert not hq.importing.take(write_lines(laptop, stick, some)).quarantined
        with database.writing() as connection:
            came = list_rows(connection)
            assert not any(forgettable(QUESTIONNAIRE, all_of) for _, all_of in known(connection))
            assert came == rows_made_anew(connection)

    with closing(office.open(opener=open_here)) as hq:
        enrol(headquarters=hq, laptop=laptop, folder=stick)
        check()
