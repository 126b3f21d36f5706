"""How deep the interview goes, chosen at any moment of it; answers of questions that are not put any more stay."""

from collections.abc import Sequence

from s2w_desktop.domain.fields import SectionSpec, Tier
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.i18n.labels import choices
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.ui.choice_button import ChoiceButton
from s2w_desktop.ui.kit.theme import Theme


class DepthButton(ChoiceButton):
    """Says the present depth in a word; its menu tells what each takes. Values are codes of the list `tier`."""

    def __init__(self, theme: Theme, tr: Translator) -> None:
        _ = tr.gettext
        options = choices(tr, "tier")
        words = {
            Tier.CORE.code: tr.pgettext("depth", "Short"),
            Tier.STANDARD.code: tr.pgettext("depth", "Full"),
            Tier.EXTENDED.code: tr.pgettext("depth", "Every detail"),
        }
        short = {said: words[code] for code, said in options}
        super().__init__(theme, options, lambda said: short[said], icon="filter")
        self._long, self._named = dict(options), _("Depth of the interview: {depth}")
        self.show_depth(Tier.CORE.code)

    def show_depth(self, code: str) -> None:
        """Show the depth of an interview; its whole words are the accessible name."""
        self.set_value(code)
        self.setAccessibleName(fill(self._named, depth=self._long[code]))


def nearest_put(put: Sequence[SectionSpec], every: Sequence[SectionSpec], present: SectionSpec) -> SectionSpec:
    """The section to show: the present one, or where it is not put any more the last before it that is.

    `put` is not empty: the agreement is always asked.
    """
    before = every[: every.index(present) + 1]
    return next((section for section in reversed(before) if section in put), put[0])
