"""The first form of the tables."""

import sqlalchemy as sa
from alembic import op

from s2w_desktop.storage.columns import PlainJson, UtcDateTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """From nothing."""
    _create_station()
    _create_own_keys()
    _create_officer()
    _create_peer()
    _create_fact()
    _create_counter()
    _create_profile()
    _create_revision()
    _create_working()
    _create_dispatch()
    _create_bundle_out()
    _create_bundle_in()
    _create_quarantine()
    _create_acknowledgement()


def downgrade() -> None:
    """There is no way back."""
    raise NotImplementedError


def _create_station() -> None:
    op.create_table(
        "station",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("role", sa.String(length=8), nullable=False),
        sa.Column("organisation", sa.Text(), nullable=False),
        sa.Column("centre", sa.Text(), nullable=False),
        sa.Column("device", sa.Uuid(), nullable=False),
        sa.Column("device_name", sa.Text(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("host_country", sa.String(length=3), nullable=False),
        sa.Column("host_language", sa.String(length=3), nullable=False),
        sa.Column("training", sa.Boolean(), nullable=False),
        sa.CheckConstraint("role IN ('field', 'hq')", name=op.f("ck_station_role")),
        sa.CheckConstraint("id = 1", name=op.f("ck_station_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_station")),
    )


def _create_own_keys() -> None:
    op.create_table(
        "own_keys",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("signing_secret", sa.Text(), nullable=False),
        sa.Column("signing_key", sa.Text(), nullable=False),
        sa.Column("identity", sa.Text(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_own_keys_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_keys")),
    )


def _create_officer() -> None:
    op.create_table(
        "officer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("added_at", UtcDateTime(), nullable=False),
        sa.Column("removed_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_officer")),
    )


def _create_peer() -> None:
    op.create_table(
        "peer",
        sa.Column("device", sa.Uuid(), nullable=False),
        sa.Column("role", sa.String(length=8), nullable=False),
        sa.Column("organisation", sa.Text(), nullable=False),
        sa.Column("centre", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("signing_key", sa.Text(), nullable=False),
        sa.Column("recipients", PlainJson, nullable=False),
        sa.Column("enrolled_at", UtcDateTime(), nullable=False),
        sa.Column("revoked_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("role IN ('field', 'hq')", name=op.f("ck_peer_role")),
        sa.PrimaryKeyConstraint("device", name=op.f("pk_peer")),
    )


def _create_fact() -> None:
    op.create_table(
        "fact",
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_fact")),
    )


def _create_counter() -> None:
    op.create_table(
        "counter",
        sa.Column("name", sa.String(length=20), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_counter")),
    )


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
    op.create_index(op.f("ix_profile_case_number"), "profile", ["case_number"], unique=False)
    op.create_index(op.f("ix_profile_changed"), "profile", ["changed"], unique=False)


def _create_revision() -> None:
    op.create_table(
        "revision",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("profile", sa.Uuid(), nullable=False),
        sa.Column("device", sa.Uuid(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("lseq", sa.BigInteger(), nullable=False),
        sa.Column("officer", sa.Uuid(), nullable=False),
        sa.Column("clock", sa.BigInteger(), nullable=False),
        sa.Column("schema_version", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("open_digest", sa.String(length=64), nullable=False),
        sa.Column("protected_digest", sa.String(length=64), nullable=False),
        sa.Column("parents", sa.Text(), nullable=False),
        sa.Column("open_text", sa.Text(), nullable=True),
        sa.Column("protected_text", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revision")),
    )
    op.create_index(op.f("ix_revision_device_epoch_lseq"), "revision", ["device", "epoch", "lseq"], unique=False)
    op.create_index(op.f("ix_revision_profile"), "revision", ["profile"], unique=False)


def _create_working() -> None:
    op.create_table(
        "working",
        sa.Column("profile", sa.Uuid(), nullable=False),
        sa.Column("officer", sa.Uuid(), nullable=False),
        sa.Column("clock", sa.BigInteger(), nullable=False),
        sa.Column("parents", sa.Text(), nullable=False),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("profile", name=op.f("pk_working")),
    )


def _create_dispatch() -> None:
    op.create_table(
        "dispatch",
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.Column("sent_scope", sa.String(length=4), nullable=False),
        sa.Column("first_seq", sa.Integer(), nullable=False),
        sa.Column("last_seq", sa.Integer(), nullable=False),
        sa.Column("confirmed_scope", sa.String(length=4), nullable=True),
        sa.CheckConstraint("confirmed_scope IN ('full', 'open', 'stub')", name=op.f("ck_dispatch_confirmed_scope")),
        sa.CheckConstraint("sent_scope IN ('full', 'open', 'stub')", name=op.f("ck_dispatch_sent_scope")),
        sa.ForeignKeyConstraint(["revision"], ["revision.id"], name=op.f("fk_dispatch_revision")),
        sa.PrimaryKeyConstraint("revision", name=op.f("pk_dispatch")),
    )


def _create_bundle_out() -> None:
    op.create_table(
        "bundle_out",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("to_device", sa.Uuid(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("manifest_sha256", sa.String(length=64), nullable=False),
        sa.Column("file_sha256", sa.String(length=64), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("records", sa.Integer(), nullable=False),
        sa.Column("is_written", sa.Boolean(), nullable=False),
        sa.Column("has_arrived", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bundle_out")),
        sa.UniqueConstraint("epoch", "seq", name=op.f("uq_bundle_out_epoch_seq")),
    )


def _create_bundle_in() -> None:
    op.create_table(
        "bundle_in",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("device", sa.Uuid(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("previous", sa.String(length=64), nullable=False),
        sa.Column("manifest_sha256", sa.String(length=64), nullable=False),
        sa.Column("file_sha256", sa.String(length=64), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("imported_at", UtcDateTime(), nullable=False),
        sa.Column("records", sa.Integer(), nullable=False),
        sa.Column("is_receipt_due", sa.Boolean(), nullable=False),
        sa.Column("receipted_by", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bundle_in")),
    )
    op.create_index(op.f("ix_bundle_in_device_epoch_seq"), "bundle_in", ["device", "epoch", "seq"], unique=False)
    op.create_index(op.f("ix_bundle_in_file_sha256"), "bundle_in", ["file_sha256"], unique=False)


def _create_quarantine() -> None:
    op.create_table(
        "quarantine",
        sa.Column("bundle", sa.Uuid(), nullable=False),
        sa.Column("line", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=True),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.Column("is_resolved", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["bundle"], ["bundle_in.id"], name=op.f("fk_quarantine_bundle")),
        sa.PrimaryKeyConstraint("bundle", "line", name=op.f("pk_quarantine")),
    )


def _create_acknowledgement() -> None:
    op.create_table(
        "acknowledgement",
        sa.Column("device", sa.Uuid(), nullable=False),
        sa.Column("epoch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("contiguous", sa.BigInteger(), nullable=False),
        sa.Column("holes", PlainJson, nullable=False),
        sa.Column("hq_epoch", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("device", "epoch", name=op.f("pk_acknowledgement")),
    )
