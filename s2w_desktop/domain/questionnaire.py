"""The core interview (profile-model 6.26): what is asked, in which order. A field is added here and nowhere else."""

from s2w_desktop.domain.answers import NoAnswer, Quantity
from s2w_desktop.domain.fields import FieldKind as Kind
from s2w_desktop.domain.fields import FieldSpec, Look, Need, Questionnaire, SectionSpec, Sensitivity

IDENTIFYING, PROTECTION, TECHNICAL = Sensitivity.IDENTIFYING, Sensitivity.PROTECTION, Sensitivity.TECHNICAL

POST_ARRIVAL = ("REC", "INT")


def has_arrived(look: Look) -> bool:
    """The person is in the host country, or nothing is known yet."""
    return look("session.stage") in (None, *POST_ARRIVAL)


def went_to_school(look: Look) -> bool:
    """Years and level of schooling make sense."""
    return look("education_summary.ever_attended_school") != "no"


def has_worked(look: Look) -> bool:
    """Questions about work done make sense."""
    return look("work_summary.ever_worked") != "never"


def is_learnt_language(look: Look) -> bool:
    """Levels are not asked for a mother tongue (V10)."""
    return look("role") != "mother_tongue"


def _choice(key: str, codes: str, **more: object) -> FieldSpec:
    return FieldSpec(key, Kind.CHOICE, codes, **more)  # type: ignore[arg-type]  # keyword facts of FieldSpec


def _level(key: str) -> FieldSpec:
    return FieldSpec(key, Kind.LEVEL, "cefr", sensitivity=TECHNICAL, asked_when=is_learnt_language)


RECORD = SectionSpec(
    "record",
    part="",
    fields=(
        FieldSpec("case_number", Kind.TEXT, need=Need.OPTIONAL),
        FieldSpec("opened_on", Kind.DATE, need=Need.OPTIONAL),
        FieldSpec("centre", Kind.TEXT, need=Need.OPTIONAL),
        FieldSpec("host_country", Kind.CHOICE, "country", need=Need.OPTIONAL),
        FieldSpec("host_language", Kind.CHOICE, "language", need=Need.OPTIONAL),
        FieldSpec("officer_language", Kind.TEXT, need=Need.OPTIONAL, sensitivity=TECHNICAL),
        FieldSpec("person_language", Kind.TEXT, need=Need.OPTIONAL, sensitivity=TECHNICAL),
        FieldSpec("tier", Kind.CHOICE, "tier", need=Need.OPTIONAL, sensitivity=TECHNICAL),
        FieldSpec("hidden", Kind.TEXT, need=Need.OPTIONAL, sensitivity=TECHNICAL, max_length=4000),
        FieldSpec("training", Kind.CHOICE, "yes_no", need=Need.OPTIONAL, sensitivity=TECHNICAL),
        FieldSpec("finished_on", Kind.DATE, need=Need.OPTIONAL),
        FieldSpec("remark", Kind.TEXT, need=Need.OPTIONAL, sensitivity=PROTECTION, max_length=500),
    ),
)
"""What the program itself notes about a profile; never asked, never shown as questions."""

