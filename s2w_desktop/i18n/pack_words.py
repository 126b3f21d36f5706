"""Sentences about reference packs: why one is refused, and what is in one."""

from collections.abc import Mapping
from typing import Final

from s2w_desktop.domain import pack_errors
from s2w_desktop.domain.errors import S2wError
from s2w_desktop.domain.packs import Pack, PackContent
from s2w_desktop.i18n.formats import day, joined, number
from s2w_desktop.i18n.isolation import Ltr, Phrase, fill
from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.marks import in_context as pgettext
from s2w_desktop.i18n.translator import Translator

_UNTOUCHED: Final = pgettext("safe", "Nothing was changed. The lists that are installed stay as they are.")
_SEND_AGAIN: Final = pgettext("to do", "Ask headquarters to send the file again.")
_COPY_AGAIN: Final = pgettext("to do", "Ask for the file to be copied once more, on another stick if possible.")

PACK_ERRORS: Final[Mapping[type[S2wError], tuple[Message, Message, Message]]] = {
    pack_errors.NotAPack: (
        pgettext("happened", "The file is no reference pack, or it was not copied to its end."),
        _UNTOUCHED,
        _COPY_AGAIN,
    ),
    pack_errors.NewerPack: (
        pgettext("happened", "The reference pack is made for a newer version of the program."),
        _UNTOUCHED,
        pgettext("to do", "Update this program and try again."),
    ),
    pack_errors.UnknownPackSigner: (
        pgettext("happened", "The reference pack is not signed by your headquarters."),
        _UNTOUCHED,
        pgettext("to do", "Do not use it. Ask headquarters for one of theirs."),
    ),
    pack_errors.BadPackSignature: (
        pgettext("happened", "The signature does not fit the reference pack: it was changed after it was signed."),
        _UNTOUCHED,
        pgettext("to do", "Do not use it. Ask headquarters for one of theirs."),
    ),
    pack_errors.PackNeedsTwoKeys: (
        pgettext("happened", "The reference pack changes keys or words of consent, and only one person has signed it."),
        _UNTOUCHED,
        pgettext("to do", "Ask headquarters for a pack that two of them have signed."),
    ),
    pack_errors.StalePack: (
        pgettext("happened", "A newer version of this reference pack, or another one of the same version, was installed before."),
        _UNTOUCHED,
        _SEND_AGAIN,
    ),
    pack_errors.PackPartDamaged: (
        pgettext("happened", "A part of the reference pack is damaged."),
        pgettext("safe", "Your profiles are safe on this computer. The damaged part is not used."),
        pgettext("to do", "Install the pack again. If it happens again, ask headquarters to send the file again."),
    ),
    pack_errors.NoPack: (
        pgettext("happened", "No reference pack of this name is installed."),
        pgettext("safe", "Nothing was changed."),
        pgettext("to do", "See which ones are installed, and choose one of them."),
    ),
    pack_errors.NothingToRollBack: (
        pgettext("happened", "No earlier version of this reference pack is kept."),
        _UNTOUCHED,
        _SEND_AGAIN,
    ),
}

CONTENTS: Final[Mapping[PackContent, Message]] = {
    PackContent.ESCO: pgettext("pack", "occupations and skills of ESCO"),
    PackContent.COUNTRY: pgettext("pack", "services and rules of a country"),
    PackContent.TEMPLATE: pgettext("pack", "a template of a centre"),
    PackContent.KEYS: pgettext("pack", "keys"),
    PackContent.CONSENT: pgettext("pack", "words of consent"),
}


def pack_facts(tr: Translator, error: S2wError) -> list[Phrase]:
    """What an error about a pack tells beside its sentence."""
    match error:
        case pack_errors.NotAPack(key=key) if key:
            return [fill(tr.pgettext("fact", "At: {key}."), key=Ltr(key))]
        case pack_errors.StalePack(found=found, known=known) if known:
            template = tr.pgettext("fact", "Version of the file: {found}; version known here: {known}.")
            return [fill(template, found=found, known=known)]
        case _:
            return []


def pack_rows(tr: Translator, pack: Pack, signer: str) -> list[tuple[str, str]]:
    """Names and values of what a pack says about itself, in the order they are shown."""
    _ = tr.gettext
    return [
        (_("Brings"), joined(tr, [tr.say(CONTENTS[content]) for content in pack.contents])),
        (_("Version"), number(tr, pack.version)),
        (_("Made on"), day(tr, pack.made_on)),
        (_("Signed by"), signer or _("a headquarters that is not known any more")),
    ]
