"""How long the interview lasted, sitting by sitting (profile-model 6.3): noted by the program, never asked.

Each sitting is an entry of its own, so that two laptops never contradict each other. For every section of the interview
it holds the seconds in which that section was worked on.
"""

from collections.abc import Sequence

from s2w_desktop.domain.fields import SectionSpec
from s2w_desktop.domain.sections.declaring import AS_IT_IS, OPTIONAL, TECHNICAL, number, text

MOST_SITTINGS = 50
MOST_SECONDS = 24 * 60 * 60


def sitting_section(sections: Sequence[SectionSpec]) -> SectionSpec:
    """The section that notes the time of these sections; fields named after them count seconds."""
    asked = [section.key for section in sections if section.part]
    return SectionSpec(
        "sitting",
        part="",
        most_entries=MOST_SITTINGS,
        headline="started_at",
        fields=(
            text("started_at", need=OPTIONAL, sensitivity=TECHNICAL, max_length=20),
            text("ended_at", need=OPTIONAL, sensitivity=TECHNICAL, max_length=20),
            *(number(key, 0, MOST_SECONDS, need=OPTIONAL, sensitivity=TECHNICAL, analysis=AS_IT_IS) for key in asked),
        ),
    )
