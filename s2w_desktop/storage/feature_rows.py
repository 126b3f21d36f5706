"""Rows by which people who may be alike are found, written with the row of the list, inside a transaction of the caller."""

import json
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, delete, or_, select

from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.likeness.features import Features, KeptFeatures, features_from_plain, features_to_plain
from s2w_desktop.domain.likeness.keys import stored_keys
from s2w_desktop.storage import likeness_tables as tables
from s2w_desktop.storage.chunks import chunks
from s2w_desktop.storage.inserting import upsert
from s2w_desktop.storage.many_rows import insert_rows

_features, _keys, _pairs = tables.features, tables.feature_key, tables.distinct_pair
_SAVE = upsert(_features, ("content",))
_ADD_KEYS = upsert(_keys, ())
_spelled = json.JSONEncoder(ensure_ascii=False).encode


def save_features(connection: Connection, people: Mapping[ProfileId, Features]) -> None:
    """Keep the features of people whose rows are in the list; those that are kept already cost one look."""
    for piece in chunks(people):
        wanted = select(_features.c.profile, _features.c.content).where(_features.c.profile.in_(piece))
        kept = {row.profile: row.content for row in connection.execute(wanted)}
        texts = {profile: _text_of(people[profile]) for profile in piece}
        _write(connection, people, {profile: text for profile, text in texts.items() if kept.get(profile) != text}, kept)


def forget_features(connection: Connection, profile: ProfileId) -> None:
    """Forget what is compared of somebody, and what was said about them and others."""
    connection.execute(delete(_keys).where(_keys.c.profile == profile))
    connection.execute(delete(_features).where(_features.c.profile == profile))
    connection.execute(delete(_pairs).where(or_(_pairs.c.low == profile, _pairs.c.high == profile)))


def features_of_text(text: str) -> Features:
    """The features of a row."""
    kept: KeptFeatures = json.loads(text)
    return features_from_plain(kept)


def _text_of(features: Features) -> str:
    return _spelled(features_to_plain(features))


def _write(
    connection: Connection, people: Mapping[ProfileId, Features], texts: Mapping[ProfileId, str], kept: Mapping[ProfileId, str]
) -> None:
    if not texts:
        return
    known: Sequence[ProfileId] = [profile for profile in texts if profile in kept]
    if known:
        connection.execute(delete(_keys).where(_keys.c.profile.in_(known)))
    insert_rows(connection, _SAVE, ("profile", "content"), list(texts.items()))
    keys = [(key, profile) for profile in texts for key in sorted(stored_keys(people[profile]))]
    insert_rows(connection, _ADD_KEYS, ("key", "profile"), keys)