SECTIONS = (
    RECORD,
    SectionSpec(
        "consent",
        part="start",
        fields=(
            _choice("create_profile", "consent", need=Need.REQUIRED),
            _choice("keep_on_device", "consent", need=Need.REQUIRED),
            _choice("send_with_name", "consent", need=Need.REQUIRED),
            _choice("send_for_figures", "consent", need=Need.REQUIRED),
        ),
    ),
    SectionSpec(
        "session",
        part="start",
        fields=(
            _choice("stage", "stage", need=Need.REQUIRED, sensitivity=TECHNICAL),
            _choice("programme", "programme", need=Need.REQUIRED),
            _choice("interview_language", "language", need=Need.REQUIRED, sensitivity=TECHNICAL),
            _choice("interpreter_used", "interpreter", need=Need.REQUIRED, sensitivity=TECHNICAL),
        ),
    ),
    SectionSpec(
        "identity",
        part="person",
        fields=(
            FieldSpec("given_names", Kind.TEXT, sensitivity=IDENTIFYING),
            FieldSpec("family_names", Kind.TEXT, sensitivity=IDENTIFYING),
            FieldSpec("name_original", Kind.TEXT, need=Need.OPTIONAL, sensitivity=IDENTIFYING),
            FieldSpec("date_of_birth", Kind.DATE, sensitivity=IDENTIFYING),
            _choice("sex", "sex"),
            _choice("nationality", "nationality"),
        ),
    ),
    SectionSpec(
        "status",
        part="person",
        fields=(
            _choice("legal_status", "legal_status", sensitivity=PROTECTION),
            _choice("right_to_work", "right_to_work"),
            FieldSpec("arrival_host_country", Kind.DATE, asked_when=has_arrived),
        ),
    ),
    SectionSpec(
        "language",
        part="abilities",
        most_entries=12,
        least_entries=1,
        headline="language",
        fields=(
            _choice("language", "language", need=Need.REQUIRED),
            _choice("role", "language_role", need=Need.REQUIRED, sensitivity=TECHNICAL),
            _level("listening"),
            _level("reading"),
            _level("spoken_interaction"),
            _level("spoken_production"),
            _level("writing"),
        ),
    ),
    SectionSpec(
        "basic_skills",
        part="abilities",
        fields=(
            _choice("reads_writes_any", "literacy"),
            _choice("latin_script", "latin_script", sensitivity=TECHNICAL),
            _choice("form_help_needed", "form_help", sensitivity=TECHNICAL),
        ),
    ),
    SectionSpec(
        "education_summary",
        part="abilities",
        fields=(
            _choice("ever_attended_school", "school"),
            FieldSpec("years_schooling", Kind.NUMBER, low=0, high=30, step="0.5", asked_when=went_to_school),
            _choice("highest_completed", "isced", asked_when=went_to_school),
        ),
    ),
    SectionSpec(
        "work_summary",
        part="abilities",
        fields=(
            _choice("ever_worked", "ever_worked"),
            _choice("activity_before_leaving", "activity"),
            _choice("activity_now", "activity"),
            FieldSpec("years_worked_total", Kind.NUMBER, low=0, high=70, step="0.5", asked_when=has_worked),
            FieldSpec("main_occupation", Kind.WORDS, max_length=120, asked_when=has_worked),
            _choice("main_occupation_isco", "isco", asked_when=has_worked),
            FieldSpec("years_in_main_occupation", Kind.NUMBER, low=0, high=70, step="0.5", asked_when=has_worked),
        ),
    ),
    SectionSpec(
        "work",
        part="abilities",
        most_entries=15,
        headline="title_own_words",
        fields=(
            FieldSpec("title_own_words", Kind.WORDS, need=Need.REQUIRED, max_length=120),
            _choice("isco08", "isco"),
            _choice("job_type", "job_type"),
            FieldSpec("start", Kind.DATE, need=Need.OPTIONAL),
            FieldSpec("end", Kind.DATE, need=Need.OPTIONAL),
            FieldSpec("duration_months", Kind.NUMBER, low=0, high=840),
        ),
    ),
    SectionSpec(
        "transversal",
        part="abilities",
        fields=(FieldSpec("strengths", Kind.MANY, "strength", sensitivity=TECHNICAL, most=6),),
    ),
    SectionSpec("licence", part="abilities", fields=(_choice("can_drive", "yes_no", sensitivity=TECHNICAL),)),
    SectionSpec(
        "expectation",
        part="next",
        fields=(
            _choice("first_goal", "goal", need=Need.REQUIRED),
            FieldSpec("other_goals", Kind.MANY, "goal", need=Need.OPTIONAL, most=7),
            FieldSpec("desired_occupation", Kind.WORDS, max_length=120),
            _choice("desired_occupation_isco", "isco"),
        ),
    ),
    SectionSpec("barrier", part="next", fields=(FieldSpec("barriers", Kind.MANY, "barrier", alone="B00", most=12),)),
    SectionSpec(
        "recommendation",
        part="next",
        most_entries=15,
        least_entries=1,
        headline="type",
        fields=(
            _choice("type", "recommendation", need=Need.REQUIRED, sensitivity=TECHNICAL),
            _choice("priority", "priority", need=Need.REQUIRED, sensitivity=TECHNICAL),
            _choice("responsible", "responsible", need=Need.REQUIRED, sensitivity=TECHNICAL),
            FieldSpec("detail", Kind.WORDS, need=Need.OPTIONAL, max_length=300),
        ),
    ),
)

CORE = Questionnaire(version=1, sections=SECTIONS)


def number_of(answer: object) -> float | None:
    """The figure of a numeric answer, or None when there is none."""
    return float(answer.amount) if isinstance(answer, Quantity) else None


def is_blank_or_reason(answer: object) -> bool:
    """Whether a field holds no value."""
    return answer is None or isinstance(answer, NoAnswer)
