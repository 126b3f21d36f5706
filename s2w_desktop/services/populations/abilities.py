"""Digital skills, strengths and licences."""

from bisect import bisect

from s2w_desktop.domain.code_lists import CODE_LISTS
from s2w_desktop.domain.sections.skills import DIGITAL_ITEMS
from s2w_desktop.services.populations.lives import Life
from s2w_desktop.services.populations.talks import Answers, Talk, in_year, number
from s2w_desktop.services.populations.visits import Visit

USES = CODE_LISTS["digital_item"]
BEGINS = (0.2, 0.45, 0.95)
"""Where each use but the first begins, of skill and ease taken together."""


def digital(talk: Talk, life: Life) -> None:
    """Each item by how used somebody is to computers and how hard the item is."""
    random, items = talk.random, talk.shares.tables["ease"].weights
    answers: Answers = {}
    for place in range(1, DIGITAL_ITEMS + 1):
        at = life.skill + items[f"item_{place:02d}"] + random.gauss(0, 0.12)
        answers[f"item_{place:02d}"] = USES[bisect(BEGINS, at)]
    talk.fill("digital", answers)


def strengths(talk: Talk, life: Life) -> None:
    """Cards that were picked, most of them with an example."""
    random, table = talk.random, talk.shares.tables[f"strengths.{life.sex}" if life.sex in "FM" else "strengths.F"]
    wanted = talk.shares.between(random, "strengths_picked")
    picked: set[str] = set()
    while len(picked) < wanted:
        picked.add(table.drawn(random))
    talk.fill("transversal", {"strengths": tuple(sorted(picked))})
    for item in sorted(picked):
        if talk.shares.chance(random, "tells_example"):
            talk.add("strength", {"item": item}, item)


def licences(talk: Talk, life: Life, visit: Visit) -> None:
    """Driving and other licences."""
    random = talk.random
    drives = life.drives
    talk.fill("licence", {"can_drive": "yes" if drives else "no", "driving_years": number(min(20, max(1, life.age - 19)))})
    if drives and talk.shares.chance(random, "has_licence", life.sex):
        main = life.main_job
        large = main is not None and main.isco in ("8332", "8331")
        answers: Answers = {
            "kind": "driving",
            "categories": ("B", "C") if large else ("B",),
            "issuing_country": life.home,
            "issue_date": in_year(life.born.year + 19),
        }
        talk.add("licence_held", answers, "driving", visit.stage)
    kind = talk.shares.draw(random, "other_licence", *life.groups)
    if kind:
        talk.add("licence_held", {"kind": kind}, "other", visit.stage)
