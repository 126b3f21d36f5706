"""Making rows of the list anew after revisions came in, inside the transaction that takes them in."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from s2w_desktop.domain.fields import Questionnaire
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.revisions import Revision, Scope
from s2w_desktop.domain.shield import forgettable
from s2w_desktop.services.keeping import view_of
from s2w_desktop.storage.inbox import ImportTransaction
from s2w_desktop.storage.values import View


@dataclass(frozen=True)
class Seen:
    """People on whom claims stand against each other, those who get no row, and how many revisions there are of each."""

    conflicted: frozenset[ProfileId]
    unseen: frozenset[ProfileId]
    steps: Mapping[ProfileId, int]


def save_rows(transaction: ImportTransaction, questionnaire: Questionnaire, today: date, profiles: Collection[ProfileId]) -> Seen:
    """Make the rows of people anew. Somebody of whom only the existence is known gets none."""
    known = list(transaction.revisions_of(sorted(profiles)))
    unseen = frozenset(profile for profile, revisions in known if all(one.scope is Scope.STUB for one in revisions))

    def view(profile: ProfileId, revisions: Sequence[Revision]) -> View:
        return view_of(questionnaire, profile, revisions, today)

    views = [view(profile, revisions) for profile, revisions in known if profile not in unseen]
    transaction.save_views(views)
    transaction.keep_joined({profile: revisions for profile, revisions in known if profile not in unseen}, view)
    transaction.forget_protected(id_ for _, revisions in known for id_ in forgettable(questionnaire, revisions))
    steps = {profile: len(revisions) for profile, revisions in known}
    return Seen(frozenset(view.profile for view in views if view.conflicts), unseen, steps)
