"""Cases of the report: made once, forgotten with every change, one for each person; on both engines."""

import pytest

from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.storage.cases import NumberOf, Step
from s2w_desktop.storage.store import Store
from s2w_desktop.storage.values import StoredProfile
from tests.storage.people import NOW_MS, Ids, revision, summary, view, working

LAYOUT = "1-abc"
IDS = Ids(3)


def made(stored: StoredProfile, number_of: NumberOf) -> bytes:
    return bytes([number_of("revisions", str(len(stored.revisions))), number_of("open", str(bool(stored.workings)))])


def known(store: Store, layout: str = LAYOUT) -> dict[ProfileId, str]:
    """What each case says, as words."""
    found = {}
    with store.cases.opened(layout) as kept:
        for profiles, cases in kept.pieces:
            for profile, (revisions, open_) in zip(profiles, cases, strict=True):
                found[ProfileId(profile)] = f"{kept.words['revisions'][revisions]} {kept.words['open'][open_]}"
    return found


def sealed(store: Store, profile: ProfileId) -> None:
    store.profiles.seal(
        profile,
        ends=working(profile),
        make=lambda lseq, clock: revision(lseq, profile=profile, clock=clock),
        now_ms=NOW_MS,
        view=lambda revisions: view(profile, changed=revisions[-1].clock),
    )


def test_everybody_is_missing_until_somebody_asks(store: Store) -> None:
    people = sorted(ProfileId(IDS()) for _ in range(5))
    for profile in people:
        store.profiles.save_working(working(profile), summary())
    assert store.cases.missing(LAYOUT) == 5
    assert known(store) == {}
    assert [store.cases.catch_up(LAYOUT, made, 3).made for _ in range(3)] == [3, 2, 0]
    assert known(store) == dict.fromkeys(people, "0 True")


def test_making_goes_on_after_the_last_and_passes_nobody(store: Store) -> None:
    people = sorted(ProfileId(IDS()) for _ in range(5))
    for profile in people:
        store.profiles.save_working(working(profile), summary())
    steps = [store.cases.catch_up(LAYOUT, made, 2)]
    while steps[-1].last is not None:
        steps.append(store.cases.catch_up(LAYOUT, made, 2, steps[-1].last))
    assert steps == [Step(2, people[1]), Step(2, people[3]), Step(1, people[4]), Step(0, None)]
    assert known(store) == dict.fromkeys(people, "0 True")


def test_a_change_forgets_the_case_of_that_person_alone(store: Store) -> None:
    first, second = ProfileId(IDS()), ProfileId(IDS())
    for profile in (first, second):
        store.profiles.save_working(working(profile), summary())
    store.cases.catch_up(LAYOUT, made, 10)
    store.profiles.save_working(working(first, "more", clock=6), summary(), working(first))
    assert known(store) == {second: "0 True"}
    sealed(store, second)
    assert known(store) == {}
    store.cases.catch_up(LAYOUT, made, 10)
    assert known(store) == {first: "0 True", second: "1 False"}


def test_who_is_forgotten_leaves_no_case(store: Store) -> None:
    profile = ProfileId(IDS())
    store.profiles.save_working(working(profile), summary())
    store.cases.catch_up(LAYOUT, made, 10)
    store.profiles.forget(profile)
    assert (known(store), store.cases.missing(LAYOUT)) == ({}, 0)


def test_cases_by_other_names_are_made_anew(store: Store) -> None:
    profile = ProfileId(IDS())
    store.profiles.save_working(working(profile), summary())
    store.cases.catch_up("1-old", made, 10)
    assert (known(store), store.cases.missing(LAYOUT)) == ({}, 1)
    store.cases.catch_up(LAYOUT, made, 10)
    assert list(known(store)) == [profile]
    assert known(store, "1-old") == {}


def test_what_making_raises_leaves_everything_as_it_was(store: Store) -> None:
    profile = ProfileId(IDS())
    store.profiles.save_working(working(profile), summary())

    def broken(_stored: StoredProfile, number_of: NumberOf) -> bytes:
        number_of("open", "never kept")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store.cases.catch_up(LAYOUT, broken, 10)
    assert store.cases.missing(LAYOUT) == 1
