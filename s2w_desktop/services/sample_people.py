"""Invented people for training, tours, tests and benches: the same seed makes the same people."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from random import Random
from uuid import UUID

from s2w_desktop.domain.answers import Answer, NoAnswer, Quantity, Words
from s2w_desktop.domain.case_numbers import new_case_number
from s2w_desktop.domain.code_lists import CODE_LISTS
from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.ids import EntryId, ProfileId
from s2w_desktop.domain.profile import Profile, answered
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.domain.stations import Station

LEVELS = CODE_LISTS["cefr"]
SCRIPTS = {"ara": "Arab", "prs": "Arab", "pes": "Arab", "pus": "Arab", "ckb": "Arab", "urd": "Arab"} | {
    "tir": "Ethi",
    "amh": "Ethi",
    "ukr": "Cyrl",
    "rus": "Cyrl",
}
YEARS_AT_SCHOOL = {"0": (0, 3), "1": (4, 6), "2": (7, 9), "34": (10, 12), "35": (10, 13), "6": (14, 17), "7": (16, 19)}


@dataclass(frozen=True)
class SamplePerson:
    """A profile and the interview languages that suit it."""

    profile: Profile
    language: str


class SamplePeople:
    """Draws people from the invented names and jobs in `resources/demo/people.json`."""

    def __init__(self, resources: Path, station: Station, seed: int) -> None:
        data = json.loads((resources / "demo" / "people.json").read_text("utf-8"))
        self._origins: list[dict[str, list[list[str]]]] = data["origins"]
        self._station = station
        self._random = Random(seed)  # noqa: S311  # invented people must repeat; nothing secret is drawn here

    def people(self, count: int) -> Iterator[SamplePerson]:
        """So many people, marked as training data."""
        for _ in range(count):
            yield self._person()

    def _person(self) -> SamplePerson:
        random, origin = self._random, self._random.choice(self._origins)
        language = str(origin["language"])
        answers: dict[str, Answer] = {}
        answers.update(self._record(language))
        answers.update(self._start(language))
        born = random.randint(1962, 2006)
        answers.update(self._identity(origin, born))
        answers.update(self._abilities(random.choice(origin["jobs"]), language, 2026 - born))
        answers.update(self._next_steps(language))
        profile = Profile(ProfileId(self._id()))
        for path, answer in answers.items():
            profile = answered(QUESTIONNAIRE, profile, path, answer)
        profile = self._languages(profile, language)
        return SamplePerson(self._recommendation(profile), language)

    def _record(self, language: str) -> dict[str, Answer]:
        station = self._station
        return {
            "record.case_number": new_case_number(station.country, randbelow=self._random.randrange),
            "record.opened_on": SaidDate.plainly(f"2026-{self._random.randint(1, 11):02d}-{self._random.randint(1, 28):02d}"),
            "record.centre": station.centre,
            "record.host_country": station.host_country,
            "record.host_language": station.host_language,
            "record.officer_language": "en",
            "record.person_language": language,
            "record.training": "yes",
        }

    def _start(self, language: str) -> dict[str, Answer]:
        draw = self._random
        return {
            "consent.create_profile": "granted",
            "consent.keep_on_device": "granted",
            "consent.send_with_name": draw.choices(["granted", "refused"], [9, 1])[0],
            "consent.send_for_figures": draw.choices(["granted", "refused"], [19, 1])[0],
            "agreement.mode": draw.choice(["read_aloud", "read_self", "interpreter"]),
            "agreement.method": draw.choice(["signature", "thumb_mark", "electronic"]),
            "agreement.given_by": "self",
            "session.stage": draw.choice(["PRE", "REC", "REC", "INT"]),
            "session.programme": draw.choice(["RELOC", "RESET", "SPONT", "TEMPP"]),
            "session.interview_mode": draw.choice(["in_person", "in_person", "video"]),
            "session.interview_language": language,
            "session.interpreter_used": draw.choice(["none", "professional", "trained_mediator", "phone_or_video"]),
            "session.place_type": draw.choice(["reception_centre", "office", "community"]),
            "session.private_space": draw.choice(["yes", "yes", "yes", "no"]),
        }

    def _identity(self, origin: dict[str, list[list[str]]], born: int) -> dict[str, Answer]:
        draw = self._random
        given, given_original, sex = draw.choice(origin["given"])
        family, family_original = draw.choice(origin["family"])
        original = " ".join(part for part in (given_original, family_original) if part)
        answers: dict[str, Answer] = {
            "identity.given_names": given,
            "identity.family_names": family or NoAnswer.NOT_APPLICABLE,
            "identity.date_of_birth": SaidDate.plainly(f"{born}{draw.choice(['', '~'])}"),
            "identity.sex": sex,
            "identity.nationality": str(origin["nationality"]),
            "status.legal_status": str(draw.choice(origin["legal"])),
            "status.right_to_work": draw.choice(["full", "permit_needed", "unknown"]),
            "status.destination_country": self._station.host_country,
            "status.arrival_host_country": SaidDate.plainly(f"{draw.randint(2024, 2025)}-{draw.randint(1, 12):02d}"),
        }
        return answers | ({"identity.name_original": original} if original else {})

    def _abilities(self, job: list[str], language: str, age: int) -> dict[str, Answer]:
        draw = self._random
        level = draw.choice([level for level, (_, most) in YEARS_AT_SCHOOL.items() if most < age - 5])
        occupation, said, translated = job
        main = draw.randint(1, max(1, min(15, age - 17)))
        return {
            "basic_skills.reads_writes_any": draw.choice(["2", "3", "4", "4"]),
            "basic_skills.scripts_known": tuple(sorted({"Latn", SCRIPTS.get(language, "Latn")})),
            "basic_skills.latin_script": draw.choice(["none", "letters", "words", "fluent"]),
            "basic_skills.form_help_needed": draw.choice(["none", "some", "full"]),
            "education_summary.ever_attended_school": "yes",
            "education_summary.years_schooling": self._years(*YEARS_AT_SCHOOL[level]),
            "education_summary.highest_completed": level,
            "work_summary.ever_worked": "paid",
            "work_summary.activity_before_leaving": draw.choice(["EMP", "SELF", "FAMW"]),
            "work_summary.activity_now": draw.choice(["UNEMP", "WAIT", "STUD", "HOME"]),
            "work_summary.years_worked_total": Quantity(Decimal(main + draw.randint(0, 1)), about=True),
            "work_summary.main_occupation": Words(said, language, translated, "eng"),
            "work_summary.main_occupation_isco": occupation,
            "work_summary.years_in_main_occupation": Quantity(Decimal(main), about=True),
            "transversal.strengths": tuple(sorted(draw.sample(CODE_LISTS["strength"], draw.randint(3, 6)))),
            "licence.can_drive": draw.choice(["yes", "no"]),
            "expectation.desired_occupation": Words(said, language, translated, "eng"),
            "expectation.desired_occupation_isco": occupation,
        }

    def _next_steps(self, language: str) -> dict[str, Answer]:
        draw = self._random
        choices: list[Answer] = [("B01",), ("B01", "B03"), ("B04", "B11"), ("B00",), NoAnswer.REFUSED]
        barriers = draw.choice(choices)
        return {
            "expectation.first_goal": draw.choice(["E01", "E06", "E08", "E09", "E04"]),
            "barrier.barriers": barriers,
            "signoff.read_back_done": "yes",
            "signoff.read_back_language": language,
            "signoff.person_confirms": draw.choice(["yes", "yes", "with_reservations"]),
            "signoff.copy_given": draw.choice(["paper", "stick", "none"]),
        }

    def _languages(self, profile: Profile, mother_tongue: str) -> Profile:
        rows = [(mother_tongue, "mother_tongue", 0), (self._station.host_language, "host_country", 3), ("eng", "further", 5)]
        known: set[str] = set()
        for language, role, highest in rows:
            if language in known:
                continue
            known.add(language)
            entry = EntryId(self._id())
            profile = profile.with_entry("language", entry)
            profile = answered(QUESTIONNAIRE, profile, field_path("language", "language", entry), language)
            profile = answered(QUESTIONNAIRE, profile, field_path("language", "role", entry), role)
            if role != "mother_tongue":
                profile = self._levels(profile, entry, self._random.randint(0, highest))
        return profile

    def _levels(self, profile: Profile, entry: EntryId, about: int) -> Profile:
        for skill in ("listening", "reading", "spoken_interaction", "spoken_production", "writing"):
            level = LEVELS[max(0, about - self._random.randint(0, 1))]
            profile = answered(QUESTIONNAIRE, profile, field_path("language", skill, entry), level)
        return profile

    def _recommendation(self, profile: Profile) -> Profile:
        entry = EntryId(self._id())
        profile = profile.with_entry("recommendation", entry)
        for key, codes in (("type", "recommendation"), ("priority", "priority"), ("responsible", "responsible")):
            code = self._random.choice(CODE_LISTS[codes][:10])
            profile = answered(QUESTIONNAIRE, profile, field_path("recommendation", key, entry), code)
        return profile

    def _years(self, least: int, most: int) -> Quantity:
        return Quantity(Decimal(self._random.randint(least, most)))

    def _id(self) -> UUID:
        return UUID(int=self._random.getrandbits(128), version=4)
