"""Where a step of undo or redo was, and how it is told."""

from uuid import UUID

from s2w_desktop.domain.completeness import OpenQuestion
from s2w_desktop.domain.fields import Questionnaire, entry_path, is_remark, question_of
from s2w_desktop.domain.ids import EntryId
from s2w_desktop.domain.profile import Profile
from s2w_desktop.i18n import labels
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.i18n.translator import Translator


def place_of_step(questionnaire: Questionnaire, profile: Profile, path: str) -> OpenQuestion | None:
    """Where the change of a path is seen; None for what no section shows. An entry that is gone leaves its section."""
    section = questionnaire.by_key[path.partition(".")[0]]
    if not section.part:
        return None
    entry = _entry_of(path)
    if entry is not None and entry not in profile.entries(section.key):
        return OpenQuestion(section)
    return OpenQuestion(section, entry, "" if path.endswith(".") else question_of(path))


def step_words(tr: Translator, questionnaire: Questionnaire, path: str, *, again: bool) -> str:
    """The step in words, without any answer: what was undone or redone, and where."""
    _ = tr.gettext
    section = path.partition(".")[0]
    if is_remark(path):
        asked = labels.short_label(tr, section, questionnaire.spec(question_of(path)).key)
        what: str = fill(_("Private remark on {question}"), question=asked)
    elif path.endswith(".") and _entry_of(path) is not None:
        what = labels.section_title(tr, section)
    else:
        what = labels.short_label(tr, section, questionnaire.spec(path).key)
    return fill(_("Redone: {what}") if again else _("Undone: {what}"), what=what)


def _entry_of(path: str) -> EntryId | None:
    section, *entry = path.split(".")[:-1]
    if not entry:
        return None
    found = EntryId(UUID(entry[0]))
    return found if path.startswith(entry_path(section, found)) else None
