"""The store comes to know where the officer stands."""

import logging

from PySide6.QtCore import QObject, QTimer

from s2w_desktop.domain.errors import S2wError
from s2w_desktop.services.editing import EditingSession
from s2w_desktop.services.places import Places
from s2w_desktop.ui.interview.ends import EndPages
from s2w_desktop.ui.interview.sight import Sight

_LOOK_MS = 500
_log = logging.getLogger(__name__)


class PlaceKeeper(QObject):
    """Keeps the place once it has rested for a moment, so that a kill does not lose it.

    A page of the end is no place to come back to, and of an interview that is not in the store nothing is kept.
    """

    def __init__(self, places: Places, session: EditingSession, sight: Sight, ends: EndPages) -> None:
        super().__init__(sight)
        self._places, self._session, self._sight, self._ends = places, session, sight, ends
        self._kept = places.last(session.profile.id)
        self._seen = self._kept
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(_LOOK_MS)

    def keep_now(self) -> None:
        """Keep where the officer stands now. A failure is noted only: no answer hangs on it."""
        spot, session = self._sight.spot(), self._session
        if spot == self._kept or self._ends.present is not None or session.is_dirty or not session.is_kept:
            return
        self._kept = spot
        try:
            self._places.keep(session.profile.id, spot)
        except S2wError as error:
            _log.warning("the place was not kept: %s", error.code)

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def _look(self) -> None:
        if not self._sight.is_on_screen:  # a page that was replaced lives a little longer, perhaps longer than the store
            return
        spot = self._sight.spot()
        if spot == self._seen:
            self.keep_now()
        self._seen = spot
