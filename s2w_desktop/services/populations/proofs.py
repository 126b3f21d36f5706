"""What somebody can show for what is told: the documents they have, and how far claims are proved."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from s2w_desktop.services.populations.lives import Life
from s2w_desktop.services.populations.talks import Answers, Talk, on

WITHIN_REACH: Final = ("D1", "D2", "D3")
_TYPES: Final = {"education": "diploma", "work": "work_reference", "skill": "course_certificate"}


@dataclass(frozen=True)
class Proofs:
    """Which document of the highest level somebody has, and for which sections a document was seen in the talk."""

    document: str
    seen: frozenset[str]

    def evidence(self, talk: Talk, section: str) -> str:
        """A step of the ladder of evidence. Steps that mean a document are for those whose document was seen (V16)."""
        return talk.shares.draw(talk.random, "evidence", "seen" if section in self.seen else section)


def draw_proofs(talk: Talk, life: Life, stage: str) -> Proofs:
    """The documents of somebody at one talk; after the arrival more of them have come."""
    shares, random = talk.shares, talk.random
    document = shares.draw(random, "documents", f"{life.band}-{stage}", life.band)
    seen = {section for section in _TYPES if shares.chance(random, f"seen_{section}", stage)}
    if document not in WITHIN_REACH:
        seen.discard("education")
    if not _has_register(talk):
        seen.clear()
    return Proofs(document, frozenset(seen))


def documents(talk: Talk, life: Life, proofs: Proofs, day: date) -> None:
    """The register: what was seen, and a diploma that is elsewhere or lost."""
    for section in _TYPES:
        if section in proofs.seen:
            possession = proofs.document if section == "education" else talk.shares.draw(talk.random, "document_at_hand")
            talk.add("document", _row(section, possession, life) | {"seen_on": on(day)}, life.origin)
    if "education" not in proofs.seen and life.band != "low":
        talk.add("document", _row("education", proofs.document, life), life.origin)


def _has_register(talk: Talk) -> bool:
    """Whether the talk came to the register of documents, so that one can be "seen" there."""
    section = talk.questionnaire.by_key["document"]
    return "document" not in talk.open_sections and talk.asking.puts(section)


def _row(section: str, possession: str, life: Life) -> Answers:
    return {"type": _TYPES[section], "about": section, "possession": possession, "issue_country": life.home}
