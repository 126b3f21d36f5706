"""Occupations in words: the person's own, ESCO's, or those of the group; nothing more of exposed work of people at risk."""

from dataclasses import dataclass
from typing import Final

from s2w_desktop.domain.concepts import group_of
from s2w_desktop.domain.exposure import is_at_risk
from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.ids import EntryId
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.sections.working import is_exposed
from s2w_desktop.i18n.labels import choice_or_code
from s2w_desktop.i18n.paper_words import PaperText, paper_text
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.services.paper_content.telling import Telling


@dataclass(frozen=True)
class Named:
    """Where an occupation stands: in the person's words, as a concept of ESCO, as a group of ISCO-08."""

    words: str
    concept: str
    group: str

    def group_in(self, profile: Profile) -> str:
        """The group, told or that of the concept; empty where none is known."""
        return profile.text(self.group) or group_of(profile.get(self.concept))


MAIN_WORK: Final = Named(*(f"work_summary.main_occupation{end}" for end in ("", "_esco", "_isco")))
WISH: Final = Named(*(f"expectation.desired_occupation{end}" for end in ("", "_esco", "_isco")))


def job(entry: EntryId | str) -> Named:
    """The occupation of a job."""
    return Named(*(field_path("work", key, entry) for key in ("title_own_words", "occupation_esco", "isco08")))


def other_wish(entry: EntryId) -> Named:
    """A further occupation that the person would like."""
    keys = ("occupation", "occupation_esco", "occupation_isco")
    return Named(*(field_path("desired_work", key, entry) for key in keys))


def is_risky(telling: Telling, work: Named) -> bool:
    """Whether work is exposed and the person at risk for it."""
    groups = (telling.profile.text(work.group), group_of(telling.profile.get(work.concept)))
    return any(map(is_exposed, groups)) and is_at_risk(telling.profile)


def work_done(telling: Telling, work: Named, tr: Translator) -> str:
    """An occupation of the past; public work that somebody at risk has done is not told more closely."""
    if is_risky(telling, work):
        return paper_text(tr, PaperText.PUBLIC_SERVICE)
    return occupation(telling, work, tr)


def occupation(telling: Telling, work: Named, tr: Translator) -> str:
    """The person's words, else the occupation that was picked, else its group: the first that there is in a language."""
    group = choice_or_code(tr, "isco", work.group_in(telling.profile))
    return telling.side(work.words, tr) or telling.concept(work.concept, tr) or group
