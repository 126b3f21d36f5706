"""How a question with several answers is told: what it is about, each answer, what was before, and who said it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from s2w_desktop.domain.canonical import Plain
from s2w_desktop.domain.conflicts import Conflict, Side, is_presence
from s2w_desktop.domain.errors import InvalidAnswer
from s2w_desktop.domain.fields import Questionnaire, field_path, is_remark, question_of
from s2w_desktop.domain.lineage import Fate
from s2w_desktop.domain.profile import Profile, read_profile
from s2w_desktop.domain.reading import read_answer
from s2w_desktop.domain.voices import Voice
from s2w_desktop.i18n import labels
from s2w_desktop.i18n.answer_texts import answer_text
from s2w_desktop.i18n.formats import joined, when
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.marks import in_context as pgettext
from s2w_desktop.i18n.translator import Translator

_FATES: Final[Mapping[Fate, Message]] = {
    Fate.STANDS: pgettext("answer", "stands"),
    Fate.CONTESTED: pgettext("answer", "to be decided"),
    Fate.REPLACED: pgettext("answer", "changed later"),
    Fate.NOT_CHOSEN: pgettext("answer", "not chosen"),
}


class ConflictWords:
    """Tells the conflicts of one profile in a language. `profile` is as it is shown meanwhile; entries are named by it."""

    def __init__(self, tr: Translator, questionnaire: Questionnaire, profile: Profile) -> None:
        self._tr, self._questionnaire, self._profile = tr, questionnaire, profile

    def title(self, path: str) -> str:
        """What a question is about, in few words."""
        section, _, rest = path.partition(".")
        if section not in self._questionnaire.by_key:
            return self._tr.pgettext("conflict", "A question of a newer version")
        if is_presence(path):
            return labels.section_title(self._tr, section)
        label = labels.short_label(self._tr, section, question_of(rest.rpartition(".")[2]))
        return fill(self._tr.pgettext("conflict", "Remark: {question}"), question=label) if is_remark(path) else label

    def place(self, conflict: Conflict) -> str:
        """Where in the interview that is: the section, and what an entry is about; empty where the title says it."""
        section, _, rest = conflict.path.partition(".")
        spec, entry = self._questionnaire.by_key.get(section), rest.rpartition(".")[0]
        if spec is None:
            return ""
        title = labels.section_title(self._tr, section)
        if not entry or not spec.headline:
            return "" if is_presence(conflict.path) else title
        profile = self._with_entry(conflict)
        headline = profile.headline(spec, entry)
        name = answer_text(self._tr, section, headline, profile.get(field_path(section, headline.key, entry)))
        if is_presence(conflict.path):
            return name
        return fill(self._tr.pgettext("conflict", "{section}: {entry}"), section=title, entry=name) if name else title

    def answer(self, conflict: Conflict, side: Side) -> str:
        """What one side says."""
        if not conflict.is_about_entry:
            return self.value(conflict.path, side.plain)
        pgettext = self._tr.pgettext
        if side.plain is None:
            return pgettext("conflict", "taken out")
        changed = [path for path in side.entry if side.entry[path] != conflict.entry_before.get(path)]
        keys = list(self._questionnaire.by_key[conflict.path.partition(".")[0]].by_key)
        changed.sort(key=lambda path: keys.index(question_of(path.rpartition(".")[2])))
        told = [self._told(path, side.entry[path]) for path in changed]
        return (
            fill(pgettext("conflict", "kept, with {changes}"), changes=joined(self._tr, told))
            if told
            else pgettext("conflict", "kept")
        )

    def before(self, conflict: Conflict) -> str:
        """What was said before."""
        pgettext = self._tr.pgettext
        if not conflict.before.is_known:
            return pgettext("conflict", "before: not known")
        if conflict.is_about_entry:
            return pgettext("conflict", "before: was there")
        return fill(pgettext("conflict", "before: {answer}"), answer=self.value(conflict.path, conflict.before.plain))

    def value(self, path: str, plain: Plain) -> str:
        """A plain value in words."""
        pgettext = self._tr.pgettext
        if plain is None:
            return pgettext("conflict", "no answer")
        if is_presence(path):
            return fill(pgettext("conflict", "place {n}"), n=int(plain) + 1) if isinstance(plain, int) else ""
        try:
            spec = self._questionnaire.spec(path)
            answer = read_answer(spec, path, plain)
        except (KeyError, InvalidAnswer):
            return pgettext("conflict", "an answer of a newer version")
        return answer_text(self._tr, path.partition(".")[0], spec, answer)

    def _told(self, path: str, plain: Plain) -> str:
        return fill(
            self._tr.pgettext("conflict", "{question}: {answer}"), question=self.title(path), answer=self.value(path, plain)
        )

    def _with_entry(self, conflict: Conflict) -> Profile:
        """The profile; where it is not sure that an entry stays, with that entry as somebody keeps it."""
        if not conflict.is_about_entry:
            return self._profile
        kept = next((side.entry for side in conflict.sides if side.plain is not None), {})
        return read_profile(self._questionnaire, self._profile.id, {**kept, conflict.path: 0})


def said_by(tr: Translator, voice: Voice, now: datetime) -> str:
    """Who said something, and when: "Laptop 07, officer 3f2a, 19 November 2026, 10:12"; `now` gives the time zone."""
    laptop = fill(tr.pgettext("conflict", "{laptop}, {officer}"), laptop=laptop_name(tr, voice), officer=_officer(tr, voice))
    return fill(tr.pgettext("conflict", "{who}, {when}"), who=laptop, when=when(tr, voice.at, now))


def side_name(tr: Translator, name: str, voice: Voice, now: datetime) -> str:
    """Somebody who may be recorded in a profile, by name and by who spoke of them last; `now` as for `said_by`."""
    said = said_by(tr, voice, now)
    return fill(tr.pgettext("conflict", "{name} ({said})"), name=name, said=said) if name else said


def laptop_name(tr: Translator, voice: Voice) -> str:
    """A laptop as people call it, else the last letters of its id."""
    return voice.device_name or fill(tr.pgettext("conflict", "laptop {id}"), id=Ltr(str(voice.device)[-4:]))


def _officer(tr: Translator, voice: Voice) -> str:
    return voice.officer_name or fill(tr.pgettext("conflict", "officer {id}"), id=Ltr(str(voice.officer)[-4:]))


def fate_words(tr: Translator, fate: Fate) -> str:
    """What became of an answer."""
    return tr.say(_FATES[fate])
