"""`s2w keygen`: keys that leave as files."""

from pathlib import Path

from s2w_desktop.cli.call import Call
from s2w_desktop.cli.descriptions import peer_words, say_words
from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.cli.passphrases import read_new_passphrase, read_new_secret, require_free_input
from s2w_desktop.cli.recovery_keys import recovery_key
from s2w_desktop.cli.stores import named_store, opened
from s2w_desktop.domain.errors import NoStore
from s2w_desktop.i18n.isolation import Ltr, clean, fill
from s2w_desktop.services.key_files import (
    export_training_keys,
    read_recovery_recipient,
    write_recovery_key,
)
from s2w_desktop.services.key_rotation import KeysPack
from s2w_desktop.services.reopening import reopen
from s2w_desktop.services.sources import system_sources
from s2w_desktop.services.unlock_cost import unlock_cost
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.layout import has_store


def run(call: Call) -> int:
    """Make, change, try out or hand out keys."""
    steps = {
        "recovery": _recovery,
        "rotate": _rotate,
        "pack": _pack,
        "rehearse": _rehearse,
        "reopen": _reopen,
        "export-training": _export_training,
    }
    return steps[call.wanted.action](call)


def _recovery(call: Call) -> int:
    _ = call.tr.gettext
    out = Path(call.wanted.out)
    passphrase = read_new_passphrase(call, _("New passphrase of the key file: "))
    with call.interrupts.working():
        files = write_recovery_key(out, passphrase)
    call.console.say(fill(_("Secret key, locked with the passphrase: {file}"), file=Ltr(files.secret)))
    call.console.say(fill(_("Public part, for init --recovery: {file}"), file=Ltr(files.public)))
    call.console.say(fill(_("Recipient: {recipient}"), recipient=Ltr(files.recipient)))
    call.console.note(_("Keep the secret key and its passphrase in two different safe places, away from every laptop."))
    call.console.document({"secret": str(files.secret), "public": str(files.public), "recipient": files.recipient})
    return ExitCode.OK


def _export_training(call: Call) -> int:
    _ = call.tr.gettext
    with opened(call) as workplace:
        files = export_training_keys(workplace.store, call.wanted.out)
    for file in files:
        call.console.say(fill(_("Training key: {file}"), file=Ltr(file)))
    call.console.document({"files": [str(file) for file in files]})
    return ExitCode.OK


def _rotate(call: Call) -> int:
    recovery = read_recovery_recipient(call.wanted.recovery) if call.wanted.recovery else ""
    with opened(call) as workplace:
        rotation = workplace.safekeeping.rotation
        made = rotation.rotate(call.wanted.out, recovery_recipient=recovery, is_stolen=call.wanted.stolen)
        _tell_pack(call, workplace, made)
    return ExitCode.OK


def _pack(call: Call) -> int:
    with opened(call) as workplace:
        _tell_pack(call, workplace, workplace.safekeeping.rotation.write_pack(call.wanted.out))
    return ExitCode.OK


def _tell_pack(call: Call, workplace: Workplace, made: KeysPack) -> None:
    _ = call.tr.gettext
    words = workplace.enrolment.own_words()
    call.console.say(fill(_("The pack with the new keys: {file}"), file=Ltr(made.file)))
    say_words(call.console, call.tr, words)
    call.console.note(
        _("Send it to the laptops with “ref send”, and read the words out by telephone: each laptop asks for them.")
    )
    for peer in made.behind:
        call.console.say(fill(_("Still uses the keys before: {machine}"), machine=peer_words(peer)))
    behind = [str(peer.device) for peer in made.behind]
    call.console.document({"file": str(made.file), "version": made.pack.version, "words": list(words), "behind": [*behind]})


def _rehearse(call: Call) -> int:
    _, wanted = call.tr.gettext, call.wanted
    with opened(call) as workplace:
        rehearsals = workplace.safekeeping.rehearsals
        done = rehearsals.rehearse(recovery_key(call).text, wanted.sample)
    call.console.say(_("The recovery key opens what laptops send. Put it back into the safe."))
    call.console.say(fill(_("Recipient: {recipient}"), recipient=Ltr(done.recipient)))
    call.console.document({"recipient": done.recipient, "at": done.at.isoformat(timespec="seconds")})
    return ExitCode.OK


def _reopen(call: Call) -> int:
    _, wanted = call.tr.gettext, call.wanted
    place = named_store(call)
    if not has_store(place):
        raise NoStore
    require_free_input(call, wanted.recovery_passphrase_file or "", wanted.new_passphrase_file or "")
    recovery = recovery_key(call)
    passphrase = read_new_secret(call, wanted.new_passphrase_file, _("First passphrase of that person: "))
    cost = unlock_cost(call.surroundings.unlock_seconds)
    with call.interrupts.working():
        officer = reopen(place, recovery, wanted.officer, passphrase, cost, system_sources())
    done = _("{name} can open the store with the new passphrase. The profiles are as they were.")
    call.console.say(fill(done, name=clean(officer.name)))
    call.console.note(_("Ask them to change the passphrase in the settings of the window."))
    call.console.document({"officer": str(officer.id), "name": officer.name})
    return ExitCode.OK
