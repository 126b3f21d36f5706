"""People who may be one are found, and what was said about two of them is kept."""

import sqlalchemy as sa
from alembic import op

from s2w_desktop.storage.columns import UtcDateTime

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Three tables more. They begin empty: the services take the features out of profiles that have none yet."""
    op.create_table(
        "features",
        sa.Column("profile", sa.Uuid(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["profile"], ["profile.id"], name=op.f("fk_features_profile")),
        sa.PrimaryKeyConstraint("profile", name=op.f("pk_features")),
    )
    op.create_table(
        "feature_key",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("profile", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["profile"], ["profile.id"], name=op.f("fk_feature_key_profile")),
        sa.PrimaryKeyConstraint("key", "profile", name=op.f("pk_feature_key")),
    )
    op.create_index(op.f("ix_feature_key_profile"), "feature_key", ["profile"])
    op.create_table(
        "distinct_pair",
        sa.Column("low", sa.Uuid(), nullable=False),
        sa.Column("high", sa.Uuid(), nullable=False),
        sa.Column("officer", sa.Uuid(), nullable=False),
        sa.Column("decided_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["low"], ["profile.id"], name=op.f("fk_distinct_pair_low")),
        sa.ForeignKeyConstraint(["high"], ["profile.id"], name=op.f("fk_distinct_pair_high")),
        sa.PrimaryKeyConstraint("low", "high", name=op.f("pk_distinct_pair")),
    )


def downgrade() -> None:
    """There is no way back."""
    raise NotImplementedError
