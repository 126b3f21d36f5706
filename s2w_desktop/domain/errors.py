"""Foreseen failures: typed, with a stable code, without sentences and without personal data.

The sentences stand in `i18n.error_words`, and `i18n.error_texts` fills in the facts; the exit codes stand in
`cli.exit_codes`. Tests hold both complete.
Facts are numbers, codes and names that the program itself gave, never what a person said.
"""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(eq=False)
class S2wError(Exception):
    """Root of every foreseen failure; `code` is what a person can read out to support."""

    code: ClassVar[str] = ""

    def __str__(self) -> str:
        return self.code


# --- the store on this machine -------------------------------------------------------------------------------------


class NoStore(S2wError):
    """There is no store in the folder."""

    code = "E-STORE-1"


class StoreExists(S2wError):
    """A store is already in the folder; nothing was overwritten."""

    code = "E-STORE-2"


@dataclass(eq=False)
class StoreInUse(S2wError):
    """Another process holds the store. `holder_pid` is 0 when it is not known."""

    code = "E-STORE-3"
    holder_pid: int = 0


class StoreDamaged(S2wError):
    """The database cannot be read although its key is right."""

    code = "E-STORE-4"


@dataclass(eq=False)
class NewerStore(S2wError):
    """A newer program wrote the store; it was not touched."""

    code = "E-STORE-5"
    found: str = ""


class WrongPassphrase(S2wError):
    """No slot of the vault opens with this passphrase."""

    code = "E-KEY-1"


class WrongRecoveryWords(S2wError):
    """No recovery sheet of the vault has these words: mistyped, used up, or replaced by a newer sheet."""

    code = "E-KEY-10"


class VaultDamaged(S2wError):
    """The vault file is cut, changed or asks for impossible work."""

    code = "E-KEY-2"


class NewerVault(S2wError):
    """The vault file has a newer format."""

    code = "E-KEY-3"


class PassphraseTooWeak(S2wError):
    """The passphrase is shorter or easier to guess than the store allows."""

    code = "E-KEY-4"


class WrongKey(S2wError):
    """The key given does not open this file."""

    code = "E-KEY-5"


@dataclass(eq=False)
class KeyFileDamaged(S2wError):
    """A key file or card is not what it should be."""

    code = "E-KEY-6"


# --- writing and reading files -------------------------------------------------------------------------------------


class DiskFull(S2wError):
    """No space is left where the file should go; the part written was removed."""

    code = "E-DISK-1"


class TargetReadOnly(S2wError):
    """The target cannot be written."""

    code = "E-DISK-2"


class TargetGone(S2wError):
    """The stick or folder disappeared while it was used."""

    code = "E-DISK-3"


class FileTooLarge(S2wError):
    """The target does not take a file of this size."""

    code = "E-DISK-4"


class ReadBackDiffers(S2wError):
    """What was read back is not what was written."""

    code = "E-DISK-5"


class FileUnreadable(S2wError):
    """A file that was named cannot be read."""

    code = "E-DISK-6"


class TargetExists(S2wError):
    """A file of that name is already there; it was not overwritten."""

    code = "E-DISK-7"


# --- bundles -------------------------------------------------------------------------------------------------------


class NotABundle(S2wError):
    """The file is not a bundle at all."""

    code = "E-BUNDLE-1"


class BundleDamaged(S2wError):
    """The bundle is cut or changed; copying it again may help."""

    code = "E-BUNDLE-2"


class BundleTooLarge(S2wError):
    """The bundle, or a part of it, exceeds a limit of the format."""

    code = "E-BUNDLE-3"


class NewerFormat(S2wError):
    """A newer program wrote the bundle."""

    code = "E-BUNDLE-4"


class WrongRecipient(S2wError):
    """The bundle is not for this office."""

    code = "E-BUNDLE-5"


class UnknownSender(S2wError):
    """No enrolled device signed the bundle."""

    code = "E-BUNDLE-6"


class RevokedSender(S2wError):
    """The device that signed the bundle is revoked."""

    code = "E-BUNDLE-7"


class BadSignature(S2wError):
    """The signature does not fit the bundle."""

    code = "E-BUNDLE-8"


class TrainingBundle(S2wError):
    """Training data came to a real store, or real data to a training store."""

    code = "E-BUNDLE-9"


