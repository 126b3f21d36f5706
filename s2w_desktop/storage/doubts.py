"""Bundles that came before a damaged store was rescued: the ledger knows them, and what they brought may be lost.

No receipt says that one of them is here, so their senders send it all again; and who has such a bundle still can bring it again.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, func, select, update

from s2w_desktop.storage import tables
from s2w_desktop.storage.bundle_values import BundleIn
from s2w_desktop.storage.stations import SAVE_FACT

_FACT: Final = "doubted_until"
_in = tables.bundle_in


def doubt_all(connection: Connection, now: datetime) -> None:
    """Vouch for nothing that came until now, whatever the clock said when it came; every sender is to hear of it."""
    last = connection.execute(select(func.max(_in.c.imported_at))).scalar()
    connection.execute(update(_in).values(is_receipt_due=True))
    connection.execute(SAVE_FACT, {"name": _FACT, "value": (now if last is None else max(now, last)).isoformat()})


def certain(connection: Connection, bundles: Iterable[BundleIn]) -> tuple[BundleIn, ...]:
    """Those of the bundles of which everything is here that they brought."""
    until = connection.execute(select(tables.fact.c.value).where(tables.fact.c.name == _FACT)).scalar()
    return tuple(one for one in bundles if until is None or one.imported_at > datetime.fromisoformat(until))
