"""Recovery sheets: words on paper that give whoever forgot the passphrase a new one, for one time (threats TM-12)."""

from collections.abc import Callable, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Final

from s2w_desktop.domain.errors import PassphraseTooWeak
from s2w_desktop.domain.ids import OfficerId
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.pdf.fonts import FontSet
from s2w_desktop.pdf.sheet_paper import build_sheet
from s2w_desktop.services.passphrases import judge
from s2w_desktop.services.sheets.recovery import recovery_sheet
from s2w_desktop.services.sources import Sources
from s2w_desktop.services.wrong_tries import counted
from s2w_desktop.storage.kdf import KdfCost
from s2w_desktop.storage.layout import StorePlace
from s2w_desktop.storage.lock import StoreLock
from s2w_desktop.storage.vault import Vault
from s2w_desktop.storage.vault_shelf import shelf_of

SHEET_WORDS: Final = 8
TYPED_BACK: Final = 2


def draw_words(words: Sequence[str], randbelow: Callable[[int], int]) -> tuple[str, ...]:
    """The words of a new sheet, drawn from a list; 88 bits with 2048 words."""
    return tuple(words[randbelow(len(words))] for _ in range(SHEET_WORDS))


def draw_places(randbelow: Callable[[int], int]) -> tuple[int, ...]:
    """Which words are to be typed back, from 0, in the order of the sheet."""
    left = list(range(SHEET_WORDS))
    return tuple(sorted(left.pop(randbelow(len(left))) for _ in range(TYPED_BACK)))


def as_secret(untrusted_words: str) -> str:
    """Typed words as they lock and unlock: small letters, a space between two. However they were typed they open the same."""
    return " ".join(untrusted_words.lower().split())


def recovery_paper(words: Sequence[str], computer: str, made: datetime, tr: Translator, fonts: FontSet) -> bytes:
    """The sheet as a PDF, in memory alone. It bears the name of the computer, and nobody's."""
    target = BytesIO()
    build_sheet(recovery_sheet(words, computer, made.date(), tr), fonts, target)
    return target.getvalue()


def sheet_made(place: StorePlace, officer: OfficerId) -> datetime | None:
    """When the sheet of an officer was made that works now; None where there is none. Raises what reading a vault raises."""
    return Vault.read(shelf_of(place)).sheet_made(officer)


def renew_sheet(place: StorePlace, passphrase: str, words: Sequence[str], cost: KdfCost, sources: Sources) -> None:
    """Let the words of a new sheet hold for whose passphrase it is; their earlier sheet opens nothing any more.

    Raises WrongPassphrase, MustWait, and what reading and writing a vault raise.
    """
    vault = Vault.read(shelf_of(place))
    with counted(place, sources):
        vault.renew_sheet(passphrase=passphrase, words=" ".join(words), cost=cost, now=sources.now(), new_id=sources.new_id)


def change_by_sheet(place: StorePlace, untrusted_words: str, new: str, cost: KdfCost, sources: Sources) -> None:
    """Use up a sheet: its officer has a new passphrase, and the profiles stay as they are.

    Raises WrongRecoveryWords, MustWait, PassphraseTooWeak, PassphraseTaken, StoreInUse, and what reading and writing a vault
    raise.
    """
    if not judge(new).is_enough:
        raise PassphraseTooWeak
    lock = StoreLock(place) if isinstance(place, Path) else None  # a server notices by itself when two change a vault at once
    try:
        vault, words = Vault.read(shelf_of(place)), as_secret(untrusted_words)
        with counted(place, sources):
            vault.change_by_sheet(words=words, new=new, cost=cost, now=sources.now(), new_id=sources.new_id)
    finally:
        if lock is not None:
            lock.release()
