"""Name, sentence and notice at the head of a paper, and its second part: what it is and is not, from when it is."""

from datetime import date
from functools import partial

from s2w_desktop.domain.amendments import amendments
from s2w_desktop.domain.dates import PartialDate
from s2w_desktop.domain.profile import Profile
from s2w_desktop.i18n.field_words import Unit
from s2w_desktop.i18n.isolation import without_controls
from s2w_desktop.i18n.languages import is_same_language
from s2w_desktop.i18n.paper_words import PaperText, experience, interviewed_on, paper_notice, spoken_languages, version_as_of
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.pdf.content import Explanation, Standing, Texts
from s2w_desktop.services.paper_content.occupations import MAIN_WORK, work_done
from s2w_desktop.services.paper_content.telling import Telling


def name(telling: Telling) -> Texts | None:
    """The name in both scripts; None where the paper bears its code alone."""
    if not telling.is_named:
        return None
    person = telling.profile.text("record.person_language")
    return telling.each(lambda tr: name_in(tr, telling.profile, person)) or None


def name_in(tr: Translator, profile: Profile, person_language: str) -> str:
    """The name as it is written in the person's language, in others in Latin letters; the one that there is where one lacks."""
    latin = " ".join(part for key in ("given_names", "family_names") if (part := profile.text(f"identity.{key}")))
    original = profile.text("identity.name_original")
    form = original if original and is_same_language(person_language, tr.code) else latin
    return without_controls(form or original)


def day_of(profile: Profile) -> str:
    """The day that a paper bears: on which the interview was finished, else begun; as ISO 8601, empty where none is known."""
    return str(profile.date("record.finished_on") or profile.date("record.opened_on") or "")


def sentence(telling: Telling) -> Texts:
    """What somebody works as, for how long, and how many languages they speak."""
    count = len(telling.profile.entries("language"))

    def say(tr: Translator) -> str:
        occupation = work_done(telling, MAIN_WORK, tr)
        how_long = telling.amount("work_summary.years_in_main_occupation", Unit.YEARS, tr)
        parts = [experience(tr, occupation, how_long) if occupation else "", spoken_languages(tr, count) if count else ""]
        return " ".join(part for part in parts if part)

    return telling.each(say)


def notice(telling: Telling) -> Texts:
    """That the person is invented, or the words are drafts."""
    is_training = telling.profile.text("record.training") == "yes"
    return Standing(telling.each(partial(paper_notice, is_training=is_training)))


def explanation(telling: Telling) -> Explanation:
    """What the paper is and is not, who may have a copy, and from when it is."""
    return Explanation(
        paragraphs=(telling.fixed(PaperText.WHAT_IT_IS), telling.fixed(PaperText.WHAT_IT_IS_NOT)),
        marks_note=telling.fixed(PaperText.MARKS_NOTE),
        facts=(telling.fixed(PaperText.NOT_ENCRYPTED), telling.each(partial(_from_when, telling))),
    )


def _from_when(telling: Telling, tr: Translator) -> str:
    day, centre = telling.noted.date("record.opened_on"), telling.noted.text("record.centre")
    version, latest = _version(telling)
    parts = [interviewed_on(tr, day, centre) if day else "", version_as_of(tr, version, latest) if latest else ""]
    return " ".join(part for part in parts if part)


def _version(telling: Telling) -> tuple[int, PartialDate | None]:
    """How often the profile was changed after it had been handed over, counted from 1, and the last day that it knows of."""
    changes = amendments(telling.noted)
    record = (telling.noted.date(f"record.{key}") for key in ("opened_on", "finished_on"))
    days = [day for day in (*record, *(change.noted_on for change in changes)) if day and day.latest]
    return len(changes) + 1, max(days, key=lambda day: day.latest or date.min, default=None)
