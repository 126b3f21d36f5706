"""`s2w staff`: who works with a store, and what each may do."""

from collections.abc import Callable, Mapping

from s2w_desktop.cli.call import Call
from s2w_desktop.cli.console import Json, table
from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.cli.parser import UsageProblem
from s2w_desktop.cli.passphrases import read_new_secret, require_free_input
from s2w_desktop.cli.stores import opened
from s2w_desktop.domain.canonical import cleaned
from s2w_desktop.domain.duties import Duty
from s2w_desktop.i18n.duty_words import duty_words
from s2w_desktop.i18n.formats import joined
from s2w_desktop.i18n.isolation import clean, fill
from s2w_desktop.services.staff import MOST_LETTERS
from s2w_desktop.services.unlock_cost import unlock_cost
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.values import Officer

_Step = Callable[[Call, Workplace], None]


def run(call: Call) -> int:
    """Do the part that was asked for."""
    steps: Mapping[str, _Step] = {"list": _list, "add": _add, "duties": _duties, "remove": _remove}
    if call.wanted.action == "add":
        require_free_input(call, call.wanted.new_passphrase_file or "")
    with opened(call) as workplace:
        steps[call.wanted.action](call, workplace)
    return ExitCode.OK


def _list(call: Call, workplace: Workplace) -> None:
    _ = call.tr.gettext
    staff = workplace.office.staff
    people = (*staff.present(), *(staff.former() if call.wanted.all else ()))
    rows = [(str(one.id), clean(one.name), _told(call, one)) for one in people]
    call.console.say(table([(_("Id"), _("Name"), _("Duties")), *rows]))
    call.console.document({"officers": [_object(one, is_me=one.id == staff.me) for one in people]})


def _add(call: Call, workplace: Workplace) -> None:
    _ = call.tr.gettext
    if not 1 <= len(cleaned(call.wanted.name).strip()) <= MOST_LETTERS:
        raise UsageProblem(_("A name has 1 to 200 letters."))
    workplace.office.staff.require_change()  # before somebody thinks of a passphrase
    passphrase = read_new_secret(call, call.wanted.new_passphrase_file, _("First passphrase of that person: "))
    cost = unlock_cost(call.surroundings.unlock_seconds)
    added = workplace.office.staff.add(call.wanted.name, _wanted(call), passphrase, cost)
    call.console.say(fill(_("{name} can work here now."), name=clean(added.name)))
    call.console.note(_("Ask them to change the passphrase in the settings of the window."))
    call.console.document(_object(added, is_me=False))


def _duties(call: Call, workplace: Workplace) -> None:
    _ = call.tr.gettext
    staff = workplace.office.staff
    staff.give(staff.named(call.wanted.officer).id, _wanted(call))
    changed = staff.named(call.wanted.officer)
    call.console.say(fill(_("Duties of {name}: {duties}"), name=clean(changed.name), duties=_told(call, changed)))
    call.console.document(_object(changed, is_me=changed.id == staff.me))


def _remove(call: Call, workplace: Workplace) -> None:
    _ = call.tr.gettext
    staff = workplace.office.staff
    gone = staff.named(call.wanted.officer)
    staff.remove(gone.id)
    call.console.say(fill(_("{name} cannot open this store any more. The name and the work stay."), name=clean(gone.name)))
    left = next(one for one in staff.former() if one.id == gone.id)
    call.console.document(_object(left, is_me=left.id == staff.me))


def _wanted(call: Call) -> frozenset[Duty]:
    return frozenset(Duty(value) for value in call.wanted.duty)


def _told(call: Call, one: Officer) -> str:
    _ = call.tr.gettext
    if one.removed_at is not None:
        return _("left")
    return joined(call.tr, [duty_words(call.tr, duty).name for duty in Duty if duty in one.duties])


def _object(one: Officer, *, is_me: bool) -> dict[str, Json]:
    return {
        "officer": str(one.id),
        "name": one.name,
        "duties": sorted(duty.value for duty in one.duties),
        "added_at": one.added_at.isoformat(timespec="seconds"),
        "removed_at": one.removed_at.isoformat(timespec="seconds") if one.removed_at else None,
        "me": is_me,
    }
