"""The check page: every remark and every open question on one list; each row leads to its field (UX-11)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal

from s2w_desktop.domain.asking import asked_sections
from s2w_desktop.domain.completeness import OpenQuestion, open_questions
from s2w_desktop.domain.fields import Questionnaire, SectionSpec
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.rules.issues import Issue, Severity
from s2w_desktop.i18n import labels
from s2w_desktop.i18n.issue_texts import issue_text, severity_words
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.ui.forms.placed import question_at
from s2w_desktop.ui.forms.question import REMARK_TONES
from s2w_desktop.ui.interview.amending import Changes
from s2w_desktop.ui.kit.announce import announce
from s2w_desktop.ui.kit.card import Card
from s2w_desktop.ui.kit.panel import Panel, row
from s2w_desktop.ui.kit.readlist import ReadLine, ReadList, ReadRow
from s2w_desktop.ui.kit.text import Label, Mark
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import Colour, Role
from s2w_desktop.ui.kit.words import Words


@dataclass(frozen=True)
class Found:
    """What the check found: remarks, and questions without an answer or a reason."""

    issues: tuple[Issue, ...]
    open: tuple[OpenQuestion, ...]

    def count_words(self, tr: Translator) -> str:
        """The counts in words; one sentence when nothing was found."""
        counted = Counter(issue.severity for issue in self.issues)
        cannot, check, think = (counted[severity] for severity in Severity)
        left = len(self.open)
        told = (
            (cannot, tr.ngettext("{n} cannot be right", "{n} cannot be right", cannot)),
            (check, tr.ngettext("{n} please check", "{n} please check", check)),
            (think, tr.ngettext("{n} to think of", "{n} to think of", think)),
            (left, tr.ngettext("{n} not asked yet", "{n} not asked yet", left)),
        )
        words = [sentence.format(n=count) for count, sentence in told if count]
        return ", ".join(words) or tr.gettext("Nothing is open, and nothing looks odd.")


def find(questionnaire: Questionnaire, profile: Profile, issues: Sequence[Issue]) -> Found:
    """Everything that is open in a profile."""
    return Found(tuple(issues), tuple(open_questions(questionnaire, profile)))


class CheckPage(Panel):
    """Counts in words, and the list. `place_asked` carries where a chosen row leads."""

    place_asked = Signal(object)  # OpenQuestion

    def __init__(self, theme: Theme, tr: Translator, questionnaire: Questionnaire) -> None:
        super().__init__(theme, gap=10)
        self._tr, self._questionnaire = tr, questionnaire
        self._places: list[OpenQuestion] = []
        _ = tr.gettext
        self._mark = Mark(theme, "done", Colour.OK, ground=Colour.CANVAS)
        self._count = Label(theme, "", Role.HEADING, wrap=True)
        self._list = ReadList(theme, _("What is open"), leads=True)
        self._card = Card(theme, self._list, margins=(0, 4, 0, 4))
        head = row(theme, self._mark, gap=10)
        head.box.addWidget(self._count, 1)
        self._changes = Changes(theme, tr)
        self.add(Label(theme, _("Check"), Role.TITLE), head, self._card, self._changes)
        self._list.chosen.connect(self._on_chosen)

    @property
    def list(self) -> ReadList:
        """The rows."""
        return self._list

    @property
    def count_words(self) -> str:
        """How much is open, in words."""
        return self._count.words.text

    def show_found(self, profile: Profile, found: Found) -> None:
        """Show what is open; said to a screen reader too."""
        self._places = []
        self._list.set_rows(tuple(self._rows(profile, found)))
        words = found.count_words(self._tr)
        self._count.set_words(words)
        self._card.setVisible(bool(self._places))
        self._mark.setVisible(not self._places)
        self._changes.show_profile(profile)
        announce(self._count, words)

    def take_focus(self) -> bool:
        """Put the focus on the list; whether there is anything on it."""
        if self._places:
            self._list.setFocus()
        return bool(self._places)

    def _rows(self, profile: Profile, found: Found) -> Iterator[ReadRow]:
        for section in asked_sections(self._questionnaire, profile):
            issues = [issue for issue in found.issues if issue.path.partition(".")[0] == section.key]
            left = [place for place in found.open if place.section is section]
            if issues or left:
                yield ReadRow("", (self._line(labels.section_title(self._tr, section.key), Role.HEADING),), heading=True)
            yield from (self._issue_row(profile, issue) for issue in issues)
            yield from (self._open_row(profile, place) for place in left)

    def _issue_row(self, profile: Profile, issue: Issue) -> ReadRow:
        asked, text = question_at(self._questionnaire, issue.path), issue_text(self._tr, issue)
        mark, colour = REMARK_TONES[issue.severity]
        lines = (
            ReadLine(asked.words(self._tr, profile), Role.STRONG),
            self._line(f"{text.sentence} {text.suggestion}".strip()),
        )
        key = self._key(OpenQuestion(asked.section, asked.entry, issue.path))
        return ReadRow(key, lines, mark=mark, colour=colour, state=severity_words(self._tr, issue.severity))

    def _open_row(self, profile: Profile, place: OpenQuestion) -> ReadRow:
        tr = self._tr
        words = question_at(self._questionnaire, place.path).words(tr, profile) if place.path else self._missing(place.section)
        return ReadRow(
            self._key(place),
            (ReadLine(words),),
            mark="empty",
            colour=Colour.MUTED,
            state=tr.gettext("Not asked yet"),
        )

    def _missing(self, section: SectionSpec) -> Words:
        return Words(labels.add_entry_words(self._tr, section.key), self._tr.code)

    def _line(self, text: str, role: Role = Role.BODY) -> ReadLine:
        return ReadLine(Words(text, self._tr.code), role)

    def _key(self, place: OpenQuestion) -> str:
        self._places.append(place)
        return str(len(self._places) - 1)

    def _on_chosen(self, key: str) -> None:
        self.place_asked.emit(self._places[int(key)])
