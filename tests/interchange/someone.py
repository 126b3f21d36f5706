"""An invented person with an answer wherever Europass or the Data Exchange Framework has a place for one."""

import itertools
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from decimal import Decimal
from uuid import UUID

from s2w_desktop import paths
from s2w_desktop.domain.answers import Answer, NoAnswer, Quantity, Words
from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.i18n.translator import Catalogues, english
from s2w_desktop.interchange.europass_reader import read_europass
from s2w_desktop.interchange.europass_writer import EuropassFile, write_europass
from s2w_desktop.interchange.europass_xml import read_xml
from s2w_desktop.interchange.exchange_json import ExchangeSchema, read_json
from s2w_desktop.interchange.exchange_reader import read_exchange
from s2w_desktop.interchange.exchange_writer import ExchangeFile, Sender, write_exchange
from s2w_desktop.interchange.outcome import Found, fields_of
from s2w_desktop.interchange.wording import Wording
from tests.domain.people import profile_with, with_row

ENGLISH = Wording.of(english())
SENDER = Sender("0123456789abcdef", "Example Aid", "GRC", datetime(2026, 11, 22, 9, 30, tzinfo=UTC))
SCHEMA = ExchangeSchema(paths.resources())


def day(edtf: str) -> SaidDate:
    return SaidDate.plainly(edtf)


def said(text: str) -> Words:
    return Words(text, "eng")


def ids() -> Callable[[], UUID]:
    """New ids, counted."""
    numbers: Iterator[int] = itertools.count(1)
    return lambda: UUID(int=next(numbers))


def wording(code: str) -> Wording:
    return Wording.of(Catalogues(paths.translations()).translator(code))


def person() -> Profile:
    """Everything that Europass can carry."""
    made = profile_with(
        identity__given_names="Amina",
        identity__family_names="Haddad",
        identity__date_of_birth=day("1990-05"),
        identity__sex="F",
        identity__nationality="SYR",
        identity__other_nationalities=("LBN",),
        contact__email="amina@example.org",
        contact__second_email="a.haddad@example.org",
        contact__address="Example street 4, Athens",
        digital__software=("accounting", "spreadsheet"),
        transversal__strengths=("03", "10"),
    )
    made = with_row(made, "phone", number="+306900000000")
    made = with_row(made, "language", language="apc", role="mother_tongue")
    made = with_row(made, "language", language="kmr", role="mother_tongue")
    levels = {"listening": "B1", "reading": "A2", "spoken_interaction": "B1", "spoken_production": "A2", "writing": "A1"}
    made = with_row(made, "language", language="deu", role="further", **levels)
    made = with_row(made, "language", language="prs", role="further", listening="C1")
    made = with_row(
        made,
        "work",
        title_own_words=said("Baker & pastry cook <night>"),
        isco08="7512",
        sector="C",
        employer="Example bakery",
        city="Aleppo",
        country="SYR",
        start=day("2012-03"),
        ongoing="no",
        end=day("2019"),
        tasks=said("Bread for 5 < 10 shops\nKept the books"),
    )
    made = with_row(made, "work", title_own_words=said("Seller"), country="GRC", start=day("2020-01-15"), ongoing="yes")
    made = with_row(
        made,
        "education",
        title=said("Baccalaureate"),
        eqf_level="4",
        field_broad="04",
        field_narrow="041",
        field_detailed="0411",
        institution="Example school",
        city="Aleppo",
        country="SYR",
        start=day("2005"),
        end=day("2008-06-30"),
        main_subjects=said("Accounting"),
        grade="16 of 20",
    )
    made = with_row(made, "education", title=said("Greek course"), completion="ongoing")
    made = with_row(made, "licence_held", kind="driving", categories=("B", "BE"))
    made = with_row(made, "skill", skill=said("Sourdough"))
    return with_row(made, "unpaid", activity="U08", description=said("Lessons for children"))


def europass(profile: Profile, words: Wording = ENGLISH) -> EuropassFile:
    return write_europass(QUESTIONNAIRE, profile, words, document_id="example-1")


def read_back(content: bytes, words: Wording = ENGLISH) -> Found:
    return read_europass(QUESTIONNAIRE, read_xml(content), lambda _code: words, ids())


def exchange(profile: Profile) -> ExchangeFile:
    return write_exchange(QUESTIONNAIRE, profile, ENGLISH, SENDER, SCHEMA)


def read_candidate(content: bytes) -> Found:
    return read_exchange(QUESTIONNAIRE, read_json(content), ENGLISH, ids(), SCHEMA)


def candidate() -> Profile:
    """Everything that the Data Exchange Framework can carry."""
    made = profile_with(
        identity__given_names="Amina",
        identity__family_names="Haddad",
        identity__preferred_name="Mina",
        identity__sex="F",
        identity__date_of_birth=day("1990-05-07"),
        identity__country_of_origin="SYR",
        identity__nationality="XXA",
        identity__other_nationalities=("LBN",),
        contact__email="amina@example.org",
        work_summary__main_occupation=said("Baker"),
        transversal__strengths=("03", "10"),
    )
    made = with_row(made, "phone", number="+30 690 000", channel="whatsapp")
    made = with_row(made, "language", language="apc", role="mother_tongue")
    made = with_row(made, "language", language="ell", role="host_country", listening="PA1", reading="0", writing="A1")
    made = with_row(
        made,
        "education",
        title=said("School"),
        level="34",
        institution="Example school",
        start=day("2005"),
        end=day("2008-06-30"),
    )
    made = with_row(
        made,
        "work",
        title_own_words=said("Baker"),
        employer="Example bakery",
        start=day("2012-03"),
        end=day("2019-11-01"),
        tasks=said("Bread"),
        hours_per_week=Quantity(Decimal(40)),
        paid="paid",
    )
    return with_row(made, "unpaid", activity="U08", description=said("Lessons for children"))


def answered_rows(profile: Profile, without: tuple[str, ...] = ()) -> dict[str, list[dict[str, Answer]]]:
    """The answers of a profile by section, a dictionary for each entry; reasons and some paths left out."""
    found: dict[str, list[dict[str, Answer]]] = {}
    for section in QUESTIONNAIRE.sections:
        for place in profile.places(section):
            row: dict[str, Answer] = {}
            for spec in section.fields:
                path = field_path(section.key, spec.key, place)
                answer = profile.get(path)
                if answer is not None and not isinstance(answer, NoAnswer) and path not in without and section.key != "record":
                    row[spec.key] = answer
            if row:
                found.setdefault(section.key, []).append(row)
    return found


def lost(made: EuropassFile | ExchangeFile) -> tuple[str, ...]:
    """Fields that are not in a file as they were answered."""
    return fields_of((*made.losses.left_out, *made.losses.blunted))
