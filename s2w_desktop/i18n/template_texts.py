"""What a template of the centre decides, in words: for its page in the settings and for the command line."""

from collections.abc import Iterable
from typing import Final

from s2w_desktop.domain.templates import Template
from s2w_desktop.i18n.formats import day, joined, number
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.i18n.labels import choice, section_title, short_label
from s2w_desktop.i18n.languages import language
from s2w_desktop.i18n.names import language_name
from s2w_desktop.i18n.translator import Translator

_MOST_IN_LINE: Final = 3


def template_facts(tr: Translator, template: Template, signer: str) -> list[tuple[str, str]]:
    """Names and values, in the order they are shown; what the template leaves open is told as such."""
    _ = tr.gettext
    facts = [
        (_("Template"), template.title),
        (_("Version"), str(number(tr, template.version))),
        (_("In force from"), day(tr, template.valid_from)),
        (_("Signed by"), signer or _("a headquarters that is not known any more")),
        (_("Depth"), choice(tr, "tier", template.tier.code) if template.tier else _("the interviewer chooses")),
        (_("Does not ask"), _many(tr, (hidden_words(tr, name) for name in template.hidden)) or _("every question is asked")),
    ]
    if template.officer_language:
        facts.append((_("Language of the interviewer"), _interface_name(template.officer_language)))
    if template.person_languages:
        facts.append((_("Languages shown first"), _many(tr, (_language(tr, code) for code in template.person_languages))))
    if template.centres:
        facts.append((_("Centres"), _many(tr, template.centres)))
    return facts


def hidden_words(tr: Translator, name: str) -> str:
    """A section by its title, a field by section and short label; a name that this program does not have, as it is."""
    section, _dot, field = name.partition(".")
    try:
        title = section_title(tr, section)
        if not field:
            return title
        return fill(tr.pgettext("fact", "{section}, {field}"), section=title, field=short_label(tr, section, field))
    except KeyError:
        return Ltr(name)


def _many(tr: Translator, items: Iterable[str]) -> str:
    """Longer lists read better in lines of their own than in a sentence."""
    listed = list(items)
    return "\n".join(listed) if len(listed) > _MOST_IN_LINE else joined(tr, listed)


def _interface_name(code: str) -> str:
    try:
        return language(code).native_name
    except KeyError:
        return Ltr(code)


def _language(tr: Translator, code: str) -> str:
    try:
        return language_name(tr, code)
    except KeyError:
        return Ltr(code)
