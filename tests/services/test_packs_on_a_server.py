"""Packs beside a store on a server: their parts lie on each machine, and where they do not that is told."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from s2w_desktop.domain.packs import PackContent
from s2w_desktop.domain.stations import Role
from s2w_desktop.storage.layout import ServerPlace
from tests.engines import ServerEngine
from tests.services.places import Place
from tests.services.test_packs import PARTS, content, made


def test_a_pack_is_told_as_not_on_the_other_machine_until_its_file_is_installed_there(
    server_engine: ServerEngine, stick: Path, tmp_path: Path
) -> None:
    office = Place(tmp_path / "here", Role.HEADQUARTERS, engine=server_engine)
    with closing(office.open()) as here:
        file = made(here, stick, 1)
        here.packs.install(file)
        assert [one.is_here for one in here.packs.installed()] == [True]
    assert isinstance(office.place, ServerPlace)
    office.move(replace(office.place, folder=tmp_path / "there"))
    with closing(office.open()) as there:
        assert [(one.is_current, one.is_here) for one in there.packs.installed()] == [(True, False)]
        assert there.packs.readers(PackContent.ESCO) == ()
        there.packs.install(file)
        assert [(one.is_current, one.is_here) for one in there.packs.installed()] == [(True, True)]
        assert content(there) == dict(PARTS)
    server_engine.forget()
