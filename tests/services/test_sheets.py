"""The papers of a person beside the profile paper: what stands on them, what never does, and that it comes out of the PDF."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from s2w_desktop.domain.profile import Profile
from s2w_desktop.i18n.isolation import without_isolates
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.paths import translations
from s2w_desktop.pdf.preview import page_count
from s2w_desktop.pdf.sheet import Choice, ContactBlock, Sheet, Tick
from s2w_desktop.services.sheets.kinds import PaperKind
from s2w_desktop.services.sheets.making import Sheets
from s2w_desktop.services.workplace import Workplace
from tests.pdf.reading import paragraphs as said
from tests.pdf.reading import run
from tests.pdf.sheet_texts import expected
from tests.services.sheet_people import CASE, ENTRIES, person, sheets_of, words
from tests.workplaces import make_workplace

if TYPE_CHECKING:
    from s2w_desktop.domain.canonical import Plain

SHEETS = [kind for kind in PaperKind if kind is not PaperKind.PROFILE]
LANGUAGES = [one.code for one in Catalogues(translations()).offered()]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workplace]:
    workplace = make_workplace(tmp_path_factory.mktemp("sheets") / "store")
    yield workplace
    workplace.close()


@pytest.fixture(scope="module")
def sheets(place: Workplace) -> Sheets:
    return sheets_of(place)


def sheet_of(place: Workplace, profile: Profile, kind: PaperKind, *languages: str, with_pack: bool = True) -> Sheet:
    """A sheet of somebody of whom nothing was kept before."""
    with _kept(place, profile):
        return sheets_of(place, with_pack=with_pack).sheet(profile.id, kind, languages or ("en",))


class _kept:  # noqa: N801  # reads as a word
    """While it lasts a profile is in the store."""

    def __init__(self, place: Workplace, profile: Profile) -> None:
        self._place, self._profile = place, profile

    def __enter__(self) -> None:
        self._place.interviews.add(self._profile)

    def __exit__(self, *_: object) -> None:
        self._place.store.profiles.forget(self._profile.id)


def told(sheet: Sheet) -> str:
    """Everything that a sheet says, line by line, without isolates."""
    return without_isolates("\n".join(expected(sheet)))


@pytest.mark.parametrize("kind", SHEETS)
@pytest.mark.parametrize("languages", [("en",), ("ar", "en")], ids="-".join)
def test_every_text_comes_out_whole_once_and_in_order(
    kind: PaperKind, languages: tuple[str, ...], place: Workplace, sheets: Sheets, tmp_path: Path
) -> None:
    profile = person()
    with _kept(place, profile):
        assert said(sheets.make(profile.id, kind, languages), tmp_path) == expected(sheets.sheet(profile.id, kind, languages))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_of_the_program_is_set(language: str, place: Workplace, sheets: Sheets, tmp_path: Path) -> None:
    profile = person()
    kind = SHEETS[LANGUAGES.index(language) % len(SHEETS)]
    with _kept(place, profile):
        pdf = sheets.make(profile.id, kind, (language,), is_large=True)
        assert said(pdf, tmp_path) == expected(sheets.sheet(profile.id, kind, (language,), is_large=True))


@pytest.mark.parametrize("kind", SHEETS)
def test_the_same_profile_gives_the_same_bytes_and_no_name_in_the_metadata(
    kind: PaperKind, place: Workplace, sheets: Sheets, tmp_path: Path
) -> None:
    profile, path = person(), tmp_path / "paper.pdf"
    with _kept(place, profile):
        first, second = (sheets.make(profile.id, kind, ("en",)) for _ in range(2))
    assert first == second
    path.write_bytes(first)
    assert "Mithal" not in run("pdfinfo", path)


def test_each_kind_has_languages_of_its_own(place: Workplace, sheets: Sheets) -> None:
    profile = person()
    with _kept(place, profile):
        found = {kind: sheets.languages_for(profile.id, kind) for kind in PaperKind}
    assert found == {
        PaperKind.PROFILE: ("en", "ar"),
        PaperKind.CV: ("de",),
        PaperKind.CV_WITHOUT_NAME: ("de",),
        PaperKind.NEXT_STEPS: ("ar", "de"),
        PaperKind.RECOGNITION: ("ar", "de"),
        PaperKind.NOTICE: ("ar",),
        PaperKind.ACCESS: ("ar", "de"),
        PaperKind.WARNING: ("ar", "de"),
    }


@pytest.mark.parametrize("kind", [PaperKind.CV, PaperKind.CV_WITHOUT_NAME, PaperKind.NOTICE])
def test_a_cv_and_a_notice_speak_one_language(kind: PaperKind, place: Workplace) -> None:
    assert sheet_of(place, person(), kind, "en", "ar").languages == ("en",)


def test_one_door_makes_the_profile_paper_too(place: Workplace) -> None:
    profile = person()
    with _kept(place, profile):
        made = place.every_paper.make(profile.id, PaperKind.PROFILE)
        assert made == place.papers.profile_paper(profile.id, ("en", "ar"))
        assert place.every_paper.make(profile.id, PaperKind.CV)[:5] == b"%PDF-"


# --- CV ---


def test_a_cv_tells_what_a_person_can_do_and_how_to_reach_them(place: Workplace) -> None:
    lines = told(sheet_of(place, person(), PaperKind.CV)).split("\n")
    wanted = [
        "Layla Mithal", "+30 210 555 0101 · layla@example.org", "Nurse, 6 years of experience. Speaks 3 languages.",
        "2019–", "Shop assistant", "2012–2018", "Children's nurse", "Hope Hospital · 72 months", "Bachelor of nursing",
        "University of Aleppo", "first language", "B1", "Certificate: Start Deutsch A1", "Trained new colleagues",
        "Giving injections and Dressing wounds", "Driving licence: B",
    ]  # fmt: skip
    assert [line for line in wanted if line not in lines] == []
    assert lines.index("Shop assistant") < lines.index("Children's nurse")


@pytest.mark.parametrize("kind", [PaperKind.CV, PaperKind.CV_WITHOUT_NAME])
def test_a_cv_has_no_code_and_tells_nothing_of_origin_age_residence_or_family(kind: PaperKind, place: Workplace) -> None:
    sheet = sheet_of(place, person({"status.legal_status": "L05"}), kind)
    for word in (CASE, "Syria", "Aleppo,", "1990", "Female", "efugee", "12 Example Road"):
        assert word not in told(sheet)
    assert (sheet.code, sheet.date, sheet.logo) == ("", "", None)


def test_a_cv_without_name_tells_nobody_who_it_is(place: Workplace) -> None:
    text = told(sheet_of(place, person(), PaperKind.CV_WITHOUT_NAME))
    for word in (
        "Layla",
        "Mithal",
        "ليلى",
        "L. M.",
        "example.org",
        "+30",
        "Hope Hospital",
        "University of Aleppo",
        "Casa do Rio",
    ):
        assert word not in text
    assert "Children's nurse" in text
    assert "Human health and social work" in text or "Health and social work" in text  # the sector takes the employer's place


@pytest.mark.parametrize(
    ("answers", "line"),
    [
        ({"contact.preferred_channel": "email"}, "layla@example.org"),
        ({"contact.preferred_channel": "whatsapp"}, "+30 210 555 0101"),
        ({"contact.preferred_channel": "post"}, "12 Example Road"),
        ({"contact.preferred_channel": "centre"}, "Casa do Rio"),
        ({"contact.safe_to_contact": "as_agreed", "contact.preferred_channel": "email"}, "layla@example.org"),
        ({"contact.safe_to_contact": "as_agreed"}, ""),
        ({"contact.safe_to_contact": "no"}, ""),
        ({"contact.safe_to_contact": None}, ""),
    ],
)
def test_a_cv_names_the_way_that_the_person_chose(answers: dict[str, str], line: str, place: Workplace) -> None:
    lines = told(sheet_of(place, person(answers), PaperKind.CV)).split("\n")
    ways = {"layla@example.org", "+30 210 555 0101", "12 Example Road", "Casa do Rio", "+30 210 555 0101 · layla@example.org"}
    assert ways & set(lines) == ({line} if line else set())


def test_a_sensitive_employer_prints_as_the_sector(place: Workplace) -> None:
    job = {**ENTRIES["work"][0], "sensitive_employer": "yes"}
    text = told(sheet_of(place, person(entries={"work": [job]}), PaperKind.CV))
    assert "Hope Hospital" not in text
    assert "night duty" not in text
    assert "ealth and social work" in text


@pytest.mark.parametrize("kind", [PaperKind.CV, PaperKind.RECOGNITION])
def test_exposed_work_of_somebody_at_risk_is_not_described(kind: PaperKind, place: Workplace) -> None:
    job = {
        **ENTRIES["work"][0],
        "title_own_words": words("ضابط", "Police officer"),
        "isco08": "5412",
        "sensitive_employer": "yes",
    }
    answers = {"work_summary.main_occupation": words("ضابط", "Police officer"), "work_summary.main_occupation_isco": "5412"}
    text = told(sheet_of(place, person(answers, {"work": [job]}), kind))
    assert "olice" not in text
    assert kind is PaperKind.RECOGNITION or "Public service, not described" in text


def test_a_cv_in_a_language_that_nobody_wrote_takes_the_words_of_the_officer(place: Workplace) -> None:
    text = told(sheet_of(place, person(), PaperKind.CV, "de"))
    assert "Care of children, night duty" in text
    assert "رعاية" not in text


# --- next steps ---


def test_the_next_steps_stand_on_one_page_with_boxes_contacts_and_what_to_bring(place: Workplace, sheets: Sheets) -> None:
    profile = person()
    with _kept(place, profile):
        sheet = sheets.sheet(profile.id, PaperKind.NEXT_STEPS, ("en", "ar"))
        assert page_count(sheets.make(profile.id, PaperKind.NEXT_STEPS, ("en", "ar"))) == 1
    blocks = sheet.sections[1].blocks
    assert [type(block) for block in blocks] == [Tick, ContactBlock, Tick, ContactBlock]
    ticks = [block for block in blocks if isinstance(block, Tick)]
    assert [tick.label for tick in ticks] == ["2026-12-01", ""]
    contacts = [block.phone for block in blocks if isinstance(block, ContactBlock)]
    assert contacts == ["+999 555 0303", "+999 555 0101"]
    text = told(sheet)
    assert "What to bring: Residence card or asylum card" in text
    assert "Monday to Friday, 9 to 12 · language-course@example.org" in text
    assert "The person agrees: Partly" in text
    assert "I want to work first" in text  # the dissent, in the person's words
    assert "Was tired" not in text


def test_without_steps_the_sheet_says_so(place: Workplace) -> None:
    text = told(sheet_of(place, person(entries={"recommendation": []}), PaperKind.NEXT_STEPS))
    assert "No next steps are written down yet." in text


def test_a_dissent_in_a_third_language_is_printed_as_it_was_said(place: Workplace) -> None:
    text = told(sheet_of(place, person(), PaperKind.NEXT_STEPS, "de", "uk"))
    assert "أريد أن أعمل أولاً" in text


# --- recognition ---


def test_the_recognition_sheet_tells_what_is_known_and_where_to_ask(place: Workplace) -> None:
    text = told(sheet_of(place, person(), PaperKind.RECOGNITION))
    for line in (
        "Bachelor of nursing", "Lost or destroyed", "Applied", "2008–2012", "Certified translation", "Nursing professionals",
        "Have a university diploma compared", "Licence to work as a nurse", "+999 555 0202", "Documents that are missing",
    ):  # fmt: skip
        assert line in text, line
    assert "European Qualifications Passport" in text
    assert "Driving licence" not in text  # a procedure that is not for this person
    assert "Mithal" not in text


def test_whoever_has_the_papers_is_not_sent_for_others(place: Workplace) -> None:
    held = [{**ENTRIES["education"][0], "doc_status": "D1"}]
    text = told(sheet_of(place, person(entries={"education": held, "document": []}), PaperKind.RECOGNITION))
    assert "European Qualifications Passport" not in text
    assert "No documents are written down yet." in text


def test_without_a_country_pack_the_sheet_names_the_network(place: Workplace) -> None:
    assert "ENIC-NARIC" in told(sheet_of(place, person(), PaperKind.RECOGNITION, with_pack=False))


# --- notice ---


def test_the_notice_shows_each_purpose_as_it_was_decided(place: Workplace) -> None:
    sheet = sheet_of(place, person(), PaperKind.NOTICE)
    found = {
        choice.question["en"]: [option.words["en"] for option in choice.options if option.is_ticked]
        for section in sheet.sections
        for choice in section.blocks
        if isinstance(choice, Choice)
    }
    assert found["May we write a skills profile together with you?"] == ["Yes"]
    assert found["May we send it to our headquarters with your name?"] == ["No"]
    assert found["May we speak about you with partners that can help?"] == ["Taken back"]
    assert found["May we contact you again later?"] == []
    assert len(found) == 11
    text = told(sheet)
    assert "Notice, version 1" in text
    assert "Read aloud" in text
    assert "3 November 2026" in text
    assert "Example Aid, Casa do Rio" in text


def test_an_interview_in_short_asks_only_for_its_own_purposes(place: Workplace) -> None:
    sheet = sheet_of(place, person({"record.tier": "core", "consent.photo": None}), PaperKind.NOTICE)
    choices = [block for section in sheet.sections for block in section.blocks if isinstance(block, Choice)]
    assert len(choices) == 4


# --- warning card ---


def test_the_warning_card_names_nobody_and_says_whom_to_call(place: Workplace) -> None:
    sheet = sheet_of(place, person(), PaperKind.WARNING, "ar", "en")
    assert [section.languages for section in sheet.sections] == [("ar",), ("en",)]
    assert all(section.is_card for section in sheet.sections)
    text = told(sheet)
    assert "Nobody may ask you for money" in text
    assert "+999 555 0116" in text
    for word in ("Mithal", "ليلى", CASE, "2026"):
        assert word not in text + sheet.code + sheet.date


# --- hard cases ---


def test_markup_and_controls_of_direction_do_no_harm(place: Workplace, sheets: Sheets, tmp_path: Path) -> None:
    hostile: Plain = {
        "said": "<b>خبز</b> &amp; \u202eملح\u202c",
        "lang": "ara",
        "translation": "<b>bread</b> &amp; \u202esalt",
        "to": "eng",
    }
    profile = person({"appraisal.disagreement": hostile, "identity.given_names": "<i>Layla</i> \u2067A"})
    with _kept(place, profile):
        for kind in (PaperKind.NEXT_STEPS, PaperKind.CV, PaperKind.ACCESS):
            found = "\n".join(said(sheets.make(profile.id, kind, ("en",)), tmp_path))
            assert "\u202e" not in found
            assert "<b>bread</b> &amp; salt" in found or kind is PaperKind.CV
            assert "<i>Layla</i>" in found or kind is PaperKind.NEXT_STEPS
        named = sheets.sheet(profile.id, PaperKind.CV, ("en",)).name or {}
        assert named["en"].startswith("<i>Layla</i> A"), "a Word file would keep what the printer takes out"


def test_many_jobs_and_documents_and_a_long_name_stay_whole(place: Workplace, sheets: Sheets, tmp_path: Path) -> None:
    name = "Maximiliana-Theodora Wolfeschlegelsteinhausenbergerdorff de la Concepción y Todos los Santos"
    many = {"work": ENTRIES["work"] * 6, "document": ENTRIES["document"] * 15}
    profile = person({"identity.given_names": name}, many)
    with _kept(place, profile):
        for kind in (PaperKind.CV, PaperKind.RECOGNITION, PaperKind.ACCESS):
            pdf = sheets.make(profile.id, kind, ("en",))
            assert page_count(pdf) > 1
            assert said(pdf, tmp_path) == expected(sheets.sheet(profile.id, kind, ("en",)))


@pytest.mark.parametrize("kind", SHEETS)
def test_an_empty_profile_has_no_empty_headings(kind: PaperKind, place: Workplace, sheets: Sheets, tmp_path: Path) -> None:
    nothing: dict[str, list[dict[str, Plain]]] = {section: [] for section in ENTRIES}
    profile = person(dict.fromkeys(person().held), nothing)
    with _kept(place, profile):
        pdf, sheet = sheets.make(profile.id, kind, ("en",)), sheets.sheet(profile.id, kind, ("en",))
    assert page_count(pdf) == 1
    assert said(pdf, tmp_path) == expected(sheet)
    structure = re.findall(r"^\s*(H1|H2|P|TH)\b", run("pdfinfo", "-struct", tmp_path / "paper.pdf"), re.MULTILINE)
    assert ["H2", "H2"] not in [structure[at : at + 2] for at in range(len(structure))]
    assert structure[-1] != "H2"
