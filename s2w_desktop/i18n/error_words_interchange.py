"""Sentences for failures with files that other programs read and write; see `error_words`."""

from collections.abc import Mapping
from typing import Final

from s2w_desktop.domain import errors, interchange_errors
from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.marks import in_context as pgettext

_NO_FILE: Final = pgettext("safe", "No file was written.")
_NOT_TAKEN: Final = pgettext("safe", "The file was not changed, and nothing was taken from it.")
_ASK_ANEW: Final = pgettext("to do", "Ask for the file to be saved or sent once more, from the program or website that made it.")

INTERCHANGE_ERROR_WORDS: Final[Mapping[type[errors.S2wError], tuple[Message, Message, Message]]] = {
    interchange_errors.NotAgreed: (
        pgettext("happened", "The person has not agreed to this file."),
        _NO_FILE,
        pgettext("to do", "Ask the person, and note the answer in the interview, in the section about agreement."),
    ),
    interchange_errors.NotAProfileFile: (
        pgettext("happened", "This file does not describe a person in a form that can be read here, or it is damaged."),
        _NOT_TAKEN,
        _ASK_ANEW,
    ),
    interchange_errors.OldEuropass: (
        pgettext("happened", "This file has the form that Europass used until 2020."),
        _NOT_TAKEN,
        pgettext("to do", "Open it on the website of Europass and save it anew, or type the answers in."),
    ),
    interchange_errors.ProfileFileTooLarge: (
        pgettext("happened", "The file is larger than the description of one person can be."),
        _NOT_TAKEN,
        _ASK_ANEW,
    ),
    interchange_errors.UnsafeXml: (
        pgettext("happened", "The file holds instructions for programs, which a description of a person never needs."),
        _NOT_TAKEN,
        pgettext("to do", "Do not open it elsewhere. Ask where it comes from."),
    ),
    interchange_errors.AnswersMissing: (
        pgettext("happened", "This kind of file needs answers that the profile does not have."),
        _NO_FILE,
        pgettext("to do", "Ask for them in the interview, and try again."),
    ),
    interchange_errors.LanguageNotOffered: (
        pgettext("happened", "A Europass file cannot be written in this language."),
        _NO_FILE,
        pgettext("to do", "Choose another language, English for example."),
    ),
}
