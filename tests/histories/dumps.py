"""What stands in the tables of a machine, read past the services."""

from collections import defaultdict
from typing import Any

from sqlalchemy import Table, select

from s2w_desktop.domain.history import Resolution
from s2w_desktop.domain.ids import DeviceId, ProfileId, RevisionId
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.revisions import Revision
from s2w_desktop.domain.shield import resolve_shielded
from s2w_desktop.storage import exchange_tables, tables
from s2w_desktop.storage.revision_rows import revision_of
from tests.histories.machines import Machine


def rows(machine: Machine, table: Table, *leave_out: str) -> list[tuple[Any, ...]]:
    """All rows in the order of the first key, without some columns."""
    columns = [column for column in table.c if column.name not in leave_out]
    with machine.file.reading() as connection:
        return [tuple(row) for row in connection.execute(select(*columns).order_by(*table.primary_key.columns))]


def revisions(machine: Machine) -> dict[RevisionId, Revision]:
    """Every revision, with as much of its content as is there."""
    with machine.file.reading() as connection:
        found = [revision_of(row) for row in connection.execute(select(tables.revision))]
    return {revision.id: revision for revision in found}


def by_profile(known: dict[RevisionId, Revision]) -> dict[ProfileId, list[Revision]]:
    """The same, by profile."""
    found: dict[ProfileId, list[Revision]] = defaultdict(list)
    for revision in known.values():
        found[revision.profile].append(revision)
    return found


def by_person(machine: Machine, known: dict[RevisionId, Revision]) -> dict[ProfileId, list[Revision]]:
    """The same, with all that is joined into one profile together."""
    found: dict[ProfileId, list[Revision]] = defaultdict(list)
    joined = roots(machine)
    for profile, its in by_profile(known).items():
        found[joined.get(profile) or profile] += its
    return found


def roots(machine: Machine) -> dict[ProfileId, ProfileId | None]:
    """Into which other profile each is joined; None for those that are listed themselves."""
    return dict(columns(machine, tables.profile, "id", "joined_into"))


def shared_with(machine: Machine, device: DeviceId) -> list[ProfileId]:
    """Profiles of which headquarters tells a device what others say."""
    return [profile for whose, profile in columns(machine, exchange_tables.share, "device", "profile") if whose == device]


def columns(machine: Machine, table: Table, *names: str) -> list[tuple[Any, ...]]:
    """Some columns of all rows."""
    return rows(machine, table, *(column.name for column in table.c if column.name not in names))


def view(known: list[Revision]) -> Resolution:
    """What revisions say together."""
    return resolve_shielded(QUESTIONNAIRE, known)


def erased(machine: Machine) -> set[ProfileId]:
    """Profiles whose content is gone for good."""
    return {row[0] for row in rows(machine, exchange_tables.erased)}


def removed(machine: Machine) -> set[ProfileId]:
    """Profiles that a laptop removed because headquarters has them."""
    said = columns(machine, exchange_tables.thinned, "profile", "is_here")
    return {profile for profile, is_here in said if not is_here}


def state(machine: Machine) -> dict[str, list[tuple[Any, ...]]]:
    """Everything that a second import of the same must not change: revisions, list, tombstones, copies."""
    return {
        "revision": rows(machine, tables.revision),
        "profile": rows(machine, tables.profile),
        "erased": rows(machine, exchange_tables.erased, "epoch", "first_seq", "is_confirmed"),
        "blob": rows(machine, tables.blob, "added_at"),
    }
