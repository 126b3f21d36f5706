"""Invented people and histories for the tests of the domain."""

import itertools
from uuid import UUID, uuid5

from s2w_desktop.domain.answers import Answer
from s2w_desktop.domain.canonical import Plain
from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.ids import DeviceId, EntryId, OfficerId, ProfileId, RevisionId
from s2w_desktop.domain.profile import Profile, answered
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.revisions import Origin, Revision, make_revision

SPACE = UUID("0190f3a1-0000-7000-8000-000000000000")
PERSON = ProfileId(uuid5(SPACE, "person"))


def numbered(name: str) -> UUID:
    """The same id for the same name, in every run."""
    return uuid5(SPACE, name)


def entry(name: str) -> EntryId:
    return EntryId(numbered(name))


def profile_with(**answers: Answer) -> Profile:
    """A profile with answers given as section__field=…"""
    made = Profile(PERSON)
    for name, answer in answers.items():
        made = answered(QUESTIONNAIRE, made, name.replace("__", "."), answer)
    return made


def with_row(made: Profile, section: str, **answers: Answer) -> Profile:
    """The profile with one more entry in a section."""
    row = entry(f"{section} {len(made.entry_texts(section))}")
    made = made.with_entry(section, row)
    for key, answer in answers.items():
        made = answered(QUESTIONNAIRE, made, field_path(section, key, row), answer)
    return made


class Histories:
    """Makes revisions of one profile with counted ids and salts."""

    def __init__(self) -> None:
        self._ids = (numbered(f"id {number}") for number in itertools.count())
        self._salts = (f"{number:032x}" for number in itertools.count())
        self._lseq = itertools.count(1)

    def revision(self, changes: dict[str, Plain], *parents: RevisionId, clock: int = 1, device: str = "laptop") -> Revision:
        origin = Origin(DeviceId(numbered(device)), 1, next(self._lseq), OfficerId(numbered("officer")), clock)
        return make_revision(
            questionnaire=QUESTIONNAIRE,
            profile=PERSON,
            parents=parents,
            origin=origin,
            changes=changes,
            new_id=lambda: next(self._ids),
            new_salt=lambda: next(self._salts),
        )
