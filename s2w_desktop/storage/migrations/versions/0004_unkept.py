"""Interviews of which nothing is kept are counted."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One table more."""
    op.create_table(
        "unkept",
        sa.Column("centre", sa.Text(), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("sex", sa.String(length=4), nullable=False),
        sa.Column("age_band", sa.String(length=8), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("centre", "day", "sex", "age_band", name=op.f("pk_unkept")),
    )


def downgrade() -> None:
    """There is no way back."""
    raise NotImplementedError
