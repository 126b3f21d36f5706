"""The words for what needs two people."""

from collections.abc import Mapping
from typing import Final

from s2w_desktop.domain.duties import Act
from s2w_desktop.i18n.isolation import Phrase, fill
from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.marks import in_context as pgettext
from s2w_desktop.i18n.translator import Translator

_ACTS: Final[Mapping[Act, Message]] = {
    Act.RELEASE_QUARANTINE: pgettext("wish", "{name} wants to decide about records that were put aside."),
    Act.MAKE_STUDY: pgettext("wish", "{name} wants to write a file of single people, without names, for a study."),
    Act.ROTATE_KEYS: pgettext("wish", "{name} wants to replace the keys of headquarters."),
}
_ANY_ACT: Final = pgettext("wish", "{name} wants to do something that needs two people.")


def wish_words(tr: Translator, act: Act, name: str) -> Phrase:
    """Who wants what."""
    return fill(tr.say(_ACTS.get(act, _ANY_ACT)), name=name)
