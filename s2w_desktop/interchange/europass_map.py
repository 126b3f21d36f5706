"""Where answers stand in a Europass "Candidate" document of version 3.0: one table, for writing and for reading.

A place names the field by its key and the element by its path below the element of its group; `@name` at the end is an
attribute. A field may stand in several places: all are written, the first that says something is read. The elements follow the
published documentation and what Europass' own files hold; see docs/interchange.md.
"""

from dataclasses import dataclass
from typing import Final

from s2w_desktop.domain.answers import Answer, NoAnswer
from s2w_desktop.domain.codes.listing import codes
from s2w_desktop.interchange.codec import CODE, CONCEPT, DATE, TEXT, WORDS, Codec, either
from s2w_desktop.interchange.places_and_languages import COUNTRY
from s2w_desktop.interchange.rich_text import DESCRIPTION
from s2w_desktop.interchange.wording import Wording


@dataclass(frozen=True)
class Place:
    """A field and its element."""

    key: str
    element: str
    codec: Codec

    @property
    def path(self) -> str:
        """The element's path without the attribute."""
        return self.element.partition("@")[0]

    @property
    def attribute(self) -> str:
        """The attribute that holds the text; empty for the element's own text."""
        return self.element.partition("@")[2]


@dataclass(frozen=True)
class Group:
    """The places of one section: below `element`, once or, where the section repeats, once for each entry."""

    section: str
    element: str
    places: tuple[Place, ...]


def _never(_answer: Answer, _wording: Wording) -> str | None:
    return None


def _first(count: int) -> Codec:
    """Read alone: the beginning of a longer code."""

    def read(untrusted: str, _wording: Wording) -> Answer | None:
        return untrusted[:count] if len(untrusted) == len("0111") else None

    return Codec(_never, read)


def _field_code(answer: Answer, _wording: Wording) -> str | None:
    return answer if isinstance(answer, str) and answer != "99" else None


_YES_NO: Final = either({"yes": "true", "no": "false"})
_ONGOING: Final = either({"ongoing": "true"}, {"false": None})
"""That a course is over does not say whether it was completed."""
_GENDER: Final = either({"M": "male", "F": "female", "X": "other"}, {"do_not_indicate": NoAnswer.REFUSED})
_FIELD: Final = Codec(_field_code, CODE.read)
_MAIN_FIELD: Final = "EducationDegree/FieldOfStudy/MainFieldOfStudy/ProgramConcentration"
_SPECIFIC_FIELD: Final = "EducationDegree/FieldOfStudy/SpecificFieldOfStudy/ProgramConcentration"
_ADDRESS: Final = "OrganizationContact/Communication/Address"

IDENTITY: Final = Group(
    "identity",
    "CandidatePerson",
    (
        Place("given_names", "PersonName/oa:GivenName", TEXT),
        Place("family_names", "PersonName/hr:FamilyName", TEXT),
        Place("date_of_birth", "hr:BirthDate", DATE),
        Place("sex", "GenderCode", _GENDER),
    ),
)

WORK: Final = Group(
    "work",
    "CandidateProfile/EmploymentHistory/EmployerHistory",
    (
        Place("employer", "hr:OrganizationName", TEXT),
        Place("city", f"{_ADDRESS}/oa:CityName", TEXT),
        Place("country", f"{_ADDRESS}/CountryCode", COUNTRY),
        Place("sector", "hr:IndustryCode", CODE),
        Place("title_own_words", "PositionHistory/PositionTitle", WORDS),
        Place("occupation_esco", "PositionHistory/PositionTitle@languageID", CONCEPT),
        Place("start", "PositionHistory/eures:EmploymentPeriod/eures:StartDate/hr:FormattedDateTime", DATE),
        Place("end", "PositionHistory/eures:EmploymentPeriod/eures:EndDate/hr:FormattedDateTime", DATE),
        Place("ongoing", "PositionHistory/eures:EmploymentPeriod/hr:CurrentIndicator", _YES_NO),
        Place("isco08", "PositionHistory/hr:JobCategoryCode", CODE),
        Place("tasks", "PositionHistory/oa:Description", DESCRIPTION),
        Place("city", "PositionHistory/City", TEXT),
        Place("country", "PositionHistory/Country", COUNTRY),
    ),
)

EDUCATION: Final = Group(
    "education",
    "CandidateProfile/EducationHistory/EducationOrganizationAttendance",
    (
        Place("institution", "hr:OrganizationName", TEXT),
        Place("city", f"{_ADDRESS}/oa:CityName", TEXT),
        Place("country", f"{_ADDRESS}/CountryCode", COUNTRY),
        Place("eqf_level", "EducationLevelCode", CODE),
        Place("start", "AttendancePeriod/StartDate/hr:FormattedDateTime", DATE),
        Place("end", "AttendancePeriod/EndDate/hr:FormattedDateTime", DATE),
        Place("completion", "AttendancePeriod/Ongoing", _ONGOING),
        Place("title", "EducationDegree/hr:DegreeName", WORDS),
        Place("field_broad", _MAIN_FIELD, _FIELD),
        Place("field_detailed", _SPECIFIC_FIELD, _FIELD),
        Place("field_broad", _SPECIFIC_FIELD, _first(2)),
        Place("field_narrow", _SPECIFIC_FIELD, _first(3)),
        Place("main_subjects", "EducationDegree/OccupationalSkillsCovered", DESCRIPTION),
        Place("grade", "EducationDegree/FinalGrade/hr:ScoreText", TEXT),
    ),
)

GROUPS: Final = (IDENTITY, WORK, EDUCATION)

MOTHER_TONGUE: Final = "CandidatePerson/PrimaryLanguageCode"
COMPETENCY: Final = "CandidateProfile/PersonQualifications/PersonCompetency"
CEF_DIMENSIONS: Final = {
    "listening": "CEF-Understanding-Listening",
    "reading": "CEF-Understanding-Reading",
    "spoken_interaction": "CEF-Speaking-Interaction",
    "spoken_production": "CEF-Speaking-Production",
    "writing": "CEF-Writing-Production",
}
CEF_LEVEL: Final = either({level: level for level in ("A1", "A2", "B1", "B2", "C1", "C2")})

LICENCE_CATEGORIES: Final = codes("AM A1 A2 A B1 B BE C1 C1E C CE D1 D1E D DE")
"""Those of the Union, which Europass knows."""

SECTIONS_IN_ORDER: Final = {
    "CandidateProfile/EmploymentHistory": "work-experience",
    "CandidateProfile/EducationHistory": "education-training",
    "CandidateProfile/PersonQualifications": "language",
    "CandidateProfile/Skills": "profile-skills",
    "CandidateProfile/eures:Licenses": "driving-licence",
}
"""Europass shows only the sections that a document names, in this spelling."""

BY_THE_WAY: Final = frozenset(
    {"DocumentID", "AlternateDocumentID", "ProcessingInformation", "CandidateSupplier", "RenderingInformation"}
)
"""Parts of a document that say nothing about the person."""

CV_LANGUAGES: Final = codes("en bg hr cs da nl et fi fr de el hu is ga it lv lt mk mt no pl pt ro sr sk sl es sv tr uk")
"""Languages in which Europass keeps a CV, as it writes them."""
