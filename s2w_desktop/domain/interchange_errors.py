"""Foreseen failures of files that other programs read and write about one person: Europass, Data Exchange Framework."""

from dataclasses import dataclass

from s2w_desktop.domain.errors import S2wError


@dataclass(eq=False)
class NotAgreed(S2wError):
    """The person has not agreed that such a file is made. `path` is the question of section `consent` on it."""

    code = "E-CV-1"
    path: str = ""


@dataclass(eq=False)
class NotAProfileFile(S2wError):
    """The file is of no format that can be taken in, is damaged, or breaks the format. `place` is the part at fault."""

    code = "E-CV-2"
    place: str = ""


class OldEuropass(S2wError):
    """The file is of the format that Europass used until 2020."""

    code = "E-CV-3"


class ProfileFileTooLarge(S2wError):
    """The file is larger, deeper or richer in parts than any description of one person."""

    code = "E-CV-4"


class UnsafeXml(S2wError):
    """The file declares a document type or entities, which no description of a person needs."""

    code = "E-CV-5"


@dataclass(eq=False)
class AnswersMissing(S2wError):
    """The format demands answers that the profile does not have. `paths` are fields, `section.field`."""

    code = "E-CV-6"
    paths: tuple[str, ...] = ()


class LanguageNotOffered(S2wError):
    """Europass has no CV in this language, or the program does not speak it."""

    code = "E-CV-7"
