"""Which questions a form puts: those that are asked, less those that nothing on this laptop can answer.

A concept of ESCO can be picked only where a pack is installed. Such a question is put without one only to show the answer
that it has.
"""

from collections.abc import Iterator

from s2w_desktop.domain.asking import asked_fields
from s2w_desktop.domain.fields import FieldSpec, SectionSpec, field_path
from s2w_desktop.domain.ids import EntryId
from s2w_desktop.domain.profile import Profile
from s2w_desktop.ui.forms.voices import Voices


def put_fields(voices: Voices, section: SectionSpec, profile: Profile, entry: EntryId | None = None) -> Iterator[FieldSpec]:
    """The fields of a section, or of one of its entries, that are put to whoever sits here."""
    for spec in asked_fields(section, profile, entry):
        has_answer = profile.get(field_path(section.key, spec.key, entry)) is not None
        if has_answer or not spec.is_of_esco or voices.offers(spec.concept):
            yield spec
