"""The sheet of show-mode: question above, board, then the two ways not to answer, and "done"."""

from dataclasses import dataclass
from itertools import pairwise, product

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from s2w_desktop.domain.answers import Answer, NoAnswer
from s2w_desktop.domain.profile import Profile
from s2w_desktop.i18n import labels
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.ui.forms.placed import PlacedQuestion
from s2w_desktop.ui.kit.card import KeyCap
from s2w_desktop.ui.kit.pictograms import NO_ANSWER
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.words import Words
from s2w_desktop.ui.show.board import Board, Shape
from s2w_desktop.ui.show.boards import make_board
from s2w_desktop.ui.show.choosing import GAP
from s2w_desktop.ui.show.listening import SpokenBoard
from s2w_desktop.ui.show.pictures import pictogram, sign
from s2w_desktop.ui.show.tile import LEAST_TARGET, Arrangement, BigWords, ShowTile, TileText
from s2w_desktop.ui.show.type import LAST_RESORT, sizes

_REASONS = (NoAnswer.UNKNOWN, NoAnswer.REFUSED)
_WIDE = 1200  # from here on with the margins of a large screen
_FEET = (88, 144, 208)  # heights of the row below: words in one line, two or three
_BELOW = 10  # between the question and the board


@dataclass(frozen=True)
class Plan:
    """How the sheet stands: the shape of the board, the size of the type, the height of the row below."""

    shape: Shape
    px: int
    foot: int


