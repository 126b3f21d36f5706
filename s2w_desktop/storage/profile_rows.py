"""Rows of the list of profiles: how they are written from a summary, chosen by a query and read."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Select, UnaryExpression, and_, func, or_, select

from s2w_desktop.domain.canonical import cleaned
from s2w_desktop.domain.folding import folded, latin_digits
from s2w_desktop.domain.handover import Handover, ProfileRow
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.summary import FIGURE_PATHS, Summary
from s2w_desktop.storage import tables
from s2w_desktop.storage.inserting import upsert
from s2w_desktop.storage.values import ListQuery, Order

_profile = tables.profile
_ANY = ListQuery()

LIST_COLUMNS = (
    _profile.c.id,
    _profile.c.case_number,
    _profile.c.name,
    _profile.c.person_language,
    _profile.c.officer_language,
    _profile.c.centre,
    _profile.c.answered,
    _profile.c.asked,
    _profile.c.remarks,
    _profile.c.conflicts,
    _profile.c.is_finished,
    _profile.c.handover,
    _profile.c.bundle_seq,
    _profile.c.changed,
    _profile.c.is_open,
)
"""What `list_row` reads, in this order."""

NEVER_TRAVELLED: dict[str, object] = {
    "is_open": False,
    "is_unsent": False,
    "is_unconfirmed": False,
    "is_rejected": False,
    "is_contested": False,
    "bundle_seq": 0,
}
"""The facts of a new row about its way to headquarters."""


def fields_text(fields: Sequence[str]) -> str:
    """Names of fields as a row holds them: a space before and after each, so that a condition finds one."""
    return " ".join(("", *fields, "")) if fields else ""


def summary_columns(summary: Summary) -> dict[str, object]:
    """The columns that a summary fills."""
    return {
        "case_number": summary.case_number,
        "name": summary.name,
        "name_key": folded(summary.name),
        "person_language": summary.languages[0],
        "officer_language": summary.languages[1],
        "centre": summary.centre,
        "answered": summary.answered,
        "asked": summary.asked,
        "remarks": summary.remarks,
        "is_finished": summary.is_finished,
        "scope": summary.scope.value,
        "sends_copies": fields_text(summary.sends_copies),
        "search_text": summary.search_text,
        **{column: summary.figures.get(column, "") for column in FIGURE_PATHS},
    }


_SUMMARY_NAMES = (
    "case_number", "name", "name_key", "person_language", "officer_language", "centre", "answered", "asked", "remarks",
    "is_finished", "scope", "sends_copies", "search_text", *FIGURE_PATHS,
)  # fmt: skip


SAVE_OPEN = upsert(_profile, (*_SUMMARY_NAMES, "changed", "is_open"))
SAVE_SEALED = upsert(
    _profile, (*_SUMMARY_NAMES, "changed", "conflicts", "is_open", "is_unsent", "is_unconfirmed", "is_rejected", "is_contested")
)
SAVE_VIEW = upsert(_profile, (*_SUMMARY_NAMES, "changed", "conflicts"))


def list_row(row: Sequence[Any]) -> ProfileRow:
    """The value of a row of `LIST_COLUMNS`."""
    return ProfileRow(
        id=ProfileId(row[0]),
        case_number=row[1],
        name=row[2],
        person_language=row[3],
        officer_language=row[4],
        centre=row[5],
        answered=row[6],
        asked=row[7],
        remarks=row[8],
        conflicts=row[9],
        is_finished=row[10],
        handover=Handover(row[11]),
        bundle_seq=row[12],
        changed=row[13],
        is_open=row[14],
    )


def condition(query: ListQuery) -> ColumnElement[bool]:
    """What a row must fulfil."""
    parts: list[ColumnElement[bool]] = [_contains(word) for word in folded(cleaned(query.search)).split()]
    parts.append(_profile.c.joined_into.is_(None))
    if query.states != frozenset(Handover):
        parts.append(_profile.c.handover.in_(sorted(state.value for state in query.states)))
    if query.finished is not None:
        parts.append(_profile.c.is_finished.is_(query.finished))
    if query.in_conflict:
        parts.append(_profile.c.conflicts > 0)
    return and_(True, *parts)


def counting(query: ListQuery) -> Select[int]:
    """How many rows a query finds. Of all people there are two counts, which need two small indexes and not every row."""
    everybody = select(func.count()).select_from(_profile)
    if _is_narrowed(query):
        return everybody.where(condition(query))
    joined = everybody.where(_profile.c.joined_into.is_not(None))
    return select(everybody.scalar_subquery() - joined.scalar_subquery())


def _is_narrowed(query: ListQuery) -> bool:
    return replace(query, order=_ANY.order, is_reversed=_ANY.is_reversed) != _ANY


def ordering(query: ListQuery) -> tuple[UnaryExpression[Any], ...]:
    """The order of a query, the same for every page."""
    column = {
        Order.LAST_CHANGE: _profile.c.changed,
        Order.CASE_NUMBER: _profile.c.case_number,
        Order.NAME: _profile.c.name_key,
        Order.ANSWERED: _profile.c.answered,
    }[query.order]
    if (query.order is Order.LAST_CHANGE) != query.is_reversed:
        return column.desc(), _profile.c.id.desc()
    return column.asc(), _profile.c.id.asc()


def _contains(word: str) -> ColumnElement[bool]:
    """The word as typed, or with the digits that case numbers use."""
    spellings = {word, latin_digits(word)}
    return or_(*(_profile.c.search_text.contains(spelling, autoescape=True) for spelling in sorted(spellings)))
