"""Bench of V25: who may be the person of an open interview, among all people of a laptop."""

import json
from itertools import cycle
from typing import Any

from bench_measure import Line, in_turn, timed
from bench_places import Places, raw_connection
from s2w_desktop.domain.likeness.features import features_of
from s2w_desktop.domain.likeness.keys import sought_keys
from s2w_desktop.storage.values import ListQuery

WARNING_MS = 30


def look_alikes(places: Places, times: int) -> Line:
    """One look for people who may be the same, against reading the rows that share a key in raw SQL."""
    laptop = places.laptop
    ids = laptop.store.profiles.ids(ListQuery())
    people = [laptop.interviews.read(profile) for profile in ids[:: max(1, len(ids) // times)]]
    keys = [sorted(sought_keys(features_of(person, laptop.sources.today()))) for person in people]
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
