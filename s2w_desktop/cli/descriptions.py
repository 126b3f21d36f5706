"""What several commands say alike, as JSON and in words."""

from uuid import UUID

from s2w_desktop.bundle.writing import WrittenBundle
from s2w_desktop.cli.console import Console, Json
from s2w_desktop.cli.parser import UsageProblem
from s2w_desktop.domain.ids import DeviceId
from s2w_desktop.domain.stations import Peer
from s2w_desktop.i18n.formats import file_size
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.i18n.translator import Translator


def peer_object(peer: Peer) -> dict[str, Json]:
    """A machine for programs."""
    return {
        "device": str(peer.device),
        "role": peer.role.value,
        "organisation": peer.organisation,
        "centre": peer.centre,
        "name": peer.name,
        "enrolled_at": peer.enrolled_at.isoformat(timespec="seconds"),
        "revoked_at": peer.revoked_at.isoformat(timespec="seconds") if peer.revoked_at else None,
        "lost_since": peer.lost_since.date().isoformat() if peer.lost_since else None,
    }


def peer_words(peer: Peer) -> str:
    """A machine for people: its name, or its id when it has none."""
    return ", ".join(part for part in (peer.name, peer.centre, peer.organisation) if part) or str(peer.device)


def device_named(tr: Translator, untrusted: str) -> DeviceId:
    """The device of an id as the list shows it. Raises UsageProblem."""
    _ = tr.gettext
    try:
        return DeviceId(UUID(untrusted))
    except ValueError as cause:
        raise UsageProblem(_("This is not the id of a device. See s2w enroll list.")) from cause


def written_object(bundle: WrittenBundle) -> dict[str, Json]:
    """A file that was written, for programs."""
    return {
        "file": str(bundle.path),
        "bundle": str(bundle.bundle),
        "seq": bundle.seq,
        "size": bundle.size,
        "sha256": bundle.sha256,
        "records": bundle.counts.records,
    }


def say_written(console: Console, tr: Translator, bundle: WrittenBundle) -> None:
    """A file that was written and read back, for people."""
    _ = tr.gettext
    size = file_size(tr, bundle.size)
    console.say(fill(_("Written and read back: {file}, {size}."), file=Ltr(bundle.path), size=size))


def say_words(console: Console, tr: Translator, words: tuple[str, ...]) -> None:
    """Six words to be compared."""
    _ = tr.gettext
    console.say(fill(_("The six words of these keys: {words}"), words=Ltr(" ".join(words))))
