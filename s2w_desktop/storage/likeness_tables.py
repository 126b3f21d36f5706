"""Tables about people who may be one: what of them is compared, by which keys they are found, and who was told apart."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Column, ForeignKey, Index, Text, Uuid
from sqlmodel import Field

from s2w_desktop.storage.columns import UtcDateTime
from s2w_desktop.storage.tables import Base, core


class FeaturesTable(Base, table=True):
    """What of each person is compared with others, see `domain.likeness.features`; can be rebuilt from the revisions."""

    __tablename__ = "features"

    profile: UUID = Field(sa_column=Column(Uuid, ForeignKey("profile.id"), primary_key=True))
    content: str = Field(sa_column=Column(Text, nullable=False))


class FeatureKeyTable(Base, table=True):
    """Keys by which people who may be alike are found, see `domain.likeness.keys`."""

    __tablename__ = "feature_key"
    __table_args__ = (Index(None, "profile"),)

    key: str = Field(sa_column=Column(Text, primary_key=True))
    profile: UUID = Field(sa_column=Column(Uuid, ForeignKey("profile.id"), primary_key=True))


class DistinctPairTable(Base, table=True):
    """Pairs that a person decided not to join: not one, or one before and after a departure. Nothing can rebuild it.

    `low` is the smaller id.
    """

    __tablename__ = "distinct_pair"

    low: UUID = Field(sa_column=Column(Uuid, ForeignKey("profile.id"), primary_key=True))
    high: UUID = Field(sa_column=Column(Uuid, ForeignKey("profile.id"), primary_key=True))
    officer: UUID = Field(sa_column=Column(Uuid, nullable=False))
    decided_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))


features = core(FeaturesTable)
feature_key = core(FeatureKeyTable)
distinct_pair = core(DistinctPairTable)
