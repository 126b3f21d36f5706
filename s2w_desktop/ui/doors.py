"""The ways into a store. What stands behind them is loaded when one of them is used, so that the first window is quick."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from s2w_desktop.domain.errors import S2wError
from s2w_desktop.storage.layout import is_set_up, local_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from s2w_desktop.i18n.translator import Catalogues, Translator
    from s2w_desktop.services.setup import NewStore, OpenStore
    from s2w_desktop.services.sources import Sources
    from s2w_desktop.services.workplace import Workplace
    from s2w_desktop.storage.kdf import KdfCost
    from s2w_desktop.storage.layout import StorePlace
    from s2w_desktop.storage.poor_places import PoorPlace


@dataclass(frozen=True)
class Doors:
    """Where a store is and how it is made and opened. `cost` says how hard a new passphrase is to try, measured when asked.

    `training` is how the window looks until the store is open; `other` whether the person can go to the other of the two
    stores from here. Everything here may take seconds: call it from the task runner.
    """

    place: StorePlace
    resources: Path
    catalogues: Catalogues
    sources: Sources
    training: bool
    cost: Callable[[], KdfCost]
    other: bool = False

    def has_store(self) -> bool:
        """Whether there is something to unlock."""
        return is_set_up(self.place)

    def poor_place(self) -> PoorPlace | None:
        """What is wrong with where the store lies, or is to lie; None where nothing is. Quick: names of some folders."""
        from s2w_desktop.storage.poor_places import poor_place

        return poor_place(self.place)

    def create(self, wanted: NewStore, passphrase: str, sheet_words: Sequence[str] = ()) -> Workplace:
        """Make the store and open it. Raises what `services.setup.create_store` raises."""
        from s2w_desktop.services.setup import create_store

        local_folder(self.place).mkdir(mode=0o700, parents=True, exist_ok=True)
        opened = create_store(
            self.place,
            wanted,
            passphrase=passphrase,
            cost=self.cost(),
            sources=self.sources,
            sheet_words=" ".join(sheet_words),
        )
        return self._workplace(opened)

    def unlock(self, passphrase: str) -> Workplace:
        """Open the store; what a laptop is to remove by itself is gone then. Raises what `services.setup.unlock_store` raises."""
        from s2w_desktop.services.setup import unlock_store

        opened = unlock_store(self.place, passphrase, self.sources)
        return self._workplace(opened)

    def check(self, passphrase: str, workplace: Workplace) -> None:
        """Whether the officer at work is the one who types. Raises WrongPassphrase, MustWait, VaultDamaged."""
        from s2w_desktop.services.wrong_tries import counted
        from s2w_desktop.storage.vault import Vault
        from s2w_desktop.storage.vault_shelf import shelf_of

        vault = Vault.read(shelf_of(self.place))
        with counted(self.place, self.sources):
            vault.unlock(passphrase, officer=workplace.officer).key.wipe()

    def seconds_to_wait(self) -> int:
        """Whole seconds until a passphrase is tried again, after wrong ones; 0 when one is tried at once. Quick: a small file."""
        from s2w_desktop.services.wrong_tries import seconds_to_wait

        return seconds_to_wait(self.place, self.sources)

    def change_passphrase(self, old: str, new: str) -> None:
        """Lock the store with another passphrase. Raises WrongPassphrase, MustWait, PassphraseTooWeak, disk errors."""
        from s2w_desktop.domain.errors import PassphraseTooWeak
        from s2w_desktop.services.passphrases import judge
        from s2w_desktop.services.wrong_tries import counted
        from s2w_desktop.storage.vault import Vault
        from s2w_desktop.storage.vault_shelf import shelf_of

        if not judge(new).is_enough:
            raise PassphraseTooWeak
        vault, cost = Vault.read(shelf_of(self.place)), self.cost()
        with counted(self.place, self.sources):
            vault.change_passphrase(old=old, new=new, cost=cost, now=self.sources.now(), new_id=self.sources.new_id)

    def recovery_paper(self, words: Sequence[str], computer: str, tr: Translator) -> bytes:
        """The recovery sheet with these words as a PDF, in memory alone. Raises MissingGlyphs."""
        from s2w_desktop.pdf.fonts import FontSet
        from s2w_desktop.services.recovery_sheets import recovery_paper

        return recovery_paper(words, computer, self.sources.now(), tr, FontSet(self.resources / "fonts"))

    def sheet_made(self, workplace: Workplace) -> datetime | None:
        """When the recovery sheet of the officer at work was made; None where there is none. Raises VaultDamaged."""
        from s2w_desktop.services.recovery_sheets import sheet_made

        return sheet_made(self.place, workplace.officer)

    def renew_sheet(self, passphrase: str, words: Sequence[str]) -> None:
        """Let a new recovery sheet hold for whose passphrase it is. Raises what `services.recovery_sheets.renew_sheet` raises."""
        from s2w_desktop.services.recovery_sheets import renew_sheet

        renew_sheet(self.place, passphrase, words, self.cost(), self.sources)

    def change_by_sheet(self, words: str, new: str) -> None:
        """A new passphrase for the words of a recovery sheet. Raises what `services.recovery_sheets.change_by_sheet` raises."""
        from s2w_desktop.services.recovery_sheets import change_by_sheet

        change_by_sheet(self.place, words, new, self.cost(), self.sources)

    def warm(self) -> None:
        """Load what unlocking will need, while a person types."""
        import s2w_desktop.services.workplace  # noqa: F401  # loading it is the point

    def _workplace(self, opened: OpenStore) -> Workplace:
        from s2w_desktop.services.workplace import open_workplace

        workplace = open_workplace(
            opened, folder=local_folder(self.place), resources=self.resources, catalogues=self.catalogues, sources=self.sources
        )
        with suppress(S2wError):  # a full disk, say: it is due again at the next opening
            workplace.safekeeping.thinning.remove_due()
        return workplace
