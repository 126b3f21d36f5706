"""From a profile to a candidate of the Data Exchange Framework."""

from dataclasses import dataclass
from datetime import datetime

from s2w_desktop.domain.answers import NoAnswer
from s2w_desktop.domain.concepts import Concept
from s2w_desktop.domain.fields import Questionnaire, field_path
from s2w_desktop.domain.ids import EntryId
from s2w_desktop.domain.interchange_errors import AnswersMissing
from s2w_desktop.domain.profile import Profile
from s2w_desktop.interchange.codec import WORDS, label_of
from s2w_desktop.interchange.exchange_json import Document, ExchangeSchema, json_bytes
from s2w_desktop.interchange.exchange_languages import language_objects
from s2w_desktop.interchange.exchange_map import (
    CANDIDATE,
    EDUCATION,
    NOT_STATED,
    OCCUPATION,
    ORIGIN,
    PHONE,
    WORK,
    Slot,
)
from s2w_desktop.interchange.outcome import Losses
from s2w_desktop.interchange.wording import Wording
from s2w_desktop.interchange.writing import Writing

_UNPAID_TITLE = label_of("unpaid")
_MAIN_CODES = ("work_summary.main_occupation_esco", "work_summary.main_occupation_isco")


@dataclass(frozen=True)
class Sender:
    """What the framework asks of whoever hands a candidate on: an id that tells nothing of the case, the organisation, the
    country where the person is (ISO 3166-1 alpha-3; empty when it is not known), the moment."""

    id: str
    organisation: str
    residence: str
    now: datetime


@dataclass(frozen=True)
class ExchangeFile:
    """A candidate as UTF-8 JSON, and what of the profile is not in it."""

    content: bytes
    losses: Losses


def write_exchange(
    questionnaire: Questionnaire, profile: Profile, wording: Wording, sender: Sender, schema: ExchangeSchema
) -> ExchangeFile:
    """The file of a profile that holds nothing but what may leave (see `leaving`); `wording` is English.

    Raises AnswersMissing with everything that the framework demands and the profile does not have.
    """
    _require(profile, sender)
    writing = Writing(questionnaire, profile, wording)
    document: dict[str, Document] = {"id": sender.id, "meta_source": sender.organisation}
    for section, slots in CANDIDATE.items():
        document |= _object(writing, section, None, slots)
    if "main_occupation" not in document:
        document["main_occupation"] = _named_by_code(writing, *_MAIN_CODES)
    document |= _phone(writing) | _citizenships(writing) | _strengths(writing)
    document["country_of_residence"] = sender.residence
    document |= _lists(writing)
    document["created_at"] = sender.now.isoformat(timespec="seconds")
    schema.check(document)
    return ExchangeFile(json_bytes(document), writing.losses())


def _require(profile: Profile, sender: Sender) -> None:
    missing = [ORIGIN] if not profile.text(ORIGIN) else []
    if not _says(profile, OCCUPATION) and not any(_says(profile, path) for path in _MAIN_CODES):
        missing.append(OCCUPATION)
    if not sender.residence:
        missing.append("record.host_country")
    if missing:
        raise AnswersMissing(tuple(missing))


def _object(writing: Writing, section: str, entry: EntryId | None, slots: tuple[Slot, ...]) -> dict[str, Document]:
    made: dict[str, Document] = {}
    for slot in slots:
        text = writing.text(section, slot.key, entry, slot.codec)
        if text.strip():
            made[slot.name] = _typed(slot.name, text)
    return made


def _typed(name: str, text: str) -> Document:
    """Two fields of the framework are no texts."""
    if name == "paid":
        return text == "true"
    if name == "hours_per_week":
        return float(text) if "." in text else int(text)
    return text


def _phone(writing: Writing) -> dict[str, Document]:
    """The framework has one number; without it, nothing is said of how it is used."""
    numbered = (row for row in writing.entries("phone") if _says(writing.profile, field_path("phone", "number", row)))
    first = next(numbered, None)
    return {} if first is None else _object(writing, "phone", first, PHONE)


def _citizenships(writing: Writing) -> dict[str, Document]:
    others = writing.profile.get("identity.other_nationalities")
    if not isinstance(others, tuple):
        return {}
    writing.placed("identity.other_nationalities", exactly=True)
    return {"additional_citizenships": list[Document](others)}


def _strengths(writing: Writing) -> dict[str, Document]:
    chosen = writing.profile.get("transversal.strengths")
    if not isinstance(chosen, tuple):
        return {}
    writing.placed("transversal.strengths", exactly=True)
    return {"soft_skills": "; ".join(writing.wording.label("strength", code) for code in chosen)}


def _lists(writing: Writing) -> dict[str, Document]:
    education: list[Document] = []
    for entry in writing.entries("education"):
        made = _object(writing, "education", entry, EDUCATION)
        if made:
            education.append({**made, "level": made.get("level", NOT_STATED)})
    work: list[Document] = [made for entry in writing.entries("work") if (made := _job(writing, entry))]
    work += [made for entry in writing.entries("unpaid") if (made := _unpaid(writing, entry))]
    found = {"education": education, "language": language_objects(writing)}
    return {**{name: objects for name, objects in found.items() if objects}, "work": work}


def _job(writing: Writing, entry: EntryId) -> dict[str, Document]:
    """A job without a title is called by its occupation; one without either has no place."""
    has_title = _says(writing.profile, field_path("work", "title_own_words", entry))
    codes = (field_path("work", key, entry) for key in ("occupation_esco", "isco08"))
    group = "" if has_title else _named_by_code(writing, *codes)
    if not has_title and not group:
        return {}
    return {**_object(writing, "work", entry, WORK), **({"position": group} if group else {})}


def _unpaid(writing: Writing, entry: EntryId) -> dict[str, Document]:
    activity = writing.text("unpaid", "activity", entry, _UNPAID_TITLE)
    if not activity:
        return {}
    told = writing.text("unpaid", "description", entry, WORDS)
    return {"position": activity, **({"responsibilities": told} if told else {}), "paid": False}


def _named_by_code(writing: Writing, *paths: str) -> str:
    """The name of an occupation or of a group of them, in place of a title; the code itself has no place."""
    for path in paths:
        answer = writing.profile.get(path)
        if isinstance(answer, Concept | str):
            writing.placed(path, exactly=False)
            return answer.label if isinstance(answer, Concept) else writing.wording.label("isco", answer)
    return ""


def _says(profile: Profile, path: str) -> bool:
    answer = profile.get(path)
    return answer is not None and not isinstance(answer, NoAnswer)
