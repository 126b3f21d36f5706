"""The filters over the list of profiles, in words, and what they look for."""

from collections.abc import Callable, Sequence

from s2w_desktop.domain.handover import Handover
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.storage.values import ListQuery, Order
from s2w_desktop.ui.choice_button import ChoiceButton
from s2w_desktop.ui.desk import Desk

_ALL = "all"
_STATES = {state.value: frozenset({state}) for state in Handover}
_FINISHED = {"yes": True, "no": False}


class ProfileFilters:
    """Three buttons: where a profile stands, whether the interview is complete, the order."""

    def __init__(self, desk: Desk) -> None:
        tr, theme = desk.translator, desk.theme
        _ = tr.gettext
        states = [
            (_ALL, tr.pgettext("filter", "all")),
            (Handover.HERE.value, tr.pgettext("filter", "on this laptop")),
            (Handover.IN_BUNDLE.value, tr.pgettext("filter", "in a bundle")),
            (Handover.RECEIVED.value, tr.pgettext("filter", "received")),
            (Handover.NEEDS_YOU.value, tr.pgettext("filter", "needs you")),
        ]
        finished = [
            (_ALL, tr.pgettext("filter", "all")),
            ("yes", tr.pgettext("filter", "complete")),
            ("no", tr.pgettext("filter", "drafts")),
        ]
        orders = [
            (Order.LAST_CHANGE.name, _("Last change")),
            (Order.CASE_NUMBER.name, _("Code")),
            (Order.NAME.name, _("Name")),
            (Order.ANSWERED.name, _("Least answered first")),
        ]
        self._state = ChoiceButton(theme, states, lambda words: fill(_("State: {state}"), state=words), icon="filter")
        self._finished = ChoiceButton(theme, finished, lambda words: fill(_("Interview: {state}"), state=words))
        self._order = ChoiceButton(theme, orders, lambda words: fill(_("Order: {order}"), order=words))

    @property
    def buttons(self) -> tuple[ChoiceButton, ...]:
        """The buttons, in the order in which they stand."""
        return (self._state, self._finished, self._order)

    def on_chosen(self, slot: Callable[[], None]) -> None:
        """Call this when a person chooses something."""
        for button in self.buttons:
            button.chosen.connect(slot)

    def query(self, search: str) -> ListQuery:
        """What is looked for, with the words of the search."""
        return ListQuery(
            search=search,
            states=_STATES.get(self._state.value(), frozenset(Handover)),
            finished=_FINISHED.get(self._finished.value()),
            order=Order[self._order.value()],
        )

    def keys(self) -> tuple[str, ...]:
        """What is chosen, for `set_keys`."""
        return tuple(button.value() for button in self.buttons)

    def set_keys(self, keys: Sequence[str]) -> None:
        """Choose by program."""
        for button, key in zip(self.buttons, keys, strict=True):
            button.set_value(key)

    def clear(self) -> None:
        """Leave nobody out; the order stays."""
        self._state.set_value(_ALL)
        self._finished.set_value(_ALL)
