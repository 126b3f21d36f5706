"""Work, paid and unpaid, and what was learnt in it."""

from typing import Final

from s2w_desktop.domain.answers import Answer, NoAnswer, Words
from s2w_desktop.domain.sections.working import is_exposed
from s2w_desktop.services.populations.lives import Job, Life
from s2w_desktop.services.populations.proofs import Proofs
from s2w_desktop.services.populations.talks import INTERPRETED, Answers, Talk, in_year, number
from s2w_desktop.services.populations.visits import Visit

_OF_WORK: Final = ("main_occupation", "main_occupation_isco", "years_in_main_occupation", "years_worked_total")


def occupation(talk: Talk, life: Life, isco: str) -> Words:
    """A job as somebody says it, where the tables have it in their language, with the officer's words beside it."""
    texts = talk.shares.texts
    plain = texts[f"job.{isco}.eng"][0]
    own = texts.get(f"job.{isco}.{life.mother_tongue}")
    return Words(own[0], life.mother_tongue, plain, INTERPRETED) if own else Words(plain, INTERPRETED)


def work_summary(talk: Talk, life: Life, visit: Visit, host_job: Job | None) -> None:
    """Work as a whole."""
    answers: Answers = {
        "ever_worked": "paid" if host_job else life.ever_worked,
        "activity_now": talk.shares.draw(talk.random, "activity_now", "at_work" if host_job else visit.stage, visit.stage),
    }
    main = life.main_job or host_job
    if main is None:
        answers |= dict.fromkeys(_OF_WORK, NoAnswer.NOT_ASKED)
    else:
        answers |= {
            "main_occupation": occupation(talk, life, main.isco),
            "main_occupation_isco": _coarse(talk, main.isco),
            "years_in_main_occupation": number(max(1, main.last - main.first), about=True),
            "years_worked_total": number(max(1, life.years_worked), about=True),
            "last_worked": in_year(max(job.last for job in (host_job, *life.jobs) if job)),
        }
    before = "never" if life.ever_worked == "never" else life.ever_worked
    talk.fill("work_summary", answers, f"{before}-{life.sex}", before, visit.stage)


def _coarse(talk: Talk, isco: str) -> str:
    """The code as closely as the officer found it."""
    return isco if talk.shares.chance(talk.random, "finds_unit_group") else isco[:2]


def jobs(talk: Talk, life: Life, proofs: Proofs, host_job: Job | None) -> None:
    """Each job, the last first; a service in arms is told without where it was."""
    for job in (host_job, *life.jobs):
        if job is not None:
            _job(talk, life, job, proofs)


def _job(talk: Talk, life: Life, job: Job, proofs: Proofs) -> None:
    years = job.last - job.first
    goes_on = job.phase == "host"
    months = years * 12 if years else talk.shares.between(talk.random, "months_of_short_work")
    answers: Answers = {
        "title_own_words": occupation(talk, life, job.isco),
        "isco08": _coarse(talk, job.isco),
        "sector": next(iter(talk.shares.texts[f"job.{job.isco}.sector"])),
        "country": job.country,
        "displacement_phase": job.phase,
        "start": None if goes_on else in_year(job.first),
        "ongoing": "yes" if goes_on else "no",
        "end": in_year(job.last),
        "duration_months": number(months),
        "evidence": proofs.evidence(talk, "work"),
    }
    if is_exposed(answers["isco08"]):
        answers |= {"sensitive_employer": "yes"}
    talk.add("work", answers, life.ever_worked, job.phase, job.isco[0])


def unpaid(talk: Talk, life: Life) -> None:
    """Work for the family and for others, each kind once."""
    kinds = talk.shares.several(talk.random, "unpaid.activity", *life.groups)
    for kind in kinds[:4]:
        talk.add("unpaid", {"activity": kind}, kind)


def skills(talk: Talk, life: Life, proofs: Proofs) -> None:
    """What was learnt in the main work, in words."""
    main = life.main_job
    if main is None:
        return
    for words in talk.shares.texts[f"job.{main.isco}.skills"]:
        if talk.shares.chance(talk.random, "tells_skill"):
            talk.add("skill", {"skill": Words(words, INTERPRETED), "evidence": proofs.evidence(talk, "skill")})


def desired(talk: Talk, life: Life) -> tuple[Answer, Answer]:
    """The work that somebody wishes for, in words and as a code: often what was done before."""
    main = life.main_job
    if talk.shares.chance(talk.random, "no_wish"):
        return NoAnswer.UNKNOWN, NoAnswer.UNKNOWN
    same = main is not None and talk.shares.chance(talk.random, "wishes_the_same", life.band)
    isco = main.isco if main and same else talk.shares.draw(talk.random, "wished", f"{life.band}-{life.sex}", life.sex)
    return occupation(talk, life, isco), isco
