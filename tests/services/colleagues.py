"""Colleagues at one headquarters: other officers of a store, and the services as they see them."""

from collections.abc import Collection

from s2w_desktop import paths
from s2w_desktop.domain.duties import EVERY_DUTY, Duty
from s2w_desktop.domain.ids import OfficerId
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.pdf.fonts import FontSet
from s2w_desktop.services.interviews import Interviews
from s2w_desktop.services.keeping import Editors
from s2w_desktop.services.office import Office, open_office
from s2w_desktop.services.permits import Permits
from s2w_desktop.services.safekeeping import Printing
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.values import Officer


def colleague(workplace: Workplace, name: str = "N. Colleague", duties: Collection[Duty] = EVERY_DUTY) -> OfficerId:
    """One more officer of this store."""
    officer = OfficerId(workplace.sources.new_id())
    workplace.store.officers.add(Officer(officer, name, workplace.sources.now(), duties=frozenset(duties)))
    return officer


def office_of(workplace: Workplace, officer: OfficerId) -> Office:
    """The services of headquarters with somebody else at work."""
    editors = Editors(store=workplace.store, questionnaire=QUESTIONNAIRE, officer=officer, sources=workplace.sources)
    printing = Printing(Catalogues(paths.translations()), FontSet(paths.resources() / "fonts"))
    return open_office(editors, workplace.importing, Permits(workplace.store, officer), printing, workplace.esco)


def interviews_of(workplace: Workplace, officer: OfficerId) -> Interviews:
    """The interviews as somebody else at work has them."""
    editors = Editors(store=workplace.store, questionnaire=QUESTIONNAIRE, officer=officer, sources=workplace.sources)
    return Interviews(editors, workplace.templates)
