"""Tables of the analysis report: cases, which can be made again from the revisions, and editions, which cannot."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Column, ForeignKey, Text, Uuid
from sqlmodel import Field

from s2w_desktop.storage.columns import UtcDateTime
from s2w_desktop.storage.tables import Base, core


class CaseTable(Base, table=True):
    """What the report counts of a profile, see `domain.derived.cases`: values as JSON in the order of their names.

    `layout` tells by which names and rules. The content is empty for somebody whose word does not cover figures.
    """

    __tablename__ = "case_row"

    profile: UUID = Field(sa_column=Column(Uuid, ForeignKey("profile.id"), primary_key=True))
    layout: str = Field(sa_column=Column(Text, nullable=False))
    content: str = Field(sa_column=Column(Text, nullable=False))


class EditionTable(Base, table=True):
    """A report that went out, see `analysis.editions`: what was counted, with the numbers that it hid, as JSON."""

    __tablename__ = "edition"

    id: UUID = Field(sa_column=Column(Uuid, primary_key=True))
    went_out_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    officer: UUID = Field(sa_column=Column(Uuid, nullable=False))
    content: str = Field(sa_column=Column(Text, nullable=False))


case_row = core(CaseTable)
edition = core(EditionTable)
