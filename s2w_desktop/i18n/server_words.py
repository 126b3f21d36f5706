"""Sentences about a store on a database server: why it cannot be reached or used."""

from collections.abc import Mapping
from typing import Final

from s2w_desktop.domain import server_errors
from s2w_desktop.domain.errors import S2wError
from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.marks import in_context as pgettext

_UNTOUCHED: Final = pgettext("safe", "Nothing was changed.")
_NOTHING_SENT: Final = pgettext("safe", "No connection was made.")
_WHOLE: Final = pgettext("safe", "Nothing is half done: what was saved is safe on the server.")
_ASK: Final = pgettext("to do", "Ask whoever looks after the server.")

SERVER_ERRORS: Final[Mapping[type[S2wError], tuple[Message, Message, Message]]] = {
    server_errors.ServerGone: (
        pgettext("happened", "The database server does not answer."),
        _WHOLE,
        pgettext("to do", "Try again. If it stays away, ask whoever looks after the server."),
    ),
    server_errors.ServerRefused: (
        pgettext("happened", "The database server did not let this user in, or not do this."),
        _WHOLE,
        pgettext("to do", "Check the address, the password file and the certificate, or ask whoever looks after the server."),
    ),
    server_errors.ServerTooOld: (
        pgettext("happened", "The database server is too old: PostgreSQL 15 or newer is needed."),
        _UNTOUCHED,
        _ASK,
    ),
    server_errors.ServerFull: (
        pgettext("happened", "The database server has no room left, or no connection to spare."),
        _WHOLE,
        _ASK,
    ),
    server_errors.BadAddress: (
        pgettext("happened", "The address of the database is not understood."),
        _NOTHING_SENT,
        pgettext("to do", "Write it as postgresql+psycopg://user@host/database."),
    ),
    server_errors.PasswordInAddress: (
        pgettext("happened", "The address has a password in it, and others on this machine could read it."),
        _NOTHING_SENT,
        pgettext("to do", "Take it out of the address, and put it into ~/.pgpass or the file that PGPASSFILE names."),
    ),
    server_errors.UnsafeAddress: (
        pgettext("happened", "The connection to the database server would not be encrypted."),
        _NOTHING_SENT,
        pgettext("to do", "Use sslmode=verify-full, and let the server offer TLS."),
    ),
    server_errors.OfficeOnly: (
        pgettext("happened", "Only the store of headquarters can be on a server: a laptop works without a network."),
        _UNTOUCHED,
        pgettext("to do", "Make the store in a folder."),
    ),
    server_errors.WaitedInCircle: (
        pgettext("happened", "Somebody else wrote to the same profiles at the same moment."),
        _WHOLE,
        pgettext("to do", "Do it again."),
    ),
}
