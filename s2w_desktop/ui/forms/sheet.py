"""A section on screen: heading, then one card per question."""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from s2w_desktop.domain.answers import Answer
from s2w_desktop.domain.asking import asking_of
from s2w_desktop.domain.fields import FieldKind, FieldSpec, SectionSpec, field_path, remark_path
from s2w_desktop.domain.history import Claim
from s2w_desktop.domain.ids import EntryId
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.remembered_calendar import remembered_calendar
from s2w_desktop.domain.rules.issues import Issue
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.i18n import labels
from s2w_desktop.ui.forms.input import Asked
from s2w_desktop.ui.forms.putting import put_fields
from s2w_desktop.ui.forms.question import QuestionBlock
from s2w_desktop.ui.forms.voices import Voices
from s2w_desktop.ui.kit.card import Card, SectionHeading, Tone
from s2w_desktop.ui.kit.panel import Panel, lay_out_now
from s2w_desktop.ui.kit.theme import Theme

FIRST_PARTS = 5
"""How many parts of a sheet are built before it is painted: about as many as are seen at once."""


@dataclass(frozen=True)
class Part:
    """What a sheet builds in one go: a question, or (without a field) the line of an entry."""

    spec: FieldSpec | None
    entry: EntryId | None = None


class Sheet(Panel):
    """What every section sheet can do.

    A sheet builds its first parts at once, the others one after the other as soon as it was painted: a long section opens as
    fast as a short one. Whoever asks for something that is not built yet gets it built.
    """

    edited = Signal(str, object)  # path, Answer | None
    left = Signal(str)
    made = Signal(object)  # QuestionBlock; the first ones were made before anybody could listen, see `built`

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
        self._waiting = deque(self.parts(profile))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._go_on)

    # --- what the sections differ in ---

    def parts(self, profile: Profile) -> Iterable[Part]:
        """What the sheet consists of, from top to bottom."""
        raise NotImplementedError

    def build(self, part: Part) -> None:
        """Build a part and put it below the ones before."""
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

    def begin(self) -> None:
        """Build the first parts; the others follow when these were painted."""
        self._build(FIRST_PARTS)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._waiting and not self._later.isActive():
            self._later.start(0)  # at once: who works by keyboard may be at the last of the first parts already

    def finish(self) -> None:
        """Build what is not built yet."""
        self._build(len(self._waiting))

    @property
    def blocks(self) -> Mapping[str, QuestionBlock]:
        """Every question of the sheet by its path, in reading order."""
        self.finish()
        return self._built

    def asked_blocks(self) -> list[QuestionBlock]:
        """The questions that are asked now, in reading order."""
        paths = [self._path(Part(spec, self.place())) for spec in self.asked_specs()]
        return [self.blocks[path] for path in paths]

    @property
    def built(self) -> Mapping[str, QuestionBlock]:
        """The questions that are built already, by path; more may come, see `made`."""
        return self._built

    def block_at(self, path: str) -> QuestionBlock | None:
        """A question of the sheet; None where it has none at this path."""
        waiting = [self._path(part) for part in self._waiting]
        if path in waiting:
            self._build(waiting.index(path) + 1)
        return self._built.get(path)

    def first_question(self) -> QuestionBlock | None:
        """Where work on the section begins: the first question that is asked and open, else the first that is asked."""
        paths = [self._path(Part(spec, self.place())) for spec in self.asked_specs()]
        return self.block_at(next((path for path in paths if self._profile.get(path) is None), paths[0] if paths else ""))

    def _go_on(self) -> None:
        if self._waiting:
            self._build(1)
            self._later.start(0)

    def _build(self, most: int) -> None:
        """Build the next parts, so many at most. What is on screen gets its room at once, and is never seen without it."""
        for _ in range(min(most, len(self._waiting))):
            self.build(self._waiting.popleft())
        if self.isVisible():
            lay_out_now()

    def _path(self, part: Part) -> str:
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
        path = self._path(part)
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


class SectionSheet(Sheet):
    """A section whose questions are asked once."""

    def __init__(
        self, theme: Theme, voices: Voices, section: SectionSpec, profile: Profile, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, voices, section, profile, parent)
        self._cards: dict[str, Card] = {}
        self._asked = self._asked_paths(profile)
        self.begin()

    def parts(self, profile: Profile) -> Iterable[Part]:
        return (Part(spec) for spec in asking_of(profile).fields_of(self.section))

    def build(self, part: Part) -> None:
        card = Card(self.theme, parent=self)
        block = self.make_block(part, card)
        card.set_name(block.name)
        self._cards[block.path] = card
        card.add(block)
        self.add(card)
        card.setVisible(block.path in self._asked)

    def asked_specs(self) -> Iterable[FieldSpec]:
        return put_fields(self.voices, self.section, self._profile)

    def place(self) -> None:
        return None

    def refresh(self, profile: Profile) -> None:
        self._profile, self._asked = profile, self._asked_paths(profile)
        for path, card in self._cards.items():
            card.setVisible(path in self._asked)

    def mark_active(self, active: QuestionBlock | None) -> None:
        for path, card in self._cards.items():
            card.set_tone(Tone.ACTIVE if active is not None and path == active.path else Tone.PLAIN)

    def _asked_paths(self, profile: Profile) -> set[str]:
        return {field_path(self.section.key, spec.key) for spec in put_fields(self.voices, self.section, profile)}