class StaleBundle(S2wError):
    """An order or receipt older than one already followed."""

    code = "E-BUNDLE-10"


class WrongKind(S2wError):
    """The bundle is sound but of a kind that this place does not take."""

    code = "E-BUNDLE-11"


# --- paper ---------------------------------------------------------------------------------------------------------


@dataclass(eq=False)
class MissingGlyphs(S2wError):
    """Letters that no shipped font has, so the paper would show boxes. Counts them and names the blocks, never the letters."""

    code = "E-PAPER-1"
    count: int = 0
    blocks: tuple[str, ...] = ()


# --- copies of documents -------------------------------------------------------------------------------------------


class CopyTooLarge(S2wError):
    """The file has more bytes than a copy may have, or cannot be made small enough."""

    code = "E-COPY-1"


class NotACopy(S2wError):
    """The file is neither a PDF nor a JPEG or PNG picture, whatever its name says."""

    code = "E-COPY-2"


class CopyDamaged(S2wError):
    """The file is cut off or broken."""

    code = "E-COPY-3"


@dataclass(eq=False)
class TooManyPages(S2wError):
    """The document has more pages than a copy may have."""

    code = "E-COPY-4"
    most: int = 0


class PictureTooBig(S2wError):
    """The picture has more points than the program opens."""

    code = "E-COPY-5"


class CopyProtected(S2wError):
    """The document opens with a password only."""

    code = "E-COPY-6"


class CopyTooHeavy(S2wError):
    """Opening the file took more memory or time than it may."""

    code = "E-COPY-7"


class CopyMissing(S2wError):
    """The answer is here, the copy it refers to is not."""

    code = "E-COPY-8"


class CopiesNotAgreed(S2wError):
    """The person has not agreed that copies of documents are attached."""

    code = "E-COPY-9"


# --- recorded questions --------------------------------------------------------------------------------------------


class RecordingDamaged(S2wError):
    """The recording of a question is gone, broken, too long, or no sound that this program plays."""

    code = "E-SOUND-1"


class NoSoundDevice(S2wError):
    """The machine has nothing that plays sound, or does not give it."""

    code = "E-SOUND-2"


# --- what was asked for --------------------------------------------------------------------------------------------


class UnknownProfile(S2wError):
    """No profile with this code or id is in the store."""

    code = "E-INPUT-1"


@dataclass(eq=False)
class InvalidAnswer(S2wError):
    """A value does not fit its field. Carries the field, never the value."""

    code = "E-INPUT-2"
    path: str = ""


@dataclass(eq=False)
class InvalidLine(S2wError):
    """A line of input is not a profile. `line` counts from 1."""

    code = "E-INPUT-3"
    line: int = 0
    path: str = ""


class NothingToExport(S2wError):
    """Everything was handed over already."""

    code = "E-EXPORT-1"


class HandedOver(S2wError):
    """A bundle has carried the profile; removing it here would not remove it there."""

    code = "E-EXPORT-2"


class NotEnrolled(S2wError):
    """The laptop knows no headquarters yet, or headquarters does not know the device."""

    code = "E-ENROL-1"


class FingerprintDiffers(S2wError):
    """The words compared are not the words of this key."""

    code = "E-ENROL-2"


class WrongRole(S2wError):
    """The store's role does not do this."""

    code = "E-ROLE-1"


class TrainingOnly(S2wError):
    """Only a training store does this."""

    code = "E-ROLE-2"


class Cancelled(S2wError):
    """A person stopped the work; everything is as before."""

    code = "E-CANCEL-1"


# --- translations --------------------------------------------------------------------------------------------------


@dataclass(eq=False)
class CatalogueDamaged(S2wError):
    """A file of translations cannot be read, or would break the program. `detail` tells where, for whoever works on it."""

    code = "E-WORDS-1"
    detail: str = ""


@dataclass(eq=False)
class NotATranslationSheet(S2wError):
    """A table is not one of ours: a column is missing, or the file is no table. `detail` names the column."""

    code = "E-WORDS-2"
    detail: str = ""


class UnknownLanguage(S2wError):
    """There is no such language here: CLDR does not know the code, or nothing was translated into it."""

    code = "E-WORDS-3"
