"""Opening the store that a command works in."""

import argparse
import contextlib
from collections.abc import Iterator
from pathlib import Path

from s2w_desktop import paths
from s2w_desktop.cli.call import Call
from s2w_desktop.cli.command_acts import Command, require_command
from s2w_desktop.cli.passphrases import read_passphrase
from s2w_desktop.domain.errors import NoStore, WrongRole
from s2w_desktop.domain.stations import Role
from s2w_desktop.i18n.clock_words import wrong_clock
from s2w_desktop.i18n.place_words import poor_place_words
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.services.setup import unlock_store
from s2w_desktop.services.sources import system_sources
from s2w_desktop.services.workplace import Workplace, open_workplace
from s2w_desktop.storage.layout import StorePlace, has_store, local_folder
from s2w_desktop.storage.poor_places import poor_place


def named_store(call: Call, otherwise: Path | None = None) -> StorePlace:
    """The place that was named, or the usual folder."""
    named: StorePlace | None = call.wanted.store
    return named or otherwise or paths.default_store()


@contextlib.contextmanager
def opened(call: Call, place: StorePlace | None = None) -> Iterator[Workplace]:
    """The services of the store, interrupts put off. Raises what unlocking raises, NotPermitted, UsageProblem and Ctrl-C."""
    _ = call.tr.gettext
    where = place or named_store(call)
    if not has_store(where):
        raise NoStore
    warn_of_place(call, where)
    passphrase = read_passphrase(call, _("Passphrase: "))
    with call.interrupts.working():
        workplace = open_workplace(
            unlock_store(where, passphrase),
            folder=local_folder(where),
            resources=call.surroundings.resources,
            catalogues=Catalogues(call.surroundings.translations, call.surroundings.own_languages),
            sources=system_sources(),
        )
        with contextlib.closing(workplace):
            require_command(workplace, command_of(call.wanted))
            _warn_of_old_copy(call, workplace)
            _warn_of_clock(call, workplace)
            yield workplace


def warn_of_place(call: Call, place: StorePlace) -> None:
    """Tell that a store lies, or is to lie, where other computers may write to it too."""
    found = poor_place(place, call.surroundings.environ)
    if found is not None:
        words = poor_place_words(call.tr, found.service)
        call.console.note(f"{words.found} {words.safe}\n{words.todo}")


def command_of(wanted: argparse.Namespace) -> Command:
    """The words of the command that was asked for."""
    action: str | None = getattr(wanted, "action", None)
    return (wanted.command,) if action is None else (wanted.command, action)


def _warn_of_old_copy(call: Call, workplace: Workplace) -> None:
    _ = call.tr.gettext
    if workplace.safekeeping.restoring.is_old_copy():
        call.console.note(_("This store is an old copy: newer numbers were given out before. Use “s2w enroll new-epoch” first."))


def _warn_of_clock(call: Call, workplace: Workplace) -> None:
    clock = workplace.safekeeping.clock
    if clock.look() is not None:
        call.console.note(wrong_clock(call.tr, clock.says))


def require_role(workplace: Workplace, role: Role) -> None:
    """Raises WrongRole when the store is for something else."""
    if workplace.station.role is not role:
        raise WrongRole
