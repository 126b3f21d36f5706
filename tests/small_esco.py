"""A small ESCO: a few invented occupations with their skills in English and Arabic, as a pack that a store can install."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final
from uuid import UUID, uuid5

from s2w_desktop.domain.concepts import Concept
from s2w_desktop.domain.packs import PackContent
from s2w_desktop.reference.esco_merge import REUSE, Merged, Occupation, Skill
from s2w_desktop.reference.esco_parts import Editorial, esco_parts
from s2w_desktop.reference.labels import Label
from s2w_desktop.services.packs import Draft
from s2w_desktop.services.workplace import Workplace

VERSION: Final = "1.2.1"
_SPACE: Final = UUID("0190f3a1-0000-7000-8000-000000000002")
_SKILLS: Final[Mapping[str, str]] = {
    "sew pieces of fabric": "خياطة قطع القماش",
    "cut fabrics": "قص الأقمشة",
    "measure the human body": "قياس الجسم",
    "iron textiles": "كي المنسوجات",
    "alter wearing apparel": "تعديل الملابس",
    "sell clothing": "بيع الملابس",
    "advise customers": "نصح الزبائن",
    "operate cash register": "تشغيل آلة الدفع",
    "stock shelves": "ترتيب الرفوف",
    "clean rooms": "تنظيف الغرف",
    "make the beds": "ترتيب الأسرّة",
    "care for older people": "رعاية كبار السن",
    "serve in the militia": "الخدمة في الميليشيا",
}
TEXTILES: Final = "http://data.europa.eu/esco/skill/S6.1"
"""A group of the second level; the four skills of tailors are in a group below it."""

_FINER: Final = f"{TEXTILES}.2"
_SEWN: Final = ("sew pieces of fabric", "cut fabrics", "measure the human body", "alter wearing apparel")
DENIED: Final = "serve in the militia"
_JOBS: Final[Mapping[str, tuple[str, str, str, str]]] = {
    "tailor": ("7531", "خياط", "sew pieces of fabric,cut fabrics,measure the human body,alter wearing apparel", "iron textiles"),
    "clothing shop assistant": ("5223", "بائع ملابس", "sell clothing,advise customers,operate cash register", "iron textiles"),
    "domestic cleaner": ("9111", "عامل تنظيف منزلي", "clean rooms,make the beds,iron textiles", DENIED),
    "home carer": ("5322", "مقدم رعاية", "care for older people,make the beds", "clean rooms,advise customers"),
    "registered nurse": ("2221", "ممرض", "care for older people", "advise customers,make the beds"),
}


def uri(kind: str, name: str) -> str:
    """The address of an invented concept."""
    return f"http://data.europa.eu/esco/{kind}/{uuid5(_SPACE, name)}"


def skill(name: str) -> Concept:
    """A skill as an answer holds it."""
    return Concept(uri("skill", name), "", name, "en", VERSION)


def occupation(name: str) -> Concept:
    """An occupation as an answer holds it."""
    return Concept(uri("occupation", name), _JOBS[name][0], name, "en", VERSION)


def install(headquarters: Workplace, folder: Path) -> Path:
    """Make the pack there, and let it count there. Gives its file, for laptops that know this headquarters."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "esco-small.s2wr"
    editorial = Editorial({uri("skill", DENIED)}, {uri("skill", name) for name in _SKILLS if name != DENIED}, [])
    parts = dict(esco_parts(_merged(), editorial, lambda _done, _of: None))
    headquarters.packs.make(Draft("esco", "Small", (PackContent.ESCO,), parts), file)
    headquarters.packs.install(file)
    return file


def _merged() -> Merged:
    skills = list(_SKILLS)
    return Merged(
        version=VERSION,
        occupations={
            uri("occupation", name): Occupation(group, is_regulated=False, is_offered=True) for name, (group, *_) in _JOBS.items()
        },
        skills={
            uri("skill", name): Skill(
                is_knowledge=False, reuse=REUSE[1], is_offered=True, groups=[_FINER] if name in _SEWN else []
            )
            for name in skills
        },
        skill_groups={TEXTILES: None, _FINER: None},
        relations={
            (place, skills.index(name)): is_essential
            for place, (_, _, essential, optional) in enumerate(_JOBS.values())
            for names, is_essential in ((essential, True), (optional, False))
            for name in names.split(",")
        },
        occupation_labels={"en": _labels(_JOBS), "ar": _labels(arabic for _, arabic, *_ in _JOBS.values())},
        group_labels={"en": _labels(("working with textiles", "sewing textiles"))},
        skill_labels={"en": _labels(skills), "ar": _labels(_SKILLS.values())},
        label_versions={"en": [VERSION], "ar": [VERSION]},
    )


def _labels(names: Iterable[str]) -> list[Label]:
    return [Label(number, name, is_preferred=True) for number, name in enumerate(names)]
