"""Codes about work, paid and unpaid (profile-model 6.24), without words."""

from collections.abc import Mapping
from types import MappingProxyType

from s2w_desktop.domain.codes.listing import codes

WORKING_CODES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "ever_worked": codes("paid unpaid_or_family_only never"),
        "activity": codes("EMP SELF FAMW UNEMP STUD HOME APPR VOL MILS RET UNABLE WAIT OTH"),
        "job_type": codes("EMP EMPR OWN FAM DAY APP COOP PUB VOL CASHW OTH"),
        "formality": codes("formal informal mixed unknown"),
        "pay": codes("paid in_kind unpaid"),
        "sector": codes("A B C D E F G H I J K L M N O P Q R S T U"),
        "work_phase": codes("before transit host"),
        "supervised": codes("none 1_4 5_19 20_plus"),
        "how_learned": codes("school apprenticeship on_the_job family self_taught course"),
        "reason_left": codes("end_of_contract displacement family health other"),
        "tool": codes(
            "hand_tools power_tools sewing_machine welding_set lathe_or_mill cnc forklift excavator tractor combine "
            "chainsaw commercial_kitchen bakery_oven cash_desk office_machines laboratory medical_devices "
            "vehicle_diagnostics electrical_measuring camera_or_sound other"
        ),
        "unpaid": codes("U01 U02 U03 U04 U05 U06 U07 U08 U09 U10 U11 U12 U13 U14 U15 U16 U17 U99"),
        "intensity": codes("daily weekly sometimes"),
    }
)
