"""Station, officers, machines on the other side, small settings."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from s2w_desktop.domain.ids import DeviceId, OfficerId
from s2w_desktop.domain.stations import Peer, Role
from s2w_desktop.storage.store import Store
from s2w_desktop.storage.values import Officer
from tests.storage.people import HEADQUARTERS, LAPTOP, NOW, OFFICER, OTHER_LAPTOP, Ids, station

IDS = Ids(81)


def peer(device: DeviceId, role: Role = Role.FIELD, enrolled_at: datetime = NOW) -> Peer:
    return Peer(device, role, "Org", "Lesbos", "laptop", "RWQ…", ("age1one", "age1two"), enrolled_at)


def test_names_of_a_station_can_change_but_not_its_device_or_epoch(store: Store) -> None:
    renamed = replace(station(), centre="Samos")
    store.stations.save_station(renamed)
    assert store.stations.station() == renamed
    for other in (replace(renamed, device=OTHER_LAPTOP), replace(renamed, epoch=2)):
        with pytest.raises(ValueError, match="epoch"):
            store.stations.save_station(other)


def test_officers_who_left_stay_known(store: Store) -> None:
    other = Officer(OfficerId(IDS()), "Ben", NOW + timedelta(days=1))
    store.officers.add(other)
    store.officers.add(replace(OFFICER, removed_at=NOW + timedelta(days=2)))
    assert store.officers.all() == (replace(OFFICER, removed_at=NOW + timedelta(days=2)), other)
    assert store.officers.get(other.id) == other
    assert store.officers.get(OfficerId(IDS())) is None


def test_machines_are_found_by_device_and_role(store: Store) -> None:
    hq, laptop = peer(HEADQUARTERS, Role.HEADQUARTERS), peer(OTHER_LAPTOP, enrolled_at=NOW + timedelta(hours=1))
    store.peers.add(laptop)
    store.peers.add(hq)
    assert store.peers.all() == (hq, laptop)
    assert store.peers.all(Role.FIELD) == (laptop,)
    assert store.peers.by_device(HEADQUARTERS) == hq
    assert store.peers.by_device(LAPTOP) is None


def test_a_machine_enrolled_again_takes_the_new_keys_and_is_no_longer_revoked(store: Store) -> None:
    store.peers.add(peer(OTHER_LAPTOP))
    store.peers.revoke(OTHER_LAPTOP, NOW)
    assert store.peers.by_device(OTHER_LAPTOP) == replace(peer(OTHER_LAPTOP), revoked_at=NOW)
    again = replace(peer(OTHER_LAPTOP), recipients=("age1new",))
    store.peers.add(again)
    assert store.peers.all() == (again,)


def test_times_keep_their_moment_whatever_their_zone(store: Store) -> None:
    east = NOW.astimezone(timezone(timedelta(hours=3)))
    store.peers.add(peer(OTHER_LAPTOP, enrolled_at=east))
    found = store.peers.by_device(OTHER_LAPTOP)
    assert found is not None
    assert found.enrolled_at == NOW
    assert found.enrolled_at.tzinfo is not None


def test_a_time_without_a_zone_is_a_mistake(store: Store) -> None:
    with pytest.raises(Exception, match="zone"):
        store.peers.add(peer(OTHER_LAPTOP, enrolled_at=NOW.replace(tzinfo=None)))


def test_facts_are_kept_by_name(store: Store) -> None:
    assert store.facts.get("language") is None
    store.facts.set("language", "fr")
    store.facts.set("language", "ar")
    assert store.facts.get("language") == "ar"
