"""Rows of the list as a view of a profile fills them, inside a transaction of the caller."""

from collections.abc import Sequence

from sqlalchemy import Connection

from s2w_desktop.storage.case_rows import forget_cases
from s2w_desktop.storage.feature_rows import save_features
from s2w_desktop.storage.locks import hold_profiles
from s2w_desktop.storage.many_rows import insert_rows
from s2w_desktop.storage.profile_rows import NEVER_TRAVELLED, SAVE_VIEW, summary_columns
from s2w_desktop.storage.values import View


def save_views(connection: Connection, views: Sequence[View]) -> None:
    """Write rows of the list; what they say about the way to headquarters stays."""
    if views:
        hold_profiles(connection, [view.profile for view in views])
        rows = [NEVER_TRAVELLED | view_row(view) for view in views]
        insert_rows(connection, SAVE_VIEW, tuple(rows[0]), [tuple(row.values()) for row in rows])
        forget_cases(connection, [view.profile for view in views])
        save_features(connection, {view.profile: view.summary.features for view in views})


def view_row(view: View) -> dict[str, object]:
    """The columns that a view fills."""
    row = summary_columns(view.summary)
    return row | {"id": view.profile, "conflicts": view.conflicts, "changed": view.changed}
