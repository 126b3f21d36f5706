"""The ways that bundles go between a headquarters and its laptops."""

from pathlib import Path

from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.services.importing import ImportResult
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.bundle_values import ReceiptEffect
from s2w_desktop.storage.values import ListQuery
from tests.services.places import export, interview


def bring(hq: Workplace, laptop: Workplace, stick: Path) -> ImportResult:
    """A hand-over that arrives."""
    return hq.importing.take(export(laptop, stick))


def receipt_for(hq: Workplace, laptop: Workplace, stick: Path, *, again: bool = False) -> Path:
    """The file for one laptop; those for others stay where they are."""
    return {one.peer.device: one.bundle.path for one in hq.receipts.write(stick, again=again)}[laptop.station.device]


def answer(hq: Workplace, laptop: Workplace, stick: Path, *, again: bool = False) -> ReceiptEffect:
    """The receipt for one laptop, followed."""
    return laptop.receipts.take(receipt_for(hq, laptop, stick, again=again))


def handed_over(hq: Workplace, laptop: Workplace, stick: Path, **answers: str) -> ProfileId:
    """A profile that headquarters has, and the laptop knows that."""
    profile = interview(laptop, **answers)
    bring(hq, laptop, stick)
    answer(hq, laptop, stick)
    return profile


def listed(workplace: Workplace) -> list[ProfileId]:
    """Everybody in the list."""
    return workplace.store.profiles.ids(ListQuery())


def said(workplace: Workplace, profile: ProfileId, path: str) -> object:
    """What a profile says now."""
    return workplace.interviews.read(profile).get(path)
