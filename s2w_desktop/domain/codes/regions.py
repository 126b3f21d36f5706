"""Subregions of the world, for generalising countries: UN M49 (United Nations Statistics Division), by their numeric codes.

Where M49 parts a subregion further (Sub-Saharan Africa; Latin America and the Caribbean), the finer region stands here, so that
there are 22. Three countries of our list have no subregion there: Taiwan (TWN) and Kosovo (XKX) stand with their neighbours,
Antarctica (ATA) under its own number.
"""

from collections.abc import Mapping
from types import MappingProxyType

_SUBREGIONS = {
    "015": "DZA EGY ESH LBY MAR SDN TUN",  # Northern Africa
    "014": "ATF BDI COM DJI ERI ETH IOT KEN MDG MOZ MUS MWI MYT REU RWA SOM SSD SYC TZA UGA ZMB ZWE",  # Eastern Africa
    "017": "AGO CAF CMR COD COG GAB GNQ STP TCD",  # Middle Africa
    "018": "BWA LSO NAM SWZ ZAF",  # Southern Africa
    "011": "BEN BFA CIV CPV GHA GIN GMB GNB LBR MLI MRT NER NGA SEN SHN SLE TGO",  # Western Africa
    "029": (  # Caribbean
        "ABW AIA ATG BES BHS BLM BRB CUB CUW CYM DMA DOM GLP GRD HTI JAM KNA LCA MAF MSR MTQ PRI SXM TCA TTO VCT VGB VIR"
    ),
    "013": "BLZ CRI GTM HND MEX NIC PAN SLV",  # Central America
    "005": "ARG BOL BRA BVT CHL COL ECU FLK GUF GUY PER PRY SGS SUR URY VEN",  # South America
    "021": "BMU CAN GRL SPM USA",  # Northern America
    "143": "KAZ KGZ TJK TKM UZB",  # Central Asia
    "030": "CHN HKG JPN KOR MAC MNG PRK TWN",  # Eastern Asia
    "035": "BRN IDN KHM LAO MMR MYS PHL SGP THA TLS VNM",  # South-eastern Asia
    "034": "AFG BGD BTN IND IRN LKA MDV NPL PAK",  # Southern Asia
    "145": "ARE ARM AZE BHR CYP GEO IRQ ISR JOR KWT LBN OMN PSE QAT SAU SYR TUR YEM",  # Western Asia
    "151": "BGR BLR CZE HUN MDA POL ROU RUS SVK UKR",  # Eastern Europe
    "154": "ALA DNK EST FIN FRO GBR GGY IMN IRL ISL JEY LTU LVA NOR SJM SWE",  # Northern Europe
    "039": "ALB AND BIH ESP GIB GRC HRV ITA MKD MLT MNE PRT SMR SRB SVN VAT XKX",  # Southern Europe
    "155": "AUT BEL CHE DEU FRA LIE LUX MCO NLD",  # Western Europe
    "053": "AUS CCK CXR HMD NFK NZL",  # Australia and New Zealand
    "054": "FJI NCL PNG SLB VUT",  # Melanesia
    "057": "FSM GUM KIR MHL MNP NRU PLW UMI",  # Micronesia
    "061": "ASM COK NIU PCN PYF TKL TON TUV WLF WSM",  # Polynesia
    "010": "ATA",  # Antarctica
}

SUBREGIONS = tuple(_SUBREGIONS)
"""The 22 subregions, and Antarctica."""

REGION_OF: Mapping[str, str] = MappingProxyType(
    {country: region for region, countries in _SUBREGIONS.items() for country in countries.split()}
)
"""The subregion of each country."""

OF_TRAVEL_DOCUMENTS: Mapping[str, str] = MappingProxyType(
    {"XXA": "stateless", "XXB": "refugee", "XXC": "refugee", "XXX": "unspecified"}
)
"""What stands for a region where a travel document names no country (ICAO Doc 9303)."""
