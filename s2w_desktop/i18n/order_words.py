"""The words for orders of headquarters and for reasons of an erasure."""

from collections.abc import Mapping
from typing import Final

from s2w_desktop.domain.erasing import ErasureReason
from s2w_desktop.domain.orders import Order
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.marks import in_context as pgettext
from s2w_desktop.i18n.translator import Translator

_GIVEN: Final[Mapping[Order, Message]] = {
    Order.NEW_EPOCH: pgettext("order", "Number anew and send everything again"),
    Order.ERASE: pgettext("order", "Erase a profile"),
    Order.REVOKE: pgettext("order", "Record nothing new"),
    Order.REINSTATE: pgettext("order", "Go on recording"),
    Order.INSTALL_REFERENCE: pgettext("order", "Install the pack {pack}, version {version}"),
}
_FOLLOWED: Final[Mapping[Order, Message]] = {
    Order.NEW_EPOCH: pgettext("order followed", "Headquarters asked for everything again. The next hand-over brings it."),
    Order.ERASE: pgettext("order followed", "A profile was erased, as headquarters ordered."),
    Order.REVOKE: pgettext("order followed", "Headquarters took this laptop off its list. You can still hand over."),
    Order.REINSTATE: pgettext("order followed", "This laptop is on the list of headquarters again."),
    Order.INSTALL_REFERENCE: pgettext("order followed", "Please install the pack {pack}, version {version}."),
}
_REASONS: Final[Mapping[ErasureReason, Message]] = {
    ErasureReason.REQUEST: pgettext("erasure", "The person asked for it"),
    ErasureReason.WITHDRAWN: pgettext("erasure", "The person took the agreement back"),
    ErasureReason.RETENTION: pgettext("erasure", "The time to keep it is over"),
    ErasureReason.DUPLICATE: pgettext("erasure", "It was recorded twice"),
    ErasureReason.ERROR: pgettext("erasure", "It was recorded by mistake"),
}


def order_title(tr: Translator, kind: Order, detail: str) -> str:
    """What a laptop is to do."""
    return _filled(tr, _GIVEN[kind], detail)


def order_followed(tr: Translator, kind: Order, detail: str) -> str:
    """What happened at a laptop because of an order, or what people have to do."""
    return _filled(tr, _FOLLOWED[kind], detail)


def erasure_reason(tr: Translator, reason: ErasureReason) -> str:
    """Why a profile is erased."""
    return tr.say(_REASONS[reason])


def _filled(tr: Translator, words: Message, detail: str) -> str:
    pack, _, version = detail.partition(" ")
    return fill(tr.say(words), pack=Ltr(pack), version=Ltr(version))
