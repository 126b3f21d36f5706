"""`s2w audit`: the log of who did what with profiles, for the data protection officer."""

from s2w_desktop.cli.call import Call
from s2w_desktop.cli.console import Json, table
from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.cli.parser import UsageProblem
from s2w_desktop.cli.stores import opened
from s2w_desktop.domain.exchange_errors import LogBroken
from s2w_desktop.i18n.isolation import clean, fill, without_isolates
from s2w_desktop.i18n.log_words import about_words, use_words
from s2w_desktop.services.access_log import Told
from s2w_desktop.services.workplace import Workplace


def run(call: Call) -> int:
    """Do the part that was asked for."""
    _ = call.tr.gettext
    if call.wanted.action == "check" and bool(call.wanted.seal) != (call.wanted.entries is not None):
        raise UsageProblem(_("A number of entries and its seal belong together."))
    with opened(call) as workplace:
        (_list if call.wanted.action == "list" else _check)(call, workplace)
    return ExitCode.OK


def _list(call: Call, workplace: Workplace) -> None:
    _ = call.tr.gettext
    log = workplace.office.access_log
    told = tuple(log.all()) if call.wanted.all else log.newest(0, call.wanted.last)
    heads = (_("No."), _("Time"), _("Who"), _("What"), _("About"))
    call.console.say(table([heads, *(_row(call, one) for one in told)]))
    call.console.document({"entries": [_object(one) for one in told]})


def _check(call: Call, workplace: Workplace) -> None:
    _ = call.tr.gettext
    checked = workplace.office.access_log.check(call.wanted.entries, "".join(call.wanted.seal.split()).lower())
    call.console.document({"entries": checked.entries, "seal": checked.last, "broken": checked.broken})
    if checked.broken is not None:
        call.console.say(fill(_("The first entry that does not follow from those before it: {number}"), number=checked.broken))
        raise LogBroken
    call.console.say(fill(_("Entries, each of which seals the one before: {number}"), number=checked.entries))
    call.console.say(fill(_("Note this number with its seal outside of the store: {seal}"), seal=checked.last))


def _row(call: Call, told: Told) -> tuple[str, ...]:
    use = told.entry.use
    at = use.at.isoformat(sep=" ", timespec="seconds")
    about = without_isolates(about_words(call.tr, told.about, told.bundle))
    return str(told.entry.seq), at, clean(told.officer or str(use.officer)), use_words(call.tr, use.act), about


def _object(told: Told) -> dict[str, Json]:
    use = told.entry.use
    return {
        "number": told.entry.seq,
        "at": use.at.isoformat(timespec="seconds"),
        "officer": str(use.officer),
        "name": told.officer,
        "act": use.act,
        "about": str(use.about) if use.about else None,
        "known_as": told.about,
        "bundle": told.bundle,
        "seal": told.entry.seal,
    }
