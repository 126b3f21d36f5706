"""Words of the code lists about agreement and the circumstances of the talk."""

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
    "notice_mode": {
        "read_self": pgettext("how it was told", "Read by the person"),
        "read_aloud": pgettext("how it was told", "Read aloud"),
        "audio": pgettext("how it was told", "Heard as a recording"),
        "interpreter": pgettext("how it was told", "Through an interpreter"),
    },
    "agreement_method": {
        "signature": pgettext("how it was agreed", "Signature"),
        "thumb_mark": pgettext("how it was agreed", "Thumb mark"),
        "oral_witnessed": pgettext("how it was agreed", "Spoken, with a witness"),
        "electronic": pgettext("how it was agreed", "On the screen"),
    },
    "amendment_reason": {
        "correction": pgettext("why a profile is changed", "Something was wrong"),
        "news": pgettext("why a profile is changed", "Something new happened"),
        "person_asked": pgettext("why a profile is changed", "The person asked for it"),
        "agreement": pgettext("why a profile is changed", "The agreement changed"),
        "office_asked": pgettext("why a profile is changed", "Headquarters asked for it"),
        "goes_on": pgettext("why a profile is changed", "The interview goes on"),
        "other": pgettext("why a profile is changed", "Another reason"),
    },
    "given_by": {
        "self": pgettext("who agreed", "The person"),
        "guardian": pgettext("who agreed", "A guardian"),
        "representative": pgettext("who agreed", "A representative"),
    },
    "legal_basis": {
        "consent": pgettext("legal ground", "Consent"),
        "public_task": pgettext("legal ground", "Public task"),
        "legal_obligation": pgettext("legal ground", "Legal obligation"),
        "legitimate_interest": pgettext("legal ground", "Legitimate interest"),
        "vital_interest": pgettext("legal ground", "Vital interest"),
        "mandate": pgettext("legal ground", "Mandate of an international organisation"),
    },
    "withdrawal": {
        "changed_mind": pgettext("why it was taken back", "Changed mind"),
        "safety_concern": pgettext("why it was taken back", "Concern for safety"),
        "left_country": pgettext("why it was taken back", "Left the country"),
        "no_longer_needed": pgettext("why it was taken back", "No longer needed"),
        "not_stated": pgettext("why it was taken back", "Not stated"),
    },
    "interview_mode": {
        "in_person": pgettext("way of talking", "In person"),
        "phone": pgettext("way of talking", "By phone"),
        "video": pgettext("way of talking", "By video"),
        "self_assisted": pgettext("way of talking", "Alone, with help"),
        "self": pgettext("way of talking", "Alone"),
    },
    "place_type": {
        "reception_centre": pgettext("place of the talk", "Reception centre"),
        "hotspot": pgettext("place of the talk", "Hotspot"),
        "transit_centre": pgettext("place of the talk", "Transit centre"),
        "embassy_or_departure": pgettext("place of the talk", "Embassy or place of departure"),
        "office": pgettext("place of the talk", "Office"),
        "community": pgettext("place of the talk", "Community place"),
        "home": pgettext("place of the talk", "Home"),
        "online": pgettext("place of the talk", "Online"),
    },
}
