"""What lies in the inbox: files looked at but not taken in, files refused, laptops that introduce themselves."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from s2w_desktop.bundle.beginning import begins_as_bundle, is_named_as_bundle
from s2w_desktop.domain.errors import S2wError, UnknownSender, WrongKind
from s2w_desktop.domain.stations import Peer
from s2w_desktop.services.enrolment import Introduction
from s2w_desktop.services.folder_looks import Stamp, may_be_bundle, stamp_of
from s2w_desktop.services.importing import ImportResult
from s2w_desktop.services.watching import TAKEN_FOLDER
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.kit.tasks import Report


class ItemState(Enum):
    """How far a file is. REQUEST is a laptop that wants to be known."""

    CHECKED = "checked"
    KNOWN = "known"
    TAKEN = "taken"
    REFUSED = "refused"
    REQUEST = "request"
    ACCEPTED = "accepted"


@dataclass(frozen=True)
class InboxItem:
    """One file and what is known of it. Exactly one of result, introduction and error is there."""

    path: Path
    state: ItemState
    result: ImportResult | None = None
    introduction: Introduction | None = None
    error: S2wError | None = None

    @property
    def key(self) -> str:
        """What the table knows the file by."""
        return str(self.path)


def bundles_in(places: Sequence[Path]) -> Iterator[Path]:
    """The files named, and the bundles in the folders named, one level deep."""
    for place in places:
        if place.is_dir():
            yield from sorted(found for found in place.iterdir() if is_bundle_file(found))
        else:
            yield place


def is_bundle_file(path: Path) -> bool:
    """Whether this is a file that is named as bundles are, or begins as they do; links do not count."""
    if is_named_as_bundle(path.name):
        return stamp_of(path) is not None
    try:
        return may_be_bundle(path.name) and begins_as_bundle(path)
    except OSError:  # it is gone, or a link, or not to be read
        return False


def look_at(workplace: Workplace, places: Sequence[Path], report: Report) -> list[InboxItem]:
    """Find out what each bundle would bring, without taking anything in. Raises Cancelled."""
    paths = list(bundles_in(places))
    items = []
    for number, path in enumerate(paths):
        report(number, len(paths))
        items.append(_rehearsed(workplace, path))
    report(len(paths), len(paths))
    return items


def take_in(workplace: Workplace, items: Sequence[InboxItem], report: Report) -> list[InboxItem]:
    """Take the checked files in, one transaction each. A file that is refused meanwhile does not stop the others."""
    taken = []
    for number, item in enumerate(items):
        report(number, len(items))
        stamp = stamp_of(item.path)
        try:
            result = workplace.importing.take(item.path)
        except S2wError as error:
            taken.append(InboxItem(item.path, ItemState.REFUSED, error=error))
        else:
            taken.append(InboxItem(item.path, ItemState.TAKEN, result=result))
            _put_away(workplace, item.path, stamp)
    report(len(items), len(items))
    return taken


def _put_away(workplace: Workplace, path: Path, stamp: Stamp | None) -> None:
    """A file of the watched folder is moved when a person took it in, as it would be by itself."""
    if stamp is not None and path.parent == workplace.office.watching.folder():
        workplace.office.watching.put_away(path, TAKEN_FOLDER, stamp)


def _rehearsed(workplace: Workplace, path: Path) -> InboxItem:
    try:
        result = workplace.importing.take(path, rehearse=True)
    except (UnknownSender, WrongKind) as error:
        return _introduced(workplace, path, error)
    except S2wError as error:
        return InboxItem(path, ItemState.REFUSED, error=error)
    return InboxItem(path, ItemState.KNOWN if result.was_known else ItemState.CHECKED, result=result)


def _introduced(workplace: Workplace, path: Path, before: S2wError) -> InboxItem:
    """A laptop that introduces itself is not refused; anything else is, for the first reason."""
    try:
        introduction = workplace.enrolment.read_request(path)
    except S2wError:
        return InboxItem(path, ItemState.REFUSED, error=before)
    is_known = any(_is_same(peer, introduction.peer) for peer in workplace.enrolment.peers())
    return InboxItem(path, ItemState.ACCEPTED if is_known else ItemState.REQUEST, introduction=introduction)


def _is_same(known: Peer, asking: Peer) -> bool:
    return known.revoked_at is None and (known.device, known.signing_key) == (asking.device, asking.signing_key)
