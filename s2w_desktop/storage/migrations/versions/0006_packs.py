"""Reference packs, as headquarters signed them."""

import sqlalchemy as sa
from alembic import op

from s2w_desktop.storage.columns import UtcDateTime

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A new table; nothing else changes."""
    op.create_table(
        "pack",
        sa.Column("pack_id", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("signer", sa.Uuid(), nullable=False),
        sa.Column("installed_at", UtcDateTime(), nullable=False),
        sa.Column("is_kept", sa.Boolean(), nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("pack_id", "version", name=op.f("pk_pack")),
    )


def downgrade() -> None:
    """There is no way back."""
    raise NotImplementedError
