"""The likely skills of a job, asked one by one: yes, with help or no. Each answer is one step of undo."""

import logging
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.pack_errors import PackPartDamaged
from s2w_desktop.domain.sections.skills import SKILL
from s2w_desktop.i18n.fit_words import FitText, fit_text
from s2w_desktop.i18n.job_skill_words import job_skills_title, said_words
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.reference.esco_data import EscoData
from s2w_desktop.services.installed_esco import EscoSource
from s2w_desktop.services.job_skills import LEVELS, AskedSkill, Said, asked_skill, can_ask, has_room, skill_answers, skills_to_ask
from s2w_desktop.services.likely_skills import LikelySkills
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.editor import ProfileEditor
from s2w_desktop.ui.flow import FlowRow
from s2w_desktop.ui.forms.group import GroupSheet
from s2w_desktop.ui.forms.sheet import Sheet
from s2w_desktop.ui.forms.voices import Voices
from s2w_desktop.ui.interview.pair import LanguagePair
from s2w_desktop.ui.interview.stage import SectionStage
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.card import Card, Tone
from s2w_desktop.ui.kit.option import Choice, OptionGroup
from s2w_desktop.ui.kit.panel import Panel, PanelKind, ScrollPage, column
from s2w_desktop.ui.kit.text import BilingualLabel, Label
from s2w_desktop.ui.kit.tokens import Role
from s2w_desktop.ui.titles import window_title
from s2w_desktop.ui.training_band import add_band

_JOBS = "work"
_log = logging.getLogger(__name__)


class JobSkills(QObject):
    """Offers the question below an open job that tells which work it was, where a pack is installed."""

    def __init__(
        self, desk: Desk, esco: EscoSource, editor: ProfileEditor, stage: SectionStage, languages: LanguagePair, page: QWidget
    ) -> None:
        super().__init__(page)
        self._desk, self._esco, self._editor, self._stage, self._languages = desk, esco, editor, stage, languages
        self._button: Button | None = None
        self._likely: tuple[EscoData, LikelySkills] | None = None
        self.dialog: JobSkillsDialog | None = None
        stage.sheet_made.connect(self._serve)
        editor.changed.connect(self._follow)
        self._serve(stage.sheet)

    @property
    def button(self) -> Button | None:
        """What opens the question; None where there is no job that it could be about."""
        return self._button

    def ask(self) -> None:
        """Ask about the open job."""
        data, job, page = self._data(), self._stage.entry, self.parent()
        if data is None or job is None or not isinstance(page, QWidget):
            return
        self._editor.save_now()
        if self._likely is None or self._likely[0] is not data:
            self._likely = data, LikelySkills(data)  # it counts through the whole pack, so it is made once
        skills = skills_to_ask(self._likely[1], self._editor.profile, job)
        self.dialog = JobSkillsDialog(self._desk, data, self._editor, self._languages.voices, skills, page)
        self.dialog.finished.connect(self._on_done)
        self.dialog.open()

    def _on_done(self, _result: int) -> None:
        if self._button is not None:
            self._button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _serve(self, sheet: Sheet) -> None:
        self._button = None
        if isinstance(sheet, GroupSheet) and sheet.section.key == _JOBS and sheet.opened is not None and self._data() is not None:
            words = job_skills_title(self._desk.translator)
            self._button = Button(self._desk.theme, words, icon="check")
            self._button.clicked.connect(self.ask)
            sheet.offer(self._button)
            self._follow()

    def _follow(self, _path: str = "") -> None:
        job = self._stage.entry
        if self._button is not None:
            self._button.setVisible(job is not None and can_ask(self._editor.profile, job))

    def _data(self) -> EscoData | None:
        """The pack. One that cannot be read is told where packs are looked at; an interview goes on without it."""
        try:
            return self._esco()
        except PackPartDamaged as error:
            _log.warning("pack not read: %s", error.code)
            return None


class JobSkillsDialog(QDialog):
    """The list. Every answer is kept at once; Esc goes back to the interview."""

    def __init__(
        self, desk: Desk, data: EscoData, editor: ProfileEditor, voices: Voices, skills: Sequence[str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._data, self._editor, self._voices = data, editor, voices
        theme, _ = desk.theme, desk.translator.gettext
        self.setWindowTitle(window_title(desk))
        self.groups: dict[str, OptionGroup] = {}
        self._cards: dict[str, Card] = {}
        lines = column(theme, gap=10)
        for skill in skills:
            lines.add(self._card(desk, asked_skill(editor.profile, skill)))
        head = column(
            theme,
            BilingualLabel(theme, *voices.both(job_skills_title), Role.HEADING),
            Label(
                theme, _("What is answered with yes or with help joins the skills. No leaves nothing."), Role.CAPTION, wrap=True
            ),
            gap=4,
        )
        self._full = Label(theme, _("The profile cannot take more skills."), Role.STRONG, wrap=True)
        self.done_button = Button(theme, _("Back to the interview"), ButtonKind.PRIMARY)
        self.done_button.clicked.connect(self.accept)
        caption = Label(theme, fit_text(desk.translator, FitText.ESCO), Role.CAPTION, wrap=True)
        sheet = Panel(theme, kind=PanelKind.WINDOW, gap=12, margins=(20, 20, 20, 20))
        sheet.add(head)
        sheet.box.addWidget(ScrollPage(column(theme, lines, caption, None, gap=10, margins=(2, 2, 8, 2))), 1)
        sheet.add(self._full, FlowRow(theme, self.done_button, last_trails=True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        add_band(layout, desk)
        layout.addWidget(sheet)
        room = parent.window().size()
        self.resize(min(theme.px(820), room.width() - theme.px(32)), room.height() - theme.px(64))
        self._full.hide()
        first = next(iter(self.groups.values()), None)
        (first.rows[0] if first else self.done_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, desk: Desk, asked: AskedSkill) -> Card:
        name = self._voices.both(partial(self._name, asked.skill))
        choices = [Choice(said.value, *self._voices.both(partial(said_words, said=said))) for said in Said]
        group = OptionGroup(desk.theme, choices, name[0].text)
        group.set_value([asked.said.value] if asked.said else [])
        group.edited.connect(partial(self._on_edited, asked.skill))
        card = Card(desk.theme, BilingualLabel(desk.theme, *name, Role.QUESTION), group, gap=8)
        card.set_name(name[0].text)
        self.groups[asked.skill], self._cards[asked.skill] = group, card
        self._mark(asked)
        return card

    def _name(self, skill: str, tr: Translator) -> str:
        return self._data.label(skill, (tr.code,))[0]

    def _on_edited(self, skill: str, keys: tuple[str, ...]) -> None:
        before = asked_skill(self._editor.profile, skill)
        said = Said(keys[0]) if keys else Said.NO
        if said is Said.NO:
            if before.entry is not None:
                self._editor.remove_entry(SKILL.key, before.entry)
        elif before.entry is None:
            self._add(skill, said)
        elif said is not before.said:
            self._editor.set_answer(field_path(SKILL.key, "level", before.entry), LEVELS[said])
        self._mark(asked_skill(self._editor.profile, skill))

    def _add(self, skill: str, said: Said) -> None:
        if not has_room(self._editor.profile):
            self.groups[skill].set_value([])
            self._full.show()
            return
        answers = skill_answers(self._data, skill, said, (self._voices.own.code,))
        self._editor.add_elsewhere(SKILL.key, answers)

    def _mark(self, asked: AskedSkill) -> None:
        """A skill that is in the profile stands out."""
        self._cards[asked.skill].set_tone(Tone.ACTIVE if asked.entry is not None else Tone.PLAIN)
