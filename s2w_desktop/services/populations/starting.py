"""The beginning of a talk: what the program notes, the agreement, the circumstances, who somebody is, where they live."""

from datetime import timedelta

from s2w_desktop.domain.answers import Answer, NoAnswer
from s2w_desktop.domain.case_numbers import new_case_number
from s2w_desktop.domain.edtf import Doubt
from s2w_desktop.domain.joining import EARLIER_PATH
from s2w_desktop.services.populations.lives import Life
from s2w_desktop.services.populations.talks import Answers, Talk, Told, in_year, number, on
from s2w_desktop.services.populations.visits import Visit

FULL_AGE = 18


def record(talk: Talk, visit: Visit, language: str) -> None:
    """What the program notes, training among it."""
    talk.note("record.case_number", new_case_number(visit.number, randbelow=talk.random.randrange))
    talk.note("record.opened_on", on(visit.day))
    talk.note("record.centre", visit.centre)
    talk.note("record.host_country", visit.country)
    talk.note("record.host_language", visit.language)
    talk.note("record.officer_language", visit.officer)
    talk.note("record.person_language", language)
    talk.note("record.tier", talk.asking.tier.code)
    talk.note("record.hidden", " ".join(sorted(talk.asking.hidden)) or None)
    talk.note("record.training", "yes")
    talk.note(EARLIER_PATH, visit.earlier or None)


def identity(talk: Talk, life: Life) -> None:
    """Who somebody is."""
    answers: Told = {
        "given_names": life.name.given,
        "family_names": life.name.family or NoAnswer.NOT_APPLICABLE,
        "name_original": life.name.original or None,
        "date_of_birth": _birth(talk, life),
        "age_stated": number(life.age),
        "sex": life.sex,
        "nationality": life.origin,
    }
    talk.fill("identity", answers)


def _birth(talk: Talk, life: Life) -> Answer:
    """As far as it is known."""
    match talk.shares.draw(talk.random, "birth_told", life.origin):
        case "day":
            return on(life.born)
        case "month":
            return in_year(life.born.year, life.born.month)
        case "year":
            return in_year(life.born.year)
        case _:
            return in_year(life.born.year, doubt=Doubt.ABOUT)


def agreement(talk: Talk, life: Life, visit: Visit) -> None:
    """What somebody agrees to. A word that is taken back is so after the arrival."""
    draw, random = talk.shares, talk.random
    talk.fill("consent", {}, visit.stage)
    minor = life.age < FULL_AGE
    answers: Answers = {
        "given_by": "guardian" if minor else "self",
        "child_assent": "yes",
        "withdrawn_on": on(visit.day + timedelta(days=draw.between(random, "days_to_withdrawal"))),
    }
    talk.fill("agreement", answers)


def session(talk: Talk, visit: Visit, language: str) -> None:
    """The circumstances of the talk."""
    shares, random = talk.shares, talk.random
    interpreter = shares.draw(random, "session.interpreter_used", language, visit.country)
    answers: Answers = {
        "stage": visit.stage,
        "interview_language": language,
        "interpreter_used": interpreter,
        "interpreter_code": f"INT-{1 + int(random.random() * 12):02d}",
    }
    talk.fill("session", answers, visit.stage)


def residence(talk: Talk, life: Life, visit: Visit) -> None:
    """Status, arrival and where the way leads."""
    shares, random = talk.shares, talk.random
    permit = visit.day + timedelta(days=shares.between(random, "days_of_permit"))
    answers: Answers = {
        "legal_status": shares.draw(random, "status.legal_status", visit.stage),
        "status_country": visit.country,
        "status_since": on(visit.arrived + (visit.day - visit.arrived) / 2),
        "permit_valid_until": on(permit) if shares.chance(random, "tells_permit", visit.stage) else None,
        "arrival_host_country": on(visit.arrived),
        "arrival_eu": on(visit.arrived - timedelta(days=shares.between(random, "days_in_europe"))),
        "destination_country": life.goes_to,
        "expected_departure": in_year((visit.day + timedelta(days=30)).year, (visit.day + timedelta(days=30)).month),
        "work_from": on(visit.day + timedelta(days=60)),
    }
    status = str(answers["legal_status"])
    talk.fill("status", answers, status, visit.country, visit.stage)


def household(talk: Talk, life: Life) -> None:
    """Family; children belong to those who have some here."""
    has_children = life.family in ("partner_children", "children_only")
    answers: Answers = {"family_situation": life.family}
    if not has_children:
        answers |= {"children_0_5": number(0), "children_6_14": number(0), "children_15_17": number(0)}
        answers |= {"childcare_available": "not_needed"}
    talk.fill("household", answers, life.family)
    talk.fill("contact", {"preferred_language": life.mother_tongue})


def way_here(talk: Talk, life: Life) -> None:
    """Countries in which somebody lived on the way, where that is asked at all."""
    for country in talk.shares.several(talk.random, "countries_lived", life.origin):
        talk.add("country_lived", {"country": country, "start": in_year(life.left), "end": in_year(life.left + 1)})
