"""The way to a server on another machine: encrypted, with the server's certificate checked."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from psycopg import sql

from s2w_desktop.domain.server_address import ServerAddress
from s2w_desktop.domain.server_errors import ServerGone, ServerRefused
from s2w_desktop.storage.column_seal import InTheClear
from s2w_desktop.storage.postgres import PostgresDatabase
from tests.servers import Server, running

IN_USE = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"


def certificate(folder: Path, name: str) -> Path:
    """A certificate for localhost, signed by itself."""
    if shutil.which("openssl") is None:
        pytest.skip("certificates are made with openssl")
    made = folder / f"{name}.crt"
    subject = ("-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1")
    key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-noenc", "-keyout", folder / f"{name}.key")
    subprocess.run(["openssl", "req", "-x509", "-days", "2", *key, "-out", made, *subject], check=True, capture_output=True)
    return made


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def over_tls(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, str, Path]]:
    """A server on the loopback interface that takes nobody without TLS; how it is reached, and its certificate."""
    folder, port = tmp_path_factory.mktemp("tls"), free_port()
    own = certificate(folder, "server")
    with running() as server:
        server.keep("server.crt", own.read_bytes())
        server.keep("server.key", own.with_suffix(".key").read_bytes())
        server.keep("pg_hba.conf", b"local all all trust\nhostssl all all 127.0.0.1/32 trust\n")
        server.stop("fast")
        server.start({"listen_addresses": "127.0.0.1", "port": str(port), "ssl": "on"})
        yield server, f"postgresql+psycopg://office@localhost:{port}/postgres", own


def uses_tls(address: str) -> bool:
    database = PostgresDatabase(ServerAddress.parse(address), InTheClear())
    try:
        with database.reading() as connection:
            return bool(connection.exec_driver_sql(IN_USE).scalar())
    finally:
        database.close()


def test_a_server_is_known_by_its_certificate(over_tls: tuple[Server, str, Path]) -> None:
    _, address, own = over_tls
    assert uses_tls(f"{address}?sslmode=verify-full&sslrootcert={own}")
    assert uses_tls(f"{address}?sslmode=require")


def test_another_certificate_is_refused_and_so_is_a_way_without_tls(over_tls: tuple[Server, str, Path], tmp_path: Path) -> None:
    _, address, _ = over_tls
    other = certificate(tmp_path, "other")
    with pytest.raises((ServerRefused, ServerGone)):
        uses_tls(f"{address}?sslmode=verify-full&sslrootcert={other}")
    with pytest.raises(ServerRefused):
        uses_tls(f"{address}?sslmode=disable")


def test_the_password_comes_from_the_file_of_libpq(
    over_tls: tuple[Server, str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server, address, own = over_tls
    server.tell(sql.SQL("CREATE ROLE anna LOGIN PASSWORD 'what only anna knows'"))
    server.keep("pg_hba.conf", b"local all all trust\nhostssl all all 127.0.0.1/32 scram-sha-256\n")
    server.tell(sql.SQL("SELECT pg_reload_conf()"))
    address = f"{address.replace('office@', 'anna@')}?sslmode=verify-full&sslrootcert={own}"
    with pytest.raises(ServerRefused):
        uses_tls(address)
    passwords = tmp_path / "passwords"
    passwords.write_text("localhost:*:*:anna:what only anna knows\n", "utf-8")
    passwords.chmod(0o600)
    monkeypatch.setenv("PGPASSFILE", os.fspath(passwords))
    assert uses_tls(address)
