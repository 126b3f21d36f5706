"""Which areas somebody may open; who may none of what an area is for does not see it. The services ask again."""

from collections.abc import Mapping
from typing import Final

from s2w_desktop.domain.duties import Act
from s2w_desktop.services.permits import Permits
from s2w_desktop.ui.routes import ASIDES, Area

AREA_ACTS: Final[Mapping[Area, frozenset[Act]]] = {
    Area.PROFILES: frozenset({Act.READ_PROFILES}),
    Area.HAND_OVER: frozenset({Act.EXPORT}),
    Area.RECEIPTS: frozenset(),
    Area.INBOX: frozenset({Act.IMPORT, Act.WRITE_RECEIPTS, Act.HANDLE_MATTERS, Act.RELEASE_QUARANTINE, Act.APPROVE}),
    Area.CONFLICTS: frozenset({Act.SETTLE_CONFLICTS}),
    Area.DUPLICATES: frozenset({Act.DECIDE_DUPLICATES}),
    Area.DEVICES: frozenset(
        {Act.ENROL, Act.REVOKE, Act.GIVE_ORDERS, Act.SEE_LOSS, Act.ROTATE_KEYS, Act.REHEARSE_RECOVERY, Act.TRANSFER}
    ),
    Area.FIGURES: frozenset({Act.REPORT}),
    Area.DIRECTORY: frozenset(),
    Area.SETTINGS: frozenset(),
    Area.GIVING: frozenset({Act.TRANSFER}),
    Area.NEW_INTERVIEW: frozenset({Act.RECORD}),
    **dict.fromkeys(ASIDES, frozenset({Act.READ_PROFILES})),
}
"""One of these acts is enough; none means that everybody may who unlocked the store."""


def may_open(permits: Permits, area: Area) -> bool:
    """Whether an area is there for the officer at work."""
    acts = AREA_ACTS[area]
    return not acts or any(permits.may(act) for act in acts)
