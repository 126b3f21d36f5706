"""Joining is a union of revisions and one word; parting gives both back, in whatever order everything arrives."""

from dataclasses import dataclass, field, replace
from itertools import count
from uuid import UUID, uuid5

from hypothesis import given
from hypothesis import strategies as st

from s2w_desktop.domain.canonical import Plain
from s2w_desktop.domain.history import resolve
from s2w_desktop.domain.ids import DeviceId, OfficerId, ProfileId, RevisionId
from s2w_desktop.domain.joined import joint_changes, link_of, links_among, parting, without
from s2w_desktop.domain.joining import SAME_PERSON_PATH, root_of, rooted
from s2w_desktop.domain.profile import Profile, read_profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.revisions import Origin, Revision, make_revision
from s2w_desktop.domain.side_by_side import Pick, merged, side_by_side
from tests.domain.people import numbered

A, B, C = (ProfileId(numbered(name)) for name in ("A", "B", "C"))
SEX, MAIL = "identity.sex", "contact.email"
VALUES: dict[str, tuple[str, ...]] = {SEX: ("M", "F", "X"), MAIL: ("a@x.org", "b@x.org"), "identity.nationality": ("AFG", "SYR")}
SPACE = UUID("0190f3a1-0000-7000-8000-00000000000b")


@dataclass
class Office:
    """Everything that was ever said, by whom."""

    said: list[Revision] = field(default_factory=list)
    _ids: "count[int]" = field(default_factory=count)
    _lseq: "count[int]" = field(default_factory=lambda: count(1))

    def say(self, profile: ProfileId, changes: dict[str, Plain], *parents: RevisionId, device: str = "hq") -> Revision:
        number = next(self._lseq)
        origin = Origin(DeviceId(numbered(device)), 1, number, OfficerId(numbered("officer")), number)
        made = make_revision(
            questionnaire=QUESTIONNAIRE,
            profile=profile,
            parents=parents,
            origin=origin,
            changes=changes,
            new_id=lambda: uuid5(SPACE, str(next(self._ids))),
            new_salt=lambda: f"{next(self._ids):032x}",
        )
        self.said.append(made)
        return made

    def of(self, *profiles: ProfileId) -> list[Revision]:
        return [one for one in self.said if one.profile in profiles]

    def person(self, *profiles: ProfileId) -> Profile:
        return read_profile(QUESTIONNAIRE, profiles[0], resolve(self.of(*profiles)).values)

    def join(self, kept: ProfileId, other: ProfileId, picks: dict[str, Pick]) -> None:
        """As `services.joining` does it."""
        first, second = self.person(kept), self.person(other)
        matters = side_by_side(QUESTIONNAIRE, first, second)
        offered = {matter.key: picks[matter.key] for matter in matters if picks.get(matter.key) in matter.picks}
        wanted = merged(QUESTIONNAIRE, matters, first, second, offered)
        said = [self.of(kept), self.of(other)]
        changes = joint_changes(QUESTIONNAIRE, said, wanted)
        word = self.say(other, {SAME_PERSON_PATH: str(kept)}, *resolve(said[1]).heads)
        self.say(kept, changes, *resolve(said[0]).heads, word.id)

    def part(self, profile: ProfileId, *person: ProfileId) -> None:
        found = parting(QUESTIONNAIRE, self.of(*person), profile)
        assert found is not None
        staying = [one for one in self.of(*person) if one.profile not in found.leaving]
        self.say(profile, {SAME_PERSON_PATH: None, **found.moved}, *resolve(self.of(profile)).heads)
        if found.again:
            self.say(found.stays, dict(found.again), *resolve(staying).heads)


answers = st.fixed_dictionaries({}, optional={path: st.sampled_from(values) for path, values in VALUES.items()})
picks = st.dictionaries(st.sampled_from(sorted(VALUES)), st.sampled_from(Pick))
JOB = st.booleans()


def with_job(changes: dict[str, str], name: str, *, is_there: bool) -> dict[str, Plain]:
    entry = f"work.{numbered(name)}."
    return {**changes, entry: 0, f"{entry}job_type": "EMP"} if is_there else dict(changes)


def two(office: Office, one: dict[str, str], other: dict[str, str], *, jobs: tuple[bool, bool] = (False, False)) -> None:
    office.say(A, with_job(one, "job of A", is_there=jobs[0]), device="a")
    office.say(B, with_job(other, "job of B", is_there=jobs[1]), device="b")


@given(answers, answers, st.tuples(JOB, JOB), picks)
def test_nothing_that_the_two_say_differently_is_left_open(
    one: dict[str, str], other: dict[str, str], jobs: tuple[bool, bool], chosen: dict[str, Pick]
) -> None:
    office = Office()
    two(office, one, other, jobs=jobs)
    first, second = office.person(A), office.person(B)
    office.join(A, B, chosen)
    whole = resolve(office.of(A, B))
    assert not whole.conflicts
    joined = office.person(A, B)
    for path in VALUES:
        usual = first.get(path) if first.get(path) is not None else second.get(path)
        said = {Pick.FIRST: first.get(path), Pick.SECOND: second.get(path)}
        is_open = first.get(path) != second.get(path)
        assert joined.get(path) == (said.get(chosen[path], usual) if is_open and path in chosen else usual)
    assert len(joined.entries("work")) == sum(jobs)


