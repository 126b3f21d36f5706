"""Profiles: autosave, seal, lists, search and figures."""

from collections.abc import Sequence
from dataclasses import fields, replace

import pytest

from s2w_desktop.domain.clock import COUNTER_BITS
from s2w_desktop.domain.errors import UnknownProfile
from s2w_desktop.domain.exchange_errors import ProfileErased
from s2w_desktop.domain.handover import Handover
from s2w_desktop.domain.ids import OfficerId, ProfileId
from s2w_desktop.domain.revisions import Revision, Scope
from s2w_desktop.domain.summary import FIGURE_PATHS, Summary
from s2w_desktop.storage import tables
from s2w_desktop.storage.bundle_values import Sent
from s2w_desktop.storage.profile_rows import summary_columns
from s2w_desktop.storage.store import Store
from s2w_desktop.storage.values import ListQuery, OpenWorkChanged, Order, StoredProfile, View, Working
from tests.storage.people import NOW_MS, OFFICER, Ids, bundle_out, revision, summary, view, working

IDS = Ids(11)
ALL = ListQuery()


def person() -> ProfileId:
    return ProfileId(IDS())


def seal(
    store: Store,
    profile: ProfileId,
    *,
    row: Summary | None = None,
    conflicts: int = 0,
    now_ms: int = NOW_MS,
    ends: Working | None = None,
) -> Revision:
    return store.profiles.seal(
        profile,
        make=lambda lseq, clock: revision(lseq, profile=profile, clock=clock),
        now_ms=now_ms,
        ends=ends,
        view=lambda known: view(profile, row, conflicts=conflicts, changed=known[-1].clock),
    )


def put(store: Store, *rows: tuple[ProfileId, Summary, int]) -> None:
    with store.inbox.transaction() as tx:
        tx.save_views([View(profile, row, 0, changed) for profile, row, changed in rows])


def test_an_autosave_is_there_again_as_it_was(store: Store) -> None:
    edits = Working(person(), (), {"identity.sex": "F", "record.remark": "Grüße ☃", "x.y": None}, OFFICER.id, 7)
    store.profiles.save_working(edits, summary())
    loaded = store.profiles.load(edits.profile)
    assert (loaded.workings, loaded.revisions) == ((edits,), ())
    assert store.profiles.workings() == [edits.profile]


def test_an_autosave_uses_up_no_number_and_no_clock_reading(store: Store) -> None:
    profile = person()
    last = None
    for clock in range(3):
        edits = working(profile, clock=clock)
        store.profiles.save_working(edits, summary(), last)
        last = edits
    assert store.stations.clock() == 0
    assert seal(store, profile).lseq == 1


def test_an_autosave_shows_in_the_list_at_once(store: Store) -> None:
    profile = person()
    store.profiles.save_working(working(profile, clock=42), summary("Layla Noor"))
    (row,) = store.profiles.rows(ALL, 0, 10)
    assert (row.id, row.name, row.changed, row.handover, row.bundle_seq) == (profile, "Layla Noor", 42, Handover.HERE, 0)


def test_an_autosave_keeps_the_conflicts_of_the_sealed_part(store: Store) -> None:
    profile = person()
    seal(store, profile, conflicts=2)
    store.profiles.save_working(working(profile), summary())
    (row,) = store.profiles.rows(ALL, 0, 10)
    assert (row.conflicts, row.handover) == (2, Handover.NEEDS_YOU)


def test_a_seal_turns_open_edits_into_a_revision(store: Store) -> None:
    profile = person()
    store.profiles.save_working(working(profile), summary())
    made = seal(store, profile, ends=working(profile))
    loaded = store.profiles.load(profile)
    assert (loaded.revisions, loaded.workings) == ((made,), ())
    assert store.profiles.workings() == []


def colleagues_edits(profile: ProfileId, *, clock: int = 6) -> Working:
    return replace(working(profile, "another", clock=clock), officer=OfficerId(IDS()))


def test_each_officer_has_open_edits_of_their_own(store: Store) -> None:
    profile, other = person(), person()
    mine, theirs = working(profile), colleagues_edits(profile)
    store.profiles.save_working(theirs, summary())
    store.profiles.save_working(mine, summary())
    store.profiles.save_working(working(other, clock=4), summary())
    loaded = store.profiles.load(profile)
    assert loaded.workings == (mine, theirs)
    assert (loaded.working_of(theirs.officer), loaded.working_of(OfficerId(IDS()))) == (theirs, None)
    assert loaded.open_changes() == {"record.remark": "another"}
    assert store.profiles.workings() == [other, profile]
    assert store.profiles.workings(theirs.officer) == [profile]


