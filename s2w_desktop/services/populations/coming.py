"""What comes next: goals, wishes, support, the appraisal, next steps, the sign-off, and what became of it."""

from datetime import date, timedelta

from s2w_desktop.domain.answers import NoAnswer
from s2w_desktop.domain.codes.study import height
from s2w_desktop.services.populations.learning import B1
from s2w_desktop.services.populations.lives import Life
from s2w_desktop.services.populations.proofs import Proofs
from s2w_desktop.services.populations.talks import Answers, Talk, number, on
from s2w_desktop.services.populations.visits import Visit
from s2w_desktop.services.populations.working import desired

FOLLOWED_AFTER = (("3", 91), ("6", 183), ("12", 365))
"""Months and days after the talk."""
_LOST = ("D5", "D6", "D7")


def goals(talk: Talk, life: Life, visit: Visit) -> None:
    """Goals and wishes; no goal twice."""
    random, shares = talk.random, talk.shares
    groups = (f"{visit.stage}-{life.band}", f"{life.band}-{life.sex}", life.band)
    first = shares.draw(random, "expectation.first_goal", *groups)
    others = tuple(sorted(set(shares.several(random, "expectation.other_goals", *groups)) - {first}))
    words, isco = desired(talk, life)
    answers: Answers = {"first_goal": first, "other_goals": others[:7] or None}
    talk.fill("expectation", answers | {"desired_occupation": words, "desired_occupation_isco": isco}, visit.stage)
    if shares.chance(random, "second_wish"):
        words, isco = desired(talk, life)
        if not isinstance(words, NoAnswer):
            talk.add("desired_work", {"occupation": words, "occupation_isco": isco})
    available = on(visit.day + timedelta(days=45))
    talk.fill("preference", {"available_date": available}, visit.stage, life.family, life.band)


def support(talk: Talk, visit: Visit, host: int) -> None:
    """What stands in the way, and where help is wished for."""
    language = "speaks" if host >= B1 else "learns"
    talk.fill("barrier", {}, f"{visit.stage}-{language}", visit.stage)
    chosen = talk.held.get("barrier.barriers")
    for code in chosen if isinstance(chosen, tuple) else ():
        if code != "B00" and talk.shares.chance(talk.random, "tells_support"):
            talk.add("support", {"barrier": code}, code)


def appraisal(talk: Talk, life: Life, visit: Visit) -> None:
    """What the officer makes of it."""
    talk.fill("appraisal", {}, f"{visit.stage}-{life.band}", life.band, visit.stage)


def steps(talk: Talk, life: Life, visit: Visit, host: int, proofs: Proofs) -> None:
    """Next steps: what the answers call for, and some more; each once."""
    random, shares = talk.random, talk.shares
    wanted = set(shares.several(random, "recommendation.more", visit.stage, life.band))
    needs = (
        ("R01", host < B1),
        ("R02", life.literacy <= 1),
        ("R11", height(life.level) >= 3 and proofs.document in _LOST),
        ("R08", height(life.level) >= 5),
        ("R14", visit.stage != "PRE" and life.ever_worked == "paid"),
    )
    wanted |= {code for code, is_needed in needs if is_needed and shares.chance(random, "is_advised", code)}
    for code in sorted(wanted or {"R12"}):
        state = shares.draw(random, "recommendation.state", visit.stage)
        when = visit.day + timedelta(days=shares.between(random, "days_to_step"))
        answers: Answers = {
            "type": code,
            "state": state,
            "state_date": on(visit.day if state in ("proposed", "agreed") else when),
            "due": on(when + timedelta(days=30)),
        }
        talk.add("recommendation", answers, code, visit.stage)


def sign_off(talk: Talk, visit: Visit, language: str) -> None:
    """The end of the talk."""
    answers: Answers = {
        "read_back_language": language,
        "confirmed_on": on(visit.day),
        "copy_languages": None,
        "corrections": number(talk.shares.between(talk.random, "corrections")),
    }
    talk.fill("signoff", answers)
    talk.note("record.finished_on", on(visit.day))


def follow_ups(talk: Talk, life: Life, visit: Visit) -> None:
    """Whether somebody was asked again 3, 6 and 12 months later, and what had become of it; no later than the data go."""
    random, shares = talk.random, talk.shares
    last = date.fromisoformat(shares.texts["period.to"][0])
    for months, days in FOLLOWED_AFTER:
        day = visit.day + timedelta(days=days + shares.between(random, "days_late"))
        if day <= last and shares.chance(random, f"followed_{months}", visit.stage):
            reached = "yes" if shares.chance(random, f"reached_{months}", visit.stage) else "no"
            talk.add("followup", {"on": on(day), "reached": reached}, f"{months}-{life.band}", months)
