"""Bench of V25: who may be the person of an open interview, and who was recorded twice among all people of headquarters.

The second is judged by people whose maker knows the truth and nothing of how people are compared, see `doubles`.
"""

import hmac
import json
from collections.abc import Callable, Sequence
from itertools import cycle, islice
from types import MappingProxyType
from typing import Any

from bench_measure import Line, in_turn, timed
from bench_places import SEED, SOURCES, Places, copied, opened, raw_connection
from doubles import ONE_IN_TWICE, Doubles, Record
from s2w_desktop.domain.case_numbers import new_case_number
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.likeness.comparing import Reason
from s2w_desktop.domain.likeness.features import Features, features_of
from s2w_desktop.domain.likeness.keys import sought_keys
from s2w_desktop.domain.likeness.known import KEY_BYTES, make_index, traits_known
from s2w_desktop.domain.profile import Held, Profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.domain.summary import summarise
from s2w_desktop.services.duplicates import Pair
from s2w_desktop.storage.values import ListQuery, View

WARNING_MS, LOOK_SECONDS = 30, 60
MANY = 100_000
_AT_ONCE = 1_000
_PROGRAMME = bytes(range(KEY_BYTES))
LEVELS: dict[str, Callable[[frozenset[Reason]], bool]] = {
    "whole name, same day": lambda found: Reason.SAME_BIRTH_DAY in found and Reason.PART_OF_NAME not in found,
    "whole name, same year": lambda found: (
        not found.isdisjoint({Reason.SAME_BIRTH_DAY, Reason.SAME_BIRTH_YEAR}) and Reason.PART_OF_NAME not in found
    ),
    "all that is told": lambda _found: True,
}
"""What somebody may look at first, from strict to everything."""


