"""Foreseen failures with reference packs; see `errors`. Whatever happens, the pack that is installed stays untouched."""

from dataclasses import dataclass

from s2w_desktop.domain.errors import S2wError


@dataclass(eq=False)
class NotAPack(S2wError):
    """The file is no pack, was cut, or breaks a rule of the format. `key` names the part of the format at fault."""

    code = "E-PACK-1"
    key: str = ""


class NewerPack(S2wError):
    """The pack is made for a newer program."""

    code = "E-PACK-2"


class UnknownPackSigner(S2wError):
    """The pack is not signed by the headquarters that this store knows."""

    code = "E-PACK-3"


class BadPackSignature(S2wError):
    """The signature does not fit the pack."""

    code = "E-PACK-4"


class PackNeedsTwoKeys(S2wError):
    """The pack changes keys or words of consent, and not two different keys have signed it."""

    code = "E-PACK-5"


@dataclass(eq=False)
class StalePack(S2wError):
    """A newer version of this pack, or another one of the same version, was installed before. `known` is that version."""

    code = "E-PACK-6"
    found: int = 0
    known: int = 0


class PackPartDamaged(S2wError):
    """A part of a pack is not what the pack says it is, or cannot be read; it is not used."""

    code = "E-PACK-7"


class NoPack(S2wError):
    """No pack of this name is installed."""

    code = "E-PACK-8"


class NothingToRollBack(S2wError):
    """No earlier version of this pack is kept."""

    code = "E-PACK-9"
