"""Copies travel by the purpose of their field: each use names its field, each profile the fields that the person agreed to."""

import sqlalchemy as sa
from alembic import op

from s2w_desktop.storage.migration import set_aside

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_KEPT = """
id changed answered asked remarks conflicts is_finished is_open is_unsent is_unconfirmed
is_rejected is_contested bundle_seq scope case_number name name_key person_language officer_language
centre stage sex nationality school_level occupation first_goal search_text
"""


def upgrade() -> None:
    """Until now there was one field for copies: a scan in the document register."""
    _rebuild_blob_use()
    _rebuild_profile()


def downgrade() -> None:
    """There is no way back."""
    raise NotImplementedError


def _rebuild_blob_use() -> None:
    op.drop_index("ix_blob_use_sha256", "blob_use")
    set_aside("blob_use", "blob_use_0004")
    op.create_table(
        "blob_use",
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["revision"], ["revision.id"], name=op.f("fk_blob_use_revision")),
        sa.PrimaryKeyConstraint("revision", "sha256", "field", name=op.f("pk_blob_use")),
    )
    op.execute("INSERT INTO blob_use (revision, sha256, field) SELECT revision, sha256, 'document.scan' FROM blob_use_0004")
    op.drop_table("blob_use_0004")
    op.create_index(op.f("ix_blob_use_sha256"), "blob_use", ["sha256"], unique=False)


def _rebuild_profile() -> None:
    """The table is made anew: SQLite cannot change the type of a column."""
    op.drop_index("ix_profile_case_number", "profile")
    op.drop_index("ix_profile_changed", "profile")
    set_aside("profile", "profile_0004")
    _create_profile()
    kept = ", ".join(_KEPT.split())
    agreed = "CASE WHEN sends_copies THEN ' document.scan ' ELSE '' END"
    op.execute(f"INSERT INTO profile ({kept}, sends_copies) SELECT {kept}, {agreed} FROM profile_0004")  # noqa: S608  # our own names
    op.drop_table("profile_0004")
    op.create_index(op.f("ix_profile_case_number"), "profile", ["case_number"], unique=False)
    op.create_index(op.f("ix_profile_changed"), "profile", ["changed"], unique=False)


def _create_profile() -> None:
    op.create_table(
        "profile",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("changed", sa.BigInteger(), nullable=False),
        sa.Column("answered", sa.Integer(), nullable=False),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.Column("remarks", sa.Integer(), nullable=False),
        sa.Column("conflicts", sa.Integer(), nullable=False),
        sa.Column("is_finished", sa.Boolean(), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("is_unsent", sa.Boolean(), nullable=False),
        sa.Column("is_unconfirmed", sa.Boolean(), nullable=False),
        sa.Column("is_rejected", sa.Boolean(), nullable=False),
        sa.Column("is_contested", sa.Boolean(), nullable=False),
        sa.Column(
            "handover",
            sa.String(length=10),
            sa.Computed(
                "CASE WHEN conflicts > 0 OR is_rejected OR is_contested THEN 'needs_you' "
                "WHEN is_open OR is_unsent THEN 'here' WHEN is_unconfirmed THEN 'in_bundle' ELSE 'received' END",
                persisted=True,
            ),
            nullable=False,
        ),
        sa.Column("bundle_seq", sa.Integer(), nullable=False),
        sa.Column("scope", sa.String(length=4), nullable=False),
        sa.Column("sends_copies", sa.Text(), nullable=False),
        sa.Column("case_number", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("person_language", sa.Text(), nullable=False),
        sa.Column("officer_language", sa.Text(), nullable=False),
        sa.Column("centre", sa.Text(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("sex", sa.Text(), nullable=False),
        sa.Column("nationality", sa.Text(), nullable=False),
        sa.Column("school_level", sa.Text(), nullable=False),
        sa.Column("occupation", sa.Text(), nullable=False),
        sa.Column("first_goal", sa.Text(), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.CheckConstraint("scope IN ('full', 'open', 'stub')", name=op.f("ck_profile_scope")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_profile")),
    )
