"""The profile paper's content: all its sections out of one profile."""

from s2w_desktop.domain.asking import as_asked
from s2w_desktop.domain.fields import Questionnaire
from s2w_desktop.domain.profile import Profile
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.pdf.content import Paper
from s2w_desktop.pdf.order import PaperOrder
from s2w_desktop.services.paper_content import abilities, ahead, heads
from s2w_desktop.services.paper_content.contacts import ServiceContacts
from s2w_desktop.services.paper_content.languages import known_languages
from s2w_desktop.services.paper_content.own_words import paper_words
from s2w_desktop.services.paper_content.stations import stations
from s2w_desktop.services.paper_content.telling import ConceptLabel, Telling


class ProfileContent:
    """Takes what the profile paper says out of profiles, all but its pictures."""

    def __init__(self, questionnaire: Questionnaire, contacts: ServiceContacts, concept_label: ConceptLabel) -> None:
        self._questionnaire = questionnaire
        self._contacts = contacts
        self._concept_label = concept_label

    def of(self, profile: Profile, order: PaperOrder, translators: tuple[Translator, ...]) -> Paper:
        """The content of a profile as it is ordered; the translators are those of the order's languages."""
        shown = as_asked(self._questionnaire, profile)
        telling = Telling(shown, profile, translators, self._concept_label, order.is_named)
        code = shown.text("record.case_number")
        languages, more_languages = known_languages(telling)
        return Paper(
            code=code,
            date=heads.day_of(profile),
            order=order,
            words=paper_words(telling.translators),
            qr=code,
            name=heads.name(telling),
            sentence=heads.sentence(telling),
            notice=heads.notice(telling),
            strengths=tuple(abilities.strengths(telling)),
            known_languages=languages,
            more_languages=more_languages,
            stations=tuple(stations(telling)),
            skills=tuple(abilities.skills(telling, self._questionnaire)),
            documents=tuple(abilities.documents(telling)),
            goals=tuple(ahead.goals(telling)),
            steps=tuple(ahead.steps(telling, self._contacts)),
            agreement=ahead.agreement(telling),
            has_signature=True,
            explanation=heads.explanation(telling),
        )
