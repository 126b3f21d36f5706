"""Every key of the program, declared once: the bindings and the page of keys (F1) are both made from this table.

No shortcut is a single character, and none holds Ctrl and Alt together, for that is AltGr on many keyboards (UX-46).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from s2w_desktop.domain.answers import NoAnswer
from s2w_desktop.i18n.labels_states import NO_ANSWERS
from s2w_desktop.i18n.marks import N_, Message
from s2w_desktop.i18n.translator import Translator


class Where(Enum):
    """Where a key works; the value says how Qt knows that somebody is there."""

    EVERYWHERE = ("everywhere", Qt.ShortcutContext.ApplicationShortcut)
    PROFILES = ("profiles", Qt.ShortcutContext.WindowShortcut)
    DIRECTORY = ("directory", Qt.ShortcutContext.WindowShortcut)
    INTERVIEW = ("interview", Qt.ShortcutContext.WidgetWithChildrenShortcut)
    ENTRIES = ("entries", Qt.ShortcutContext.WidgetWithChildrenShortcut)
    SHOWING = ("showing", Qt.ShortcutContext.WindowShortcut)
    ASIDE = ("aside", Qt.ShortcutContext.WidgetWithChildrenShortcut)

    @property
    def context(self) -> Qt.ShortcutContext:
        """How Qt knows that somebody is there."""
        return self.value[1]


@dataclass(frozen=True)
class Shortcut:
    """Keys, in Qt's portable spelling, with what they do there. The first is the one that is shown."""

    where: Where
    words: str | Message
    keys: tuple[str, ...]

    @property
    def shown(self) -> str:
        """The keys as people read them."""
        return self.keys[0]

    def say(self, tr: Translator) -> str:
        """What the keys do."""
        return tr.say(self.words) if isinstance(self.words, Message) else tr.gettext(self.words)


class Act(Enum):
    """What a key of ours does. Each is bound wherever `where` says, see `bind`."""

    KEYS = Shortcut(Where.EVERYWHERE, N_("Help on this page, and all keys"), ("F1",))
    LANGUAGE = Shortcut(Where.EVERYWHERE, N_("Choose the language of this program"), ("F4",))
    COVER = Shortcut(Where.EVERYWHERE, N_("Hide everything at once; press again within 5 seconds to return"), ("F12",))
    PAUSE = Shortcut(Where.EVERYWHERE, N_("Pause: hide everything, go on with the passphrase"), ("Ctrl+L",))
    QUIT = Shortcut(Where.EVERYWHERE, N_("Save everything and leave the program"), ("Ctrl+Q",))
    SEARCH = Shortcut(Where.PROFILES, N_("Search"), ("Ctrl+K",))
    NEW_INTERVIEW = Shortcut(Where.PROFILES, N_("New interview"), ("Ctrl+N",))
    SEARCH_SERVICES = Shortcut(Where.DIRECTORY, N_("Search"), ("Ctrl+K",))
    REFUSED = Shortcut(Where.INTERVIEW, NO_ANSWERS[NoAnswer.REFUSED], ("Ctrl+1",))
    UNKNOWN = Shortcut(Where.INTERVIEW, NO_ANSWERS[NoAnswer.UNKNOWN], ("Ctrl+2",))
    NOT_APPLICABLE = Shortcut(Where.INTERVIEW, NO_ANSWERS[NoAnswer.NOT_APPLICABLE], ("Ctrl+3",))
    NOT_ASKED = Shortcut(Where.INTERVIEW, NO_ANSWERS[NoAnswer.NOT_ASKED], ("Ctrl+4",))
    REMARK = Shortcut(Where.INTERVIEW, N_("Private remark on this question"), ("Ctrl+R",))
    NEXT_OPEN = Shortcut(Where.INTERVIEW, N_("Go to the next open question"), ("F7",))
    CHECK = Shortcut(Where.INTERVIEW, N_("Check what is open"), ("F8",))
    SHOW = Shortcut(Where.INTERVIEW, N_("Show the question to the person"), ("F9",))
    REPLAY = Shortcut(Where.INTERVIEW, N_("Play the recording of the question, where there is one; or stop it"), ("F6",))
    LOUDER = Shortcut(Where.INTERVIEW, N_("Play recordings louder; after the loudest, quietly again"), ("Shift+F6",))
    SECTION_BEFORE = Shortcut(Where.INTERVIEW, N_("Go to the section before"), ("Alt+PgUp",))
    SECTION_AFTER = Shortcut(Where.INTERVIEW, N_("Go to the next section"), ("Alt+PgDown",))
    UNDO = Shortcut(Where.INTERVIEW, N_("Undo"), ("Ctrl+Z",))
    REDO = Shortcut(Where.INTERVIEW, N_("Redo"), ("Ctrl+Shift+Z",))
    ADD_ENTRY = Shortcut(Where.ENTRIES, N_("Add an entry"), ("Ctrl+Enter", "Ctrl+Return"))  # of the number pad; the large one
    COPY_ENTRY = Shortcut(Where.ENTRIES, N_("Copy an entry"), ("Ctrl+D",))
    ENTRY_UP = Shortcut(Where.ENTRIES, N_("Move an entry up"), ("Alt+Up",))
    ENTRY_DOWN = Shortcut(Where.ENTRIES, N_("Move an entry down"), ("Alt+Down",))
    BACK = Shortcut(Where.ASIDE, N_("Go back"), ("Esc",))

    @property
    def shown(self) -> str:
        """The keys as people read them."""
        return self.value.shown


