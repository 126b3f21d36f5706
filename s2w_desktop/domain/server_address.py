"""The address of a store on a PostgreSQL server: `postgresql+psycopg://user@host:port/database?sslmode=verify-full`.

It is what people type, so it is refused rather than guessed at. What it leaves out, libpq takes from its own environment
(PGUSER, PGSERVICE, PGPASSFILE, ~/.pgpass …), the password always.
"""

import hashlib
import ipaddress
import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from s2w_desktop.domain.server_errors import BadAddress, PasswordInAddress, UnsafeAddress

SCHEMES: Final = ("postgresql+psycopg", "postgresql")
_SAFE_MODES: Final = ("require", "verify-ca", "verify-full")
_MODES: Final = ("disable", "allow", "prefer", *_SAFE_MODES)
_ALLOWED: Final = frozenset(
    "host port service sslmode sslrootcert sslcert sslkey sslcrl channel_binding connect_timeout target_session_attrs".split()  # noqa: SIM905  # shorter to read
)
_SECRET: Final = frozenset({"password", "sslpassword", "passfile"})
_FOLDER_DIGITS: Final = 16


def urlsplit_or_none(untrusted: str) -> SplitResult | None:
    """The parts of an address of a server; None for anything else."""
    scheme, separator, _ = untrusted.partition("://")
    if not separator or not re.fullmatch(r"postgres[a-z0-9+]*", scheme, re.ASCII | re.IGNORECASE):
        return None
    try:
        return urlsplit(untrusted)
    except ValueError as cause:
        raise BadAddress from cause


@dataclass(frozen=True)
class ServerAddress:
    """`text` is the address as typed, without secrets; `parameters` are what libpq connects by, in the order of their names."""

    text: str
    parameters: tuple[tuple[str, str], ...]

    @classmethod
    def parse(cls, untrusted: str) -> "ServerAddress":
        """Raises BadAddress, PasswordInAddress, and UnsafeAddress for a way to another machine that may be unencrypted."""
        parts = urlsplit_or_none(untrusted)
        if parts is None or parts.scheme not in SCHEMES or parts.fragment or _is_odd(untrusted):
            raise BadAddress
        if parts.password is not None:
            raise PasswordInAddress
        asked, found = _asked(parts), _named(parts)
        if asked.keys() & found.keys():
            raise BadAddress
        found |= asked
        return cls(untrusted, tuple(sorted(_secured(found).items())))

    @property
    def folder_name(self) -> str:
        """A name for what this machine keeps beside the store: the same for every way to the same database."""
        found = dict(self.parameters)
        means = [found.get(name, "") for name in ("service", "host", "port", "dbname")]
        return hashlib.sha256("\n".join(means).encode()).hexdigest()[:_FOLDER_DIGITS]

    @property
    def database(self) -> str:
        """The name of the database; empty where libpq's environment decides."""
        return dict(self.parameters).get("dbname", "")

    def __str__(self) -> str:
        return self.text


def _is_odd(text: str) -> bool:
    return any(not letter.isprintable() or letter.isspace() for letter in text)


def _named(parts: SplitResult) -> dict[str, str]:
    """What stands before the question mark."""
    try:
        port = parts.port
    except ValueError as cause:
        raise BadAddress from cause
    found = {
        "user": unquote(parts.username or ""),
        "host": unquote(parts.hostname or ""),
        "port": str(port or ""),
        "dbname": unquote(parts.path.removeprefix("/")),
    }
    if "/" in found["dbname"]:
        raise BadAddress
    return {name: value for name, value in found.items() if value}


def _asked(parts: SplitResult) -> dict[str, str]:
    """What stands behind it."""
    try:
        pairs = parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query))
    except ValueError as cause:
        raise BadAddress from cause
    found = dict(pairs)
    if _SECRET & found.keys():
        raise PasswordInAddress
    if not found.keys() <= _ALLOWED or len(found) != len(pairs) or not all(found.values()):
        raise BadAddress
    return found


def _secured(found: dict[str, str]) -> dict[str, str]:
    """With encryption for every host but this machine. Nothing said means the strictest: the server's certificate is checked."""
    mode = found.get("sslmode")
    if mode is not None and mode not in _MODES:
        raise BadAddress
    if _stays_here(found):
        return found
    if mode is not None and mode not in _SAFE_MODES:
        raise UnsafeAddress
    return found | {"sslmode": mode or "verify-full"}


def _stays_here(found: dict[str, str]) -> bool:
    """Whether the way ends on this machine: a socket of it, or a loopback address. What the environment says is not known."""
    hosts = found.get("host", "").split(",")
    return all(host.startswith("/") or host == "localhost" or _is_loopback(host) for host in hosts)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
