"""The words for orders of headquarters and for reasons of an erasure."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, Protocol

from s2w_desktop.domain.erasing import ErasureReason, tombstone_of
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.orders import Order
from s2w_desktop.i18n.formats import day, joined, number
from s2w_desktop.i18n.isolation import Ltr, Phrase, fill
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
_MOST_NAMED: Final = 10


class OrderDone(Protocol):
    """An order as the store of a laptop knows it."""

    @property
    def kind(self) -> Order:
        """What was ordered."""

    @property
    def profile(self) -> ProfileId | None:
        """The profile to erase."""

    @property
    def detail(self) -> str:
        """What else it says."""


def order_title(tr: Translator, kind: Order, detail: str) -> str:
    """What a laptop is to do."""
    return _filled(tr, _GIVEN[kind], detail)


def order_followed(tr: Translator, kind: Order, detail: str) -> str:
    """What happened at a laptop because of an order, or what people have to do."""
    return _filled(tr, _FOLLOWED[kind], detail)


def orders_followed(tr: Translator, orders: Sequence[OrderDone], case_numbers: Mapping[ProfileId, str]) -> tuple[str, ...]:
    """What happened because of several orders, each sentence once. Of profiles that were erased it is told which and why."""
    erased: dict[tuple[ErasureReason, date], list[str]] = {}
    told = []
    for one in orders:
        case_number = case_numbers.get(one.profile) if one.kind is Order.ERASE and one.profile else None
        if case_number is None or one.profile is None:
            told.append(order_followed(tr, one.kind, one.detail))
            continue
        tombstone = tombstone_of(one.profile, one.detail)
        erased.setdefault((tombstone.reason, tombstone.erased_at.astimezone().date()), []).append(case_number)
    told += [_erased(tr, reason, when, numbers) for (reason, when), numbers in erased.items()]
    return tuple(dict.fromkeys(told))


def _erased(tr: Translator, reason: ErasureReason, when: date, numbers: Sequence[str]) -> Phrase:
    words = tr.ngettext(
        "{n} profile was erased, as headquarters ordered on {day}: {cases}. Reason: {reason}.",
        "{n} profiles were erased, as headquarters ordered on {day}: {cases}. Reason: {reason}.",
        len(numbers),
    )
    cases = joined(tr, map(Ltr, sorted(numbers)[:_MOST_NAMED]))
    if len(numbers) > _MOST_NAMED:
        cases = fill("{cases} …", cases=cases)
    return fill(words, n=number(tr, len(numbers)), day=day(tr, when), cases=cases, reason=erasure_reason(tr, reason))


def erasure_reason(tr: Translator, reason: ErasureReason) -> str:
    """Why a profile is erased."""
    return tr.say(_REASONS[reason])


def _filled(tr: Translator, words: Message, detail: str) -> str:
    pack, _, version = detail.partition(" ")
    return fill(tr.say(words), pack=Ltr(pack), version=Ltr(version))
