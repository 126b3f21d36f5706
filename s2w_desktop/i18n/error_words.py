"""Sentences for every foreseen failure: what happened, whether the data are safe, what to do (UX-66)."""

from collections.abc import Mapping
from typing import Final

from s2w_desktop.domain import disk_errors, errors, reference_errors, template_errors, unlock_errors, vacancy_errors
from s2w_desktop.i18n.country_words import COUNTRY_ERRORS
from s2w_desktop.i18n.error_words_exchange import EXCHANGE_ERROR_WORDS
from s2w_desktop.i18n.error_words_interchange import INTERCHANGE_ERROR_WORDS
from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.marks import in_context as pgettext
from s2w_desktop.i18n.pack_words import PACK_ERRORS
from s2w_desktop.i18n.server_words import SERVER_ERRORS

_UNCHANGED: Final = pgettext("safe", "Nothing was changed.")
_SAFE: Final = pgettext("safe", "Your profiles are safe on this computer.")
_FILE_UNCHANGED: Final = pgettext("safe", "The file was not changed, and nothing was taken from it.")
_TEMPLATE_KEPT: Final = pgettext("safe", "Nothing was changed. Interviews and the present template stay as they are.")
_NOT_OVERWRITTEN: Final = pgettext("safe", "What is there was not touched.")
_NOTHING_LOST: Final = pgettext("safe", "The profile was not changed, and the file stays where it is.")
_GOES_ON: Final = pgettext("safe", "The interview goes on as before, and its answers are safe.")
_CALL_SUPPORT: Final = pgettext("to do", "Do not delete anything. Put back the last backup, or call support.")
_UPDATE: Final = pgettext("to do", "Update this program and try again.")
_TYPE_AGAIN: Final = pgettext("to do", "Check Caps Lock and the language of the keyboard, and type it again.")

