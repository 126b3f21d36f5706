"""Rules that hold answers against each other: each speaks when it should, and is silent one step beside it."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

import pytest

from s2w_desktop.domain.answers import Answer, Quantity, Words
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.rules.issues import Severity
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.domain.validation import check
from tests.domain.people import profile_with, with_row

TODAY = date(2026, 11, 21)
WRONG, DOUBTFUL, PROMPT = Severity.CANNOT_BE_RIGHT, Severity.PLEASE_CHECK, Severity.PROMPT
Row = tuple[str, dict[str, Answer]]


def on(edtf: str) -> SaidDate:
    return SaidDate.plainly(edtf)


def n(number: str) -> Quantity:
    return Quantity(Decimal(number))


@dataclass(frozen=True)
class Case:
    """What is answered when a rule speaks, and the one thing that is otherwise when it is silent."""

    rule: str
    severity: Severity
    answers: dict[str, Answer] = field(default_factory=dict)
    rows: tuple[Row, ...] = ()
    silent: dict[str, Answer] = field(default_factory=dict)
    silent_rows: tuple[Row, ...] | None = None

    def profiles(self) -> tuple[Profile, Profile]:
        """The profile that is remarked, and the one that is not."""
        base: dict[str, Answer] = {"record__tier": "extended", "consent__create_profile": "granted"}
        speaks = profile_with(**base, **self.answers)
        silent = profile_with(**base, **{**self.answers, **self.silent})
        for section, row in self.rows:
            speaks = with_row(speaks, section, **row)
        for section, row in self.rows if self.silent_rows is None else self.silent_rows:
            silent = with_row(silent, section, **row)
        return speaks, silent


def education(**row: Answer) -> Row:
    return "education", row


def work(**row: Answer) -> Row:
    return "work", row


def language(**row: Answer) -> Row:
    return "language", row


SEEN: Row = ("document", {"about": "work", "seen_on": on("2026-11-20")})
STEP: Row = ("recommendation", {"type": "R22"})
COURSE: Row = ("recommendation", {"type": "R02"})
CASES = (
    Case(
        "guardian",
        WRONG,
        {"identity__date_of_birth": on("2010"), "agreement__given_by": "self"},
        silent={"agreement__given_by": "guardian"},
    ),
    Case(
        "assent",
        WRONG,
        {"record__opened_on": on("2026-11-20"), "identity__date_of_birth": on("2010"), "agreement__child_assent": "no"},
        silent={"agreement__child_assent": "yes"},
    ),
    Case(
        "V05", DOUBTFUL, {"identity__date_of_birth": on("1990")}, (work(start=on("1993")),), silent_rows=(work(start=on("2005")),)
    ),
    Case(
        "V05",
        DOUBTFUL,
        {"identity__date_of_birth": on("1990")},
        (education(start=on("1991")),),
        silent_rows=(education(start=on("1996")),),
    ),
    Case(
        "V07",
        DOUBTFUL,
        {"identity__date_of_birth": on("2000")},
        (work(duration_months=n("200")), work(duration_months=n("200"))),
        silent_rows=(work(duration_months=n("60")),),
    ),
    Case(
        "consent_ended",
        WRONG,
        {"record__opened_on": on("2026-11-20"), "agreement__valid_until": on("2025")},
        silent={"agreement__valid_until": on("2027")},
    ),
    Case(
        "family_interprets",
        DOUBTFUL,
        {"session__interpreter_used": "family_member"},
        silent={"session__interpreter_used": "professional"},
    ),
    Case("not_private", DOUBTFUL, {"session__private_space": "no"}, silent={"session__private_space": "yes"}),
    Case("distress", PROMPT, {"session__distress_observed_stop": "yes"}, silent={"session__distress_observed_stop": "no"}),
    Case(
        "nationality_twice",
        DOUBTFUL,
        {"identity__nationality": "SYR", "identity__other_nationalities": ("SYR",)},
        silent={"identity__other_nationalities": ("IRQ",)},
    ),
    Case(
        "arrivals",
        WRONG,
        {"status__arrival_eu": on("2025-06"), "status__arrival_host_country": on("2024")},
        silent={"status__arrival_eu": on("2024")},
    ),
    Case(
        "order",
        WRONG,
        {},
        (("country_lived", {"start": on("2010"), "end": on("2009")}),),
        silent_rows=(("country_lived", {"start": on("2010"), "end": on("2010")}),),
    ),
    Case("V21", PROMPT, {"status__permit_valid_until": on("2027-02")}, silent={"status__permit_valid_until": on("2028")}),
    Case("V21", PROMPT, {"status__permit_valid_until": on("2027-02")}, silent_rows=(STEP,)),
    Case(
        "V22", PROMPT, {"status__legal_status": "L01", "status__right_to_work": "unknown"}, silent={"status__legal_status": "L03"}
    ),
    Case(
        "work_without_right",
        PROMPT,
        {"status__right_to_work": "none", "work_summary__activity_now": "EMP"},
        silent={"work_summary__activity_now": "STUD"},
    ),
    Case("email", DOUBTFUL, {"contact__email": "amal at example"}, silent={"contact__email": "amal@example.org"}),
    Case(
        "phone",
        DOUBTFUL,
        {},
        (("phone", {"number": "0912 345"}),),
        silent_rows=(("phone", {"number": "+\u0663\u0665\u0661 912 345 678"}),),
    ),
    Case("V09", WRONG, {}, (language(role="further"),), silent_rows=(language(role="mother_tongue"),)),
    Case(
        "host_language",
        DOUBTFUL,
        {"record__host_language": "por", "session__stage": "REC"},
        (language(language="ara", role="mother_tongue"),),
        silent={"session__stage": "PRE"},
    ),
    Case(
        "V10",
        DOUBTFUL,
        {},
        (language(role="mother_tongue", reading="A1"),),
        silent_rows=(language(role="mother_tongue", reading="C2"),),
    ),
    Case(
        "spread",
        DOUBTFUL,
        {},
        (language(role="further", reading="C1", writing="0"),),
        silent_rows=(language(role="further", reading="B1", writing="A1"),),
    ),
    Case(
        "V11",
        DOUBTFUL,
        {},
        (language(role="further", reading="A2", literacy_in_language="0"),),
        silent_rows=(language(role="further", reading="A1", literacy_in_language="0"),),
    ),
    Case(
        "V11",
        DOUBTFUL,
        {},
        (language(role="further", writing="B1", literacy_in_language="1"),),
        silent_rows=(language(role="further", writing="A2", literacy_in_language="1"),),
    ),
    Case("V24", PROMPT, {"basic_skills__reads_writes_any": "1"}, silent={"basic_skills__reads_writes_any": "3"}),
    Case("V24", PROMPT, {"basic_skills__latin_script": "none"}, silent_rows=(COURSE,)),
    Case(
        "V13",
        WRONG,
        {"education_summary__highest_completed": "2"},
        (education(level="6", completion="completed"),),
        silent_rows=(education(level="6", completion="interrupted"),),
    ),
    Case(
        "attended",
        WRONG,
        {"education_summary__highest_completed": "6", "education_summary__highest_attended": "34"},
        silent={"education_summary__highest_attended": "7"},
    ),
    Case(
        "study_field",
        WRONG,
        {},
        (education(level="6", field_broad="07", field_narrow="091"),),
        silent_rows=(education(level="6", field_broad="09", field_narrow="091"),),
    ),
    Case(
        "order",
        WRONG,
        {},
        (education(start=on("2010"), end=on("2008")),),
        silent_rows=(education(start=on("2008"), end=on("2010")),),
    ),
    Case("V23", PROMPT, {}, (education(level="6", doc_status="D6"),), silent_rows=(education(level="6", doc_status="D1"),)),
    Case("V23", PROMPT, {}, (education(level="6", doc_status="D7"),), silent_rows=(education(level="1", doc_status="D7"),)),
    Case(
        "duration",
        DOUBTFUL,
        {},
        (work(start=on("2010"), end=on("2012"), duration_months=n("60")),),
        silent_rows=(work(start=on("2010"), end=on("2012"), duration_months=n("30")),),
    ),
    Case(
        "duration",
        DOUBTFUL,
        {},
        (work(start=on("2026-01"), ongoing="yes", duration_months=n("24")),),
        silent_rows=(work(start=on("2026-01"), ongoing="yes", duration_months=n("10")),),
    ),
    Case("exposed", PROMPT, {}, (work(isco08="2642"),), silent_rows=(work(isco08="2642", sensitive_employer="no"),)),
    Case("exposed", PROMPT, {}, (work(isco08="03"),), silent_rows=(work(isco08="7531"),)),
    Case("V16", WRONG, {}, (work(evidence="3"),), silent_rows=(work(evidence="3"), SEEN)),
    Case(
        "order",
        WRONG,
        {},
        (("licence_held", {"issue_date": on("2020"), "expiry": on("2019")}),),
        silent_rows=(("licence_held", {"issue_date": on("2020"), "expiry": on("2030")}),),
    ),
    Case(
        "goal_twice",
        DOUBTFUL,
        {"expectation__first_goal": "E01", "expectation__other_goals": ("E01", "E08")},
        silent={"expectation__other_goals": ("E08",)},
    ),
    Case(
        "V19",
        DOUBTFUL,
        {},
        (work(title_own_words=Words("tailor, call 0912 345 678", "eng")),),
        silent_rows=(work(title_own_words=Words("tailor for 12 years", "eng")),),
    ),
    Case(
        "V19",
        DOUBTFUL,
        {"expectation__own_words": Words("", "ara", "write to me@example.org", "eng")},
        silent={"expectation__own_words": Words("", "ara", "a shop", "eng")},
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_rule_speaks_where_it_should_and_only_there(case: Case) -> None:
    speaks, silent = case.profiles()
    assert case.severity in {issue.severity for issue in check(QUESTIONNAIRE, speaks, TODAY) if issue.rule == case.rule}
    assert case.rule not in {issue.rule for issue in check(QUESTIONNAIRE, silent, TODAY)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_remark_stands_at_a_question_that_is_put(case: Case) -> None:
    speaks, _ = case.profiles()
    assert all(QUESTIONNAIRE.spec(issue.path) for issue in check(QUESTIONNAIRE, speaks, TODAY))
    shallow = speaks.with_answer("record.tier", "core")
    assert all(QUESTIONNAIRE.spec(issue.path).tier.code == "core" for issue in check(QUESTIONNAIRE, shallow, TODAY))