REASON_ACTS = {
    NoAnswer.REFUSED: Act.REFUSED,
    NoAnswer.UNKNOWN: Act.UNKNOWN,
    NoAnswer.NOT_APPLICABLE: Act.NOT_APPLICABLE,
    NoAnswer.NOT_ASKED: Act.NOT_ASKED,
}
BY_WIDGETS = (
    Shortcut(Where.EVERYWHERE, N_("Close a list, a menu or this page"), ("Esc",)),
    Shortcut(Where.EVERYWHERE, N_("To the next field; with Shift to the one before"), ("Tab",)),
    Shortcut(Where.PROFILES, N_("Open the chosen profile"), ("Enter", "Return")),
    Shortcut(Where.ENTRIES, N_("From the line of an entry to the line before or after"), ("Up", "Down")),
    Shortcut(Where.SHOWING, N_("Choose the answer with this number; 2 to 9 too"), ("1",)),
    Shortcut(Where.SHOWING, N_("Further answers; with Page Up those before"), ("PgDown",)),
    Shortcut(Where.SHOWING, N_("Show the next question"), ("Ctrl+PgDown",)),
    Shortcut(Where.SHOWING, N_("Show the question before"), ("Ctrl+PgUp",)),
    Shortcut(Where.SHOWING, Act.REPLAY.value.words, Act.REPLAY.value.keys),
    Shortcut(Where.SHOWING, Act.LOUDER.value.words, Act.LOUDER.value.keys),
    Shortcut(Where.SHOWING, N_("Go back to the interview"), ("Esc", "F9")),
)
"""Keys that the widgets themselves understand: listed, and never bound by us."""


def acts_at(where: Where) -> tuple[Act, ...]:
    """What has a key there, in the order of the page of keys."""
    return tuple(act for act in Act if act.value.where is where)


def bind(owner: QWidget, where: Where, slots: Mapping[Act, Callable[[], object]]) -> None:
    """Bind every key of a place to its slot. Raises ValueError unless the slots are for exactly the acts of that place."""
    if slots.keys() != set(acts_at(where)):
        raise ValueError(f"keys that are listed and keys that are bound differ: {where.name}")
    for act, slot in slots.items():
        shortcut = QShortcut(owner)
        shortcut.setKeys([QKeySequence(keys) for keys in act.value.keys])
        shortcut.setContext(where.context)
        shortcut.activated.connect(slot)


class KeysBeforeFields(QObject):
    """Lets the keys of some places win over text fields inside a page, which would take Ctrl+Z and others for themselves."""

    def __init__(self, page: QWidget, places: tuple[Where, ...]) -> None:
        super().__init__(page)
        ours = (keys for act in Act if act.value.where in places for keys in act.value.keys)
        self._ours = frozenset(QKeySequence(keys).toString() for keys in ours)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._is_ours(event):
            event.ignore()  # and so it stays the key of the page
            return True
        return super().eventFilter(watched, event)

    def _is_ours(self, event: QKeyEvent) -> bool:
        return QKeySequence(event.keyCombination()).toString() in self._ours

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        page = self.parent()
        if isinstance(new, QLineEdit | QPlainTextEdit) and isinstance(page, QWidget) and page.isAncestorOf(new):
            new.installEventFilter(self)  # the same filter again replaces itself
