"""Words of passphrase fields, and advice on a passphrase in words."""

from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.services.passphrases import Judgement, Strength
from s2w_desktop.ui.kit.passphrase import PassphraseWords


def passphrase_words(tr: Translator, name: str) -> PassphraseWords:
    """The words of a passphrase field with this name."""
    _ = tr.gettext
    return PassphraseWords(
        name=name,
        show=_("Show the passphrase"),
        hide=_("Hide the passphrase"),
        caps_lock=_("Caps Lock is on"),
        keyboard=lambda code: fill(_("Keyboard: {code}"), code=Ltr(code)),
    )


def advice(tr: Translator, judgement: Judgement) -> str:
    """How hard a passphrase is to guess, and what would help."""
    _ = tr.gettext
    match judgement.strength:
        case Strength.TOO_SHORT:
            return _("Too short: at least 12 characters are needed.")
        case Strength.EASY:
            return _("Easy to guess. Add one or two words that have nothing to do with each other.")
        case Strength.FAIR:
            return _("Fair: hard to guess for most. One more word makes it good.")
        case Strength.GOOD:
            words = tr.ngettext("Good: {n} word, hard to guess.", "Good: {n} words, hard to guess.", judgement.words)
            return fill(words, n=judgement.words)
