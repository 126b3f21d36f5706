"""Two profiles of perhaps one person side by side, with a choice wherever they differ."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal

from s2w_desktop.domain.fields import is_remark
from s2w_desktop.domain.likeness.comparing import Reason
from s2w_desktop.domain.side_by_side import Line, Matter, Pick, Standing
from s2w_desktop.i18n.answer_texts import answer_text
from s2w_desktop.i18n.formats import number
from s2w_desktop.i18n.isolation import Ltr, Phrase, fill
from s2w_desktop.i18n.labels import section_title, short_label
from s2w_desktop.i18n.likeness_words import reason_words, standing_words
from s2w_desktop.services.duplicates import Comparison
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.flow import FlowRow
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.card import Card, Hairline
from s2w_desktop.ui.kit.option import Choice, OptionGroup
from s2w_desktop.ui.kit.panel import Panel, column, lay_out_now, row
from s2w_desktop.ui.kit.text import Label, Mark
from s2w_desktop.ui.kit.tokens import Colour, Role
from s2w_desktop.ui.kit.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARKS: Final = {
    Standing.SAME: ("done", Colour.OK),
    Standing.ONLY_FIRST: ("half", Colour.MUTED),
    Standing.ONLY_SECOND: ("half", Colour.MUTED),
    Standing.DIFFERENT: ("fork", Colour.WARN),
}


class MatterRow(Panel):
    """One question or entry: a mark and words that tell how the two compare, and the answers to choose from."""

    def __init__(self, desk: Desk, matter: Matter) -> None:
        super().__init__(desk.theme, gap=6)
        self._desk, self.matter = desk, matter
        tr, theme = desk.translator, desk.theme
        mark, colour = _MARKS[matter.standing]
        title = self._title()
        how = standing_words(tr, matter.standing)
        words = column(theme, Label(theme, title, Role.STRONG, wrap=True), Label(theme, how, Role.CAPTION, wrap=True), gap=0)
        head = row(theme, Mark(theme, mark, colour), gap=10)
        head.box.addWidget(words, 1)
        self.add(head)
        self.group: OptionGroup | None = None
        if matter.picks:
            choices = [Choice(pick.value, Words(self._said(pick), tr.code)) for pick in matter.picks]
            self.group = OptionGroup(theme, choices, f"{title}: {how}")
            self.group.set_value([matter.usual.value])
            self.add(self.group)
        else:
            self.add(Label(theme, self._said(Pick.FIRST), wrap=True))

    @property
    def pick(self) -> Pick:
        """What is chosen; the usual one where nothing is."""
        chosen = self.group.value() if self.group else ()
        return Pick(chosen[0]) if chosen else self.matter.usual

    def _title(self) -> str:
        tr, matter = self._desk.translator, self.matter
        section = section_title(tr, matter.section.key)
        if matter.is_entry:
            return section
        label = short_label(tr, matter.section.key, matter.lines[0].spec.key)
        template = tr.pgettext("same person", "{section}: remark on {question}") if self._is_remark() else "{section}: {question}"
        return fill(template, section=section, question=label)

    def _is_remark(self) -> bool:
        return is_remark(self.matter.lines[0].path_first)

    def _said(self, pick: Pick) -> Phrase:
        """What one profile says, or that it says nothing; with its number, so that nobody has to know the order."""
        tr = self._desk.translator
        if pick is Pick.BOTH:
            return fill(tr.pgettext("same person", "keep both"))
        is_first = pick is Pick.FIRST
        texts = [text for line in self.matter.lines if (text := self._text(line, is_first=is_first))]
        said = " · ".join(texts) or tr.pgettext("same person", "leave it out")
        if self.matter.standing is Standing.SAME:
            return fill("{answer}", answer=Phrase(said))
        first, second = tr.pgettext("same person", "First: {answer}"), tr.pgettext("same person", "Second: {answer}")
        return fill(first if is_first else second, answer=Phrase(said))

    def _text(self, line: Line, *, is_first: bool) -> str:
        tr, section = self._desk.translator, self.matter.section.key
        answer = answer_text(tr, section, line.spec, line.first if is_first else line.second)
        if not answer or not self.matter.is_entry:
            return fill("{answer}", answer=answer) if answer else ""
        return fill("{question}: {answer}", question=short_label(tr, section, line.spec.key), answer=answer)


class DuplicatesDetail(Card):
    """The chosen pair. `swapped` asks that the other case number stays."""

    swapped = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, gap=12)
        self.desk = desk
        self.comparison: Comparison | None = None
        self.reasons: tuple[Reason, ...] = ()
        self._shows_same = False
        self.rows: Sequence[MatterRow] = ()
        self.swap: Button | None = None
        self.same: Button | None = None

    def show_pair(self, comparison: Comparison | None, reasons: tuple[Reason, ...]) -> None:
        """Show another pair, or none; what was chosen before is gone."""
        self.comparison, self.reasons = comparison, reasons
        self._build()

    def picks(self) -> dict[str, Pick]:
        """What was chosen where the two differ, by the keys of the matters."""
        return {one.matter.key: one.pick for one in self.rows if one.group is not None}

    def _build(self) -> None:
        self.clear()
        self.rows, self.swap, self.same = (), None, None
        found, _ = self.comparison, self.desk.translator.gettext
        if found is None:
            self.add(Label(self.theme, _("Choose a pair to see it side by side."), Role.MUTED, wrap=True), None)
            return
        self._add_head(found)
        shown = [matter for matter in found.matters if self._shows_same or matter.standing is not Standing.SAME]
        self.rows = tuple(MatterRow(self.desk, matter) for matter in shown)
        for one in self.rows:
            self.add(Hairline(), one)
        self.add(None)
        if self.isVisible():
            for one in self.rows:
                one.show()
            lay_out_now()  # else what is painted first is squeezed

    def _add_head(self, found: Comparison) -> None:
        tr, theme = self.desk.translator, self.theme
        _ = tr.gettext
        numbers = [Ltr(profile.text("record.case_number")) for profile in (found.first, found.second)]
        stays = fill(tr.pgettext("same person", "First: {case_number}. This case number stays."), case_number=numbers[0])
        second = fill(tr.pgettext("same person", "Second: {answer}"), answer=numbers[1])
        self.set_name(fill(_("Side by side: {first} and {second}"), first=numbers[0], second=numbers[1]))
        equal = sum(matter.standing is Standing.SAME for matter in found.matters)
        words = tr.ngettext("{n} answer is the same.", "{n} answers are the same.", equal)
        self.add(column(theme, *(Label(theme, one, Role.STRONG, wrap=True) for one in (stays, second)), gap=2))
        told = [reason_words(tr, self.reasons), fill(words, n=number(tr, equal))]
        self.add(column(theme, *(Label(theme, one, Role.MUTED, wrap=True) for one in told), gap=2))
        self.swap = Button(theme, _("Let the other case number stay"), ButtonKind.QUIET)
        self.same = Button(theme, _("Hide equal answers") if self._shows_same else _("Show equal answers"), ButtonKind.QUIET)
        self.swap.clicked.connect(self.swapped)
        self.same.clicked.connect(self._on_same)
        self.add(FlowRow(theme, self.swap, self.same))

    def _on_same(self) -> None:
        picks = self.picks()
        self._shows_same = not self._shows_same
        self._build()
        for one in self.rows:
            if one.group is not None and one.matter.key in picks:
                one.group.set_value([picks[one.matter.key].value])
        if self.same is not None:
            self.same.setFocus()