@given(answers, answers, st.tuples(JOB, JOB), picks, st.booleans())
def test_parting_gives_both_back_exactly(
    one: dict[str, str], other: dict[str, str], jobs: tuple[bool, bool], chosen: dict[str, Pick], is_twice: bool
) -> None:
    office = Office()
    two(office, one, other, jobs=jobs)
    before = office.person(A), office.person(B)
    for _ in range(1 + is_twice):
        office.join(A, B, chosen)
        office.part(B, A, B)
    assert (office.person(A), office.person(B)) == before
    assert links_among(office.said) == {}
    assert not resolve(office.of(A)).conflicts


@given(answers, answers, picks, st.sampled_from(sorted(VALUES)), st.data())
def test_a_late_edit_of_the_joined_profile_lands_in_the_person_and_goes_with_it(
    one: dict[str, str], other: dict[str, str], chosen: dict[str, Pick], path: str, data: st.DataObject
) -> None:
    office = Office()
    two(office, one, other)
    head = office.of(B)[0].id
    first = office.person(A)
    office.join(A, B, chosen)
    value = data.draw(st.sampled_from(VALUES[path]))
    office.say(B, {path: value}, head, device="b")
    whole = resolve(office.of(A, B))
    claims = {claim.plain for claim in whole.conflicts.get(path, ())}
    assert whole.values.get(path) == value or value in claims
    office.part(B, A, B)
    assert office.person(A) == first
    assert office.person(B).get(path) == value


@given(answers, answers, picks, answers)
def test_what_was_said_about_the_person_after_the_joining_stays(
    one: dict[str, str], other: dict[str, str], chosen: dict[str, Pick], later: dict[str, str]
) -> None:
    office = Office()
    two(office, one, other)
    before = office.person(A), office.person(B)
    office.join(A, B, chosen)
    office.say(A, dict(later), *resolve(office.of(A, B)).heads)
    office.part(B, A, B)
    assert office.person(B) == before[1]
    for path in VALUES:
        assert office.person(A).get(path) == (later[path] if path in later else before[0].get(path))


@given(answers, answers, answers, st.randoms(use_true_random=False), st.sampled_from([1, 2, 3]))
def test_the_order_in_which_everything_arrives_does_not_matter(
    one: dict[str, str], other: dict[str, str], third: dict[str, str], random: object, times: int
) -> None:
    office = Office()
    two(office, one, other)
    office.say(C, dict(third), device="c")
    office.join(B, C, {})
    office.join(A, B, {})
    shuffled = [revision for revision in office.said for _ in range(times)]
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a Random
    assert resolve(shuffled) == resolve(office.said)
    assert links_among(shuffled) == links_among(office.said) == {B: A, C: B}
    assert parting(QUESTIONNAIRE, list(dict.fromkeys(shuffled)), B) == parting(QUESTIONNAIRE, office.said, B)


@given(st.dictionaries(st.sampled_from([A, B, C]), st.sampled_from([A, B, C])))
def test_circles_do_no_harm_and_everybody_is_listed_once(links: dict[ProfileId, ProfileId]) -> None:
    under = rooted(links, {A, B, C})
    listed = {A, B, C} - under.keys()
    assert listed
    assert set(under.values()) <= listed
    assert all(root_of(one, links) == root for one, root in under.items())


def test_a_link_to_somebody_who_is_not_here_hides_nobody() -> None:
    assert rooted({B: A}, {B}) == {}
    assert rooted({B: A, C: B}, {B, C}) == {C: B}


def test_two_who_name_each_other_are_one_person_and_can_be_parted() -> None:
    office = Office()
    two(office, {SEX: "M"}, {SEX: "F"})
    office.say(A, {SAME_PERSON_PATH: str(B)}, office.said[0].id)
    office.say(B, {SAME_PERSON_PATH: str(A)}, office.said[1].id)
    assert rooted(links_among(office.said), {A, B}) == {max(A, B): min(A, B)}
    found = parting(QUESTIONNAIRE, office.said, max(A, B))
    assert found is not None
    assert not found.again


def test_of_two_words_at_once_the_later_one_counts() -> None:
    office = Office()
    start = office.say(B, {SEX: "M"})
    office.say(B, {SAME_PERSON_PATH: str(A)}, start.id)
    office.say(B, {SAME_PERSON_PATH: str(C)}, start.id, device="other")
    assert link_of(office.said) == C
    assert link_of(reversed(office.said)) == C


def test_a_word_that_is_no_profile_is_no_link() -> None:
    office = Office()
    office.say(B, {SAME_PERSON_PATH: "somebody"})
    assert link_of(office.said) is None


def test_what_stood_on_a_step_that_is_left_out_stands_on_what_that_stood_on() -> None:
    office = Office()
    first = office.say(A, {SEX: "M"})
    second = office.say(A, {SEX: "F"}, first.id)
    third = office.say(A, {MAIL: "a@x.org"}, second.id)
    left = without(office.said, {second.id})
    assert resolve(left).values == {SEX: "M", MAIL: "a@x.org"}
    assert resolve(left).heads == (third.id,)


def test_nobody_blanks_what_stands_in_a_part_that_did_not_come() -> None:
    office = Office()
    two(office, {"contact.email": "a@x.org"}, {"contact.email": "b@x.org"})
    office.join(A, B, {"contact.email": Pick.SECOND})
    cut = [replace(one, protected=None) if one.id == office.said[0].id else one for one in office.said]
    found = parting(QUESTIONNAIRE, cut, B)
    assert found is not None
    assert found.again == {}
