"""Professions that many countries let nobody practise without a permission: what is said of them, never who may.

The seven professions with training conditions of their own in Directive 2005/36/EC stand first; the others are those that
most countries in its database regulate. Which rules hold in a country is for its recognition office to say.
"""

from typing import Final

OFTEN_REGULATED: Final = (
    "2161",  # building architects
    "2211", "2212", "2221", "2222", "2250", "2261", "2262",  # doctors, nurses, midwives, vets, dentists, pharmacists
    "2264", "2265", "2266", "2267",  # physiotherapists, dieticians, speech therapists, opticians
    "2634", "2635",  # psychologists, social workers
    "2330", "2341", "2342", "2352",  # teachers at schools
    "2611", "2612",  # lawyers and judges
    "3153", "3154",  # pilots and air traffic
    "3211", "3212", "3213", "3221", "3222", "3251", "3255", "3258",  # technicians and helpers in health care
    "5165", "5311",  # driving instructors, child care
    "7411", "7412", "7126",  # electricians, gas and water
    "8311", "8322", "8331", "8332",  # drivers of trains, taxis, buses and lorries
)  # fmt: skip


def is_often_regulated(group: str) -> bool:
    """Whether work of a unit group of ISCO-08 needs a permission in many countries."""
    return group in OFTEN_REGULATED
