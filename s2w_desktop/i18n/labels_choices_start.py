"""Words of the code lists of the parts Start and Person."""

from collections.abc import Mapping
from typing import Final

from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.marks import in_context as pgettext

START_CHOICES: Final[Mapping[str, Mapping[str, Message]]] = {
    "tier": {
        "core": pgettext("depth", "Short, 20 to 30 minutes"),
        "standard": pgettext("depth", "Full, about 60 minutes"),
        "extended": pgettext("depth", "With every detail"),
    },
    "consent": {
        "granted": pgettext("consent", "Yes"),
        "refused": pgettext("consent", "No"),
        "withdrawn": pgettext("consent", "Taken back later"),
        "not_needed": pgettext("consent", "Not needed, another legal ground"),
    },
    "yes_no": {
        "yes": pgettext("yes or no", "Yes"),
        "no": pgettext("yes or no", "No"),
    },
    "stage": {
        "PRE": pgettext("stage", "Before departure"),
        "TRA": pgettext("stage", "In transit"),
        "REC": pgettext("stage", "After arrival, in reception"),
        "INT": pgettext("stage", "After arrival, settled"),
        "RET": pgettext("stage", "Return and reintegration"),
    },
    "programme": {
        "RELOC": pgettext("programme", "Relocation within the EU"),
        "RESET": pgettext("programme", "Resettlement"),
        "HUMAD": pgettext("programme", "Humanitarian admission or sponsorship"),
        "COMP": pgettext("programme", "Pathway for work or studies"),
        "SPONT": pgettext("programme", "Own arrival"),
        "FAMR": pgettext("programme", "Family reunification"),
        "TEMPP": pgettext("programme", "Temporary protection"),
        "LABMIG": pgettext("programme", "Labour migration"),
        "OTH": pgettext("programme", "Other programme"),
        "UNK": pgettext("programme", "Not clear"),
    },
    "interpreter": {
        "none": pgettext("interpreter", "Nobody"),
        "professional": pgettext("interpreter", "Professional interpreter"),
        "trained_mediator": pgettext("interpreter", "Trained mediator"),
        "volunteer": pgettext("interpreter", "Volunteer"),
        "family_member": pgettext("interpreter", "Family member"),
        "staff": pgettext("interpreter", "Member of staff"),
        "phone_or_video": pgettext("interpreter", "By phone or video"),
    },
    "sex": {
        "M": pgettext("sex", "Male"),
        "F": pgettext("sex", "Female"),
        "X": pgettext("sex", "Other or not specified"),
    },
    "legal_status": {
        "L01": pgettext("legal status", "Asylum applicant, before the first decision"),
        "L02": pgettext("legal status", "Asylum applicant, in appeal"),
        "L03": pgettext("legal status", "Refugee status"),
        "L04": pgettext("legal status", "Subsidiary protection"),
        "L05": pgettext("legal status", "National or humanitarian protection"),
        "L06": pgettext("legal status", "Temporary protection"),
        "L07": pgettext("legal status", "Resettled, status on arrival"),
        "L08": pgettext("legal status", "Humanitarian admission"),
        "L09": pgettext("legal status", "Permit through the family"),
        "L10": pgettext("legal status", "Permit for work, studies or research"),
        "L11": pgettext("legal status", "Long-term resident"),
        "L12": pgettext("legal status", "Other residence permit"),
        "L13": pgettext("legal status", "Recognised as stateless"),
        "L14": pgettext("legal status", "Tolerated, return suspended"),
        "L15": pgettext("legal status", "Not decided yet"),
        "L16": pgettext("legal status", "Outside the EU, registered as a refugee"),
        "L17": pgettext("legal status", "Outside the EU, other status"),
    },
    "right_to_work": {
        "full": pgettext("right to work", "Yes, without limits"),
        "restricted": pgettext("right to work", "Yes, with limits"),
        "permit_needed": pgettext("right to work", "Only with a permit"),
        "from_date": pgettext("right to work", "Not yet, from a later date"),
        "none": pgettext("right to work", "No"),
        "unknown": pgettext("right to work", "Not clear"),
    },
}

TRAVEL_DOCUMENTS: Final[Mapping[str, Message]] = {
    "XXA": pgettext("nationality", "Stateless"),
    "XXB": pgettext("nationality", "Refugee (1951 Convention)"),
    "XXC": pgettext("nationality", "Refugee, other"),
    "XXX": pgettext("nationality", "Not specified"),
}
"""Codes of travel documents that stand beside the countries (ICAO Doc 9303)."""
