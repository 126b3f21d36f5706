"""Languages and reading fit together (V09, V10, V11, V24)."""

from collections.abc import Iterator
from datetime import date

from s2w_desktop.domain.codes.learning import CEFR
from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.rules.issues import Issue, doubtful, plans, prompt, wrong
from s2w_desktop.domain.sections.conditions import POST_ARRIVAL

SKILLS = ("listening", "reading", "spoken_interaction", "spoken_production", "writing")
MOST_SPREAD = 3  # steps of the ladder between the best and the weakest skill
_STEPS = {level: step for step, level in enumerate(CEFR)}
_TOO_HIGH = {"0": CEFR.index("A2"), "1": CEFR.index("B1")}  # levels of reading that weak literacy excludes
WEAK_LITERACY = ("0", "1")
LITERACY_COURSE = "R02"


def languages_are_told_once(profile: Profile, today: date) -> Iterator[Issue]:  # noqa: ARG001  # the rules share one shape
    """At least one mother tongue, the language of the host country after arrival, and none twice (V09)."""
    entries = profile.entry_texts("language")
    if not entries:
        return
    roles = [profile.text(field_path("language", "role", entry)) for entry in entries]
    if all(roles) and "mother_tongue" not in roles:
        yield wrong("V09", field_path("language", "role", entries[0]))
    codes = [profile.text(field_path("language", "language", entry)) for entry in entries]
    for place, code in enumerate(codes):
        if code and code in codes[:place]:
            yield wrong("twice", field_path("language", "language", entries[place]))
    host = profile.text("record.host_language")
    if host and profile.text("session.stage") in POST_ARRIVAL and host not in codes:
        yield doubtful("host_language", field_path("language", "language", entries[-1]))


def levels_fit(profile: Profile, today: date) -> Iterator[Issue]:  # noqa: ARG001  # the rules share one shape
    """A mother tongue has no low levels, the five skills lie near each other, and levels fit reading (V10, V11)."""
    for entry in profile.entry_texts("language"):
        stem = field_path("language", "", entry)
        at = {skill: level for skill in SKILLS if (level := profile.text(stem + skill))}
        if not at:
            continue
        steps = {skill: _STEPS[level] for skill, level in at.items() if level in _STEPS}
        is_first = profile.text(stem + "role") == "mother_tongue"
        if is_first and any(level != CEFR[-1] for level in at.values()):
            yield doubtful("V10", field_path("language", "role", entry))
        if not is_first and steps and max(steps.values()) - min(steps.values()) > MOST_SPREAD:
            yield doubtful("spread", field_path("language", min(steps, key=lambda skill: steps[skill]), entry))
        yield from _literacy_fits(profile, entry, steps)


def _literacy_fits(profile: Profile, entry: str, steps: dict[str, int]) -> Iterator[Issue]:
    path = field_path("language", "literacy_in_language", entry)
    too_high = _TOO_HIGH.get(profile.text(path))
    if too_high is not None and max(steps.get("reading", 0), steps.get("writing", 0)) >= too_high:
        yield doubtful("V11", path)


def those_who_do_not_read_are_helped(profile: Profile, today: date) -> Iterator[Issue]:  # noqa: ARG001  # one shape
    """Who reads little gains from a course and from hearing the paper (V24)."""
    reads_little = profile.text("basic_skills.reads_writes_any") in WEAK_LITERACY
    if not (reads_little or profile.text("basic_skills.latin_script") == "none"):
        return
    if not plans(profile, LITERACY_COURSE):
        yield prompt("V24", "basic_skills.reads_writes_any" if reads_little else "basic_skills.latin_script")


LANGUAGE_RULES = (languages_are_told_once, levels_fit, those_who_do_not_read_are_helped)
