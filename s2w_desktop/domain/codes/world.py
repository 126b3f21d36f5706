"""Countries (ISO 3166-1 alpha-3, with the user code of Kosovo), travel documents (ICAO Doc 9303) and languages (ISO 639-3)."""

from collections.abc import Mapping
from types import MappingProxyType

_COUNTRIES = """
ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM BLR BLZ BMU
BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE DEU DJI DMA
DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM
GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT
LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ
MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF
QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD
TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB
ZWE XKX
"""

_LANGUAGES = """
ara arb apc arz acm apd ary eng fra spa ita deu nld por ron ell bul hrv ces slk slv hun pol dan swe fin est lav lit mlt gle
ukr rus tur fas pes prs pus ckb kmr urd pnb snd ben rhg som tir tig amh orm aar byn hau yor ibo ful wol bam dyu mnk lin swh
kin run lua sag ewe aka sqi srp bos mkd kat hye aze che uzb tuk tgk kaz kir nep sin tam hin vie zho mon cat eus glg aii uig
din nus luo
"""

TRAVEL_DOCUMENT_CODES = ("XXA", "XXB", "XXC", "XXX")

WORLD_CODES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "country": tuple(_COUNTRIES.split()),
        "nationality": (*_COUNTRIES.split(), *TRAVEL_DOCUMENT_CODES),
        "language": tuple(_LANGUAGES.split()),
    }
)
