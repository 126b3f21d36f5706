"""An invented nurse with an answer for everything that a sheet prints, and the services that print it."""

import json
from collections.abc import Mapping
from pathlib import Path
from uuid import NAMESPACE_OID, UUID, uuid5

from s2w_desktop.domain.canonical import Plain
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.paths import resources, translations
from s2w_desktop.pdf.fonts import FontSet
from s2w_desktop.reference.country_source import read_source
from s2w_desktop.reference.country_text import pack_text
from s2w_desktop.services.directory import Directories
from s2w_desktop.services.drawings import Drawings
from s2w_desktop.services.profile_lines import read_profile_lines
from s2w_desktop.services.sheets.making import Press, Sheets
from s2w_desktop.services.sources import Sources, system_sources
from s2w_desktop.services.workplace import Workplace
from tests.services.test_directory import TODAY

CASE = "GR-7K4M-29QF-W"


def words(said: str, english: str, lang: str = "ara") -> Plain:
    return {"said": said, "lang": lang, "translation": english, "to": "eng"}


ANSWERS: Mapping[str, Plain] = {
    "record.opened_on": "2026-11-02",
    "record.finished_on": "2026-11-03",
    "record.centre": "Casa do Rio",
    "record.host_country": "DEU",
    "record.host_language": "deu",
    "record.officer_language": "en",
    "record.person_language": "ara",
    "record.tier": "extended",
    "record.training": "yes",
    "consent.create_profile": "granted",
    "consent.keep_on_device": "granted",
    "consent.send_with_name": "refused",
    "consent.send_for_figures": "granted",
    "consent.refer_to_partner": "withdrawn",
    "consent.photo": {"no": "not_asked"},
    "agreement.mode": "read_aloud",
    "agreement.method": "signature",
    "agreement.given_by": "self",
    "agreement.withdrawn_on": "2026-11-03",
    "session.stage": "REC",
    "identity.given_names": "Layla",
    "identity.family_names": "Mithal",
    "identity.name_original": "ليلى مثال",
    "identity.nationality": "SYR",
    "identity.sex": "F",
    "identity.date_of_birth": "1990",
    "contact.safe_to_contact": "yes",
    "contact.email": "layla@example.org",
    "contact.address": "12 Example Road",
    "status.legal_status": {"no": "refused"},
    "education_summary.ever_attended_school": "yes",
    "education_summary.highest_completed": "6",
    "work_summary.ever_worked": "paid",
    "work_summary.main_occupation": words("ممرضة", "Nurse"),
    "work_summary.main_occupation_isco": "2221",
    "work_summary.years_in_main_occupation": {"n": "6"},
    "digital.software": ["other", "spreadsheet", "word_processor"],
    "transversal.strengths": ["01", "04"],
    "licence.can_drive": "yes",
    "expectation.first_goal": "E01",
    "expectation.other_goals": ["E05"],
    "expectation.desired_occupation": words("ممرضة في مستشفى", "Nurse in a hospital"),
    "appraisal.person_agrees": "partly",
    "appraisal.disagreement": words("أريد أن أعمل أولاً", "I want to work first"),
    "appraisal.internal_note": words("متعبة", "Was tired", "eng"),
}
ENTRIES: Mapping[str, list[dict[str, Plain]]] = {
    "phone": [{"number": "+30 210 555 0101"}, {"number": "+30 210 555 0202", "shared_with_family": "yes"}],
    "language": [
        {"language": "ara", "role": "mother_tongue"},
        {
            "language": "deu", "role": "host_country", "listening": "A2", "reading": "A1", "spoken_interaction": "A1",
            "spoken_production": "0", "writing": "PA1", "basis": "certificate", "certificate": "Start Deutsch",
            "certificate_level": "A1",
        },
        {
            "language": "eng", "role": "further", "listening": "B1", "reading": "B1", "spoken_interaction": "B1",
            "spoken_production": "B1", "writing": "B1",
        },
    ],
    "education": [
        {
            "kind": "higher", "title": words("بكالوريوس تمريض", "Bachelor of nursing"), "level": "6", "field_broad": "09",
            "institution": "University of Aleppo", "city": "Aleppo", "country": "SYR", "start": "2008", "end": "2012",
            "completion": "completed", "doc_status": "D6", "recognition_state": "R4", "recognition_country": "DEU",
            "regulated_profession": "yes",
        },
        {
            "kind": "short_course", "title": words("إسعافات أولية", "First aid"), "completion": "ongoing", "start": "2026",
            "doc_status": "D1",
        },
    ],
    "work": [
        {
            "title_own_words": words("ممرضة أطفال", "Children's nurse"), "isco08": "2221", "sensitive_employer": "no",
            "job_type": "EMP", "sector": "Q", "employer": "Hope Hospital", "city": "Aleppo", "country": "SYR", "start": "2012-03",
            "end": "2018", "duration_months": {"n": "72"}, "tasks": words("رعاية الأطفال", "Care of children, night duty"),
        },
        {
            "title_own_words": words("بائعة", "Shop assistant"), "isco08": "5223", "job_type": "FAM", "start": "2019",
            "ongoing": "yes",
        },
    ],
    "unpaid": [{"activity": "U02", "description": words("رعاية جدتي", "Care of my grandmother"), "years": {"n": "3"}}],
    "skill": [{"skill": words("تطعيم", "Giving injections")}, {"skill": words("تضميد", "Dressing wounds")}],
    "strength": [{"item": "01", "example": words("علّمت زميلات جديدات", "Trained new colleagues")}],
    "licence_held": [{"kind": "driving", "categories": ["B"]}],
    "document": [
        {"type": "diploma", "about": "education", "possession": "D6"},
        {"type": "transcript", "about": "education", "possession": "D3", "translation": "certified"},
    ],
    "recommendation": [
        {
            "type": "R09", "priority": "1_now", "responsible": "person", "detail": words("خذي الشهادات", "Take the certificates"),
            "service_name": words("مركز الاعتراف", "Recognition centre"), "service_phone": "+999 555 0303",
            "service_hours": words("من الاثنين إلى الجمعة", "Monday to Friday"), "due": "2026-12-01",
        },
        {"type": "R01", "priority": "2_soon", "responsible": "partner", "directory_service_id": "sarelia/language-course"},
    ],
}  # fmt: skip


def person(answers: Mapping[str, Plain] | None = None, entries: Mapping[str, list[dict[str, Plain]]] | None = None) -> Profile:
    """The nurse, with other answers (None: none at all) or other entries of some sections."""
    said = {path: plain for path, plain in {**ANSWERS, **(answers or {})}.items() if plain is not None}
    line = {"case_number": CASE, "answers": said, "entries": {**ENTRIES, **(entries or {})}}
    made = iter(range(10_000))

    def new_id() -> UUID:
        return uuid5(NAMESPACE_OID, str(next(made)))

    ((_, found),) = read_profile_lines(QUESTIONNAIRE, [json.dumps(line).encode()], new_id)
    assert isinstance(found, Profile), found
    return found


def sheets_of(workplace: Workplace, *, with_pack: bool = True, sources: Sources | None = None) -> Sheets:
    """The sheets of a store, with the invented country pack at hand."""
    catalogues = Catalogues(translations())
    pack = pack_text(read_source(resources() / "country" / "sample", TODAY))
    directories = Directories(lambda: [lambda: pack] if with_pack else [], catalogues)
    press = Press(
        catalogues, FontSet(Path(resources()) / "fonts"), workplace.attachments, workplace.templates, Drawings(resources())
    )
    return Sheets(workplace.store, workplace.interviews, QUESTIONNAIRE, directories, press, sources or system_sources())
