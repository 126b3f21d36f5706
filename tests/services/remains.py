"""Everything that a store still says, wherever it stands: what is nowhere can only be shown by looking everywhere."""

import shutil
from contextlib import closing
from pathlib import Path

from sqlalchemy import select

from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.layout import DATABASE_NAME
from s2w_desktop.storage.page_reader import PageReader
from s2w_desktop.storage.store_key import StoreKey
from s2w_desktop.storage.tables import Base


def everything(workplace: Workplace) -> str:
    """Every value of every table, as text; what the driver keeps in its indexes comes from these."""
    said: list[str] = []
    with workplace.store._database.reading() as connection:
        for table in Base.metadata.sorted_tables:
            said += [_text(value) for row in connection.execute(select(table)) for value in row]
        if connection.dialect.name == "sqlite":
            assert connection.exec_driver_sql("PRAGMA secure_delete").scalar() == 1
    return "\n".join(said)


def every_page(store: Path, key: StoreKey, place: Path) -> str:
    """Every row that any page of a closed store still holds, also of pages that were given up."""
    copy = place / DATABASE_NAME
    place.mkdir()
    for path in store.glob(f"{DATABASE_NAME}*"):
        shutil.copy(path, place / path.name)
    with closing(PageReader(copy, key)) as reader:
        rows = [row for page in range(2, reader.pages + 1) for row in reader.rows(page)]
    return "\n".join(_text(value) for row in rows for value in row)


def _text(value: object) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
