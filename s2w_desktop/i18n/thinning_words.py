"""What the window and the command line say about profiles that go from a laptop because headquarters has them."""

from s2w_desktop.domain.thinning import Thinnable
from s2w_desktop.i18n.formats import number
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.i18n.translator import Translator


def thinnable_words(tr: Translator, found: Thinnable) -> tuple[str, ...]:
    """How many could go, and how many stay because a part is only here."""
    going = tr.ngettext("{n} profile could go now.", "{n} profiles could go now.", found.profiles)
    staying = tr.ngettext(
        "{n} profile stays, because a part of it is only here.",
        "{n} profiles stay, because a part of them is only here.",
        found.only_here,
    )
    told = [fill(going, n=number(tr, found.profiles))]
    return (*told, fill(staying, n=number(tr, found.only_here))) if found.only_here else tuple(told)


def removed_words(tr: Translator, profiles: int) -> str:
    """How many went."""
    words = tr.ngettext("{n} profile was removed from this laptop.", "{n} profiles were removed from this laptop.", profiles)
    return fill(words, n=number(tr, profiles))


def still_there_words(tr: Translator) -> str:
    """Where they are."""
    return tr.gettext("Headquarters keeps all of it.")
