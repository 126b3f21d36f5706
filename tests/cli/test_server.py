"""Headquarters' store on a server, by the command line: addresses, roles, and several processes at once."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from psycopg import sql

from tests.cli.program import ROOT, Office, enrol, export, make_office, s2w, start
from tests.servers import Server

PAPER = (ROOT / "docs" / "headquarters.md").read_text("utf-8")


def statements(name: str) -> list[str]:
    """What the paper tells an administrator to say to the server."""
    (block,) = re.findall(rf"<!-- {name}: begin -->\n```sql\n(.*?)```", PAPER, re.DOTALL)
    return [statement.strip() for statement in block.split(";") if statement.strip()]


@pytest.fixture
def roles(postgres: Server) -> Iterator[Server]:
    """A server set up as the paper says."""
    for statement in statements("roles"):
        postgres.tell(sql.SQL(statement))
    yield postgres
    postgres.tell(sql.SQL("DROP DATABASE s2w WITH (FORCE)"))
    postgres.tell(sql.SQL("DROP ROLE anna, reports, s2w_worker, s2w_reader, s2w_owner"))


def as_role(office: Office, server: Server, role: str) -> Office:
    return Office(office.folder, office.passphrase_file, str(server.address("s2w", role)))


def test_workers_change_data_and_reports_see_no_names(roles: Server, tmp_path: Path) -> None:
    owner = make_office(tmp_path / "hq", "hq", "--training", address=str(roles.address("s2w", "s2w_owner")))
    field = make_office(tmp_path / "field", "field", "--training")
    for statement in statements("grants"):
        roles.tell(sql.SQL(statement), "s2w")
    worker, reader = as_role(owner, roles, "anna"), as_role(owner, roles, "reports")
    enrol(worker, field, tmp_path / "enrolment")
    assert field("demo", "--profiles", 6, "--seed", 3).code == 0
    assert worker("import", export(field, tmp_path / "stick"), "--json").json["bundles"][0]["created_profiles"] == 6
    assert worker("receipt", tmp_path / "stick").code == 0
    counted = worker("report", "--json").json  # whoever may write counts first: that keeps the cases
    assert reader("report", "--json").json == counted
    refused = reader("profile", "list", "--json")
    assert (refused.code, refused.failure["code"]) == (40, "E-SERVER-2")
    with pytest.raises(subprocess.CalledProcessError):
        psql(roles, "anna", "CREATE TABLE more (id integer)")
    with pytest.raises(subprocess.CalledProcessError):
        psql(roles, "reports", "SELECT name FROM profile")


def psql(server: Server, role: str, statement: str) -> None:
    command = [server.program("psql"), "-h", str(server.folder), "-U", role, "-d", "s2w", "-c", statement]
    subprocess.run(command, check=True, capture_output=True)


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("postgresql+psycopg://anna:top-secret@localhost/s2w", "E-SERVER-6"),
        ("postgresql+psycopg://anna@db.example.org/s2w?sslmode=prefer", "E-SERVER-7"),
        ("mysql://anna@localhost/s2w", "E-SERVER-5"),
    ],
)
def test_an_address_that_is_not_followed_is_explained_and_not_repeated(address: str, code: str) -> None:
    told = s2w("profile", "list", "--store", address, "--json")
    assert (told.code, told.failure["code"]) == (2, code)
    assert "secret" not in told.err
    assert s2w("profile", "list", "--store", address).code == 2


def test_a_server_that_does_not_answer_is_told(tmp_path: Path) -> None:
    told = s2w("profile", "list", "--store", f"postgresql+psycopg://anna@/s2w?host={tmp_path}", "--json")
    assert (told.code, told.failure["code"]) == (1, "E-SERVER-1")


def test_a_laptop_has_its_store_in_a_folder(postgres: Server, tmp_path: Path) -> None:
    address, passphrase = postgres.empty_database(), tmp_path / "passphrase"
    passphrase.write_text("correct horse battery staple nine\n", "utf-8")
    place = ("--organisation", "Example Aid", "--host-country", "GRC", "--host-language", "ell")
    told = s2w("init", "--role", "field", *place, "--store", address, "--passphrase-file", passphrase, "--json")
    assert (told.code, told.failure["code"]) == (40, "E-SERVER-8")
    postgres.drop(address)


def test_processes_that_import_at_once_take_every_bundle_in_once(postgres: Server, tmp_path: Path) -> None:
    address = postgres.empty_database()
    hq = make_office(tmp_path / "hq", "hq", "--training", address=str(address))
    field = make_office(tmp_path / "field", "field", "--training")
    enrol(hq, field, tmp_path / "enrolment")
    bundles = []
    for seed in range(2):
        assert field("demo", "--profiles", 5, "--seed", seed).code == 0
        bundles.append(export(field, tmp_path / f"stick-{seed}"))
    processes = [start("import", *order, *hq.options, "--json") for order in (bundles, bundles[::-1])]
    ended = [(process.communicate(timeout=120), process.returncode) for process in processes]
    assert [code for _, code in ended] == [0, 0], ended
    assert len(hq("profile", "list", "--json").lines) == 10
    (receipt,) = hq("receipt", tmp_path / "stick-0", "--json").json["receipts"]
    assert field("import", receipt["file"], "--json").json["bundles"][0]["received_profiles"] == 10
    postgres.drop(address)
