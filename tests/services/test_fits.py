"""What fits the person of a stored profile, and the sheet that the person takes along."""

from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest

from s2w_desktop.domain.answers import Answer
from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.language_need import LanguageFit
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.i18n.fit_words import FitText, fit_text
from s2w_desktop.i18n.isolation import without_isolates
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.paths import translations
from s2w_desktop.services.fits import Found, person_of
from s2w_desktop.services.interviews import Pair
from s2w_desktop.services.workplace import Workplace
from tests import small_esco
from tests.small_esco import occupation, skill

FILE = b"reference,title,isco08,employer,languages\n1,Seamstress,7531,Needle and Co,ell:B1\n2,Carer,5322,Home,\n"


@pytest.fixture
def office(hq: Workplace, tmp_path: Path) -> Workplace:
    small_esco.install(hq, tmp_path / "pack")
    return hq


def person(workplace: Workplace, **answers: Answer) -> ProfileId:
    """A tailor who sews, cuts and irons, with some words of the country's language."""
    session = workplace.interviews.begin(Pair("en", "ara"))
    session.set_answer("record.tier", "standard")
    for name in ("sew pieces of fabric", "cut fabrics", "iron textiles"):
        entry = session.add_entry("skill")
        session.set_answer(field_path("skill", "esco_skill", entry), skill(name))
    work = session.add_entry("work")
    session.set_answer(field_path("work", "occupation_esco", work), occupation("tailor"))
    host = workplace.station.host_language
    local = next(
        one
        for one in session.profile.entries("language")
        if session.profile.text(field_path("language", "language", one)) == host
    )
    session.set_answer(field_path("language", "spoken_interaction", local), "A2")
    for path, answer in answers.items():
        session.set_answer(path.replace("__", "."), answer)
    session.close()
    return session.profile.id


def found(workplace: Workplace, profile: ProfileId) -> Found:
    fits = workplace.fits.of(profile)
    assert fits is not None
    return fits


def test_without_a_pack_nothing_is_compared(hq: Workplace) -> None:
    assert hq.fits.of(person(hq)) is None


def test_a_profile_without_skills_of_esco_has_nothing_to_compare(office: Workplace) -> None:
    session = office.interviews.begin(Pair("en", "ara"))
    session.set_answer("consent.create_profile", "granted")
    session.close()
    fits = found(office, session.profile.id)
    assert not fits.has_skills
    assert list(fits.occupations) == []


def test_the_profile_gives_skills_work_and_language(office: Workplace) -> None:
    first = found(office, person(office)).occupations[0]
    assert (first.group, first.is_own, first.needed, first.language) == ("7531", True, "A2", LanguageFit.ENOUGH)
    assert first.skills.matching == tuple(
        sorted(first.skills.matching, key=[skill(n).uri for n in ("sew pieces of fabric", "cut fabrics", "iron textiles")].index)
    )
    assert len(first.skills.missing) == 2


def test_shielded_work_is_not_told_to_have_been_done(office: Workplace) -> None:
    session = office.interviews.open(person(office))
    job = session.add_entry("work", {"isco08": "2643", "sensitive_employer": "yes"})
    interpreter = person_of(QUESTIONNAIRE, session.profile, office.sources.today())
    assert interpreter.worked_in == {"7531"}
    session.set_answer(field_path("work", "sensitive_employer", job), "no")
    assert person_of(QUESTIONNAIRE, session.profile, office.sources.today()).worked_in == {"7531", "2643"}


def test_vacancies_of_the_store_are_compared_too(office: Workplace) -> None:
    office.vacancies.take("jobs.csv", FILE)
    fits = found(office, person(office))
    assert [one.vacancy.title for one in fits.vacancies] == ["Seamstress"]
    assert fits.vacancies[0].language is LanguageFit.MORE_NEEDED


@pytest.mark.parametrize("languages", [("en",), ("ar", "en")])
def test_the_sheet_explains_in_the_persons_language_and_bears_no_name(office: Workplace, languages: tuple[str, ...]) -> None:
    profile = person(office, identity__given_names="Layla", status__right_to_work="permit_needed")
    office.vacancies.take("jobs.csv", FILE)
    fits = found(office, profile)
    sheet = office.fit_sheets.sheet(profile, fits, languages)
    assert sheet == office.fit_sheets.sheet(profile, fits, languages)
    with closing(pypdfium2.PdfDocument(sheet)) as paper:
        text = " ".join(without_isolates(page.get_textpage().get_text_range()) for page in paper).split()
    told = " ".join(text)
    assert "Layla" not in told
    assert office.interviews.read(profile).text("record.case_number") in told
    if "en" in languages:
        for words in (
            "tailor",
            "You can: sew pieces of fabric, cut fabrics and iron textiles.",
            "Needle and Co",
            "need a permit",
        ):
            assert all(word in told for word in words.split())
        english = Catalogues(translations()).translator("en")
        assert all(word in told for word in fit_text(english, FitText.ESCO).split())


def test_no_figure_stands_on_the_sheet_but_codes_and_levels(office: Workplace) -> None:
    profile = person(office)
    with closing(pypdfium2.PdfDocument(office.fit_sheets.sheet(profile, found(office, profile), ("en",)))) as paper:
        text = paper[0].get_textpage().get_text_range()
    assert "%" not in text
