"""The private remark on one question: a quiet sign in the corner of the card, and a box that opens below the answer.

The sign is made for the active question and for those that have a remark, so a long section pays nothing for the others.
The words stand open only while somebody writes: the person may look at the same screen.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSize, Qt, Signal

from s2w_desktop.domain.canonical import kept_line
from s2w_desktop.domain.fields import REMARK, remark_path
from s2w_desktop.domain.history import Claim
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.ui.forms.input import Asked
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.fields import TextArea
from s2w_desktop.ui.kit.panel import Panel, column, row
from s2w_desktop.ui.kit.text import Label, Mark
from s2w_desktop.ui.kit.tokens import Colour, Role
from s2w_desktop.ui.shortcuts import Act

_SIGN, _ABOVE, _OUT = 15, 9, 2


class _Corner(Button):
    """The sign: drawn quietly where there is no remark yet, and as a mark where there is one."""

    def __init__(self, asked: Asked) -> None:
        self._ink = Colour.MUTED
        super().__init__(asked.theme, "", ButtonKind.CORNER, icon="note")
        self._asked = asked
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a key and a button beside the questions do the same

    def tell(self, *, has_remark: bool, is_disputed: bool) -> None:
        """Say whether there is a remark."""
        _ = self._asked.voices.own.gettext
        words = _("Has a private remark") if has_remark else _("Private remark on this question")
        if is_disputed:
            words = _("Colleagues remarked different things")
        self.setAccessibleName(f"{self._asked.name}: {words}")
        self.setToolTip(f"{words} ({Act.REMARK.shown})")
        self._ink = Colour.WARN if is_disputed else Colour.ACCENT if has_remark else Colour.MUTED
        self._draw_icon()

    def _draw_icon(self) -> None:
        side = self.theme.px(_SIGN)
        self.setIcon(self.theme.icon("note", self._ink))
        self.setIconSize(QSize(side, side))


class QuestionRemark(QObject):
    """The remark of a question block, with its two faces."""

    edited = Signal(str, object)  # path of the remark, str | None
    left = Signal(str)
    folded = Signal()  # the caret goes back to the answer

    def __init__(self, block: Panel, asked: Asked, path: str) -> None:
        super().__init__(block)
        self._asked, self._path = asked, remark_path(path)
        self._question = path
        self._text, self._is_disputed, self._is_offered = "", False, False
        self._corner: _Corner | None = None
        self._box: Panel | None = None
        self._area: TextArea | None = None

    @property
    def area(self) -> TextArea | None:
        """Where the words are typed, while that is open."""
        return self._area if self._box is not None and not self._box.isHidden() else None

    @property
    def corner(self) -> Button | None:
        """The sign, where there is one."""
        return self._corner

    def show_text(self, text: str) -> None:
        """Show a remark by program."""
        self._text = text
        if self.area is not None:
            self.area.set_text(text)
        self._tell()

    def show_conflict(self, claims: Sequence[Claim]) -> None:
        """What colleagues remarked apart stands below each other; who opens it keeps all of it, and can tidy up."""
        self._is_disputed = bool(claims)
        if claims:
            self._text = "\n".join(dict.fromkeys(claim.plain for claim in claims if isinstance(claim.plain, str)))
        self._tell()

    def offer(self) -> None:
        """The question is active: the sign stands there, whether there is a remark or not."""
        self._is_offered = True
        self._tell()

    def rest(self) -> None:
        """Another question is active: the words are folded away, the sign stays where there is a remark."""
        self._is_offered = False
        self._put_away()
        self._tell()

    def toggle(self) -> None:
        """Open the box with the caret in it; or fold it away when the caret is there."""
        area = self.area
        if area is not None and area.hasFocus():
            self._fold()
            return
        self._open().setFocus()

    def place(self) -> None:
        """Put the sign into the corner of the card, beside the question; it goes wherever the question goes."""
        block, corner = self._block(), self._corner
        if corner is None:
            return
        card = block.parentWidget()
        if card is None:
            return
        if corner.parentWidget() is not card:
            corner.setParent(card)
        corner.adjustSize()
        mirrored = card.layoutDirection() == Qt.LayoutDirection.RightToLeft
        top = block.y() - min(block.y(), self._asked.theme.px(_ABOVE))
        corner.move(-_OUT if mirrored else card.width() - corner.width() + _OUT, top)
        corner.setVisible(not block.isHidden() and bool(self._is_offered or self._text))
        corner.raise_()

    def _block(self) -> Panel:
        """The question block; asked for, because holding it would be a cycle (decisions/0133)."""
        block = self.parent()
        if not isinstance(block, Panel):
            raise TypeError
        return block

    def _tell(self) -> None:
        if self._corner is None and not (self._is_offered or self._text):
            return
        if self._corner is None:
            self._corner = _Corner(self._asked)
            self._corner.clicked.connect(self.toggle)
        self._corner.tell(has_remark=bool(self._text), is_disputed=self._is_disputed)
        self.place()

    def _open(self) -> TextArea:
        if self._area is None or self._box is None:
            self._area, self._box = self._make()
            self._block().add(self._box)
        self._area.set_text(self._text)
        self._box.show()
        if self._is_disputed:
            self._is_disputed = False
            self.edited.emit(self._path, self._text)
        return self._area

    def _make(self) -> tuple[TextArea, Panel]:
        theme, own = self._asked.theme, self._asked.voices.own
        _ = own.gettext
        area = TextArea(theme, f"{self._asked.name}: {_('Private remark')}", lines=2)
        area.edited.connect(self._on_edited)
        area.left.connect(self._on_left)
        title = Label(theme, _("Private remark"), Role.STRONG)
        title.setBuddy(area)
        said = fill(_("For staff. Never shown, never printed for the person. {keys} closes it."), keys=Act.REMARK.shown)
        head = row(theme, Mark(theme, "note", Colour.TEXT, size=18), title, None, gap=8)
        return area, column(theme, head, area, Label(theme, said, Role.CAPTION, wrap=True), gap=5)

    def _fold(self) -> None:
        self._put_away()
        self.folded.emit()

    def _put_away(self) -> None:
        """Hide the words, and leave none behind in what is hidden."""
        if self._area is not None and self._box is not None:
            self._box.hide()
            self._area.set_text("")

    def _on_edited(self, text: str) -> None:
        self._text = kept_line(text, REMARK.max_length)
        self.edited.emit(self._path, self._text or None)
        self._tell()

    def _on_left(self) -> None:
        self.left.emit(self._question)
