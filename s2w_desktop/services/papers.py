"""From a profile to its paper. What is blank, refused or unknown is not printed; barriers and remarks never are.

The paper prints chosen questions (`paper_content`), so one that is added to the interview is not on it until it is chosen there.
"""

from dataclasses import dataclass, replace
from io import BytesIO

from s2w_desktop.domain.asking import as_asked
from s2w_desktop.domain.fields import Questionnaire
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.profile import Profile
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.interchange.word_blocks import WordDocument
from s2w_desktop.pdf.content import Paper
from s2w_desktop.pdf.fonts import FontSet
from s2w_desktop.pdf.order import Layout, PaperOrder, PaperSize
from s2w_desktop.pdf.profile_paper import build_profile_paper
from s2w_desktop.services.attachments import Attachments
from s2w_desktop.services.directory import Directories
from s2w_desktop.services.installed_esco import EscoSource
from s2w_desktop.services.interviews import Interviews
from s2w_desktop.services.paper_content.concept_labels import ConceptLabels
from s2w_desktop.services.paper_content.contacts import ServiceContacts
from s2w_desktop.services.paper_content.profile import ProfileContent
from s2w_desktop.services.paper_pictures import PaperPictures
from s2w_desktop.services.templates import Templates
from s2w_desktop.services.word_papers import profile_document


@dataclass(frozen=True)
class PaperSources:
    """What a paper takes beside the profile: pictures, contacts of country packs, labels of ESCO."""

    attachments: Attachments
    templates: Templates
    directories: Directories
    esco: EscoSource


class Papers:
    """Makes the papers of profiles."""

    def __init__(
        self,
        interviews: Interviews,
        questionnaire: Questionnaire,
        sources: PaperSources,
        catalogues: Catalogues,
        fonts: FontSet,
    ) -> None:
        self._interviews = interviews
        self._questionnaire = questionnaire
        self._pictures = PaperPictures(sources.attachments, sources.templates)
        contacts, concepts = ServiceContacts(sources.directories), ConceptLabels(sources.esco)
        self._content = ProfileContent(questionnaire, contacts, concepts.label)
        self._catalogues = catalogues
        self._fonts = fonts

    def profile_paper(
        self,
        profile: ProfileId,
        languages: tuple[str, ...],
        *,
        layout: Layout = Layout.SIDE_BY_SIDE,
        size: PaperSize = PaperSize.NORMAL,
        is_named: bool = True,
    ) -> bytes:
        """The profile paper as a PDF in one interface language or two, the reader's first.

        Without a name it bears neither photo nor names of employers and schools. The same profile gives the same bytes.
        Raises UnknownProfile, MissingGlyphs, KeyError for an unknown language.
        """
        order = PaperOrder(languages, layout, size, is_named)
        target = BytesIO()
        build_profile_paper(self.content(self._interviews.read(profile), order), self._fonts, target)
        return target.getvalue()

    def profile_document(self, profile: ProfileId, order: PaperOrder) -> WordDocument:
        """What the same says for office programs. Raises UnknownProfile, KeyError for an unknown language."""
        return profile_document(self.content(self._interviews.read(profile), order))

    def content(self, profile: Profile, order: PaperOrder) -> Paper:
        """What the paper of a profile says, for whatever writes it down. Raises KeyError for an unknown language."""
        paper = self._content.of(profile, order, tuple(self._catalogues.translator(code) for code in order.languages))
        photo = self._pictures.photo(as_asked(self._questionnaire, profile)) if order.is_named else None
        return replace(paper, photo=photo, logo=self._pictures.logo())
