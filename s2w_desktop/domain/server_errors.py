"""Foreseen failures of a store on a database server."""

from dataclasses import dataclass

from s2w_desktop.domain.errors import S2wError, StoreInUse


class ServerGone(S2wError):
    """The server did not answer, or broke off. What was not confirmed has not happened, or can be done again without harm."""

    code = "E-SERVER-1"


class ServerRefused(S2wError):
    """The server answers, but not to this user, for this database, with this certificate, or for this work."""

    code = "E-SERVER-2"


@dataclass(eq=False)
class ServerTooOld(S2wError):
    """The server has another version than the store needs. `found` is its major version."""

    code = "E-SERVER-3"
    found: int = 0


class ServerFull(S2wError):
    """The server has no room left, or no connection to spare."""

    code = "E-SERVER-4"


class BadAddress(S2wError):
    """The address of the database is not one that is understood."""

    code = "E-SERVER-5"


class PasswordInAddress(S2wError):
    """An address with a password in it: every user of the machine could read it."""

    code = "E-SERVER-6"


class UnsafeAddress(S2wError):
    """The address would let the connection to another machine be without encryption."""

    code = "E-SERVER-7"


class OfficeOnly(S2wError):
    """Only headquarters keeps its store on a server: a laptop works without a network."""

    code = "E-SERVER-8"


class WaitedInCircle(StoreInUse):
    """Two programs waited for each other, and the other one goes on. The same again is likely to come through."""

    code = "E-SERVER-9"
