"""`s2w keygen`: keys that leave as files."""

from pathlib import Path

from s2w_desktop.cli.call import Call
from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.cli.passphrases import read_new_passphrase
from s2w_desktop.cli.stores import opened
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.services.key_files import export_training_keys, write_recovery_key


def run(call: Call) -> int:
    """Make a recovery key, or hand out training keys."""
    return _recovery(call) if call.wanted.action == "recovery" else _export_training(call)


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
