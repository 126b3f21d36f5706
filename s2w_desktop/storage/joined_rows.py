"""Which profiles are one person: links as they are kept with the list, and histories of whole people, inside a transaction."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from sqlalchemy import Connection, exists, or_, select, update

from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.joined import link_of
from s2w_desktop.domain.joining import rooted
from s2w_desktop.domain.revisions import Revision
from s2w_desktop.storage import tables
from s2w_desktop.storage.chunks import CHUNK, chunks
from s2w_desktop.storage.history_rows import histories
from s2w_desktop.storage.locks import hold_profiles
from s2w_desktop.storage.values import View
from s2w_desktop.storage.view_rows import save_views

_profile = tables.profile
_IS_ANY_TIED = select(exists().where(_profile.c.same_as.is_not(None)))
MakeView = Callable[[ProfileId, Sequence[Revision]], View]


def root_in(connection: Connection, profile: ProfileId) -> ProfileId:
    """Under which profile somebody is listed."""
    found = connection.execute(select(_profile.c.joined_into).where(_profile.c.id == profile)).scalar()
    return ProfileId(found) if found else profile


def hold_people(connection: Connection, profiles: Collection[ProfileId]) -> None:
    """As `hold_profiles`, with those that the profiles are joined into, whose rows follow from them."""
    hold_profiles(connection, {*profiles, *(root_in(connection, profile) for profile in profiles)})


def members(connection: Connection, roots: Iterable[ProfileId]) -> dict[ProfileId, list[ProfileId]]:
    """The profiles that are joined into others, for those that have some."""
    found: dict[ProfileId, list[ProfileId]] = {}
    for piece in chunks(roots):
        joined = select(_profile.c.joined_into, _profile.c.id).where(_profile.c.joined_into.in_(piece)).order_by(_profile.c.id)
        for root, profile in connection.execute(joined):
            found.setdefault(ProfileId(root), []).append(ProfileId(profile))
    return found


def whole_histories(
    connection: Connection, roots: Iterable[ProfileId], chunk: int = CHUNK
) -> Iterator[tuple[ProfileId, tuple[Revision, ...]]]:
    """As `histories`, with the revisions of all that is joined into each profile."""
    for piece in chunks(roots, chunk):
        joined = members(connection, piece)
        if not joined:
            yield from histories(connection, piece, chunk)
            continue
        wanted = list(dict.fromkeys([*piece, *chain.from_iterable(joined.values())]))
        known = dict(histories(connection, wanted, len(wanted)))
        for root in piece:
            own = chain.from_iterable(known.get(one, ()) for one in (root, *joined.get(root, ())))
            if revisions := tuple(sorted(own, key=lambda one: (one.clock, one.id))):
                yield root, revisions


def keep_joined(connection: Connection, own: Mapping[ProfileId, Sequence[Revision]], view: MakeView) -> frozenset[ProfileId]:
    """Keep links and rows in step after profiles got revisions; gives the people of several profiles that were looked at.

    `own` are all revisions of each of these profiles, whose own rows are written already.
    """
    links = {profile: link_of(revisions) for profile, revisions in own.items()}
    if not any(links.values()) and not connection.execute(_IS_ANY_TIED).scalar():
        return frozenset()
    changed = _note_links(connection, links)
    known = {ProfileId(id_) for id_ in _tied(connection, own)} | changed
    if not known:
        return frozenset()
    roots, loose = _root_all(connection, known)
    again = roots | loose
    hold_profiles(connection, again)
    save_views(connection, [view(root, revisions) for root, revisions in whole_histories(connection, sorted(again))])
    return frozenset(roots)


def _note_links(connection: Connection, links: Mapping[ProfileId, ProfileId | None]) -> set[ProfileId]:
    """Keep whom each profile names; gives those that name another one than before, or nobody any more."""
    changed: set[ProfileId] = set()
    for piece in chunks(links):
        rows = connection.execute(select(_profile.c.id, _profile.c.same_as).where(_profile.c.id.in_(piece)))
        changed |= {ProfileId(id_) for id_, named in rows if named != links[ProfileId(id_)]}
    for profile in sorted(changed):
        connection.execute(update(_profile).where(_profile.c.id == profile).values(same_as=links[profile]))
    return changed


def _tied(connection: Connection, profiles: Iterable[ProfileId]) -> set[ProfileId]:
    """Those of the profiles that name somebody or are named."""
    found: set[ProfileId] = set()
    for piece in chunks(profiles):
        naming = select(_profile.c.id).where(_profile.c.id.in_(piece), _profile.c.same_as.is_not(None))
        named = select(_profile.c.same_as).where(_profile.c.same_as.in_(piece))
        found.update(ProfileId(id_) for id_ in connection.execute(naming).scalars())
        found.update(ProfileId(id_) for id_ in connection.execute(named).scalars())
    return found


def _root_all(connection: Connection, some: Iterable[ProfileId]) -> tuple[set[ProfileId], set[ProfileId]]:
    """List each of the profiles, and all that are tied to them, under the right one.

    Gives the people of several profiles, and the profiles that have become people of their own.
    """
    links: dict[ProfileId, ProfileId] = {}
    before: dict[ProfileId, ProfileId | None] = {}
    asked, reached = set[ProfileId](), set(some)
    while ahead := reached - asked:
        asked |= ahead
        reached = set[ProfileId]()
        for piece in chunks(sorted(ahead)):
            columns = select(_profile.c.id, _profile.c.same_as, _profile.c.joined_into)
            met = or_(_profile.c.id.in_(piece), _profile.c.same_as.in_(piece), _profile.c.joined_into.in_(piece))
            for id_, named, root in connection.execute(columns.where(met)):
                before[ProfileId(id_)] = root
                if named is not None:
                    links[ProfileId(id_)] = ProfileId(named)
                reached |= {ProfileId(one) for one in (id_, named, root) if one is not None}
    under = rooted(links, before.keys())
    for profile, root in before.items():
        if under.get(profile) != root:
            connection.execute(update(_profile).where(_profile.c.id == profile).values(joined_into=under.get(profile)))
    roots = set(under.values())
    loose = {one for one, root in before.items() if root is not None and one not in under}
    left = {ProfileId(root) for root in before.values() if root is not None and root in before and root not in under}
    return roots, (loose | left) - roots
