"""Which own revisions headquarters does not have yet, or not to the extent the person agreed to.

A revision is pending when its number lies above what headquarters confirmed without gaps, or when more of it may travel
than was confirmed. A profile is received exactly when nothing of it is pending.
"""

from sqlalchemy import ColumnElement, FromClause, and_, case, func, or_

from s2w_desktop.domain.ids import DeviceId
from s2w_desktop.domain.revisions import Scope
from s2w_desktop.storage import exchange_tables, tables

_RANKS = {Scope.STUB: 1, Scope.OPEN: 2, Scope.FULL: 3}
_revision, _dispatch, _acknowledgement, _profile = tables.revision, tables.dispatch, tables.acknowledgement, tables.profile
_rejection = exchange_tables.rejection


def rank(scope: ColumnElement[str]) -> ColumnElement[int]:
    """The order of scopes as numbers; 0 for none."""
    return case(*((scope == member.value, number) for member, number in _RANKS.items()), else_=0)


PRESENT_RANK: ColumnElement[int] = case((_revision.c.open_text.is_(None), 1), (_revision.c.protected_text.is_(None), 2), else_=3)
"""How much of a revision is here."""

_allowed = rank(func.coalesce(_profile.c.scope, Scope.STUB.value))

_is_answered = _rejection.c.answered_seq.is_not(None)

SENDABLE_RANK: ColumnElement[int] = case(
    (_is_answered, _RANKS[Scope.STUB]), (_allowed > PRESENT_RANK, PRESENT_RANK), else_=_allowed
)
"""What of a revision may travel: what is allowed, of what is there; of one that headquarters refused and another one says again
only the number."""


def scope_of_rank(number: int) -> Scope:
    """The scope of `SENDABLE_RANK`."""
    return next(scope for scope, ranked in _RANKS.items() if ranked == number)


def own_revisions() -> FromClause:
    """Revisions with their profile, their dispatch, headquarters' word and its refusal, where there is one."""
    acknowledged = and_(_acknowledgement.c.device == _revision.c.device, _acknowledgement.c.epoch == _revision.c.epoch)
    return (
        _revision.outerjoin(_profile, _profile.c.id == _revision.c.profile)
        .outerjoin(_dispatch, _dispatch.c.revision == _revision.c.id)
        .outerjoin(_acknowledgement, acknowledged)
        .outerjoin(_rejection, _rejection.c.revision == _revision.c.id)
    )


def is_pending(device: DeviceId) -> ColumnElement[bool]:
    """The condition on `own_revisions`."""
    return and_(
        _revision.c.device == device,
        or_(
            _revision.c.lseq > func.coalesce(_acknowledgement.c.contiguous, 0),
            rank(_dispatch.c.confirmed_scope) < SENDABLE_RANK,
        ),
    )