def look_alikes(places: Places, times: int) -> Line:
    """One look for people who may be the same, against reading the rows that share a key in raw SQL."""
    laptop = places.laptop
    ids = laptop.store.profiles.ids(ListQuery())
    people = [laptop.interviews.read(profile) for profile in ids[:: max(1, len(ids) // times)]]
    keys = [sorted(sought_keys(features_of(person, laptop.sources.today())).always) for person in people]
    connection = raw_connection(places.folder / "laptop")
    looked, asked = cycle(people), cycle(keys)
    pair = in_turn(
        timed(lambda: laptop.look_alikes.of(next(looked))),
        timed(lambda: raw_rows(connection, next(asked))),
        times=times,
        warm_up=min(20, times),
    )
    near = [len(raw_rows(connection, one)) for one in keys]
    told = [len(laptop.look_alikes.of(person)) for person in people]
    connection.close()
    notes = (
        f"p95 {1000 * pair[0].percentile(95):.1f} ms of {WARNING_MS}",
        f"{sum(near) / len(near):.0f} compared, {sum(told) / len(told):.2f} told, {sum(map(bool, told))} of {len(told)} tell",
    )
    return Line("may be the same person", *pair, notes=notes)


def raw_rows(connection: Any, keys: list[str]) -> list[object]:  # noqa: ANN401  # the driver has no types
    """The rows that share a key, read and parsed."""
    marks = ", ".join("?" * len(keys))
    wanted = f"SELECT content FROM features WHERE profile IN (SELECT profile FROM feature_key WHERE key IN ({marks}))"  # noqa: S608  # marks alone
    return [json.loads(row[0]) for row in connection.execute(wanted, keys)]


class Twice:
    """A headquarters with many people, some of whom were recorded twice."""

    def __init__(self, places: Places, people: int) -> None:
        self._folder = copied(places, "recorded-twice")
        self._people = people
        self._records: dict[ProfileId, Record] = {}
        self._features: dict[ProfileId, Features] = {}
        self._office = opened(self._folder)
        records = iter(Doubles(SEED).records(people))
        while piece := list(islice(records, _AT_ONCE)):
            self._add(piece)

    def look(self) -> Line:
        """One look among all people, against reading what is compared of them; and how right it is."""
        found: list[Sequence[Pair]] = []
        connection = raw_connection(self._folder)
        pair = in_turn(
            timed(lambda: found.append(self._office.office.duplicates.look().pairs)),
            timed(lambda: [json.loads(row[0]) for row in connection.execute("SELECT content FROM features")]),
            times=1,
            warm_up=0,
        )
        connection.close()
        shares = [self._share(name, level, found[-1]) for name, level in LEVELS.items()]
        limit = f"{pair[0].median:.0f} s of {LOOK_SECONDS} for {len(self._records):,} records"
        return Line("recorded twice, all people", *pair, notes=(limit, *shares))

    def as_you_type(self, times: int) -> Line:
        """One look for people who may be that of an open interview, among as many."""
        people = [_profile(one) for one in islice(self._records.values(), 0, None, max(1, len(self._records) // times))]
        keys = [sorted(sought_keys(features_of(person, SOURCES.today())).always) for person in people]
        connection = raw_connection(self._folder)
        looked, asked = cycle(people), cycle(keys)
        pair = in_turn(
            timed(lambda: self._office.look_alikes.of(next(looked))),
            timed(lambda: raw_rows(connection, next(asked))),
            times=times,
            warm_up=min(20, times),
        )
        connection.close()
        note = f"p95 {1000 * pair[0].percentile(95):.1f} ms of {WARNING_MS}, {len(self._records):,} records"
        return Line("may be one of many people", *pair, notes=(note,))

    def told_by_index(self, times: int) -> Line:
        """What a laptop tells by the index of known people, against HMAC-SHA256 of a line; and how right it is.

        Half of the people are known; each of the others who was recorded before ought to be told, and nobody else.
        """
        first = {record.person: profile for profile, record in reversed(self._records.items())}
        known = {profile for person, profile in first.items() if person // ONE_IN_TWICE % 2}
        index = make_index(_PROGRAMME, (self._features[profile] for profile in known))
        again = [one for one, record in self._records.items() if record.person // ONE_IN_TWICE % 2 and one not in known]
        others = [profile for person, profile in first.items() if not person // ONE_IN_TWICE % 2]
        told = sum(traits_known(index, self._features[one]) > 0 for one in again)
        wrong = sum(traits_known(index, self._features[one]) > 0 for one in others)
        asked = cycle(others[:times])
        pair = in_turn(
            timed(lambda: traits_known(index, self._features[next(asked)])),
            timed(lambda: hmac.digest(_PROGRAMME, b"day a b 2000-01-01 SYR", "sha256")),
            times=times,
            warm_up=min(20, times),
        )
        notes = (
            f"{len(known):,} known, {len(index.signs) / 1e6:.1f} MB",
            f"told {told} of {len(again)} recorded before, {wrong} of {len(others)} others",
        )
        return Line("known to headquarters, by the index", *pair, notes=notes)

    def close(self) -> None:
        """Close the store."""
        self._office.close()

    def _add(self, records: Sequence[Record]) -> None:
        views = []
        for record in records:
            profile = _profile(record)
            view = View(profile.id, summarise(QUESTIONNAIRE, profile, SOURCES.today()), 0, 1)
            self._records[profile.id], self._features[profile.id] = record, view.summary.features
            views.append(view)
        with self._office.store.inbox.transaction() as transaction:
            transaction.save_views(views)

    def _share(self, name: str, level: Callable[[frozenset[Reason]], bool], pairs: Sequence[Pair]) -> str:
        told = [pair for pair in pairs if level(frozenset(pair.reasons))]
        right = sum(self._records[pair.first].person == self._records[pair.second].person for pair in told)
        doubled = -(-self._people // ONE_IN_TWICE)
        return f"{name}: {len(told):,} pairs, precision {right / max(1, len(told)):.2f}, recall {right / doubled:.2f}"


def _profile(record: Record) -> Profile:
    """A profile of what an office wrote down."""
    texts = {
        "identity.given_names": record.given,
        "identity.family_names": record.family,
        "identity.name_original": record.original,
        "identity.nationality": record.nationality,
        "record.case_number": new_case_number("PT", randbelow=SOURCES.randbelow),
    }
    held: dict[str, Held] = {path: text for path, text in texts.items() if text}
    if record.born:
        held["identity.date_of_birth"] = SaidDate.plainly(record.born)
    return Profile(ProfileId(SOURCES.new_id()), MappingProxyType(held))