def test_a_profile_is_open_as_long_as_anybody_has_it_open(store: Store) -> None:
    profile = person()
    mine, theirs = working(profile), colleagues_edits(profile)
    for edits in (mine, theirs):
        store.profiles.save_working(edits, summary())
    made = [seal(store, profile, ends=mine)]
    store.outbox.record_export(bundle_out(1), [Sent(one.id, profile, Scope.FULL) for one in made])
    (row,) = store.profiles.rows(ALL, 0, 10)
    assert (row.handover, store.profiles.load(profile).workings) == (Handover.HERE, (theirs,))
    made.append(seal(store, profile, ends=theirs))
    store.outbox.record_export(bundle_out(2), [Sent(one.id, profile, Scope.FULL) for one in made])
    (row,) = store.profiles.rows(ALL, 0, 10)
    assert (row.handover, store.profiles.workings()) == (Handover.IN_BUNDLE, [])


def test_open_edits_that_others_changed_meanwhile_are_neither_overwritten_nor_ended(store: Store) -> None:
    profile = person()
    first, second = working(profile, clock=5), working(profile, "more", clock=6)
    store.profiles.save_working(first, summary())
    store.profiles.save_working(second, summary(), first)
    for last in (None, first):
        with pytest.raises(OpenWorkChanged):
            store.profiles.save_working(working(profile, "of before", clock=9), summary(), last)
    with pytest.raises(OpenWorkChanged):
        seal(store, profile, ends=first)
    assert store.profiles.load(profile) == StoredProfile(profile, (), (second,))
    seal(store, profile, ends=second)
    with pytest.raises(OpenWorkChanged):
        store.profiles.save_working(working(profile, "of before", clock=9), summary(), second)
    with pytest.raises(OpenWorkChanged):
        seal(store, profile, ends=second)
    assert len(store.profiles.load(profile).revisions) == 1


def test_who_was_forgotten_does_not_come_back_by_a_colleague(store: Store) -> None:
    profile = person()
    mine, theirs = working(profile), colleagues_edits(profile)
    for edits in (mine, theirs):
        store.profiles.save_working(edits, summary())
        store.places.keep(profile, edits.officer, "here")
    store.profiles.forget(profile)
    with pytest.raises(ProfileErased):
        store.profiles.save_working(replace(theirs, clock=9), summary(), theirs)
    assert [store.places.get(profile, edits.officer) for edits in (mine, theirs)] == [None, None]
    assert (store.profiles.workings(), store.profiles.rows(ALL, 0, 9)) == ([], [])


def test_revision_numbers_have_no_gaps_and_clocks_only_rise(store: Store) -> None:
    made = [seal(store, person(), now_ms=NOW_MS - step * 60_000) for step in range(4)]
    assert [revision_.lseq for revision_ in made] == [1, 2, 3, 4]
    clocks = [revision_.clock for revision_ in made]
    assert clocks == sorted(set(clocks))
    assert clocks[0] == NOW_MS << COUNTER_BITS
    assert store.stations.clock() == clocks[-1]


def test_a_seal_that_fails_changes_nothing_and_loses_no_number(store: Store) -> None:
    profile = person()
    store.profiles.save_working(working(profile), summary())
    before = store.profiles.load(profile), store.profiles.rows(ALL, 0, 9), store.stations.clock()

    def fail(known: Sequence[Revision]) -> View:
        raise LookupError(known[-1].lseq)

    with pytest.raises(LookupError):
        store.profiles.seal(
            profile, make=lambda lseq, clock: revision(lseq, profile=profile, clock=clock), now_ms=NOW_MS, view=fail
        )
    assert (store.profiles.load(profile), store.profiles.rows(ALL, 0, 9), store.stations.clock()) == before
    assert seal(store, profile).lseq == 1


def test_a_revision_with_a_number_of_its_own_is_refused(store: Store) -> None:
    profile = person()
    with pytest.raises(ValueError, match="numbered"):
        store.profiles.seal(
            profile, make=lambda lseq, _: revision(lseq + 1, profile=profile), now_ms=NOW_MS, view=lambda _: view(profile)
        )
    with pytest.raises(UnknownProfile):
        store.profiles.load(profile)


def test_a_number_that_came_back_from_elsewhere_is_not_given_again(store: Store) -> None:
    with store.inbox.transaction() as tx:
        tx.add_revisions([revision(9, profile=person())])
    assert seal(store, person()).lseq == 10


