"""Reference packs: headquarters makes and signs them; laptops install them, and can go back to the version before."""

import hashlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import BinaryIO, Final

from s2w_desktop.bundle.keys_part import KEYS_PART
from s2w_desktop.bundle.minisign import SigningKey
from s2w_desktop.bundle.pack_file import read_pack, read_unsigned, signature_of, write_pack
from s2w_desktop.bundle.pack_text import pack_text, read_pack_text
from s2w_desktop.bundle.part_file import PartFile
from s2w_desktop.domain.disk_errors import DISK_ERRORS
from s2w_desktop.domain.duties import Act
from s2w_desktop.domain.errors import FileUnreadable, TargetExists
from s2w_desktop.domain.pack_errors import BadPackSignature, NewerPack, NotAPack, NothingToRollBack
from s2w_desktop.domain.packs import Pack, PackContent, PackPart
from s2w_desktop.domain.reference_errors import Finding
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.headquarters_keys import own_signing_key, signer_name, trusted_signers
from s2w_desktop.services.key_changes import KeyChanges, is_keys_pack, read_change
from s2w_desktop.services.permits import Permits
from s2w_desktop.services.sources import Sources
from s2w_desktop.services.templates import Templates
from s2w_desktop.storage import pack_folder
from s2w_desktop.storage.pack_folder import PackReader, PackWriter
from s2w_desktop.storage.packs import StoredPack
from s2w_desktop.storage.store import Store

TEMPLATE_PART: Final = "template/file"


@dataclass(frozen=True)
class InstalledPack:
    """A pack with the name of the headquarters that signed it. `is_current`: it is the version of its name that counts.

    `words` are the six words of the keys that it brings, when people have to compare them before it is installed.
    `is_here`: its parts are on this machine. Beside a store on a server they may be on another one: install the file here too.
    """

    pack: Pack
    signer: str
    is_current: bool
    words: tuple[str, ...] = ()
    is_here: bool = True


@dataclass(frozen=True)
class Draft:
    """What goes into a pack: its name, its title, what it brings, and its parts by their names.

    `left_out` are places of the source that nothing was taken from.
    """

    id: str
    title: str
    contents: tuple[PackContent, ...]
    parts: Mapping[str, bytes]
    left_out: tuple[Finding, ...] = ()

    def pack(self, version: int, made_on: date) -> Pack:
        """What the pack says about itself."""
        parts = tuple(PackPart(name, len(raw), hashlib.sha256(raw).hexdigest()) for name, raw in self.parts.items())
        return Pack(self.id, version, made_on, self.title, self.contents, parts)


