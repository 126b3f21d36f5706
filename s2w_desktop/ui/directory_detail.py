"""One entry of the directory to read through: in the officer's language, and beside it in the person's where the pack has it."""

from dataclasses import dataclass

from s2w_desktop.domain.country.index import Entry
from s2w_desktop.i18n.country_lines import CountryLine, Teller
from s2w_desktop.i18n.formats import day
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.services.directory import CountryDirectory
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.kit.card import Card
from s2w_desktop.ui.kit.panel import ScrollPage
from s2w_desktop.ui.kit.readlist import ReadLine, ReadList, ReadRow
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.tokens import Colour, Role
from s2w_desktop.ui.kit.words import Words


@dataclass(frozen=True)
class _Told:
    """An entry in one language."""

    name: CountryLine | None
    checked: CountryLine
    lines: tuple[CountryLine, ...]


class DirectoryDetail(Card):
    """`list` holds the lines of the entry that is shown."""

    def __init__(self, desk: Desk, directory: CountryDirectory) -> None:
        super().__init__(desk.theme, gap=0, margins=(1, 6, 1, 6))
        self._desk, self._directory = desk, directory
        self._entry: Entry | None = None
        self._other: Translator | None = None
        _ = desk.translator.gettext
        self.list = ReadList(desk.theme, _("What is known of it"))
        self._none = Label(desk.theme, _("Choose an entry to read it."), Role.MUTED, wrap=True)
        self._none.setContentsMargins(14, 10, 14, 10)
        self._page = ScrollPage(self.list)
        self.add(self._none)
        self.box.addWidget(self._page, 1)
        self.show_entry(None)

    @property
    def entry(self) -> Entry | None:
        """What is shown."""
        return self._entry

    def set_other(self, other: Translator | None) -> None:
        """Show a second language beside the officer's, or none."""
        self._other = other
        self.show_entry(self._entry)

    def show_entry(self, entry: Entry | None) -> None:
        """Show another entry from its top, or say what this place is for."""
        self._entry = entry
        self._none.setVisible(entry is None)
        self._page.setVisible(entry is not None)
        if entry is None:
            self.list.set_rows(())
            return
        own = self._told(self._desk.translator, entry, falls_back=True)
        other = self._told(self._other, entry, falls_back=False) if self._other else None
        self.list.set_rows([_head(own, other), self._age(own, other), *_rows(own, other)])
        self._page.verticalScrollBar().setValue(0)

    def _told(self, tr: Translator, entry: Entry, *, falls_back: bool) -> _Told:
        teller = Teller(tr, self._directory.index, falls_back=falls_back)
        return _Told(teller.name(entry), teller.checked(entry.last_verified_on), teller.lines(entry))

    def _age(self, own: _Told, other: _Told | None) -> ReadRow:
        """When somebody last made sure; red, with a sign and a sentence, once the pack should have been looked through."""
        if not self._directory.is_overdue(self._desk.sources.today()):
            return ReadRow(
                "checked",
                (_line(own.checked, Role.CAPTION, Colour.MUTED),),
                _of(other.checked if other else None, Role.CAPTION, Colour.MUTED),
            )
        due = day(self._desk.translator, self._directory.pack.header.review_due)
        old = fill(self._desk.translator.gettext("Should have been checked again by {day}. Ask before you rely on it."), day=due)
        lines = (_line(own.checked, Role.STRONG, Colour.BAD), ReadLine(Words(old), Role.BODY, Colour.BAD))
        return ReadRow("checked", lines, mark="alert", colour=Colour.BAD, state=self._desk.translator.gettext("Old"))


def _head(own: _Told, other: _Told | None) -> ReadRow:
    name = other.name if other else None
    return ReadRow("name", (_line(own.name, Role.HEADING),) if own.name else (), _of(name, Role.HEADING))


def _rows(own: _Told, other: _Told | None) -> list[ReadRow]:
    beside = {line.key: line for line in other.lines} if other else {}
    return [ReadRow(line.key, _named(line), _named(beside[line.key]) if line.key in beside else ()) for line in own.lines]


def _named(line: CountryLine) -> tuple[ReadLine, ...]:
    """The name of a line above its words."""
    name = (ReadLine(Words(line.label, line.language), Role.CAPTION, Colour.MUTED),) if line.label else ()
    return (*name, *(ReadLine(Words(part, line.language)) for part in line.text.split("\n")))


def _of(line: CountryLine | None, role: Role, colour: Colour = Colour.TEXT) -> tuple[ReadLine, ...]:
    return (_line(line, role, colour),) if line else ()


def _line(line: CountryLine, role: Role, colour: Colour = Colour.TEXT) -> ReadLine:
    return ReadLine(Words(line.text, line.language), role, colour)
