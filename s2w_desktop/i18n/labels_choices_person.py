"""Words of the code lists about the person, residence and contact."""

from collections.abc import Mapping
from typing import Final

from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.marks import in_context as pgettext

PERSON_CHOICES: Final[Mapping[str, Mapping[str, Message]]] = {
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
    "script": {
        "Latn": pgettext("script", "Latin"),
        "Arab": pgettext("script", "Arabic"),
        "Cyrl": pgettext("script", "Cyrillic"),
        "Grek": pgettext("script", "Greek"),
        "Ethi": pgettext("script", "Ethiopic"),
        "Hebr": pgettext("script", "Hebrew"),
        "Armn": pgettext("script", "Armenian"),
        "Geor": pgettext("script", "Georgian"),
        "Beng": pgettext("script", "Bengali"),
        "Deva": pgettext("script", "Devanagari"),
        "Taml": pgettext("script", "Tamil"),
        "Sinh": pgettext("script", "Sinhala"),
        "Mymr": pgettext("script", "Burmese"),
        "Hani": pgettext("script", "Chinese"),
        "Hang": pgettext("script", "Korean"),
        "Jpan": pgettext("script", "Japanese"),
        "Nkoo": pgettext("script", "N’Ko"),
        "Syrc": pgettext("script", "Syriac"),
        "Tfng": pgettext("script", "Tifinagh"),
        "other": pgettext("script", "Another script"),
    },
    "identity_document": {
        "passport": pgettext("identity document", "Passport"),
        "national_card": pgettext("identity document", "National identity card"),
        "residence_card": pgettext("identity document", "Residence card"),
        "asylum_card": pgettext("identity document", "Asylum card"),
        "travel_document": pgettext("identity document", "Travel document"),
        "family_book": pgettext("identity document", "Birth certificate or family book"),
        "none": pgettext("identity document", "None"),
        "other": pgettext("identity document", "Another document"),
    },
    "safe_contact": {
        "yes": pgettext("safe to contact", "Yes"),
        "no": pgettext("safe to contact", "No"),
        "as_agreed": pgettext("safe to contact", "Only as agreed"),
    },
    "channel": {
        "call": pgettext("way of contact", "Phone call"),
        "sms": pgettext("way of contact", "Text message"),
        "whatsapp": pgettext("way of contact", "WhatsApp"),
        "signal": pgettext("way of contact", "Signal"),
        "telegram": pgettext("way of contact", "Telegram"),
        "viber": pgettext("way of contact", "Viber"),
        "email": pgettext("way of contact", "E-mail"),
        "post": pgettext("way of contact", "Post"),
        "centre": pgettext("way of contact", "Through the centre"),
    },
    "accommodation": {
        "reception_centre": pgettext("accommodation", "Reception centre"),
        "hotel": pgettext("accommodation", "Hotel or emergency place"),
        "private": pgettext("accommodation", "Rented privately"),
        "relatives": pgettext("accommodation", "With relatives or friends"),
        "social": pgettext("accommodation", "Social housing"),
        "no_address": pgettext("accommodation", "No fixed place"),
        "other": pgettext("accommodation", "Another place"),
    },
    "family": {
        "alone": pgettext("family", "Alone"),
        "partner": pgettext("family", "With a partner"),
        "partner_children": pgettext("family", "With a partner and children"),
        "children_only": pgettext("family", "With children"),
        "other_relatives": pgettext("family", "With other relatives"),
    },
    "childcare": {
        "yes": pgettext("child care", "Yes"),
        "partly": pgettext("child care", "Partly"),
        "no": pgettext("child care", "No"),
        "not_needed": pgettext("child care", "Not needed"),
    },
    "yes_no_unknown": {
        "yes": pgettext("yes, no or unknown", "Yes"),
        "no": pgettext("yes, no or unknown", "No"),
        "unknown": pgettext("yes, no or unknown", "Not clear"),
    },
    "yes_maybe_no": {
        "yes": pgettext("yes, perhaps or no", "Yes"),
        "maybe": pgettext("yes, perhaps or no", "Perhaps"),
        "no": pgettext("yes, perhaps or no", "No"),
    },
}

TRAVEL_DOCUMENTS: Final[Mapping[str, Message]] = {
    "XXA": pgettext("nationality", "Stateless"),
    "XXB": pgettext("nationality", "Refugee (1951 Convention)"),
    "XXC": pgettext("nationality", "Refugee, other"),
    "XXX": pgettext("nationality", "Not specified"),
}
"""Codes of travel documents that stand beside the countries (ICAO Doc 9303)."""
