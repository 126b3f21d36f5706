"""The languages that can be spoken here, as lists of choices show them: own name first, and whether it is a draft."""

from s2w_desktop.i18n.isolation import fill
from s2w_desktop.i18n.languages import InterfaceLanguage
from s2w_desktop.i18n.translator import Catalogues, Translator
from s2w_desktop.ui.kit.option import Choice
from s2w_desktop.ui.kit.words import Words


def language_choices(catalogues: Catalogues, tr: Translator) -> list[Choice]:
    """Rows for a list with room: at the far edge of a draft stands that no native speaker has reviewed it."""
    _ = tr.gettext
    draft = Words(_("draft, not reviewed by a native speaker"), tr.code)
    return [
        Choice(one.code, Words(one.native_name, one.code), draft if catalogues.is_draft(one.code) else None)
        for one in catalogues.offered()
    ]


def language_names(catalogues: Catalogues, tr: Translator, *, with_pseudo: bool = False) -> list[tuple[str, str]]:
    """Code and words for menus: "Français (draft)"."""
    return [(one.code, _name(catalogues, tr, one)) for one in catalogues.offered(with_pseudo=with_pseudo)]


def _name(catalogues: Catalogues, tr: Translator, one: InterfaceLanguage) -> str:
    if not catalogues.is_draft(one.code):
        return one.native_name
    return fill(tr.pgettext("language list", "{language} (draft)"), language=one.native_name)
