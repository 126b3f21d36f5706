"""What each command of `s2w` needs a duty for; asked right after the store is open. The services ask again, each for itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from s2w_desktop.domain.duties import Act
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.workplace import Workplace

Command = tuple[str, ...]
"""The words of a command, as `("enroll", "accept")`."""


@dataclass(frozen=True)
class Needs:
    """What has to be allowed, by the role of the store; None where everybody may who can open it."""

    headquarters: Act | None = None
    field: Act | None = None


def _both(act: Act) -> Needs:
    return Needs(act, act)


_NOTHING, _READ, _PACKS = Needs(), _both(Act.READ_PROFILES), _both(Act.INSTALL_PACKS)
_RECORD, _EXPORT, _KEYS = _both(Act.RECORD), _both(Act.EXPORT), _both(Act.ROTATE_KEYS)
_MATTER, _DECIDE, _SETTLE = _both(Act.HANDLE_MATTERS), _both(Act.DECIDE_DUPLICATES), _both(Act.SETTLE_CONFLICTS)
_RELEASE, _STAFF, _REVOKE = _both(Act.RELEASE_QUARANTINE), _both(Act.MANAGE_STAFF), _both(Act.REVOKE)
_ENROL, _IMPORT = Needs(Act.ENROL), Needs(Act.IMPORT)
"""A laptop gets to know its headquarters, and takes receipts in, by the hand of whoever works on it."""

COMMAND_ACTS: Final[Mapping[Command, Needs]] = {
    ("init",): _NOTHING,
    ("keygen", "recovery"): _NOTHING,
    ("keygen", "rotate"): _KEYS,
    ("keygen", "pack"): _KEYS,
    ("keygen", "rehearse"): _both(Act.REHEARSE_RECOVERY),
    ("keygen", "reopen"): _NOTHING,  # the recovery key decides
    ("keygen", "export-training"): _KEYS,
    ("rescue",): _NOTHING,  # at headquarters the new epoch asks for a duty
    ("enroll", "card"): _ENROL,
    ("enroll", "request"): _NOTHING,
    ("enroll", "look"): _NOTHING,
    ("enroll", "accept"): _ENROL,
    ("enroll", "revoke"): _REVOKE,
    ("enroll", "reinstate"): _REVOKE,
    ("enroll", "loss"): _both(Act.SEE_LOSS),
    ("enroll", "use"): _NOTHING,
    ("enroll", "new-epoch"): Needs(Act.ROTATE_KEYS),
    ("enroll", "list"): _NOTHING,
    ("staff", "list"): _NOTHING,
    ("staff", "add"): _STAFF,
    ("staff", "duties"): _STAFF,
    ("staff", "remove"): _STAFF,
    ("template", "make"): _PACKS,
    ("template", "install"): _PACKS,
    ("template", "show"): _NOTHING,
    ("template", "remove"): _PACKS,
    ("profile", "add"): _RECORD,
    ("profile", "show"): _READ,
    ("profile", "list"): _READ,
    ("profile", "paper"): _READ,  # for the person
    ("profile", "papers"): _READ,
    ("profile", "europass"): _READ,  # for the person
    ("profile", "exchange"): _EXPORT,  # for others
    ("profile", "import"): _RECORD,
    ("profile", "thin"): _EXPORT,
    ("erase",): _both(Act.ERASE),
    ("export",): _EXPORT,
    ("verify",): _NOTHING,
    ("inspect",): _NOTHING,
    ("import",): _IMPORT,
    ("inbox", "list"): _NOTHING,
    ("inbox", "own"): _MATTER,
    ("inbox", "note"): _MATTER,
    ("inbox", "close"): _MATTER,
    ("inbox", "reopen"): _MATTER,
    ("inbox", "take"): _both(Act.IMPORT),
    ("inbox", "release"): _RELEASE,
    ("inbox", "send-back"): _MATTER,
    ("inbox", "discard"): _RELEASE,
    ("inbox", "wishes"): _NOTHING,
    ("inbox", "agree"): _both(Act.APPROVE),
    ("inbox", "refuse"): _NOTHING,  # an own wish can always be taken back
    ("duplicates", "list"): _READ,
    ("duplicates", "show"): _READ,
    ("duplicates", "apart"): _DECIDE,
    ("duplicates", "join"): _DECIDE,
    ("duplicates", "part"): _DECIDE,
    ("duplicates", "link"): _DECIDE,
    ("duplicates", "resolve"): _DECIDE,
    ("duplicates", "index"): _PACKS,
    ("receipt",): _both(Act.WRITE_RECEIPTS),
    ("order", "list"): _NOTHING,
    ("order", "give"): _both(Act.GIVE_ORDERS),
    ("transfer",): _both(Act.TRANSFER),
    ("conflicts", "list"): _READ,
    ("conflicts", "show"): _READ,
    ("conflicts", "decide"): _SETTLE,
    ("conflicts", "part"): _SETTLE,
    ("conflicts", "undo"): _SETTLE,
    ("report",): _both(Act.REPORT),
    ("reach", "list"): _both(Act.REPORT),
    ("reach", "set"): _both(Act.ENTER_REACH),
    ("reach", "remove"): _both(Act.ENTER_REACH),
    ("audit", "list"): _both(Act.SEE_LOG),
    ("audit", "check"): _both(Act.SEE_LOG),
    ("demo",): _RECORD,
    ("ref", "search"): _NOTHING,
    ("ref", "build"): _PACKS,
    ("ref", "sign"): _PACKS,
    ("ref", "verify"): _NOTHING,
    ("ref", "send"): _PACKS,
    ("ref", "install"): _PACKS,
    ("ref", "list"): _NOTHING,
    ("ref", "rollback"): _PACKS,
    ("i18n", "export"): _NOTHING,
    ("i18n", "import"): _NOTHING,
    ("i18n", "status"): _NOTHING,
    ("gui",): _NOTHING,
}


def require_command(workplace: Workplace, command: Command) -> None:
    """Raises NotPermitted when the officer at work may not give this command in this store."""
    needs = COMMAND_ACTS[command]
    act = needs.headquarters if workplace.station.role is Role.HEADQUARTERS else needs.field
    if act is not None:
        workplace.permits.check(act)
