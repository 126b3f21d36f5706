"""People who may be recorded twice: suggestions with reasons, two profiles side by side, and what somebody decides."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from s2w_desktop.domain.duties import Act
from s2w_desktop.domain.errors import S2wError
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.i18n.formats import number
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.i18n.likeness_words import reason_words
from s2w_desktop.services.claims import ClaimKind
from s2w_desktop.services.duplicates import Pair, PairList
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.errors import NoticeSpot
from s2w_desktop.ui.flow import FlowRow
from s2w_desktop.ui.kit.announce import announce
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.card import Card, EmptyState, NoticeText, PageHead, Tone
from s2w_desktop.ui.kit.panel import ScrollPage, row
from s2w_desktop.ui.kit.rowtable import Cell, Column, Row, RowTable
from s2w_desktop.ui.kit.tokens import HEADER_ROW, ROW_HEIGHT
from s2w_desktop.ui.pages.base import AreaPage
from s2w_desktop.ui.pages.duplicates_detail import DuplicatesDetail
from s2w_desktop.ui.places import FocusPlace
from s2w_desktop.ui.wishes import CountAgain

_TWO_COLUMNS = 820  # a narrower page shows the pair below the list
_LIST_WIDTH = 380
TakeBack = Callable[[], object]


@dataclass(frozen=True)
class DuplicatesPlace:
    """The pairs as they were found, and the one chosen."""

    found: PairList | None
    key: str
    focus: object


@dataclass(frozen=True)
class _Undo:
    """How the last decision is taken back, the list from before it, and the pair."""

    take_back: TakeBack
    found: PairList
    key: str


class DuplicatesPage(AreaPage):
    """Nobody is joined by the program; every decision of a person can be taken back."""

    def __init__(self, desk: Desk, workplace: Workplace) -> None:
        super().__init__(desk)
        self._workplace, self._duplicates = workplace, workplace.office.duplicates
        self._found: PairList | None = None
        self._held = ""
        self._undo: _Undo | None = None
        _, theme = desk.translator.gettext, desk.theme
        self._again = Button(theme, _("Look again"), icon="search")
        self._back = Button(theme, _("Take back the last decision"), icon="undo")
        self._head = PageHead(theme, _("Recorded twice?"), " ", (self._again,))
        self._spot = NoticeSpot(desk)
        self._table = RowTable(theme, _("Pairs"), (Column(_("Case numbers"), 190), Column(_("Why"), 190)))
        self._table.setMinimumSize(theme.px(_LIST_WIDTH), theme.px(HEADER_ROW + ROW_HEIGHT))
        self._detail = DuplicatesDetail(desk)
        self._apart = Button(theme, _("Not the same person"))
        self._link = Button(theme, _("Link: before and after departure"), icon="link")
        self._join = Button(theme, _("Join the two"), ButtonKind.PRIMARY, icon="twins")
        self._empty = EmptyState(theme, "twins", _("Nobody seems to be recorded twice."))
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._show()

    @property
    def table(self) -> RowTable:
        """The pairs."""
        return self._table

    @property
    def detail(self) -> DuplicatesDetail:
        """The chosen pair."""
        return self._detail

    @property
    def spot(self) -> NoticeSpot:
        """Where messages appear."""
        return self._spot

    @property
    def join_button(self) -> Button:
        """Joins the pair as it is chosen."""
        return self._join

    @property
    def apart_button(self) -> Button:
        """Tells the pair apart for good."""
        return self._apart

    @property
    def link_button(self) -> Button:
        """Links a pair that a departure lies between."""
        return self._link

    @property
    def back_button(self) -> Button:
        """Takes the last decision back."""
        return self._back

    def first_focus(self) -> QWidget:
        return self._table if self._found and self._found.pairs else self._again

    def start(self) -> None:
        super().start()
        if self._found is None:
            self.look()

    def place(self) -> object:
        self._let_go()
        return DuplicatesPlace(self._found, self._table.current_key() or "", super().place())

    def restore(self, place: object) -> None:
        if isinstance(place, DuplicatesPlace) and place.found is not None:
            self._found = place.found
            self._show(place.key)
            super().restore(place.focus if isinstance(place.focus, FocusPlace) else None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self.theme.px(_TWO_COLUMNS)
        self._body.box.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def look(self) -> None:
        """Look among all people."""
        _ = self.desk.translator.gettext
        self._spot.clear()
        self._again.setEnabled(False)
        self._head.set_quiet(_("Looking among all people…"))
        self.desk.tasks.run(self._duplicates.look, owner=self, done=self._on_found, failed=self._on_failed)

    # --- showing ---

    def _lay_out(self) -> None:
        theme = self.theme
        self._card = Card(theme, self._table, gap=0, margins=(1, 1, 1, 1))
        self._body = row(theme, gap=16)
        self._body.box.addWidget(self._card, 2)
        self._body.box.addWidget(ScrollPage(self._detail), 3)
        self._stack.addWidget(self._body)
        self._stack.addWidget(self._empty)
        self.add(self._head, self._spot)
        self.box.addWidget(self._stack, 1)
        self._foot = FlowRow(theme, self._apart, self._back, self._link, self._join, last_trails=True)
        self.add(self._foot)

    def _connect(self) -> None:
        self._again.clicked.connect(self.look)
        self._back.clicked.connect(self._on_back)
        self._table.selected.connect(self._on_selected)
        self._table.activated_row.connect(self._on_activated)
        self._detail.swapped.connect(self._on_swapped)
        self._apart.clicked.connect(self._on_apart)
        self._join.clicked.connect(self._on_join)
        self._link.clicked.connect(self._on_link)

    def _show(self, key: str = "") -> None:
        """Show the list, and the pair of a key where it is still there."""
        tr = self.desk.translator
        pairs = self._found.pairs if self._found else ()
        self._table.set_all_rows([self._row(pair) for pair in pairs])
        self._stack.setCurrentWidget(self._empty if self._found and not pairs else self._body)
        self._back.setEnabled(self._undo is not None)
        if self._found is not None:
            words = fill(tr.ngettext("{n} pair", "{n} pairs", len(pairs)), n=number(tr, len(pairs)))
            self._head.set_quiet(f"{words}. {self._common()}" if self._found.common else words)
        place = next((n for n, pair in enumerate(pairs) if _key(pair) == key), 0)
        if pairs:
            self._table.select(place)
        self._show_pair(_key(pairs[place]) if pairs else "")

    def _common(self) -> str:
        tr, common = self.desk.translator, self._found.common if self._found else 0
        template = tr.ngettext(
            "{n} person has a name that very many share, and was not compared with all of these.",
            "{n} people have names that very many share, and were not compared with all of these.",
            common,
        )
        return fill(template, n=number(tr, common))

    def _row(self, pair: Pair) -> Row:
        first, second = (Ltr(one) for one in pair.case_numbers)
        name, rest = (reason_words(self.desk.translator, reasons) for reasons in (pair.reasons[:1], pair.reasons[1:]))
        why = Cell(name, rest)
        return Row(_key(pair), (Cell(first, second, mark="twins", strong=True), why))

    def _pair(self) -> Pair | None:
        key = self._table.current_key()
        return next((pair for pair in (self._found.pairs if self._found else ()) if _key(pair) == key), None)

    def _show_pair(self, key: str) -> None:
        self._let_go()
        pair = self._pair()
        comparison = None
        if pair is not None and key:
            try:
                comparison = self._duplicates.compare(pair.first, pair.second)
            except S2wError as error:
                self._spot.show_failure(error)
        self._detail.show_pair(comparison, pair.reasons if pair else ())
        self._tell()
        if comparison is not None:
            self._take()

    def _tell(self) -> None:
        """Which decisions the chosen pair allows."""
        found, may = self._detail.comparison, self._workplace.permits.may(Act.DECIDE_DUPLICATES)
        self._join.setVisible(found is None or found.can_join)
        self._link.setVisible(found is not None and not found.can_join)
        for button in (self._apart, self._join, self._link):
            button.setEnabled(found is not None and may)
        self._foot.updateGeometry()  # it may take a row less now

    # --- claims ---

    def _take(self) -> None:
        """Take the pair, so that a colleague is told; tell who has it already."""
        _, key = self.desk.translator.gettext, self._table.current_key() or ""
        if not self._workplace.permits.may(Act.DECIDE_DUPLICATES):
            return
        holder = self._workplace.office.claims.take(ClaimKind.DUPLICATE, key)
        if holder.is_me:
            self._held = key
            return
        for button in (self._apart, self._join, self._link):
            button.setEnabled(False)
        over = Button(self.theme, _("Take over"))
        over.clicked.connect(partial(self._on_take_over, key))
        text = NoticeText(
            fill(_("{name} looks at this pair at the moment."), name=holder.name or _("A colleague")),
            _("Nothing was decided yet."),
            _("Choose another pair, or take this one over."),
        )
        self._spot.show_text(text, Tone.WARN, (over,))

    def _let_go(self) -> None:
        if self._held:
            self._workplace.office.claims.release(ClaimKind.DUPLICATE, self._held)
            self._held = ""

    def _on_take_over(self, key: str) -> None:
        self._workplace.office.claims.take_over(ClaimKind.DUPLICATE, key)
        self._held = key
        self._spot.clear()
        self._tell()
        self._table.setFocus()

    # --- what a person does ---

    def _on_found(self, found: PairList) -> None:
        self._again.setEnabled(True)
        key = self._table.current_key() or ""
        self._found, self._undo = found, None
        self._show(key)
        (self._table if found.pairs else self._again).setFocus()

    def _on_failed(self, error: Exception) -> None:
        self._again.setEnabled(True)
        self._show()
        self._spot.show_failure(error)

    def _on_selected(self, key: str) -> None:
        self._spot.clear()
        self._show_pair(key)

    def _on_activated(self, _key: str) -> None:
        target = next((one.group for one in self._detail.rows if one.group is not None), None) or self._join
        target.setFocus()

    def _on_swapped(self) -> None:
        found = self._detail.comparison
        if found is not None:
            self._detail.show_pair(self._duplicates.compare(found.second.id, found.first.id), self._detail.reasons)
            if self._detail.swap is not None:
                self._detail.swap.setFocus()

    def _on_apart(self) -> None:
        _ = self.desk.translator.gettext
        self._decide(self._tell_apart, _("Kept: not the same person."))

    def _on_join(self) -> None:
        _ = self.desk.translator.gettext
        self._decide(self._join_two, _("The two are one person now."))

    def _on_link(self) -> None:
        _ = self.desk.translator.gettext
        self._decide(self._link_two, _("The two are linked now."))

    def _tell_apart(self, kept: ProfileId, other: ProfileId) -> TakeBack:
        self._duplicates.tell_apart(kept, other)
        return partial(self._duplicates.take_back, kept, other)

    def _join_two(self, kept: ProfileId, other: ProfileId) -> TakeBack:
        self._duplicates.joining.join(kept, other, self._detail.picks())
        return partial(self._duplicates.joining.part, other)

    def _link_two(self, kept: ProfileId, other: ProfileId) -> TakeBack:
        self._duplicates.link(kept, other)
        return partial(self._duplicates.unlink, kept, other)

    def _decide(self, act: Callable[[ProfileId, ProfileId], TakeBack], words: str) -> None:
        """Do it, take the pair out of the list, go on with the next one."""
        pair, found, compared = self._pair(), self._found, self._detail.comparison
        if pair is None or found is None or compared is None:
            return
        self._spot.clear()
        try:
            take_back = act(compared.first.id, compared.second.id)
        except S2wError as error:
            self._spot.show_failure(error)
            return
        self._undo = _Undo(take_back, found, _key(pair))
        place = found.pairs.index(pair)
        left = tuple(one for one in found.pairs if one != pair)
        self._found = replace(found, pairs=left)
        self._show(_key(left[min(place, len(left) - 1)]) if left else "")
        self.asked.emit(CountAgain())
        announce(self, words)
        (self._table if left else self._back).setFocus()

    def _on_back(self) -> None:
        _, undo = self.desk.translator.gettext, self._undo
        if undo is None:
            return
        try:
            undo.take_back()
        except S2wError as error:
            self._spot.show_failure(error)
            return
        self._found, self._undo = undo.found, None
        self._show(undo.key)
        self.asked.emit(CountAgain())
        announce(self, _("The decision was taken back."))
        self._table.setFocus()


def _key(pair: Pair) -> str:
    """Names a pair, whichever of the two comes first."""
    return ":".join(sorted((str(pair.first), str(pair.second))))
