"""Stores of every released schema open, keep their data, and can be worked in."""

import json
import shutil
from pathlib import Path

import pytest

from s2w_desktop.services.interviews import Pair
from s2w_desktop.storage.values import ListQuery
from tests.golden.stores.make import HERE, plain
from tests.workplaces import reopen

SCHEMAS = sorted(path.name for path in HERE.iterdir() if (path / "holds.json").exists())


def test_there_is_a_frozen_store() -> None:
    assert "v1" in SCHEMAS


@pytest.mark.parametrize("schema", SCHEMAS)
def test_a_store_of_an_earlier_program_opens_and_keeps_everything(tmp_path: Path, schema: str) -> None:
    store = tmp_path / "store"
    shutil.copytree(HERE / schema, store)
    expected = json.loads((store / "holds.json").read_text("utf-8"))
    workplace = reopen(store)
    workplace.store.verify()
    rows = workplace.interviews.rows(ListQuery(), 0, 10)
    assert {row.case_number: plain(workplace.interviews.read(row.id)) for row in rows} == expected
    assert workplace.interviews.seal_all() == 1
    workplace.interviews.begin(Pair("en", "ukr")).save()
    assert len(workplace.interviews.rows(ListQuery(), 0, 10)) == len(expected) + 1
    workplace.close()
