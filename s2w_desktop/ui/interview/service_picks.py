"""Services of the country pack in a recommendation: a button at the name of the service, and the list that it opens."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from s2w_desktop.domain.answers import Answer, Words
from s2w_desktop.domain.country.records import Service
from s2w_desktop.domain.errors import S2wError
from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.ids import EntryId
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.i18n.labels import choice
from s2w_desktop.services.directory import CountryDirectory, Directories, DirectoryQuery
from s2w_desktop.services.recommending import ID_KEY, NAME_KEY, SECTION, recommended
from s2w_desktop.ui.choice_button import ChoiceButton
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.directory_detail import DirectoryDetail
from s2w_desktop.ui.editor import ProfileEditor
from s2w_desktop.ui.errors import notice_text
from s2w_desktop.ui.flow import FlowRow
from s2w_desktop.ui.forms.question import QuestionBlock
from s2w_desktop.ui.forms.sheet import Sheet
from s2w_desktop.ui.forms.voices import Voices
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.card import Card, Notice
from s2w_desktop.ui.kit.fields import TextField
from s2w_desktop.ui.kit.panel import Panel, PanelKind, ScrollPage, row
from s2w_desktop.ui.kit.rowtable import Cell, Column, Row, RowTable
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.tokens import Role
from s2w_desktop.ui.titles import window_title
from s2w_desktop.ui.training_band import add_band

ALL = "all"
_SEARCH_WIDTH, _LIST_WIDTH = 300, 320
_WIDE, _HIGH, _LEAST_HEIGHT, _ROOM_AROUND = 900, 600, 260, 32


class ServicePicks(QObject):
    """Offers the list at the name of a service. Without a country pack there is nothing to offer."""

    def __init__(self, desk: Desk, directories: Directories, editor: ProfileEditor, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._directories, self._editor = desk, directories, editor
        self._voices: Voices | None = None
        self.dialog: ServiceDialog | None = None

    def serve(self, sheet: Sheet, voices: Voices) -> None:
        """Serve the questions of a sheet from now on, and no other."""
        self._voices = voices
        if sheet.section.key != SECTION or not self._directories.are_there():
            return
        for block in sheet.built.values():
            self._serve(block)
        sheet.made.connect(self._serve)

    def _serve(self, block: QuestionBlock) -> None:
        section, entry, key = block.path.split(".")
        if section != SECTION or key != NAME_KEY:
            return
        button = Button(self._desk.theme, self._desk.translator.gettext("Choose from services and rules…"), icon="book")
        button.clicked.connect(partial(self._choose, block, entry))
        block.offer(button)
        block.edited.connect(self._on_name_edited)

    def _choose(self, block: QuestionBlock, entry: str) -> None:
        page = block.window()
        try:
            directory = self._directories.present()
        except S2wError as error:
            block.offer(Notice(self._desk.theme, notice_text(self._desk.translator, error)))
            return
        if directory is None:
            return
        topic = self._editor.profile.text(field_path(SECTION, "type", entry))
        self.dialog = ServiceDialog(self._desk, directory, topic, page)
        self.dialog.detail.set_other(self._voices.other if self._voices else None)
        self.dialog.taken.connect(partial(self._take, directory, EntryId(UUID(entry))))
        self.dialog.open()

    def _take(self, directory: CountryDirectory, entry: EntryId, service: Service) -> None:
        if self._voices is None:
            return
        answers = recommended(directory, service, entry, spoken=self._voices.spoken, written=self._voices.written)
        self._editor.set_answers(answers)

    def _on_name_edited(self, path: str, answer: Answer | None) -> None:
        """Who writes another name by hand means another service: the entry of the pack is forgotten."""
        noted = path.removesuffix(NAME_KEY) + ID_KEY
        if self._editor.profile.get(noted) is not None and isinstance(answer, Words | None):
            self._editor.set_answer(noted, None)


class ServiceDialog(QDialog):
    """Services to choose from, those for the step first, and the one chosen to read. Esc goes back to the interview."""

    taken = Signal(object)  # Service

    def __init__(self, desk: Desk, directory: CountryDirectory, topic: str, parent: QWidget) -> None:
        super().__init__(parent)
        theme, tr = desk.theme, desk.translator
        _ = tr.gettext
        self._desk, self._directory = desk, directory
        self._found: dict[str, Service] = {}
        self.setWindowTitle(window_title(desk))
        self.search = TextField(theme, _("Search services, rules and words"), hint=_("Search services, rules and words"))
        self.search.set_icon("search")
        self.topic = self._topic_button(topic)
        self.table = RowTable(theme, _("Services"), (Column(_("Service"), _LIST_WIDTH),))
        self.detail = DirectoryDetail(desk, directory)
        self.back_button = Button(theme, _("Go on with the interview"))
        self.take_button = Button(theme, _("Take this service"), ButtonKind.PRIMARY)
        self._build(parent)
        self.search.edited.connect(self._look_up)
        self.search.returnPressed.connect(self._on_search_entered)
        self.topic.chosen.connect(self._look_up)
        self.table.selected.connect(self._on_selected)
        self.table.activated_row.connect(self._on_activated)
        self.back_button.clicked.connect(self.reject)
        self.take_button.clicked.connect(self._on_taken)
        self._look_up()
        self.search.setFocus()

    def _topic_button(self, topic: str) -> ChoiceButton:
        tr, directory = self._desk.translator, self._directory
        topics = [(code, choice(tr, "recommendation", code)) for code in directory.topics()]
        options = [(ALL, tr.pgettext("filter", "all")), *topics]
        made = ChoiceButton(self._desk.theme, options, lambda words: fill(tr.gettext("Helps with: {topic}"), topic=words))
        made.set_value(topic)
        return made

    def _build(self, parent: QWidget) -> None:
        theme, _ = self._desk.theme, self._desk.translator.gettext
        title = _("Which service do you recommend?")
        self.search.setFixedWidth(theme.px(_SEARCH_WIDTH))
        card = Card(theme, self.table, gap=0, margins=(1, 1, 1, 1))
        room = parent.window().size()
        wide = min(theme.px(_WIDE), room.width() - theme.px(_ROOM_AROUND))
        body = row(theme, card, self.detail, gap=12) if wide >= theme.px(_WIDE) else Panel(theme, gap=12)
        if wide < theme.px(_WIDE):
            body.add(card, self.detail)
        for part in (card, self.detail):
            part.setMinimumHeight(theme.px(_LEAST_HEIGHT))
        inside = Panel(theme, gap=12)
        inside.add(FlowRow(theme, self.search, self.topic))
        inside.box.addWidget(body, 1)
        sheet = Panel(theme, kind=PanelKind.WINDOW, gap=14, margins=(20, 20, 20, 20))
        sheet.add(Label(theme, title, Role.HEADING, wrap=True))
        sheet.box.addWidget(ScrollPage(inside), 1)
        sheet.add(FlowRow(theme, self.back_button, self.take_button, last_trails=True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        add_band(layout, self._desk)
        layout.addWidget(sheet)
        self.resize(wide, min(theme.px(_HIGH), room.height() - theme.px(_ROOM_AROUND)))

    def _look_up(self) -> None:
        topic = "" if self.topic.value() == ALL else self.topic.value()
        query = DirectoryQuery(self.search.text(), "services", topic)
        found = self._directory.find(query, self._desk.sources.today())
        self._found = {one.id: one for one in found if isinstance(one, Service)}
        self.table.set_all_rows([self._row(service) for service in self._found.values()])
        if self._found:
            self.table.select(0)
        self._show(next(iter(self._found), ""))

    def _row(self, service: Service) -> Row:
        code = self._desk.translator.code
        owner = self._directory.index.organization(service.organization_id)
        return Row(service.id, (Cell(service.name.best(code), owner.name.best(code)),))

    def _show(self, key: str) -> None:
        self.detail.show_entry(self._found.get(key))
        self.take_button.setEnabled(key in self._found)

    def _on_selected(self, key: str) -> None:
        self._show(key)

    def _on_activated(self, _key: str) -> None:
        self._on_taken()

    def _on_search_entered(self) -> None:
        if self._found:
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_taken(self) -> None:
        service = self._found.get(self.table.current_key() or "")
        if service is not None:
            self.accept()
            self.taken.emit(service)
