"""`s2w rescue`: what is sound in a damaged store goes into a new one (F04)."""

from pathlib import Path

from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.storage.layout import DATABASE_NAME
from tests.cli.conftest import World
from tests.cli.program import Office, s2w

PAGE = 4096


def test_what_is_saved_and_what_is_missing_is_told_without_names(world: World, tmp_path: Path) -> None:
    database = world.field.folder / DATABASE_NAME
    sound, secret = database.read_bytes(), ("--passphrase-file", world.field.passphrase_file)
    names = [line["case_number"] for line in world.field("profile", "list", "--json").lines]
    whole = s2w("rescue", world.field.folder, tmp_path / "whole", *secret)
    assert (whole.code, f"{len(names)} whole, 0 in part, 0 lost" in whole.text) == (ExitCode.OK, True)
    new = Office(tmp_path / "whole", world.field.passphrase_file)
    assert [line["case_number"] for line in new("profile", "list", "--json").lines] == names
    assert new("export", tmp_path / "stick").code == ExitCode.OK
    database.write_bytes(sound[: 2 * len(sound) // 3])
    part = s2w("rescue", world.field.folder, tmp_path / "part", *secret, "--json")
    assert part.code in (ExitCode.PARTLY, ExitCode.STORE_DAMAGED)
    database.write_bytes(sound[: 10 * PAGE])
    none = s2w("rescue", world.field.folder, tmp_path / "none", *secret, "--json")
    assert (none.code, none.failure["code"]) == (ExitCode.STORE_DAMAGED, "E-STORE-4")
    database.write_bytes(sound[: PAGE * 60] + bytes(PAGE * 3) + sound[PAGE * 63 :])
    some = s2w("rescue", world.field.folder, tmp_path / "some", *secret, "--json")
    assert (some.code, some.failure["code"], some.json["broken"]) == (ExitCode.PARTLY, "E-PARTLY-1", 3)
    assert some.json["whole"] + len(some.json["part"]) == len(names)
    assert s2w("rescue", tmp_path / "nowhere", tmp_path / "x", *secret).code == ExitCode.NO_STORE
