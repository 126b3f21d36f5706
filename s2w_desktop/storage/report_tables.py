"""Tables of the analysis report: cases, which can be made again from the revisions, and editions, which cannot."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Column, ForeignKey, LargeBinary, Text, Uuid
from sqlmodel import Field

from s2w_desktop.storage.columns import UtcDateTime, WholeNumber
from s2w_desktop.storage.tables import Base, core


class CaseTable(Base, table=True):
    """What the report counts of a profile, see `domain.derived.cases`, as `analysis.packing` packs it.

    `layout` tells by which names and rules; a profile has a case of one layout. Whether it has one is answered by the key alone,
    without the content, which is empty for somebody whose word does not cover figures.
    """

    __tablename__ = "case_row"

    profile: UUID = Field(sa_column=Column(Uuid, ForeignKey("profile.id"), primary_key=True))
    layout: str = Field(sa_column=Column(Text, primary_key=True))
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False), repr=False)


class CaseWordTable(Base, table=True):
    """The words that stand in cases as numbers: codes, names of centres, days. Each variable counts from 0."""

    __tablename__ = "case_word"

    variable: str = Field(sa_column=Column(Text, primary_key=True))
    number: int = Field(sa_column=Column(WholeNumber, primary_key=True, autoincrement=False))
    word: str = Field(sa_column=Column(Text, nullable=False))


class EditionTable(Base, table=True):
    """A report that went out, see `analysis.editions`: what was counted, with the numbers that it hid, as JSON."""

    __tablename__ = "edition"

    id: UUID = Field(sa_column=Column(Uuid, primary_key=True))
    went_out_at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    officer: UUID = Field(sa_column=Column(Uuid, nullable=False))
    content: str = Field(sa_column=Column(Text, nullable=False))


case_row = core(CaseTable)
case_word = core(CaseWordTable)
edition = core(EditionTable)