class Packs:
    """What the store knows of packs. `folder` is the store's; a template that a pack brings goes to `templates`."""

    def __init__(
        self, store: Store, folder: Path, templates: Templates, words: Sequence[str], permits: Permits, sources: Sources
    ) -> None:
        self._permits = permits
        self._store = store
        self._keys = KeyChanges(store, words, sources)
        self._templates = templates
        self._root = folder / pack_folder.NAME
        self._sources = sources

    # --- headquarters ---

    def check_can_make(self) -> None:
        """Raises NotPermitted, and WrongRole where nothing can be signed."""
        self.require_duty()
        own_signing_key(self._store)

    def require_duty(self) -> None:
        """Raises NotPermitted unless the officer at work may make, send and install packs."""
        self._permits.require(Act.INSTALL_PACKS)

    def make(self, draft: Draft, target: Path, version: int = 0, *, key: SigningKey | None = None) -> Pack:
        """Sign a pack and write its file. Without a `version` it is one above the highest that was made or installed here.

        `key` signs in the place of the present one. Raises NotPermitted, WrongRole, StalePack, TargetExists, disk errors.
        """
        self.require_duty()
        key = key or own_signing_key(self._store)
        pack = draft.pack(version or self._store.packs.highest(draft.id) + 1, self._sources.today())
        device = self._store.stations.station().device
        self._store.packs.note_made(StoredPack(pack.id, pack.version, pack_text(pack), device, self._sources.now()))
        write_file(target, pack, draft, (signature_of(pack_text(pack), key),))
        return pack

    def sign(self, source: Path, target: Path) -> Pack:
        """Write a pack that another headquarters made, with the signature of this one beside theirs.

        Raises NotPermitted, WrongRole, BadPackSignature where nobody signed it before, TargetExists, disk errors, and what
        `install` raises for a file that is no whole pack.
        """
        self.require_duty()
        key = own_signing_key(self._store)
        found: dict[str, bytes] = {}
        with _opened(source) as file:
            pack, signatures = read_unsigned(file, lambda part, content: found.update({part.name: content}))
        if not signatures:
            raise BadPackSignature
        draft = Draft(pack.id, pack.title, pack.contents, found)
        write_file(target, pack, draft, (signatures[0], signature_of(pack_text(pack), key)))
        return pack

    # --- both ---

    def look(self, path: Path) -> InstalledPack:
        """What a file holds, every part of it checked as `install` does, but not kept. Raises as `install`."""
        with _opened(path) as file:
            return self.look_into(file)

    def look_into(self, file: BinaryIO) -> InstalledPack:
        """`look` for a file that is open at its beginning."""
        signers, keys_part = trusted_signers(self._store, self._sources.now()), bytearray()

        def take(part: PackPart, content: bytes) -> None:
            keys_part.extend(content if part.name == KEYS_PART else b"")

        pack, keys = read_pack(file, tuple(signers), take, vouched=True)
        told = InstalledPack(pack, signers[keys[0]].name, is_current=False)
        if PackContent.KEYS not in pack.contents:
            return told
        change = read_change(pack, signers[keys[0]].device, bytes(keys_part))
        return told if len(keys) >= pack.signatures_needed else replace(told, words=self._keys.words(change))

    def install(self, path: Path, untrusted_words: str = "") -> InstalledPack:
        """Let the pack of a file count from now on. One that fails leaves what is installed untouched.

        `untrusted_words` are those that people compared, for a pack of keys that one headquarters signed alone.
        Raises NotPermitted, FileUnreadable, NotAPack, NewerPack, UnknownPackSigner, BadPackSignature, PackNeedsTwoKeys,
        FingerprintDiffers, PackPartDamaged, StalePack, disk errors, and for a pack with a template what `Templates.install`
        raises.
        """
        with _opened(path) as file:
            return self.install_from(file, untrusted_words)

    def install_from(self, file: BinaryIO, untrusted_words: str = "") -> InstalledPack:
        """`install` for a file that is open at its beginning."""
        self.require_duty()
        signers = trusted_signers(self._store, self._sources.now())
        writer, kept = PackWriter(self._root), {TEMPLATE_PART: b"", KEYS_PART: b""}

        def take(part: PackPart, content: bytes) -> None:
            if part.name in kept:
                kept[part.name] = content
            writer.take(part, content)

        try:
            pack, keys = read_pack(file, tuple(signers), take, vouched=bool(untrusted_words))
            text, signer = pack_text(pack), signers[keys[0]]
            change = read_change(pack, signer.device, kept[KEYS_PART]) if PackContent.KEYS in pack.contents else None
            if change and len(keys) < pack.signatures_needed:
                self._keys.compare(change, untrusted_words)
            self._store.packs.check(pack.id, pack.version, text)
            if PackContent.TEMPLATE in pack.contents and self._store.stations.station().role is Role.FIELD:
                self._templates.install_content(kept[TEMPLATE_PART])
            writer.finish(pack, text)
        except BaseException:
            writer.abandon()
            raise
        self._store.packs.install(StoredPack(pack.id, pack.version, text, signer.device, self._sources.now()))
        if change:  # after the pack is known: if this were cut off, the same pack again does it
            self._keys.follow(change)
        self._note()
        return InstalledPack(pack, signer.name, is_current=True)

    def roll_back(self, pack_id: str) -> InstalledPack:
        """Let the version before count again; a newer one than any that was installed can still come.

        Raises NotPermitted, NoPack, NothingToRollBack (keys never go back either), disk errors.
        """
        self.require_duty()
        if is_keys_pack(pack_id):
            raise NothingToRollBack
        stored = self._store.packs.roll_back(pack_id)
        self._note()
        return self._told(stored, is_current=True)

    def installed(self) -> tuple[InstalledPack, ...]:
        """The packs that count, and those that they can go back to."""
        current = {(stored.pack_id, stored.version) for stored in self._store.packs.current()}
        return tuple(
            self._told(stored, is_current=(stored.pack_id, stored.version) in current) for stored in self._store.packs.kept()
        )

    def readers(self, content: PackContent) -> tuple[PackReader, ...]:
        """The current packs that bring something and whose parts are on this machine, the one installed last first."""
        newest = sorted(self._store.packs.current(), key=lambda stored: stored.installed_at, reverse=True)
        packs = (read_pack_text(stored.text) for stored in newest)
        return tuple(PackReader(self._root, pack) for pack in packs if content in pack.contents and self._is_here(pack))

    def _is_here(self, pack: Pack) -> bool:
        """In a folder's own store a missing part is damage, and told by whoever reads it."""
        return not self._store.is_shared or pack_folder.is_here(self._root, pack)

    def _told(self, stored: StoredPack, *, is_current: bool) -> InstalledPack:
        pack = read_pack_text(stored.text)
        return InstalledPack(pack, signer_name(self._store, stored.signer), is_current, is_here=self._is_here(pack))

    def _note(self) -> None:
        """The store has decided already: a disk that is full now costs a search without the store its news, nothing else."""
        with suppress(*DISK_ERRORS):
            pack_folder.note_current(self._root, [read_pack_text(stored.text) for stored in self._store.packs.current()])
        pack_folder.sweep(self._root, [read_pack_text(stored.text) for stored in self._store.packs.kept()])


def write_file(target: Path, pack: Pack, draft: Draft, signatures: Sequence[bytes]) -> None:
    """Write a pack as a file that is there whole or not at all; without a signature nobody installs it.

    Raises TargetExists, ReadBackDiffers, disk errors.
    """
    if target.exists():
        raise TargetExists
    part = PartFile(target.parent)
    with part.writing() as writer:
        write_pack(writer.write, pack, signatures, draft.parts.values())
    try:
        part.publish(target.name)
    except TargetExists:
        part.remove()
        raise


def unsigned_parts(path: Path) -> tuple[Pack, Mapping[str, bytes]]:
    """What a file holds, whoever signed it or nobody: to try a pack out, never to work with. Raises as `Packs.install`."""
    found: dict[str, bytes] = {}
    with _opened(path) as file:
        return read_unsigned(file, lambda part, content: found.update({part.name: content}))[0], found


def readers_beside(folder: Path) -> Sequence[PackReader]:
    """The packs that count in a store that is not open, by its folder; what cannot be read is left out.

    Nobody has looked at their signatures: enough to look up a code, which is public anyway.
    """
    root, found = folder / pack_folder.NAME, list[PackReader]()
    for untrusted in pack_folder.current_texts(root):
        with suppress(NotAPack, NewerPack):
            found.append(PackReader(root, read_pack_text(untrusted)))
    return found


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as cause:
        raise FileUnreadable from cause
