"""A store whose passphrase is lost, opened with the recovery key out of the safe: its officer gets a new passphrase."""

from s2w_desktop.bundle.age import Identity
from s2w_desktop.domain.canonical import cleaned
from s2w_desktop.domain.duties import Act
from s2w_desktop.domain.errors import PassphraseTooWeak
from s2w_desktop.domain.exchange_errors import UnknownOfficer
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.passphrases import judge
from s2w_desktop.services.setup import by_vault, opened_with
from s2w_desktop.services.sources import Sources
from s2w_desktop.storage.kdf import KdfCost
from s2w_desktop.storage.layout import StorePlace, local_folder
from s2w_desktop.storage.store import Store
from s2w_desktop.storage.values import Officer
from s2w_desktop.storage.wrong_tries import forget_tries


def reopen(place: StorePlace, recovery: Identity, untrusted_officer: str, new: str, cost: KdfCost, sources: Sources) -> Officer:
    """Set a new passphrase for somebody who works with the store, named as in `Staff.named`; the only one need not be named.

    Nothing else changes. Raises WrongKey for a recovery key that is not this store's, PassphraseTooWeak, PassphraseTaken,
    UnknownOfficer, and what reading and writing a vault and opening a store raise.
    """
    if not judge(new).is_enough:
        raise PassphraseTooWeak
    with opened_with(place, by_vault(place, lambda vault: vault.recover(recovery.text))) as store:
        officer = _meant(store, cleaned(untrusted_officer).strip())
        store.let_in(officer.id, new, cost=cost, now=sources.now(), new_id=sources.new_id)
        if store.stations.station().role is Role.HEADQUARTERS:
            store.access.begin(officer.id, sources.now)
            store.access.note(officer.id, Act.MANAGE_STAFF, officer.id)
    forget_tries(local_folder(place))  # whoever forgot the old one has tried often
    return officer


def _meant(store: Store, wanted: str) -> Officer:
    present = [one for one in store.officers.all() if one.removed_at is None]
    found = [one for one in present if wanted in (str(one.id), one.name)] if wanted else present
    if len(found) != 1:
        raise UnknownOfficer
    return found[0]
