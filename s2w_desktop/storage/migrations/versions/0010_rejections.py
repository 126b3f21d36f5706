"""What headquarters could not take, with the reason that its receipt told."""

import sqlalchemy as sa
from alembic import op

from s2w_desktop.storage.columns import UtcDateTime, WholeNumber

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """It begins empty: the reasons of earlier receipts were not kept. The receipt of the next hand-over tells them again."""
    op.create_table(
        "rejection",
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.Column("profile", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.String(40), nullable=False),
        sa.Column("receipt", sa.Uuid(), nullable=False),
        sa.Column("told_at", UtcDateTime(), nullable=False),
        sa.Column("answered_seq", WholeNumber, nullable=True),
        sa.PrimaryKeyConstraint("revision", name=op.f("pk_rejection")),
    )
    op.create_index(op.f("ix_rejection_profile"), "rejection", ["profile"])


def downgrade() -> None:
    """There is no way back."""
    raise NotImplementedError
