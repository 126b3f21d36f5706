"""`s2w inspect`: what a bundle shows to everybody, or with a store what it says about itself."""

from pathlib import Path

from s2w_desktop.bundle.inspection import Outside, look_outside
from s2w_desktop.cli.call import Call
from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.cli.parser import UsageProblem
from s2w_desktop.i18n.formats import file_size
from s2w_desktop.i18n.isolation import fill


def run(call: Call) -> int:
    """Look at the outside; inside only when a store is named, for that needs its key and time."""
    if call.wanted.store is not None:
        from s2w_desktop.cli.commands.look_inside import inspect_inside  # needs the database library

        return inspect_inside(call)
    tell_outside(call)
    return ExitCode.OK


def tell_outside(call: Call) -> None:
    """Recipients and size, and that this is all that can be known without a key."""
    _ = call.tr.gettext
    if call.wanted.bundle == "-":
        raise UsageProblem(_("To read a bundle from standard input, name the store that opens it."))
    outside = look_outside(Path(call.wanted.bundle))
    if not call.console.is_json:
        _tell(call, outside)
    document = {"file": call.wanted.bundle, "depth": "outside", "size": outside.size, "recipients": outside.recipients}
    call.console.document(document)


def _tell(call: Call, outside: Outside) -> None:
    _ = call.tr.gettext
    ngettext = call.tr.ngettext
    words = ngettext("Encrypted for {n} recipient.", "Encrypted for {n} recipients.", outside.recipients)
    call.console.say(fill(words, n=outside.recipients))
    call.console.say(fill(_("Size: {size}"), size=file_size(call.tr, outside.size)))
    call.console.note(
        _("This is all that a bundle shows without a key: neither sender nor signature were checked. Name a store to see more.")
    )
