"""Groups of occupations (ISCO-08): our own plain words, the unit groups by their titles."""

from collections.abc import Mapping
from typing import Final

from s2w_desktop.i18n.labels_unit_groups_1_2 import UNIT_GROUPS_1_2
from s2w_desktop.i18n.labels_unit_groups_3_4 import UNIT_GROUPS_3_4
from s2w_desktop.i18n.labels_unit_groups_5_6 import UNIT_GROUPS_5_6
from s2w_desktop.i18n.labels_unit_groups_7 import UNIT_GROUPS_7
from s2w_desktop.i18n.labels_unit_groups_8_9_0 import UNIT_GROUPS_8_9_0
from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.marks import in_context as pgettext

SUB_MAJOR_GROUPS: Final[Mapping[str, Message]] = {
    "01": pgettext("occupations", "Armed forces: officers"),
    "02": pgettext("occupations", "Armed forces: non-commissioned officers"),
    "03": pgettext("occupations", "Armed forces: other ranks"),
    "11": pgettext("occupations", "Top managers and senior officials"),
    "12": pgettext("occupations", "Managers in administration and sales"),
    "13": pgettext("occupations", "Managers in production and services"),
    "14": pgettext("occupations", "Managers of hotels, restaurants and shops"),
    "21": pgettext("occupations", "Science and engineering"),
    "22": pgettext("occupations", "Doctors, nurses and other health professionals"),
    "23": pgettext("occupations", "Teachers"),
    "24": pgettext("occupations", "Business, finance and administration experts"),
    "25": pgettext("occupations", "Software and computer experts"),
    "26": pgettext("occupations", "Law, social work, culture and media"),
    "31": pgettext("occupations", "Technicians and site supervisors"),
    "32": pgettext("occupations", "Health technicians and assistants"),
    "33": pgettext("occupations", "Accounts, sales agents and office specialists"),
    "34": pgettext("occupations", "Assistants in law, social work, sport and culture; chefs"),
    "35": pgettext("occupations", "Computer and network technicians"),
    "41": pgettext("occupations", "Office clerks and secretaries"),
    "42": pgettext("occupations", "Tellers, reception and customer service"),
    "43": pgettext("occupations", "Stock, transport and payroll clerks"),
    "44": pgettext("occupations", "Other office work, post and archives"),
    "51": pgettext("occupations", "Cooks, waiters, hairdressers and other personal services"),
    "52": pgettext("occupations", "Shop and market sales"),
    "53": pgettext("occupations", "Care of children, the ill and the elderly"),
    "54": pgettext("occupations", "Guards, fire fighters and police"),
    "61": pgettext("occupations", "Farming and gardening for sale"),
    "62": pgettext("occupations", "Forestry, fishing and hunting"),
    "63": pgettext("occupations", "Farming, fishing and herding for the family"),
    "71": pgettext("occupations", "Building and finishing trades"),
    "72": pgettext("occupations", "Metal, machines and vehicle repair"),
    "73": pgettext("occupations", "Handicraft and printing"),
    "74": pgettext("occupations", "Electricity and electronics"),
    "75": pgettext("occupations", "Food making, wood, sewing and similar crafts"),
    "81": pgettext("occupations", "Machine operators in factories and mines"),
    "82": pgettext("occupations", "Assembly of products"),
    "83": pgettext("occupations", "Drivers and operators of mobile machines"),
    "91": pgettext("occupations", "Cleaning and household help"),
    "92": pgettext("occupations", "Helpers on farms, in forests and fishing"),
    "93": pgettext("occupations", "Helpers in building, factories and transport"),
    "94": pgettext("occupations", "Helpers in kitchens"),
    "95": pgettext("occupations", "Street sales and street services"),
    "96": pgettext("occupations", "Waste collection and other simple work"),
}

MAJOR_GROUPS: Final[Mapping[str, Message]] = {
    "1": pgettext("occupations", "Management, nothing finer known"),
    "2": pgettext("occupations", "Professionals, nothing finer known"),
    "3": pgettext("occupations", "Technicians and associates, nothing finer known"),
    "4": pgettext("occupations", "Office work, nothing finer known"),
    "5": pgettext("occupations", "Services and sales, nothing finer known"),
    "6": pgettext("occupations", "Farming, forestry and fishing, nothing finer known"),
    "7": pgettext("occupations", "Crafts and trades, nothing finer known"),
    "8": pgettext("occupations", "Machines and driving, nothing finer known"),
    "9": pgettext("occupations", "Simple work, nothing finer known"),
    "0": pgettext("occupations", "Armed forces, nothing finer known"),
}

OCCUPATIONS: Final[Mapping[str, Message]] = {
    **SUB_MAJOR_GROUPS,
    **MAJOR_GROUPS,
    **UNIT_GROUPS_1_2,
    **UNIT_GROUPS_3_4,
    **UNIT_GROUPS_5_6,
    **UNIT_GROUPS_7,
    **UNIT_GROUPS_8_9_0,
}
