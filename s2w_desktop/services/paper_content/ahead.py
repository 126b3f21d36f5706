"""The way ahead: goals by rank, next steps with whom to ask, and what the person says to it."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.ids import EntryId
from s2w_desktop.i18n.isolation import isolate, isolate_ltr
from s2w_desktop.i18n.labels import choice_or_code
from s2w_desktop.i18n.paper_words import PaperText, bring_along, paper_text, read_back_in, would_like_to_work_as
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.pdf.content import Agreement, Step, Texts
from s2w_desktop.services.paper_content.contacts import ServiceContact, ServiceContacts, links_of, shown_address, shown_phone
from s2w_desktop.services.paper_content.occupations import WISH, Named, occupation, other_wish
from s2w_desktop.services.paper_content.telling import Say, Telling, facts

_OVER: Final = ("refused_by_person", "done", "dropped", "not_available")
_STATEMENTS: Final = {
    "yes": PaperText.AGREES,
    "partly": PaperText.AGREES_PARTLY,
    "with_reservations": PaperText.AGREES_PARTLY,
    "no": PaperText.DISAGREES,
}


def goals(telling: Telling) -> Iterator[Texts]:
    """The first goal and when, the others, and the work that the person wishes for."""
    profile = telling.profile
    first, others = profile.text("expectation.first_goal"), profile.get("expectation.other_goals")
    when = profile.text("expectation.first_goal_horizon")
    if first:
        yield telling.each(lambda tr: facts(choice_or_code(tr, "goal", first), choice_or_code(tr, "horizon", when)))
    for code in others if isinstance(others, tuple) else ():
        if code != first:
            yield telling.choice("goal", code)
    for wish in (WISH, *map(other_wish, profile.entries("desired_work"))):
        wanted = telling.each_or_said(partial(_wanted, telling, wish), wish.words, wish.concept)
        if wanted:
            yield wanted


def _wanted(telling: Telling, wish: Named, tr: Translator) -> str:
    work = occupation(telling, wish, tr)
    return would_like_to_work_as(tr, work) if work else ""


def steps(telling: Telling, contacts: ServiceContacts) -> Iterator[Step]:
    """What is still to be done, the most urgent first."""
    entries = telling.profile.entries("recommendation")
    for entry in sorted(entries, key=lambda one: telling.entry("recommendation", "priority", one) or "9"):
        kind, state = (telling.entry("recommendation", key, entry) for key in ("type", "state"))
        if kind and state not in _OVER:
            yield _step(telling, entry, contacts)


def _step(telling: Telling, entry: EntryId, contacts: ServiceContacts) -> Step:
    who = telling.entry("recommendation", "responsible", entry)
    phone = telling.entry("recommendation", "service_phone", entry)
    named = telling.noted.text(field_path("recommendation", "directory_service_id", entry))
    has_service = telling.profile.get(field_path("recommendation", "service_name", entry)) is not None
    contact = contacts.of(named) if named and has_service else ServiceContact()
    return Step(
        title=telling.choice("recommendation", telling.entry("recommendation", "type", entry)),
        date=_due(telling, entry),
        who=telling.choice("responsible", who) if who else None,
        detail=telling.words(field_path("recommendation", "detail", entry)),
        service=tuple(_service(telling, entry, contact)),
        bring=telling.each(partial(_bring, telling, contact)) or None,
        links=links_of(phone, contact),
    )


def _due(telling: Telling, entry: EntryId) -> str:
    due = telling.profile.date(field_path("recommendation", "due", entry))
    return str(due).rstrip("~?%") if due else ""


def _service(telling: Telling, entry: EntryId, contact: ServiceContact) -> Iterator[Texts]:
    """Name, telephone and hours as they were told to the person; address, e-mail and web page as the country pack has them."""
    name, hours = (field_path("recommendation", key, entry) for key in ("service_name", "service_hours"))
    phone = isolate_ltr(shown_phone(telling.entry("recommendation", "service_phone", entry)))
    lines: tuple[Say, ...] = (
        lambda tr: isolate(telling.said_somehow(name, tr)),
        lambda tr: facts(phone, isolate(telling.said_somehow(hours, tr))),
        lambda _tr: isolate(contact.address),
        lambda _tr: isolate_ltr(contact.email),
        lambda _tr: isolate_ltr(shown_address(contact.website)),
    )
    for line in lines:
        said = telling.each(line)
        if said:
            yield said


def _bring(telling: Telling, contact: ServiceContact, tr: Translator) -> str:
    """The papers that the service asks for; in English where the pack has them in no language of this paper."""
    documents = contact.documents
    is_known = any(documents.within(one.code) for one in telling.translators)
    words = documents.within(tr.code) if is_known else documents.best(tr.code)
    return bring_along(tr, words) if words else ""


def agreement(telling: Telling) -> Agreement | None:
    """Whether it was read back, whether the person agrees, and what the person says; None where nobody asked."""
    profile = telling.profile
    code = profile.text("appraisal.person_agrees") or profile.text("signoff.person_confirms")
    statement, read_in = _STATEMENTS.get(code), profile.text("signoff.read_back_language")

    def say(tr: Translator) -> str:
        read_back = read_back_in(tr, choice_or_code(tr, "language", read_in)) if read_in else ""
        return " ".join(part for part in (read_back, paper_text(tr, statement) if statement else "") if part)

    said, words = telling.each(say), telling.words("appraisal.disagreement")
    return Agreement(said, words) if said or words else None
