"""Invented people with their talks: before the departure, and for about half of them again after the arrival."""

import itertools
from collections.abc import Iterator
from pathlib import Path
from random import Random
from uuid import UUID

from s2w_desktop.domain.fields import Tier
from s2w_desktop.domain.hiding import may_be_hidden
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.services.populations import abilities, coming, learning, starting, working
from s2w_desktop.services.populations.lives import Job, Life, draw_life
from s2w_desktop.services.populations.proofs import documents, draw_proofs
from s2w_desktop.services.populations.shares import Shares, read_shares
from s2w_desktop.services.populations.sittings import sitting
from s2w_desktop.services.populations.talks import Talk, new_id
from s2w_desktop.services.populations.visits import Visit, after_arrival, before_departure, first_day

_TIERS = {tier.code: tier for tier in Tier}


def population(resources: Path, name: str, count: int, seed: int) -> Iterator[Profile]:
    """So many profiles of a population, marked as training data; whoever was asked twice has two, one after the other.

    The same seed gives the same profiles, and a smaller count the first of them. A profile from after an arrival names the one
    from before (`domain.joining`). Raises KeyError for a population that is not shipped.
    """
    shares = read_shares(resources, name)
    people = (Random(f"{name} {seed} {number}") for number in itertools.count(1))  # noqa: S311  # invented people must repeat
    return itertools.islice(itertools.chain.from_iterable(_person(shares, random) for random in people), count)


def _person(shares: Shares, random: Random) -> Iterator[Profile]:
    """The profiles of one person."""
    day = first_day(shares, random)
    life = draw_life(shares, random, day)
    before = before_departure(shares, random, life, day)
    first = ProfileId(UUID(new_id(random)))
    yield _talk(shares, random, life, before).profile(first)
    if shares.chance(random, "asked_again", life.goes_to):
        after = after_arrival(shares, random, life, before, str(first))
        yield _talk(shares, random, life, after).profile(ProfileId(UUID(new_id(random))))


def _talk(shares: Shares, random: Random, life: Life, visit: Visit) -> Talk:
    """The whole talk. What decides whether a question is put is answered before it."""
    language = shares.draw(random, "session.interview_language", life.mother_tongue) or life.mother_tongue
    talk = _begun(shares, random, life, visit)
    host, job = learning.host_level(shares, random, life, visit), _job_here(shares, random, life, visit)
    proofs = draw_proofs(talk, life, visit.stage)
    starting.record(talk, visit, language)
    starting.identity(talk, life)
    starting.agreement(talk, life, visit)
    starting.session(talk, visit, language)
    starting.residence(talk, life, visit)
    starting.way_here(talk, life)
    starting.household(talk, life)
    learning.languages(talk, life, visit, host)
    learning.basic_skills(talk, life, visit, host)
    learning.schooling(talk, life)
    learning.courses(talk, life, visit, proofs)
    working.work_summary(talk, life, visit, job)
    working.jobs(talk, life, proofs, job)
    working.unpaid(talk, life)
    working.skills(talk, life, proofs)
    abilities.digital(talk, life)
    abilities.strengths(talk, life)
    abilities.licences(talk, life, visit)
    documents(talk, life, proofs, visit.day)
    coming.goals(talk, life, visit)
    coming.support(talk, visit, host)
    coming.appraisal(talk, life, visit)
    coming.steps(talk, life, visit, host, proofs)
    if not talk.open_sections:
        coming.sign_off(talk, visit, language)
        coming.follow_ups(talk, life, visit)
    sitting(talk, visit)
    return talk


def _begun(shares: Shares, random: Random, life: Life, visit: Visit) -> Talk:
    """A talk of a depth and with what its centre hides; some are broken off at a later section."""
    hidden = may_be_hidden(frozenset(shares.texts.get(f"hidden.{visit.centre}", ())))
    depth = _TIERS[shares.draw(random, "depth", visit.country)]
    talk = Talk(QUESTIONNAIRE, shares, random, depth, hidden, (visit.stage, *life.groups))
    if shares.chance(random, "broken_off", visit.stage):
        keys = [section.key for section in QUESTIONNAIRE.sections if section.part]
        reached = keys.index("status") + int(random.random() * (len(keys) - keys.index("status")))
        talk.open_sections = frozenset(keys[reached:])
    return talk


def _job_here(shares: Shares, random: Random, life: Life, visit: Visit) -> Job | None:
    """Work in the host country, of those who have arrived."""
    if visit.is_before or life.age < 17 or not shares.chance(random, "works_here", life.sex):
        return None
    isco = shares.draw(random, "occupation.here", life.sex)
    return Job(isco, visit.day.year, visit.day.year, "host", visit.country)
