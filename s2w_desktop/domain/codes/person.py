"""Codes about the person, residence and contact (profile-model 6.24), without words."""

from collections.abc import Mapping
from types import MappingProxyType

from s2w_desktop.domain.codes.listing import codes, numbered

PERSON_CODES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "sex": codes("M F X"),
        "legal_status": numbered("L", 17),
        "right_to_work": codes("full restricted permit_needed from_date none unknown"),
        "script": codes("Latn Arab Cyrl Grek Ethi Hebr Armn Geor Beng Deva Taml Sinh Mymr Hani Hang Jpan Nkoo Syrc Tfng other"),
        "identity_document": codes("passport national_card residence_card asylum_card travel_document family_book none other"),
        "safe_contact": codes("yes no as_agreed"),
        "channel": codes("call sms whatsapp signal telegram viber email post centre"),
        "accommodation": codes("reception_centre hotel private relatives social no_address other"),
        "family": codes("alone partner partner_children children_only other_relatives"),
        "childcare": codes("yes partly no not_needed"),
        "yes_no_unknown": codes("yes no unknown"),
        "yes_maybe_no": codes("yes maybe no"),
    }
)
