"""How a file of the inbox, or a bundle taken in earlier, is shown in the table."""

from collections.abc import Mapping

from s2w_desktop.domain.ids import BundleId, DeviceId
from s2w_desktop.domain.stations import Peer
from s2w_desktop.i18n.formats import number, when
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.services.importing import ImportResult
from s2w_desktop.storage.bundle_values import BundleIn
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.kit.rowtable import Cell, Column, Row
from s2w_desktop.ui.kit.tokens import Colour
from s2w_desktop.ui.pages.inbox_items import InboxItem, ItemState


class InboxRows:
    """Turns items into rows, in the language of the desk."""

    def __init__(self, desk: Desk, peers: Mapping[DeviceId, Peer], due: frozenset[BundleId] = frozenset()) -> None:
        self._desk, self._peers, self._due = desk, peers, due
        self._now = desk.sources.now().astimezone()

    def columns(self) -> tuple[Column, ...]:
        """From whom, how far, how many people, what of it."""
        _ = self._desk.translator.gettext
        return (
            Column(_("From"), 222),
            Column(_("State"), 252),
            Column(_("Profiles"), 78, number=True),
            Column(_("Content"), 208),
        )

    def item(self, item: InboxItem) -> Row:
        """A file that was opened."""
        return Row(item.key, (self._item_from(item), self._item_state(item), *self._item_content(item)))

    def earlier(self, bundle: BundleIn) -> Row:
        """A bundle that was taken in before."""
        tr = self._desk.translator
        _ = tr.gettext
        peer = self._peers.get(bundle.device)
        quiet = fill(_("no. {n}, written {when}"), n=bundle.seq, when=when(tr, bundle.created_at, self._now))
        records = fill(tr.ngettext("{n} record", "{n} records", bundle.records), n=number(tr, bundle.records))
        return Row(
            str(bundle.id),
            (Cell(sender_words(self._desk, peer), quiet, strong=True), self._taken(bundle.id), Cell(""), Cell(records)),
        )

    def _taken(self, bundle: BundleId) -> Cell:
        _ = self._desk.translator.gettext
        if bundle in self._due:
            return Cell(_("Taken in, receipt due"), mark="receipt", colour=Colour.WARN)
        return Cell(_("Taken in, receipt written"), mark="shield", colour=Colour.OK)

    def _item_from(self, item: InboxItem) -> Cell:
        tr = self._desk.translator
        _ = tr.gettext
        if item.result is not None:
            written = when(tr, item.result.created, self._now)
            quiet = fill(_("no. {n}, written {when}"), n=item.result.seq, when=written)
            return Cell(sender_words(self._desk, item.result.sender), quiet, strong=True)
        if item.introduction is not None:
            return Cell(sender_words(self._desk, item.introduction.peer), _("introduces itself"), strong=True)
        return Cell(Ltr(item.path.name), _("unknown sender"), strong=True)

    def _item_state(self, item: InboxItem) -> Cell:
        tr = self._desk.translator
        _ = tr.gettext
        match item.state:
            case ItemState.CHECKED if item.result is not None:
                return self._checked(item.result)
            case ItemState.KNOWN:
                return Cell(_("Here already"), mark="shield", colour=Colour.OK)
            case ItemState.TAKEN if item.result is not None:
                return self._taken(item.result.bundle)
            case ItemState.REQUEST:
                return Cell(_("Compare the words"), mark="key", colour=Colour.WARN)
            case ItemState.ACCEPTED:
                return Cell(_("Known from now on"), mark="done", colour=Colour.OK)
        return Cell(_("Refused"), mark="stop", colour=Colour.BAD)

    def _checked(self, result: ImportResult) -> Cell:
        tr = self._desk.translator
        _ = tr.gettext
        if result.forks:
            return Cell(_("Numbers used twice"), mark="stop", colour=Colour.BAD)
        if result.gaps:
            return Cell(_("Checked, something is missing"), mark="alert", colour=Colour.WARN)
        if result.conflicts:
            words = tr.ngettext("Checked, {n} conflict", "Checked, {n} conflicts", result.conflicts)
            return Cell(fill(words, n=number(tr, result.conflicts)), mark="fork", colour=Colour.WARN)
        return Cell(_("Checked, ready"), mark="done", colour=Colour.OK)

    def _item_content(self, item: InboxItem) -> tuple[Cell, Cell]:
        tr = self._desk.translator
        _ = tr.gettext
        result = item.result
        if item.error is not None:
            return Cell(""), Cell(_("nothing taken in"))
        if result is None:
            return Cell(""), Cell(_("keys of a laptop"))
        if result.was_known:
            return Cell(""), Cell(_("nothing new"))
        parts = _("{new} new, {changed} changed")
        content = fill(parts, new=number(tr, result.new), changed=number(tr, result.changed))
        return Cell(number(tr, result.profiles), number=True), Cell(content)


def sender_words(desk: Desk, peer: Peer | None) -> str:
    """Centre and name of a machine, as people there call it."""
    _ = desk.translator.gettext
    if peer is None:
        return _("A laptop that is not known any more")
    return fill(_("{centre}, {laptop}"), centre=peer.centre, laptop=peer.name) if peer.centre else peer.name
