"""Sentences for failures of what headquarters decides and exchanges with laptops."""

from collections.abc import Mapping
from typing import Final

from s2w_desktop.domain import errors, exchange_errors
from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.marks import in_context as pgettext

_UNCHANGED: Final = pgettext("safe", "Nothing was changed.")

EXCHANGE_ERROR_WORDS: Final[Mapping[type[errors.S2wError], tuple[Message, Message, Message]]] = {
    exchange_errors.NotPermitted: (
        pgettext("happened", "Your duties do not include this."),
        _UNCHANGED,
        pgettext("to do", "Ask a colleague who may do it, or the administrator to give you the duty."),
    ),
    exchange_errors.SecondPersonNeeded: (
        pgettext("happened", "Two people have to agree to this. Your wish was noted."),
        pgettext("safe", "Nothing else was changed."),
        pgettext("to do", "Ask a colleague who may approve it to do so under their own name."),
    ),
    exchange_errors.LastAdministrator: (
        pgettext("happened", "This is the only administrator here."),
        _UNCHANGED,
        pgettext("to do", "Make somebody else administrator first."),
    ),
    exchange_errors.UnknownOfficer: (
        pgettext("happened", "Nobody who works here has this name or id, or more than one person has it."),
        _UNCHANGED,
        pgettext("to do", "Look at the list of people, and give the id."),
    ),
    exchange_errors.TooManyOfficers: (
        pgettext("happened", "Not more than 15 people can have a passphrase here."),
        _UNCHANGED,
        pgettext("to do", "Remove somebody who does not work here any more."),
    ),
    exchange_errors.PassphraseTaken: (
        pgettext("happened", "This passphrase cannot be used here."),
        _UNCHANGED,
        pgettext("to do", "Choose another one, best the one that is suggested."),
    ),
    exchange_errors.ProfileErased: (
        pgettext("happened", "This profile was erased. Nothing more is kept of it."),
        pgettext("safe", "All other profiles are safe."),
        pgettext("to do", "Close the interview. If the person comes again, begin a new one."),
    ),
    exchange_errors.TransferNotAgreed: (
        pgettext("happened", "This person has not agreed that another office gets the profile."),
        pgettext("safe", "Nothing was handed on."),
        pgettext("to do", "Ask the person, and note the answer in the profile."),
    ),
    exchange_errors.LaptopRevoked: (
        pgettext("happened", "Headquarters has taken this laptop off its list. No new work can be done on it."),
        pgettext("safe", "Your profiles are safe on this computer."),
        pgettext("to do", "Hand over what is here once more, and bring the laptop to headquarters."),
    ),
    exchange_errors.UnknownMatter: (
        pgettext("happened", "There is no such matter in the inbox now."),
        _UNCHANGED,
        pgettext("to do", "Look at the list again: the matter may be settled, or there may be news."),
    ),
    exchange_errors.ConflictChanged: (
        pgettext("happened", "Something new came in about this while you were deciding."),
        _UNCHANGED,
        pgettext("to do", "Look at the answers again, and decide then."),
    ),
    exchange_errors.NothingToTakeBack: (
        pgettext("happened", "There is no decision that could be taken back."),
        _UNCHANGED,
        pgettext("to do", "Open the profile to give another answer."),
    ),
    exchange_errors.UnknownConflict: (
        pgettext("happened", "There is nothing to decide at this place."),
        _UNCHANGED,
        pgettext("to do", "See which answers stand against each other, and name one of them."),
    ),
    exchange_errors.StagesDiffer: (
        pgettext("happened", "One profile is from before the departure and the other from after it."),
        _UNCHANGED,
        pgettext("to do", "Link the two instead of joining them."),
    ),
    exchange_errors.SameStage: (
        pgettext("happened", "Neither profile is from before a departure that the other is from after."),
        _UNCHANGED,
        pgettext("to do", "Join the two, or tell them apart."),
    ),
    exchange_errors.AlreadyOne: (
        pgettext("happened", "These two are one person already."),
        _UNCHANGED,
        pgettext("to do", "Name two different people."),
    ),
    exchange_errors.NotJoined: (
        pgettext("happened", "This profile is not joined to another one."),
        _UNCHANGED,
        pgettext("to do", "Look at the list of joined profiles."),
    ),
    exchange_errors.DecisionsRefused: (
        pgettext("happened", "The file of decisions cannot be followed."),
        pgettext("safe", "Nothing was changed, none of the decisions was followed."),
        pgettext("to do", "Correct the file, then try again."),
    ),
    exchange_errors.WatchedFolderGone: (
        pgettext("happened", "The folder that is watched cannot be read."),
        _UNCHANGED,
        pgettext("to do", "Connect the drive or the network, or choose another folder."),
    ),
    exchange_errors.NoNewKeys: (
        pgettext("happened", "The keys of this headquarters were never replaced."),
        _UNCHANGED,
        pgettext("to do", "Laptops know the present keys from your card."),
    ),
    exchange_errors.NoRecoveryKey: (
        pgettext("happened", "This headquarters has no recovery key."),
        pgettext("safe", "What is here can be read. If this computer is lost, bundles can no longer be opened."),
        pgettext("to do", "Make a recovery key, and give it to headquarters with new keys."),
    ),
    exchange_errors.OtherRecoveryKey: (
        pgettext("happened", "This is a sound key, but not the recovery key of this headquarters."),
        _UNCHANGED,
        pgettext("to do", "Look in the safe for another one, perhaps a newer one. If there is none, replace the keys."),
    ),
    exchange_errors.LogBroken: (
        pgettext("happened", "The log of who did what was changed, or a part of it was taken out."),
        pgettext("safe", "The profiles are not touched by that, but nobody can rely on the log from there on."),
        pgettext("to do", "Find out who had the store or a copy of it, and tell whoever is responsible for data protection."),
    ),
    exchange_errors.OtherHeadquarters: (
        pgettext("happened", "This comes from another headquarters than the one that this laptop hands over to."),
        _UNCHANGED,
        pgettext("to do", "Choose that headquarters in the settings first, if you work for it now."),
    ),
}
