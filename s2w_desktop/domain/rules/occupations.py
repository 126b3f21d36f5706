"""An occupation of ESCO and the group of ISCO-08 beside it name the same work (V15)."""

from collections.abc import Iterator

from s2w_desktop.domain.fields import Questionnaire
from s2w_desktop.domain.filling import groups_beside
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.rules.issues import Issue, wrong


def groups_agree(questionnaire: Questionnaire, profile: Profile) -> Iterator[Issue]:
    """A remark at every occupation whose main group is not that of the group answered beside it."""
    return (wrong("V15", path) for path, own, answered in groups_beside(questionnaire, profile) if own[0] != answered[0])
