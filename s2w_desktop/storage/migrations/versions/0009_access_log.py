"""The log of who did what with profiles at headquarters."""

import sqlalchemy as sa
from alembic import op

from s2w_desktop.storage.columns import UtcDateTime

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """It begins empty: what was done before nobody wrote down."""
    op.create_table(
        "access_entry",
        sa.Column("seq", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("officer", sa.Uuid(), nullable=False),
        sa.Column("act", sa.String(40), nullable=False),
        sa.Column("about", sa.Uuid(), nullable=True),
        sa.Column("seal", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_access_entry")),
    )


def downgrade() -> None:
    """There is no way back."""
    raise NotImplementedError
