"""The table of figures that people count by hand."""

from sqlalchemy import Column, String, Text
from sqlmodel import Field

from s2w_desktop.storage.columns import WholeNumber
from s2w_desktop.storage.tables import Base, core


class ReachTable(Base, table=True):
    """How far centres reached, see `domain.reach`; days as ISO 8601."""

    __tablename__ = "reach"

    country: str = Field(sa_column=Column(String(3), primary_key=True))
    centre: str = Field(sa_column=Column(Text, primary_key=True))
    first_day: str = Field(sa_column=Column(String(10), primary_key=True))
    last_day: str = Field(sa_column=Column(String(10), primary_key=True))
    eligible: int = Field(sa_column=Column(WholeNumber, nullable=False))
    approached: int = Field(sa_column=Column(WholeNumber, nullable=False))
    agreed: int = Field(sa_column=Column(WholeNumber, nullable=False))


reach = core(ReachTable)
