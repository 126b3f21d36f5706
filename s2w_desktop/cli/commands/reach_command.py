"""`s2w reach`: how many people each centre could ask, and how many agreed."""

from collections.abc import Callable, Mapping

from s2w_desktop.cli.call import Call
from s2w_desktop.cli.console import Json, table
from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.cli.parser import UsageProblem
from s2w_desktop.cli.stores import opened
from s2w_desktop.domain.canonical import cleaned
from s2w_desktop.domain.code_lists import CODE_LISTS
from s2w_desktop.domain.reach import Reach, ReachFault
from s2w_desktop.i18n.isolation import clean
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.services.workplace import Workplace

MOST_LETTERS = 200
_Step = Callable[[Call, Workplace], None]


def run(call: Call) -> int:
    """Do the part that was asked for."""
    steps: Mapping[str, _Step] = {"set": _set, "list": _list, "remove": _remove}
    with opened(call) as workplace:
        steps[call.wanted.action](call, workplace)
    return ExitCode.OK


def _set(call: Call, workplace: Workplace) -> None:
    wanted = call.wanted
    figures = _of_days(call, wanted.eligible, wanted.approached, wanted.agreed)
    fault = workplace.office.reach.enter(figures)
    if fault is not None:
        raise UsageProblem(_fault_words(call.tr, fault))
    call.console.say(_text(call.tr, (figures,)))
    call.console.document(_object(figures))


def _list(call: Call, workplace: Workplace) -> None:
    figures = workplace.office.reach.all()
    call.console.say(_text(call.tr, figures))
    call.console.document({"reach": [_object(one) for one in figures]})


def _remove(call: Call, workplace: Workplace) -> None:
    _ = call.tr.gettext
    figures = _of_days(call, 0, 0, 0)
    if not workplace.office.reach.remove(figures):
        raise UsageProblem(_("There are no figures for this centre and these days."))
    call.console.say(_("The figures were taken out."))
    call.console.document({"centre": figures.centre, "from": figures.first.isoformat(), "to": figures.last.isoformat()})


def _of_days(call: Call, eligible: int, approached: int, agreed: int) -> Reach:
    """The figures, for a centre and a country that can be. Raises UsageProblem."""
    _ = call.tr.gettext
    centre, country = cleaned(call.wanted.centre).strip(), call.wanted.country.upper()
    if not 1 <= len(centre) <= MOST_LETTERS:
        raise UsageProblem(_("A name has 1 to 200 letters."))
    if country not in CODE_LISTS["country"]:
        raise UsageProblem(_("No country has this code."))
    return Reach(centre, country, call.wanted.first, call.wanted.last, eligible, approached, agreed)


def _fault_words(tr: Translator, fault: ReachFault) -> str:
    _ = tr.gettext
    words = {
        ReachFault.ORDER: _("The last day lies before the first."),
        ReachFault.BOUNDS: _("No more people can agree than were approached, and no more be approached than there were."),
        ReachFault.OVERLAP: _("There are figures for some of these days already. Take them out first, or enter the same days."),
    }
    unchanged = _("Nothing was changed.")
    return f"{words[fault]} {unchanged}"


def _text(tr: Translator, figures: tuple[Reach, ...]) -> str:
    _ = tr.gettext
    first, last = tr.pgettext("field", "From"), tr.pgettext("field", "To")
    heads = (_("Centre"), _("Country"), first, last, _("Eligible"), _("Approached"), _("Agreed"), _("Refused"))
    return table([heads, *(_row(one) for one in figures)])


def _row(one: Reach) -> tuple[str, ...]:
    counts = (one.eligible, one.approached, one.agreed, one.refused)
    return clean(one.centre), one.country, one.first.isoformat(), one.last.isoformat(), *map(str, counts)


def _object(one: Reach) -> dict[str, Json]:
    return {
        "centre": one.centre,
        "country": one.country,
        "from": one.first.isoformat(),
        "to": one.last.isoformat(),
        "eligible": one.eligible,
        "approached": one.approached,
        "agreed": one.agreed,
        "refused": one.refused,
    }
