"""Which exit code each failure has. The numbers are promised to scripts: they are added to, never changed (CLI-01).

A script must treat a code that it does not know as a failure.
"""

from collections.abc import Mapping
from enum import IntEnum
from types import MappingProxyType

from s2w_desktop.domain import (
    disk_errors,
    errors,
    exchange_errors,
    interchange_errors,
    pack_errors,
    reference_errors,
    server_errors,
    template_errors,
    unlock_errors,
    vacancy_errors,
)


class ExitCode(IntEnum):
    """What the process ends with."""

    OK = 0
    FAILURE = 1
    USAGE = 2
    PARTLY = 3  # finished, but some items were refused
    NO_STORE = 10
    STORE_IN_USE = 11
    WRONG_KEY = 12
    STORE_DAMAGED = 13
    BUNDLE_DAMAGED = 20
    NOT_TRUSTED = 21
    STALE = 22
    NEWER = 23
    TRAINING = 24
    DISK = 30
    NOT_ALLOWED = 40
    CANCELLED = 130
    BROKEN_PIPE = 141  # 128 + SIGPIPE: whoever read our output stopped reading


EXIT_CODES: Mapping[type[errors.S2wError], ExitCode] = MappingProxyType(
    {
        errors.NoStore: ExitCode.NO_STORE,
        errors.StoreExists: ExitCode.FAILURE,
        errors.StoreInUse: ExitCode.STORE_IN_USE,
        errors.StoreDamaged: ExitCode.STORE_DAMAGED,
        errors.NewerStore: ExitCode.NEWER,
        errors.WrongPassphrase: ExitCode.WRONG_KEY,
        errors.WrongRecoveryWords: ExitCode.WRONG_KEY,
        unlock_errors.MustWait: ExitCode.NOT_ALLOWED,
        errors.VaultDamaged: ExitCode.STORE_DAMAGED,
        errors.NewerVault: ExitCode.NEWER,
        errors.PassphraseTooWeak: ExitCode.NOT_ALLOWED,
        errors.WrongKey: ExitCode.WRONG_KEY,
        errors.KeyFileDamaged: ExitCode.BUNDLE_DAMAGED,
        errors.DiskFull: ExitCode.DISK,
        errors.TargetReadOnly: ExitCode.DISK,
        errors.TargetGone: ExitCode.DISK,
        errors.FileTooLarge: ExitCode.DISK,
        disk_errors.PathTooLong: ExitCode.DISK,
        disk_errors.DiskRefused: ExitCode.DISK,
        errors.ReadBackDiffers: ExitCode.DISK,
        errors.FileUnreadable: ExitCode.DISK,
        errors.TargetExists: ExitCode.FAILURE,
        errors.NotABundle: ExitCode.BUNDLE_DAMAGED,
        errors.BundleDamaged: ExitCode.BUNDLE_DAMAGED,
        errors.BundleTooLarge: ExitCode.BUNDLE_DAMAGED,
        errors.NewerFormat: ExitCode.NEWER,
        errors.WrongRecipient: ExitCode.WRONG_KEY,
        errors.UnknownSender: ExitCode.NOT_TRUSTED,
        errors.RevokedSender: ExitCode.NOT_TRUSTED,
        errors.BadSignature: ExitCode.NOT_TRUSTED,
        errors.TrainingBundle: ExitCode.TRAINING,
        errors.StaleBundle: ExitCode.STALE,
        errors.WrongKind: ExitCode.NOT_ALLOWED,
        template_errors.NotATemplate: ExitCode.BUNDLE_DAMAGED,
        template_errors.NewerTemplate: ExitCode.NEWER,
        template_errors.UnknownTemplateSigner: ExitCode.NOT_TRUSTED,
        template_errors.BadTemplateSignature: ExitCode.NOT_TRUSTED,
        template_errors.StaleTemplate: ExitCode.STALE,
        template_errors.HidesProtection: ExitCode.NOT_ALLOWED,
        template_errors.UnfitLogo: ExitCode.BUNDLE_DAMAGED,
        reference_errors.ReferenceFileDamaged: ExitCode.FAILURE,
        reference_errors.SourceRefused: ExitCode.FAILURE,
        reference_errors.UnreadableQuery: ExitCode.FAILURE,
        reference_errors.CountryPackDamaged: ExitCode.BUNDLE_DAMAGED,
        reference_errors.NewerCountryPack: ExitCode.NEWER,
        pack_errors.NotAPack: ExitCode.BUNDLE_DAMAGED,
        pack_errors.NewerPack: ExitCode.NEWER,
        pack_errors.UnknownPackSigner: ExitCode.NOT_TRUSTED,
        pack_errors.BadPackSignature: ExitCode.NOT_TRUSTED,
        pack_errors.PackNeedsTwoKeys: ExitCode.NOT_TRUSTED,
        pack_errors.StalePack: ExitCode.STALE,
        pack_errors.PackPartDamaged: ExitCode.BUNDLE_DAMAGED,
        pack_errors.NoPack: ExitCode.FAILURE,
        pack_errors.NothingToRollBack: ExitCode.FAILURE,
        vacancy_errors.VacanciesRefused: ExitCode.FAILURE,
        interchange_errors.NotAgreed: ExitCode.NOT_ALLOWED,
        interchange_errors.NotAProfileFile: ExitCode.FAILURE,
        interchange_errors.OldEuropass: ExitCode.FAILURE,
        interchange_errors.ProfileFileTooLarge: ExitCode.FAILURE,
        interchange_errors.UnsafeXml: ExitCode.FAILURE,
        interchange_errors.AnswersMissing: ExitCode.FAILURE,
        interchange_errors.LanguageNotOffered: ExitCode.FAILURE,
        server_errors.ServerGone: ExitCode.FAILURE,
        server_errors.ServerRefused: ExitCode.NOT_ALLOWED,
        server_errors.ServerTooOld: ExitCode.FAILURE,
        server_errors.ServerFull: ExitCode.DISK,
        server_errors.BadAddress: ExitCode.USAGE,
        server_errors.PasswordInAddress: ExitCode.USAGE,
        server_errors.UnsafeAddress: ExitCode.USAGE,
        server_errors.OfficeOnly: ExitCode.NOT_ALLOWED,
        server_errors.WaitedInCircle: ExitCode.STORE_IN_USE,
        errors.MissingGlyphs: ExitCode.FAILURE,
        errors.CopyTooLarge: ExitCode.FAILURE,
        errors.NotACopy: ExitCode.FAILURE,
        errors.CopyDamaged: ExitCode.FAILURE,
        errors.TooManyPages: ExitCode.FAILURE,
        errors.PictureTooBig: ExitCode.FAILURE,
        errors.CopyProtected: ExitCode.FAILURE,
        errors.CopyTooHeavy: ExitCode.FAILURE,
        errors.CopyMissing: ExitCode.FAILURE,
        errors.CopiesNotAgreed: ExitCode.NOT_ALLOWED,
        errors.RecordingDamaged: ExitCode.FAILURE,
        errors.NoSoundDevice: ExitCode.FAILURE,
        errors.UnknownProfile: ExitCode.FAILURE,
        errors.InvalidAnswer: ExitCode.FAILURE,
        errors.InvalidLine: ExitCode.FAILURE,
        errors.NothingToExport: ExitCode.OK,
        errors.HandedOver: ExitCode.NOT_ALLOWED,
        errors.NotEnrolled: ExitCode.FAILURE,
        errors.FingerprintDiffers: ExitCode.NOT_TRUSTED,
        exchange_errors.NotPermitted: ExitCode.NOT_ALLOWED,
        exchange_errors.SecondPersonNeeded: ExitCode.NOT_ALLOWED,
        exchange_errors.LastAdministrator: ExitCode.NOT_ALLOWED,
        exchange_errors.UnknownOfficer: ExitCode.FAILURE,
        exchange_errors.TooManyOfficers: ExitCode.NOT_ALLOWED,
        exchange_errors.PassphraseTaken: ExitCode.NOT_ALLOWED,
        exchange_errors.LaptopRevoked: ExitCode.NOT_ALLOWED,
        exchange_errors.UnknownMatter: ExitCode.FAILURE,
        exchange_errors.ProfileErased: ExitCode.FAILURE,
        exchange_errors.TransferNotAgreed: ExitCode.NOT_ALLOWED,
        exchange_errors.ConflictChanged: ExitCode.FAILURE,
        exchange_errors.NothingToTakeBack: ExitCode.FAILURE,
        exchange_errors.UnknownConflict: ExitCode.FAILURE,
        exchange_errors.StagesDiffer: ExitCode.NOT_ALLOWED,
        exchange_errors.SameStage: ExitCode.NOT_ALLOWED,
        exchange_errors.AlreadyOne: ExitCode.NOT_ALLOWED,
        exchange_errors.NotJoined: ExitCode.FAILURE,
        exchange_errors.DecisionsRefused: ExitCode.FAILURE,
        exchange_errors.WatchedFolderGone: ExitCode.DISK,
        exchange_errors.NoNewKeys: ExitCode.FAILURE,
        exchange_errors.NoRecoveryKey: ExitCode.FAILURE,
        exchange_errors.OtherRecoveryKey: ExitCode.WRONG_KEY,
        exchange_errors.LogBroken: ExitCode.STORE_DAMAGED,
        exchange_errors.OtherHeadquarters: ExitCode.NOT_TRUSTED,
        errors.WrongRole: ExitCode.NOT_ALLOWED,
        errors.TrainingOnly: ExitCode.NOT_ALLOWED,
        errors.Cancelled: ExitCode.CANCELLED,
        errors.CatalogueDamaged: ExitCode.FAILURE,
        errors.NotATranslationSheet: ExitCode.FAILURE,
        errors.UnknownLanguage: ExitCode.FAILURE,
    }
)


def exit_code_of(failure: errors.S2wError) -> ExitCode:
    """The code of a failure. Every class has a row of its own; a test holds the table complete."""
    return EXIT_CODES[type(failure)]