ERROR_WORDS: Final[Mapping[type[errors.S2wError], tuple[Message, Message, Message]]] = {
    errors.NoStore: (
        pgettext("happened", "There is no store in this folder."),
        _UNCHANGED,
        pgettext("to do", "Choose another folder, or set up a new store."),
    ),
    errors.StoreExists: (
        pgettext("happened", "There is a store in this folder already."),
        _NOT_OVERWRITTEN,
        pgettext("to do", "Unlock it, or choose an empty folder."),
    ),
    errors.StoreInUse: (
        pgettext("happened", "The store is already open in another window or program."),
        _SAFE,
        pgettext("to do", "Close the other one and try again."),
    ),
    errors.StoreDamaged: (
        pgettext("happened", "The store cannot be read."),
        pgettext("safe", "It was not changed. What headquarters has received is safe there."),
        pgettext("to do", "Do not delete anything. Put back the last backup, or call support: what is still sound can be saved."),
    ),
    errors.NewerStore: (
        pgettext("happened", "A newer version of the program wrote this store."),
        _NOT_OVERWRITTEN,
        _UPDATE,
    ),
    errors.WrongPassphrase: (
        pgettext("happened", "The passphrase is not right."),
        _SAFE,
        _TYPE_AGAIN,
    ),
    unlock_errors.MustWait: (
        pgettext("happened", "Too many wrong passphrases were typed."),
        _SAFE,
        _TYPE_AGAIN,
    ),
    errors.WrongRecoveryWords: (
        pgettext("happened", "These words open nothing here."),
        _SAFE,
        pgettext("to do", "Compare each word with the newest sheet of this computer. A sheet works only once."),
    ),
    errors.VaultDamaged: (
        pgettext("happened", "The file with the locks of the store is damaged."),
        pgettext("safe", "The store itself was not touched."),
        _CALL_SUPPORT,
    ),
    errors.NewerVault: (
        pgettext("happened", "A newer version of the program wrote the file with the locks of the store."),
        _NOT_OVERWRITTEN,
        _UPDATE,
    ),
    errors.PassphraseTooWeak: (
        pgettext("happened", "This passphrase is too easy to guess."),
        _UNCHANGED,
        pgettext("to do", "Take four or more ordinary words that do not belong together."),
    ),
    errors.WrongKey: (
        pgettext("happened", "This key does not open the file."),
        _FILE_UNCHANGED,
        pgettext("to do", "Choose the key that belongs to it."),
    ),
    errors.KeyFileDamaged: (
        pgettext("happened", "This is not a complete key file."),
        _UNCHANGED,
        pgettext("to do", "Ask for it to be made and sent once more, and compare its words."),
    ),
    errors.DiskFull: (
        pgettext("happened", "There is no space left where the file should go."),
        pgettext("safe", "Your profiles are safe on this computer. The unfinished file was removed."),
        pgettext("to do", "Make space or take another stick, and try again."),
    ),
    errors.TargetReadOnly: (
        pgettext("happened", "Nothing can be written to this place."),
        _SAFE,
        pgettext("to do", "Look for a small lock switch on the stick, or choose another place."),
    ),
    errors.TargetGone: (
        pgettext("happened", "The stick or folder disappeared during the work."),
        _SAFE,
        pgettext("to do", "Put the stick back and try again."),
    ),
    errors.FileTooLarge: (
        pgettext("happened", "This stick does not take a file of this size."),
        _SAFE,
        pgettext("to do", "Take another stick or folder."),
    ),
    disk_errors.PathTooLong: (
        pgettext("happened", "The names of the folders on the way to the file are too long together."),
        _SAFE,
        pgettext("to do", "Choose a folder with a shorter path."),
    ),
    disk_errors.DiskRefused: (
        pgettext("happened", "The file could not be written, and the computer does not say why."),
        _SAFE,
        pgettext("to do", "Try again. If it happens again, take another stick or folder."),
    ),
    errors.ReadBackDiffers: (
        pgettext("happened", "What was read back is not what was written."),
        pgettext("safe", "Your profiles are safe on this computer. The faulty file does not count as handed over."),
        pgettext("to do", "Take another stick and try again."),
    ),
    errors.FileUnreadable: (
        pgettext("happened", "The file cannot be read."),
        _UNCHANGED,
        pgettext("to do", "Check that it is still there, and that you may open it."),
    ),
    errors.TargetExists: (
        pgettext("happened", "A file of this name is there already."),
        _NOT_OVERWRITTEN,
        pgettext("to do", "Choose another name or folder."),
    ),
    errors.NotABundle: (
        pgettext("happened", "This file is not a bundle."),
        _FILE_UNCHANGED,
        pgettext("to do", "Choose a file whose name ends in .s2w."),
    ),
    errors.BundleDamaged: (
        pgettext("happened", "The bundle is cut off or was changed on the way."),
        _FILE_UNCHANGED,
        pgettext(
            "to do",
            "Ask for the file once more, on another stick if possible. "
            "Mail may have changed it: then it has to be sent inside a ZIP file.",
        ),
    ),
    errors.BundleTooLarge: (
        pgettext("happened", "The bundle, or a part of it, is larger than a bundle may be."),
        _FILE_UNCHANGED,
        pgettext("to do", "Ask the sender. A sound bundle never is."),
    ),
    errors.NewerFormat: (
        pgettext("happened", "A newer version of the program wrote this bundle."),
        _FILE_UNCHANGED,
        _UPDATE,
    ),
    errors.WrongRecipient: (
        pgettext("happened", "This bundle is meant for another office."),
        _FILE_UNCHANGED,
        pgettext("to do", "Pass it on, or ask the sender to write it for this office."),
    ),
    errors.UnknownSender: (
        pgettext("happened", "This bundle comes from a device that is not known here."),
        _FILE_UNCHANGED,
        pgettext("to do", "Enrol the device first and compare its words by telephone. Then open the bundle again."),
    ),
    errors.RevokedSender: (
        pgettext("happened", "This bundle comes from a device that is blocked."),
        _FILE_UNCHANGED,
        pgettext("to do", "Find out why it is blocked before you do anything else."),
    ),
    errors.BadSignature: (
        pgettext("happened", "The signature does not fit this bundle."),
        _FILE_UNCHANGED,
        pgettext("to do", "Do not use it. Ask the sender for a new bundle, and tell whoever looks after security."),
    ),
    errors.TrainingBundle: (
        pgettext("happened", "Training and real data must not meet, and this bundle would mix them."),
        _FILE_UNCHANGED,
        pgettext("to do", "Open training bundles in a training store, and real ones in a real store."),
    ),
    errors.StaleBundle: (
        pgettext("happened", "This bundle is older than one that was already followed."),
        _UNCHANGED,
        pgettext("to do", "Look for the newest bundle. This one can be put aside."),
    ),
    errors.WrongKind: (
        pgettext("happened", "The bundle is sound, but not of a kind that is opened here."),
        _FILE_UNCHANGED,
        pgettext("to do", "Laptops take receipts, headquarters takes profiles. Pass the bundle to the other side."),
    ),
    template_errors.NotATemplate: (
        pgettext("happened", "This file is not a template, or it is damaged."),
        _FILE_UNCHANGED,
        pgettext("to do", "Choose a file whose name ends in .s2wt, or ask headquarters for it once more."),
    ),
    template_errors.NewerTemplate: (
        pgettext("happened", "This template is made for a newer version of the program."),
        _TEMPLATE_KEPT,
        _UPDATE,
    ),
    template_errors.UnknownTemplateSigner: (
        pgettext("happened", "This template is not signed by the headquarters that this computer knows."),
        _TEMPLATE_KEPT,
        pgettext("to do", "Ask your headquarters for its template. If you have none yet, exchange the enrolment files first."),
    ),
    template_errors.BadTemplateSignature: (
        pgettext("happened", "The signature does not fit this template: it was changed after it was signed."),
        _TEMPLATE_KEPT,
        pgettext("to do", "Do not use it. Ask headquarters for a new file, and tell whoever looks after security."),
    ),
    template_errors.StaleTemplate: (
        pgettext("happened", "This template is older than one that was installed before."),
        _TEMPLATE_KEPT,
        pgettext("to do", "Look for the newest template. This one can be put aside."),
    ),
    template_errors.HidesProtection: (
        pgettext("happened", "This template hides questions that protect the person. They are always asked."),
        _TEMPLATE_KEPT,
        pgettext("to do", "Headquarters takes these names out of the template and signs it again."),
    ),
    template_errors.UnfitLogo: (
        pgettext("happened", "The logo is not a sound PNG or JPEG picture of at most 200 kB and 1000 by 1000 points."),
        _UNCHANGED,
        pgettext("to do", "Save it smaller as PNG or JPEG and try again."),
    ),
    errors.MissingGlyphs: (
        pgettext("happened", "Some letters cannot be printed, because no font of this program has them."),
        pgettext("safe", "The profile keeps them as they were typed. Nothing was printed."),
        pgettext("to do", "Write the words in another script beside them, or leave them out of the paper."),
    ),
    errors.CopyTooLarge: (
        pgettext("happened", "The file is larger than 5 MB, or cannot be made that small."),
        _NOTHING_LOST,
        pgettext("to do", "Scan it with fewer points, or take fewer pages, and try again."),
    ),
    errors.NotACopy: (
        pgettext("happened", "The file is not a PDF, JPEG or PNG."),
        _NOTHING_LOST,
        pgettext("to do", "Save or scan the document as one of these. Changing the name of the file does not help."),
    ),
    errors.CopyDamaged: (
        pgettext("happened", "The file is damaged or cut off."),
        _NOTHING_LOST,
        pgettext("to do", "Scan or copy the document once more."),
    ),
    errors.TooManyPages: (
        pgettext("happened", "The document has too many pages."),
        _NOTHING_LOST,
        pgettext("to do", "Keep the pages that matter, and attach the others apart."),
    ),
    errors.PictureTooBig: (
        pgettext("happened", "The picture has more points than this program opens."),
        _NOTHING_LOST,
        pgettext("to do", "Make the picture smaller, or photograph the document once more."),
    ),
    errors.CopyProtected: (
        pgettext("happened", "The document is protected by a password."),
        _NOTHING_LOST,
        pgettext("to do", "Open it with its password, print it into a new PDF, and attach that. Or photograph it."),
    ),
    errors.CopyTooHeavy: (
        pgettext("happened", "Opening the file takes more memory or time than this computer can give it."),
        _NOTHING_LOST,
        pgettext("to do", "Scan or photograph the document once more."),
    ),
    errors.CopyMissing: (
        pgettext("happened", "The copy is not on this computer."),
        pgettext("safe", "What was answered is here. The copy may still be on its way, or it was not sent."),
        pgettext("to do", "Ask the place where it was attached to hand over once more."),
    ),
    errors.CopiesNotAgreed: (
        pgettext("happened", "The person has not agreed that copies of documents are attached."),
        _NOTHING_LOST,
        pgettext("to do", "Ask first, and note the answer in the agreement."),
    ),
    errors.RecordingDamaged: (
        pgettext("happened", "The recording of this question cannot be played."),
        _GOES_ON,
        pgettext("to do", "Read the question aloud. The recording must be a WAV file of at most 60 seconds (16 bit PCM)."),
    ),
    errors.NoSoundDevice: (
        pgettext("happened", "This computer cannot play sound now."),
        _GOES_ON,
        pgettext("to do", "Read the question aloud, or connect a loudspeaker or headphones and try again."),
    ),
    errors.UnknownProfile: (
        pgettext("happened", "There is no such profile in this store."),
        _UNCHANGED,
        pgettext("to do", "Check the case number."),
    ),
    errors.InvalidAnswer: (
        pgettext("happened", "An answer does not fit its question."),
        _UNCHANGED,
        pgettext("to do", "Check the answer and try again."),
    ),
    errors.InvalidLine: (
        pgettext("happened", "A line of the file is not a profile."),
        _UNCHANGED,
        pgettext("to do", "Check the line and try again."),
    ),
    reference_errors.ReferenceFileDamaged: (
        pgettext("happened", "A file of reference data is not what it should be."),
        _UNCHANGED,
        pgettext("to do", "Mend the line, or take the file from a sound copy of the program."),
    ),
    reference_errors.UnreadableQuery: (
        pgettext("happened", "A line of the input is too long, or no text in UTF-8."),
        pgettext("safe", "The lines before it were answered. Nothing was changed."),
        pgettext("to do", "Mend the line and begin again with it."),
    ),
    **COUNTRY_ERRORS,
    **PACK_ERRORS,
    vacancy_errors.VacanciesRefused: (
        pgettext("happened", "This file of vacancies was not taken in."),
        pgettext("safe", "The list of before is unchanged."),
        pgettext("to do", "Mend the place that is named and choose the file again."),
    ),
    errors.NothingToExport: (
        pgettext("happened", "There is nothing new to hand over."),
        pgettext("safe", "Every profile has been handed over already."),
        pgettext("to do", "You need not do anything. If a stick got lost, write the last bundle again."),
    ),
    errors.HandedOver: (
        pgettext("happened", "This profile was handed over before, so removing it here would not remove it everywhere."),
        _UNCHANGED,
        pgettext("to do", "Note the refusal, hand over again, and ask headquarters to erase the profile. Tell the person."),
    ),
    errors.NotEnrolled: (
        pgettext("happened", "This computer and headquarters do not know each other yet."),
        _SAFE,
        pgettext("to do", "Exchange the enrolment files first."),
    ),
    errors.FingerprintDiffers: (
        pgettext("happened", "The words are not the words of this key."),
        _UNCHANGED,
        pgettext("to do", "Do not use the key. Ask for it once more, by another way."),
    ),
    errors.WrongRole: (
        pgettext("happened", "This kind of store does not do that."),
        _UNCHANGED,
        pgettext("to do", "Field laptops hand over profiles, headquarters takes them in. Use the other store."),
    ),
    errors.TrainingOnly: (
        pgettext("happened", "Only a training store does this."),
        _UNCHANGED,
        pgettext("to do", "Use the training store. Real keys and real profiles stay where they are."),
    ),
    errors.Cancelled: (
        pgettext("happened", "The work was stopped."),
        pgettext("safe", "Everything is as it was before."),
        pgettext("to do", "Start again whenever you like."),
    ),
    errors.CatalogueDamaged: (
        pgettext("happened", "A file of translations cannot be read."),
        _FILE_UNCHANGED,
        pgettext("to do", "Ask for the file once more. Until then these words are shown in English."),
    ),
    errors.NotATranslationSheet: (
        pgettext("happened", "This is not a table of translations."),
        _FILE_UNCHANGED,
        pgettext("to do", "Write a new table with the export command, and keep its first line and all its columns."),
    ),
    errors.UnknownLanguage: (
        pgettext("happened", "This language is not known."),
        _UNCHANGED,
        pgettext("to do", "Give the code of the language as the list of languages shows it."),
    ),
    **EXCHANGE_ERROR_WORDS,
    **SERVER_ERRORS,
    **INTERCHANGE_ERROR_WORDS,
}
