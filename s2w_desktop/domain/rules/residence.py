"""Residence, permits and contact fit together (V21, V22 and profile-model 6.4 to 6.6)."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.folding import latin_digits
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.rules.issues import Issue, doubtful, plans, prompt, surely_before, wrong

SOON = timedelta(days=183)  # six months
APPLICANTS = ("L01", "L02")
LEGAL_ADVICE = "R22"
WORKING = ("EMP", "SELF", "FAMW", "APPR")
_is_email = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+").fullmatch
_is_phone = re.compile(r"\+\d{8,15}", re.ASCII).fullmatch
_PHONE_SIGNS = re.compile(r"[\s().\-/]")


def other_nationalities_are_others(profile: Profile, today: date) -> Iterator[Issue]:  # noqa: ARG001  # one shape
    """No nationality stands twice."""
    others = profile.get("identity.other_nationalities")
    if isinstance(others, tuple) and profile.text("identity.nationality") in others:
        yield doubtful("nationality_twice", "identity.other_nationalities")


def arrivals_are_in_order(profile: Profile, today: date) -> Iterator[Issue]:  # noqa: ARG001  # the rules share one shape
    """Nobody arrives in the host country before arriving in the European Union."""
    if surely_before(profile.date("status.arrival_host_country"), profile.date("status.arrival_eu")):
        yield wrong("arrivals", "status.arrival_eu")


def permits_run_out(profile: Profile, today: date) -> Iterator[Issue]:
    """A permit that ends within six months calls for advice, unless that is planned already (V21)."""
    until = profile.date("status.permit_valid_until")
    if until is None or (until.earliest is not None and until.earliest > today + SOON):
        return
    if not plans(profile, LEGAL_ADVICE):
        yield prompt("V21", "status.permit_valid_until")


def applicants_may_work(profile: Profile, today: date) -> Iterator[Issue]:  # noqa: ARG001  # the rules share one shape
    """An applicant whose right to work is not clear may have one (V22; Directive (EU) 2024/1346, article 17)."""
    if profile.text("status.legal_status") in APPLICANTS and profile.text("status.right_to_work") == "unknown":
        yield prompt("V22", "status.right_to_work")


def work_without_a_right(profile: Profile, today: date) -> Iterator[Issue]:  # noqa: ARG001  # the rules share one shape
    """Work now, and no right to it: a neutral reminder that advice exists; nothing about it is kept."""
    if profile.text("status.right_to_work") == "none" and profile.text("work_summary.activity_now") in WORKING:
        yield prompt("work_without_right", "work_summary.activity_now")


def addresses_can_be_used(profile: Profile, today: date) -> Iterator[Issue]:  # noqa: ARG001  # the rules share one shape
    """An e-mail address has a place, a phone number has a country code and 8 to 15 digits (E.164)."""
    for key in ("email", "second_email"):
        path = f"contact.{key}"
        if profile.text(path) and not _is_email(profile.text(path)):
            yield doubtful("email", path)
    for entry in profile.entry_texts("phone"):
        path = field_path("phone", "number", entry)
        number = _PHONE_SIGNS.sub("", latin_digits(profile.text(path)))
        if number and not _is_phone(number):
            yield doubtful("phone", path)


RESIDENCE_RULES = (
    other_nationalities_are_others,
    arrivals_are_in_order,
    permits_run_out,
    applicants_may_work,
    work_without_a_right,
    addresses_can_be_used,
)
