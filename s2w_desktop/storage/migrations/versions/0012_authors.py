"""At which machine an officer of another machine works."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

from s2w_desktop.storage.columns import UtcDateTime

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Officers are where their first change was made; headquarters' own stay out, as they stand in their own table."""
    op.create_table(
        "author",
        sa.Column("officer", sa.Uuid(), nullable=False),
        sa.Column("device", sa.Uuid(), nullable=False),
        sa.Column("named_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("officer", name=op.f("pk_author")),
    )
    if not _is_headquarters():
        return
    homes = _first_devices()
    if homes:
        now = datetime.now(UTC)
        author = sa.table(
            "author", sa.column("officer", sa.Uuid()), sa.column("device", sa.Uuid()), sa.column("named_at", UtcDateTime())
        )
        op.bulk_insert(author, [{"officer": officer, "device": device, "named_at": now} for officer, device in homes.items()])


def _is_headquarters() -> bool:
    station = sa.table("station", sa.column("role"))
    return op.get_bind().execute(sa.select(station.c.role)).scalar() == "hq"


def _first_devices() -> dict[object, object]:
    made = sa.table(
        "revision", sa.column("officer", sa.Uuid()), sa.column("device", sa.Uuid()), sa.column("clock", sa.BigInteger())
    )
    own = sa.select(sa.table("officer", sa.column("id", sa.Uuid())).c.id)
    last_first = (
        sa.select(made.c.officer, made.c.device)
        .where(made.c.officer.not_in(own))
        .group_by(made.c.officer, made.c.device)
        .order_by(sa.func.min(made.c.clock).desc(), made.c.device)
    )
    return {row.officer: row.device for row in op.get_bind().execute(last_first)}


def downgrade() -> None:
    """There is no way back."""
    raise NotImplementedError
