"""From a candidate of the Data Exchange Framework to a profile."""

from collections.abc import Callable, Iterator, Set
from uuid import UUID

from s2w_desktop.domain.fields import Questionnaire
from s2w_desktop.domain.ids import EntryId
from s2w_desktop.interchange.codec import WORDS, Unfit
from s2w_desktop.interchange.exchange_json import Document, ExchangeSchema
from s2w_desktop.interchange.exchange_languages import take_language
from s2w_desktop.interchange.exchange_map import (
    CANDIDATE,
    DAY,
    EDUCATION,
    NATION,
    NOT_OURS_TO_KNOW,
    OF_THE_SENDER,
    PHONE,
    WORK,
    Slot,
)
from s2w_desktop.interchange.outcome import Found
from s2w_desktop.interchange.reading import Reading
from s2w_desktop.interchange.wording import Wording

_READ = frozenset(slot.name for slots in (*CANDIDATE.values(), PHONE) for slot in slots) | {
    "additional_citizenships",
    "soft_skills",
    "date_of_arrival",
    "education",
    "language",
    "work",
}


def read_exchange(
    questionnaire: Questionnaire,
    untrusted: dict[str, Document],
    wording: Wording,
    new_id: Callable[[], UUID],
    schema: ExchangeSchema,
) -> Found:
    """The profile of a candidate; `wording` is English. Raises NotAProfileFile for what breaks the schema."""
    schema.check(untrusted)
    reading = Reading(questionnaire, wording, new_id)
    for section, slots in CANDIDATE.items():
        _take(untrusted, section, None, slots, reading)
    if "phone" in untrusted:
        _take(untrusted, "phone", reading.entry("phone"), PHONE, reading)
    _take_citizenships(untrusted, reading)
    _take_strengths(untrusted, reading)
    reading.take("status", "arrival_host_country", None, DAY, _text(untrusted.get("date_of_arrival", "")))
    _take_lists(untrusted, reading)
    _note_the_rest(untrusted.keys() - _READ - OF_THE_SENDER - NOT_OURS_TO_KNOW, schema.names, reading)
    return reading.found()


def _take_lists(untrusted: dict[str, Document], reading: Reading) -> None:
    for row in _rows(untrusted, "education"):
        _take_entry(row, "education", EDUCATION, reading)
    for row in _rows(untrusted, "language"):
        take_language(row, reading)
    for row in _rows(untrusted, "work"):
        _take_work(row, reading)


def _note_the_rest(untrusted_names: Set[str], known: frozenset[str], reading: Reading) -> None:
    for name in sorted(untrusted_names):
        if name in known:
            reading.unplaced(name)
        else:
            reading.other()


def _rows(untrusted: dict[str, Document], name: str) -> Iterator[dict[str, Document]]:
    """The objects of a field that holds one or several."""
    found = untrusted.get(name, [])
    return (row for row in (found if isinstance(found, list) else [found]) if isinstance(row, dict))


def _text(value: Document) -> str:
    """The text of a value; what is no text has one too, as the codecs write it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _take(untrusted: dict[str, Document], section: str, entry: EntryId | None, slots: tuple[Slot, ...], reading: Reading) -> None:
    for slot in slots:
        if slot.name in untrusted:
            reading.take(section, slot.key, entry, slot.codec, _text(untrusted[slot.name]))


def _take_entry(untrusted: dict[str, Document], section: str, slots: tuple[Slot, ...], reading: Reading) -> None:
    entry = reading.entry(section)
    if entry is not None:
        _take(untrusted, section, entry, slots, reading)
        for _other in untrusted.keys() - {slot.name for slot in slots}:
            reading.other()
        if reading.is_empty(section, entry):
            reading.drop(section, entry)


def _take_work(untrusted: dict[str, Document], reading: Reading) -> None:
    """Work without pay that is called as the interview calls unpaid work becomes an entry of that."""
    activity = reading.wording.code("unpaid", _text(untrusted["position"]))
    if untrusted.get("paid") is not False or activity is None:
        _take_entry(untrusted, "work", WORK, reading)
        return
    entry = reading.entry("unpaid")
    if entry is not None:
        reading.put("unpaid", "activity", entry, activity)
        reading.take("unpaid", "description", entry, WORDS, _text(untrusted.get("responsibilities", "")))


def _take_citizenships(untrusted: dict[str, Document], reading: Reading) -> None:
    found = untrusted.get("additional_citizenships", [])
    codes = set()
    for one in found if isinstance(found, list) else [found]:
        try:
            code = NATION.read(_text(one).strip(), reading.wording)
        except Unfit:
            reading.unfit("identity", "other_nationalities")
            continue
        if isinstance(code, str):
            codes.add(code)
    if codes:
        reading.put("identity", "other_nationalities", None, tuple(sorted(codes)))


def _take_strengths(untrusted: dict[str, Document], reading: Reading) -> None:
    """Strengths in other words than the interview's have no place."""
    parts = [part.strip() for part in _text(untrusted.get("soft_skills", "")).split(";") if part.strip()]
    codes = {reading.wording.code("strength", part) for part in parts}
    if None in codes:
        reading.unfit("transversal", "strengths")
    chosen = tuple(sorted(code for code in codes if code))
    if chosen:
        reading.put("transversal", "strengths", None, chosen)
