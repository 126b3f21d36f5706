"""Who made a revision, as far as it is known here."""

from s2w_desktop.domain.clock import moment
from s2w_desktop.domain.revisions import Revision
from s2w_desktop.domain.voices import Voice
from s2w_desktop.services.keeping import Editors


class Voices:
    """Officers and machines as they are known at this moment; make one for each look."""

    def __init__(self, editors: Editors) -> None:
        self._officers = {one.id: one.name for one in editors.store.officers.all()}
        station = editors.store.stations.station()
        machines = {peer.device: (peer.name, peer.centre) for peer in editors.store.peers.all()}
        self._machines = {**machines, station.device: (station.device_name or station.organisation, station.centre)}

    def of(self, revision: Revision) -> Voice:
        """Who made a revision, where and when."""
        name, centre = self._machines.get(revision.device, ("", ""))
        officer = self._officers.get(revision.officer, "")
        return Voice(revision.id, revision.officer, officer, revision.device, name, centre, moment(revision.clock))
