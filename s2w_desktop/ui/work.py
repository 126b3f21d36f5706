"""The work area: sidebar with the areas of the role, and the page of one of them."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import Signal

from s2w_desktop.domain.errors import S2wError
from s2w_desktop.domain.exchange_errors import NotPermitted
from s2w_desktop.domain.handover import Handover
from s2w_desktop.domain.stations import Role
from s2w_desktop.i18n.formats import number
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.values import ListQuery
from s2w_desktop.ui.area_acts import may_open
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.doors import Doors
from s2w_desktop.ui.folder_watch import FolderWatch
from s2w_desktop.ui.kit.frame import AppFrame, AppWords
from s2w_desktop.ui.kit.navlist import NavItem
from s2w_desktop.ui.kit.panel import Panel
from s2w_desktop.ui.old_copy import old_copy_bands
from s2w_desktop.ui.pages.asides import aside_page
from s2w_desktop.ui.pages.base import AreaPage
from s2w_desktop.ui.pages.conflicts import ConflictsPage
from s2w_desktop.ui.pages.dashboard import DashboardPage
from s2w_desktop.ui.pages.devices import DevicesPage
from s2w_desktop.ui.pages.directory import DirectoryPage
from s2w_desktop.ui.pages.duplicates import DuplicatesPage
from s2w_desktop.ui.pages.giving import GivingPage
from s2w_desktop.ui.pages.hand_over import HandOverPage
from s2w_desktop.ui.pages.inbox import InboxPage
from s2w_desktop.ui.pages.new_interview import NewInterviewPage
from s2w_desktop.ui.pages.profiles import ProfilesPage
from s2w_desktop.ui.pages.receipts import ReceiptsPage
from s2w_desktop.ui.pages.refused import RefusedPage
from s2w_desktop.ui.pages.settings import SettingsPage
from s2w_desktop.ui.routes import ASIDES, Area, Route
from s2w_desktop.ui.thinned_band import thinned_bands
from s2w_desktop.ui.training_band import TrainingBand
from s2w_desktop.ui.wishes import CountAgain, GoBack, GoTo, Wish
from s2w_desktop.ui.wrong_clock import ClockBand

FIELD_AREAS = (Area.PROFILES, Area.HAND_OVER, Area.RECEIPTS)
HEADQUARTERS_AREAS = (Area.INBOX, Area.CONFLICTS, Area.DUPLICATES, Area.PROFILES, Area.DEVICES, Area.FIGURES)
Makers = dict[Area, Callable[[], AreaPage]]
_KEPT = frozenset(  # coming back to these goes on where a person left
    {Area.PROFILES, Area.INBOX, Area.CONFLICTS, Area.DUPLICATES, Area.DIRECTORY}
)
_LEAD_BACK = frozenset({Area.PREVIEW, Area.NEW_INTERVIEW, Area.SETTINGS})
_ICONS = {
    Area.PROFILES: "people",
    Area.HAND_OVER: "export",
    Area.RECEIPTS: "receipt",
    Area.INBOX: "inbox",
    Area.CONFLICTS: "fork",
    Area.DUPLICATES: "twins",
    Area.DEVICES: "key",
    Area.FIGURES: "chart",
    Area.DIRECTORY: "book",
}


def areas_of(role: Role) -> tuple[Area, ...]:
    """The areas in the sidebar, the first of them where work begins."""
    return HEADQUARTERS_AREAS if role is Role.HEADQUARTERS else FIELD_AREAS


class WorkArea(Panel):
    """Sidebar and page. What concerns the whole window is passed on as a wish."""

    asked = Signal(object)  # wishes.Wish
    lock_asked = Signal()

    def __init__(self, desk: Desk, workplace: Workplace, doors: Doors) -> None:
        super().__init__(desk.theme, gap=0)
        self.desk, self.workplace, self.doors = desk, workplace, doors
        self._route = self._back = self._first_route()
        self._kept: dict[Area, object] = {}
        self._page: AreaPage | None = None
        self._watch = FolderWatch(desk, workplace, self)
        self._watch.came.connect(lambda _taken: self.count_again())
        self._frame = AppFrame(desk.theme, self._words(), self._items())
        if workplace.station.training:
            self._frame.set_band(TrainingBand(desk))
        for band in old_copy_bands(desk, workplace):
            band.begun.connect(self.count_again)
            self.add(band)
        self.add(*thinned_bands(desk, workplace))
        self.clock = ClockBand(desk, workplace)
        self.clock.changed.connect(self._on_clock_changed)
        self.add(self.clock)
        self.box.addWidget(self._frame, 1)
        self._frame.area_chosen.connect(self._on_area_chosen)
        self._frame.settings_asked.connect(self._on_settings_asked)
        self._frame.lock_asked.connect(self.lock_asked)
        self._show(self._route)

    @property
    def page(self) -> AreaPage | None:
        """The page shown."""
        return self._page

    @property
    def route(self) -> Route:
        """Which page that is."""
        return self._route

    @property
    def watch(self) -> FolderWatch:
        """What looks at the watched folder while the window is open."""
        return self._watch

    def go(self, route: Route) -> None:
        """Show a page, as when a person chose it, with the focus where its work begins."""
        if self._page is not None and self._route.area in _KEPT:
            self._kept[self._route.area] = self._page.place()
        if route.area in _LEAD_BACK and self._route != route and self._route.area not in ASIDES:
            self._back = self._route
        self._show(route)
        self.start()

    def start(self) -> None:
        """Put the focus where work on the page begins."""
        if self._page is None:
            return
        self._page.start()
        if self._route.area in self._kept:
            self._page.restore(self._kept[self._route.area])

    def place(self) -> object:
        """Which page, and where on it."""
        return (self._route, self._back, dict(self._kept), self._page.place() if self._page else None)

    def restore(self, place: object) -> None:
        """Show the page of `place`, at that place."""
        match place:
            case (Route() as route, Route() as back, dict() as kept, on_page):
                self._back, self._kept = back, kept
                self._show(route)
                if self._page is not None:
                    self._page.restore(on_page)

    def count_again(self) -> None:
        """Show the counts of the sidebar as they are now; those before stay while the store does not answer."""
        with suppress(S2wError):  # the page tells it
            self._frame.set_areas(self._items())
        self._frame.set_area(self._route.area)

    def _show(self, route: Route) -> None:
        before, self._route = self._page, route
        try:
            self._page = self._make(route)
        except S2wError as error:  # a server that does not answer may do so for the next page
            self._page = RefusedPage(self.desk, self._title(route.area), error)
        self._page.asked.connect(self._on_asked)
        self._frame.set_content(self._page)
        self._frame.set_area(self._route.area)
        if before is not None:
            before.setParent(self)  # without a parent it would end with this function, perhaps inside its own event
            before.deleteLater()

    def _make(self, route: Route) -> AreaPage:
        desk, workplace = self.desk, self.workplace
        makers: Makers = {
            Area.PROFILES: lambda: ProfilesPage(desk, workplace),
            Area.HAND_OVER: lambda: HandOverPage(desk, workplace),
            Area.RECEIPTS: lambda: ReceiptsPage(desk, workplace),
            Area.INBOX: lambda: InboxPage(desk, workplace, self._watch),
            Area.CONFLICTS: lambda: ConflictsPage(desk, workplace),
            Area.DUPLICATES: lambda: DuplicatesPage(desk, workplace),
            Area.DEVICES: lambda: DevicesPage(desk, workplace),
            Area.FIGURES: lambda: DashboardPage(desk, workplace),
            Area.DIRECTORY: self._directory_page,
            Area.GIVING: lambda: GivingPage(desk, workplace, route.profiles),
            Area.NEW_INTERVIEW: lambda: NewInterviewPage(desk, workplace),
            **dict.fromkeys(ASIDES, lambda: aside_page(desk, workplace, route)),
            Area.SETTINGS: lambda: SettingsPage(desk, workplace, self.doors, route.topic),
        }
        if not may_open(workplace.permits, route.area):
            return RefusedPage(desk, self._title(route.area), NotPermitted())
        return makers[route.area]()

    def _first_route(self) -> Route:
        """Where work begins: the first area that the officer at work may open."""
        return Route(next(iter(self._areas()), Area.SETTINGS))

    def _directory_page(self) -> AreaPage:
        try:
            directory = self.workplace.directories.present()
        except S2wError as error:
            return RefusedPage(self.desk, self._title(Area.DIRECTORY), error)
        if directory is None:  # the pack was removed while somebody was on its page
            self._route = self._first_route()
            return self._make(self._route)
        return DirectoryPage(self.desk, directory)

    def _on_area_chosen(self, key: str) -> None:
        self.go(Route(Area(key)))

    def _on_settings_asked(self) -> None:
        self.go(Route(Area.SETTINGS))

    def _on_asked(self, wish: Wish) -> None:
        match wish:
            case GoTo(route=route):
                self.go(route)
            case GoBack():
                self.go(self._back)
            case CountAgain():
                self.count_again()
                self.clock.look()  # a receipt tells the time at headquarters
            case _:
                self.asked.emit(wish)

    def _on_clock_changed(self) -> None:
        """A page that counts from a day is built anew, at the same place."""
        if self._route.area is Area.NEW_INTERVIEW:
            self.restore(self.place())

    def _words(self) -> AppWords:
        _, station = self.desk.translator.gettext, self.workplace.station
        return AppWords(
            brand=_("Skills to Work"),
            areas=_("Areas"),
            place=station.centre or station.organisation,
            place_quiet=station.device_name,
            settings=_("Settings"),
            lock=_("Lock"),
        )

    def _items(self) -> list[NavItem]:
        words, counts = self._area_words(), self._counts()
        return [NavItem(area, words[area], _ICONS[area], counts.get(area, "")) for area in self._areas()]

    def _areas(self) -> tuple[Area, ...]:
        """The areas of the role that the officer at work may open, and the directory where there is one."""
        beside = (Area.DIRECTORY,) if self.workplace.directories.are_there() else ()
        areas = (*areas_of(self.workplace.station.role), *beside)
        return tuple(area for area in areas if may_open(self.workplace.permits, area))

    def _title(self, area: Area) -> str:
        words = self._area_words()
        return words.get(area, words[Area.PROFILES])

    def _area_words(self) -> dict[Area, str]:
        _ = self.desk.translator.gettext
        return {
            Area.PROFILES: _("Profiles"),
            Area.HAND_OVER: _("Hand over"),
            Area.RECEIPTS: _("Receipts"),
            Area.INBOX: _("Inbox"),
            Area.CONFLICTS: _("Conflicts"),
            Area.DEVICES: _("Laptops and keys"),
            Area.DUPLICATES: _("Recorded twice?"),
            Area.FIGURES: _("Figures"),
            Area.DIRECTORY: _("Services and rules"),
        }

    def _counts(self) -> dict[Area, str]:
        tr, profiles = self.desk.translator, self.workplace.store.profiles
        counts = {Area.PROFILES: profiles.count(ListQuery())}
        if self.workplace.station.role is Role.FIELD:
            counts[Area.HAND_OVER] = profiles.count(ListQuery(states=frozenset({Handover.HERE})))
        else:
            counts[Area.INBOX] = self.workplace.office.matters.open_count + self._watch.unseen
            counts[Area.CONFLICTS] = self.workplace.office.conflicts.count()
        return {area: number(tr, count) for area, count in counts.items() if count}