def test_a_new_profile_that_is_forgotten_leaves_nothing(store: Store) -> None:
    profile = person()
    store.profiles.save_working(working(profile), summary())
    store.profiles.forget(profile)
    assert store.profiles.count(ALL) == 0
    with pytest.raises(UnknownProfile):
        store.profiles.load(profile)


def test_search_takes_words_in_any_order_and_any_part_of_them(store: Store) -> None:
    amina, omar = person(), person()
    put(store, (amina, summary("amina yusuf"), 1), (omar, summary("omar yusuf"), 2))

    def find(typed: str) -> set[ProfileId]:
        return set(store.profiles.ids(ListQuery(search=typed)))

    assert find("yusuf") == {amina, omar}
    assert find("  YUS  ami ") == {amina}
    assert find("amina omar") == set()
    assert find("23456789") == find("gr-2345") == find("gr-٢٣٤٥") == {amina, omar}
    assert find("") == {amina, omar}


@pytest.mark.parametrize("typed", ["%", "_", "a%f", "\\", "'; DROP TABLE profile; --", "/"])
def test_signs_of_the_query_language_are_only_signs(store: Store, typed: str) -> None:
    put(store, (person(), summary("amina yusuf"), 1))
    assert store.profiles.count(ListQuery(search=typed)) == 0


def test_pages_follow_each_other_in_the_order_of_the_ids(store: Store) -> None:
    put(store, *((person(), summary(f"name {n % 3}", case_number=f"GR-{n}"), n % 4) for n in range(25)))
    for order in Order:
        for is_reversed in (False, True):
            query = ListQuery(order=order, is_reversed=is_reversed)
            ids = store.profiles.ids(query)
            pages = [row.id for first in range(0, 25, 10) for row in store.profiles.rows(query, first, 10)]
            assert pages == ids
            assert [row.id for row in store.profiles.rows_of(ids[5:9])] == ids[5:9]
            assert ids == list(reversed(store.profiles.ids(replace(query, is_reversed=not is_reversed))))


def test_the_newest_change_comes_first_and_names_run_from_a(store: Store) -> None:
    old, new = person(), person()
    put(store, (old, summary("Zahra", case_number="GR-1"), 1), (new, summary("amina", case_number="GR-2"), 2))
    assert store.profiles.ids(ListQuery()) == [new, old]
    assert store.profiles.ids(ListQuery(order=Order.NAME)) == [new, old]
    assert store.profiles.ids(ListQuery(order=Order.CASE_NUMBER)) == [old, new]


def test_states_and_finish_narrow_the_list(store: Store) -> None:
    here, received = person(), person()
    seal(store, here)
    put(store, (received, replace(summary(), is_finished=True), 1))
    assert store.profiles.ids(ListQuery(states=frozenset({Handover.HERE}))) == [here]
    assert store.profiles.ids(ListQuery(finished=True)) == [received]
    assert store.profiles.ids(ListQuery(finished=False)) == [here]
    assert store.profiles.count(ListQuery(states=frozenset())) == 0
    assert store.profiles.handover_counts() == {
        Handover.HERE: 1,
        Handover.RECEIVED: 1,
        Handover.IN_BUNDLE: 0,
        Handover.NEEDS_YOU: 0,
    }


def test_a_case_number_finds_its_profile(store: Store) -> None:
    profile = person()
    put(store, (profile, summary(case_number="GR-AAAA-BBBB-C"), 1))
    assert store.profiles.find("GR-AAAA-BBBB-C") == profile
    assert store.profiles.find("GR-AAAA-BBBB-D") is None


def test_unknown_ids_have_no_rows(store: Store) -> None:
    assert store.profiles.rows_of([person()]) == []


def test_figures_count_codes_and_blanks(store: Store) -> None:
    put(store, *((person(), summary(sex=code), 1) for code in ("F", "F", "M", "")))
    assert store.profiles.counts("sex") == {"F": 2, "M": 1, "": 1}
    assert store.profiles.counts("centre") == {"Lesbos": 4}
    assert store.profiles.counts("sex", finished=True) == {}
    with pytest.raises(ValueError, match="column"):
        store.profiles.counts("search_text")


def test_every_figure_and_every_part_of_a_summary_has_its_column() -> None:
    columns = set(tables.profile.c.keys())
    assert set(FIGURE_PATHS) <= columns
    kept = {"languages", "figures", "features"} | set(summary_columns(summary()))
    assert {field.name for field in fields(Summary)} <= kept
    assert set(summary_columns(summary())) <= columns
