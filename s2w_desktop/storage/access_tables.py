"""The table of the log of who did what: rows are added and never changed."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, Column, String, Uuid
from sqlmodel import Field

from s2w_desktop.storage.columns import UtcDateTime
from s2w_desktop.storage.tables import Base, core


class AccessEntryTable(Base, table=True):
    """An entry, see `domain.access_log`. No foreign keys: entries outlive officers, profiles and machines."""

    __tablename__ = "access_entry"

    seq: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    at: datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    officer: UUID = Field(sa_column=Column(Uuid, nullable=False))
    act: str = Field(sa_column=Column(String(40), nullable=False))
    about: UUID | None = Field(default=None, sa_column=Column(Uuid, nullable=True))
    seal: str = Field(sa_column=Column(String(64), nullable=False))


access_entry = core(AccessEntryTable)
