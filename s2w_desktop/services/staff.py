"""Who works with this store: people come with a passphrase of their own, get duties, and leave; their names and work stay."""

from collections.abc import Collection
from dataclasses import replace

from s2w_desktop.domain.canonical import cleaned
from s2w_desktop.domain.duties import Act, Duty
from s2w_desktop.domain.errors import PassphraseTooWeak
from s2w_desktop.domain.exchange_errors import LastAdministrator, UnknownOfficer
from s2w_desktop.domain.ids import OfficerId
from s2w_desktop.services.colleagues import seal_work_of
from s2w_desktop.services.keeping import Editors
from s2w_desktop.services.passphrases import judge
from s2w_desktop.services.permits import Permits
from s2w_desktop.storage.kdf import KdfCost
from s2w_desktop.storage.values import Officer

MOST_LETTERS = 200


class Staff:
    """Everybody may see who works here; changing it raises NotPermitted without the duty."""

    def __init__(self, editors: Editors, permits: Permits) -> None:
        self._editors = editors
        self._store = editors.store
        self._permits = permits
        self._sources = editors.sources

    @property
    def me(self) -> OfficerId:
        """The officer at work."""
        return self._permits.officer

    @property
    def may_change(self) -> bool:
        """Whether the officer at work may change anything here."""
        return self._permits.may(Act.MANAGE_STAFF)

    def require_change(self) -> None:
        """Raises NotPermitted unless `may_change`."""
        self._permits.check(Act.MANAGE_STAFF)

    def present(self) -> tuple[Officer, ...]:
        """Who works here, in the order they came."""
        return tuple(one for one in self._store.officers.all() if one.removed_at is None)

    def former(self) -> tuple[Officer, ...]:
        """Who worked here and left."""
        return tuple(one for one in self._store.officers.all() if one.removed_at is not None)

    def named(self, untrusted: str) -> Officer:
        """Who is meant by an id or by a whole name. Raises UnknownOfficer."""
        wanted = cleaned(untrusted).strip()
        found = [one for one in self.present() if wanted in (str(one.id), one.name)]
        if not wanted or len(found) != 1:
            raise UnknownOfficer
        return found[0]

    def add(self, untrusted_name: str, duties: Collection[Duty], passphrase: str, cost: KdfCost) -> Officer:
        """Let somebody in with a first passphrase, which they should change. Takes as long as unlocking, for each who is here.

        Raises NotPermitted, PassphraseTooWeak, PassphraseTaken, TooManyOfficers, and what writing the vault raises; ValueError
        for a name that is empty or longer than 200 letters.
        """
        self._permits.require(Act.MANAGE_STAFF)
        name = cleaned(untrusted_name).strip()
        if not 1 <= len(name) <= MOST_LETTERS:
            raise ValueError("a name has 1 to 200 letters")
        if not judge(passphrase).is_enough:
            raise PassphraseTooWeak
        officer = Officer(OfficerId(self._sources.new_id()), name, self._sources.now(), duties=frozenset(duties))
        self._store.let_in(officer.id, passphrase, cost=cost, now=officer.added_at, new_id=self._sources.new_id)
        try:
            self._store.officers.change(lambda _all: officer)
        except BaseException:
            self._store.shut_out(officer.id)
            raise
        return officer

    def give(self, officer: OfficerId, duties: Collection[Duty]) -> None:
        """From now on these are the duties of somebody. Raises NotPermitted, UnknownOfficer, LastAdministrator."""
        self._permits.require(Act.MANAGE_STAFF, officer)

        def changed(everyone: Collection[Officer]) -> Officer:
            one = _present(everyone, officer)
            if Duty.ADMINISTRATOR not in duties:
                _keep_an_administrator(everyone, one)
            return replace(one, duties=frozenset(duties))

        self._store.officers.change(changed)

    def remove(self, officer: OfficerId) -> None:
        """Somebody left: the passphrase opens nothing from now on, name and work stay; what they had open becomes final.

        Raises as `give` and as `add`.
        """
        self._permits.require(Act.MANAGE_STAFF, officer)

        def changed(everyone: Collection[Officer]) -> Officer:
            one = _present(everyone, officer)
            _keep_an_administrator(everyone, one)
            self._store.shut_out(officer)  # before the note: who is noted as gone must not come in again after a crash
            return replace(one, removed_at=self._sources.now())

        self._store.officers.change(changed)
        seal_work_of(self._editors, officer)


def _present(everyone: Collection[Officer], officer: OfficerId) -> Officer:
    found = next((one for one in everyone if one.id == officer and one.removed_at is None), None)
    if found is None:
        raise UnknownOfficer
    return found


def _keep_an_administrator(everyone: Collection[Officer], without: Officer) -> None:
    """Raises LastAdministrator when nobody else is one."""
    others = (one for one in everyone if one.id != without.id and one.removed_at is None)
    if Duty.ADMINISTRATOR in without.duties and not any(Duty.ADMINISTRATOR in one.duties for one in others):
        raise LastAdministrator
