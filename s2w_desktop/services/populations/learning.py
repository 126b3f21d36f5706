"""Languages, reading, school and courses of somebody at one talk."""

from random import Random
from typing import Final

from s2w_desktop.domain.answers import NoAnswer
from s2w_desktop.domain.codes.learning import CEFR
from s2w_desktop.domain.codes.study import height
from s2w_desktop.domain.rules.languages import MOST_SPREAD
from s2w_desktop.domain.sections.conditions import LEVELS_WITH_FIELD
from s2w_desktop.services.populations.lives import SCHOOL_AGE, Life
from s2w_desktop.services.populations.proofs import Proofs
from s2w_desktop.services.populations.shares import Shares
from s2w_desktop.services.populations.talks import Answers, Talk, in_year, number, said
from s2w_desktop.services.populations.visits import Visit

SCRIPTS: Final = {"tir": "Ethi", "tig": "Ethi", "byn": "Ethi", "amh": "Ethi", "ara": "Arab", "ckb": "Arab", "ell": "Grek"}
SPOKEN: Final = ("listening", "spoken_interaction", "spoken_production")
WRITTEN: Final = ("reading", "writing")
A1, B1, B2 = CEFR.index("A1"), CEFR.index("B1"), CEFR.index("B2")
_TAKES_YEARS: Final = {"1": 6, "2": 8, "34": 12, "35": 12, "4": 13, "5": 14, "6": 16, "7": 18, "8": 21}
_EARLIER: Final = {"4": "34", "5": "34", "6": "34", "7": "6", "8": "7"}


def host_level(shares: Shares, random: Random, life: Life, visit: Visit) -> int:
    """About how well the language of the host country is spoken: more months and more schooling bring more."""
    months = min(24, max(0, visit.months_here))
    gained = months / shares.between(random, "months_per_level", life.band)
    return max(0, min(B2, int(gained + random.random())))


def languages(talk: Talk, life: Life, visit: Visit, host: int) -> None:
    """Mother tongue, the host country's, English and others; each once."""
    known: set[str] = set()
    rows = [(life.mother_tongue, "mother_tongue", 0), (visit.language, "host_country", host), ("eng", "further", life.english)]
    for language, role, level in (*rows, *((code, "further", level) for code, level in life.others)):
        if language not in known:
            known.add(language)
            _language(talk, life, language, role, level)


def _language(talk: Talk, life: Life, language: str, role: str, level: int) -> None:
    steps = _steps(talk.random, life, level)
    is_first = role == "mother_tongue"
    written = max((steps[skill] for skill in WRITTEN), default=0)
    answers: Answers = {skill: CEFR[step] for skill, step in steps.items()}
    answers |= {
        "language": language,
        "role": role,
        "literacy_in_language": str(life.literacy if is_first else min(life.literacy, _literacy_for(written))),
        "certificate_level": CEFR[max(A1, min(steps.values()))],
        "learning_hours": number(talk.shares.between(talk.random, "hours_of_course")),
    }
    talk.add("language", answers, role if level < B1 else f"{role}-good")


def _steps(random: Random, life: Life, level: int) -> dict[str, int]:
    """The five skills: near the level, and written ones no higher than reading in any language allows."""
    ceiling = {0: 0, 1: 1, 2: A1}.get(life.literacy, len(CEFR) - 1)
    level = min(level, ceiling + MOST_SPREAD)
    spoken = {skill: max(0, level - int(random.random() < 0.35)) for skill in SPOKEN}
    return spoken | {skill: min(ceiling, max(0, level - int(random.random() < 0.5)), level) for skill in WRITTEN}


def _literacy_for(written: int) -> int:
    """How well a language is read and written by its written level (V11: from A2 on it is at least 2)."""
    return (0, 1, 2, 2, 3)[written] if written < B2 else 4


def basic_skills(talk: Talk, life: Life, visit: Visit, host: int) -> None:
    """Reading, scripts, figures, forms."""
    is_easy = life.literacy >= 3 and max(life.english, host) >= A1 + 1
    latin = "none" if life.literacy == 0 else "fluent" if is_easy else "words" if life.literacy >= 2 else "letters"
    scripts = {SCRIPTS.get(life.mother_tongue, "Latn")} if life.literacy else set()
    if latin in ("words", "fluent"):
        scripts.add("Latn")
    answers: Answers = {
        "reads_writes_any": str(life.literacy),
        "scripts_known": tuple(sorted(scripts)) or NoAnswer.NOT_APPLICABLE,
        "latin_script": latin,
        "numeracy": str(max(0, min(4, life.literacy + talk.shares.between(talk.random, "numeracy_more")))),
    }
    talk.fill("basic_skills", answers, f"literacy-{life.literacy}", visit.stage)


def schooling(talk: Talk, life: Life) -> None:
    """School as a whole; a level that was begun and not completed is the next one."""
    random, shares = talk.random, talk.shares
    interrupted = shares.chance(random, "interrupted", life.origin)
    attended = shares.draw(random, "attended_after", life.level) if interrupted else life.level
    answers: Answers = {
        "ever_attended_school": life.school,
        "years_schooling": number(life.years_schooling),
        "highest_completed": life.level,
        "highest_attended": attended or None,
        "school_languages": (life.mother_tongue,) if life.school == "yes" else None,
        "interrupted": "yes" if interrupted else "no",
    }
    talk.fill("education_summary", answers, life.level)


def courses(talk: Talk, life: Life, visit: Visit, proofs: Proofs) -> None:
    """The school or study of the highest level, the one before it, and short courses."""
    begun = life.born.year + SCHOOL_AGE
    if life.level in _TAKES_YEARS:
        ended = min(begun + max(life.years_schooling, 1), visit.day.year)
        _course(talk, life, life.level, ended, proofs)
        if life.level in _EARLIER and talk.shares.chance(talk.random, "tells_school"):
            _course(talk, life, _EARLIER[life.level], min(begun + 12, ended), proofs)
    for _ in range(int(talk.shares.draw(talk.random, "count.short_courses", life.band))):
        year = max(life.left - 3, begun + 12)
        if year < visit.day.year:
            answers: Answers = {
                "kind": "short_course",
                "level": NoAnswer.NOT_APPLICABLE,
                "country": life.home,
                "start": in_year(year),
                "end": in_year(year),
                "evidence": proofs.evidence(talk, "education"),
            }
            talk.add("education", answers, "short")


def _course(talk: Talk, life: Life, level: str, ended: int, proofs: Proofs) -> None:
    groups = (level, life.band)
    field = talk.shares.draw(talk.random, "education.field_broad", f"{level}-{life.sex}", level) if _has_field(level) else ""
    title = talk.shares.draw(talk.random, "education.title", f"field-{field}" if height(level) > 4 else level)
    answers: Answers = {
        "kind": talk.shares.draw(talk.random, "education.kind", *groups),
        "title": said(title),
        "level": level,
        "field_broad": field or None,
        "country": life.home,
        "start": in_year(max(life.born.year + SCHOOL_AGE, ended - 4)),
        "end": in_year(ended),
        "completion": "completed",
        "doc_status": proofs.document,
        "recognition_country": talk.text("record.host_country"),
        "evidence": proofs.evidence(talk, "education"),
    }
    talk.add("education", answers, *groups)


def _has_field(level: str) -> bool:
    return level in LEVELS_WITH_FIELD