class ShowSheet(QWidget):
    """Finds the largest type with which everything fits: many tiles on a page first, then fewer."""

    answered = Signal(object)  # Answer | None
    done = Signal()
    replay_asked = Signal()

    def __init__(self, theme: Theme, person: Translator) -> None:
        super().__init__()
        self.theme, self._tr = theme, person
        self._question: PlacedQuestion | None = None
        self._asked = BigWords(theme, Words("", person.code))
        self._board: Board = SpokenBoard(theme, Words("", person.code))
        self._escape = KeyCap(theme, "Esc")
        self._replay: ShowTile | None = None
        self._reasons = {reason: self._reason_tile(reason) for reason in _REASONS}
        done = TileText(Words(person.gettext("Done"), person.code))
        self._done = ShowTile(theme, done, draw=sign(theme, "check"), quiet=True)
        for part in (self._asked, self._board, *self._reasons.values(), self._done, self._escape):
            part.setParent(self)  # in the order of reading, which is that of Tab
        self._done.clicked.connect(self.done)
        theme.changed.connect(self._lay_out)

    @property
    def question(self) -> PlacedQuestion | None:
        """What is asked."""
        return self._question

    @property
    def asked(self) -> BigWords:
        """The question in large type."""
        return self._asked

    @property
    def board(self) -> Board:
        """Where it is answered."""
        return self._board

    @property
    def reasons(self) -> dict[NoAnswer, ShowTile]:
        """The ways not to answer."""
        return self._reasons

    @property
    def done_tile(self) -> ShowTile:
        """The tile that ends."""
        return self._done

    def show_question(self, question: PlacedQuestion, profile: Profile) -> None:
        """Ask a question, with the answer it has."""
        self._question = question
        self._asked.set_words(question.words(self._tr, profile))
        old, self._board = self._board, make_board(self.theme, self._tr, question, profile)
        self._board.setParent(self)
        self._board.answered.connect(self._on_answered)
        for part in (old, *old.arrows):
            part.hide()
            part.deleteLater()
        for arrow in self._board.arrows:
            arrow.setParent(self)
        first = next(iter(self._reasons.values()))
        self._board.stackUnder(first)
        self._order_tabs()
        self.show_answer(profile.get(question.path))
        self._board.show()
        self._lay_out()

    def show_answer(self, answer: Answer | None) -> None:
        """Show another answer by program."""
        for reason, tile in self._reasons.items():
            tile.setChecked(answer is reason)
        self._board.show_answer(answer)
        if isinstance(self._board, SpokenBoard) and self._question is not None:
            written = None if isinstance(answer, NoAnswer) else answer
            self._board.set_words(self._question.answer_words(self._tr, written))
            self._lay_out()

    @property
    def replay_tile(self) -> ShowTile | None:
        """The tile that plays the question, while that is offered."""
        return self._replay

    def offer_replay(self, *, offered: bool) -> None:
        """Show a tile that plays the question, or none. F6 does the same."""
        old, self._replay = self._replay, None
        if old is not None:
            old.hide()
            old.deleteLater()
        if offered:
            self._replay = ShowTile(
                self.theme, TileText(Words("")), quiet=True, draw=sign(self.theme, "sound", mirrored=self._tr.is_rtl)
            )
            self._replay.setParent(self)
            self._replay.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._replay.setCheckable(True)
            self._replay.clicked.connect(self._on_replay)
            self.show_playing(is_playing=False)
        self._lay_out()

    def show_playing(self, *, is_playing: bool) -> None:
        """Show whether the question is heard now."""
        if self._replay is not None:
            _ = self._tr.gettext
            self._replay.setChecked(is_playing)
            name = _("Stop the recording") if is_playing else _("Play this question")
            self._replay.set_text(TileText(Words("", self._tr.code), name=name))

    def give_reason(self, reason: NoAnswer) -> None:
        """The person gives no answer; the same again takes that back."""
        self._reasons[reason].click()

    def press(self, event: QKeyEvent) -> None:
        """Take a key that the focused tile left."""
        if not self._board.press(event):
            event.ignore()

    def take_focus(self) -> None:
        """Put the focus where answering begins."""
        if not self._board.take_focus():
            self._reasons[_REASONS[0]].setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._lay_out()
        return super().event(event)

    # --- what the person does ---

    def _on_answered(self, answer: Answer | None) -> None:
        for tile in self._reasons.values():
            tile.setChecked(False)
        self.answered.emit(answer)

    def _on_reason(self) -> None:
        sender = self.sender()
        for reason, tile in self._reasons.items():
            if tile is sender:
                given = reason if tile.isChecked() else None
            else:
                tile.setChecked(False)
        self._board.show_answer(None)
        self.answered.emit(given)

    def _on_replay(self) -> None:
        if self._replay is not None:
            self._replay.setChecked(False)  # what plays says so itself, see `show_playing`
        self.replay_asked.emit()

    # --- parts and geometry ---

    def _reason_tile(self, reason: NoAnswer) -> ShowTile:
        words = Words(labels.said_no_answer(self._tr, reason), self._tr.code)
        tile = ShowTile(self.theme, TileText(words), draw=pictogram(self.theme, NO_ANSWER, reason.value), quiet=True)
        tile.setCheckable(True)
        tile.clicked.connect(self._on_reason)
        return tile

    def _order_tabs(self) -> None:
        """Tab goes from the board to the reasons and to "done"."""
        stops = [*self._board.arrows, *self._board.findChildren(ShowTile), *self._reasons.values(), self._done]
        for one, other in pairwise(stops):
            self.setTabOrder(one, other)

    def _lay_out(self) -> None:
        if self.width() < LEAST_TARGET or self.height() < LEAST_TARGET:
            return
        plan, edge = self._plan(), self._margin() // 2
        asked, head = self._question_width(plan.shape), self._head_height(plan.shape, plan.px)
        self._put(self._asked, QRect(self._margin(), edge, asked, head))
        self._lay_out_corner(plan.shape, head)
        self._put(self._board, QRect(self._margin(), edge + head + _BELOW, self._inner(), self._board_height(plan)))
        top, start, foot_px = self.height() - edge - plan.foot, self._margin(), self._foot_px(plan)
        for tile, width in zip(self._foot_tiles(), self._foot_widths(foot_px), strict=True):
            self._put(tile, QRect(start, top, width, plan.foot))
            start += width + GAP
            tile.set_px(foot_px)
        self._asked.set_px(plan.px)
        self._board.settle(plan.shape, plan.px)

    def _lay_out_corner(self, shape: Shape, head: int) -> None:
        """At the end of the first line: the arrows where there are more pages, and the key that ends."""
        cap, edge = self._cap_size(), self._margin() // 2
        end = self.width() - self._margin() - cap.width()
        self._put(self._escape, QRect(end, edge + (min(head, LEAST_TARGET) - cap.height()) // 2, cap.width(), cap.height()))
        arrows = self._board.arrows
        for number, arrow in enumerate(arrows):
            left = end - (len(arrows) - number) * (LEAST_TARGET + GAP // 2) - GAP // 2
            self._put(arrow, QRect(left, edge, LEAST_TARGET, LEAST_TARGET))
            arrow.setVisible(self._board.needs_arrows(shape))
        if self._replay is not None:
            left = end - (self._arrows_shown(shape) + 1) * (LEAST_TARGET + GAP // 2) - GAP // 2
            self._put(self._replay, QRect(left, edge, LEAST_TARGET, LEAST_TARGET))

    def _plan(self) -> Plan:
        """The first shape that holds everything, with all signs at the foot if they fit, the lowest foot and the largest type."""
        for steps, shape in product((sizes(self.theme), LAST_RESORT), self._board.shapes()):
            fitting = [plan for foot, px in product(_FEET, steps) if self._fits(plan := Plan(shape, px, foot))]
            if fitting:
                return next((plan for plan in fitting if self._has_all_signs(plan)), fitting[0])
        return Plan((1, 1), LAST_RESORT[-1], _FEET[0])

    def _has_all_signs(self, plan: Plan) -> bool:
        return all(one is not None and one.picture is not None for one in self._foot(plan, self._foot_px(plan)))

    def _foot(self, plan: Plan, px: int) -> list[Arrangement | None]:
        """How the tiles at the foot hold what they say at a size of type."""
        widths = zip(self._foot_tiles(), self._foot_widths(px), strict=True)
        return [tile.arrangement(QSize(width, plan.foot), px) for tile, width in widths]

    def _foot_px(self, plan: Plan) -> int:
        """The size at which most of them have their signs, and the largest: who does not read goes by the signs."""

        def signs(px: int) -> tuple[int, float, int]:
            sides = [one.picture.w for one in self._foot(plan, px) if one is not None and one.picture is not None]
            return len(sides), min(sides, default=0.0), px

        return max((px for px in {*sizes(self.theme), plan.px} if px <= plan.px), key=signs)

    def _fits(self, plan: Plan) -> bool:
        if None in self._foot(plan, plan.px):
            return False
        room = QSize(self._inner(), self._board_height(plan))
        asked = self._question_width(plan.shape)
        fits_above = self._asked.need(asked, plan.px).width() <= asked
        return fits_above and room.height() > 0 and self._board.fits(plan.shape, room, plan.px)

    def _head_height(self, shape: Shape, px: int) -> int:
        asked = self._asked.need(self._question_width(shape), px).height()
        return max(asked, LEAST_TARGET if self._arrows_shown(shape) or self._replay is not None else 0)

    def _board_height(self, plan: Plan) -> int:
        edges = 2 * (self._margin() // 2) + _BELOW + GAP
        return self.height() - edges - self._head_height(plan.shape, plan.px) - plan.foot

    def _foot_tiles(self) -> tuple[ShowTile, ...]:
        return (*self._reasons.values(), self._done)

    def _foot_widths(self, px: int) -> tuple[int, ...]:
        """As much as each needs for its sign and a line, and an equal part of the rest; else in several lines beside "done"."""
        tiles = self._foot_tiles()
        room = self._inner() - GAP * (len(tiles) - 1)
        needs = [tile.line_width(px) for tile in tiles]
        rest = room - sum(needs)
        if rest >= 0:
            return tuple(need + rest // len(tiles) for need in needs)
        done = min(needs[-1], room // 3)
        return (room - done) // 2, (room - done) // 2, done

    def _question_width(self, shape: Shape) -> int:
        tiles = self._arrows_shown(shape) + (self._replay is not None)
        return self._inner() - self._cap_size().width() - GAP - tiles * (LEAST_TARGET + GAP // 2)

    def _arrows_shown(self, shape: Shape) -> int:
        return len(self._board.arrows) if self._board.needs_arrows(shape) else 0

    def _inner(self) -> int:
        return self.width() - 2 * self._margin()

    def _cap_size(self) -> QSize:
        return self._escape.sizeHint().expandedTo(self._escape.minimumSize())

    def _margin(self) -> int:
        return 44 if self.width() >= _WIDE else 24

    def _put(self, part: QWidget, place: QRect) -> None:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            place.moveLeft(self.width() - place.x() - place.width())
        part.setGeometry(place)
        part.show()
