"""Settings by topics; every change works at once, there is no OK and no Apply."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QWidget

from s2w_desktop.domain.stations import Role
from s2w_desktop.services.settings import LookChoice, Settings
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.doors import Doors
from s2w_desktop.ui.kit.card import Card, PageHead
from s2w_desktop.ui.kit.navlist import NavItem, NavList
from s2w_desktop.ui.kit.panel import Panel, ScrollPage, column, row
from s2w_desktop.ui.kit.tokens import SETTINGS_COLUMN, SIDEBAR_ROW
from s2w_desktop.ui.pages import settings_topics as topics
from s2w_desktop.ui.pages.base import AreaPage
from s2w_desktop.ui.pages.change_passphrase import ChangePassphrase
from s2w_desktop.ui.pages.enrol import EnrolPanel
from s2w_desktop.ui.pages.keeping_topic import KeepingPanel
from s2w_desktop.ui.pages.log_topic import LogPanel
from s2w_desktop.ui.pages.pack_topic import PackPanel
from s2w_desktop.ui.pages.recovery_topic import RecoverySheetTopic
from s2w_desktop.ui.pages.staff_topic import StaffPanel
from s2w_desktop.ui.pages.template_topic import TemplatePanel
from s2w_desktop.ui.places import FocusPlace
from s2w_desktop.ui.wishes import CountAgain, UseSettings

LOOK, LANGUAGES, LOCKING, NAMES = "look", "languages", "locking", "names"
PASSPHRASE, STAFF, HEADQUARTERS, KEEPING, TEMPLATE, PACKS = "passphrase", "staff", "headquarters", "keeping", "template", "packs"
LOG, ABOUT = "log", "about"
Makers = dict[str, Callable[[], QWidget]]
_TOPICS_WIDTH = 212


@dataclass(frozen=True)
class SettingsPlace:
    """The topic that is open."""

    topic: str
    focus: object


class SettingsPage(AreaPage):
    """Topics at the leading edge, one of them open beside it."""

    def __init__(self, desk: Desk, workplace: Workplace, doors: Doors, topic: str = "") -> None:
        super().__init__(desk)
        self._workplace, self._doors = workplace, doors
        _, theme = desk.translator.gettext, desk.theme
        items = [
            NavItem(LOOK, _("Look"), "sun-moon"),
            NavItem(LANGUAGES, _("Language"), "globe"),
            NavItem(LOCKING, _("Locking"), "lock"),
            NavItem(NAMES, _("Names on screen"), "eye"),
            NavItem(PASSPHRASE, _("Passphrase"), "key"),
            NavItem(STAFF, _("People here"), "people"),
            NavItem(HEADQUARTERS, _("Headquarters"), "shield"),
            *([NavItem(KEEPING, _("What stays here"), "receipt")] if workplace.safekeeping.thinning.may_thin else ()),
            *([NavItem(TEMPLATE, _("Template"), "note")] if workplace.station.role is Role.FIELD else ()),
            NavItem(PACKS, _("Reference data"), "book"),
            *([NavItem(LOG, _("Log"), "list")] if workplace.office.access_log.may_see else ()),
            NavItem(ABOUT, _("About and licences"), "info"),
        ]
        self._nav = NavList(theme, _("Topics"), items, row_height=SIDEBAR_ROW)
        self._nav.setFixedWidth(theme.px(_TOPICS_WIDTH))
        self._right = column(theme, gap=0)
        self._shown: QWidget | None = None
        self._card: Card | None = None
        self._topic = ""
        body = row(theme, self._nav, gap=24)
        body.box.addWidget(self._right, 1)
        self.add(PageHead(theme, _("Settings"), _("Changes work at once.")))
        self.box.addWidget(body, 1)
        self._nav.chosen.connect(self.show_topic)
        theme.changed.connect(self._fit)
        self.show_topic(topic or LOOK)

    @property
    def topic(self) -> str:
        """The topic that is open."""
        return self._topic

    def first_focus(self) -> QWidget:
        return self._nav

    def place(self) -> object:
        return SettingsPlace(self._topic, super().place())

    def restore(self, place: object) -> None:
        if isinstance(place, SettingsPlace):
            self.show_topic(place.topic)
            super().restore(place.focus if isinstance(place.focus, FocusPlace) else None)

    def show_topic(self, topic: str) -> None:
        """Open a topic."""
        may_see = {LOG: self._workplace.office.access_log.may_see, KEEPING: self._workplace.safekeeping.thinning.may_thin}
        if not may_see.get(topic, True):
            topic = LOOK  # somebody else's duties showed it
        self._topic = topic
        self._nav.set_current(topic)
        card = self._card = Card(self.theme, self._content(topic), gap=14, margins=(24, 18, 24, 22))
        sheet = Panel(self.theme, gap=0, margins=(4, 4, 4, 12))
        card.setMaximumWidth(self.theme.px(SETTINGS_COLUMN))
        line = row(self.theme, gap=0)
        line.box.addWidget(card, 1000)
        line.box.addStretch(1)
        sheet.add(line)
        sheet.box.addStretch(1)
        scroll = ScrollPage(sheet)
        if self._shown is not None:
            self._right.box.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = scroll
        self._right.box.addWidget(scroll, 1)

    def _content(self, topic: str) -> QWidget:
        desk = self.desk
        makers: Makers = {
            LOOK: lambda: topics.look(desk, self._on_look, self._on_scale),
            LANGUAGES: lambda: topics.language(desk, self._on_language),
            LOCKING: lambda: topics.locking(desk, self._on_minutes, self._on_capture),
            NAMES: lambda: topics.names(desk, self._on_names),
            PASSPHRASE: lambda: column(
                desk.theme, ChangePassphrase(desk, self._doors), RecoverySheetTopic(desk, self._workplace, self._doors), gap=28
            ),
            STAFF: lambda: StaffPanel(desk, self._workplace, self._doors),
            HEADQUARTERS: self._headquarters,
            KEEPING: self._keeping,
            TEMPLATE: lambda: TemplatePanel(desk, self._workplace),
            PACKS: lambda: PackPanel(desk, self._workplace),
            LOG: lambda: LogPanel(desk, self._workplace),
            ABOUT: lambda: topics.about(desk),
        }
        return makers[topic]()

    def _headquarters(self) -> QWidget:
        panel = EnrolPanel(self.desk, self._workplace)
        panel.changed.connect(self._on_enrolled)
        return panel

    def _keeping(self) -> QWidget:
        panel = KeepingPanel(self.desk, self._workplace)
        panel.removed.connect(self._on_removed)
        return panel

    def _on_removed(self) -> None:
        self.asked.emit(CountAgain())

    def _on_enrolled(self) -> None:
        self.asked.emit(CountAgain())

    def _on_look(self, key: str) -> None:
        self._use(replace(self._settings(), look=LookChoice(key)))

    def _on_scale(self, key: str) -> None:
        self._use(replace(self._settings(), text_scale=int(key)))

    def _on_language(self, key: str) -> None:
        self._use(replace(self._settings(), language=key))

    def _on_minutes(self, key: str) -> None:
        self._use(replace(self._settings(), lock_after_minutes=int(key)))

    def _on_capture(self, key: str) -> None:
        self._use(replace(self._settings(), is_capture_allowed=key == topics.YES))

    def _on_names(self, key: str) -> None:
        self._use(replace(self._settings(), are_names_shown=key == topics.YES))

    def _settings(self) -> Settings:
        return self.desk.book.settings

    def _use(self, settings: Settings) -> None:
        self.asked.emit(UseSettings(settings))

    def _fit(self) -> None:
        self._nav.setFixedWidth(self.theme.px(_TOPICS_WIDTH))
        if self._card is not None:
            self._card.setMaximumWidth(self.theme.px(SETTINGS_COLUMN))
