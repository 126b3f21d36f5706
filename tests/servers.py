"""A real PostgreSQL server for tests: from the system's packages, in a temporary folder, as an unprivileged user."""

import os
import pwd
import secrets
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from s2w_desktop.domain.server_address import ServerAddress

OWNER = "office"
_PREFIX, _OWNER = "s2w-pg-", "owner"
_ROOM_BYTES = 4 * 1024**3
_UNSAFE = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}


class Server:
    """One server on a socket in its own folder. Databases are copies of one that has the tables, which is quick."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self._programs, self.folder = programs, folder
        self._data, self._log = folder / "data", folder / "log"
        self._port = "5432"

    @classmethod
    def at(cls, folder: Path) -> "Server":
        """The server that another process started."""
        return cls(_programs(), folder)

    def make(self) -> None:
        """Lay out the server's files."""
        self._run("initdb", "-D", self._data, "-U", OWNER, "-A", "trust", "-E", "UTF8", "--locale", "C.UTF-8", "--no-sync")

    def start(self, settings: Mapping[str, str] = _UNSAFE) -> None:
        """Start it; it listens on its socket alone, unless a setting says otherwise."""
        wanted = {"listen_addresses": "", "unix_socket_directories": str(self.folder), "max_connections": "60", **settings}
        self._port = wanted.get("port", self._port)
        options = " ".join(f"-c {name}='{value}'" for name, value in wanted.items())
        self._run("pg_ctl", "-D", self._data, "-l", self._log, "-w", "-o", options, "start")

    def stop(self, mode: str = "immediate") -> None:
        """Stop it; `immediate` is a crash of the server."""
        self._run("pg_ctl", "-D", self._data, "-m", mode, "-w", "stop")

    def restart(self) -> None:
        """Crash it and start it again, with the settings it had."""
        self._run("pg_ctl", "-D", self._data, "-l", self._log, "-m", "immediate", "-w", "restart")

    def keep(self, name: str, content: bytes) -> None:
        """Put a file among the server's own; only its user can read it."""
        file = self._data / name
        file.unlink(missing_ok=True)
        file.write_bytes(content)
        file.chmod(0o600)
        if _as_nobody():
            os.chown(file, _user().pw_uid, _user().pw_gid)

    def address(self, database: str, user: str = OWNER) -> ServerAddress:
        """How the program reaches a database."""
        return ServerAddress.parse(f"postgresql+psycopg://{user}@/{database}?host={self.folder}")

    def empty_database(self) -> ServerAddress:
        """A new database without tables."""
        name = _new_name()
        self.tell(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        return self.address(name)

    def copy_of(self, model: str) -> ServerAddress:
        """A new database with all that another one holds; nobody may be connected to that."""
        name = _new_name()
        self.tell(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(model)))
        return self.address(name)

    def drop(self, address: ServerAddress) -> None:
        """Remove a database, whoever is connected."""
        name = sql.Identifier(address.database)
        self.tell(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))

    def connected(self, database: str) -> psycopg.Connection:
        """A connection of the server's owner; what is said in it counts when it is left."""
        return psycopg.connect(f"host={self.folder} port={self._port} user={OWNER} dbname={database}")

    def tell(self, statement: sql.Composed | sql.SQL, database: str = "postgres") -> list[tuple[object, ...]]:
        """Say something to the server as its owner; gives the rows."""
        with self.connected(database) as connection:
            connection.autocommit = True
            found = connection.execute(statement)
            return found.fetchall() if found.description else []

    def times_logged(self, words: str) -> int:
        """How often the server's log says something."""
        return self._log.read_text("utf-8", "replace").count(words)

    def program(self, name: str) -> str:
        """The path of one of the server's programs."""
        return str(self._programs / name)

    def _run(self, name: str, *arguments: object) -> None:
        command = [*_as_nobody(), self.program(name), *(str(argument) for argument in arguments)]
        with (self.folder / "said").open("ab") as said:  # a pipe would stay open as long as the server runs
            done = subprocess.run(command, stdout=said, stderr=said, cwd=self.folder, check=False, timeout=120)
        assert done.returncode == 0, (self.folder / "said").read_text("utf-8", "replace")


def _new_name() -> str:
    return f"store_{secrets.token_hex(6)}"


def _as_nobody() -> list[str]:
    """The server refuses to run as root."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return []
    return ["setpriv", "--reuid", _user().pw_name, "--regid", str(_user().pw_gid), "--clear-groups"]


def _user() -> pwd.struct_passwd:
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    pytest.skip("no unprivileged user for a PostgreSQL server")


def _programs() -> Path:
    found = [Path(path).resolve().parent for path in [shutil.which("postgres")] if path]
    found += sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)
    for folder in found:
        if (folder / "initdb").exists() and (folder / "pg_ctl").exists():
            return folder
    pytest.skip("no PostgreSQL server is installed")


def _roomy_memory() -> Path | None:
    """A file system in memory, where there is one with room to spare."""
    memory = Path("/dev/shm")  # noqa: S108  # a folder of its own is made in it
    return memory if memory.is_dir() and shutil.disk_usage(memory).free > _ROOM_BYTES else None


def _end_orphans(parent: Path) -> None:
    """Servers of test processes that were killed before they could end them."""
    for folder in parent.glob(f"{_PREFIX}*"):
        with suppress(OSError, ValueError, AssertionError):  # it has no owner yet, or ends by itself just now
            owner = int((folder / _OWNER).read_text("ascii"))
            if not Path(f"/proc/{owner}").exists() and Path("/proc/self").exists():
                Server.at(folder).stop()
                shutil.rmtree(folder)


@contextmanager
def running(settings: Mapping[str, str] = _UNSAFE, *, on_disk: bool = False) -> Iterator[Server]:
    """A server for a while. Its folder has a short path: that of a socket has at most 107 letters."""
    programs = _programs()
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=None if on_disk else _roomy_memory()))
    _end_orphans(folder.parent)
    (folder / _OWNER).write_text(str(os.getpid()), "ascii")
    try:
        if _as_nobody():
            os.chown(folder, _user().pw_uid, _user().pw_gid)
        server = Server(programs, folder)
        server.make()
        server.start(settings)
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder)
