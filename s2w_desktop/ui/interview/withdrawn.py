"""When the person takes back the word on copies or the photo: what is still there is offered to be taken out, at once."""

from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from s2w_desktop.i18n.formats import number
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.services.attachments import Attachments
from s2w_desktop.ui.decision import Decision, Way
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.editor import ProfileEditor
from s2w_desktop.ui.kit.buttons import ButtonKind
from s2w_desktop.ui.kit.card import NoticeText

LEAVE, TAKE_OUT = "leave", "take_out"
_SECTION = "consent."


class WithdrawnCopies(QObject):
    """Listens to the answers of the agreement. Nothing is taken out unasked: the officer may have struck the wrong key."""

    def __init__(self, desk: Desk, attachments: Attachments, editor: ProfileEditor, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._attachments, self._editor = desk, attachments, editor
        self._purpose = ""
        self.question: Decision | None = None
        editor.changed.connect(self._on_changed)

    def _on_changed(self, path: str) -> None:
        if not path.startswith(_SECTION):
            return
        self._purpose = path.removeprefix(_SECTION)
        left = self._attachments.without_word(self._editor.session, self._purpose)
        if left:
            self._editor.save_now()
            self._ask(len(left))

    def _ask(self, count: int) -> None:
        tr = self._desk.translator
        _ = tr.gettext
        text = NoticeText(
            _("The person does not agree that this is kept."),
            fill(
                tr.ngettext(
                    "{n} copy is still on this laptop. It is neither sent nor printed any more.",
                    "{n} copies are still on this laptop. They are neither sent nor printed any more.",
                    count,
                ),
                n=number(tr, count),
            ),
            _("Take out what is there, or leave it while you talk about it. Undo brings it back."),
        )
        ways = (Way(LEAVE, _("Leave it for now")), Way(TAKE_OUT, _("Take it out"), ButtonKind.PRIMARY))
        self.question = Decision(self._desk, text, ways, cast("QWidget", self.parent()))
        self.question.chosen.connect(self._on_chosen)
        self.question.open()

    def _on_chosen(self, way: str) -> None:
        if way != TAKE_OUT:
            return
        for path in self._attachments.without_word(self._editor.session, self._purpose):
            self._editor.set_answer(path, None)
        self._editor.save_now()
