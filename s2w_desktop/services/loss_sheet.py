"""The sheet about a lost device as a paper: case numbers and facts, no names; for the file, and for whoever has to be told."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

from s2w_desktop.domain.losses import Loss, LostProfile
from s2w_desktop.i18n.loss_words import list_title, loss_lines, loss_title, profile_line
from s2w_desktop.i18n.paper_words import PaperText, paper_text
from s2w_desktop.i18n.translator import Catalogues, Translator
from s2w_desktop.pdf.content import Entry, Paper, Texts
from s2w_desktop.pdf.fonts import FontSet
from s2w_desktop.pdf.order import PaperOrder
from s2w_desktop.pdf.profile_paper import build_profile_paper
from s2w_desktop.services.paper_content.own_words import paper_words


class LossSheets:
    """Makes the sheets."""

    def __init__(self, catalogues: Catalogues, fonts: FontSet) -> None:
        self._catalogues = catalogues
        self._fonts = fonts

    def sheet(self, loss: Loss, language: str) -> bytes:
        """The sheet as a PDF in an interface language; equal findings give equal bytes.

        Raises MissingGlyphs, KeyError for an unknown language.
        """
        tr, target = self._catalogues.translator(language), BytesIO()
        build_profile_paper(_paper(tr, loss), self._fonts, target)
        return target.getvalue()


def _paper(tr: Translator, loss: Loss) -> Paper:
    def each(say: Callable[[Translator], str]) -> Texts:
        return {tr.code: said} if (said := say(tr)) else {}

    first, *others = loss_lines(tr, loss)
    words = paper_words((tr,))
    return Paper(
        code=loss.device.name or str(loss.device.device),
        date=str(loss.day),
        order=PaperOrder((tr.code,)),
        words=replace(words, title=each(loss_title), skills=each(list_title)),
        qr=str(loss.device.device),
        sentence={tr.code: first},
        notice=each(lambda tr: paper_text(tr, PaperText.DRAFT) if tr.is_draft else ""),
        skills=tuple(_entry(tr, one) for one in loss.profiles if one.case_number),
        about=tuple({tr.code: line} for line in others),
    )


def _entry(tr: Translator, lost: LostProfile) -> Entry:
    return Entry(title={tr.code: lost.case_number}, detail={tr.code: profile_line(tr, lost)})
