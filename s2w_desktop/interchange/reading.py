"""A profile growing out of a file: every value is held against its question, and what does not fit is noted, never dropped."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID

from s2w_desktop.domain.answers import Answer, Words
from s2w_desktop.domain.canonical import cleaned
from s2w_desktop.domain.errors import InvalidAnswer
from s2w_desktop.domain.fields import FieldSpec, Questionnaire, field_path
from s2w_desktop.domain.ids import EntryId, ProfileId
from s2w_desktop.domain.profile import Profile, without_shielded
from s2w_desktop.domain.reading import require_fit
from s2w_desktop.interchange.codec import Codec, Unfit
from s2w_desktop.interchange.outcome import Found
from s2w_desktop.interchange.wording import Wording

MOST_LETTERS: Final = 100_000
"""Of one text, before it is looked at."""


@dataclass(frozen=True)
class Fitting:
    """An answer that its question can hold, None where the text says nothing; `is_cut`: the text was too long for it."""

    answer: Answer | None
    is_cut: bool = False


def fitting(spec: FieldSpec, path: str, codec: Codec, untrusted: str, wording: Wording) -> Fitting:
    """The answer of a text. Raises Unfit."""
    is_cut = len(untrusted) > MOST_LETTERS
    text = cleaned(untrusted[:MOST_LETTERS]).strip()
    if not text:
        return Fitting(None)
    answer = codec.read(text, wording)
    most = spec.max_length
    if isinstance(answer, Words) and len(answer.said) > most:
        answer, is_cut = replace(answer, said=answer.said[:most].strip()), True
    elif isinstance(answer, str) and not spec.codes and len(answer) > most:
        answer, is_cut = answer[:most].strip(), True
    if answer is None or answer == "":
        return Fitting(None, is_cut)
    try:
        require_fit(spec, path, answer)
    except InvalidAnswer as cause:
        raise Unfit from cause
    return Fitting(answer, is_cut)


class Reading:
    """Takes answers in one by one."""

    def __init__(self, questionnaire: Questionnaire, wording: Wording, new_id: Callable[[], UUID]) -> None:
        self.wording = wording
        self._questionnaire = questionnaire
        self._new_id = new_id
        self._profile = Profile(ProfileId(new_id()))
        self._unfit: dict[str, None] = {}
        self._shortened: dict[str, None] = {}
        self._unplaced: dict[str, None] = {}
        self._others = 0

    def entry(self, section: str) -> EntryId | None:
        """A new entry of a repeating section; None, and noted, when there are as many as the interview takes."""
        spec = self._questionnaire.by_key[section]
        if len(self._profile.entry_texts(section)) >= spec.most_entries:
            self._unfit[f"{section}.{spec.headline}"] = None
            return None
        entry = EntryId(self._new_id())
        self._profile = self._profile.with_entry(section, entry)
        return entry

    def has(self, section: str, key: str, entry: EntryId | None) -> bool:
        """Whether there is an answer already."""
        return self._profile.get(field_path(section, key, entry)) is not None

    def is_empty(self, section: str, entry: EntryId) -> bool:
        """Whether nothing was taken into an entry."""
        prefix = field_path(section, "", entry)
        return not any(path.startswith(prefix) and path != prefix for path in self._profile.held)

    def drop(self, section: str, entry: EntryId) -> None:
        """Take an entry out again into which nothing came."""
        self._profile = self._profile.without_entry(section, entry)

    def take(self, section: str, key: str, entry: EntryId | None, codec: Codec, untrusted: str) -> None:
        """Take in a text as the answer of a field; an answer that is there already stays."""
        path, shown = field_path(section, key, entry), f"{section}.{key}"
        try:
            found = fitting(self._questionnaire.spec(path), path, codec, untrusted, self.wording)
        except Unfit:
            self._unfit[shown] = None
            return
        if found.is_cut:
            self._shortened[shown] = None
        if found.answer is not None and self._profile.get(path) is None:
            self._profile = self._profile.with_answer(path, found.answer)

    def put(self, section: str, key: str, entry: EntryId | None, answer: Answer) -> None:
        """Take in an answer that the format does not tell by a text of its own. Raises InvalidAnswer for a wrong one."""
        path = field_path(section, key, entry)
        require_fit(self._questionnaire.spec(path), path, answer)
        self._profile = self._profile.with_answer(path, answer)

    def unfit(self, section: str, key: str) -> None:
        """Note that a value of the file does not fit a field."""
        self._unfit[f"{section}.{key}"] = None

    def unplaced(self, name: str) -> None:
        """Note a part of the format for which there is no question, by the name that the format gives it."""
        self._unplaced[name] = None

    def other(self) -> None:
        """Note a part that the format does not know."""
        self._others += 1

    def found(self) -> Found:
        """The profile, and what is not in it."""
        return Found(
            without_shielded(self._questionnaire, self._profile),
            tuple(self._unfit),
            tuple(self._shortened),
            tuple(self._unplaced),
            self._others,
        )
