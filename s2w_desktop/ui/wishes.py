"""What a page asks of the window. A page never changes the window itself: it emits one of these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from s2w_desktop.services.editing import EditingSession
    from s2w_desktop.services.settings import Settings
    from s2w_desktop.services.workplace import Workplace
    from s2w_desktop.ui.routes import Route


@dataclass(frozen=True)
class GoTo:
    """Show another page of the work area."""

    route: Route


@dataclass(frozen=True)
class GoBack:
    """Show the page from which this one was opened."""


@dataclass(frozen=True)
class OpenInterview:
    """Show the interview of an editing session."""

    session: EditingSession


@dataclass(frozen=True)
class EnterStore:
    """A store was unlocked or made: go to work."""

    workplace: Workplace


@dataclass(frozen=True)
class UseSettings:
    """Use and keep these settings; the window follows at once."""

    settings: Settings


@dataclass(frozen=True)
class CountAgain:
    """Something was taken in, written or begun: counts in the sidebar may be others."""


@dataclass(frozen=True)
class SwitchStore:
    """Nothing is unlocked: go to the training store, or from there to the real one, in a new process."""


Wish = GoTo | GoBack | OpenInterview | EnterStore | UseSettings | CountAgain | SwitchStore
