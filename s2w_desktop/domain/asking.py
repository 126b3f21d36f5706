"""Which questions an interview puts: those of its depth, less what the centre hides, where their own condition holds.

What is not put is neither shown, counted nor printed; an answer that it already has stays in the profile (UX-16).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from s2w_desktop.domain.consent import copy_agreed
from s2w_desktop.domain.fields import Counted, FieldSpec, Look, Questionnaire, SectionSpec, Tier, field_path
from s2w_desktop.domain.hiding import may_be_hidden
from s2w_desktop.domain.ids import EntryId
from s2w_desktop.domain.profile import Profile

TIER_PATH = "record.tier"
HIDDEN_PATH = "record.hidden"
_TIERS = {tier.code: tier for tier in Tier}


def _blank(_path: str) -> None:
    """The look of a profile without answers."""


@dataclass(frozen=True)
class Asking:
    """What an interview puts. `hidden` by its centre's template are keys of sections and `section.field` of fields.

    `look` gives the answers on which whole sections depend.
    """

    tier: Tier = Tier.CORE
    hidden: frozenset[str] = frozenset()
    look: Look = _blank

    def puts(self, section: SectionSpec) -> bool:
        """Whether anything of a section is put to the person."""
        if not section.part or section.key in self.hidden or not self.fields_of(section):
            return False
        return section.asked_when is None or section.asked_when(self.look)

    def fields_of(self, section: SectionSpec) -> tuple[FieldSpec, ...]:
        """The fields of a section that are put, before their own conditions."""
        put = section.put_in(self.tier)
        if not self.hidden:
            return put
        return tuple(spec for spec in put if field_path(section.key, spec.key) not in self.hidden)

    def by_key(self, section: SectionSpec) -> Mapping[str, FieldSpec]:
        """The fields of `fields_of` by their keys; none of a section that is hidden."""
        if not self.hidden:
            return section.put_by_key(self.tier)
        return {} if section.key in self.hidden else {spec.key: spec for spec in self.fields_of(section)}

    def counted_of(self, section: SectionSpec) -> Counted:
        """Those of them that are open while they are blank."""
        return section.counted_in(self.tier, self.hidden)


def asking_of(profile: Profile) -> Asking:
    """The depth and the hidden parts that the profile itself notes, so that headquarters counts as the laptop did.

    What protects the person is put even where the profile says that it is hidden.
    """
    hidden = may_be_hidden(frozenset(profile.text(HIDDEN_PATH).split()))
    return Asking(_TIERS.get(profile.text(TIER_PATH), Tier.CORE), hidden, profile.get)


def asked_sections(questionnaire: Questionnaire, profile: Profile) -> tuple[SectionSpec, ...]:
    """The sections that are put, in the order of the interview; the agreement is always among them."""
    asking = asking_of(profile)
    return tuple(section for section in questionnaire.sections if asking.puts(section))


def asked_fields(section: SectionSpec, profile: Profile, entry: EntryId | str | None = None) -> Iterator[FieldSpec]:
    """The fields of a section that are asked, given the other answers."""
    look = profile.look(section, entry)
    return (spec for spec in asking_of(profile).fields_of(section) if spec.asked_when is None or spec.asked_when(look))


def as_asked(questionnaire: Questionnaire, profile: Profile) -> Profile:
    """The profile less the answers of questions that are not put: what papers and read-back show.

    What the program itself notes stays; entries stay where their section is put. A copy that the person's word does not cover
    is left out.
    """
    kept = {path: held for path, held in profile.held.items() if path.startswith("record.")}
    for section in asked_sections(questionnaire, profile):
        for place in profile.places(section):
            keys = ["", *(spec.key for spec in asked_fields(section, profile, place) if copy_agreed(profile, spec))]
            paths = (field_path(section.key, key, place) for key in keys)
            kept |= {path: profile.held[path] for path in paths if path in profile.held}
    return Profile(profile.id, kept)
