"""`s2w receipt`: headquarters answers the laptops."""

from pathlib import Path

from s2w_desktop.cli.call import Call
from s2w_desktop.cli.descriptions import peer_object, peer_words, written_object
from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.cli.stores import opened, require_role
from s2w_desktop.domain.stations import Role
from s2w_desktop.i18n.isolation import Ltr, fill


def run(call: Call) -> int:
    """One receipt for each laptop that waits for one; none waiting is no failure."""
    _ = call.tr.gettext
    folder = Path(call.wanted.folder)
    with opened(call) as workplace:
        require_role(workplace, Role.HEADQUARTERS)
        written = workplace.receipts.write(folder)
    for one in written:
        call.console.say(fill(_("Receipt for {laptop}: {file}"), laptop=peer_words(one.peer), file=Ltr(one.bundle.path)))
    if not written:
        call.console.note(_("No laptop waits for a receipt."))
    call.console.document({"receipts": [{"device": peer_object(one.peer), **written_object(one.bundle)} for one in written]})
    return ExitCode.OK
