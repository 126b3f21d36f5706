"""A whole life as a profile, told in Arabic and English: what the tests of papers print."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache, partial
from uuid import UUID, uuid5

from s2w_desktop.domain.answers import Answer, Quantity, Words
from s2w_desktop.domain.concepts import Concept
from s2w_desktop.domain.country.records import CountryPack
from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.ids import EntryId, ProfileId
from s2w_desktop.domain.profile import Profile, answered
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.paths import translations
from s2w_desktop.pdf.content import Paper
from s2w_desktop.pdf.order import PaperOrder
from s2w_desktop.reference.country_text import pack_text
from s2w_desktop.services.directory import Directories
from s2w_desktop.services.paper_content.contacts import ServiceContacts
from s2w_desktop.services.paper_content.profile import ProfileContent

_SPACE = UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8")
WELDER = Concept(
    "http://data.europa.eu/esco/skill/0a2d3e4f-1111-4222-8333-444455556666", "", "operate oxy-fuel welding torch", "en", "1.2.1"
)


def both(english: str, arabic: str) -> Words:
    return Words(arabic, "ara", english, "eng")


def since(edtf: str) -> SaidDate:
    return SaidDate.plainly(edtf)


def number(amount: int) -> Quantity:
    return Quantity(Decimal(amount))


def with_entry(profile: Profile, section: str, **answers: Answer) -> Profile:
    """One entry more; the same calls give the same ids."""
    entry = EntryId(uuid5(_SPACE, f"{section} {len(profile.entries(section))}"))
    profile = profile.with_entry(section, entry)
    for key, answer in answers.items():
        profile = answered(QUESTIONNAIRE, profile, field_path(section, key, entry), answer)
    return profile


def with_answers(profile: Profile, answers: Mapping[str, Answer | None]) -> Profile:
    for path, answer in answers.items():
        profile = answered(QUESTIONNAIRE, profile, path, answer)
    return profile


def one_line_life() -> Profile:
    """Somebody who told next to nothing."""
    return with_answers(
        Profile(ProfileId(uuid5(_SPACE, "short"))),
        {
            "record.case_number": "S2W-GR-7K4M-92QD",
            "record.opened_on": since("2026-11-21"),
            "record.centre": "Athens",
            "record.person_language": "ara",
            "record.officer_language": "en",
            "record.tier": "extended",
            "identity.given_names": "Layla",
            "transversal.strengths": ("05", "12"),
            "expectation.first_goal": "E01",
        },
    )


@cache
def full_life() -> Profile:
    """Somebody who told of everything that the paper prints."""
    profile = with_answers(
        one_line_life(),
        {
            "record.finished_on": since("2026-11-22"),
            "record.training": "yes",
            "identity.family_names": "Mithal",
            "identity.name_original": "ليلى مثال",
            "transversal.strengths": ("04", "07", "12"),
            "work_summary.main_occupation": both("Baker", "خبّازة"),
            "work_summary.main_occupation_isco": "7512",
            "work_summary.years_in_main_occupation": number(9),
            "education_summary.highest_completed": "34",
            "education_summary.years_schooling": number(12),
            "licence.can_drive": "yes",
            **{f"digital.item_{place:02d}": "alone" for place in range(1, 7)},
            "expectation.first_goal_horizon": "within_1_year",
            "expectation.other_goals": ("E06", "E08"),
            "expectation.desired_occupation": both("Head of a bakery", "رئيسة مخبز"),
            "appraisal.person_agrees": "partly",
            "appraisal.disagreement": both("I worked longer than it says here.", "عملت مدة أطول مما كُتب هنا."),
            "signoff.read_back_done": "yes",
            "signoff.read_back_language": "ara",
            "signoff.person_confirms": "with_reservations",
        },
    )
    return _ahead(_skills(_stations(_languages(profile))))


def _languages(profile: Profile) -> Profile:
    skills = ("listening", "reading", "spoken_interaction", "spoken_production", "writing")
    profile = with_entry(profile, "strength", item="12", example=both("200 loaves before six.", "٢٠٠ رغيف قبل السادسة."))
    profile = with_entry(profile, "language", language="ara", role="mother_tongue")
    english = dict(zip(skills, ("B1", "B1", "A2", "A2", "A2"), strict=True))
    certificate: dict[str, Answer] = {"certificate": "TOEFL", "certificate_level": "B1", "certificate_date": since("2019")}
    profile = with_entry(profile, "language", language="eng", role="further", basis="certificate", **english, **certificate)
    greek = dict(zip(skills, ("A2", "A1", "A1", "A1", "PA1"), strict=True))
    return with_entry(profile, "language", language="ell", role="host_country", basis="self", **greek)


def _stations(profile: Profile) -> Profile:
    profile = with_entry(
        profile,
        "work",
        title_own_words=both("Baker, small bakery", "خبّازة في مخبز صغير"),
        isco08="7512",
        job_type="EMP",
        employer="Furn al-Noor",
        start=since("2016-03"),
        end=since("2022-08"),
        tasks=both("Dough, oven, shift plan; flat bread on her own.", "العجين والفرن وجدول المناوبات؛ الخبز وحدها."),
        evidence="5",
    )
    profile = with_entry(
        profile,
        "work",
        title_own_words=both("Helper in the family bakery", "مساعدة في مخبز العائلة"),
        isco08="7512",
        job_type="FAM",
        start=since("2024-02"),
        end=since("2024-09"),
        evidence="2",
    )
    profile = with_entry(
        profile,
        "unpaid",
        activity="U01",
        intensity="daily",
        years=number(3),
        description=both("Two children and a parent.", "طفلان ووالدة."),
    )
    profile = with_entry(
        profile,
        "education",
        kind="general_school",
        title=both("Upper secondary school", "المدرسة الثانوية"),
        level="34",
        completion="completed",
        start=since("2010"),
        end=since("2013"),
        evidence="3",
    )
    return with_entry(
        profile,
        "education",
        kind="short_course",
        title=both("Greek course A2", "دورة يونانية A2"),
        completion="ongoing",
        start=since("2025-10"),
        evidence="0",
    )


def _skills(profile: Profile) -> Profile:
    profile = with_entry(profile, "skill", skill=both("Stone oven", "الفرن الحجري"), level="alone", evidence="2")
    profile = with_entry(profile, "skill", esco_skill=WELDER, level="with_help", evidence="1")
    yeast = both("Yeast dough, sour dough", "العجين المخمّر والعجين الحامض")
    profile = with_entry(profile, "skill", skill=yeast, level="expert", evidence="6", highlight="yes")
    licence = since("2015")
    profile = with_entry(
        profile,
        "licence_held",
        kind="driving",
        categories=("B", "C1"),
        issue_date=licence,
        valid_in_host="exchange_possible",
    )
    diploma = since("2013")
    seen = since("2026-11-21")
    profile = with_entry(
        profile, "document", type="diploma", about="education", possession="D3", issue_date=diploma, seen_on=seen
    )
    profile = with_entry(profile, "document", type="work_reference", about="work", possession="D1")
    return with_entry(profile, "document", type="contract", about="work", possession="D6")


def _ahead(profile: Profile) -> Profile:
    profile = with_entry(
        profile,
        "recommendation",
        type="R02",
        priority="2_soon",
        responsible="officer",
        detail=both("Evenings, so that the children are looked after.", "مساءً، كي يعتني أحد بالأطفال."),
        due=since("2026-12-15"),
    )
    return with_entry(
        profile,
        "recommendation",
        type="R01",
        priority="1_now",
        responsible="person",
        service_name=both("Sarelian language course, A1 to B1", "دورة اللغة الساريلية من A1 إلى B1"),
        service_phone="+49 30 5550 1234",
        service_hours=both("Mon to Thu 9:00–12:00", "الاثنين إلى الخميس 9:00–12:00"),
        directory_service_id="sarelia/language-course",
        due=since("2026-12-04"),
    )


class Office:
    """Makes contents of papers without a store, with one country pack or none."""

    def __init__(self, pack: CountryPack | None = None) -> None:
        self.catalogues = Catalogues(translations())
        packs = [partial(bytes, pack_text(pack))] if pack else []
        contacts = ServiceContacts(Directories(lambda: packs, self.catalogues))
        self._content = ProfileContent(QUESTIONNAIRE, contacts, lambda _concept, _language: "")

    def paper(self, profile: Profile, order: PaperOrder) -> Paper:
        return self._content.of(profile, order, tuple(map(self.catalogues.translator, order.languages)))
