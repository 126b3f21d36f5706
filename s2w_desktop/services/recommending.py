"""A service of a country pack in a recommendation: a copy of what the person needs, which no later pack changes."""

from collections.abc import Mapping

from s2w_desktop.domain.answers import Answer, Words
from s2w_desktop.domain.country.records import Service
from s2w_desktop.domain.country.texts import LocalText
from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.ids import EntryId
from s2w_desktop.i18n.languages import interface_for, is_same_language
from s2w_desktop.services.directory import CountryDirectory

SECTION = "recommendation"
NAME_KEY, ID_KEY = "service_name", "directory_service_id"


def recommended(
    directory: CountryDirectory, service: Service, entry: EntryId, *, spoken: str, written: str
) -> Mapping[str, Answer | None]:
    """The answers of a recommendation of this service. `spoken` and `written` are codes of ISO 639-3: the person's language and
    the officer's. Texts stand in both where the pack has them; English stands in for the officer's.
    """
    contacts = directory.index.contacts_of(service)
    phone = next((contact.phone for contact in contacts if contact.phone), "")
    hours = next((contact.hours for contact in contacts if contact.phone == phone), LocalText())
    answers: dict[str, Answer | None] = {
        NAME_KEY: _both(service.name, spoken, written),
        "service_phone": phone or None,
        "service_hours": _both(hours, spoken, written) if hours else None,
        ID_KEY: f"{directory.pack.header.pack_id}/{service.id}",
    }
    return {field_path(SECTION, key, entry): answer for key, answer in answers.items()}


def _both(text: LocalText, spoken: str, written: str) -> Words:
    own = interface_for(written)
    own_text, own_code = text.best(own), written if text.within(own) else "eng"
    if is_same_language(spoken, own_code):
        return Words(own_text, spoken)
    return Words(text.within(interface_for(spoken)), spoken, own_text, own_code)
