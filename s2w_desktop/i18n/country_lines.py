"""What is told of an entry of a country pack, in one language: names of lines, and the words behind them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from s2w_desktop.domain.country.index import Entry, PackIndex
from s2w_desktop.domain.country.records import (
    Contact,
    Location,
    Organization,
    Practice,
    Procedure,
    Service,
    Shortage,
    Story,
    Term,
)
from s2w_desktop.domain.country.texts import LocalText
from s2w_desktop.i18n.formats import day, joined, number
from s2w_desktop.i18n.isolation import fill, isolate, isolate_ltr
from s2w_desktop.i18n.labels import choice
from s2w_desktop.i18n.labels_country import audience, organization_kind, procedure_kind, theme
from s2w_desktop.i18n.names import language_name
from s2w_desktop.i18n.translator import Translator


@dataclass(frozen=True)
class CountryLine:
    """A line of an entry: `key` pairs it with the same line in another language; `language` is that of the text."""

    key: str
    label: str
    text: str
    language: str


class Teller:
    """Tells entries in the language of `tr`. With `falls_back`, English stands in where a text lacks the language."""

    def __init__(self, tr: Translator, index: PackIndex, *, falls_back: bool) -> None:
        self._tr, self._index, self._falls_back = tr, index, falls_back

    def name(self, entry: Entry) -> CountryLine | None:
        """What an entry is called; an organisation is among what is told beside it."""
        match entry:
            case Service(name=name) | Procedure(name=name) | Organization(name=name):
                return self._text("name", "", name)
            case Term(term=name) | Practice(title=name) | Story(title=name):
                return self._text("name", "", name)
            case Shortage(isco08=code):
                return self._own("name", "", choice(self._tr, "isco", code))

    def kind(self, entry: Entry) -> str:
        """What an entry is, in one or two words."""
        match entry:
            case Procedure(kind=kind):
                return procedure_kind(self._tr, kind)
            case Organization(kind=kind):
                return organization_kind(self._tr, kind)
            case _:
                return table_words(self._tr, TABLE_OF[type(entry)])

    def checked(self, day_checked: date) -> CountryLine:
        """When an editor last made sure of an entry."""
        words = fill(self._tr.gettext("Checked on {day}"), day=day(self._tr, day_checked))
        return self._own("checked", "", words)

    def lines(self, entry: Entry) -> tuple[CountryLine, ...]:
        """Everything else, in the order in which it is told; what an entry does not say is left out."""
        return tuple(line for line in self._told(entry) if line is not None and line.text)

    def _told(self, entry: Entry) -> Iterator[CountryLine | None]:
        match entry:
            case Service():
                yield from self._service(entry)
            case Procedure():
                yield from self._procedure(entry)
            case Organization():
                yield from self._organization(entry)
            case Practice():
                yield from self._practice(entry)
            case Shortage():
                yield from self._shortage(entry)
            case Term(explanation=text) | Story(text=text):
                yield self._text("text", "", text)

    # --- entries ---

    def _service(self, service: Service) -> Iterator[CountryLine | None]:
        _, tr = self._tr.gettext, self._tr
        yield self._text("owner", _("Offered by"), self._index.organization(service.organization_id).name)
        yield self._text("description", _("What it is"), service.description)
        yield self._own("topics", _("Helps with"), _below(choice(tr, "recommendation", code) for code in service.topics))
        yield self._text("eligibility", _("Who may come"), service.eligibility_text)
        yield self._own("statuses", _("Residence status"), self._statuses(service))
        yield self._own("age", _("Age"), self._ages(service))
        yield self._own("features", _("Good to know"), _below(self._features(service)))
        spoken = joined(tr, (language_name(tr, code) for code in service.languages))
        yield self._own("spoken", _("Languages spoken"), spoken)
        yield self._text("fees", _("Cost"), service.fees)
        yield self._text("apply", _("How to get in"), service.application_process)
        yield self._text("documents", _("What to bring"), service.required_documents)
        yield self._own("waiting", _("Waiting time"), self._days(service.waiting_time_days))
        yield from self._places_and_contacts(service)

    def _procedure(self, procedure: Procedure) -> Iterator[CountryLine | None]:
        _, tr = self._tr.gettext, self._tr
        yield self._text("owner", _("Who decides"), self._index.organization(procedure.authority_id).name)
        for step in self._index.steps_of(procedure):
            yield self._text(f"step {step.n}", fill(_("Step {n}"), n=step.n), step.text)
        for document in self._index.documents_of(procedure):
            yield self._text(f"document {document.n}", fill(_("Paper {n}"), n=document.n), document.text)
            yield self._text(f"instead {document.n}", fill(_("Instead of paper {n}"), n=document.n), document.alternatives)
        occupations = _below(choice(tr, "isco", code) for code in procedure.applies_to_isco)
        yield self._own("isco", _("For these occupations"), occupations)
        levels = _below(choice(tr, "isced", code) for code in procedure.applies_to_isced)
        yield self._own("isced", _("For this schooling"), levels)
        if procedure.regulated_profession:
            yield self._own("regulated", _("Good to know"), _("Nobody may do this work here without a licence."))
        if procedure.fee_amount:
            yield self._own("fee", _("Cost"), isolate_ltr(f"{procedure.fee_amount} {procedure.fee_currency}"))
        yield self._text("waiver", _("Who pays nothing"), procedure.fee_waiver)
        yield self._own("duration", _("How long it takes"), self._days(procedure.duration_days_typical))
        yield self._text("law", _("Law"), procedure.legal_basis)
        yield self._own("link", _("Address on the internet"), isolate_ltr(procedure.link))
        yield from self._places_and_contacts(self._index.organization(procedure.authority_id))

    def _organization(self, organization: Organization) -> Iterator[CountryLine | None]:
        _ = self._tr.gettext
        yield self._text("description", _("What it is"), organization.description)
        for service in self._index.services_of(organization):
            yield self._text(f"service {service.id}", _("Service"), service.name)
        yield self._own("link", _("Address on the internet"), isolate_ltr(organization.website))
        yield from self._places_and_contacts(organization)

    def _practice(self, practice: Practice) -> Iterator[CountryLine | None]:
        _, tr = self._tr.gettext, self._tr
        yield self._text("summary", _("What it is"), practice.summary)
        yield self._text("evidence", _("How one knows that it works"), practice.evidence)
        yield self._own("audience", _("For whom"), joined(tr, (audience(tr, code) for code in practice.audience)))
        yield self._own("theme", _("Helps with"), joined(tr, (theme(tr, code) for code in practice.theme)))
        years = {practice.year_from, practice.year_to or practice.year_from}
        yield self._own("years", _("Years"), isolate_ltr("–".join(str(year) for year in sorted(years))))
        if practice.contact_id:
            yield self._contact(self._index.contact(practice.contact_id))

    def _shortage(self, shortage: Shortage) -> Iterator[CountryLine | None]:
        _, tr = self._tr.gettext, self._tr
        yield self._own("isco", _("Code of the occupation"), isolate_ltr(f"ISCO-08 {shortage.isco08}"))
        yield self._own("region", _("Region"), isolate_ltr(shortage.region) or _("The whole country"))
        yield self._text("source", _("Who says so"), shortage.source)
        span = fill(_("{first} to {last}"), first=day(tr, shortage.valid_from), last=day(tr, shortage.valid_to))
        yield self._own("valid", _("For which time"), span)

    # --- parts ---

    def _places_and_contacts(self, owner: Service | Organization) -> Iterator[CountryLine | None]:
        for place in self._index.locations_of(owner):
            yield self._place(place)
        for contact in self._index.contacts_of(owner):
            yield self._contact(contact)

    def _place(self, place: Location) -> CountryLine | None:
        parts = (self._words(place.name), isolate(place.address), self._words(place.access_notes))
        return self._lines_of(f"place {place.id}", self._tr.gettext("Where"), place.name, parts)

    def _contact(self, contact: Contact) -> CountryLine | None:
        reached = (isolate_ltr(contact.phone), isolate_ltr(contact.email))
        parts = (isolate(contact.name), self._words(contact.role), *reached, self._words(contact.hours))
        written = contact.hours or contact.role
        return self._lines_of(f"contact {contact.id}", self._tr.gettext("Contact"), written, parts)

    def _lines_of(self, key: str, label: str, written: LocalText, parts: tuple[str, ...]) -> CountryLine | None:
        """Several lines of which `written` says in which language they are."""
        if not self._falls_back and written and not written.within(self._tr.code):
            return None
        return CountryLine(key, label, _below(parts), written.language_of_best(self._tr.code))

    def _statuses(self, service: Service) -> str:
        if not service.eligibility_statuses:
            return self._tr.gettext("Everybody may come.")
        return _below(choice(self._tr, "legal_status", code) for code in service.eligibility_statuses)

    def _ages(self, service: Service) -> str:
        tr, low, high = self._tr, service.age_min, service.age_max
        if low is not None and high is not None:
            return fill(tr.pgettext("age", "from {low} to {high} years"), low=number(tr, low), high=number(tr, high))
        if low is not None:
            return fill(tr.pgettext("age", "from {low} years on"), low=number(tr, low))
        return fill(tr.pgettext("age", "up to {high} years"), high=number(tr, high)) if high is not None else ""

    def _features(self, service: Service) -> Iterator[str]:
        _ = self._tr.gettext
        if service.women_only:
            yield _("For women only")
        if service.childcare:
            yield _("Children are looked after")
        if service.interpreters:
            yield _("There are interpreters")
        if service.online:
            yield _("Possible from afar")

    def _days(self, days: int | None) -> str:
        if days is None:
            return ""
        return fill(self._tr.ngettext("about {n} day", "about {n} days", days), n=number(self._tr, days))

    def _words(self, text: LocalText) -> str:
        return text.best(self._tr.code) if self._falls_back else text.within(self._tr.code)

    def _text(self, key: str, label: str, text: LocalText) -> CountryLine | None:
        words = self._words(text)
        return CountryLine(key, label, words, text.language_of_best(self._tr.code)) if words else None

    def _own(self, key: str, label: str, words: str) -> CountryLine:
        return CountryLine(key, label, words, self._tr.code)


def _below(parts: Iterable[str]) -> str:
    """Lines below each other: what is a list of names reads better so than in a sentence."""
    return "\n".join(part for part in parts if part)


TABLE_OF: Final[dict[type, str]] = {
    Service: "services",
    Procedure: "procedures",
    Organization: "organizations",
    Term: "glossary",
    Practice: "practices",
    Story: "stories",
    Shortage: "shortages",
}
"""The table in which an entry stands."""


def table_words(tr: Translator, table: str) -> str:
    """What one entry of a table is."""
    _ = tr.gettext
    return {
        "services": _("Service"),
        "procedures": _("Procedure"),
        "organizations": _("Organisation"),
        "glossary": _("Word explained"),
        "practices": _("Good practice"),
        "stories": _("Story"),
        "shortages": _("Work that is looked for"),
    }[table]
