"""Profiles that laptops removed because headquarters has them, and since when it is known that it does."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

from s2w_desktop.storage.columns import UtcDateTime

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nobody noted when a laptop learned what is received already: it counts as learned today, so nothing goes too early."""
    op.create_table(
        "thinned",
        sa.Column("device", sa.Uuid(), nullable=False),
        sa.Column("profile", sa.Uuid(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("is_here", sa.Boolean(), nullable=False),
        sa.Column("knew_epoch", sa.Integer(), nullable=False),
        sa.Column("knew_seq", sa.Integer(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("first_seq", sa.Integer(), nullable=False),
        sa.Column("last_seq", sa.Integer(), nullable=False),
        sa.Column("is_confirmed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("device", "profile", name=op.f("pk_thinned")),
    )
    op.create_index(op.f("ix_thinned_profile"), "thinned", ["profile"])
    op.add_column("profile", sa.Column("received_at", UtcDateTime(), nullable=True))
    profile, station = sa.table("profile", sa.column("received_at", UtcDateTime())), sa.table("station", sa.column("role"))
    at_laptop = sa.exists(sa.select(station.c.role).where(station.c.role == "field"))
    op.execute(profile.update().where(at_laptop).values(received_at=datetime.now(UTC)))


def downgrade() -> None:
    """There is no way back."""
    raise NotImplementedError
