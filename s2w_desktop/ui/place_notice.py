"""The notice about a store that lies where other computers may write to it too; nothing is blocked by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from s2w_desktop.i18n.place_words import poor_place_words
from s2w_desktop.ui.kit.card import NoticeText, Tone

if TYPE_CHECKING:
    from s2w_desktop.i18n.translator import Translator
    from s2w_desktop.storage.poor_places import PoorPlace
    from s2w_desktop.ui.errors import NoticeSpot


def show_poor_place(spot: NoticeSpot, tr: Translator, found: PoorPlace | None) -> None:
    """Say it at the place, where it is due."""
    if found is not None:
        words = poor_place_words(tr, found.service)
        spot.show_text(NoticeText(words.found, words.safe, words.todo), Tone.WARN)
