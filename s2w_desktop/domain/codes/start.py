"""Codes about agreement and the circumstances of the talk (profile-model 6.24), without words."""

from collections.abc import Mapping
from types import MappingProxyType

from s2w_desktop.domain.codes.listing import codes

START_CODES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "tier": codes("core standard extended"),
        "consent": codes("granted refused withdrawn not_needed"),
        "yes_no": codes("yes no"),
        "stage": codes("PRE TRA REC INT RET"),
        "programme": codes("RELOC RESET HUMAD COMP SPONT FAMR TEMPP LABMIG OTH UNK"),
        "interpreter": codes("none professional trained_mediator volunteer family_member staff phone_or_video"),
        "notice_mode": codes("read_self read_aloud audio interpreter"),
        "agreement_method": codes("signature thumb_mark oral_witnessed electronic"),
        "given_by": codes("self guardian representative"),
        "legal_basis": codes("consent public_task legal_obligation legitimate_interest vital_interest mandate"),
        "withdrawal": codes("changed_mind safety_concern left_country no_longer_needed not_stated"),
        "amendment_reason": codes("correction news person_asked agreement office_asked goes_on other"),
        "interview_mode": codes("in_person phone video self_assisted self"),
        "place_type": codes("reception_centre hotspot transit_centre embassy_or_departure office community home online"),
    }
)
