"""Templates of the centre, as headquarters signed them."""

import sqlalchemy as sa
from alembic import op

from s2w_desktop.storage.columns import UtcDateTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A new table; nothing else changes."""
    op.create_table(
        "template",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("template_id", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("signer", sa.Uuid(), nullable=False),
        sa.Column("installed_at", UtcDateTime(), nullable=False),
        sa.Column("is_removed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_template")),
        sa.UniqueConstraint("template_id", "version", name=op.f("uq_template_template_id_version")),
    )


def downgrade() -> None:
    """There is no way back."""
    raise NotImplementedError
