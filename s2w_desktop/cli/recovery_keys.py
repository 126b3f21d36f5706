"""The recovery key, out of the safe: asked for by the commands that use it."""

from s2w_desktop.bundle.age import Identity
from s2w_desktop.cli.call import Call
from s2w_desktop.cli.passphrases import read_secret
from s2w_desktop.services.key_files import read_recovery_key, typed_recovery_key


def recovery_key(call: Call) -> Identity:
    """Out of its file, or typed from paper.

    Raises FileUnreadable, WrongPassphrase, KeyFileDamaged, and as `read_passphrase`.
    """
    _, wanted = call.tr.gettext, call.wanted
    if wanted.recovery_file:
        passphrase = read_secret(call, wanted.recovery_passphrase_file, _("Passphrase of the key file: "))
        return read_recovery_key(wanted.recovery_file, passphrase)
    return typed_recovery_key(read_secret(call, None, _("The recovery key: ")))
