"""`s2w duplicates`: find people who may be one, look at them side by side, decide."""

import json
from collections.abc import Mapping
from pathlib import Path

from s2w_desktop.cli.call import Call
from s2w_desktop.cli.commands.duplicates_words import comparison_object, comparison_text
from s2w_desktop.cli.console import Json, table
from s2w_desktop.cli.descriptions import peer_words
from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.cli.parser import UsageProblem
from s2w_desktop.cli.stores import opened, require_role
from s2w_desktop.domain.case_numbers import is_case_number
from s2w_desktop.domain.disk_errors import disk_error
from s2w_desktop.domain.errors import UnknownProfile
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.side_by_side import Pick
from s2w_desktop.domain.stations import Role
from s2w_desktop.i18n.formats import number
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.i18n.likeness_words import reason_words
from s2w_desktop.services.duplicate_decisions import DuplicateDecisions
from s2w_desktop.services.duplicates import Pair
from s2w_desktop.services.workplace import Workplace

_PICKS = {"kept": Pick.FIRST, "other": Pick.SECOND, "both": Pick.BOTH}


def run(call: Call) -> int:
    """Do the part that was asked for."""
    steps = {
        "list": _list,
        "show": _show,
        "apart": _apart,
        "join": _join,
        "part": _part,
        "link": _link,
        "resolve": _resolve,
        "index": _index,
    }
    with opened(call) as workplace:
        require_role(workplace, Role.HEADQUARTERS)
        steps[call.wanted.action](call, workplace)
    return ExitCode.OK


def _list(call: Call, workplace: Workplace) -> None:
    if call.wanted.joined:
        _list_joined(call, workplace)
        return
    _ = call.tr.gettext

    def progress(done: int, total: int) -> None:
        call.interrupts.check()
        call.console.progress(done, total)

    found = workplace.office.duplicates.look(progress)
    call.console.document({"people": found.people, "common": found.common, "pairs": [_pair_object(pair) for pair in found.pairs]})
    rows = [(*pair.case_numbers, reason_words(call.tr, pair.reasons)) for pair in found.pairs]
    call.console.say(table([(_("Case number"), _("Case number"), _("Why")), *rows]) if rows else _("Nobody may be one person."))
    if found.common:
        template = call.tr.ngettext(
            "{n} person has a name that very many share, and was not compared with all of these.",
            "{n} people have names that very many share, and were not compared with all of these.",
            found.common,
        )
        call.console.note(fill(template, n=number(call.tr, found.common)))


def _pair_object(pair: Pair) -> dict[str, Json]:
    return {
        "first": pair.case_numbers[0],
        "second": pair.case_numbers[1],
        "reasons": [reason.value for reason in pair.reasons],
    }


def _list_joined(call: Call, workplace: Workplace) -> None:
    _ = call.tr.gettext
    joins = workplace.office.duplicates.joining.all()
    numbers = workplace.store.joins.case_numbers({one for join in joins for one in (join.profile, join.root)})
    rows = [(numbers.get(join.profile, ""), numbers.get(join.root, "")) for join in joins]
    call.console.document({"joined": [{"profile": profile, "into": root} for profile, root in rows]})
    call.console.say(table([(_("Profile"), _("Joined to")), *rows]) if rows else _("No profile is joined to another one."))


def _show(call: Call, workplace: Workplace) -> None:
    first, second = _two(call, workplace)
    found = workplace.office.duplicates.compare(first, second)
    call.console.document(comparison_object(call.tr, found))
    call.console.say(comparison_text(call.tr, found))


def _apart(call: Call, workplace: Workplace) -> None:
    _ = call.tr.gettext
    workplace.office.duplicates.tell_apart(*_two(call, workplace))
    _done(call, _("Kept: these two are not the same person."))


def _join(call: Call, workplace: Workplace) -> None:
    _ = call.tr.gettext
    first, second = _two(call, workplace)
    kept = _named(workplace, call.wanted.keep) if call.wanted.keep else first
    if kept not in (first, second):
        raise UsageProblem(_("--keep must be one of the two."))
    picks = _choices(call, call.wanted.choices) if call.wanted.choices else {}
    try:
        workplace.office.duplicates.joining.join(kept, second if kept == first else first, picks)
    except (KeyError, ValueError) as cause:
        raise UsageProblem(_("A choice does not fit these two profiles.")) from cause
    _done(call, _("The two profiles are one person now."))


def _part(call: Call, workplace: Workplace) -> None:
    _ = call.tr.gettext
    workplace.office.duplicates.joining.part(_named(workplace, call.wanted.first))
    _done(call, _("The profile stands for itself again."))


def _link(call: Call, workplace: Workplace) -> None:
    _ = call.tr.gettext
    workplace.office.duplicates.link(*_two(call, workplace))
    _done(call, _("The later profile names the earlier one now."))


def _resolve(call: Call, workplace: Workplace) -> None:
    decisions = DuplicateDecisions(workplace.store, workplace.office.duplicates)
    decided = decisions.read(_untrusted(call.wanted.file))
    if not call.wanted.dry_run:
        decisions.follow(decided)
    call.console.document({"decisions": len(decided), "dry_run": bool(call.wanted.dry_run)})
    dry = call.tr.ngettext("{n} decision can be followed.", "{n} decisions can be followed.", len(decided))
    done = call.tr.ngettext("{n} decision was followed.", "{n} decisions were followed.", len(decided))
    call.console.say(fill(dry if call.wanted.dry_run else done, n=number(call.tr, len(decided))))


def _index(call: Call, workplace: Workplace) -> None:
    sent = workplace.known_people.write(call.wanted.folder)
    call.console.document({"bundles": [{"file": str(one.bundle.path), "device": str(one.peer.device)} for one in sent]})
    for one in sent:
        call.console.say(fill("{file}  {laptop}", file=Ltr(str(one.bundle.path)), laptop=peer_words(one.peer)))
    words = call.tr.ngettext("{n} bundle was written and read back.", "{n} bundles were written and read back.", len(sent))
    call.console.say(fill(words, n=number(call.tr, len(sent))))


def _done(call: Call, words: str) -> None:
    call.console.say(words)
    call.console.document({"done": call.wanted.action})


def _two(call: Call, workplace: Workplace) -> tuple[ProfileId, ProfileId]:
    return _named(workplace, call.wanted.first), _named(workplace, call.wanted.second)


def _named(workplace: Workplace, untrusted: str) -> ProfileId:
    """The very profile of a case number. Raises UnknownProfile."""
    case_number = untrusted.strip().upper()
    found = workplace.store.joins.find(case_number) if is_case_number(case_number) else None
    if found is None:
        raise UnknownProfile
    return found


def _choices(call: Call, path: Path) -> Mapping[str, Pick]:
    _ = call.tr.gettext
    try:
        untrusted = json.loads(_untrusted(path))
        return {str(key): _PICKS[pick] for key, pick in untrusted.items()}
    except (ValueError, AttributeError, KeyError, TypeError, RecursionError) as cause:
        raise UsageProblem(_("The file of choices is not JSON as “show --json” explains it.")) from cause


def _untrusted(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as cause:
        raise disk_error(cause) from cause
