"""The words for entries of the log of who did what with profiles."""

from collections.abc import Mapping
from typing import Final

from s2w_desktop.domain.access_log import CAME_AGAIN, UNLOCK
from s2w_desktop.domain.duties import Act
from s2w_desktop.i18n.isolation import clean, fill
from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.marks import in_context as pgettext
from s2w_desktop.i18n.translator import Translator

_WORDS: Final[Mapping[str, Message]] = {
    UNLOCK: pgettext("log", "unlocked the store"),
    Act.RECORD: pgettext("log", "recorded or changed a profile"),
    Act.READ_PROFILES: pgettext("log", "opened a profile"),
    Act.EXPORT: pgettext("log", "handed profiles over"),
    Act.IMPORT: pgettext("log", "took a bundle in"),
    CAME_AGAIN: pgettext("log", "got a bundle that had come before"),
    Act.WRITE_RECEIPTS: pgettext("log", "wrote receipts"),
    Act.RELEASE_QUARANTINE: pgettext("log", "decided about records that were put aside"),
    Act.SETTLE_CONFLICTS: pgettext("log", "decided a conflict"),
    Act.DECIDE_DUPLICATES: pgettext("log", "decided whether two profiles are one person"),
    Act.TRANSFER: pgettext("log", "handed a profile on to a laptop"),
    Act.GIVE_ORDERS: pgettext("log", "gave an order to a laptop"),
    Act.ERASE: pgettext("log", "erased a profile"),
    Act.REPORT: pgettext("log", "made a report"),
    Act.MAKE_STUDY: pgettext("log", "made a study file"),
    Act.INSTALL_PACKS: pgettext("log", "made, sent or installed a pack or a template"),
    Act.ENROL: pgettext("log", "accepted a machine"),
    Act.REVOKE: pgettext("log", "took a machine off the list, or back"),
    Act.ROTATE_KEYS: pgettext("log", "made new keys or new numbers"),
    Act.REHEARSE_RECOVERY: pgettext("log", "tried the recovery key out"),
    Act.SEE_LOSS: pgettext("log", "saw whose data were on a lost laptop"),
    Act.SEE_LOG: pgettext("log", "looked at this log"),
    Act.MANAGE_STAFF: pgettext("log", "changed who works here"),
    Act.APPROVE: pgettext("log", "agreed as the second person"),
}


def use_words(tr: Translator, act: str) -> str:
    """What somebody did; the code itself for an act of a newer program."""
    known = _WORDS.get(act)
    return tr.say(known) if known else act


def about_words(tr: Translator, about: str, bundle: int | None) -> str:
    """What an entry is about: a name, and the number of a bundle where it is about one; empty where nothing is known."""
    _ = tr.gettext
    if bundle is None:
        return clean(about)
    return fill("{about} · {bundle}", about=about, bundle=fill(_("Bundle {n}"), n=bundle))
