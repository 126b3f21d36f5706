"""A section on screen: its heading, then its parts, built one after the other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from s2w_desktop.domain.answers import Answer
from s2w_desktop.domain.fields import FieldKind, FieldSpec, SectionSpec, field_path, remark_path
from s2w_desktop.domain.history import Claim
from s2w_desktop.domain.ids import EntryId
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.remembered_calendar import remembered_calendar
from s2w_desktop.domain.rules.issues import Issue
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.i18n import labels
from s2w_desktop.ui.forms.input import Asked
from s2w_desktop.ui.forms.parts import Part, PartsToBuild
from s2w_desktop.ui.forms.question import QuestionBlock
from s2w_desktop.ui.forms.voices import Voices
from s2w_desktop.ui.kit.card import Card, SectionHeading
from s2w_desktop.ui.kit.panel import Panel, lay_out_now
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import FOOTER, TOP_BAR

_LEAST_HEIGHT = 96  # of a question with its card, as good as always


class Sheet(Panel):
    """What every section sheet can do.

    A sheet builds the parts that are seen first at once, the others one after the other as soon as it was painted: a long section
    opens as fast as a short one, wherever the caret goes. Whoever asks for something that is not built yet gets it built.
    """

    edited = Signal(str, object)  # path, Answer | None
    left = Signal(str)
    made = Signal(object)  # QuestionBlock; the first ones were made before anybody could listen, see `built`
    pushed = Signal(int)  # pixels by which parts that came above pushed down what is on screen

    def __init__(
        self, theme: Theme, voices: Voices, section: SectionSpec, profile: Profile, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, gap=10, parent=parent)
        self.section = section
        self.voices = voices
        self._profile = profile
        self._built: dict[str, QuestionBlock] = {}
        self._issues: Mapping[str, Sequence[Issue]] = {}
        self._conflicts: Mapping[str, Sequence[Claim]] = {}
        titles = voices.both(lambda tr: labels.section_title(tr, section.key))
        quiet = voices.both(lambda tr: labels.section_subtitle(tr, section.key))
        self.add(SectionHeading(theme, *titles, quiet))
        self.waiting = PartsToBuild(self.parts(profile))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._go_on)

    # --- what the sections differ in ---

    def parts(self, profile: Profile) -> Iterable[Part]:
        """What the sheet consists of, from top to bottom."""
        raise NotImplementedError

    def build(self, part: Part) -> None:
        """Build a part and put it where it stands among those that are built."""
        raise NotImplementedError

    def asked_specs(self) -> Iterable[FieldSpec]:
        """The questions of the sheet that are asked now."""
        raise NotImplementedError

    def place(self) -> EntryId | None:
        """The entry whose questions the sheet shows; None for a section that is asked once, or while none is open."""
        raise NotImplementedError

    def refresh(self, profile: Profile) -> None:
        """Show the questions that are asked now and hide the others; answers stay as they are."""
        raise NotImplementedError

    # --- building ---

    def begin(self, place: int = 0) -> None:
        """Build the first parts, with those around a place among them; the others follow when they were painted.

        Above the place stands as much as fills the page, which scrolls there: so nothing moves when the others come.
        """
        page = self.window().height() - self.theme.px(TOP_BAR + FOOTER)
        self._build(self.waiting.begin_at(place, 1 + page // self.theme.px(_LEAST_HEIGHT)))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.waiting and not self._later.isActive():
            self._later.start(0)  # at once: who works by keyboard may be at the last of the first parts already

    def finish(self) -> None:
        """Build what is not built yet."""
        self._build(len(self.waiting))

    @property
    def blocks(self) -> Mapping[str, QuestionBlock]:
        """Every question of the sheet by its path, in reading order."""
        self.finish()
        return self._built

    def asked_blocks(self) -> list[QuestionBlock]:
        """The questions that are asked now, in reading order."""
        paths = [self.path_of(Part(spec, self.place())) for spec in self.asked_specs()]
        return [self.blocks[path] for path in paths]

    @property
    def built(self) -> Mapping[str, QuestionBlock]:
        """The questions that are built already, by path; more may come, see `made`."""
        return self._built

    def block_at(self, path: str) -> QuestionBlock | None:
        """A question of the sheet; None where it has none at this path."""
        part = self.part_at(path)
        if part is not None:
            self._build(self.waiting.count_to(part))
        return self._built.get(path)

    def first_question(self) -> QuestionBlock | None:
        """Where work on the section begins: the first question that is asked and open, else the first that is asked."""
        return self.block_at(self.first_path())

    def first_path(self) -> str:
        """Where that is; empty where nothing is asked."""
        paths = [self.path_of(Part(spec, self.place())) for spec in self.asked_specs()]
        return next((path for path in paths if self._profile.get(path) is None), paths[0] if paths else "")

    def _go_on(self) -> None:
        if self.waiting:
            self._build(1)
            self._later.start(0)

    def _build(self, most: int) -> None:
        """Build the next parts, so many at most. What is on screen gets its room at once, and is never seen without it."""
        left = min(most, len(self.waiting))
        while left and not self.waiting.is_above:
            self.build(self.waiting.take())
            left -= 1
        self._lay_out()
        if left:
            self._build_above(left)

    def _build_above(self, count: int) -> None:
        seen = next((block for block in self._built.values() if block.isVisible()), None)
        before = self._top_of(seen)
        for _ in range(count):
            self.build(self.waiting.take())
        self._put_in_order()
        self._lay_out()
        self.pushed.emit(self._top_of(seen) - before)

    def _put_in_order(self) -> None:
        """From top to bottom, for Tab and for whoever asks, when parts were built that stand above others."""
        order = [self.path_of(part) for part in self.waiting.all]
        self._built = {path: self._built[path] for path in order if path in self._built}
        blocks = list(self._built.values())
        stops = sorted(_stops(self), key=lambda stop: next(i for i, b in enumerate(blocks) if _card(b).isAncestorOf(stop)))
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _lay_out(self) -> None:
        if self.isVisible():
            lay_out_now()

    def _top_of(self, block: QuestionBlock | None) -> int:
        return block.mapTo(self, QPoint(0, 0)).y() if block is not None else 0

    def part_at(self, path: str) -> Part | None:
        """The part that is the question at a path; None where it has none there."""
        return next((part for part in self.waiting.all if part.spec is not None and self.path_of(part) == path), None)

    def path_of(self, part: Part) -> str:
        """Where the answer to a part stands."""
        return field_path(self.section.key, part.spec.key if part.spec else "", part.entry)

    # --- remarks ---

    def show_remarks(self, issues: Mapping[str, Sequence[Issue]]) -> None:
        """Show every remark at its question."""
        self._issues = issues
        for path, block in self._built.items():
            block.show_issues(issues.get(path, ()))

    def show_conflicts(self, conflicts: Mapping[str, Sequence[Claim]]) -> None:
        """Show every conflict at its question."""
        self._conflicts = conflicts
        for path, block in self._built.items():
            block.show_conflict(conflicts.get(path, ()))
            block.remark.show_conflict(conflicts.get(remark_path(path), ()))

    def mark_active(self, active: QuestionBlock | None) -> None:
        """Let the card of the active question stand out; nothing else changes."""
        raise NotImplementedError

    def make_block(self, part: Part, card: Card) -> QuestionBlock:
        """A question of this section with its answer and what is remarked on it, built in its card but not yet laid out."""
        if part.spec is None:
            raise TypeError
        path = self.path_of(part)
        block = QuestionBlock(self._asked_of(part.spec), path, card)
        block.show_answer(self._profile.get(path))
        block.show_issues(self._issues.get(path, ()))
        block.show_conflict(self._conflicts.get(path, ()))
        block.remark.show_text(self._profile.text(remark_path(path)))
        block.remark.show_conflict(self._conflicts.get(remark_path(path), ()))
        block.remark.edited.connect(self._on_edited)
        block.remark.left.connect(self.left)
        block.edited.connect(self._on_edited)
        block.left.connect(self.left)
        self._built[path] = block
        self.made.emit(block)
        return block

    def _asked_of(self, spec: FieldSpec) -> Asked:
        asked = Asked(self.theme, self.voices, self.section.key, spec)
        if spec.kind is not FieldKind.DATE:
            return asked
        return replace(asked, calendar=remembered_calendar(self._profile, self.voices.spoken))

    def _on_edited(self, path: str, answer: Answer | None) -> None:
        if isinstance(answer, SaidDate):
            for block in self._built.values():
                block.suggest_calendar(answer.calendar)
        self.edited.emit(path, answer)


def _card(block: QuestionBlock) -> QWidget:
    """What a question stands on, with its private remark."""
    card = block.parentWidget()
    return block if card is None else card


def _stops(whole: QWidget) -> Iterator[QWidget]:
    """Where Tab, or a click, puts the focus inside a widget, in the present order of Tab."""
    step = whole.nextInFocusChain()
    while step is not None and step is not whole:
        if step.focusPolicy() != Qt.FocusPolicy.NoFocus and whole.isAncestorOf(step):
            yield step
        step = step.nextInFocusChain()
