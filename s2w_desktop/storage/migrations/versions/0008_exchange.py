"""Two-way exchange and many people at headquarters: orders, shares, tombstones, duties, open work of each officer, centres."""

import sqlalchemy as sa
from alembic import op

from s2w_desktop.storage.columns import UtcDateTime, WholeNumber
from s2w_desktop.storage.migration import set_aside

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_REASONS = "'request', 'retention', 'withdrawn', 'error', 'duplicate'"


def upgrade() -> None:
    """Whoever works here keeps every duty. What is compared of people is taken out of profiles anew: it has other keys."""
    op.execute("DELETE FROM feature_key")
    op.execute("DELETE FROM features")
    _add_columns()
    _rebuild_working()
    _note_whose_places()
    _exchange_tables()
    _people_tables()
    _figures_table()
    _report_tables()


def _add_columns() -> None:
    op.add_column("officer", sa.Column("duties", sa.Text(), nullable=False, server_default=""))
    every = "administrator analyst coordinator importer interviewer protection reviewer"
    op.execute(sa.text("UPDATE officer SET duties = :every").bindparams(every=every))
    op.add_column("peer", sa.Column("lost_since", UtcDateTime(), nullable=True))
    op.add_column("bundle_in", sa.Column("written_to", sa.Text(), nullable=False, server_default=""))
    op.add_column("bundle_in", sa.Column("min_schema", sa.Integer(), nullable=False, server_default="1"))
    for link in ("same_as", "joined_into"):
        op.add_column("profile", sa.Column(link, sa.Uuid(), nullable=True))
        some = sa.text(f"{link} IS NOT NULL")
        op.create_index(op.f(f"ix_profile_{link}"), "profile", [link], sqlite_where=some, postgresql_where=some)


def _rebuild_working() -> None:
    """Open work belongs to a profile and an officer. The table is made anew: SQLite cannot change a primary key."""
    set_aside("working", "working_0007")
    op.create_table(
        "working",
        sa.Column("profile", sa.Uuid(), nullable=False),
        sa.Column("officer", sa.Uuid(), nullable=False),
        sa.Column("clock", sa.BigInteger(), nullable=False),
        sa.Column("parents", sa.Text(), nullable=False),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("profile", "officer", name=op.f("pk_working")),
    )
    kept = "profile, officer, clock, parents, changes"
    op.execute(f"INSERT INTO working ({kept}) SELECT {kept} FROM working_0007")  # noqa: S608  # our own names
    op.drop_table("working_0007")


def _note_whose_places() -> None:
    """A place to go on belongs to an officer. Where several work nobody knows whose it is."""
    officers = op.get_bind().execute(sa.select(sa.column("id", sa.Uuid())).select_from(sa.table("officer"))).scalars().all()
    if len(officers) == 1:
        whose = sa.text("UPDATE fact SET name = name || :officer WHERE name LIKE 'place.%'")
        op.execute(whose.bindparams(officer=f".{officers[0]}"))
    else:
        op.execute("DELETE FROM fact WHERE name LIKE 'place.%'")


def _exchange_tables() -> None:
    op.create_table(
        "erased",
        sa.Column("profile", sa.Uuid(), nullable=False),
        sa.Column("device", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.String(12), nullable=False),
        sa.Column("erased_at", UtcDateTime(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("first_seq", sa.Integer(), nullable=False),
        sa.Column("last_seq", sa.Integer(), nullable=False),
        sa.Column("is_confirmed", sa.Boolean(), nullable=False),
        sa.CheckConstraint(f"reason IN ({_REASONS})", name=op.f("ck_erased_reason")),
        sa.PrimaryKeyConstraint("profile", name=op.f("pk_erased")),
    )
    op.create_table(
        "order_out",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("device", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("profile", sa.Uuid(), nullable=True),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("officer", sa.Uuid(), nullable=False),
        sa.Column("given_at", UtcDateTime(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("first_seq", sa.Integer(), nullable=False),
        sa.Column("is_heard", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_order_out")),
    )
    op.create_index(op.f("ix_order_out_device"), "order_out", ["device"])
    op.create_table(
        "order_in",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("profile", sa.Uuid(), nullable=True),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("followed_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_order_in")),
    )
    op.create_table(
        "share",
        sa.Column("device", sa.Uuid(), nullable=False),
        sa.Column("profile", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.String(12), nullable=False),
        sa.Column("since", UtcDateTime(), nullable=False),
        sa.Column("sent_epoch", sa.Integer(), nullable=False),
        sa.Column("sent_seq", sa.Integer(), nullable=False),
        sa.Column("sent_digest", sa.String(64), nullable=False),
        sa.Column("heard_digest", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("device", "profile", name=op.f("pk_share")),
    )
    op.create_index(op.f("ix_share_profile"), "share", ["profile"])
    op.create_table(
        "heard",
        sa.Column("device", sa.Uuid(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("device", name=op.f("pk_heard")),
    )


def _people_tables() -> None:
    op.create_table(
        "matter",
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("owner", sa.Uuid(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("closed_at", UtcDateTime(), nullable=True),
        sa.Column("closed_by", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("kind", "key", name=op.f("pk_matter")),
    )
    op.create_table(
        "claim",
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("officer", sa.Uuid(), nullable=False),
        sa.Column("taken_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "subject", name=op.f("pk_claim")),
    )
    op.create_table(
        "old_identity",
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("identity", sa.Text(), nullable=False),
        sa.Column("signing_secret", sa.Text(), nullable=False),
        sa.Column("signing_key", sa.Text(), nullable=False),
        sa.Column("retired_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("recipient", name=op.f("pk_old_identity")),
    )
    op.create_table(
        "peer_key",
        sa.Column("signing_key", sa.Text(), nullable=False),
        sa.Column("device", sa.Uuid(), nullable=False),
        sa.Column("until", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("signing_key", name=op.f("pk_peer_key")),
    )
    op.create_table(
        "approval",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("act", sa.String(40), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("asked_by", sa.Uuid(), nullable=False),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        sa.Column("approved_by", sa.Uuid(), nullable=True),
        sa.Column("approved_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approval")),
    )


def _figures_table() -> None:
    op.create_table(
        "reach",
        sa.Column("country", sa.String(3), nullable=False),
        sa.Column("centre", sa.Text(), nullable=False),
        sa.Column("first_day", sa.String(10), nullable=False),
        sa.Column("last_day", sa.String(10), nullable=False),
        sa.Column("eligible", sa.Integer(), nullable=False),
        sa.Column("approached", sa.Integer(), nullable=False),
        sa.Column("agreed", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("country", "centre", "first_day", "last_day", name=op.f("pk_reach")),
    )


def _report_tables() -> None:
    op.create_table(
        "case_row",
        sa.Column("profile", sa.Uuid(), nullable=False),
        sa.Column("layout", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["profile"], ["profile.id"], name=op.f("fk_case_row_profile")),
        sa.PrimaryKeyConstraint("profile", "layout", name=op.f("pk_case_row")),
    )
    op.create_table(
        "case_word",
        sa.Column("variable", sa.Text(), nullable=False),
        sa.Column("number", WholeNumber, nullable=False),
        sa.Column("word", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("variable", "number", name=op.f("pk_case_word")),
    )
    op.create_table(
        "edition",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("went_out_at", UtcDateTime(), nullable=False),
        sa.Column("officer", sa.Uuid(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_edition")),
    )


def downgrade() -> None:
    """There is no way back."""
    raise NotImplementedError
