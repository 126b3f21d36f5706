"""What the refusals of PostgreSQL and its driver mean, told by SQLSTATE, never by the wording of a message."""

from typing import Final

import psycopg
from psycopg import pq

from s2w_desktop.domain.errors import S2wError, StoreDamaged, StoreInUse, TargetReadOnly
from s2w_desktop.domain.server_errors import ServerFull, ServerGone, ServerRefused, WaitedInCircle

_BY_CODE: Final[dict[str, type[S2wError]]] = {
    "55P03": StoreInUse,  # lock_not_available: waited as long as we wait
    "40P01": WaitedInCircle,  # deadlock_detected: the other one goes on
    "40001": StoreInUse,  # serialization_failure
    "25006": TargetReadOnly,  # read_only_sql_transaction: a copy that only follows
    "42501": ServerRefused,  # insufficient_privilege
    "3D000": ServerRefused,  # invalid_catalog_name
    "3F000": ServerRefused,  # invalid_schema_name
    "57014": ServerGone,  # query_canceled: by an administrator, or by a limit of the server
    "57P01": ServerGone,  # admin_shutdown
    "57P02": ServerGone,  # crash_shutdown
    "57P03": ServerGone,  # cannot_connect_now
    "57P05": ServerGone,  # idle_session_timeout
    "25P03": ServerGone,  # idle_in_transaction_session_timeout
}
_BY_CLASS: Final[dict[str, type[S2wError]]] = {
    "08": ServerGone,  # connection exception
    "28": ServerRefused,  # invalid authorization
    "53": ServerFull,  # insufficient resources
    "58": ServerGone,  # the server's own system failed
    "XX": StoreDamaged,  # internal error, data or index corrupted
}


def meaning(cause: BaseException | None) -> S2wError | None:
    """The failure to raise for a driver error; None when it is no foreseen one, such as a broken constraint."""
    if not isinstance(cause, psycopg.Error):
        return None
    code = cause.sqlstate
    if code is None:  # the driver itself says so: there is no connection (any more)
        return ServerGone() if isinstance(cause, psycopg.OperationalError) else None
    found = _BY_CODE.get(code) or _BY_CLASS.get(code[:2])
    return found() if found else None


def refusal(cause: psycopg.OperationalError, conninfo: str) -> S2wError:
    """Why a connection was not made. The driver does not say, so the server is asked whether it is there at all."""
    told = meaning(cause)
    if told is not None and not isinstance(told, ServerGone):
        return told
    is_there = pq.PGconn.ping(conninfo.encode()) == pq.Ping.OK
    return ServerRefused() if is_there else ServerGone()
