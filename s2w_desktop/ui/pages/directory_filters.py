"""What the directory is narrowed by: kind of entry, topic, residence status, language spoken, town."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from s2w_desktop.domain.folding import folded
from s2w_desktop.i18n.country_lines import table_words
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.i18n.labels import choice
from s2w_desktop.i18n.names import language_name
from s2w_desktop.services.directory import CountryDirectory, DirectoryQuery
from s2w_desktop.ui.choice_button import ChoiceButton
from s2w_desktop.ui.desk import Desk

ALL = "all"


class DirectoryFilters(QObject):
    """Five buttons; `changed` when a person chose something on one of them."""

    changed = Signal()

    def __init__(self, desk: Desk, directory: CountryDirectory) -> None:
        super().__init__()
        tr = desk.translator
        _ = tr.gettext
        theme, everything = desk.theme, (ALL, tr.pgettext("filter", "all"))

        def button(options: Sequence[tuple[str, str]], say: Callable[[str], str], icon: str = "") -> ChoiceButton:
            made = ChoiceButton(theme, [everything, *options], say, icon=icon)
            made.chosen.connect(self.changed)
            return made

        languages = sorted(((code, language_name(tr, code)) for code in directory.spoken()), key=lambda pair: folded(pair[1]))
        tables = [(table, table_words(tr, table)) for table in directory.tables()]
        self.table = button(tables, lambda words: fill(_("Kind: {kind}"), kind=words), "filter")
        topics = [(code, choice(tr, "recommendation", code)) for code in directory.topics()]
        self.topic = button(topics, lambda words: fill(_("Helps with: {topic}"), topic=words))
        statuses = [(code, choice(tr, "legal_status", code)) for code in directory.statuses()]
        self.status = button(statuses, lambda words: fill(_("Status: {status}"), status=words))
        self.language = button(languages, lambda words: fill(_("Spoken: {language}"), language=words))
        self.town = button([(town, town) for town in directory.towns()], lambda words: fill(_("Town: {town}"), town=words))

    @property
    def buttons(self) -> tuple[ChoiceButton, ...]:
        """All of them, in the order in which they stand."""
        return (self.table, self.topic, self.status, self.language, self.town)

    def query(self, typed: str) -> DirectoryQuery:
        """What is looked for with these filters."""
        table, topic, status, language, town = ("" if key == ALL else key for key in self.keys())
        return DirectoryQuery(typed, table, topic, status, language, town)

    def keys(self) -> tuple[str, ...]:
        """What is chosen, for `set_keys`."""
        return tuple(button.value() for button in self.buttons)

    def set_keys(self, keys: Sequence[str]) -> None:
        """Choose by program; emits nothing."""
        for button, key in zip(self.buttons, keys, strict=True):
            button.set_value(key)

    def clear(self) -> None:
        """Leave nothing out."""
        self.set_keys([ALL] * len(self.buttons))
