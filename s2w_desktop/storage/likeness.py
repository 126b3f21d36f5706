"""People of this store who may be one person, and pairs of which somebody said that they are not."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, Select, delete, func, or_, select

from s2w_desktop.domain.ids import OfficerId, ProfileId
from s2w_desktop.domain.likeness.features import Features
from s2w_desktop.domain.likeness.keys import SoughtKeys
from s2w_desktop.storage import likeness_tables, tables
from s2w_desktop.storage.chunks import chunks
from s2w_desktop.storage.database import Database
from s2w_desktop.storage.feature_rows import features_of_text, save_features
from s2w_desktop.storage.inserting import upsert
from s2w_desktop.storage.locks import hold_profiles

_profile, _features = tables.profile, likeness_tables.features
_keys, _pairs = likeness_tables.feature_key, likeness_tables.distinct_pair
_ADD = upsert(_pairs, ())
_COMPARED = (
    select(_profile.c.id, _profile.c.case_number, _features.c.content)
    .join(_features, _features.c.profile == _profile.c.id)
    .where(_profile.c.joined_into.is_(None))
)


@dataclass(frozen=True)
class NamedFeatures:
    """Somebody as they are compared, and the case number by which they are told."""

    profile: ProfileId
    case_number: str
    features: Features


class LikenessBook:
    """Reads give the state of one moment; every write is durable when it returns."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def everybody(self) -> list[NamedFeatures]:
        """All who can be compared, by case number."""
        with self._database.reading() as connection:
            rows = connection.execute(_COMPARED.order_by(_profile.c.case_number, _profile.c.id))
            found = (NamedFeatures(row.id, row.case_number, features_of_text(row.content)) for row in rows)
            return [one for one in found if one.features.is_comparable]

    def all_apart(self) -> frozenset[tuple[ProfileId, ProfileId]]:
        """All pairs of which somebody said that they are not one, by the profiles under which they are listed, less id first."""
        low, high = _profile.alias(), _profile.alias()
        listed = select(func.coalesce(low.c.joined_into, low.c.id), func.coalesce(high.c.joined_into, high.c.id))
        wanted = listed.select_from(_pairs).join(low, low.c.id == _pairs.c.low).join(high, high.c.id == _pairs.c.high)
        with self._database.reading() as connection:
            pairs = (sorted((ProfileId(one), ProfileId(other))) for one, other in connection.execute(wanted))
            return frozenset((one, other) for one, other in pairs if one != other)

    def near(self, keys: SoughtKeys, profile: ProfileId) -> list[NamedFeatures]:
        """Everybody but this profile who is found by one of the keys and was not told apart from it, by case number."""
        found: dict[ProfileId, NamedFeatures] = {}
        with self._database.reading() as connection:
            not_wanted = {id_ for row in connection.execute(_apart_from(profile)) for id_ in row} | {profile}
            wanted = keys.always.union(*(_rare(connection, some, most) for some, most in keys.if_rare))
            for piece in chunks(sorted(wanted)):
                met = select(_keys.c.profile).where(_keys.c.key.in_(piece)).scalar_subquery()
                for row in connection.execute(_COMPARED.where(_profile.c.id.in_(met))):
                    if row.id not in not_wanted and row.id not in found:
                        found[row.id] = NamedFeatures(row.id, row.case_number, features_of_text(row.content))
        return sorted(found.values(), key=lambda one: (one.case_number, one.profile))

    def tell_apart(self, one: ProfileId, other: ProfileId, officer: OfficerId, at: datetime) -> None:
        """Keep that two people are not one; the first who said so stays. Both must be in the list."""
        with self._database.writing() as connection:
            note_apart(connection, one, other, officer, at)

    def take_back(self, one: ProfileId, other: ProfileId) -> None:
        """Nobody said so."""
        low, high = sorted((one, other))
        with self._database.writing() as connection:
            connection.execute(delete(_pairs).where(_pairs.c.low == low, _pairs.c.high == high))

    def told_apart(self, profile: ProfileId) -> frozenset[ProfileId]:
        """From whom somebody was told apart."""
        with self._database.reading() as connection:
            return frozenset(ProfileId(id_) for row in connection.execute(_apart_from(profile)) for id_ in row) - {profile}

    def without_features(self, most: int) -> list[ProfileId]:
        """Profiles that an earlier program listed, of which nothing is compared yet; so many at most."""
        missing = (
            select(_profile.c.id).where(_profile.c.id.not_in(select(_features.c.profile))).order_by(_profile.c.id).limit(most)
        )
        with self._database.reading() as connection:
            return [ProfileId(id_) for id_ in connection.execute(missing).scalars()]

    def add_features(self, people: Mapping[ProfileId, Features]) -> None:
        """Keep the features of people whose rows are in the list, but for those who have some: what others kept is newer."""
        with self._database.writing() as connection:
            hold_profiles(connection, people)
            known = {id_ for piece in chunks(people) for id_ in connection.execute(_kept(piece)).scalars()}
            save_features(connection, {profile: features for profile, features in people.items() if profile not in known})


def note_apart(connection: Connection, one: ProfileId, other: ProfileId, officer: OfficerId, at: datetime) -> None:
    """As `LikenessBook.tell_apart`, inside a transaction of the caller."""
    low, high = sorted((one, other))
    connection.execute(_ADD, {"low": low, "high": high, "officer": officer, "decided_at": at})


def _kept(profiles: list[ProfileId]) -> Select[tuple[UUID]]:
    return select(_features.c.profile).where(_features.c.profile.in_(profiles))


def _apart_from(profile: ProfileId) -> Select[tuple[UUID, UUID]]:
    return select(_pairs.c.low, _pairs.c.high).where(or_(_pairs.c.low == profile, _pairs.c.high == profile))


def _rare(connection: Connection, keys: Iterable[str], most: int) -> frozenset[str]:
    """Those of the keys that at most so many people have."""
    found: set[str] = set()
    for key in sorted(keys):
        some = select(_keys.c.key).where(_keys.c.key == key).limit(most + 1)  # a common key is not counted to its end
        if len(connection.execute(some).all()) <= most:
            found.add(key)
    return frozenset(found)
