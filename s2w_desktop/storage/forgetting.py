"""What is removed of a profile when it is forgotten or erased, inside a transaction of the caller."""

from sqlalchemy import Connection, delete, exists, or_, select, update

from s2w_desktop.domain.errors import HandedOver
from s2w_desktop.domain.ids import DeviceId, ProfileId
from s2w_desktop.storage import tables
from s2w_desktop.storage.blob_rows import forget_copies
from s2w_desktop.storage.case_rows import forget_cases
from s2w_desktop.storage.feature_rows import forget_features
from s2w_desktop.storage.places import forget_place
from s2w_desktop.storage.rejections import forget_rejections

_revision, _profile, _working = tables.revision, tables.profile, tables.working


def refuse_travelled(connection: Connection, profile: ProfileId, device: DeviceId) -> None:
    """Raises HandedOver when others know of a profile: a bundle carried a revision, or one was made elsewhere."""
    travelled = exists().where(tables.dispatch.c.revision == _revision.c.id)
    made_elsewhere = _revision.c.device != device
    known = select(_revision.c.id).where(_revision.c.profile == profile, or_(travelled, made_elsewhere)).limit(1)
    if connection.execute(known).first() is not None:
        raise HandedOver


def forget_content(connection: Connection, profile: ProfileId) -> None:
    """Forget all that is said about a profile. Its revisions stay as numbers without content."""
    forget_copies(connection, profile)
    said = or_(_revision.c.open_text.is_not(None), _revision.c.protected_text.is_not(None))
    theirs = update(_revision).where(_revision.c.profile == profile, said)
    connection.execute(theirs.values(open_text=None, protected_text=None))
    connection.execute(delete(_working).where(_working.c.profile == profile))
    forget_place(connection, profile)
    forget_rejections(connection, profile)
    forget_features(connection, profile)
    forget_cases(connection, [profile])
    connection.execute(update(_profile).where(_profile.c.joined_into == profile).values(joined_into=None))
    connection.execute(delete(_profile).where(_profile.c.id == profile))
