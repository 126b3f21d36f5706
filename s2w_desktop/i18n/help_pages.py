"""The pages of the help in one language: one for each section and screen, and a few on the work itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from s2w_desktop.domain.folding import folded
from s2w_desktop.i18n.labels_help import HELP
from s2w_desktop.i18n.labels_help_pages import SCREENS, TOPICS, Topic
from s2w_desktop.i18n.labels_sections import SECTIONS
from s2w_desktop.i18n.translator import Translator

KEYS = "keys"
"""The page that lists the keys; its content is the window's table of shortcuts."""


class Group(StrEnum):
    """Under which heading a page stands."""

    TOPICS = "topics"
    SECTIONS = "sections"
    SCREENS = "screens"


@dataclass(frozen=True)
class HelpPage:
    """A page as it is read. `parts` are headings, perhaps empty, with their text. Sections and screens are named by their key."""

    key: str
    group: Group
    title: str
    parts: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """Everything that is read on the page."""
        return " ".join([self.title, *(word for part in self.parts for word in part)])


def help_pages(tr: Translator) -> tuple[HelpPage, ...]:
    """Every page: first what helps in every talk, then the sections in their order, then the screens."""
    return (
        *_of_topics(tr, Group.TOPICS, TOPICS),
        *(_of_section(tr, key) for key in HELP),
        HelpPage(KEYS, Group.SCREENS, tr.gettext("All keys"), ()),
        *_of_topics(tr, Group.SCREENS, SCREENS),
    )


def find_pages(pages: tuple[HelpPage, ...], typed: str) -> tuple[HelpPage, ...]:
    """The pages on which every typed word occurs, in whatever order and case; those with all words in the title first."""
    wanted = folded(typed).split()
    found = [page for page in pages if _holds(page.text, wanted)]
    return tuple(sorted(found, key=lambda page: not _holds(page.title, wanted)))


def group_words(tr: Translator, group: Group) -> str:
    """The heading of a group of pages."""
    _ = tr.gettext
    return {Group.TOPICS: _("The talk"), Group.SECTIONS: _("Sections"), Group.SCREENS: _("The program")}[group]


def _holds(text: str, wanted: list[str]) -> bool:
    plain = folded(text)
    return all(word in plain for word in wanted)


def _of_topics(tr: Translator, group: Group, topics: Mapping[str, Topic]) -> Iterator[HelpPage]:
    for key, topic in topics.items():
        yield HelpPage(key, group, tr.say(topic.title), tuple(("", tr.say(one)) for one in topic.paragraphs))


def _of_section(tr: Translator, key: str) -> HelpPage:
    advice, _ = HELP[key], tr.gettext
    parts = ((_("What to ask"), advice.ask), (_("What not to ask"), advice.avoid), (_("When to stop"), advice.stop))
    return HelpPage(key, Group.SECTIONS, tr.say(SECTIONS[key].title), tuple((head, tr.say(text)) for head, text in parts))
